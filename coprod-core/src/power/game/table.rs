//! The outcome for every set of members who say yes, one bit each.
//!
//! The sets are numbered: bit `p` of a number says whether the voter at position `p` says yes. Sixty-four outcomes, those that
//! differ in the six lightest voters, are worked out together: a sum over the heavier voters leaves a gap to the bar, and which of
//! the sixty-four sums of the lighter ones fill it has been sorted beforehand.

use super::shape::{Game, Gate};
use crate::error::{Pointer, PowerError};

/// Exact answers by a table exist for up to this many members who have a vote; the table then takes 16 MiB. Members whose vote no
/// part of the rule asks do not count.
pub const MOST_VOTERS: usize = 27;

/// A table may take this many steps, of 64 outcomes of one part of the rule each: about a second. At 27 voters a rule may have 64
/// parts.
pub const MOST_TABLE_STEPS: u64 = 1 << 27;

/// So many voters, the lightest, tell the outcomes of one word apart.
pub(super) const LOW: usize = 6;

/// Which of the 64 sets of a word contain the voter at each of these positions.
pub(super) const WITH: [u64; LOW] = [
    0xaaaa_aaaa_aaaa_aaaa,
    0xcccc_cccc_cccc_cccc,
    0xf0f0_f0f0_f0f0_f0f0,
    0xff00_ff00_ff00_ff00,
    0xffff_0000_ffff_0000,
    0xffff_ffff_0000_0000,
];

/// The outcome for every set of voters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    voters: Vec<usize>,
    words: Vec<u64>,
}

impl Table {
    /// The table of a game.
    ///
    /// # Errors
    /// `group_too_large` beyond [`MOST_VOTERS`], `too_much_work` beyond [`MOST_TABLE_STEPS`].
    pub(crate) fn of(game: &Game) -> Result<Self, PowerError> {
        let count = game.voters();
        if count > MOST_VOTERS {
            return Err(PowerError::GroupTooLarge { path: Pointer::root(), count, limit: MOST_VOTERS });
        }
        if Self::steps(game) > MOST_TABLE_STEPS {
            return Err(PowerError::TooMuchWork { path: Pointer::root() });
        }
        // The lightest first.
        let weight = |kind: usize| -> u128 {
            game.sums.iter().filter_map(|weights| weights.get(kind)).map(|weight| u128::from(*weight)).sum()
        };
        let of_kind = |(kind, members): (usize, &Vec<usize>)| {
            members.iter().map(|member| (weight(kind), *member, kind)).collect::<Vec<_>>()
        };
        let mut voters: Vec<(u128, usize, usize)> = game.kinds.iter().enumerate().flat_map(of_kind).collect();
        voters.sort_unstable();
        let mut bars = Vec::new();
        collect(&game.gate, &mut bars);
        let own = |weights: &Vec<u64>| -> Vec<u64> {
            voters.iter().map(|(_, _, kind)| weights.get(*kind).copied().unwrap_or(0)).collect()
        };
        let sums: Vec<Vec<u64>> = game.sums.iter().map(own).collect();
        let running = bars.iter().filter_map(|(sum, least)| sums.get(*sum).map(|weights| Running::new(weights, *least)));
        let words = fill(&game.gate, &bars, running.collect(), 1_usize << count.saturating_sub(LOW), count);
        Ok(Self { voters: voters.into_iter().map(|(_, member, _)| member).collect(), words })
    }

    /// How many steps the table of a game with few enough voters takes.
    pub(super) fn steps(game: &Game) -> u64 {
        let words = u32::try_from(game.voters().saturating_sub(LOW)).ok().and_then(|bits| 1_u64.checked_shl(bits));
        words.unwrap_or(u64::MAX).saturating_mul(game.bars().max(1) as u64)
    }

    /// The members who have a vote, by position.
    pub(crate) fn voters(&self) -> &[usize] {
        &self.voters
    }

    /// The outcomes, 64 a word.
    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Whether it passes when exactly the voters of this set say yes.
    pub(crate) fn passes(&self, set: usize) -> bool {
        self.words.get(set >> LOW).is_some_and(|word| word >> (set & 63) & 1 == 1)
    }

    /// The set of these members, as far as they have a vote.
    pub(crate) fn set(&self, members: &[usize]) -> usize {
        let inside = |(_, voter): &(usize, &usize)| members.contains(voter);
        self.voters.iter().enumerate().filter(inside).fold(0, |set, (position, _)| set | 1 << position)
    }

    /// Whether the vote of any voter of this set ever makes a difference.
    pub(crate) fn turned_by_any(&self, set: usize) -> bool {
        let mut voters = (0..self.voters.len()).filter(|voter| set >> voter & 1 == 1);
        voters.any(|voter| (0..self.words.len()).any(|number| self.turned(number, voter) != 0))
    }

    /// Which sets of the word of this number pass with this voter and fail without.
    pub(super) fn turned(&self, number: usize, voter: usize) -> u64 {
        let word = self.words.get(number).copied().unwrap_or(0);
        match WITH.get(voter) {
            Some(with) => word & !(word << (1_u32 << voter)) & with,
            None if number >> (voter - LOW) & 1 == 0 => 0,
            None => word & !self.words.get(number ^ 1 << (voter - LOW)).copied().unwrap_or(0),
        }
    }

