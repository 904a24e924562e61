//! The work of a project: who does what, against what each agreed to give, and who takes over from somebody who left.

use std::collections::BTreeSet;

use serde::Serialize;

use super::project::Project;
use crate::error::{ErrorReport, WorkloadError};
use crate::group::Person;
use crate::unit::{Id, Ratio};
use crate::workload::{
    Assignment, LeavingPerson, ReplanAnswer, ReplanRequest, SplitAnswer, SplitRequest, Task, UnfilledNeed, UnmetSupport,
    WorkChange, replan, split,
};

/// The work of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkReview {
    /// Who takes over from each person who left unfinished tasks, with the choices. The first plan of each frontier, which asks
    /// nobody who stays to hand anything over, is part of `split`.
    pub takeovers: Vec<ReplanAnswer>,
    /// Who has what, with the tasks that nobody had shared out fairly; absent without tasks, or if nobody's hours are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<SplitAnswer>,
    /// Support beside tasks that people were to have from somebody who is no longer there, and nobody gives now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmet_support: Vec<UnmetSupport>,
    /// People whose hours nobody has asked about: they keep what they have and are given no more.
    pub hours_unknown: Vec<Id>,
    /// The largest part of what they agreed to give that anybody has; absent if nothing is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fullest: Option<Ratio>,
    /// What was taken as so because the project does not say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumes: Vec<String>,
}

/// Works out the work.
pub(super) fn work(project: &Project) -> Result<WorkReview, ErrorReport> {
    let there: Vec<&Person> = project.people.iter().filter(|person| person.is_there(project.as_at)).collect();
    let unknown: Vec<&Person> = there.iter().copied().filter(|person| person.capacity.is_none()).collect();
    let hours_unknown: Vec<Id> = unknown.iter().map(|person| person.id.clone()).collect();
    let able: Vec<&Person> = there.iter().copied().filter(|person| person.capacity.is_some()).collect();
    if project.tasks.is_empty() || able.is_empty() {
        let (takeovers, unmet_support, assumes) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(WorkReview { takeovers, split: None, unmet_support, hours_unknown, fullest: None, assumes });
    }
    let helpers: BTreeSet<&Id> = able.iter().flat_map(|person| &person.support).map(|support| &support.by).collect();
    let gone = |person: &&Person| person.left.is_some() && !person.is_there(project.as_at) && helpers.contains(&person.id);
    let helpers_gone: Vec<&Person> = project.people.iter().filter(gone).collect();
    let plan = Plan { project, tasks: settled_tasks(project, &hours_unknown), able, helpers_gone };
    let (takeovers, split) = plan.make()?;
    let unmet_support = plan.unmet(&split)?;
    let fullest = split.people.iter().filter_map(|load| load.of_capacity).max();
    let assumes = plan.assumes();
    Ok(WorkReview { takeovers, split: Some(split), unmet_support, hours_unknown, fullest, assumes })
}

/// The people with that part of the support they need that somebody of `by` gives.
fn supported_by(people: &[&Person], by: &BTreeSet<&Id>) -> Vec<Person> {
    let here = |person: &&Person| {
        let support = person.support.iter().filter(|support| by.contains(&support.by)).cloned().collect();
        Person { support, ..(*person).clone() }
    };
    people.iter().map(here).collect()
}

/// The tasks, with those marked as settled that somebody has whose hours nobody has asked about.
fn settled_tasks(project: &Project, hours_unknown: &[Id]) -> Vec<Task> {
    let settled = |task: &Task| {
        let held = project.assignments.iter().filter(|assignment| assignment.task == task.id);
        held.flat_map(|assignment| &assignment.people).any(|id| hours_unknown.contains(id))
    };
    project.tasks.iter().map(|task| Task { done: task.done || settled(task), ..task.clone() }).collect()
}

struct Plan<'a> {
    project: &'a Project,
    /// Those who are there and said how many hours they give.
    able: Vec<&'a Person>,
    /// Those whose help somebody of them needs and who are no longer there.
    helpers_gone: Vec<&'a Person>,
    tasks: Vec<Task>,
}

