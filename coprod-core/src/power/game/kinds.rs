//! Counts coalitions by how many of each kind they hold: members who are alike are counted and not tried one by one.
//!
//! A vector of counts stands for as many coalitions as there are ways to choose so many of each kind. For every choice from all
//! kinds but the largest, the *inner* one, there is a least number of the inner kind from which on it passes; these least numbers say
//! everything. Only vectors in which somebody is critical are looked at one by one.

use num_bigint::BigUint;

use super::shape::{Game, Gate};
use super::tallies::{Criticals, Minimals, Tallies, Wanted, each};
use super::wide::{Wide, choices, length, with_length};

/// So many vectors of counts may be looked at, times the words that a count takes.
const MOST_CELLS: u64 = 1 << 24;

/// So many words may be taken by the counts for one union: 32 MiB.
const MOST_ENTRIES: u64 = 1 << 22;

/// Roughly how many nanoseconds it takes; nothing if there are too many vectors.
pub(super) fn cost(game: &Game) -> Option<u64> {
    if game.kinds.is_empty() {
        return None;
    }
    let cells = game.cells().checked_mul(length(game.voters()) as u64).filter(|cells| *cells <= MOST_CELLS)?;
    Some(cells * (8 + 3 * game.kinds.len() as u64) + 2_000)
}

/// Counts by kinds.
pub(super) fn tally(game: &Game, wanted: Wanted) -> Tallies {
    with_length!(game.voters(), count(game, wanted))
}

fn count<const L: usize>(game: &Game, wanted: Wanted) -> Tallies {
    let steps = vec![1; game.kinds.len()];
    let found = Stair::<L>::new(game).walk(&steps, game.voters() + 1, wanted);
    let sizes: Vec<usize> = game.kinds.iter().map(Vec::len).collect();
    let lists = |of: Vec<Vec<Wide<L>>>| each(&sizes, of.iter().map(|list| list.iter().map(Wide::big).collect()).collect());
    let by_size = lists(found.by_size);
    Tallies {
        winning: found.winning.big(),
        heads: Some(found.heads.big()),
        swings: by_size.iter().map(|list| list.iter().sum()).collect(),
        by_size: wanted.by_size.then_some(by_size),
        critical: wanted.critical.then(|| Criticals { vulnerable: found.vulnerable.big(), with: lists(found.critical) }),
        minimal: wanted.minimal.then(|| Minimals { count: found.minimal.big(), with: lists(found.minimal_with) }),
        sizes,
    }
}

/// The swings of the members of a union, in the game between them and the other unions.
pub(crate) struct UnionSwings {
    /// How many members of the union have a vote, and how many other unions.
    pub(crate) voters: (usize, usize),
    /// Members who are alike, and the swings of one of them: entry `unions * (own + 1) + members` is for coalitions of so many members
    /// of the union, the member among them, and so many other unions.
    pub(crate) members: Vec<(Vec<usize>, Vec<BigUint>)>,
}

/// The swings of the first `fellows` voters of a game, counted by how many of them and how many of the others are in the coalition.
/// Nothing if there are too many kinds of voters, or if that takes more nanoseconds than are `left`, off which it is taken.
pub(crate) fn swings_in_union(game: &Game, fellows: usize, left: &mut u64) -> Option<UnionSwings> {
    if game.kinds.is_empty() {
        return Some(UnionSwings { voters: (0, 0), members: Vec::new() });
    }
    // A member of the union and another union that weigh the same are of one kind in the game, and two here.
    let mut apart = game.clone();
    apart.kinds.clear();
    apart.sums.iter_mut().for_each(Vec::clear);
    for (number, kind) in game.kinds.iter().enumerate() {
        let (own, others): (Vec<usize>, Vec<usize>) = kind.iter().partition(|voter| **voter < fellows);
        for part in [own, others].into_iter().filter(|part| !part.is_empty()) {
            apart.kinds.push(part);
            for (to, from) in apart.sums.iter_mut().zip(&game.sums) {
                to.extend(from.get(number));
            }
        }
    }
    let is_own = |kind: &Vec<usize>| kind.first().is_some_and(|first| *first < fellows);
    let own: usize = apart.kinds.iter().filter(|kind| is_own(kind)).map(Vec::len).sum();
    let others = apart.voters() - own;
    let entries = (own + 1) * (others + 1);
    // At most 1001 times 1001, of as many kinds.
    let words = (entries * length(apart.voters())) as u64 * apart.kinds.len() as u64;
    *left = left.checked_sub(cost(&apart)? + words).filter(|_| words <= MOST_ENTRIES)?;
    let steps: Vec<usize> = apart.kinds.iter().map(|kind| if is_own(kind) { 1 } else { own + 1 }).collect();
    let swings = with_length!(apart.voters(), swings(&apart, &steps, entries));
    let members = apart.kinds.into_iter().zip(swings).filter(|(kind, _)| is_own(kind)).collect();
    Some(UnionSwings { voters: (own, others), members })
}

