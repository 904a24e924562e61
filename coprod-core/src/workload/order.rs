//! The order of tasks, and the days between which each can be worked on.
//!
//! Work is counted by whole days. A task that comes `after` others is worked on from the day after they are finished, and takes at least
//! a day. So its earliest day is the latest of its own `from`, of the first day of the period, and of the day after the earliest on which each
//! task before it can be finished; and it must be finished by the earliest of its own `due` (or last session), and of the day before
//! the latest on which each task after it can begin. Finished tasks hold up nothing.

use std::collections::BTreeMap;

use super::Task;
use super::known::TaskNumbers;
use crate::error::{Pointer, WorkloadError};
use crate::unit::Date;

/// Names in an error about a circle.
const MOST_NAMED: usize = 12;

/// The days between which a task can be worked on, as far as they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) earliest: Option<Date>,
    pub(super) latest: Option<Date>,
}

/// All tasks in an order in which each comes after those that it waits for.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    /// The first day of the period.
    pub(super) from: Option<Date>,
    /// The days of each task; unknown for finished ones.
    pub(super) spans: Vec<Span>,
    /// For each task those that it waits for.
    pub(super) before: Vec<Vec<usize>>,
    /// The tasks, each after those that it waits for.
    pub(super) sequence: Vec<usize>,
}

impl Order {
    /// Sets the tasks, which stand at `/tasks`, in order. `from` is the first day of the period.
    pub(super) fn new(tasks: &[Task], numbers: &TaskNumbers, from: Option<Date>) -> Result<Self, WorkloadError> {
        let before = before(tasks, numbers)?;
        let sequence = sequence(tasks, &before)?;
        let mut order = Self { from, spans: vec![Span::default(); tasks.len()], before, sequence };
        order.forward(tasks, from);
        order.backward(tasks);
        order.check(tasks, from)?;
        Ok(order)
    }

    pub(super) fn span(&self, task: usize) -> Span {
        self.spans.get(task).copied().unwrap_or_default()
    }

    fn before(&self, task: usize) -> &[usize] {
        self.before.get(task).map_or(&[], Vec::as_slice)
    }

    fn forward(&mut self, tasks: &[Task], from: Option<Date>) {
        for place in 0..self.sequence.len() {
            let Some((number, task)) = self.open(tasks, place) else { continue };
            let own = task.from.into_iter().chain(from);
            let finished = self.before(number).iter().filter_map(|before| {
                let task = tasks.get(*before).filter(|task| !task.done)?;
                later(self.span(*before).earliest, task.session_days().map(|(_, last)| last))?.plus_days(1).ok()
            });
            let earliest = own.chain(finished).max();
            if let Some(span) = self.spans.get_mut(number) {
                span.earliest = earliest;
            }
        }
    }

    fn backward(&mut self, tasks: &[Task]) {
        for place in (0..self.sequence.len()).rev() {
            let Some((number, task)) = self.open(tasks, place) else { continue };
            let own = task.due.or_else(|| task.session_days().map(|(_, last)| last));
            let latest = sooner(self.span(number).latest, own);
            if let Some(span) = self.spans.get_mut(number) {
                span.latest = latest;
            }
            let Some(needed) = sooner(latest, task.session_days().map(|(first, _)| first)).and_then(Date::before) else {
                continue;
            };
            for before in self.before.get(number).into_iter().flatten() {
                if let Some(span) = self.spans.get_mut(*before) {
                    span.latest = sooner(span.latest, Some(needed));
                }
            }
        }
        for (span, _) in self.spans.iter_mut().zip(tasks).filter(|(_, task)| task.done) {
            span.latest = None;
        }
    }

