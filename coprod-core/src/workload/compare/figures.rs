//! The figures of one way, and what it would mean if somebody dropped out.

use std::collections::BTreeSet;

use super::way::{Tasks, Way};
use super::{DropOut, WayFigures, WayLoad, WaysRequest};
use crate::error::{Pointer, WorkloadError};
use crate::unit::{Hours, Id};
use crate::workload::board::hours;
use crate::workload::report::{Report, ratio};
use crate::workload::resilience::{Gone, Seated, Setting, Then};
use crate::workload::schedule::schedule;
use crate::workload::solve::Part;
use crate::workload::{Assignment, LateTask, Task, UnfilledNeed};

/// A way with its tasks, ready to be split.
pub(super) struct Stage<'a> {
    pub(super) request: &'a WaysRequest,
    pub(super) set: &'a Tasks,
    pub(super) setting: Setting<'a>,
    pub(super) seated: Seated,
    seats: usize,
}

impl<'a> Stage<'a> {
    pub(super) fn new(request: &'a WaysRequest, set: &'a Tasks, path: &'a Pointer) -> Result<Self, WorkloadError> {
        let setting = Setting {
            people: &request.people,
            tasks: &set.tasks,
            from: request.from,
            seed: request.seed,
            assignments: &request.keep,
            path,
            joint: &set.joint,
            sessions: None,
        };
        let board = setting.board()?;
        let seats = board.seats.iter().flatten();
        let seconds = seats.fold(0_u64, |sum, seat| sum.saturating_add(seat.seconds));
        if Hours::of_seconds(seconds).is_none() {
            return Err(too_many_hours());
        }
        let (seated, seats) = (setting.seated(&board)?, board.seats.iter().map(Vec::len).sum());
        Ok(Self { request, set, setting, seated, seats })
    }

    /// Places and people of a search.
    pub(super) const fn size(&self) -> usize {
        self.seats + self.request.people.len()
    }

    /// The best split.
    pub(super) fn split(&self, steps: u64) -> Result<Split<'_, 'a>, WorkloadError> {
        let then = self.setting.best(&self.seated, None, true, steps)?;
        let problem = &then.board.problem;
        let borne = Borne { loads: problem.loads(&then.solved.holders), parts: problem.parts(&then.solved.holders) };
        Ok(Split { stage: self, then, borne })
    }
}

/// A way split as fairly as it can be.
pub(super) struct Split<'s, 'a> {
    stage: &'s Stage<'a>,
    pub(super) then: Then<'s>,
    pub(super) borne: Borne,
}

/// What each person bears: seconds, and what these are of what they agreed to give.
#[derive(Debug, Clone)]
pub(super) struct Borne {
    loads: Vec<u64>,
    parts: Vec<Part>,
}

impl Borne {
    pub(super) fn of(&self, person: usize) -> Option<(u64, Part)> {
        Some((*self.loads.get(person)?, *self.parts.get(person)?))
    }
}

impl Split<'_, '_> {
    fn is_coordination(&self, number: usize) -> bool {
        number >= self.stage.request.tasks.len()
    }

    /// Seconds of coordination that `person` has; everybody's without a person.
    fn coordination(&self, person: Option<usize>) -> u64 {
        let places = self.then.board.problem.places.iter().zip(&self.then.solved.holders);
        let theirs = places.filter(|(place, holder)| {
            self.is_coordination(place.task) && holder.is_some() && (person.is_none() || **holder == person)
        });
        theirs.map(|(place, _)| place.seconds).sum()
    }

    pub(super) fn figures(&self) -> Result<WayFigures, WorkloadError> {
        let report = Report::new(&self.then.board, &self.then.solved.holders)?;
        let people = 0..self.borne.loads.len();
        let hidden: u64 = people.flat_map(|person| report.hidden(person).into_values().collect::<Vec<_>>()).sum();
        let all = self.borne.loads.iter().fold(0_u64, |sum, load| sum.saturating_add(*load));
        Ok(WayFigures {
            hours: Hours::of_seconds(all).ok_or_else(too_many_hours)?,
            coordination_hours: hours(self.coordination(None)),
            hidden_hours: hours(hidden),
            unfilled: self.then.empty(&self.stage.set.joint).values().map(|(count, _)| count).sum(),
            vector: report.vector(&self.then.solved)?,
        })
    }

