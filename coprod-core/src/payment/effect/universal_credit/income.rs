//! Income that is not earned: what was stated, benefits by the week, and what capital is taken to yield.

use super::maximum::unknown;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::{Case, EsaCase, JobseekerCase, UniversalCreditCase};
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};
use crate::payment::person::{EsaGroup, EsaKind, JobseekersKind};
use crate::payment::rates::UniversalCreditRates;
use crate::unit::Date;

const STATED: Rule =
    Rule::of(CitedRule::UniversalCreditUnearnedIncome, "universal_credit.unearned", "other income that is taken off in full");
const CARER: Rule =
    Rule::of(CitedRule::UniversalCreditUnearnedIncome, "universal_credit.carer_weekly", "the carer benefit of a week");
const ESA_STATED: Rule = Rule::of(
    CitedRule::UniversalCreditUnearnedIncome,
    "universal_credit.esa_stated",
    "Employment and Support Allowance of a week, as stated",
);
const ESA_RATE: Rule =
    Rule::of(CitedRule::UniversalCreditUnearnedIncome, "universal_credit.esa_allowance", "the allowance of a week");
const ESA_SUPPORT: Rule =
    Rule::of(CitedRule::UniversalCreditUnearnedIncome, "universal_credit.esa_support", "the support component of a week");
const ESA: Rule = Rule::plain("universal_credit.esa_weekly", "Employment and Support Allowance of a week");
const JSA_STATED: Rule = Rule::of(
    CitedRule::UniversalCreditUnearnedIncome,
    "universal_credit.jsa_stated",
    "Jobseeker's Allowance of a week, as stated",
);
const JSA_RATE: Rule =
    Rule::of(CitedRule::UniversalCreditUnearnedIncome, "universal_credit.jsa_weekly", "Jobseeker's Allowance of a week");
const MONTHLY: Rule =
    Rule::of(CitedRule::UniversalCreditMonthlyIncome, "universal_credit.monthly", "as a monthly amount: 52 weeks in 12 months")
        .unconfirmed();
const CAPITAL: Rule = Rule::plain("universal_credit.capital", "savings and other capital");
const TARIFF_FROM: Rule =
    Rule::of(CitedRule::UniversalCreditTariffIncome, "universal_credit.tariff_from", "capital that is left out");
const TARIFF_OVER: Rule = Rule::of(CitedRule::UniversalCreditTariffIncome, "universal_credit.tariff_over", "capital above it");
const TARIFF_STEP: Rule =
    Rule::of(CitedRule::UniversalCreditTariffIncome, "universal_credit.tariff_step", "the size of a step of capital");
const PENNY: Rule = Rule::plain("universal_credit.penny", "a penny, so that a step that is begun counts as whole");
const BEGUN: Rule = Rule::plain("universal_credit.tariff_begun", "a step without the penny");
const ROUNDED: Rule = Rule::plain("universal_credit.tariff_rounded", "capital above what is left out, taken up to whole steps");
const STEPS: Rule = Rule::of(
    CitedRule::UniversalCreditTariffIncome,
    "universal_credit.tariff_steps.count",
    "steps of capital, the last one begun",
);
const TARIFF_EACH: Rule = Rule::of(
    CitedRule::UniversalCreditTariffIncome,
    "universal_credit.tariff_each",
    "the monthly income that each step counts as",
);
const TARIFF: Rule =
    Rule::of(CitedRule::UniversalCreditTariffIncome, "universal_credit.tariff", "the monthly income that the capital counts as");
const ALL: Rule =
    Rule::of(CitedRule::UniversalCreditUnearnedIncome, "universal_credit.unearned_all", "all income that is taken off in full");

/// Income that is taken off in full, and what of it counts towards the benefit cap.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unearned {
    pub(super) all: Amount,
    /// Employment and Support Allowance and Jobseeker's Allowance of a month.
    pub(super) allowances: [Amount; 2],
}

impl Unearned {
    /// Nothing.
    pub(super) const NOTHING: Self = Self { all: Amount::NONE, allowances: [Amount::NONE; 2] };
}

/// The unearned income of an assessment period without any of the payments.
///
/// # Errors
/// `parameter_unknown` for an allowance whose rate is not known then.
#[inline(always)]
pub(super) fn unearned<L: Ledger>(
    case: &Case,
    uc: &UniversalCreditCase,
    rates: &UniversalCreditRates,
    on: Date,
    ledger: &mut L,
) -> Result<Unearned, PaymentError> {
    let benefits = case.carer.is_some() || case.esa.is_some() || case.jobseeker.is_some();
    if benefits || uc.unearned != 0 || uc.capital > rates.tariff_threshold.pence {
        some(case, uc, rates, on, ledger)
    } else {
        Ok(Unearned::NOTHING)
    }
}

