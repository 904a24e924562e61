//! Calendars and rotas: who has what and when, in forms that other programs read.
//!
//! Calendars are iCalendar (RFC 5545). A session is an event, of the whole day unless it says when it starts; a day on which something must be
//! finished is an event of the whole day, or a to-do. They are there to be read: no calendar here invites anybody, since no e-mail address
//! is known and none is made up, and so who has what stands in titles and descriptions. The rota is a table with commas.
//!
//! # Updates
//! Every entry has a name of its own, worked out from the `calendar`, the ids and the number of the session, so that calendars made
//! again from the same request are the same to the last byte, and a later `revision` replaces what a program has. What somebody had
//! `before` and has no longer is in the calendar as cancelled; so are, where `before` says that days on which something must be finished took
//! another form, the entries of that form. Entries of the group's calendar and of a person's have different names: somebody who takes both
//! has both, and cancelling one leaves the other.
//!
//! # Example
//! ```
//! use coprod_core::api::call;
//!
//! let request = r#"{
//!   "people": [{"id": "ana", "name": "Ana", "capacity": "10"}, {"id": "bo", "name": "Bo", "capacity": "10"}],
//!   "tasks": [{"id": "notes", "title": "Notes; minutes", "hours": "2", "sessions": [{"date": "2026-06-15", "start": "10:30", "hours": "1.5"}]},
//!             {"id": "draft", "title": "First draft", "hours": "6", "due": "2026-06-30"}],
//!   "assignments": [{"task": "notes", "people": ["ana"]}, {"task": "draft", "people": ["bo"]}],
//!   "calendar": "brochure.example.org", "title": "Brochure", "made_on": "2026-06-01", "clock": "europe_london"
//! }"#;
//! let answer = call("workload.calendar", request)?;
//! assert!(answer.contains(r"DTSTART;TZID=Europe/London:20260615T103000\r\nDTEND;TZID=Europe/London:20260615T120000\r\n"));
//! assert!(answer.contains(r"SUMMARY:Due: First draft\r\n"));
//! assert!(answer.contains(r"ana,Ana,,notes,Notes; minutes,session,2026-06-15,10:30,1.5,\r\n"));
//! # Ok::<(), coprod_core::error::ErrorReport>(())
//! ```

mod answer;
mod entry;
mod request;
mod rows;
mod text;

#[cfg(test)]
mod tests;

pub use answer::{CalendarAnswer, OpenTask, PersonCalendar, WorkCalendar};
pub use request::{
    CalendarBefore, CalendarClock, CalendarRequest, CalendarsWanted, DueDayForm, MOST_CALENDAR_ENTRIES, MOST_REVISIONS,
};

use std::collections::{BTreeMap, BTreeSet};

use entry::Entry;

use super::Task;
use super::known::{Known, at_most};
use super::rota::{MOST_TITLE_LETTERS, Rota, Shift, plain};
use crate::error::{ErrorReport, Pointer, WorkloadError};
use crate::group::{Person, SupportNeeded};
use crate::unit::{Hours, Id, IdMap};

