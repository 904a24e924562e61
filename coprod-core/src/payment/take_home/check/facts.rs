//! Facts that cannot both be so.

use crate::error::{PaymentError, Pointer};
use crate::payment::PaidPerson;
use crate::payment::person::{EsaGroup, EsaKind, JobseekersKind, Nation, Tenancy, WorkAllowance, WorkCapability};
use crate::payment::take_home::TakeHomeRequest;
use crate::payment::take_home::sheet::{over_pension_age, pence, pension_age_range, value};
use crate::unit::{Date, Known, Money};

const SIXTEEN_HOURS: i64 = 16 * 3600;
const HOURS_OF_CARE: i64 = 35 * 3600;

/// A fact: its place under the person, and its words.
pub(super) struct Told {
    at: Pointer,
    words: String,
}

/// Refuses a person of whom two facts cannot both be so.
pub(super) fn person(request: &TakeHomeRequest) -> Result<(), PaymentError> {
    let person = &request.person;
    let at = Pointer::root().key("person");
    let on = request.payments.iter().map(|payment| payment.paid_on).min();
    let all = Facts { person, at };
    all.earnings()?;
    all.carers()?;
    all.support()?;
    all.together()?;
    all.household()?;
    all.capped()?;
    all.ages(on)?;
    all.beyond(request.payments.iter().map(|payment| payment.paid_on).max())?;
    all.ended()
}

pub(super) struct Facts<'a> {
    pub(super) person: &'a PaidPerson,
    at: Pointer,
}

