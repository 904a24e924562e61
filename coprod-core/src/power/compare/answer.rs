//! The form of the answer.

use serde::{Deserialize, Serialize};

use super::super::measure::{ConstituencyPower, IndexValue, MemberPower, PowerIndex};
use crate::unit::{Count, Exact, Id};

/// Rules side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompareAnswer {
    /// The rules in the order of the request.
    pub rules: Vec<ComparedRule>,
    /// The index by which members gain or lose: the first asked for.
    pub judged_by: PowerIndex,
    /// What changes under each further rule, against the first.
    pub changes: Vec<RuleChange>,
    /// What the figures mean and assume.
    pub means: Vec<String>,
}

/// One rule of a comparison. Members, constituencies and indices as in `power.measure`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ComparedRule {
    /// Its name in the request.
    pub name: Id,
    /// What it says in plain English, one line a part.
    pub rule: Vec<String>,
    /// What it comes to, in sentences.
    pub words: Vec<String>,
    /// The share of all coalitions that can pass a decision: how easily anything passes at all (Coleman's power to act). Null if the rule
    /// always or never passes.
    pub chance_to_pass: Option<IndexValue>,
    /// Whether a motion and its opposite can both fail, or both pass. Null if the rule always or never passes, and where
    /// coalitions are too many to count.
    pub deadlock: Option<DeadlockRisk>,
    /// Each constituency's share of the seats against its share of power.
    pub seats_against_power: Vec<SeatsAgainstPower>,
    /// Each member's power, in the order of the request; the indices not asked for are null.
    pub members: Vec<MemberPower>,
    /// Each constituency's say and power, in order of first appearance.
    pub constituencies: Vec<ConstituencyPower>,
    /// How many coalitions can pass a decision. Null where chances were worked out and no coalitions counted.
    pub winning: Option<Count>,
    /// Whether the rule always or never passes, so that every index is null.
    pub constant: bool,
    /// `exact` or `bounded`.
    pub method: String,
    /// How it was worked out, and why in this way.
    pub algorithm: String,
    /// Of the indices asked for, those that would take too long for this group and rule.
    pub left_out: Vec<PowerIndex>,
}

/// Whether a motion and its opposite can both fail, or both pass, under one rule: whoever says yes to one says no to the other, and
/// everybody attends and says yes or objects.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeadlockRisk {
    /// The chance that neither a motion nor its opposite passes when each member tosses a coin: the share of all ways to vote in which
    /// those who say yes cannot pass a decision and those who say no could not pass one either. What is there then stays.
    pub neither: Exact,
    /// The chance that both would pass, so that it matters who puts the question.
    pub both: Exact,
    /// Whether both can never pass: those who win never leave outside a group that wins as well. (A game with this is called proper.)
    pub proper: bool,
    /// Whether one of them always passes: those who lose always leave outside a group that wins. (A game with this is called strong.)
    pub strong: bool,
    /// The same when each constituency is of one mind. Null with fewer than two, or too many to count.
    pub between_constituencies: Option<SidesDeadlock>,
}

/// What happens when constituencies disagree and each is of one mind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SidesDeadlock {
    /// In how many ways they can disagree: 2^c - 2 for c constituencies.
    pub ways: Count,
    /// In how many of these neither those for it nor those against it can pass anything.
    pub neither: Count,
    /// In how many either could.
    pub both: Count,
    /// The share in which they stop each other.
    pub risk: Exact,
}

/// One constituency's share of the seats against its share of power by the Shapley-Shubik index, which sums to 1 over all.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SeatsAgainstPower {
    /// The constituency.
    pub constituency: Id,
    /// Its share of all members.
    pub seats: Exact,
    /// Its members' power added up. Null if that is not known.
    pub if_each_votes_alone: Option<IndexValue>,
    /// That less its share of the seats.
    pub more_if_each_votes_alone: Option<IndexValue>,
    /// Its power if each constituency votes as one. Null if that is not known.
    pub if_each_constituency_votes_as_one: Option<IndexValue>,
    /// That less its share of the seats.
    pub more_if_each_constituency_votes_as_one: Option<IndexValue>,
}

