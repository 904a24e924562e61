//! The one form in which an error leaves the library.

use std::fmt;

use serde::Serialize;

use super::{ErrorCode, Pointer, visible};

/// What was wrong, where, and what to do about it. The same in every language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ErrorReport {
    /// The stable name of this kind of error.
    pub code: ErrorCode,
    /// What was wrong, in lower case and without a full stop.
    pub message: String,
    /// A JSON pointer into the request; empty for the request as a whole.
    pub path: String,
    /// What to do about it.
    pub help: String,
}

impl ErrorReport {
    /// A report from its four parts. Hidden letters, which a request's own text can bring into a message, are written out.
    pub fn new(code: ErrorCode, path: &Pointer, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, message: visible(&message.into()), path: path.as_str().to_owned(), help: visible(&help.into()) }
    }

    /// The library contradicted itself: `what` failed to hold.
    pub fn internal(what: impl fmt::Display) -> Self {
        Self::new(
            ErrorCode::Internal,
            &Pointer::root(),
            format!("an internal check failed: {what}"),
            "this is a fault in coprod, not in the request: please report it with the request",
        )
    }
}

impl fmt::Display for ErrorReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "the request".to_owned() } else { visible(&self.path) };
        write!(f, "{} [{} at {place}]; {}", self.message, self.code, self.help)
    }
}

impl std::error::Error for ErrorReport {}
