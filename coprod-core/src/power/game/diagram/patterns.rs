//! The coalitions of a family as patterns: so many of each kind.

use num_bigint::BigUint;

use super::super::patterns::{Pattern, Patterns, ways};
use super::super::wide::{Wide, choices, with_length};
use super::{FAILS, Family, PASSES};

impl Family {
    /// The first patterns, up to so many, and how many there are.
    pub(in super::super) fn patterns(&self, most: usize) -> Patterns {
        let voters: usize = self.sizes.iter().sum();
        let (patterns, coalitions) = with_length!(voters, totals(self));
        let mut listed = Vec::new();
        self.list(self.root, &mut vec![0; self.order.len()], most, &mut listed);
        Patterns { listed, patterns, coalitions }
    }

    fn list(&self, node: u32, counts: &mut Vec<usize>, most: usize, to: &mut Vec<Pattern>) {
        if node == FAILS || to.len() >= most {
            return;
        }
        if node == PASSES {
            let ways = counts.iter().zip(&self.sizes).map(|(count, size)| ways(*size, *count)).product();
            let mut by_kind = vec![0; counts.len()];
            for (kind, count) in self.order.iter().zip(counts.iter()) {
                if let Some(own) = by_kind.get_mut(*kind) {
                    *own = *count;
                }
            }
            to.push(Pattern { counts: by_kind, coalitions: ways });
            return;
        }
        let level = self.nodes.level(node);
        // More of the heavier first: the smallest coalitions come early.
        for (count, branch) in self.nodes.branches(node).iter().enumerate().rev() {
            if let Some(own) = counts.get_mut(level) {
                *own = count;
            }
            self.list(*branch, counts, most, to);
        }
        if let Some(own) = counts.get_mut(level) {
            *own = 0;
        }
    }
}

/// How many patterns and how many coalitions there are.
fn totals<const L: usize>(family: &Family) -> (BigUint, BigUint) {
    let mut totals: Vec<(Wide<L>, Wide<L>)> = vec![(Wide::ZERO, Wide::ZERO), (Wide::of(1), Wide::of(1))];
    let choices: Vec<Vec<Wide<L>>> = family.sizes.iter().map(|size| choices(*size)).collect();
    for node in PASSES as usize + 1..family.nodes.len() {
        let node = u32::try_from(node).unwrap_or(FAILS);
        let ways = choices.get(family.nodes.level(node)).map(Vec::as_slice).unwrap_or_default();
        let (mut patterns, mut coalitions) = (Wide::ZERO, Wide::ZERO);
        for (branch, ways) in family.nodes.branches(node).iter().zip(ways) {
            if let Some((paths, below)) = totals.get(*branch as usize) {
                patterns.add(paths);
                coalitions.add(&below.times(ways));
            }
        }
        totals.push((patterns, coalitions));
    }
    totals.get(family.root as usize).map(|(patterns, coalitions)| (patterns.big(), coalitions.big())).unwrap_or_default()
}
