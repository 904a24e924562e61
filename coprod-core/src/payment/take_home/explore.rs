//! Works out every combination of answers to what is not known, and keeps the worst and the best.

mod bound;
mod figures;
mod polish;
pub(super) mod shelf;
mod span;

pub(super) use figures::{EffectRow, Figures};
pub(super) use span::{KeptSpan, Span};

use super::TakeHomeRequest;
use super::open::Question;
use super::sheet::Sheet;
use crate::error::{PaymentError, Pointer};
use crate::payment::TraceStep;
use crate::payment::effect::{Outcome, Workspace, effect};
use crate::payment::ledger::{Ledger, Record, Silent, Steps};
use crate::payment::rates::Shelf;
use crate::unit::Money;

/// One way to answer every question.
#[derive(Clone, Default)]
struct Choice {
    /// The number of each question's answer.
    numbers: Vec<usize>,
    /// Sums of money that stand in place of an answer, by question.
    money: Vec<(usize, Money)>,
}

/// What was found.
pub(super) struct Found {
    /// The sheet of the lowest case, every question answered.
    pub(super) lowest: Sheet,
    /// The figures of all cases.
    pub(super) figures: Figures,
    /// The questions that make a difference, with what is kept in the end by each answer.
    pub(super) questions: Vec<(Question, Vec<KeptSpan>)>,
    pub(super) trace: Vec<TraceStep>,
    pub(super) trace_highest: Vec<TraceStep>,
}

/// What it takes to work out one case.
struct Desk<'a> {
    questions: &'a [Question],
    shelf: &'a Shelf,
    space: Workspace,
}

impl Desk<'_> {
    fn fill(&self, sheet: &mut Sheet, choice: &Choice) {
        for (question, number) in self.questions.iter().zip(&choice.numbers) {
            if !question.tried {
                continue;
            }
            if let Some(answer) = question.answers.get(*number) {
                (answer.fill)(sheet);
            }
        }
        for (number, amount) in &choice.money {
            if let Some(fill) = self.questions.get(*number).and_then(|question| question.money.as_ref()) {
                fill(sheet, *amount);
            }
        }
    }

    fn work_out<L: Ledger>(&mut self, sheet: &Sheet, ledger: &mut L) -> Result<Outcome, PaymentError> {
        effect(&sheet.case(), &sheet.payments()?, self.shelf, ledger, &mut self.space).map_err(|error| {
            let later = matches!(error, PaymentError::ParameterUnknown { .. } | PaymentError::BeyondKnownPeriod { .. });
            let error: PaymentError = error;
            if later && error.path() == &Pointer::root() { error.with_path(Pointer::root().key("payments")) } else { error }
        })
    }
}

/// Works out all combinations.
pub(super) fn explore(request: &TakeHomeRequest, sheet: Sheet, questions: Vec<Question>) -> Result<Found, PaymentError> {
    let mut questions = questions;
    let count = bound::bounded(&mut questions, &sheet)?;
    let shelf = shelf::fill(request, &sheet)?;
    let mut desk = Desk { questions: &questions, shelf: &shelf, space: Workspace::default() };
    let mut figures = Figures::default();
    let mut outcomes: Vec<(Outcome, u64)> = Vec::with_capacity(count);
    let mut filled = sheet.clone();
    for number in 0..count {
        if number > 0 || !questions.is_empty() {
            desk.fill(&mut filled, &choice(&questions, number));
        }
        let outcome = desk.work_out(&filled, &mut Silent)?;
        figures.add(&outcome, &desk.space);
        outcomes.push((outcome, figures::mark(&desk.space)));
    }
    let extreme = |best: bool| {
        let key = |number: &usize| outcomes.get(*number).map(|(outcome, _)| (outcome.kept_eventually, outcome.kept));
        let found = if best { (0..count).rev().max_by_key(key) } else { (0..count).min_by_key(key) };
        choice(&questions, found.unwrap_or(0))
    };
    let (mut low, mut high) = (extreme(false), extreme(true));
    if questions.iter().any(|question| question.money.is_some()) {
        polish::polish(&mut desk, &sheet, &mut figures, &mut low, &mut high)?;
    }
    let nation = |sheet: &Sheet| sheet.case().nation;
    let mut lowest = sheet.clone();
    desk.fill(&mut lowest, &low);
    let mut record = Record::new(nation(&lowest));
    let worst = desk.work_out(&lowest, &mut Steps(&mut record))?;
    let trace = record.into_steps();
    let mut highest = sheet.clone();
    desk.fill(&mut highest, &high);
    let mut trace_highest = Vec::new();
    if figures.range() {
        let mut record = Record::new(nation(&highest));
        desk.work_out(&highest, &mut Steps(&mut record))?;
        trace_highest = record.into_steps();
    }
    figures.lowest = worst;
    let spans = matters(&questions, &outcomes);
    let questions = questions.into_iter().zip(spans).filter_map(|(question, spans)| Some((question, spans?))).collect();
    Ok(Found { lowest, figures, questions, trace, trace_highest })
}

/// The combination with that number.
fn choice(questions: &[Question], mut number: usize) -> Choice {
    let mut numbers = Vec::with_capacity(questions.len());
    for question in questions {
        let answers = question.count();
        numbers.push(number % answers);
        number /= answers;
    }
    Choice { numbers, money: Vec::new() }
}

/// For each question that makes a difference, what is kept by each answer.
fn matters(questions: &[Question], outcomes: &[(Outcome, u64)]) -> Vec<Option<Vec<KeptSpan>>> {
    let mut stride = 1;
    let mut all = Vec::with_capacity(questions.len());
    for question in questions {
        let count = question.count();
        let mut spans = vec![KeptSpan::default(); question.answers.len()];
        let mut differs = question.always;
        for (number, outcome) in outcomes.iter().enumerate() {
            let answer = number / stride % count;
            let same = if question.tried { spans.get_mut(answer..=answer) } else { spans.get_mut(..) };
            for span in same.into_iter().flatten() {
                span.in_period.add(outcome.0.kept);
                span.eventual.add(outcome.0.kept_eventually);
            }
            // The same combination with the first answer to this question.
            differs = differs || outcomes.get(number - answer * stride).is_some_and(|first| first != outcome);
        }
        stride *= count;
        all.push(differs.then_some(spans));
    }
    all
}
