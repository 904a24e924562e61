//! What a manual edit asks.

use serde::{Deserialize, Serialize};

use crate::group::Person;
use crate::unit::{Date, Id};
use crate::workload::{Assignment, Task};

/// One request may move this many tasks at once.
pub const MOST_MOVES: usize = 100;

/// Without a task of its own to look at, a request compares at most this many ways to pass a task on.
pub const MOST_COMPARED: usize = 40_000;

/// Who has what, and what would it mean to change that by hand?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AlternativesRequest {
    /// The people, as for a split.
    pub people: Vec<Person>,
    /// The tasks, as for a split.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Who has what now: the `assignments` of a split, or your own. What they break is said, and no error.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// The first day on which the work can be done, as for a split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The task to look at, with everybody who could have it instead, and with swaps. Without it, the best three choices for each task, without
    /// swaps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<Id>,
    /// Only what this person has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Id>,
    /// What to change by hand, all of it at once; at most 100. The answer says what it does.
    #[serde(default)]
    pub moves: Vec<WorkMove>,
}

/// A task that changes hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkMove {
    /// The task.
    pub task: Id,
    /// Who has it now; absent to fill a place that is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Id>,
    /// Who gets it; absent to leave the place empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Id>,
}
