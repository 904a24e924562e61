//! The form of the answer.

use serde::Serialize;

use super::super::delegation::CarriedVote;
use super::super::measure::IndexValue;
use super::super::rule::State;
use crate::unit::{Id, IdMap};

/// Power when people come as often as stated, and not always.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttendedPower {
    /// The chance that a decision passes.
    pub passes: IndexValue,
    /// The chance that each quorum in the rule is met, in the order in which they stand in the rule.
    pub quorums: Vec<QuorumMet>,
    /// Each member's power, in the order of the request.
    pub members: Vec<AttendedMember>,
    /// Each constituency's, in order of first appearance; empty where members have none.
    pub constituencies: Vec<AttendedConstituency>,
    /// The chance that those who come cannot turn the outcome by any votes. The members' Shapley-Shubik indices and this add up to 1. Null
    /// where these indices are left out.
    pub unallocated: Option<IndexValue>,
    /// What happens now and then under this rule and would surprise people: somebody's no carries a decision, or somebody's yes stops
    /// one. With a case of each in which it can be seen.
    pub paradoxes: Vec<AttendanceParadox>,
    /// Votes that were handed over.
    pub carried_votes: Vec<CarriedVote>,
    /// What would be if those who take part remotely did not count as present. Null where nobody does.
    pub if_remote_did_not_count: Option<WithoutRemote>,
    /// What this takes for granted, in plain sentences.
    pub assumes: Vec<String>,
    /// What would take too long for this group and rule, in plain words.
    pub left_out: Vec<String>,
}

/// How often a quorum is met.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuorumMet {
    /// The quorum, in words.
    pub says: String,
    /// The constituency that it counts; null where it counts everybody, or other members.
    pub constituency: Option<Id>,
    /// The chance that it is met.
    pub met: IndexValue,
}

/// One member's power when people come as often as stated.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttendedMember {
    /// The member.
    pub id: Id,
    /// The chance of being there. 0 for members who handed over their vote.
    pub presence: IndexValue,
    /// How much the member's vote, once there, changes the chance that it passes: the chance with a yes less the chance with a no.
    pub swing: IndexValue,
    /// The chance of being there and of one's vote making the difference: `presence` x `swing`.
    pub influence: IndexValue,
    /// The member's part of everybody's influence. Null if nobody has any.
    pub normalised: Option<IndexValue>,
    /// The Shapley-Shubik index among those who come, on average over who may come; those who come say yes or no. Null where
    /// it would take too long.
    pub shapley_shubik: Option<IndexValue>,
    /// The chance that coming to say yes makes it pass: it passes with the member's yes, and fails if the member stays away.
    pub attend_yes: IndexValue,
    /// The chance that coming to say no makes it pass (the quorum paradox): it passes with the member's no, and fails if the member
    /// stays away.
    pub perverse: IndexValue,
    /// The chance that coming to say yes makes it fail: it fails with the member's yes, and passes if the member stays away.
    pub backfires: IndexValue,
    /// The chance that one step up, from no to abstaining or from abstaining to yes, makes it pass.
    pub helps: IndexValue,
    /// The chance that one step up, from no to abstaining or from abstaining to yes, makes it fail. 0 under most rules. `helps` less
    /// `hurts` is `swing`.
    pub hurts: IndexValue,
}

/// One constituency's power when people come as often as stated.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttendedConstituency {
    /// The constituency.
    pub id: Id,
    /// How many members it has.
    pub seats: usize,
    /// How many of them are there on average.
    pub expected_presence: IndexValue,
    /// The influence of its members added up: their influence if each votes alone.
    pub influence: IndexValue,
    /// The chance that those of its members who come can decide alone: if all of these say yes it passes, whatever the others who came
    /// vote. Null where it would take too long.
    pub can_decide: Option<IndexValue>,
    /// The chance that those of its members who come, perhaps nobody, can vote so that it fails, whatever the others who came vote. Null
    /// where it would take too long.
    pub can_block: Option<IndexValue>,
}

/// Something that goes against what people expect of a vote.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttendanceParadox {
    /// What it is.
    pub kind: ParadoxKind,
    /// Whom it concerns: members who are alike stand together.
    pub members: Vec<Id>,
    /// The chance, for each of them, that the others do what makes it so.
    pub chance: IndexValue,
    /// The same in a plain sentence, for the first of them.
    pub says: String,
    /// A case in which it can be seen, for the first of them: what each does of whom the rule asks something. With this it passes,
    /// whatever those do who are not named.
    pub passes_with: IdMap<State>,
    /// What the first of them does instead there, so that it fails.
    pub fails_if_instead: State,
}

/// What goes against expectations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ParadoxKind {
    /// A no carries it: without the one who says it, it would fail.
    NoCarries,
    /// A no carries it: were it an abstention, it would fail.
    NoCarriesOverAbstaining,
    /// A yes stops it: were it an abstention, it would pass.
    YesStops,
    /// Coming to say yes stops it: without the one who says it, it would pass.
    ComingStops,
}

/// What would be if those who take part remotely did not count as present.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithoutRemote {
    /// The chance that a decision passes.
    pub passes: IndexValue,
    /// The chance that each quorum in the rule is met, in the same order as above.
    pub quorums: Vec<IndexValue>,
    /// Each member's power, in the order of the request.
    pub members: Vec<WithoutRemoteMember>,
}

/// One member's power if those who take part remotely did not count as present.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithoutRemoteMember {
    /// The member.
    pub id: Id,
    /// The chance of being there in person.
    pub presence: IndexValue,
    /// The chance of being there in person and of one's vote making the difference.
    pub influence: IndexValue,
}
