//! A bound: the least vector when every place may be cut in small equal pieces among the people who may fill it.
//!
//! The seconds that people can have then form an M-convex set (the base polytope of a flow), over which the vector's order is that of
//! a separable convex sum: a distribution is the least of all as soon as no single piece, passed on along places from person to person,
//! makes it less. Source: Murota, Discrete Convex Analysis (2003), theorem 6.26. No split of whole places can be less.

use std::cmp::Reverse;

use super::{Bits, Part, Problem, Spent, Steps, at, put, raise};
use crate::workload::solve::part::compare_pairs;

/// Who bears which seconds of which place.
#[derive(Debug, Clone)]
pub(super) struct Flow {
    people: usize,
    pieces: Vec<u64>,
    pub(super) loads: Vec<u64>,
}

impl Flow {
    pub(super) fn new(problem: &Problem, holders: &[Option<usize>]) -> Self {
        let people = problem.people.len();
        let mut flow = Self { people, pieces: vec![0; people * holders.len()], loads: bases(problem) };
        for (number, (place, holder)) in problem.places.iter().zip(holders).enumerate() {
            if let Some(person) = holder {
                put(&mut flow.pieces, number * people + person, place.seconds);
                raise(&mut flow.loads, *person, place.seconds);
            }
        }
        flow
    }

    /// The seconds of `place` that `person` bears.
    pub(super) fn of(&self, place: usize, person: usize) -> u64 {
        at(&self.pieces, place * self.people + person)
    }

    /// The parts of all who count, the largest first; what places cost beyond their own seconds is left out.
    pub(super) fn vector(&self, problem: &Problem) -> Vec<Part> {
        let parts: Vec<Part> = self.loads.iter().enumerate().map(|(person, load)| part(problem, person, *load)).collect();
        problem.vector_of(&parts)
    }

    fn pass(&mut self, place: usize, from: usize, to: usize, seconds: u64) {
        for (person, more) in [(from, false), (to, true)] {
            for value in [self.pieces.get_mut(place * self.people + person), self.loads.get_mut(person)].into_iter().flatten() {
                *value = if more { *value + seconds } else { *value - seconds };
            }
        }
    }
}

fn bases(problem: &Problem) -> Vec<u64> {
    problem.people.iter().map(|person| person.base).collect()
}

fn part(problem: &Problem, person: usize, seconds: u64) -> Part {
    let measure = problem.measure(person);
    measure.part(seconds, measure.base_cost)
}

/// How a person came to be reached: from whom and over which place.
type Reached = Vec<Option<(usize, usize)>>;

pub(super) struct Relaxation<'a> {
    problem: &'a Problem,
    who: &'a [Bits],
    /// The places of which something can move.
    loose: Vec<usize>,
    /// The size of a piece, in seconds.
    piece: u64,
}

impl<'a> Relaxation<'a> {
    /// `who` may fill each place here; `piece` divides all seconds.
    pub(super) fn new(problem: &'a Problem, who: &'a [Bits], piece: u64) -> Self {
        let loose = (0..who.len()).filter(|place| at(who, *place).len() > 1).collect();
        Self { problem, who, loose, piece }
    }

    /// Changes `flow` into the least distribution. `false` if the caps allow none.
    pub(super) fn solve(&self, flow: &mut Flow, steps: &mut Steps) -> Result<bool, Spent> {
        self.move_to_allowed(flow);
        Ok(self.respect_caps(flow, steps)? && self.descend(flow, steps)?)
    }

    fn move_to_allowed(&self, flow: &mut Flow) {
        for (place, who) in self.who.iter().enumerate() {
            for person in 0..self.problem.people.len() {
                let seconds = flow.of(place, person);
                if seconds == 0 || who.has(person) {
                    continue;
                }
                let least = |other: &usize| part(self.problem, *other, at(&flow.loads, *other) + seconds);
                if let Some(other) = who.iter().min_by_key(least) {
                    flow.pass(place, person, other, seconds);
                }
            }
        }
    }

