//! What payments do to a person whose every circumstance is known: tax, contributions, benefits, and what is kept.

mod bands;
mod case;
#[cfg(test)]
pub(in crate::payment) mod fixture;
mod income_tax;
mod kept;
mod outcome;
mod tax_code;
mod universal_credit;
mod weekly;
mod withheld;

pub use case::TaxCode;
pub(in crate::payment) use case::{
    CarerCase, Case, EsaCase, HouseholdCase, HousingCase, IncomeCase, JobseekerCase, Loans, MaximumAward, PayCase,
    PensionCreditCase, TaxCodeKind, UniversalCreditCase,
};
pub(in crate::payment) use outcome::{Benefit, BenefitEffect, NetPay, Outcome, TaxDue, Workspace};
pub(in crate::payment) use weekly::stock;

use super::ledger::Ledger;
use super::rates::Shelf;
use crate::error::PaymentError;

/// Works out what `payments`, in order of their dates, do to somebody. The shelf must hold the figures for every date concerned.
/// `space` is emptied first and then holds each payment's net pay and each benefit's effect.
///
/// # Errors
/// `parameter_unknown` for a date for which the shelf has no figures; `invalid_date` for one beyond the calendar.
pub(in crate::payment) fn effect<L: Ledger>(
    case: &Case,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<Outcome, PaymentError> {
    space.clear();
    for number in 0..payments.len() {
        let net = withheld::withheld(case, payments, number, shelf, &space.nets, ledger)?;
        space.nets.push(net);
    }
    weekly::weekly(case, payments, shelf, ledger, space)?;
    universal_credit::in_period(case, payments, shelf, ledger, space)?;
    let tax = income_tax::due(case, payments, shelf, ledger, space)?;
    universal_credit::when_settled(case, shelf, tax, ledger, space)?;
    Ok(kept::kept(tax, ledger, space))
}

#[cfg(test)]
mod tests;
