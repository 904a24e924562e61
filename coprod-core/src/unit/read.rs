//! Reads exact values from JSON: text always, whole numbers where the type allows them, fractions never.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer, Visitor};

use super::json::short;
use crate::error::{InputIssue, Pointer, UnitError};

/// The largest whole number that every JSON reader holds exactly: 2^53.
pub(super) const SAFE_INTEGER: i64 = 1 << 53;

/// A value with one text form.
pub(super) trait ReadText: Sized {
    /// What the value is, as an error message names it.
    const EXPECTED: &'static str;

    fn from_text(text: &str) -> Result<Self, UnitError>;

    /// The value of a JSON whole number, where that is an exact and clear form.
    fn from_whole(_: i64) -> Option<Result<Self, UnitError>> {
        None
    }

    /// What to say of a number that cannot be read.
    fn refuse_number(found: String) -> UnitError {
        UnitError::FloatNotExact { path: Pointer::root(), found }
    }
}

/// Reads `T` from text or, where `T` allows it, a whole number.
pub(super) fn exact<'de, T: ReadText, D: Deserializer<'de>>(source: D) -> Result<T, D::Error> {
    struct Exact<T>(PhantomData<T>);

    impl<T: ReadText> Visitor<'_> for Exact<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(T::EXPECTED)
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            T::from_text(text).map_err(|error| E::custom(InputIssue::from(error)))
        }

        fn visit_i64<E: de::Error>(self, whole: i64) -> Result<T, E> {
            let known = (-SAFE_INTEGER..=SAFE_INTEGER).contains(&whole);
            match T::from_whole(whole).filter(|_| known) {
                Some(value) => value.map_err(|error| E::custom(InputIssue::from(error))),
                None => Err(E::custom(InputIssue::from(T::refuse_number(whole.to_string())))),
            }
        }

        fn visit_u64<E: de::Error>(self, whole: u64) -> Result<T, E> {
            match i64::try_from(whole) {
                Ok(whole) => self.visit_i64(whole),
                Err(_) => Err(E::custom(InputIssue::from(T::refuse_number(whole.to_string())))),
            }
        }

        fn visit_f64<E: de::Error>(self, float: f64) -> Result<T, E> {
            self.visit_bytes(super::to_json(&float).unwrap_or_default().as_bytes())
        }

        /// A fractional number as it is written: the form in which the library's own reader passes one on.
        fn visit_bytes<E: de::Error>(self, text: &[u8]) -> Result<T, E> {
            Err(E::custom(InputIssue::from(T::refuse_number(short(&String::from_utf8_lossy(text))))))
        }
    }

    source.deserialize_any(Exact(PhantomData))
}

/// Serde and schema for a type with [`ReadText`] and `Display`.
macro_rules! text_form {
    ($type:ident, $name:literal, $format:literal, $description:literal, $json_types:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                crate::unit::read::exact(from)
            }
        }

        impl std::str::FromStr for $type {
            type Err = crate::error::UnitError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                crate::unit::read::ReadText::from_text(text)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": $json_types, "format": $format, "description": $description })
            }
        }
    };
}

pub(super) use text_form;
