//! Places cut up among people, kept sparse.

use std::collections::VecDeque;

use super::{Large, at, put};
use crate::workload::solve::Set;

/// Who bears which seconds of which place. What places cost beyond their own seconds is left out.
pub(super) struct Flow<'a> {
    large: &'a Large<'a>,
    pub(super) loads: Vec<u64>,
    /// For each place, who bears how much of it.
    bearers: Vec<Vec<(usize, u64)>>,
    /// For each person, the places of which they bear or once bore something.
    borne: Vec<Vec<usize>>,
}

/// Some of the people, as words that can be changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    pub(super) fn none(people: usize) -> Self {
        Self(vec![0; people.div_ceil(64)])
    }

    pub(super) fn set(&mut self, person: usize, marked: bool) {
        if let Some(word) = self.0.get_mut(person / 64) {
            let bit = 1 << (person % 64);
            *word = if marked { *word | bit } else { *word & !bit };
        }
    }

    pub(super) fn has(&self, person: usize) -> bool {
        at(&self.0, person / 64) & (1 << (person % 64)) != 0
    }

    /// Whether all of `set` is marked.
    pub(super) fn cover(&self, set: &Set) -> bool {
        set.words().iter().zip(&self.0).all(|(word, marks)| word & !marks == 0)
    }

    /// The first of `set` that is marked here and not in `but`.
    fn first(&self, set: &Set, but: &Self) -> Option<usize> {
        let words = set.words().iter().zip(self.0.iter().zip(&but.0));
        let mut found = words.enumerate().map(|(number, (word, (marks, but)))| (number, word & marks & !but));
        found.find(|(_, word)| *word != 0).map(|(number, word)| number * 64 + word.trailing_zeros() as usize)
    }

    /// Marks all of `set` and calls `each` with those who are new.
    fn add(&mut self, set: &Set, mut each: impl FnMut(usize)) {
        for (number, (word, marks)) in set.words().iter().zip(&mut self.0).enumerate() {
            let mut new = word & !*marks;
            *marks |= word;
            while new != 0 {
                each(number * 64 + new.trailing_zeros() as usize);
                new &= new - 1;
            }
        }
    }
}

/// What a search from one person came to.
pub(super) enum Reach {
    /// Somebody marked, and the way there: (place, giver, taker), the last first.
    Found(usize, Vec<(usize, usize, usize)>),
    /// Nobody marked among all who can be reached.
    Closed(Marks),
}

impl<'a> Flow<'a> {
    pub(super) fn new(large: &'a Large<'a>, holders: &[usize]) -> Self {
        let people = large.problem.people.len();
        let mut loads: Vec<u64> = large.problem.people.iter().map(|person| person.base).collect();
        let mut borne = vec![Vec::new(); people];
        let mut bearers = Vec::with_capacity(holders.len());
        for (number, person) in holders.iter().enumerate() {
            let seconds = large.seconds(number);
            crate::workload::solve::raise(&mut loads, *person, seconds);
            if let Some(borne) = borne.get_mut(*person).filter(|_| seconds > 0) {
                borne.push(number);
            }
            bearers.push(if seconds > 0 { vec![(*person, seconds)] } else { Vec::new() });
        }
        Self { large, loads, bearers, borne }
    }

    fn of(&self, place: usize, person: usize) -> u64 {
        let bearers = self.bearers.get(place).map_or(&[][..], Vec::as_slice);
        bearers.iter().find(|(bearer, _)| *bearer == person).map_or(0, |(_, seconds)| *seconds)
    }

    /// Looks for somebody in `wanted` to whom something of what `from` bears can be passed, over the fewest people.
    pub(super) fn reach(&self, from: usize, wanted: &Marks) -> Reach {
        let mut seen = Marks::none(self.loads.len());
        seen.set(from, true);
        let mut parents: Vec<Option<(usize, usize)>> = vec![None; self.loads.len()];
        let mut queue = VecDeque::from([from]);
        while let Some(giver) = queue.pop_front() {
            for number in self.borne.get(giver).into_iter().flatten().copied() {
                let Some(place) = self.large.place(number).filter(|_| self.of(number, giver) > 0) else { continue };
                if let Some(taker) = wanted.first(&place.who, &seen) {
                    let mut path = vec![(number, giver, taker)];
                    let mut person = giver;
                    while let Some((place, before)) = at(&parents, person) {
                        path.push((place, before, person));
                        person = before;
                    }
                    return Reach::Found(taker, path);
                }
                seen.add(&place.who, |taker| {
                    put(&mut parents, taker, Some((number, giver)));
                    queue.push_back(taker);
                });
            }
        }
        Reach::Closed(seen)
    }

    /// Passes at most `seconds` along `path`.
    pub(super) fn pass(&mut self, path: &[(usize, usize, usize)], seconds: u64) {
        let seconds = path.iter().map(|(place, giver, _)| self.of(*place, *giver)).fold(seconds, u64::min);
        for (place, giver, taker) in path {
            let Some(bearers) = self.bearers.get_mut(*place) else { continue };
            for (_, amount) in bearers.iter_mut().filter(|(person, _)| person == giver) {
                *amount -= seconds;
            }
            bearers.retain(|(_, amount)| *amount > 0);
            match bearers.iter_mut().find(|(person, _)| person == taker) {
                Some((_, amount)) => *amount += seconds,
                None => {
                    bearers.push((*taker, seconds));
                    if let Some(borne) = self.borne.get_mut(*taker).filter(|borne| !borne.contains(place)) {
                        borne.push(*place);
                    }
                }
            }
            let left = at(&self.loads, *giver) - seconds;
            put(&mut self.loads, *giver, left);
            crate::workload::solve::raise(&mut self.loads, *taker, seconds);
        }
    }
}
