//! Housing Benefit and Pension Credit.

use serde::{Deserialize, Serialize};

use crate::unit::{Known, Money};

/// Housing Benefit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HousingBenefit {
    /// What is paid a week now.
    pub weekly_amount: Known<Money>,
    /// Whether it is paid in full because of Universal Credit, income-related Employment and Support Allowance or the guarantee of
    /// Pension Credit: then it falls only if that benefit ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passported: Option<Known<bool>>,
    /// Whom the weekly disregard of earnings is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<Known<HousingBenefitHousehold>>,
    /// Whether the council has accepted the work as permitted work, so that earnings up to that limit are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permitted_work_accepted: Option<Known<bool>>,
    /// Other net earnings of a week. Where it is absent, none; not known where wages go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_weekly_earnings: Option<Known<Money>>,
    /// By how much a week's income, earnings left out, is below what the household needs to live on by law (a positive room means
    /// that so much may be earned above the disregard before the benefit falls). None where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Known<Money>>,
}

/// Whom the weekly disregard of earnings is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum HousingBenefitHousehold {
    /// A single person.
    Single,
    /// A couple.
    Couple,
    /// A lone parent.
    LoneParent,
    /// Somebody with a disability, a carer, or in a special occupation.
    Special,
}

/// Pension Credit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PensionCredit {
    /// What is paid a week now.
    pub weekly_amount: Known<Money>,
    /// Whether it is that of a couple.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub couple: Option<Known<bool>>,
    /// Whether the higher disregard holds: a disability benefit, a carer, or a special occupation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub higher_disregard: Option<Known<bool>>,
    /// Other net earnings of a week. Where it is absent, none; not known where wages go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_weekly_earnings: Option<Known<Money>>,
}
