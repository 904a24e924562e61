//! Counts the paths of a diagram, by size: from the root to each node, and from each node to the end that passes.

use num_bigint::BigUint;

use super::super::tallies::{Minimals, Tallies};
use super::super::wide::{Wide, choices, length, with_length};
use super::{Diagram, FAILS, Family, Nodes, PASSES};

/// So many multiplications of words may be made: about a second.
const MOST_STEPS: u64 = 1 << 29;

/// Roughly what it takes to look at one branch in building a diagram.
const BUILD_NANOSECONDS: u64 = 150;

/// Coalitions by size; all together in entry 0 where sizes are not wanted.
type Sizes<const L: usize> = Vec<Wide<L>>;

impl Diagram {
    /// Roughly how many nanoseconds building it and counting take; nothing if counting takes too long.
    pub(in super::super) fn cost(&self, by_size: bool) -> Option<u64> {
        Some(steps(&self.nodes, &self.sizes, by_size)? + BUILD_NANOSECONDS * self.steps as u64)
    }

    /// Counts by this diagram.
    pub(in super::super) fn tally(&self, by_size: bool) -> Tallies {
        let voters: usize = self.sizes.iter().sum();
        with_length!(voters, tally(self, by_size))
    }
}

impl Family {
    /// Roughly how many nanoseconds counting takes; nothing if that is too long.
    pub(in super::super) fn cost(&self) -> Option<u64> {
        steps(&self.nodes, &self.sizes, true)
    }

    /// How many coalitions there are, and by kind of the game and size how many one member of the kind is in.
    pub(in super::super) fn counts(&self) -> Minimals {
        let voters: usize = self.sizes.iter().sum();
        with_length!(voters, minimals(self))
    }
}

fn steps(nodes: &Nodes, sizes: &[usize], by_size: bool) -> Option<u64> {
    let voters: usize = sizes.iter().sum();
    let words = length(voters) as u64;
    let each = if by_size { (voters * voters / 6 + voters) as u64 } else { 1 };
    // Each branch takes an addition of all sizes, each node a product of two of them.
    let branches = nodes.branches as u64 * if by_size { voters as u64 } else { 1 };
    let steps = (nodes.len() as u64).saturating_mul(each).saturating_add(branches).saturating_mul(words * words);
    (steps <= MOST_STEPS).then_some(2 * steps + 1_000)
}

struct Counter<'a, const L: usize> {
    nodes: &'a Nodes,
    sized: bool,
    /// By level: the ways to choose so many of the kind.
    choices: Vec<Vec<Wide<L>>>,
    /// By level: how many voters there are on the levels before it.
    before: Vec<usize>,
    /// Whether kinds that are not asked may say what they like; otherwise they say no.
    free: bool,
}

impl<'a, const L: usize> Counter<'a, L> {
    fn new(nodes: &'a Nodes, sizes: &[usize], sized: bool, free: bool) -> Self {
        let mut before = vec![0];
        for size in sizes {
            before.push(before.last().copied().unwrap_or(0) + size);
        }
        Self { nodes, sized, choices: sizes.iter().map(|size| choices(*size)).collect(), before, free }
    }

    fn level(&self, node: u32) -> usize {
        self.nodes.level(node)
    }

    /// Adds to `to` so many times the ways in `from`, with so many more members, and with those of the levels from `level` to `until`
    /// saying what they like.
    fn extend(&self, to: &mut Sizes<L>, from: &Sizes<L>, times: &Wide<L>, more: usize, level: usize, until: usize) {
        let skipped = if self.free {
            self.before.get(until).copied().unwrap_or(0).saturating_sub(self.before.get(level).copied().unwrap_or(0))
        } else {
            0
        };
        let mut ways: Sizes<L> = from.iter().map(|own| own.times(times)).collect();
        for _ in 0..skipped {
            if self.sized {
                let mut last = Wide::ZERO;
                ways.push(Wide::ZERO);
                for own in &mut ways {
                    let next = *own;
                    own.add(&last);
                    last = next;
                }
            } else {
                ways.iter_mut().for_each(|own| own.add(&own.clone()));
            }
        }
        let more = if self.sized { more } else { 0 };
        if to.len() < ways.len() + more {
            to.resize(ways.len() + more, Wide::ZERO);
        }
        to.iter_mut().skip(more).zip(&ways).for_each(|(to, own)| to.add(own));
    }

    /// By node: the ways to get there, over the voters on the levels before its own. Branches lead to smaller numbers.
    fn down(&self, root: u32) -> Vec<Sizes<L>> {
        let mut ways: Vec<Sizes<L>> = vec![Vec::new(); self.nodes.len()];
        let mut start = Vec::new();
        self.extend(&mut start, &vec![Wide::of(1)], &Wide::of(1), 0, 0, self.level(root));
        if let Some(own) = ways.get_mut(root as usize) {
            *own = start;
        }
        for node in (PASSES as usize + 1..self.nodes.len()).rev() {
            let (lower, upper) = ways.split_at_mut(node);
            let Some(own) = upper.first().filter(|own| !own.is_empty()) else { continue };
            let number = u32::try_from(node).unwrap_or(FAILS);
            let level = self.level(number);
            let choices = self.choices.get(level).map(Vec::as_slice).unwrap_or_default();
            for (count, (branch, ways)) in self.nodes.branches(number).iter().zip(choices).enumerate() {
                if *branch != FAILS
                    && let Some(to) = lower.get_mut(*branch as usize)
                {
                    self.extend(to, own, ways, count, level + 1, self.level(*branch));
                }
            }
        }
        ways
    }

