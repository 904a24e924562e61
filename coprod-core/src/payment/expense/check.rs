//! What an expense must be before it is counted.

use super::{Expense, ExpenseKind};
use crate::error::{PaymentError, Pointer};
use crate::payment::card;
use crate::unit::Ratio;

const MOST_MILES: i32 = 100_000;

/// Refuses an expense that cannot be.
pub(in crate::payment) fn expense(expense: &Expense, at: &Pointer) -> Result<(), PaymentError> {
    let kind = expense.kind.words();
    if expense.miles.is_some() && !expense.kind.is_own_vehicle() {
        return Err(PaymentError::MilesNotForKind { path: at.key("miles"), kind });
    }
    if expense.passengers.is_some() && !expense.kind.is_car_or_van() {
        return Err(PaymentError::PassengersNotForKind { path: at.key("passengers"), kind });
    }
    if expense.amount.is_some() == expense.miles.is_some() {
        return Err(PaymentError::ExpenseUnclear { path: at.clone(), kind });
    }
    if expense.miles.is_none() && (expense.per_mile.is_some() || expense.passengers.is_some()) {
        return Err(PaymentError::MilesNeeded { path: at.key("miles") });
    }
    if expense.miles.is_some() && expense.paid_direct {
        return Err(PaymentError::MilesPaidDirect { path: at.key("paid_direct") });
    }
    round_sum(expense, at)?;
    miles(expense.miles, &at.key("miles"))?;
    for (amount, field) in [(expense.amount, "amount"), (expense.per_mile, "per_mile")] {
        if let Some(amount) = amount {
            card::not_negative(amount, &at.key(field))?;
        }
    }
    Ok(())
}

/// A round sum is neither proved nor paid to somebody else, and miles have their own rate.
fn round_sum(expense: &Expense, at: &Pointer) -> Result<(), PaymentError> {
    let other = [
        (expense.receipted == Some(true), "there is a receipt for it"),
        (expense.paid_direct, "the organisation pays it to somebody else"),
        (expense.miles.is_some(), "it is paid by the mile"),
    ];
    match other.into_iter().find(|(is_so, _)| expense.round_sum && *is_so) {
        None => Ok(()),
        Some((_, second)) => Err(PaymentError::ContradictoryFacts {
            path: at.key("round_sum"),
            first: format!("the {} is a round sum", ExpenseKind::words(expense.kind)),
            second: second.to_owned(),
        }),
    }
}

/// Refuses miles out of range.
pub(in crate::payment) fn miles(miles: Option<Ratio>, at: &Pointer) -> Result<(), PaymentError> {
    match miles.filter(|miles| miles.is_negative() || *miles > Ratio::from(MOST_MILES)) {
        None => Ok(()),
        Some(miles) => Err(PaymentError::OutOfRange {
            path: at.clone(),
            detail: format!("{miles} miles are out of range"),
            bounds: "between 0 and 100,000 miles",
        }),
    }
}
