//! Counts any game by a decision diagram, if it stays small: after the votes of the first kinds, much of what may have been voted
//! comes to the same, and what comes to the same is kept once.
//!
//! A node asks how many of one kind say yes and has a branch for each number. The diagram of one bar is built by ranges: what is still
//! missing leads to the same node over a whole range, which is noted, so that no node is made twice (Bolus, "Power indices of
//! simple games and vector-weighted majority games by means of binary decision diagrams", 2011). Joined bars walk through their
//! diagrams together (Bryant, 1986). Minimal winning coalitions are the paths of a second diagram, made of the first (Rauzy, 1993).

mod build;
mod count;
mod minimal;
mod patterns;

use std::collections::HashMap;

pub(super) use build::Diagram;
pub(super) use minimal::Family;

/// So many branches a diagram may have.
pub(crate) const MOST_BRANCHES: usize = 1 << 18;

/// The node that fails, or the family without a coalition.
const FAILS: u32 = 0;

/// The node that passes, or the family of the empty coalition alone.
const PASSES: u32 = 1;

/// Nodes, each kept once. The branches of a node lead to nodes with smaller numbers and higher levels.
#[derive(Debug, Clone)]
pub(super) struct Nodes {
    /// By node: the level of the kind that it asks, and its branches. The two ends are on a level below all kinds.
    nodes: Vec<(u32, Vec<u32>)>,
    known: HashMap<(u32, Vec<u32>), u32>,
    branches: usize,
}

impl Nodes {
    fn new(levels: usize) -> Self {
        let end = (u32::try_from(levels).unwrap_or(u32::MAX), Vec::new());
        Self { nodes: vec![end.clone(), end], known: HashMap::new(), branches: 0 }
    }

    /// The node with these branches; nothing beyond [`MOST_BRANCHES`].
    fn node(&mut self, level: usize, branches: Vec<u32>) -> Option<u32> {
        let level = u32::try_from(level).ok()?;
        let next = u32::try_from(self.nodes.len()).ok()?;
        if let Some(known) = self.known.get(&(level, branches.clone())) {
            return Some(*known);
        }
        self.branches += branches.len();
        if self.branches > MOST_BRANCHES {
            return None;
        }
        self.nodes.push((level, branches.clone()));
        self.known.insert((level, branches), next);
        Some(next)
    }

    fn level(&self, node: u32) -> usize {
        self.nodes.get(node as usize).map_or(0, |(level, _)| *level as usize)
    }

    fn branches(&self, node: u32) -> &[u32] {
        self.nodes.get(node as usize).map(|(_, branches)| branches.as_slice()).unwrap_or_default()
    }

    /// Where so many of the kind on this level lead, from a node on this level or below it.
    fn branch(&self, node: u32, level: usize, count: usize) -> u32 {
        if self.level(node) == level { self.branches(node).get(count).copied().unwrap_or(FAILS) } else { node }
    }

    fn len(&self) -> usize {
        self.nodes.len()
    }
}