/// What changes under one rule, against the first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleChange {
    /// The rule.
    pub rule: Id,
    /// The first rule.
    pub against: Id,
    /// How much the chance to pass grows; below zero where it falls.
    pub chance_to_pass: Option<IndexValue>,
    /// How much the chance grows that neither a motion nor its opposite passes.
    pub neither: Option<Exact>,
    /// How many ways to vote pass under this rule and not under the first. Null where they would take too long to count.
    pub passes_only_now: Option<Count>,
    /// How many passed under the first rule and do not under this.
    pub passes_no_longer: Option<Count>,
    /// Whether the two decide alike in every way in which all can vote. Null where that is not known.
    pub same_decisions: Option<bool>,
    /// Who gains and who loses by the index `judged_by`, and what changes for each member and constituency.
    #[serde(flatten)]
    pub power: PowerChange,
    /// What changes, in sentences.
    pub words: Vec<String>,
}

/// What changes in power from one rule to another, or from one group to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PowerChange {
    /// Members whose power grows, by the first index.
    pub gain: Vec<Id>,
    /// Members whose power falls.
    pub lose: Vec<Id>,
    /// Each member's change; who is not there before or after has no difference.
    pub members: Vec<MemberChange>,
    /// The change of each constituency that is there before and after.
    pub constituencies: Vec<ConstituencyChange>,
}

/// What changes for one member.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MemberChange {
    /// The member.
    pub id: Id,
    /// Index by index.
    pub indices: Vec<IndexChange>,
    /// What the member becomes or is no longer.
    pub turns: Vec<MemberTurn>,
}

/// How one index of a member changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndexChange {
    /// The index.
    pub index: PowerIndex,
    /// What it was; null if it is not known or the member was not there.
    pub from: Option<IndexValue>,
    /// What it becomes; null if it is not known or the member is no longer there.
    pub to: Option<IndexValue>,
    /// What it becomes less what it was; null unless both are there.
    pub difference: Option<IndexValue>,
}

/// What a member becomes or is no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MemberTurn {
    /// The member's vote can now make a difference.
    GainsAVoteThatMatters,
    /// The member's vote never makes a difference any more.
    BecomesPowerless,
    /// Nothing passes without the member now.
    GainsAVeto,
    /// It can pass without the member now.
    LosesTheVeto,
    /// The member alone decides now.
    BecomesDictator,
    /// The member alone no longer decides.
    NoLongerDictator,
}

/// What changes for one constituency.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConstituencyChange {
    /// The constituency.
    pub id: Id,
    /// Which of the answers about its say become yes.
    pub gains: Vec<SayAnswer>,
    /// Which become no.
    pub loses: Vec<SayAnswer>,
    /// The fewest of its members who can decide together.
    pub needs_to_decide: NeedsChange,
    /// The fewest of its members who can block by voting together.
    pub needs_to_block: NeedsChange,
    /// How much its power grows by the Shapley-Shubik index if each member votes alone.
    pub if_each_votes_alone: Option<IndexValue>,
    /// How much its power grows by the Shapley-Shubik index if each constituency votes as one.
    pub if_each_constituency_votes_as_one: Option<IndexValue>,
}

/// How many members it takes, before and after; null where even all of them cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NeedsChange {
    /// Before.
    pub from: Option<usize>,
    /// After.
    pub to: Option<usize>,
}

/// One of the answers about what a constituency can do, as in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SayAnswer {
    /// If everybody attends and all of these say yes, it passes.
    CanDecideIfAllAttend,
    /// The same, and the others cannot stop it by staying away either.
    CanDecideWhatever,
    /// If everybody attends, these can vote so that it fails.
    CanBlockByVotingIfAllAttend,
    /// The same, whether the others attend or not.
    CanBlockByVotingWhatever,
    /// If all of these stay away, it fails.
    CanBlockByStayingAway,
    /// The vote of any of these can make a difference.
    VotesCanMatter,
}
