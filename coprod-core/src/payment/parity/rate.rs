//! One piece of work by the hour.

use super::answer::{ParityFloor, ParityRate};
use super::{ParityRequest, ParitySide, ParityWork};
use crate::error::{PaymentError, Pointer};
use crate::parameters::Reach;
use crate::payment::card::not_negative;
use crate::payment::quote::hourly;
use crate::payment::{FloorOutcome, HourlyPay, quote_engagement};
use crate::unit::{Hours, Money};

/// Hours in a week, in seconds.
const WEEK: i64 = 7 * 24 * 3600;

/// A piece of work by the hour, and what came to light.
pub(super) struct Found {
    pub(super) rate: ParityRate,
    pub(super) below_floor: Vec<ParityFloor>,
    pub(super) questions: Vec<String>,
}

pub(super) fn rate(piece: &ParityWork, at: &Pointer, request: &ParityRequest, cards_at: &Pointer) -> Result<Found, PaymentError> {
    check(piece, at)?;
    let work = &piece.engagement;
    let like = piece.like.as_deref().or(work.activity.as_deref()).unwrap_or("the work").trim().to_lowercase();
    let reach = Reach::assume_latest(request.assume_latest);
    let quote = quote_engagement(work, &at.key("engagement"), &request.cards, cards_at, reach)?;
    let hours = work.working_hours()?;
    let unpaid = piece.unpaid_hours.unwrap_or_default();
    let spent = hours.map(|hours| hours.plus(work.travel_hours.unwrap_or_default())?.plus(unpaid)).transpose()?;
    let gross = match (piece.hourly_pay, hours) {
        (Some(pay), Some(hours)) => Some(pay.times(hours.ratio())?),
        (Some(_), None) => None,
        (None, _) => quote.as_ref().and_then(|quote| quote.fee),
    };
    let mut questions = Vec::new();
    if hours.is_none() {
        questions.push(format!("how many hours does \"{like}\" take ({at})?"));
    }
    if gross.is_none() && (hours.is_some() || piece.hourly_pay.is_none()) {
        questions.push(format!("what is paid for \"{like}\" ({at})?"));
    }
    let floors = quote.map(|quote| quote.floors).unwrap_or_default();
    let below_floor = floors
        .into_iter()
        .filter(|floor| piece.side == ParitySide::Users && floor.outcome == FloorOutcome::Failed)
        .map(|floor| ParityFloor { at: at.to_string(), floor })
        .collect();
    let rate = ParityRate {
        id: piece.id.clone(),
        at: at.to_string(),
        side: piece.side,
        like,
        gross,
        per_hour: by_the_hour(gross, hours)?,
        per_hour_of_all: by_the_hour(gross, spent)?,
        kept_per_hour: by_the_hour(piece.kept, hours)?,
        unpaid_hours: unpaid,
    };
    Ok(Found { rate, below_floor, questions })
}

fn check(piece: &ParityWork, at: &Pointer) -> Result<(), PaymentError> {
    let work = &piece.engagement;
    if let Some(pay) = piece.hourly_pay {
        not_negative(pay, &at.key("hourly_pay"))?;
        if work.fee.is_some() || work.card_id.is_some() {
            return Err(PaymentError::TwoRates { path: at.key("hourly_pay") });
        }
    }
    let wrong =
        |field: &str, detail: String, bounds: &'static str| PaymentError::OutOfRange { path: at.key(field), detail, bounds };
    if piece.unpaid_hours.is_some_and(|hours| hours.seconds() > WEEK) {
        return Err(wrong("unpaid_hours", "more unpaid hours than a week has".to_owned(), "up to 168 hours"));
    }
    if piece.like.as_ref().is_some_and(|like| like.chars().count() > 200) {
        return Err(wrong("like", "the words for the work have more than 200 letters".to_owned(), "at most 200 letters"));
    }
    Ok(())
}

fn by_the_hour(pay: Option<Money>, hours: Option<Hours>) -> Result<Option<HourlyPay>, PaymentError> {
    pay.map_or(Ok(None), |pay| hourly(pay, hours))
}
