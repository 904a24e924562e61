//! How little chance far sums have: which sums of weights, and which chances of yes, can be left out.
//!
//! A weight `w` that is there with chance `p` differs from its mean like a normal variable of variance `w^2 v(p)` at most, where
//! `v(p) = (1 - 2p) / (2 ln((1-p) / p))`, which is at most 1/4 (Kearns and Saul 1998; with 1/4 it is Hoeffding's inequality). So a sum of
//! weights with squares `s` in all is off its mean by `d` or more to one side with a chance of at most `exp(-d^2 / (2 s v(p)))`.

use super::as_float;

/// What a bound worked out in floating point is raised by, which is more than its roundings.
const ROOM: f64 = 1.0 + 1e-9;

/// `v(p)`, or a little more.
fn variance(p: f64) -> f64 {
    let lean = (1.0 - 2.0 * p).abs();
    // Near 1/2 the fraction is nothing by nothing.
    if lean < 1e-3 {
        return 0.25;
    }
    (ROOM * lean / (2.0 * ((1.0 - p) / p).ln().abs())).min(0.25)
}

/// How far a sum of weights with these squares in all can be from its mean, to either side, but for a chance of `left_out`.
pub(super) fn reach(squares: f64, p: f64, left_out: f64) -> f64 {
    ROOM * (2.0 * squares * variance(p) * (2.0 / left_out).ln()).sqrt()
}

/// How much chance any member's swing has where everybody says yes with the same chance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    /// The sums of all between which somebody swings: the quota less the heaviest weight, and with it.
    sums: (f64, f64),
    total: f64,
    squares: f64,
}

impl Tail {
    pub(super) fn of(members: &[u64], quota: u64, total: u64) -> Self {
        let heaviest = as_float(members.last().copied().unwrap_or(0));
        Self {
            sums: (as_float(quota) - heaviest, as_float(quota) + heaviest),
            total: as_float(total),
            squares: members.iter().map(|weight| as_float(*weight).powi(2)).sum(),
        }
    }

    /// The logarithm of the most chance that a swing has where yes has a chance from `low` to `high`.
    pub(super) fn log_most(&self, low: f64, high: f64) -> f64 {
        let (short, over) = (self.sums.0 - high * self.total, low * self.total - self.sums.1);
        let (far, near) = if short > over { (short, high) } else { (over, low) };
        if far <= 0.0 {
            return 0.0;
        }
        // The variance is largest at 1/2.
        let p = if low < 0.5 && 0.5 < high { 0.5 } else { near };
        -far * far / (2.0 * ROOM * self.squares * variance(p))
    }

    /// The chances of yes beyond which every swing has less than `left_out` of a chance; 0 and 1 where there are none.
    pub(super) fn ends(&self, left_out: f64) -> (f64, f64) {
        let beyond = |p: f64| self.log_most(p, p) <= left_out.ln();
        let end = |outside: f64, middle: f64| {
            if !beyond(outside) {
                return outside;
            }
            let halve = |(outside, inside): (f64, f64)| {
                let between = f64::midpoint(outside, inside);
                if beyond(between) { (between, inside) } else { (outside, between) }
            };
            (0..60).fold((outside, middle.clamp(0.0, 1.0)), |ends, _| halve(ends)).0
        };
        (end(0.0, self.sums.0 / self.total), end(1.0, self.sums.1 / self.total))
    }
}
