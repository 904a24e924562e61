//! Two people divide anew what both may have.

use std::cmp::Ordering;

use super::improve::{Candidate, allowed};
use super::{Bits, Part, Small, at, put};
use crate::workload::solve::part::compare_pairs;

/// Up to so many places, every division between two people is tried; beyond, those that move one place or swap two.
const MOST_DIVIDED: usize = 12;

/// The same where each division is looked at as a whole split.
const MOST_DIVIDED_WHOLE: usize = 6;

/// Places kept in view for one pair.
const MOST_IN_VIEW: usize = 60;

/// What two people can divide: places that either has, both may have, and in whose task not both are.
fn common(small: &Small, holders: &[usize], one: usize, other: usize) -> Vec<usize> {
    let both = Bits::only(one).with(other);
    let apart = |number: &usize| {
        let holds = |person: usize| {
            let task = small.places().get(*number).map_or(0, |place| place.task);
            small.problem.places_of(task).any(|(number, _)| holders.get(number) == Some(&person))
        };
        !(at(&small.shared, *number) && holds(one) && holds(other))
    };
    let theirs = holders.iter().enumerate().filter(|(_, holder)| **holder == one || **holder == other);
    let numbers = theirs.map(|(number, _)| number).filter(|number| both.without(at(&small.who, *number)).is_empty());
    numbers.filter(apart).take(MOST_IN_VIEW).collect()
}

/// Divides anew between two people; whether that is better.
pub(super) fn divide(small: &Small, holders: &mut [usize], loads: &mut [u64], one: usize, other: usize) -> bool {
    let places = common(small, holders, one, other);
    if places.is_empty() {
        return false;
    }
    let now = places
        .iter()
        .enumerate()
        .filter(|(_, number)| holders.get(**number) == Some(&one))
        .fold(0_u64, |mask, (bit, _)| mask | 1 << bit);
    let limited = |person: usize| small.problem.days.get(person).is_some_and(|days| !days.is_empty());
    let further = places.iter().any(|number| small.places().get(*number).is_some_and(|place| !place.extras.is_empty()));
    let pair = Pair::new(small, holders, loads, &places, (one, other), now);
    let best = if further || limited(one) || limited(other) || small.counts_handovers() || small.has_extras() {
        by_the_whole(small, holders, &pair, now)
    } else {
        pair.best(now)
    };
    assign(holders, &places, best, one, other);
    put(loads, one, pair.first(best));
    put(loads, other, pair.both - pair.first(best));
    best != now
}

/// Where a place costs some people more than others or other limits count, only the whole tells.
fn by_the_whole(small: &Small, holders: &[usize], pair: &Pair, now: u64) -> u64 {
    let mut best = Candidate::new(small, holders.to_vec());
    let mut chosen = now;
    each_mask(pair.places.len(), MOST_DIVIDED_WHOLE, now, |mask| {
        let mut tried = holders.to_vec();
        assign(&mut tried, pair.places, mask, pair.one, pair.other);
        let next = Candidate::new(small, tried);
        if next.compare(&best).is_lt() && allowed(small, &next.holders) {
            (chosen, best) = (mask, next);
        }
    });
    chosen
}

/// All divisions of up to `most` places; of more, all that move one place or swap two.
fn each_mask(places: usize, most: usize, now: u64, mut each: impl FnMut(u64)) {
    if places <= most {
        (0..1_u64 << places).for_each(&mut each);
        return;
    }
    for first in 0..places {
        for second in 0..=first {
            each(now ^ (1 << first) ^ if second == first { 0 } else { 1 << second });
        }
    }
}

struct Pair<'a> {
    small: &'a Small<'a>,
    places: &'a [usize],
    seconds: Vec<u64>,
    one: usize,
    other: usize,
    /// What the first person has that is not divided.
    fixed: u64,
    /// What both have together.
    both: u64,
    cap: u64,
    other_cap: u64,
}

impl<'a> Pair<'a> {
    fn new(
        small: &'a Small<'a>,
        holders: &[usize],
        loads: &[u64],
        places: &'a [usize],
        (one, other): (usize, usize),
        now: u64,
    ) -> Self {
        debug_assert_eq!(holders.len(), small.places().len());
        let seconds: Vec<u64> = places.iter().map(|number| small.seconds(*number)).collect();
        let cap = |person: usize| small.problem.measure(person).cap.max(small.base(person));
        let mut pair = Self {
            small,
            places,
            seconds,
            one,
            other,
            fixed: 0,
            both: at(loads, one) + at(loads, other),
            cap: cap(one),
            other_cap: cap(other),
        };
        pair.fixed = at(loads, one) - pair.sum(now);
        pair
    }

