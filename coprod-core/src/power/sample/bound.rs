//! How far from the truth what was seen may be.

use super::SampledNumber;
use crate::unit::{Exact, Ratio, error_rounded_up};

/// Numbers of one answer.
#[derive(Debug)]
pub(super) struct Limit {
    samples: u64,
    /// The divergence from what was seen that is too unlikely.
    far: f64,
}

impl Limit {
    /// For so many numbers that are to hold together.
    #[allow(clippy::cast_precision_loss, reason = "small numbers, and a confidence need not be exact to the last digit")]
    pub(super) fn new(samples: u32, confidence: Ratio, numbers: usize) -> Self {
        let doubt = (confidence.denom() - confidence.numer()) as f64 / confidence.denom() as f64;
        Self { samples: u64::from(samples), far: (2.0 * numbers as f64 / doubt).ln() * (1.0 + 1e-9) / f64::from(samples) }
    }

    /// The mean of what so many members of a kind show, from what they show together.
    pub(super) fn of(&self, count: u64, members: usize) -> SampledNumber {
        self.number(self.seen(count, members), 1.0)
    }

    /// An equal part of what is seen of a kind as a whole.
    pub(super) fn shared(&self, count: u64, members: usize) -> SampledNumber {
        let SampledNumber { error, .. } = self.number(self.seen(count, 1), parts(members));
        let seen = self.seen(count, members);
        SampledNumber { value: seen.approximately(), seen, error }
    }

    /// What needs no samples.
    pub(super) fn certain(&self, whole: u64) -> SampledNumber {
        let seen = Exact::new(whole, 1).unwrap_or_else(Exact::zero);
        SampledNumber { value: seen.approximately(), seen, error: 0.0 }
    }

    fn seen(&self, count: u64, members: usize) -> Exact {
        Exact::new(count, self.samples * members as u64).unwrap_or_else(Exact::zero)
    }

    fn number(&self, seen: Exact, parts: f64) -> SampledNumber {
        let value = seen.approximately();
        let error = (value - self.edge(value, 0.0)).max(self.edge(value, 1.0) - value);
        SampledNumber { seen, value, error: error_rounded_up(error / parts) }
    }

    /// The truth on the side of `end` that is just too far from what was seen.
    fn edge(&self, seen: f64, end: f64) -> f64 {
        if divergence(seen, end) <= self.far {
            return end;
        }
        let halve = |(near, far): (f64, f64)| {
            let middle = f64::midpoint(near, far);
            if divergence(seen, middle) > self.far { (near, middle) } else { (middle, far) }
        };
        (0..60).fold((seen, end), |edges, _| halve(edges)).1
    }
}

#[allow(clippy::cast_precision_loss, reason = "a number of members")]
const fn parts(members: usize) -> f64 {
    members as f64
}

/// `KL(seen, truth)`.
fn divergence(seen: f64, truth: f64) -> f64 {
    let term = |part: f64, of: f64| if part <= 0.0 { 0.0 } else { part * (part / of).ln() };
    term(seen, truth) + term(1.0 - seen, 1.0 - truth)
}
