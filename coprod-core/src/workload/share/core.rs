//! Whether some group would do better alone than in a division.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::fraction::{Fraction, pence};
use super::game::Table;

/// A group, what it has in a division, and its worth alone.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Against {
    pub(super) group: usize,
    pub(super) has: Fraction,
    pub(super) alone: Fraction,
}

/// The group that a division gives least beyond its worth, of those that `of` lets through; the smallest of several. Nothing where there is
/// none: the group of all is not asked.
pub(super) fn least_content(table: &Table, shares: &[Fraction], of: impl Fn(usize) -> bool) -> Option<Against> {
    let scale = shares.iter().fold(BigInt::one(), |all, share| all.lcm(share.denom()));
    let whole: Vec<BigInt> = shares.iter().map(|share| (share * &scale).to_integer()).collect();
    let mut has = vec![BigInt::zero()];
    for share in &whole {
        let with: Vec<BigInt> = has.iter().map(|rest| rest + share).collect();
        has.extend(with);
    }
    let beyond = |group: usize| has.get(group).map(|has| has - &scale * table.of(group));
    let groups = (1..table.all()).filter(|group| of(*group));
    let (_, _, group) = groups.filter_map(|group| Some((beyond(group)?, group.count_ones(), group))).min()?;
    Some(Against { group, has: Fraction::new(has.get(group)?.clone(), scale.clone()), alone: pence(table.of(group)) })
}

/// The group that falls furthest short, if any does.
pub(super) fn worst_off(table: &Table, shares: &[Fraction]) -> Option<Against> {
    least_content(table, shares, |_| true).filter(|against| (&against.has - &against.alone).is_negative())
}
