//! What is not known, and what each answer would leave.

use serde::Serialize;

use super::KeptMoney;
use crate::unit::Money;

/// Something that is not known and makes a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakeHomeQuestion {
    /// Where in the request the answer goes; absent where only an office can decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The question.
    pub question: String,
    /// What is kept by each answer that was tried; of a sum of money those at which something changes.
    pub answers: Vec<QuestionAnswer>,
}

/// An answer to a question, and what is kept then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionAnswer {
    /// The answer.
    pub answer: String,
    /// What is kept then.
    pub kept: KeptMoney,
}

/// The question that narrows the answer most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Narrowing {
    /// Which of the questions, from 0.
    pub question: usize,
    /// How much the range of what is kept in the end still spans at worst.
    pub at_most: Money,
}
