//! Whom to tell what, and by when; and where advice is to be had.

use super::answer::{AdvicePlace, BenefitName, TellWhom};
use super::sheet::{Sheet, value};
use crate::payment::person::{DisabilityBenefit, EsaKind, Nation};
use crate::payment::{Body, HowPaid};
use crate::unit::{Date, Known};

/// What kind of answer this is.
pub(super) const STATEMENT: &str =
    "This is an estimate from what was told and from the rules named in it. It is not advice, and the offices decide.";

fn tell(whom: impl Into<String>, what: impl Into<String>, by: impl Into<String>, by_date: Option<Date>) -> TellWhom {
    TellWhom { whom: whom.into(), what: what.into(), by: by.into(), by_date }
}

/// Whom to tell about a benefit; `until` is the last day of the period where it is known.
pub(super) fn benefit(name: BenefitName, nation: Option<Nation>, until: Option<Date>) -> TellWhom {
    let northern = nation == Some(Nation::NorthernIreland);
    let at_once = "before the work starts, and at the latest as soon as the day and the amount are known";
    match name {
        BenefitName::UniversalCredit => {
            let whom = if northern {
                "the Universal Credit office of the Department for Communities, through the online account"
            } else {
                "the Universal Credit office, through the online journal"
            };
            let by = until.map_or_else(
                || "before the assessment period ends in which the money is paid".to_owned(),
                |until| format!("{}, before the assessment period ends", until.in_words()),
            );
            let what = "the work and the payment, what was repaid as expenses, and any part declined; also when the payer reports the pay \
                        to the tax office";
            tell(whom, what, by, until)
        }
        BenefitName::CarersAllowance => {
            let whom = if northern { "the Disability and Carers Service" } else { "the Carer's Allowance Unit" };
            tell(
                whom,
                "the earnings with their weeks, pension contributions and care costs; also when the payer reports the pay",
                at_once,
                None,
            )
        }
        BenefitName::CarerSupportPayment => {
            tell("Social Security Scotland", "the earnings with their weeks; also when the payer reports the pay", at_once, None)
        }
        BenefitName::NewStyleEsa | BenefitName::LegacyEsa => {
            let whom =
                if northern { "the Employment and Support Allowance Centre in Northern Ireland" } else { "Jobcentre Plus" };
            let what = "the work, its days, hours and pay, on the form for permitted work; also when the payer reports the pay";
            tell(whom, what, at_once, None)
        }
        BenefitName::NewStyleJsa => {
            let whom = if northern { "the Jobs and Benefits office" } else { "Jobcentre Plus" };
            tell(
                whom,
                "the work, its hours and pay; also when the payer reports the pay",
                "at once, at the latest at the next interview",
                None,
            )
        }
        BenefitName::HousingBenefit => {
            let whom = if northern { "the Housing Executive" } else { "the council's Housing Benefit office" };
            tell(
                whom,
                "the earnings; also where another benefit pays it in full and may end",
                "at once, at the latest within a month",
                None,
            )
        }
        BenefitName::PensionCredit => {
            let whom = if northern { "the Northern Ireland Pension Centre" } else { "the Pension Service" };
            tell(whom, "the earnings; also when the payer reports the pay", "at once", None)
        }
    }
}

/// Whom to tell of tax that is paid back, or paid later, when that happens.
pub(super) fn settlement(name: BenefitName, nation: Option<Nation>) -> TellWhom {
    let whom = benefit(name, nation, None).whom;
    let what = "tax that is paid back for these payments, or that is still to be paid for them, when that happens";
    tell(whom, what, "before the assessment period ends in which it happens", None)
}