    fn sum(&self, mask: u64) -> u64 {
        self.seconds.iter().enumerate().filter(|(bit, _)| mask & 1 << bit != 0).map(|(_, seconds)| seconds).sum()
    }

    fn first(&self, mask: u64) -> u64 {
        self.fixed + self.sum(mask)
    }

    fn worth(&self, first: u64) -> (Part, Part) {
        (self.small.part(self.one, first), self.small.part(self.other, self.both - first))
    }

    fn wish(&self, mask: u64) -> u128 {
        let of =
            |(bit, number): (usize, &usize)| self.small.wish(*number, if mask & 1 << bit != 0 { self.one } else { self.other });
        self.places.iter().enumerate().map(of).sum()
    }

    /// The best division, `now` if none is better.
    fn best(&self, now: u64) -> u64 {
        let start = self.first(now);
        // Among equal hours for the first, only wishes differ: the hours are looked for first.
        let (mut best, mut worth) = (start, self.worth(start));
        // The pair is the fairer the nearer the first person's hours are to the point of balance: only the nearest on each side count.
        let (mut below, mut above) = (None, None);
        let balance = self.balance();
        let mut nearest = |first: u64| {
            if first > self.cap || self.both - first > self.other_cap {
                return;
            }
            if first <= balance {
                below = below.max(Some(first));
            } else if above.is_none_or(|least| first < least) {
                above = Some(first);
            }
        };
        if self.places.len() <= MOST_DIVIDED {
            self.each_sum(&mut nearest);
        } else {
            each_mask(self.places.len(), MOST_DIVIDED, now, |mask| nearest(self.first(mask)));
        }
        for first in [below, above].into_iter().flatten() {
            let order = compare_pairs(self.worth(first), worth);
            if order == Ordering::Less {
                (best, worth) = (first, self.worth(first));
            }
        }
        if best == start && !self.small.wished {
            return now;
        }
        let (mut chosen, mut wish) = (None, 0);
        if best == start {
            (chosen, wish) = (Some(now), self.wish(now));
        }
        each_mask(self.places.len(), MOST_DIVIDED, now, |mask| {
            if (chosen.is_some() && !self.small.wished) || self.first(mask) != best {
                return;
            }
            let wished = self.wish(mask);
            if chosen.is_none() || wished > wish {
                (chosen, wish) = (Some(mask), wished);
            }
        });
        chosen.unwrap_or(now)
    }

    /// The first person's hours in every division.
    fn each_sum(&self, each: &mut impl FnMut(u64)) {
        let mut first = self.fixed;
        let mut gray = 0_u64;
        each(first);
        for step in 1..1_u64 << self.places.len() {
            let bit = step.trailing_zeros() as usize;
            gray ^= 1 << bit;
            first = if gray & 1 << bit != 0 { first + at(&self.seconds, bit) } else { first - at(&self.seconds, bit) };
            each(first);
        }
    }

    /// The first person's hours, rounded down, at which both have the same part.
    fn balance(&self) -> u64 {
        let (one, other) = (self.small.problem.measure(self.one), self.small.problem.measure(self.other));
        let (here, there) = (self.small.part(self.one, 0), self.small.part(self.other, self.both));
        // (here.cost + one.cost x) / here.of = (there.cost - other.cost x) / there.of; each product is below 2^106.
        let wide = |cost: u64, of: u64| u128::from(cost) * u128::from(of);
        let pace = wide(one.cost, there.of) + wide(other.cost, here.of);
        let even = wide(there.cost, here.of).saturating_sub(wide(here.cost, there.of)).checked_div(pace).unwrap_or(0);
        u64::try_from(even).unwrap_or(u64::MAX)
    }
}

fn assign(holders: &mut [usize], places: &[usize], mask: u64, one: usize, other: usize) {
    for (bit, number) in places.iter().enumerate() {
        put(holders, *number, if mask & 1 << bit != 0 { one } else { other });
    }
}
