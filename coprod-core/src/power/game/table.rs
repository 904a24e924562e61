//! The outcome for every set of members who say yes, one bit each.
//!
//! The sets are numbered: bit `p` of a number says whether the voter at position `p` says yes. Sixty-four outcomes, those that
//! differ in the six lightest voters, are worked out together: a sum over the heavier voters leaves a gap to the bar, and which of
//! the sixty-four sums of the lighter ones fill it has been sorted beforehand.

use super::super::roles::Role;
use super::super::rule::Compiled;
use super::threshold::{Gate, Sums, Threshold};
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
    /// The table of a rule whose members play these parts.
    ///
    /// # Errors
    /// `group_too_large` beyond [`MOST_VOTERS`], `too_much_work` beyond [`MOST_TABLE_STEPS`].
    pub(crate) fn of(rule: &Compiled, roles: &[Role]) -> Result<Self, PowerError> {
        let weight = |member: &usize| roles.get(*member).map(Role::total_weight);
        let mut voters: Vec<usize> = (0..rule.len()).filter(|member| roles.get(*member).is_some_and(Role::has_a_vote)).collect();
        voters.sort_by_key(|member| (weight(member), *member));
        if voters.len() > MOST_VOTERS {
            return Err(PowerError::GroupTooLarge { path: Pointer::root(), count: voters.len(), limit: MOST_VOTERS });
        }
        let mut positions = vec![None; rule.len()];
        for (position, member) in voters.iter().enumerate() {
            if let Some(own) = positions.get_mut(*member) {
                *own = Some(position);
            }
        }
        let mut sums = Sums { positions: &positions, voters: voters.len(), sums: Vec::new() };
        let gate = sums.of(rule);
        let count = 1_usize << voters.len().saturating_sub(LOW);
        if (count as u64).saturating_mul(sums.sums.len() as u64) > MOST_TABLE_STEPS {
            return Err(PowerError::TooMuchWork { path: Pointer::root() });
        }
        let words = fill(&gate, &sums.sums, count, voters.len());
        Ok(Self { voters, words })
    }

    /// A table over so many voters with these outcomes.
    pub(crate) fn from_outcomes(voters: usize, passes: impl Fn(usize) -> bool) -> Self {
        let outcomes = 1_usize << voters;
        let word =
            |start: usize| (0..64.min(outcomes)).filter(|bit| passes(start + bit)).fold(0, |word, bit| word | 1_u64 << bit);
        Self { voters: (0..voters).collect(), words: (0..outcomes).step_by(64).map(word).collect() }
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
    fn new(threshold: &Threshold) -> Self {
        let (light, heavy) = threshold.weights.split_at(threshold.weights.len().min(LOW));
        let mut below = 0_u64;
        let steps = heavy.iter().map(|weight| {
            // Modulo 2^64 going down is going up; the sum itself is at most 2^55.
            let step = weight.wrapping_sub(below);
            below = below.wrapping_add(*weight);
            step
        });
        Self { least: threshold.least, sum: 0, steps: steps.collect(), light: reached(light) }
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

fn fill(gate: &Gate, sums: &[Threshold], count: usize, voters: usize) -> Vec<u64> {
    let mut running: Vec<Running> = sums.iter().map(Running::new).collect();
    let used = if voters < LOW { (1 << (1 << voters)) - 1 } else { u64::MAX };
    let mut words = Vec::with_capacity(count);
    for number in 0..count {
        if number > 0 {
            for sum in &mut running {
                let step = sum.steps.get(number.trailing_zeros() as usize).copied().unwrap_or(0);
                sum.sum = sum.sum.wrapping_add(step);
            }
        }
        words.push(value(gate, &running) & used);
    }
    words
}

fn value(gate: &Gate, sums: &[Running]) -> u64 {
    match gate {
        Gate::Sum(number) => sums.get(*number).map_or(0, Running::word),
        Gate::AtLeast(0, _) => u64::MAX,
        Gate::AtLeast(1, of) => of.iter().fold(0, |any, part| if any == u64::MAX { any } else { any | value(part, sums) }),
        Gate::AtLeast(count, of) if *count == of.len() => {
            of.iter().fold(u64::MAX, |all, part| if all == 0 { all } else { all & value(part, sums) })
        }
        Gate::AtLeast(count, of) => {
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
