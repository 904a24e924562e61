//! A good split quickly: two people at a time divide anew what they have, again and again, with small kicks in between.

use std::cmp::Ordering;

use super::{Bits, Part, Small, at, filled, put, state};
use crate::unit::Draw;
use crate::workload::solve::part::compare_pairs;

/// Up to so many places, every division between two people is tried; beyond, those that move one place or swap two.
const MOST_DIVIDED: usize = 12;

/// Places kept in view for one pair.
const MOST_IN_VIEW: usize = 60;

/// Divisions between two people, over all rounds.
const MOST_DIVISIONS: u64 = 20_000;

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

fn allowed(small: &Small, holders: &[usize]) -> bool {
    state::keeps_limits(small.problem, &filled(holders))
}

/// The best split found from `start` on in so many rounds; the search ends early at one whose vector is `bound`.
pub(super) fn improve(small: &Small, start: Vec<usize>, bound: Option<&[Part]>, rounds: usize) -> Candidate {
    let mut left = MOST_DIVISIONS;
    let mut best = Candidate::new(small, settle(small, start, &mut left));
    let mut draw = Draw::new(1);
    for _ in 0..rounds {
        if left == 0 || bound.is_some_and(|bound| best.vector == bound) {
            break;
        }
        let Some(kicked) = kick(small, &best.holders, &mut draw) else { continue };
        let next = Candidate::new(small, settle(small, kicked, &mut left));
        if next.compare(&best).is_le() {
            best = next;
        }
    }
    best
}

/// Lets pairs divide anew until no pair gains.
fn settle(small: &Small, mut holders: Vec<usize>, left: &mut u64) -> Vec<usize> {
    let people = small.problem.people.len();
    let mut gained = true;
    while gained {
        gained = false;
        for one in 0..people {
            for other in one + 1..people {
                if *left == 0 {
                    return holders;
                }
                *left -= 1;
                gained |= divide(small, &mut holders, one, other);
            }
        }
    }
    holders
}

/// What two people can divide: places that either has, both may have, and in whose task not both are.
fn common(small: &Small, holders: &[usize], one: usize, other: usize) -> Vec<usize> {
    let holds =
        |person: usize, task: usize| small.problem.places_of(task).any(|(number, _)| holders.get(number) == Some(&person));
    let both = |number: &usize| {
        let who = at(&small.who, *number);
        small
            .places()
            .get(*number)
            .is_some_and(|place| who.has(one) && who.has(other) && !(holds(one, place.task) && holds(other, place.task)))
    };
    let theirs = |number: &usize| holders.get(*number).is_some_and(|holder| *holder == one || *holder == other);
    (0..holders.len()).filter(theirs).filter(both).take(MOST_IN_VIEW).collect()
}

/// Divides anew between two people; whether that is better.
fn divide(small: &Small, holders: &mut [usize], one: usize, other: usize) -> bool {
    let places = common(small, holders, one, other);
    let now = places
        .iter()
        .enumerate()
        .filter(|(_, number)| holders.get(**number) == Some(&one))
        .fold(0_u64, |mask, (bit, _)| mask | 1 << bit);
    let problem = small.problem;
    let loads = problem.loads(&filled(holders));
    let both = at(&loads, one) + at(&loads, other);
    let seconds: Vec<u64> = places.iter().map(|number| problem.places.get(*number).map_or(0, |place| place.seconds)).collect();
    let sum =
        |mask: u64| seconds.iter().enumerate().filter(|(bit, _)| mask & 1 << bit != 0).map(|(_, seconds)| seconds).sum::<u64>();
    let wish = |mask: u64| -> u128 {
        let of = |(bit, number): (usize, &usize)| {
            let person = if mask & 1 << bit != 0 { one } else { other };
            small.wish(*number, person)
        };
        places.iter().enumerate().map(of).sum()
    };
    let fixed = at(&loads, one) - sum(now);
    let part = |person: usize, seconds: u64| {
        let measure = problem.measure(person);
        measure.part(seconds, measure.base_cost)
    };
    let worth = |mask: u64| {
        let first = fixed + sum(mask);
        (part(one, first), part(other, both - first))
    };
    // Where a place costs some people more than others, only the whole tells.
    let whole = places.iter().any(|number| small.places().get(*number).is_some_and(|place| !place.extras.is_empty()));
    let mut best_vector = if whole { problem.vector(&filled(holders)) } else { Vec::new() };
    let (mut best, mut best_worth, mut best_wish) = (now, worth(now), wish(now));
    let mut consider = |mask: u64| {
        if whole {
            let mut tried = holders.to_vec();
            assign(&mut tried, &places, mask, one, other);
            let vector = problem.vector(&filled(&tried));
            let order = vector.cmp(&best_vector);
            if (order.is_lt() || order.is_eq() && wish(mask) > best_wish) && allowed(small, &tried) {
                (best, best_vector, best_wish) = (mask, vector, wish(mask));
            }
            return;
        }
        let new = worth(mask);
        let order = compare_pairs(new, best_worth);
        if order.is_gt() || order.is_eq() && wish(mask) <= best_wish {
            return;
        }
        let mut tried = holders.to_vec();
        assign(&mut tried, &places, mask, one, other);
        if allowed(small, &tried) {
            (best, best_worth, best_wish) = (mask, new, wish(mask));
        }
    };
    if places.len() <= MOST_DIVIDED {
        (0..1_u64 << places.len()).for_each(&mut consider);
    } else {
        for first in 0..places.len() {
            for second in 0..=first {
                consider(now ^ (1 << first) ^ if second == first { 0 } else { 1 << second });
            }
        }
    }
    assign(holders, &places, best, one, other);
    best != now
}

fn assign(holders: &mut [usize], places: &[usize], mask: u64, one: usize, other: usize) {
    for (bit, number) in places.iter().enumerate() {
        put(holders, *number, if mask & 1 << bit != 0 { one } else { other });
    }
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
