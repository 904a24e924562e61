//! The work of a project: who does what, against what each agreed to give, and who takes over from somebody who left.

use serde::Serialize;

use super::project::Project;
use crate::error::{ErrorReport, WorkloadError};
use crate::group::Person;
use crate::unit::{Id, Ratio};
use crate::workload::{
    Assignment, ReplanAnswer, ReplanRequest, SplitAnswer, SplitRequest, Task, WorkChange, Worker, replan, split,
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
    /// People whose hours nobody has asked about: they are given no task here.
    pub hours_unknown: Vec<Id>,
    /// The largest part of what they agreed to give that anybody has; absent if nothing is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fullest: Option<Ratio>,
}

/// Works out the work.
pub(super) fn work(project: &Project) -> Result<WorkReview, ErrorReport> {
    let there: Vec<&Person> = project.people.iter().filter(|person| person.is_there(project.as_at)).collect();
    let hours_unknown: Vec<Id> =
        there.iter().filter(|person| person.capacity.is_none()).map(|person| person.id.clone()).collect();
    let able: Vec<Worker> = there.iter().filter(|person| person.capacity.is_some()).map(|person| Worker::from(*person)).collect();
    if project.tasks.is_empty() || able.is_empty() {
        return Ok(WorkReview { takeovers: Vec::new(), split: None, hours_unknown, fullest: None });
    }
    let tasks = &project.tasks;
    let staying = |id: &Id| able.iter().any(|worker| worker.id == *id);
    let keep = only(&project.assignments, staying);
    let pointing = |error: WorkloadError| in_project_terms(error.into(), project, &able);
    let share = |keep: Vec<Assignment>| {
        split(&SplitRequest { people: able.clone(), tasks: tasks.clone(), keep, seed: None }).map_err(pointing)
    };
    // All that nobody has any more is shared out at once; what a leaver had then goes where the plan without hand-overs says, which is
    // as fair.
    let mut settled = share(keep.clone())?;
    let mut takeovers = Vec::new();
    for leaver in leavers(project) {
        let finished = keep.iter().filter(|assignment| !unfinished(tasks, &assignment.task));
        let held: Vec<Assignment> = settled.assignments.iter().chain(finished.clone()).cloned().collect();
        let plan = take_over(project, leaver, &able, &held)?;
        if let Some(first) = plan.frontier.first() {
            settled = share(finished.chain(&first.assignments).cloned().collect())?;
        }
        takeovers.push(plan);
    }
    let fullest = settled.people.iter().filter_map(|load| load.of_capacity).max();
    Ok(WorkReview { takeovers, split: Some(settled), hours_unknown, fullest })
}

/// Those who left unfinished tasks.
fn leavers(project: &Project) -> Vec<&Person> {
    let holds = |person: &Person, assignment: &Assignment| {
        assignment.people.contains(&person.id) && unfinished(&project.tasks, &assignment.task)
    };
    let gone = project.people.iter().filter(|person| person.left.is_some() && !person.is_there(project.as_at));
    gone.filter(|person| project.assignments.iter().any(|assignment| holds(person, assignment))).collect()
}

/// Who takes over from one person, given who has everything else.
fn take_over(project: &Project, leaver: &Person, able: &[Worker], held: &[Assignment]) -> Result<ReplanAnswer, ErrorReport> {
    let had = only(&project.assignments, |id| *id == leaver.id);
    let is_theirs = |task: &Id| had.iter().any(|assignment| assignment.task == *task);
    // Whoever shares a task with the leaver keeps the part they had.
    let shared = project.assignments.iter().filter(|assignment| is_theirs(&assignment.task)).map(|assignment| Assignment {
        people: assignment
            .people
            .iter()
            .filter(|id| **id == leaver.id || able.iter().any(|worker| worker.id == **id))
            .cloned()
            .collect(),
        ..assignment.clone()
    });
    let others = held.iter().filter(|assignment| !is_theirs(&assignment.task)).cloned();
    let request = ReplanRequest {
        people: able.iter().cloned().chain([Worker::from(leaver)]).collect(),
        tasks: project.tasks.clone(),
        assignments: others.chain(shared).collect(),
        change: WorkChange { left: leaver.id.clone(), from: leaver.left },
    };
    replan(&request).map_err(|error| in_project_terms(error.into(), project, &request.people))
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

/// An error that points at the people asked about, in the terms of the project's own list.
fn in_project_terms(report: ErrorReport, project: &Project, asked: &[Worker]) -> ErrorReport {
    let mut parts: Vec<String> = report.path.split('/').map(str::to_owned).collect();
    match parts.get_mut(1) {
        Some(list) if list == "keep" => "assignments".clone_into(list),
        Some(list) if list == "people" => {
            let asked = parts.get(2).and_then(|number| number.parse::<usize>().ok()).and_then(|number| asked.get(number));
            let number = asked.and_then(|worker| project.people.iter().position(|person| person.id == worker.id));
            if let (Some(number), Some(part)) = (number, parts.get_mut(2)) {
                *part = number.to_string();
            }
        }
        _ => {}
    }
    ErrorReport { path: parts.join("/"), ..report }
}

fn unfinished(tasks: &[Task], id: &Id) -> bool {
    tasks.iter().any(|task| task.id == *id && !task.done)
}
