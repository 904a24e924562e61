//! What somebody may not know: a value, or the word that says so.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Serialize, Serializer};

use super::handed::{Handed, HandedObject};

/// How it is written that a value is not known.
pub(super) const UNKNOWN: &str = "unknown";

/// A value that may not be known. In JSON the value as it is, or the text `"unknown"`. That nothing is said is not the same: a field
/// that may be left out is an `Option` of this.
///
/// The value is one that is written as text, a number, true or false, an object, or a word of an enum that has only words; `"unknown"`
/// is never read as the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Known<T> {
    /// It is known, and is this.
    Is(T),
    /// It is not known.
    Unknown,
}

impl<T> Known<T> {
    /// The value, if it is known.
    #[must_use]
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Unknown => None,
        }
    }

    /// Whether it is not known.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }

    /// What `change` makes of the value, if it is known.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Self::Is(value) => Known::Is(change(value)),
            Self::Unknown => Known::Unknown,
        }
    }
}

impl<T> From<T> for Known<T> {
    fn from(value: T) -> Self {
        Self::Is(value)
    }
}

impl<T: Serialize> Serialize for Known<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Is(value) => value.serialize(to),
            Self::Unknown => to.serialize_str(UNKNOWN),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Either(PhantomData))
    }
}

/// Knows the word, and leaves all else to the value's type.
struct Either<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Either<T> {
    fn hand<E: Error>(found: Unexpected<'_>) -> Result<Known<T>, E> {
        T::deserialize(Handed::new(found)).map(Known::Is)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
    type Value = Known<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or the text \"unknown\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Known<T>, E> {
        if text == UNKNOWN { Ok(Known::Unknown) } else { Self::hand(Unexpected::Str(text)) }
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Known<T>, E> {
        Self::hand(Unexpected::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Known<T>, E> {
        Self::hand(Unexpected::Signed(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Known<T>, E> {
        Self::hand(Unexpected::Unsigned(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Known<T>, E> {
        Self::hand(Unexpected::Float(value))
    }

    /// A fractional number as it is written.
    fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<Known<T>, E> {
        Self::hand(Unexpected::Bytes(text))
    }

    fn visit_unit<E: Error>(self) -> Result<Known<T>, E> {
        Self::hand(Unexpected::Unit)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Known<T>, A::Error> {
        Self::hand(Unexpected::Seq)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Known<T>, A::Error> {
        T::deserialize(HandedObject(entries)).map(Known::Is)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Known<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Known{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<T>();
        schemars::json_schema!({ "anyOf": [value, { "type": "string", "const": UNKNOWN }] })
    }
}

#[cfg(test)]
mod tests;
