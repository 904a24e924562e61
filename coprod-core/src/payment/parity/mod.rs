//! Parity: whether users and staff are paid alike for like work, by the hour, with preparation and unpaid hours counted.

mod answer;
mod compare;
mod periods;
mod rate;
mod request;

pub use answer::{ParityAlarm, ParityAlarmCode, ParityAnswer, ParityFinding, ParityFloor, ParityGroup, ParityRange, ParityRate};
pub use request::{ParityPeriod, ParityRequest, ParitySide, ParityWork};

use crate::error::{PaymentError, Pointer};

/// A comparison may be of this many pieces of work.
pub const MOST_PARITY_WORK: usize = 1000;

/// A comparison may be of this many periods.
pub const MOST_PARITY_PERIODS: usize = 100;

/// Compares what users and staff are paid.
///
/// # Errors
/// As for a quote of each engagement; `too_many`, `two_rates`, `negative_amount`, `out_of_range` and `dates_reversed` for what is wrong
/// with the rest.
pub fn parity(request: &ParityRequest) -> Result<ParityAnswer, PaymentError> {
    let root = Pointer::root();
    let (work_at, periods_at) = (root.key("engagements"), root.key("periods"));
    most(request.engagements.len(), MOST_PARITY_WORK, "engagements", &work_at)?;
    most(request.periods.len(), MOST_PARITY_PERIODS, "periods", &periods_at)?;
    let mut alarms = periods::alarms(&request.periods, &periods_at)?;
    let (mut work, mut below_floor, mut questions) = (Vec::new(), Vec::new(), Vec::new());
    for (number, piece) in request.engagements.iter().enumerate() {
        let at = work_at.index(number);
        let found = rate::rate(piece, &at, request, &root.key("cards")).map_err(|error| error.at_least_at(&at))?;
        below_floor.extend(found.below_floor);
        questions.extend(found.questions);
        work.push(found.rate);
    }
    let like = compare::groups(&work, &mut alarms)?;
    Ok(ParityAnswer { work, like, below_floor, alarms, questions })
}

fn most(count: usize, limit: usize, what: &'static str, at: &Pointer) -> Result<(), PaymentError> {
    if count > limit {
        return Err(PaymentError::TooMany { path: at.clone(), what, count, limit });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
