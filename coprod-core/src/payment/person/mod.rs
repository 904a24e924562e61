//! What a person tells of themselves, so that what they keep of a fee can be worked out.

mod housing;
mod income;
mod universal_credit;
mod weekly;

pub use housing::{HousingBenefit, HousingBenefitHousehold, PensionCredit};
pub use income::{OtherIncome, StudentLoan};
pub use universal_credit::{BenefitCap, Tenancy, UniversalCredit, WorkAllowance, WorkCapability};
pub use weekly::{CarerBenefit, EarningsPattern, EmploymentSupport, EsaGroup, EsaKind, JobseekersAllowance, JobseekersKind};

use serde::{Deserialize, Serialize};

use super::PermissionToWork;
use crate::parameters::LawOf;
use crate::unit::Known;

/// A person who is offered a fee. A benefit that is absent is not received; any other fact that is absent is taken as `"unknown"`
/// where it matters, and the answer is then a range that names the question. Nobody is asked for more than their benefits need.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaidPerson {
    /// Where the person lives: it decides the bands of income tax, the benefits and the law that is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Known<Nation>>,
    /// Age in whole years on the day of payment, up to 120.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Known<u8>>,
    /// Whether the person has reached State Pension age; worked out from `age` where that is certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_pension_age: Option<Known<bool>>,
    /// Whether the person may work in the United Kingdom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission_to_work: Option<PermissionToWork>,
    /// Wages, pensions and other fees, besides the payments asked about; none where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_income: Option<OtherIncome>,
    /// Universal Credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub universal_credit: Option<UniversalCredit>,
    /// Carer's Allowance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carers_allowance: Option<CarerBenefit>,
    /// Carer Support Payment, which takes the place of Carer's Allowance in Scotland.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carer_support_payment: Option<CarerBenefit>,
    /// Employment and Support Allowance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employment_and_support_allowance: Option<EmploymentSupport>,
    /// Jobseeker's Allowance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jobseekers_allowance: Option<JobseekersAllowance>,
    /// Income Support: historic, refused for work from April 2026 on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub income_support: Option<bool>,
    /// Housing Benefit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub housing_benefit: Option<HousingBenefit>,
    /// Pension Credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pension_credit: Option<PensionCredit>,
    /// Whether the council reduces the person's council tax (in Northern Ireland: whether they get rate relief).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council_tax_reduction: Option<bool>,
    /// Benefits for disability, whose amount does not depend on earnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disability_benefits: Vec<DisabilityBenefit>,
    /// Help that comes with a benefit or a low income, which the person has now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passported_help: Vec<PassportedHelp>,
    /// Whether the person is in prison or otherwise detained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detained: Option<bool>,
    /// Whether a council charges the person for care, so that income can raise the charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub care_charges: Option<bool>,
    /// Whether the person is on sick leave from a job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sick_leave: Option<bool>,
}

impl PaidPerson {
    /// Whether a benefit is told whose amount payments can change.
    pub(in crate::payment) const fn receives_benefits(&self) -> bool {
        self.universal_credit.is_some()
            || self.carers_allowance.is_some()
            || self.carer_support_payment.is_some()
            || self.employment_and_support_allowance.is_some()
            || self.jobseekers_allowance.is_some()
            || self.housing_benefit.is_some()
            || self.pension_credit.is_some()
    }
}

/// A nation of the United Kingdom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland: its own bands of income tax, its own carer and disability benefits.
    Scotland,
    /// Northern Ireland: its own regulations.
    NorthernIreland,
}

impl Nation {
    /// Whose law its regulations are cited from.
    pub(in crate::payment) fn law_of(self) -> LawOf {
        if self == Self::NorthernIreland { LawOf::NorthernIreland } else { LawOf::GreatBritain }
    }
}

/// A benefit for disability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DisabilityBenefit {
    /// Personal Independence Payment.
    Pip,
    /// Disability Living Allowance.
    Dla,
    /// Attendance Allowance.
    AttendanceAllowance,
    /// Adult Disability Payment, in Scotland.
    AdultDisabilityPayment,
    /// Child Disability Payment, in Scotland.
    ChildDisabilityPayment,
    /// Pension Age Disability Payment, in Scotland.
    PensionAgeDisabilityPayment,
    /// Armed Forces Independence Payment.
    ArmedForcesIndependencePayment,
    /// Industrial Injuries Disablement Benefit.
    IndustrialInjuries,
}

/// Help that comes with a benefit or a low income.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PassportedHelp {
    /// Free prescriptions and help with health costs on a low income.
    HealthCosts,
    /// Free school meals.
    FreeSchoolMeals,
    /// Healthy Start, or Best Start Foods in Scotland.
    HealthyStart,
    /// Legal aid.
    LegalAid,
    /// A social tariff for telephone, internet, water or energy.
    SocialTariff,
    /// Warm Home Discount or a cold weather payment.
    WarmHome,
    /// Other help.
    Other,
}
