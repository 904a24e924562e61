//! What the answer says.

use serde::Serialize;

use crate::payment::{BenefitName, KeptMoney, KeptPerHour, TakeHomeQuestion, TakeHomeWarning};
use crate::unit::{Date, Money, MoneyOrRange};

/// Options side by side, in the order asked for: none is recommended. Where something is not known, each figure is a range between the
/// worst and the best case. It is an estimate and not advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OptionsAnswer {
    /// The options.
    pub options: Vec<PaymentOption>,
    /// Why no parts below cliffs are among them, where they could not be looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cliffs_not_sought: Option<String>,
    /// What is not known and makes a difference if all of the offer is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<TakeHomeQuestion>,
    /// What kind of answer this is.
    pub statement: String,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentOption {
    /// What kind it is.
    pub kind: OptionKind,
    /// In words.
    pub label: String,
    /// The fee before tax.
    pub fee: Money,
    /// What is declined of the offer.
    pub declined: Money,
    /// Expenses that are paid back and do not count as pay.
    pub expenses: Money,
    /// What the person keeps of the fee.
    pub kept: KeptMoney,
    /// Income tax withheld when the fee is paid.
    pub tax: MoneyOrRange,
    /// Income tax due on the fee in the end.
    pub tax_due: MoneyOrRange,
    /// National Insurance, now and later.
    pub national_insurance: MoneyOrRange,
    /// How each benefit changes.
    pub benefits: Vec<OptionBenefit>,
    /// The fee for each hour, and what is kept of it; absent where the hours are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<KeptPerHour>,
    /// What to beware of: of the first option all of it, of the others what is not said there.
    pub warnings: Vec<TakeHomeWarning>,
    /// What to take advice on first, where the first option does not say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice_needed: Vec<String>,
}

/// How a benefit changes in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OptionBenefit {
    /// Which benefit.
    pub name: BenefitName,
    /// The difference: below zero for a loss.
    pub change: MoneyOrRange,
    /// The first day it is for.
    pub from: Date,
    /// The last day it is for.
    pub until: Date,
    /// Whether it is the later period in which tax is settled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub later: bool,
}

/// The kinds of option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OptionKind {
    /// All of the offer.
    All,
    /// A part of the fee that was asked about, the rest declined.
    Part,
    /// The highest fee below a cliff, the rest declined.
    BelowCliff,
    /// Nothing is paid.
    Decline,
    /// The fee is declined, and expenses are paid back.
    ExpensesOnly,
    /// The work is done and paid on other days.
    OtherWorkDates,
    /// More or fewer hours are worked.
    OtherHours,
    /// The fee comes as a voucher.
    Voucher,
}
