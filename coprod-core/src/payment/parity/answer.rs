//! What a comparison says.

use serde::Serialize;

use super::ParitySide;
use crate::payment::{HourlyPay, WageFloor};
use crate::unit::{Date, Hours, Id, Money};

/// Whether users and staff are paid alike for like work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityAnswer {
    /// Every piece of work, by the hour.
    pub work: Vec<ParityRate>,
    /// One entry for each kind of like work.
    pub like: Vec<ParityGroup>,
    /// Work of users whose pay does not reach a wage floor.
    pub below_floor: Vec<ParityFloor>,
    /// What should be looked at.
    pub alarms: Vec<ParityAlarm>,
    /// What would have to be known to say more.
    pub questions: Vec<String>,
}

/// One piece of work by the hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityRate {
    /// Its name, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Where it stands in the request: a JSON pointer.
    pub at: String,
    /// Whose work it is.
    pub side: ParitySide,
    /// What it is like.
    pub like: String,
    /// Pay before tax; null where it is not known or none may be offered.
    pub gross: Option<Money>,
    /// Pay before tax for each hour of work, preparation included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<HourlyPay>,
    /// Pay before tax for each hour that the work takes, travelling and unpaid hours included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour_of_all: Option<HourlyPay>,
    /// What is kept for each hour of work, preparation included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_per_hour: Option<HourlyPay>,
    /// Hours that nobody pays.
    pub unpaid_hours: Hours,
}

/// Like work of both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityGroup {
    /// What the work is like.
    pub like: String,
    /// Users.
    pub users: ParityRange,
    /// Staff.
    pub staff: ParityRange,
    /// What the comparison comes to.
    pub finding: ParityFinding,
    /// The same in words.
    pub text: String,
}

/// Pay by the hour on one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityRange {
    /// Pieces of work.
    pub count: u32,
    /// How many of them have no known pay by the hour.
    pub unknown: u32,
    /// The lowest pay before tax for an hour of work, preparation included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lowest: Option<HourlyPay>,
    /// The highest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub highest: Option<HourlyPay>,
    /// Hours that nobody pays, in all.
    pub unpaid_hours: Hours,
}

/// What a comparison comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ParityFinding {
    /// No user is paid less by the hour than any of the staff.
    NoLess,
    /// Some user is paid less by the hour than some of the staff.
    Less,
    /// Something is not known: see `questions`.
    Unknown,
    /// Only one side does such work.
    OneSide,
}

/// A wage floor that is not reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityFloor {
    /// Where the work stands in the request: a JSON pointer.
    pub at: String,
    /// The floor.
    pub floor: WageFloor,
}

/// Something to look at. None of them says why it is so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParityAlarm {
    /// Its kind.
    pub code: ParityAlarmCode,
    /// In words, with the figures.
    pub text: String,
    /// Where the figures stand in the request: JSON pointers.
    pub at: Vec<String>,
}

/// The kinds of alarm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ParityAlarmCode {
    /// A user is paid less by the hour than staff for like work.
    PayGap,
    /// Staff are paid for work that users do without pay.
    UnpaidWork,
    /// Users give hours that nobody pays.
    UnpaidHours,
    /// Total pay falls by at least a twentieth and paid hours of staff fall, while hours of users rise at lower pay by the hour.
    CostSavingPattern,
    /// Total pay falls while hours of users rise.
    BudgetFallsAsHoursRise,
}

/// The days of a period in words.
pub(super) fn days(from: Date, until: Date) -> String {
    format!("{} to {}", from.in_words(), until.in_words())
}
