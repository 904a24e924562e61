//! What is kept: the fee without what is withheld and lost, now and when tax is settled.

use super::{BenefitEffect, Outcome, TaxDue, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule, Subject};

const PAID: Rule = Rule::plain("kept.paid", "all fees, and what counts as pay with them");
const WITHHELD: Rule = Rule::plain("kept.withheld", "all tax withheld");
const INSURANCE: Rule = Rule::plain("kept.national_insurance", "all National Insurance withheld");
const LOAN: Rule = Rule::plain("kept.student_loan", "all student loan repayments");
const PENSION: Rule = Rule::plain("kept.pension", "all pension contributions");
const TAKEN: Rule = Rule::plain("kept.taken", "all that is withheld");
const ARRIVES: Rule = Rule::plain("kept.arrives", "what arrives of the fees");
const BEFORE: Rule = Rule::plain("kept.benefits_before", "these benefits without the payments");
const AFTER: Rule = Rule::plain("kept.benefits_after", "these benefits with the payments");
const CHANGE: Rule = Rule::plain("kept.benefits_change", "the change in these benefits");
const KEPT: Rule = Rule::plain("kept.in_period", "what is kept when the periods of the payments have passed");
const SETTLED: Rule = Rule::plain("kept.settled", "tax and contributions still due; below zero for tax paid back");
const DUE: Rule = Rule::plain("kept.due", "tax and contributions due in the end");
const LATER_BEFORE: Rule = Rule::plain("kept.later_before", "these benefits without the settlement of tax");
const LATER_AFTER: Rule = Rule::plain("kept.later_after", "these benefits with the settlement of tax");
const LATER_CHANGE: Rule = Rule::plain("kept.later_change", "the change in these benefits when tax is settled");
const AFTER_TAX: Rule = Rule::plain("kept.after_tax", "what is kept once tax is settled, benefits not counted again");
const EVENTUALLY: Rule = Rule::plain("kept.eventual", "what is kept in the end");

/// Sums up.
pub(super) fn kept<L: Ledger>(tax: TaxDue, ledger: &mut L, space: &mut Workspace) -> Outcome {
    let Workspace { nets, effects, parts, .. } = space;
    ledger.about(Subject { what: "kept", period: None, with_payments: true });
    let mut all = |rule: &'static Rule, part: fn(&super::NetPay) -> Amount| ledger.sum_all(rule, nets.iter().map(part), parts);
    let gross = all(&PAID, |net| net.gross);
    let withheld = all(&WITHHELD, |net| net.tax);
    let insurance = all(&INSURANCE, |net| net.insurance);
    let student_loan = all(&LOAN, |net| net.student_loan);
    let pension = all(&PENSION, |net| net.pension);
    let taken = ledger.sum(&TAKEN, &[withheld, insurance, student_loan, pension]);
    let arrives = ledger.minus(&ARRIVES, gross, taken);
    let benefits = changed(ledger, effects, parts, false, [&BEFORE, &AFTER, &CHANGE]);
    let in_period = ledger.sum(&KEPT, &[arrives, benefits]);
    let due = ledger.sum(&DUE, &[tax.tax, tax.insurance]);
    let settled = ledger.minus(&SETTLED, due, withheld);
    let later = changed(ledger, effects, parts, true, [&LATER_BEFORE, &LATER_AFTER, &LATER_CHANGE]);
    let after_tax = ledger.minus(&AFTER_TAX, in_period, settled);
    let eventually = ledger.sum(&EVENTUALLY, &[after_tax, later]);
    Outcome {
        gross: gross.pence,
        tax_withheld: withheld.pence,
        tax_due: tax.tax.pence,
        insurance: insurance.pence,
        insurance_later: tax.insurance.pence,
        student_loan: student_loan.pence,
        pension: pension.pence,
        benefits: benefits.pence,
        benefits_later: later.pence,
        kept: in_period.pence,
        kept_eventually: eventually.pence,
    }
}

fn changed<L: Ledger>(
    ledger: &mut L,
    effects: &[BenefitEffect],
    parts: &mut Vec<Amount>,
    later: bool,
    [before, after, change]: [&'static Rule; 3],
) -> Amount {
    if L::SILENT && effects.iter().all(|effect| effect.later != later) {
        return Amount::NONE;
    }
    let mut all = |rule, part: fn(&BenefitEffect) -> Amount| {
        ledger.sum_all(rule, effects.iter().filter(|effect| effect.later == later).map(part), parts)
    };
    let (before, after) = (all(before, |effect| effect.before), all(after, |effect| effect.after));
    ledger.minus(change, after, before)
}
