//! What a calendar is made from.

use serde::{Deserialize, Serialize};

use crate::group::Person;
use crate::unit::{Date, Id};
use crate::workload::{Assignment, Task};

/// Calendars and the rota may have this many entries each, an entry counted once for each calendar that it is in.
pub const MOST_CALENDAR_ENTRIES: usize = 40_000;

/// Revisions are counted up to here: the largest number that iCalendar holds.
pub const MOST_REVISIONS: u32 = 2_147_483_647;

/// Who has what, and which calendars are wanted?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarRequest {
    /// The people, as for a split.
    pub people: Vec<Person>,
    /// The tasks, as for a split.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Who has what: the `assignments` of a split, or your own. What they break is said, and no error.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// The first day on which the work can be done, as for a split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// What sets these calendars apart from all others in the world, such as `brochure.example.org`. Keep it the same from one revision to the
    /// next: programs know by it, and by the ids of tasks and people, which entries they have already.
    pub calendar: Id,
    /// The name for people to read; `calendar` where absent. At most 200 letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day on which the calendars are made. It is written into every entry.
    pub made_on: Date,
    /// 0 for the first calendars of this name; a higher number for each later one, so that programs take it for newer.
    #[serde(default)]
    pub revision: u32,
    /// What the calendars sent out before were made from: what somebody no longer has is marked as cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<CalendarBefore>,
    /// Which calendars are wanted.
    #[serde(default)]
    pub calendars: CalendarsWanted,
    /// Calendars and the rota only for these people; for everybody where empty. The calendar of the group has everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<Id>,
    /// What a day on which something must be finished is. If it was something else in the calendars before, say so in `before`.
    #[serde(default)]
    pub due_days: DueDayForm,
    /// By which clock the sessions start that say when.
    #[serde(default)]
    pub clock: CalendarClock,
}

/// What the calendars sent out before were made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarBefore {
    /// Who had what. Whoever has left since is still among the people of the request.
    pub assignments: Vec<Assignment>,
    /// The tasks as they were; as they are now where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tasks: Option<Vec<Task>>,
    /// What a day on which something must be finished was; as it is now where absent. Where it is another now, the entries of the former form
    /// are cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_days: Option<DueDayForm>,
}

/// Which calendars are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CalendarsWanted {
    /// One of everything for the group, and one for each person.
    #[default]
    GroupAndPeople,
    /// One of everything for the group.
    Group,
    /// One for each person.
    People,
}

/// What a day on which something must be finished is in a calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DueDayForm {
    /// An event of the whole day, which every calendar shows and which keeps nobody from being free.
    #[default]
    Events,
    /// A to-do with a day on which it is due, for programs that have a list of those. Tasks without any day are to-dos too.
    ToDos,
}

/// By which clock sessions start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CalendarClock {
    /// The clock of wherever somebody reads the calendar: half past nine is half past nine everywhere.
    #[default]
    Local,
    /// Coordinated Universal Time, that of Greenwich without summer time.
    Utc,
    /// The clock of the United Kingdom, with summer time from the last Sunday in March to the last in October (the Summer Time Order
    /// 2002, SI 2002/262): for sessions from 31 March 2002 on.
    EuropeLondon,
}
