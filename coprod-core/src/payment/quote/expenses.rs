//! What the person is paid back, and what is paid for them.

use super::{LineBasis, LinePart, Notes, QuoteExpenses, QuoteLine, QuoteWarningCode};
use crate::error::{PaymentError, Pointer};
use crate::parameters::Reach;
use crate::payment::expense::{self, ExpenseLine, ExpenseSplit, ExpensesOf};
use crate::payment::{Engagement, Expense, ExpenseTreatment};
use crate::unit::{Hours, Ratio};

/// Adds a line for each expense. With `proof_only`, only what a receipt shows to have been spent, and what is paid for the person.
pub(super) fn lines(
    work: &Engagement,
    at: &Pointer,
    away: Option<Hours>,
    reach: Reach,
    proof_only: bool,
    lines: &mut Vec<QuoteLine>,
    notes: &mut Notes,
) -> Result<QuoteExpenses, PaymentError> {
    let proved: Vec<Expense>;
    let expenses = if proof_only {
        proved = work.expenses.iter().filter(|expense| is_proved(expense, notes)).cloned().collect();
        &proved
    } else {
        &work.expenses
    };
    let split: ExpenseSplit = expense::split(&ExpensesOf {
        expenses,
        at: at.key("expenses"),
        date: work.date,
        date_at: at.key("date"),
        car_miles_before: work.car_miles_this_year.unwrap_or(Ratio::ZERO),
        away,
        reach,
    })?;
    for line in &split.lines {
        warn(line, notes);
        for fact in line.fact.iter().chain(&line.limits) {
            notes.fact(Some(fact));
        }
    }
    lines.extend(split.lines.into_iter().map(quoted));
    Ok(QuoteExpenses {
        tax_free: split.receipted.plus(split.mileage)?,
        for_care: split.care,
        above_limit: split.taxable_mileage,
        unproved: split.unproved,
        round_sums: split.round_sum,
    })
}

/// Whether a receipt shows that it was spent, or the organisation pays it; else says that it is left out.
fn is_proved(expense: &Expense, notes: &mut Notes) -> bool {
    let words = expense.kind.words();
    let why = match (expense.miles, expense.amount) {
        (Some(_), _) => "miles are repaid at a flat rate and not by what was spent, so they are left out".to_owned(),
        (_, Some(amount)) if expense.round_sum => format!("a round sum of {amount} is not what was spent, so it is left out"),
        (_, Some(amount)) if !expense.paid_direct && expense.receipted != Some(true) => {
            format!("there is no receipt for {amount}, so it is left out")
        }
        _ => return true,
    };
    notes.warn(QuoteWarningCode::ExpenseLeftOut, format!("{words}: {why}"));
    false
}

fn warn(line: &ExpenseLine, notes: &mut Notes) {
    let words = line.kind.words();
    match line.treatment {
        ExpenseTreatment::MaybeIncome if line.is_round_sum => {
            let text = "a round sum is paid whatever was spent and can count as income, for tax and for benefits: pay what was spent, \
                        against receipts, or book it for the person";
            notes.warn(QuoteWarningCode::RoundSum, text);
        }
        ExpenseTreatment::MaybeIncome => {
            let text = "an expense repaid without a receipt can count as income: keep a receipt or another record of it";
            notes.warn(QuoteWarningCode::NoReceipt, text);
        }
        ExpenseTreatment::PartlyTaxable => {
            let text = format!(
                "{words}: {} is {} more than the approved rates give, and the part above them counts as income",
                line.amount,
                line.above_limit.unwrap_or_default()
            );
            notes.warn(QuoteWarningCode::MileageAboveApproved, text);
        }
        ExpenseTreatment::Repaid if line.kind.is_care() => {
            let text = "repaid care can be taxable if the person is an employee: ask the payroll office";
            notes.warn(QuoteWarningCode::CareIfEmployed, text);
        }
        ExpenseTreatment::Repaid | ExpenseTreatment::WithinApprovedRate | ExpenseTreatment::NotReceived => {}
    }
}

fn quoted(line: ExpenseLine) -> QuoteLine {
    let (part, basis) = match line.treatment {
        ExpenseTreatment::WithinApprovedRate | ExpenseTreatment::PartlyTaxable => {
            (LinePart::Mileage, if line.fact.is_some() { LineBasis::Published } else { LineBasis::OwnRate })
        }
        ExpenseTreatment::NotReceived => (LinePart::PaidDirect, LineBasis::Claim),
        ExpenseTreatment::MaybeIncome if line.is_round_sum => (LinePart::Expense, LineBasis::OwnRate),
        ExpenseTreatment::MaybeIncome | ExpenseTreatment::Repaid => (LinePart::Expense, LineBasis::Claim),
    };
    QuoteLine {
        part,
        text: line.text,
        amount: line.amount,
        basis,
        rule: line.rule.text.to_owned(),
        source: Some(line.rule.source.into()),
        kind: Some(line.kind),
        treatment: Some(line.treatment),
        tax_free_limit: line.tax_free_limit,
        above_limit: line.above_limit,
        fact: line.fact,
        limit_facts: line.limits,
    }
}
