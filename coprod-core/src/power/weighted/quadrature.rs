//! Gauss-Legendre integration of swing chances, with a proved bound of the error.
//!
//! A swing chance is a polynomial `f` in the chance of yes, of degree below the number of members `n`: so many nodes as half of `n` are
//! exact. Fewer are enough, because as a function of complex `p` it is bounded by `(|p| + |1-p|)^(n-1)`: every coalition has its
//! `|p|^size |1-p|^(rest)`, and all of them make up the power. With `M` the bound on an ellipse with the foci at the ends of an interval
//! of length `h` and the half axes `h/4 (r + 1/r)` and `h/4 (r - 1/r)`, `m` nodes are wrong by at most
//! `h/2 * 64/15 * M / ((1 - r^-2) r^(2m))` (Trefethen 2008, theorem 4.5). `|p| + |1-p|` is convex, so that on the ellipse it is at most
//! what it is at a corner of the box around it.
//!
//! The nodes themselves are a little off. `f` is a chance of independent events, so that its slope is at most
//! `1/2 sqrt(n / (p (1-p)))` (the covariance of an event with the number of yes), which bounds what that does.

use super::{LEFT_OUT, UNIT, as_float};

/// Errors below this do not matter beside the roundings.
const ENOUGH: f64 = 1e-14;
/// By how much a node may be off, as a part of the interval. The tests reckon nodes again in many more digits.
const NODE_OFF: f64 = 8.0 * UNIT;

/// By how much so many weights may be off in all, as a part of the interval.
pub(super) fn weights_off(count: usize) -> f64 {
    (16.0 + as_float(count as u64) / 4.0) * UNIT
}

/// Nodes and their weights for a game.
#[derive(Debug)]
pub(super) struct Rule {
    nodes: Vec<(f64, f64)>,
    error: f64,
}

impl Rule {
    /// For a game with so many members, whose swings have next to no chance outside of `low` to `high`.
    pub(super) fn for_game(members: usize, (low, high): (f64, f64)) -> Self {
        let length = high - low;
        let exact = members.div_ceil(2).max(1);
        let (count, beside) = (1..exact)
            .map(|count| (count, wrong(count, members, low, high)))
            .find(|(_, wrong)| *wrong < ENOUGH)
            .unwrap_or((exact, 0.0));
        let nodes: Vec<(f64, f64)> = legendre(count)
            .into_iter()
            .map(|(place, weight)| {
                let p = low + length * (place + 1.0) / 2.0;
                // So that 1 - p is a floating-point number, too.
                let p = if p <= 0.5 { 1.0 - (1.0 - p) } else { p };
                (p, weight * length / 2.0)
            })
            .filter(|(p, _)| *p > 0.0 && *p < 1.0)
            .collect();
        let members = as_float(members as u64);
        let slopes: f64 = nodes.iter().map(|(p, weight)| weight * (members / (p * (1.0 - p))).sqrt() / 2.0).sum();
        Self { error: 2.0 * LEFT_OUT + beside + slopes * NODE_OFF + length * weights_off(count), nodes }
    }

    /// The chances of yes, and their weights.
    pub(super) fn nodes(&self) -> &[(f64, f64)] {
        &self.nodes
    }

    /// By how much an integral is wrong at most, the swing chances being right.
    pub(super) const fn error(&self) -> f64 {
        self.error
    }
}

/// By how much so many nodes are wrong at most, by the best of some ellipses.
fn wrong(count: usize, members: usize, low: f64, high: f64) -> f64 {
    let (middle, half) = (f64::midpoint(low, high), (high - low) / 2.0);
    let (count, power) = (as_float(count as u64), as_float(members as u64) - 1.0);
    let at = |step: u32| {
        let growth = f64::from(step) / 32.0;
        let (wide, tall) = (half * growth.cosh(), half * growth.sinh());
        let corner = |across: f64| across.hypot(tall) + (1.0 - across).hypot(tall);
        let most = corner(middle - wide).max(corner(middle + wide)).max(1.0);
        // Logarithms, as the power alone may be beyond any number; a little is added for their own roundings.
        (half * 64.0 / 15.0 / (1.0 - (-2.0 * growth).exp())).ln() + power * most.ln() - 2.0 * count * growth + 1e-6
    };
    (1..160).map(at).fold(f64::INFINITY, f64::min).exp()
}

/// The nodes in -1 to 1 and their weights, by Newton's method on the Legendre polynomial.
pub(super) fn legendre(count: usize) -> Vec<(f64, f64)> {
    let number = as_float(count as u64);
    let of = |place: u64| {
        let mut x = (std::f64::consts::PI * (as_float(place) + 0.75) / (number + 0.5)).cos();
        let mut slope = 1.0;
        for _ in 0..100 {
            let (value, found) = polynomial(count, x);
            slope = found;
            let step = value / slope;
            x -= step;
            if step.abs() <= UNIT {
                slope = polynomial(count, x).1;
                break;
            }
        }
        (x, 2.0 / ((1.0 - x * x) * slope * slope))
    };
    (0..count as u64).rev().map(of).collect()
}

/// The Legendre polynomial of this degree and its slope at `x`.
fn polynomial(degree: usize, x: f64) -> (f64, f64) {
    let (mut before, mut value) = (0.0, 1.0);
    for number in 0..degree as u64 {
        let number = as_float(number);
        let next = ((2.0 * number + 1.0) * x * value - number * before) / (number + 1.0);
        (before, value) = (value, next);
    }
    (value, as_float(degree as u64) * (x * value - before) / (x * x - 1.0))
}
