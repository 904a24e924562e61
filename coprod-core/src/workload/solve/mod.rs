//! The search: which person fills which place, so that as many places as possible are filled and the vector of parts is the least.
//!
//! People and places are numbers here; [`Problem`] says all that the search knows.

mod fill;
mod large;
mod matched;
mod matching;
mod part;
mod problem;
mod set;
mod small;
mod state;
mod turns;

#[cfg(test)]
mod tests;

pub(super) use matching::match_places;
pub(super) use part::{Measure, Part};
pub(super) use problem::{Extra, Place, Problem};
pub(super) use set::Set;
pub(super) use turns::take_turns;

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
    /// The people whose work makes `bound` so where it is that of a relaxation: what only they can do is too much for less.
    pub(super) tight: Vec<usize>,
    /// Whether all possibilities were searched as far as the steps went; if not, exchanges made it good.
    pub(super) searched: bool,
}

/// A filling of all places of a problem, with what is known of it.
struct Found {
    holders: Vec<usize>,
    solved: Solved,
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

/// Whether all places that may not be empty can be filled within all limits; nothing where `steps` steps do not tell.
pub(super) fn possible(problem: &Problem, steps: u64) -> Option<bool> {
    if searched_through(problem) { fill::possible(problem, steps) } else { None }
}

/// Whether the problem is small enough to be searched through; a larger one is filled by a simple attempt and exchanges.
pub(super) fn searched_through(problem: &Problem) -> bool {
    problem.people.len() <= small::MOST_PEOPLE && problem.places.len() <= small::MOST_PLACES
}

/// Decides `problem` with at most `steps` steps for each of its stages. `known` is a filling within all limits, if there is one
/// already: what is found is never worse.
pub(super) fn solve(problem: &Problem, known: Option<&[Option<usize>]>, steps: u64) -> Solved {
    let matched = matched::matched(problem);
    let empty = |holders: &[Option<usize>]| holders.iter().map(Option::is_none).collect::<Vec<_>>();
    let full = empty(&matched.most);
    let known = known.filter(|known| state::keeps_limits(problem, known));
    let small = searched_through(problem);
    let (filling, filled_proved) = match known.filter(|known| empty(known) == full) {
        Some(known) => (known.to_vec(), true),
        None if !small => large::fill(problem, &matched, known),
        None => match fill::first_fit(problem, &matched.most) {
            Some(filling) => (filling, true),
            None => fill::most_filled(problem, &matched, known, steps),
        },
    };
    let (open, start) = problem.only_filled(&filling);
    let found = if small { small::best(&open, start, steps) } else { large::best(&open, start) };
    let mut holders = found.holders.iter();
    let holders = filling.iter().map(|holder| holder.and_then(|_| holders.next().copied())).collect();
    Solved { holders, filled_proved, ..found.solved }
}
