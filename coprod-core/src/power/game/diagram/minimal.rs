//! The minimal winning coalitions of a diagram, as a diagram of their own.

use std::collections::HashMap;

use super::{Diagram, FAILS, MOST_BRANCHES, Nodes, PASSES};

/// A family of coalitions: the paths that end well. A kind that is not asked on a path says no.
#[derive(Debug, Clone)]
pub(in super::super) struct Family {
    pub(super) nodes: Nodes,
    pub(super) root: u32,
    pub(super) order: Vec<usize>,
    pub(super) sizes: Vec<usize>,
}

impl Family {
    /// The minimal winning coalitions; nothing if there are more than [`MOST_BRANCHES`] branches, or as many steps to find them.
    pub(in super::super) fn minimal(diagram: &Diagram) -> Option<Self> {
        let mut finder = Finder {
            diagram,
            nodes: Nodes::new(diagram.order.len()),
            minimal: HashMap::new(),
            without: HashMap::new(),
            steps: 0,
        };
        let root = finder.minimal(diagram.root)?;
        let nodes = finder.nodes;
        Some(Self { nodes, root, order: diagram.order.clone(), sizes: diagram.sizes.clone() })
    }
}

struct Finder<'a> {
    diagram: &'a Diagram,
    nodes: Nodes,
    minimal: HashMap<u32, u32>,
    without: HashMap<(u32, u32), u32>,
    steps: usize,
}

impl Finder<'_> {
    /// The minimal coalitions with which this node passes. With so many of its kind, they are minimal below the branch for so many,
    /// and fail below the branch for one fewer.
    fn minimal(&mut self, node: u32) -> Option<u32> {
        if node <= PASSES {
            return Some(node);
        }
        if let Some(known) = self.minimal.get(&node) {
            return Some(*known);
        }
        let diagram = self.diagram;
        let mut branches = Vec::new();
        let mut fewer = None;
        for branch in diagram.nodes.branches(node) {
            let below = self.minimal(*branch)?;
            branches.push(match fewer {
                None => below,
                Some(fewer) => self.without(below, fewer)?,
            });
            fewer = Some(*branch);
        }
        let found = self.node(diagram.nodes.level(node), branches)?;
        self.minimal.insert(node, found);
        Some(found)
    }

    /// The coalitions of a family with which a node fails. One more yes never harms, so that a node other than the end that passes
    /// fails when nobody says yes.
    fn without(&mut self, family: u32, node: u32) -> Option<u32> {
        if family == FAILS || node == PASSES {
            return Some(FAILS);
        }
        if node == FAILS || family == PASSES {
            return Some(family);
        }
        if let Some(known) = self.without.get(&(family, node)) {
            return Some(*known);
        }
        let diagram = self.diagram;
        let (here, there) = (self.nodes.level(family), diagram.nodes.level(node));
        let found = if here > there {
            self.without(family, diagram.nodes.branch(node, there, 0))?
        } else {
            let mut branches = Vec::new();
            for (count, branch) in self.nodes.branches(family).to_vec().into_iter().enumerate() {
                branches.push(self.without(branch, diagram.nodes.branch(node, here, count))?);
            }
            self.node(here, branches)?
        };
        self.without.insert((family, node), found);
        Some(found)
    }

    /// The family with these branches; the first itself where the others are empty.
    fn node(&mut self, level: usize, branches: Vec<u32>) -> Option<u32> {
        self.steps += branches.len();
        if self.steps > 2 * MOST_BRANCHES {
            return None;
        }
        match branches.split_first() {
            Some((first, rest)) if rest.iter().all(|branch| *branch == FAILS) => Some(*first),
            _ => self.nodes.node(level, branches),
        }
    }
}
