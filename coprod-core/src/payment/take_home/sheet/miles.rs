//! The expenses of every payment: miles by car and van of one payer and tax year are counted on from payment to payment.

use super::{at, value};
use crate::error::{PaymentError, Pointer};
use crate::parameters::Reach;
use crate::payment::Payment;
use crate::payment::calendar::TaxYear;
use crate::payment::expense::{self, ExpenseSplit, ExpensesOf};
use crate::unit::{Date, Id, Ratio};

/// Whose miles count together: the step at 10,000 miles holds for one employment and one tax year. Source: Income Tax (Earnings and
/// Pensions) Act 2003 s. 230(2) to (5).
type Together<'a> = (Option<&'a Id>, TaxYear);

/// The expenses of each payment, split, in the order of the request.
pub(in crate::payment::take_home) fn expenses(payments: &[Payment], reach: Reach) -> Result<Vec<ExpenseSplit>, PaymentError> {
    let mut miles: Vec<(Together<'_>, Ratio)> = Vec::new();
    let mut splits = Vec::with_capacity(payments.len());
    for (number, payment) in by_date(payments) {
        let key = together(payment);
        let known = miles.iter().position(|(known, _)| *known == key);
        let before = known.and_then(|place| miles.get(place)).map_or(Ratio::ZERO, |(_, before)| *before);
        let split = split(payment, number, payment.car_miles_this_year.unwrap_or(before), reach)?;
        match known.and_then(|place| miles.get_mut(place)) {
            Some((_, total)) => *total = split.car_miles,
            None => miles.push((key, split.car_miles)),
        }
        splits.push((number, split));
    }
    splits.sort_by_key(|(number, _)| *number);
    Ok(splits.into_iter().map(|(_, split)| split).collect())
}

/// Whether miles by car or van are counted from none because none are told of before.
pub(in crate::payment::take_home) fn miles_not_told(payments: &[Payment]) -> bool {
    let mut told: Vec<Together<'_>> = Vec::new();
    for (_, payment) in by_date(payments) {
        if payment.car_miles_this_year.is_some() {
            told.push(together(payment));
        } else if payment.expenses.iter().any(|expense| expense.miles.is_some() && expense.kind.is_car_or_van())
            && !told.contains(&together(payment))
        {
            return true;
        }
    }
    false
}

/// The payments with their numbers, in order of the days on which their miles are driven.
fn by_date(payments: &[Payment]) -> impl Iterator<Item = (usize, &Payment)> {
    let mut ordered: Vec<(usize, &Payment)> = payments.iter().enumerate().collect();
    ordered.sort_by_key(|(number, payment)| (day(payment), payment.paid_on, *number));
    ordered.into_iter()
}

fn together(payment: &Payment) -> Together<'_> {
    (payment.employer.as_ref(), TaxYear::of(day(payment)))
}

/// The first day of the work, or that of the payment where none is told.
fn day(payment: &Payment) -> Date {
    payment.work_dates.first().copied().unwrap_or(payment.paid_on)
}

fn split(payment: &Payment, number: usize, before: Ratio, reach: Reach) -> Result<ExpenseSplit, PaymentError> {
    let at: Pointer = at(number);
    let date_at = if payment.work_dates.is_empty() { at.key("paid_on") } else { at.key("work_dates").index(0) };
    let away = value(&payment.hours).map(|hours| hours.plus(payment.travel_hours.unwrap_or_default())).transpose()?;
    expense::split(&ExpensesOf {
        expenses: &payment.expenses,
        at: at.key("expenses"),
        date: day(payment),
        date_at,
        car_miles_before: before,
        away,
        reach,
    })
}

#[cfg(test)]
mod tests;
