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
    ($($(#[doc = $doc:literal])+ $rule:ident: [$($great_britain:ident),+], [$($northern_ireland:ident),+];)*) => {
        /// A rule whose place in the law is known for Great Britain and for Northern Ireland.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum CitedRule {
            $($(#[doc = $doc])+ $rule,)*
        }

        impl CitedRule {
            /// Every rule there is.
            pub const ALL: &[Self] = &[$(Self::$rule),*];

            /// The figures that hold the citations, with their standing and source: one for each Act or set of regulations that the
            /// rule stands in.
            #[must_use]
            pub const fn keys(self, law: LawOf) -> &'static [Key<&'static str>] {
                match (self, law) {
                    $((Self::$rule, LawOf::GreatBritain) => &[$(table::$great_britain),+],
                    (Self::$rule, LawOf::NorthernIreland) => &[$(table::$northern_ireland),+],)*
                }
            }
        }
    };
}

cited_rules! {
    /// How income tax is worked out.
    IncomeTax: [CITATION_UK_INCOME_TAX], [CITATION_UK_INCOME_TAX];
    /// Scottish rates of income tax.
    ScottishIncomeTax: [CITATION_SCOTLAND_INCOME_TAX], [CITATION_SCOTLAND_INCOME_TAX];
    /// The trading allowance.
    TradingAllowance: [CITATION_UK_TRADING_ALLOWANCE], [CITATION_UK_TRADING_ALLOWANCE];
    /// How contributions to a pension lower tax.
    PensionRelief: [CITATION_UK_PENSION_RELIEF], [CITATION_UK_PENSION_RELIEF];
    /// Which benefits are taxed.
    TaxedBenefits: [CITATION_UK_TAXED_BENEFITS], [CITATION_UK_TAXED_BENEFITS];
    /// How tax is withheld from pay.
    PayAsYouEarn: [CITATION_UK_PAYE], [CITATION_UK_PAYE];
    /// What a tax code stands for.
    TaxTables: [CITATION_UK_TAX_TABLES], [CITATION_UK_TAX_TABLES];
    /// Class 1 National Insurance contributions.
    Class1Contributions: [CITATION_GREAT_BRITAIN_CLASS_1, CITATION_UK_CLASS_1_WORKING_OUT], [CITATION_NORTHERN_IRELAND_CLASS_1, CITATION_UK_CLASS_1_WORKING_OUT];
    /// Class 2 National Insurance contributions.
    Class2Contributions: [CITATION_GREAT_BRITAIN_CLASS_2], [CITATION_NORTHERN_IRELAND_CLASS_2];
    /// Class 4 National Insurance contributions.
    Class4Contributions: [CITATION_GREAT_BRITAIN_CLASS_4], [CITATION_NORTHERN_IRELAND_CLASS_4];
    /// How student loans are repaid out of pay.
    StudentLoanRepayment: [CITATION_GREAT_BRITAIN_STUDENT_LOAN, CITATION_SCOTLAND_STUDENT_LOAN], [CITATION_NORTHERN_IRELAND_STUDENT_LOAN];
    /// How an award of Universal Credit is worked out.
    UniversalCreditAward: [CITATION_GREAT_BRITAIN_UC_AWARD], [CITATION_NORTHERN_IRELAND_UC_AWARD];
    /// What the maximum amount of Universal Credit is made of.
    UniversalCreditElements: [CITATION_GREAT_BRITAIN_UC_ELEMENTS], [CITATION_NORTHERN_IRELAND_UC_ELEMENTS];
    /// The capital above which there is no Universal Credit.
    UniversalCreditCapital: [CITATION_GREAT_BRITAIN_UC_CAPITAL], [CITATION_NORTHERN_IRELAND_UC_CAPITAL];
    /// How unearned income is made monthly.
    UniversalCreditMonthlyIncome: [CITATION_GREAT_BRITAIN_UC_MONTHLY], [CITATION_NORTHERN_IRELAND_UC_MONTHLY];
    /// The benefit cap.
    BenefitCap: [CITATION_GREAT_BRITAIN_BENEFIT_CAP], [CITATION_NORTHERN_IRELAND_BENEFIT_CAP];
    /// What is deducted for the cost of care from earnings beside Carer's Allowance.
    CarersAllowanceCareCosts: [CITATION_GREAT_BRITAIN_CA_CARE_COSTS], [CITATION_NORTHERN_IRELAND_CA_CARE_COSTS];
    /// The earnings limit of Carer Support Payment.
    CarerSupportPaymentLimit: [CITATION_SCOTLAND_CARER_SUPPORT_LIMIT], [CITATION_SCOTLAND_CARER_SUPPORT_LIMIT];
    /// How earnings count for Carer Support Payment.
    CarerSupportPaymentEarnings: [CITATION_SCOTLAND_CARER_SUPPORT_EARNINGS], [CITATION_SCOTLAND_CARER_SUPPORT_EARNINGS];
    /// What is deducted for the cost of care from earnings beside Carer Support Payment.
    CarerSupportPaymentCareCosts: [CITATION_SCOTLAND_CARER_SUPPORT_CARE_COSTS], [CITATION_SCOTLAND_CARER_SUPPORT_CARE_COSTS];
    /// Permitted work in either Employment and Support Allowance.
    EmploymentAndSupportAllowancePermittedWork: [CITATION_GREAT_BRITAIN_ESA_NEW_STYLE_PERMITTED_WORK, CITATION_GREAT_BRITAIN_ESA_INCOME_RELATED_PERMITTED_WORK], [CITATION_NORTHERN_IRELAND_ESA_NEW_STYLE_PERMITTED_WORK, CITATION_NORTHERN_IRELAND_ESA_INCOME_RELATED_PERMITTED_WORK];
    /// What either Employment and Support Allowance pays.
    EmploymentAndSupportAllowanceAmount: [CITATION_GREAT_BRITAIN_ESA_NEW_STYLE_AMOUNT, CITATION_GREAT_BRITAIN_ESA_LEGACY_AMOUNT], [CITATION_NORTHERN_IRELAND_ESA_NEW_STYLE_AMOUNT, CITATION_NORTHERN_IRELAND_ESA_LEGACY_AMOUNT];
    /// What the new-style Jobseeker's Allowance pays.
    JobseekersAllowanceAmount: [CITATION_GREAT_BRITAIN_JSA_AMOUNT], [CITATION_NORTHERN_IRELAND_JSA_AMOUNT];
    /// How many hours of work end the new-style Jobseeker's Allowance.
    JobseekersAllowanceHours: [CITATION_GREAT_BRITAIN_JSA_HOURS], [CITATION_NORTHERN_IRELAND_JSA_HOURS];
    /// How fast Housing Benefit falls as income rises.
    HousingBenefitTaper: [CITATION_GREAT_BRITAIN_HOUSING_BENEFIT_TAPER], [CITATION_NORTHERN_IRELAND_HOUSING_BENEFIT_TAPER];
    /// How income lowers the guarantee of Pension Credit.
    PensionCreditIncome: [CITATION_GREAT_BRITAIN_PENSION_CREDIT_INCOME], [CITATION_NORTHERN_IRELAND_PENSION_CREDIT_INCOME];
    /// How amounts are rounded in Universal Credit.
    UniversalCreditRounding: [CITATION_GREAT_BRITAIN_UC_ROUNDING], [CITATION_NORTHERN_IRELAND_UC_ROUNDING];
    /// What an assessment period is.
    UniversalCreditAssessmentPeriod: [CITATION_GREAT_BRITAIN_UC_ASSESSMENT_PERIOD], [CITATION_NORTHERN_IRELAND_UC_ASSESSMENT_PERIOD];
    /// What is deducted for earnings.
    UniversalCreditDeduction: [CITATION_GREAT_BRITAIN_UC_DEDUCTION], [CITATION_NORTHERN_IRELAND_UC_DEDUCTION];
    /// What earned income is.
    UniversalCreditEarnedIncome: [CITATION_GREAT_BRITAIN_UC_EARNED_INCOME], [CITATION_NORTHERN_IRELAND_UC_EARNED_INCOME];
    /// Who is consulted as a service user.
    UniversalCreditServiceUser: [CITATION_GREAT_BRITAIN_UC_SERVICE_USER], [CITATION_NORTHERN_IRELAND_UC_SERVICE_USER];
    /// How surplus earnings are carried over.
    UniversalCreditSurplus: [CITATION_GREAT_BRITAIN_UC_SURPLUS], [CITATION_NORTHERN_IRELAND_UC_SURPLUS];
    /// What employed earnings are.
    UniversalCreditEmployedEarnings: [CITATION_GREAT_BRITAIN_UC_EMPLOYED_EARNINGS], [CITATION_NORTHERN_IRELAND_UC_EMPLOYED_EARNINGS];
    /// When earnings that were not received are counted.
    UniversalCreditNotional: [CITATION_GREAT_BRITAIN_UC_NOTIONAL], [CITATION_NORTHERN_IRELAND_UC_NOTIONAL];
    /// In which assessment period earnings are counted.
    UniversalCreditEarningsDate: [CITATION_GREAT_BRITAIN_UC_EARNINGS_DATE], [CITATION_NORTHERN_IRELAND_UC_EARNINGS_DATE];
    /// The minimum income floor.
    UniversalCreditMinimumIncomeFloor: [CITATION_GREAT_BRITAIN_UC_MINIMUM_INCOME_FLOOR], [CITATION_NORTHERN_IRELAND_UC_MINIMUM_INCOME_FLOOR];
    /// What unearned income is.
    UniversalCreditUnearnedIncome: [CITATION_GREAT_BRITAIN_UC_UNEARNED_INCOME], [CITATION_NORTHERN_IRELAND_UC_UNEARNED_INCOME];
    /// What income capital is taken to yield.
    UniversalCreditTariffIncome: [CITATION_GREAT_BRITAIN_UC_TARIFF_INCOME], [CITATION_NORTHERN_IRELAND_UC_TARIFF_INCOME];
    /// When earnings keep a household outside the benefit cap.
    BenefitCapEarnings: [CITATION_GREAT_BRITAIN_BENEFIT_CAP_EARNINGS], [CITATION_NORTHERN_IRELAND_BENEFIT_CAP_EARNINGS];
    /// The earnings limit of Carer's Allowance.
    CarersAllowanceEarnings: [CITATION_GREAT_BRITAIN_CA_EARNINGS], [CITATION_NORTHERN_IRELAND_CA_EARNINGS];
    /// What is deducted from earnings for Carer's Allowance.
    CarersAllowanceNetEarnings: [CITATION_GREAT_BRITAIN_CA_NET_EARNINGS], [CITATION_NORTHERN_IRELAND_CA_NET_EARNINGS];
    /// How many weeks a one-off payment covers in Carer's Allowance.
    CarersAllowanceOneOffPayment: [CITATION_GREAT_BRITAIN_CA_ONE_OFF_PAYMENT], [CITATION_NORTHERN_IRELAND_CA_ONE_OFF_PAYMENT];
    /// Permitted work in the new-style Employment and Support Allowance.
    EmploymentAndSupportAllowanceNewStylePermittedWork: [CITATION_GREAT_BRITAIN_ESA_NEW_STYLE_PERMITTED_WORK], [CITATION_NORTHERN_IRELAND_ESA_NEW_STYLE_PERMITTED_WORK];
    /// Permitted work in the older Employment and Support Allowance.
    EmploymentAndSupportAllowanceIncomeRelatedPermittedWork: [CITATION_GREAT_BRITAIN_ESA_INCOME_RELATED_PERMITTED_WORK], [CITATION_NORTHERN_IRELAND_ESA_INCOME_RELATED_PERMITTED_WORK];
    /// How earnings count in the new-style Jobseeker's Allowance.
    JobseekersAllowanceEarnings: [CITATION_GREAT_BRITAIN_JSA_EARNINGS], [CITATION_NORTHERN_IRELAND_JSA_EARNINGS];
    /// What is disregarded of earnings in Housing Benefit.
    HousingBenefitEarnings: [CITATION_GREAT_BRITAIN_HOUSING_BENEFIT_EARNINGS], [CITATION_NORTHERN_IRELAND_HOUSING_BENEFIT_EARNINGS];
    /// What is disregarded of earnings in Housing Benefit at pension age.
    HousingBenefitEarningsPensionAge: [CITATION_GREAT_BRITAIN_HOUSING_BENEFIT_EARNINGS_PENSION_AGE], [CITATION_NORTHERN_IRELAND_HOUSING_BENEFIT_EARNINGS_PENSION_AGE];
    /// What is disregarded of earnings in Pension Credit.
    PensionCreditEarnings: [CITATION_GREAT_BRITAIN_PENSION_CREDIT_EARNINGS], [CITATION_NORTHERN_IRELAND_PENSION_CREDIT_EARNINGS];
    /// The easements for service users in the older benefits.
    ServiceUserEasements: [CITATION_GREAT_BRITAIN_SERVICE_USER_EASEMENTS], [CITATION_NORTHERN_IRELAND_SERVICE_USER_EASEMENTS];
}

impl CitedRule {
    /// Where the rule stands in the law of one of the two: one place for each Act or set of regulations.
    pub fn citations(self, law: LawOf) -> impl Iterator<Item = Citation> {
        let latest = |key: &Key<&'static str>| {
            key.history().last().map(|latest| Citation { text: latest.value, reference: latest.fact.source().reference })
        };
        self.keys(law).iter().filter_map(latest)
    }

    /// All these places in words.
    #[must_use]
    pub fn in_words(self, law: LawOf) -> String {
        self.citations(law).map(|citation| citation.text).collect::<Vec<_>>().join("; ")
    }
}
