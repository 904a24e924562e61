//! One plan told in the words of the request.

use std::collections::BTreeMap;

use super::after::After;
use super::check::Asked;
use super::consent::Asker;
use super::cost::cost_of;
use super::late::dates_to_move;
use super::moves::Moves;
use super::places::Now;
use super::search::Best;
use super::support::{before_leaving, unmet};
use super::{HandedOver, HandoverPlan, HandoverWork, LeftTask, LeftTaskFlag, ReplanRequest, SessionTakenOn};
use crate::error::WorkloadError;
use crate::group::Person;
use crate::unit::{Date, Hours, Id, Ratio};
use crate::workload::board::{Board, hours};
use crate::workload::report::{Report, ratio};
use crate::workload::schedule::schedule;
use crate::workload::{Assignment, Task, UnfilledNeed, WorkLoad, WorkSchedule};

/// The most hours of one task that fit in a day, for the warning that a date is too soon.
const HOURS_A_DAY: i64 = 8;

/// All that telling needs beside the board.
pub(super) struct Teller<'a> {
    pub(super) request: &'a ReplanRequest,
    pub(super) asked: &'a Asked<'a>,
    pub(super) after: &'a After,
    pub(super) now: &'a Now,
}

impl Teller<'_> {
    /// The plan that `best` is; the board's problem is the one that it solves.
    pub(super) fn plan(&self, board: &Board, best: &Best) -> Result<HandoverPlan, WorkloadError> {
        let solved = &best.solved;
        let report = Report::new(board, &solved.holders)?;
        let moves = Moves::new(board, self.now, best);
        let asker = Asker { board, teller: self, best };
        let id = |person: usize| board.cast.id(person);
        let handed = moves.handed.iter().filter_map(|(task, from, to)| {
            Some(HandedOver { task: board.tasks.get(*task)?.id.clone(), from: id(*from)?, to: id(*to)? })
        });
        let handing_over = self.handing_over(board, best);
        let stay: Vec<Person> = self.request.people.iter().filter(|worker| !self.leaves(&worker.id)).cloned().collect();
        Ok(HandoverPlan {
            handovers: u32::try_from(moves.handed.len()).unwrap_or(u32::MAX),
            takes_over: grouped(board, moves.taken.iter().map(|(task, person, _)| (*task, *person))),
            moves: handed.collect(),
            joins: grouped(board, moves.joined.iter().copied()),
            stand_ins: self.stand_ins(&asker),
            before_leaving: before_leaving(self, &handing_over),
            handing_over,
            unfilled: report.unfilled().into_iter().map(|need| self.unfilled(need)).collect(),
            unmet_support: unmet(board, &report, self),
            dates_to_move: dates_to_move(board, &report, self, best),
            vector: report.vector(solved)?,
            assignments: self.assignments(board, best),
            people: report.people(&stay)?.into_iter().map(|load| self.load(load)).collect(),
            schedule: schedule(board, &solved.holders).map(|schedule| self.schedule(schedule)),
            consents: asker.all(&moves),
            optimal: best.proved(),
            bound: solved.bound.map(ratio).transpose()?,
        })
    }

    fn leaves(&self, id: &Id) -> bool {
        self.asked.leavers.iter().any(|(leaver, _)| *leaver == id)
    }

    /// The task of the request that a task is of.
    pub(super) fn origin(&self, id: &Id) -> Id {
        let sessions = self.after.tasks.iter().skip(self.request.tasks.len()).zip(&self.after.sessions);
        let own = sessions.into_iter().find(|(task, _)| task.id == *id).and_then(|(_, index)| self.asked.missed.get(*index));
        let origin = own.and_then(|missed| self.request.tasks.get(missed.task));
        origin.map_or_else(|| id.clone(), |task| task.id.clone())
    }

    fn unfilled(&self, need: UnfilledNeed) -> UnfilledNeed {
        let task = self.origin(&need.task);
        if task == need.task {
            return need;
        }
        let title = self.after.tasks.iter().find(|task| task.id == need.task).map_or("", Task::label);
        UnfilledNeed { task, reason: format!("{title}: {}", need.reason), ..need }
    }

    fn load(&self, load: WorkLoad) -> WorkLoad {
        let mut load = load;
        load.tasks.iter_mut().for_each(|held| held.task = self.origin(&held.task));
        load.support.iter_mut().for_each(|given| given.task = self.origin(&given.task));
        load
    }

    fn schedule(&self, schedule: WorkSchedule) -> WorkSchedule {
        let mut schedule = schedule;
        schedule.tasks.iter_mut().for_each(|task| task.task = self.origin(&task.task));
        schedule.late.iter_mut().for_each(|late| late.task = self.origin(&late.task));
        schedule
    }

    /// Who has each unfinished task of the request.
    fn assignments(&self, board: &Board, best: &Best) -> Vec<Assignment> {
        let places = board.problem.places.iter().zip(&best.solved.holders).zip(&self.now.kinds);
        let own = places.filter(|(_, kind)| !matches!(kind, super::places::Kind::Session(_)));
        grouped(board, own.filter_map(|((place, holder), _)| Some((place.task, (*holder)?))))
    }

    fn stand_ins(&self, asker: &Asker) -> Vec<SessionTakenOn> {
        let of = |index: usize| {
            let missed = self.asked.missed.get(index)?;
            let takers = asker.taking(index);
            let seconds: u64 = takers.iter().map(|(_, seconds)| seconds).sum();
            Some(SessionTakenOn {
                task: self.request.tasks.get(missed.task)?.id.clone(),
                date: missed.date,
                instead_of: self.request.people.get(missed.person)?.id.clone(),
                people: takers.iter().filter_map(|(person, _)| asker.board.cast.id(*person)).collect(),
                hours: hours(seconds),
            })
        };
        (0..self.asked.missed.len()).filter_map(of).filter(|taken| !taken.people.is_empty()).collect()
    }

    /// The work of each place that changes hands, where it takes any.
    fn handing_over(&self, board: &Board, best: &Best) -> Vec<HandoverWork> {
        let places = board.problem.places.iter().enumerate().zip(&best.solved.holders);
        let work = places.filter_map(|((number, place), holder)| {
            let (from, to) = (self.now.holder(number)?, (*holder)?);
            let cost = cost_of(self.asked, self.request.handover, place.task);
            let (giver, receiver) = (cost.giver.seconds(), cost.receiver.seconds());
            (from != to && giver + receiver > 0).then_some(())?;
            Some(HandoverWork {
                task: board.tasks.get(place.task)?.id.clone(),
                from: board.cast.id(from)?,
                to: board.cast.id(to)?,
                giver_hours: hours(giver),
                receiver_hours: hours(receiver),
            })
        });
        work.collect()
    }

    /// The unfinished tasks of those who leave, with what their dates mean.
    pub(super) fn left_tasks(&self, board: &Board) -> Vec<LeftTask> {
        let several = self.asked.leavers.len() > 1;
        let places = board.problem.places.iter().enumerate().filter(|(number, _)| self.now.left(*number));
        let of = |(number, place): (usize, &crate::workload::solve::Place)| {
            let task = self.request.tasks.get(place.task)?;
            let leaver = board.cast.id(self.now.holder(number)?)?;
            let from = self.asked.leavers.iter().find(|(id, _)| **id == leaver).and_then(|(_, from)| *from);
            let hours = hours(place.seconds);
            let (flag, note) = flag(task, hours.seconds(), from).unzip();
            Some(LeftTask { task: task.id.clone(), left_by: several.then_some(leaver), hours, due: task.due, flag, note })
        };
        places.filter_map(of).collect()
    }

    /// What was taken as so.
    pub(super) fn assumes(&self, board: &Board) -> Vec<String> {
        let mut assumes = self.after.assumes.clone();
        for (task, _) in &self.asked.grown {
            let here = board.problem.places.iter().any(|place| place.task == *task);
            if let Some(task) = self.request.tasks.get(*task).filter(|_| !here) {
                assumes.push(format!("nobody has {}: it grows, and nobody is asked to take it here", task.label()));
            }
        }
        for missed in self.now.without.iter().filter_map(|index| self.asked.missed.get(*index)) {
            let (Some(task), Some(worker)) = (self.request.tasks.get(missed.task), self.request.people.get(missed.person)) else {
                continue;
            };
            assumes.push(format!(
                "everybody is in {} on their own account, so that the session on {} goes ahead without {}",
                task.label(),
                missed.date.in_words(),
                worker.label()
            ));
        }
        for missed in &self.asked.missed {
            let Some(worker) = self.request.people.get(missed.person) else { continue };
            let others = self.request.tasks.iter().filter(|task| {
                let theirs = board.named.iter().zip(board.tasks).any(|(named, other)| {
                    other.id == task.id && named.people.iter().any(|person| board.cast.id(*person).as_ref() == Some(&worker.id))
                });
                let said = self.asked.missed.iter().any(|other| {
                    other.person == missed.person
                        && other.date == missed.date
                        && self.request.tasks.get(other.task).map(|other| &other.id) == Some(&task.id)
                });
                !task.done && theirs && !said && task.sessions.iter().any(|session| session.date == missed.date)
            });
            for task in others {
                let words = format!("{} comes to the session of {} on {}", worker.label(), task.label(), missed.date.in_words());
                if !assumes.contains(&words) {
                    assumes.push(words);
                }
            }
        }
        assumes
    }
}

