//! What can be wrong with one value or one sum.

use super::area_error;
use crate::error::{ErrorCode, ErrorReport, InputIssue, Pointer};

area_error! {
    /// What can be wrong with one value or one sum.
    UnitError {
        /// Fractional JSON number.
        FloatNotExact { found: String } "{found} is a fractional number, which a computer cannot hold exactly" "write it as text, such as \"7.5\" or \"2/3\"";
        /// Not a number.
        InvalidNumber { found: String } "\"{found}\" is not a number" "write a whole number, a decimal such as \"7.5\" or a fraction such as \"2/3\"";
        /// Outside its bounds.
        OutOfRange { found: String, bounds: String } "{found} is out of range" "give a value {bounds}";
        /// Not money.
        InvalidMoney { found: String } "{found} is not an amount of money" "write pounds and pence as text, such as \"150.00\"";
        /// Not a date.
        InvalidDate { found: String } "\"{found}\" is not a calendar date" "write year, month and day, such as \"2026-06-15\", between 1900 and 2199";
        /// Not a time of day.
        InvalidTime { found: String } "\"{found}\" is not a time of day" "write hours and minutes of a 24-hour clock, such as \"09:30\"";
        /// Not an id.
        InvalidId { found: String } "\"{found}\" cannot be an id" "use 1 to 64 characters that can be seen, without spaces";
        /// Division by zero.
        DivisionByZero {} "a division by zero has no answer" "check the amounts that are zero";
    }
}

impl From<UnitError> for InputIssue {
    fn from(error: UnitError) -> Self {
        Self::new(error.code(), error.to_string(), error.help())
    }
}
