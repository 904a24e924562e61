//! A good split quickly: two people at a time divide anew what they have, again and again, with small kicks in between.

use std::cmp::Ordering;

use super::divide::Divided;
use super::{Bits, Part, Small, at, filled, put, state};
use crate::unit::Draw;

/// A division in which each way is looked at as a whole split counts as so many.
const WHOLE: u64 = 10;

/// A split of all places with its worth.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) holders: Vec<usize>,
    pub(super) vector: Vec<Part>,
    pub(super) wish: u128,
}

impl Candidate {
    pub(super) fn new(small: &Small, holders: Vec<usize>) -> Self {
        Self { vector: small.problem.vector(&filled(&holders)), wish: small.all_wishes(&holders), holders }
    }

    /// The better comes first.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        self.vector.cmp(&other.vector).then_with(|| other.wish.cmp(&self.wish))
    }
}

pub(super) fn allowed(small: &Small, holders: &[usize]) -> bool {
    state::keeps_limits(small.problem, &filled(holders))
}

/// The best split found from `start` on in so many rounds, with at most `left` divisions between two people; it ends early at one whose
/// vector is `bound`.
pub(super) fn improve(small: &Small, start: Vec<usize>, bound: Option<&[Part]>, rounds: usize, left: &mut u64) -> Candidate {
    let mut best = settled(small, start, left);
    let mut draw = Draw::new(1);
    for _ in 0..rounds {
        if *left == 0 || bound.is_some_and(|bound| best.vector == bound) {
            break;
        }
        let Some(kicked) = kick(small, &best.holders, &mut draw) else { continue };
        let next = settled(small, kicked, left);
        if next.compare(&best).is_le() {
            best = next;
        }
    }
    best
}

/// What comes of `start` when pairs divide anew until no pair gains, with at most `left` divisions.
pub(super) fn settled(small: &Small, start: Vec<usize>, left: &mut u64) -> Candidate {
    Candidate::new(small, settle(small, start, left))
}

fn settle(small: &Small, holders: Vec<usize>, left: &mut u64) -> Vec<usize> {
    let people = small.people();
    let cost = if small.problem.is_plain() { 1 } else { WHOLE };
    let mut divided = Divided::new(small, holders);
    // A pair need divide again only if one of them has something else than when they last did.
    let mut changed = vec![1_u64; people];
    let mut seen = vec![0_u64; people * people];
    let mut now = 1;
    let mut gained = true;
    while gained {
        gained = false;
        for one in 0..people {
            for other in one + 1..people {
                let pair = one * people + other;
                if at(&seen, pair) >= at(&changed, one).max(at(&changed, other)) {
                    continue;
                }
                if *left == 0 {
                    return divided.holders;
                }
                *left = left.saturating_sub(cost);
                put(&mut seen, pair, now);
                if divided.divide(small, one, other) {
                    now += 1;
                    put(&mut changed, one, now);
                    put(&mut changed, other, now);
                    gained = true;
                }
            }
        }
    }
    divided.holders
}

/// Gives three places to other people at random.
fn kick(small: &Small, holders: &[usize], draw: &mut Draw) -> Option<Vec<usize>> {
    let mut kicked = holders.to_vec();
    for _ in 0..3 {
        let number = draw.below(holders.len());
        let place = small.places().get(number)?;
        let there: Bits = small.problem.places_of(place.task).filter_map(|(other, _)| kicked.get(other).copied()).collect();
        let free: Vec<usize> = at(&small.who, number).without(there).iter().collect();
        if free.is_empty() {
            continue;
        }
        let person = at(&free, draw.below(free.len()));
        put(&mut kicked, number, person);
    }
    (kicked != holders && allowed(small, &kicked)).then_some(kicked)
}
