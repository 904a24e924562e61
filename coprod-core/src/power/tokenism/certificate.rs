//! The form of a certificate: what shows that some members' votes can never matter, so that anybody can check it.
//!
//! All of it speaks of the yes/no game: everybody attends, and whoever does not say yes objects. The *parts* of a rule are its conditions on
//! votes, numbered from 0 in the order in which the rule reads once it is written out (`expanded` of `power.explain`). In every part each
//! member has *points*: one a vote, or the member's weight; in a part with a casting vote twice that, and one more for its holder. A part
//! passes if those who say yes have at least so many points together: its *bar*.

use serde::{Deserialize, Serialize};

use crate::unit::{Count, Id, one_key};

/// That the votes of some members, singly and together, never make a difference, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismCertificate {
    /// The members.
    pub members: Vec<Id>,
    /// Why.
    pub proof: TokenismProof,
}

/// Why some members' votes never make a difference: one of three arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TokenismProof {
    /// They have no points in any part of the rule.
    NoVote(NoVoteProof),
    /// In every part in which they have points, these never lift it over its bar.
    Parts(Vec<PartProof>),
    /// What is asked of the others, in turn, always settles the outcome before any of these is asked.
    Diagram(DiagramProof),
}

one_key!(TokenismProof, "a proof", { "no_vote" => NoVote, "parts" => Parts, "diagram" => Diagram });

/// Nothing has to be said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoVoteProof {}

/// That the members of a certificate never lift one part over its bar: no total of the others is below the bar and near enough to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartProof {
    /// The number of the part.
    pub part: usize,
    /// Its bar, in points.
    pub bar: Count,
    /// What the others can reach.
    pub others: OthersReach,
}

/// What the others can reach in one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OthersReach {
    /// Each of the others has a multiple of so many points, and so has any total of theirs.
    MultiplesOf(Count),
    /// Every total below the bar that the others can reach, from small to large.
    Totals(Vec<Count>),
}

one_key!(OthersReach, "what the others can reach", { "multiples_of" => MultiplesOf, "totals" => Totals });

/// A decision diagram of the rule that never asks the members of the certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiagramProof {
    /// Who is asked, group by group; the members of a group have equal points in every part, so that only their number counts.
    pub ask: Vec<Vec<Id>>,
    /// The points of the diagram. The first is where it starts, before anybody is asked.
    pub points: Vec<DiagramPoint>,
}

/// A point of a diagram: what is known there, and where it goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiagramPoint {
    /// How many groups have been asked.
    pub after: usize,
    /// What those who have said yes so far have, part by part; a part that is left out may stand anywhere.
    #[serde(default)]
    pub known: Vec<PartRange>,
    /// What follows.
    pub then: DiagramStep,
}

/// What those who have said yes so far have in one part, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartRange {
    /// The number of the part.
    pub part: usize,
    /// At least so many points; 0 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<Count>,
    /// At most so many points; as many as there are where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Count>,
}

/// What follows on a point of a diagram.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DiagramStep {
    /// The next group is asked: the number of the point to go on with if none of its members says yes, if one does, and so on.
    Next(Vec<usize>),
    /// The outcome is settled, whatever all who have not been asked do.
    End(DiagramEnd),
}

one_key!(DiagramStep, "what follows", { "next" => Next, "end" => End });

/// The outcome where a diagram ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DiagramEnd {
    /// It passes.
    Passes,
    /// It fails.
    Fails,
}
