//! A rota: who has what on which day or in which week.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{COLUMNS, Cell, DUE, Grid, Line, SESSION};
use super::told::{briefly, counted, people};
use super::{RotaColumn, RotaShown};
use crate::error::{ErrorReport, Pointer};
use crate::group::{Person, listed_briefly};
use crate::picture::sheet::sheet;
use crate::picture::{Key, Picture, PictureTable, Shape, description};
use crate::unit::{ClockTime, Date};
use crate::workload::MOST_CALENDAR_ENTRIES;
use crate::workload::Task;
use crate::workload::board::hours;
use crate::workload::known::at_most;
use crate::workload::rota::Rota;

/// So many grids, each of a week or of seven weeks, are drawn in a rota at most.
pub const MOST_PANELS_DRAWN: usize = 12;

/// So many lines, of a person in one grid each, are drawn in a rota at most.
pub const MOST_ROTA_LINES_DRAWN: usize = 60;

/// The table of a rota's picture has so many rows at most; that of `workload.calendar` has all.
pub const MOST_ROTA_ROWS: usize = 2_000;

/// Up to so many weeks have a column for each day.
const MOST_WEEKS_BY_DAY: usize = 6;

/// Each of so many people has a sentence, with so many things at most.
const MOST_PEOPLE_TOLD: usize = 24;
const MOST_THINGS_TOLD: usize = 8;

/// A session, or a day on which something is due.
struct Thing {
    date: Date,
    start: Option<ClockTime>,
    person: usize,
    due: bool,
    what: String,
    seconds: Option<u64>,
}

pub(super) fn picture(shown: &RotaShown) -> Result<Picture, ErrorReport> {
    let rota = Rota::new(&shown.people, &shown.tasks, &shown.assignments, shown.from)?;
    let count = rota.shifts.iter().filter_map(|shift| rota.task(shift)).map(|task| task.sessions.len() + 1).sum();
    at_most("sessions and due days of all people", count, MOST_CALENDAR_ENTRIES, || Pointer::root().key("tasks"))?;
    let things = things(&rota);
    let mondays: BTreeSet<Date> = things.iter().map(|thing| monday(thing.date)).collect();
    let by_day = shown.by.map_or(mondays.len() <= MOST_WEEKS_BY_DAY, |by| by == RotaColumn::Days);
    let title = if by_day { "Rota by days".to_owned() } else { "Rota by weeks".to_owned() };
    let mut grids = grids(&rota, &things, by_day);
    let (panels, lines) = (grids.len(), grids.iter().map(|grid| grid.lines.len()).sum::<usize>());
    let drawn = cut(&mut grids);
    let mut notes = Vec::new();
    if things.is_empty() {
        notes.push("Nothing that anybody has falls on a day.".to_owned());
    }
    if lines > drawn {
        let what = if by_day { "week" } else { "seven weeks" };
        notes.push(format!(
            "Drawn are {drawn} lines, each of a person in one {what}, and {} more are not{}.",
            lines - drawn,
            in_table(things.len())
        ));
    } else if panels > grids.len() {
        notes.push(format!("{} more parts are not drawn.", panels - grids.len()));
    }
    if things.len() > MOST_ROTA_ROWS {
        notes.push(format!(
            "The table has the first {MOST_ROTA_ROWS} rows, and {} more are in the rota of workload.calendar.",
            things.len() - MOST_ROTA_ROWS
        ));
    }
    notes.extend(without_a_day(&rota));
    notes.extend(nobody_has(&rota));
    let mut text = vec![overview(&rota, &things)];
    text.extend(sentences(&rota, &things));
    text.extend(notes.iter().cloned());
    let key = |look, words: &str| Key { mark: Some((look, Shape::Dot)), words: words.to_owned() };
    let column = if by_day { "day" } else { "week" };
    let legend = [
        key(SESSION, &format!("sessions on that {column}, and how many")),
        key(DUE, &format!("due on that {column}, and how much")),
    ];
    let svg = sheet(&title, &legend, &notes, &description(&text), |canvas| grids.iter().for_each(|grid| grid.drawn(canvas)));
    let heads = ["Who", "Day", "Start", "Session or due", "What", "Hours"];
    let rows = things.iter().take(MOST_ROTA_ROWS).map(|thing| thing.row(&rota)).collect();
    Ok(Picture { svg, text, table: PictureTable { caption: title, heads: heads.map(str::to_owned).to_vec(), rows } })
}

