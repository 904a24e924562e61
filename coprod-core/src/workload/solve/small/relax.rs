//! A bound: the least vector when every place may be cut in small equal pieces among the people who may fill it.
//!
//! The seconds that people can have then form an M-convex set (the base polytope of a flow), over which the vector's order is that of
//! a separable convex sum: a distribution is the least of all as soon as no single piece, passed on along places from person to person,
//! makes it less. Source: Murota, Discrete Convex Analysis (2003), theorem 6.26. No split of whole places can be less.

use std::cmp::Reverse;

use super::flow::{Flow, places_in};
use super::{Bits, Part, Small, Spent, Steps, at, put};
use crate::workload::solve::part::compare_pairs;

/// How a person came to be reached: from whom and over which place.
type Reached = Vec<Option<(usize, usize)>>;

pub(super) struct Relaxation<'a> {
    small: &'a Small<'a>,
    who: &'a [Bits],
    /// The most seconds of each person.
    ceilings: &'a [u64],
    /// What each person bears beside the seconds of places, as (seconds, cost).
    beside: &'a [(u64, u64)],
}

impl<'a> Relaxation<'a> {
    /// `who` may fill each place here.
    pub(super) const fn new(small: &'a Small<'a>, who: &'a [Bits], ceilings: &'a [u64], beside: &'a [(u64, u64)]) -> Self {
        Self { small, who, ceilings, beside }
    }

    /// Changes `flow` into the least distribution. `false` if the ceilings allow none.
    pub(super) fn solve(&self, flow: &mut Flow, steps: &mut Steps) -> Result<bool, Spent> {
        self.move_to_allowed(flow);
        if !self.respect_ceilings(flow, steps)? {
            return Ok(false);
        }
        self.descend(flow, steps)?;
        Ok(true)
    }

    fn part(&self, person: usize, seconds: u64) -> Part {
        self.small.part_beside(person, seconds, at(self.beside, person))
    }

    fn move_to_allowed(&self, flow: &mut Flow) {
        for (place, who) in self.who.iter().enumerate() {
            for person in flow.bearers(place).without(*who).iter() {
                let seconds = flow.of(place, person);
                let least = |other: &usize| {
                    let load = at(&flow.loads, *other) + seconds;
                    (load > at(self.ceilings, *other), self.part(*other, load))
                };
                if let Some(other) = who.iter().min_by_key(least) {
                    flow.pass(place, person, other, seconds);
                }
            }
        }
    }

    fn respect_ceilings(&self, flow: &mut Flow, steps: &mut Steps) -> Result<bool, Spent> {
        for person in 0..self.small.people() {
            loop {
                let over = at(&flow.loads, person).saturating_sub(at(self.ceilings, person));
                if over == 0 {
                    break;
                }
                steps.take()?;
                let reached = self.reach(flow, person);
                let room = |other: &usize| at(&reached, *other).is_some() && self.room(flow, *other) > 0;
                let Some(other) = (0..self.small.people()).find(room) else { return Ok(false) };
                let seconds = over.next_multiple_of(self.small.piece).min(self.room(flow, other));
                self.pass_along(flow, &reached, person, other, seconds);
            }
        }
        Ok(true)
    }

    /// Seconds that `person` can still take, in whole pieces.
    fn room(&self, flow: &Flow, person: usize) -> u64 {
        let room = at(self.ceilings, person).saturating_sub(at(&flow.loads, person));
        room - room % self.small.piece
    }

    fn descend(&self, flow: &mut Flow, steps: &mut Steps) -> Result<(), Spent> {
        'again: loop {
            let mut givers: Vec<_> =
                flow.loads.iter().enumerate().map(|(person, load)| (self.part(person, *load), person)).collect();
            givers.sort_by(|one, other| other.cmp(one));
            for (_, giver) in givers {
                steps.take()?;
                let reached = self.reach(flow, giver);
                let after = |taker: usize| self.part(taker, at(&flow.loads, taker) + self.small.piece);
                let takers =
                    (0..self.small.people()).filter(|taker| at(&reached, *taker).is_some() && self.room(flow, *taker) > 0);
                // Of those who would have equally much, whoever has more already: that pair gains soonest.
                let key = |taker: &usize| (after(*taker), Reverse(self.part(*taker, at(&flow.loads, *taker))));
                let Some(taker) = takers.min_by_key(key) else { continue };
                if let Some(seconds) = self.gain(flow, giver, taker) {
                    self.pass_along(flow, &reached, giver, taker, seconds);
                    continue 'again;
                }
            }
            return Ok(());
        }
    }

    /// How much to pass from `giver` to `taker`, if a piece makes the vector less: about what makes the two even.
    fn gain(&self, flow: &Flow, giver: usize, taker: usize) -> Option<u64> {
        let (gives, takes) = (at(&flow.loads, giver), at(&flow.loads, taker));
        let piece = self.small.piece;
        let new = (self.part(giver, gives.checked_sub(piece)?), self.part(taker, takes + piece));
        let old = (self.part(giver, gives), self.part(taker, takes));
        if compare_pairs(new, old).is_ge() {
            return None;
        }
        // Each product is below 2^106.
        let wide = |cost: u64, of: u64| u128::from(cost) * u128::from(of);
        let rate = |person: usize| self.small.problem.measure(person).cost;
        let pace = wide(rate(giver), old.1.of) + wide(rate(taker), old.0.of);
        let even = wide(old.0.cost, old.1.of).saturating_sub(wide(old.1.cost, old.0.of)).checked_div(pace)?;
        let even = u64::try_from(even).unwrap_or(u64::MAX);
        Some((even - even % piece).max(piece).min(self.room(flow, taker)))
    }

    /// Everybody to whom something of what `from` bears can be passed, over the fewest people.
    pub(super) fn reach(&self, flow: &Flow, from: usize) -> Reached {
        let mut reached: Reached = vec![None; self.small.people()];
        let mut seen = Bits::only(from);
        let mut queue = Vec::with_capacity(self.small.people());
        queue.push(from);
        let mut next = 0;
        while let Some(giver) = queue.get(next).copied() {
            next += 1;
            for place in places_in(flow.borne(giver)) {
                let new = at(self.who, place).without(seen);
                for taker in new.iter() {
                    put(&mut reached, taker, Some((giver, place)));
                    queue.push(taker);
                }
                seen = seen.or(new);
            }
        }
        reached
    }

    /// Passes at most `seconds` from `from` to `to`.
    fn pass_along(&self, flow: &mut Flow, reached: &Reached, from: usize, to: usize, seconds: u64) {
        let mut path = Vec::new();
        let mut taker = to;
        while let Some((giver, place)) = at(reached, taker).filter(|_| taker != from) {
            path.push((place, giver, taker));
            taker = giver;
        }
        let seconds = path.iter().map(|(place, giver, _)| flow.of(*place, *giver)).fold(seconds, u64::min);
        for (place, giver, taker) in path {
            flow.pass(place, giver, taker, seconds);
        }
    }
}
