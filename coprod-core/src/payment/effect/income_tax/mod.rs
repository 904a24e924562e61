//! Income tax and self-employed contributions of whole tax years: what is due in the end because of the payments.

mod annual;
mod benefits;
mod contributions;
mod income;

use super::{Case, NetPay, PayCase, TaxDue, Workspace};
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::calendar::TaxYear;
use crate::payment::ledger::{Amount, Ledger, Rule, Subject};
use crate::payment::person::Nation;
use crate::payment::rates::Shelf;
use crate::unit::Date;

const DUE: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.due", "tax of the year that is due because of the payments");
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
    let (mut all, mut rest) = (None, Payments { of: payments, nets: &space.nets });
    // Payments are in order of their dates, so that those of a year stand together.
    while let Some(first) = rest.of.first() {
        let year = TaxYear::of(first.paid_on);
        let count = 1 + rest.of.iter().skip(1).take_while(|pay| TaxYear::of(pay.paid_on) == year).count();
        let (of_year, after) = rest.split(count);
        rest = after;
        let due = in_year(case, (year, first.paid_on), of_year, shelf, ledger, space)?;
        all = Some(match all {
            None => due,
            Some(TaxDue { tax, insurance }) => TaxDue {
                tax: ledger.sum(&ALL_DUE, &[tax, due.tax]),
                insurance: ledger.sum(&CONTRIBUTIONS, &[insurance, due.insurance]),
            },
        });
    }
    Ok(all.unwrap_or(TaxDue { tax: Amount::NONE, insurance: Amount::NONE }))
}

/// Payments and what was left of each.
#[derive(Debug, Clone, Copy)]
struct Payments<'a> {
    of: &'a [PayCase<'a>],
    nets: &'a [NetPay],
}

impl<'a> Payments<'a> {
    /// The first `count`, and the rest.
    fn split(self, count: usize) -> (Self, Self) {
        let (of, of_rest) = self.of.split_at_checked(count).unwrap_or((self.of, &[]));
        let (nets, nets_rest) = self.nets.split_at_checked(count).unwrap_or((self.nets, &[]));
        (Self { of, nets }, Self { of: of_rest, nets: nets_rest })
    }

    fn each(self) -> impl Iterator<Item = (&'a PayCase<'a>, &'a NetPay)> {
        self.of.iter().zip(self.nets)
    }
}

/// What the payments of a year make due, by the figures on the day of the first.
fn in_year<L: Ledger>(
    case: &Case,
    (year, on): (TaxYear, Date),
    payments: Payments<'_>,
    shelf: &Shelf,
    ledger: &mut L,
    space: &Workspace,
) -> Result<TaxDue, PaymentError> {
    let rates = shelf.tax(on)?;
    let scottish = case.nation == Nation::Scotland;
    let period = if L::SILENT { None } else { Some((year.first_day()?, year.last_day()?)) };
    let subject = |with_payments| Subject { what: "income_tax", period, with_payments };
    ledger.about(subject(false));
    let told = income::told(case, shelf, on, ledger)?;
    let profit_without = income::profit(case, told.fees, rates, ledger);
    let income_without = income::without(&told, profit_without, ledger);
    let tax_without = annual::tax(income_without, scottish, rates, ledger);
    ledger.about(subject(true));
    let fees = income::fees_with(&told, payments, ledger);
    let profit_with = income::profit(case, fees, rates, ledger);
    let benefits = benefits::left(told.benefits, case, year, space, ledger);
    let income_with = income::with(&told, benefits, profit_with, payments, ledger);
    let tax_with = annual::tax(income_with, scottish, rates, ledger);
    let tax = ledger.minus(&DUE, tax_with, tax_without);
    let charged = case.income.self_employed && !case.over_pension_age && case.age >= 16;
    if !charged {
        return Ok(TaxDue { tax, insurance: Amount::NONE });
    }
    let about = |with_payments| Subject { what: "self_employed", period, with_payments };
    let insurance = contributions::due((profit_without, profit_with), shelf.insurance(on)?, about, ledger);
    Ok(TaxDue { tax, insurance })
}

#[cfg(test)]
mod tests;
