//! Counts one weighted vote by sums: how many coalitions have each size and each weight.
//!
//! One table is made for everybody. The coalitions without a given member follow from it by taking that member out again: those of a
//! weight are all of that weight less those with the member, which are those without at a weight that much lower, and so on down. So
//! the coalitions without the member in a range of weights are a sum of as many ranges as the member's weight fits below the bar.
//! (Generating functions: Mann and Shapley, 1962; Brams and Affuso, 1976; taking out: Kurz, "Computing the power distribution in
//! the IMF", 2016.) Differences wrap and the results fit, so that they are exact.

use num_bigint::BigUint;

use super::shape::{Game, Gate};
use super::tallies::{Criticals, Minimals, Tallies, Wanted};
use super::wide::{Wide, choices, length, with_length};

/// So many additions of words may be made: about a second.
const MOST_STEPS: u64 = 1 << 31;

/// So many words a table may have: 128 MiB.
const MOST_WORDS: u64 = 1 << 24;

/// One weighted vote.
struct Vote {
    /// The weight of each kind, none above the bar, and how many of the kind there are. The heaviest first.
    kinds: Vec<(usize, usize, usize)>,
    voters: usize,
    bar: usize,
    total: u64,
}

impl Vote {
    /// The vote, if the game is one whose bar can be counted up to.
    fn of(game: &Game) -> Option<Self> {
        let Gate::Bar { sum, least } = game.gate else { return None };
        let bar = usize::try_from(least).ok().filter(|bar| (*bar as u64) < MOST_WORDS)?;
        let weights = game.sums.get(sum)?;
        // Who is above the bar alone decides alone, by however much.
        let cut = |weight: &u64| usize::try_from(*weight).unwrap_or(usize::MAX).min(bar);
        let mut kinds: Vec<(usize, usize, usize)> = weights
            .iter()
            .zip(&game.kinds)
            .enumerate()
            .map(|(kind, (weight, members))| (cut(weight), members.len(), kind))
            .collect();
        kinds.sort_unstable_by(|one, other| other.cmp(one));
        // At most 1000 voters, and at most 2^24 each.
        let total = kinds.iter().map(|(weight, count, _)| *weight as u64 * *count as u64).sum();
        Some(Self { kinds, voters: game.voters(), bar, total })
    }

    /// The bar of the vote in which those win who can stop this one.
    fn opposite(&self) -> usize {
        usize::try_from(self.total.saturating_sub(self.bar as u64) + 1).unwrap_or(usize::MAX)
    }

    fn cost(&self, wanted: Wanted) -> Option<u64> {
        let (voters, bar) = (self.voters as u64, self.bar as u64);
        let low = if wanted.minimal || wanted.critical { bar } else { bar.min(self.opposite() as u64) };
        let heaviest = self.kinds.first().map_or(0, |(weight, ..)| *weight as u64);
        let sized = wanted.by_size || wanted.minimal || wanted.critical;
        let height = if wanted.critical { bar + heaviest } else { low };
        let words = height.checked_mul(if sized { voters + 1 } else { 1 })?.checked_mul(length(self.voters) as u64)?;
        if words > MOST_WORDS {
            return None;
        }
        let kinds = self.kinds.len() as u64;
        let table = words * voters / 2;
        let mut steps = table;
        if wanted.minimal {
            steps += 4 * table + voters * voters * voters * kinds;
        }
        if wanted.critical {
            steps += kinds * (table + voters * voters * kinds);
        }
        (steps <= MOST_STEPS).then_some(steps / 2 + voters * voters * kinds + 1_000)
    }
}

/// Roughly how many nanoseconds it takes; nothing if the game is no single weighted vote or too large a one.
pub(super) fn cost(game: &Game, wanted: Wanted) -> Option<u64> {
    Vote::of(game)?.cost(wanted)
}

/// The height of the bar, for a reader.
pub(super) fn bar(game: &Game) -> usize {
    Vote::of(game).map_or(0, |vote| vote.bar)
}

/// Counts by sums; nothing if the game is no single weighted vote.
pub(super) fn tally(game: &Game, wanted: Wanted) -> Option<Tallies> {
    let vote = Vote::of(game)?;
    Some(with_length!(vote.voters, count(&vote, game, wanted)))
}