    /// By node: the ways to pass from there, over the voters on its own level and after.
    fn up(&self) -> Vec<Sizes<L>> {
        let mut ways: Vec<Sizes<L>> = Vec::with_capacity(self.nodes.len());
        ways.push(Vec::new());
        ways.push(vec![Wide::of(1)]);
        for node in PASSES as usize + 1..self.nodes.len() {
            let number = u32::try_from(node).unwrap_or(FAILS);
            let level = self.level(number);
            let choices = self.choices.get(level).map(Vec::as_slice).unwrap_or_default();
            let mut own = Vec::new();
            for (count, (branch, times)) in self.nodes.branches(number).iter().zip(choices).enumerate() {
                if let Some(from) = ways.get(*branch as usize).filter(|from| !from.is_empty()) {
                    self.extend(&mut own, from, times, count, level + 1, self.level(*branch));
                }
            }
            ways.push(own);
        }
        ways
    }

    /// Adds to `to` the ways of both, the sizes added up.
    fn product(&self, to: &mut [Wide<L>], one: &Sizes<L>, other: &Sizes<L>) {
        for (size, own) in one.iter().enumerate() {
            let place = if self.sized { size } else { 0 };
            to.iter_mut().skip(place).zip(other).for_each(|(to, other)| to.add(&own.times(other)));
        }
    }
}

fn tally<const L: usize>(diagram: &Diagram, sized: bool) -> Tallies {
    let counter = Counter::<L>::new(&diagram.nodes, &diagram.sizes, sized, true);
    let voters: usize = diagram.sizes.iter().sum();
    let (down, up) = (counter.down(diagram.root), counter.up());
    let kinds = diagram.order.len();
    let mut found = vec![vec![Wide::<L>::ZERO; if sized { voters + 1 } else { 1 }]; kinds];
    for (node, before) in down.iter().enumerate().skip(PASSES as usize + 1).filter(|(_, before)| !before.is_empty()) {
        let number = u32::try_from(node).unwrap_or(FAILS);
        let level = counter.level(number);
        // One member of the kind, and so many of the others: what the member's yes changes below.
        let Some(size) = diagram.sizes.get(level).and_then(|size| size.checked_sub(1)) else { continue };
        let mut change: Sizes<L> = Vec::new();
        for ((count, ways), pair) in choices::<L>(size).iter().enumerate().zip(diagram.nodes.branches(number).windows(2)) {
            let [without, with] = pair else { continue };
            if with == without {
                continue;
            }
            let (mut more, mut less) = (Vec::new(), Vec::new());
            let raise = |to: &mut Sizes<L>, branch: u32| {
                if let Some(from) = up.get(branch as usize).filter(|from| !from.is_empty()) {
                    counter.extend(to, from, ways, count + 1, level + 1, counter.level(branch));
                }
            };
            raise(&mut more, *with);
            raise(&mut less, *without);
            let longest = more.len().max(less.len()).max(change.len());
            change.resize(longest, Wide::ZERO);
            change.iter_mut().zip(&more).for_each(|(to, own)| to.add(own));
            change.iter_mut().zip(&less).for_each(|(to, own)| to.sub(own));
        }
        if let Some(to) = diagram.order.get(level).and_then(|kind| found.get_mut(*kind)) {
            counter.product(to, before, &change);
        }
    }
    let mut sizes = vec![0; kinds];
    for (kind, size) in diagram.order.iter().zip(&diagram.sizes) {
        if let Some(own) = sizes.get_mut(*kind) {
            *own = *size;
        }
    }
    let by_size: Vec<Vec<BigUint>> = found.iter().map(|list| list.iter().map(Wide::big).collect()).collect();
    let mut winning = Vec::new();
    if let Some(from) = up.get(diagram.root as usize) {
        counter.extend(&mut winning, from, &Wide::of(1), 0, 0, counter.level(diagram.root));
    }
    Tallies {
        winning: winning.iter().map(Wide::big).sum(),
        heads: sized.then(|| winning.iter().enumerate().map(|(size, count)| count.big() * size).sum()),
        swings: by_size.iter().map(|list| list.iter().sum()).collect(),
        by_size: sized.then_some(by_size),
        sizes,
        ..Tallies::default()
    }
}

fn minimals<const L: usize>(family: &Family) -> Minimals {
    let counter = Counter::<L>::new(&family.nodes, &family.sizes, true, false);
    let voters: usize = family.sizes.iter().sum();
    let (down, up) = (counter.down(family.root), counter.up());
    let mut with = vec![vec![Wide::<L>::ZERO; voters + 1]; family.order.len()];
    for (node, before) in down.iter().enumerate().skip(PASSES as usize + 1).filter(|(_, before)| !before.is_empty()) {
        let number = u32::try_from(node).unwrap_or(FAILS);
        let level = counter.level(number);
        let Some(size) = family.sizes.get(level).and_then(|size| size.checked_sub(1)) else { continue };
        let mut own: Sizes<L> = Vec::new();
        for ((count, ways), branch) in choices::<L>(size).iter().enumerate().zip(family.nodes.branches(number).iter().skip(1)) {
            if let Some(from) = up.get(*branch as usize).filter(|from| !from.is_empty()) {
                counter.extend(&mut own, from, ways, count + 1, level + 1, counter.level(*branch));
            }
        }
        if let Some(to) = family.order.get(level).and_then(|kind| with.get_mut(*kind)) {
            counter.product(to, before, &own);
        }
    }
    let all = up.get(family.root as usize).map(Vec::as_slice).unwrap_or_default();
    let list = |list: &Vec<Wide<L>>| list.iter().map(Wide::big).collect();
    Minimals { count: all.iter().map(Wide::big).sum(), with: with.iter().map(list).collect() }
}
