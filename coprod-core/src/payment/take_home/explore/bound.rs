//! How much is tried: bounded, whatever is asked.

use crate::error::PaymentError;
use crate::payment::take_home::MOST_COMBINATIONS;
use crate::payment::take_home::open::Question;
use crate::payment::take_home::sheet::{Pay, Sheet};

/// So many sums of money are tried for a question at least.
const FEWEST_SUMS: usize = 5;

/// A case of a payment, or of a week that it may cover, is worked out so many times at most: about a second of work.
const MOST_WORK: usize = 2_000_000;

/// Pence below the lowest weekly limit for carers since 2022: a payment that is not for a period covers a week for each.
const LOWEST_LIMIT: i64 = 13_200;

/// Weeks that one payment covers at most.
const MOST_WEEKS: i64 = 520;

/// How many cases may be worked out.
pub(super) fn most_cases(sheet: &Sheet) -> usize {
    let carer = sheet.person.carers_allowance.is_some() || sheet.person.carer_support_payment.is_some();
    let weeks = |pay: &Pay| if carer { (pay.gross() / LOWEST_LIMIT).min(MOST_WEEKS) } else { 0 };
    let weight: i64 = sheet.pays.iter().map(|pay| 1 + weeks(pay)).sum();
    MOST_WORK / usize::try_from(weight).unwrap_or(usize::MAX).max(1)
}

/// How many combinations there are. Where they are too many, fewer sums of money are tried: the worst and the best are looked for beside
/// them anyway.
pub(super) fn bounded(questions: &mut [Question], sheet: &Sheet) -> Result<usize, PaymentError> {
    let limit = most_cases(sheet).min(MOST_COMBINATIONS);
    loop {
        let count = questions.iter().try_fold(1_usize, |count, question| count.checked_mul(question.count()));
        if let Some(count) = count.filter(|count| *count <= limit) {
            return Ok(count);
        }
        let most = questions.iter_mut().filter(|question| question.money.is_some()).max_by_key(|question| question.answers.len());
        let Some(most) = most.filter(|question| question.answers.len() > FEWEST_SUMS) else { break };
        let last = most.answers.len() - 1;
        let mut place = 0;
        most.answers.retain(|_| {
            place += 1;
            (place - 1) % 2 == 0 || place - 1 == last
        });
    }
    let mut open: Vec<&Question> = questions.iter().filter(|question| question.path.is_some() && question.tried).collect();
    open.sort_by_key(|question| std::cmp::Reverse(question.answers.len()));
    let path = open.first().and_then(|question| question.path.clone()).unwrap_or_default();
    let named: Vec<String> = open.iter().take(5).filter_map(|question| Some(question.path.as_ref()?.to_string())).collect();
    Err(PaymentError::TooManyUnknowns { path, count: questions.len(), named: named.join(", ") })
}
