//! How much time is paid: rounding up, least and most hours, and time that is not paid.

use super::{CardHourly, CardTime, PartHours};
use crate::error::PaymentError;
use crate::unit::{Hours, Money};

/// Hours as they are paid by the hour: rounded up, and no fewer than the least.
pub(super) fn hourly(pay: &CardHourly, hours: Hours) -> Result<Hours, PaymentError> {
    let rounded = rounded_up(hours, pay.part_hours)?;
    Ok(pay.minimum_hours.map_or(rounded, |least| rounded.max(least)))
}

/// How `what` is worded and paid.
pub(super) fn beside(what: &str, pay: &CardTime, hours: Hours) -> Result<(String, Money), PaymentError> {
    let free = pay.after.unwrap_or_default();
    let beyond = Hours::from_seconds((hours.seconds() - free.seconds()).max(0))?;
    let rounded = rounded_up(beyond, pay.part_hours)?;
    let paid = pay.most_hours.map_or(rounded, |most| rounded.min(most));
    let as_paid = if paid == hours { String::new() } else { format!(", paid as {},", paid.in_words()) };
    Ok((format!("{what}: {}{as_paid} at {} an hour", hours.in_words(), pay.rate), pay.rate.times(paid.ratio())?))
}

fn rounded_up(hours: Hours, part: Option<PartHours>) -> Result<Hours, PaymentError> {
    let step = match part.unwrap_or(PartHours::Exact) {
        PartHours::Exact => return Ok(hours),
        PartHours::QuarterHour => 900,
        PartHours::HalfHour => 1800,
        PartHours::FullHour => 3600,
    };
    // At most a million hours of seconds: far inside 64 bits.
    Ok(Hours::from_seconds((hours.seconds() + step - 1) / step * step)?)
}
