//! What is answered: ranges of levels with their reasons, and the question that would narrow each most.

use serde::Serialize;

use super::definition::DefinitionVerdict;
use super::effective::EffectiveRule;
use super::evidence::{Holds, Statement};
use super::framework::FrameworkRung;
use super::scale::LevelRange;
use crate::group::Stage;
use crate::unit::{Date, Id};

/// The levels of a project: a range for each stage, and no number for the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelAnswer {
    /// The four stages in their order.
    pub stages: Vec<StageLevel>,
    /// The definitions of co-production asked for, each supported, contradicted or open.
    pub definitions: Vec<DefinitionVerdict>,
}

/// The level of one stage: at either end the lowest of its key decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StageLevel {
    /// The stage.
    pub stage: Stage,
    /// The lowest level possible: from 0 to 6.
    pub low: u8,
    /// The highest level possible: from 0 to 6.
    pub high: u8,
    /// The range if every rule stands; null where a key decision has no rule that could pass, and where there is none.
    pub by_rule: Option<LevelRange>,
    /// How many key decisions have which range, from the lowest up.
    pub counts: Vec<LevelCount>,
    /// What each framework calls the range.
    pub rungs: Vec<FrameworkRung>,
    /// How the range comes about.
    pub because: Vec<String>,
    /// What it rests on that nobody has stated.
    pub assumes: Vec<String>,
    /// The question that narrows the range most even if its answer is the less helpful one; null if none would.
    pub narrows_most: Option<LevelQuestion>,
    /// The decisions, key or not. A stage of which only the stage itself is described has one without an id.
    pub decisions: Vec<DecisionLevel>,
}

/// How many key decisions have one range of levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelCount {
    /// The lowest level possible: from 0 to 6.
    pub low: u8,
    /// The highest level possible: from 0 to 6.
    pub high: u8,
    /// How many decisions.
    pub decisions: usize,
}

/// The level of one decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecisionLevel {
    /// Its id; null where the stage as a whole is described.
    pub id: Option<Id>,
    /// What it decides, for people to read.
    pub title: String,
    /// The day for which membership was counted; null for everybody who has not left.
    pub members_on: Option<Date>,
    /// Whether it counts for its stage: all decisions do but those that both sides agreed are minor.
    pub key: bool,
    /// The lowest level possible: from 0 to 6.
    pub low: u8,
    /// The highest level possible: from 0 to 6.
    pub high: u8,
    /// The range if the rule stands; null where no rule is known, or one that can never pass.
    pub by_rule: Option<LevelRange>,
    /// How the range comes about.
    pub because: Vec<String>,
    /// What it rests on that nobody has stated.
    pub assumes: Vec<String>,
    /// The question that narrows the range most even if its answer is the less helpful one; null if none would.
    pub narrows_most: Option<LevelQuestion>,
    /// What is worth knowing beside the level. A code stands here only if it holds in every way of counting.
    pub codes: Vec<LevelCode>,
    /// Each lived-experience constituency by itself, as if all others were against it.
    pub lived: Vec<ConstituencyLevel>,
    /// Whether both sides have equal influence by the rule: the same five answers about deciding and blocking, and no member on one
    /// side only who can block alone.
    pub equal_influence: Holds,
    /// The rule with the powers that were added to it; null where no rule is known. Where it is not known whether a sign-off was
    /// declared, it is shown with the sign-off.
    pub rule: Option<EffectiveRule>,
}

/// The level of one lived-experience constituency by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConstituencyLevel {
    /// The constituency.
    pub constituency: Id,
    /// How many members it had then.
    pub members: usize,
    /// The lowest level possible: from 0 to 6.
    pub low: u8,
    /// The highest level possible: from 0 to 6.
    pub high: u8,
    /// The range if the rule stands.
    pub by_rule: Option<LevelRange>,
}

/// A question that nobody has answered, and what each answer would leave. What a vote or a seat answers by itself (whether people are
/// told or asked) is not asked, though evidence may say no to it and lower the range: `assumes` says where the range rests on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelQuestion {
    /// The statement asked about; null where the question is about a rule, a side or a sign-off.
    pub statement: Option<Statement>,
    /// The question in plain English.
    pub question: String,
    /// What a yes would leave; null where the question has other answers than yes and no.
    pub if_yes: Option<LevelRange>,
    /// What a no would leave.
    pub if_no: Option<LevelRange>,
}

/// What is worth knowing beside the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LevelCode {
    /// No rule is known.
    NoRuleKnown,
    /// The rule can never pass for those who were members.
    RuleNeverPasses,
    /// The host decides by itself.
    HostDecides,
    /// Nobody of the lived side was a member.
    NoLivedMember,
    /// The votes of the lived side can never matter.
    LivedVotesNeverMatter,
    /// Either side alone could decide.
    EitherSideAlone,
    /// The lived side can be outvoted, but only if independent third parties vote against it.
    OutvotedOnlyWithThirdParties,
    /// Every member of the lived side is needed to decide or to block.
    NeedsEveryLivedMember,
    /// Single members can block alone, and on one side only.
    OneSidedVeto,
    /// A sign-off that was not declared in time caught the decision under way.
    LateSignOff,
}
