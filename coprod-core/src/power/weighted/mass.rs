//! The chance of every sum of weights, where each weight is in it with the same chance.

use super::removed::Cumulated;
use super::{LEFT_OUT, UNIT, as_float};

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

/// The sums that the first members can come to, but for a chance of [`LEFT_OUT`].
#[derive(Debug, Clone, Copy)]
struct Band {
    first: u64,
    last: u64,
}

/// How bands grow, a member after the other.
#[derive(Debug, Clone, Copy)]
struct Growth {
    p: f64,
    sum: u64,
    squares: f64,
    band: Band,
    top: u64,
}

impl Growth {
    const fn new(p: f64, top: u64) -> Self {
        Self { p, sum: 0, squares: 0.0, band: Band { first: 0, last: 0 }, top }
    }

    /// The band once members of this weight have come in too.
    fn with(mut self, weights: [u64; 2]) -> Self {
        for weight in weights {
            self.sum += weight;
            self.squares += as_float(weight).powi(2);
        }
        let reach = (self.squares * (2.0 / LEFT_OUT).ln() / 2.0).sqrt() * (1.0 + 1e-9) + 1.0;
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
    let mut growth = Growth::new(p, top);
    let mut steps = 0.0;
    for weights in pairs(members) {
        growth = growth.with(weights);
        steps += 2.0 * as_float(growth.band.last - growth.band.first + 1);
    }
    steps
}

impl Mass {
    /// The chance of each sum up to `top` where each member comes in with chance `p`. The lightest come first, so that bands stay narrow
    /// for long.
    pub(super) fn of(members: &[u64], p: f64, top: u64) -> Self {
        let no = 1.0 - p;
        let mut growth = Growth::new(p, top);
        let (mut now, mut next) = (vec![1.0], Vec::new());
        for [one, other] in pairs(members) {
            let before = growth.band;
            growth = growth.with([one, other]);
            let Band { first, last } = growth.band;
            next.clear();
            next.resize(places(last - first + 1), 0.0);
            if other == 0 {
                // There is nothing yet but the chance 1 of the sum 0.
                spread(&now, before.first, &mut next, first, [0, one, 0, one], [no, p, 0.0, 0.0]);
            } else {
                let scales = [no * no, no * p, no * p, p * p];
                spread(&now, before.first, &mut next, first, [0, one, other, one + other], scales);
            }
            std::mem::swap(&mut now, &mut next);
        }
        let Band { first, last } = growth.band;
        let members = as_float(members.len() as u64);
        // Above the band there is nothing, up to the last sum that is asked for.
        now.resize(places(top.max(last) - first + 1), 0.0);
        Self {
            cumulated: Cumulated::of(&now),
            chances: now,
            relative: 1.01 * 3.0 * (members + 2.0) * UNIT,
            left_out: members * LEFT_OUT,
        }
    }

    /// The chance of all sums together, and the most that it may be wrong.
    pub(super) fn all(&self) -> (f64, f64) {
        (self.cumulated.last().clamp(0.0, 1.0), self.relative + self.left_out + 4.0 * UNIT)
    }
}

fn places(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Adds `from`, which starts at the sum `at`, to `to`, which starts at the sum `first` and holds zeros: shifted and scaled four times.
fn spread(from: &[f64], at: u64, to: &mut [f64], first: u64, shifts: [u64; 4], scales: [f64; 4]) {
    let end = first + to.len() as u64;
    // Which sums of `to` each shift reaches.
    let reach = shifts.map(|shift| {
        let start = (at + shift).max(first).min(end);
        (start, (at + shift + from.len() as u64).min(end).max(start))
    });
    let start = reach.iter().map(|(start, _)| *start).max().unwrap_or(first);
    let stop = reach.iter().map(|(_, stop)| *stop).min().unwrap_or(first).max(start);
    for ((shift, scale), (reached, left)) in shifts.into_iter().zip(scales).zip(reach) {
        for range in [(reached, start.min(left)), (stop.max(reached), left)] {
            if range.0 < range.1 && scale > 0.0 {
                for (to, from) in window_mut(to, first, range).iter_mut().zip(window(from, at + shift, range)) {
                    *to += scale * from;
                }
            }
        }
    }
    if start < stop {
        let [none, one, other, both] = shifts.map(|shift| window(from, at + shift, (start, stop)));
        let [of_none, of_one, _, of_both] = scales;
        let sources = none.iter().zip(one).zip(other.iter().zip(both));
        for (to, ((none, one), (other, both))) in window_mut(to, first, (start, stop)).iter_mut().zip(sources) {
            *to = of_none * none + of_one * (one + other) + of_both * both;
        }
    }
}

/// The chances of the sums of a range, where they start at the sum `first`.
fn window(chances: &[f64], first: u64, (start, stop): (u64, u64)) -> &[f64] {
    chances.get(places(start.saturating_sub(first))..places(stop.saturating_sub(first))).unwrap_or_default()
}

fn window_mut(chances: &mut [f64], first: u64, (start, stop): (u64, u64)) -> &mut [f64] {
    chances.get_mut(places(start.saturating_sub(first))..places(stop.saturating_sub(first))).unwrap_or_default()
}
