//! Times of day without a date or a zone.

use std::fmt;

use super::read::{ReadText, text_form};
use crate::error::{Pointer, UnitError};

/// A time of day from 00:00 to 23:59, by whatever clock the text around it names. Text form `"09:30"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

impl ClockTime {
    /// The time with this hour (0 to 23) and minute (0 to 59).
    ///
    /// # Errors
    /// `invalid_time` for anything else.
    pub fn new(hour: u8, minute: u8) -> Result<Self, UnitError> {
        if hour < 24 && minute < 60 {
            Ok(Self(u16::from(hour) * 60 + u16::from(minute)))
        } else {
            Err(UnitError::InvalidTime { path: Pointer::root(), found: format!("{hour:02}:{minute:02}") })
        }
    }

    /// Seconds since midnight by the clock.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0 as u32 * 60
    }
}

impl ReadText for ClockTime {
    const EXPECTED: &'static str = "a time of day as text, such as \"09:30\"";

    fn from_text(text: &str) -> Result<Self, UnitError> {
        let wrong = || UnitError::InvalidTime { path: Pointer::root(), found: text.chars().take(40).collect() };
        let part = |part: &str| -> Option<u8> {
            let shaped = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| shaped)
        };
        let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
        match (part(hour), part(minute)) {
            (Some(hour), Some(minute)) => Self::new(hour, minute).map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }

    fn refuse_number(found: String) -> UnitError {
        UnitError::InvalidTime { path: Pointer::root(), found }
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

text_form!(
    ClockTime,
    "ClockTime",
    "time",
    "A time of day by a 24-hour clock, as text: \"09:30\". From 00:00 to 23:59.",
    "string"
);
