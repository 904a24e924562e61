//! What `workload.share` is asked, and the limits of its work.

use serde::{Deserialize, Serialize};

use super::game::ShareGame;
use crate::unit::{Hours, Id, IdMap, Money, Ratio};

/// So many can share one amount.
pub const MOST_PARTIES: usize = 1000;

/// The Shapley value of a game of which each group's worth is stated is worked out for this many: a sum over 2^20 groups.
pub const MOST_SHAPLEY_PARTIES: usize = 20;

/// So many can have groups whose worth is not stated, for ranges: 3^12 pairs of groups are looked at.
pub const MOST_RANGE_PARTIES: usize = 12;

/// A division is compared with what every group would have alone for this many: 2^16 groups.
pub const MOST_CORE_PARTIES: usize = 16;

/// The nucleolus, and whether any division satisfies every group, are worked out for this many: linear programs in exact fractions.
pub const MOST_NUCLEOLUS_PARTIES: usize = 10;

/// By sizes, for more than [`MOST_SHAPLEY_PARTIES`]: this many can be counted exactly, so that every count fits 64 bits.
pub const MOST_SIZED_PARTIES: usize = 64;

/// By sizes: the number of parties times the amount (or the largest step) in its largest common unit may be this much. 32 megabytes.
pub const MOST_SHARE_CELLS: u64 = 1 << 22;

/// By sizes: so many cells may be looked at, the cells of the last limit once for each different size. About a second.
pub const MOST_SHARE_STEPS: u64 = 1 << 28;

/// A game may be the sum of this many parts.
pub const MOST_SHARE_PARTS: usize = 1000;

/// The most random orders of one request.
pub const MOST_SHARE_SAMPLES: u32 = 1_000_000;

/// Random orders times parties may be this many. About two seconds.
pub const MOST_SHARE_SAMPLE_STEPS: u64 = 1 << 27;

/// What is to be shared, between whom, and how?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareRequest {
    /// Those who share: organisations or people, 1 to 1000.
    pub parties: Vec<ShareParty>,
    /// The amount to share, not below zero. May be absent where a game states what all have or pay together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// What the amount is: it decides whether a share is had or paid.
    #[serde(default)]
    pub of: ShareOf,
    /// The rules, each once: the answer says what each would get under each.
    #[serde(default)]
    pub rules: Vec<ShareRule>,
    /// What groups of the parties would have, or pay, by themselves: for `shapley`, `nucleolus`, and to see whether a group does better alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub game: Option<ShareGame>,
    /// What may be taken for granted of groups whose worth is not stated. `shapley` is then a range for each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unknown_worth: Option<UnknownWorth>,
    /// What happens to what is left when everybody has all they claim. Absent: that is an error which says how much it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above_claims: Option<AboveClaims>,
    /// A division that somebody proposes, compared with what every group would have alone; needs a game.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<IdMap<Money>>,
    /// Random orders, used only for what would take too long exactly. Absent: that is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<ShareSample>,
}

/// One of those who share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareParty {
    /// Its id.
    pub id: Id,
    /// What people call it; its id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it claims, not below zero: what it is owed or has put in; of a cost, the most that it can be asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Money>,
    /// Its weight, not below zero, for `by_weight`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Ratio>,
    /// The hours it has worked, for `by_hours`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
}

/// What an amount is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ShareOf {
    /// Money that came in.
    #[default]
    Revenue,
    /// Money that is left after costs.
    Surplus,
    /// Money that has to be paid.
    Cost,
}

/// A rule by which an amount is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ShareRule {
    /// The same for everybody.
    Equal,
    /// In proportion to the weights stated.
    ByWeight,
    /// In proportion to the hours worked.
    ByHours,
    /// The same part of every claim.
    ByClaim,
    /// Constrained equal awards: the same for everybody, but nobody more than they claim.
    Cea,
    /// Constrained equal losses: everybody goes without the same amount, but nobody without more than they claim.
    Cel,
    /// The rule of the Talmud: while there is less than half of all claims, equal awards up to half of each claim; beyond, equal losses down
    /// to half of each claim (Aumann and Maschler 1985).
    Talmud,
    /// The mean over all orders in which the parties could come, each taking what it claims while there is something left (O'Neill 1982).
    RandomArrival,
    /// Piniles' rule: equal awards up to half of each claim, twice (Thomson 2003).
    Piniles,
    /// The Shapley value: the mean, over all orders in which the parties could join, of what each adds when it joins (Shapley 1953).
    Shapley,
    /// The nucleolus: what the group that does least well has beyond what it would have alone is as much as possible, then the next
    /// group, and so on; nobody has less than alone (Schmeidler 1969).
    Nucleolus,
}

/// What happens to what is left when everybody has all they claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AboveClaims {
    /// It is an error, which says by how much.
    Refuse,
    /// It is shared equally between all who claim anything.
    Equal,
}

/// What may be taken for granted of groups whose worth is not stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum UnknownWorth {
    /// No group has, or pays, less than a smaller group within it.
    Monotone,
    /// Two groups without a common member never have less together than each by itself; of a cost, they never pay more together.
    Superadditive,
}

/// Random orders, the same every time for a seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareSample {
    /// How many orders: 1 to 1000000. Four times as many halve the errors.
    pub samples: u32,
    /// What the orders are drawn from.
    #[serde(default)]
    pub seed: u32,
    /// The chance with which all shares of a rule are to be within their errors together: above 0 and below 1. `"0.99"` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Ratio>,
}
