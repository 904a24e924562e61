//! What a request speaks of: tasks, skills and burdens by name; and whether all that people say of themselves refers to something.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{MOST_AWAY, MOST_BURDEN, MOST_PREFERENCES, MOST_SUPPORT, MOST_WORDS, Task};
use crate::error::{Pointer, WorkloadError};
use crate::group::{Person, letters_beyond};
use crate::unit::{Id, Ratio};

/// The number of each task by its id. Nothing depends on their order here.
pub(super) type TaskNumbers<'a> = HashMap<&'a Id, usize>;

/// The names in a request.
pub(super) struct Known<'a> {
    /// The number of each task.
    pub(super) tasks: TaskNumbers<'a>,
    skills: HashSet<&'a Id>,
    burdens: HashSet<&'a Id>,
    people: HashSet<&'a Id>,
}

impl<'a> Known<'a> {
    /// The names in these people and tasks. Of two tasks with one id the later is meant, which is refused elsewhere.
    pub(super) fn new(people: &'a [Person], tasks: &'a [Task]) -> Self {
        let asked = tasks.iter().flat_map(|task| &task.needs).filter_map(|need| need.skill.as_ref());
        Self {
            tasks: tasks.iter().enumerate().map(|(number, task)| (&task.id, number)).collect(),
            skills: people.iter().flat_map(|worker| &worker.skills).chain(asked).collect(),
            burdens: tasks.iter().flat_map(|task| &task.burdens).collect(),
            people: people.iter().map(|worker| &worker.id).collect(),
        }
    }

    /// Whether a task is marked with `word`.
    pub(super) fn is_burden(&self, word: &Id) -> bool {
        self.burdens.contains(word)
    }

    /// Whether somebody has the skill `word`, or a task asks for it.
    pub(super) fn is_skill(&self, word: &Id) -> bool {
        self.skills.contains(word)
    }

    fn is_task_or_skill(&self, id: &Id) -> bool {
        self.tasks.contains_key(id) || self.is_skill(id)
    }

    /// Checks what the people, who stand at `/people`, say of preferences, burdens, days away, support and what they avoid.
    pub(super) fn check(&self, people: &[Person]) -> Result<(), WorkloadError> {
        for (number, worker) in people.iter().enumerate() {
            let path = Pointer::root().key("people").index(number);
            self.preferences(worker, &path)?;
            self.avoided(worker, &path)?;
            self.support(worker, &path)?;
            burdens(worker, &path)?;
            days(worker, &path)?;
        }
        Ok(())
    }

    fn preferences(&self, worker: &Person, path: &Pointer) -> Result<(), WorkloadError> {
        let path = || path.key("prefers");
        if worker.prefers.len() > MOST_PREFERENCES {
            let (count, limit) = (worker.prefers.len(), MOST_PREFERENCES);
            return Err(WorkloadError::TooManyPreferences { path: path(), count, limit });
        }
        if let Some((rank, id)) = worker.prefers.iter().enumerate().find(|(_, id)| !self.is_task_or_skill(id)) {
            return Err(WorkloadError::UnknownPreference { path: path().index(rank), id: id.to_string() });
        }
        once(&worker.prefers, path)
    }

    fn avoided(&self, worker: &Person, path: &Pointer) -> Result<(), WorkloadError> {
        let path = || path.key("avoids");
        at_most("things to avoid", worker.avoids.len(), MOST_WORDS, path)?;
        if let Some((rank, id)) =
            worker.avoids.iter().enumerate().find(|(_, id)| !self.is_task_or_skill(id) && !self.is_burden(id))
        {
            return Err(WorkloadError::UnknownWork { path: path().index(rank), id: id.to_string() });
        }
        once(&worker.avoids, path)
    }

