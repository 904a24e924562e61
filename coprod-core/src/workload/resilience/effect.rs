//! What one absence does.

use std::collections::{BTreeMap, BTreeSet};

use super::base::{Base, finish};
use super::scene::{Gone, Then};
use super::{AboveLimit, AbsenceBreak, ChairedSession, TakeOverChoice, TaskAtRisk, WorkWithout};
use crate::error::WorkloadError;
use crate::unit::{Date, Id};
use crate::workload::board::hours;
use crate::workload::report::{Report, ratio};
use crate::workload::room::{Limit, Room};
use crate::workload::schedule::schedule_with;
use crate::workload::seat::Seat;
use crate::workload::solve::{Place, Set};
use crate::workload::{Assignment, LoadChange, SupportGiven, Task, WorkKind, WorkSchedule};

/// What was found with somebody away, beside how things stand now.
pub(super) struct Effect<'e, 'a> {
    pub(super) base: &'e Base<'a>,
    pub(super) then: &'e Then<'e>,
    pub(super) gone: &'e Gone,
    /// For the tasks beyond those of the request: the task whose session somebody stands in for, and the seat.
    pub(super) of: &'e [(usize, usize)],
    pub(super) schedule: Option<WorkSchedule>,
}

impl<'e, 'a> Effect<'e, 'a> {
    pub(super) fn new(base: &'e Base<'a>, then: &'e Then<'e>, gone: &'e Gone, of: &'e [(usize, usize)]) -> Self {
        // Whoever stays in a task has worked on it from its own first day on.
        let mut begun = BTreeMap::new();
        for number in gone.tasks.iter().copied().filter(|number| *number < base.setting.tasks.len()) {
            let stay = base.holders(number).without(&Set::only(gone.person));
            begun.extend(stay.iter().map(|person| ((number, person), base.board.order.span(number).earliest)));
        }
        let schedule = schedule_with(&then.board, &then.solved.holders, &begun);
        Self { base, then, gone, of, schedule }
    }

    /// The task of the request that a task here stands for.
    fn own(&self, number: usize) -> usize {
        let beyond = number.checked_sub(self.base.setting.tasks.len());
        beyond.and_then(|place| self.of.get(place)).map_or(number, |(task, _)| *task)
    }

    fn id(&self, number: usize) -> Option<Id> {
        self.base.task(self.own(number)).map(|task| task.id.clone())
    }

    fn number(&self, id: &Id) -> Option<usize> {
        self.then.board.tasks.iter().position(|task| task.id == *id)
    }

    /// Who is new in the task `number`.
    fn fresh(&self, number: usize) -> Set {
        let before = if number < self.base.setting.tasks.len() { self.base.holders(number) } else { Set::default() };
        self.then.holders_of(number).collect::<Set>().without(&before)
    }

