//! How many voters rank one option above another, for every two options.

use super::ranked::{RankedBallot, RankedBallots};

/// How many voters rank each option above each other one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairwise {
    options: usize,
    over: Vec<u64>,
}

/// How strong a defeat is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DefeatStrength {
    /// By how many voters are on the winning side.
    #[default]
    WinningVotes,
    /// By how many more voters are on the winning side than on the losing one.
    Margins,
}

/// So many options are compared at one step.
const LANES: usize = 8;

/// Counts in 16 bits for so many ballots before they are added up.
const BATCH: u32 = 65_535;

impl Pairwise {
    /// Compares every two options on every ballot. An option that a ballot names stands above those that it does not.
    #[must_use]
    pub fn of(ballots: &RankedBallots) -> Self {
        let options = ballots.options();
        let stride = options.div_ceil(LANES) * LANES;
        let mut counted = Self { options, over: vec![0; options * options] };
        let mut small = vec![0_u16; stride * options];
        let mut heavy = vec![0_u64; stride * options];
        // The place of each option on a ballot. What fills up the last step stands before all, so that nothing is above it.
        let mut places = vec![0_u16; stride];
        let mut waiting = 0;
        for ballot in ballots.ballots() {
            places.iter_mut().take(options).for_each(|place| *place = u16::MAX);
            for (option, rank) in ballot.ranks() {
                if let Some(place) = places.get_mut(option) {
                    *place = rank + 1;
                }
            }
            if ballot.count == 1 {
                add_one(&mut small, stride, ballot, &places);
                waiting += 1;
            } else {
                add_many(&mut heavy, stride, ballot, &places);
            }
            if waiting == BATCH {
                counted.gather(&mut small, stride);
                waiting = 0;
            }
        }
        counted.gather(&mut small, stride);
        counted.gather(&mut heavy, stride);
        counted
    }

    fn gather<N: Copy + Default + Into<u64>>(&mut self, from: &mut [N], stride: usize) {
        for (row, new) in self.over.chunks_exact_mut(self.options).zip(from.chunks_exact(stride)) {
            for (sum, new) in row.iter_mut().zip(new) {
                // At most the number of votes, which fits.
                *sum += (*new).into();
            }
        }
        from.fill(N::default());
    }

    /// How many options there are.
    #[must_use]
    pub const fn options(&self) -> usize {
        self.options
    }

    /// How many voters rank option `a` above option `b`; 0 for options that are not there.
    #[must_use]
    pub fn over(&self, a: usize, b: usize) -> u64 {
        if b < self.options { self.over.get(a * self.options + b).copied().unwrap_or(0) } else { 0 }
    }

    /// Whether more voters rank `a` above `b` than the other way round.
    #[must_use]
    pub fn beats(&self, a: usize, b: usize) -> bool {
        self.over(a, b) > self.over(b, a)
    }

    /// How strongly `a` defeats `b`; 0 if it does not.
    #[must_use]
    pub fn strength(&self, a: usize, b: usize, by: DefeatStrength) -> u64 {
        let (over, under) = (self.over(a, b), self.over(b, a));
        match by {
            _ if over <= under => 0,
            DefeatStrength::WinningVotes => over,
            DefeatStrength::Margins => over - under,
        }
    }

    /// The option that beats every other one, if there is one: the Condorcet winner.
    #[must_use]
    pub fn winner(&self) -> Option<usize> {
        (0..self.options).find(|a| (0..self.options).all(|b| b == *a || self.beats(*a, b)))
    }
}

/// No counter overflows: each grows by at most one a ballot, and is gathered before it is full.
#[inline]
fn add_one(counts: &mut [u16], stride: usize, ballot: RankedBallot<'_>, places: &[u16]) {
    for option in ballot.options() {
        let Some(own) = places.get(option).copied() else { continue };
        let Some(row) = counts.get_mut(option * stride..(option + 1) * stride) else { continue };
        for (count, other) in row.iter_mut().zip(places) {
            *count = count.wrapping_add(u16::from(own < *other));
        }
    }
}

/// No counter overflows: each is at most the number of votes, which fits.
fn add_many(counts: &mut [u64], stride: usize, ballot: RankedBallot<'_>, places: &[u16]) {
    for option in ballot.options() {
        let Some(own) = places.get(option).copied() else { continue };
        let Some(row) = counts.get_mut(option * stride..(option + 1) * stride) else { continue };
        for (count, other) in row.iter_mut().zip(places) {
            *count = count.wrapping_add(if own < *other { ballot.count } else { 0 });
        }
    }
}
