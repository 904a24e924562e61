//! What a request must be before anything is worked out.

mod beyond;
mod facts;
mod household;
mod money;
mod times;

use std::collections::BTreeSet;

use super::{MOST_PAYMENTS, MOST_WORK_DATES, TakeHomeRequest};
use crate::error::{PaymentError, Pointer};
use crate::payment::{MOST_EXPENSES, PaidPerson, PermissionToWork};

/// Refuses a request that cannot be.
pub(super) fn request(request: &TakeHomeRequest) -> Result<(), PaymentError> {
    let at = Pointer::root().key("payments");
    if request.payments.is_empty() {
        return Err(PaymentError::NoPayments { path: at });
    }
    few("payments", request.payments.len(), MOST_PAYMENTS, &at)?;
    for (number, payment) in request.payments.iter().enumerate() {
        let at = at.index(number);
        few("days of work", payment.work_dates.len(), MOST_WORK_DATES, &at.key("work_dates"))?;
        few("expenses", payment.expenses.len(), MOST_EXPENSES, &at.key("expenses"))?;
    }
    ids(request, &at)?;
    for (number, payment) in request.payments.iter().enumerate() {
        let at = at.index(number);
        money::payment(payment, &at)?;
        times::payment(payment, &at)?;
    }
    money::person(&request.person, &Pointer::root().key("person"))?;
    facts::person(request)
}

/// Whether nothing may be paid before advice.
pub(super) const fn must_not_be_paid(person: &PaidPerson) -> bool {
    matches!(person.permission_to_work, Some(PermissionToWork::No | PermissionToWork::Limited))
}

/// Refuses one id for two payments: an answer names payments by their ids.
fn ids(request: &TakeHomeRequest, at: &Pointer) -> Result<(), PaymentError> {
    let mut seen = BTreeSet::new();
    for (number, payment) in request.payments.iter().enumerate() {
        if let Some(id) = payment.id.as_ref().filter(|id| !seen.insert(*id)) {
            return Err(PaymentError::DuplicateId { path: at.index(number).key("id"), id: id.to_string() });
        }
    }
    Ok(())
}

fn few(what: &'static str, count: usize, limit: usize, at: &Pointer) -> Result<(), PaymentError> {
    if count > limit { Err(PaymentError::TooMany { path: at.clone(), what, count, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
