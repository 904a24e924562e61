//! What is asked, checked and numbered: nobody and nothing unknown, nothing twice, no two things that contradict each other.

use std::collections::{BTreeMap, BTreeSet};

use super::request::{GrownTask, HandoverCost, MOST_CHANGES, ReplanRequest, TakenOnBy};
use crate::error::{Pointer, WorkloadError};
use crate::unit::{Date, Hours, Id};
use crate::workload::known::at_most;
use crate::workload::{MOST_HANDOVERS, Task, TaskMode};

/// A session that somebody misses.
#[derive(Debug, Clone, Copy)]
pub(super) struct Missed {
    /// The number of the person in the request.
    pub(super) person: usize,
    pub(super) task: usize,
    pub(super) date: Date,
    /// What is taken on; nothing where nobody says how long the session is.
    pub(super) hours: Option<Hours>,
    pub(super) by: TakenOnBy,
    /// Whether the task is for one person.
    pub(super) alone: bool,
}

/// The change, by numbers of the request's people and tasks.
#[derive(Debug, Default)]
pub(super) struct Asked<'a> {
    pub(super) most: usize,
    /// The first day of the plan.
    pub(super) first: Option<Date>,
    /// Those who leave, the first of the request first.
    pub(super) leavers: Vec<(&'a Id, Option<Date>)>,
    pub(super) grown: Vec<(usize, &'a GrownTask)>,
    pub(super) missed: Vec<Missed>,
    /// Those who return, with the first day on which they are there.
    pub(super) returned: Vec<(usize, Option<Date>)>,
    /// Seconds done of each task, and what handing it over takes.
    pub(super) done: BTreeMap<usize, u64>,
    pub(super) handover: BTreeMap<usize, HandoverCost>,
}

struct Checker<'a> {
    request: &'a ReplanRequest,
    people: BTreeMap<&'a Id, usize>,
    tasks: BTreeMap<&'a Id, usize>,
}

fn change() -> Pointer {
    Pointer::root().key("change")
}

/// Checks the change and what is known of tasks; people, tasks and assignments are checked elsewhere.
pub(super) fn check(request: &ReplanRequest) -> Result<Asked<'_>, WorkloadError> {
    let most = request.most_handovers.map_or(MOST_HANDOVERS, |most| usize::try_from(most).unwrap_or(usize::MAX));
    if most > MOST_HANDOVERS {
        return Err(WorkloadError::OutOfRange {
            path: Pointer::root().key("most_handovers"),
            found: format!("a frontier of {most} hand-overs"),
            bounds: format!("from 0 to {MOST_HANDOVERS}"),
        });
    }
    // Of two with one id the later is meant, which is refused elsewhere.
    let checker = Checker {
        request,
        people: request.people.iter().enumerate().map(|(number, worker)| (&worker.id, number)).collect(),
        tasks: request.tasks.iter().enumerate().map(|(number, task)| (&task.id, number)).collect(),
    };
    let mut asked = Asked { most, ..Asked::default() };
    checker.count()?;
    checker.leavers(&mut asked)?;
    asked.first = request.from.or_else(|| asked.leavers.iter().filter_map(|(_, from)| *from).min());
    checker.now(&mut asked)?;
    checker.grown(&mut asked)?;
    checker.returned(&mut asked)?;
    checker.missed(&mut asked)?;
    Ok(asked)
}

impl<'a> Checker<'a> {
    fn count(&self) -> Result<(), WorkloadError> {
        let change_of = &self.request.change;
        let lists = change_of.leavers.len() + change_of.grown.len() + change_of.missed.len() + change_of.returned.len();
        let count = lists + usize::from(change_of.left.is_some());
        at_most("changes", count, MOST_CHANGES, change)?;
        if change_of.left.is_none() && change_of.from.is_some() {
            let words = "a day of leaving is given, but not who leaves".to_owned();
            return Err(WorkloadError::ContradictoryFacts { path: change().key("from"), words });
        }
        if count == 0 { Err(WorkloadError::NothingChanges { path: change() }) } else { Ok(()) }
    }

    fn person(&self, id: &Id, path: Pointer) -> Result<usize, WorkloadError> {
        self.people.get(id).copied().ok_or_else(|| WorkloadError::UnknownMember { path, id: id.to_string() })
    }

    /// An unfinished task.
    fn task(&self, id: &Id, path: Pointer) -> Result<(usize, &'a Task), WorkloadError> {
        let number = self.tasks.get(id).copied();
        let found = number.and_then(|number| Some((number, self.request.tasks.get(number)?)));
        let Some((number, task)) = found else {
            return Err(WorkloadError::UnknownTask { path, id: id.to_string() });
        };
        if task.done { Err(WorkloadError::TaskFinished { path, id: id.to_string() }) } else { Ok((number, task)) }
    }

