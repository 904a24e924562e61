//! Who fills what so far, with everybody's hours kept up to date.

use std::collections::HashSet;

use super::{Part, Problem, at, put, raise};

/// In problems with more places than this it is kept who has which task; in others, places are few enough to look.
const MANY: usize = 255;

/// A filling that places are added to and taken from.
#[derive(Debug, Clone)]
pub(super) struct State<'a> {
    problem: &'a Problem,
    pub(super) holders: Vec<Option<usize>>,
    /// Seconds of work of each person.
    pub(super) seconds: Vec<u64>,
    /// What each person bears beyond the cost of their seconds.
    pub(super) further: Vec<u64>,
    /// Seconds due by each day, where days limit a person.
    by_day: Vec<Vec<u64>>,
    /// Who is in which task of several places, as (task, person), where there are many places.
    there: HashSet<(usize, usize)>,
}

impl<'a> State<'a> {
    pub(super) fn new(problem: &'a Problem, holders: &[Option<usize>]) -> Self {
        let mut state = Self {
            problem,
            holders: vec![None; problem.places.len()],
            seconds: problem.people.iter().map(|person| person.base).collect(),
            further: problem.people.iter().map(|person| person.base_cost).collect(),
            by_day: problem.days.iter().map(|days| vec![0; days.len()]).collect(),
            there: HashSet::new(),
        };
        for (number, holder) in holders.iter().enumerate() {
            if let Some(person) = holder {
                state.fill(number, *person);
            }
        }
        state
    }

    /// The part that `person` would have with the place `number` as well; what others would bear is left out.
    pub(super) fn part_with(&self, person: usize, number: usize) -> Part {
        let (mut seconds, mut further) = (at(&self.seconds, person), at(&self.further, person));
        let borne = self.problem.places.get(number).into_iter().flat_map(|place| place.borne(person));
        for (_, more, cost) in borne.filter(|(bearer, _, _)| *bearer == person) {
            seconds += more;
            further += cost;
        }
        self.problem.measure(person).part(seconds, further)
    }

    /// Whether `person` has a place of the task of the place `number`.
    pub(super) fn is_there(&self, number: usize, person: usize) -> bool {
        let Some(place) = self.problem.places.get(number) else { return false };
        if !self.problem.is_shared(number) {
            return at(&self.holders, number) == Some(person);
        }
        if self.problem.places.len() > MANY {
            return self.there.contains(&(place.task, person));
        }
        self.problem.has(&self.holders, place.task, person)
    }

    pub(super) fn fill(&mut self, number: usize, person: usize) {
        self.empty(number);
        put(&mut self.holders, number, Some(person));
        self.change(number, person, true);
    }

    pub(super) fn empty(&mut self, number: usize) {
        if let Some(person) = at(&self.holders, number) {
            put(&mut self.holders, number, None);
            self.change(number, person, false);
        }
    }

    fn change(&mut self, number: usize, holder: usize, more: bool) {
        let Some(place) = self.problem.places.get(number) else { return };
        if self.problem.places.len() > MANY && self.problem.is_shared(number) {
            let there = (place.task, holder);
            if more {
                self.there.insert(there)
            } else {
                self.there.remove(&there)
            };
        }
        let change = |list: &mut [u64], index: usize, by: u64| {
            if more {
                raise(list, index, by);
            } else {
                let less = at(list, index) - by;
                put(list, index, less);
            }
        };
        for (person, seconds, cost) in place.borne(holder) {
            change(&mut self.seconds, person, seconds);
            change(&mut self.further, person, cost);
            if let (Some(due), Some(days)) = (place.due, self.by_day.get_mut(person)) {
                (due..days.len()).for_each(|day| change(days, day, seconds));
            }
        }
    }

    /// Whether the place `number`, empty now, can be filled by `person` with nobody above their cap or their days.
    pub(super) fn fits(&self, number: usize, person: usize) -> bool {
        let Some(place) = self.problem.places.get(number) else { return false };
        place.borne(person).all(|(bearer, _, _)| {
            let more: u64 = place.borne(person).filter(|(other, _, _)| *other == bearer).map(|(_, seconds, _)| seconds).sum();
            let due = place.due.unwrap_or(usize::MAX);
            let limits = self.problem.days.get(bearer).map_or(&[][..], Vec::as_slice);
            let by_day = self.by_day.get(bearer).into_iter().flatten();
            more == 0
                || at(&self.seconds, bearer) + more <= self.problem.measure(bearer).cap
                    && limits.iter().zip(by_day).skip(due).all(|(limit, used)| used + more <= *limit)
        })
    }

    /// Whether nobody has more than their cap and their days allow. What the caller gave whatever is decided may stand above the cap.
    pub(super) fn keeps_caps(&self) -> bool {
        let caps = self.problem.people.iter().zip(&self.seconds);
        let days = self.problem.days.iter().zip(&self.by_day);
        caps.into_iter().all(|(person, load)| *load <= person.cap || *load == person.base)
            && days.into_iter().all(|(limits, used)| limits.iter().zip(used).all(|(limit, used)| used <= limit))
    }
}

/// Whether nobody has more than their cap and their days allow, and no more is handed over than allowed.
pub(super) fn keeps_limits(problem: &Problem, holders: &[Option<usize>]) -> bool {
    State::new(problem, holders).keeps_caps() && (problem.held.is_empty() || problem.handovers_of(holders) <= problem.handovers)
}
