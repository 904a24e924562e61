//! The pieces of one curve: the stretches of fees in which everything lies on the same lines, exact to the penny also where pay is
//! counted in whole pounds beside a cliff.

use super::scene::{Scene, Signs, too_fine};
use super::search::{Mark, Stop, Stretch, stretches};
use crate::error::{PaymentError, Pointer};
use crate::payment::ledger::{Exactly, apart};
use num_traits::Signed;

/// A curve has at most so many pieces.
pub const MOST_CURVE_PIECES: usize = 500;

/// Tax is worked out on whole pounds, so that what counts of a fee can fall by part of a pound from one penny to the next: a limit can
/// be passed more than once within so many pence.
const POUND: i64 = 130;
/// The same where no pounds are dropped.
const PENNIES: i64 = 3;

/// One piece.
#[derive(Debug, Clone)]
pub(in crate::payment) struct Piece {
    pub(in crate::payment) from: i64,
    pub(in crate::payment) until: i64,
    pub(in crate::payment) signs: Signs,
    /// How far what is kept can lie from the lines, in thousandths of a penny.
    pub(in crate::payment) slack: [i64; 2],
}

/// The pieces from one fee to another.
pub(in crate::payment) fn pieces(scene: &mut Scene<'_>, from: i64, until: i64) -> Result<Vec<Piece>, PaymentError> {
    let found = stretches(from, until, MOST_CURVE_PIECES, |fee| scene.signs(fee)).map_err(|stop| match stop {
        Stop::TooMany => too_many(),
        Stop::Failed(error) => error,
    })?;
    let found = beside_steps(scene, found)?;
    if found.len() > MOST_CURVE_PIECES {
        return Err(too_many());
    }
    let (found, joined) = without_slivers(found)?;
    let spans: Vec<[i64; 2]> = found.iter().map(|stretch| stretch.mark.span()).collect();
    let near = |place: Option<usize>, which: usize| {
        place.and_then(|place| spans.get(place)).and_then(|span| span.get(which)).copied().unwrap_or(0)
    };
    // Beside a kink a fee can still, or already, be on the line of the next piece.
    let slack = |place: usize| {
        [0, 1].map(|which| {
            near(Some(place), which)
                + near(place.checked_sub(1), which).max(near(place.checked_add(1), which))
                + joined.get(place).copied().unwrap_or(0)
        })
    };
    let all = found.into_iter().enumerate();
    Ok(all.map(|(place, Stretch { from, until, mark })| Piece { from, until, signs: mark, slack: slack(place) }).collect())
}

fn too_many() -> PaymentError {
    PaymentError::TooMuchWork {
        path: Pointer::root().key("until"),
        detail: format!("more than {MOST_CURVE_PIECES} pieces lie between the two fees"),
    }
}

/// By how much the lines of what is kept step up, or down, between two pieces that meet after `fee`.
pub(super) fn step(one: &Signs, next: &Signs, fee: i64) -> Result<[Exactly; 2], PaymentError> {
    let [[now, in_the_end], [next_now, next_in_the_end]] = [one.at(fee + 1)?, next.at(fee + 1)?];
    Ok([next_now - now, next_in_the_end - in_the_end])
}

/// Whether a step is one, and not rounding.
pub(super) fn is_step(step: &[Exactly; 2], one: &Signs, next: &Signs) -> bool {
    let spans = [one.span(), next.span()];
    [0, 1].iter().any(|which| {
        let of = |span: &[i64; 2]| span.get(*which).copied().unwrap_or(0);
        let rounding = Exactly::new(i128::from(spans.iter().map(of).max().unwrap_or(0)), 1000);
        let step = step.get(*which).copied().unwrap_or_default().abs();
        apart(step, Exactly::from_integer(0)) && step > rounding
    })
}

/// Whether whole pounds are counted somewhere.
fn in_pounds(signs: &Signs) -> bool {
    signs.span().iter().any(|span| *span > 10_000)
}

fn steps(one: &Stretch<Signs>, next: &Stretch<Signs>) -> Result<bool, PaymentError> {
    Ok(is_step(&step(&one.mark, &next.mark, one.until)?, &one.mark, &next.mark))
}

