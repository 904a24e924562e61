//! The person as the rules see them, once every question is answered.

use super::{Sheet, derive, pence, value};
use crate::payment::PaidPerson;
use crate::payment::effect::{
    CarerCase, Case, EsaCase, HouseholdCase, HousingCase, IncomeCase, JobseekerCase, Loans, MaximumAward, PensionCreditCase,
    UniversalCreditCase,
};
use crate::payment::person::{
    BenefitCap, EarningsPattern, EsaGroup, EsaKind, HousingBenefitHousehold, JobseekersKind, Nation, OtherIncome, StudentLoan,
    Tenancy, UniversalCredit, WorkAllowance, WorkCapability,
};
use crate::unit::{Hours, Known, Money};

/// An age in the middle of working life, where age makes no difference.
const ANY_AGE: u8 = 40;

impl Sheet {
    /// The person as the rules see them.
    pub(in crate::payment::take_home) fn case(&self) -> Case {
        let person = &self.person;
        let scottish = person.carer_support_payment.is_some();
        let on = self.pays.first().map(|pay| pay.payment.paid_on);
        let nation = value(&person.nation).unwrap_or(if scottish { Nation::Scotland } else { Nation::England });
        let carer = person.carer_support_payment.as_ref().or(person.carers_allowance.as_ref());
        Case {
            nation,
            age: value(&person.age).unwrap_or(ANY_AGE),
            over_pension_age: on.and_then(|on| derive::over_pension_age(person, on)).unwrap_or(false),
            income: person.other_income.as_ref().map_or_else(IncomeCase::default, income),
            universal_credit: person.universal_credit.as_ref().map(|credit| self.credit(person, credit)),
            carer: carer.map(|carer| CarerCase {
                scottish,
                other_weekly: pence(&carer.other_net_weekly_earnings),
                pattern: value(&carer.pattern).unwrap_or(EarningsPattern::Weekly),
                care_costs: pence(&carer.care_costs),
            }),
            esa: person.employment_and_support_allowance.as_ref().map(|esa| EsaCase {
                kind: esa.kind.known().copied().unwrap_or(EsaKind::NewStyle),
                group: value(&esa.group).unwrap_or(EsaGroup::Support),
                weekly: value(&esa.weekly_amount).map(Money::pence),
                other_weekly: pence(&esa.other_weekly_earnings),
                other_seconds: value(&esa.other_weekly_hours).map_or(0, Hours::seconds),
                supervised: value(&esa.supervised).unwrap_or(false),
            }),
            jobseeker: person.jobseekers_allowance.as_ref().map(|benefit| JobseekerCase {
                kind: benefit.kind.known().copied().unwrap_or(JobseekersKind::NewStyle),
                weekly: value(&benefit.weekly_amount).map(Money::pence),
                other_weekly: pence(&benefit.other_weekly_earnings),
                other_seconds: value(&benefit.other_weekly_hours).map_or(0, Hours::seconds),
            }),
            housing: person.housing_benefit.as_ref().map(|benefit| HousingCase {
                weekly: benefit.weekly_amount.known().map_or(0, |amount| amount.pence()),
                passported: value(&benefit.passported).unwrap_or_else(|| passports(person)),
                household: value(&benefit.household).unwrap_or(HousingBenefitHousehold::Single),
                permitted_work: value(&benefit.permitted_work_accepted).unwrap_or(false),
                other_weekly: pence(&benefit.other_weekly_earnings),
                room: pence(&benefit.room),
            }),
            pension_credit: person.pension_credit.as_ref().map(|benefit| PensionCreditCase {
                weekly: benefit.weekly_amount.known().map_or(0, |amount| amount.pence()),
                couple: value(&benefit.couple).unwrap_or(false),
                higher_disregard: value(&benefit.higher_disregard).unwrap_or(false),
                other_weekly: pence(&benefit.other_weekly_earnings),
            }),
        }
    }

    fn credit(&self, person: &PaidPerson, credit: &UniversalCredit) -> UniversalCreditCase {
        let maximum = match value(&credit.maximum_award) {
            Some(award) => MaximumAward::Stated(award.pence()),
            None => MaximumAward::Household(household(person, credit)),
        };
        let first = |options: &[WorkAllowance]| options.first().copied().unwrap_or(WorkAllowance::None);
        UniversalCreditCase {
            first_day: value(&credit.first_day).unwrap_or(1),
            maximum,
            work_allowance: first(derive::work_allowances(credit)),
            other_earnings: pence(&credit.other_net_earnings) + pence(&credit.partner_net_earnings),
            unearned: pence(&credit.unearned_income),
            capital: pence(&credit.capital),
            cap: value(&credit.benefit_cap).unwrap_or(BenefitCap::Exempt),
            other_capped: pence(&credit.other_capped_benefits),
            childcare: pence(&credit.childcare_costs),
            floor: pence(&credit.minimum_income_floor),
            surplus: pence(&credit.surplus_brought_forward),
            surplus_threshold: value(&credit.surplus_threshold).map_or(self.surplus_threshold, Money::pence),
        }
    }
}

fn household(person: &PaidPerson, credit: &UniversalCredit) -> HouseholdCase {
    let children = value(&credit.children).unwrap_or(0);
    let age = value(&person.age).unwrap_or(ANY_AGE);
    let couple = value(&credit.couple).unwrap_or(credit.partner_age.is_some());
    let partner = value(&credit.partner_age).filter(|_| couple);
    HouseholdCase {
        couple,
        one_is_25: age >= 25 || partner.is_some_and(|age| age >= 25),
        child_elements: value(&credit.child_elements).unwrap_or(children).min(children),
        eldest_born_before_2017: value(&credit.eldest_born_before_2017).unwrap_or(false),
        capability: value(&credit.work_capability).unwrap_or(WorkCapability::Full),
        carer_element: value(&credit.carer_element)
            .unwrap_or(person.carers_allowance.is_some() || person.carer_support_payment.is_some()),
        housing_costs: pence(&credit.housing_costs),
        childcare_costs: pence(&credit.childcare_costs),
        tenancy: value(&credit.tenancy).unwrap_or(Tenancy::None),
    }
}

/// Whether another benefit that is told pays Housing Benefit in full.
pub(in crate::payment::take_home) fn passports(person: &PaidPerson) -> bool {
    person.universal_credit.is_some()
        || person.employment_and_support_allowance.as_ref().is_some_and(|esa| esa.kind == Known::Is(EsaKind::LegacyIncomeRelated))
}

fn income(income: &OtherIncome) -> IncomeCase {
    let has = |loan| income.student_loans.contains(&loan);
    IncomeCase {
        wages: pence(&income.wages),
        other_taxable: pence(&income.other_taxable),
        gross_fees: pence(&income.other_gross_fees),
        profit: pence(&income.self_employed_profit),
        self_employed: income.self_employed_profit.is_some(),
        loans: Loans {
            plan_1: has(StudentLoan::Plan1),
            plan_2: has(StudentLoan::Plan2),
            plan_4: has(StudentLoan::Plan4),
            plan_5: has(StudentLoan::Plan5),
            postgraduate: has(StudentLoan::Postgraduate),
        },
    }
}
