//! Every way in which what is not known may be: for endpoints that work many payments out for one person.

use super::open::Question;
use super::sheet::Sheet;
use super::{TakeHomeRequest, check, explore, open};
use crate::error::{PaymentError, Pointer};
use crate::payment::effect::{Case, PayCase};
use crate::payment::rates::Shelf;

/// At most so many combinations of answers are looked at before equal ones are left out.
const MOST_TRIED: usize = 4096;

/// The cases of a request that differ, every question answered in each.
pub(in crate::payment) struct Cases {
    sheets: Vec<Sheet>,
    tried: usize,
    pub(in crate::payment) shelf: Shelf,
    /// What is not known.
    pub(in crate::payment) questions: Vec<OpenQuestion>,
}

/// Something that is not known.
#[derive(Debug, Clone)]
pub(in crate::payment) struct OpenQuestion {
    pub(in crate::payment) path: Option<Pointer>,
    pub(in crate::payment) text: String,
}

impl Cases {
    /// The cases, at most `most`. Amounts that are not known are refused: which of all amounts is the worst depends on the fee.
    ///
    /// # Errors
    /// What [`super::take_home`] refuses; `do_not_pay_before_advice` for a person who may not work, or only in part;
    /// `too_many_unknowns` for more cases, or for an amount that is not known.
    pub(in crate::payment) fn of(request: &TakeHomeRequest, most: usize) -> Result<Self, PaymentError> {
        check::request(request)?;
        if check::must_not_be_paid(&request.person) {
            return Err(PaymentError::DoNotPayBeforeAdvice { path: Pointer::root().key("person").key("permission_to_work") });
        }
        let sheet = Sheet::of(request)?;
        let questions = open::questions_for_any_fee(request, &sheet)?;
        let shelf = explore::shelf::fill(request, &sheet)?;
        let count = questions.iter().try_fold(1_usize, |count, question| count.checked_mul(question.answers.len().max(1)));
        let count = count.filter(|count| *count <= MOST_TRIED).ok_or_else(|| too_many(&questions))?;
        if questions.iter().any(|question| question.money.is_some()) {
            return Err(too_many(&questions));
        }
        let mut sheets: Vec<Sheet> = Vec::new();
        let mut persons: Vec<Case> = Vec::new();
        let mut filled = sheet;
        for number in 0..count {
            let mut rest = number;
            for question in &questions {
                let answers = question.answers.len().max(1);
                if let Some(answer) = question.answers.get(rest % answers) {
                    (answer.fill)(&mut filled);
                }
                rest /= answers;
            }
            // Two ways of being that no rule tells apart are one.
            let (person, payments) = (filled.case(), filled.payments()?);
            let same =
                |(known, sheet): (&Case, &Sheet)| *known == person && sheet.payments().is_ok_and(|known| known == payments);
            if !persons.iter().zip(&sheets).any(same) {
                persons.push(person);
                sheets.push(filled.clone());
            }
            if sheets.len() > most {
                return Err(too_many(&questions));
            }
        }
        let questions = questions.into_iter().map(|question| OpenQuestion { path: question.path, text: question.text }).collect();
        Ok(Self { sheets, tried: count, shelf, questions })
    }

    /// How many there are, at least one.
    pub(in crate::payment) fn count(&self) -> usize {
        self.sheets.len()
    }

    /// How many combinations of answers were looked at to find them.
    pub(in crate::payment) const fn tried(&self) -> usize {
        self.tried
    }

    /// The person and the payments of each case, in order of their days.
    pub(in crate::payment) fn each(&self) -> impl Iterator<Item = Result<(Case, Vec<PayCase<'_>>), PaymentError>> {
        self.sheets.iter().map(|sheet| Ok((sheet.case(), sheet.payments()?)))
    }
}

fn too_many(questions: &[Question]) -> PaymentError {
    let mut asked: Vec<&Question> = questions.iter().filter(|question| question.path.is_some()).collect();
    asked.sort_by_key(|question| (question.money.is_none(), std::cmp::Reverse(question.answers.len())));
    let path = asked.first().and_then(|question| question.path.clone()).unwrap_or_default();
    let named: Vec<String> = asked.iter().take(5).filter_map(|question| Some(question.path.as_ref()?.to_string())).collect();
    PaymentError::TooManyUnknowns { path, count: questions.len(), named: named.join(", ") }
}