/// Makes calendars and a rota.
///
/// # Errors
/// As for [`super::split()`], but for limits that the assignments break, which the answer lists; those of `before` with paths below `/before`.
/// `invalid_text` for titles and names that cannot be shown or are too long; `out_of_range` for a timed session of no length or of more than a day, or before
/// the clock's first day, and for a revision that is none; `unknown_member` for unknown people in `only`; `too_many` for more than [`MOST_CALENDAR_ENTRIES`].
pub fn calendar(request: &CalendarRequest) -> Result<CalendarAnswer, ErrorReport> {
    let rota = Rota::new(&request.people, &request.tasks, &request.assignments, request.from)?;
    let wanted = Wanted::new(request, &rota)?;
    let earlier = request.before.as_ref().map(|before| Earlier::new(request, before));
    let earlier_rota = match (&earlier, &request.before) {
        (Some(earlier), Some(before)) => {
            let rota = Rota::new(&earlier.people, earlier.tasks, &before.assignments, None).map_err(below_before)?;
            timed(&rota, request.clock).map_err(below_before)?;
            Some(rota)
        }
        _ => None,
    };
    let form = request.due_days;
    let earlier_form = request.before.as_ref().and_then(|before| before.due_days).unwrap_or(form);
    let forms = [(form, Some(&rota)), (earlier_form, earlier_rota.as_ref())];
    let entries: usize = forms.into_iter().filter_map(|(form, rota)| Some(wanted.entries(form, rota?))).sum();
    let count = wanted.rows(form, &rota) + entries;
    let what = "entries of calendars and rows of the rota (name people in \"only\", or ask for one calendar)";
    at_most(what, count, MOST_CALENDAR_ENTRIES, || Pointer::root().key("tasks"))?;

    let title = request.title.as_deref().unwrap_or(request.calendar.as_str());
    let done: BTreeSet<&Id> = request.tasks.iter().filter(|task| task.done).map(|task| &task.id).collect();
    let gone = |before: Vec<Entry>, now: &[Entry]| -> Vec<Entry> {
        let there: BTreeSet<&str> = now.iter().map(|entry| entry.uid.as_str()).collect();
        let replaced = |entry: &Entry| entry.otherwise.as_ref().is_some_and(|other| there.contains(other.as_str()));
        // What is finished is not called off, even if it is left out of the assignments: only an entry in another form takes its place.
        let over = |entry: &Entry| !there.contains(entry.uid.as_str()) && (!done.contains(&entry.task) || replaced(entry));
        before.into_iter().filter(over).collect()
    };
    let group = wanted.group.then(|| {
        let now = entry::of_group(request, form, &rota);
        let before = earlier_rota.as_ref().map(|rota| entry::of_group(request, earlier_form, rota)).unwrap_or_default();
        let gone = gone(before, &now);
        text::calendar(request, title, &now, &gone)
    });
    let mut people = Vec::new();
    let (shifts, earlier_shifts) = (by_person(&rota), earlier_rota.as_ref().map(by_person).unwrap_or_default());
    for (number, person) in request.people.iter().enumerate() {
        let (now, before) = (shifts.get(&number), earlier_shifts.get(&number));
        if !wanted.people || !wanted.of(number) || (now.is_none() && before.is_none()) {
            continue;
        }
        let of = |form: DueDayForm, rota: &Rota, shifts: Option<&Vec<Shift>>| {
            shifts.into_iter().flatten().flat_map(|shift| entry::of_shift(request, form, rota, shift)).collect::<Vec<Entry>>()
        };
        let now = of(form, &rota, now);
        let gone = gone(earlier_rota.as_ref().map(|rota| of(earlier_form, rota, before)).unwrap_or_default(), &now);
        let calendar = text::calendar(request, &format!("{title}: {}", person.label()), &now, &gone);
        people.push(PersonCalendar { id: person.id.clone(), calendar });
    }
    let (table, rows) = rows::table(&rota, |shift| wanted.of(shift.person));
    let open = rota
        .open
        .iter()
        .filter_map(|(task, missing)| Some(OpenTask { task: request.tasks.get(*task)?.id.clone(), missing: *missing }));
    Ok(CalendarAnswer {
        group,
        people,
        rota: table,
        rows,
        without_a_day: rota.without_a_day().into_iter().map(|task| task.id.clone()).collect(),
        open: open.collect(),
        breaks: rota.breaks.clone(),
        assumes: assumes(request),
    })
}

/// What the people had before, as far as it says who helped whom. What else they say of themselves today does not bear on it.
struct Earlier<'a> {
    people: Vec<Person>,
    tasks: &'a [Task],
}

impl<'a> Earlier<'a> {
    fn new(request: &'a CalendarRequest, before: &'a CalendarBefore) -> Self {
        let tasks = before.tasks.as_deref().unwrap_or(&request.tasks);
        let known = Known::new(&request.people, tasks);
        let meant = |support: &&SupportNeeded| {
            support.task.as_ref().is_none_or(|task| known.tasks.contains_key(task))
                && support.skill.as_ref().is_none_or(|skill| known.is_skill(skill))
        };
        let people = request.people.iter().map(|person| Person {
            capacity: Hours::from_seconds(3600).ok(),
            hard_cap: None,
            prefers: Vec::new(),
            burden: None,
            burdens: IdMap::default(),
            unavailable: Vec::new(),
            hours_a_day: None,
            avoids: Vec::new(),
            support: person.support.iter().filter(meant).cloned().collect(),
            ..person.clone()
        });
        Self { people: people.collect(), tasks }
    }
}

fn below_before(error: WorkloadError) -> ErrorReport {
    let report = ErrorReport::from(error);
    ErrorReport { path: format!("/before{}", report.path), ..report }
}

/// Which calendars are wanted.
struct Wanted {
    group: bool,
    people: bool,
    /// The numbers of the people whose calendars and rows are wanted; of everybody where empty.
    only: BTreeSet<usize>,
}

impl Wanted {
    /// Checks what the request says of the calendars.
    fn new(request: &CalendarRequest, rota: &Rota) -> Result<Self, WorkloadError> {
        check(request)?;
        timed(rota, request.clock)?;
        let (group, people) = match request.calendars {
            CalendarsWanted::GroupAndPeople => (true, true),
            CalendarsWanted::Group => (true, false),
            CalendarsWanted::People => (false, true),
        };
        Ok(Self { group, people, only: only(request)? })
    }

    fn of(&self, person: usize) -> bool {
        self.only.is_empty() || self.only.contains(&person)
    }

    /// The tasks of the shifts that are wanted.
    fn tasks(&self, rota: &Rota) -> impl Iterator<Item = usize> {
        rota.shifts.iter().filter(|shift| self.of(shift.person)).map(|shift| shift.task)
    }

    /// How many rows the table has, at most.
    fn rows(&self, form: DueDayForm, rota: &Rota) -> usize {
        self.tasks(rota).map(|task| entries_of(form, rota, task)).sum()
    }

