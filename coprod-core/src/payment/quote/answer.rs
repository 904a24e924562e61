//! What a quote says.

use serde::Serialize;

use super::CheckStatus;
use crate::parameters::Fact;
use crate::payment::card::FeeLine;
use crate::payment::{ExpenseKind, ExpenseTreatment, RuleSource};
use crate::unit::{Hours, Money, Ratio};

/// What an engagement is paid, line by line, what that is by the hour, and whether it reaches the wage floors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteAnswer {
    /// The rate card that the fee comes from; absent where a fee was offered as such.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<QuotedCard>,
    /// What is paid. `cost` is the sum of all lines, `total` the sum of those paid to the person.
    pub lines: Vec<QuoteLine>,
    /// The fee before tax; null where none may be offered before advice.
    pub fee: Option<Money>,
    /// What the person is paid back.
    pub expenses: Money,
    /// How that counts.
    pub expenses_by_treatment: QuoteExpenses,
    /// What the organisation pays to others for the person.
    pub paid_direct: Money,
    /// What the person receives before tax: fee and expenses.
    pub total: Money,
    /// What it costs the organisation, before any contributions of an employer: total and paid direct.
    pub cost: Money,
    /// The fee for each hour of work, preparation and reading included and travelling not; pay for travelling is left out. Absent where the
    /// hours are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<HourlyPay>,
    /// The fee for each hour that the work takes out of the person's day, travelling included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour_with_travel: Option<HourlyPay>,
    /// The wage floors. By law the minimum binds for workers; whoever is not a worker can use it as a yardstick.
    pub floors: Vec<WageFloor>,
    /// That employment status has to be checked. Absent where no fee may be offered, and in the review of a project, which says it once
    /// for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CheckStatus>,
    /// What to beware of.
    pub warnings: Vec<QuoteWarning>,
    /// What would have to be known to say more.
    pub questions: Vec<QuoteQuestion>,
}

/// The card and activity that a fee comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotedCard {
    /// The id of the card.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The activity.
    pub activity: String,
    /// Whether it is a published card, and not the organisation's own.
    pub published: bool,
}

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
    pub(super) fn of_fee(line: FeeLine, basis: LineBasis) -> Self {
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

/// Pay by the hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HourlyPay {
    /// The hours counted.
    pub hours: Hours,
    /// Pounds for an hour, exactly.
    pub exact: Ratio,
    /// Pounds for an hour, to the nearest penny; for reading, not for comparing.
    pub rounded: Money,
}

/// One wage floor, and whether the pay reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WageFloor {
    /// Which floor.
    pub floor: FloorName,
    /// Its name on that date and for that age.
    pub name: String,
    /// Whether the pay reaches it.
    pub outcome: FloorOutcome,
    /// Why, in words.
    pub reason: String,
    /// The pay compared: pounds for an hour of work, preparation included, exactly and unrounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<Ratio>,
    /// Pounds for an hour that the floor asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Money>,
    /// The least fee that would reach the floor, where the pay does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee_needed: Option<Money>,
    /// The standing and source of the rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<Fact>,
}

/// A wage floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FloorName {
    /// The National Minimum Wage, which from some age is called the National Living Wage.
    MinimumWage,
    /// The voluntary rate of the Living Wage Foundation outside London.
    RealLivingWageUk,
    /// The voluntary rate of the Living Wage Foundation in London.
    RealLivingWageLondon,
}

/// Whether pay reaches a floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FloorOutcome {
    /// It does.
    Passed,
    /// It does not.
    Failed,
    /// The floor is not for this person or place.
    NotApplicable,
    /// Something is not known: see `questions`.
    Unknown,
}

/// Something to beware of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteWarning {
    /// What kind it is.
    pub code: QuoteWarningCode,
    /// In words.
    pub text: String,
}

/// The kinds of warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum QuoteWarningCode {
    /// The person may not work, or only in part: no fee before advice.
    DoNotPayBeforeAdvice,
    /// Permission to work has not been looked into.
    PermissionUnknown,
    /// An expense was left out because nothing shows that it was spent.
    ExpenseLeftOut,
    /// No source that was seen confirms a figure.
    UnconfirmedValue,
    /// A figure was announced, and its law not seen.
    AnnouncedValue,
    /// A figure is taken to hold on beyond the time for which it is known.
    AssumedLatest,
    /// The rate card is a draft.
    DraftCard,
    /// Preparation is not paid on top.
    PreparationUnpaid,
    /// A floor is reached only while travelling is not counted.
    TravelBringsBelowFloor,
    /// An expense without a receipt can count as income.
    NoReceipt,
    /// A round sum can count as income.
    RoundSum,
    /// Repaid care can be taxable for an employee.
    CareIfEmployed,
    /// Miles are paid above the approved rate.
    MileageAboveApproved,
    /// The person is below the age at which the minimum wage starts.
    Child,
}

/// Something that would have to be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteQuestion {
    /// The field of the engagement that answers it.
    pub field: &'static str,
    /// The question.
    pub question: String,
}
