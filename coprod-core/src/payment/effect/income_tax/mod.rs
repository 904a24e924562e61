//! Income tax and self-employed contributions of whole tax years: what is due in the end because of the payments.

mod annual;
mod benefits;
mod contributions;
mod income;

use super::{Case, PayCase, TaxDue, Workspace};
use crate::error::PaymentError;
use crate::payment::calendar::TaxYear;
use crate::payment::ledger::{Amount, Ledger, Rule, Subject};
use crate::payment::person::Nation;
use crate::payment::rates::Shelf;

const DUE: Rule = Rule::of("income_tax", "income_tax.due", "tax of the year that is due because of the payments");
const ALL_DUE: Rule = Rule::plain("income_tax.due_all_years", "tax of all years that is due because of the payments");
const CONTRIBUTIONS: Rule =
    Rule::plain("self_employed.due_all_years", "contributions of all years that are due because of the payments");

/// What is due in the end because of the payments.
pub(super) fn due<L: Ledger>(
    case: &Case,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &Workspace,
) -> Result<TaxDue, PaymentError> {
    let mut all = TaxDue { tax: Amount::NONE, insurance: Amount::NONE };
    let mut years = 0;
    for (number, pay) in payments.iter().enumerate() {
        let year = TaxYear::of(pay.paid_on);
        if payments.iter().take(number).any(|before| TaxYear::of(before.paid_on) == year) {
            continue;
        }
        let due = of_year(case, payments, (year, pay), shelf, ledger, space)?;
        years += 1;
        all = if years == 1 {
            due
        } else {
            TaxDue {
                tax: ledger.sum(&ALL_DUE, &[all.tax, due.tax]),
                insurance: ledger.sum(&CONTRIBUTIONS, &[all.insurance, due.insurance]),
            }
        };
    }
    Ok(all)
}

/// One year, whose figures are those on the day of its first payment.
fn of_year<L: Ledger>(
    case: &Case,
    payments: &[PayCase<'_>],
    (year, first): (TaxYear, &PayCase<'_>),
    shelf: &Shelf,
    ledger: &mut L,
    space: &Workspace,
) -> Result<TaxDue, PaymentError> {
    let rates = shelf.tax(first.paid_on)?;
    let scottish = case.nation == Nation::Scotland;
    let period = Some((year.first_day()?, year.last_day()?));
    let subject = |with_payments| Subject { what: "income_tax", period, with_payments };
    ledger.about(subject(false));
    let told = income::told(case, shelf, first.paid_on, ledger)?;
    let profit_without = income::profit(case, told.fees, rates, ledger);
    let income_without = income::without(&told, profit_without, ledger);
    let tax_without = annual::tax(income_without, scottish, rates, ledger);
    ledger.about(subject(true));
    let fees = income::fees_with(&told, payments, year, space, ledger);
    let profit_with = income::profit(case, fees, rates, ledger);
    let income_with = income::with(&told, profit_with, case, (payments, year), space, ledger);
    let tax_with = annual::tax(income_with, scottish, rates, ledger);
    let tax = ledger.minus(&DUE, tax_with, tax_without);
    let charged = case.income.self_employed && !case.over_pension_age && case.age >= 16;
    if !charged {
        return Ok(TaxDue { tax, insurance: Amount::NONE });
    }
    let about = |with_payments| Subject { what: "self_employed", period, with_payments };
    let insurance = contributions::due((profit_without, profit_with), shelf.insurance(first.paid_on)?, about, ledger);
    Ok(TaxDue { tax, insurance })
}

#[cfg(test)]
mod tests;
