//! People and tasks after the change: what is done taken off, what grew added, missed sessions as small tasks of their own.

use std::collections::BTreeMap;

use super::check::Asked;
use super::dates::{self, Clash};
use super::request::{ReplanRequest, TakenOnBy};
use crate::error::{Pointer, WorkloadError};
use crate::group::{DaysAway, Person};
use crate::unit::{Hours, Id};
use crate::workload::missed::{SessionIds, session_of};
use crate::workload::{Need, Task};

/// What is there after the change.
#[derive(Debug, Default)]
pub(super) struct After {
    pub(super) people: Vec<Person>,
    /// The request's tasks in their order, then one for each missed session that is a task of its own.
    pub(super) tasks: Vec<Task>,
    /// For each of the latter which missed session it is.
    pub(super) sessions: Vec<usize>,
    /// Dates that cannot be kept whoever does what.
    pub(super) clashes: Vec<Clash>,
    pub(super) assumes: Vec<String>,
    /// How many places of each need are new, by task and need.
    pub(super) joins: BTreeMap<(usize, usize), u32>,
}

impl After {
    pub(super) fn new(request: &ReplanRequest, asked: &Asked) -> Result<Self, WorkloadError> {
        let mut after = Self { people: request.people.clone(), tasks: request.tasks.clone(), ..Self::default() };
        after.grow(asked);
        after.take_off(asked);
        after.miss(request, asked);
        after.come_back(request, asked)?;
        after.clashes = dates::clashes(&mut after.tasks, asked.first)?;
        after.forget_days(asked);
        after.suppose(request, asked);
        Ok(after)
    }

    fn grow(&mut self, asked: &Asked) {
        for (number, grown) in &asked.grown {
            let Some(task) = self.tasks.get_mut(*number) else { continue };
            task.hours = grown.hours.unwrap_or(task.hours);
            let Some(count) = grown.count else { continue };
            if task.needs.is_empty() {
                task.needs.push(Need { count: 1, ..Need::default() });
            }
            let index = usize::try_from(grown.need.unwrap_or(0)).unwrap_or_default();
            if let Some(need) = task.needs.get_mut(index) {
                let more = count.saturating_sub(need.count);
                need.count = count;
                self.joins.insert((*number, index), more);
            }
        }
    }

    /// Takes off what is done, of the hours first, then of those for quality; and sessions that are past.
    fn take_off(&mut self, asked: &Asked) {
        for (number, done) in &asked.done {
            if let Some(task) = self.tasks.get_mut(*number) {
                take_hours(task, i64::try_from(*done).unwrap_or(i64::MAX));
            }
        }
        let Some(first) = asked.first else { return };
        let mut past = Vec::new();
        for task in self.tasks.iter_mut().filter(|task| !task.done) {
            let own = task.due.or_else(|| task.session_days().map(|(_, last)| last));
            let before = task.sessions.len();
            task.sessions.retain(|session| session.date >= first);
            if task.sessions.len() < before {
                task.due = own;
                past.push(task.label().to_owned());
            }
        }
        if !past.is_empty() {
            let first = first.in_words();
            self.assumes.push(format!(
                "sessions before {first} are past, and no longer looked at: {}; their hours are to do still, but for those said to be done",
                past.join(", ")
            ));
        }
    }

