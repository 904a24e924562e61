//! Who has what, and when: what calendars, rotas and pictures are made from.
//!
//! It is set out from assignments, wherever they come from, as they are. What they break is listed and forbids nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::alternatives::{BrokenLimit, Table, set_out};
use super::known::short_enough;
use super::{Assignment, Task, WorkSession};
use crate::error::{Pointer, WorkloadError, turns_text, visible};
use crate::group::Person;
pub use crate::group::{MOST_NAME_LETTERS, MOST_TITLE_LETTERS};
use crate::unit::{Date, Id};

/// Everybody's work.
pub(super) struct Rota<'a> {
    pub(super) people: &'a [Person],
    pub(super) tasks: &'a [Task],
    /// Who has or helps with what: in the order of the tasks, and for each of the people.
    pub(super) shifts: Vec<Shift>,
    /// The day by which each unfinished task must be finished, if there is one.
    pub(super) latest: Vec<Option<Date>>,
    /// The tasks with places that nobody fills, in the order of the tasks, and how many those are.
    pub(super) open: Vec<(usize, u32)>,
    /// The limits that the assignments break.
    pub(super) breaks: Vec<BrokenLimit>,
}

/// The part of one person in one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shift {
    /// The number of the task.
    pub(super) task: usize,
    /// The number of the person, in the order of the request.
    pub(super) person: usize,
    /// Whom they help, if the task is not theirs.
    pub(super) helps: Option<usize>,
    pub(super) seconds: u64,
}

impl<'a> Rota<'a> {
    /// Sets out who has what. Paths in errors are those of a split with `assignments` beside it.
    pub(super) fn new(
        people: &'a [Person],
        tasks: &'a [Task],
        assignments: &[Assignment],
        from: Option<Date>,
    ) -> Result<Self, WorkloadError> {
        let (board, holders) = set_out((people, tasks), assignments, from)?;
        texts(people, tasks)?;
        let table = Table::new(&board, &holders);
        let numbers: BTreeMap<&Id, usize> = people.iter().enumerate().map(|(number, person)| (&person.id, number)).collect();
        let number = |person: usize| board.cast.worker(person).and_then(|worker| numbers.get(&worker.id).copied());
        // Help with one task that is agreed in several pieces is one shift.
        let mut shifts: BTreeMap<(usize, usize, Option<usize>), u64> = BTreeMap::new();
        let mut add = |task: usize, person: usize, helps: Option<usize>, seconds: u64| {
            let (Some(person), helps) = (number(person), helps.and_then(number)) else { return };
            *shifts.entry((task, person, helps)).or_default() += seconds;
        };
        let mut open: BTreeMap<usize, u32> = BTreeMap::new();
        for (place, holder) in holders.iter().enumerate() {
            let Some(task) = table.task(place) else { continue };
            let Some(holder) = *holder else {
                *open.entry(task).or_default() += 1;
                continue;
            };
            for (index, (person, seconds, _)) in table.borne(place, holder).into_iter().enumerate() {
                add(task, person, (index > 0).then_some(holder), seconds);
            }
        }
        for (task, person, seconds) in &board.finished {
            add(*task, *person, None, *seconds);
        }
        for (task, helped, person, seconds) in &board.helped {
            add(*task, *person, Some(*helped), *seconds);
        }
        let shifts = shifts.into_iter().map(|((task, person, helps), seconds)| Shift { task, person, helps, seconds });
        Ok(Self {
            people,
            tasks,
            shifts: shifts.collect(),
            latest: (0..tasks.len()).map(|task| board.order.span(task).latest).collect(),
            open: open.into_iter().collect(),
            breaks: table.breaks(),
        })
    }

    pub(super) fn task(&self, shift: &Shift) -> Option<&'a Task> {
        self.tasks.get(shift.task)
    }

    pub(super) fn person(&self, shift: &Shift) -> Option<&'a Person> {
        self.people.get(shift.person)
    }

    /// Whom somebody helps.
    pub(super) fn helped(&self, shift: &Shift) -> Option<&'a Person> {
        self.people.get(shift.helps?)
    }

    /// The tasks that somebody has and that have no day.
    pub(super) fn without_a_day(&self) -> Vec<&'a Task> {
        let had: BTreeSet<usize> = self.shifts.iter().map(|shift| shift.task).collect();
        let tasks = had.into_iter().filter(|task| self.due(*task).is_none()).filter_map(|task| self.tasks.get(task));
        tasks.filter(|task| task.sessions.is_empty()).collect()
    }

    /// The day on which a task is due beside its sessions: its own, or an earlier one by which others wait for it.
    pub(super) fn due(&self, number: usize) -> Option<Date> {
        let task = self.tasks.get(number)?;
        let latest = self.latest.get(number).copied().flatten();
        if task.done || (task.due.is_none() && !task.sessions.is_empty()) { task.due } else { latest }
    }

    /// The sessions of a task by date, each with the part of the seconds of a shift that falls on it, and the seconds that are left.
    pub(super) fn sessions(&self, shift: &Shift) -> (Vec<(&'a WorkSession, Option<u64>)>, u64) {
        let mut left = shift.seconds;
        let mut all: Vec<(&WorkSession, Option<u64>)> = Vec::new();
        for session in self.task(shift).map(in_order).unwrap_or_default() {
            // What a helper does on which day is not said.
            let hours = session.hours.filter(|_| shift.helps.is_none());
            let seconds = hours.map(|hours| hours.seconds().unsigned_abs().min(left));
            left -= seconds.unwrap_or_default();
            all.push((session, seconds));
        }
        (all, left)
    }
}

/// The sessions of a task by day and time, so that their order in a request makes no difference.
pub(super) fn in_order(task: &Task) -> Vec<&WorkSession> {
    let mut sessions: Vec<&WorkSession> = task.sessions.iter().collect();
    sessions.sort_by_key(|session| (session.date, session.start, session.hours));
    sessions
}

/// Refuses titles and names that cannot be shown.
pub(super) fn texts(people: &[Person], tasks: &[Task]) -> Result<(), WorkloadError> {
    for (number, person) in people.iter().enumerate() {
        let path = || Pointer::root().key("people").index(number).key("name");
        plain(person.name.as_deref(), "name", MOST_NAME_LETTERS, path)?;
    }
    for (number, task) in tasks.iter().enumerate() {
        let path = || Pointer::root().key("tasks").index(number).key("title");
        plain(task.title.as_deref(), "title", MOST_TITLE_LETTERS, path)?;
    }
    Ok(())
}

/// Refuses a text with more than `most` letters, with control characters but tabs and new lines, or with letters that turn the text after
/// them round.
pub(super) fn plain(text: Option<&str>, what: &str, most: usize, path: impl Fn() -> Pointer) -> Result<(), WorkloadError> {
    short_enough(what, text, most, &path)?;
    let text = text.unwrap_or_default();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let new_line = letter == '\n' || letter == '\r' && letters.peek() == Some(&'\n');
        let unfit = letter.is_control() && letter != '\t' && !new_line;
        if unfit || turns_text(letter) || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}') {
            let shown = visible(&letter.to_string());
            let shown = if shown.starts_with('\\') { shown } else { "a letter that is none".to_owned() };
            return Err(WorkloadError::InvalidText {
                path: path(),
                detail: format!("this {what} has a letter that cannot be shown: {shown}"),
            });
        }
    }
    Ok(())
}