/// Joins a stretch of less than a pound, in which the first whole pound is still awaited, with the one after it. With each stretch goes
/// how far what was joined lies from its lines, in thousandths of a penny.
fn without_slivers(found: Vec<Stretch<Signs>>) -> Result<(Vec<Stretch<Signs>>, Vec<i64>), PaymentError> {
    let mut all: Vec<Stretch<Signs>> = Vec::with_capacity(found.len());
    let mut gaps: Vec<i64> = Vec::with_capacity(found.len());
    let mut waiting: Option<(Stretch<Signs>, i64)> = None;
    let mut rest = found.into_iter().peekable();
    while let Some(mut one) = rest.next() {
        let mut gap = 0;
        if let Some((sliver, before)) = waiting.take() {
            gap = before + apart_by(&sliver, &one)?;
            one.from = sliver.from;
        }
        let sliver = one.until - one.from <= 100
            && match (all.last(), rest.peek()) {
                (last, Some(next)) => {
                    let level = last.map_or(Ok(true), |last| steps(last, &one).map(|steps| !steps))?;
                    // At the lowest fee itself nothing may have begun to count.
                    let awaited = in_pounds(&next.mark) || (all.is_empty() && one.from == one.until);
                    awaited && level && !steps(&one, next)?
                }
                (_, None) => false,
            };
        if sliver {
            waiting = Some((one, gap));
        } else {
            all.push(one);
            gaps.push(gap);
        }
    }
    Ok((all, gaps))
}

/// How far the lines of a sliver lie from those of the stretch after it, at most, in thousandths of a penny.
fn apart_by(sliver: &Stretch<Signs>, next: &Stretch<Signs>) -> Result<i64, PaymentError> {
    let mut most = Exactly::from_integer(0);
    for fee in [sliver.from, sliver.until] {
        for (one, other) in sliver.mark.at(fee)?.iter().zip(next.mark.at(fee)?) {
            most = most.max((*one - other).abs());
        }
    }
    i64::try_from((most * Exactly::from_integer(1000)).ceil().to_integer()).map_err(|_| too_fine())
}

/// Looks at every penny beside each step.
fn beside_steps(scene: &mut Scene<'_>, found: Vec<Stretch<Signs>>) -> Result<Vec<Stretch<Signs>>, PaymentError> {
    let mut all: Vec<Stretch<Signs>> = Vec::with_capacity(found.len());
    let mut put = |stretch: Stretch<Signs>| match all.last_mut() {
        Some(last) if last.mark.same(&stretch.mark) => last.until = stretch.until,
        _ if stretch.from <= stretch.until => all.push(stretch),
        _ => {}
    };
    let mut rest = found.into_iter();
    let Some(mut one) = rest.next() else { return Ok(Vec::new()) };
    for mut next in rest {
        if steps(&one, &next)? {
            let width = if in_pounds(&one.mark) || in_pounds(&next.mark) { POUND } else { PENNIES };
            let (first, last) = ((one.until - width).max(one.from), (next.from + width).min(next.until));
            put(Stretch { from: one.from, until: first - 1, mark: one.mark });
            for fee in first..last {
                put(Stretch { from: fee, until: fee, mark: scene.signs(fee)? });
            }
            next.from = last;
        } else {
            put(one);
        }
        one = next;
    }
    put(one);
    Ok(all)
}

/// The least fee from `from` on with which at least `target` pence are kept.
pub(in crate::payment) fn first_at_least(
    scene: &mut Scene<'_>,
    pieces: &[Piece],
    which: usize,
    from: i64,
    target: i64,
) -> Result<Option<i64>, PaymentError> {
    for piece in pieces.iter().filter(|piece| piece.until >= from) {
        let start = piece.from.max(from);
        let (Some(line), Some(slack)) = (piece.signs.kept.get(which), piece.slack.get(which)) else { continue };
        // What is kept is nowhere above the line and this.
        let above = Exactly::new(i128::from(*slack), 1000) + Exactly::from_integer(1);
        let reaches = |fee: i64| Ok::<bool, PaymentError>(line.at(fee).ok_or_else(too_fine)? + above >= target_of(target));
        let (mut low, mut high) = (start, piece.until);
        if line.slope > Exactly::from_integer(0) {
            if !reaches(high)? {
                continue;
            }
            while low < high {
                let middle = low + (high - low) / 2;
                if reaches(middle)? { high = middle } else { low = middle + 1 }
            }
        } else if !reaches(low)? {
            continue;
        }
        for fee in low..=piece.until {
            enough_looks(scene)?;
            if scene.kept(fee)?.get(which).is_some_and(|kept| *kept >= target) {
                return Ok(Some(fee));
            }
            if line.slope < Exactly::from_integer(0) && !reaches(fee)? {
                break;
            }
        }
    }
    Ok(None)
}

fn target_of(pence: i64) -> Exactly {
    Exactly::from_integer(i128::from(pence))
}

/// At most so many fees are looked at for one curve.
const MOST_LOOKS: usize = 6_000_000;

fn enough_looks(scene: &Scene<'_>) -> Result<(), PaymentError> {
    if scene.looks <= MOST_LOOKS {
        return Ok(());
    }
    let detail = format!("more than {MOST_LOOKS} fees would have to be looked at");
    Err(PaymentError::TooMuchWork { path: Pointer::root().key("until"), detail })
}
