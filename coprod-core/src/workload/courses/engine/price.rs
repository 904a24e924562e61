//! Prices of places, and the bound that they prove.
//!
//! Let every unit of a place have a price that is not below zero. Whatever runs is worth at most, over courses, what each counts for less the prices
//! of its places where that is above zero, and, over tutors, the best that their hours can hold at these prices. Good prices make
//! this bound small; they are raised where a place is wanted more than it is filled, and lowered where it is filled more than wanted.

use super::sack::{Best, best_for};
use super::{Bits, Puzzle, at, bit, has, members};

/// Prices are whole numbers; what counts for 1 is worth so many.
pub(in crate::workload::courses) const SCALE: i64 = 1 << 16;

/// Prices and what they prove.
#[derive(Debug, Clone)]
pub(in crate::workload::courses) struct Priced {
    /// By place, of a unit.
    pub(in crate::workload::courses) prices: Vec<i64>,
    /// No choice is worth more, in units of [`SCALE`].
    pub(in crate::workload::courses) bound: i64,
    /// How often each course's places are wanted less filled, at these prices; the course with the largest is worth a closer look.
    pub(super) wanting: Vec<i64>,
}

/// What is worth at most so much, rounded down to a multiple of `grain`.
pub(in crate::workload::courses) fn whole(bound: i64, grain: i64) -> i64 {
    bound.div_euclid(SCALE).div_euclid(grain.max(1)) * grain.max(1)
}

struct Round {
    bound: i64,
    /// By place: units wanted less units filled.
    slack: Vec<i64>,
}

/// The best of everybody's hours, where a side may have some more days: by tutor the choice, and its value in all.
fn sacks(puzzle: &Puzzle, prices: &[i64], courses: Bits, side: usize, steps: &mut u64) -> (i64, Vec<Best>) {
    let pool = at(&puzzle.pool, side);
    let theirs: Vec<usize> = (0..puzzle.tutors.len()).filter(|tutor| at(&puzzle.tutors, *tutor).side == side).collect();
    let best = |tutor: usize, days: u64, steps: &mut u64| {
        let seconds = at(&puzzle.tutors, tutor).seconds.saturating_add(days.saturating_mul(puzzle.day));
        best_for(puzzle, prices, courses, tutor, seconds, steps)
    };
    if pool == 0 {
        let all: Vec<Best> = theirs.iter().map(|tutor| best(*tutor, 0, steps)).collect();
        return (all.iter().map(|best| best.value).sum(), all);
    }
    // By days released so far: the value, and the choices.
    let days = usize::try_from(pool).unwrap_or(usize::MAX).min(MOST_POOL);
    let mut table: Vec<(i64, Vec<Best>)> = vec![(0, Vec::new()); days + 1];
    for tutor in theirs {
        let choices: Vec<Best> = (0..=days as u64).map(|days| best(tutor, days, steps)).collect();
        let mut next = Vec::with_capacity(days + 1);
        for all in 0..=days {
            let mut found: Option<(i64, Vec<Best>)> = None;
            for own in 0..=all {
                let (Some((value, before)), Some(choice)) = (table.get(all - own), choices.get(own)) else { continue };
                if found.as_ref().is_none_or(|found| value + choice.value > found.0) {
                    found = Some((value + choice.value, before.iter().cloned().chain([choice.clone()]).collect()));
                }
            }
            next.extend(found);
        }
        table = next;
    }
    table.pop().unwrap_or_default()
}

/// More days than this are never released at once.
pub(in crate::workload::courses) const MOST_POOL: usize = 64;

fn round(puzzle: &Puzzle, prices: &[i64], must: Bits, out: Bits, steps: &mut u64) -> Round {
    let mut slack = vec![0; puzzle.places.len()];
    let mut bound = 0;
    for (number, course) in puzzle.courses.iter().enumerate() {
        if has(out, number) {
            continue;
        }
        let gain = course.worth * SCALE - puzzle.cost_of(number, prices);
        if has(must, number) || gain > 0 {
            bound += gain;
            for place in &course.places {
                if let Some(slack) = slack.get_mut(*place) {
                    *slack += puzzle.place(*place).units();
                }
            }
        }
    }
    let courses = puzzle.all() & !out;
    let sides = puzzle.tutors.iter().map(|tutor| tutor.side + 1).max().unwrap_or(0);
    for side in 0..sides {
        let (value, chosen) = sacks(puzzle, prices, courses, side, steps);
        bound += value;
        for (place, units) in chosen.into_iter().flat_map(|best| best.chosen) {
            if let Some(slack) = slack.get_mut(place) {
                *slack -= units;
            }
        }
    }
    Round { bound, slack }
}

/// What prices are looked for with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    pub(super) must: Bits,
    pub(super) out: Bits,
    /// A bound at most this is enough, in units of [`SCALE`].
    pub(super) goal: i64,
    pub(super) rounds: u32,
}

/// Better prices from `start` on.
pub(super) fn lower(puzzle: &Puzzle, wish: &Wish, start: &[i64], steps: &mut u64) -> Priced {
    let mut prices = start.to_vec();
    prices.resize(puzzle.places.len(), 0);
    let mut best = Priced { prices: prices.clone(), bound: i64::MAX, wanting: vec![0; puzzle.courses.len()] };
    // How far each step goes, in 1/64 of the whole way.
    let (mut pace, mut stale) = (64_i64, 0);
    for _ in 0..wish.rounds.max(1) {
        let now = round(puzzle, &prices, wish.must, wish.out, steps);
        for (number, course) in puzzle.courses.iter().enumerate() {
            let short: i64 = course.places.iter().map(|place| at(&now.slack, *place).max(0)).sum();
            if let Some(wanting) = best.wanting.get_mut(number) {
                // Later rounds count for more.
                *wanting = *wanting * 15 / 16 + short * 1_024;
            }
        }
        if now.bound < best.bound {
            (best.bound, best.prices, stale) = (now.bound, prices.clone(), 0);
        } else {
            stale += 1;
            if stale == 8 {
                (pace, stale) = (pace / 2, 0);
            }
        }
        let length: i64 = now
            .slack
            .iter()
            .zip(&prices)
            .filter(|(slack, price)| **slack > 0 || **price > 0)
            .map(|(slack, _)| slack * slack)
            .sum();
        if best.bound <= wish.goal || length == 0 || pace == 0 || *steps == 0 {
            break;
        }
        let step = ((now.bound - wish.goal) * pace / 64 / length).max(1);
        for (price, slack) in prices.iter_mut().zip(&now.slack) {
            *price = (*price + step * slack).max(0);
        }
    }
    best
}

/// The courses that are wanted at these prices: all that must run, then those that gain most.
pub(super) fn by_gain(puzzle: &Puzzle, prices: &[i64], must: Bits, out: Bits) -> Vec<usize> {
    let gain =
        |course: usize| puzzle.courses.get(course).map_or(0, |course| course.worth * SCALE) - puzzle.cost_of(course, prices);
    let mut order: Vec<usize> = members(puzzle.all() & !out).collect();
    order.sort_by_key(|course| (must & bit(*course) == 0, -gain(*course), *course));
    order
}
