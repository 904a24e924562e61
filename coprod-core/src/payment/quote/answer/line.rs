//! What an offer is made of.

use serde::Serialize;

use crate::parameters::Fact;
use crate::payment::card::FeeLine;
use crate::payment::{ExpenseKind, ExpenseTreatment, RuleSource};
use crate::unit::Money;

/// One amount of a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteLine {
    /// What it is part of.
    pub part: LinePart,
    /// What it is for, and how it was worked out.
    pub text: String,
    /// The amount.
    pub amount: Money,
    /// Where the amount comes from.
    pub basis: LineBasis,
    /// The rule by which it is paid or counts, in words.
    pub rule: String,
    /// Where that rule, or the amount, is written down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<RuleSource>,
    /// The kind of expense; absent for a fee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ExpenseKind>,
    /// How the expense counts; absent for a fee, which is always pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment: Option<ExpenseTreatment>,
    /// Up to what the expense can be free of tax, where there is a limit; what earlier round sums for meals have left of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_free_limit: Option<Money>,
    /// The part of the amount above that limit, which is taxable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above_limit: Option<Money>,
    /// The figure that it rests on, with its standing and source, where it is a law or a published policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<Fact>,
    /// The figures that only the limit rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limit_facts: Vec<Fact>,
}

impl QuoteLine {
    /// A line for a fee.
    pub(in crate::payment::quote) fn of_fee(line: FeeLine, basis: LineBasis) -> Self {
        let rule = match (line.part, basis) {
            (LinePart::MinimumFee, _) => "the least that the rate card pays for one engagement",
            (_, LineBasis::Published) => "the published rate card, at the rate that holds on the day of the work",
            (_, LineBasis::OwnRate) => "the organisation's own rate card, as it holds on the day of the work",
            (_, LineBasis::Offer | LineBasis::Claim) => "what the organisation offers",
        };
        Self {
            part: line.part,
            text: line.text,
            amount: line.amount,
            basis,
            rule: line.rule.unwrap_or(rule).to_owned(),
            source: line.source,
            kind: None,
            treatment: None,
            tax_free_limit: None,
            above_limit: None,
            fact: line.fact,
            limit_facts: Vec::new(),
        }
    }
}

/// How the expenses count. `tax_free`, `above_limit`, `unproved` and `round_sums` are together what the person is paid back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteExpenses {
    /// Paid back against receipts, and by the mile up to the approved rates: free of tax.
    pub tax_free: Money,
    /// The part of `tax_free` that is for care, which can be taxable if the person is an employee.
    pub for_care: Money,
    /// Paid by the mile above the approved rates: taxable.
    pub above_limit: Money,
    /// Paid back without a receipt: may count as income.
    pub unproved: Money,
    /// Round sums, paid whatever was spent: may count as income.
    pub round_sums: Money,
}

/// What an amount is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LinePart {
    /// The fee for the activity.
    Fee,
    /// The fee for preparing.
    Preparation,
    /// The fee for reading, where it is paid apart from preparing.
    Reading,
    /// The fee for time spent travelling.
    Travel,
    /// What makes the fee up to the least that the rate card pays for one engagement.
    MinimumFee,
    /// An expense paid back.
    Expense,
    /// Miles paid back.
    Mileage,
    /// Paid by the organisation to somebody else; not received by the person.
    PaidDirect,
}

impl LinePart {
    /// Whether it is part of the fee.
    #[must_use]
    pub const fn is_fee(self) -> bool {
        matches!(self, Self::Fee | Self::Preparation | Self::Reading | Self::Travel | Self::MinimumFee)
    }
}

/// Where an amount comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LineBasis {
    /// A law or a published policy: see `fact`.
    Published,
    /// The organisation's own rate.
    OwnRate,
    /// The fee that was offered.
    Offer,
    /// What was claimed as spent.
    Claim,
}
