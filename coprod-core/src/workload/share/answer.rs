//! What `workload.share` answers.

use serde::Serialize;

use super::{ShareOf, ShareRule};
use crate::unit::{Exact, Id, Money, Ratio};

/// What everybody gets, or pays, under each rule, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareAnswer {
    /// The amount that is shared.
    pub amount: Money,
    /// What it is.
    pub of: ShareOf,
    /// One result for each rule, in the order of the request.
    pub results: Vec<ShareResult>,
    /// What each party would get under each rule, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub side_by_side: Vec<ShareRow>,
    /// Whether there is a division in which no group would do better alone: for games of at most 10 parties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub core: Option<ShareCore>,
    /// Whether some group would do better alone than in the division proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<CoreFit>,
    /// What all of this takes for granted, and how it is rounded.
    pub assumes: Vec<String>,
}

/// One rule's shares.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareResult {
    /// The rule.
    pub rule: ShareRule,
    /// The rule in a sentence.
    pub meaning: String,
    /// Each party's share, in the order of the request.
    pub shares: Vec<PartyShare>,
    /// Where the shares are what was seen in random orders, and not exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sampled: Option<ShareSampled>,
    /// Whether some group would do better alone: for exact shares in games of at most 16 parties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub core: Option<CoreFit>,
}

/// What one party gets or pays.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartyShare {
    /// The party.
    pub id: Id,
    /// Its share in whole pence; the shares sum to the amount. Absent where the share is a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Its exact share in pounds, before rounding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<Exact>,
    /// Where some groups' worth is not stated: the least that its share can be, in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Exact>,
    /// Where some groups' worth is not stated: the most that its share can be, in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Exact>,
    /// What was seen in random orders, in pounds: an exact mean of the samples.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Exact>,
    /// How far the true share is from what was seen at most, in pounds, with the confidence stated; rounded up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<f64>,
    /// Why, in a sentence.
    pub because: String,
}

/// What random orders were looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareSampled {
    /// How many.
    pub samples: u32,
    /// What they were drawn from.
    pub seed: u32,
    /// The chance with which all shares are within their errors together.
    pub confidence: Ratio,
    /// What this is, in a sentence.
    pub statement: String,
}

/// What one party would get under each rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareRow {
    /// The party.
    pub id: Id,
    /// Its share under each rule, in the order of the request.
    pub amounts: Vec<ShareCell>,
    /// The least of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<Money>,
    /// The most of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Money>,
}

/// What one party would get under one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareCell {
    /// The rule.
    pub rule: ShareRule,
    /// The share; absent where it is a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// Whether any group would do better alone than in a division.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoreFit {
    /// Whether no group would: the division is in the core.
    pub in_core: bool,
    /// The group that would gain most by going alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group: Vec<Id>,
    /// What that group has, or pays, in the division, in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together: Option<Exact>,
    /// What it would have, or pay, alone, in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<Exact>,
    /// The same in a sentence.
    pub because: String,
}

/// Whether there is a division in which no group would do better alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareCore {
    /// Whether there is none.
    pub empty: bool,
    /// If so, why: groups with weights of which every party's sum to one. Together they ask for more than there is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<WeightedGroup>,
    /// What these groups would have, or pay, alone, so weighted, in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<Exact>,
    /// The same in a sentence.
    pub because: String,
}

/// A group and its weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeightedGroup {
    /// Who is in it.
    pub members: Vec<Id>,
    /// Its weight.
    pub weight: Exact,
}
