//! When people are away, and whose help they need.

use serde::{Deserialize, Serialize};

use crate::unit::{Date, Hours, Id};

/// Days on which somebody cannot work or come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DaysAway {
    /// The first day.
    pub from: Date,
    /// The last day, never before the first; just the first where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

impl DaysAway {
    /// The last day.
    #[must_use]
    pub fn last(&self) -> Date {
        self.to.unwrap_or(self.from)
    }

    /// Whether `day` is one of them.
    #[must_use]
    pub fn has(&self, day: Date) -> bool {
        self.from <= day && day <= self.last()
    }
}

/// Help that somebody needs beside a task: of a mentor, an interpreter, a carer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportNeeded {
    /// Beside this task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<Id>,
    /// Beside each task that asks the person for this skill. Without `task` and `skill`, beside each task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<Id>,
    /// Who helps: the id of another person.
    pub by: Id,
    /// Hours that the helper works for each such task, and for one session of it with somebody who stands in there.
    pub hours: Hours,
}