/// People by task, the tasks in their order and the people by id.
fn grouped(board: &Board, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<Assignment> {
    let mut by_task: BTreeMap<usize, Vec<Id>> = BTreeMap::new();
    for (task, person) in pairs {
        by_task.entry(task).or_default().extend(board.cast.id(person));
    }
    let of = |(task, mut people): (usize, Vec<Id>)| {
        people.sort();
        Some(Assignment { task: board.tasks.get(task)?.id.clone(), people })
    };
    by_task.into_iter().filter_map(of).collect()
}

/// The seconds of one person's part of what is done: all of it, or their share.
pub(super) fn part_of(seconds: u64, share: Option<Ratio>) -> u64 {
    let Some(share) = share else { return seconds };
    let part =
        Hours::of_seconds(seconds).and_then(|hours| hours.ratio().times(share).ok()).and_then(|part| Hours::try_from(part).ok());
    part.map_or(0, |hours| hours.seconds().unsigned_abs())
}

fn flag(task: &Task, seconds: i64, from: Option<Date>) -> Option<(LeftTaskFlag, String)> {
    let (due, from) = (task.due?, from?);
    let days = due.days_since(from);
    if days < 0 {
        let note =
            format!("due on {}, before they leave on {}: ask whether they will finish it", due.in_words(), from.in_words());
        return Some((LeftTaskFlag::DueBeforeLeaving, note));
    }
    // The day of leaving and the day on which it is due both count.
    if seconds > (days + 1) * HOURS_A_DAY * 3600 {
        let days = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        let note = format!("due on {}, {days} after they leave: move the date, or ask more people", due.in_words());
        return Some((LeftTaskFlag::DueTooSoon, note));
    }
    None
}
