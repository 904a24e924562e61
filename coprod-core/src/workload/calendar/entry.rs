//! The entries of a calendar before they are written.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::request::{CalendarRequest, DueDayForm};
use crate::group::{Person, listed, listed_briefly};
use crate::unit::{ClockTime, Date, Hours, Id};
use crate::workload::Task;
use crate::workload::board::hours;
use crate::workload::rota::{Rota, Shift, in_order};

/// An event or a to-do.
pub(super) struct Entry {
    pub(super) uid: String,
    /// The name it would have if days on which something must be finished took the other form.
    pub(super) otherwise: Option<String>,
    /// The task that it comes from.
    pub(super) task: Id,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) kind: Kind,
    /// Whether the task is finished.
    pub(super) done: bool,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Session { date: Date, start: Option<ClockTime>, seconds: i64 },
    DueDay(Date),
    ToDo(Option<Date>),
}

impl Kind {
    /// Entries stand in the order of their days and times, those without a day last.
    pub(super) fn order(&self) -> (bool, Option<Date>, Option<ClockTime>) {
        match self {
            Self::Session { date, start, .. } => (false, Some(*date), *start),
            Self::DueDay(date) | Self::ToDo(Some(date)) => (false, Some(*date), None),
            Self::ToDo(None) => (true, None, None),
        }
    }
}

/// The name of an entry: a UUID of version 8 (RFC 9562) from a SHA-256 of who has what. No id can hold what stands between the parts.
fn uid(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\u{0}").as_bytes());
    let mut text = String::with_capacity(36);
    for (number, byte) in digest.iter().take(16).enumerate() {
        let byte = match number {
            6 => byte & 0x0f | 0x80,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        if matches!(number, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The entries of a task by what they say of it.
struct Said<'s> {
    /// Whose they are, and whom they help, as parts of their names.
    who: [&'s str; 2],
    summary: String,
    description: String,
}

fn entries(request: &CalendarRequest, due_days: DueDayForm, rota: &Rota, number: usize, said: &Said) -> Vec<Entry> {
    let Some(task) = rota.tasks.get(number) else { return Vec::new() };
    let name = |part: &str| uid(&["coprod", request.calendar.as_str(), said.who[0], said.who[1], task.id.as_str(), part]);
    let entry = |part: &str, otherwise: Option<&str>, summary: String, first: String, kind: Kind| Entry {
        uid: name(part),
        otherwise: otherwise.map(name),
        task: task.id.clone(),
        summary,
        description: [first.as_str(), said.description.as_str()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        kind,
        done: task.done,
    };
    let mut all = Vec::new();
    for (index, session) in in_order(task).into_iter().enumerate() {
        let first = session.hours.map_or(String::new(), |hours| format!("{} on this day.", hours.in_words()));
        let seconds = session.hours.map_or(0, Hours::seconds);
        let kind = Kind::Session { date: session.date, start: session.start, seconds };
        all.push(entry(&format!("session {index}"), None, said.summary.clone(), first, kind));
    }
    let due = rota.due(number);
    let kind = match (due_days, due) {
        (DueDayForm::Events, Some(due)) => Kind::DueDay(due),
        (DueDayForm::Events, None) => return all,
        (DueDayForm::ToDos, None) if !task.sessions.is_empty() => return all,
        (DueDayForm::ToDos, due) => Kind::ToDo(due),
    };
    let by = match (due, task.due) {
        (Some(due), Some(own)) if due < own => {
            format!("To be finished by the end of this day, as others wait for it; its own date is {}.", own.in_words())
        }
        (Some(_), None) => "To be finished by the end of this day, as others wait for it.".to_owned(),
        (Some(_), _) => "To be finished by the end of this day.".to_owned(),
        (None, _) => "No day is set for it.".to_owned(),
    };
    let (word, by) = if task.done { ("Finished", String::new()) } else { ("Due", by) };
    let summary = if matches!(kind, Kind::ToDo(_)) { said.summary.clone() } else { format!("{word}: {}", said.summary) };
    // A to-do and an event are never taken for one thing.
    let (part, otherwise) = if matches!(kind, Kind::ToDo(_)) { ("to do", "due") } else { ("due", "to do") };
    all.push(entry(part, Some(otherwise), summary, by, kind));
    all
}

/// The entries of one person by one task.
pub(super) fn of_shift(request: &CalendarRequest, due_days: DueDayForm, rota: &Rota, shift: &Shift) -> Vec<Entry> {
    let (Some(task), Some(person)) = (rota.task(shift), rota.person(shift)) else { return Vec::new() };
    let helped = rota.helped(shift);
    let mut lines = vec![format!("{} in all.", hours(shift.seconds).in_words())];
    let others: Vec<&Shift> = of_task(rota, shift.task).iter().filter(|other| other.person != shift.person).collect();
    let name = |shift: &&Shift| rota.person(shift).map(Person::label);
    let with: Vec<&str> = others.iter().copied().filter(|other| other.helps.is_none()).filter_map(|other| name(&other)).collect();
    if helped.is_none() && !with.is_empty() {
        lines.push(format!("With {}.", listed_briefly(&with)));
    }
    let helpers = others.iter().copied().filter(|other| other.helps == Some(shift.person));
    let helpers: Vec<&str> = helpers.filter_map(|other| name(&other)).collect();
    if helped.is_none() && !helpers.is_empty() {
        lines.push(format!("Helped by {}.", listed_briefly(&helpers)));
    }
    let summary =
        helped.map_or_else(|| task.label().to_owned(), |helped| format!("Help {} with {}", helped.label(), task.label()));
    let who = [person.id.as_str(), helped.map_or("", |helped| helped.id.as_str())];
    entries(request, due_days, rota, shift.task, &Said { who, summary, description: lines.join("\n") })
}

/// The entries of the group: each task that somebody has, once.
pub(super) fn of_group(request: &CalendarRequest, due_days: DueDayForm, rota: &Rota) -> Vec<Entry> {
    let mut all = Vec::new();
    let mut shifts = rota.shifts.as_slice();
    while let Some(first) = shifts.first() {
        let (of_task, rest) = shifts.split_at(shifts.partition_point(|shift| shift.task <= first.task));
        shifts = rest;
        let Some(task) = rota.task(first) else { continue };
        all.extend(entries(request, due_days, rota, first.task, &of_everybody(rota, task, of_task)));
    }
    all
}

fn of_everybody<'s>(rota: &Rota, task: &Task, shifts: &[Shift]) -> Said<'s> {
    let name = |shift: &Shift| rota.person(shift).map(Person::label);
    let have: Vec<&str> = shifts.iter().filter(|shift| shift.helps.is_none()).filter_map(name).collect();
    let help = |shift: &Shift| Some(format!("{} helps {}", name(shift)?, rota.helped(shift)?.label()));
    let help: Vec<String> = shifts.iter().filter_map(help).collect();
    let mut lines = vec![format!("Who: {}.", listed_briefly(&have))];
    if !help.is_empty() {
        lines.push(format!("Help: {}.", listed_briefly(&help)));
    }
    let names = if have.len() > 3 { format!("{} people", have.len()) } else { listed(&have) };
    // Nobody is called so: an id is never empty.
    Said { who: ["", ""], summary: format!("{} ({names})", task.label()), description: lines.join("\n") }
}

/// The shifts of one task.
fn of_task<'r>(rota: &'r Rota, task: usize) -> &'r [Shift] {
    let from = rota.shifts.partition_point(|shift| shift.task < task);
    let to = rota.shifts.partition_point(|shift| shift.task <= task);
    rota.shifts.get(from..to).unwrap_or_default()
}
