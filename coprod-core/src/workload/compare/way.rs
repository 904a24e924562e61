//! One way to organise the work: the tasks as they are then, with what it costs to coordinate them.

use std::collections::{BTreeMap, BTreeSet};

use super::{CoordinationCost, CoordinationEach, MOST_COORDINATION, MOST_WAYS, WaysRequest, WorkWay};
use crate::error::{Pointer, WorkloadError};
use crate::unit::{Hours, Id, IdMap};
use crate::workload::board::Board;
use crate::workload::known::{at_most, once, short_enough};
use crate::workload::resilience::Joint;
use crate::workload::solve::Set;
use crate::workload::{MOST_TITLE_LETTERS, Task, TaskMode, WorkKind};

/// A way, checked.
pub(super) struct Way<'a> {
    pub(super) asked: WorkWay,
    /// The numbers of the parts done together, with who does each.
    pub(super) together: BTreeMap<usize, BTreeSet<Id>>,
    pub(super) parts: &'a [usize],
    /// The kinds of coordination that it needs.
    pub(super) costs: Vec<&'a CoordinationCost>,
}

/// Which hours of coordination are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Least,
    Most,
}

/// The tasks of a way. Those beyond the request's are coordination.
pub(super) struct Tasks {
    pub(super) tasks: Vec<Task>,
    pub(super) joint: BTreeMap<usize, Joint>,
}

/// A task of coordination, with those who do it together if they do.
type Coordination = (Task, Option<BTreeSet<Id>>);

/// The numbers of the parts.
pub(super) fn parts(request: &WaysRequest) -> Result<Vec<usize>, WorkloadError> {
    let is_part = |task: &Task| task.part_of.as_ref() == Some(&request.whole) && !task.done && task.work == WorkKind::Ordinary;
    let parts: Vec<usize> =
        request.tasks.iter().enumerate().filter(|(_, task)| is_part(task)).map(|(number, _)| number).collect();
    if parts.is_empty() {
        let path = Pointer::root().key("whole");
        return Err(WorkloadError::UnknownPart { path, id: request.whole.to_string(), whole: "any task".to_owned() });
    }
    Ok(parts)
}

/// All ways, checked: at least two, and no two alike. `board` has the tasks as they are in the request.
pub(super) fn ways<'a>(request: &'a WaysRequest, parts: &'a [usize], board: &Board) -> Result<Vec<Way<'a>>, WorkloadError> {
    let root = Pointer::root().key("options");
    at_most("ways to organise the work", request.options.len(), MOST_WAYS, || root.clone())?;
    for (index, way) in request.options.iter().enumerate() {
        short_enough("title", way.title.as_deref(), MOST_TITLE_LETTERS, || root.index(index).key("title"))?;
    }
    let asked = if request.options.is_empty() { usual(request, parts) } else { request.options.clone() };
    let ids: Vec<Id> = asked.iter().map(|way| way.id.clone()).collect();
    if let Some((index, id)) = ids.iter().enumerate().find(|(index, id)| ids.iter().take(*index).any(|other| other == *id)) {
        return Err(WorkloadError::DuplicateId { path: root.index(index).key("id"), id: id.to_string() });
    }
    costs(request, &ids)?;
    if let [only] = asked.as_slice() {
        return Err(WorkloadError::NothingDiffers { path: root, one: only.id.to_string(), other: "nothing else".to_owned() });
    }
    let mut ways: Vec<Way> = Vec::new();
    for (index, asked) in asked.into_iter().enumerate() {
        let way = way(request, parts, board, asked, &root.index(index))?;
        if let Some(other) = ways.iter().find(|other| other.is_like(&way)) {
            let (one, other) = (way.asked.id.to_string(), other.asked.id.to_string());
            return Err(WorkloadError::NothingDiffers { path: root.index(index), one, other });
        }
        ways.push(way);
    }
    Ok(ways)
}

