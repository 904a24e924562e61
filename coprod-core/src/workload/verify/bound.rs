//! A bound that anybody can check: some people, and work that only they can do.
//!
//! Whoever does it, these people have that work between them. The smallest largest part is reached by giving each next piece to whoever
//! then has the least; no split can have a smaller one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::crowd::Crowd;
use super::part::Part;
use super::view::{View, Worker};

/// A lower bound on the largest part, and what shows it.
#[derive(Debug, Clone)]
pub(super) struct Bound {
    pub(super) part: Part,
    pub(super) people: Crowd,
    /// Seconds that only they can do, over and above what is finished.
    pub(super) seconds: u64,
}

/// Parts are looked for in steps of 1 / 2^20 before the last pieces are given out one by one.
const FINENESS: u32 = 20;

/// The last pieces are at most this many; more would mean a piece far too small for the parts, and the coarser bound is good then.
const MOST_LAST_PIECES: u64 = 100_000;

/// The bound that the work of `people` gives.
pub(super) fn of(view: &View, people: Crowd) -> Option<Bound> {
    let theirs = || view.open().filter(|spot| view.classes.get(spot.class).is_some_and(|class| class.is_within(&people)));
    let seconds: u64 = theirs().map(|spot| spot.seconds).sum();
    let piece = theirs().map(|spot| spot.seconds).fold(0, num_integer::gcd);
    let workers: Vec<&Worker> = people.iter().filter_map(|person| view.workers.get(person)).collect();
    // Somebody to whom work costs nothing could do it all.
    if workers.iter().any(|worker| worker.rate == 0) {
        return None;
    }
    let workers: Vec<&Worker> = workers.into_iter().filter(|worker| worker.counts()).collect();
    let base = workers.iter().map(|worker| worker.part(worker.base_cost)).max()?;
    if piece == 0 {
        return Some(Bound { part: base, people, seconds });
    }
    let pieces = seconds / piece;
    let fits = |level: u128| -> u128 {
        workers.iter().map(|worker| u128::from(worker.pieces(level, FINENESS, piece))).fold(0, u128::saturating_add)
    };
    // The greatest level at which not all pieces fit.
    let (mut low, mut high) = (0_u128, 1_u128);
    while fits(high) < u128::from(pieces) {
        low = high;
        high = high.checked_mul(2).filter(|high| *high < 1 << 74)?;
    }
    while high - low > 1 {
        let middle = u128::midpoint(low, high);
        if fits(middle) < u128::from(pieces) { low = middle } else { high = middle }
    }
    let mut given: Vec<u64> = workers.iter().map(|worker| worker.pieces(low, FINENESS, piece)).collect();
    let left = pieces.checked_sub(given.iter().sum())?;
    if left > MOST_LAST_PIECES {
        return None;
    }
    let next = |index: usize, given: &[u64]| {
        let worker = workers.get(index)?;
        let pieces = given.get(index)?.checked_add(1)?.checked_mul(piece)?;
        let more = pieces.checked_mul(worker.rate)?.checked_add(worker.base_cost)?;
        Some(Reverse((worker.part(more), index)))
    };
    let mut queue: BinaryHeap<Reverse<(Part, usize)>> = (0..workers.len()).filter_map(|index| next(index, &given)).collect();
    let mut part = base;
    for _ in 0..left {
        let Reverse((reached, index)) = queue.pop()?;
        part = part.max(reached);
        if let Some(given) = given.get_mut(index) {
            *given += 1;
        }
        queue.extend(next(index, &given));
    }
    Some(Bound { part, people, seconds })
}