    fn open<'a>(&self, tasks: &'a [Task], place: usize) -> Option<(usize, &'a Task)> {
        let number = self.sequence.get(place).copied()?;
        Some((number, tasks.get(number).filter(|task| !task.done)?))
    }

    /// Refuses what no day is left for.
    fn check(&self, tasks: &[Task], from: Option<Date>) -> Result<(), WorkloadError> {
        for (number, task) in tasks.iter().enumerate().filter(|(_, task)| !task.done) {
            let path = || Pointer::root().key("tasks").index(number);
            let wrong = |path: Pointer, detail: String| Err(WorkloadError::DatesReversed { path, detail });
            let name = task.label();
            for (start, what) in [(from, "the first day"), (task.from, "it can be worked on")] {
                let Some(start) = start else { continue };
                if let Some(due) = task.due.filter(|due| *due < start) {
                    let detail = format!("{name} is due on {}, before {what} ({})", due.in_words(), start.in_words());
                    return wrong(path().key("due"), detail);
                }
                if let Some(early) = task.sessions.iter().position(|session| session.date < start) {
                    let detail = format!("a session of {name} is before {what} ({})", start.in_words());
                    return wrong(path().key("sessions").index(early).key("date"), detail);
                }
            }
            let late = task.sessions.iter().position(|session| task.due.is_some_and(|due| due < session.date));
            if let Some(late) = late {
                return wrong(path().key("sessions").index(late).key("date"), format!("a session of {name} is after it is due"));
            }
            let span = self.span(number);
            let begun = sooner(span.latest, task.session_days().map(|(first, _)| first));
            if let (Some(earliest), Some(begun)) = (span.earliest, begun)
                && begun < earliest
            {
                let detail = format!(
                    "with the tasks before and after it, {name} can begin on {} at the earliest and must be under way on {}",
                    earliest.in_words(),
                    begun.in_words()
                );
                return wrong(path(), detail);
            }
        }
        Ok(())
    }
}

fn later(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    one.max(other)
}

fn sooner(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    one.into_iter().chain(other).min()
}

/// For each task those that it comes after.
pub(super) fn before(tasks: &[Task], numbers: &TaskNumbers) -> Result<Vec<Vec<usize>>, WorkloadError> {
    let mut all = Vec::with_capacity(tasks.len());
    for (number, task) in tasks.iter().enumerate() {
        let path = |index: usize| Pointer::root().key("tasks").index(number).key("after").index(index);
        let mut before = Vec::with_capacity(task.after.len());
        let mut known = std::collections::BTreeSet::new();
        for (index, id) in task.after.iter().enumerate() {
            let Some(other) = numbers.get(id).copied() else {
                return Err(WorkloadError::UnknownTask { path: path(index), id: id.to_string() });
            };
            if !known.insert(other) {
                return Err(WorkloadError::DuplicateId { path: path(index), id: id.to_string() });
            }
            before.push(other);
        }
        all.push(before);
    }
    Ok(all)
}

/// The tasks, each after those that it waits for, earlier ones first where that is open.
pub(super) fn sequence(tasks: &[Task], before: &[Vec<usize>]) -> Result<Vec<usize>, WorkloadError> {
    let mut waits: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut followers: Vec<Vec<usize>> = vec![Vec::new(); before.len()];
    for (number, others) in before.iter().enumerate() {
        for other in others {
            if let Some(list) = followers.get_mut(*other) {
                list.push(number);
            }
        }
    }
    let mut ready: Vec<usize> = waits.iter().enumerate().filter(|(_, waits)| **waits == 0).map(|(number, _)| number).collect();
    let mut next = 0;
    while let Some(number) = ready.get(next).copied() {
        next += 1;
        for follower in followers.get(number).into_iter().flatten() {
            if let Some(left) = waits.get_mut(*follower) {
                *left -= 1;
                if *left == 0 {
                    ready.push(*follower);
                }
            }
        }
    }
    if ready.len() == tasks.len() { Ok(ready) } else { Err(circle(tasks, before, &waits)) }
}

/// Names a circle among tasks that still wait.
fn circle(tasks: &[Task], before: &[Vec<usize>], waits: &[usize]) -> WorkloadError {
    let waiting = |number: &usize| waits.get(*number).is_some_and(|waits| *waits > 0);
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    let mut path = Vec::new();
    let mut number = waits.iter().position(|waits| *waits > 0).unwrap_or_default();
    // Whatever waits, waits for something that waits.
    while !seen.contains_key(&number) {
        seen.insert(number, path.len());
        path.push(number);
        let next = before.get(number).and_then(|others| others.iter().copied().find(waiting));
        number = next.unwrap_or(number);
    }
    let mut round = path.split_off(seen.get(&number).copied().unwrap_or_default());
    let least = round.iter().enumerate().min_by_key(|(_, number)| **number).map_or(0, |(place, _)| place);
    round.rotate_left(least);
    let first = round.first().copied().unwrap_or_default();
    let mut names: Vec<&str> =
        round.iter().chain([&first]).filter_map(|number| tasks.get(*number)).map(|task| task.id.as_str()).collect();
    if names.len() > MOST_NAMED {
        names.truncate(MOST_NAMED);
        names.push("...");
    }
    WorkloadError::CyclicOrder { path: Pointer::root().key("tasks").index(first).key("after"), cycle: names.join(" after ") }
}
