//! Where a rule stands in the law: Great Britain and Northern Ireland number their regulations apart.

use super::key::Key;
use super::table;

/// Whose law a rule is cited from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LawOf {
    /// England, Scotland and Wales.
    GreatBritain,
    /// Northern Ireland.
    NorthernIreland,
}

/// A place in the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The regulations and the number, such as `Universal Credit Regulations 2013, reg. 22`.
    pub text: &'static str,
    /// Its address.
    pub reference: &'static str,
}

macro_rules! cited_rules {
    ($($(#[doc = $doc:literal])+ $rule:ident: $great_britain:ident, $northern_ireland:ident;)*) => {
        /// A rule whose place in the law is known for Great Britain and for Northern Ireland.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum CitedRule {
            $($(#[doc = $doc])+ $rule,)*
        }

        impl CitedRule {
            /// Every rule there is.
            pub const ALL: &[Self] = &[$(Self::$rule),*];

            /// The figure that holds the citation, with its standing and source.
            #[must_use]
            pub const fn key(self, law: LawOf) -> Key<&'static str> {
                match (self, law) {
                    $((Self::$rule, LawOf::GreatBritain) => table::$great_britain,
                    (Self::$rule, LawOf::NorthernIreland) => table::$northern_ireland,)*
                }
            }
        }
    };
}

cited_rules! {
    /// How amounts are rounded in Universal Credit.
    UniversalCreditRounding: CITATION_GREAT_BRITAIN_UC_ROUNDING, CITATION_NORTHERN_IRELAND_UC_ROUNDING;
    /// What an assessment period is.
    UniversalCreditAssessmentPeriod: CITATION_GREAT_BRITAIN_UC_ASSESSMENT_PERIOD, CITATION_NORTHERN_IRELAND_UC_ASSESSMENT_PERIOD;
    /// What is deducted for earnings.
    UniversalCreditDeduction: CITATION_GREAT_BRITAIN_UC_DEDUCTION, CITATION_NORTHERN_IRELAND_UC_DEDUCTION;
    /// What earned income is.
    UniversalCreditEarnedIncome: CITATION_GREAT_BRITAIN_UC_EARNED_INCOME, CITATION_NORTHERN_IRELAND_UC_EARNED_INCOME;
    /// Who is consulted as a service user.
    UniversalCreditServiceUser: CITATION_GREAT_BRITAIN_UC_SERVICE_USER, CITATION_NORTHERN_IRELAND_UC_SERVICE_USER;
    /// How surplus earnings are carried over.
    UniversalCreditSurplus: CITATION_GREAT_BRITAIN_UC_SURPLUS, CITATION_NORTHERN_IRELAND_UC_SURPLUS;
    /// What employed earnings are.
    UniversalCreditEmployedEarnings: CITATION_GREAT_BRITAIN_UC_EMPLOYED_EARNINGS, CITATION_NORTHERN_IRELAND_UC_EMPLOYED_EARNINGS;
    /// When earnings that were not received are counted.
    UniversalCreditNotional: CITATION_GREAT_BRITAIN_UC_NOTIONAL, CITATION_NORTHERN_IRELAND_UC_NOTIONAL;
    /// In which assessment period earnings are counted.
    UniversalCreditEarningsDate: CITATION_GREAT_BRITAIN_UC_EARNINGS_DATE, CITATION_NORTHERN_IRELAND_UC_EARNINGS_DATE;
    /// The minimum income floor.
    UniversalCreditMinimumIncomeFloor: CITATION_GREAT_BRITAIN_UC_MINIMUM_INCOME_FLOOR, CITATION_NORTHERN_IRELAND_UC_MINIMUM_INCOME_FLOOR;
    /// What unearned income is.
    UniversalCreditUnearnedIncome: CITATION_GREAT_BRITAIN_UC_UNEARNED_INCOME, CITATION_NORTHERN_IRELAND_UC_UNEARNED_INCOME;
    /// What income capital is taken to yield.
    UniversalCreditTariffIncome: CITATION_GREAT_BRITAIN_UC_TARIFF_INCOME, CITATION_NORTHERN_IRELAND_UC_TARIFF_INCOME;
    /// When earnings keep a household outside the benefit cap.
    BenefitCapEarnings: CITATION_GREAT_BRITAIN_BENEFIT_CAP_EARNINGS, CITATION_NORTHERN_IRELAND_BENEFIT_CAP_EARNINGS;
    /// The earnings limit of Carer's Allowance.
    CarersAllowanceEarnings: CITATION_GREAT_BRITAIN_CA_EARNINGS, CITATION_NORTHERN_IRELAND_CA_EARNINGS;
    /// What is deducted from earnings for Carer's Allowance.
    CarersAllowanceNetEarnings: CITATION_GREAT_BRITAIN_CA_NET_EARNINGS, CITATION_NORTHERN_IRELAND_CA_NET_EARNINGS;
    /// How many weeks a one-off payment covers in Carer's Allowance.
    CarersAllowanceOneOffPayment: CITATION_GREAT_BRITAIN_CA_ONE_OFF_PAYMENT, CITATION_NORTHERN_IRELAND_CA_ONE_OFF_PAYMENT;
    /// Permitted work in the new-style Employment and Support Allowance.
    EmploymentAndSupportAllowanceNewStylePermittedWork: CITATION_GREAT_BRITAIN_ESA_NEW_STYLE_PERMITTED_WORK, CITATION_NORTHERN_IRELAND_ESA_NEW_STYLE_PERMITTED_WORK;
    /// Permitted work in the older Employment and Support Allowance.
    EmploymentAndSupportAllowanceIncomeRelatedPermittedWork: CITATION_GREAT_BRITAIN_ESA_INCOME_RELATED_PERMITTED_WORK, CITATION_NORTHERN_IRELAND_ESA_INCOME_RELATED_PERMITTED_WORK;
    /// How earnings count in the new-style Jobseeker's Allowance.
    JobseekersAllowanceEarnings: CITATION_GREAT_BRITAIN_JSA_EARNINGS, CITATION_NORTHERN_IRELAND_JSA_EARNINGS;
    /// What is disregarded of earnings in Housing Benefit.
    HousingBenefitEarnings: CITATION_GREAT_BRITAIN_HOUSING_BENEFIT_EARNINGS, CITATION_NORTHERN_IRELAND_HOUSING_BENEFIT_EARNINGS;
    /// What is disregarded of earnings in Housing Benefit at pension age.
    HousingBenefitEarningsPensionAge: CITATION_GREAT_BRITAIN_HOUSING_BENEFIT_EARNINGS_PENSION_AGE, CITATION_NORTHERN_IRELAND_HOUSING_BENEFIT_EARNINGS_PENSION_AGE;
    /// What is disregarded of earnings in Pension Credit.
    PensionCreditEarnings: CITATION_GREAT_BRITAIN_PENSION_CREDIT_EARNINGS, CITATION_NORTHERN_IRELAND_PENSION_CREDIT_EARNINGS;
    /// The easements for service users in the older benefits.
    ServiceUserEasements: CITATION_GREAT_BRITAIN_SERVICE_USER_EASEMENTS, CITATION_NORTHERN_IRELAND_SERVICE_USER_EASEMENTS;
}

impl CitedRule {
    /// Where the rule stands in the law of one of the two. Nothing if no place is known, which holds of none so far.
    #[must_use]
    pub fn citation(self, law: LawOf) -> Option<Citation> {
        let latest = self.key(law).history().last()?;
        Some(Citation { text: latest.value, reference: latest.fact.source().reference })
    }
}
