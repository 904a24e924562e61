//! Who bears which seconds of which place, when places may be cut up.

use super::{Bits, Part, Small, at, put, raise};

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

/// A set of places by number, 64 to a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Places([u64; 4]);

impl Places {
    /// The first so many.
    pub(super) fn first(count: usize) -> Self {
        let mut places = Self::default();
        (0..count).for_each(|place| places.insert(place));
        places
    }

    pub(super) fn insert(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    pub(super) fn remove(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word &= !(1 << (place % 64));
        }
    }

    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word &= other);
        self
    }

    pub(super) fn without(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word &= !other);
        self
    }

    /// The places in order.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(number, word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let next = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(number * 64 + next)
            })
        })
    }
}