    /// Which sets of the word of this number are minimal winning coalitions.
    pub(super) fn minimal(&self, number: usize) -> u64 {
        let mut minimal = self.words.get(number).copied().unwrap_or(0);
        for voter in 0..self.voters.len() {
            if minimal == 0 {
                break;
            }
            match WITH.get(voter) {
                Some(with) => minimal &= self.turned(number, voter) | !with,
                None if number >> (voter - LOW) & 1 == 1 => minimal &= self.turned(number, voter),
                None => {}
            }
        }
        minimal
    }

    /// The set of all voters.
    pub(crate) fn everybody(&self) -> usize {
        (1 << self.voters.len()) - 1
    }
}

/// One sum on its way through the table.
struct Running {
    least: u64,
    /// The sum of the heavier voters who say yes.
    sum: u64,
    /// What is added to it when the number of the word grows by one and bit `b` is the lowest set.
    steps: Vec<u64>,
    /// The sums of the lighter voters from small to large, and which of the 64 sets reach each.
    light: Vec<(u64, u64)>,
}

impl Running {
    fn new(weights: &[u64], least: u64) -> Self {
        let (light, heavy) = weights.split_at(weights.len().min(LOW));
        let mut below = 0_u64;
        let steps = heavy.iter().map(|weight| {
            // Modulo 2^64 going down is going up; the sum itself is at most 2^55.
            let step = weight.wrapping_sub(below);
            below = below.wrapping_add(*weight);
            step
        });
        Self { least, sum: 0, steps: steps.collect(), light: reached(light) }
    }

    /// The outcomes of the word that the sum stands at.
    fn word(&self) -> u64 {
        let gap = self.least.saturating_sub(self.sum);
        if gap == 0 {
            return u64::MAX;
        }
        let at = self.light.partition_point(|(sum, _)| *sum < gap);
        self.light.get(at).map_or(0, |(_, sets)| *sets)
    }
}

/// The sums of up to six weights from small to large, each with the sets whose sum is at least that.
fn reached(weights: &[u64]) -> Vec<(u64, u64)> {
    let of_set = |set: usize| weights.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, weight)| weight).sum();
    let sums: Vec<u64> = (0..1 << weights.len()).map(of_set).collect();
    let mut distinct = sums.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let sets =
        |least: &u64| sums.iter().enumerate().filter(|(_, sum)| *sum >= least).fold(0, |sets, (set, _)| sets | 1_u64 << set);
    distinct.iter().map(|sum| (*sum, sets(sum))).collect()
}

/// The different bars of a game, in the order of their first use.
fn collect(gate: &Gate, bars: &mut Vec<(usize, u64)>) {
    match gate {
        Gate::Always | Gate::Never => {}
        Gate::Bar { sum, least } => {
            if !bars.contains(&(*sum, *least)) {
                bars.push((*sum, *least));
            }
        }
        Gate::AtLeast(_, of) => of.iter().for_each(|part| collect(part, bars)),
    }
}

/// A part of the rule over the sums on their way.
enum Part {
    Constant(u64),
    Sum(usize),
    AtLeast(usize, Vec<Part>),
}

impl Part {
    fn of(gate: &Gate, bars: &[(usize, u64)]) -> Self {
        match gate {
            Gate::Always => Self::Constant(u64::MAX),
            Gate::Never => Self::Constant(0),
            Gate::Bar { sum, least } => bars.iter().position(|bar| bar == &(*sum, *least)).map_or(Self::Constant(0), Self::Sum),
            Gate::AtLeast(count, of) => Self::AtLeast(*count, of.iter().map(|part| Self::of(part, bars)).collect()),
        }
    }
}

fn fill(gate: &Gate, bars: &[(usize, u64)], mut running: Vec<Running>, count: usize, voters: usize) -> Vec<u64> {
    let part = Part::of(gate, bars);
    let used = if voters < LOW { (1 << (1 << voters)) - 1 } else { u64::MAX };
    let mut words = Vec::with_capacity(count);
    for number in 0..count {
        if number > 0 {
            for sum in &mut running {
                let step = sum.steps.get(number.trailing_zeros() as usize).copied().unwrap_or(0);
                sum.sum = sum.sum.wrapping_add(step);
            }
        }
        words.push(value(&part, &running) & used);
    }
    words
}

fn value(part: &Part, sums: &[Running]) -> u64 {
    match part {
        Part::Constant(word) => *word,
        Part::Sum(number) => sums.get(*number).map_or(0, Running::word),
        Part::AtLeast(1, of) => of.iter().fold(0, |any, part| if any == u64::MAX { any } else { any | value(part, sums) }),
        Part::AtLeast(count, of) if *count == of.len() => {
            of.iter().fold(u64::MAX, |all, part| if all == 0 { all } else { all & value(part, sums) })
        }
        Part::AtLeast(count, of) => {
            // `reach[k]`: where at least k + 1 of the parts seen so far pass.
            let mut reach = vec![0_u64; *count];
            for part in of {
                let mut carry = value(part, sums);
                for word in &mut reach {
                    let both = *word & carry;
                    *word |= carry;
                    carry = both;
                }
            }
            reach.last().copied().unwrap_or(0)
        }
    }
}
