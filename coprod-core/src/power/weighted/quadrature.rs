//! Integration of swing chances over the chance of yes, with a proved bound of the error: by the midpoint rule for large games (see
//! [`super::midpoint`]), otherwise by Gauss-Legendre nodes.
//!
//! A swing chance is a polynomial `f` in the chance of yes, of degree below the number of members `n`: so many Gauss-Legendre nodes as half of `n`
//! are exact. Fewer are enough, because as a function of complex `p` it is bounded by `(|p| + |1-p|)^(n-1)`: every coalition has its
//! `|p|^size |1-p|^(rest)`, and all of them make up the power. With `M` the bound on an ellipse with the foci at the ends of an interval
//! of length `h` and the half axes `h/4 (r + 1/r)` and `h/4 (r - 1/r)`, `m` nodes are wrong by at most
//! `h/2 * 64/15 * M / ((1 - r^-2) r^(2m))` (Trefethen 2008, theorem 4.5). `|p| + |1-p|` is convex, so that on the ellipse it is at most
//! what it is at a corner of the box around it.
//!
//! The nodes themselves are a little off. `f` is a chance of independent events, so that its slope is at most
//! `1/2 sqrt(n / (p (1-p)))` (the covariance of an event with the number of yes), which bounds what that does.

use super::tail::Tail;
use super::{UNIT, as_float, left_out, midpoint};

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
    /// For a game with so many members, in whichever way takes fewer nodes.
    pub(super) fn for_game(members: usize, tail: &Tail) -> Self {
        let (low, high) = tail.ends(left_out(members));
        let length = high - low;
        let (gauss, beside_gauss) = gauss(members, low, high);
        let (middles, beside) = match middles(members, (low, high), tail).filter(|(count, _)| *count < gauss) {
            Some((count, wrong)) => (midpoints(count), wrong),
            None => (legendre(gauss), beside_gauss),
        };
        let count = middles.len();
        let nodes: Vec<(f64, f64)> = middles
            .into_iter()
            .map(|(place, weight)| {
                let p = low + length * (place + 1.0) / 2.0;
                // So that 1 - p is a floating-point number, too.
                let p = if p <= 0.5 { 1.0 - (1.0 - p) } else { p };
                (p, weight * length / 2.0)
            })
            .filter(|(p, _)| *p > 0.0 && *p < 1.0)
            .collect();
        let slopes: f64 =
            nodes.iter().map(|(p, weight)| weight * (as_float(members as u64) / (p * (1.0 - p))).sqrt() / 2.0).sum();
        Self { error: 2.0 * left_out(members) + beside + slopes * NODE_OFF + length * weights_off(count), nodes }
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

/// How many Gauss-Legendre nodes are enough, and by how much they are wrong at most.
fn gauss(members: usize, low: f64, high: f64) -> (usize, f64) {
    let exact = members.div_ceil(2).max(1);
    (1..exact).map(|count| (count, wrong(count, members, low, high))).find(|(_, wrong)| *wrong < ENOUGH).unwrap_or((exact, 0.0))
}

/// The same for midpoints: where so many are not enough as Gauss-Legendre nodes would be exact, there are none. More of them are never
/// worse, but for the heights that are tried.
fn middles(members: usize, ends: (f64, f64), tail: &Tail) -> Option<(usize, f64)> {
    let wrong = |count: usize| midpoint::wrong(count, members, ends, tail);
    let (mut too_few, mut enough) = (0, members.div_ceil(2).max(1));
    let mut error = Some(wrong(enough)).filter(|wrong| *wrong < ENOUGH)?;
    while enough - too_few > 1 {
        let count = usize::midpoint(too_few, enough);
        let tried = wrong(count);
        if tried < ENOUGH {
            (enough, error) = (count, tried);
        } else {
            too_few = count;
        }
    }
    Some((enough, error))
}

/// The middles of so many equal parts of -1 to 1, and their weights.
fn midpoints(count: usize) -> Vec<(f64, f64)> {
    let number = as_float(count as u64);
    (0..count as u64).map(|place| ((2.0 * as_float(place) + 1.0) / number - 1.0, 2.0 / number)).collect()
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
