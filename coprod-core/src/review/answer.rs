//! What a review is asked and answers.

use serde::{Deserialize, Serialize};

use super::alarm::Alarm;
use super::balance::Balance;
use super::claim::ClaimCheck;
use super::keep::KeptReview;
use super::pay::PayReview;
use super::power::DecisionPower;
use super::project::{BuiltInQuestion, Project, QUESTIONS, QuestionTheme};
use super::work::WorkReview;
use crate::participation::LevelAnswer;
use crate::unit::Date;

/// A project to review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewRequest {
    /// The project.
    pub project: Project,
}

/// What a review finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewAnswer {
    /// The project's title.
    pub title: String,
    /// The day that the review looks at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_at: Option<Date>,
    /// Who can decide and block each decision that has a rule.
    pub power: Vec<DecisionPower>,
    /// The levels of participation; absent if the project names no constituencies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<LevelAnswer>,
    /// Who does what.
    pub work: WorkReview,
    /// What each person is offered.
    pub pay: Vec<PayReview>,
    /// What people keep of what they are paid, for those who chose to say what it depends on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptReview>,
    /// Power, work and pay side by side.
    pub balance: Balance,
    /// What to put right, the most serious first.
    pub alarms: Vec<Alarm>,
    /// Whether the project is what it says it is; absent without a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<ClaimCheck>,
    /// The questions that the group asked itself, and those still open.
    pub questions: QuestionReview,
    /// What the project file leaves out, so that nothing can be said of it.
    pub unknown: Vec<String>,
    /// What to do next, in order.
    pub next_steps: Vec<String>,
}

/// The questions of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionReview {
    /// How many questions there are: the built-in ones and the project's own, less those that do not arise.
    pub asked: usize,
    /// How many of them have an answer.
    pub answered: usize,
    /// Those that nobody has answered.
    pub open: Vec<OpenQuestion>,
}

/// A question that nobody has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenQuestion {
    /// Its short name.
    pub id: String,
    /// What it is about; absent for one of the project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<QuestionTheme>,
    /// The question.
    pub text: String,
}

/// Which questions have no answer.
pub(super) fn questions(project: &Project) -> QuestionReview {
    let given = |id: &str| project.questions.iter().find(|question| question.id.as_str() == id);
    let is_open = |id: &str| given(id).is_none_or(|question| question.answer.is_none() && !question.not_relevant);
    let arises = |id: &str| given(id).is_none_or(|question| !question.not_relevant);
    let built_in = || QUESTIONS.iter().filter(|known| arises(known.id));
    let own = || {
        project
            .questions
            .iter()
            .filter(|question| !question.not_relevant && !QUESTIONS.iter().any(|known| known.id == question.id.as_str()))
    };
    let open: Vec<OpenQuestion> = built_in()
        .filter(|known| is_open(known.id))
        .map(|known| OpenQuestion { id: known.id.to_owned(), theme: Some(known.theme), text: known.text.to_owned() })
        .chain(own().filter(|question| question.answer.is_none()).map(|question| OpenQuestion {
            id: question.id.to_string(),
            theme: None,
            text: question.text.clone().unwrap_or_default(),
        }))
        .collect();
    let asked = built_in().count() + own().count();
    QuestionReview { asked, answered: asked - open.len(), open }
}

/// Asks for the built-in project; nothing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExampleRequest {}

/// The built-in project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExampleAnswer {
    /// A group of people who have been through childcare proceedings and a coordinator make a brochure. The people are roles, and every
    /// figure is an example.
    pub project: Project,
}

/// Asks for the built-in questions; nothing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionsRequest {}

/// The built-in questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionsAnswer {
    /// In the order in which they are best asked.
    pub questions: Vec<BuiltInQuestion>,
}
