//! A task as a coordinator writes it, and who has it.

use serde::{Deserialize, Serialize};

use crate::unit::{ClockTime, Date, Hours, Id, IdMap, Ratio};

/// A task may have this many sessions.
pub const MOST_SESSIONS: usize = 366;

/// A task may be marked with this many words for what it weighs.
pub const MOST_BURDENS: usize = 8;

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// The short name used in assignments.
    pub id: Id,
    /// The name for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Hours that the task takes each person who does it.
    pub hours: Hours,
    /// Hours on top for the quality that was agreed ("fit to print", "checked by a lawyer"): borne as the others are. None where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_hours: Option<Hours>,
    /// What kind of work it is: ordinary, or one of those that are easily overlooked. Answers count these apart.
    #[serde(default, skip_serializing_if = "WorkKind::is_ordinary")]
    pub work: WorkKind,
    /// The whole that it is a part of, where several tasks make one: the brochure of which this is a section. Any word will do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Id>,
    /// What it weighs, in words that people name a factor for in their `burdens` or that they avoid: `travel`, `access`, `emotional`. At most 8.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub burdens: Vec<Id>,
    /// Who is needed. Without needs, a task done by `one` is for any one person, and a task done `together` is for everybody who
    /// has hours to give.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// The first day on which it can be worked on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The day on which it must be finished; the day of the last session where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Days on which whoever does it must be there. Nobody has it who is away on one of them. At most 366.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<WorkSession>,
    /// The ids of tasks that are finished on an earlier day than any on which this one is worked on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Id>,
    /// Whether it is owned or done together.
    #[serde(default)]
    pub mode: TaskMode,
    /// For a task done `together`: the people who do it, and the part of the hours that each of them bears instead of all of them. The parts
    /// sum to 1, and each is a whole number of seconds.
    #[serde(default)]
    pub share: IdMap<Ratio>,
    /// Whether it is finished. A finished task is given to nobody; it counts for those who did it, where the request names them.
    #[serde(default)]
    pub done: bool,
}

impl Task {
    /// The name for people to read.
    #[must_use]
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or(self.id.as_str())
    }

    /// The hours with those for its quality, in seconds.
    #[must_use]
    pub(super) fn seconds(&self) -> u64 {
        self.hours.seconds().unsigned_abs() + self.quality_hours.map_or(0, |hours| hours.seconds().unsigned_abs())
    }

    /// The first and the last session.
    pub(super) fn session_days(&self) -> Option<(Date, Date)> {
        let days = || self.sessions.iter().map(|session| session.date);
        Some((days().min()?, days().max()?))
    }
}

/// A day on which those who do a task must be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkSession {
    /// The day.
    pub date: Date,
    /// How many of the task's hours are worked on that day. Where absent they may be worked on any day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// When it starts, by the clock of the place: `"09:30"`. Calendars show it; a split looks at whole days. Not said where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<ClockTime>,
}

/// What kind of work a task is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WorkKind {
    /// What the group is there to do.
    #[default]
    Ordinary,
    /// Running meetings, keeping to time and to the subject.
    Facilitating,
    /// Writing down what was said and agreed, and sending it round.
    Notes,
    /// Reminding people, and asking for what is late.
    Chasing,
    /// Making parts by several hands read as one.
    Editing,
    /// Work plans, dates, agendas.
    Planning,
    /// Rooms, bookings, forms, payments.
    Administration,
    /// Being there for others: check-ins, mentoring, debriefs.
    Supporting,
    /// Any other work that is easily overlooked.
    OtherHidden,
}

impl WorkKind {
    /// Whether it is what the group is there to do, and not easily overlooked.
    #[must_use]
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    pub const fn is_ordinary(&self) -> bool {
        matches!(self, Self::Ordinary)
    }

    /// The kind in words, as a sentence names the work: "notes", "chasing".
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary work",
            Self::Facilitating => "facilitating",
            Self::Notes => "notes",
            Self::Chasing => "chasing",
            Self::Editing => "editing",
            Self::Planning => "planning",
            Self::Administration => "administration",
            Self::Supporting => "supporting",
            Self::OtherHidden => "other hidden work",
        }
    }
}

/// How a task is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TaskMode {
    /// Whoever has it owns it and bears all its hours; where several are needed, such as a pair of tutors, each bears them all.
    #[default]
    One,
    /// Those who have it do it together, and each bears all its hours unless `share` says otherwise.
    Together,
}

/// What a task asks of the people who do it. All conditions of one need are met by the same person, and nobody fills two places
/// of one task.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Need {
    /// A role that the person must hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Id>,
    /// A skill that the person must have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<Id>,
    /// The constituency that the person must belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constituency: Option<Id>,
    /// Something that the person must have lived through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub experience: Option<Id>,
    /// How many such people; 1 where absent, never 0.
    #[serde(default = "one")]
    pub count: u32,
}

const fn one() -> u32 {
    1
}

/// Who has a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assignment {
    /// The id of the task.
    pub task: Id,
    /// The ids of those who have it.
    pub people: Vec<Id>,
}
