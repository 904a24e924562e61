//! Searches piece by piece, because what is kept can fall at a cliff and rise again.

use super::{BreakEvenAnswer, BreakEvenFee};
use crate::error::PaymentError;
use crate::payment::curve::{Drawn, Many, Span, first_at_least, kept};
use crate::unit::Money;

const STATEMENT: &str = "an estimate on what was told, and not advice: a sum to reckon with, not a fee to aim at";

/// Searches all cases.
pub(super) fn find(many: &Many, span: Span, wanted: Money) -> Result<BreakEvenAnswer, PaymentError> {
    let mut all = many.drawn(span)?;
    let target = wanted.pence();
    let every = in_every_case(&mut all, span, target)?;
    let best = if all.len() > 1 { in_the_best_case(&mut all, span, target)? } else { None };
    let mut answer = BreakEvenAnswer {
        kept: wanted,
        until: Money::from_pence(span.until)?,
        fee: every.map(|fee| described(&mut all, fee, target)).transpose()?,
        at_best: best.map(|fee| described(&mut all, fee, target)).transpose()?,
        reason: None,
        most: None,
        questions: many.questions(),
        statement: STATEMENT.to_owned(),
    };
    if every.is_none() {
        let fee = most_in_every_case(&mut all, span)?;
        let most = described(&mut all, fee, i64::MIN)?;
        let least = most.kept.eventual.low();
        let known = if all.len() > 1 { " in every case" } else { "" };
        answer.reason = Some(format!(
            "no fee up to {} leaves {wanted} in the end{known}: the most that is kept is {least}, of a fee of {}",
            answer.until, most.fee
        ));
        answer.most = Some(most);
    }
    Ok(answer)
}

/// The least fee that is enough in every case: each case in turn pushes it up, until none does.
fn in_every_case(all: &mut [Drawn<'_>], span: Span, target: i64) -> Result<Option<i64>, PaymentError> {
    let mut fee = span.from;
    loop {
        let before = fee;
        for drawn in all.iter_mut() {
            match first_at_least(&mut drawn.scene, &drawn.pieces, 1, fee, target)? {
                Some(found) => fee = found,
                None => return Ok(None),
            }
        }
        if fee == before {
            return Ok(Some(fee));
        }
    }
}

/// The least fee that is enough in one case.
fn in_the_best_case(all: &mut [Drawn<'_>], span: Span, target: i64) -> Result<Option<i64>, PaymentError> {
    let mut best: Option<i64> = None;
    for drawn in all.iter_mut() {
        let found = first_at_least(&mut drawn.scene, &drawn.pieces, 1, span.from, target)?;
        best = match (best, found) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
    Ok(best)
}

/// The least fee of which most is kept in the worst case: found by halving what is kept.
fn most_in_every_case(all: &mut [Drawn<'_>], span: Span) -> Result<i64, PaymentError> {
    let mut best = span.from;
    let mut low = kept(all, best)?.eventual.low().pence();
    let mut high = i64::MAX;
    for drawn in all.iter_mut() {
        high = high.min(drawn.at_most()?);
    }
    while low <= high {
        let middle = low + (high - low) / 2;
        match in_every_case(all, span, middle)? {
            Some(fee) => (best, low) = (fee, middle + 1),
            None => high = middle - 1,
        }
    }
    Ok(best)
}

fn described(all: &mut [Drawn<'_>], fee: i64, target: i64) -> Result<BreakEvenFee, PaymentError> {
    let mut less_again_after: Option<i64> = None;
    for drawn in all.iter_mut() {
        let found = drawn.cliff_below(fee, target)?;
        less_again_after = match (less_again_after, found) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
    let less_again_after = less_again_after.map(Money::from_pence).transpose()?;
    Ok(BreakEvenFee { fee: Money::from_pence(fee)?, kept: kept(all, fee)?, less_again_after })
}
