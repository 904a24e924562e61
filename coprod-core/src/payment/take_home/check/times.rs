//! Days in an order that can be, and hours that fit into them.

use crate::error::{PaymentError, Pointer};
use crate::payment::Payment;
use crate::payment::calendar::benefit_week;
use crate::payment::take_home::sheet::value;
use crate::unit::{Date, Hours};

const DAY: i64 = 24 * 3600;
const WEEK: i64 = 7 * 24 * 3600;
/// A payroll reports at most so many days before the payment.
const MOST_DAYS_AHEAD: i64 = 31;
/// A report that is later than this is not for that payment.
const MOST_DAYS_LATE: i64 = 366;
/// Work and its payment are at most so many days apart: two years.
const MOST_DAYS_APART: i64 = 731;

/// The days and hours of a payment.
pub(super) fn payment(payment: &Payment, at: &Pointer) -> Result<(), PaymentError> {
    let first_known = Date::new(2022, 4, 6)?;
    let days = payment.work_dates.iter().enumerate().map(|(number, day)| (*day, at.key("work_dates").index(number)));
    for (day, path) in days.chain([(payment.paid_on, at.key("paid_on"))]) {
        if day < first_known {
            let (date, first) = (day.to_string(), first_known.to_string());
            return Err(PaymentError::BeforeFirstKnown { path, id: "what is kept of a payment", date, first });
        }
    }
    for (number, day) in payment.work_dates.iter().enumerate() {
        if day.days_since(payment.paid_on).abs() > MOST_DAYS_APART {
            return Err(PaymentError::OutOfRange {
                path: at.key("work_dates").index(number),
                detail: format!("{day} is more than two years from the payment on {}", payment.paid_on),
                bounds: "days of work within two years of the payment",
            });
        }
    }
    if let Some(reported) = value(&payment.reported_on) {
        report(payment, reported, &at.key("reported_on"))?;
    }
    hours(payment, at)
}

fn report(payment: &Payment, reported: Date, at: &Pointer) -> Result<(), PaymentError> {
    if let Some(first) = payment.work_dates.iter().min().filter(|first| reported < **first) {
        let (first, second) = (first.to_string(), reported.to_string());
        return Err(PaymentError::DatesReversed { path: at.clone(), first, second });
    }
    let ahead = payment.paid_on.days_since(reported);
    if (-MOST_DAYS_LATE..=MOST_DAYS_AHEAD).contains(&ahead) {
        return Ok(());
    }
    Err(PaymentError::OutOfRange {
        path: at.clone(),
        detail: format!("a report on {reported} is too far from the payment on {}", payment.paid_on),
        bounds: "a day from 31 days before the payment to a year after it",
    })
}

fn hours(payment: &Payment, at: &Pointer) -> Result<(), PaymentError> {
    let mut weeks = Vec::with_capacity(payment.work_dates.len());
    for day in &payment.work_dates {
        weeks.push(benefit_week(*day)?.0);
    }
    weeks.sort_unstable();
    weeks.dedup();
    let mut days = payment.work_dates.clone();
    days.sort_unstable();
    days.dedup();
    let worked = value(&payment.hours).map_or(0, Hours::seconds);
    if !days.is_empty() && worked > DAY * i64::try_from(days.len()).unwrap_or(1) {
        return Err(PaymentError::OutOfRange {
            path: at.key("hours"),
            detail: format!("{} hours are more than the days of the work have", Hours::from_seconds(worked)?),
            bounds: "at most 24 hours for each day of the work, or all its days",
        });
    }
    // A request names at most 100 days.
    let weeks = i64::try_from(weeks.len().max(1)).unwrap_or(1);
    let stated = [
        (value(&payment.hours), "hours"),
        (payment.preparation_hours, "preparation_hours"),
        (payment.travel_hours, "travel_hours"),
    ];
    let mut all = 0;
    for (hours, field) in stated {
        all += hours.map_or(0, Hours::seconds);
        if all > WEEK * weeks {
            return Err(PaymentError::OutOfRange {
                path: at.key(field),
                detail: format!("{} hours are more than the weeks of the work have", Hours::from_seconds(all)?),
                bounds: "at most 168 hours in all for each week of the work",
            });
        }
    }
    Ok(())
}
