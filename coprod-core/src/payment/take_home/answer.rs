//! What the answer says.

mod benefit;
mod question;
mod warning;

pub use benefit::{BenefitChange, BenefitName, BenefitPeriod, TellWhom};
pub use question::{Narrowing, QuestionAnswer, TakeHomeQuestion};
pub use warning::{TakeHomeWarning, TakeHomeWarningCode};

use serde::Serialize;

use crate::payment::TraceStep;
use crate::unit::{Date, Hours, Money, MoneyOrRange};

/// What somebody keeps of their payments, when, why, and what to tell whom. Where something is not known, a figure is a range between the
/// worst and the best case. It is an estimate and not advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakeHomeAnswer {
    /// All fees before tax; null where none may be paid before advice.
    pub fee: Option<Money>,
    /// Expenses that are paid back and do not count as pay.
    pub expenses: Money,
    /// The part of what is paid as expenses that counts as pay: round sums, what no receipt shows, miles above the approved rate.
    pub expenses_as_pay: Money,
    /// What the organisation pays to others for the person.
    pub paid_direct: Money,
    /// What the person keeps; null where no fee may be paid before advice.
    pub kept: Option<KeptMoney>,
    /// Income tax withheld when the fees are paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax: Option<MoneyOrRange>,
    /// Income tax due on the fees in the end; below zero where the fees bring the tax of the year down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_due: Option<MoneyOrRange>,
    /// National Insurance withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_insurance: Option<MoneyOrRange>,
    /// National Insurance of the self-employed, due after the tax year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_insurance_later: Option<MoneyOrRange>,
    /// Student loan repayments withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub student_loan: Option<MoneyOrRange>,
    /// Pension contributions withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pension: Option<MoneyOrRange>,
    /// What each benefit does, in each of its periods in which the payments count.
    pub benefits: Vec<BenefitChange>,
    /// The fee for each hour, and what is kept of it; absent where the hours are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<KeptPerHour>,
    /// Which day brings or takes which money.
    pub cash_on: Vec<CashOn>,
    /// What to beware of.
    pub warnings: Vec<TakeHomeWarning>,
    /// What to take advice on before agreeing to anything.
    pub advice_needed: Vec<String>,
    /// What was taken to be so because nothing was said.
    pub assumes: Vec<String>,
    /// What is not known and makes a difference.
    pub questions: Vec<TakeHomeQuestion>,
    /// The question whose answer leaves the shortest range of what is kept in the end, even at worst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub narrows_most: Option<Narrowing>,
    /// What can matter for this person and is not worked out here.
    pub not_modelled: Vec<String>,
    /// What to tell whom, and by when.
    pub tell: Vec<TellWhom>,
    /// Where advice is to be had.
    pub advice: Vec<AdvicePlace>,
    /// What kind of answer this is.
    pub statement: String,
    /// Every step of the working: of the exact answer, or of the case in which least is kept in the end, and of several such in the
    /// period.
    pub trace: Vec<TraceStep>,
    /// Every step of the case in which most is kept in the end, where the answer is a range.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trace_highest: Vec<TraceStep>,
}

/// What somebody keeps of their payments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptMoney {
    /// When the periods in which the payments count have passed.
    pub in_period: MoneyOrRange,
    /// When tax is settled too.
    pub eventual: MoneyOrRange,
}

/// Pay by the hour of work and preparation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptPerHour {
    /// The hours of all payments, preparation counted and travelling not.
    pub hours: Hours,
    /// Pounds of fee for an hour, to the nearest penny.
    pub gross: Money,
    /// Pounds kept in the end for an hour, to the nearest penny.
    pub kept: MoneyOrRange,
}

/// Money that comes or goes on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CashOn {
    /// The day.
    pub date: Date,
    /// What it is.
    pub what: String,
    /// How much more, or less, than without the payments.
    pub amount: MoneyOrRange,
}

/// Where advice is to be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdvicePlace {
    /// Who gives it.
    pub organisation: String,
    /// For whom.
    pub for_whom: String,
    /// How to find it.
    #[serde(rename = "where")]
    pub place: String,
}
