//! What is to be decided: people and places as numbers.

use std::cmp::Reverse;

use super::{Measure, Part, Set, at};

/// A place in a task for one person.
#[derive(Debug, Clone, Default)]
pub(in crate::workload) struct Place {
    pub(in crate::workload) task: usize,
    /// Which seat of the task.
    pub(in crate::workload) seat: usize,
    /// What it costs whoever fills it, in seconds of work.
    pub(in crate::workload) seconds: u64,
    /// Who may fill it.
    pub(in crate::workload) who: Set,
    /// Who wishes for it, as (person, rank), each person once, in the order of the people; rank 0 is a first choice.
    pub(in crate::workload) wishes: Vec<(usize, usize)>,
    /// Whether it may be left empty if there is no other way. What is settled, or held by somebody who stays, never is.
    pub(in crate::workload) may_be_empty: bool,
    /// Whether it is the same as the place before it in every respect, so that the two can be taken in the order of the people.
    pub(in crate::workload) twin: bool,
    /// By which of the days in [`Problem::days`] it is due, if any.
    pub(in crate::workload) due: Option<usize>,
    /// What it costs beyond `seconds` if somebody in particular fills it.
    pub(in crate::workload) extras: Vec<Extra>,
}

/// What a place costs beyond its seconds if `holder` fills it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::workload) struct Extra {
    pub(in crate::workload) holder: usize,
    /// Who bears it: the holder, or somebody else.
    pub(in crate::workload) bearer: usize,
    /// Seconds of work for the bearer; they count for caps and days as the place's own do.
    pub(in crate::workload) seconds: u64,
    /// Cost for the bearer beyond that of these seconds, in the units of their [`Part`].
    pub(in crate::workload) cost: u64,
    /// Whether it is the work of handing the task over.
    pub(in crate::workload) handover: bool,
}

/// What is to be decided.
#[derive(Debug, Clone, Default)]
pub(in crate::workload) struct Problem {
    pub(in crate::workload) people: Vec<Measure>,
    /// All places in the order of their tasks, those of one task together, the most important first.
    pub(in crate::workload) places: Vec<Place>,
    /// Who has which task now, as (task, person): ending one of these is a hand-over.
    pub(in crate::workload) held: Vec<(usize, usize)>,
    /// The most hand-overs.
    pub(in crate::workload) handovers: usize,
    /// For each person, the most seconds of work due by each day, the earliest first and never falling; empty where nothing limits them.
    pub(in crate::workload) days: Vec<Vec<u64>>,
}

impl Place {
    /// The rank that `person` gives it among their wishes.
    pub(in crate::workload) fn rank(&self, person: usize) -> Option<usize> {
        let index = self.wishes.binary_search_by_key(&person, |(person, _)| *person).ok()?;
        self.wishes.get(index).map(|(_, rank)| *rank)
    }

    /// What it adds to whom if `holder` fills it, as (person, seconds, further cost). A person may come more than once.
    pub(in crate::workload) fn borne(&self, holder: usize) -> impl Iterator<Item = (usize, u64, u64)> + '_ {
        let extras = self.extras.iter().filter(move |extra| extra.holder == holder);
        std::iter::once((holder, self.seconds, 0)).chain(extras.map(|extra| (extra.bearer, extra.seconds, extra.cost)))
    }

    /// All seconds of work that it means if `holder` fills it.
    pub(in crate::workload) fn seconds_of(&self, holder: usize) -> u64 {
        self.borne(holder).map(|(_, seconds, _)| seconds).sum()
    }
}

impl Problem {
    pub(super) fn measure(&self, person: usize) -> Measure {
        at(&self.people, person)
    }

    /// Everybody's seconds.
    pub(in crate::workload) fn loads(&self, holders: &[Option<usize>]) -> Vec<u64> {
        let mut loads: Vec<u64> = self.people.iter().map(|person| person.base).collect();
        self.each_borne(holders, |person, seconds, _| super::raise(&mut loads, person, seconds));
        loads
    }

