//! What a payment does to a benefit, and whom to tell of it.

use serde::Serialize;

use crate::unit::{Date, MoneyOrRange};

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
