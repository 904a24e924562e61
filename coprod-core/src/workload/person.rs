//! A person as the split sees one: what they agreed to give, what they can do, what they would like.

use serde::{Deserialize, Serialize};

use crate::group::Person;
use crate::unit::{Hours, Id, Ratio};

/// A person's ranked preferences may be this many.
pub const MOST_PREFERENCES: usize = 15;

/// The numerator and the denominator of a burden factor may be this large.
pub const MOST_BURDEN: i64 = 1_000_000;

/// Somebody who may take tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Worker {
    /// The short name used in assignments.
    pub id: Id,
    /// The name for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The constituency that the person belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constituency: Option<Id>,
    /// Hours that the person has agreed to give in the period. It caps nothing: it is what a fair part is measured by. With 0 hours
    /// a person gets only tasks that cost them nothing. A split needs it of everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Hours>,
    /// Hours that the person must never be given more than; no such limit where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_cap: Option<Hours>,
    /// What the person can do: the words that tasks ask for as `skill`.
    #[serde(default)]
    pub skills: Vec<Id>,
    /// The roles that the person holds: the words that tasks ask for as `role`.
    #[serde(default)]
    pub roles: Vec<Id>,
    /// What the person has lived through: the words that tasks ask for as `experience`.
    #[serde(default)]
    pub experience: Vec<Id>,
    /// Tasks (by id) or skills that the person would like to have or use, the most wanted first; at most 15. Preferences decide only between splits
    /// that are equally fair.
    #[serde(default)]
    pub prefers: Vec<Id>,
    /// What an hour of work costs this person, against 1 for an hour: `"3/2"` counts two hours as three. Agreed by the person; 1 where
    /// absent, never below 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub burden: Option<Ratio>,
}

impl From<&Person> for Worker {
    fn from(person: &Person) -> Self {
        Self {
            id: person.id.clone(),
            name: person.name.clone(),
            constituency: person.constituency.clone(),
            capacity: person.capacity,
            hard_cap: person.hard_cap,
            skills: person.skills.clone(),
            roles: person.roles.clone(),
            experience: person.experience.clone(),
            prefers: person.prefers.clone(),
            burden: person.burden,
        }
    }
}

impl Worker {
    /// The name for people to read.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }
}
