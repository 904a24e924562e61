//! The indices as exact fractions of counts, and the sums that they must have.

use num_bigint::BigUint;
use num_traits::One;
use serde::{Deserialize, Serialize};

use super::super::game::Counts;
use crate::unit::Exact;

/// A way to put a member's power into a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PowerIndex {
    /// The member's swings as a share of everybody's.
    Banzhaf,
    /// The chance that the member is critical when everybody else tosses a coin.
    BanzhafAbsolute,
    /// The chance that the member is the one who makes it pass when all say yes one after another in random order.
    ShapleyShubik,
    /// Minimal winning coalitions are equally likely, and each shares its power equally.
    DeeganPackel,
    /// The public good index: the member's minimal winning coalitions as a share of everybody's.
    Holler,
    /// Coalitions with a critical member share their power equally among those who are critical.
    Johnston,
    /// The share of winning coalitions that the member can stop.
    ColemanPrevent,
    /// The share of losing coalitions that the member can make win.
    ColemanInitiate,
}

impl PowerIndex {
    /// Every index there is.
    pub const ALL: &'static [Self] = &[
        Self::Banzhaf,
        Self::BanzhafAbsolute,
        Self::ShapleyShubik,
        Self::DeeganPackel,
        Self::Holler,
        Self::Johnston,
        Self::ColemanPrevent,
        Self::ColemanInitiate,
    ];
}

/// All indices of one game, by position of the voter. Empty for a game that always or never passes: nobody has power in it, and a
/// share of nothing is not zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Indices {
    pub(super) constant: bool,
    pub(super) banzhaf: Vec<Exact>,
    pub(super) banzhaf_absolute: Vec<Exact>,
    pub(super) shapley_shubik: Vec<Exact>,
    pub(super) deegan_packel: Vec<Exact>,
    pub(super) holler: Vec<Exact>,
    pub(super) johnston: Vec<Exact>,
    pub(super) coleman_prevent: Vec<Exact>,
    pub(super) coleman_initiate: Vec<Exact>,
    /// What failed to hold in the counts themselves.
    broken: Option<&'static str>,
}

impl Indices {
    pub(super) fn of(counts: &Counts, voters: usize) -> Self {
        let coalitions = 1_u64 << voters;
        let constant = counts.winning == 0 || counts.winning == coalitions;
        let shares = |parts: &dyn Fn(usize) -> BigUint, whole: &BigUint| -> Vec<Exact> {
            if constant {
                return Vec::new();
            }
            (0..voters).filter_map(|voter| Exact::new(parts(voter), whole.clone())).collect()
        };
        let swings = |voter: usize| BigUint::from(counts.swings.get(voter).copied().unwrap_or(0));
        let sum = |lists: &[Vec<u64>], voter: usize, weight: &dyn Fn(usize) -> BigUint| -> BigUint {
            let sizes = lists.get(voter).map(Vec::as_slice).unwrap_or_default().iter().enumerate().skip(1);
            sizes.filter(|(_, count)| **count > 0).map(|(size, count)| weight(size) * *count).sum()
        };
        let one = |_: usize| BigUint::one();
        let common = common_multiple(voters);
        let shared = |size: usize| &common / BigUint::from(size);
        let all_swings: BigUint = (0..voters).map(swings).sum();
        let all_minimal: BigUint = (0..voters).map(|voter| sum(&counts.minimal_with, voter, &one)).sum();
        let by_size = swings_by_size(counts);
        let orders = factorials(voters);
        let order = |count: usize| orders.get(count).cloned().unwrap_or_default();
        let pivotal = |size: usize| order(size - 1) * order(voters - size);
        Self {
            constant,
            banzhaf: shares(&swings, &all_swings),
            banzhaf_absolute: shares(&swings, &BigUint::from(coalitions / 2)),
            shapley_shubik: shares(&|voter| sum(&by_size, voter, &pivotal), &order(voters)),
            deegan_packel: shares(&|voter| sum(&counts.minimal_with, voter, &shared), &(&common * counts.minimal)),
            holler: shares(&|voter| sum(&counts.minimal_with, voter, &one), &all_minimal),
            johnston: shares(&|voter| sum(&counts.critical, voter, &shared), &(&common * counts.vulnerable)),
            coleman_prevent: shares(&swings, &BigUint::from(counts.winning)),
            coleman_initiate: shares(&swings, &BigUint::from(coalitions - counts.winning)),
            broken: broken(counts, &by_size),
        }
    }

    /// What every right answer satisfies.
    pub(super) fn check(&self) -> Result<(), &'static str> {
        if let Some(broken) = self.broken {
            return Err(broken);
        }
        let whole = |shares: &[Exact]| self.constant || Exact::sum(shares) == Exact::one();
        let sums = [
            (&self.banzhaf, "the normalised Banzhaf index sums to 1"),
            (&self.shapley_shubik, "the Shapley-Shubik index sums to 1"),
            (&self.deegan_packel, "the Deegan-Packel index sums to 1"),
            (&self.holler, "the Holler index sums to 1"),
            (&self.johnston, "the Johnston index sums to 1"),
        ];
        sums.iter().find(|(shares, _)| !whole(shares)).map_or(Ok(()), |(_, what)| Err(*what))
    }
}

/// By voter and size with the voter: coalitions that win with the voter and lose without. Counted from the winning coalitions alone,
/// so that it can be compared with the critical members found one by one.
fn swings_by_size(counts: &Counts) -> Vec<Vec<u64>> {
    let of_voter = |with: &Vec<u64>| {
        let sizes = with.iter().enumerate().map(|(size, count)| {
            // Winning coalitions one smaller and without the voter win with the voter too: the difference is not below zero.
            let smaller = size.checked_sub(1);
            let all = smaller.and_then(|size| counts.winning_by_size.get(size)).copied().unwrap_or(0);
            let own = smaller.and_then(|size| with.get(size)).copied().unwrap_or(0);
            count.saturating_sub(all.saturating_sub(own))
        });
        sizes.collect()
    };
    counts.winning_with.iter().map(of_voter).collect()
}

fn broken(counts: &Counts, by_size: &[Vec<u64>]) -> Option<&'static str> {
    let agree = by_size.iter().zip(&counts.swings).all(|(sizes, swings)| sizes.iter().sum::<u64>() == *swings);
    let shared = counts.critical.iter().zip(&counts.swings).all(|(by_count, swings)| by_count.iter().sum::<u64>() == *swings);
    let even = counts.swings.iter().all(|swings| swings % 2 == counts.winning % 2);
    match (agree, shared, even) {
        (false, ..) => Some("swings counted in two ways agree"),
        (_, false, _) => Some("every swing belongs to a coalition with critical members"),
        // Pairing each coalition with and without a member leaves the swings unpaired.
        (_, _, false) => Some("swings and winning coalitions are both odd or both even"),
        _ => None,
    }
}

/// The least common multiple of 1 to `most`: the coalitions' parts are fractions of it.
fn common_multiple(most: usize) -> BigUint {
    (1..=most).fold(BigUint::one(), |common, size| num_integer::lcm(common, BigUint::from(size)))
}

/// 0! to `most`!.
fn factorials(most: usize) -> Vec<BigUint> {
    let next = |last: &mut BigUint, number: usize| {
        if number > 0 {
            *last *= number;
        }
        Some(last.clone())
    };
    (0..=most).scan(BigUint::one(), next).collect()
}
