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
    /// nobody to hand anything over, is the one that `split` goes on from.
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
    let able: Vec<Worker> = there.iter().filter(|person| person.capacity.is_some()).map(|person| worker(person)).collect();
    if project.tasks.is_empty() || able.is_empty() {
        return Ok(WorkReview { takeovers: Vec::new(), split: None, hours_unknown, fullest: None });
    }
    let (takeovers, keep) = takeovers(project, &able)?;
    let pointing = |error: WorkloadError| in_project_terms(error.into(), project, &able);
    let request = SplitRequest { people: able.clone(), tasks: project.tasks.clone(), keep, seed: None };
    let split = split(&request).map_err(pointing)?;
    let fullest = split.people.iter().filter_map(|load| load.of_capacity).max();
    Ok(WorkReview { takeovers, split: Some(split), hours_unknown, fullest })
}

/// Hands over the tasks of everybody who left, one person after another, and says who has what then.
fn takeovers(project: &Project, able: &[Worker]) -> Result<(Vec<ReplanAnswer>, Vec<Assignment>), ErrorReport> {
    let gone = project.people.iter().filter(|person| !person.is_there(project.as_at) && person.left.is_some());
    let mut assignments = project.assignments.clone();
    let mut plans = Vec::new();
    for leaver in gone {
        let holds =
            |assignment: &Assignment| assignment.people.contains(&leaver.id) && unfinished(&project.tasks, &assignment.task);
        if assignments.iter().any(holds) {
            let mut people = able.to_vec();
            people.push(worker(leaver));
            let change = WorkChange { left: leaver.id.clone(), from: leaver.left };
            let request = ReplanRequest { people, tasks: project.tasks.clone(), assignments: assignments.clone(), change };
            let plan = replan(&request).map_err(|error| in_project_terms(error.into(), project, &request.people))?;
            if let Some(first) = plan.frontier.first() {
                let finished = assignments.iter().filter(|assignment| !unfinished(&project.tasks, &assignment.task));
                assignments = finished.chain(&first.assignments).cloned().collect();
            }
            plans.push(plan);
        }
    }
    let known = |id: &Id| able.iter().any(|worker| worker.id == *id);
    let keep = assignments
        .into_iter()
        .map(|assignment| Assignment { people: assignment.people.into_iter().filter(known).collect(), ..assignment })
        .filter(|assignment| !assignment.people.is_empty())
        .collect();
    Ok((plans, keep))
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

fn worker(person: &Person) -> Worker {
    Worker {
        id: person.id.clone(),
        name: person.name.clone(),
        constituency: person.constituency.clone(),
        capacity: person.capacity,
        hard_cap: person.hard_cap,
        skills: person.skills.clone(),
        roles: person.roles.clone(),
        experience: person.experience.clone(),
        prefers: person.prefers.clone(),
        burden: person.burden,
    }
}
