//! What is asked: the group, and how its decisions are made, stage by stage.

use serde::{Deserialize, Serialize};

use super::decision::{Decision, HowDecided};
use super::definition::DefinitionName;
use crate::group::{Constituency, Person, Stage};
use crate::power::rule::Rules;
use crate::unit::{Date, Id};

/// Levels are inferred for groups of up to this many people. What counts besides is the work: unusual rules for large groups (say, a
/// quorum of weighted votes cast for some 60 people, or some 200 decisions with several constituencies of no stated side) may take more
/// than one request is allowed, and are refused with `too_much_work` before it is done.
pub const MOST_PEOPLE: usize = 60;

/// Levels are inferred for up to this many decisions at a time.
pub const MOST_DECISIONS: usize = 200;

/// Up to this many facts may be open for one decision of those that are tried each way (a side that is not stated, a sign-off of which
/// nobody knows whether it was declared).
pub const MOST_TRIED_EACH_WAY: usize = 4;

/// A group may have this many kinds of people, and ask for this many definitions and frameworks.
pub const MOST_KINDS_OF_PEOPLE: usize = 100;

/// What is said of a stage or a decision may have this many sign-offs, members in each of them, members who hold a power, and declared limits.
pub const MOST_HOW_ENTRIES: usize = 100;

/// Each of these texts may have this many letters.
pub const MOST_HOW_LETTERS: usize = 1_000;

/// Of a stage or a decision this many pieces of evidence may be given.
pub const MOST_EVIDENCE: usize = 1_000;

/// The group, and how its decisions are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelRequest {
    /// The kinds of people in the group: 1 to 100.
    pub constituencies: Vec<Constituency>,
    /// The people: 1 to 60, each in one of the constituencies. Hours, pay and capacity change no level. Unusual rules for large groups
    /// may be refused with `too_much_work`.
    pub people: Vec<Person>,
    /// The day for which membership is counted where a decision has no date; where absent, everybody who has not left counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_at: Option<Date>,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// How decisions are made in each stage.
    #[serde(default)]
    pub stages: StagesHow,
    /// Single decisions: up to 200. A stage without any is taken as one decision.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// The definitions of co-production to check the project against, at most 100; all of them where empty.
    #[serde(default)]
    pub definitions: Vec<DefinitionName>,
    /// The ids of the frameworks whose names for the levels are wanted, at most 100; all of them where empty.
    #[serde(default)]
    pub frameworks: Vec<Id>,
}

/// How decisions are made in each stage. A stage that is left out is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StagesHow {
    /// Deciding what is needed, and what money goes to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commission: Option<HowDecided>,
    /// Working out what it should be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design: Option<HowDecided>,
    /// Making it and running it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliver: Option<HowDecided>,
    /// Finding out what it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assess: Option<HowDecided>,
}

impl StagesHow {
    /// What is said of one stage.
    #[must_use]
    pub const fn of(&self, stage: Stage) -> Option<&HowDecided> {
        match stage {
            Stage::Commission => self.commission.as_ref(),
            Stage::Design => self.design.as_ref(),
            Stage::Deliver => self.deliver.as_ref(),
            Stage::Assess => self.assess.as_ref(),
        }
    }
}
