//! The built-in checks notice a wrong count.

use super::super::game::{Counts, Table};
use super::index::Indices;

#[test]
fn a_wrong_count_is_noticed() {
    let majority = Table::from_outcomes(3, |set| set.count_ones() >= 2);
    let right = Counts::of(&majority);
    assert_eq!((right.winning, right.minimal, right.swings.clone()), (4, 3, vec![2, 2, 2]));
    assert_eq!(Indices::of(&right, 3).check(), Ok(()));
    let caught = |change: fn(&mut Counts)| {
        let mut wrong = right.clone();
        change(&mut wrong);
        Indices::of(&wrong, 3).check().expect_err("a wrong count passed")
    };
    caught(|counts| counts.swings[0] += 1);
    caught(|counts| counts.winning += 1);
    caught(|counts| counts.minimal += 1);
    caught(|counts| counts.vulnerable += 1);
    caught(|counts| counts.critical[1][2] += 1);
    caught(|counts| counts.winning_with[2][2] -= 1);
}

#[test]
fn a_constant_game_has_no_indices() {
    for passes in [false, true] {
        let counts = Counts::of(&Table::from_outcomes(2, |_| passes));
        let indices = Indices::of(&counts, 2);
        assert!(indices.constant && indices.banzhaf.is_empty() && indices.check().is_ok());
    }
}
