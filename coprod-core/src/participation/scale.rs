//! The scale of participation: seven levels, P0 to P6, by who has the power to decide.

use serde::{Deserialize, Serialize};

/// The highest level there is.
pub const TOP_LEVEL: u8 = 6;

/// A range of levels: what the evidence leaves possible. One level where both ends are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelRange {
    /// The lowest level possible: from 0 to 6.
    pub low: u8,
    /// The highest level possible: from `low` to 6.
    pub high: u8,
}

impl LevelRange {
    /// Nothing is known.
    pub const ALL: Self = Self { low: 0, high: TOP_LEVEL };

    /// How many levels are possible, less one.
    #[must_use]
    pub const fn width(self) -> u8 {
        self.high.saturating_sub(self.low)
    }

    /// The least range that holds both.
    #[must_use]
    pub fn span(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// The lower of the two at either end: what holds of both.
    #[must_use]
    pub fn lower(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.min(other.high) }
    }

    /// With its low end at most this.
    pub(super) fn low_at_most(self, low: u8) -> Self {
        Self { low: self.low.min(low), high: self.high }
    }

    /// With both ends at most this.
    pub(super) fn at_most(self, high: u8) -> Self {
        Self { low: self.low.min(high), high: self.high.min(high) }
    }

    /// The range in words: `P2 (consulted) to P3 (involved)`.
    #[must_use]
    pub fn in_words(self) -> String {
        let one = |level: u8| format!("P{level} ({})", name(level));
        if self.low == self.high { one(self.low) } else { format!("{} to {}", one(self.low), one(self.high)) }
    }
}

/// One level of the scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScaleLevel {
    /// The level: from 0 to 6.
    pub level: u8,
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub meaning: &'static str,
}

/// The scale from bottom to top.
#[must_use]
pub fn scale() -> Vec<ScaleLevel> {
    LEVELS.iter().zip(0..).map(|((name, meaning), level)| ScaleLevel { level, name, meaning }).collect()
}

/// The name of a level.
#[must_use]
pub fn name(level: u8) -> &'static str {
    LEVELS.get(usize::from(level)).map_or("unknown", |(name, _)| name)
}

const LEVELS: [(&str, &str); 7] = [
    ("excluded", "people with lived experience are not told, or are there for show"),
    ("informed", "they are told"),
    ("consulted", "they are asked before the decision; the host decides and owes no reply"),
    ("involved", "they have votes that can matter, or are owed a reply with reasons, and can neither decide nor block"),
    ("shared", "neither side can decide without the other"),
    ("delegated", "they decide within a declared remit"),
    ("lived-led", "they decide, and control the rules, the agenda and the resources as well"),
];
