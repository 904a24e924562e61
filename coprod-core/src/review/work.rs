//! The work of a project: who does what, against what each agreed to give, and who takes over from somebody who left.

use serde::Serialize;

use super::project::Project;
use crate::error::{ErrorReport, WorkloadError};
use crate::group::Person;
use crate::unit::{Id, Ratio};
use crate::workload::{Assignment, ReplanAnswer, ReplanRequest, SplitAnswer, SplitRequest, Task, WorkChange, replan, split};

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
    /// People whose hours nobody has asked about: they keep what they have and are given no more.
    pub hours_unknown: Vec<Id>,
    /// The largest part of what they agreed to give that anybody has; absent if nothing is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fullest: Option<Ratio>,
}

/// Works out the work.
pub(super) fn work(project: &Project) -> Result<WorkReview, ErrorReport> {
    let there: Vec<&Person> = project.people.iter().filter(|person| person.is_there(project.as_at)).collect();
    let unknown: Vec<&Person> = there.iter().copied().filter(|person| person.capacity.is_none()).collect();
    let hours_unknown: Vec<Id> = unknown.iter().map(|person| person.id.clone()).collect();
    let able: Vec<Person> = there.iter().filter(|person| person.capacity.is_some()).map(|person| as_they_stand(person)).collect();
    let able = supported_here(able);
    if project.tasks.is_empty() || able.is_empty() {
        return Ok(WorkReview { takeovers: Vec::new(), split: None, hours_unknown, fullest: None });
    }
    let plan = Plan { project, able, tasks: settled_tasks(project, &hours_unknown) };
    let (takeovers, split) = plan.make()?;
    let fullest = split.people.iter().filter_map(|load| load.of_capacity).max();
    Ok(WorkReview { takeovers, split: Some(split), hours_unknown, fullest })
}

/// The person without what a review does not count: it looks at a project as it stands, with tasks that may be late, and how much of each is
/// done already is not known.
fn as_they_stand(person: &Person) -> Person {
    Person { hours_a_day: None, ..person.clone() }
}

/// The people without the support of those who are not there.
fn supported_here(people: Vec<Person>) -> Vec<Person> {
    let there: std::collections::BTreeSet<Id> = people.iter().map(|person| person.id.clone()).collect();
    let here = |person: Person| {
        let support = person.support.iter().filter(|support| there.contains(&support.by)).cloned().collect();
        Person { support, ..person }
    };
    people.into_iter().map(here).collect()
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
    able: Vec<Person>,
    tasks: Vec<Task>,
}

impl Plan<'_> {
    /// All that nobody has any more is shared out at once; what a leaver had then goes where the plan without hand-overs says, which
    /// is as fair.
    fn make(&self) -> Result<(Vec<ReplanAnswer>, SplitAnswer), ErrorReport> {
        let staying = |id: &Id| self.able.iter().any(|worker| worker.id == *id);
        let keep = only(&self.project.assignments, staying);
        let finished: Vec<Assignment> = keep.iter().filter(|assignment| !self.is_open(&assignment.task)).cloned().collect();
        let mut split = self.share(keep)?;
        let mut takeovers = Vec::new();
        for leaver in self.leavers() {
            let held: Vec<Assignment> = split.assignments.iter().chain(&finished).cloned().collect();
            let plan = self.take_over(leaver, &held)?;
            if let Some(first) = plan.frontier.first() {
                split = self.share(finished.iter().chain(&first.assignments).cloned().collect())?;
            }
            takeovers.push(plan);
        }
        Ok((takeovers, split))
    }

    fn share(&self, keep: Vec<Assignment>) -> Result<SplitAnswer, ErrorReport> {
        let request = SplitRequest { people: self.able.clone(), tasks: self.tasks.clone(), keep, ..SplitRequest::default() };
        split(&request).map_err(|error| self.in_project_terms(error, &request.people, &request.keep))
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
        let request = ReplanRequest {
            people: self.able.iter().cloned().chain([Person { support: Vec::new(), ..leaver.clone() }]).collect(),
            tasks: self.tasks.clone(),
            assignments: others.chain(shared).collect(),
            change: WorkChange { left: Some(leaver.id.clone()), from: leaver.left, ..WorkChange::default() },
            most_handovers: Some(2),
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
