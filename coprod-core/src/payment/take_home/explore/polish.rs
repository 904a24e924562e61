//! Looks beside the sums of money that were tried for a still worse and a still better one, down to the penny.

use super::{Choice, Desk, Figures};
use crate::error::PaymentError;
use crate::payment::effect::Outcome;
use crate::payment::ledger::Silent;
use crate::payment::take_home::open::Question;
use crate::payment::take_home::sheet::Sheet;
use crate::unit::Money;

/// The largest step, in pence; each next one is half as long.
const FIRST_STEP: i64 = 1 << 16;

/// The part that taper and tax round in repeats within so many pence.
const BESIDE: i64 = 20;

/// What is looked for: the least or the most of a figure.
type Aim = fn(&Outcome) -> i64;

/// Looks from the worst and from the best case.
pub(super) fn polish(
    desk: &mut Desk<'_>,
    sheet: &Sheet,
    figures: &mut Figures,
    low: &mut Choice,
    high: &mut Choice,
) -> Result<(), PaymentError> {
    let least: Aim = |outcome| -outcome.kept_eventually;
    let most: Aim = |outcome| outcome.kept_eventually;
    let least_now: Aim = |outcome| -outcome.kept;
    let most_now: Aim = |outcome| outcome.kept;
    *low = search(desk, sheet, figures, low, least)?;
    *high = search(desk, sheet, figures, high, most)?;
    search(desk, sheet, figures, low, least_now)?;
    search(desk, sheet, figures, high, most_now)?;
    Ok(())
}

fn search(desk: &mut Desk<'_>, sheet: &Sheet, figures: &mut Figures, from: &Choice, aim: Aim) -> Result<Choice, PaymentError> {
    let mut best = from.clone();
    let mut most = value(desk, sheet, figures, &best, aim)?;
    let numbers: Vec<usize> = (0..desk.questions.len()).filter(|number| desk.is_money(*number)).collect();
    for number in numbers {
        let Some(mut at) = desk.amount(&best, number) else { continue };
        let limit = desk.questions.get(number).and_then(Question::largest).map_or(0, Money::pence);
        let mut step = FIRST_STEP;
        while step > 0 {
            let beside = [at - step, (at + step).min(limit)];
            let found = try_beside(desk, sheet, figures, &best, number, &beside, aim)?;
            match found {
                Some((amount, value)) if value > most => {
                    (at, most) = (amount, value);
                    best = with(&best, number, amount);
                }
                _ => step /= 2,
            }
        }
        let near: Vec<i64> = (-BESIDE..=BESIDE).map(|by| (at + by).min(limit)).collect();
        if let Some((amount, value)) = try_beside(desk, sheet, figures, &best, number, &near, aim)?
            && value > most
        {
            most = value;
            best = with(&best, number, amount);
        }
    }
    Ok(best)
}

fn try_beside(
    desk: &mut Desk<'_>,
    sheet: &Sheet,
    figures: &mut Figures,
    best: &Choice,
    number: usize,
    amounts: &[i64],
    aim: Aim,
) -> Result<Option<(i64, i64)>, PaymentError> {
    let mut found: Option<(i64, i64)> = None;
    for amount in amounts.iter().filter(|amount| **amount >= 0) {
        let value = value(desk, sheet, figures, &with(best, number, *amount), aim)?;
        if found.is_none_or(|(_, most)| value > most) {
            found = Some((*amount, value));
        }
    }
    Ok(found)
}

fn value(desk: &mut Desk<'_>, sheet: &Sheet, figures: &mut Figures, choice: &Choice, aim: Aim) -> Result<i64, PaymentError> {
    let mut filled = sheet.clone();
    desk.fill(&mut filled, choice);
    let outcome = desk.work_out(&filled, &mut Silent)?;
    figures.add(&outcome, &desk.space);
    Ok(aim(&outcome))
}

fn with(choice: &Choice, number: usize, pence: i64) -> Choice {
    let mut choice = choice.clone();
    choice.money.retain(|(known, _)| *known != number);
    choice.money.extend(Money::from_pence(pence).ok().map(|amount| (number, amount)));
    choice
}

impl Desk<'_> {
    fn is_money(&self, number: usize) -> bool {
        self.questions.get(number).is_some_and(|question| question.money.is_some())
    }

    /// The sum that a choice gives as the answer to a question about money.
    fn amount(&self, choice: &Choice, number: usize) -> Option<i64> {
        if let Some((_, amount)) = choice.money.iter().find(|(known, _)| *known == number) {
            return Some(amount.pence());
        }
        let answer = self.questions.get(number)?.answers.get(*choice.numbers.get(number)?)?;
        answer.words.parse::<Money>().ok().map(Money::pence)
    }
}
