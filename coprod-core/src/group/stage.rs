//! The stages of a piece of work.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A stage of the work at which power can be shared. Source of the four: Bovaird & Loeffler's "Four Co's" (2012).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Stage {
    /// Deciding what is needed, and what money goes to it.
    Commission,
    /// Working out what it should be.
    Design,
    /// Making it and running it.
    Deliver,
    /// Finding out what it did.
    Assess,
}

impl Stage {
    /// All stages in their order.
    pub const ALL: [Self; 4] = [Self::Commission, Self::Design, Self::Deliver, Self::Assess];
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Commission => "commission",
            Self::Design => "design",
            Self::Deliver => "deliver",
            Self::Assess => "assess",
        })
    }
}
