//! What a payroll withholds from one payment: tax by the code, National Insurance, student loans.

mod class_1;
mod earlier;
mod free_pay;
mod loans;
mod paye;

use super::{Case, NetPay, PayCase};
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::HowPaid;
use crate::payment::ledger::{Amount, Ledger, Rule, Subject};
use crate::payment::rates::Shelf;
use earlier::Earlier;

const FEE: Rule = Rule::plain("payment.fee", "the fee, and what counts as pay with it");
const PENSION: Rule = Rule::plain("payment.pension", "what is paid into a pension from it");
const TAXABLE: Rule =
    Rule::of(CitedRule::PensionRelief, "payment.taxable_pay", "the pay that is taxed: without what goes into a pension");
const TAKEN: Rule =
    Rule::plain("payment.taken", "tax, National Insurance and pension together; student loans do not lower what counts");
const COUNTED: Rule = Rule::plain("payment.counted", "what means-tested benefits count of it");
const NOT_COUNTED: Rule = Rule::plain("payment.not_counted", "the voucher is taken not to count as earnings");

/// What is withheld from payment `number`, and what is left; `nets` are the payments before it.
pub(super) fn withheld<L: Ledger>(
    case: &Case,
    payments: &[PayCase<'_>],
    number: usize,
    shelf: &Shelf,
    nets: &[NetPay],
    ledger: &mut L,
) -> Result<NetPay, PaymentError> {
    ledger.about(Subject { what: "payment", period: None, with_payments: true });
    let none = Amount::NONE;
    let Some(pay) = payments.get(number) else {
        return Ok(NetPay { gross: none, tax: none, insurance: none, student_loan: none, pension: none, counted: none });
    };
    let gross = ledger.given(&FEE, pay.gross);
    let pension = if pay.pension > 0 { ledger.given(&PENSION, pay.pension) } else { none };
    let (mut tax, mut insurance, mut student_loan) = (none, none, none);
    if pay.how == HowPaid::Paye {
        let taxable = if pension.pence > 0 { ledger.left(&TAXABLE, gross, pension) } else { gross };
        let earlier = Earlier::of(payments.get(..number).unwrap_or_default(), nets, pay, ledger)?;
        let rates = shelf.tax(pay.paid_on)?;
        tax = paye::tax(pay, earlier, taxable, rates, ledger)?;
        insurance = class_1::contributions(case, pay, earlier, gross, shelf.insurance(pay.paid_on)?, ledger);
        student_loan = loans::repayments(case, pay, earlier, gross, rates, ledger);
    }
    let counted = if pay.counts || pay.how != HowPaid::Voucher {
        let taken = ledger.sum(&TAKEN, &[tax, insurance, pension]);
        ledger.left(&COUNTED, gross, taken)
    } else {
        ledger.given(&NOT_COUNTED, 0)
    };
    Ok(NetPay { gross, tax, insurance, student_loan, pension, counted })
}

#[cfg(test)]
mod tests;
