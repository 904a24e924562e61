//! What is compared: work of both sides, and two periods of one project.

use serde::Deserialize;

use crate::payment::{Engagement, RateCard};
use crate::unit::{Date, Hours, Id, Money};

/// Work to compare.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityRequest {
    /// The work of both sides; at most 1000 pieces.
    pub engagements: Vec<ParityWork>,
    /// The organisation's own rate cards.
    #[serde(default)]
    pub cards: Vec<RateCard>,
    /// The same scope in periods one after the other, to see whether costs were saved on people with lived experience; at most 100.
    #[serde(default)]
    pub periods: Vec<ParityPeriod>,
    /// Whether the latest known rates are taken to hold on for dates beyond the time for which they are known.
    #[serde(default)]
    pub assume_latest: bool,
}

/// One piece of work on one side.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityWork {
    /// A short name, to refer to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Whose work it is.
    pub side: ParitySide,
    /// What the work is like: only work with the same words here is compared; the engagement's activity where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
    /// The work and what is paid for it.
    pub engagement: Engagement,
    /// What an hour of this work is paid, where it is part of a salary, in place of a fee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hourly_pay: Option<Money>,
    /// Hours that the work takes and nobody pays: arranging access, administration, waiting. Preparation and travel stand in the
    /// engagement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unpaid_hours: Option<Hours>,
    /// What the person keeps in the end, as `payment.take_home` says; unknown where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Money>,
}

/// Whose work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ParitySide {
    /// People with lived experience.
    Users,
    /// Staff.
    Staff,
}

/// What one period cost and who worked how long in it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityPeriod {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// Pay of everybody.
    pub total_pay: Money,
    /// Hours of staff that were paid.
    pub staff_hours: Hours,
    /// Pay of people with lived experience.
    pub users_pay: Money,
    /// Hours of people with lived experience, paid or not.
    pub users_hours: Hours,
}
