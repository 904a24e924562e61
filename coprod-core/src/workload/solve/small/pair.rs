//! The ways to divide places between two people.

use std::cmp::Ordering;

use super::{Part, Small, at};
use crate::workload::solve::part::compare_pairs;

/// Up to so many places, every division is looked at; beyond, those that move one place or swap two.
const MOST_DIVIDED: usize = 12;

/// All divisions of up to `most` places; of more, all that move one place or swap two.
pub(super) fn each_mask(places: usize, most: usize, now: u64, mut each: impl FnMut(u64)) {
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

/// Two people, and what they can divide: a division is a mask of the places that the first of them has.
pub(super) struct Pair<'a> {
    small: &'a Small<'a>,
    pub(super) places: &'a [usize],
    seconds: Vec<u64>,
    pub(super) one: usize,
    pub(super) other: usize,
    /// What the first person has that is not divided.
    fixed: u64,
    /// What both have together.
    pub(super) both: u64,
    cap: u64,
    other_cap: u64,
}

impl<'a> Pair<'a> {
    pub(super) fn new(
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

    /// What the first person has.
    pub(super) fn first(&self, mask: u64) -> u64 {
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
    pub(super) fn best(&self, now: u64) -> u64 {
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
            self.each_sum(|_, first| nearest(first));
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
        if !self.small.wished && self.places.len() <= MOST_DIVIDED {
            return self.first_with(best).unwrap_or(now);
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

    /// The first of all divisions in which the first person has so many hours.
    fn first_with(&self, hours: u64) -> Option<u64> {
        let mut least: Option<u64> = None;
        self.each_sum(|mask, first| {
            if first == hours && least.is_none_or(|least| mask < least) {
                least = Some(mask);
            }
        });
        least
    }

    /// Every division with the first person's hours in it.
    fn each_sum(&self, mut each: impl FnMut(u64, u64)) {
        let mut first = self.fixed;
        let mut gray = 0_u64;
        each(gray, first);
        for step in 1..1_u64 << self.places.len() {
            let bit = step.trailing_zeros() as usize;
            gray ^= 1 << bit;
            first = if gray & 1 << bit != 0 { first + at(&self.seconds, bit) } else { first - at(&self.seconds, bit) };
            each(gray, first);
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