impl Facts<'_> {
    pub(super) fn told(&self, fields: &[&str], words: impl Into<String>) -> Told {
        Told { at: fields.iter().fold(self.at.clone(), |at, field| at.key(field)), words: words.into() }
    }

    fn earnings(&self) -> Result<(), PaymentError> {
        let person = self.person;
        let Some(income) = &person.other_income else { return Ok(()) };
        let wages = pence(&income.wages);
        if wages == 0 || income.wages_ended == Some(true) {
            return Ok(());
        }
        let first = self.told(&["other_income", "wages"], format!("wages of {} a year that go on", shown(&income.wages)));
        let none = |fact: &Option<Known<Money>>| value(fact) == Some(Money::ZERO);
        let credit = person.universal_credit.as_ref();
        if credit.is_some_and(|credit| none(&credit.other_net_earnings)) {
            return both(first, self.told(&["universal_credit", "other_net_earnings"], "no other net earnings"));
        }
        for (field, carer) in
            [("carers_allowance", &person.carers_allowance), ("carer_support_payment", &person.carer_support_payment)]
        {
            if carer.as_ref().is_some_and(|carer| none(&carer.other_net_weekly_earnings)) {
                return both(first, self.told(&[field, "other_net_weekly_earnings"], "no other net earnings of a week"));
            }
        }
        let support = person.employment_and_support_allowance.as_ref();
        let jobseeker = person.jobseekers_allowance.as_ref();
        let housing = person.housing_benefit.as_ref();
        let pension = person.pension_credit.as_ref();
        let by_the_week = [
            ("employment_and_support_allowance", support.and_then(|benefit| benefit.other_weekly_earnings)),
            ("jobseekers_allowance", jobseeker.and_then(|benefit| benefit.other_weekly_earnings)),
            ("housing_benefit", housing.and_then(|benefit| benefit.other_weekly_earnings)),
            ("pension_credit", pension.and_then(|benefit| benefit.other_weekly_earnings)),
        ];
        for (field, earnings) in by_the_week {
            if none(&earnings) {
                return both(first, self.told(&[field, "other_weekly_earnings"], "no other net earnings of a week"));
            }
        }
        Ok(())
    }

    fn carers(&self) -> Result<(), PaymentError> {
        let person = self.person;
        let benefits = [
            ("carers_allowance", "Carer's Allowance", &person.carers_allowance),
            ("carer_support_payment", "Carer Support Payment", &person.carer_support_payment),
        ];
        for (field, name, carer) in &benefits {
            let Some(carer) = carer else { continue };
            if let Some(hours) = carer.hours_of_care.filter(|hours| hours.seconds() < HOURS_OF_CARE) {
                let second = self.told(&[field, "hours_of_care"], format!("{hours} hours of care a week, where it takes 35"));
                return both(self.told(&[field], *name), second);
            }
        }
        if person.carers_allowance.is_some() && person.carer_support_payment.is_some() {
            let second = self.told(&["carer_support_payment"], "Carer Support Payment, which takes its place");
            return both(self.told(&["carers_allowance"], "Carer's Allowance"), second);
        }
        let outside = value(&person.nation).is_some_and(|nation| nation != Nation::Scotland);
        if person.carer_support_payment.is_some() && outside {
            let second = self.told(&["carer_support_payment"], "Carer Support Payment, which is paid in Scotland only");
            return both(self.told(&["nation"], "a home outside Scotland"), second);
        }
        Ok(())
    }

    fn support(&self) -> Result<(), PaymentError> {
        let Some(benefit) = &self.person.employment_and_support_allowance else { return Ok(()) };
        let field = "employment_and_support_allowance";
        let first = || self.told(&[field], "Employment and Support Allowance");
        let supervised = value(&benefit.supervised) == Some(true);
        if let Some(hours) = value(&benefit.other_weekly_hours).filter(|hours| hours.seconds() >= SIXTEEN_HOURS)
            && !supervised
        {
            let words = format!("{hours} hours of other work a week, where fewer than 16 are permitted");
            return both(first(), self.told(&[field, "other_weekly_hours"], words));
        }
        let group = value(&benefit.group);
        let capability = self.person.universal_credit.as_ref().and_then(|credit| value(&credit.work_capability));
        let clash = match (group, capability) {
            (
                Some(EsaGroup::Support),
                Some(WorkCapability::Full | WorkCapability::Limited | WorkCapability::LimitedWithElement),
            ) => Some("the support group"),
            (Some(EsaGroup::WorkRelatedActivity), Some(WorkCapability::Full)) => Some("the work-related activity group"),
            _ => None,
        };
        if let Some(words) = clash {
            let second = self.told(
                &["universal_credit", "work_capability"],
                "capability for work that Universal Credit sees as less limited, though one assessment decides both",
            );
            return both(self.told(&[field, "group"], words), second);
        }
        Ok(())
    }

    fn together(&self) -> Result<(), PaymentError> {
        let person = self.person;
        let Some(credit) = &person.universal_credit else { return Ok(()) };
        let first = || self.told(&["universal_credit"], "Universal Credit");
        if person.income_support == Some(true) {
            return both(first(), self.told(&["income_support"], "Income Support, which it replaced"));
        }
        let support = person.employment_and_support_allowance.as_ref();
        if support.is_some_and(|benefit| benefit.kind == Known::Is(EsaKind::LegacyIncomeRelated)) {
            let fields = ["employment_and_support_allowance", "kind"];
            return both(first(), self.told(&fields, "income-related Employment and Support Allowance, which it replaced"));
        }
        let jobseeker = person.jobseekers_allowance.as_ref();
        if jobseeker.is_some_and(|benefit| benefit.kind == Known::Is(JobseekersKind::IncomeBased)) {
            let second = self.told(&["jobseekers_allowance", "kind"], "income-based Jobseeker's Allowance, which it replaced");
            return both(first(), second);
        }
        if person.pension_credit.is_some() {
            return both(first(), self.told(&["pension_credit"], "Pension Credit: nobody has both"));
        }
        let apart = matches!(credit.tenancy, Some(Known::Is(Tenancy::Temporary | Tenancy::ExemptSupported) | Known::Unknown));
        if person.housing_benefit.is_some() && !apart {
            let second = self.told(
                &["housing_benefit"],
                "Housing Benefit, which is paid beside it only for temporary or exempt supported accommodation (\"tenancy\")",
            );
            return both(first(), second);
        }
        let limited = value(&credit.work_capability).is_some_and(|capability| capability != WorkCapability::Full);
        let children = value(&credit.children).is_some_and(|children| children > 0);
        if value(&credit.work_allowance) == Some(WorkAllowance::None) && (limited || children) {
            let fact = if children { "children" } else { "work_capability" };
            let second = self.told(&["universal_credit", "work_allowance"], "no work allowance, though that fact gives one");
            let words = if children { "children in the household" } else { "limited capability for work" };
            return both(self.told(&["universal_credit", fact], words), second);
        }
        Ok(())
    }

    fn ages(&self, on: Option<Date>) -> Result<(), PaymentError> {
        let person = self.person;
        let Some(on) = on else { return Ok(()) };
        let (from, to) = pension_age_range(on);
        if let (Some(age), Some(over)) = (value(&person.age), value(&person.over_pension_age)) {
            let words = format!("an age of {age}");
            if (over && age < from) || (!over && age >= to) {
                let second = if over { "State Pension age reached" } else { "State Pension age not reached" };
                return both(self.told(&["age"], words), self.told(&["over_pension_age"], second));
            }
        }
        let benefits = [
            ("universal_credit", "Universal Credit", person.universal_credit.is_some()),
            ("carers_allowance", "Carer's Allowance", person.carers_allowance.is_some()),
            ("carer_support_payment", "Carer Support Payment", person.carer_support_payment.is_some()),
            ("housing_benefit", "Housing Benefit", person.housing_benefit.is_some()),
        ];
        let working_age = [
            (
                "employment_and_support_allowance",
                "Employment and Support Allowance",
                person.employment_and_support_allowance.is_some(),
            ),
            ("jobseekers_allowance", "Jobseeker's Allowance", person.jobseekers_allowance.is_some()),
        ];
        if let Some(age) = value(&person.age).filter(|age| *age < 16) {
            let mut all = benefits.iter().chain(&working_age);
            if let Some((field, name, _)) = all.find(|(.., has)| *has) {
                let second = self.told(&[field], format!("{name}, which nobody below 16 has"));
                return both(self.told(&["age"], format!("an age of {age}")), second);
            }
        }
        let fact = if person.over_pension_age.is_some() { "over_pension_age" } else { "age" };
        let single = person.universal_credit.as_ref().is_some_and(|credit| value(&credit.couple) == Some(false));
        match over_pension_age(person, on) {
            Some(true) if single => {
                let second = self.told(&["universal_credit"], "Universal Credit, which a single person leaves at that age");
                return both(self.told(&[fact], "State Pension age reached"), second);
            }
            Some(true) => {
                if let Some((field, name, _)) = working_age.iter().find(|(.., has)| *has) {
                    let second = self.told(&[field], format!("{name}, which ends at that age"));
                    return both(self.told(&[fact], "State Pension age reached"), second);
                }
            }
            Some(false) if person.pension_credit.is_some() => {
                let second = self.told(&["pension_credit"], "Pension Credit, which starts at that age");
                return both(self.told(&[fact], "State Pension age not reached"), second);
            }
            _ => {}
        }
        Ok(())
    }

    /// Benefits that are no longer paid.
    fn ended(&self) -> Result<(), PaymentError> {
        let person = self.person;
        let jobseeker = person.jobseekers_allowance.as_ref();
        let income_based = jobseeker.is_some_and(|benefit| benefit.kind == Known::Is(JobseekersKind::IncomeBased));
        let (at, name) = match (person.income_support == Some(true), income_based) {
            (true, _) => (self.at.key("income_support"), "Income Support"),
            (_, true) => (self.at.key("jobseekers_allowance").key("kind"), "income-based Jobseeker's Allowance"),
            _ => return Ok(()),
        };
        // A little of it was paid before that day; it is refused there too, because nothing of it is worked out.
        let ended = Date::new(2026, 4, 1)?.to_string();
        Err(PaymentError::BenefitEnded { path: at, name, ended })
    }
}

fn shown(amount: &Option<Known<Money>>) -> String {
    value(amount).map_or_else(String::new, |amount| amount.to_string())
}

pub(super) fn both(first: Told, second: Told) -> Result<(), PaymentError> {
    Err(PaymentError::ContradictoryFacts {
        path: second.at.clone(),
        first: format!("{} ({})", first.words, first.at),
        second: format!("{} ({})", second.words, second.at),
    })
}