fn usual(request: &WaysRequest, parts: &[usize]) -> Vec<WorkWay> {
    let way = |id: &str| {
        let id = id.parse().ok()?;
        Some(WorkWay { id, title: None, together: None, people: Vec::new(), hours: IdMap::default(), without: Vec::new() })
    };
    let joint = parts.iter().filter_map(|part| request.tasks.get(*part)).filter(|task| task.mode == TaskMode::Together).count();
    let mixed = (joint > 0 && joint < parts.len()).then_some("mixed");
    ["together", "own_sections"].into_iter().chain(mixed).filter_map(way).collect()
}

/// Checks the kinds of coordination.
fn costs(request: &WaysRequest, ways: &[Id]) -> Result<(), WorkloadError> {
    let root = Pointer::root().key("coordination");
    at_most("kinds of coordination", request.coordination.len(), MOST_COORDINATION, || root.clone())?;
    for (index, cost) in request.coordination.iter().enumerate() {
        let path = || root.index(index);
        short_enough("title", cost.title.as_deref(), MOST_TITLE_LETTERS, || path().key("title"))?;
        if request.coordination.iter().take(index).any(|other| other.id == cost.id) {
            return Err(WorkloadError::DuplicateId { path: path().key("id"), id: cost.id.to_string() });
        }
        if let (least, Some(most)) = (cost.hours, cost.or_up_to)
            && least.is_none_or(|least| most < least)
        {
            return Err(WorkloadError::OutOfRange {
                path: path().key("or_up_to"),
                found: most.in_words(),
                bounds: format!("of at least \"hours\"{}", least.map_or_else(String::new, |least| format!(", {least}"))),
            });
        }
        if let Some(need) = cost.needs.iter().position(|need| need.count == 0) {
            return Err(WorkloadError::NobodyNeeded { path: path().key("needs").index(need).key("count") });
        }
        once(&cost.options, || path().key("options"))?;
        if let Some((place, id)) = cost.options.iter().enumerate().find(|(_, id)| !ways.contains(id)) {
            return Err(WorkloadError::UnknownOption { path: path().key("options").index(place), id: id.to_string() });
        }
    }
    Ok(())
}

fn way<'a>(
    request: &'a WaysRequest,
    parts: &'a [usize],
    board: &Board,
    asked: WorkWay,
    path: &Pointer,
) -> Result<Way<'a>, WorkloadError> {
    let task = |id: &Id| request.tasks.iter().position(|task| task.id == *id);
    let part = |id: &Id, path: Pointer| {
        let number = task(id).filter(|number| parts.contains(number));
        number.ok_or_else(|| WorkloadError::UnknownPart { path, id: id.to_string(), whole: request.whole.to_string() })
    };
    let joint: BTreeSet<usize> = match (&asked.together, asked.id.as_str()) {
        (Some(ids), _) => {
            once(ids, || path.key("together"))?;
            ids.iter().enumerate().map(|(index, id)| part(id, path.key("together").index(index))).collect::<Result<_, _>>()?
        }
        (None, "together") => parts.iter().copied().collect(),
        (None, "own_sections") => BTreeSet::new(),
        (None, "mixed") => {
            let says = |part: &&usize| request.tasks.get(**part).is_some_and(|task| task.mode == TaskMode::Together);
            parts.iter().filter(says).copied().collect()
        }
        (None, _) => return Err(WorkloadError::PartsUntold { path: path.key("together"), id: asked.id.to_string() }),
    };
    if asked.id.as_str() == "mixed" && (joint.is_empty() || joint.len() == parts.len()) {
        return Err(WorkloadError::PartsUntold { path: path.key("together"), id: asked.id.to_string() });
    }
    for id in asked.hours.keys() {
        let number = part(id, path.key("hours").key(id.as_str()))?;
        if !joint.contains(&number) {
            let path = path.key("hours").key(id.as_str());
            return Err(WorkloadError::UnknownPart { path, id: id.to_string(), whole: "what is done together here".to_owned() });
        }
    }
    once(&asked.without, || path.key("without"))?;
    for (index, id) in asked.without.iter().enumerate() {
        let here = || path.key("without").index(index);
        let number = task(id).ok_or_else(|| WorkloadError::UnknownTask { path: here(), id: id.to_string() })?;
        if parts.contains(&number) || request.keep.iter().any(|kept| kept.task == *id) {
            let words = format!("\"{id}\" is a part of the whole or settled, and this way leaves it out");
            return Err(WorkloadError::ContradictoryFacts { path: here(), words });
        }
    }
    once(&asked.people, || path.key("people"))?;
    let mut named = Vec::new();
    for (index, id) in asked.people.iter().enumerate() {
        named.push(board.cast.number(id, || path.key("people").index(index))?);
    }
    let mut together = BTreeMap::new();
    for number in joint {
        let Some(task) = request.tasks.get(number) else { continue };
        let seats = board.seats_of(number);
        let able = seats.iter().fold(Set::default(), |set, seat| set.or(&board.may(seat)));
        let avoiding = board.cast.avoiding_task(task, None);
        for (index, person) in named.iter().enumerate() {
            // Whoever is named need not meet a need, but must not be kept from it by anything else.
            let kept = seats.iter().all(|seat| seat.barred.has(*person) && seat.able.has(*person)) && !seats.is_empty();
            if (kept || avoiding.has(*person) || !board.cast.with_hours().has(*person)) && !able.has(*person) {
                let (id, task) = (asked.people.get(index).map(ToString::to_string), task.id.to_string());
                return Err(WorkloadError::NotEligible {
                    path: path.key("people").index(index),
                    id: id.unwrap_or_default(),
                    task,
                });
            }
        }
        let people = if named.is_empty() { able.iter().collect() } else { named.clone() };
        together.insert(number, people.iter().filter_map(|person| board.cast.id(*person)).collect());
    }
    let costs = request.coordination.iter().filter(|cost| cost.options.is_empty() || cost.options.contains(&asked.id)).collect();
    Ok(Way { asked, together, parts, costs })
}

