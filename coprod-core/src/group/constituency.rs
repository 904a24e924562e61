//! The kinds of people in a group.

use serde::{Deserialize, Serialize};

use crate::unit::Id;

/// A part of the group whose members share a kind of expertise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Constituency {
    /// The short name used in rules.
    pub id: Id,
    /// The name for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What its members know the service by.
    pub expertise: Expertise,
    /// Whose side it counts for. Needed only where `expertise` leaves it open (`both`, `third_party`); while it is not stated, each
    /// side is tried and the answer spans the results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
}

/// What the members of a constituency know the service by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Expertise {
    /// They use the service, have used it, or care for somebody who does.
    Experience,
    /// They work in the service.
    Profession,
    /// They do both.
    Both,
    /// Neither: an independent chair, a funder, a researcher from elsewhere.
    ThirdParty,
}

/// Whom a constituency counts for: one of the two sides whose power is compared, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Side {
    /// People with lived experience of the service.
    Lived,
    /// The organisation that runs the service, and those who work in it.
    Host,
    /// Neither: a third party that both sides take to be independent.
    Independent,
}

impl Constituency {
    /// The side it counts for, if that is known.
    #[must_use]
    pub const fn known_side(&self) -> Option<Side> {
        match (self.side, self.expertise) {
            (Some(side), _) => Some(side),
            (None, Expertise::Experience) => Some(Side::Lived),
            (None, Expertise::Profession) => Some(Side::Host),
            (None, Expertise::Both | Expertise::ThirdParty) => None,
        }
    }

    /// The name for people to read.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }
}
