//! The exact search for small groups: a good split quickly, then branch and bound.

mod bits;
mod branch;
mod improve;
mod relax;

#[cfg(test)]
mod tests;

use bits::Bits;
pub(super) use branch::best;

use super::{Extra, Part, Place, Problem, Solved, Spent, Steps, at, put, raise, state};
use crate::workload::MOST_PREFERENCES;

/// A problem all of whose places are to be filled, set out for quick work: sets of people in one word, wishes as sums.
struct Small<'a> {
    problem: &'a Problem,
    /// Who may fill each place.
    who: Vec<Bits>,
    /// How much each person wishes for each place: a power of 2^8 that is greater the earlier it stands among what they prefer. So 255
    /// wishes of one rank never outweigh one of a higher rank, and all of them fit.
    wishes: Vec<Vec<u128>>,
}

impl<'a> Small<'a> {
    fn new(problem: &'a Problem) -> Self {
        let who = problem.places.iter().map(|place| place.who.iter().collect()).collect();
        let worth = |rank: usize| 1_u128 << (8 * (MOST_PREFERENCES - 1).saturating_sub(rank));
        let wishes = problem
            .places
            .iter()
            .map(|place| (0..problem.people.len()).map(|person| place.rank(person).map_or(0, worth)).collect());
        Self { problem, who, wishes: wishes.collect() }
    }

    fn places(&self) -> &'a [Place] {
        &self.problem.places
    }

    fn wish(&self, number: usize, person: usize) -> u128 {
        self.wishes.get(number).map_or(0, |wishes| at(wishes, person))
    }

    /// The sum of all wishes that come true.
    fn all_wishes(&self, holders: &[usize]) -> u128 {
        holders.iter().enumerate().map(|(number, person)| self.wish(number, *person)).sum()
    }

    fn most_wished(&self, number: usize, who: Bits) -> u128 {
        who.iter().map(|person| self.wish(number, person)).max().unwrap_or_default()
    }
}

fn filled(holders: &[usize]) -> Vec<Option<usize>> {
    holders.iter().map(|person| Some(*person)).collect()
}
