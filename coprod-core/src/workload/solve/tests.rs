//! The parts of the search against known answers.

use super::part::compare_pairs;
use super::*;

fn set(people: &[usize]) -> Set {
    people.iter().copied().collect()
}

#[test]
fn sets_know_their_order() {
    assert_eq!(set(&[3, 1]).iter().collect::<Vec<_>>(), [1, 3]);
    assert_eq!(set(&[0, 1, 2, 3]).and(set(&[1, 2]).after_first()), set(&[2, 3]));
    assert_eq!(set(&[0, 1, 2, 3]).and(set(&[1, 2]).before_last()), set(&[0, 1]));
    assert_eq!((set(&[31]).single(), set(&[]).single()), (Some(31), None));
    assert!(set(&[]).after_first().and(set(&[0, 31])).is_empty() && set(&[]).before_last().is_empty());
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
