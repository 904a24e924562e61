//! The parts of the search against known answers.

use super::part::compare_pairs;
use super::*;

fn set(people: &[usize]) -> Set {
    people.iter().copied().collect()
}

#[test]
fn sets_know_their_order() {
    assert_eq!(set(&[3, 1]).iter().collect::<Vec<_>>(), [1, 3]);
    assert_eq!(set(&[700, 3, 64]).iter().collect::<Vec<_>>(), [3, 64, 700]);
    assert_eq!(
        (set(&[31]).single(), set(&[]).single(), set(&[999]).single(), set(&[0, 64]).single()),
        (Some(31), None, Some(999), None)
    );
    assert_eq!(set(&[0, 64, 999]).without(&set(&[999])), set(&[64, 0]));
    assert_eq!(set(&[0, 64, 999]).and(&set(&[1, 999])), set(&[999]));
    assert!(set(&[128]).without(&set(&[128])).is_empty() && set(&[5]).and(&set(&[70])).is_empty());
    assert_eq!((set(&[]).with(70).has(70), set(&[70]).has(6)), (true, false));
}

#[test]
fn the_larger_of_two_parts_counts_first() {
    let part = |cost, of| Part { cost, of };
    assert!(compare_pairs((part(1, 2), part(3, 4)), (part(1, 1), part(0, 1))).is_lt());
    assert!(compare_pairs((part(1, 2), part(1, 1)), (part(2, 2), part(1, 4))).is_gt());
    assert!(compare_pairs((part(1, 2), part(1, 1)), (part(3, 3), part(2, 4))).is_eq());
}

#[test]
fn matching_keeps_those_named_first_and_fills_the_most() {
    let sets = [set(&[0, 1]), set(&[0]), set(&[2])];
    assert_eq!(match_places(&sets, &[]), [Some(1), Some(0), Some(2)]);
    assert_eq!(match_places(&sets, &[0]), [Some(1), Some(0), Some(2)]);
    assert_eq!(match_places(&[set(&[0, 1]), set(&[0, 1]), set(&[0, 1])], &[1]), [Some(1), Some(0), None]);
}
