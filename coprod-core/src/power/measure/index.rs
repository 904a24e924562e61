//! The indices as exact fractions of counts, and the sums that they must have.

use num_bigint::BigUint;
use num_traits::One;
use serde::{Deserialize, Serialize};

use super::super::game::{Tallies, Wanted};
use crate::unit::Exact;

/// A way to put a member's power into a number. All of them look at the coalitions that pass: the sets of members whose yes is enough
/// when everybody else objects. A member is *critical* in one that fails without the member: that is a *swing*. They answer
/// different questions, and where they disagree none of them is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PowerIndex {
    /// The member's swings as a share of everybody's. For a group: how influence over open questions is shared out, if nobody knows
    /// beforehand who sides with whom. To be preferred for comparing members under one rule; not for comparing rules, as it
    /// is a share whatever there is to be shared (see `banzhaf_absolute`). Swings of the member / swings of all. Source: Banzhaf (1965),
    /// after Penrose (1946).
    Banzhaf,
    /// The chance that the member's vote decides when everybody else tosses a coin. For a group: how often one vote will make the
    /// difference. To be preferred for comparing rules, or members of different groups, and for asking whether a vote is worth
    /// coming for. Swings / 2^(n - 1), for n members. Source: Penrose (1946); Dubey and Shapley (1979).
    BanzhafAbsolute,
    /// The chance that the member is the one whose yes makes it pass, when all come round to yes one after another in random order.
    /// For a group: how the prize of a decision would be shared, if those who are needed last can ask for it. To be preferred where
    /// members bargain, or where one number for a side must be the sum of its members' numbers and all sum to 1. The sum over
    /// swings in coalitions of s members of (s - 1)! (n - s)! / n!. Source: Shapley and Shubik (1954).
    ShapleyShubik,
    /// The share that falls to the member if one minimal winning coalition is drawn, each as likely as any other, and divides its power
    /// equally. For a group: who is in the smallest alliances. To be preferred where a few allies form no larger a coalition than
    /// they must; it may give a heavier vote less than a lighter one. The mean over the minimal winning coalitions of 1 / s for
    /// their members. Source: Deegan and Packel (1978).
    DeeganPackel,
    /// The public good index: how many of the minimal winning coalitions the member is in, as a share of everybody's. For a group: who is
    /// wanted for what all then enjoy, undivided. To be preferred where a decision serves everybody alike; it may give a heavier vote
    /// less than a lighter one. The member's minimal winning coalitions / those of all members added up. Source: Holler (1982).
    Holler,
    /// Coalitions with a critical member share their power equally among those who are critical. For a group: being the only one who can
    /// stop a coalition counts for more than being one of many. To be preferred where leaving an alliance is the threat. The mean over
    /// the winning coalitions with a critical member of 1 / (number of critical members), for these. Source: Johnston (1978).
    Johnston,
    /// Of the decisions that would pass, the share that the member's change to no would stop. For a group: the strength of a veto, 1
    /// for a full one. To be preferred for asking who can hold things up. Swings / winning coalitions. Source: Coleman (1971).
    ColemanPrevent,
    /// Of the decisions that would fail, the share that the member's change to yes would make pass. For a group: the strength to get
    /// something done. To be preferred for asking whose support is worth winning. Swings / losing coalitions. Source: Coleman (1971).
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

    /// Whether counting winning coalitions and swings is enough for it.
    #[cfg(feature = "counting")]
    pub(in super::super) fn is_light(self) -> bool {
        Self::wanted(&[self]) == Wanted::default()
    }

    /// What must be counted for these.
    pub(in super::super) fn wanted(asked: &[Self]) -> Wanted {
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
        let shared = || -> Vec<BigUint> {
            (0..=voters).map(|size| if size == 0 { BigUint::ZERO } else { &common / BigUint::from(size) }).collect()
        };
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
            let parts = weighed(&minimal.with, &shared());
            indices.deegan_packel = whole(parts, &common * &minimal.count, "the Deegan-Packel index sums to 1")?;
            let with: Vec<BigUint> = minimal.with.iter().map(|sizes| sizes.iter().sum()).collect();
            indices.holler = share(&with, &of_all(&with));
        }
        if let Some(critical) = &tallies.critical {
            let parts = weighed(&critical.with, &shared());
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

/// The least common multiple of 1 to `most`: of each prime, the highest power that is not above.
pub(super) fn common_multiple(most: usize) -> BigUint {
    let is_prime = |number: &usize| (2..*number).take_while(|by| by * by <= *number).all(|by| !number.is_multiple_of(by));
    let power = |prime: usize| {
        std::iter::successors(Some(prime), |power| power.checked_mul(prime)).take_while(|power| *power <= most).last()
    };
    (2..=most).filter(is_prime).filter_map(power).fold(BigUint::one(), |common, power| common * power)
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