    /// Everybody's part.
    pub(in crate::workload) fn parts(&self, holders: &[Option<usize>]) -> Vec<Part> {
        let mut further: Vec<u64> = self.people.iter().map(|person| person.base_cost).collect();
        self.each_borne(holders, |person, _, cost| super::raise(&mut further, person, cost));
        let loads = self.loads(holders);
        self.people.iter().zip(loads.iter().zip(&further)).map(|(person, (load, cost))| person.part(*load, *cost)).collect()
    }

    fn each_borne(&self, holders: &[Option<usize>], mut each: impl FnMut(usize, u64, u64)) {
        for (place, holder) in self.places.iter().zip(holders) {
            for (person, seconds, cost) in holder.iter().flat_map(|holder| place.borne(*holder)) {
                each(person, seconds, cost);
            }
        }
    }

    /// The parts of all who count, the largest first.
    pub(in crate::workload) fn vector(&self, holders: &[Option<usize>]) -> Vec<Part> {
        self.vector_of(&self.parts(holders))
    }

    pub(super) fn vector_of(&self, parts: &[Part]) -> Vec<Part> {
        let counted = self.people.iter().zip(parts).filter(|(person, _)| person.counts);
        let mut parts: Vec<Part> = counted.map(|(_, part)| *part).collect();
        parts.sort_by_key(|part| Reverse(*part));
        parts
    }

    /// Whether nobody has more than their cap and their days allow, no more is handed over than allowed, and what may not be empty is not.
    pub(in crate::workload) fn keeps_all(&self, holders: &[Option<usize>]) -> bool {
        let filled = |(place, holder): (&Place, &Option<usize>)| {
            place.may_be_empty && holder.is_none() || holder.is_some_and(|person| place.who.has(person))
        };
        super::state::keeps_limits(self, holders) && self.places.iter().zip(holders).all(filled)
    }

    /// How many tasks leave somebody who has them now.
    pub(in crate::workload) fn handovers_of(&self, holders: &[Option<usize>]) -> usize {
        self.held.iter().filter(|(task, person)| !self.has(holders, *task, *person)).count()
    }

    /// Whether `person` fills a place of `task`.
    pub(super) fn has(&self, holders: &[Option<usize>], task: usize, person: usize) -> bool {
        self.places_of(task).any(|(number, _)| at(holders, number) == Some(person))
    }

    /// Whether nothing but caps limits people and no place costs more than its seconds.
    pub(super) fn is_plain(&self) -> bool {
        self.places.iter().all(|place| place.extras.is_empty())
            && self.days.iter().all(Vec::is_empty)
            && self.handovers >= self.held.len()
    }

    /// Whether the task of the place `number` has other places too.
    pub(super) fn is_shared(&self, number: usize) -> bool {
        let task = |number: usize| self.places.get(number).map(|place| place.task);
        task(number) == task(number + 1) || number.checked_sub(1).is_some_and(|before| task(before) == task(number))
    }

    /// The problem of filling just the places that are filled, and who fills them.
    pub(super) fn only_filled(&self, filling: &[Option<usize>]) -> (Self, Vec<usize>) {
        let mut places: Vec<Place> = Vec::new();
        for (place, _) in self.places.iter().zip(filling).filter(|(_, holder)| holder.is_some()) {
            let same = |before: &Place| {
                before.task == place.task
                    && before.who == place.who
                    && before.wishes == place.wishes
                    && before.seconds == place.seconds
                    && before.extras == place.extras
            };
            let twin = place.twin && places.last().is_some_and(same);
            places.push(Place { twin, ..place.clone() });
        }
        let (people, held, days) = (self.people.clone(), self.held.clone(), self.days.clone());
        (Self { people, places, held, handovers: self.handovers, days }, filling.iter().flatten().copied().collect())
    }

    /// The places of one task.
    pub(super) fn places_of(&self, task: usize) -> impl Iterator<Item = (usize, &Place)> {
        let from = self.places.partition_point(|place| place.task < task);
        self.places.iter().enumerate().skip(from).take_while(move |(_, place)| place.task == task)
    }
}