    /// Those of the places that are lost, with their seats.
    fn lost(&self) -> impl Iterator<Item = (usize, &Place, &Seat, usize)> + '_ {
        let places = self.then.board.problem.places.iter().zip(&self.then.was).enumerate();
        places.filter_map(|(index, (place, was))| {
            let seat = self.then.board.seats_of(place.task).get(place.seat)?;
            let was = (*was)?;
            self.gone.loses(&self.then.board, place.task, seat, was).then_some((index, place, seat, was))
        })
    }

    /// Those who can have the place: for the part of one who shares a task, whoever meets what it asks for.
    fn may(&self, place: &Place, seat: &Seat) -> Set {
        let board = &self.then.board;
        let shared = board.tasks.get(place.task).filter(|_| seat.named == Some(self.gone.person));
        let may = shared.map_or_else(|| board.may(seat), |task| board.may_instead(task, seat));
        let there: Set = self.base.holders(self.own(place.task));
        may.without(&there).without(&Set::only(self.gone.person))
    }

    /// What they cannot do.
    pub(super) fn at_risk(&self) -> Result<Vec<TaskAtRisk>, WorkloadError> {
        let board = &self.then.board;
        let left: Vec<usize> = self.lost().map(|(index, ..)| index).collect();
        let stay: Vec<Option<usize>> =
            self.then.was.iter().enumerate().map(|(index, was)| was.filter(|_| !left.contains(&index))).collect();
        let room = Room::new(&board.problem, &stay);
        let mut tasks = Vec::new();
        for (_, place, seat, was) in self.lost() {
            let mut could = Vec::new();
            for person in self.may(place, seat).iter() {
                let (Some(id), Some(measure)) = (board.cast.id(person), board.problem.people.get(person)) else { continue };
                let more: Vec<(u64, u64)> = place
                    .borne(person)
                    .filter(|(bearer, _, _)| *bearer == person)
                    .map(|(_, seconds, cost)| (seconds, cost))
                    .collect();
                let seconds =
                    room.loads.get(person).copied().unwrap_or_default() + more.iter().map(|(seconds, _)| seconds).sum::<u64>();
                let further =
                    room.further.get(person).copied().unwrap_or_default() + more.iter().map(|(_, cost)| cost).sum::<u64>();
                let part = measure.part(seconds, further);
                let lacks = room.lacks(place, person);
                let limit =
                    lacks.iter().map(|lack| if lack.limit == Limit::Cap { AboveLimit::HardCap } else { AboveLimit::Days }).max();
                let above =
                    limit.or_else(|| (self.base.is_above(person, seconds) && place.seconds > 0).then_some(AboveLimit::Agreed));
                let of_capacity = measure.counts.then(|| ratio(part)).transpose()?;
                could.push((limit.is_some(), part, TakeOverChoice { person: id, of_capacity, above }));
            }
            could.sort_by(|one, other| (one.0, one.1, &one.2.person).cmp(&(other.0, other.1, &other.2.person)));
            let dates = finish(board, self.schedule.as_ref(), place.task);
            tasks.push(TaskAtRisk {
                task: self.id(place.task).ok_or_else(|| internal("a task without a name"))?,
                place_of: Some(was).filter(|was| *was != self.gone.person).and_then(|was| board.cast.id(was)),
                hours: hours(place.seconds),
                latest: board.order.span(place.task).latest,
                slack_days: dates.and_then(|(finish, latest)| u32::try_from(latest.days_since(finish)).ok()),
                could: could.into_iter().map(|(_, _, choice)| choice).collect(),
            });
        }
        Ok(tasks)
    }

    /// Help of theirs beside the places of others in these tasks.
    pub(super) fn support_lost(&self, tasks: &BTreeSet<usize>) -> Vec<SupportGiven> {
        let mut all = Vec::new();
        for number in tasks.iter().copied() {
            let Some(task) = self.base.task(number) else { continue };
            let holders = self.base.seated.get(number).map_or(&[][..], Vec::as_slice);
            for (seat, holder) in self.base.board.seats_of(number).iter().zip(holders) {
                let Some(holder) = holder.filter(|holder| *holder != self.gone.person) else { continue };
                let Some(person) = self.base.board.cast.id(holder) else { continue };
                let support = self.base.board.weights.support(task, seat, holder).into_iter();
                let given = support.filter(|(by, seconds)| *by == self.gone.person && *seconds > 0);
                all.extend(given.map(|(_, seconds)| SupportGiven {
                    task: task.id.clone(),
                    person: person.clone(),
                    hours: hours(seconds),
                }));
            }
        }
        all
    }

    /// Sessions that they were to run, on the days that `away` says.
    pub(super) fn chairs(&self, away: impl Fn(Date) -> bool) -> Vec<ChairedSession> {
        let mut chairs = Vec::new();
        for (_, place, _, was) in self.lost() {
            let Some(task) = self.base.task(self.own(place.task)).filter(|task| task.work == WorkKind::Facilitating) else {
                continue;
            };
            if was != self.gone.person {
                continue;
            }
            let then = self.fresh(place.task).iter().filter_map(|person| self.then.board.cast.id(person)).min();
            let dates: BTreeSet<Date> = task.sessions.iter().map(|session| session.date).filter(|day| away(*day)).collect();
            chairs.extend(dates.into_iter().map(|date| ChairedSession { task: task.id.clone(), date, then: then.clone() }));
        }
        chairs
    }

    /// How the work goes on; `anew` if everything was open.
    pub(super) fn without(&self, anew: bool) -> Result<WorkWithout, WorkloadError> {
        let board = &self.then.board;
        let report = Report::new(board, &self.then.solved.holders)?;
        let before = if anew { self.base.empty(Some(self.gone.person)) } else { BTreeMap::new() };
        let (mut undone, mut undone_seconds) = (0, 0);
        for (task, (count, seconds)) in self.then.empty(self.base.setting.joint) {
            let (had, had_seconds) = before.get(&task).copied().unwrap_or_default();
            undone += count.saturating_sub(had);
            undone_seconds += seconds.saturating_sub(had_seconds);
        }
        let mut unfilled = report.unfilled();
        for need in &mut unfilled {
            let Some(number) = self.number(&need.task) else { continue };
            let stand_in = number.checked_sub(self.base.setting.tasks.len()).and_then(|place| self.of.get(place));
            if let Some((own, seat)) = stand_in {
                if self.then.board.seats_of(number).iter().all(|seat| seat.able.is_empty()) {
                    "nobody else here meets what it asks for".clone_into(&mut need.reason);
                }
                let seat = self.base.board.seats_of(*own).get(*seat);
                need.need = seat.and_then(|seat| seat.need).and_then(|need| u32::try_from(need).ok());
            }
            if let Some(id) = self.id(number) {
                need.task = id;
            }
        }
        Ok(WorkWithout {
            takes_over: self.takes_over(anew),
            undone,
            undone_hours: hours(undone_seconds),
            unfilled,
            late: self.late(),
            vector: report.vector(&self.then.solved)?,
            people: self.changes()?,
            above_agreed: self.above(),
            optimal: self.then.optimal(),
        })
    }

    fn takes_over(&self, anew: bool) -> Vec<Assignment> {
        let of = |(number, task): (usize, &Task)| {
            let people = if anew { self.then.holders_of(number).collect() } else { self.fresh(number) };
            let mut people: Vec<Id> = people.iter().filter_map(|person| self.then.board.cast.id(person)).collect();
            people.sort();
            let task = self.id(number).filter(|_| !people.is_empty() && !task.done)?;
            Some(Assignment { task, people })
        };
        let tasks = self.then.board.tasks.iter().enumerate();
        let mut all: Vec<(usize, Assignment)> = tasks.filter_map(|task| Some((self.own(task.0), of(task)?))).collect();
        all.sort_by_key(|(number, _)| *number);
        all.into_iter().map(|(_, assignment)| assignment).collect()
    }

    fn late(&self) -> Vec<crate::workload::LateTask> {
        let before = self.base.late();
        let mut late = self.schedule.as_ref().map(|schedule| schedule.late.clone()).unwrap_or_default();
        for late in &mut late {
            if let Some(id) = self.number(&late.task).and_then(|number| self.id(number)) {
                late.task = id;
            }
        }
        late.retain(|late| before.get(&(&late.task, &late.person)).is_none_or(|had| had.hours < late.hours));
        late
    }

    /// Everybody else whose hours change.
    fn changes(&self) -> Result<Vec<LoadChange>, WorkloadError> {
        let (board, holders) = (&self.then.board, &self.then.solved.holders);
        let (loads, parts) = (board.problem.loads(holders), board.problem.parts(holders));
        let mut changes = Vec::new();
        for (person, ((before, after), (old, new))) in
            self.base.loads.iter().zip(&loads).zip(self.base.parts.iter().zip(&parts)).enumerate()
        {
            if person == self.gone.person || (before == after && old == new) {
                continue;
            }
            let (Some(id), counts) = (board.cast.id(person), board.measure(person).counts) else { continue };
            changes.push(LoadChange {
                id,
                hours_before: hours(*before),
                hours_after: hours(*after),
                before: counts.then(|| ratio(*old)).transpose()?,
                after: counts.then(|| ratio(*new)).transpose()?,
            });
        }
        changes.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(changes)
    }

    fn above(&self) -> Vec<Id> {
        let loads = self.then.board.problem.loads(&self.then.solved.holders);
        let base = self.base;
        let more = base.loads.iter().zip(&loads).enumerate().filter(|(person, (before, after))| {
            *person != self.gone.person && base.is_above(*person, **after) && !base.is_above(*person, **before)
        });
        let mut ids: Vec<Id> = more.filter_map(|(person, _)| base.board.cast.id(person)).collect();
        ids.sort();
        ids
    }

    /// What is broken by `found`, which is what this tells.
    pub(super) fn breaks(&self, found: &WorkWithout) -> Vec<AbsenceBreak> {
        let mut breaks = BTreeSet::new();
        let room = Room::new(&self.then.board.problem, &self.then.solved.holders);
        for (index, place, seat, _) in self.lost() {
            if self.then.solved.holders.get(index).copied().flatten().is_some() {
                continue;
            }
            breaks.insert(AbsenceBreak::Unfilled);
            let there: Set = self.then.holders_of(place.task).collect();
            let others = self.may(place, seat).without(&there);
            let lacks = others.iter().flat_map(|person| room.lacks(place, person)).map(|lack| lack.limit);
            breaks.extend(lacks.map(|limit| if limit == Limit::Cap { AbsenceBreak::HardCap } else { AbsenceBreak::Deadline }));
            let short = seat.able.and(&seat.short).without(&there).without(&Set::only(self.gone.person));
            if !short.is_empty() {
                breaks.insert(AbsenceBreak::Deadline);
            }
        }
        if found.undone > 0 {
            breaks.insert(AbsenceBreak::Unfilled);
        }
        if !found.late.is_empty() {
            breaks.insert(AbsenceBreak::Deadline);
        }
        if !found.above_agreed.is_empty() {
            breaks.insert(AbsenceBreak::AboveAgreed);
        }
        breaks.into_iter().collect()
    }
}

fn internal(what: &str) -> WorkloadError {
    WorkloadError::Internal { path: crate::error::Pointer::root(), what: what.to_owned() }
}
