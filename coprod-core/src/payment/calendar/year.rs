//! Tax years and the payroll's weeks and months, which start on 6 April.

use crate::error::UnitError;
use crate::unit::Date;

/// A tax year, by the calendar year in which it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::payment) struct TaxYear(i32);

impl TaxYear {
    /// The one that `on` is in.
    pub(in crate::payment) fn of(on: Date) -> Self {
        let (year, month, day) = on.calendar();
        let started = (month, day) >= (4, 6);
        Self(if started { year } else { year - 1 })
    }

    /// Its first day, 6 April.
    pub(in crate::payment) fn first_day(self) -> Result<Date, UnitError> {
        Date::new(self.0, 4, 6)
    }

    /// Its last day, 5 April.
    pub(in crate::payment) fn last_day(self) -> Result<Date, UnitError> {
        Date::new(self.0 + 1, 4, 5)
    }
}

/// The payroll month of `on`, from 1 (6 April to 5 May) to 12.
pub(in crate::payment) fn pay_month(on: Date) -> i64 {
    let (_, month, day) = on.calendar();
    let month = i64::from(month) + if day >= 6 { 1 } else { 0 };
    // April's 6th starts month 1: the number is 5 then.
    (month - 5).rem_euclid(12) + 1
}

/// The payroll week of `on`, from 1 to 53.
pub(in crate::payment) fn pay_week(on: Date) -> Result<i64, UnitError> {
    Ok(on.days_since(TaxYear::of(on).first_day()?) / 7 + 1)
}