impl Plan<'_> {
    /// All that nobody has any more is shared out at once; what a leaver had then goes where the plan without hand-overs says, which
    /// is as fair.
    fn make(&self) -> Result<(Vec<ReplanAnswer>, SplitAnswer), ErrorReport> {
        let staying = |id: &Id| self.able.iter().any(|worker| worker.id == *id);
        let keep = only(&self.project.assignments, staying);
        let finished: Vec<Assignment> = keep.iter().filter(|assignment| !self.is_open(&assignment.task)).cloned().collect();
        let mut nobodys: Vec<UnfilledNeed> = Vec::new();
        let mut split = self.share(keep, &nobodys)?;
        let mut takeovers = Vec::new();
        for leaver in self.leavers() {
            let held: Vec<Assignment> = split.assignments.iter().chain(&finished).cloned().collect();
            let plan = self.take_over(leaver, &held)?;
            if let Some(first) = plan.frontier.first() {
                // A split at the end would give it to somebody who has no days for it before it is due.
                let has = |task: &Id| first.assignments.iter().any(|assignment| assignment.task == *task);
                nobodys.extend(first.unfilled.iter().filter(|need| !has(&need.task)).cloned());
                split = self.share(finished.iter().chain(&first.assignments).cloned().collect(), &nobodys)?;
            }
            takeovers.push(plan);
        }
        Ok((takeovers, split))
    }

    /// A review looks at a project as it stands, with tasks that may be late, and how much of each is done already is not known: so no days are
    /// counted here. What is `nobodys` stays so.
    fn share(&self, keep: Vec<Assignment>, nobodys: &[UnfilledNeed]) -> Result<SplitAnswer, ErrorReport> {
        let by = self.able.iter().map(|person| &person.id).collect();
        let people = supported_by(&self.able, &by);
        let people: Vec<Person> = people.into_iter().map(|person| Person { hours_a_day: None, ..person }).collect();
        let left = |task: &Task| nobodys.iter().any(|need| need.task == task.id);
        let tasks = self.tasks.iter().map(|task| Task { done: task.done || left(task), ..task.clone() }).collect();
        let request = SplitRequest { people, tasks, keep, ..SplitRequest::default() };
        let mut answer = split(&request).map_err(|error| self.in_project_terms(error, &request.people, &request.keep))?;
        answer.unfilled.extend(nobodys.iter().cloned());
        answer.unfilled.sort_by_key(|need| self.tasks.iter().position(|task| task.id == need.task));
        Ok(answer)
    }

    /// Those who left unfinished tasks.
    fn leavers(&self) -> Vec<&Person> {
        let holds =
            |person: &Person, assignment: &Assignment| assignment.people.contains(&person.id) && self.is_open(&assignment.task);
        let project = self.project;
        let gone = project.people.iter().filter(|person| person.left.is_some() && !person.is_there(project.as_at));
        gone.filter(|person| project.assignments.iter().any(|assignment| holds(person, assignment))).collect()
    }

    /// Who takes over from one person, given who has everything else.
    fn take_over(&self, leaver: &Person, held: &[Assignment]) -> Result<ReplanAnswer, ErrorReport> {
        let had = only(&self.project.assignments, |id| *id == leaver.id);
        let is_theirs = |task: &Id| had.iter().any(|assignment| assignment.task == *task);
        // Whoever shares a task with the leaver keeps the part they had.
        let sharing = |id: &Id| *id == leaver.id || self.able.iter().any(|worker| worker.id == *id);
        let shared = only(&self.project.assignments, sharing).into_iter().filter(|assignment| is_theirs(&assignment.task));
        let others = held.iter().filter(|assignment| !is_theirs(&assignment.task)).cloned();
        let leavers: Vec<&Person> =
            [leaver].into_iter().chain(self.helpers_gone.iter().copied().filter(|helper| helper.id != leaver.id)).collect();
        self.without(&leavers, others.chain(shared).collect(), 2)
    }

    /// Support that is missing beside what everybody has in the end.
    fn unmet(&self, split: &SplitAnswer) -> Result<Vec<UnmetSupport>, ErrorReport> {
        if self.helpers_gone.is_empty() {
            return Ok(Vec::new());
        }
        let mut plan = self.without(&self.helpers_gone, split.assignments.clone(), 0)?;
        Ok(if plan.frontier.is_empty() { Vec::new() } else { plan.frontier.swap_remove(0).unmet_support })
    }

    /// How it goes on without `leavers`, the first of whom may have had something.
    fn without(
        &self,
        leavers: &[&Person],
        assignments: Vec<Assignment>,
        most_handovers: u32,
    ) -> Result<ReplanAnswer, ErrorReport> {
        let by = self.able.iter().chain(leavers).map(|person| &person.id).collect();
        let gone = leavers.iter().map(|leaver| Person { support: Vec::new(), ..(*leaver).clone() });
        let mut change = WorkChange::default();
        if let [first, others @ ..] = leavers {
            (change.left, change.from) = (Some(first.id.clone()), first.left);
            let leaving = |other: &&Person| LeavingPerson { person: other.id.clone(), from: other.left };
            change.leavers = others.iter().map(leaving).collect();
        }
        let request = ReplanRequest {
            people: supported_by(&self.able, &by).into_iter().chain(gone).collect(),
            tasks: self.tasks.clone(),
            assignments,
            from: self.project.as_at.max(change.from),
            change,
            most_handovers: Some(most_handovers),
            ..ReplanRequest::default()
        };
        replan(&request).map_err(|error| self.in_project_terms(error, &request.people, &request.assignments))
    }

    /// An error about what was asked, in the terms of the project's own lists.
    fn in_project_terms(&self, error: WorkloadError, people: &[Person], assignments: &[Assignment]) -> ErrorReport {
        let report = ErrorReport::from(error);
        let mut parts: Vec<String> = report.path.split('/').map(str::to_owned).collect();
        let number = parts.get(2).and_then(|number| number.parse::<usize>().ok());
        let there = match (parts.get(1).map(String::as_str), number) {
            (Some("people"), Some(number)) => people
                .get(number)
                .and_then(|worker| self.project.people.iter().position(|person| person.id == worker.id))
                .map(|number| ("people", number)),
            (Some("keep" | "assignments"), Some(number)) => assignments
                .get(number)
                .and_then(|asked| self.project.assignments.iter().position(|assignment| assignment.task == asked.task))
                .map(|number| ("assignments", number)),
            _ => None,
        };
        if let Some((list, number)) = there {
            parts.splice(1..3, [list.to_owned(), number.to_string()]);
        }
        ErrorReport { path: parts.join("/"), ..report }
    }

    /// Help that is not counted, as it is not known whether there are hours for it.
    fn assumes(&self) -> Vec<String> {
        let mut all = Vec::new();
        for person in &self.able {
            for support in &person.support {
                let counted = self.able.iter().chain(&self.helpers_gone).any(|helper| helper.id == support.by);
                let words = format!(
                    "support that {} needs from {} is not counted: it is not known how many hours they can give",
                    person.label(),
                    self.project.label(&support.by)
                );
                if !counted && !all.contains(&words) {
                    all.push(words);
                }
            }
        }
        all
    }

    fn is_open(&self, id: &Id) -> bool {
        self.tasks.iter().any(|task| task.id == *id && !task.done)
    }
}

/// The parts of assignments that these people have.
fn only(assignments: &[Assignment], of: impl Fn(&Id) -> bool) -> Vec<Assignment> {
    assignments
        .iter()
        .map(|assignment| Assignment {
            task: assignment.task.clone(),
            people: assignment.people.iter().filter(|id| of(id)).cloned().collect(),
        })
        .filter(|assignment| !assignment.people.is_empty())
        .collect()
}