impl Way<'_> {
    pub(super) fn label(&self) -> &str {
        self.asked.title.as_deref().unwrap_or(self.asked.id.as_str())
    }

    /// Whether nothing but the names is different.
    fn is_like(&self, other: &Self) -> bool {
        let without = |way: &Self| way.asked.without.iter().cloned().collect::<BTreeSet<Id>>();
        let costs = |way: &Self| way.costs.iter().map(|cost| &cost.id).cloned().collect::<Vec<Id>>();
        self.together == other.together
            && self.asked.hours == other.asked.hours
            && without(self) == without(other)
            && costs(self) == costs(other)
    }

    /// The parts that are done together, or the others.
    pub(super) fn parts(&self, request: &WaysRequest, together: bool) -> Vec<Id> {
        let asked = self.parts.iter().filter(|part| self.together.contains_key(part) == together);
        asked.filter_map(|part| request.tasks.get(*part)).map(|task| task.id.clone()).collect()
    }

    /// The kinds of coordination that have something to come for and no hours.
    pub(super) fn not_counted(&self) -> Vec<&CoordinationCost> {
        self.costs.iter().copied().filter(|cost| cost.hours.is_none() && self.comes_for(cost)).collect()
    }

    /// Whether there is anything that the cost comes for.
    pub(super) fn comes_for(&self, cost: &CoordinationCost) -> bool {
        match cost.each {
            CoordinationEach::PersonAndPartTogether | CoordinationEach::PartTogether => !self.together.is_empty(),
            CoordinationEach::PartOwned => self.together.len() < self.parts.len(),
            CoordinationEach::Person | CoordinationEach::Once => true,
        }
    }

    /// The tasks in this way.
    pub(super) fn tasks(&self, request: &WaysRequest, figure: Figure, quality: bool) -> Result<Tasks, WorkloadError> {
        let mut tasks = request.tasks.clone();
        let mut joint = BTreeMap::new();
        for part in self.parts {
            let Some(task) = tasks.get_mut(*part) else { continue };
            task.share = IdMap::default();
            task.mode = TaskMode::One;
            if let Some(people) = self.together.get(part) {
                task.mode = TaskMode::Together;
                if let Some(hours) = self.asked.hours.get(&task.id) {
                    task.hours = *hours;
                }
                joint.insert(*part, Joint { people: people.clone(), needs: task.needs.clone() });
            }
        }
        self.leave_out(&mut tasks);
        if !quality {
            tasks.iter_mut().for_each(|task| task.quality_hours = None);
        }
        let own: BTreeSet<Id> = tasks.iter().map(|task| task.id.clone()).collect();
        for cost in &self.costs {
            let most = cost.or_up_to.filter(|_| figure == Figure::Most).or(cost.hours);
            let Some(hours) = most.filter(|hours| hours.seconds() > 0) else { continue };
            for (task, people) in self.coordinate(request, cost, hours)? {
                if own.contains(&task.id) {
                    let index = request.coordination.iter().position(|other| other.id == cost.id).unwrap_or_default();
                    let path = Pointer::root().key("coordination").index(index).key("id");
                    return Err(WorkloadError::DuplicateId { path, id: task.id.to_string() });
                }
                if let Some(people) = people {
                    joint.insert(tasks.len(), Joint { people, needs: Vec::new() });
                }
                tasks.push(task);
            }
        }
        Ok(Tasks { tasks, joint })
    }

    /// Takes out what this way does without: what came after it comes after what it came after.
    fn leave_out(&self, tasks: &mut [Task]) {
        for id in &self.asked.without {
            let Some(out) = tasks.iter_mut().find(|task| task.id == *id) else { continue };
            out.done = true;
            let before = out.after.clone();
            for task in tasks.iter_mut().filter(|task| task.after.contains(id)) {
                task.after.retain(|other| other != id);
                for other in &before {
                    if !task.after.contains(other) {
                        task.after.push(other.clone());
                    }
                }
            }
        }
    }

    /// The tasks that a cost means, with who does each together.
    fn coordinate(
        &self,
        request: &WaysRequest,
        cost: &CoordinationCost,
        hours: Hours,
    ) -> Result<Vec<Coordination>, WorkloadError> {
        let title = cost.title.as_deref().unwrap_or(cost.id.as_str());
        let each = |part: Option<&Task>, mode: TaskMode, needs: &[crate::workload::Need]| {
            let id = part.map_or_else(|| cost.id.to_string(), |part| format!("{}:{}", cost.id, part.id));
            let too_long = |_| WorkloadError::OutOfRange {
                path: Pointer::root()
                    .key("coordination")
                    .index(request.coordination.iter().position(|other| other.id == cost.id).unwrap_or_default())
                    .key("id"),
                found: format!("the id \"{id}\""),
                bounds: "short enough to have at most 64 characters with the id of each part".to_owned(),
            };
            Ok::<Task, WorkloadError>(Task {
                id: id.parse().map_err(too_long)?,
                title: Some(part.map_or_else(|| title.to_owned(), |part| format!("{title}: {}", part.label()))),
                hours,
                quality_hours: None,
                work: cost.work,
                part_of: None,
                burdens: Vec::new(),
                needs: needs.to_vec(),
                from: None,
                due: part.and_then(|part| part.due),
                sessions: Vec::new(),
                after: Vec::new(),
                mode,
                share: IdMap::default(),
                done: false,
            })
        };
        let mut tasks = Vec::new();
        let parts = self.parts.iter().filter_map(|part| Some((part, request.tasks.get(*part)?)));
        match cost.each {
            CoordinationEach::PersonAndPartTogether => {
                for (number, people) in &self.together {
                    tasks.push((each(request.tasks.get(*number), TaskMode::Together, &[])?, Some(people.clone())));
                }
            }
            CoordinationEach::PartTogether => {
                for (_, part) in parts.filter(|(number, _)| self.together.contains_key(number)) {
                    tasks.push((each(Some(part), TaskMode::One, &cost.needs)?, None));
                }
            }
            CoordinationEach::PartOwned => {
                for (_, part) in parts.filter(|(number, _)| !self.together.contains_key(number)) {
                    tasks.push((each(Some(part), TaskMode::One, &cost.needs)?, None));
                }
            }
            CoordinationEach::Person => tasks.push((each(None, TaskMode::Together, &[])?, None)),
            CoordinationEach::Once => tasks.push((each(None, TaskMode::One, &cost.needs)?, None)),
        }
        Ok(tasks)
    }
}
