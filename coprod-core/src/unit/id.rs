//! The short names by which things refer to one another.

use std::borrow::Borrow;
use std::fmt;

use super::read::{ReadText, text_form};
use crate::error::{Pointer, UnitError, is_hidden, visible};

/// A short name: 1 to 64 characters without white space, control characters and others that cannot be seen, which could make two names
/// look the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ReadText for Id {
    const EXPECTED: &'static str = "an id as text";

    fn from_text(text: &str) -> Result<Self, UnitError> {
        let bad = |letter: char| letter.is_whitespace() || is_hidden(letter);
        if text.is_empty() || text.chars().count() > 64 || text.chars().any(bad) {
            return Err(UnitError::InvalidId {
                path: Pointer::root(),
                found: visible(&text.chars().take(64).collect::<String>()),
            });
        }
        Ok(Self(text.into()))
    }

    fn refuse_number(found: String) -> UnitError {
        UnitError::InvalidId { path: Pointer::root(), found }
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

text_form!(Id, "Id", "id", "A short name: 1 to 64 characters without white space or control characters.", "string");
