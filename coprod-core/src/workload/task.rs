//! A task as a coordinator writes it, and who has it.

use serde::{Deserialize, Serialize};

use crate::unit::{Date, Hours, Id, IdMap, Ratio};

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
    /// Who is needed. Without needs, a task done by `one` is for any one person, and a task done `together` is for everybody who
    /// has hours to give.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// The day on which it must be finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
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