fn swings<const L: usize>(game: &Game, steps: &[usize], entries: usize) -> Vec<Vec<BigUint>> {
    let found = Stair::<L>::new(game).walk(steps, entries, Wanted { by_size: true, ..Wanted::default() });
    let sizes: Vec<usize> = game.kinds.iter().map(Vec::len).collect();
    each(&sizes, found.by_size.iter().map(|list| list.iter().map(Wide::big).collect()).collect())
}

/// The least numbers of the inner kind from which on it passes.
struct Stair<const L: usize> {
    sizes: Vec<usize>,
    inner: usize,
    /// The other kinds, and how far apart one more of each is in `starts`.
    outer: Vec<(usize, usize)>,
    starts: Vec<usize>,
    choices: Vec<Vec<Wide<L>>>,
}

/// What is counted for all members of a kind together.
struct Found<const L: usize> {
    winning: Wide<L>,
    heads: Wide<L>,
    by_size: Vec<Vec<Wide<L>>>,
    vulnerable: Wide<L>,
    critical: Vec<Vec<Wide<L>>>,
    minimal: Wide<L>,
    minimal_with: Vec<Vec<Wide<L>>>,
}

impl<const L: usize> Stair<L> {
    fn new(game: &Game) -> Self {
        let sizes: Vec<usize> = game.kinds.iter().map(Vec::len).collect();
        let inner = sizes.iter().enumerate().max_by_key(|(_, size)| **size).map_or(0, |(kind, _)| kind);
        let mut place = 1;
        let mut outer = Vec::with_capacity(sizes.len());
        for (kind, size) in sizes.iter().enumerate().filter(|(kind, _)| *kind != inner) {
            outer.push((kind, place));
            place *= size + 1;
        }
        let choices = sizes.iter().map(|size| choices(*size)).collect();
        let mut stair = Self { sizes, inner, outer, starts: Vec::with_capacity(place), choices };
        stair.fill(game);
        stair
    }

    fn size(&self, kind: usize) -> usize {
        self.sizes.get(kind).copied().unwrap_or(0)
    }

    fn fill(&mut self, game: &Game) {
        let weight = |sum: &Vec<u64>, kind: usize| sum.get(kind).copied().unwrap_or(0);
        let inner: Vec<u64> = game.sums.iter().map(|sum| weight(sum, self.inner)).collect();
        let mut sums = vec![0_u64; game.sums.len()];
        let mut digits = vec![0_usize; self.outer.len()];
        loop {
            self.starts.push(least(&game.gate, &sums, &inner, self.size(self.inner)));
            let mut moved = false;
            for (digit, (kind, _)) in digits.iter_mut().zip(&self.outer) {
                let size = self.sizes.get(*kind).copied().unwrap_or(0);
                if *digit < size {
                    *digit += 1;
                    sums.iter_mut().zip(&game.sums).for_each(|(sum, weights)| *sum += weight(weights, *kind));
                    moved = true;
                    break;
                }
                *digit = 0;
                sums.iter_mut().zip(&game.sums).for_each(|(sum, weights)| *sum -= weight(weights, *kind) * size as u64);
            }
            if !moved {
                return;
            }
        }
    }

