//! What happened: sessions held, and suggestions made.

use serde::{Deserialize, Serialize};

use crate::unit::{Date, Hours, Id, IdMap};

/// A meeting of the group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// When it was.
    pub date: Date,
    /// How long it took.
    pub hours: Hours,
    /// Who was there.
    #[serde(default)]
    pub attended: Vec<Id>,
    /// Who contributed from elsewhere, by telephone, video or beforehand. This counts as taking part.
    #[serde(default)]
    pub remote: Vec<Id>,
    /// Unpaid hours of getting there, arranging access and administration, for each person who said.
    #[serde(default)]
    pub unpaid: IdMap<Hours>,
}

/// A suggestion, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suggestion {
    /// Who made it.
    pub from: Id,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// The reason that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// For a refusal: whether the limit that it rests on had been declared before the work began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_declared: Option<bool>,
}

/// What became of a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Outcome {
    /// It was taken up.
    Accepted,
    /// Part of it was taken up.
    PartAccepted,
    /// It was turned down.
    Refused,
    /// Nothing has been decided.
    Open,
}
