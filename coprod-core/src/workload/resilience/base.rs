//! How things stand with everybody there.

use std::collections::{BTreeMap, BTreeSet};

use super::scene::{Seated, Setting, Then};
use super::{SinglePoint, TaskSlack, WorkNow};
use crate::error::WorkloadError;
use crate::group::Person;
use crate::unit::{Date, Id};
use crate::workload::board::Board;
use crate::workload::report::ratio;
use crate::workload::schedule::schedule;
use crate::workload::solve::{Part, Set, match_places};
use crate::workload::{LateTask, Task, WorkSchedule};

/// Tasks with more places than this are not looked through for people who cannot be missed.
const MOST_LOOKED_THROUGH: usize = 64;

/// Everything as it is.
pub(super) struct Base<'a> {
    pub(super) setting: Setting<'a>,
    /// The board with all seats and no place.
    pub(super) board: Board<'a>,
    pub(super) seated: Seated,
    /// What everybody has.
    pub(super) then: Then<'a>,
    pub(super) loads: Vec<u64>,
    pub(super) parts: Vec<Part>,
    pub(super) schedule: Option<WorkSchedule>,
}

impl<'a> Base<'a> {
    pub(super) fn new(setting: Setting<'a>) -> Result<Self, WorkloadError> {
        let board = setting.board()?;
        let seated = setting.seated(&board)?;
        let then = setting.best(&seated, None, false, 1)?;
        let (loads, parts) = (then.board.problem.loads(&then.solved.holders), then.board.problem.parts(&then.solved.holders));
        let schedule = schedule(&then.board, &then.solved.holders);
        Ok(Self { setting, board, seated, then, loads, parts, schedule })
    }

    pub(super) fn worker(&self, person: usize) -> Option<&'a Person> {
        self.board.cast.worker(person)
    }

    pub(super) fn label(&self, person: usize) -> &'a str {
        self.worker(person).map_or("somebody", Person::label)
    }

    pub(super) fn task(&self, number: usize) -> Option<&'a Task> {
        self.setting.tasks.get(number)
    }

    /// Who has the task `number`.
    pub(super) fn holders(&self, number: usize) -> Set {
        self.seated.get(number).into_iter().flatten().flatten().copied().collect()
    }

    /// Whether `person` has more hours than they agreed to give.
    pub(super) fn is_above(&self, person: usize, seconds: u64) -> bool {
        let capacity = self.worker(person).and_then(|worker| worker.capacity);
        seconds > capacity.map_or(0, |hours| hours.seconds().unsigned_abs())
    }

    /// Empty places of unfinished tasks, those left out that only `without` could fill.
    pub(super) fn empty(&self, without: Option<usize>) -> BTreeMap<usize, (u32, u64)> {
        let mut empty: BTreeMap<usize, (u32, u64)> = BTreeMap::new();
        for (number, task) in self.setting.tasks.iter().enumerate().filter(|(_, task)| !task.done) {
            let seats = self.board.seats_of(number).iter().zip(self.seated.get(number).map_or(&[][..], Vec::as_slice));
            let own = |named: Option<usize>| without.is_some() && named == without && task.share.is_empty();
            for (seat, _) in seats.filter(|(seat, holder)| holder.is_none() && !own(seat.named)) {
                let sum = empty.entry(number).or_default();
                *sum = (sum.0 + 1, sum.1 + seat.seconds);
            }
        }
        empty
    }

    /// What is found no time for now, by task and person.
    pub(super) fn late(&self) -> BTreeMap<(&Id, &Id), &LateTask> {
        let late = self.schedule.iter().flat_map(|schedule| &schedule.late);
        late.map(|late| ((&late.task, &late.person), late)).collect()
    }

    pub(super) fn now(&self) -> Result<WorkNow, WorkloadError> {
        let vector = self.then.board.problem.vector(&self.then.solved.holders);
        let above = self.loads.iter().enumerate().filter(|(person, seconds)| self.is_above(*person, **seconds));
        let mut above: Vec<Id> = above.filter_map(|(person, _)| self.board.cast.id(person)).collect();
        above.sort();
        Ok(WorkNow {
            unfilled: self.empty(None).values().map(|(count, _)| count).sum(),
            vector: vector.into_iter().map(ratio).collect::<Result<_, _>>()?,
            late: self.schedule.as_ref().map(|schedule| schedule.late.clone()).unwrap_or_default(),
            above_agreed: above,
        })
    }

    /// The days that each unfinished task has to spare.
    pub(super) fn slack(&self) -> Vec<TaskSlack> {
        let open = self.setting.tasks.iter().enumerate().filter(|(_, task)| !task.done);
        open.filter_map(|(number, task)| {
            let (finish, latest) = finish(&self.board, self.schedule.as_ref(), number)?;
            let days = u32::try_from(latest.days_since(finish)).ok()?;
            Some(TaskSlack { task: task.id.clone(), finish, latest, days })
        })
        .collect()
    }

    /// Tasks whose places cannot be filled as they are without one person.
    pub(super) fn single_points(&self) -> Vec<SinglePoint> {
        let mut points = Vec::new();
        for (number, task) in self.setting.tasks.iter().enumerate().filter(|(_, task)| !task.done) {
            let seats = self.board.seats_of(number);
            if seats.len() > MOST_LOOKED_THROUGH || seats.iter().any(|seat| seat.named.is_some()) {
                continue;
            }
            let sets: Vec<Set> = seats.iter().map(|seat| self.board.may(seat)).collect();
            let most = filled(&sets);
            // With more people for each place than there are places, nobody is ever missed.
            let scarce: BTreeSet<usize> = sets
                .iter()
                .filter(|set| set.iter().nth(seats.len()).is_none())
                .flat_map(|set| set.iter().collect::<Vec<_>>())
                .collect();
            for person in scarce {
                let away = Set::only(person);
                let less: Vec<Set> = sets.iter().map(|set| set.without(&away)).collect();
                if filled(&less) == most {
                    continue;
                }
                let (Some(id), name) = (self.board.cast.id(person), self.label(person)) else { continue };
                let words = match seats.len() {
                    1 => format!("only {name} can do {}", task.label()),
                    count => format!("without {name} fewer of the {count} places of {} can be filled", task.label()),
                };
                let has_it = self.holders(number).has(person);
                points.push((number, id.clone(), SinglePoint { task: task.id.clone(), person: id, has_it, words }));
            }
        }
        points.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        points.into_iter().map(|(_, _, point)| point).collect()
    }
}

fn filled(sets: &[Set]) -> usize {
    match_places(sets, &[]).iter().flatten().count()
}

/// The soonest day on which a task can be finished, and the last.
pub(super) fn finish(board: &Board, schedule: Option<&WorkSchedule>, number: usize) -> Option<(Date, Date)> {
    let task = board.tasks.get(number)?;
    let span = board.order.span(number);
    let planned = schedule.and_then(|schedule| schedule.tasks.iter().find(|planned| planned.task == task.id));
    if schedule.is_some_and(|schedule| schedule.late.iter().any(|late| late.task == task.id)) {
        return None;
    }
    let last_session = task.session_days().map(|(_, last)| last);
    let first =
        planned.map(|planned| planned.ends).or_else(|| span.earliest.max(last_session).filter(|_| span.earliest.is_some()))?;
    Some((first, span.latest?))
}
