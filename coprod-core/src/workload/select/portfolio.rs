//! Panels to start from, and the kinds that are in none.

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::grid::Grid;
use super::search::{Found, Proof, Search, Whole};

/// Panels found, and who is in none of them.
#[derive(Debug, Clone)]
pub(super) struct Portfolio {
    pub(super) panels: Vec<Vec<i64>>,
    /// Kinds that are in no panel, with the proof.
    pub(super) nowhere: Vec<(usize, Proof)>,
    /// Kinds of which the steps did not suffice to know.
    pub(super) unknown: Vec<usize>,
}

/// Whether there is any panel.
pub(super) enum First {
    Some(Portfolio),
    /// There is none, with the proof.
    Nothing(Proof),
    Unknown,
}

/// Gathers panels: again and again the heaviest that is quickly found, where those chosen before weigh less each time.
pub(super) fn portfolio(grid: &Grid, search: &mut Search<'_>) -> First {
    let kinds = grid.columns.len();
    let whole = Whole { weights: vec![BigInt::zero(); kinds], beat: BigInt::from(-1) };
    let first = match search.exactly(&whole) {
        Found::Better(counts) => counts,
        Found::No(proof) => return First::Nothing(proof),
        Found::Unknown => return First::Unknown,
    };
    let mut seen = vec![false; kinds];
    let mut panels: Vec<Vec<i64>> = Vec::new();
    let mut keep = |panel: Vec<i64>, seen: &mut [bool]| {
        for (seen, count) in seen.iter_mut().zip(&panel) {
            *seen |= *count > 0;
        }
        let new = !panels.contains(&panel);
        if new {
            panels.push(panel);
        }
        new
    };
    keep(first, &mut seen);
    let mut weights = vec![1.0_f64; kinds];
    let half = search.steps / 2;
    for _ in 0..2 * kinds {
        // The rest is for what must be known.
        if search.steps < half {
            break;
        }
        let Some(panel) = search.roughly(&weights, f64::NEG_INFINITY, 2_000) else { continue };
        for ((weight, count), column) in weights.iter_mut().zip(&panel).zip(&grid.columns) {
            // All of the kind chosen: a fifth less.
            *weight *= 1.0 - 0.2 * super::master::float(*count) / super::master::float(column.to.max(1));
        }
        let top = weights.iter().fold(f64::MIN_POSITIVE, |top, weight| top.max(*weight));
        weights.iter_mut().for_each(|weight| *weight /= top);
        if !keep(panel, &mut seen) {
            // The same again: bring the weights nearer to one another.
            weights.iter_mut().for_each(|weight| *weight = 0.9 * *weight + 0.1);
        }
    }
    let (mut nowhere, mut unknown) = (Vec::new(), Vec::new());
    for kind in 0..kinds {
        if seen.get(kind) == Some(&true) {
            continue;
        }
        let mut weights = vec![BigInt::zero(); kinds];
        if let Some(weight) = weights.get_mut(kind) {
            *weight = BigInt::one();
        }
        match search.exactly(&Whole { weights, beat: BigInt::zero() }) {
            Found::Better(panel) => {
                keep(panel, &mut seen);
            }
            Found::No(proof) => nowhere.push((kind, proof)),
            Found::Unknown => unknown.push(kind),
        }
    }
    // Panels with kinds that are left out for want of steps are not used.
    panels.retain(|panel| unknown.iter().all(|kind| panel.get(*kind) == Some(&0)));
    First::Some(Portfolio { panels, nowhere, unknown })
}

impl Portfolio {
    /// The kinds that the chances leave out.
    pub(super) fn missing(&self) -> Vec<usize> {
        self.nowhere.iter().map(|(kind, _)| *kind).chain(self.unknown.iter().copied()).collect()
    }

    /// The panel in terms of the kinds that are not left out.
    pub(super) fn without_missing(&self, panel: &[i64]) -> Vec<i64> {
        let missing = self.missing();
        panel.iter().enumerate().filter(|(kind, _)| !missing.contains(kind)).map(|(_, count)| *count).collect()
    }
}
