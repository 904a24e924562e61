//! Pension Credit: falls pound for pound by what is earned above the disregard.

use super::spread::WeekStart;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::{Benefit, BenefitEffect, PayCase, PensionCreditCase, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule, Subject};
use crate::payment::rates::{PensionCreditRates, Shelf};

const WHAT: &str = "pension_credit";
const STATED: Rule = Rule::plain("pension_credit.stated", "what is paid a week now");
const OTHER: Rule = Rule::plain("pension_credit.other_earnings", "net earnings of a week without the payments");
const EARNINGS: Rule = Rule::plain("pension_credit.earnings", "net earnings that come in this week");
const DISREGARD: Rule =
    Rule::of(CitedRule::PensionCreditEarnings, "pension_credit.disregard", "earnings of a week that are left out");
const COUNTED: Rule = Rule::of(CitedRule::PensionCreditEarnings, "pension_credit.counted", "earnings that count");
const MORE: Rule = Rule::plain("pension_credit.more", "by how much more it is because of the payments");
const PAID: Rule =
    Rule::of(CitedRule::PensionCreditIncome, "pension_credit.paid", "what is paid for this week: it falls pound for pound");

/// The benefit in each week in which money comes.
pub(super) fn pension_credit<L: Ledger>(
    credit: &PensionCreditCase,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<(), PaymentError> {
    let Workspace { nets, effects, parts, weeks, .. } = space;
    ledger.about(Subject { what: WHAT, period: None, with_payments: true });
    let pension = |on| Ok(shelf.pension_credit(WeekStart::Monday.first(on)?)?.pension_deduction);
    weeks.start(payments, nets, pension, ledger)?;
    weeks.add_paid(payments, WeekStart::Monday)?;
    for week in weeks.each() {
        let period = week.period()?;
        let rates = shelf.pension_credit(period.0)?;
        ledger.about(Subject { what: WHAT, period: Some(period), with_payments: false });
        let before = ledger.given(&STATED, credit.weekly);
        let other = if credit.other_weekly == 0 { Amount::NONE } else { ledger.given(&OTHER, credit.other_weekly) };
        let without = counted(credit, rates, other, ledger);
        ledger.about(Subject { what: WHAT, period: Some(period), with_payments: true });
        let pay = week.paid(ledger, parts);
        let earnings = if other.pence == 0 { pay } else { ledger.sum(&EARNINGS, &[other, pay]) };
        let with = counted(credit, rates, earnings, ledger);
        let more = if without.pence == 0 { with } else { ledger.left(&MORE, with, without) };
        let after = ledger.left(&PAID, before, more);
        let benefit = Benefit::PensionCredit;
        effects.push(BenefitEffect { benefit, from: period.0, until: period.1, before, after, later: false });
    }
    Ok(())
}

fn counted<L: Ledger>(credit: &PensionCreditCase, rates: &PensionCreditRates, earnings: Amount, ledger: &mut L) -> Amount {
    if earnings.pence == 0 {
        return Amount::NONE;
    }
    let figure = match (credit.higher_disregard, credit.couple) {
        (true, _) => &rates.disregard_higher,
        (false, true) => &rates.disregard_couple,
        (false, false) => &rates.disregard_single,
    };
    let disregard = ledger.figure(&DISREGARD, figure);
    ledger.left(&COUNTED, earnings, disregard)
}
