//! The chance of every sum of weights, where each weight is in it with the same chance.

use super::removed::Cumulated;
use super::sliding::Sliding;
use super::{LEFT_OUT, UNIT, as_float, left_out, tail};

/// The chances of sums.
#[derive(Debug)]
pub(super) struct Mass {
    /// The chance of each sum up to the last one that was asked for, from the first that has more than next to none.
    pub(super) chances: Vec<f64>,
    /// The chance of all sums up to each.
    pub(super) cumulated: Cumulated,
    /// The relative error of each chance, at most.
    pub(super) relative: f64,
    /// All that was left out, at most.
    pub(super) left_out: f64,
}

/// The sums that the first members can come to, but for next to no chance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band {
    pub(super) first: u64,
    pub(super) last: u64,
}

impl Band {
    /// How many sums it has.
    pub(super) const fn width(self) -> u64 {
        self.last - self.first + 1
    }
}

/// How bands grow, a member after the other.
#[derive(Debug, Clone, Copy)]
struct Growth {
    p: f64,
    left_out: f64,
    sum: u64,
    squares: f64,
    band: Band,
    top: u64,
}

impl Growth {
    fn new(members: &[u64], p: f64, top: u64) -> Self {
        Self { p, left_out: left_out(members.len()), sum: 0, squares: 0.0, band: Band { first: 0, last: 0 }, top }
    }

    /// The band once members of this weight have come in too.
    fn with(mut self, weights: [u64; 2]) -> Self {
        for weight in weights {
            self.sum += weight;
            self.squares += as_float(weight).powi(2);
        }
        let reach = tail::reach(self.squares, self.p, self.left_out) + 1.0;
        let mean = as_float(self.sum) * self.p;
        let first = as_points(mean - reach).max(self.band.first);
        let last = as_points(mean + reach + 1.0).min(self.band.last + weights[0] + weights[1]).min(self.top);
        self.band = Band { first: first.min(last), last };
        self
    }
}

/// A number that is not below zero as a whole number of points.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, and below zero it is zero")]
const fn as_points(number: f64) -> u64 {
    number as u64
}

/// Members two by two, the first alone where their number is odd.
fn pairs(members: &[u64]) -> impl Iterator<Item = [u64; 2]> {
    let (alone, rest) = members.split_at(members.len() % 2);
    let alone = alone.iter().map(|weight| [*weight, 0]);
    let two = rest.chunks(2).filter_map(|two| match two {
        [one, other] => Some([*one, *other]),
        _ => None,
    });
    alone.chain(two)
}

/// How many sums are reckoned with in all.
pub(super) fn steps(members: &[u64], p: f64, top: u64) -> f64 {
    let mut growth = Growth::new(members, p, top);
    let mut steps = 0.0;
    for weights in pairs(members) {
        growth = growth.with(weights);
        steps += 2.0 * as_float(growth.band.width());
    }
    steps
}

impl Mass {
    /// The chance of each sum up to `top` where each member comes in with chance `p`. The lightest come first, so that bands stay narrow
    /// for long.
    pub(super) fn of(members: &[u64], p: f64, top: u64) -> Self {
        let mut growth = Growth::new(members, p, top);
        let mut sliding = Sliding::new(p, growth.band);
        for two in pairs(members) {
            growth = growth.with(two);
            sliding.take_in(two, growth.band);
        }
        let Band { first, last } = growth.band;
        let mut now = sliding.into_chances();
        // Above the band there is nothing, up to the last sum that is asked for.
        now.resize(places(top.max(last) - first + 1), 0.0);
        let members = as_float(members.len() as u64);
        Self { cumulated: Cumulated::of(&now), chances: now, relative: 1.01 * 3.0 * (members + 2.0) * UNIT, left_out: LEFT_OUT }
    }

    /// The chance of all sums together, and the most that it may be wrong.
    pub(super) fn all(&self) -> (f64, f64) {
        (self.cumulated.last().clamp(0.0, 1.0), self.relative + self.left_out + 4.0 * UNIT)
    }
}

/// A number of points as a length of memory.
pub(super) fn places(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
