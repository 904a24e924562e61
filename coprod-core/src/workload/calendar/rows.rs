//! The rota as a table with commas.

use std::fmt::Write;

use crate::unit::cell;
use crate::workload::rota::{Rota, Shift};

/// The heads of the columns.
const HEADS: &str = "person,name,constituency,task,title,part,date,start,hours,helps";

/// The table with its heads, and how many rows it has below them.
pub(super) fn table(rota: &Rota, wanted: impl Fn(&Shift) -> bool) -> (String, u32) {
    let mut table = format!("{HEADS}\r\n");
    let mut rows = 0_u32;
    let mut shifts: Vec<&Shift> = rota.shifts.iter().filter(|shift| wanted(shift)).collect();
    shifts.sort_by_key(|shift| (shift.person, shift.task, shift.helps));
    for shift in shifts {
        let (Some(person), Some(task)) = (rota.person(shift), rota.task(shift)) else { continue };
        let constituency = person.constituency.as_ref().map_or("", |id| id.as_str());
        let helps = rota.helped(shift).map_or("", |helped| helped.id.as_str());
        let [id, name, constituency, task_id, title, helps] =
            [person.id.as_str(), person.label(), constituency, task.id.as_str(), task.label(), helps].map(cell);
        let mut row = |part: &str, date: &str, start: &str, hours: &str| {
            // Writing to a text cannot fail.
            let _ = write!(table, "{id},{name},{constituency},{task_id},{title},{part},{date},{start},{hours},{helps}\r\n");
            rows = rows.saturating_add(1);
        };
        let (sessions, left) = rota.sessions(shift);
        for (session, seconds) in &sessions {
            let start = session.start.map_or_else(String::new, |start| start.to_string());
            row("session", &session.date.to_string(), &start, &seconds.map_or_else(String::new, decimal));
        }
        let due = rota.due(shift.task);
        if left > 0 || due.is_some() || sessions.is_empty() {
            row("work", &due.map_or_else(String::new, |due| due.to_string()), "", &decimal(left));
        }
    }
    (table, rows)
}

/// Hours with up to four places, the nearest: a second is 0.0003.
fn decimal(seconds: u64) -> String {
    let parts = (u128::from(seconds) * 10_000 + 1800) / 3600;
    let text = format!("{}.{:04}", parts / 10_000, parts % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
