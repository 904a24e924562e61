//! Income tax and self-employed contributions of whole tax years.

use super::{Case, PayCase, TaxDue, Workspace};
use crate::error::PaymentError;
use crate::payment::ledger::{Amount, Ledger};
use crate::payment::rates::Shelf;

/// What is due in the end because of the payments.
pub(super) fn due<L: Ledger>(
    _case: &Case,
    _payments: &[PayCase<'_>],
    _shelf: &Shelf,
    _ledger: &mut L,
    _space: &Workspace,
) -> Result<TaxDue, PaymentError> {
    Ok(TaxDue { tax: Amount::NONE, insurance: Amount::NONE })
}
