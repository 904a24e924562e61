//! Who bears which seconds of which place, when places may be cut up.

use super::{Bits, Part, Places, Small, at, put, raise};

/// Who bears which seconds of which place. What places cost beyond their own seconds is left out.
#[derive(Debug, Clone)]
pub(super) struct Flow {
    people: usize,
    pieces: Vec<u64>,
    pub(super) loads: Vec<u64>,
    /// Who bears something of each place.
    bearers: Vec<Bits>,
    /// The places of which each person bears something.
    borne: Vec<Places>,
}

impl Flow {
    pub(super) fn new(small: &Small, holders: &[usize]) -> Self {
        let people = small.people();
        let mut flow = Self {
            people,
            pieces: vec![0; people * holders.len()],
            loads: small.problem.people.iter().map(|person| person.base).collect(),
            bearers: vec![Bits::default(); holders.len()],
            borne: vec![Places::default(); people],
        };
        for (number, person) in holders.iter().enumerate() {
            flow.add(number, *person, small.seconds(number));
        }
        flow
    }

    /// The seconds of `place` that `person` bears.
    pub(super) fn of(&self, place: usize, person: usize) -> u64 {
        at(&self.pieces, place * self.people + person)
    }

    /// Who bears something of `place`.
    pub(super) fn bearers(&self, place: usize) -> Bits {
        at(&self.bearers, place)
    }

    /// The places of which `person` bears something.
    pub(super) fn borne(&self, person: usize) -> Places {
        at(&self.borne, person)
    }

    fn add(&mut self, place: usize, person: usize, seconds: u64) {
        if seconds == 0 {
            return;
        }
        raise(&mut self.pieces, place * self.people + person, seconds);
        raise(&mut self.loads, person, seconds);
        let bearers = at(&self.bearers, place).with(person);
        put(&mut self.bearers, place, bearers);
        if let Some(places) = self.borne.get_mut(person) {
            places.insert(place);
        }
    }

    pub(super) fn pass(&mut self, place: usize, from: usize, to: usize, seconds: u64) {
        self.add(place, to, seconds);
        let left = self.of(place, from) - seconds;
        put(&mut self.pieces, place * self.people + from, left);
        let load = at(&self.loads, from) - seconds;
        put(&mut self.loads, from, load);
        if left == 0 {
            let bearers = at(&self.bearers, place).without(Bits::only(from));
            put(&mut self.bearers, place, bearers);
            if let Some(places) = self.borne.get_mut(from) {
                places.remove(place);
            }
        }
    }

    /// The parts of all who count, the largest first, when they bear what is `beside` as well, as (seconds, cost).
    pub(super) fn vector(&self, small: &Small, beside: &[(u64, u64)]) -> Vec<Part> {
        let part = |(person, load): (usize, &u64)| small.part_beside(person, *load, at(beside, person));
        let parts: Vec<Part> = self.loads.iter().enumerate().map(part).collect();
        small.problem.vector_of(&parts)
    }
}
