//! The request and the answer set out for the check, each read once, and what is wrong with who has what.

use std::collections::{HashMap, HashSet};

use super::able::{self, Classes};
use super::answer::{SplitProblem, SplitProblemKind};
use super::claim::{ClaimedLoad, ClaimedSplit};
use super::crowd::Crowd;
use super::rate::{self, Rates};
use super::seat::seat_all;
use super::view::{Spot, View, Worker};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Hours, Id};
use crate::workload::{Assignment, SplitRequest, Task, TaskMode};

/// What is wrong with an answer, as it is found.
pub(super) type Problems = Vec<SplitProblem>;

/// Sets out `request` with the people of `answer` in their places.
pub(super) fn read<'a>(request: &'a SplitRequest, answer: &ClaimedSplit) -> Result<(View<'a>, Problems), WorkloadError> {
    let rates = Rates::new(&request.people, &request.tasks)?;
    let workers: Vec<Worker> = request.people.iter().enumerate().map(|(number, person)| worker(person, number, &rates)).collect();
    let helped = request.people.iter().any(|person| !person.support.is_empty());
    let plain = rates.alike() && !helped;
    let view = View { request, workers, spots: Vec::new(), classes: Vec::new(), work: Vec::new(), rates, plain };
    let numbers = request.people.iter().enumerate().map(|(number, person)| (&person.id, number)).collect();
    let tasks = request.tasks.iter().enumerate().map(|(number, task)| (&task.id, number)).collect();
    let mut reader = Reader { view, numbers, tasks, helped: None, problems: Vec::new() };
    reader.helped = answer.people.as_deref().filter(|_| helped).map(|people| reader.helped_by(people));
    let kept = reader.by_task(&request.keep, &Pointer::root().key("request").key("keep"));
    let named = reader.by_task(answer.assignments.as_deref().unwrap_or_default(), &assignments());
    let mut classes = Classes::new(&request.people, &request.tasks);
    for ((number, task), (kept, named)) in request.tasks.iter().enumerate().zip(kept.iter().zip(&named)) {
        if task.done {
            kept.people.iter().for_each(|(person, _)| reader.finished(task, *person));
            continue;
        }
        let spots = reader.spots(&mut classes, number, task);
        reader.fill(number, task, spots, &classes, kept, named);
    }
    reader.view.classes = classes.crowds;
    Ok((reader.view, reader.problems))
}

fn worker(person: &Person, number: usize, rates: &Rates) -> Worker {
    let capacity = rate::capacity(person);
    Worker {
        capacity,
        cap: person.hard_cap.map_or(u64::MAX, |hours| hours.seconds().unsigned_abs()),
        rate: rates.least(number),
        of: capacity * rates.denominators.get(number).copied().unwrap_or(1),
        ..Worker::default()
    }
}

/// The assignments of the answer.
fn assignments() -> Pointer {
    Pointer::root().key("answer").key("assignments")
}

/// The people of a task by one list of assignments, each with where they stand in theirs.
#[derive(Clone, Default)]
struct Named {
    people: Vec<(usize, usize)>,
    /// Which assignment it is; absent if the list has none of the task.
    assignment: Option<usize>,
}

impl Named {
    /// Where its people stand, if it is one of the answer's.
    fn path(&self) -> Pointer {
        self.assignment.map_or_else(assignments, |index| assignments().index(index).key("people"))
    }
}

struct Reader<'a> {
    view: View<'a>,
    numbers: HashMap<&'a Id, usize>,
    tasks: HashMap<&'a Id, usize>,
    /// Who helps whom beside which task by the answer, as task and person with the helpers in order; absent where it does not say what people have.
    helped: Option<HashMap<(usize, usize), Vec<usize>>>,
    problems: Problems,
}

impl<'a> Reader<'a> {
    fn problem(&mut self, kind: SplitProblemKind, path: &Pointer, what: String) {
        self.problems.push(SplitProblem { kind, path: path.to_string(), what });
    }

