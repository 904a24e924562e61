//! What the answer says.

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

/// What a benefit is in a period, without the payments and with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenefitChange {
    /// Which benefit.
    pub name: BenefitName,
    /// What it would be without the payments.
    pub before: MoneyOrRange,
    /// What it is with them.
    pub after: MoneyOrRange,
    /// The difference: below zero for a loss.
    pub change: MoneyOrRange,
    /// The days it is for; where they depend on what is not known, all days that it may be for.
    pub period: BenefitPeriod,
    /// Whether it is the later period in which tax is settled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub later: bool,
    /// Whom to tell, and by when.
    pub tell: TellWhom,
}

/// A benefit whose amount can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BenefitName {
    /// Universal Credit.
    UniversalCredit,
    /// Carer's Allowance.
    CarersAllowance,
    /// Carer Support Payment.
    CarerSupportPayment,
    /// New-style Employment and Support Allowance.
    NewStyleEsa,
    /// Employment and Support Allowance from before Universal Credit.
    LegacyEsa,
    /// New-style Jobseeker's Allowance.
    NewStyleJsa,
    /// Housing Benefit.
    HousingBenefit,
    /// Pension Credit.
    PensionCredit,
}

impl BenefitName {
    /// The words for people to read.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::UniversalCredit => "Universal Credit",
            Self::CarersAllowance => "Carer's Allowance",
            Self::CarerSupportPayment => "Carer Support Payment",
            Self::NewStyleEsa => "new-style Employment and Support Allowance",
            Self::LegacyEsa => "Employment and Support Allowance",
            Self::NewStyleJsa => "new-style Jobseeker's Allowance",
            Self::HousingBenefit => "Housing Benefit",
            Self::PensionCredit => "Pension Credit",
        }
    }
}

/// First and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenefitPeriod {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
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

/// Something that is not known and makes a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakeHomeQuestion {
    /// Where in the request the answer goes; absent where only an office can decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The question.
    pub question: String,
    /// What is kept by each answer that was tried; of a sum of money those at which something changes.
    pub answers: Vec<QuestionAnswer>,
}

/// An answer to a question, and what is kept then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionAnswer {
    /// The answer.
    pub answer: String,
    /// What is kept then.
    pub kept: KeptMoney,
}

/// The question that narrows the answer most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Narrowing {
    /// Which of the questions, from 0.
    pub question: usize,
    /// How much the range of what is kept in the end still spans at worst.
    pub at_most: Money,
}

/// Whom to tell what, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TellWhom {
    /// Whom.
    pub whom: String,
    /// What.
    pub what: String,
    /// By when.
    pub by: String,
    /// The last day, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_date: Option<Date>,
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
