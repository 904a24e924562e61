//! Puts the figures on the shelf that the weekly benefits need.

use super::carer;
use super::spread::WeekStart::{Monday, Sunday};
use crate::error::{PaymentError, Pointer};
use crate::payment::effect::{Case, PayCase};
use crate::payment::person::EarningsPattern;
use crate::payment::rates::Shelf;
use crate::unit::Date;

/// Puts there what the weeks of the payments need. `at` says where the day of payment of a payment stands in the request, or one of its
/// days of work.
///
/// # Errors
/// As a look-up of a figure: for a week for which it is not known, at the day that the week follows from.
pub(in crate::payment) fn stock(
    case: &Case,
    payments: &[PayCase<'_>],
    shelf: &mut Shelf,
    at: impl Fn(usize, Option<usize>) -> Pointer,
) -> Result<(), PaymentError> {
    for (number, payment) in payments.iter().enumerate() {
        let money = at(number, None);
        put(case, shelf, payment.paid_on, &money)?;
        for (place, day) in payment.work_dates.iter().enumerate() {
            put(case, shelf, *day, &at(number, Some(place)))?;
        }
        let Some(carer) = case.carer.filter(|carer| carer.pattern == EarningsPattern::OneOff) else { continue };
        let (mut week, most) = carer::may_cover(&carer, payment, shelf)?;
        for _ in 0..most {
            put_carer(carer.scottish, shelf, week, &money)?;
            week = week.plus_days(7)?;
        }
    }
    Ok(())
}

fn put(case: &Case, shelf: &mut Shelf, day: Date, at: &Pointer) -> Result<(), PaymentError> {
    let monday = Monday.first(day)?;
    if let Some(carer) = case.carer {
        put_carer(carer.scottish, shelf, day, at)?;
    }
    if let Some(esa) = case.esa {
        shelf.put_permitted_work(monday, at)?;
        if esa.weekly.is_none() {
            shelf.put_esa(monday, at)?;
        }
    }
    if let Some(jobseeker) = case.jobseeker {
        shelf.put_jobseeker_rules(monday, at)?;
        if jobseeker.weekly.is_none() {
            shelf.put_jobseeker(monday, at)?;
        }
    }
    if case.housing.is_some() {
        shelf.put_housing(monday, at)?;
    }
    if case.pension_credit.is_some() {
        shelf.put_pension_credit(monday, at)?;
    }
    Ok(())
}

fn put_carer(scottish: bool, shelf: &mut Shelf, day: Date, at: &Pointer) -> Result<(), PaymentError> {
    if scottish {
        shelf.put_carer_support(Sunday.first(day)?, at)?;
    } else {
        shelf.put_carer(Monday.first(day)?, at)?;
    }
    Ok(())
}
