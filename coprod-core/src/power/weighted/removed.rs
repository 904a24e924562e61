//! The chance that the others' weights come so close to the quota that a member swings: the member taken out of the sums of all.

use super::UNIT;
use super::mass::Mass;

/// Lighter members are taken out of the chance of every sum; for heavier ones the chances of whole windows are enough.
const LIGHT: u64 = 10;

impl Mass {
    /// The chance that the others come to one of the `weight` sums up to the last one, and a bound of its error. With `p` at most 1/2,
    /// the chance with which all say yes.
    ///
    /// With `D` for the others and `C` for all, `C[x] = (1-p) D[x] + p D[x-weight]`, so that
    /// `D[x] = (C[x] - p D[x-weight]) / (1-p)`, and the same for windows of `weight` sums.
    pub(super) fn swings(&self, weight: u64, p: f64) -> (f64, f64) {
        let (chance, roundings) = if weight < LIGHT { self.by_sums(weight, p) } else { self.cumulated.by_windows(weight, p) };
        let error = 2.0 * (self.relative + self.left_out) + roundings;
        (chance.clamp(0.0, 1.0), error)
    }

    /// Every chance without the member, in the order of the sums. The chances are at most 1 in all, so that each of the few roundings
    /// of each adds up to as many units in all, doubled by taking out.
    fn by_sums(&self, weight: u64, p: f64) -> (f64, f64) {
        let no = 1.0 - p;
        let weight = usize::try_from(weight).unwrap_or(usize::MAX);
        let mut others: Vec<f64> = Vec::with_capacity(self.chances.len());
        for (place, chance) in self.chances.iter().enumerate() {
            let before = place.checked_sub(weight).and_then(|place| others.get(place)).copied().unwrap_or(0.0);
            others.push((chance - p * before) / no);
        }
        (others.iter().rev().take(weight).sum(), 64.0 * UNIT)
    }
}

/// The chance of all sums up to each.
#[derive(Debug)]
pub(super) struct Cumulated {
    /// One more than there are sums: the first is nothing.
    up_to: Vec<f64>,
}

impl Cumulated {
    /// The sums that the windows are differences of.
    pub(super) fn of(chances: &[f64]) -> Self {
        // Compensated (Neumaier 1974), so that each has one rounding and not one for every chance in it.
        let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
        let mut up_to = Vec::with_capacity(chances.len() + 1);
        up_to.push(0.0);
        for chance in chances {
            let next = sum + chance;
            lost += if sum >= *chance { (sum - next) + chance } else { (chance - next) + sum };
            sum = next;
            up_to.push(sum + lost);
        }
        Self { up_to }
    }

    /// The chance of all sums.
    pub(super) fn last(&self) -> f64 {
        self.up_to.last().copied().unwrap_or(0.0)
    }

    /// Window by window, the last of which ends at the last sum. The error is carried along with each step: two roundings of either end
    /// of the window, and four of the step itself.
    fn by_windows(&self, weight: u64, p: f64) -> (f64, f64) {
        let (no, odds) = (1.0 - p, p / (1.0 - p));
        let weight = usize::try_from(weight).unwrap_or(usize::MAX);
        let last = self.up_to.len() - 1;
        let (mut chance, mut error, mut low) = (0.0_f64, 0.0_f64, 0.0_f64);
        let mut end = last % weight;
        loop {
            let high = self.up_to.get(end).copied().unwrap_or(0.0);
            let window = high - low;
            chance = (window - p * chance) / no;
            error = odds * error + UNIT * (2.0 * (high + low) + 4.0 * (window + chance.abs())) / no;
            low = high;
            if end == last {
                return (chance, error * (1.0 + 1e-9));
            }
            end += weight;
        }
    }
}
