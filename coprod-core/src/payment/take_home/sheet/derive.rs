//! What follows from the facts that are told, so that nobody is asked for it.

use super::{pence, unknown, value};
use crate::error::Pointer;
use crate::parameters::{Reach, STATE_PENSION_AGE_FROM, STATE_PENSION_AGE_TO};
use crate::payment::DisabilityBenefit;
use crate::payment::person::{
    BenefitCap, EsaGroup, HousingBenefitHousehold, PaidPerson, Tenancy, UniversalCredit, WorkAllowance, WorkCapability,
};
use crate::unit::{Date, Money};

/// The age below which nobody has reached State Pension age on `on`, and the age by which everybody has.
pub(in crate::payment::take_home) fn pension_age_range(on: Date) -> (u8, u8) {
    let age = |key: crate::parameters::Key<u32>, otherwise| {
        let found = key.at(on, Reach::AssumeLatest, &Pointer::root()).ok();
        found.and_then(|dated| u8::try_from(dated.value).ok()).unwrap_or(otherwise)
    };
    (age(STATE_PENSION_AGE_FROM, 66), age(STATE_PENSION_AGE_TO, 67))
}

/// Whether the person has reached State Pension age on `on`, where that is told or certain.
pub(in crate::payment::take_home) fn over_pension_age(person: &PaidPerson, on: Date) -> Option<bool> {
    if let Some(told) = value(&person.over_pension_age) {
        return Some(told);
    }
    let (from, to) = pension_age_range(on);
    match value(&person.age) {
        Some(age) if age < from => Some(false),
        Some(age) if age >= to => Some(true),
        _ if person.pension_credit.is_some() => Some(true),
        _ if person.employment_and_support_allowance.is_some() || person.jobseekers_allowance.is_some() => Some(false),
        _ => None,
    }
}

/// The work allowances that an award may have.
pub(in crate::payment::take_home) fn work_allowances(credit: &UniversalCredit) -> &'static [WorkAllowance] {
    use WorkAllowance::{None as No, WithHousing, WithoutHousing};
    match value(&credit.work_allowance) {
        Some(No) => return &[No],
        Some(WithHousing) => return &[WithHousing],
        Some(WithoutHousing) => return &[WithoutHousing],
        None => {}
    }
    let children = value(&credit.children);
    let limited = value(&credit.work_capability).map(|capability| capability != WorkCapability::Full);
    let has_one = match (children, limited) {
        (Some(1..), _) | (_, Some(true)) => Some(true),
        (Some(0), Some(false)) => Some(false),
        (None, Some(false)) if !unknown(&credit.children) => Some(false),
        _ => None,
    };
    let housing = match (value(&credit.tenancy), value(&credit.housing_costs)) {
        (Some(Tenancy::Temporary), _) => Some(true),
        (Some(Tenancy::ExemptSupported | Tenancy::None), _) => Some(false),
        (_, Some(costs)) => Some(costs > Money::ZERO),
        _ => None,
    };
    match (has_one, housing) {
        (Some(false), _) => &[No],
        (Some(true), Some(true)) => &[WithHousing],
        (Some(true), Some(false)) => &[WithoutHousing],
        (Some(true), None) => &[WithHousing, WithoutHousing],
        (None, Some(true)) => &[No, WithHousing],
        (None, Some(false)) => &[No, WithoutHousing],
        (None, None) => &[No, WithHousing, WithoutHousing],
    }
}

/// The lowest benefit cap there has been since 2022, for a month: no award below it is capped.
const LOWEST_CAP: i64 = 111_667;

/// Which benefit caps may bind.
pub(in crate::payment::take_home) fn caps(person: &PaidPerson, credit: &UniversalCredit) -> &'static [BenefitCap] {
    use BenefitCap::{CoupleOrParentLondon, CoupleOrParentOutsideLondon, Exempt, GracePeriod, SingleLondon, SingleOutsideLondon};
    match value(&credit.benefit_cap) {
        Some(Exempt) => return &[Exempt],
        Some(GracePeriod) => return &[GracePeriod],
        Some(SingleOutsideLondon) => return &[SingleOutsideLondon],
        Some(SingleLondon) => return &[SingleLondon],
        Some(CoupleOrParentOutsideLondon) => return &[CoupleOrParentOutsideLondon],
        Some(CoupleOrParentLondon) => return &[CoupleOrParentLondon],
        None => {}
    }
    if never_capped(person, credit) {
        return &[Exempt];
    }
    let family = value(&credit.couple) == Some(true) || value(&credit.children).is_some_and(|children| children > 0);
    let single = value(&credit.couple) == Some(false)
        && (value(&credit.children) == Some(0) || (credit.children.is_none() && !unknown(&credit.children)));
    match (family, single) {
        (true, _) => &[Exempt, CoupleOrParentOutsideLondon, CoupleOrParentLondon],
        (_, true) => &[Exempt, SingleOutsideLondon, SingleLondon],
        _ => &[Exempt, SingleOutsideLondon, SingleLondon, CoupleOrParentOutsideLondon, CoupleOrParentLondon],
    }
}

/// Whether something that is told keeps the household outside the cap, or the award is too low for it.
fn never_capped(person: &PaidPerson, credit: &UniversalCredit) -> bool {
    let disabled = person.disability_benefits.iter().any(|benefit| {
        // Benefits in a child's own right count too.
        matches!(
            benefit,
            DisabilityBenefit::Pip
                | DisabilityBenefit::Dla
                | DisabilityBenefit::AttendanceAllowance
                | DisabilityBenefit::AdultDisabilityPayment
                | DisabilityBenefit::ChildDisabilityPayment
                | DisabilityBenefit::PensionAgeDisabilityPayment
                | DisabilityBenefit::ArmedForcesIndependencePayment
                | DisabilityBenefit::IndustrialInjuries
        )
    });
    let carer =
        person.carers_allowance.is_some() || person.carer_support_payment.is_some() || value(&credit.carer_element) == Some(true);
    let element = matches!(
        value(&credit.work_capability),
        Some(WorkCapability::LimitedForActivity | WorkCapability::LimitedForActivityNew)
    );
    let support =
        person.employment_and_support_allowance.as_ref().is_some_and(|esa| value(&esa.group) == Some(EsaGroup::Support));
    let low = value(&credit.maximum_award).is_some_and(|award| {
        !unknown(&credit.other_capped_benefits) && award.pence() + other_capped(person, credit) < LOWEST_CAP
    });
    disabled || carer || element || support || low
}

/// Other benefits of a month that count towards the cap, at most.
fn other_capped(person: &PaidPerson, credit: &UniversalCredit) -> i64 {
    // New-style benefits of at most 150 pounds a week count too.
    let weekly = i64::from(person.employment_and_support_allowance.is_some()) + i64::from(person.jobseekers_allowance.is_some());
    pence(&credit.other_capped_benefits) + weekly * 65_000
}

/// The households whose disregard may hold in Housing Benefit.
pub(in crate::payment::take_home) fn housing_households(person: &PaidPerson) -> &'static [HousingBenefitHousehold] {
    use HousingBenefitHousehold::{Couple, LoneParent, Single, Special};
    match person.housing_benefit.as_ref().and_then(|benefit| value(&benefit.household)) {
        Some(Single) => &[Single],
        Some(Couple) => &[Couple],
        Some(LoneParent) => &[LoneParent],
        Some(Special) => &[Special],
        None => &[Single, Couple, LoneParent, Special],
    }
}