    fn walk(&self, steps: &[usize], entries: usize, wanted: Wanted) -> Found<L> {
        let kinds = self.sizes.len();
        let lists = |wanted: bool, entries: usize| if wanted { vec![vec![Wide::ZERO; entries]; kinds] } else { Vec::new() };
        let voters: usize = self.sizes.iter().sum();
        let mut found = Found {
            winning: Wide::ZERO,
            heads: Wide::ZERO,
            by_size: lists(true, entries),
            vulnerable: Wide::ZERO,
            critical: lists(wanted.critical, voters + 1),
            minimal: Wide::ZERO,
            minimal_with: lists(wanted.minimal, voters + 1),
        };
        let step = |kind: usize| steps.get(kind).copied().unwrap_or(0);
        let inner_choices = self.choices.get(self.inner).map(Vec::as_slice).unwrap_or_default();
        let tails = tails(inner_choices);
        let most = self.size(self.inner);
        let mut digits = vec![0_usize; self.outer.len()];
        // Entry i: the ways to choose from the outer kinds from number i on.
        let mut products = vec![Wide::of(1); self.outer.len() + 1];
        let mut critical: Vec<(usize, usize, usize)> = Vec::with_capacity(kinds);
        for (at, start) in self.starts.iter().copied().enumerate() {
            if start <= most
                && let Some(ways) = products.first()
            {
                let heads: usize = digits.iter().sum();
                let taken: usize = self.outer.iter().zip(&digits).map(|((kind, _), digit)| digit * step(*kind)).sum();
                if let Some((tail, tail_heads)) = tails.get(start) {
                    found.winning.add(&ways.times(tail));
                    let mut sizes = tail.times_small(heads as u64);
                    sizes.add(tail_heads);
                    found.heads.add(&ways.times(&sizes));
                }
                // Until which number of the inner kind each outer kind is critical.
                critical.clear();
                let mut others = 0;
                for ((kind, place), digit) in self.outer.iter().zip(&digits).filter(|(_, digit)| **digit > 0) {
                    let until = at.checked_sub(*place).and_then(|below| self.starts.get(below)).copied().unwrap_or(0);
                    others += 1;
                    if until > start {
                        critical.push((*kind, *digit, until));
                    }
                }
                let last = critical.iter().map(|(_, _, until)| *until).max().unwrap_or(0).max(start + usize::from(start > 0));
                for count in start..last.min(most + 1) {
                    let Some(inner) = inner_choices.get(count) else { break };
                    let every = ways.times(inner);
                    let own = (count == start && start > 0).then_some((self.inner, count));
                    let those = || {
                        let outer = critical.iter().filter(|(_, _, until)| *until > count);
                        outer.map(|(kind, digit, _)| (*kind, *digit)).chain(own)
                    };
                    let together = taken + count * step(self.inner);
                    for (kind, number) in those() {
                        add(&mut found.by_size, kind, together, &every, number);
                    }
                    if wanted.critical {
                        let many: usize = those().map(|(_, number)| number).sum();
                        found.vulnerable.add(&every);
                        for (kind, number) in those() {
                            add(&mut found.critical, kind, many, &every, number);
                        }
                    }
                    if wanted.minimal && those().count() == others + usize::from(count > 0) {
                        found.minimal.add(&every);
                        for (kind, number) in those() {
                            add(&mut found.minimal_with, kind, heads + count, &every, number);
                        }
                    }
                }
            }
            self.next(&mut digits, &mut products);
        }
        found
    }

    /// The next choice from the outer kinds, and its products.
    fn next(&self, digits: &mut [usize], products: &mut [Wide<L>]) {
        for (number, (digit, (kind, _))) in digits.iter_mut().zip(&self.outer).enumerate() {
            if *digit < self.size(*kind) {
                *digit += 1;
                let mut product = products.get(number + 1).copied().unwrap_or(Wide::of(1));
                if let Some(ways) = self.choices.get(*kind).and_then(|ways| ways.get(*digit)) {
                    product = product.times(ways);
                }
                // The kinds before this one start again: there is one way to choose none.
                products.iter_mut().take(number + 1).for_each(|own| *own = product);
                return;
            }
            *digit = 0;
        }
    }
}

fn add<const L: usize>(to: &mut [Vec<Wide<L>>], kind: usize, at: usize, ways: &Wide<L>, times: usize) {
    if let Some(entry) = to.get_mut(kind).and_then(|list| list.get_mut(at)) {
        entry.add(&ways.times_small(times as u64));
    }
}

/// From each number on: the ways to choose so many or more, and how many are chosen in all of these ways together.
fn tails<const L: usize>(choices: &[Wide<L>]) -> Vec<(Wide<L>, Wide<L>)> {
    let mut tails = Vec::with_capacity(choices.len());
    let (mut ways, mut heads) = (Wide::ZERO, Wide::ZERO);
    for (count, own) in choices.iter().enumerate().rev() {
        ways.add(own);
        heads.add(&own.times_small(count as u64));
        tails.push((ways, heads));
    }
    tails.reverse();
    tails
}

/// The least number, of so many voters who weigh so much, with whom the sums make it pass; one more than there are if none does.
fn least(gate: &Gate, sums: &[u64], inner: &[u64], most: usize) -> usize {
    match gate {
        Gate::Always => 0,
        Gate::Never => most + 1,
        Gate::Bar { sum, least } => {
            let (reached, weight) = (sums.get(*sum).copied().unwrap_or(0), inner.get(*sum).copied().unwrap_or(0));
            match least.saturating_sub(reached) {
                0 => 0,
                _ if weight == 0 => most + 1,
                gap => usize::try_from(gap.div_ceil(weight)).unwrap_or(usize::MAX).min(most + 1),
            }
        }
        Gate::AtLeast(1, of) => of.iter().map(|part| least(part, sums, inner, most)).min().unwrap_or(most + 1),
        Gate::AtLeast(count, of) if *count == of.len() => of.iter().map(|part| least(part, sums, inner, most)).max().unwrap_or(0),
        Gate::AtLeast(count, of) => {
            let mut each: Vec<usize> = of.iter().map(|part| least(part, sums, inner, most)).collect();
            each.sort_unstable();
            count.checked_sub(1).and_then(|last| each.get(last)).copied().unwrap_or(most + 1)
        }
    }
}
