//! The exact search for small groups: a good split quickly, then branch and bound.

mod bits;
mod branch;
mod divide;
mod flow;
mod improve;
mod levels;
mod limits;
mod narrow;
mod open;
mod pair;
mod places;
mod relax;
mod sums;

#[cfg(test)]
mod tests;

use bits::Bits;
pub(super) use branch::best;
use places::Places;

use super::{Extra, Found, Part, Place, Problem, Solved, Spent, Steps, at, put, raise, state};
use crate::workload::MOST_PREFERENCES;

/// The search takes this many people: one bit of a word for each.
pub(super) const MOST_PEOPLE: usize = 64;

/// The search takes this many places: so many wishes of one rank never outweigh one of a higher rank.
pub(super) const MOST_PLACES: usize = 255;

/// A problem all of whose places are to be filled, set out for quick work: sets of people in one word, wishes as sums.
struct Small<'a> {
    problem: &'a Problem,
    /// Who may fill each place.
    who: Vec<Bits>,
    /// The places that each person may fill.
    may: Vec<Places>,
    /// How much each person wishes for each place: a power of 2^8 that is greater the earlier it stands among what they prefer. So 255
    /// wishes of one rank never outweigh one of a higher rank, and all of them fit.
    wishes: Vec<Vec<u128>>,
    /// Whether anybody wishes for anything.
    wished: bool,
    /// Whether the task of each place has other places too.
    shared: Vec<bool>,
    /// Whether any place costs somebody more than its seconds.
    extras: bool,
    /// The size of the equal pieces that all seconds consist of.
    piece: u64,
    /// The seconds of all places.
    all_seconds: u64,
}

impl<'a> Small<'a> {
    fn new(problem: &'a Problem) -> Self {
        let who: Vec<Bits> = problem.places.iter().map(|place| place.who.iter().collect()).collect();
        let may = places_by_person(problem.people.len(), &who);
        let worth = |rank: usize| 1_u128 << (8 * (MOST_PREFERENCES - 1).saturating_sub(rank));
        let wishes = problem
            .places
            .iter()
            .map(|place| (0..problem.people.len()).map(|person| place.rank(person).map_or(0, worth)).collect())
            .collect();
        let wished = problem.places.iter().any(|place| !place.wishes.is_empty());
        let shared = (0..problem.places.len()).map(|number| problem.is_shared(number)).collect();
        let piece = problem.places.iter().map(|place| place.seconds).fold(0, num_integer::gcd).max(1);
        let all_seconds = problem.places.iter().map(|place| place.seconds).sum();
        let extras = problem.places.iter().any(|place| !place.extras.is_empty());
        Self { problem, who, may, wishes, wished, shared, extras, piece, all_seconds }
    }

    fn places(&self) -> &'a [Place] {
        &self.problem.places
    }

    fn people(&self) -> usize {
        self.problem.people.len()
    }

    fn seconds(&self, number: usize) -> u64 {
        self.places().get(number).map_or(0, |place| place.seconds)
    }

    /// The most seconds of each person.
    fn caps(&self) -> Vec<u64> {
        self.problem.people.iter().map(|person| person.cap.max(person.base)).collect()
    }

    /// Seconds that the person has whatever is decided.
    fn base(&self, person: usize) -> u64 {
        self.problem.measure(person).base
    }

    /// Whether any place costs somebody more than its seconds.
    const fn has_extras(&self) -> bool {
        self.extras
    }

    /// The part of somebody with `seconds` of work, without what places cost beyond their own seconds.
    fn part(&self, person: usize, seconds: u64) -> Part {
        let measure = self.problem.measure(person);
        measure.part(seconds, measure.base_cost)
    }

    /// The part of somebody with `seconds` of work and what is beside them, as (seconds, cost).
    fn part_beside(&self, person: usize, seconds: u64, beside: (u64, u64)) -> Part {
        let measure = self.problem.measure(person);
        measure.part(seconds + beside.0, measure.base_cost + beside.1)
    }

    fn wish(&self, number: usize, person: usize) -> u128 {
        self.wishes.get(number).map_or(0, |wishes| at(wishes, person))
    }

    /// The sum of all wishes that come true.
    fn all_wishes(&self, holders: &[usize]) -> u128 {
        if !self.wished {
            return 0;
        }
        holders.iter().enumerate().map(|(number, person)| self.wish(number, *person)).sum()
    }

    fn most_wished(&self, number: usize, who: Bits) -> u128 {
        who.iter().map(|person| self.wish(number, person)).max().unwrap_or_default()
    }

    /// Whether hand-overs are few enough to matter.
    fn counts_handovers(&self) -> bool {
        self.problem.handovers < self.problem.held.len()
    }
}

/// The places that each person may fill, where these may fill each place.
fn places_by_person(people: usize, who: &[Bits]) -> Vec<Places> {
    let mut may = vec![Places::default(); people];
    for (place, who) in who.iter().enumerate() {
        for person in who.iter() {
            if let Some(places) = may.get_mut(person) {
                places.insert(place);
            }
        }
    }
    may
}

fn filled(holders: &[usize]) -> Vec<Option<usize>> {
    holders.iter().map(|person| Some(*person)).collect()
}
