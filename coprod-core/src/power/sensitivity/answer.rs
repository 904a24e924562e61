//! The form of the answer.

use serde::Serialize;

use super::super::compare::{ConstituencyChange, MemberChange};
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
    /// Members whose power grows, by the first index.
    pub gain: Vec<Id>,
    /// Members whose power falls.
    pub lose: Vec<Id>,
    /// Each member's change; who is not there before or after has no difference.
    pub members: Vec<MemberChange>,
    /// Each constituency's change, if it is there before and after.
    pub constituencies: Vec<ConstituencyChange>,
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
    /// The bar as "at least" so much of what it is a share of, or so many votes: as it is, and where nothing changes.
    pub bar: BarRange,
    /// The same in votes (or weight) when everybody votes; null for a share with a second vote at a tie, where votes are not all.
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

/// A bar and the range in which nothing changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BarRange {
    /// As it is.
    pub now: Ratio,
    /// The lowest with the same outcome in every way to vote.
    pub from: Ratio,
    /// The highest.
    pub to: Ratio,
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
