//! Builds the diagram of a game.

use std::collections::{BTreeMap, HashMap};

use super::super::shape::{Game, Gate};
use super::{FAILS, MOST_BRANCHES, Nodes, PASSES};

/// A game as a diagram.
#[derive(Debug, Clone)]
pub(in super::super) struct Diagram {
    pub(super) nodes: Nodes,
    pub(super) root: u32,
    /// By level: the kind of the game that is asked there.
    pub(super) order: Vec<usize>,
    /// By level: how many of the kind there are.
    pub(super) sizes: Vec<usize>,
    /// How many branches were looked at in building it.
    pub(super) steps: usize,
}

impl Diagram {
    /// The diagram of a game; nothing if it has more than [`MOST_BRANCHES`] branches, or takes as many steps to build.
    pub(in super::super) fn of(game: &Game) -> Option<Self> {
        let order = order(game);
        let sizes: Vec<usize> = order.iter().filter_map(|kind| game.kinds.get(*kind)).map(Vec::len).collect();
        let mut builder = Builder { nodes: Nodes::new(order.len()), sizes: &sizes, joined: HashMap::new(), steps: 0 };
        let root = builder.gate(game, &order, &game.gate)?;
        let (nodes, steps) = (builder.nodes, builder.steps);
        Some(Self { nodes, root, order, sizes, steps })
    }

    /// How many nodes were made.
    pub(in super::super) fn len(&self) -> usize {
        self.nodes.len()
    }
}

/// Kinds that count in the same sums stand together, the heaviest first: then little is left open early.
fn order(game: &Game) -> Vec<usize> {
    let totals: Vec<u128> = (0..game.sums.len()).map(|sum| u128::from(game.total(sum)).max(1)).collect();
    let of_kind = |kind: usize| {
        let weights = game.sums.iter().map(|sum| sum.get(kind).copied().unwrap_or(0));
        let counted: Vec<bool> = weights.clone().map(|weight| weight == 0).collect();
        // Parts of 2^60: weights are below 2^55, so that nothing overflows.
        let weight: u128 = weights.zip(&totals).map(|(weight, total)| (u128::from(weight) << 60) / total).sum();
        (counted, std::cmp::Reverse(weight), kind)
    };
    let mut kinds: Vec<_> = (0..game.kinds.len()).map(of_kind).collect();
    kinds.sort();
    kinds.into_iter().map(|(.., kind)| kind).collect()
}

struct Builder<'a> {
    nodes: Nodes,
    sizes: &'a [usize],
    /// Nodes that were joined: so many of these must pass.
    joined: HashMap<(usize, Vec<u32>), u32>,
    steps: usize,
}

/// Level by level: ranges of what is missing, by their lower end, with their upper end and the node that they lead to.
type Ranges = Vec<BTreeMap<i128, (i128, u32)>>;

impl Builder<'_> {
    fn step(&mut self, steps: usize) -> Option<()> {
        self.steps += steps;
        (self.steps <= 2 * MOST_BRANCHES).then_some(())
    }

    fn gate(&mut self, game: &Game, order: &[usize], gate: &Gate) -> Option<u32> {
        match gate {
            Gate::Always => Some(PASSES),
            Gate::Never => Some(FAILS),
            Gate::Bar { sum, least } => {
                let weights = game.sums.get(*sum)?;
                let weights: Vec<i128> = order.iter().map(|kind| weights.get(*kind).copied().map_or(0, i128::from)).collect();
                let mut rest = vec![0_i128];
                for (weight, size) in weights.iter().zip(self.sizes).rev() {
                    let below = rest.last().copied().unwrap_or(0);
                    rest.push(below + weight * i128::try_from(*size).ok()?);
                }
                rest.reverse();
                let mut ranges: Ranges = vec![BTreeMap::new(); order.len()];
                self.bar(&weights, &rest, &mut ranges, 0, i128::from(*least)).map(|(_, _, node)| node)
            }
            Gate::AtLeast(count, of) => {
                let parts = of.iter().map(|part| self.gate(game, order, part)).collect::<Option<Vec<u32>>>()?;
                self.join(*count, parts)
            }
        }
    }

    /// The node that asks from `level` on whether what is `missing` is reached, and for which least and most missing it does the same.
    fn bar(
        &mut self,
        weights: &[i128],
        rest: &[i128],
        ranges: &mut Ranges,
        level: usize,
        missing: i128,
    ) -> Option<(i128, i128, u32)> {
        // Sums are below 2^56, so that these ends are beyond all.
        const FAR: i128 = 1 << 100;
        if missing <= 0 {
            return Some((-FAR, 0, PASSES));
        }
        let left = rest.get(level).copied().unwrap_or(0);
        if missing > left {
            return Some((left + 1, FAR, FAILS));
        }
        if let Some((from, (to, node))) = ranges.get(level).and_then(|known| known.range(..=missing).next_back())
            && missing <= *to
        {
            return Some((*from, *to, *node));
        }
        let weight = weights.get(level).copied().unwrap_or(0);
        let size = self.sizes.get(level).copied().unwrap_or(0);
        self.step(size + 1)?;
        let (mut from, mut to) = (-FAR, FAR);
        let mut branches = Vec::with_capacity(size + 1);
        let mut reached = 0;
        for _ in 0..=size {
            let (low, high, node) = self.bar(weights, rest, ranges, level + 1, missing - reached)?;
            from = from.max(low + reached);
            to = to.min(high + reached);
            branches.push(node);
            reached += weight;
        }
        let node = self.node(level, branches)?;
        if let Some(known) = ranges.get_mut(level) {
            known.insert(from, (to, node));
        }
        Some((from, to, node))
    }

    /// The node with these branches; the branch itself where all are the same.
    fn node(&mut self, level: usize, branches: Vec<u32>) -> Option<u32> {
        match branches.first() {
            Some(first) if branches.iter().all(|branch| branch == first) => Some(*first),
            _ => self.nodes.node(level, branches),
        }
    }

    /// The node that passes where so many of these do.
    fn join(&mut self, count: usize, parts: Vec<u32>) -> Option<u32> {
        let passing = parts.iter().filter(|part| **part == PASSES).count();
        let mut open: Vec<u32> = parts.into_iter().filter(|part| *part > PASSES).collect();
        let Some(count) = count.checked_sub(passing).filter(|count| *count > 0) else { return Some(PASSES) };
        if count > open.len() {
            return Some(FAILS);
        }
        open.sort_unstable();
        if count == 1 || count == open.len() {
            let all = count == open.len();
            open.dedup();
            if let [only] = open.as_slice() {
                return Some(*only);
            }
            return self.split(if all { open.len() } else { 1 }, open);
        }
        self.split(count, open)
    }

    fn split(&mut self, count: usize, open: Vec<u32>) -> Option<u32> {
        let key = (count, open);
        if let Some(known) = self.joined.get(&key) {
            return Some(*known);
        }
        let level = key.1.iter().map(|part| self.nodes.level(*part)).min()?;
        let size = self.sizes.get(level).copied().unwrap_or(0);
        self.step((size + 1) * key.1.len())?;
        let mut branches = Vec::with_capacity(size + 1);
        for number in 0..=size {
            let parts = key.1.iter().map(|part| self.nodes.branch(*part, level, number)).collect();
            branches.push(self.join(count, parts)?);
        }
        let node = self.node(level, branches)?;
        self.joined.insert(key, node);
        Some(node)
    }
}
