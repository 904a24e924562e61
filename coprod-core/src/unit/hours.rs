//! Time spent: whole seconds, written as hours.

use std::fmt;

use super::Ratio;
use super::read::{ReadText, text_form};
use crate::error::{Pointer, UnitError};

/// Hours of work, from 0 to a million, exact to the second. Text forms read: `"7.5"`, `"1/3"`, or a JSON whole number; hundredths of an
/// hour are whole seconds. Written as a decimal where that is exact, else as a fraction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours(i64);

const SECONDS: i64 = 3600;
const MOST: i64 = 1_000_000;

impl Hours {
    /// No time.
    pub const ZERO: Self = Self(0);

    /// So many seconds.
    ///
    /// # Errors
    /// `out_of_range` below 0 and above a million hours.
    pub fn from_seconds(seconds: i64) -> Result<Self, UnitError> {
        if (0..=MOST * SECONDS).contains(&seconds) { Ok(Self(seconds)) } else { Err(out_of_range(format!("{seconds} seconds"))) }
    }

    /// So many seconds; nothing above a million hours.
    #[must_use]
    pub fn of_seconds(seconds: u64) -> Option<Self> {
        i64::try_from(seconds).ok().and_then(|seconds| Self::from_seconds(seconds).ok())
    }

    /// The time in whole seconds.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// The time in hours.
    #[must_use]
    pub fn ratio(self) -> Ratio {
        // The denominator is a constant above zero.
        Ratio::new(self.0, SECONDS).unwrap_or(Ratio::ZERO)
    }

    /// The time in words: `1 hour`, `2.5 hours`.
    #[must_use]
    pub fn in_words(self) -> String {
        if self.0 == SECONDS { "1 hour".to_owned() } else { format!("{self} hours") }
    }

    /// The sum.
    ///
    /// # Errors
    /// `out_of_range` above a million hours.
    pub fn plus(self, other: Self) -> Result<Self, UnitError> {
        Self::from_seconds(self.0 + other.0)
    }

    /// The sum of many times.
    ///
    /// # Errors
    /// `out_of_range` above a million hours.
    pub fn sum(times: impl IntoIterator<Item = Self>) -> Result<Self, UnitError> {
        times.into_iter().try_fold(Self::ZERO, Self::plus)
    }
}

fn out_of_range(found: String) -> UnitError {
    UnitError::OutOfRange { path: Pointer::root(), found, bounds: "between 0 and 1000000 hours, exact to the second".to_owned() }
}

impl TryFrom<Ratio> for Hours {
    type Error = UnitError;

    fn try_from(hours: Ratio) -> Result<Self, UnitError> {
        let wrong = || out_of_range(hours.to_string());
        let seconds = hours.times(Ratio::from(3600)).map_err(|_| wrong())?;
        seconds.whole().ok_or_else(wrong).and_then(|seconds| Self::from_seconds(seconds).map_err(|_| wrong()))
    }
}

impl ReadText for Hours {
    const EXPECTED: &'static str = "hours: text such as \"7.5\", or a whole number";

    fn from_text(text: &str) -> Result<Self, UnitError> {
        Ratio::from_text(text).and_then(Self::try_from)
    }

    fn from_whole(whole: i64) -> Option<Result<Self, UnitError>> {
        Some(Ratio::new(whole, 1).and_then(Self::try_from))
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ten_thousandths = i128::from(self.0) * 10_000;
        if ten_thousandths % i128::from(SECONDS) != 0 {
            return self.ratio().fmt(f);
        }
        let value = ten_thousandths / i128::from(SECONDS);
        let (whole, part) = (value / 10_000, value % 10_000);
        if part == 0 {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{}", format!("{part:04}").trim_end_matches('0'))
    }
}

text_form!(
    Hours,
    "Hours",
    "hours",
    "Hours, exact to the second: text such as \"7.5\" or \"1/3\", or a whole number. Between 0 and 1000000.",
    ["string", "integer"]
);
