//! A step of a trace, as answers show it.

use serde::Serialize;

use crate::parameters::{Fact, FactStatus};
use crate::unit::Date;

/// One step of the working: what was done with which earlier steps, by which rule, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TraceStep {
    /// Its number, from 1.
    pub step: u32,
    /// What it is about, such as `universal_credit`.
    pub subject: &'static str,
    /// Whether the payments are counted; a benefit is worked out without them and with them.
    pub with_payments: bool,
    /// The first day of the period that it is worked out for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day of that period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The stable id of the rule.
    pub rule: &'static str,
    /// What was done, in plain English.
    pub text: &'static str,
    /// What was done, as data: doing it again with the values of the steps `of` gives `value`.
    pub operation: TraceOperation,
    /// The steps it was done with, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<u32>,
    /// The rate, for `part`: as a fraction such as `"11/20"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
    /// What came of it: pounds such as `"82.50"`, or a count such as `"2"`.
    pub value: String,
    /// What the value counts.
    pub unit: TraceUnit,
    /// How the value was made whole, for `part`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounding: Option<TraceRounding>,
    /// The law that the rule follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How sure the rule or figure is; absent for plain arithmetic and for what was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<FactStatus>,
    /// The figure of the law that it uses, with its source and time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<Fact>,
}

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TraceOperation {
    /// A fact that was told.
    Given,
    /// A figure of the law.
    Figure,
    /// The sum of all.
    Sum,
    /// The first without the second.
    Difference,
    /// The first without the second, at least zero.
    Left,
    /// The smaller one.
    Least,
    /// The larger one.
    Greatest,
    /// A part of it: times `rate`, rounded by `rounding`; of nothing where it is below zero.
    Part,
    /// How many whole times the second fits into the first; none where it is below zero.
    WholeTimes,
    /// The first so many times as the second, a count, says.
    Times,
}

/// How a part of an amount is made whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TraceRounding {
    /// To the nearest penny; half a penny up.
    HalfUp,
    /// To the nearest penny; half a penny down.
    HalfDown,
    /// Part of a penny is dropped.
    Down,
    /// To the next penny.
    Up,
    /// The pence are dropped.
    DownToPound,
}

/// What a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TraceUnit {
    /// Pounds.
    Gbp,
    /// A number of things, such as weeks.
    Count,
}
