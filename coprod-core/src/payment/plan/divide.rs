//! The fee divided by the days of the work.

use super::{MOST_PAY_AFTER_DAYS, MOST_PLAN_DAYS, PlanOffer, PlanWork};
use crate::error::{PaymentError, Pointer};
use crate::payment::MOST_MONEY;
use crate::payment::card::not_negative;
use crate::unit::{Date, Hours, Money};

/// A day of work and its part of the fee.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) fee: Money,
    pub(super) hours: Option<Hours>,
}

/// The days in order, each once; their fees make up the whole fee.
pub(super) fn days(offer: &PlanOffer) -> Result<Vec<Day>, PaymentError> {
    let at = Pointer::root().key("offer");
    not_negative(offer.fee, &at.key("fee"))?;
    if offer.fee > MOST_MONEY {
        return Err(PaymentError::OutOfRange {
            path: at.key("fee"),
            detail: format!("{} is more than this works for", offer.fee),
            bounds: "an amount up to 10000000.00",
        });
    }
    let (count, limit, path) = (offer.work.len(), MOST_PLAN_DAYS, at.key("work"));
    if count == 0 {
        return Err(PaymentError::NoPayments { path });
    }
    if count > limit {
        return Err(PaymentError::TooMany { path, what: "days of work", count, limit });
    }
    if let Some(days) = offer.pay_after_days.filter(|days| *days > MOST_PAY_AFTER_DAYS) {
        return Err(PaymentError::OutOfRange {
            path: at.key("pay_after_days"),
            detail: format!("{days} days are longer than a payment may wait"),
            bounds: "at most 366 days",
        });
    }
    for (number, work) in offer.work.iter().enumerate() {
        let at = path.index(number).key("fee");
        not_negative(work.fee.unwrap_or_default(), &at)?;
        if work.fee.is_some_and(|fee| fee > MOST_MONEY) {
            let detail = "the fee of that day is more than this works for".to_owned();
            return Err(PaymentError::OutOfRange { path: at, detail, bounds: "an amount up to 10000000.00" });
        }
    }
    let mut days = divided(offer, &path)?;
    days.sort_by_key(|day| day.date);
    merged(days)
}

fn divided(offer: &PlanOffer, at: &Pointer) -> Result<Vec<Day>, PaymentError> {
    let stated = Money::sum(offer.work.iter().filter_map(|work| work.fee))?;
    let open: Vec<&PlanWork> = offer.work.iter().filter(|work| work.fee.is_none()).collect();
    if stated > offer.fee || (open.is_empty() && stated < offer.fee) {
        return Err(PaymentError::ContradictoryFacts {
            path: at.clone(),
            first: format!("the whole fee is {}", offer.fee),
            second: format!("the fees of the days come to {stated}"),
        });
    }
    let rest = offer.fee.minus(stated)?;
    // By hours where they are known, else the same for each.
    let seconds: Option<Vec<u64>> =
        open.iter().map(|work| work.hours.and_then(|hours| u64::try_from(hours.seconds()).ok())).collect();
    let weights = seconds.filter(|all| all.iter().any(|seconds| *seconds > 0)).unwrap_or_else(|| vec![1; open.len()]);
    let mut parts = if open.is_empty() { Vec::new() } else { rest.split(&weights)? }.into_iter();
    let day =
        |work: &PlanWork| Day { date: work.date, fee: work.fee.or_else(|| parts.next()).unwrap_or_default(), hours: work.hours };
    Ok(offer.work.iter().map(day).collect())
}

/// Work that is told in two entries of one day is one day's work.
fn merged(days: Vec<Day>) -> Result<Vec<Day>, PaymentError> {
    let mut all: Vec<Day> = Vec::with_capacity(days.len());
    for day in days {
        match all.last_mut().filter(|last| last.date == day.date) {
            Some(last) => {
                last.fee = last.fee.plus(day.fee)?;
                last.hours = last.hours.zip(day.hours).map(|(one, other)| one.plus(other)).transpose()?;
            }
            None => all.push(day),
        }
    }
    Ok(all)
}
