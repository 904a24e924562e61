//! What a selection is asked, and the limits of its work.

use serde::{Deserialize, Serialize};

use crate::unit::{Id, IdMap};

/// So many people may offer to take part.
pub const MOST_VOLUNTEERS: usize = 1_000;

/// Quotas may be set for so many features.
pub const MOST_FEATURES: usize = 20;

/// The quotas may name so many values of all features together.
pub const MOST_QUOTAS: usize = 150;

/// A draw has at most so many lots.
pub const MOST_LOTS: u32 = 1_048_576;

/// A list of all lots names at most so many people in all.
pub const MOST_LISTED: usize = 200_000;

/// A seed has at most so many characters.
pub const MOST_SEED_LETTERS: usize = 1_000;

/// The search takes at most so many steps over rows and columns of its tables together, so that every request ends. What is not proved
/// by then is said in the answer, with a bound on what could be gained.
pub const SELECT_WORK_LIMIT: u64 = 20_000_000_000;

/// Somebody who offers to take part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Volunteer {
    /// The short name of the person.
    pub id: Id,
    /// What the person is, by feature: `{"role": "lived", "age": "18-34"}`. Every feature that has quotas must be here, with a value
    /// that the quotas name. Others change nothing.
    #[serde(default)]
    pub features: IdMap<Id>,
    /// A name shared by those who live together, or are otherwise so close that not too many of them should be on one panel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<Id>,
    /// A name shared by those who come only together, such as somebody and their supporter: all of them or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together: Option<Id>,
}

/// How many of one value a panel has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PanelQuota {
    /// At least so many; 0 if absent.
    #[serde(default)]
    pub at_least: u32,
    /// At most so many; the whole panel if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
}

/// What is made as equal as the quotas allow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SelectAim {
    /// The smallest chance is as large as it can be, then the next smallest, and so on.
    #[default]
    Leximin,
    /// The smallest chance is as large as it can be, and no more: quicker for large pools.
    Maximin,
}

/// How the panel is drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelectDraw {
    /// A text that nobody could choose to suit themselves and that everybody can look up: the numbers of a public lottery of a named day,
    /// say. The same text draws the same panel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<String>,
    /// In place of a seed: the number of the lot, from 0 to below `lots`, drawn with dice or balls in front of everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// How many lots there are: each panel's chance becomes a whole number of them. 1024 if absent; a power of two is drawn by a seed
    /// without any bias; 1000 suits three ten-sided dice. 1 to 1,048,576.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lots: Option<u32>,
    /// Whether the answer lists the panel of every lot, to be published before the draw.
    #[serde(default)]
    pub list: bool,
}

/// Who is to be chosen from whom?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelectRequest {
    /// Who offers to take part: 1 to 1,000 people.
    pub people: Vec<Volunteer>,
    /// How many a panel has, those already on it included.
    pub size: u32,
    /// By feature and value, how many a panel has: `{"role": {"lived": {"at_least": 3, "at_most": 4}}}`. Every value that somebody has
    /// is named.
    #[serde(default)]
    pub quotas: IdMap<IdMap<PanelQuota>>,
    /// The most people of one household on a panel; 1 if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household_limit: Option<u32>,
    /// What is made as equal as possible: `leximin` if absent.
    #[serde(default)]
    pub aim: SelectAim,
    /// Who is on the panel already, from an earlier wave: the quotas count them.
    #[serde(default)]
    pub chosen: Vec<Id>,
    /// Who cannot be chosen now: those who dropped out, say, or were asked in an earlier wave.
    #[serde(default)]
    pub left_out: Vec<Id>,
    /// How the panel is drawn; only chances are worked out if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<SelectDraw>,
    /// Whether counts below 3 are shown in `funnel`. People can be recognised from small counts, so they are hidden if this is absent.
    #[serde(default)]
    pub show_small_counts: bool,
}
