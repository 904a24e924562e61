//! Assessment periods of Universal Credit.

use crate::error::UnitError;
use crate::unit::Date;

/// One assessment period: its first and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::payment) struct AssessmentPeriod {
    pub(in crate::payment) first: Date,
    pub(in crate::payment) last: Date,
    first_day: u8,
}

impl AssessmentPeriod {
    /// The one that `on` is in, where periods start on day `first_day` of the month.
    pub(in crate::payment) fn of(on: Date, first_day: u8) -> Result<Self, UnitError> {
        let this = start(on.year(), on.month(), first_day)?;
        let (first, next) = if this <= on { (this, next(this, first_day)?) } else { (previous(this, first_day)?, this) };
        Self::between(first, next, first_day)
    }

    /// The one before.
    pub(in crate::payment) fn before(self) -> Result<Self, UnitError> {
        Self::from(previous(self.first, self.first_day)?, self.first_day)
    }

    /// The one after.
    pub(in crate::payment) fn after(self) -> Result<Self, UnitError> {
        Self::from(next(self.first, self.first_day)?, self.first_day)
    }

    /// So many periods later, or earlier for a number below zero.
    pub(in crate::payment) fn shifted(self, by: i8) -> Result<Self, UnitError> {
        (0..by.unsigned_abs()).try_fold(self, |period, _| if by < 0 { period.before() } else { period.after() })
    }

    fn from(first: Date, first_day: u8) -> Result<Self, UnitError> {
        Self::between(first, next(first, first_day)?, first_day)
    }

    /// From `first` until the day before `next`.
    fn between(first: Date, next: Date, first_day: u8) -> Result<Self, UnitError> {
        let last = next.before().map_or_else(|| next.plus_days(-1), Ok)?;
        Ok(Self { first, last, first_day })
    }
}

/// The other period that a day near a boundary might belong to, as a shift of -1 or 1: within three days of a boundary a report or a
/// payment can slip over it.
pub(in crate::payment) fn nearest_boundary(on: Date, first_day: u8) -> Result<i8, UnitError> {
    let period = AssessmentPeriod::of(on, first_day)?;
    Ok(if on.days_since(period.first) < 3 {
        -1
    } else if period.last.days_since(on) < 3 {
        1
    } else {
        0
    })
}

/// Where a period starts in a month, by regulation 21(2): from the 29th or 30th on the 27th of February, on the 28th in a leap year;
/// from the 31st on the last day of a shorter month.
fn start(year: i32, month: u8, first_day: u8) -> Result<Date, UnitError> {
    let start = Date::new(year, month, first_day.min(28))?;
    if first_day <= 28 {
        return Ok(start);
    }
    let last = start.month_length();
    Date::new(year, month, if month == 2 && first_day < 31 { last - 1 } else { first_day.min(last) })
}

fn previous(first: Date, first_day: u8) -> Result<Date, UnitError> {
    let (year, month) = if first.month() == 1 { (first.year() - 1, 12) } else { (first.year(), first.month() - 1) };
    start(year, month, first_day)
}

fn next(first: Date, first_day: u8) -> Result<Date, UnitError> {
    let (year, month) = if first.month() == 12 { (first.year() + 1, 1) } else { (first.year(), first.month() + 1) };
    start(year, month, first_day)
}
