//! How many: a whole number of any size.

use std::fmt;

use num_bigint::BigUint;
use num_traits::ToPrimitive;
use serde::{Serialize, Serializer};

use super::read::SAFE_INTEGER;

/// A count of any size. Written as a JSON number up to 2^53, as text beyond, so that every JSON reader keeps it exact.
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
