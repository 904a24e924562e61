//! Manual edits: who could have a task instead, ranked by how fair it would be then, and what a change by hand would do.
//!
//! Nothing is searched for: each choice is one change with everything else as it is. What it breaks is said and not forbidden.

mod answer;
mod effect;
mod request;
mod table;

pub use answer::{
    AlternativesAnswer, BrokenLimit, BrokenLimitKind, FairnessChange, LoadChange, WorkChoice, WorkEffect, WorkOption,
};
pub use request::{AlternativesRequest, MOST_COMPARED, MOST_MOVES, WorkMove};

use effect::{Change, Outcome};
pub(super) use table::{Table, set_out};

use super::report::ratio;
use crate::error::{Pointer, WorkloadError};

/// Choices for each place where no task is named.
const BEST: usize = 3;

/// Who could have which task instead, and what the moves asked about would do.
///
/// # Errors
/// A [`WorkloadError`] as for [`super::split()`], but for limits that the assignments break, which the answer lists; for a task that is said to
/// be somebody's who does not have it, and for more to compare than [`MOST_COMPARED`].
pub fn alternatives(request: &AlternativesRequest) -> Result<AlternativesAnswer, WorkloadError> {
    let (board, holders) = set_out((&request.people, &request.tasks), &request.assignments, request.from)?;
    let table = Table::new(&board, &holders);
    let numbers = table.numbers();
    let task = request.task.as_ref().map(|id| {
        let unknown = || WorkloadError::UnknownTask { path: Pointer::root().key("task"), id: id.to_string() };
        numbers.get(id).copied().ok_or_else(unknown)
    });
    let task = task.transpose()?;
    let person = request.person.as_ref();
    let person = person.map(|id| table.board.cast.number(id, || Pointer::root().key("person"))).transpose()?;
    let effect = if request.moves.is_empty() {
        None
    } else {
        let changes = table.moves(request, &numbers)?;
        Some(Outcome::new(&table, changes).effect(&table)?)
    };
    let looked_at: Vec<usize> = (0..table.board.problem.places.len())
        .filter(|place| table.is_open(*place))
        .filter(|place| task.is_none_or(|task| table.task(*place) == Some(task)))
        .filter(|place| person.is_none() || table.holder(*place) == person)
        // Without a task or a person, an edit by moves looks at nothing else.
        .filter(|_| task.is_some() || person.is_some() || request.moves.is_empty())
        .collect();
    let count: usize = looked_at.iter().map(|place| table.others(*place).iter().count()).sum();
    if count > MOST_COMPARED && task.is_none() {
        let path = Pointer::root().key("tasks");
        let what = "ways to pass a task on (name a \"task\" or a \"person\")";
        return Err(WorkloadError::TooMany { path, what, count, limit: MOST_COMPARED });
    }
    let choices = looked_at.into_iter().filter_map(|place| choice(&table, place, task.is_some()).transpose());
    Ok(AlternativesAnswer {
        vector: table.board.problem.vector(table.holders).into_iter().map(ratio).collect::<Result<_, _>>()?,
        breaks: table.breaks(),
        choices: choices.collect::<Result<_, _>>()?,
        effect,
    })
}

/// Everybody who could have the place instead, and with `all` also in return for a task of theirs.
fn choice(table: &Table, place: usize, all: bool) -> Result<Option<WorkChoice>, WorkloadError> {
    let from = table.holder(place);
    let mut outcomes: Vec<(Outcome, usize, Option<usize>)> = Vec::new();
    for to in table.others(place).iter() {
        let given = Change { place, from, to: Some(to) };
        outcomes.push((Outcome::new(table, vec![given]), to, None));
        let Some(from) = from.filter(|_| all) else { continue };
        let swaps = table.places_of(to).iter().copied().filter(|other| table.may_swap(place, *other, from));
        let swapped = swaps.map(|other| {
            let back = Change { place: other, from: Some(to), to: Some(from) };
            (Outcome::new(table, vec![given, back]), other)
        });
        // Of several swaps with one person the best.
        let best = swapped.min_by(|one, other| one.0.compare(&other.0, table).then(one.1.cmp(&other.1)));
        outcomes.extend(best.map(|(outcome, other)| (outcome, to, Some(other))));
    }
    outcomes.sort_by(|one, other| one.0.compare(&other.0, table).then_with(|| (one.2, one.1).cmp(&(other.2, other.1))));
    if !all {
        outcomes.truncate(BEST);
    }
    let options = outcomes.into_iter().filter_map(|(outcome, to, other)| {
        let to = table.board.cast.id(to)?;
        let in_return = other.and_then(|other| table.task_id(other));
        Some(outcome.effect(table).map(|effect| WorkOption { to, in_return, effect }))
    });
    let options = options.collect::<Result<Vec<_>, _>>()?;
    let (Some(task), from) = (table.task_id(place), from.and_then(|from| table.board.cast.id(from))) else { return Ok(None) };
    Ok(Some(WorkChoice { task, from, options }))
}
