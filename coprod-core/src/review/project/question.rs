//! The questions that a group does well to ask itself before it starts, and the answers it has found.
//!
//! The questions follow, in our own words, those that a service-user group and its coordinator put to themselves before making an
//! information brochure: Fulfilling Lives South East Partnership, on co-production in practice.

use serde::{Deserialize, Serialize};

use crate::unit::{Date, Id};

/// A question of the project, and its answer if one has been found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProjectQuestion {
    /// One of the built-in questions (`review.questions` lists them), or a short name for a question of your own.
    pub id: Id,
    /// The question; needed for one of your own, and left out for a built-in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What the group answered; absent while nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// When it was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Date>,
    /// Whether the question does not arise in this project. Such a question counts as settled.
    #[serde(default)]
    pub not_relevant: bool,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum QuestionTheme {
    /// Who brings what.
    People,
    /// How things are decided.
    Power,
    /// Who does what.
    Work,
    /// What people need to take part well.
    Support,
    /// What happens when plans change.
    Change,
}

/// A built-in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BuiltInQuestion {
    /// Its short name.
    pub id: &'static str,
    /// What it is about.
    pub theme: QuestionTheme,
    /// The question.
    pub text: &'static str,
}

use QuestionTheme::{Change, People, Power, Support, Work};

const fn question(id: &'static str, theme: QuestionTheme, text: &'static str) -> BuiltInQuestion {
    BuiltInQuestion { id, theme, text }
}

/// The built-in questions in the order in which they are best asked.
pub const QUESTIONS: &[BuiltInQuestion] = &[
    question("lived_experience", People, "Who among us has been through this ourselves?"),
    question("design_skill", People, "Has any of us designed something like this before?"),
    question("interests", People, "Should parts of the work go by what people have lived through and would like to do?"),
    question("sign_off", Power, "Must a member of staff authorise the content or the design?"),
    question("house_style", Power, "Are there rules of the organisation on how it must look?"),
    question("override", Power, "Should anybody be able to overrule a decision because of what they know or have lived through?"),
    question("conflict", Power, "What happens if we cannot agree on the content or the design?"),
    question("time", Work, "Who can give how much time, and until when?"),
    question("division", Work, "How is the work shared out?"),
    question("together_or_sections", Work, "Do we make it all together, or does each of us own a section from start to finish?"),
    question("editor", Work, "Who makes sure that it reads as one text?"),
    question("quality", Work, "Does the result have to look professional?"),
    question("access", Support, "Can everybody take part: what would shut somebody out?"),
    question("confidence", Support, "Does everybody know enough, and feel sure enough, to contribute?"),
    question("impact", Support, "How might taking part affect each of us?"),
    question("emotional_support", Support, "What emotional support may be needed, and is it there?"),
    question("needs_asked", Support, "Has each person been asked what they need to do their part?"),
    question("reaching_out", Support, "Do people feel able to ask for help?"),
    question(
        "dropping_out",
        Change,
        "Can somebody who wants to stop say so in time for others to take over before the deadlines?",
    ),
    question("missed_session", Change, "If somebody misses a session, may others take on their work?"),
];
