//! What a check finds.

use serde::{Deserialize, Serialize};

use crate::unit::{Hours, Id, Ratio};

/// What holds of a split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerifyAnswer {
    /// Whether nothing is wrong with the answer: everybody may have what they have, no limit is broken, and all that it claims of hours,
    /// ratios and its bound is so.
    pub sound: bool,
    /// What is wrong with it.
    pub problems: Vec<SplitProblem>,
    /// What each person has, worked out afresh, in the order of the people.
    pub people: Vec<CheckedLoad>,
    /// The ratios of all who agreed to give hours, the largest first.
    pub vector: Vec<Ratio>,
    /// How many places the unfinished tasks have.
    pub places: u32,
    /// How many of them are filled.
    pub filled: u32,
    /// What shows how good the split is, and which guarantees hold.
    pub certificate: SplitCertificate,
}

/// How good a split is, in a form that can be checked without searching for a better one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SplitCertificate {
    /// Which guarantees hold, which do not, and why.
    pub guarantees: Vec<SplitGuarantee>,
    /// A lower bound on the largest ratio of any split that fills these places, and the people who show it. Absent if there is none above 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<SplitBound>,
    /// How far the largest ratio is above the bound, as a part of the bound: `"1/50"` is 2 %; `"0"` if nobody could do better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Ratio>,
    /// Where tasks would have to be cut for the split to be fairer. Absent if not even that would make it fairer, which proves it the fairest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fairer_if_cut: Option<FairerShift>,
    /// Envy, person by person: those who have something, in the order of the people; at most 24, those who envy first.
    pub envy: Vec<EnvyWitness>,
    /// The people of `bound`, for a check of this certificate.
    pub tight: Vec<Id>,
}

/// A guarantee that a split can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SplitGuaranteeName {
    /// Everybody may have what they have, and no limit is broken.
    WithinLimits,
    /// No other split fills more places, or earlier ones.
    Filled,
    /// Nobody has more than they agreed to give.
    WithinAgreed,
    /// No split that fills these places has a smaller largest ratio.
    LeastLargest,
    /// Nor an equal largest and a smaller second ratio, and so on: the fairest of all (leximin).
    Leximin,
    /// Weighted envy-freeness up to one task: nobody, their largest task put aside, has more of what they agreed to give than anybody else.
    Wef1,
}

/// Whether a guarantee holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum GuaranteeState {
    /// Yes, and this check shows it.
    Holds,
    /// Yes, by the search that found the split; whoever doubts it has to search again.
    HoldsBySearch,
    /// No, and this check shows it.
    Fails,
    /// This check shows neither.
    NotShown,
}

/// One guarantee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SplitGuarantee {
    /// Which.
    pub name: SplitGuaranteeName,
    /// Whether it holds.
    pub state: GuaranteeState,
    /// Why, in a sentence.
    pub why: String,
}

/// A lower bound on the largest ratio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SplitBound {
    /// No split that fills these places has a smaller largest ratio.
    pub ratio: Ratio,
    /// The people who show it.
    pub people: Vec<Id>,
    /// Hours of open tasks that only they can do.
    pub hours: Hours,
    /// Why, in a sentence.
    pub why: String,
}

/// A piece of work that would make a split fairer, if tasks could be cut and passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FairerShift {
    /// Who would have less.
    pub from: Id,
    /// Who would have more.
    pub to: Id,
    /// How much.
    pub hours: Hours,
}

/// One person's envy, at its largest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EnvyWitness {
    /// The person.
    pub id: Id,
    /// The task put aside: the one that costs them most.
    pub without: Id,
    /// What is left to them, over their capacity; their own burden left out of both sides.
    pub has: Ratio,
    /// Of everybody else, whoever has least by the measure of `id`; the earliest of several.
    pub other: Id,
    /// What that one has of tasks that `id` may do, over that one's capacity.
    pub others: Ratio,
    /// Whether `has` is above `others`: then there is envy of more than one task.
    pub envies: bool,
}

/// What a person has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckedLoad {
    /// The person.
    pub id: Id,
    /// Hours of all their tasks, finished ones too.
    pub hours: Hours,
    /// Their hours, times their burden, over their capacity. Absent if they agreed to give none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_capacity: Option<Ratio>,
}

/// Something that is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SplitProblem {
    /// What kind of thing.
    pub kind: SplitProblemKind,
    /// Where in the request of this check, as a JSON pointer.
    pub path: String,
    /// What, in a sentence.
    pub what: String,
}

/// What can be wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SplitProblemKind {
    /// It names a task or a person that the request does not have.
    Unknown,
    /// It names something twice.
    Twice,
    /// Somebody has a task, or a place of it, that is not theirs to fill.
    NotTheirs,
    /// More people have a task than it asks for.
    TooMany,
    /// Somebody has more than the most they can be given.
    OverHardCap,
    /// Somebody has more to do by some day than fits in the days they have until then.
    OverDays,
    /// What was settled is not kept.
    NotKept,
    /// A number that is claimed is not so.
    WrongClaim,
}
