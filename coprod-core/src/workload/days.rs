//! How much somebody can do by a day, where they say how many hours they can do on a day.

use std::collections::BTreeMap;

use super::cast::Cast;
use super::order::{Order, Span};
use super::solve::Set;
use super::{MOST_DAYS, MOST_DUE_DAYS, Task};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::Date;

/// The days on which somebody is away, as ranges of day numbers that neither touch nor overlap, each with how many days all before it have.
#[derive(Debug, Clone, Default)]
pub(super) struct Away {
    ranges: Vec<(i32, i32, i64)>,
}

impl Away {
    pub(super) fn new(worker: &Person) -> Self {
        let mut all: Vec<(i32, i32)> =
            worker.unavailable.iter().map(|away| (away.from.epoch_days(), away.last().epoch_days())).collect();
        all.sort_unstable();
        let mut ranges: Vec<(i32, i32, i64)> = Vec::with_capacity(all.len());
        for (first, last) in all {
            match ranges.last_mut() {
                Some(before) if first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
                before => {
                    let days = before.map_or(0, |(from, to, days)| *days + i64::from(*to) - i64::from(*from) + 1);
                    ranges.push((first, last, days));
                }
            }
        }
        Self { ranges }
    }

    /// The last range that begins by this day.
    fn by(&self, day: i32) -> Option<&(i32, i32, i64)> {
        let next = self.ranges.partition_point(|(first, ..)| *first <= day);
        self.ranges.get(next.checked_sub(1)?)
    }

    pub(super) fn has(&self, day: i32) -> bool {
        self.by(day).is_some_and(|(_, last, _)| day <= *last)
    }

    /// How many days away there are up to this one.
    fn days_by(&self, day: i32) -> i64 {
        self.by(day).map_or(0, |(first, last, before)| before + i64::from(*last.min(&day)) - i64::from(*first) + 1)
    }

    /// The days from `first` to `last`, both counted, on which the person is there.
    pub(super) fn days_there(&self, first: i32, last: i32) -> u64 {
        if last < first {
            return 0;
        }
        let whole = u64::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or_default();
        let missed = self.days_by(last) - first.checked_sub(1).map_or(0, |before| self.days_by(before));
        whole.saturating_sub(u64::try_from(missed).unwrap_or_default())
    }
}

/// How much people can do by which day.
#[derive(Debug, Default)]
pub(super) struct Days {
    /// The first day of the period.
    first: Option<Date>,
    /// The days by which something is due.
    pub(super) due: Vec<Date>,
    /// Hours a day in seconds and the days away, of those who say how much they can do on a day.
    pace: BTreeMap<usize, (u64, Away)>,
    /// Who has too few days for tasks between such days, of so many seconds, with so many on one day.
    short: BTreeMap<(Span, u64, u64), Set>,
}

impl Days {
    /// Counts days for those who say how much they can do on one, from the first day of the period on.
    /// Work is counted by `more` days too.
    pub(super) fn new(cast: &Cast, tasks: &[Task], order: &Order, more: &[Date]) -> Result<Self, WorkloadError> {
        let paced = cast.iter().filter(|(person, _)| !cast.leavers.has(*person));
        let pace: BTreeMap<usize, (u64, Away)> = paced
            .filter_map(|(person, worker)| Some((person, (worker.hours_a_day?.seconds().unsigned_abs(), Away::new(worker)))))
            .collect();
        let mut due: Vec<Date> = order.spans.iter().filter_map(|span| span.latest).chain(more.iter().copied()).collect();
        due.sort_unstable();
        due.dedup();
        let (Some(last), false) = (due.last().copied(), pace.is_empty()) else { return Ok(Self::default()) };
        let Some(first) = order.from else {
            let who = pace.keys().next().and_then(|person| cast.worker(*person));
            let id = who.map_or_else(String::new, |worker| worker.id.to_string());
            return Err(WorkloadError::MissingField { path: Pointer::root().key("from"), id });
        };
        let tasks_at = || Pointer::root().key("tasks");
        if last.days_since(first) > i64::from(MOST_DAYS) {
            let late = tasks.iter().position(|task| task.due == Some(last)).unwrap_or_default();
            return Err(WorkloadError::OutOfRange {
                path: tasks_at().index(late).key("due"),
                found: last.in_words(),
                bounds: format!("within {MOST_DAYS} days of the first day"),
            });
        }
        super::known::at_most("days by which something is due", due.len(), MOST_DUE_DAYS, tasks_at)?;
        Ok(Self { first: Some(first), due, pace, short: BTreeMap::new() })
    }

    /// For each of so many people the most seconds by each day on which something is due; empty where nothing limits them.
    pub(super) fn limits(&self, people: usize) -> Vec<Vec<u64>> {
        let Some(first) = self.first else { return Vec::new() };
        let of = |person: usize| {
            let (seconds, away) = self.pace.get(&person)?;
            let by = |due: &Date| away.days_there(first.epoch_days(), due.epoch_days()) * seconds;
            Some(self.due.iter().map(by).collect())
        };
        (0..people).map(|person| of(person).unwrap_or_default()).collect()
    }

    /// The first day of the period, where days are counted.
    pub(super) const fn first(&self) -> Option<Date> {
        self.first
    }

    /// Which of the due days this one is.
    pub(super) fn index(&self, latest: Date) -> Option<usize> {
        self.due.binary_search(&latest).ok()
    }

    /// Those who cannot work so many seconds on one day.
    pub(super) fn too_slow(&self, seconds: u64) -> Set {
        self.pace.iter().filter(|(_, (rate, _))| *rate < seconds).map(|(person, _)| *person).collect()
    }

    /// Seconds a day and the days away of somebody who says how much they can do on a day.
    pub(super) fn pace(&self, person: usize) -> Option<(u64, &Away)> {
        self.pace.get(&person).map(|(seconds, away)| (*seconds, away))
    }

    /// Those who have too few days, or hours on the day of a session, for `seconds` of `task` even if they do nothing else.
    pub(super) fn too_short(&mut self, task: &Task, span: Span, seconds: u64) -> Set {
        let (Some(first), Some(latest)) = (self.first, span.latest) else { return Set::default() };
        let mut by_day: BTreeMap<Date, u64> = BTreeMap::new();
        for session in &task.sessions {
            *by_day.entry(session.date).or_default() += session.hours.map_or(0, |hours| hours.seconds().unsigned_abs());
        }
        let most = by_day.into_values().max().unwrap_or_default();
        let earliest = span.earliest.unwrap_or(first);
        let pace = &self.pace;
        let short = |(person, (rate, away)): (&usize, &(u64, Away))| {
            let room = away.days_there(earliest.epoch_days(), latest.epoch_days()) * rate;
            (room < seconds || *rate < most).then_some(*person)
        };
        self.short.entry((span, seconds, most)).or_insert_with(|| pace.iter().filter_map(short).collect()).clone()
    }
}
