//! What to beware of.

use serde::Serialize;

/// Something to beware of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakeHomeWarning {
    /// What kind it is.
    pub code: TakeHomeWarningCode,
    /// In words.
    pub text: String,
}

/// The kinds of warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TakeHomeWarningCode {
    /// The person may not work, or only in part: no fee before advice.
    DoNotPayBeforeAdvice,
    /// Permission to work has not been looked into.
    PermissionUnknown,
    /// An expense was left out because nothing shows that it was spent.
    ExpenseLeftOut,
    /// An expense counts as pay, or may.
    ExpenseCountsAsPay,
    /// A fee is paid before the work is done.
    PaidInAdvance,
    /// The day that decides is near the end of a period.
    NearBoundary,
    /// No source that was seen confirms a figure or a reading of the law.
    Unconfirmed,
    /// A figure was announced, and its law not seen.
    Announced,
    /// A figure is taken to hold on beyond the time for which it is known.
    AssumedLatest,
    /// A benefit is lost for whole weeks, or an award may end.
    Cliff,
    /// Help that comes with a benefit or a low income may be lost.
    PassportedHelp,
    /// Work may be looked at when a disability benefit is reviewed.
    DisabilityReview,
    /// A charge for care may rise.
    CareCharges,
    /// The council may reduce council tax by less.
    CouncilTax,
    /// Part of the fee was declined.
    Declined,
    /// Whether a voucher counts is not settled; it is always to be declared.
    Voucher,
    /// The payer is to check whether the person is employed.
    EmploymentStatus,
    /// The person is on sick leave.
    SickLeave,
    /// The person is detained.
    Detained,
    /// The person is below 16.
    Child,
    /// Tax is withheld that is only paid back later, or is due later.
    TaxLater,
    /// Times of payment are not to be chosen for the sake of a benefit.
    Timing,
}
