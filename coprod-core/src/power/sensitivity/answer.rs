//! The form of the answer.

use serde::{Deserialize, Serialize};

use super::super::compare::PowerChange;
use super::super::measure::IndexValue;
use super::super::rule::Rule;
use crate::group::Member;
use crate::unit::{Count, Id, Ratio};

/// What small changes of a rule and its group would change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SensitivityAnswer {
    /// The share of all ways to vote that pass a decision now. Null if the rule always or never passes.
    pub chance_to_pass: Option<IndexValue>,
    /// One member more, constituency by constituency.
    pub joins: Vec<WhatIf>,
    /// One member fewer, for each sort of members who are alike. Empty for a group of one.
    pub leaves: Vec<WhatIf>,
    /// Each bar of the rule: how far it can move before anything changes, and what changes then.
    pub bars: Vec<BarSensitivity>,
    /// One vote of weight more or less for a member of each sort, in each part with weights.
    pub weights: Vec<WhatIf>,
    /// The rule with every shorthand and every name written out: what `part` points into.
    pub expanded: Rule,
    /// What was found, in sentences.
    pub words: Vec<String>,
}

/// One change and what follows from it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhatIf {
    /// The change in words.
    pub what: String,
    /// How the member who comes or goes is treated in the parts of the rule.
    pub treated: Vec<String>,
    /// Members for whom it would be the same.
    pub alike: Vec<Id>,
    /// The members then; null if they are the same.
    pub members: Option<Vec<Member>>,
    /// The rule then, for these members, with used rules written out; null if there is none.
    pub rule: Option<Rule>,
    /// Why there is no rule then.
    pub impossible: Option<String>,
    /// What changes; null if there is no rule then.
    pub change: Option<WhatIfChange>,
}

/// What changes against the rule as it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhatIfChange {
    /// The share of all ways to vote that pass a decision then.
    pub chance_to_pass: Option<IndexValue>,
    /// How much that is more than now.
    pub more_chance_to_pass: Option<IndexValue>,
    /// Who gains and who loses by the first index, and what changes for members and for constituencies that are there before and after.
    #[serde(flatten)]
    pub power: PowerChange,
    /// The change in sentences.
    pub words: Vec<String>,
}

/// How far one bar can move before anything changes when everybody attends and takes a side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BarSensitivity {
    /// A JSON pointer into `expanded`: the part with this bar.
    pub part: String,
    /// The part in plain English.
    pub rule: String,
    /// The bar as it is, a share or a whole number of votes, and every bar with which nothing changes.
    pub bar: BarRange,
    /// The same as at least so many votes (or so much weight) when everybody votes; null for a share with a second vote at a tie, where votes are not all.
    pub votes: Option<VotesRange>,
    /// All votes (or weight) of this part.
    pub of: Count,
    /// The next higher bar, at which something changes; null if there is none.
    pub up: Option<WhatIf>,
    /// The next lower bar, at which something changes; null if there is none.
    pub down: Option<WhatIf>,
    /// The same in a sentence.
    pub words: String,
}

/// A bar and all bars with the same outcome in every way in which everybody can vote.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BarRange {
    /// Whether the part asks for at least so much or for more: `now`, `from` and `to` are bars of this sort.
    pub asks: BarAsks,
    /// The bar as it is.
    pub now: Ratio,
    /// Where the range begins.
    pub from: Ratio,
    /// Whether a bar of just that is in the range; a share above it, however little above, is.
    pub from_included: bool,
    /// Where the range ends.
    pub to: Ratio,
    /// Whether a bar of just that is in the range; a share below it, however little below, is.
    pub to_included: bool,
}

/// What a bar asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BarAsks {
    /// So much or more.
    AtLeast,
    /// More than so much.
    MoreThan,
}

/// A bar in votes, and the range in which nothing changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VotesRange {
    /// As it is.
    pub now: Count,
    /// The lowest with the same outcome in every way to vote.
    pub from: Count,
    /// The highest.
    pub to: Count,
}

impl WhatIf {
    /// The change and what follows, in one line.
    pub(super) fn sentence(&self) -> String {
        match (&self.impossible, &self.change) {
            (Some(why), _) => format!("{}: there is no rule then: {why}", self.what),
            (None, Some(change)) if change.words.is_empty() => format!("{}: nothing changes", self.what),
            (None, Some(change)) => format!("{}: {}", self.what, change.words.join("; ")),
            (None, None) => self.what.clone(),
        }
    }
}
