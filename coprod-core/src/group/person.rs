//! A person: who they are, what they can do, what they agreed to give.

use serde::{Deserialize, Serialize};

use super::{DaysAway, SupportNeeded, listed};
use crate::unit::{Date, Hours, Id, IdMap, Ratio};

/// Somebody who takes part. What is left out is unknown, never zero. Nobody has a rank: a title carries no power here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// The short name used in rules, votes, tasks and payments.
    pub id: Id,
    /// The name for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The constituency that the person belongs to: the id of a listed one. Every person has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constituency: Option<Id>,
    /// The first day on which the person took part; from the start where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<Date>,
    /// The first day on which the person no longer took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// What the person can do: the words that tasks ask for as `skill`.
    #[serde(default)]
    pub skills: Vec<Id>,
    /// The roles that the person holds: the words that tasks ask for as `role`. A role gives no vote.
    #[serde(default)]
    pub roles: Vec<Id>,
    /// What the person has lived through and is willing to use here: the words that tasks ask for as `experience`.
    #[serde(default)]
    pub experience: Vec<Id>,
    /// Hours that the person agreed to give in all. Deliberately different from person to person: it caps nothing and is what a fair part
    /// is measured by. With 0 hours a person gets only tasks that cost them nothing. A split of tasks needs it of everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Hours>,
    /// Hours that the person must never be given more than; no such limit where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_cap: Option<Hours>,
    /// Tasks (by id) or skills that the person would like to have or use, the most wanted first; at most 15. Preferences decide only
    /// between splits that are equally fair.
    #[serde(default)]
    pub prefers: Vec<Id>,
    /// What an hour of work costs this person, against 1 for an hour: `"3/2"` counts two hours as three. Agreed by the person; 1 where
    /// absent, never below 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub burden: Option<Ratio>,
    /// What an hour of a kind of work costs this person, by the words that tasks are marked with (`burdens`): `{"emotional": "3/2"}`.
    /// Factors multiply, with one another and with `burden`. Agreed by the person; 1 for a word that is not named, never below 0.
    #[serde(default, skip_serializing_if = "IdMap::is_empty")]
    pub burdens: IdMap<Ratio>,
    /// When the person cannot work or come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<DaysAway>,
    /// Hours of work that the person can do on a day on which they are not away, 0 to 24. No limit by days where absent; with it,
    /// whoever splits tasks that have a date says which day is the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_a_day: Option<Hours>,
    /// Whose help the person needs beside a task: it gives the helper hours too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<SupportNeeded>,
    /// Tasks (by id), skills or words that tasks are marked with (`burdens`): none of these may be given to the person. It needs no reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoids: Vec<Id>,
    /// What a payment depends on, as far as the person chose to say.
    #[serde(default)]
    pub circumstances: Circumstances,
}

/// What a payment to a person depends on, as far as they chose to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Circumstances {
    /// Age in whole years: wage floors depend on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
}

impl Person {
    /// The name for people to read.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }

    /// Whether the person took part on `day`; without a day, whether they still do.
    #[must_use]
    pub fn is_there(&self, day: Option<Date>) -> bool {
        match day {
            None => self.left.is_none(),
            Some(day) => self.joined.is_none_or(|joined| joined <= day) && self.left.is_none_or(|left| day < left),
        }
    }
}

/// The name of the person `id` among `people`; the id where nobody has it.
#[must_use]
pub fn label<'a>(people: &'a [Person], id: &'a Id) -> &'a str {
    people.iter().find(|person| person.id == *id).map_or(id.as_str(), Person::label)
}

/// The names of several people, as a sentence lists them.
#[must_use]
pub fn labels(people: &[Person], ids: &[Id]) -> String {
    let names: Vec<&str> = ids.iter().map(|id| label(people, id)).collect();
    listed(&names)
}
