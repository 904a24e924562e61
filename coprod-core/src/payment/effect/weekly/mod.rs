//! Benefits that are worked out week by week.

use super::{Case, PayCase, Workspace};
use crate::error::PaymentError;
use crate::payment::ledger::Ledger;
use crate::payment::rates::Shelf;

/// Each weekly benefit in each week that the payments reach.
pub(super) fn weekly<L: Ledger>(
    _case: &Case,
    _payments: &[PayCase<'_>],
    _shelf: &Shelf,
    _ledger: &mut L,
    _space: &mut Workspace,
) -> Result<(), PaymentError> {
    Ok(())
}
