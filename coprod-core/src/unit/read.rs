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

/// What to say of a JSON number that not every JSON reader holds exactly, where whole numbers are read.
fn beyond_safe(found: &str) -> UnitError {
    UnitError::OutOfRange {
        path: Pointer::root(),
        found: format!("the JSON number {found}, which is beyond 2^53,"),
        bounds: "written as text: a JSON number is exact only up to 2^53".to_owned(),
    }
}

/// What to say of a JSON number beyond 2^53.
fn refuse_large<T: ReadText>(found: String) -> UnitError {
    if T::from_whole(0).is_some() { beyond_safe(&found) } else { T::refuse_number(found) }
}

/// Whether a number, as it is written, is surely meant to be large: a whole number, or one with a large exponent.
fn is_large(number: &str) -> bool {
    match number.split_once(['e', 'E']) {
        None => !number.contains('.'),
        Some((_, exponent)) => !exponent.starts_with('-') && exponent.parse::<u32>().map_or(true, |places| places > 15),
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
            let value = match T::from_whole(whole) {
                Some(value) if known => value,
                Some(_) => Err(beyond_safe(&whole.to_string())),
                None => Err(T::refuse_number(whole.to_string())),
            };
            value.map_err(|error| E::custom(InputIssue::from(error)))
        }

        fn visit_u64<E: de::Error>(self, whole: u64) -> Result<T, E> {
            match i64::try_from(whole) {
                Ok(whole) => self.visit_i64(whole),
                Err(_) => Err(E::custom(InputIssue::from(refuse_large::<T>(whole.to_string())))),
            }
        }

        fn visit_f64<E: de::Error>(self, float: f64) -> Result<T, E> {
            self.visit_bytes(super::to_json(&float).unwrap_or_default().as_bytes())
        }

        /// A fractional number as it is written: the form in which the library's own reader passes one on.
        fn visit_bytes<E: de::Error>(self, text: &[u8]) -> Result<T, E> {
            let text = short(&String::from_utf8_lossy(text));
            let error = if is_large(&text) { refuse_large::<T>(text) } else { T::refuse_number(text) };
            Err(E::custom(InputIssue::from(error)))
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
