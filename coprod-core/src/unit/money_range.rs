//! An amount of money, or the two between which it lies.

use std::fmt;

use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Money;
use super::handed::{Handed, HandedObject};
use crate::error::{InputIssue, Pointer, UnitError};

/// Two amounts of money, between which another lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MoneyRange {
    /// The least it can be.
    pub low: Money,
    /// The most it can be.
    pub high: Money,
}

/// An amount of money that is known exactly, or only to lie between two. In JSON `"67.50"`, or `{"low": "50.00", "high": "67.50"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MoneyOrRange(MoneyRange);

impl MoneyOrRange {
    /// From one amount to another, in either order; exact where they are the same.
    #[must_use]
    pub fn new(low: Money, high: Money) -> Self {
        Self(MoneyRange { low: low.min(high), high: low.max(high) })
    }

    /// The least it can be.
    #[must_use]
    pub const fn low(self) -> Money {
        self.0.low
    }

    /// The most it can be.
    #[must_use]
    pub const fn high(self) -> Money {
        self.0.high
    }

    /// The amount, if it is known exactly.
    #[must_use]
    pub fn exact(self) -> Option<Money> {
        (self.low() == self.high()).then_some(self.low())
    }
}

impl From<Money> for MoneyOrRange {
    fn from(amount: Money) -> Self {
        Self::new(amount, amount)
    }
}

impl fmt::Display for MoneyOrRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.exact() {
            Some(amount) => amount.fmt(f),
            None => write!(f, "between {} and {}", self.low(), self.high()),
        }
    }
}

impl Serialize for MoneyOrRange {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.exact() {
            Some(amount) => amount.serialize(to),
            None => self.0.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for MoneyOrRange {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Either)
    }
}

/// Tells the two forms apart.
struct Either;

impl Either {
    fn hand<E: Error>(found: Unexpected<'_>) -> Result<MoneyOrRange, E> {
        Money::deserialize(Handed::new(found)).map(MoneyOrRange::from)
    }
}

impl<'de> Visitor<'de> for Either {
    type Value = MoneyOrRange;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("money as text, such as \"150.00\", or an object with \"low\" and \"high\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<MoneyOrRange, E> {
        Self::hand(Unexpected::Str(text))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<MoneyOrRange, E> {
        Self::hand(Unexpected::Signed(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<MoneyOrRange, E> {
        Self::hand(Unexpected::Unsigned(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<MoneyOrRange, E> {
        Self::hand(Unexpected::Float(value))
    }

    /// A fractional number as it is written.
    fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<MoneyOrRange, E> {
        Self::hand(Unexpected::Bytes(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<MoneyOrRange, A::Error> {
        let range = MoneyRange::deserialize(HandedObject(entries))?;
        if range.low <= range.high {
            return Ok(MoneyOrRange(range));
        }
        Err(A::Error::custom(InputIssue::from(UnitError::OutOfRange {
            path: Pointer::root(),
            found: format!("the range from {} down to {}", range.low, range.high),
            bounds: "of \"low\" that is not above \"high\"".to_owned(),
        })))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for MoneyOrRange {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MoneyOrRange".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (exact, range) = (generator.subschema_for::<Money>(), generator.subschema_for::<MoneyRange>());
        schemars::json_schema!({ "anyOf": [exact, range] })
    }
}

#[cfg(test)]
mod tests;
