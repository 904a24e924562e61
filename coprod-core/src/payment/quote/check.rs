//! What an engagement must be before it is quoted.

use crate::error::{PaymentError, Pointer};
use crate::payment::{Engagement, MOST_EXPENSES, card, expense};
use crate::unit::Hours;

const MOST_AGE: u8 = 120;
const DAY: i64 = 24 * 3600;
const WEEK: i64 = 7 * DAY;
/// A pay period is at most a month.
const MOST_DAYS: i64 = 31;

/// Refuses an engagement that cannot be.
pub(super) fn engagement(work: &Engagement, at: &Pointer) -> Result<(), PaymentError> {
    let wrong =
        |field: &str, detail: String, bounds: &'static str| PaymentError::OutOfRange { path: at.key(field), detail, bounds };
    if let Some(hours) = work.hours.filter(|hours| hours.seconds() > DAY) {
        return Err(wrong(
            "hours",
            format!("{hours} hours are more than a day has"),
            "up to 24 hours, and the rest as further engagements",
        ));
    }
    let in_all = all_hours(work).map_or_else(
        |_| Some("these".to_owned()),
        |hours| hours.filter(|hours| hours.seconds() > WEEK).map(|hours| hours.to_string()),
    );
    if let Some(hours) = in_all {
        let detail = format!("{hours} hours in all are more than a week has");
        return Err(wrong("preparation_hours", detail, "up to 168 hours in all, and the rest as further engagements"));
    }
    if let Some(age) = work.age.filter(|age| *age > MOST_AGE) {
        return Err(wrong("age", format!("{age} is not the age of a person"), "an age from 0 to 120"));
    }
    if let Some(start) = work.pay_period_start {
        if start > work.date {
            let (first, second) = (start.to_string(), work.date.to_string());
            return Err(PaymentError::DatesReversed { path: at.key("pay_period_start"), first, second });
        }
        if work.date.days_since(start) > MOST_DAYS {
            let detail = format!("the pay period starts {} days before the work", work.date.days_since(start));
            return Err(wrong("pay_period_start", detail, "a day at most 31 days before the work"));
        }
    }
    if let Some(text) = work.activity.as_ref().filter(|text| text.chars().count() > 200) {
        let detail = format!("the activity has {} letters", text.chars().count());
        return Err(wrong("activity", detail, "at most 200 letters"));
    }
    if let Some(cancelled) = &work.cancelled {
        let at = at.key("cancelled");
        if cancelled.notice_days.is_some() && cancelled.notice_hours.is_some() {
            return Err(PaymentError::NoticeUnclear { path: at });
        }
        cancelled.share.map_or(Ok(()), |share| card::share(share, &at.key("share")))?;
    }
    expense::checked_miles(work.car_miles_this_year, &at.key("car_miles_this_year"))?;
    let expenses = at.key("expenses");
    if work.expenses.len() > MOST_EXPENSES {
        let count = work.expenses.len();
        return Err(PaymentError::TooMany { path: expenses, what: "expenses", count, limit: MOST_EXPENSES });
    }
    work.expenses.iter().enumerate().try_for_each(|(number, one)| expense::checked(one, &expenses.index(number)))
}

/// Hours of activity, preparation, reading and travelling, as far as they are stated.
pub(super) fn all_hours(work: &Engagement) -> Result<Option<Hours>, PaymentError> {
    let Some(hours) = work.working_hours()? else { return Ok(None) };
    Ok(Some(hours.plus(work.travel_hours.unwrap_or_default())?))
}
