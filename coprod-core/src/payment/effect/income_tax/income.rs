//! Taxable income of a tax year, without the payments and with them.

use super::{Payments, benefits};
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::HowPaid;
use crate::payment::effect::Case;
use crate::payment::ledger::{Amount, Ledger, Rule};
use crate::payment::rates::{Shelf, TaxRates};
use crate::unit::Date;

const WAGES: Rule = Rule::plain("income_tax.wages", "wages of the tax year");
const OTHER: Rule = Rule::plain("income_tax.other_taxable", "pensions and other taxable income of the tax year");
const FEES: Rule = Rule::plain("income_tax.other_fees", "other fees of the tax year that were paid gross");
const FEES_WITH: Rule = Rule::plain("income_tax.fees", "all fees of the tax year that are paid gross or as vouchers");
const RELIEF: Rule = Rule::of(CitedRule::TradingAllowance, "income_tax.trading_allowance", "the trading allowance");
const TAXED_FEES: Rule =
    Rule::of(CitedRule::TradingAllowance, "income_tax.fees_above_allowance", "fees above the trading allowance");
const PROFIT: Rule = Rule::plain("income_tax.profit", "profit from a business of one's own");
const PROFITS: Rule = Rule::of(
    CitedRule::TradingAllowance,
    "income_tax.profit_with_fees",
    "the profit with the fees; a business whose costs are counted has no trading allowance",
)
.unconfirmed();
const PAY: Rule = Rule::plain("income_tax.pay", "pay through a payroll");
const TAXED_PAY: Rule =
    Rule::of(CitedRule::PensionRelief, "income_tax.pay_without_pension", "the pay without what goes into a pension");
const INCOME: Rule =
    Rule::of(CitedRule::IncomeTax, "income_tax.income", "taxable income of the year before the personal allowance");

/// What a year's income is made of without the payments.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    wages: Amount,
    other: Amount,
    /// A year of the benefits that are taxed.
    pub(super) benefits: Amount,
    /// Fees paid gross.
    pub(super) fees: Amount,
}

/// What was told of the year, with a year of the benefits that are taxed.
pub(super) fn told<L: Ledger>(case: &Case, shelf: &Shelf, on: Date, ledger: &mut L) -> Result<Told, PaymentError> {
    let mut given = |rule, pence| if pence > 0 { ledger.given(rule, pence) } else { Amount::NONE };
    let wages = given(&WAGES, case.income.wages);
    let other = given(&OTHER, case.income.other_taxable);
    let fees = given(&FEES, case.income.gross_fees);
    Ok(Told { wages, other, benefits: benefits::of_year(case, shelf, on, ledger)?, fees })
}

/// The income without the payments.
pub(super) fn without<L: Ledger>(told: &Told, profit: Amount, ledger: &mut L) -> Amount {
    ledger.sum(&INCOME, &[told.wages, told.other, told.benefits, profit])
}

/// The income with the payments, and with what is left of the benefits.
pub(super) fn with<L: Ledger>(told: &Told, benefits: Amount, profit: Amount, payments: Payments<'_>, ledger: &mut L) -> Amount {
    let mut pay = Amount::NONE;
    for (_, net) in payments.each().filter(|(payment, _)| payment.how == HowPaid::Paye) {
        let taxed = if net.pension.pence > 0 { ledger.left(&TAXED_PAY, net.gross, net.pension) } else { net.gross };
        pay = if pay.pence > 0 { ledger.sum(&PAY, &[pay, taxed]) } else { taxed };
    }
    ledger.sum(&INCOME, &[told.wages, told.other, benefits, profit, pay])
}

/// All fees of the year that are paid gross; a voucher is money's worth, and one of them whether or not benefits count it.
pub(super) fn fees_with<L: Ledger>(told: &Told, payments: Payments<'_>, ledger: &mut L) -> Amount {
    let mut fees = told.fees;
    for (_, net) in payments.each().filter(|(payment, _)| payment.how != HowPaid::Paye) {
        fees = ledger.sum(&FEES_WITH, &[fees, net.gross]);
    }
    fees
}

/// Fees and profit of a business, after the trading allowance where there is one.
pub(super) fn profit<L: Ledger>(case: &Case, fees: Amount, rates: &TaxRates, ledger: &mut L) -> Amount {
    if case.income.profit > 0 {
        let profit = ledger.given(&PROFIT, case.income.profit);
        return ledger.sum(&PROFITS, &[profit, fees]);
    }
    if fees.pence == 0 {
        return Amount::NONE;
    }
    let relief = ledger.figure(&RELIEF, &rates.trading_allowance);
    ledger.left(&TAXED_FEES, fees, relief)
}
