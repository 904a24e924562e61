//! The walk over the assessment periods that the payments reach.

use super::award::award;
use super::lost::{Lost, lost, matters};
use super::surplus::Carried;
use super::terms::Terms;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::calendar::AssessmentPeriod;
use crate::payment::effect::{Benefit, BenefitEffect, Case, PayCase, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule, Subject};
use crate::payment::rates::Shelf;

const BROUGHT: Rule = Rule::of(
    CitedRule::UniversalCreditSurplus,
    "universal_credit.surplus_brought",
    "surplus earnings brought forward, as stated",
);
const WITHOUT: Rule = Rule::plain("universal_credit.earnings", "net earnings of the period, a surplus from before with them");
const WITH: Rule = Rule::of(
    CitedRule::UniversalCreditEarningsDate,
    "universal_credit.earnings_with",
    "net earnings of the period, with what counts of the payments and a surplus from before",
);

/// Each assessment period in which a payment counts, in which weeks of other benefits are lost, or into which surplus earnings reach.
pub(in crate::payment::effect) fn in_period<L: Ledger>(
    case: &Case,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<(), PaymentError> {
    let Some(uc) = &case.universal_credit else { return Ok(()) };
    let Workspace { nets, effects, parts, periods, .. } = space;
    for pay in payments {
        let period = AssessmentPeriod::of(pay.counts_on, uc.first_day)?;
        periods.push(if pay.shift == 0 { period } else { period.shifted(pay.shift)? });
    }
    let weekly = effects.len();
    let first_paid = periods.iter().min().copied();
    let (mut without, mut with) = (Carried::NOTHING, Carried::NOTHING);
    let mut next = following(None, periods, effects, uc.first_day)?;
    while let Some(period) = next {
        let rates = shelf.universal_credit(period.first)?;
        let about =
            |with_payments| Subject { what: "universal_credit", period: Some((period.first, period.last)), with_payments };
        ledger.about(about(false));
        let terms = Terms::of(case, uc, rates, period.first, ledger)?;
        let brought = if first_paid == Some(period) && uc.surplus > 0 {
            (without, with) = (without.with_brought(), with.with_brought());
            ledger.given(&BROUGHT, uc.surplus)
        } else {
            Amount::NONE
        };
        let earned = ledger.sum(&WITHOUT, &[terms.other, brought, without.surplus]);
        let before = award(&terms, earned, Lost::NOTHING, ledger);
        let without_now = without;
        without = without.on(&terms, &before, earned, ledger);

        ledger.about(about(true));
        let lost = lost(effects.get(..weekly).unwrap_or_default(), period, parts, ledger);
        let own = [terms.other, brought, with.surplus];
        let paid = || periods.iter().zip(nets.iter()).filter(|(counts_in, _)| **counts_in == period).map(|(_, net)| net.counted);
        // A period is told of where a payment, a lost week or a surplus that came of a payment counts in it.
        let counts = paid().next().is_some() || lost.all.pence != 0 || with.surplus.pence != without_now.surplus.pence;
        let earned = ledger.sum_all(&WITH, own.into_iter().chain(paid()), parts);
        let after = award(&terms, earned, lost, ledger);
        with = with.on(&terms, &after, earned, ledger);

        if counts {
            effects.push(BenefitEffect {
                benefit: Benefit::UniversalCredit,
                from: period.first,
                until: period.last,
                before: before.paid,
                after: after.paid,
                later: false,
            });
        }
        let after = if without.has_ended() || with.has_ended() { Some(period.after()?) } else { None };
        next = if without.is_some() || with.is_some() {
            after
        } else {
            following(Some(period), periods, effects.get(..weekly).unwrap_or_default(), uc.first_day)?
        };
        // In the periods between there is an award again.
        if next != after {
            (without, with) = (Carried::NOTHING, Carried::NOTHING);
        }
    }
    Ok(())
}

/// The first assessment period after `last`, or of all, in which a payment counts or a week of another benefit is lost.
fn following(
    last: Option<AssessmentPeriod>,
    periods: &[AssessmentPeriod],
    weekly: &[BenefitEffect],
    first_day: u8,
) -> Result<Option<AssessmentPeriod>, PaymentError> {
    let mut next = periods.iter().copied().filter(|period| last.is_none_or(|last| period.first > last.first)).min();
    for effect in weekly.iter().filter(|effect| matters(effect)) {
        // Periods follow each other without a gap, so that the days say most of it.
        let past = last.is_some_and(|last| effect.from <= last.last);
        if !past && next.is_none_or(|next| effect.from < next.first) {
            next = Some(AssessmentPeriod::of(effect.from, first_day)?);
        }
    }
    Ok(next)
}