    /// Who helps whom beside which task, by what people are said to have.
    fn helped_by(&self, people: &[ClaimedLoad]) -> HashMap<(usize, usize), Vec<usize>> {
        let number = |id: &Option<Id>| id.as_ref().and_then(|id| self.numbers.get(id)).copied();
        let mut helped: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for load in people {
            let Some(helper) = number(&load.id) else { continue };
            for support in load.support.iter().flatten() {
                let task = support.task.as_ref().and_then(|id| self.tasks.get(id)).copied();
                if let (Some(task), Some(person)) = (task, number(&support.person)) {
                    helped.entry((task, person)).or_default().push(helper);
                }
            }
        }
        helped.values_mut().for_each(|helpers| {
            helpers.sort_unstable();
            helpers.dedup();
        });
        helped
    }

    /// The people of each task by the assignments in `list`, which stands at `path`.
    fn by_task(&mut self, list: &[Assignment], path: &Pointer) -> Vec<Named> {
        let mut found = vec![Named::default(); self.view.request.tasks.len()];
        for (index, assignment) in list.iter().enumerate() {
            let here = |key: &str| path.index(index).key(key);
            let Some(task) = self.tasks.get(&assignment.task).copied() else {
                self.problem(SplitProblemKind::Unknown, &here("task"), format!("no task has the id \"{}\"", assignment.task));
                continue;
            };
            let Some(named) = found.get_mut(task).filter(|named| named.assignment.is_none()) else {
                let what = format!("the task \"{}\" stands here twice", assignment.task);
                self.problem(SplitProblemKind::Twice, &here("task"), what);
                continue;
            };
            named.assignment = Some(index);
            let mut there = HashSet::new();
            for (place, id) in assignment.people.iter().enumerate() {
                let at = || here("people").index(place);
                match self.numbers.get(id).copied() {
                    None => self.problem(SplitProblemKind::Unknown, &at(), format!("no person has the id \"{id}\"")),
                    Some(person) if !there.insert(person) => {
                        let what = format!("\"{id}\" has the task \"{}\" twice", assignment.task);
                        self.problem(SplitProblemKind::Twice, &at(), what);
                    }
                    Some(person) => named.people.push((person, place)),
                }
            }
        }
        found
    }

    /// Hours of a finished task count for whoever did it.
    fn finished(&mut self, task: &'a Task, person: usize) {
        let share = task.share.iter().find(|(id, _)| self.numbers.get(id) == Some(&person));
        let seconds = share.map_or(whole(task), |(_, share)| part_of(task, *share));
        let cost = self.view.rates.rate(self.view.rates.kind(task), person).saturating_mul(seconds);
        self.settle(person, seconds, cost);
        self.bear(person, seconds, cost);
        // Whoever helped them has worked too.
        let worker = self.view.request.people.get(person);
        let need = task.needs.iter().find(|need| worker.is_some_and(|worker| able::meets(worker, need)));
        if need.is_some() || task.needs.is_empty() {
            for (helper, seconds, cost) in self.helpers(person, task, need.and_then(|need| need.skill.as_ref())) {
                self.settle(helper, seconds, cost);
                self.bear(helper, seconds, cost);
            }
        }
    }

    fn settle(&mut self, person: usize, seconds: u64, cost: u64) {
        if let Some(worker) = self.view.workers.get_mut(person) {
            worker.base = worker.base.saturating_add(seconds);
            worker.base_cost = worker.base_cost.saturating_add(cost);
        }
    }

    fn bear(&mut self, person: usize, seconds: u64, cost: u64) {
        if let Some(worker) = self.view.workers.get_mut(person) {
            worker.load = worker.load.saturating_add(seconds);
            worker.load_cost = worker.load_cost.saturating_add(cost);
        }
    }

