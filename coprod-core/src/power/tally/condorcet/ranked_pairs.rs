//! Ranked pairs (Tideman): comparisons won are locked in, strongest first, each unless it would close a circle with those that are; the
//! option that none is locked above wins. Where comparisons are equally strong, every order of them is followed: its work is bounded,
//! because that can grow beyond all measure (Brill and Fischer, 2012).

use std::collections::BTreeSet;

use super::beats_all;
use crate::error::{Pointer, TallyError};
use crate::power::tally::counted::{Counted, Possible, Tie, TieBreak, TieFor, Ties, one_of};
use crate::power::tally::explore::Work;
use crate::power::tally::names::Names;
use crate::power::tally::pairwise::{DefeatStrength, Pairwise};

/// Orders of equally strong comparisons are followed through so many different sets of locked comparisons.
pub const MOST_LOCKINGS: usize = 20_000;

/// Which option stands above which, by way of locked comparisons: a bit each.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Above {
    words: usize,
    bits: Vec<u64>,
}

impl Above {
    fn new(options: usize) -> Self {
        let words = options.div_ceil(64);
        Self { words, bits: vec![0; options * words] }
    }

    fn has(&self, a: usize, b: usize) -> bool {
        self.bits.get(a * self.words + b / 64).is_some_and(|word| word >> (b % 64) & 1 == 1)
    }

    /// Locks `a` above `b`, and all above `a` above all below `b`.
    fn lock(&mut self, a: usize, b: usize) {
        if self.has(a, b) {
            return;
        }
        let mut below: Vec<u64> = self.bits.get(b * self.words..(b + 1) * self.words).unwrap_or_default().to_vec();
        below.get_mut(b / 64).into_iter().for_each(|word| *word |= 1 << (b % 64));
        let options = self.bits.len() / self.words.max(1);
        let tops: Vec<usize> = (0..options).filter(|top| *top == a || self.has(*top, a)).collect();
        for top in tops {
            let row = self.bits.get_mut(top * self.words..(top + 1) * self.words).unwrap_or_default();
            row.iter_mut().zip(&below).for_each(|(word, below)| *word |= below);
        }
    }

    /// The options that none is locked above.
    fn tops(&self, options: usize) -> Vec<usize> {
        (0..options).filter(|own| (0..options).all(|other| !self.has(other, *own))).collect()
    }
}

/// The comparisons won, by strength, strongest first; those of one strength together.
fn by_strength(pairs: &Pairwise, by: DefeatStrength) -> Vec<Vec<(usize, usize)>> {
    let all = (0..pairs.options()).flat_map(|a| (0..pairs.options()).map(move |b| (a, b)));
    let mut won: Vec<(u64, (usize, usize))> =
        all.map(|(a, b)| (pairs.strength(a, b, by), (a, b))).filter(|(strength, _)| *strength > 0).collect();
    won.sort_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
    won.chunk_by(|x, y| x.0 == y.0).map(|group| group.iter().map(|(_, pair)| *pair).collect()).collect()
}

/// Every set of locked comparisons to which the equally strong ones can lead, in whichever order they are taken.
fn all_orders(
    start: BTreeSet<Above>,
    group: &[(usize, usize)],
    options: usize,
    work: &mut Work,
) -> Result<BTreeSet<Above>, TallyError> {
    let mut ends = BTreeSet::new();
    let mut seen = start.clone();
    let mut waiting: Vec<Above> = start.into_iter().collect();
    while let Some(above) = waiting.pop() {
        let open: Vec<(usize, usize)> = group.iter().copied().filter(|(a, b)| !above.has(*a, *b) && !above.has(*b, *a)).collect();
        // Each lock goes through all options once or twice.
        work.spend((group.len() + 3 * open.len() * options) as u64)?;
        let mut together = above.clone();
        open.iter().for_each(|(a, b)| together.lock(*a, *b));
        if open.iter().all(|(a, b)| !together.has(*b, *a)) {
            ends.insert(together);
        } else {
            // Those on no circle can always be locked: first, so that fewer orders are left.
            let mut free = above.clone();
            let circle = |(a, b): &&(usize, usize)| together.has(*b, *a);
            open.iter().filter(|pair| !circle(pair)).for_each(|(a, b)| free.lock(*a, *b));
            for (a, b) in open.iter().filter(circle).filter(|(a, b)| !free.has(*b, *a)) {
                let mut next = free.clone();
                next.lock(*a, *b);
                if seen.insert(next.clone()) {
                    waiting.push(next);
                }
            }
        }
        if seen.len() + ends.len() > MOST_LOCKINGS {
            return Err(TallyError::TooManyTies { path: Pointer::root().key("ballots"), limit: MOST_LOCKINGS });
        }
    }
    Ok(ends)
}

/// The order of equally strong comparisons by a lot: that of the option in front first, and of its comparisons that against the one
/// furthest behind.
fn in_lot_order(group: &mut [(usize, usize)], lot: &[usize]) {
    let place = |option: usize| lot.get(option).copied().unwrap_or(usize::MAX);
    group.sort_by_key(|(a, b)| (place(*a), std::cmp::Reverse(place(*b))));
}

/// Counts by ranked pairs.
pub(in crate::power::tally) fn ranked_pairs(
    pairs: Pairwise,
    by: DefeatStrength,
    ties: &Ties,
    names: &Names,
    work: &mut Work,
) -> Result<Counted, TallyError> {
    let options = pairs.options();
    let groups = by_strength(&pairs, by);
    // One way through, shown: by the lot, or else by the order of the options.
    let mut shown = Above::new(options);
    let mut locked = Vec::new();
    let mut ordered = false;
    let mut ends = BTreeSet::from([Above::new(options)]);
    for mut group in groups {
        match &ties.lot {
            Some(lot) => in_lot_order(&mut group, lot),
            None => ends = all_orders(ends, &group, options, work)?,
        }
        let mut together = shown.clone();
        let open: Vec<(usize, usize)> = group.into_iter().filter(|(a, b)| !shown.has(*b, *a)).collect();
        open.iter().for_each(|(a, b)| together.lock(*a, *b));
        ordered |= open.iter().any(|(a, b)| together.has(*b, *a));
        for (a, b) in open {
            if !shown.has(b, a) {
                shown.lock(a, b);
                locked.push((a, b));
            }
        }
    }
    if ties.lot.is_some() {
        ends = BTreeSet::from([shown]);
    }
    let best: BTreeSet<usize> = ends.iter().flat_map(|above| above.tops(options)).collect();
    let best: Vec<usize> = best.into_iter().collect();
    let (outcomes, mut tied) = one_of(&best, ties);
    let mut because = vec![winners(&best, names)];
    if ordered {
        let how = if ties.lot.is_some() { "the lot gave their order" } else { "every order of them was followed" };
        because.push(format!("comparisons that are equally strong contradict each other, and {how}"));
        if ties.lot.is_some() && tied.is_empty() {
            let fell_on = best.clone();
            tied.push(Tie { round: 1, tied_for: TieFor::First, tied: best, broken_by: Some(TieBreak::Lot), fell_on });
        }
    }
    because.push(beats_all(&pairs, names));
    let outcomes: Vec<Possible> = outcomes;
    Ok(Counted { outcomes, ties: tied, locked, because, pairwise: Some(pairs), ..Counted::default() })
}

fn winners(best: &[usize], names: &Names) -> String {
    match best {
        [one] => format!("no option is locked above {}", names.of(*one)),
        _ => format!("each of {} can be the one that no option is locked above", names.list(best)),
    }
}