    fn respect_caps(&self, flow: &mut Flow, steps: &mut Steps) -> Result<bool, Spent> {
        for person in 0..self.problem.people.len() {
            loop {
                let over = at(&flow.loads, person).saturating_sub(self.ceiling(person));
                if over == 0 {
                    break;
                }
                steps.take()?;
                let reached = self.reach(flow, person);
                let room = |other: &usize| at(&reached, *other).is_some() && self.room(flow, *other) > 0;
                let Some(other) = (0..self.problem.people.len()).find(room) else { return Ok(false) };
                let seconds = over.next_multiple_of(self.piece).min(self.room(flow, other));
                self.pass_along(flow, &reached, person, other, seconds);
            }
        }
        Ok(true)
    }

    /// The most seconds: what the caller gave whatever is decided may stand above the cap.
    fn ceiling(&self, person: usize) -> u64 {
        let measure = self.problem.measure(person);
        measure.cap.max(measure.base)
    }

    /// Seconds that `person` can still take, in whole pieces.
    fn room(&self, flow: &Flow, person: usize) -> u64 {
        let room = self.ceiling(person).saturating_sub(at(&flow.loads, person));
        room - room % self.piece
    }

    fn descend(&self, flow: &mut Flow, steps: &mut Steps) -> Result<bool, Spent> {
        'again: loop {
            let mut givers: Vec<(Part, usize)> =
                flow.loads.iter().enumerate().map(|(person, load)| (part(self.problem, person, *load), person)).collect();
            givers.sort_by(|one, other| other.cmp(one));
            for (_, giver) in givers {
                steps.take()?;
                let reached = self.reach(flow, giver);
                let after = |taker: usize| part(self.problem, taker, at(&flow.loads, taker) + self.piece);
                let takers = (0..flow.people).filter(|taker| at(&reached, *taker).is_some() && self.room(flow, *taker) > 0);
                // Of those who would have equally much, whoever has more already: that pair gains soonest.
                let key = |taker: &usize| (after(*taker), Reverse(part(self.problem, *taker, at(&flow.loads, *taker))));
                let Some(taker) = takers.min_by_key(key) else { continue };
                if let Some(seconds) = self.gain(flow, giver, taker) {
                    self.pass_along(flow, &reached, giver, taker, seconds);
                    continue 'again;
                }
            }
            return Ok(true);
        }
    }

    /// How much to pass from `giver` to `taker`, if a piece makes the vector less: about what makes the two even.
    fn gain(&self, flow: &Flow, giver: usize, taker: usize) -> Option<u64> {
        let (gives, takes) = (at(&flow.loads, giver), at(&flow.loads, taker));
        let new = (part(self.problem, giver, gives.checked_sub(self.piece)?), part(self.problem, taker, takes + self.piece));
        let old = (part(self.problem, giver, gives), part(self.problem, taker, takes));
        if compare_pairs(new, old).is_ge() {
            return None;
        }
        // Each product is below 2^106.
        let wide = |part: Part, other: Part| u128::from(part.cost) * u128::from(other.of);
        let rate = |person: usize| self.problem.measure(person).part(1, 0);
        let pace = wide(rate(giver), rate(taker)) + wide(rate(taker), rate(giver));
        let even = wide(old.0, old.1).saturating_sub(wide(old.1, old.0)).checked_div(pace)?;
        let even = u64::try_from(even).unwrap_or(u64::MAX);
        Some((even - even % self.piece).max(self.piece).min(self.room(flow, taker)))
    }

    /// Everybody to whom something of what `from` bears can be passed, over the fewest people.
    fn reach(&self, flow: &Flow, from: usize) -> Reached {
        let mut reached: Reached = vec![None; flow.people];
        let mut seen = Bits::only(from);
        let mut queue = vec![from];
        let mut next = 0;
        while let Some(giver) = queue.get(next).copied() {
            next += 1;
            for place in &self.loose {
                let new = at(self.who, *place).without(seen);
                if new.is_empty() || flow.of(*place, giver) == 0 {
                    continue;
                }
                for taker in new.iter() {
                    seen = seen.with(taker);
                    put(&mut reached, taker, Some((giver, *place)));
                    queue.push(taker);
                }
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
