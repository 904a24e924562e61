//! A schedule by whole days that shows whether everybody can do what they have in time.
//!
//! Only where people say how many hours they can do on a day. Sessions keep their days; then each task with a date, the soonest due first, takes the
//! first free hours of those who have it, from the day after the tasks before it are finished. For one person that finds a schedule
//! whenever there is one; where people wait for one another it can miss one, so that what it does not find is said and not forbidden.

use std::collections::BTreeMap;

use super::board::{Board, hours};
use super::solve::Place;
use super::{LateTask, ScheduledTask, WorkSchedule};
use crate::unit::Date;

/// The free seconds of one person on each day of the period.
struct Free {
    seconds: Vec<u64>,
    /// For each day the first one from it on that may have something free.
    next: Vec<usize>,
}

impl Free {
    fn new(seconds: Vec<u64>) -> Self {
        let next = (0..=seconds.len()).collect();
        Self { seconds, next }
    }

    fn first_free(&mut self, from: usize) -> usize {
        let mut day = from.min(self.seconds.len());
        loop {
            let next = self.next.get(day).copied().unwrap_or(day);
            if next == day {
                break;
            }
            day = next;
        }
        let mut walked = from.min(self.seconds.len());
        while let Some(slot) = self.next.get_mut(walked).filter(|slot| **slot != day && walked != day) {
            walked = std::mem::replace(slot, day);
        }
        day
    }

    /// Takes `wanted` seconds on the days from `from` to `to`: the first and the last day, and what is left over.
    fn take(&mut self, wanted: u64, from: usize, to: usize) -> (Option<(usize, usize)>, u64) {
        let (mut left, mut span) = (wanted, None);
        let mut day = self.first_free(from);
        while left > 0 && day <= to && day < self.seconds.len() {
            let taken = self.seconds.get_mut(day).map_or(0, |free| {
                let taken = left.min(*free);
                *free -= taken;
                taken
            });
            left -= taken;
            if taken > 0 {
                span = Some((span.map_or(day, |(first, _)| first), day));
            }
            if left > 0 {
                if let Some(next) = self.next.get_mut(day) {
                    *next = day + 1;
                }
                day = self.first_free(day + 1);
            }
        }
        (span, left)
    }
}

struct Scheduler<'a> {
    board: &'a Board<'a>,
    first: Date,
    free: BTreeMap<usize, Free>,
    begun: &'a BTreeMap<(usize, usize), Option<Date>>,
    finish: Vec<Option<usize>>,
    tasks: Vec<ScheduledTask>,
    late: Vec<LateTask>,
}

/// The schedule for what `holders` have, where days are counted.
pub(super) fn schedule(board: &Board, holders: &[Option<usize>]) -> Option<WorkSchedule> {
    schedule_with(board, holders, &BTreeMap::new())
}

/// The same where some people work on a task from an earlier day on than others: by task and person.
pub(super) fn schedule_with(
    board: &Board,
    holders: &[Option<usize>],
    begun: &BTreeMap<(usize, usize), Option<Date>>,
) -> Option<WorkSchedule> {
    let first = board.days.first()?;
    let last = board.days.due.last()?;
    let days = usize::try_from(last.days_since(first) + 1).ok()?;
    let mut free = BTreeMap::new();
    for (person, _) in board.cast.iter() {
        let Some((pace, away)) = board.days.pace(person) else { continue };
        let seconds = |day: usize| {
            let day = i32::try_from(day).unwrap_or(i32::MAX).saturating_add(first.epoch_days());
            if away.has(day) { 0 } else { pace }
        };
        free.insert(person, Free::new((0..days).map(seconds).collect()));
    }
    let finish = vec![None; board.tasks.len()];
    let mut scheduler = Scheduler { board, first, free, begun, finish, tasks: Vec::new(), late: Vec::new() };
    let mut by_task: Vec<Vec<(&Place, usize)>> = vec![Vec::new(); board.tasks.len()];
    for (place, holder) in board.problem.places.iter().zip(holders) {
        if let (Some(person), Some(slot)) = (holder, by_task.get_mut(place.task)) {
            slot.push((place, *person));
        }
    }
    for places in &by_task {
        for (place, person) in places {
            scheduler.sessions(place, *person);
        }
    }
    let mut order: Vec<(Date, usize)> =
        board.order.sequence.iter().filter_map(|task| Some((board.order.span(*task).latest?, *task))).collect();
    // Stable: what is due on one day stays in an order in which each task comes after those that it waits for.
    order.sort_by_key(|(latest, _)| *latest);
    for (latest, task) in order {
        let places = by_task.get(task).map_or(&[][..], Vec::as_slice);
        scheduler.task(task, latest, places);
    }
    let Scheduler { tasks, late, .. } = scheduler;
    Some(WorkSchedule { found: late.is_empty(), tasks, late })
}

