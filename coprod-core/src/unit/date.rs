//! Calendar dates without a time or a zone.

use std::fmt;

use datealgo::{date_to_rd, days_in_month, rd_to_date, rd_to_weekday};

use super::read::{ReadText, text_form};
use crate::error::{Pointer, UnitError};

/// A calendar date from 1900 to 2199. Text form `"2026-06-15"`.
// Kept as days from 1 January 1970, so that what is asked for millions of times, the days between dates and their order, costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

const FIRST: i32 = date_to_rd((1900, 1, 1));
const LAST: i32 = date_to_rd((2199, 12, 31));

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

impl Date {
    /// The date with this year, month (1 to 12) and day.
    ///
    /// # Errors
    /// `invalid_date` if the calendar has no such day or it is outside 1900 to 2199.
    #[inline]
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, UnitError> {
        let known = matches!((year, month), (1900..=2199, 1..=12)) && day >= 1 && day <= days_in_month(year, month);
        if known { Ok(Self(date_to_rd((year, month, day)))) } else { Err(no_such_day(year, month, day)) }
    }

    /// The year, the month (1 to 12) and the day of the month.
    #[must_use]
    #[inline]
    pub const fn calendar(self) -> (i32, u8, u8) {
        rd_to_date(self.0)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.calendar().0
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.calendar().1
    }

    /// The day of the month.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.calendar().2
    }

    /// Days from `earlier` to this date; below zero if `earlier` is later.
    #[must_use]
    #[inline]
    pub const fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) as i64
    }

    /// The day before; nothing before the first of 1900.
    #[must_use]
    pub const fn before(self) -> Option<Self> {
        if self.0 > FIRST { Some(Self(self.0 - 1)) } else { None }
    }

    /// The date so many days later, or earlier for a number below zero.
    ///
    /// # Errors
    /// `invalid_date` outside 1900 to 2199.
    #[inline]
    pub fn plus_days(self, days: i32) -> Result<Self, UnitError> {
        Self::of_epoch(self.0.saturating_add(days)).ok_or_else(|| too_far(self, days))
    }

    /// The date so many days after 1 January 1970, as columns of dates count.
    ///
    /// # Errors
    /// `invalid_date` outside 1900 to 2199.
    #[inline]
    pub fn from_epoch_days(days: i32) -> Result<Self, UnitError> {
        Self::of_epoch(days).ok_or_else(|| beyond(days))
    }

    const fn of_epoch(days: i32) -> Option<Self> {
        if days >= FIRST && days <= LAST { Some(Self(days)) } else { None }
    }

    /// The last day of the month that this date is in.
    #[must_use]
    pub const fn month_length(self) -> u8 {
        let (year, month, _) = self.calendar();
        days_in_month(year, month)
    }

    /// Days from 1 January 1970 to this date, as columns of dates count.
    #[must_use]
    #[inline]
    pub const fn epoch_days(self) -> i32 {
        self.0
    }

    /// How many days the last Monday is ago: 0 on a Monday, 6 on a Sunday.
    #[must_use]
    #[inline]
    pub const fn days_from_monday(self) -> u8 {
        rd_to_weekday(self.0) - 1
    }

    /// The date as the words of a report: `15 June 2026`.
    #[must_use]
    pub fn in_words(self) -> String {
        let (year, month, day) = self.calendar();
        let month = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
        format!("{day} {month} {year}")
    }
}

#[cold]
fn no_such_day(year: i32, month: u8, day: u8) -> UnitError {
    UnitError::InvalidDate { path: Pointer::root(), found: format!("{year}-{month:02}-{day:02}") }
}

#[cold]
fn too_far(from: Date, days: i32) -> UnitError {
    UnitError::InvalidDate { path: Pointer::root(), found: format!("{from} and {days} days") }
}

#[cold]
fn beyond(days: i32) -> UnitError {
    UnitError::InvalidDate { path: Pointer::root(), found: format!("day {days} from 1970") }
}

impl ReadText for Date {
    const EXPECTED: &'static str = "a date as text, such as \"2026-06-15\"";

    fn from_text(text: &str) -> Result<Self, UnitError> {
        let wrong = || UnitError::InvalidDate { path: Pointer::root(), found: text.chars().take(40).collect() };
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return Err(wrong()) };
        let shaped = [(year, 4), (month, 2), (day, 2)]
            .iter()
            .all(|(part, length)| part.len() == *length && part.bytes().all(|byte| byte.is_ascii_digit()));
        if !shaped {
            return Err(wrong());
        }
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else { return Err(wrong()) };
        Self::new(year, month, day).map_err(|_| wrong())
    }

    fn refuse_number(found: String) -> UnitError {
        UnitError::InvalidDate { path: Pointer::root(), found }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.calendar();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

// The schema's name is not `Date`, which would shadow the JavaScript global.
text_form!(Date, "Day", "date", "A calendar date from 1900 to 2199, as text: \"2026-06-15\".", "string");
