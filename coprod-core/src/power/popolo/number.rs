//! Numbers as documents have them: whole or with a decimal fraction, as a number or as text, and never rounded.

use std::fmt;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::error::{ErrorCode, InputIssue};
use crate::unit::to_json;

/// A number in a document has so many digits at most, and so many places before and after its point.
pub const MOST_POPOLO_DIGITS: usize = 50;

/// An exact number in a Popolo document: `2`, `1.0`, `0.5`, or the same as text. Written as a number if it is whole and at most 2^53, else as
/// text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopoloNumber {
    /// All digits; the last is not 0 if there are places.
    digits: BigInt,
    /// How many of the digits stand after the point.
    places: usize,
}

impl PopoloNumber {
    /// So many units, of which ten to the power of `places` make one.
    pub(super) fn new(mut digits: BigInt, mut places: usize) -> Self {
        let ten = BigInt::from(10);
        while places > 0 {
            let (tenth, last) = digits.div_rem(&ten);
            if !last.is_zero() {
                break;
            }
            digits = tenth;
            places -= 1;
        }
        Self { digits, places }
    }

    /// The number that `text` writes, such as `-2`, `0.50` or `5e-1`, with at most [`MOST_POPOLO_DIGITS`] digits.
    fn read(text: &str) -> Option<Self> {
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (sign, number) = match number.strip_prefix('-') {
            Some(number) => (Sign::Minus, number),
            None => (Sign::Plus, number),
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let dangling = number.ends_with('.') || whole.is_empty();
        if dangling || number.len() > MOST_POPOLO_DIGITS || !(whole.bytes().chain(part.bytes())).all(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        let magnitude = format!("{whole}{part}").parse().ok()?;
        let digits = BigInt::from_biguint(sign, magnitude);
        let after = i32::try_from(part.len()).ok()?.checked_sub(exponent)?;
        let beyond = usize::try_from(after.unsigned_abs()).ok().filter(|places| *places <= MOST_POPOLO_DIGITS)?;
        Some(if after > 0 { Self::new(digits, beyond) } else { Self::new(digits * tens(beyond), 0) })
    }

    /// Whether it is below zero.
    pub(super) fn is_negative(&self) -> bool {
        self.digits.sign() == Sign::Minus
    }

    /// How many digits stand after the point.
    pub(super) const fn places(&self) -> usize {
        self.places
    }

    /// How many units there are in it, of which ten to the power of `places` make one; nothing if it has more places.
    pub(super) fn in_units(&self, places: usize) -> Option<BigInt> {
        Some(&self.digits * tens(places.checked_sub(self.places)?))
    }
}

/// Ten to the power of `places`.
pub(super) fn tens(places: usize) -> BigInt {
    num_traits::pow(BigInt::from(10), places)
}

impl<N: Into<BigInt>> From<N> for PopoloNumber {
    fn from(number: N) -> Self {
        Self { digits: number.into(), places: 0 }
    }
}

impl fmt::Display for PopoloNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.places == 0 {
            return self.digits.fmt(f);
        }
        let (whole, part) = self.digits.magnitude().div_rem(tens(self.places).magnitude());
        let sign = if self.is_negative() { "-" } else { "" };
        write!(f, "{sign}{whole}.{part:0>places$}", part = part.to_string(), places = self.places)
    }
}

impl Serialize for PopoloNumber {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.digits.to_i64().filter(|whole| self.places == 0 && whole.unsigned_abs() <= 1 << 53) {
            Some(whole) => to.serialize_i64(whole),
            None => to.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for PopoloNumber {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;

        impl de::Visitor<'_> for Written {
            type Value = PopoloNumber;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<PopoloNumber, E> {
                PopoloNumber::read(text.trim()).ok_or_else(|| {
                    let short: String = text.chars().take(60).collect();
                    let help = format!("write digits with or without a point: at most {MOST_POPOLO_DIGITS}, and as many places");
                    E::custom(InputIssue::new(ErrorCode::InvalidNumber, format!("\"{short}\" cannot be read as a number"), help))
                })
            }

            fn visit_i64<E: de::Error>(self, whole: i64) -> Result<PopoloNumber, E> {
                Ok(PopoloNumber::from(whole))
            }

            fn visit_u64<E: de::Error>(self, whole: u64) -> Result<PopoloNumber, E> {
                Ok(PopoloNumber::from(whole))
            }

            fn visit_f64<E: de::Error>(self, float: f64) -> Result<PopoloNumber, E> {
                self.visit_str(&to_json(&float).unwrap_or_default())
            }

            /// A fractional number as it is written: the form in which the library's own reader passes one on.
            fn visit_bytes<E: de::Error>(self, text: &[u8]) -> Result<PopoloNumber, E> {
                self.visit_str(&String::from_utf8_lossy(text))
            }
        }

        from.deserialize_any(Written)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for PopoloNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PopoloNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["integer", "number", "string"],
            "description": "An exact number, whole or with a decimal fraction: a JSON number, or the same as text."
        })
    }
}
