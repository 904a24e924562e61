//! Large groups: a near-best split quickly, with a bound of its largest part that is proved.
//!
//! Parts are compared by their height, a whole number that is nearly proportional; it only guides the search. What is answered, the
//! vector and the bound, is exact. Nothing here depends on the clock or the machine.

mod bound;
mod exchange;
mod flow;
mod height;
mod optimal;
mod pair;
mod start;
mod wish;

#[cfg(test)]
mod tests;

use height::Height;
pub(super) use start::fill;

use super::{Part, Place, Problem, Solved, at, put, state};

/// A problem set out for quick work.
struct Large<'a> {
    problem: &'a Problem,
    heights: Vec<Height>,
    /// Whether the task of each place has other places too.
    shared: Vec<bool>,
    /// Whether places cost nobody more than their seconds, days limit nobody and hand-overs are not counted.
    plain: bool,
    /// The size of the equal pieces that all seconds consist of.
    piece: u64,
}

impl<'a> Large<'a> {
    fn new(problem: &'a Problem) -> Self {
        let shared = (0..problem.places.len()).map(|number| problem.is_shared(number)).collect();
        let plain = problem.is_plain();
        let piece = problem.places.iter().map(|place| place.seconds).fold(0, num_integer::gcd).max(1);
        Self { problem, heights: problem.people.iter().map(Height::new).collect(), shared, plain, piece }
    }

    fn place(&self, number: usize) -> Option<&'a Place> {
        self.problem.places.get(number)
    }

    fn seconds(&self, number: usize) -> u64 {
        self.place(number).map_or(0, |place| place.seconds)
    }

    fn has(&self, number: usize, person: usize) -> bool {
        self.place(number).is_some_and(|place| place.who.has(person))
    }

    /// How high somebody stands with `seconds` of work and `further` cost.
    fn height(&self, person: usize, seconds: u64, further: u64) -> u64 {
        at(&self.heights, person).of(self.problem.measure(person).cost * seconds + further)
    }
}

/// The best split found from `start` on, which fills all places of `problem` within all limits.
pub(super) fn best(problem: &Problem, start: Vec<usize>) -> super::Found {
    let large = Large::new(problem);
    let bound = bound::bound(&large, &start);
    let found = exchange::improve(&large, start.clone(), bound.part);
    let filled = |holders: &[usize]| holders.iter().map(|person| Some(*person)).collect::<Vec<_>>();
    let (before, after) = (problem.vector(&filled(&start)), problem.vector(&filled(&found)));
    let kept = after <= before && state::keeps_limits(problem, &filled(&found));
    let (mut holders, vector) = if kept { (found, after) } else { (start, before) };
    wish::grant(&large, &mut holders);
    let vector_proved = optimal::is_optimal(&large, &holders);
    let wished = problem.places.iter().any(|place| !place.wishes.is_empty());
    let bound_part = vector.first().map(|first| bound.part.min(*first));
    let settled = vector_proved && !wished;
    let solved = Solved {
        holders: Vec::new(),
        vector,
        filled_proved: false,
        vector_proved,
        settled,
        bound: bound_part,
        tight: bound.tight,
        searched: false,
    };
    super::Found { holders, solved }
}