    /// Where a task is for one person, a missed session becomes a task of its own: whoever takes the task over may come to it too.
    fn miss(&mut self, request: &ReplanRequest, asked: &Asked) {
        let mut ids = SessionIds::new(&request.people, &request.tasks);
        for (index, missed) in asked.missed.iter().enumerate() {
            let Some(task) = self.tasks.get_mut(missed.task) else { continue };
            let (name, day) = (task.label().to_owned(), missed.date.in_words());
            if missed.hours.is_none() {
                self.assumes.push(format!(
                    "it is not said how long the session of {name} on {day} is: whoever takes it on is counted no hours for it"
                ));
            }
            let hours = missed.hours.unwrap_or_default();
            // Those who are in a task for several take on what is missing whatever they are in it for.
            let need = task.needs.first().filter(|_| missed.alone);
            let own_session = |id: Id| Task {
                due: Some(missed.date),
                after: task.after.clone(),
                ..session_of(task, missed.date, id, hours, need)
            };
            let Some(session) = ids.next().map(own_session) else { continue };
            if missed.alone {
                task.due = task.due.or_else(|| task.session_days().map(|(_, last)| last));
                task.sessions.retain(|session| session.date != missed.date);
                take_hours(task, hours.seconds());
            } else if missed.by == TakenOnBy::StandIn {
                // A place of the same task, so that nobody is in it twice.
                continue;
            }
            let (own, id) = (task.id.clone(), session.id.clone());
            self.tasks.push(session);
            self.sessions.push(index);
            for follower in self.tasks.iter_mut().filter(|task| task.after.contains(&own)) {
                follower.after.push(id.clone());
            }
        }
        for missed in &asked.missed {
            let day = DaysAway { from: missed.date, to: None };
            if let Some(worker) =
                self.people.get_mut(missed.person).filter(|worker| !worker.unavailable.iter().any(|away| away.has(missed.date)))
            {
                worker.unavailable.push(day);
            }
        }
    }

    /// Those who return are away until then.
    fn come_back(&mut self, request: &ReplanRequest, asked: &Asked) -> Result<(), WorkloadError> {
        for (index, (person, from)) in asked.returned.iter().enumerate() {
            let Some(worker) = self.people.get_mut(*person) else { continue };
            if worker.capacity.is_none() {
                let path = Pointer::root().key("people").index(*person);
                return Err(WorkloadError::CapacityUnknown { path, id: worker.id.to_string() });
            }
            let Some(from) = from else { continue };
            let sessions = request.tasks.iter().flat_map(|task| &task.sessions).map(|session| session.date);
            let first = asked.first.into_iter().chain(sessions).min();
            let Some((first, last)) = first.filter(|first| first < from).zip(from.before()) else { continue };
            if asked.missed.iter().any(|missed| missed.person == *person && missed.date < *from) {
                let words =
                    format!("\"{}\" is away until {}, so that every session before is missed", worker.id, from.in_words());
                let path = Pointer::root().key("change").key("returned").index(index).key("from");
                return Err(WorkloadError::ContradictoryFacts { path, words });
            }
            worker.unavailable.push(DaysAway { from: first, to: Some(last) });
        }
        Ok(())
    }

    /// Without a first day, days are not counted.
    fn forget_days(&mut self, asked: &Asked) {
        let dated = self.tasks.iter().any(|task| !task.done && (task.due.is_some() || !task.sessions.is_empty()));
        if asked.first.is_some() || !dated {
            return;
        }
        let paced = self.people.iter().any(|worker| worker.hours_a_day.is_some());
        self.people.iter_mut().for_each(|worker| worker.hours_a_day = None);
        let said = "no first day of the plan is given (\"from\"): whether dates are past is not looked at";
        self.assumes.push(if paced {
            format!("{said}, and how many hours people can do on a day is not counted")
        } else {
            said.to_owned()
        });
    }

    fn suppose(&mut self, request: &ReplanRequest, asked: &Asked) {
        let open: Vec<(usize, &Task)> = request.tasks.iter().enumerate().filter(|(_, task)| !task.done).collect();
        let unknown = open.iter().filter(|(number, _)| !asked.done.contains_key(number)).count();
        if unknown > 0 {
            let which = match () {
                () if unknown == open.len() => "any task is".to_owned(),
                () if unknown == 1 => format!("one of the {} unfinished tasks is", open.len()),
                () => format!("{unknown} of the {} unfinished tasks are", open.len()),
            };
            self.assumes.push(format!("it is not said how far {which}: taken as not begun"));
        }
        let leaves = !asked.leavers.is_empty();
        if leaves && request.handover.is_none() && asked.handover.is_empty() {
            self.assumes.push("it is not said what handing a task over takes: counted as no hours".to_owned());
        }
    }
}

fn take_hours(task: &mut Task, seconds: i64) {
    let rest = (task.hours.seconds() - seconds).min(0);
    task.hours = Hours::from_seconds((task.hours.seconds() - seconds).max(0)).unwrap_or_default();
    let quality = task.quality_hours.map_or(0, Hours::seconds) + rest;
    task.quality_hours = task.quality_hours.and_then(|_| Hours::from_seconds(quality.max(0)).ok());
}
