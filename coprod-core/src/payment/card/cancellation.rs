//! What is paid for work that was called off.

use super::price::FeeLine;
use super::{CancellationStep, CardCancellation};
use crate::error::{PaymentError, Pointer};
use crate::payment::{CalledOff, CalledOffBy};
use crate::unit::{Hours, Ratio};

const DAY: i64 = 24 * 3600;

/// Reduces a fee to the share that is paid, by what was agreed for this engagement or else by the card. `at` is where the engagement says
/// that the work was called off.
pub(in crate::payment) fn apply(
    line: &mut FeeLine,
    cancelled: &CalledOff,
    card: Option<&CardCancellation>,
    at: &Pointer,
) -> Result<(), PaymentError> {
    let (share, why) = share(cancelled, card, at)?;
    line.amount = line.amount.times(share)?;
    line.text = format!("{}; called off {why}: {}", line.text, shown(share));
    line.rule = Some("the share of the fee that is paid for work that was called off");
    Ok(())
}

fn share(cancelled: &CalledOff, card: Option<&CardCancellation>, at: &Pointer) -> Result<(Ratio, String), PaymentError> {
    let by = cancelled.by.unwrap_or(CalledOffBy::Organisation);
    if let Some(share) = cancelled.share {
        return Ok((share, format!("by {}, and this share agreed", by.words())));
    }
    let Some(card) = card else { return Err(PaymentError::NoCancellationRule { path: at.clone() }) };
    let (seconds, notice) = match (cancelled.notice_days, cancelled.notice_hours) {
        (Some(0), None) => (0, "less than a day".to_owned()),
        (Some(1), None) => (DAY, "1 day".to_owned()),
        (Some(days), None) => (i64::from(days) * DAY, format!("{days} days")),
        (None, Some(hours)) => (hours.seconds(), hours.in_words()),
        _ => return Err(PaymentError::NoticeUnclear { path: at.clone() }),
    };
    let steps = match by {
        CalledOffBy::Organisation => &card.by_organisation,
        CalledOffBy::Person => &card.by_person,
    };
    let fits = |step: &&CancellationStep| limit(step).is_none_or(|limit| seconds < limit);
    let share = steps.iter().find(fits).map_or(Ratio::ZERO, |step| step.share);
    Ok((share, format!("by {} {notice} before", by.words())))
}

/// The notice in seconds below which a step is paid; nothing where it fits any notice.
pub(super) fn limit(step: &CancellationStep) -> Option<i64> {
    step.less_than_days.map(|days| i64::from(days) * DAY).or(step.less_than_hours.map(Hours::seconds))
}

fn shown(share: Ratio) -> String {
    if share == Ratio::ZERO {
        "nothing of it is paid".to_owned()
    } else if share == Ratio::ONE {
        "all of it is paid".to_owned()
    } else {
        format!("{share} of it is paid")
    }
}
