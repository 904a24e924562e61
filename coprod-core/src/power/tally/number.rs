//! How many votes or points: exact, whole, decimal or a fraction, with one text form.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::unit::Exact;

/// An exact number of votes or points. Text form: a whole number, a decimal where the rules count in decimals (`"26.4"`), or a fraction
/// (`"7/3"`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteNumber(Form);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// So many units of which ten to the power of `places` make one; `places` is as small as can be.
    Decimal {
        units: i128,
        places: u32,
    },
    Fraction(Exact),
}

impl VoteNumber {
    /// Nothing.
    pub const ZERO: Self = Self(Form::Decimal { units: 0, places: 0 });

    /// A decimal: `units` of which ten to the power of `places` make one.
    #[must_use]
    pub fn decimal(mut units: i128, mut places: u32) -> Self {
        while places > 0 && units % 10 == 0 {
            units /= 10;
            places -= 1;
        }
        Self(Form::Decimal { units, places })
    }

    /// The number as a fraction.
    #[must_use]
    pub fn exact(&self) -> Exact {
        match &self.0 {
            Form::Decimal { units, places } => Exact::new(*units, 10_i128.saturating_pow(*places)).unwrap_or_else(Exact::zero),
            Form::Fraction(exact) => exact.clone(),
        }
    }
}

impl From<u64> for VoteNumber {
    fn from(whole: u64) -> Self {
        Self(Form::Decimal { units: whole.into(), places: 0 })
    }
}

impl From<Exact> for VoteNumber {
    fn from(exact: Exact) -> Self {
        match exact.to_string().parse() {
            Ok(units) => Self(Form::Decimal { units, places: 0 }),
            Err(_) => Self(Form::Fraction(exact)),
        }
    }
}

impl fmt::Display for VoteNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Fraction(exact) => exact.fmt(f),
            Form::Decimal { units, places: 0 } => units.fmt(f),
            Form::Decimal { units, places } => {
                let one = 10_u128.saturating_pow(*places);
                let size = units.unsigned_abs();
                let (whole, part) = (size / one, size % one);
                let places = usize::try_from(*places).unwrap_or_default();
                write!(f, "{}{whole}.{part:0places$}", if *units < 0 { "-" } else { "" })
            }
        }
    }
}

impl Serialize for VoteNumber {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for VoteNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "VoteNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "ratio",
            "description": "An exact number of votes or points, as text: \"42\", \"26.4\" or \"7/3\"."
        })
    }
}
