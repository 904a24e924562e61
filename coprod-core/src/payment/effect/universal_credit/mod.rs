//! Universal Credit in the assessment periods of the payments, and later when tax is settled.

use super::{Case, PayCase, TaxDue, Workspace};
use crate::error::PaymentError;
use crate::payment::ledger::Ledger;
use crate::payment::rates::Shelf;

/// Each assessment period in which a payment counts.
pub(super) fn in_period<L: Ledger>(
    _case: &Case,
    _payments: &[PayCase<'_>],
    _shelf: &Shelf,
    _ledger: &mut L,
    _space: &mut Workspace,
) -> Result<(), PaymentError> {
    Ok(())
}

/// The assessment period in which tax is paid back or paid.
pub(super) fn when_settled<L: Ledger>(
    _case: &Case,
    _payments: &[PayCase<'_>],
    _shelf: &Shelf,
    _tax: TaxDue,
    _ledger: &mut L,
    _space: &mut Workspace,
) -> Result<(), PaymentError> {
    Ok(())
}