/// Everybody to tell.
pub(super) fn all(sheet: &Sheet, until: Option<Date>) -> Vec<TellWhom> {
    let person = &sheet.person;
    let nation = value(&person.nation).or(person.carer_support_payment.as_ref().map(|_| Nation::Scotland));
    let northern = nation == Some(Nation::NorthernIreland);
    let support = person.employment_and_support_allowance.as_ref();
    let esa = |benefit: &crate::payment::EmploymentSupport| match benefit.kind {
        Known::Is(EsaKind::LegacyContributory | EsaKind::LegacyIncomeRelated) => BenefitName::LegacyEsa,
        _ => BenefitName::NewStyleEsa,
    };
    let names = [
        person.universal_credit.as_ref().map(|_| BenefitName::UniversalCredit),
        person.carers_allowance.as_ref().map(|_| BenefitName::CarersAllowance),
        person.carer_support_payment.as_ref().map(|_| BenefitName::CarerSupportPayment),
        support.map(esa),
        person.jobseekers_allowance.as_ref().map(|_| BenefitName::NewStyleJsa),
        person.housing_benefit.as_ref().map(|_| BenefitName::HousingBenefit),
        person.pension_credit.as_ref().map(|_| BenefitName::PensionCredit),
    ];
    let mut all: Vec<TellWhom> = names
        .into_iter()
        .flatten()
        .map(|name| benefit(name, nation, until.filter(|_| name == BenefitName::UniversalCredit)))
        .collect();
    if person.council_tax_reduction == Some(true) {
        let whom = if northern {
            "Land and Property Services, or the Housing Executive where it pays Housing Benefit"
        } else {
            "the council's council tax office"
        };
        all.push(tell(whom, "the earnings", "at once", None));
    }
    if !person.disability_benefits.is_empty() {
        let scottish = person.disability_benefits.iter().any(|benefit| {
            matches!(
                benefit,
                DisabilityBenefit::AdultDisabilityPayment
                    | DisabilityBenefit::ChildDisabilityPayment
                    | DisabilityBenefit::PensionAgeDisabilityPayment
            )
        });
        let whom = if scottish {
            "Social Security Scotland"
        } else if northern {
            "the Disability and Carers Service"
        } else {
            "the office that pays the disability benefit"
        };
        all.push(tell(
            whom,
            "a change in what the person needs help with, if there is one; the fee itself does not change the benefit",
            "at once",
            None,
        ));
    }
    if person.care_charges == Some(true) {
        let whom = if northern { "the Health and Social Care Trust" } else { "the council's social care finance office" };
        all.push(tell(whom, "the earnings", "at once", None));
    }
    if person.sick_leave == Some(true) {
        all.push(tell("the employer", "the work, while on sick leave", "before the work starts", None));
    }
    if person.detained == Some(true) {
        all.push(tell("the prison or hospital", "the offer of a fee", "before anything is agreed", None));
    }
    if sheet.pays.iter().any(|pay| pay.how() != Some(HowPaid::Paye)) {
        let tax_year = sheet.pays.last().and_then(|pay| {
            let year = crate::payment::calendar::TaxYear::of(pay.payment.paid_on);
            year.last_day().ok().and_then(|end| Date::new(end.year(), 10, 5).ok())
        });
        let by = tax_year.map_or_else(|| "5 October after the tax year".to_owned(), Date::in_words);
        let what = "fees and vouchers that no payroll taxes, where they come to more than the trading allowance in the tax year or \
                    other tax is due on them";
        all.push(tell("HM Revenue and Customs", what, by, tax_year));
    }
    all
}

/// Where advice is to be had.
pub(super) fn advice(sheet: &Sheet) -> Vec<AdvicePlace> {
    let place = |organisation: &str, for_whom: &str, place: &str| AdvicePlace {
        organisation: organisation.to_owned(),
        for_whom: for_whom.to_owned(),
        place: place.to_owned(),
    };
    let mut all = Vec::new();
    let of_research = |body: Body| matches!(body, Body::Research | Body::Nhs);
    if sheet.pays.iter().any(|pay| value(&pay.payment.body).is_some_and(of_research)) {
        all.push(place(
            "the benefits advice service for people involved in research",
            "people whom a body of health or care research or the health service involves, where that body may use the service",
            "ask the body that involves you for an introduction",
        ));
    }
    let nation = value(&sheet.person.nation).or(sheet.person.carer_support_payment.as_ref().map(|_| Nation::Scotland));
    if matches!(nation, None | Some(Nation::England | Nation::Wales)) {
        all.push(place("Citizens Advice", "everybody in England and Wales", "https://www.citizensadvice.org.uk"));
    }
    if matches!(nation, None | Some(Nation::Scotland)) {
        all.push(place("Citizens Advice Scotland", "everybody in Scotland", "https://www.cas.org.uk"));
    }
    if matches!(nation, None | Some(Nation::NorthernIreland)) {
        all.push(place("Advice NI", "everybody in Northern Ireland", "https://www.adviceni.net"));
    }
    all
}