/// Where what is not drawn is, if the table has it all.
const fn in_table(rows: usize) -> &'static str {
    if rows > MOST_ROTA_ROWS { "" } else { "; the table has them" }
}

/// Everything with a day, by day and time, and then by person.
fn things(rota: &Rota) -> Vec<Thing> {
    let mut all = Vec::new();
    for shift in &rota.shifts {
        let Some(task) = rota.task(shift) else { continue };
        let what = || match rota.helped(shift) {
            Some(helped) => format!("help {} with {}", helped.label(), task.label()),
            None => task.label().to_owned(),
        };
        let person = shift.person;
        let (sessions, left) = rota.sessions(shift);
        for (session, seconds) in sessions {
            all.push(Thing { date: session.date, start: session.start, person, due: false, what: what(), seconds });
        }
        if let Some(date) = rota.due(shift.task).filter(|_| !task.done) {
            all.push(Thing { date, start: None, person, due: true, what: what(), seconds: Some(left) });
        }
    }
    // Stable: what falls together stays in the order of the tasks.
    all.sort_by_key(|thing| (thing.date, thing.start, thing.person));
    all
}

fn name<'a>(rota: &Rota<'a>, person: usize) -> &'a str {
    rota.people.get(person).map_or("-", Person::label)
}

impl Thing {
    fn row(&self, rota: &Rota) -> Vec<String> {
        let name = name(rota, self.person);
        let kind = if self.due { "due" } else { "session" };
        let dash = || "-".to_owned();
        vec![
            name.to_owned(),
            self.date.in_words(),
            self.start.map_or_else(dash, |start| start.to_string()),
            kind.to_owned(),
            self.what.clone(),
            self.seconds.map_or_else(dash, |seconds| hours(seconds).to_string()),
        ]
    }

    /// "Notes on 15 June 2026 at 10:30 (2 hours)", "draft due on 30 June 2026 (6 hours)".
    fn told(&self) -> String {
        let due = if self.due { " due" } else { "" };
        let start = self.start.map_or_else(String::new, |start| format!(" at {start}"));
        let time = self.seconds.map_or_else(String::new, |seconds| format!(" ({})", hours(seconds).in_words()));
        format!("{}{due} on {}{start}{time}", self.what, self.date.in_words())
    }
}

/// The Monday of the week of a day; the first day there is for the days before the first Monday.
fn monday(day: Date) -> Date {
    day.plus_days(-i32::from(day.days_from_monday())).unwrap_or(day)
}

/// The grids, each with those who have something in it.
fn grids(rota: &Rota, things: &[Thing], by_day: bool) -> Vec<Grid> {
    let step = if by_day { 1 } else { 7 };
    let first = things.first().map(|thing| monday(thing.date));
    let span = i64::from(step) * i64::try_from(COLUMNS).unwrap_or(i64::MAX);
    let mut found: BTreeMap<i64, BTreeMap<usize, [Cell; COLUMNS]>> = BTreeMap::new();
    for thing in things {
        let Some(first) = first else { continue };
        let days = thing.date.days_since(first);
        let column = usize::try_from(days.rem_euclid(span) / i64::from(step)).unwrap_or_default();
        let cells = found.entry(days.div_euclid(span)).or_default().entry(thing.person).or_default();
        if let Some(cell) = cells.get_mut(column) {
            let count = if thing.due { &mut cell.due } else { &mut cell.sessions };
            *count = count.saturating_add(1);
        }
    }
    let grid = |(number, lines): (i64, BTreeMap<usize, [Cell; COLUMNS]>)| {
        let day = |column: usize| -> Option<Date> {
            let days = number * span + i64::try_from(column).ok()? * i64::from(step);
            first?.plus_days(i32::try_from(days).ok()?).ok()
        };
        let from = day(0).map_or_else(String::new, Date::in_words);
        let title = if by_day { format!("Week from {from}") } else { format!("Weeks from {from}") };
        let heads = (0..COLUMNS).map(|column| day(column).map_or_else(Default::default, |day| head(day, by_day)));
        Grid {
            title,
            heads: heads.collect(),
            lines: lines.into_iter().map(|(person, cells)| Line { name: name(rota, person).to_owned(), cells }).collect(),
        }
    };
    found.into_iter().map(grid).collect()
}

