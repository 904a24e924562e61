//! Two periods of the same scope: whether costs fell while people with lived experience did more.

use super::ParityPeriod;
use super::answer::{ParityAlarm, ParityAlarmCode, days};
use crate::error::{PaymentError, Pointer};
use crate::payment::card::not_negative;
use crate::unit::{Hours, Money, Ratio};

/// The alarms of each period against the one before.
pub(super) fn alarms(periods: &[ParityPeriod], at: &Pointer) -> Result<Vec<ParityAlarm>, PaymentError> {
    let mut last: Option<&ParityPeriod> = None;
    for (number, period) in periods.iter().enumerate() {
        let at = at.index(number);
        for (amount, field) in [(period.total_pay, "total_pay"), (period.users_pay, "users_pay")] {
            not_negative(amount, &at.key(field))?;
        }
        let reversed = |first: String, second: String, field| PaymentError::DatesReversed { path: at.key(field), first, second };
        if period.until < period.from {
            return Err(reversed(period.from.to_string(), period.until.to_string(), "until"));
        }
        if let Some(last) = last.filter(|last| period.from <= last.until) {
            return Err(reversed(last.until.to_string(), period.from.to_string(), "from"));
        }
        if period.users_pay > period.total_pay {
            let detail = format!("users' pay of {} is more than the pay of everybody, {}", period.users_pay, period.total_pay);
            return Err(PaymentError::OutOfRange { path: at.key("users_pay"), detail, bounds: "a part of the total" });
        }
        last = Some(period);
    }
    let pairs = periods.iter().zip(periods.iter().skip(1)).enumerate();
    pairs.filter_map(|(number, (before, after))| alarm(before, after, number, at).transpose()).collect()
}

fn alarm(before: &ParityPeriod, after: &ParityPeriod, number: usize, at: &Pointer) -> Result<Option<ParityAlarm>, PaymentError> {
    if after.total_pay >= before.total_pay || after.users_hours <= before.users_hours {
        return Ok(None);
    }
    let a_twentieth = Ratio::new(19, 20)?;
    let fell_much = after.total_pay <= before.total_pay.times(a_twentieth)?;
    let staff_pay = after.total_pay.minus(after.users_pay)?;
    let lower = match (hourly(after.users_pay, after.users_hours)?, hourly(staff_pay, after.staff_hours)?) {
        (Some(users), Some(staff)) => users < staff,
        _ => false,
    };
    let code = if fell_much && after.staff_hours < before.staff_hours && lower {
        ParityAlarmCode::CostSavingPattern
    } else {
        ParityAlarmCode::BudgetFallsAsHoursRise
    };
    let text = format!(
        "from {} to {} total pay went from {} to {}, paid hours of staff from {} to {}, and hours of people with lived experience from {} to {}",
        days(before.from, before.until),
        days(after.from, after.until),
        before.total_pay,
        after.total_pay,
        before.staff_hours,
        after.staff_hours,
        before.users_hours,
        after.users_hours
    );
    Ok(Some(ParityAlarm { code, text, at: vec![at.index(number).to_string(), at.index(number + 1).to_string()] }))
}

fn hourly(pay: Money, hours: Hours) -> Result<Option<Ratio>, PaymentError> {
    Ok(if hours > Hours::ZERO { Some(pay.per_hour(hours)?) } else { None })
}
