//! Which level of participation the rules and the evidence support, stage by stage.
//!
//! A level (P0 excluded to P6 lived-led) is inferred from the effective rule of each decision, from whether that rule stands, and from
//! evidence. It is a range wherever something is not known, and names the question that would narrow it most. Hours, pay and titles
//! never enter.

mod answer;
mod case;
mod check;
mod decision;
mod definition;
mod effective;
mod evidence;
mod framework;
mod gather;
mod infer;
mod level;
mod narrow;
mod powers;
mod present;
mod reasons;
mod request;
mod scale;

pub use answer::{ConstituencyLevel, DecisionLevel, LevelAnswer, LevelCode, LevelCount, LevelQuestion, StageLevel};
pub use decision::{Decision, HowDecided, SignOff};
pub use definition::{DefinitionName, DefinitionVerdict, Verdict};
pub use effective::{AddedKind, AddedPower, EffectiveRule};
pub use evidence::{Evidence, Holds, Statement, StatementAbout, StatementQuestion};
pub use framework::{
    AlsoNeeds, Confidence, Framework, FrameworkLevel, FrameworkOrder, FrameworkRung, FrameworksAnswer, FrameworksRequest,
    frameworks,
};
pub use level::{DecisionRule, effective_rules, level};
pub use request::{
    LevelRequest, MOST_DECISIONS, MOST_EVIDENCE, MOST_HOW_ENTRIES, MOST_HOW_LETTERS, MOST_KINDS_OF_PEOPLE, MOST_PEOPLE,
    MOST_TRIED_EACH_WAY, StagesHow,
};
pub use scale::{LevelRange, ScaleLevel, TOP_LEVEL, name, scale};

#[cfg(test)]
mod tests;
