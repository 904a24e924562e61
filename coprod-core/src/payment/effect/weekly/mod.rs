//! Benefits that are worked out week by week.

mod carer;
mod esa;
mod housing;
mod jobseeker;
mod pension_credit;
mod spread;
mod stock;

pub(super) use esa::rate as esa_rate;
pub(super) use jobseeker::rate as jobseeker_rate;
pub(super) use spread::Weeks;
pub(in crate::payment) use stock::stock;

use super::{Case, PayCase, Workspace};
use crate::error::PaymentError;
use crate::payment::ledger::Ledger;
use crate::payment::rates::Shelf;

/// Each weekly benefit in each week that the payments reach: at least one effect for each benefit that is received, also where nothing
/// changes.
pub(super) fn weekly<L: Ledger>(
    case: &Case,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<(), PaymentError> {
    if let Some(carer) = &case.carer {
        carer::carer(carer, payments, shelf, ledger, space)?;
    }
    if let Some(esa) = &case.esa {
        esa::esa(case, esa, payments, shelf, ledger, space)?;
    }
    if let Some(jobseeker) = &case.jobseeker {
        jobseeker::jobseeker(case, jobseeker, payments, shelf, ledger, space)?;
    }
    if let Some(housing) = &case.housing {
        housing::housing(housing, payments, shelf, ledger, space)?;
    }
    if let Some(credit) = &case.pension_credit {
        pension_credit::pension_credit(credit, payments, shelf, ledger, space)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
