//! What people keep of what they are paid, for those who chose to say what it depends on.

use serde::Serialize;

use super::project::{PersonPayments, Project};
use crate::error::{ErrorReport, Pointer};
use crate::payment::{KeptMoney, TakeHomeRequest, take_home};
use crate::unit::{Id, Known, Money};

/// What one person keeps of what they are paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptReview {
    /// Who is paid.
    pub person: Id,
    /// Where it stands in the project: a JSON pointer.
    pub at: String,
    /// All fees before tax; absent where nothing is to be paid before advice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Money>,
    /// What they keep of them; a range where circumstances are not known. Absent where nothing is to be paid before advice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<KeptMoney>,
    /// Whether they are worse off for it.
    pub outlook: KeptOutlook,
    /// What is not known and makes a difference, as questions to the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<String>,
}

/// Whether somebody is worse off for what they are paid than without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum KeptOutlook {
    /// They are not, on what is told.
    NoWorse,
    /// They can be until tax and benefits are settled, and are not in the end.
    ShortForATime,
    /// It depends on what is not known.
    MayBeWorseOff,
    /// They are.
    WorseOff,
    /// They may not work here, or not freely: nothing is to be paid before advice.
    NotBeforeAdvice,
}

impl KeptOutlook {
    fn of(kept: Option<&KeptMoney>) -> Self {
        let Some(KeptMoney { in_period, eventual }) = kept else { return Self::NotBeforeAdvice };
        match (eventual.high() < Money::ZERO, eventual.low() < Money::ZERO, in_period.low() < Money::ZERO) {
            (true, ..) => Self::WorseOff,
            (_, true, _) => Self::MayBeWorseOff,
            (.., true) => Self::ShortForATime,
            _ => Self::NoWorse,
        }
    }
}

/// Works out what everybody keeps whose payments are told.
pub(super) fn kept(project: &Project, root: &Pointer) -> Result<Vec<KeptReview>, ErrorReport> {
    let all = project.payments.iter().enumerate();
    all.map(|(number, paid)| one(project, paid, &root.key("payments").index(number))).collect()
}

fn one(project: &Project, paid: &PersonPayments, at: &Pointer) -> Result<KeptReview, ErrorReport> {
    let mut person = paid.circumstances.clone();
    if person.age.is_none() {
        person.age = project.person(paid.person.as_str()).and_then(|known| known.circumstances.age).map(Known::Is);
    }
    let request = TakeHomeRequest { person, payments: paid.payments.clone(), assume_latest: project.assume_latest };
    let answer = take_home(&request).map_err(|error| {
        let error = error.moved("/payments", at.key("payments").as_str());
        error.moved("/person", at.key("circumstances").as_str()).at_least_at(at)
    })?;
    Ok(KeptReview {
        person: paid.person.clone(),
        at: at.to_string(),
        fee: answer.fee,
        outlook: KeptOutlook::of(answer.kept.as_ref()),
        kept: answer.kept,
        questions: answer
            .questions
            .into_iter()
            .filter(|question| question.path.is_some())
            .map(|question| question.question)
            .collect(),
    })
}

#[cfg(test)]
mod tests;