    fn leavers(&self, asked: &mut Asked<'a>) -> Result<(), WorkloadError> {
        let change_of = &self.request.change;
        let one = change_of.left.iter().map(|id| (id, change_of.from, change().key("left")));
        let more = change_of.leavers.iter().enumerate();
        let more = more.map(|(index, leaver)| (&leaver.person, leaver.from, change().key("leavers").index(index).key("person")));
        let mut known = BTreeSet::new();
        for (id, from, path) in one.chain(more) {
            self.person(id, path.clone())?;
            if !known.insert(id) {
                return Err(WorkloadError::DuplicateId { path, id: id.to_string() });
            }
            asked.leavers.push((id, from));
        }
        Ok(())
    }

    fn now(&self, asked: &mut Asked<'a>) -> Result<(), WorkloadError> {
        let mut known = BTreeSet::new();
        for (index, now) in self.request.now.iter().enumerate() {
            let path = |key: &str| Pointer::root().key("now").index(index).key(key);
            let (number, _) = self.task(&now.task, path("task"))?;
            if !known.insert(number) {
                return Err(WorkloadError::DuplicateId { path: path("task"), id: now.task.to_string() });
            }
            asked.done.insert(number, now.done_hours.seconds().unsigned_abs());
            asked.handover.extend(now.handover.map(|handover| (number, handover)));
        }
        for (index, now) in self.request.now.iter().enumerate() {
            // Growth may make room for what is done.
            let grown = self.request.change.grown.iter().filter(|grown| grown.task == now.task).find_map(|grown| grown.hours);
            let (_, task) = self.task(&now.task, Pointer::root())?;
            let whole = grown.unwrap_or(task.hours).plus(task.quality_hours.unwrap_or_default()).unwrap_or(task.hours);
            let to_come = task.sessions.iter().filter(|session| asked.first.is_none_or(|first| session.date >= first));
            let to_come: i64 = to_come.filter_map(|session| session.hours).map(Hours::seconds).sum();
            let most = whole.seconds().saturating_sub(to_come);
            if now.done_hours.seconds() > most {
                let most = Hours::from_seconds(most.max(0)).unwrap_or_default();
                return Err(WorkloadError::OutOfRange {
                    path: Pointer::root().key("now").index(index).key("done_hours"),
                    found: format!("that {} of {} are done", now.done_hours.in_words(), task.label()),
                    bounds: format!("of at most {most}: the task's hours without those of sessions to come"),
                });
            }
        }
        Ok(())
    }

    fn grown(&self, asked: &mut Asked<'a>) -> Result<(), WorkloadError> {
        let mut known = BTreeSet::new();
        for (index, grown) in self.request.change.grown.iter().enumerate() {
            let path = || change().key("grown").index(index);
            let (number, task) = self.task(&grown.task, path().key("task"))?;
            let contradiction =
                |key: &str, words: String| Err(WorkloadError::ContradictoryFacts { path: path().key(key), words });
            if grown.hours.is_none() && grown.count.is_none() {
                return Err(WorkloadError::NothingChanges { path: path() });
            }
            let need = usize::try_from(grown.need.unwrap_or(0)).unwrap_or(usize::MAX);
            if need >= task.needs.len().max(1) {
                let bounds = format!("below {}, the number of its needs", task.needs.len().max(1));
                let found = format!("the need {need} of {}", task.label());
                return Err(WorkloadError::OutOfRange { path: path().key("need"), found, bounds });
            }
            let twice = grown.hours.is_some() && !known.insert((number, None))
                || grown.count.is_some() && !known.insert((number, Some(need)));
            if twice {
                return Err(WorkloadError::DuplicateId { path: path().key("task"), id: grown.task.to_string() });
            }
            let Some(count) = grown.count else { continue };
            if !task.share.is_empty() {
                let words = format!(
                    "the hours of {} are shared by those whom it names, so that no count says who they are",
                    task.label()
                );
                return contradiction("count", words);
            }
            if task.needs.is_empty() && task.mode == TaskMode::Together {
                return contradiction("count", format!("{} is for everybody, so that no count says who has it", task.label()));
            }
            let before = task.needs.get(need).map_or(1, |need| need.count);
            if count < before {
                let words = format!(
                    "{} asked for {before} people there and would ask for {count}, so that somebody had to leave it",
                    task.label()
                );
                return contradiction("count", words);
            }
        }
        for (index, grown) in self.request.change.grown.iter().enumerate() {
            let (number, task) = self.task(&grown.task, change().key("grown").index(index).key("task"))?;
            let done = asked.done.get(&number).copied().unwrap_or_default();
            let to_come = task.sessions.iter().filter_map(|session| session.hours).map(|hours| hours.seconds().unsigned_abs());
            let quality = task.quality_hours.map_or(0, |hours| hours.seconds().unsigned_abs());
            let least = to_come.sum::<u64>().max(done).saturating_sub(quality);
            if let Some(hours) = grown.hours.filter(|hours| hours.seconds().unsigned_abs() < least) {
                let least = Hours::of_seconds(least).unwrap_or_default();
                return Err(WorkloadError::OutOfRange {
                    path: change().key("grown").index(index).key("hours"),
                    found: hours.to_string(),
                    bounds: format!("of at least {least}, as so many are done or are those of sessions"),
                });
            }
            asked.grown.push((number, grown));
        }
        Ok(())
    }

