//! Sets in one word.

use super::Bits;

fn bits(people: &[usize]) -> Bits {
    people.iter().copied().collect()
}

#[test]
fn bits_know_their_order() {
    assert_eq!(bits(&[3, 1]).iter().collect::<Vec<_>>(), [1, 3]);
    assert_eq!(bits(&[0, 1, 2, 3]).and(bits(&[1, 2]).after_first()), bits(&[2, 3]));
    assert_eq!(bits(&[0, 1, 2, 3]).and(bits(&[1, 2]).before_last()), bits(&[0, 1]));
    assert_eq!((bits(&[63]).single(), bits(&[]).single()), (Some(63), None));
    assert!(bits(&[]).after_first().and(bits(&[0, 63])).is_empty() && bits(&[]).before_last().is_empty());
}
