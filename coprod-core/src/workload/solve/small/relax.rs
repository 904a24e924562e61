//! A bound: the least vector when every place may be cut in small equal pieces among the people who may fill it.
//!
//! The seconds that people can have then form an M-convex set (the base polytope of a flow), over which the vector's order is that of
//! a separable convex sum: a distribution is the least of all as soon as no single piece, passed on along places from person to person,
//! makes it less. Source: Murota, Discrete Convex Analysis (2003), theorem 6.26. No split of whole places can be less.

use std::cmp::Reverse;

use super::flow::Flow;
use super::{Bits, MOST_PEOPLE, Part, Places, Small, Spent, Steps, at, places_by_person, put};
use crate::workload::solve::part::compare_pairs;

/// How a person came to be reached: from whom and over which place.
type Reached = Vec<Option<(usize, usize)>>;

/// Steps from person to person, each over a place: (place, giver, taker).
type Path = Vec<(usize, usize, usize)>;

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
        if !self.fit(flow, steps)? {
            return Ok(false);
        }
        self.descend(flow, steps)?;
        Ok(true)
    }

    /// Changes `flow` into some distribution below the ceilings. `false` if they allow none.
    pub(super) fn fit(&self, flow: &mut Flow, steps: &mut Steps) -> Result<bool, Spent> {
        self.move_to_allowed(flow);
        self.respect_ceilings(flow, steps)
    }

    /// The least seconds of each person that room elsewhere leaves.
    pub(super) fn least(&self, flow: &Flow) -> Vec<u64> {
        let people = 0..self.small.people();
        let (mut next, mut rooms) = ([Bits::default(); MOST_PEOPLE], [0_u64; MOST_PEOPLE]);
        for person in people.clone() {
            let reached = flow.borne(person).iter().fold(Bits::default(), |reached, place| reached.or(at(self.who, place)));
            put(&mut next, person, reached);
            put(&mut rooms, person, self.room(flow, person));
        }
        let least = |person: usize| {
            let (mut seen, mut fresh) = (Bits::only(person), Bits::only(person));
            while !fresh.is_empty() {
                let reached = fresh.iter().fold(Bits::default(), |reached, person| reached.or(at(&next, person)));
                fresh = reached.without(seen);
                seen = seen.or(fresh);
            }
            // Whoever has no cap has room for 2^64 and more.
            let others = seen.without(Bits::only(person));
            let room = others.iter().map(|other| at(&rooms, other)).fold(0, u64::saturating_add);
            at(&flow.loads, person).saturating_sub(room)
        };
        people.map(least).collect()
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
                pass_along(flow, &path(&reached, person, other), seconds);
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
        let may = places_by_person(self.small.people(), self.who);
        loop {
            steps.take()?;
            let Some((path, seconds)) = self.best_pass(flow, &may) else { return Ok(()) };
            pass_along(flow, &path, seconds);
        }
    }

    /// The pass that makes the vector less for whoever has most, if there is one.
    ///
    /// People are looked at in the order of the part that they would have with one piece more. Whoever can reach the first of them is done
    /// with: nobody else offers them a smaller part. So each person and each place is looked at once.
    fn best_pass(&self, flow: &Flow, may: &[Places]) -> Option<(Path, u64)> {
        let now = |person: usize| self.part(person, at(&flow.loads, person));
        let after = |person: usize| self.part(person, at(&flow.loads, person) + self.small.piece);
        // Of those who would have equally much, whoever has more already: that pair gains soonest.
        // Whoever bears more at no cost comes first, however much they have.
        let bears = |person: usize| self.small.problem.measure(person).cost > 0;
        let mut takers: Vec<(bool, Part, Reverse<Part>, usize)> = (0..self.small.people())
            .filter(|person| self.room(flow, *person) > 0)
            .map(|person| (bears(person), after(person), Reverse(now(person)), person))
            .collect();
        takers.sort_unstable();
        let mut towards: Vec<Option<(usize, usize)>> = vec![None; self.small.people()];
        let (mut seen, mut open) = (Bits::default(), Places::first(self.who.len()));
        let mut best: Option<(Part, usize, usize, u64)> = None;
        let mut queue = Vec::with_capacity(self.small.people());
        let mut looked_at = 0;
        for (.., taker) in takers {
            if seen.has(taker) {
                continue;
            }
            seen = seen.with(taker);
            queue.push(taker);
            while let Some(next) = queue.get(looked_at).copied() {
                looked_at += 1;
                let places = at(may, next).and(open);
                open = open.without(places);
                for place in places.iter() {
                    let new = flow.bearers(place).without(seen);
                    seen = seen.or(new);
                    for giver in new.iter() {
                        put(&mut towards, giver, Some((place, next)));
                        queue.push(giver);
                        let has = now(giver);
                        if best.is_none_or(|(most, other, ..)| (most, other) < (has, giver))
                            && let Some(seconds) = self.gain(flow, giver, taker)
                        {
                            best = Some((has, giver, taker, seconds));
                        }
                    }
                }
            }
        }
        let (_, giver, taker, seconds) = best?;
        let mut path = Vec::new();
        let mut from = giver;
        while let Some((place, to)) = at(&towards, from).filter(|_| from != taker) {
            path.push((place, from, to));
            from = to;
        }
        Some((path, seconds))
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
            for place in flow.borne(giver).iter() {
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
}

/// The path by which `to` was reached from `from`.
fn path(reached: &Reached, from: usize, to: usize) -> Path {
    let mut path = Vec::new();
    let mut taker = to;
    while let Some((giver, place)) = at(reached, taker).filter(|_| taker != from) {
        path.push((place, giver, taker));
        taker = giver;
    }
    path
}

/// Passes at most `seconds` along `path`.
fn pass_along(flow: &mut Flow, path: &Path, seconds: u64) {
    let seconds = path.iter().map(|(place, giver, _)| flow.of(*place, *giver)).fold(seconds, u64::min);
    for (place, giver, taker) in path {
        flow.pass(*place, *giver, *taker, seconds);
    }
}
