//! A whole household: what is withheld, due, lost and kept.

use std::collections::BTreeMap;

use num_traits::Zero;

use super::household::{Payment, Person};
use super::penny::{Pence, number, whole};
use super::weekly::{Effect, carer_rate, esa_rate, jobseeker_rate, weekly};
use super::{annual, credit, withheld};

/// Everything that the payments do, in pence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub tax_withheld: i64,
    pub tax_due: i64,
    pub insurance: i64,
    pub insurance_later: i64,
    pub loan: i64,
    pub pension: i64,
    /// Benefit, first and last day, without and with the payments, whether it is when tax is settled.
    pub effects: Vec<(&'static str, String, String, i64, i64, bool)>,
    pub in_period: i64,
    pub eventual: i64,
}

/// Reckons the household with each payment's assessment period moved by its shift.
pub fn reckon(person: &Person, payments: &[Payment], shifts: &[i64]) -> Kept {
    let nets: Vec<_> = (0..payments.len()).map(|number| withheld::net(person, payments, number)).collect();
    let mut effects = weekly(person, payments, &nets);
    let credit = credit::in_periods(person, payments, &nets, shifts, &effects);
    let (tax_due, insurance_later) = annual::added(person, payments, &taxable_benefits(person, payments, &effects));
    effects.extend(credit);
    let sum = |part: fn(&withheld::Net) -> &Pence| nets.iter().fold(Pence::zero(), |sum, net| sum + part(net));
    let (tax, insurance, loan) = (sum(|net| &net.tax), sum(|net| &net.insurance), sum(|net| &net.loan));
    let pension = sum(|net| &net.pension);
    let gross = whole(payments.iter().map(Payment::gross).sum());
    let still_due = &tax_due + &insurance_later - &tax;
    let settled = credit::when_settled(person, payments, shifts, &still_due);

    let change = |effects: &[Effect]| effects.iter().fold(Pence::zero(), |sum, effect| sum - effect.lost());
    let in_period = gross - &tax - &insurance - &loan - &pension + change(&effects);
    let eventual = &in_period - still_due + change(settled.as_slice());
    effects.extend(settled);
    let mut effects: Vec<_> = effects
        .iter()
        .map(|one| {
            let dates = (one.from.to_string(), one.until.to_string());
            (one.benefit, dates.0, dates.1, number(&one.before), number(&one.after), one.later)
        })
        .collect();
    effects.sort();
    Kept {
        tax_withheld: number(&tax),
        tax_due: number(&tax_due),
        insurance: number(&insurance),
        insurance_later: number(&insurance_later),
        loan: number(&loan),
        pension: number(&pension),
        effects,
        in_period: number(&in_period),
        eventual: number(&eventual),
    }
}

/// By tax year: the taxable benefits of a year as they are paid at the first payment of that year, and what is lost of them.
fn taxable_benefits(person: &Person, payments: &[Payment], effects: &[Effect]) -> BTreeMap<i64, (Pence, Pence)> {
    let mut years = BTreeMap::new();
    for payment in payments {
        let (year, at) = (payment.paid_on.tax_year(), payment.paid_on);
        years.entry(year).or_insert_with(|| {
            let mut weekly = Pence::zero();
            if person.carer.is_some() {
                weekly += carer_rate(person, at);
            }
            if person.esa.as_ref().is_some_and(|esa| esa.kind != "legacy_income_related") {
                weekly += esa_rate(person, at);
            }
            if person.jobseeker.is_some() {
                weekly += jobseeker_rate(person, at);
            }
            (weekly * whole(52), Pence::zero())
        });
    }
    let contributory = person.esa.as_ref().is_some_and(|esa| esa.kind == "legacy_contributory");
    let taxable =
        |effect: &&Effect| credit::replaces_earnings(effect.benefit) || (contributory && effect.benefit == "legacy_esa");
    for effect in effects.iter().filter(taxable) {
        if let Some((_, lost)) = years.get_mut(&effect.from.tax_year()) {
            *lost += effect.lost();
        }
    }
    years
}