/// The words above a column: "Mon 15" for a day, "15 Jun" for a week.
fn head(day: Date, by_day: bool) -> [String; 2] {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let number = day.day().to_string();
    if by_day {
        let name = DAYS.get(usize::from(day.days_from_monday())).copied().unwrap_or_default();
        return [name.to_owned(), number];
    }
    let words = day.in_words();
    let month: String = words.split(' ').nth(1).unwrap_or_default().chars().take(3).collect();
    [number, month]
}

/// Leaves out what is too much to draw; how many lines are left.
fn cut(grids: &mut Vec<Grid>) -> usize {
    grids.truncate(MOST_PANELS_DRAWN);
    let mut room = MOST_ROTA_LINES_DRAWN;
    for grid in grids.iter_mut() {
        grid.lines.truncate(room);
        room -= grid.lines.len();
    }
    grids.retain(|grid| !grid.lines.is_empty());
    MOST_ROTA_LINES_DRAWN - room
}

fn overview(rota: &Rota, things: &[Thing]) -> String {
    let (Some(first), Some(last)) = (things.first(), things.last()) else {
        return format!("{}, and nothing that falls on a day.", people(rota.people.len()));
    };
    let due = things.iter().filter(|thing| thing.due).count();
    let sessions = counted(things.len() - due, "session", "sessions");
    let due = counted(due, "thing due", "things due");
    let days = if first.date == last.date {
        format!("on {}", first.date.in_words())
    } else {
        format!("from {} to {}", first.date.in_words(), last.date.in_words())
    };
    format!("{}, {sessions} and {due}, {days}; a session of several people counts for each.", people(rota.people.len()))
}

/// What each person has.
fn sentences(rota: &Rota, things: &[Thing]) -> Vec<String> {
    let mut by_person: BTreeMap<usize, Vec<&Thing>> = BTreeMap::new();
    things.iter().for_each(|thing| by_person.entry(thing.person).or_default().push(thing));
    let sentence = |(person, things): (&usize, &Vec<&Thing>)| {
        let name = name(rota, *person);
        format!("{name}: {}.", briefly(things.iter().map(|thing| thing.told()), MOST_THINGS_TOLD, "").join("; "))
    };
    let mut all: Vec<String> = by_person.iter().take(MOST_PEOPLE_TOLD).map(sentence).collect();
    if by_person.len() > MOST_PEOPLE_TOLD {
        all.push(format!("And {} more people.", by_person.len() - MOST_PEOPLE_TOLD));
    }
    let free = (0..rota.people.len()).filter(|person| !by_person.contains_key(person));
    let free: Vec<&str> = free.filter_map(|person| rota.people.get(person)).map(Person::label).collect();
    if !free.is_empty() && !things.is_empty() {
        all.push(format!("Nothing that falls on a day: {}.", listed_briefly(&free)));
    }
    all
}

/// Unfinished tasks that somebody has and that have no day.
fn without_a_day(rota: &Rota) -> Option<String> {
    let titles: Vec<&str> = rota.without_a_day().into_iter().filter(|task| !task.done).map(Task::label).collect();
    (!titles.is_empty()).then(|| format!("No day is set for {}.", listed_briefly(&titles)))
}

/// Tasks that are short of somebody.
fn nobody_has(rota: &Rota) -> Option<String> {
    let titles: Vec<&str> = rota.open.iter().filter_map(|(task, _)| rota.tasks.get(*task)).map(Task::label).collect();
    (!titles.is_empty()).then(|| format!("Short of somebody: {}.", listed_briefly(&titles)))
}
