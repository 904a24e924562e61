//! What to beware of, and what is not known.

use serde::Serialize;

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
