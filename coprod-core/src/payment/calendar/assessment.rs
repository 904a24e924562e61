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
    #[inline]
    pub(in crate::payment) fn of(on: Date, first_day: u8) -> Result<Self, UnitError> {
        let month = Month::of(on);
        let this = month.start(first_day)?;
        if this <= on {
            Self::between(this, month.next().start(first_day)?, first_day)
        } else {
            Self::between(month.previous().start(first_day)?, this, first_day)
        }
    }

    /// The one before.
    pub(in crate::payment) fn before(self) -> Result<Self, UnitError> {
        let month = Month::of(self.first);
        Self::between(month.previous().start(self.first_day)?, self.first, self.first_day)
    }

    /// The one after.
    pub(in crate::payment) fn after(self) -> Result<Self, UnitError> {
        let next = Month::of(self.first).next();
        Self::between(next.start(self.first_day)?, next.next().start(self.first_day)?, self.first_day)
    }

    /// So many periods later, or earlier for a number below zero.
    pub(in crate::payment) fn shifted(self, by: i8) -> Result<Self, UnitError> {
        (0..by.unsigned_abs()).try_fold(self, |period, _| if by < 0 { period.before() } else { period.after() })
    }

    /// From `first` until the day before `next`.
    fn between(first: Date, next: Date, first_day: u8) -> Result<Self, UnitError> {
        Ok(Self { first, last: next.plus_days(-1)?, first_day })
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

/// A month of a year. A period starts in each.
#[derive(Clone, Copy)]
struct Month {
    year: i32,
    month: u8,
}

impl Month {
    const fn of(on: Date) -> Self {
        let (year, month, _) = on.calendar();
        Self { year, month }
    }

    /// Where a period starts in it, by regulation 21(2): from the 29th or 30th on the 27th of February, on the 28th in a leap year; from
    /// the 31st on the last day of a shorter month.
    fn start(self, first_day: u8) -> Result<Date, UnitError> {
        let Self { year, month } = self;
        if first_day <= 28 {
            return Date::new(year, month, first_day);
        }
        let last = Date::new(year, month, 28)?.month_length();
        Date::new(year, month, if month == 2 && first_day < 31 { last - 1 } else { first_day.min(last) })
    }

    const fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { month: self.month + 1, ..self } }
    }

    const fn previous(self) -> Self {
        if self.month == 1 { Self { year: self.year - 1, month: 12 } } else { Self { month: self.month - 1, ..self } }
    }
}