    /// The places of a task, empty.
    fn spots(&self, classes: &mut Classes<'a>, number: usize, task: &'a Task) -> Vec<Spot> {
        let kind = self.view.rates.kind(task);
        let mut spot = |need: Option<usize>, only: Option<usize>, seconds: u64| {
            let asked = need.and_then(|need| task.needs.get(need));
            let class = classes.of(task, asked, only, kind, seconds);
            Spot { task: number, need, seconds, class, kind, holder: None, settled: false }
        };
        if !task.share.is_empty() {
            let sharers = task.share.iter().filter_map(|(id, share)| Some((self.numbers.get(id).copied()?, *share)));
            return sharers.map(|(person, share)| spot(None, Some(person), part_of(task, share))).collect();
        }
        let seconds = whole(task);
        if !task.needs.is_empty() {
            let needs = task.needs.iter().enumerate();
            return needs
                .flat_map(|(need, asked)| (0..asked.count).map(move |_| need))
                .map(|need| spot(Some(need), None, seconds))
                .collect();
        }
        if task.mode == TaskMode::One {
            return vec![spot(None, None, seconds)];
        }
        let everybody = self.view.request.people.iter().enumerate();
        let meant = |person: &Person| {
            let gives = seconds == 0 || rate::capacity(person) > 0 || rate::is_free(person, task);
            gives && !std::iter::once(&task.id).chain(&task.burdens).any(|word| person.avoids.contains(word))
        };
        everybody.filter(|(_, person)| meant(person)).map(|(person, _)| spot(None, Some(person), seconds)).collect()
    }

    /// Puts the people of a task in its places: as many as fit, those who are settled first.
    fn fill(&mut self, number: usize, task: &'a Task, mut spots: Vec<Spot>, classes: &Classes, kept: &Named, named: &Named) {
        let has: HashSet<usize> = named.people.iter().map(|(person, _)| *person).collect();
        for (person, _) in kept.people.iter().filter(|(person, _)| !has.contains(person)) {
            let id = self.view.request.people.get(*person).map_or("somebody", |person| person.id.as_str());
            let what = format!("\"{id}\" is settled to have the task \"{}\" and does not have it", task.id);
            let path = if named.people.is_empty() { assignments() } else { named.path() };
            self.problem(SplitProblemKind::NotKept, &path, what);
        }
        let kept: HashSet<usize> = kept.people.iter().map(|(person, _)| *person).collect();
        let settled = |person: usize| kept.contains(&person);
        let mut people: Vec<(usize, usize)> = named.people.clone();
        people.sort_by_key(|(person, _)| !settled(*person));
        if people.len() > spots.len() {
            let what = format!("{} people have the task \"{}\", which has {} places", people.len(), task.id, spots.len());
            self.problem(SplitProblemKind::TooMany, &named.path(), what);
        }
        let may: Vec<&Crowd> = spots.iter().filter_map(|spot| classes.crowds.get(spot.class)).collect();
        let as_helped = self.as_helped(number, task, &spots, &may, &people);
        let as_helped = as_helped.map(|may| seat_all(&people, &may.iter().collect::<Vec<_>>()));
        let (holders, left_out) =
            as_helped.filter(|(_, left_out)| left_out.is_empty()).unwrap_or_else(|| seat_all(&people, &may));
        for (person, place) in left_out {
            let id = self.view.request.people.get(person).map_or("somebody", |person| person.id.as_str());
            let what = format!("no place of the task \"{}\" is left that \"{id}\" may fill", task.id);
            self.problem(SplitProblemKind::NotTheirs, &named.path().index(place), what);
            // They have the hours all the same.
            let cost = self.view.rates.rate(self.view.rates.kind(task), person).saturating_mul(whole(task));
            self.bear(person, whole(task), cost);
        }
        for (spot, holder) in spots.iter_mut().zip(holders) {
            spot.holder = holder;
            let Some(person) = holder else { continue };
            spot.settled = settled(person);
            let cost = self.view.cost(spot, person);
            self.bear(person, spot.seconds, cost);
            self.view.work.push((person, number, spot.seconds));
            if spot.settled {
                self.settle(person, spot.seconds, cost);
            }
            if let Some(worker) = self.view.workers.get_mut(person) {
                worker.spots += 1;
            }
            self.help(person, number, spot.need);
        }
        self.view.spots.append(&mut spots);
    }

