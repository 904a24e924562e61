//! What the answer says.

use serde::Serialize;

use crate::payment::curve::CurveQuestion;
use crate::payment::{KeptMoney, TakeHomeWarning};
use crate::unit::{Date, Hours, Money};

/// What is kept if the work is paid at once, and if payments follow it day by day or in groups of days. It shows what follows from each
/// and recommends none: payments are to follow the work. It is an estimate and not advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanAnswer {
    /// Whether several payments that follow the work leave more than one, in the worst case.
    pub possible: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<PlanReason>,
    /// The same in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Everything in one payment after the last day.
    pub at_once: PaymentPlan,
    /// The fewest payments of which most is kept in the end, even in the worst case; absent where one payment does as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fewest: Option<PaymentPlan>,
    /// For each number of payments from two up, the ones of which most is kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_number: Vec<PaymentPlan>,
    /// What to beware of.
    pub warnings: Vec<TakeHomeWarning>,
    /// What is not known and may make a difference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<CurveQuestion>,
    /// What kind of answer this is.
    pub statement: String,
}

/// Why several payments leave no more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PlanReason {
    /// The work is done on one day.
    OneDay,
    /// All of it can be paid at once with the same result.
    SameAtOnce,
}

/// Payments that make up the whole fee, and what is kept of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentPlan {
    /// The payments, in order.
    pub payments: Vec<PlannedPayment>,
    /// What is kept of all of them.
    pub kept: KeptMoney,
}

/// One payment of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlannedPayment {
    /// The days of the work it is for.
    pub work_dates: Vec<Date>,
    /// The day on which the money arrives.
    pub paid_on: Date,
    /// The fee before tax.
    pub fee: Money,
    /// The hours of those days, where they are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
}