impl Scheduler<'_> {
    fn number(&self, day: Date) -> usize {
        usize::try_from(day.days_since(self.first)).unwrap_or_default()
    }

    fn day(&self, number: usize) -> Option<Date> {
        self.first.plus_days(i32::try_from(number).ok()?).ok()
    }

    /// Keeps the hours of sessions free on their days.
    fn sessions(&mut self, place: &Place, person: usize) {
        for (date, seconds) in self.board.sessions_of(place, person) {
            // Whoever comes though they are away that day finds the time for it.
            if self.board.comes_all_the_same(place.task, person, date) {
                continue;
            }
            let day = self.number(date);
            let (_, left) = self.free.get_mut(&person).map_or((None, 0), |free| free.take(seconds, day, day));
            if left > 0 {
                self.too_late(place.task, person, date, left);
            }
        }
    }

    fn task(&mut self, number: usize, latest: Date, places: &[(&Place, usize)]) {
        let Some(task) = self.board.tasks.get(number) else { return };
        let own = self.board.order.span(number).earliest.map_or(0, |day| self.number(day));
        let before = self.board.order.before.get(number).map_or(&[][..], Vec::as_slice);
        let after = before.iter().filter_map(|before| self.finish.get(*before).copied().flatten()).map(|day| day + 1).max();
        let after = after.unwrap_or(0);
        let begin = own.max(after);
        let due = self.number(latest);
        let last_session = task.session_days().map(|(_, last)| self.number(last));
        let mut span: Option<(usize, usize)> = None;
        for (place, holder) in places {
            let begin = match self.begun.get(&(number, *holder)) {
                Some(day) => day.map_or(0, |day| self.number(day)).max(after),
                None => begin,
            };
            let seat = self.board.seats_of(number).get(place.seat);
            let by = seat.and_then(|seat| seat.session).unwrap_or(latest);
            let due = self.number(by);
            let in_sessions: u64 = self.board.sessions_of(place, *holder).map(|(_, seconds)| seconds).sum();
            for (index, (person, seconds, _)) in place.borne(*holder).enumerate() {
                let rest = if index == 0 { seconds.saturating_sub(in_sessions) } else { seconds };
                let (taken, left) = match self.free.get_mut(&person) {
                    Some(free) => free.take(rest, begin, due),
                    None => (None, 0),
                };
                if left > 0 {
                    self.too_late(number, person, by, left);
                }
                let (first, last) = taken.unwrap_or((begin, begin));
                span = Some(span.map_or((first, last), |(from, to)| (from.min(first), to.max(last))));
            }
        }
        let first_session = task.session_days().map(|(first, _)| self.number(first));
        let begins = span.map_or(begin, |(from, _)| from).min(first_session.unwrap_or(usize::MAX));
        let ends = span.map_or(begin, |(_, to)| to).max(last_session.unwrap_or(0));
        if let Some(slot) = self.finish.get_mut(number) {
            *slot = Some(if places.is_empty() { due } else { ends });
        }
        if let (Some(begins), Some(ends), false) = (self.day(begins), self.day(ends), places.is_empty()) {
            self.tasks.push(ScheduledTask { task: task.id.clone(), begins, ends });
        }
    }

    fn too_late(&mut self, task: usize, person: usize, day: Date, left: u64) {
        let (Some(worker), Some(task)) = (self.board.cast.worker(person), self.board.tasks.get(task)) else { return };
        let left = hours(left);
        let words = format!(
            "beside what else they have, {} finds no time for {} of {} by {}",
            worker.label(),
            left.in_words(),
            task.label(),
            day.in_words()
        );
        self.late.push(LateTask { task: task.id.clone(), person: worker.id.clone(), hours: left, words });
    }
}