fn count<const L: usize>(vote: &Vote, game: &Game, wanted: Wanted) -> Tallies {
    let sizes: Vec<usize> = game.kinds.iter().map(Vec::len).collect();
    let coalitions = BigUint::from(1_u8) << vote.voters;
    let mut tallies = Tallies { swings: vec![BigUint::ZERO; sizes.len()], sizes, ..Tallies::default() };
    // Swings are the same in the opposite vote, at the sizes that the others have.
    let turned = vote.opposite() < vote.bar;
    let bar = vote.opposite().min(vote.bar);
    let mut table = Table::<L>::new(if wanted.by_size { vote.voters } else { 0 }, bar);
    for (weight, count, _) in &vote.kinds {
        (0..*count).for_each(|_| table.add(*weight, wanted.by_size));
    }
    let below = table.below();
    let losing: Vec<BigUint> = (0..table.rows.len()).map(|row| below.between(row, 0, bar).big()).collect();
    let lost: BigUint = losing.iter().sum();
    tallies.winning = if turned { lost } else { coalitions - lost };
    if wanted.by_size {
        let ways = choices::<L>(vote.voters);
        let winning = losing
            .iter()
            .enumerate()
            .zip(&ways)
            .map(|((size, losing), ways)| if turned { losing * (vote.voters - size) } else { (ways.big() - losing) * size });
        tallies.heads = Some(winning.sum());
        let mut by_size = vec![Vec::new(); vote.kinds.len()];
        for (weight, _, kind) in &vote.kinds {
            let without = |others: usize| below.without(others, *weight, bar - (*weight).min(bar), bar, true).big();
            let mut list = vec![BigUint::ZERO];
            // Coalitions of this size in the opposite vote, the member among them, are those of all others and the member here.
            list.extend((0..vote.voters).map(|others| without(if turned { vote.voters - 1 - others } else { others })));
            if let Some(own) = by_size.get_mut(*kind) {
                *own = list;
            }
        }
        tallies.swings = by_size.iter().map(|list| list.iter().sum()).collect();
        tallies.by_size = Some(by_size);
    } else {
        for (weight, _, kind) in &vote.kinds {
            if let Some(own) = tallies.swings.get_mut(*kind) {
                *own = below.without(0, *weight, bar - (*weight).min(bar), bar, false).big();
            }
        }
    }
    if wanted.minimal {
        tallies.minimal = Some(minimal::<L>(vote));
    }
    if wanted.critical {
        tallies.critical = Some(critical::<L>(vote));
    }
    tallies
}

/// Minimal winning coalitions: without the lightest of them, who is put last here, the others fall below the bar.
fn minimal<const L: usize>(vote: &Vote) -> Minimals {
    let mut table = Table::<L>::new(vote.voters, vote.bar);
    let mut count = Wide::<L>::ZERO;
    let mut with = vec![vec![Wide::<L>::ZERO; vote.voters + 1]; vote.kinds.len()];
    let mut before = 0;
    for (at, (weight, members, kind)) in vote.kinds.iter().enumerate() {
        for own in 0..*members {
            let below = table.below();
            // The others must pass only with this last one.
            let (from, to) = (vote.bar - weight, vote.bar);
            for others in 0..=before {
                let each = below.between(others, from, to);
                count.add(&each);
                // One of a kind speaks for all: the one who comes first.
                if own == 0 {
                    put(&mut with, *kind, others + 1, &each);
                }
                for (weight, _, kind) in vote.kinds.iter().take(if own == 0 { at } else { at + 1 }) {
                    if others > 0 {
                        let both = below.without_from(others - 1, *weight, from, to);
                        put(&mut with, *kind, others + 1, &both);
                    }
                }
            }
            table.add(*weight, true);
            before += 1;
        }
    }
    let list = |list: &Vec<Wide<L>>| list.iter().map(Wide::big).collect();
    Minimals { count: count.big(), with: with.iter().map(list).collect() }
}

/// Winning coalitions by the number of critical members: those who weigh more than what is above the bar. While the excess lies between
/// the weights of two kinds, these are the heavier ones.
fn critical<const L: usize>(vote: &Vote) -> Criticals {
    let mut vulnerable = Wide::<L>::ZERO;
    let mut with = vec![vec![Wide::<L>::ZERO; vote.voters + 1]; vote.kinds.len()];
    let mut lighter = 0;
    for number in (0..vote.kinds.len()).rev() {
        let (heavy, light) = vote.kinds.split_at(number + 1);
        let Some((weight, ..)) = heavy.last() else { break };
        let heavies: usize = heavy.iter().map(|(_, count, _)| count).sum();
        let (from, to) = (vote.bar + lighter, vote.bar + weight);
        let mut table = Table::<L>::new(heavies, to);
        for (weight, count, _) in light {
            (0..*count).for_each(|_| table.add(*weight, false));
        }
        for (weight, count, _) in heavy {
            (0..*count).for_each(|_| table.add(*weight, true));
        }
        let below = table.below();
        for many in 1..=heavies {
            vulnerable.add(&below.between(many, from, to));
            for (weight, _, kind) in heavy {
                put(&mut with, *kind, many, &below.without_from(many - 1, *weight, from, to));
            }
        }
        lighter = *weight;
    }
    let list = |list: &Vec<Wide<L>>| list.iter().map(Wide::big).collect();
    Criticals { vulnerable: vulnerable.big(), with: with.iter().map(list).collect() }
}

