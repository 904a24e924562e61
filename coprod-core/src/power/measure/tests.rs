//! The built-in checks notice a wrong count.

use num_bigint::BigUint;

use super::super::game::{Counts, Game, Table, Tallies};
use super::*;

fn tallies(rule: &str) -> Tallies {
    let members: Vec<Member> = serde_json::from_str(r#"["a", "b", "c"]"#).unwrap();
    let roster = Roster::new(&members, &Pointer::root(), 3).unwrap();
    let rule: Rule = serde_json::from_str(rule).unwrap();
    let game = Game::of(&Compiled::new(&rule, &Pointer::root(), &roster, &Rules::default()).unwrap());
    let table = Table::of(&game).unwrap();
    Counts::of(&table).tallies(&table, &game)
}

#[test]
fn a_wrong_count_is_noticed() {
    let right = tallies(r#"{"majority":{}}"#);
    assert_eq!((right.winning.clone(), right.swings.clone()), (BigUint::from(4_u8), vec![BigUint::from(2_u8)]));
    assert!(Indices::of(&right).is_ok());
    let caught = |change: fn(&mut Tallies)| {
        let mut wrong = right.clone();
        change(&mut wrong);
        Indices::of(&wrong).expect_err("a wrong count passed")
    };
    caught(|counts| counts.swings[0] += 1_u8);
    caught(|counts| counts.winning += 1_u8);
    caught(|counts| counts.heads = Some(BigUint::from(8_u8)));
    caught(|counts| counts.minimal.as_mut().unwrap().count += 1_u8);
    caught(|counts| counts.critical.as_mut().unwrap().vulnerable += 1_u8);
    caught(|counts| counts.critical.as_mut().unwrap().with[0][2] += 1_u8);
    caught(|counts| counts.by_size.as_mut().unwrap()[0][2] -= 1_u8);
}
