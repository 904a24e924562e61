//! How many: a whole number of any size.

use std::fmt;

use num_bigint::BigUint;
use num_traits::ToPrimitive;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::read::{ReadText, SAFE_INTEGER, exact};
use crate::error::{Pointer, UnitError};

/// A count of any size. Written as a JSON number up to 2^53, as text beyond, so that every JSON reader keeps it exact. Read from either,
/// up to 4000 digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Count(BigUint);

impl Count {
    /// The number counted.
    #[must_use]
    pub const fn number(&self) -> &BigUint {
        &self.0
    }
}

impl<N: Into<BigUint>> From<N> for Count {
    fn from(number: N) -> Self {
        Self(number.into())
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.to_u64().filter(|small| *small <= SAFE_INTEGER.unsigned_abs()) {
            Some(small) => to.serialize_u64(small),
            None => to.collect_str(&self.0),
        }
    }
}

/// More digits than a count of anything here has, and few enough to be read at once.
const MOST_DIGITS: usize = 4000;

fn not_a_count(found: impl fmt::Display) -> UnitError {
    UnitError::OutOfRange {
        path: Pointer::root(),
        found: found.to_string(),
        bounds: format!("that is a whole number, not below zero and of at most {MOST_DIGITS} digits"),
    }
}

impl ReadText for Count {
    const EXPECTED: &'static str = "a whole number that is not below zero";

    fn from_text(text: &str) -> Result<Self, UnitError> {
        let found = || format!("\"{}\"", text.chars().take(40).collect::<String>());
        let digits = Some(text).filter(|text| text.len() <= MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()));
        digits.and_then(|digits| digits.parse().ok()).map(Self).ok_or_else(|| not_a_count(found()))
    }

    fn from_whole(whole: i64) -> Option<Result<Self, UnitError>> {
        Some(u64::try_from(whole).map(Self::from).map_err(|_| not_a_count(whole)))
    }

    fn refuse_number(found: String) -> UnitError {
        not_a_count(found)
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        exact(from)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Count {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Count".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["integer", "string"],
            "format": "count",
            "description": "A whole number: a JSON number up to 2^53, text beyond."
        })
    }
}
