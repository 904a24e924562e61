//! Benefits that are worked out week by week.

use serde::{Deserialize, Serialize};

use crate::unit::{Hours, Known, Money};

/// Carer's Allowance or Carer Support Payment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CarerBenefit {
    /// Net earnings of a week without the payments asked about, after tax, National Insurance, half of pension contributions and
    /// allowable care costs. Where it is absent, none; not known where wages go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_net_weekly_earnings: Option<Known<Money>>,
    /// How the earnings of the payments fall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Known<EarningsPattern>>,
    /// What the person pays in a week for care of the cared-for person or of their children while they work; counted up to half of
    /// the earnings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub care_costs: Option<Known<Money>>,
    /// Hours of care a week; at least 35 are needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_of_care: Option<Hours>,
}

/// How earnings fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EarningsPattern {
    /// A payment for the week, as regular work is paid.
    Weekly,
    /// One payment that is not for a period.
    OneOff,
    /// Payments that vary, which may be averaged.
    Irregular,
}

/// Employment and Support Allowance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EmploymentSupport {
    /// New-style, or the legacy benefit.
    pub kind: Known<EsaKind>,
    /// The group that the person is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Known<EsaGroup>>,
    /// What is paid a week; worked out from the group where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly_amount: Option<Known<Money>>,
    /// Other net earnings of a week. Where it is absent, none; not known where wages go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_weekly_earnings: Option<Known<Money>>,
    /// Other hours of work a week. None where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_weekly_hours: Option<Known<Hours>>,
    /// Whether the work is supervised by a body whose task that is, as part of treatment or support: then there is no limit of hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervised: Option<Known<bool>>,
}

/// The kinds of Employment and Support Allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EsaKind {
    /// New-style, by contributions.
    NewStyle,
    /// Legacy, by contributions.
    LegacyContributory,
    /// Legacy, by income.
    LegacyIncomeRelated,
}

/// The groups of Employment and Support Allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EsaGroup {
    /// Before the assessment.
    Assessment,
    /// Work-related activity group.
    WorkRelatedActivity,
    /// Support group.
    Support,
}

/// Jobseeker's Allowance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct JobseekersAllowance {
    /// New-style, or the historic benefit by income.
    pub kind: Known<JobseekersKind>,
    /// What is paid a week without earnings; worked out from the age where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly_amount: Option<Known<Money>>,
    /// Other net earnings of a week. Where it is absent, none; not known where wages go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_weekly_earnings: Option<Known<Money>>,
    /// Other hours of work a week. None where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_weekly_hours: Option<Known<Hours>>,
}

/// The kinds of Jobseeker's Allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum JobseekersKind {
    /// New-style, by contributions.
    NewStyle,
    /// By income: historic, refused for work from April 2026 on.
    IncomeBased,
}
