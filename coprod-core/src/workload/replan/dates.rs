//! Dates that cannot be kept whoever does what: past on the first day of the plan, or too soon after the tasks before.
//!
//! They are lifted, so that the rest can be planned, and told.

use super::answer::DateToMoveWhy;
use crate::error::WorkloadError;
use crate::unit::Date;
use crate::workload::Task;
use crate::workload::known::TaskNumbers;
use crate::workload::order::{before, sequence};

/// A date that cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clash {
    pub(super) task: usize,
    pub(super) date: Date,
    pub(super) why: DateToMoveWhy,
    /// The earliest day that would do, as far as the order of tasks goes.
    pub(super) earliest: Date,
    /// Whether it is the date of a session, and not that on which the task is due.
    pub(super) session: bool,
}

/// Lifts the dates that cannot be kept from `first` on. Dates that contradict each other without that are refused elsewhere.
pub(super) fn clashes(tasks: &mut [Task], first: Option<Date>) -> Result<Vec<Clash>, WorkloadError> {
    let Some(first) = first else { return Ok(Vec::new()) };
    let numbers: TaskNumbers = tasks.iter().enumerate().map(|(number, task)| (&task.id, number)).collect();
    let before = before(tasks, &numbers)?;
    let order = sequence(tasks, &before)?;
    drop(numbers);
    let mut clashes = Vec::new();
    // On which day each can be finished at the earliest.
    let mut finished: Vec<Option<Date>> = vec![None; tasks.len()];
    for number in order {
        let waits = before.get(number).map_or(&[][..], Vec::as_slice);
        let after = waits.iter().filter_map(|other| finished.get(*other).copied().flatten()).max();
        let after = after.and_then(|day| day.plus_days(1).ok());
        let Some(task) = tasks.get_mut(number).filter(|task| !task.done) else { continue };
        let earliest = [Some(first), task.from, after].into_iter().flatten().max().unwrap_or(first);
        let session = task.session_days().map(|(day, _)| day).filter(|day| *day < earliest);
        if let Some(date) = session {
            // A session keeps its day; what it should come after is looked at no longer.
            let why = DateToMoveWhy::Order;
            if after.is_some_and(|after| date < after) {
                clashes.push(Clash { task: number, date, why, earliest, session: true });
                task.after.clear();
            }
        }
        let early = |due: &Date| *due < earliest && task.from.is_none_or(|from| from <= *due);
        if let Some(date) = task.due.filter(early) {
            let why = if date < first { DateToMoveWhy::Past } else { DateToMoveWhy::Order };
            if task.session_days().is_none_or(|(_, last)| last <= date) || why == DateToMoveWhy::Past {
                clashes.push(Clash { task: number, date, why, earliest, session: false });
                task.due = None;
            }
        }
        let last = task.session_days().map(|(_, last)| last);
        if let Some(slot) = finished.get_mut(number) {
            *slot = Some(earliest).max(last);
        }
    }
    clashes.sort_by_key(|clash| clash.task);
    Ok(clashes)
}
