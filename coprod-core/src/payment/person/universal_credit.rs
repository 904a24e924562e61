//! Universal Credit, as a statement shows it or as it follows from the household.

use serde::{Deserialize, Serialize};

use crate::unit::{Known, Money};

/// A Universal Credit award. Give `maximum_award` (the statement's "total before deductions") or the household (at least one of
/// `couple`, `partner_age`, `children` and `housing_costs`), from which it is worked out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UniversalCredit {
    /// The day of the month on which an assessment period starts, from 1 to 31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_day: Option<Known<u8>>,
    /// The award of a month before anything is taken off for income: standard allowance and all elements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_award: Option<Known<Money>>,
    /// Which work allowance the award has; worked out from the household where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_allowance: Option<Known<WorkAllowance>>,
    /// Net earnings of an assessment period without the payments asked about: the person's and, in a couple, the partner's unless
    /// that is stated apart. Where it is absent, none; not known where wages go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_net_earnings: Option<Known<Money>>,
    /// The partner's net earnings of an assessment period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_net_earnings: Option<Known<Money>>,
    /// Other income of a month that is taken off in full, such as a pension. Carer's Allowance and new-style benefits that are stated
    /// as benefits are added by themselves. None where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unearned_income: Option<Known<Money>>,
    /// Savings and other capital of the household. None that counts where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capital: Option<Known<Money>>,
    /// Whether the benefit cap binds; where it is not stated, it is worked out where that is certain and asked where not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_cap: Option<Known<BenefitCap>>,
    /// Other benefits of a month that count towards the benefit cap, such as Child Benefit; without Employment and Support Allowance and
    /// Jobseeker's Allowance that are stated as benefits, which are added by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_capped_benefits: Option<Known<Money>>,
    /// The minimum income floor of a month, where the person's statement shows one; none where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_income_floor: Option<Known<Money>>,
    /// Surplus earnings brought forward into the first assessment period; none where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus_brought_forward: Option<Known<Money>>,
    /// The amount above which surplus earnings are carried forward, where the person knows it; else the one in the law, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus_threshold: Option<Known<Money>>,
    /// Whether the claim is that of a couple.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub couple: Option<Known<bool>>,
    /// The partner's age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_age: Option<Known<u8>>,
    /// Children or young people for whom the household is responsible, up to 20; none where it is absent and the award is worked out
    /// from the household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub children: Option<Known<u8>>,
    /// Child elements in the award, where they are fewer than the children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child_elements: Option<Known<u8>>,
    /// Whether the eldest child was born before 6 April 2017, which raises the first child element.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eldest_born_before_2017: Option<Known<bool>>,
    /// Limited capability for work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_capability: Option<Known<WorkCapability>>,
    /// Whether the award has a carer element.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carer_element: Option<Known<bool>>,
    /// The housing costs in the award of a month; none where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub housing_costs: Option<Known<Money>>,
    /// The childcare costs in the award of a month; none where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub childcare_costs: Option<Known<Money>>,
    /// The kind of tenancy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenancy: Option<Known<Tenancy>>,
}

/// Which work allowance an award has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WorkAllowance {
    /// None: no child, and no limited capability for work.
    None,
    /// The lower one, of an award with housing costs or a household in temporary accommodation.
    WithHousing,
    /// The higher one, of an award without housing costs.
    WithoutHousing,
}

/// Whether the benefit cap binds an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BenefitCap {
    /// It does not, for good: for instance because of a disability benefit, a carer element or limited capability.
    Exempt,
    /// It does not for now: the grace period after work.
    GracePeriod,
    /// The cap for a single person outside London.
    SingleOutsideLondon,
    /// The cap for a single person in London.
    SingleLondon,
    /// The cap for couples and parents outside London.
    CoupleOrParentOutsideLondon,
    /// The cap for couples and parents in London.
    CoupleOrParentLondon,
}

/// Limited capability for work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WorkCapability {
    /// Not limited.
    Full,
    /// Limited capability for work, without an element.
    Limited,
    /// Limited capability for work with the element that closed to new claims in 2017.
    LimitedWithElement,
    /// Limited capability for work-related activity, at the rate for those who had it before April 2026 or are protected.
    LimitedForActivity,
    /// Limited capability for work-related activity, at the rate for new claims from April 2026.
    LimitedForActivityNew,
}

/// The kind of tenancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Tenancy {
    /// From a council or housing association.
    Social,
    /// From a private landlord.
    Private,
    /// Temporary accommodation: housing costs are paid by Housing Benefit, and the lower work allowance holds.
    Temporary,
    /// Exempt supported accommodation: housing costs are paid by Housing Benefit, and the higher work allowance holds.
    ExemptSupported,
    /// The home is owned, or there are no housing costs.
    None,
}