    /// Who may fill each place of a task if everybody has the help that the answer says; nothing where it does not say, or nobody's help depends on
    /// the place.
    fn as_helped(
        &self,
        number: usize,
        task: &Task,
        spots: &[Spot],
        may: &[&Crowd],
        people: &[(usize, usize)],
    ) -> Option<Vec<Crowd>> {
        let helped = self.helped.as_ref()?;
        let supports = |person: usize| self.view.request.people.get(person).into_iter().flat_map(|person| &person.support);
        if spots.len() < 2 || !people.iter().any(|(person, _)| supports(*person).any(|support| support.skill.is_some())) {
            return None;
        }
        let said = |person: usize| helped.get(&(number, person)).map_or(&[][..], Vec::as_slice);
        let so = |spot: &Spot, person: usize| {
            let skill = spot.need.and_then(|need| task.needs.get(need)).and_then(|need| need.skill.as_ref());
            let mut helpers: Vec<usize> =
                self.helpers(person, task, skill).into_iter().filter(|(_, seconds, _)| *seconds > 0).map(|(by, ..)| by).collect();
            helpers.sort_unstable();
            helpers.dedup();
            helpers == said(person)
        };
        let able = |(spot, may): (&Spot, &&Crowd)| -> Crowd {
            people.iter().map(|(person, _)| *person).filter(|person| may.has(*person) && so(spot, *person)).collect()
        };
        Some(spots.iter().zip(may).map(able).collect())
    }

    /// Hours of those who help `person` with a task.
    fn help(&mut self, person: usize, number: usize, need: Option<usize>) {
        let request = self.view.request;
        let Some(task) = request.tasks.get(number) else { return };
        let skill = need.and_then(|need| task.needs.get(need)).and_then(|need| need.skill.as_ref());
        for (helper, seconds, cost) in self.helpers(person, task, skill) {
            self.bear(helper, seconds, cost);
            self.view.work.push((helper, number, seconds));
            if let Some(worker) = self.view.workers.get_mut(helper).filter(|_| seconds > 0) {
                worker.helps = true;
            }
        }
    }

    /// Who helps `person` with a task that asks them for `skill`: the helper, the seconds and what they cost.
    fn helpers(&self, person: usize, task: &Task, skill: Option<&Id>) -> Vec<(usize, u64, u64)> {
        let supports = self.view.request.people.get(person).into_iter().flat_map(|person| &person.support);
        let beside = supports.filter(|support| {
            support.task.as_ref().is_none_or(|id| *id == task.id)
                && support.skill.as_ref().is_none_or(|asked| Some(asked) == skill)
        });
        let told = |support: &crate::group::SupportNeeded| {
            let helper = self.numbers.get(&support.by).copied()?;
            let seconds = support.hours.seconds().unsigned_abs();
            Some((helper, seconds, self.view.rates.rate(0, helper).saturating_mul(seconds)))
        };
        beside.filter_map(told).collect()
    }
}

/// Seconds of a task for whoever bears it whole.
fn whole(task: &Task) -> u64 {
    let quality = task.quality_hours.map_or(0, |hours| hours.seconds().unsigned_abs());
    task.hours.seconds().unsigned_abs() + quality
}

fn part_of(task: &Task, share: crate::unit::Ratio) -> u64 {
    let whole = Hours::of_seconds(whole(task));
    let part = whole.and_then(|hours| hours.ratio().times(share).ok()).and_then(|part| Hours::try_from(part).ok());
    part.map_or(0, |hours| hours.seconds().unsigned_abs())
}
