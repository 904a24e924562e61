//! Tax that is paid back counts as earnings, and tax that is paid later comes off them, when that happens.

use super::award::award;
use super::lost::Lost;
use super::terms::Terms;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::{Benefit, BenefitEffect, Case, TaxDue, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule, Subject};
use crate::payment::rates::Shelf;

const WITHHELD: Rule = Rule::plain("universal_credit.tax_withheld", "all tax withheld from the payments");
const DUE: Rule = Rule::plain("universal_credit.tax_due", "tax and contributions due in the end");
const REFUND: Rule = Rule::of(
    CitedRule::UniversalCreditEmployedEarnings,
    "universal_credit.tax_repaid",
    "tax paid back, which counts as earnings when it arrives",
);
const OWED: Rule =
    Rule::of(CitedRule::UniversalCreditEmployedEarnings, "universal_credit.tax_paid_later", "tax and contributions paid later");
const WITH_REFUND: Rule = Rule::of(
    CitedRule::UniversalCreditEmployedEarnings,
    "universal_credit.earnings_with_refund",
    "net earnings with the tax paid back",
);
const WITHOUT_TAX: Rule = Rule::of(
    CitedRule::UniversalCreditEmployedEarnings,
    "universal_credit.earnings_without_tax",
    "net earnings without the tax paid",
);

/// The assessment period in which tax is paid back or paid, taken to be like the latest one of the payments without them.
pub(in crate::payment::effect) fn when_settled<L: Ledger>(
    case: &Case,
    shelf: &Shelf,
    tax: TaxDue,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<(), PaymentError> {
    let Some(uc) = &case.universal_credit else { return Ok(()) };
    let Workspace { nets, effects, parts, periods, .. } = space;
    let withheld: i64 = nets.iter().map(|net| net.tax.pence).sum();
    let (Some(period), true) = (periods.iter().max().copied(), withheld != tax.tax.pence + tax.insurance.pence) else {
        return Ok(());
    };
    let rates = shelf.universal_credit(period.first)?;
    let mut about =
        Subject { what: "universal_credit_when_tax_is_settled", period: Some((period.first, period.last)), with_payments: false };
    ledger.about(about);
    let terms = Terms::of(case, uc, rates, period.first, ledger)?;
    let before = award(&terms, terms.other, Lost::NOTHING, ledger);
    about.with_payments = true;
    ledger.about(about);
    let withheld = ledger.sum_all(&WITHHELD, nets.iter().map(|net| net.tax), parts);
    let due = ledger.sum(&DUE, &[tax.tax, tax.insurance]);
    let earned = settled(terms.other, withheld, due, ledger);
    let after = award(&terms, earned, Lost::NOTHING, ledger);
    effects.push(BenefitEffect {
        benefit: Benefit::UniversalCredit,
        from: period.first,
        until: period.last,
        before: before.paid,
        after: after.paid,
        later: true,
    });
    Ok(())
}

fn settled<L: Ledger>(other: Amount, withheld: Amount, due: Amount, ledger: &mut L) -> Amount {
    if withheld.pence > due.pence {
        let refund = ledger.minus(&REFUND, withheld, due);
        ledger.sum(&WITH_REFUND, &[other, refund])
    } else {
        let owed = ledger.minus(&OWED, due, withheld);
        ledger.left(&WITHOUT_TAX, other, owed)
    }
}
