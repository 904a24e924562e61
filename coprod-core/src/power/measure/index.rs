//! The indices as exact fractions of counts, and the sums that they must have.

use num_bigint::BigUint;
use num_traits::One;
use serde::{Deserialize, Serialize};

use super::super::game::{Tallies, Wanted};
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

impl PowerIndex {
    /// All indices but those for which more than is possible would have to be counted.
    pub(super) fn possible(possible: impl Fn(Wanted) -> bool) -> Vec<Self> {
        let dropped: [&[Self]; 4] = [
            &[],
            &[Self::Johnston],
            &[Self::Johnston, Self::DeeganPackel, Self::Holler],
            &[Self::Johnston, Self::DeeganPackel, Self::Holler, Self::ShapleyShubik],
        ];
        let kept = |dropped: &[Self]| Self::ALL.iter().copied().filter(|index| !dropped.contains(index)).collect::<Vec<_>>();
        let found = dropped.iter().map(|dropped| kept(dropped)).find(|kept| possible(Self::wanted(kept)));
        // With nothing possible, counting says so.
        found.unwrap_or_else(|| Self::ALL.to_vec())
    }

    /// What must be counted for these.
    pub(super) fn wanted(asked: &[Self]) -> Wanted {
        let any = |of: &[Self]| of.iter().any(|index| asked.contains(index));
        Wanted {
            by_size: any(&[Self::ShapleyShubik]),
            minimal: any(&[Self::DeeganPackel, Self::Holler]),
            critical: any(&[Self::Johnston]),
        }
    }
}

/// The indices of one game, by kind of voter. An index is empty if it was not counted; all are for a game that always or never passes:
/// nobody has power in it, and a share of nothing is not zero.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Indices {
    pub(super) banzhaf: Vec<Exact>,
    pub(super) banzhaf_absolute: Vec<Exact>,
    pub(super) shapley_shubik: Vec<Exact>,
    pub(super) deegan_packel: Vec<Exact>,
    pub(super) holler: Vec<Exact>,
    pub(super) johnston: Vec<Exact>,
    pub(super) coleman_prevent: Vec<Exact>,
    pub(super) coleman_initiate: Vec<Exact>,
}

impl Indices {
    /// The indices that were counted.
    ///
    /// # Errors
    /// What failed to hold, of all that every right answer satisfies.
    pub(super) fn of(tallies: &Tallies) -> Result<Self, &'static str> {
        if let Some(broken) = tallies.broken() {
            return Err(broken);
        }
        if tallies.constant() {
            return Ok(Self::default());
        }
        let share = |parts: &[BigUint], whole: &BigUint| -> Vec<Exact> {
            parts.iter().filter_map(|part| Exact::new(part.clone(), whole.clone())).collect()
        };
        let of_all = |parts: &[BigUint]| -> BigUint { parts.iter().zip(&tallies.sizes).map(|(part, size)| part * *size).sum() };
        let whole = |parts: Vec<BigUint>, whole: BigUint, what: &'static str| -> Result<Vec<Exact>, &'static str> {
            if of_all(&parts) == whole { Ok(share(&parts, &whole)) } else { Err(what) }
        };
        let voters = tallies.voters();
        // Parts of coalitions, and chances in a random order, are fractions of this.
        let common = common_multiple(voters);
        let shared: Vec<BigUint> =
            (0..=voters).map(|size| if size == 0 { BigUint::ZERO } else { &common / BigUint::from(size) }).collect();
        let swings = &tallies.swings;
        let losing = tallies.coalitions() - &tallies.winning;
        let mut indices = Self {
            banzhaf: share(swings, &of_all(swings)),
            banzhaf_absolute: share(swings, &(tallies.coalitions() >> 1)),
            coleman_prevent: share(swings, &tallies.winning),
            coleman_initiate: share(swings, &losing),
            ..Self::default()
        };
        if let Some(by_size) = &tallies.by_size {
            let chances = weighed(by_size, &first_comers(&common, voters));
            indices.shapley_shubik = whole(chances, common.clone(), "the Shapley-Shubik index sums to 1")?;
        }
        if let Some(minimal) = &tallies.minimal {
            let parts = weighed(&minimal.with, &shared);
            indices.deegan_packel = whole(parts, &common * &minimal.count, "the Deegan-Packel index sums to 1")?;
            let with: Vec<BigUint> = minimal.with.iter().map(|sizes| sizes.iter().sum()).collect();
            indices.holler = share(&with, &of_all(&with));
        }
        if let Some(critical) = &tallies.critical {
            let parts = weighed(&critical.with, &shared);
            indices.johnston = whole(parts, &common * &critical.vulnerable, "the Johnston index sums to 1")?;
        }
        indices.coleman_agrees()?;
        Ok(indices)
    }

    /// The absolute Banzhaf index is the harmonic mean of the two Coleman indices of a member.
    fn coleman_agrees(&self) -> Result<(), &'static str> {
        let colemans = self.coleman_prevent.iter().zip(&self.coleman_initiate);
        let agree = colemans.zip(&self.banzhaf_absolute).all(|((prevent, initiate), banzhaf)| {
            let product = prevent.times(initiate);
            Exact::sum([&product, &product]) == banzhaf.times(&Exact::sum([prevent, initiate]))
        });
        if agree { Ok(()) } else { Err("the Coleman indices agree with the absolute Banzhaf index") }
    }

    /// The values of an index, by kind.
    pub(super) fn values(&self, index: PowerIndex) -> &[Exact] {
        match index {
            PowerIndex::Banzhaf => &self.banzhaf,
            PowerIndex::BanzhafAbsolute => &self.banzhaf_absolute,
            PowerIndex::ShapleyShubik => &self.shapley_shubik,
            PowerIndex::DeeganPackel => &self.deegan_packel,
            PowerIndex::Holler => &self.holler,
            PowerIndex::Johnston => &self.johnston,
            PowerIndex::ColemanPrevent => &self.coleman_prevent,
            PowerIndex::ColemanInitiate => &self.coleman_initiate,
        }
    }
}

/// Counts by size, each taken so many times.
fn weighed(lists: &[Vec<BigUint>], weights: &[BigUint]) -> Vec<BigUint> {
    let sum =
        |list: &Vec<BigUint>| list.iter().zip(weights).filter(|(count, _)| **count != BigUint::ZERO).map(|(c, w)| c * w).sum();
    lists.iter().map(sum).collect()
}

/// The least common multiple of 1 to `most`.
pub(super) fn common_multiple(most: usize) -> BigUint {
    (1..=most).fold(BigUint::one(), |common, size| num_integer::lcm(common, BigUint::from(size)))
}

/// By size of a coalition: the chance, as parts of `common`, that a random order of so many voters begins with exactly its members, one
/// given member last. That is (size - 1)! (voters - size)! / voters! = 1 / (size times the ways to choose so many of all), and
/// size times these ways divides the least common multiple of 1 to `voters`.
pub(super) fn first_comers(common: &BigUint, voters: usize) -> Vec<BigUint> {
    let mut ways = BigUint::one();
    let mut chances = vec![BigUint::ZERO];
    for size in 1..=voters {
        ways = ways * (voters - size + 1) / size;
        chances.push(common / (&ways * size));
    }
    chances
}
