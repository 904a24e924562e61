//! Carries a code and help through serde, whose errors are only text.

use std::fmt;

use super::{ErrorCode, visible};

const MARK: char = '\u{1}';

/// What is wrong with one value, found while it is read. Its text form survives serde and is taken apart again by
/// [`InputIssue::find`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InputIssue {
    pub(crate) code: ErrorCode,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl InputIssue {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>, help: impl Into<String>) -> Self {
        // A request's own text must not be able to forge the marks, which are hidden letters.
        Self { code, message: visible(&message.into()), help: visible(&help.into()) }
    }

    /// The issue inside a serde error's text, if one is there.
    pub(crate) fn find(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(MARK).collect();
        let [_, code, message, help, _, ..] = parts.as_slice() else { return None };
        let code = ErrorCode::from_text(code)?;
        Some(Self { code, message: (*message).to_owned(), help: (*help).to_owned() })
    }
}

impl fmt::Display for InputIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MARK}{}{MARK}{}{MARK}{}{MARK}", self.code, self.message, self.help)
    }
}
