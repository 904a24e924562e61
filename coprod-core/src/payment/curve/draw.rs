//! Puts the pieces of all cases together.

use super::answer::{CurveAnswer, CurveBreak, CurveBreakKind, CurveCause, CurveCliff, CurvePiece, CurveRate};
use super::causes::{Cause, causes};
use super::many::{Drawn, Many, Span, kept};
use super::pieces::{MOST_CURVE_PIECES, first_at_least, is_step, step};
use super::scene::too_fine;
use crate::error::{PaymentError, Pointer};
use crate::parameters::FactStatus;
use crate::payment::KeptMoney;
use crate::payment::ledger::Exactly;
use crate::payment::person::Nation;
use crate::unit::{Money, MoneyOrRange, Ratio};

const STATEMENT: &str =
    "an estimate on what was told, and not advice: what is kept of every fee of this stretch, not a fee to aim at";

/// Draws the curve.
pub(super) fn draw(many: &Many, span: Span) -> Result<CurveAnswer, PaymentError> {
    let mut all = many.drawn(span)?;
    let mut ends: Vec<i64> = all.iter().flat_map(|drawn| drawn.pieces.iter().map(|piece| piece.until)).collect();
    ends.sort_unstable();
    ends.dedup();
    if ends.len() > MOST_CURVE_PIECES {
        let detail = format!("more than {MOST_CURVE_PIECES} pieces lie between the two fees");
        return Err(PaymentError::TooMuchWork { path: Pointer::root().key("until"), detail });
    }
    let mut answer = CurveAnswer {
        from: Money::from_pence(span.from)?,
        until: Money::from_pence(span.until)?,
        pieces: Vec::with_capacity(ends.len()),
        breaks: Vec::new(),
        questions: many.questions(),
        cases: all.len(),
        statement: STATEMENT.to_owned(),
    };
    let mut from = span.from;
    for until in ends {
        answer.pieces.push(piece(&mut all, from, until)?);
        if until < span.until {
            answer.breaks.push(break_after(&mut all, until)?);
        }
        from = until + 1;
    }
    Ok(answer)
}

