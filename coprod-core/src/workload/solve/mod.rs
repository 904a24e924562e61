//! The search: which person fills which place, so that as many places as possible are filled and the vector of parts is the least.
//!
//! People and places are numbers here; [`Problem`] says all that the search knows.

mod branch;
mod fill;
mod improve;
mod matching;
mod part;
mod relax;
mod set;

#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use matching::match_more;
pub(super) use matching::match_places;
pub(super) use part::{Measure, Part};
pub(super) use set::Set;

/// A place in a task for one person.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    pub(super) task: usize,
    /// Which seat of the task.
    pub(super) seat: usize,
    /// What it costs whoever fills it, in seconds of work.
    pub(super) seconds: u64,
    /// Who may fill it.
    pub(super) who: Set,
    /// How much each person wishes for it; see [`Problem::wish`].
    pub(super) wishes: Vec<u128>,
    /// Whether it may be left empty if there is no other way. What is settled, or held by somebody who stays, never is.
    pub(super) may_be_empty: bool,
    /// Whether it is the same as the place before it in every respect, so that the two can be taken in the order of the people.
    pub(super) twin: bool,
}

/// What is to be decided.
#[derive(Debug, Clone, Default)]
pub(super) struct Problem {
    pub(super) people: Vec<Measure>,
    /// All places of one task stand together, the most important first.
    pub(super) places: Vec<Place>,
    /// Who has which task now, as (task, person): ending one of these is a hand-over.
    pub(super) held: Vec<(usize, usize)>,
    /// The most hand-overs.
    pub(super) handovers: usize,
}

/// What was decided.
#[derive(Debug, Clone)]
pub(super) struct Solved {
    /// Who fills each place.
    pub(super) holders: Vec<Option<usize>>,
    /// The parts of all who count, the largest first.
    pub(super) vector: Vec<Part>,
    /// Whether it is proved that no more and no earlier places can be filled.
    pub(super) filled_proved: bool,
    /// Whether it is proved that the vector is the least for the places filled.
    pub(super) vector_proved: bool,
    /// Whether it is proved that nothing as good satisfies more wishes.
    pub(super) settled: bool,
    /// The vector's first entry is never below this.
    pub(super) bound: Option<Part>,
}

/// The value at `index`. Every index here comes from the length of its own list; the default stands only for what cannot happen.
fn at<T: Copy + Default>(list: &[T], index: usize) -> T {
    list.get(index).copied().unwrap_or_default()
}

fn put<T>(list: &mut [T], index: usize, value: T) {
    if let Some(slot) = list.get_mut(index) {
        *slot = value;
    }
}

fn raise(list: &mut [u64], index: usize, by: u64) {
    if let Some(value) = list.get_mut(index) {
        *value += by;
    }
}

impl Problem {
    fn measure(&self, person: usize) -> Measure {
        at(&self.people, person)
    }

    fn part(&self, person: usize, seconds: u64) -> Part {
        self.measure(person).part(seconds)
    }

    /// Everybody's seconds.
    pub(super) fn loads(&self, holders: &[Option<usize>]) -> Vec<u64> {
        let mut loads: Vec<u64> = self.people.iter().map(|person| person.base).collect();
        for (place, holder) in self.places.iter().zip(holders) {
            if let Some(load) = holder.and_then(|person| loads.get_mut(person)) {
                *load += place.seconds;
            }
        }
        loads
    }

    /// The parts of all who count, the largest first.
    pub(super) fn vector(&self, loads: &[u64]) -> Vec<Part> {
        let mut parts: Vec<Part> =
            self.people.iter().zip(loads).filter(|(person, _)| person.counts).map(|(person, load)| person.part(*load)).collect();
        parts.sort_by_key(|part| Reverse(*part));
        parts
    }

    /// The sum of all wishes that come true. A first choice outweighs any number of second ones, and so on.
    fn wish(&self, holders: &[Option<usize>]) -> u128 {
        self.places.iter().zip(holders).filter_map(|(place, holder)| holder.map(|person| at(&place.wishes, person))).sum()
    }

    /// How many tasks leave somebody who has them now.
    pub(super) fn handovers_of(&self, holders: &[Option<usize>]) -> usize {
        let has = |task: usize, person: usize| {
            self.places.iter().zip(holders).any(|(place, holder)| place.task == task && *holder == Some(person))
        };
        self.held.iter().filter(|(task, person)| !has(*task, *person)).count()
    }

    /// The problem of filling just the places that are filled, and who fills them.
    fn only_filled(&self, filling: &[Option<usize>]) -> (Self, Vec<usize>) {
        let mut places: Vec<Place> = Vec::new();
        for (place, _) in self.places.iter().zip(filling).filter(|(_, holder)| holder.is_some()) {
            let same = |before: &Place| before.task == place.task && before.who == place.who && before.wishes == place.wishes;
            let twin = place.twin && places.last().is_some_and(same);
            places.push(Place { twin, ..place.clone() });
        }
        let people = self.people.clone();
        let open = Self { people, places, held: self.held.clone(), handovers: self.handovers };
        (open, filling.iter().flatten().copied().collect())
    }

    /// The places of one task.
    fn places_of(&self, task: usize) -> impl Iterator<Item = (usize, &Place)> {
        self.places
            .iter()
            .enumerate()
            .skip_while(move |(_, place)| place.task != task)
            .take_while(move |(_, place)| place.task == task)
    }
}

/// Steps that may still be taken.
#[derive(Debug, Clone, Copy)]
struct Steps(u64);

/// The steps are used up.
#[derive(Debug, Clone, Copy)]
struct Spent;

impl Steps {
    fn take(&mut self) -> Result<(), Spent> {
        self.0 = self.0.checked_sub(1).ok_or(Spent)?;
        Ok(())
    }
}

/// Decides `problem` with at most `steps` steps for each of its stages. `known` is a filling within all limits, if there is one
/// already: what is found is never worse.
pub(super) fn solve(problem: &Problem, known: Option<&[Option<usize>]>, steps: u64) -> Solved {
    let matched = fill::matched(problem);
    let empty = |holders: &[Option<usize>]| holders.iter().map(Option::is_none).collect::<Vec<_>>();
    let full = empty(&matched);
    let known = known.filter(|known| fill::keeps_limits(problem, known));
    let (filling, filled_proved) = match known.filter(|known| empty(known) == full) {
        Some(known) => (known.to_vec(), true),
        None => match fill::first_fit(problem, &matched) {
            Some(filling) => (filling, true),
            None => fill::most_filled(problem, &matched, known, steps),
        },
    };
    let (open, start) = problem.only_filled(&filling);
    let found = branch::best(&open, start, steps);
    let mut holders = found.holders.iter();
    let holders = filling.iter().map(|holder| holder.and_then(|_| holders.next().copied())).collect();
    Solved { holders, filled_proved, ..found.solved }
}
