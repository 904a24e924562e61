//! Benefits that are taxable income, and what of them the payments take away.

use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::calendar::TaxYear;
use crate::payment::effect::weekly::{esa_rate, jobseeker_rate};
use crate::payment::effect::{Benefit, Case, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule};
use crate::payment::person::EsaKind;
use crate::payment::rates::Shelf;
use crate::unit::Date;

const CARER: Rule =
    Rule::of(CitedRule::TaxedBenefits, "income_tax.carer_benefit", "Carer's Allowance or Carer Support Payment a week");
const WEEKLY: Rule = Rule::of(CitedRule::TaxedBenefits, "income_tax.benefits_weekly", "benefits a week that are taxed");
const WEEKS: Rule = Rule::plain("income_tax.weeks.count", "weeks of a year, as though the benefits were paid in all of them");
const YEARLY: Rule = Rule::of(CitedRule::TaxedBenefits, "income_tax.benefits", "benefits of the year that are taxed");
const LOST: Rule = Rule::plain("income_tax.benefit_lost", "what is lost of them in a week");
const ALL_LOST: Rule = Rule::plain("income_tax.benefits_lost", "what is lost of them in the year");
const LEFT: Rule =
    Rule::of(CitedRule::TaxedBenefits, "income_tax.benefits_left", "benefits of the year that are taxed, without what is lost");

/// A year of the taxed benefits at the rate on `on`.
pub(super) fn of_year<L: Ledger>(case: &Case, shelf: &Shelf, on: Date, ledger: &mut L) -> Result<Amount, PaymentError> {
    if case.carer.is_none() && case.esa.is_none() && case.jobseeker.is_none() {
        return Ok(Amount::NONE);
    }
    let carer = match case.carer {
        Some(carer) if carer.scottish => ledger.figure(&CARER, &shelf.carer_support(on)?.rate),
        Some(_) => ledger.figure(&CARER, &shelf.carer(on)?.rate),
        None => Amount::NONE,
    };
    let esa = match &case.esa {
        Some(esa) if esa.kind != EsaKind::LegacyIncomeRelated => esa_rate(case, esa, shelf, on, ledger)?,
        _ => Amount::NONE,
    };
    let jsa = match &case.jobseeker {
        Some(jobseeker) => jobseeker_rate(case, jobseeker, shelf, on, ledger)?,
        None => Amount::NONE,
    };
    let weekly = ledger.sum(&WEEKLY, &[carer, esa, jsa]);
    let weeks = ledger.given(&WEEKS, 52);
    Ok(ledger.times(&YEARLY, weekly, weeks))
}

/// The same, without what the payments take away of them in weeks that start in `year`.
pub(super) fn left<L: Ledger>(of_year: Amount, case: &Case, year: TaxYear, space: &Workspace, ledger: &mut L) -> Amount {
    if of_year.pence == 0 {
        return of_year;
    }
    let mut lost = Amount::NONE;
    for effect in &space.effects {
        let taxed = match effect.benefit {
            Benefit::CarersAllowance | Benefit::CarerSupportPayment | Benefit::NewStyleEsa | Benefit::NewStyleJsa => true,
            Benefit::LegacyEsa => case.esa.is_some_and(|esa| esa.kind == EsaKind::LegacyContributory),
            Benefit::UniversalCredit | Benefit::HousingBenefit | Benefit::PensionCredit => false,
        };
        if taxed && !effect.later && TaxYear::of(effect.from) == year {
            let of_week = ledger.minus(&LOST, effect.before, effect.after);
            lost = ledger.sum(&ALL_LOST, &[lost, of_week]);
        }
    }
    if lost.pence == 0 { of_year } else { ledger.left(&LEFT, of_year, lost) }
}