    fn returned(&self, asked: &mut Asked<'a>) -> Result<(), WorkloadError> {
        for (index, returned) in self.request.change.returned.iter().enumerate() {
            let path = || change().key("returned").index(index).key("person");
            let person = self.person(&returned.person, path())?;
            if asked.returned.iter().any(|(other, _)| *other == person) {
                return Err(WorkloadError::DuplicateId { path: path(), id: returned.person.to_string() });
            }
            if asked.leavers.iter().any(|(leaver, _)| **leaver == returned.person) {
                let words = format!("\"{}\" leaves and returns at once", returned.person);
                return Err(WorkloadError::ContradictoryFacts { path: path(), words });
            }
            asked.returned.push((person, returned.from));
        }
        Ok(())
    }

    fn missed(&self, asked: &mut Asked<'a>) -> Result<(), WorkloadError> {
        let mut known = BTreeSet::new();
        for (index, missed) in self.request.change.missed.iter().enumerate() {
            let path = |key: &str| change().key("missed").index(index).key(key);
            let person = self.person(&missed.person, path("person"))?;
            let (number, task) = self.task(&missed.task, path("task"))?;
            let theirs = self.request.assignments.iter().any(|had| had.task == task.id && had.people.contains(&missed.person));
            if !theirs {
                let (id, task) = (missed.person.to_string(), task.id.to_string());
                return Err(WorkloadError::NotTheirs { path: path("task"), id, task });
            }
            let sessions = || task.sessions.iter().filter(|session| session.date == missed.date);
            if sessions().next().is_none() {
                let (task, day) = (task.id.to_string(), missed.date.in_words());
                return Err(WorkloadError::NoSession { path: path("date"), task, day });
            }
            if let Some(first) = asked.first.filter(|first| missed.date < *first) {
                let detail = format!(
                    "the session is on {}, before the first day of the plan ({})",
                    missed.date.in_words(),
                    first.in_words()
                );
                return Err(WorkloadError::DatesReversed { path: path("date"), detail });
            }
            if !known.insert((person, number, missed.date)) {
                return Err(WorkloadError::DuplicateId { path: path("task"), id: missed.task.to_string() });
            }
            let leaves = asked.leavers.iter().find(|(leaver, _)| **leaver == missed.person);
            if leaves.is_some_and(|(_, from)| from.is_none_or(|from| missed.date >= from)) {
                let words =
                    format!("\"{}\" leaves before that session, so that whoever takes the task over comes to it", missed.person);
                return Err(WorkloadError::ContradictoryFacts { path: path("person"), words });
            }
            let of_session: Vec<Hours> = sessions().filter_map(|session| session.hours).collect();
            let most =
                if of_session.is_empty() { self.left_of(asked, number, task) } else { Hours::sum(of_session.iter().copied()) };
            let most = most.unwrap_or_default();
            if let Some(hours) = missed.hours.filter(|hours| *hours > most) {
                let bounds = format!("of at most {most}, which the session takes or the task has left");
                return Err(WorkloadError::OutOfRange { path: path("hours"), found: hours.to_string(), bounds });
            }
            let hours = missed.hours.or_else(|| (!of_session.is_empty()).then_some(most));
            let alone = task.share.is_empty()
                && match task.needs.as_slice() {
                    [] => task.mode == TaskMode::One,
                    [need] => need.count == 1,
                    _ => false,
                };
            let grows = asked.grown.iter().any(|(grown, more)| *grown == number && more.count.is_some_and(|count| count > 1));
            asked.missed.push(Missed {
                person,
                task: number,
                date: missed.date,
                hours,
                by: missed.taken_on_by,
                alone: alone && !grows,
            });
        }
        Ok(())
    }

    /// The hours of a task that are neither done, nor those of sessions to come, nor taken on by others.
    fn left_of(&self, asked: &Asked, number: usize, task: &Task) -> Result<Hours, crate::error::UnitError> {
        let grown = asked.grown.iter().filter(|(grown, _)| *grown == number).find_map(|(_, grown)| grown.hours);
        let whole = grown.unwrap_or(task.hours).plus(task.quality_hours.unwrap_or_default())?;
        let to_come = task.sessions.iter().filter(|session| asked.first.is_none_or(|first| session.date >= first));
        let to_come: i64 = to_come.filter_map(|session| session.hours).map(Hours::seconds).sum();
        let done = asked.done.get(&number).copied().unwrap_or_default();
        let taken: i64 = asked
            .missed
            .iter()
            .filter(|missed| missed.task == number)
            .filter_map(|missed| missed.hours)
            .map(Hours::seconds)
            .sum();
        let left = whole.seconds() - to_come - taken - i64::try_from(done).unwrap_or(i64::MAX);
        Hours::from_seconds(left.max(0))
    }
}
