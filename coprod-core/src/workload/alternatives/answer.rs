//! What a manual edit would do.

use serde::Serialize;

use crate::unit::{Hours, Id, Ratio};

/// What it would mean to change who has what by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AlternativesAnswer {
    /// The ratios of all who agreed to give hours as things are, the largest first.
    pub vector: Vec<Ratio>,
    /// What the assignments break as they are.
    pub breaks: Vec<BrokenLimit>,
    /// For each place that is looked at, who could have it instead.
    pub choices: Vec<WorkChoice>,
    /// What the `moves` asked about would do; absent without any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<WorkEffect>,
}

/// Who could have a task instead of somebody, or where nobody has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkChoice {
    /// The task.
    pub task: Id,
    /// Who has it now; absent for an empty place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Id>,
    /// Everybody else who meets the conditions, the best choice first: those that break nothing before those that do, then the one after
    /// which the ratios, the largest first, are the least.
    pub options: Vec<WorkOption>,
}

/// One way to pass a task on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkOption {
    /// Who would have it.
    pub to: Id,
    /// The task that they would give in return, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_return: Option<Id>,
    /// What it would do.
    pub effect: WorkEffect,
}

/// What a change would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkEffect {
    /// Whether it is fairer than what there is: compared by the largest ratio, then the second largest, and so on.
    pub fairness: FairnessChange,
    /// Everybody whose hours or ratio change, in the order of the ids.
    pub people: Vec<LoadChange>,
    /// The limits that it breaks for these people.
    pub breaks: Vec<BrokenLimit>,
    /// All of this in words.
    pub words: String,
}

/// How a change compares with what there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FairnessChange {
    /// Fairer.
    Fairer,
    /// Neither fairer nor less fair.
    AsFair,
    /// Less fair.
    LessFair,
}

/// One person's part before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadChange {
    /// The person.
    pub id: Id,
    /// Their hours now.
    pub hours_before: Hours,
    /// Their hours then.
    pub hours_after: Hours,
    /// Their ratio now; absent if they agreed to give no hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Ratio>,
    /// Their ratio then; absent if they agreed to give no hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Ratio>,
}

/// A limit that is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BrokenLimit {
    /// Whose.
    pub person: Id,
    /// Which.
    pub limit: BrokenLimitKind,
    /// The task that does not fit; absent where it is the sum that does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<Id>,
    /// By how much, where it is a matter of hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The same in words.
    pub words: String,
}

/// A kind of limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BrokenLimitKind {
    /// The most that the person can be given.
    HardCap,
    /// What they can do by a day.
    Days,
    /// They are away on the day of a session.
    Away,
    /// They must not be given it.
    Avoids,
    /// The days in which it can be done are too few for them.
    TooFewDays,
    /// The help that they need with it is not there.
    NoSupport,
    /// They have agreed to give no hours.
    NoHours,
    /// They do not meet what the task asks for.
    Conditions,
}
