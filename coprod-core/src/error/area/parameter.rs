//! What can be wrong when a figure is looked up.

use super::area_error;
use crate::error::{ErrorCode, ErrorReport, Pointer};

area_error! {
    /// Why a legal or policy figure cannot be given for a date.
    ParameterError {
        /// Too early.
        BeforeFirstKnown { id: &'static str, date: String, first: String } "{id} is not known on {date}: its first known value is from {first}" "give a date from {first} on";
        /// Too late.
        BeyondKnownPeriod { id: &'static str, date: String, last: String } "{id} is not known on {date}: it is known until {last}" "give a date until {last}, or say \"assume_latest\": true to take the latest value as holding on";
        /// No value for that time.
        ParameterUnknown { id: &'static str, date: String } "no value of {id} could be found for {date}" "give a date for which it is known";
    }
}
