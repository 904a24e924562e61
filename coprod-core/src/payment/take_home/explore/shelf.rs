//! The figures for every day that the payments can reach.

use crate::error::{PaymentError, Pointer};
use crate::parameters::Reach;
use crate::payment::calendar::AssessmentPeriod;
use crate::payment::effect::stock;
use crate::payment::person::EarningsPattern;
use crate::payment::rates::Shelf;
use crate::payment::take_home::TakeHomeRequest;
use crate::payment::take_home::sheet::{Sheet, value};
use crate::unit::Date;

/// A surplus, or weeks that a payment covers, reach about so many days ahead.
const DAYS_AHEAD: i32 = 400;

/// Weeks that one payment covers under a carer's benefit reach further: as far as anything is known.
const DAYS_AHEAD_WITH_CARE: i32 = 10_000;

/// A week of work can start six days before a day of it, and an assessment period two months before the day that counts, where it is
/// near a boundary.
const DAYS_BEFORE: i32 = 70;

/// What is needed of the figures. Those of a payment's own days must be known; a later day is refused only if a rule needs it.
pub(in crate::payment::take_home) fn fill(request: &TakeHomeRequest, sheet: &Sheet) -> Result<Shelf, PaymentError> {
    let mut shelf = Shelf::new(Reach::assume_latest(request.assume_latest));
    for pay in &sheet.pays {
        let at = pay.at().key("paid_on");
        shelf.put_tax(pay.payment.paid_on, &at)?;
        shelf.put_insurance(pay.payment.paid_on, &at)?;
    }
    let at = |number: usize, place: Option<usize>| {
        let at = sheet.pays.get(number).map_or_else(Pointer::root, super::super::sheet::Pay::at);
        match place.filter(|_| sheet.pays.get(number).is_some_and(|pay| !pay.payment.work_dates.is_empty())) {
            Some(_) => at.key("work_dates"),
            None => at.key("paid_on"),
        }
    };
    let mut case = sheet.case();
    let payments = sheet.payments()?;
    stock(&case, &payments, &mut shelf, at)?;
    let told = sheet.person.carers_allowance.as_ref().or(sheet.person.carer_support_payment.as_ref());
    if let (Some(carer), Some(told)) = (&mut case.carer, told)
        && value(&told.pattern) != Some(EarningsPattern::Weekly)
    {
        carer.pattern = EarningsPattern::OneOff;
        stock(&case, &payments, &mut shelf, at)?;
    }
    if let Some(credit) = &sheet.person.universal_credit {
        let ahead = if case.carer.is_some() { DAYS_AHEAD_WITH_CARE } else { DAYS_AHEAD };
        let mut reached: Option<(Date, Date)> = None;
        for (pay, payment) in sheet.pays.iter().zip(&payments) {
            let at = pay.at().key("paid_on");
            if let Some(first_day) = value(&credit.first_day) {
                shelf.put_universal_credit(AssessmentPeriod::of(payment.counts_on, first_day)?.first, &at)?;
            }
            // A week of work that costs another benefit can lie in an earlier period than the payment.
            let earliest = payment.work_dates.iter().chain([&payment.counts_on]).min().copied().unwrap_or(payment.counts_on);
            let (first, last) = (earliest.plus_days(-DAYS_BEFORE)?, payment.counts_on.plus_days(ahead)?);
            reached = Some(reached.map_or((first, last), |(from, until)| (from.min(first), until.max(last))));
        }
        if let Some((first, last)) = reached {
            shelf.put_universal_credit_between(first, last);
        }
    }
    Ok(shelf)
}
