//! The midpoint rule for swing chances: of large games it needs half as many nodes as Gauss-Legendre, with a proved bound of the error.
//!
//! A swing chance falls off to both ends like a bell, and for such functions the plain midpoint rule is hard to beat. With `h` the
//! step, `low` and `high` the ends and `y` the height above the real line, contour integration of `f(z) / (1 + exp(2 pi i (z - low) / h))`
//! around the rectangle of height `a` on either side gives an error of at most
//! - twice the integral over `x` from `low` to `high` of `|f(x + ia)| / (exp(2 pi a / h) - 1)`, and
//! - for either end, twice the integral over `y` from 0 to `a` of `|f(end + iy)| / (1 + exp(2 pi y / h))`.
//!
//! `f` has a part `z^size (1-z)^rest` of one sign for every coalition. So, with `s = |z| + |1-z|`, it is at most `s^(n-1)` times what it is
//! at the real chance `|z| / s`, and that a [`Tail`] bounds. Both integrals are bounded strip by strip: `s` is convex in `x` and rises with
//! `y`; the real chance rises with `x`, and with `y` it moves to 1/2 without passing it.

use super::as_float;
use super::tail::Tail;

/// How finely the bound is worked out.
const STRIPS: u32 = 64;
/// The heights that are tried.
const HEIGHTS: u32 = 12;

/// By how much so many midpoints are wrong at most, by the best of some heights.
pub(super) fn wrong(count: usize, members: usize, ends: (f64, f64), tail: &Tail) -> f64 {
    let step = (ends.1 - ends.0) / as_float(count as u64);
    let power = as_float(members as u64) - 1.0;
    // If swings were normal in `p`, the error would be least at this height.
    let best = std::f64::consts::PI / (2.0 * step * power.max(1.0));
    (1..=HEIGHTS)
        .map(|tried| Strips { step, power, ends, tail, height: best * f64::from(tried) / f64::from(HEIGHTS / 2) }.bound())
        .fold(f64::INFINITY, f64::min)
}

/// The rectangle around which it is integrated.
struct Strips<'a> {
    step: f64,
    power: f64,
    ends: (f64, f64),
    height: f64,
    tail: &'a Tail,
}

impl Strips<'_> {
    fn bound(&self) -> f64 {
        let (low, high) = self.ends;
        // More than all roundings here.
        2.0 * (self.along() + self.up(low) + self.up(high)) * (1.0 + 1e-6)
    }

    /// How fast the kernel falls with the height.
    fn fall(&self) -> f64 {
        std::f64::consts::TAU / self.step
    }

    fn along(&self) -> f64 {
        let (low, high) = self.ends;
        let width = (high - low) / f64::from(STRIPS);
        let strip = |number: u32| {
            let (left, right) = (low + width * f64::from(number), low + width * f64::from(number + 1));
            let most = size(left, self.height).max(size(right, self.height));
            let chance = self.tail.log_most(real(left, self.height), real(right, self.height));
            width * (self.power * most.ln() + chance - self.fall() * self.height).exp()
        };
        (0..STRIPS).map(strip).sum::<f64>() / (1.0 - (-self.fall() * self.height).exp())
    }

    fn up(&self, end: f64) -> f64 {
        let rise = self.height / f64::from(STRIPS);
        let strip = |number: u32| {
            let (bottom, top) = (rise * f64::from(number), rise * f64::from(number + 1));
            let (one, other) = (real(end, bottom), real(end, top));
            let chance = self.tail.log_most(one.min(other), one.max(other));
            rise * (self.power * size(end, top).ln() + chance - self.fall() * bottom).exp()
        };
        (0..STRIPS).map(strip).sum()
    }
}

/// `|z| + |1-z|`.
fn size(x: f64, y: f64) -> f64 {
    x.hypot(y) + (1.0 - x).hypot(y)
}

/// `|z| / (|z| + |1-z|)`.
fn real(x: f64, y: f64) -> f64 {
    x.hypot(y) / size(x, y)
}
