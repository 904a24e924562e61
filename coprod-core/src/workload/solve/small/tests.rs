//! Sets in words, and sums.

use std::collections::BTreeSet;

use super::sums::Sums;
use super::{Bits, Places};
use crate::unit::Draw;

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

#[test]
fn places_know_their_order() {
    let mut some = Places::default();
    [200, 3, 64, 63].into_iter().for_each(|place| some.insert(place));
    assert_eq!(some.iter().collect::<Vec<_>>(), [3, 63, 64, 200]);
    assert_eq!(some.without_one(63).and(Places::first(65)).iter().collect::<Vec<_>>(), [3, 64]);
    assert_eq!((some.take_first(), some.has(3), some.has(64)), (Some(3), false, true));
    assert!(some.without(some).is_empty() && some.or(Places::first(1)).has(0));
}

#[test]
fn sums_are_all_that_can_be_made() {
    let mut draw = Draw::new(1);
    for _ in 0..300 {
        let most = draw.below(512) as u64;
        let (mut sums, mut all) = (Sums::new(most).unwrap(), BTreeSet::from([0]));
        for _ in 0..draw.below(8) {
            let amount = draw.below(200) as u64;
            sums.add(amount);
            all.extend(all.clone().into_iter().map(|sum| sum + amount).filter(|sum| *sum <= most));
        }
        for bound in 0..=most {
            assert_eq!(Some(&sums.greatest(bound)), all.range(..=bound).next_back());
            let least = bound.saturating_sub(draw.below(20) as u64);
            assert_eq!(sums.any_within(least, bound), all.range(least..=bound).next().is_some());
        }
    }
    assert!(Sums::new(512).is_none());
}
