//! The Schulze method: a path from one option to another is a chain of comparisons won, as strong as its weakest link; an option wins if
//! no other has a stronger path to it than it has back.

use super::beats_all;
use crate::power::tally::counted::{Counted, Ties, one_of};
use crate::power::tally::names::Names;
use crate::power::tally::pairwise::{DefeatStrength, Pairwise};

/// The strength of the strongest path from each option to each other one, by rows; 0 where there is none.
#[must_use]
pub fn strongest_paths(pairs: &Pairwise, by: DefeatStrength) -> Vec<u64> {
    let options = pairs.options();
    let mut paths: Vec<u64> =
        (0..options).flat_map(|a| (0..options).map(move |b| (a, b))).map(|(a, b)| pairs.strength(a, b, by)).collect();
    for through in 0..options {
        let Some(onward) = paths.get(through * options..(through + 1) * options).map(<[u64]>::to_vec) else { continue };
        for (from, row) in paths.chunks_exact_mut(options).enumerate().filter(|(from, _)| *from != through) {
            let there = row.get(through).copied().unwrap_or(0);
            for (to, (path, onward)) in row.iter_mut().zip(&onward).enumerate() {
                if to != from {
                    *path = (*path).max(there.min(*onward));
                }
            }
        }
    }
    paths
}

/// The options to which no other has a stronger path than they have back. There is always one.
#[must_use]
pub fn undefeated(options: usize, paths: &[u64]) -> Vec<usize> {
    let path = |a: usize, b: usize| paths.get(a * options + b).copied().unwrap_or(0);
    (0..options).filter(|own| (0..options).all(|other| path(*own, other) >= path(other, *own))).collect()
}

/// Counts by the Schulze method.
pub(in crate::power::tally) fn schulze(pairs: Pairwise, by: DefeatStrength, ties: &Ties, names: &Names) -> Counted {
    let paths = strongest_paths(&pairs, by);
    let best = undefeated(pairs.options(), &paths);
    let (outcomes, tied) = one_of(&best, ties);
    let words = match best.as_slice() {
        [one] => format!("no option has a stronger path to {} than {} has to it", names.of(*one), names.of(*one)),
        _ => format!("no option has a stronger path to any of {} than back", names.list(&best)),
    };
    Counted {
        outcomes,
        ties: tied,
        because: vec![words, beats_all(&pairs, names)],
        pairwise: Some(pairs),
        paths,
        ..Counted::default()
    }
}
