//! The grammar: what a rule may say.

use std::fmt;

use serde::de::value::{SeqAccessDeserializer, StrDeserializer};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::unit::{Id, IdMap, Ratio, one_key};

/// A rule: an object with exactly one key. Leaves are `votes`, `consent`, `consensus` and `sign_off`; `all`, `any`, `at_least` and
/// `quorum` join rules; `use` names a rule defined elsewhere in the request; the rest are shorthands that expand into these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Rule {
    /// Enough votes say yes.
    Votes(Votes),
    /// Nobody objects. Fails with nobody present.
    Consent(Among),
    /// Everybody who counts says yes. Fails with nobody present.
    Consensus(Consensus),
    /// Each of these members must say yes.
    SignOff(Vec<Id>),
    /// Every part must pass.
    All(Vec<Rule>),
    /// One part must pass.
    Any(Vec<Rule>),
    /// So many of the parts must pass.
    AtLeast(AtLeast),
    /// Enough members must be there, or vote, before the rule inside can pass.
    Quorum(Box<Quorum>),
    /// The rule of this name, from the request's `rules`.
    Use(Id),
    /// Shorthand: more than half (of the votes cast, unless `of` says otherwise).
    Majority(Share),
    /// Shorthand: at least two thirds (of the votes cast, unless `of` says otherwise).
    TwoThirds(Share),
    /// Shorthand: all say yes (of all members, unless `of` says otherwise).
    Unanimity(Share),
    /// Shorthand: the same bar in each constituency separately.
    EachConstituency(EachConstituency),
    /// Shorthand: the rule inside, which these members can stop, unless the rule in `unless` passes.
    Veto(Box<Veto>),
    /// Shorthand: the rule inside, or these members alone.
    Override(Box<Override>),
    /// Shorthand: a majority of the deciders; everybody else has a seat without a vote.
    Advisory(Advisory),
}

one_key!(Rule, "a rule", {
    "votes" => Votes, "consent" => Consent, "consensus" => Consensus, "sign_off" => SignOff, "all" => All, "any" => Any,
    "at_least" => AtLeast, "quorum" => Quorum, "use" => Use, "majority" => Majority, "two_thirds" => TwoThirds,
    "unanimity" => Unanimity, "each_constituency" => EachConstituency, "veto" => Veto, "override" => Override,
    "advisory" => Advisory,
});

/// What a share of the votes is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum VoteBase {
    /// The votes cast: yes and no. An objection counts as no.
    Cast,
    /// Everybody who is not absent.
    Present,
    /// Everybody who has a seat, there or not.
    Members,
    /// Everybody who has a seat, less those who abstain. Some constitutions use it.
    MembersLessAbstainers,
}

/// Some of the members: a constituency by its id, or a list of member ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Who {
    /// Everybody in this constituency.
    Constituency(Id),
    /// These members.
    Members(Vec<Id>),
}

impl<'de> Deserialize<'de> for Who {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneOrSeveral;

        impl<'de> Visitor<'de> for OneOrSeveral {
            type Value = Who;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a constituency, or a list of member ids")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Who, E> {
                Id::deserialize(StrDeserializer::new(text)).map(Who::Constituency)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Who, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Who::Members)
            }
        }

        from.deserialize_any(OneOrSeveral)
    }
}

/// Enough votes say yes. Exactly one of `more_than` and `at_least` is given: with `of`, a share of that base between 0 and 1; without
/// `of`, a whole number of votes (or of weight).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Votes {
    /// The votes must be more than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_than: Option<Ratio>,
    /// The votes must be at least this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Ratio>,
    /// What the share is a share of. Left out, the bar is a whole number of votes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<VoteBase>,
    /// Who votes here; everybody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<Who>,
    /// What each vote counts: whole numbers from 0 to 2^53. Names every voter of this leaf; 0 is a seat without a vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<IdMap<Ratio>>,
    /// A voter who, if present, has a second vote (of one) when yes and no are exactly equal and above zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting_vote: Option<Id>,
}

/// Whom a leaf asks; everybody where absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Among {
    /// A constituency, or member ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<Who>,
}

/// Everybody who counts says yes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Consensus {
    /// A constituency, or member ids; everybody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<Who>,
    /// Who counts: `present` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<VoteBase>,
}

/// So many of the parts must pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AtLeast {
    /// How many: from 1 to the number of parts.
    pub count: u32,
    /// The parts.
    pub of: Vec<Rule>,
}

/// Enough members must be there, or vote, before the rule inside can pass. Exactly one of `present`, `cast`, `present_count` and
/// `cast_count` is given. Heads are counted, whatever votes weigh.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quorum {
    /// At least this share of the members must be present: above 0, at most 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<Ratio>,
    /// At least this share of the members must vote yes or no: above 0, at most 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cast: Option<Ratio>,
    /// At least so many members must be present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present_count: Option<u32>,
    /// At least so many members must vote yes or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cast_count: Option<u32>,
    /// A constituency, or member ids; everybody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<Who>,
    /// The rule that decides once enough are there.
    pub then: Rule,
}

/// Whose votes a shorthand counts, and against what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    /// What the share is a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<VoteBase>,
    /// A constituency, or member ids; everybody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<Who>,
    /// A voter who, if present, has a second vote when yes and no are exactly equal and above zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting_vote: Option<Id>,
}

/// The same bar in each constituency separately: more than half of the votes cast, unless said otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EachConstituency {
    /// The votes must be more than this share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_than: Option<Ratio>,
    /// The votes must be at least this share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Ratio>,
    /// What the share is a share of; `cast` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<VoteBase>,
}

/// A rule that some members can stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Veto {
    /// The members who can stop it: each of them must say yes.
    pub by: Vec<Id>,
    /// The rule that they can stop.
    pub then: Rule,
    /// If this passes as well, they cannot stop it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<Rule>,
}

/// A rule beside which some members can decide alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Override {
    /// The members who can decide alone, all of them together.
    pub by: Vec<Id>,
    /// The rule that decides otherwise.
    pub then: Rule,
}

/// A majority of the deciders' votes cast; everybody else has a seat without a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Advisory {
    /// Those whose votes count: a constituency, or member ids.
    pub deciders: Who,
}

/// Rules by name, for `use`.
pub type Rules = IdMap<Rule>;