    fn support(&self, worker: &Person, path: &Pointer) -> Result<(), WorkloadError> {
        let path = || path.key("support");
        at_most("kinds of support", worker.support.len(), MOST_SUPPORT, path)?;
        for (index, support) in worker.support.iter().enumerate() {
            let path = |key: &str| path().index(index).key(key);
            if support.by == worker.id {
                return Err(WorkloadError::SupportUnclear { path: path("by"), detail: "nobody is their own support" });
            }
            if !self.people.contains(&support.by) {
                return Err(WorkloadError::UnknownMember { path: path("by"), id: support.by.to_string() });
            }
            if let Some(id) = support.task.as_ref().filter(|id| !self.tasks.contains_key(id)) {
                return Err(WorkloadError::UnknownTask { path: path("task"), id: id.to_string() });
            }
            if support.task.is_some() && support.skill.is_some() {
                let detail = "this support is beside a task and beside a skill";
                return Err(WorkloadError::SupportUnclear { path: path("skill"), detail });
            }
            if let Some(id) = support.skill.as_ref().filter(|id| !self.is_skill(id)) {
                return Err(WorkloadError::UnknownWork { path: path("skill"), id: id.to_string() });
            }
        }
        Ok(())
    }
}

fn burdens(worker: &Person, path: &Pointer) -> Result<(), WorkloadError> {
    let path = || path.key("burdens");
    at_most("burdens", worker.burdens.len(), MOST_WORDS, path)?;
    worker.burdens.iter().try_for_each(|(word, factor)| factor_in_range(*factor, || path().key(word.as_str())))
}

/// Refuses a factor for a burden that is below 0 or too fine.
pub(super) fn factor_in_range(factor: Ratio, path: impl Fn() -> Pointer) -> Result<(), WorkloadError> {
    if factor.is_negative() || factor.numer() > MOST_BURDEN || factor.denom() > MOST_BURDEN {
        let bounds = format!("from 0, with neither part of the fraction above {MOST_BURDEN}");
        return Err(WorkloadError::OutOfRange { path: path(), found: factor.to_string(), bounds });
    }
    Ok(())
}

fn days(worker: &Person, path: &Pointer) -> Result<(), WorkloadError> {
    at_most("times away", worker.unavailable.len(), MOST_AWAY, || path.key("unavailable"))?;
    for (index, away) in worker.unavailable.iter().enumerate() {
        if away.last() < away.from {
            let detail = format!("{} is before {}", away.last().in_words(), away.from.in_words());
            let path = path.key("unavailable").index(index).key("to");
            return Err(WorkloadError::DatesReversed { path, detail });
        }
    }
    if let Some(hours) = worker.hours_a_day.filter(|hours| hours.seconds() > 24 * 3600) {
        let bounds = "from 0 to 24".to_owned();
        return Err(WorkloadError::OutOfRange { path: path.key("hours_a_day"), found: hours.to_string(), bounds });
    }
    Ok(())
}

/// Refuses more than `limit` entries.
pub(super) fn at_most(what: &'static str, count: usize, limit: usize, path: impl Fn() -> Pointer) -> Result<(), WorkloadError> {
    if count > limit { Err(WorkloadError::TooMany { path: path(), what, count, limit }) } else { Ok(()) }
}

/// Refuses a name or a title with more than `most` letters: answers say it wherever they speak of whom or what it names.
pub(super) fn short_enough(what: &str, text: Option<&str>, most: usize, path: impl Fn() -> Pointer) -> Result<(), WorkloadError> {
    match letters_beyond(text, most) {
        Some(count) => {
            let detail = format!("this {what} has {count} letters, and {most} is the most");
            Err(WorkloadError::InvalidText { path: path(), detail })
        }
        None => Ok(()),
    }
}

/// Refuses a name that stands twice.
pub(super) fn once(names: &[Id], path: impl Fn() -> Pointer) -> Result<(), WorkloadError> {
    let mut known = BTreeSet::new();
    match names.iter().enumerate().find(|(_, id)| !known.insert(*id)) {
        Some((index, id)) => Err(WorkloadError::DuplicateId { path: path().index(index), id: id.to_string() }),
        None => Ok(()),
    }
}
