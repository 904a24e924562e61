//! What is not known and may make a difference: questions, each with a finite list of answers to try.

mod benefits;
mod credit;
mod first_day;
mod payments;
mod person;
mod points;

use std::rc::Rc;

pub(super) use credit::told_of_household;
pub(super) use first_day::{MANY_NEAR, many_near};

use super::TakeHomeRequest;
use super::sheet::Sheet;
use crate::error::{PaymentError, Pointer};
use crate::unit::{Known, Money};

/// Fills an answer in.
pub(super) type Fill = Box<dyn Fn(&mut Sheet)>;

/// Fills a sum of money in.
pub(super) type FillMoney = Rc<dyn Fn(&mut Sheet, Money)>;

/// A sum of money of `T`: its field, whether it is to be asked for, the question, and where it goes.
type Sum<T> = (&'static str, bool, &'static str, fn(&mut T, Money));

/// Something that is not known.
pub(super) struct Question {
    /// Where the answer goes; absent where only an office can decide.
    pub(super) path: Option<Pointer>,
    pub(super) text: String,
    pub(super) answers: Vec<Answer>,
    /// How another sum of money is filled in, for a question about money: the worst and best ones may lie beside those tried.
    pub(super) money: Option<FillMoney>,
    /// Whether it is asked although the figures may not depend on it, because whom to tell and by when does.
    pub(super) always: bool,
    /// Whether the figures may depend on it, so that every answer is tried.
    pub(super) tried: bool,
}

impl Question {
    /// How many answers are tried.
    pub(super) fn count(&self) -> usize {
        if self.tried { self.answers.len().max(1) } else { 1 }
    }

    /// The sums that are tried, in pence, of a question about money.
    pub(super) fn sums(&self) -> Vec<i64> {
        let sums = self.answers.iter().filter_map(|answer| answer.words.parse::<Money>().ok());
        if self.money.is_some() { sums.map(Money::pence).collect() } else { Vec::new() }
    }

    /// The largest of them: larger ones are taken not to occur.
    pub(super) fn largest(&self) -> Option<Money> {
        self.sums().into_iter().max().and_then(|pence| Money::from_pence(pence).ok())
    }
}

/// An answer to try.
pub(super) struct Answer {
    pub(super) words: String,
    pub(super) fill: Fill,
}

/// The open questions of a request that may matter.
pub(super) fn questions(request: &TakeHomeRequest, sheet: &Sheet) -> Result<Vec<Question>, PaymentError> {
    all(request, sheet, false)
}

/// The open questions of a request that may matter whatever the fees are.
pub(super) fn questions_for_any_fee(request: &TakeHomeRequest, sheet: &Sheet) -> Result<Vec<Question>, PaymentError> {
    all(request, sheet, true)
}

fn all(request: &TakeHomeRequest, sheet: &Sheet, any_fee: bool) -> Result<Vec<Question>, PaymentError> {
    let mut open = Open { request, sheet, person: Pointer::root().key("person"), any_fee, list: Vec::new() };
    open.nation_and_age();
    open.income();
    open.payments()?;
    open.credit()?;
    open.carer();
    open.weekly_benefits();
    Ok(open.list)
}

/// The questions so far.
struct Open<'a> {
    request: &'a TakeHomeRequest,
    sheet: &'a Sheet,
    person: Pointer,
    /// Whether the fees may still become others.
    any_fee: bool,
    list: Vec<Question>,
}

impl Open<'_> {
    /// Asks, unless there is only one answer.
    fn ask<T: Clone + 'static>(
        &mut self,
        path: Option<Pointer>,
        text: impl Into<String>,
        answers: impl IntoIterator<Item = (T, String)>,
        fill: impl Fn(&mut Sheet, &T) + 'static,
    ) {
        let fill = Rc::new(fill);
        let answers: Vec<Answer> = answers
            .into_iter()
            .map(|(value, words)| {
                let fill = Rc::clone(&fill);
                Answer { words, fill: Box::new(move |sheet: &mut Sheet| fill(sheet, &value)) }
            })
            .collect();
        self.list.push(Question { path, text: text.into(), answers, money: None, always: false, tried: true });
    }

    /// Asks for a sum of money; `points` are the sums at which something changes.
    fn ask_money(
        &mut self,
        path: Pointer,
        text: impl Into<String>,
        points: impl IntoIterator<Item = i64>,
        fill: impl Fn(&mut Sheet, Money) + 'static,
    ) {
        let fill: FillMoney = Rc::new(fill);
        let answers = points
            .into_iter()
            .filter_map(|pence| Money::from_pence(pence).ok())
            .map(|amount| {
                let fill = Rc::clone(&fill);
                Answer { words: amount.to_string(), fill: Box::new(move |sheet: &mut Sheet| fill(sheet, amount)) }
            })
            .collect();
        self.list.push(Question { path: Some(path), text: text.into(), answers, money: Some(fill), always: false, tried: true });
    }

    fn yes_or_no(&mut self, path: Pointer, text: impl Into<String>, fill: impl Fn(&mut Sheet, bool) + 'static) {
        let answers = [(false, "no".to_owned()), (true, "yes".to_owned())];
        self.ask(Some(path), text, answers, move |sheet, answer| fill(sheet, *answer));
    }
}

/// A fact that is known now.
const fn is<T>(value: T) -> Option<Known<T>> {
    Some(Known::Is(value))
}

/// Whether a fact is neither told nor to be taken as none.
pub(super) const fn missing<T>(fact: &Option<Known<T>>) -> bool {
    !matches!(fact, Some(Known::Is(_)))
}
