//! Which places have anybody at all, when caps and days are left aside.

use super::matching::{match_more, match_places};
use super::{Place, Problem, Set};

/// Who has what before anything is decided, and which places can have somebody.
pub(super) struct Matched {
    /// The places that may not be empty, each with one of the task's present holders where they can be.
    pub(super) kept: Vec<Option<usize>>,
    /// All that may not be empty, then for each task as many as possible.
    pub(super) most: Vec<Option<usize>>,
}

pub(super) fn matched(problem: &Problem) -> Matched {
    let mut held = problem.held.clone();
    held.sort_by_key(|(task, _)| *task);
    let kept = by_task(problem, |number, task| {
        let sets: Vec<Set> =
            task.iter().map(|place| if place.may_be_empty { Set::default() } else { place.who.clone() }).collect();
        let from = held.partition_point(|(id, _)| *id < number);
        let own = held.iter().skip(from).take_while(|(id, _)| *id == number);
        match_places(&sets, &own.map(|(_, person)| *person).collect::<Vec<_>>())
    });
    let mut rest = kept.as_slice();
    let most = by_task(problem, |_, task| {
        let sets: Vec<Set> = task.iter().map(|place| place.who.clone()).collect();
        let (before, others) = rest.split_at(task.len());
        rest = others;
        match_more(&sets, before.to_vec())
    });
    Matched { kept, most }
}

/// What `fill` makes of the places of each task in turn.
fn by_task(problem: &Problem, mut fill: impl FnMut(usize, &[Place]) -> Vec<Option<usize>>) -> Vec<Option<usize>> {
    let mut holders = Vec::with_capacity(problem.places.len());
    let mut rest = problem.places.as_slice();
    while let Some(first) = rest.first() {
        let (task, others) = rest.split_at(rest.iter().take_while(|place| place.task == first.task).count());
        holders.extend(fill(first.task, task));
        rest = others;
    }
    holders
}
