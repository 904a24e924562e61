//! What a payroll withholds from one payment: tax by the code, National Insurance, student loans.

use super::{Case, NetPay, PayCase};
use crate::error::PaymentError;
use crate::payment::ledger::{Amount, Ledger, Rule, Subject};
use crate::payment::rates::Shelf;

const FEE: Rule = Rule::plain("payment.fee", "the fee, and what counts as pay with it");
const COUNTED: Rule = Rule::plain("payment.counted", "what means-tested benefits count of it");

/// What is withheld from payment `number`, and what is left.
pub(super) fn withheld<L: Ledger>(
    _case: &Case,
    payments: &[PayCase<'_>],
    number: usize,
    _shelf: &Shelf,
    ledger: &mut L,
) -> Result<NetPay, PaymentError> {
    ledger.about(Subject { what: "payment", period: None, with_payments: true });
    let gross = ledger.given(&FEE, payments.get(number).map_or(0, |pay| pay.gross));
    let counted = ledger.sum(&COUNTED, &[gross]);
    let none = Amount::NONE;
    Ok(NetPay { gross, tax: none, insurance: none, student_loan: none, pension: none, counted })
}
