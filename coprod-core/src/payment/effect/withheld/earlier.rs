//! What earlier payments of the list add to a payer's pay.

use crate::error::PaymentError;
use crate::payment::calendar::{TaxYear, pay_month, pay_week};
use crate::payment::effect::{NetPay, PayCase};
use crate::payment::ledger::{Amount, Ledger, Rule};
use crate::payment::{HowPaid, PayPeriod};
use crate::unit::Date;

const YEAR: Rule =
    Rule::plain("payment.earlier_in_year", "earlier payments of this payer in the tax year, without pension contributions");
const PERIOD: Rule = Rule::plain("payment.earlier_in_period", "earlier payments of this payer in the pay period");
const PERIOD_TAXABLE: Rule = Rule::plain(
    "payment.earlier_taxable_in_period",
    "earlier payments of this payer in the pay period, without pension contributions",
);

/// Earlier payments through the same payer's payroll.
#[derive(Debug, Clone, Copy)]
pub(super) struct Earlier {
    /// Of the tax year, without pension contributions.
    pub(super) year: Amount,
    /// Of the pay period, with pension contributions.
    pub(super) period: Amount,
    /// Of the pay period, without pension contributions.
    pub(super) period_taxable: Amount,
}

impl Earlier {
    /// What `before`, which left `nets`, adds to `pay`.
    pub(super) fn of<L: Ledger>(
        before: &[PayCase<'_>],
        nets: &[NetPay],
        pay: &PayCase<'_>,
        ledger: &mut L,
    ) -> Result<Self, PaymentError> {
        let mut all = Self { year: Amount::NONE, period: Amount::NONE, period_taxable: Amount::NONE };
        for (other, net) in before.iter().zip(nets) {
            let of_payer = other.how == HowPaid::Paye && other.employer == pay.employer;
            if !of_payer || TaxYear::of(other.paid_on) != TaxYear::of(pay.paid_on) {
                continue;
            }
            let year = ledger.sum(&YEAR, &[all.year, net.gross]);
            all.year = ledger.minus(&YEAR, year, net.pension);
            if period(pay.pay_period, other.paid_on)? == period(pay.pay_period, pay.paid_on)? {
                all.period = ledger.sum(&PERIOD, &[all.period, net.gross]);
                let taxable = ledger.sum(&PERIOD_TAXABLE, &[all.period_taxable, net.gross]);
                all.period_taxable = ledger.minus(&PERIOD_TAXABLE, taxable, net.pension);
            }
        }
        Ok(all)
    }
}

/// The number of the pay period of `on` in its tax year.
pub(super) fn period(kind: PayPeriod, on: Date) -> Result<i64, PaymentError> {
    Ok(match kind {
        PayPeriod::Month => pay_month(on),
        PayPeriod::Week => pay_week(on)?,
    })
}

/// How many pay periods a year has.
pub(super) const fn periods(kind: PayPeriod) -> i64 {
    match kind {
        PayPeriod::Month => 12,
        PayPeriod::Week => 52,
    }
}