#[inline(never)]
fn some<L: Ledger>(
    case: &Case,
    uc: &UniversalCreditCase,
    rates: &UniversalCreditRates,
    on: Date,
    ledger: &mut L,
) -> Result<Unearned, PaymentError> {
    let stated = if uc.unearned == 0 { Amount::NONE } else { ledger.given(&STATED, uc.unearned) };
    let carer = case.carer.map(|carer| carer_weekly(carer.scottish, rates, on, ledger)).transpose()?;
    let carer = monthly(carer, ledger);
    let esa = case.esa.filter(|esa| esa.kind != EsaKind::LegacyIncomeRelated);
    let esa = esa.map(|esa| esa_weekly(&esa, case.age, rates, on, ledger)).transpose()?;
    let esa = monthly(esa, ledger);
    let jsa = case.jobseeker.filter(|jsa| jsa.kind == JobseekersKind::NewStyle);
    let jsa = jsa.map(|jsa| jsa_weekly(&jsa, case.age, rates, on, ledger)).transpose()?;
    let jsa = monthly(jsa, ledger);
    let tariff = tariff(uc.capital, rates, ledger);
    let parts = [stated, carer, esa, jsa, tariff];
    let none = parts.iter().all(|part| part.pence == 0);
    let all = if none { Amount::NONE } else { ledger.sum(&ALL, &parts) };
    Ok(Unearned { all, allowances: [esa, jsa] })
}

fn monthly<L: Ledger>(weekly: Option<Amount>, ledger: &mut L) -> Amount {
    weekly.map_or(Amount::NONE, |weekly| ledger.fraction(&MONTHLY, weekly, 52, 12, Whole::HalfUp))
}

fn carer_weekly<L: Ledger>(
    scottish: bool,
    rates: &UniversalCreditRates,
    on: Date,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    if !scottish {
        return Ok(ledger.figure(&CARER, &rates.carers_allowance));
    }
    let rate = rates.carer_support.as_ref().ok_or_else(|| unknown("carer_support_payment.rate", on))?;
    Ok(ledger.figure(&CARER, rate))
}

fn esa_weekly<L: Ledger>(
    esa: &EsaCase,
    age: u8,
    rates: &UniversalCreditRates,
    on: Date,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    if let Some(weekly) = esa.weekly {
        return Ok(ledger.given(&ESA_STATED, weekly));
    }
    // The lower rate is only for those under 25 whose assessment has not ended.
    let (rate, id) = if esa.group == EsaGroup::Assessment && age < 25 {
        (&rates.esa_under_25, "employment_and_support_allowance.new_style.allowance_under_25")
    } else {
        (&rates.esa_25_and_over, "employment_and_support_allowance.new_style.allowance_25_and_over")
    };
    let allowance = ledger.figure(&ESA_RATE, rate.as_ref().ok_or_else(|| unknown(id, on))?);
    if esa.group != EsaGroup::Support {
        return Ok(allowance);
    }
    let support = rates.esa_support.as_ref().ok_or_else(|| unknown("employment_and_support_allowance.support_component", on))?;
    let support = ledger.figure(&ESA_SUPPORT, support);
    Ok(ledger.sum(&ESA, &[allowance, support]))
}

fn jsa_weekly<L: Ledger>(
    jsa: &JobseekerCase,
    age: u8,
    rates: &UniversalCreditRates,
    on: Date,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    if let Some(weekly) = jsa.weekly {
        return Ok(ledger.given(&JSA_STATED, weekly));
    }
    let (rate, id) = if age < 25 {
        (&rates.jsa_under_25, "jobseekers_allowance.new_style.rate_under_25")
    } else {
        (&rates.jsa_25_and_over, "jobseekers_allowance.new_style.rate_25_and_over")
    };
    Ok(ledger.figure(&JSA_RATE, rate.as_ref().ok_or_else(|| unknown(id, on))?))
}

fn tariff<L: Ledger>(capital: i64, rates: &UniversalCreditRates, ledger: &mut L) -> Amount {
    if capital <= rates.tariff_threshold.pence {
        return Amount::NONE;
    }
    let capital = ledger.given(&CAPITAL, capital);
    let from = ledger.figure(&TARIFF_FROM, &rates.tariff_threshold);
    let over = ledger.left(&TARIFF_OVER, capital, from);
    let step = ledger.figure(&TARIFF_STEP, &rates.tariff_step);
    let penny = ledger.given(&PENNY, 1);
    let begun = ledger.minus(&BEGUN, step, penny);
    let rounded = ledger.sum(&ROUNDED, &[over, begun]);
    let steps = ledger.whole_times(&STEPS, rounded, step);
    let each = ledger.figure(&TARIFF_EACH, &rates.tariff_amount);
    ledger.times(&TARIFF, each, steps)
}