fn put<const L: usize>(to: &mut [Vec<Wide<L>>], kind: usize, at: usize, count: &Wide<L>) {
    if let Some(entry) = to.get_mut(kind).and_then(|list| list.get_mut(at)) {
        entry.add(count);
    }
}

/// Coalitions by size (row) and weight, below a height. Without sizes there is one row.
struct Table<const L: usize> {
    rows: Vec<Vec<Wide<L>>>,
    used: usize,
}

impl<const L: usize> Table<L> {
    fn new(rows: usize, height: usize) -> Self {
        let mut rows = vec![vec![Wide::ZERO; height]; rows + 1];
        if let Some(nobody) = rows.first_mut().and_then(|row| row.first_mut()) {
            *nobody = Wide::of(1);
        }
        Self { rows, used: 0 }
    }

    /// One more member, counted in the size or not.
    fn add(&mut self, weight: usize, counted: bool) {
        if counted {
            self.used += 1;
            for row in (0..self.used.min(self.rows.len().saturating_sub(1))).rev() {
                let (lower, upper) = self.rows.split_at_mut(row + 1);
                if let (Some(from), Some(to)) = (lower.last(), upper.first_mut()) {
                    to.iter_mut().skip(weight).zip(from).for_each(|(to, from)| to.add(from));
                }
            }
        } else {
            for row in self.rows.iter_mut().take(self.used + 1) {
                // From the top down, in steps that do not read what they write.
                let mut top = row.len();
                while top > weight {
                    let start = top.saturating_sub(weight).max(weight);
                    let (lower, upper) = row.split_at_mut(start);
                    let from = lower.get(start - weight..).unwrap_or_default();
                    upper.iter_mut().take(top - start).zip(from).for_each(|(to, from)| to.add(from));
                    top = start;
                }
            }
        }
    }

    /// The same added up by weight.
    fn below(&self) -> Below<L> {
        let add_up = |row: &Vec<Wide<L>>| {
            let mut sum = Wide::ZERO;
            let mut sums = Vec::with_capacity(row.len() + 1);
            sums.push(sum);
            for own in row {
                sum.add(own);
                sums.push(sum);
            }
            sums
        };
        Below { rows: self.rows.iter().take(self.used + 1).map(add_up).collect() }
    }
}

/// By size: coalitions lighter than each weight.
struct Below<const L: usize> {
    rows: Vec<Vec<Wide<L>>>,
}

impl<const L: usize> Below<L> {
    /// Coalitions of a size that weigh at least `from` and less than `to`.
    fn between(&self, size: usize, from: usize, to: usize) -> Wide<L> {
        let Some(row) = self.rows.get(size) else { return Wide::ZERO };
        let mut count = row.get(to).copied().unwrap_or(Wide::ZERO);
        count.sub(row.get(from).unwrap_or(&Wide::ZERO));
        count
    }

    /// The same without one member of this weight; `sized` says whether the member counts in the size.
    fn without(&self, size: usize, weight: usize, from: usize, to: usize, sized: bool) -> Wide<L> {
        let mut count = Wide::ZERO;
        let (mut size, mut from, mut to) = (size, from, to);
        let mut plus = true;
        loop {
            let each = self.between(size, from, to);
            if plus {
                count.add(&each)
            } else {
                count.sub(&each)
            }
            plus = !plus;
            if to <= weight || (sized && size == 0) {
                return count;
            }
            size -= usize::from(sized);
            (from, to) = (from.saturating_sub(weight), to - weight);
        }
    }

    /// Coalitions with one member of this weight, who counts in the size, and so many others, that weigh at least `from` and less than
    /// `to`.
    fn without_from(&self, others: usize, weight: usize, from: usize, to: usize) -> Wide<L> {
        if to <= weight {
            return Wide::ZERO;
        }
        self.without(others, weight, from.saturating_sub(weight), to - weight, true)
    }
}
