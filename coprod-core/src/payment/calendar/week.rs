//! Weeks that start on a Monday.

use crate::error::UnitError;
use crate::unit::Date;

/// The Monday on or before `on` and the Sunday after it.
pub(in crate::payment) fn benefit_week(on: Date) -> Result<(Date, Date), UnitError> {
    let monday = on.plus_days(-i32::from(on.days_from_monday()))?;
    Ok((monday, monday.plus_days(6)?))
}
