//! Calendars and a rota.

use serde::Serialize;

use crate::unit::Id;
use crate::workload::BrokenLimit;

/// Calendars and a rota as text, ready to be saved as files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarAnswer {
    /// The calendar of the group, with everybody's work, as iCalendar (RFC 5545): save it with the ending `.ics`. Absent if it was not asked
    /// for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<WorkCalendar>,
    /// The calendar of each person who has anything or had something before, in the order of the people.
    pub people: Vec<PersonCalendar>,
    /// The rota as a table with commas (RFC 4180): save it with the ending `.csv`. A row for each person and session, and one for what is left
    /// of each of their tasks beside sessions, with the day on which it is due. Hours have at most four places, which tells every
    /// second apart; for each person they sum to what `workload.verify` counts, to that precision.
    pub rota: String,
    /// How many rows the rota has below its heads.
    pub rows: u32,
    /// Tasks that somebody has and that have no day: they are in the rota, and in calendars as to-dos only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_a_day: Vec<Id>,
    /// Unfinished tasks with a place that nobody fills. What nobody has is in no calendar.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<OpenTask>,
    /// The limits that the assignments break.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<BrokenLimit>,
    /// What the calendars take for granted, in words.
    pub assumes: Vec<String>,
}

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkCalendar {
    /// The text, lines ended by carriage return and line feed as the standard has it.
    pub ics: String,
    /// How many entries it has, cancelled ones not counted.
    pub entries: u32,
    /// How many of those sent before it cancels.
    pub cancelled: u32,
}

/// The calendar of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonCalendar {
    /// The person.
    pub id: Id,
    /// Their calendar.
    pub calendar: WorkCalendar,
}

/// A task with places that nobody fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenTask {
    /// The task.
    pub task: Id,
    /// How many people are missing.
    pub missing: u32,
}