    pub(super) fn people(&self, way: &Way) -> Result<Vec<WayLoad>, WorkloadError> {
        let board = &self.then.board;
        let of = |worker: &crate::group::Person| {
            let person = board.cast.number(&worker.id, || Pointer::root().key("people"))?;
            let counts = board.measure(person).counts;
            let borne = self.borne.of(person);
            let preferred = |(number, task): (usize, &Task)| {
                let own = task.needs.iter().filter_map(|need| need.skill.as_ref()).filter(|skill| worker.skills.contains(skill));
                let skills = self
                    .then
                    .solved
                    .holders
                    .iter()
                    .zip(&board.problem.places)
                    .filter(|(holder, place)| place.task == number && **holder == Some(person));
                let asked: BTreeSet<&Id> = skills
                    .filter_map(|(_, place)| task.needs.get(board.seats_of(number).get(place.seat)?.need?)?.skill.as_ref())
                    .chain(own.filter(|_| way.together.contains_key(&number)))
                    .collect();
                worker.prefers.contains(&task.id) || asked.iter().any(|skill| worker.prefers.contains(skill))
            };
            let held =
                board.tasks.iter().enumerate().filter(|(number, _)| self.then.holders_of(*number).any(|holder| holder == person));
            Ok(WayLoad {
                person: worker.id.clone(),
                hours: hours(borne.map_or(0, |(seconds, _)| seconds)),
                coordination_hours: hours(self.coordination(Some(person))),
                of_capacity: borne.filter(|_| counts).map(|(_, part)| ratio(part)).transpose()?,
                preferred: held.filter(|held| preferred(*held)).map(|(_, task)| task.id.clone()).collect(),
            })
        };
        self.stage.request.people.iter().map(of).collect()
    }

    pub(super) fn assignments(&self) -> Result<Vec<Assignment>, WorkloadError> {
        Ok(Report::new(&self.then.board, &self.then.solved.holders)?.assignments())
    }

    /// What stays unfilled, and for tasks done together what nobody of those there meets.
    pub(super) fn unfilled(&self) -> Result<Vec<UnfilledNeed>, WorkloadError> {
        let mut unfilled = Report::new(&self.then.board, &self.then.solved.holders)?.unfilled();
        for (number, (count, _)) in self.then.empty(&self.stage.set.joint) {
            if let Some(task) = self.then.board.tasks.get(number).filter(|_| self.stage.set.joint.contains_key(&number)) {
                unfilled.push(UnfilledNeed {
                    task: task.id.clone(),
                    need: None,
                    missing: count,
                    reason: "not everything that it asks for is met by those who do it together".to_owned(),
                    smallest_change: "somebody who meets the rest joins them".to_owned(),
                });
            }
        }
        Ok(unfilled)
    }

    pub(super) fn late(&self) -> Vec<LateTask> {
        schedule(&self.then.board, &self.then.solved.holders).map(|schedule| schedule.late).unwrap_or_default()
    }

    /// Seconds that somebody else would have to do without `person`: of what is done together nothing, and support beside no place of others.
    fn falls(&self, person: usize) -> u64 {
        let board = &self.then.board;
        let places = board.problem.places.iter().zip(&self.then.solved.holders);
        let alone = |task: usize, seat: usize| {
            let shared = board.tasks.get(task).is_some_and(|task| !task.share.is_empty());
            board.seats_of(task).get(seat).is_some_and(|seat| seat.named.is_some()) && !shared
        };
        places
            .filter(|(place, holder)| **holder == Some(person) && !alone(place.task, place.seat))
            .map(|(place, _)| place.seconds)
            .sum()
    }

    /// Whether `person` has or helps with anything unfinished.
    fn has_something(&self, person: usize) -> bool {
        let places = self.then.board.problem.places.iter().zip(&self.then.solved.holders);
        places.filter_map(|(place, holder)| Some((place, (*holder)?))).any(|(place, holder)| {
            holder == person
                || place.extras.iter().any(|extra| extra.holder == holder && extra.bearer == person && extra.seconds > 0)
        })
    }

    /// What it would mean if each person dropped out, and whether all of it is proved.
    pub(super) fn drop_outs(&self, steps: u64) -> Result<(Vec<DropOut>, bool), WorkloadError> {
        let before = self.then.empty(&self.stage.set.joint);
        let (mut all, mut proved) = (Vec::new(), true);
        for worker in &self.stage.request.people {
            let person = self.then.board.cast.number(&worker.id, || Pointer::root().key("people"))?;
            if !self.has_something(person) {
                continue;
            }
            let gone = Gone::altogether(person, &self.stage.set.tasks);
            let then = self.stage.setting.best(&self.stage.seated, Some(&gone), true, steps)?;
            proved &= then.optimal();
            let (mut undone, mut seconds) = (Vec::new(), 0_u64);
            for (number, (count, of)) in then.empty(&self.stage.set.joint) {
                let (had, had_seconds) = before.get(&number).copied().unwrap_or_default();
                if count > had {
                    seconds = seconds.saturating_add(of.saturating_sub(had_seconds));
                    undone.extend(then.board.tasks.get(number).map(|task| task.id.clone()));
                }
            }
            let vector = then.board.problem.vector(&then.solved.holders);
            all.push(DropOut {
                person: worker.id.clone(),
                hours: hours(self.falls(person)),
                undone,
                undone_hours: hours(seconds),
                largest_ratio: vector.first().copied().map(ratio).transpose()?,
            });
        }
        Ok((all, proved))
    }
}

fn too_many_hours() -> WorkloadError {
    WorkloadError::OutOfRange {
        path: Pointer::root().key("tasks"),
        found: "the hours of all who work together".to_owned(),
        bounds: "of at most 1000000 hours".to_owned(),
    }
}
