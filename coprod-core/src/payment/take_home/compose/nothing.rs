//! The answer for somebody who must not be paid before advice: no figure of a fee, only expenses with a receipt.

use crate::error::PaymentError;
use crate::parameters::Reach;
use crate::payment::ExpenseTreatment;
use crate::payment::take_home::answer::{TakeHomeAnswer, TakeHomeWarningCode};
use crate::payment::take_home::sheet::{Sheet, expenses};
use crate::payment::take_home::{TakeHomeRequest, notes, tell};
use crate::unit::Money;

/// The answer without a fee.
pub(in crate::payment::take_home) fn without_fee(request: &TakeHomeRequest) -> Result<TakeHomeAnswer, PaymentError> {
    let sheet = Sheet::of(request)?;
    let mut notes = notes::Notes::default();
    notes.warn(
        TakeHomeWarningCode::DoNotPayBeforeAdvice,
        "do not pay or promise a fee, a voucher or a gift before advice from somebody qualified in immigration law: unpermitted work can \
         cost the person their right to stay. Only expenses with a receipt, and what is paid for the person, are counted.",
    );
    notes.advice_needed.push("whether the person may be paid at all: from somebody qualified in immigration law".to_owned());
    let mut repaid = Money::ZERO;
    let mut direct = Money::ZERO;
    for split in expenses(&request.payments, Reach::assume_latest(request.assume_latest))? {
        for line in &split.lines {
            match line.treatment {
                ExpenseTreatment::Repaid => repaid = repaid.plus(line.amount)?,
                ExpenseTreatment::NotReceived => direct = direct.plus(line.amount)?,
                _ => notes.warn(
                    TakeHomeWarningCode::ExpenseLeftOut,
                    format!("{}: {} is left out, because no receipt shows what was spent", line.text, line.amount),
                ),
            }
        }
    }
    Ok(TakeHomeAnswer {
        fee: None,
        expenses: repaid,
        expenses_as_pay: Money::ZERO,
        paid_direct: direct,
        kept: None,
        tax: None,
        tax_due: None,
        national_insurance: None,
        national_insurance_later: None,
        student_loan: None,
        pension: None,
        benefits: Vec::new(),
        per_hour: None,
        cash_on: Vec::new(),
        warnings: notes.warnings,
        advice_needed: notes.advice_needed,
        assumes: Vec::new(),
        questions: Vec::new(),
        narrows_most: None,
        not_modelled: Vec::new(),
        tell: Vec::new(),
        advice: tell::advice(&sheet),
        statement: tell::STATEMENT.to_owned(),
        trace: Vec::new(),
        trace_highest: Vec::new(),
    })
}