fn piece(all: &mut [Drawn<'_>], from: i64, until: i64) -> Result<CurvePiece, PaymentError> {
    let (kept_from, kept_until) = (kept(all, from)?, kept(all, until)?);
    let holds = all.iter().filter_map(|drawn| drawn.pieces.iter().find(|piece| piece.until >= from));
    let slopes = |which: usize| holds.clone().filter_map(move |piece| piece.signs.kept.get(which)).map(|line| line.slope);
    let slack = holds.clone().flat_map(|piece| piece.slack).max().unwrap_or(0);
    Ok(CurvePiece {
        from: Money::from_pence(from)?,
        until: Money::from_pence(until)?,
        kept_from,
        kept_until,
        of_a_pound: rate(slopes(0))?,
        of_a_pound_eventually: rate(slopes(1))?,
        rounding: Money::from_pence(slack.div_euclid(1000) + i64::from(slack % 1000 > 0))?,
    })
}

/// The least and the most of some pence.
pub(super) fn range(of: impl Iterator<Item = i64> + Clone) -> Result<MoneyOrRange, PaymentError> {
    let (low, high) = (of.clone().min().unwrap_or(0), of.max().unwrap_or(0));
    Ok(MoneyOrRange::new(Money::from_pence(low)?, Money::from_pence(high)?))
}

fn rate(of: impl Iterator<Item = Exactly> + Clone) -> Result<CurveRate, PaymentError> {
    let (least, most) = (of.clone().min().unwrap_or_default(), of.max().unwrap_or_default());
    let (least, most) = (ratio(least)?, ratio(most)?);
    let pound = Money::from_whole_pounds(1);
    Ok(CurveRate { least, most, rounded: MoneyOrRange::new(pound.times(least)?, pound.times(most)?) })
}

fn ratio(exactly: Exactly) -> Result<Ratio, PaymentError> {
    let part = |part: &i128| i64::try_from(*part).map_err(|_| too_fine());
    Ok(Ratio::new(part(exactly.numer())?, part(exactly.denom())?)?)
}

/// What happens after `fee` in the cases that have a break there.
fn break_after(all: &mut [Drawn<'_>], fee: i64) -> Result<CurveBreak, PaymentError> {
    let mut because: Vec<(Cause, Nation)> = Vec::new();
    let (mut cases, mut rises, mut turns) = (0, false, false);
    let mut changes: Vec<[i64; 2]> = Vec::new();
    let (mut lost, mut again, mut never) = (Vec::new(), fee, false);
    for drawn in all.iter_mut() {
        let pieces = &drawn.pieces;
        let place = pieces.iter().position(|piece| piece.until == fee);
        let pair = place.and_then(|place| pieces.get(place).zip(pieces.get(place + 1)));
        let (before, after) = (drawn.scene.kept(fee)?, drawn.scene.kept(fee + 1)?);
        let [now, then] = [0, 1].map(|which| part(&after, which) - part(&before, which));
        changes.push([now, then]);
        let Some((one, next)) = pair else { continue };
        cases += 1;
        let nation = drawn.scene.nation();
        for cause in causes(&mut drawn.scene, fee)? {
            let known = |known: &(Cause, Nation)| known.0.rule.id == cause.rule.id && known.0.subject.what == cause.subject.what;
            if !because.iter().any(known) {
                because.push((cause, nation));
            }
        }
        turns |= one.signs.kept.map(|line| line.slope) != next.signs.kept.map(|line| line.slope);
        let steps = step(&one.signs, &next.signs, fee)?;
        if !is_step(&steps, &one.signs, &next.signs) {
            continue;
        }
        let drops = steps.iter().any(|step| *step < Exactly::from_integer(0)) && (now < 0 || then < 0);
        rises |= !drops;
        if drops {
            lost.push([-now, -then]);
            let target = part(&before, 1);
            match first_at_least(&mut drawn.scene, &drawn.pieces, 1, fee + 1, target)? {
                Some(found) => again = again.max(found),
                None => never = true,
            }
        }
    }
    let kind = match (lost.is_empty(), rises, turns) {
        (false, ..) => CurveBreakKind::Cliff,
        (true, true, _) => CurveBreakKind::Rise,
        (true, false, true) => CurveBreakKind::Kink,
        (true, false, false) => CurveBreakKind::Shift,
    };
    let cliff = if lost.is_empty() {
        None
    } else {
        let as_much_again_from = if never { None } else { Some(Money::from_pence(again)?) };
        Some(cliff(fee, &lost, as_much_again_from)?)
    };
    Ok(CurveBreak {
        after: Money::from_pence(fee)?,
        kind,
        cases,
        change: KeptMoney {
            in_period: range(changes.iter().map(|[now, _]| *now))?,
            eventual: range(changes.iter().map(|[_, then]| *then))?,
        },
        because: because.into_iter().map(|(cause, nation)| named(&cause, nation)).collect(),
        cliff,
    })
}

fn part(kept: &[i64; 2], which: usize) -> i64 {
    kept.get(which).copied().unwrap_or(0)
}

fn cliff(fee: i64, lost: &[[i64; 2]], as_much_again_from: Option<Money>) -> Result<CurveCliff, PaymentError> {
    let highest_fee_below = Money::from_pence(fee)?;
    Ok(CurveCliff {
        highest_fee_below,
        text: format!("the highest fee below this cliff, on what you told us, is {highest_fee_below}"),
        lost: range(lost.iter().map(|[now, _]| *now))?,
        lost_eventually: range(lost.iter().map(|[_, then]| *then))?,
        as_much_again_from,
    })
}

fn named(cause: &Cause, nation: Nation) -> CurveCause {
    let source = cause.rule.law.map(|law| law.in_words(nation.law_of()));
    let status = source.as_ref().map(|_| FactStatus::Law);
    CurveCause {
        rule: cause.rule.id,
        text: cause.rule.text,
        subject: cause.subject.what,
        from: cause.subject.period.map(|period| period.0),
        until: cause.subject.period.map(|period| period.1),
        source,
        status: if cause.rule.unconfirmed { Some(FactStatus::Unconfirmed) } else { status },
    }
}
