//! Looks beside the sums of money that were tried for a still worse and a still better one, down to the penny.

use super::{Choice, Desk, Figures, bound};
use crate::error::PaymentError;
use crate::payment::effect::Outcome;
use crate::payment::ledger::Silent;
use crate::payment::take_home::open::Question;
use crate::payment::take_home::sheet::Sheet;
use crate::unit::Money;

/// The largest step, in pence; each next one is half as long.
const FIRST_STEP: i64 = 1 << 16;

/// The part of a penny that taper and tax round repeats within so many pence.
const BESIDE: i64 = 20;

/// What is looked for: the most of a figure.
type Aim = fn(&Outcome) -> i64;

/// Looks from the worst and from the best case, and puts what it finds in their place.
pub(super) fn polish(
    desk: &mut Desk<'_>,
    sheet: &Sheet,
    figures: &mut Figures,
    low: &mut Choice,
    high: &mut Choice,
) -> Result<(), PaymentError> {
    let left = bound::most_cases(sheet);
    let mut search = Search { desk, sheet, figures, left, low: None, high: None };
    search.from(low, |outcome| -outcome.kept_eventually)?;
    search.from(high, |outcome| outcome.kept_eventually)?;
    search.from(low, |outcome| -outcome.kept)?;
    search.from(high, |outcome| outcome.kept)?;
    if let (Some((_, lowest)), Some((_, highest))) = (search.low, search.high) {
        (*low, *high) = (lowest, highest);
    }
    Ok(())
}

struct Search<'a, 'b> {
    desk: &'a mut Desk<'b>,
    sheet: &'a Sheet,
    figures: &'a mut Figures,
    /// How many more cases may be worked out.
    left: usize,
    /// The cases in which least and most is kept in the end, of all that were looked at whatever was looked for.
    low: Option<((i64, i64), Choice)>,
    high: Option<((i64, i64), Choice)>,
}

impl Search<'_, '_> {
    fn from(&mut self, from: &Choice, aim: Aim) -> Result<(), PaymentError> {
        let mut best = from.clone();
        let mut most = self.value(&best, aim)?;
        for number in 0..self.desk.questions.len() {
            let Some(mut at) = self.desk.amount(&best, number) else { continue };
            let limit = self.desk.questions.get(number).and_then(Question::largest).map_or(0, Money::pence);
            let mut step = FIRST_STEP;
            while step > 0 {
                match self.beside(&best, number, [at - step, (at + step).min(limit)].into_iter(), aim)? {
                    Some((amount, value)) if value > most => {
                        (at, most) = (amount, value);
                        best = with(&best, number, amount);
                    }
                    _ => step /= 2,
                }
            }
            // Where as much is kept for a long way, the odd penny can be anywhere on it: look beside each sum that was tried, too.
            let tried = self.desk.questions.get(number).map(Question::sums).unwrap_or_default();
            for near in tried.into_iter().chain([at]) {
                if let Some((amount, value)) = self.beside(&best, number, near - BESIDE..=(near + BESIDE).min(limit), aim)?
                    && value > most
                {
                    most = value;
                    best = with(&best, number, amount);
                }
            }
        }
        Ok(())
    }

    /// The best of some sums, and what comes of it.
    fn beside(
        &mut self,
        best: &Choice,
        number: usize,
        amounts: impl Iterator<Item = i64>,
        aim: Aim,
    ) -> Result<Option<(i64, i64)>, PaymentError> {
        let mut found: Option<(i64, i64)> = None;
        for amount in amounts.filter(|amount| *amount >= 0) {
            if self.left == 0 {
                break;
            }
            let value = self.value(&with(best, number, amount), aim)?;
            if found.is_none_or(|(_, most)| value > most) {
                found = Some((amount, value));
            }
        }
        Ok(found)
    }

    fn value(&mut self, choice: &Choice, aim: Aim) -> Result<i64, PaymentError> {
        self.left = self.left.saturating_sub(1);
        let mut filled = self.sheet.clone();
        self.desk.fill(&mut filled, choice);
        let outcome = self.desk.work_out(&filled, &mut Silent)?;
        self.figures.add(&outcome, &self.desk.space);
        let kept = (outcome.kept_eventually, outcome.kept);
        if self.low.as_ref().is_none_or(|(low, _)| kept < *low) {
            self.low = Some((kept, choice.clone()));
        }
        if self.high.as_ref().is_none_or(|(high, _)| kept > *high) {
            self.high = Some((kept, choice.clone()));
        }
        Ok(aim(&outcome))
    }
}

fn with(choice: &Choice, number: usize, pence: i64) -> Choice {
    let mut choice = choice.clone();
    choice.money.retain(|(known, _)| *known != number);
    choice.money.extend(Money::from_pence(pence).ok().map(|amount| (number, amount)));
    choice
}

impl Desk<'_> {
    /// The sum that a choice gives as the answer to a question about money.
    fn amount(&self, choice: &Choice, number: usize) -> Option<i64> {
        let question = self.questions.get(number).filter(|question| question.money.is_some())?;
        if let Some((_, amount)) = choice.money.iter().find(|(known, _)| *known == number) {
            return Some(amount.pence());
        }
        let answer = question.answers.get(*choice.numbers.get(number)?)?;
        answer.words.parse::<Money>().ok().map(Money::pence)
    }
}