    /// How many entries the calendars have.
    fn entries(&self, form: DueDayForm, rota: &Rota) -> usize {
        let by_person = self.tasks(rota).filter(|_| self.people);
        let in_all: BTreeSet<usize> = rota.shifts.iter().filter(|_| self.group).map(|shift| shift.task).collect();
        by_person.chain(in_all).map(|task| entries_of(form, rota, task)).sum()
    }
}

fn check(request: &CalendarRequest) -> Result<(), WorkloadError> {
    let root = Pointer::root();
    plain(request.title.as_deref(), "title", MOST_TITLE_LETTERS, || root.key("title"))?;
    let revision = |found: String, bounds: String| Err(WorkloadError::OutOfRange { path: root.key("revision"), found, bounds });
    if request.revision > MOST_REVISIONS {
        return revision(format!("revision {}", request.revision), format!("from 0 to {MOST_REVISIONS}"));
    }
    if request.before.is_some() && request.revision == 0 {
        return revision(
            "revision 0 of calendars that were sent out before".to_owned(),
            "above that of the calendars before".to_owned(),
        );
    }
    Ok(())
}

/// The numbers of the people in `only`.
fn only(request: &CalendarRequest) -> Result<BTreeSet<usize>, WorkloadError> {
    let root = Pointer::root().key("only");
    let numbers: BTreeMap<&Id, usize> = request.people.iter().enumerate().map(|(number, person)| (&person.id, number)).collect();
    let mut only = BTreeSet::new();
    for (index, id) in request.only.iter().enumerate() {
        let path = || root.index(index);
        let unknown = || WorkloadError::UnknownMember { path: path(), id: id.to_string() };
        if !only.insert(numbers.get(id).copied().ok_or_else(unknown)?) {
            return Err(WorkloadError::DuplicateId { path: path(), id: id.to_string() });
        }
    }
    Ok(only)
}

/// Refuses timed sessions that no calendar can show.
fn timed(rota: &Rota, clock: CalendarClock) -> Result<(), WorkloadError> {
    for (number, task) in rota.tasks.iter().enumerate() {
        for (index, session) in task.sessions.iter().enumerate().filter(|(_, session)| session.start.is_some()) {
            let path = |key: &str| Pointer::root().key("tasks").index(number).key("sessions").index(index).key(key);
            let wrong = |path: Pointer, found: String, bounds: &str| {
                Err(WorkloadError::OutOfRange { path, found, bounds: bounds.to_owned() })
            };
            let seconds = session.hours.map_or(0, Hours::seconds);
            if !(1..=text::DAY).contains(&seconds) {
                let found =
                    session.hours.map_or("a session that starts at a time and takes no stated hours".to_owned(), |hours| {
                        format!("a session that starts at a time and takes {}", hours.in_words())
                    });
                return wrong(path("hours"), found, "above 0 and of at most 24 hours, or leave the start out");
            }
            let end = session.start.map_or(0, |start| i64::from(start.seconds())) + seconds;
            if end >= text::DAY && session.date.plus_days(1).is_err() {
                let found = format!("the end of a session on {}", session.date.in_words());
                return wrong(path("date"), found, "on the same day at the latest");
            }
            if clock == CalendarClock::EuropeLondon && text::before_london(session.date) {
                let found = format!("a session on {}", session.date.in_words());
                return wrong(path("date"), found, "from 31 March 2002 on, or take another clock");
            }
        }
    }
    Ok(())
}

/// How many entries somebody who has a task has by it; as many rows at most.
fn entries_of(due_days: DueDayForm, rota: &Rota, task: usize) -> usize {
    let sessions = rota.tasks.get(task).map_or(0, |task| task.sessions.len());
    let rest = rota.due(task).is_some() || (sessions == 0 && due_days == DueDayForm::ToDos);
    sessions + usize::from(rest)
}

fn by_person(rota: &Rota) -> BTreeMap<usize, Vec<Shift>> {
    let mut all: BTreeMap<usize, Vec<Shift>> = BTreeMap::new();
    for shift in &rota.shifts {
        all.entry(shift.person).or_default().push(*shift);
    }
    all
}

fn assumes(request: &CalendarRequest) -> Vec<String> {
    let clock = match request.clock {
        CalendarClock::Local => "times are those of the clock where the calendar is read",
        CalendarClock::Utc => "times are in Coordinated Universal Time",
        CalendarClock::EuropeLondon => "times are those of the clock in the United Kingdom",
    };
    let timed = request.tasks.iter().flat_map(|task| &task.sessions).any(|session| session.start.is_some());
    let clock = timed.then(|| clock.to_owned());
    let length = timed.then(|| "a session ends when its hours are over, without breaks".to_owned());
    let days = request.tasks.iter().flat_map(|task| &task.sessions).any(|session| session.start.is_none());
    let days = days.then(|| "a session that does not say when it starts takes the whole day".to_owned());
    clock.into_iter().chain(length).chain(days).collect()
}
