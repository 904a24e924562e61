//! Limits of people that a split must keep: hard caps, the days they have, and that whoever helps has agreed to give hours.

use std::collections::BTreeMap;

use super::answer::{SplitProblem, SplitProblemKind};
use super::read::Problems;
use super::view::View;
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::Date;
use crate::workload::board::hours;
use crate::workload::order::Order;

/// Adds whoever has more than they can be given.
///
/// # Errors
/// For tasks whose dates contradict one another.
pub(super) fn check(view: &View, problems: &mut Problems) -> Result<(), WorkloadError> {
    days(view, problems)?;
    for (number, _) in view.workers.iter().enumerate().filter(|(_, worker)| worker.helps && !worker.counts()) {
        let name = view.request.people.get(number).map_or("somebody", Person::label);
        let what = format!("{name} would help others and has agreed to give no hours");
        problems.push(SplitProblem { kind: SplitProblemKind::NotTheirs, path: path(number).to_string(), what });
    }
    for (number, (worker, person)) in view.workers.iter().zip(&view.request.people).enumerate() {
        if worker.load > worker.cap {
            let (has, cap) = (hours(worker.load).in_words(), hours(worker.cap).in_words());
            let what = format!("{} would have {has}, and {cap} is the most they can be given", person.label());
            problems.push(SplitProblem { kind: SplitProblemKind::OverHardCap, path: path(number).to_string(), what });
        }
    }
    Ok(())
}

fn path(person: usize) -> Pointer {
    Pointer::root().key("request").key("people").index(person)
}

/// Adds whoever has more to do by some day than fits in the days that they have until then.
fn days(view: &View, problems: &mut Problems) -> Result<(), WorkloadError> {
    let Some(first) = view.request.from else { return Ok(()) };
    let numbers = view.request.tasks.iter().enumerate().map(|(number, task)| (&task.id, number)).collect();
    let order = Order::new(&view.request.tasks, &numbers, view.request.from)?;
    let mut due: Vec<BTreeMap<Date, u64>> = vec![BTreeMap::new(); view.workers.len()];
    for (person, task, seconds) in &view.work {
        if let (Some(latest), Some(due)) = (order.span(*task).latest, due.get_mut(*person)) {
            *due.entry(latest).or_default() += seconds;
        }
    }
    for (number, person) in view.request.people.iter().enumerate() {
        let Some(a_day) = person.hours_a_day.map(|hours| hours.seconds().unsigned_abs()) else { continue };
        let (mut wanted, mut has, mut next) = (0_u64, 0_u64, Some(first));
        for (day, seconds) in due.get(number).into_iter().flatten() {
            wanted += seconds;
            while let Some(free) = next.filter(|free| free <= day) {
                if !person.unavailable.iter().any(|away| away.has(free)) {
                    has += a_day;
                }
                next = free.plus_days(1).ok();
            }
            if wanted > has {
                let (wanted, has) = (hours(wanted).in_words(), hours(has).in_words());
                let what =
                    format!("{} would have {wanted} to do by {}, and has {has} until then", person.label(), day.in_words());
                problems.push(SplitProblem { kind: SplitProblemKind::OverDays, path: path(number).to_string(), what });
                break;
            }
        }
    }
    Ok(())
}
