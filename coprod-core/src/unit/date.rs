//! Calendar dates without a time or a zone.

use std::fmt;

use time::{Date as Inner, Month};

use super::read::{ReadText, text_form};
use crate::error::{Pointer, UnitError};

/// A calendar date from 1900 to 2199. Text form `"2026-06-15"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(Inner);

/// The Julian day of 1 January 1970.
const EPOCH: i32 = 2_440_588;

impl Date {
    /// The date with this year, month (1 to 12) and day.
    ///
    /// # Errors
    /// `invalid_date` if the calendar has no such day or it is outside 1900 to 2199.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, UnitError> {
        let known = |month| Inner::from_calendar_date(year, month, day).ok().filter(|_| (1900..2200).contains(&year));
        Month::try_from(month)
            .ok()
            .and_then(known)
            .map(Self)
            .ok_or_else(|| UnitError::InvalidDate { path: Pointer::root(), found: format!("{year}-{month:02}-{day:02}") })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// The day of the month.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.0.day()
    }

    /// Days from `earlier` to this date; below zero if `earlier` is later.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i64 {
        (self.0.to_julian_day() - earlier.0.to_julian_day()) as i64
    }

    /// The day before; nothing before the first of 1900.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        self.0.previous_day().filter(|day| day.year() >= 1900).map(Self)
    }

    /// The date so many days later, or earlier for a number below zero.
    ///
    /// # Errors
    /// `invalid_date` outside 1900 to 2199.
    pub fn plus_days(self, days: i32) -> Result<Self, UnitError> {
        let wrong = || UnitError::InvalidDate { path: Pointer::root(), found: format!("{self} and {days} days") };
        // Most steps stay within the year.
        let of_year =
            i32::from(self.0.ordinal()).checked_add(days).and_then(|day| u16::try_from(day).ok()).filter(|day| *day <= 365);
        if let Some(day) = of_year.and_then(|day| Inner::from_ordinal_date(self.year(), day).ok()) {
            return Ok(Self(day));
        }
        let day = self.0.to_julian_day().checked_add(days).and_then(|day| Inner::from_julian_day(day).ok());
        day.filter(|day| (1900..2200).contains(&day.year())).map(Self).ok_or_else(wrong)
    }

    /// The date so many days after 1 January 1970, as columns of dates count.
    ///
    /// # Errors
    /// `invalid_date` outside 1900 to 2199.
    pub fn from_epoch_days(days: i32) -> Result<Self, UnitError> {
        let day = days.checked_add(EPOCH).and_then(|day| Inner::from_julian_day(day).ok());
        let wrong = || UnitError::InvalidDate { path: Pointer::root(), found: format!("day {days} from 1970") };
        day.filter(|day| (1900..2200).contains(&day.year())).map(Self).ok_or_else(wrong)
    }

    /// The last day of the month that this date is in.
    #[must_use]
    pub const fn month_length(self) -> u8 {
        self.0.month().length(self.0.year())
    }

    /// Days from 1 January 1970 to this date, as columns of dates count.
    #[must_use]
    pub const fn epoch_days(self) -> i32 {
        self.0.to_julian_day() - EPOCH
    }

    /// How many days the last Monday is ago: 0 on a Monday, 6 on a Sunday.
    #[must_use]
    pub const fn days_from_monday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    /// The date as the words of a report: `15 June 2026`.
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{} {} {}", self.day(), self.0.month(), self.year())
    }
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
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

// The schema's name is not `Date`, which would shadow the JavaScript global.
text_form!(Date, "Day", "date", "A calendar date from 1900 to 2199, as text: \"2026-06-15\".", "string");
