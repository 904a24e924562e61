//! Student loan repayments that a payroll withholds, by payer and pay period.

use super::earlier::{Earlier, periods};
use crate::parameters::CitedRule;
use crate::payment::effect::{Case, PayCase};
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};
use crate::payment::rates::{Figure, Rate, TaxRates};

const OTHER: Rule = Rule::plain("student_loan.other_pay", "other pay from this payer in the pay period");
const BEFORE: Rule = Rule::plain("student_loan.pay_before", "pay from this payer in the pay period, without this payment");
const WITH: Rule = Rule::plain("student_loan.pay_with", "pay from this payer in the pay period, with this payment");
const YEARLY: Rule =
    Rule::of(CitedRule::StudentLoanRepayment, "student_loan.yearly_threshold", "pay a year above which the loan is repaid");
const THRESHOLD: Rule = Rule::of(CitedRule::StudentLoanRepayment, "student_loan.threshold", "the share of one pay period");
const ABOVE: Rule = Rule::of(CitedRule::StudentLoanRepayment, "student_loan.above", "pay above it");
const REPAID: Rule = Rule::of(CitedRule::StudentLoanRepayment, "student_loan.repaid", "the repayment in whole pounds");
const WITHHELD: Rule = Rule::of(CitedRule::StudentLoanRepayment, "student_loan.withheld", "repayments because of this payment");
const ALL: Rule =
    Rule::of(CitedRule::StudentLoanRepayment, "student_loan.all", "repayments of all loans because of this payment");

/// Repayments because of `gross`; nothing for somebody without a loan.
pub(super) fn repayments<L: Ledger>(
    case: &Case,
    pay: &PayCase<'_>,
    earlier: Earlier,
    gross: Amount,
    rates: &TaxRates,
    ledger: &mut L,
) -> Amount {
    let loans = case.income.loans;
    let thresholds = &rates.loan_thresholds;
    let plans = [
        (loans.plan_1, &thresholds.plan_1),
        (loans.plan_2, &thresholds.plan_2),
        (loans.plan_4, &thresholds.plan_4),
        (loans.plan_5, &thresholds.plan_5),
    ];
    // Several plans are repaid together, above the lowest of their thresholds.
    let chosen = plans.into_iter().filter(|(repaid, _)| *repaid).filter_map(|(_, figure)| figure.as_ref());
    let plan = chosen.min_by_key(|figure| figure.pence).map(|figure| (figure, &rates.loan_rate));
    let postgraduate =
        thresholds.postgraduate.as_ref().filter(|_| loans.postgraduate).map(|figure| (figure, &rates.postgraduate_loan_rate));
    if plan.is_none() && postgraduate.is_none() {
        return Amount::NONE;
    }
    let other = if pay.other_pay > 0 { ledger.given(&OTHER, pay.other_pay) } else { Amount::NONE };
    let before = ledger.sum(&BEFORE, &[other, earlier.period]);
    let with = ledger.sum(&WITH, &[before, gross]);
    let mut repaid = |loan: Option<(&Figure, &Rate)>| {
        let Some((figure, rate)) = loan else { return Amount::NONE };
        let yearly = ledger.figure(&YEARLY, figure);
        let threshold = ledger.fraction(&THRESHOLD, yearly, 1, periods(pay.pay_period), Whole::Down);
        let mut of = |pay: Amount| {
            let above = ledger.left(&ABOVE, pay, threshold);
            ledger.part(&REPAID, above, rate, Whole::DownToPound)
        };
        let (without, with) = (of(before), of(with));
        ledger.left(&WITHHELD, with, without)
    };
    let (plan, postgraduate) = (repaid(plan), repaid(postgraduate));
    ledger.sum(&ALL, &[plan, postgraduate])
}
