//! What a count is asked for.

use serde::{Deserialize, Serialize};

use super::ballot::Ballot;
use super::method::TallyMethod;
use crate::unit::{Id, IdMap};

/// A request may hold so many different ballots.
pub const MOST_BALLOTS: usize = 50_000;

/// What options are chosen from, by which ballots, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TallyRequest {
    /// The options: 1 to 200. Their order means nothing.
    pub options: Vec<Id>,
    /// What options are called in sentences, at most 100 letters; the id where absent.
    #[serde(default)]
    pub names: IdMap<String>,
    /// The ballots: 1 to 50000, each with a count of voters who cast it.
    pub ballots: Vec<Ballot>,
    /// How they are counted.
    pub method: TallyMethod,
    /// How ties are broken. Where none of these rules breaks a tie, every way in which it can go is followed, and all possible outcomes
    /// are answered.
    #[serde(default)]
    pub ties: TieRules,
}

/// The caller's rules for ties.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TieRules {
    /// Under `irv`: of the options that tie for last, the one with fewer votes at the end of the latest earlier round in which they
    /// differ goes out. (Part of `scottish_stv` in any case.)
    #[serde(default)]
    pub earlier_rounds: bool,
    /// Under `irv`: all options that tie for last go out together, unless nobody would be left.
    #[serde(default)]
    pub eliminate_all: bool,
    /// An order of all options that was drawn by lot before the count: of those that tie, the one in front wins, and the one behind goes
    /// out. Used where the rules above leave a tie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<Vec<Id>>,
}
