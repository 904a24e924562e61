//! What an organisation's own rate card must be before anything is quoted by it.

use super::{CancellationStep, CardActivity, CardRate, CardTier, CardTime, CardVersion, PreparationPay, RateCard, cancellation};
use crate::error::{PaymentError, Pointer};
use crate::parameters::CARDS;
use crate::payment::{MOST_CARD_ENTRIES, MOST_CARD_VERSIONS};
use crate::unit::{Hours, IdMap, Money, Ratio};

/// The most letters of a source.
const MOST_LETTERS: usize = 300;

/// Refuses a card that cannot be.
pub(super) fn card(card: &RateCard, at: &Pointer) -> Result<(), PaymentError> {
    if CARDS.iter().any(|published| published.id == card.id.as_str()) {
        return Err(PaymentError::CardIdTaken { path: at.key("id"), id: card.id.to_string() });
    }
    if let (Some(from), Some(until)) = (card.from, card.until)
        && until < from
    {
        return Err(PaymentError::DatesReversed { path: at.key("until"), first: from.to_string(), second: until.to_string() });
    }
    source(card.source.as_ref(), at)?;
    match (card.activities.is_empty(), card.versions.is_empty()) {
        (false, false) => Err(PaymentError::CardUnclear { path: at.clone(), first: "activities", second: "versions" }),
        (_, true) => activities(&card.activities, &at.key("activities")),
        (true, false) => versions(&card.versions, &at.key("versions")),
    }
}

fn versions(all: &[CardVersion], at: &Pointer) -> Result<(), PaymentError> {
    entries(all.len(), "versions", MOST_CARD_VERSIONS, at)?;
    let mut last = None;
    for (number, version) in all.iter().enumerate() {
        let at = at.index(number);
        if let Some(last) = last.filter(|last| version.from <= *last) {
            let (first, second) = (last.to_string(), version.from.to_string());
            return Err(PaymentError::VersionsUnordered { path: at.key("from"), first, second });
        }
        last = Some(version.from);
        source(version.source.as_ref(), &at)?;
        activities(&version.activities, &at.key("activities"))?;
    }
    Ok(())
}

fn source(source: Option<&String>, at: &Pointer) -> Result<(), PaymentError> {
    match source.map_or(0, |text| text.chars().count()) {
        letters if letters > MOST_LETTERS => Err(PaymentError::OutOfRange {
            path: at.key("source"),
            detail: format!("the source has {letters} letters"),
            bounds: "at most 300 letters",
        }),
        _ => Ok(()),
    }
}

fn activities(all: &IdMap<CardActivity>, at: &Pointer) -> Result<(), PaymentError> {
    entries(all.len(), "activities", MOST_CARD_ENTRIES, at)?;
    all.iter().try_for_each(|(id, one)| activity(one, &at.key(id.as_str())))
}

fn activity(activity: &CardActivity, at: &Pointer) -> Result<(), PaymentError> {
    let rate = at.key("rate");
    match &activity.rate {
        CardRate::Session(amount) => not_negative(*amount, &rate.key("session"))?,
        CardRate::Hourly(hourly) => not_negative(hourly.rate, &rate.key("hourly").key("rate"))?,
        CardRate::ByLength(all) => tiers(all, &rate.key("by_length"))?,
    }
    for (pay, field) in [(&activity.preparation, "preparation"), (&activity.reading, "reading")] {
        match pay {
            Some(PreparationPay::Hourly(rate)) => not_negative(*rate, &at.key(field).key("hourly"))?,
            Some(PreparationPay::Amount(amount)) => not_negative(*amount, &at.key(field).key("amount"))?,
            Some(PreparationPay::Timed(pay)) => timed(pay, &at.key(field).key("timed"))?,
            None => {}
        }
    }
    if let Some(travel) = &activity.travel {
        if activity.travel_per_hour.is_some() {
            return Err(PaymentError::CardUnclear { path: at.clone(), first: "travel_per_hour", second: "travel" });
        }
        timed(travel, &at.key("travel"))?;
    }
    for (amount, field) in [(activity.travel_per_hour, "travel_per_hour"), (activity.minimum_fee, "minimum_fee")] {
        if let Some(amount) = amount {
            not_negative(amount, &at.key(field))?;
        }
    }
    if let Some(cancellation) = &activity.cancellation {
        let at = at.key("cancellation");
        steps(&cancellation.by_organisation, &at.key("by_organisation"))?;
        steps(&cancellation.by_person, &at.key("by_person"))?;
    }
    Ok(())
}

fn timed(pay: &CardTime, at: &Pointer) -> Result<(), PaymentError> {
    not_negative(pay.rate, &at.key("rate"))
}

fn tiers(all: &[CardTier], at: &Pointer) -> Result<(), PaymentError> {
    entries(all.len(), "steps", MOST_CARD_ENTRIES, at)?;
    let mut order = Order { longest: 0, open: false };
    for (number, tier) in all.iter().enumerate() {
        let at = at.index(number);
        not_negative(tier.amount, &at.key("amount"))?;
        if tier.below.is_some() && tier.up_to.is_some() {
            return Err(PaymentError::StepUnclear { path: at, first: "below", second: "up_to" });
        }
        order.next(tier.below.or(tier.up_to).map(Hours::seconds), at)?;
    }
    Ok(())
}

fn steps(all: &[CancellationStep], at: &Pointer) -> Result<(), PaymentError> {
    if !all.is_empty() {
        entries(all.len(), "steps", MOST_CARD_ENTRIES, at)?;
    }
    let mut order = Order { longest: 0, open: false };
    for (number, step) in all.iter().enumerate() {
        let at = at.index(number);
        share(step.share, &at.key("share"))?;
        if step.less_than_days.is_some() && step.less_than_hours.is_some() {
            return Err(PaymentError::StepUnclear { path: at, first: "less_than_days", second: "less_than_hours" });
        }
        order.next(cancellation::limit(step), at)?;
    }
    Ok(())
}

/// Steps from the shortest to the longest, of which only the last may be without a limit.
struct Order {
    longest: i64,
    open: bool,
}

impl Order {
    fn next(&mut self, limit: Option<i64>, at: Pointer) -> Result<(), PaymentError> {
        if self.open || limit.is_some_and(|limit| limit <= self.longest) {
            return Err(PaymentError::StepsUnordered { path: at });
        }
        self.open = limit.is_none();
        self.longest = limit.unwrap_or(self.longest);
        Ok(())
    }
}

fn entries(count: usize, what: &'static str, limit: usize, at: &Pointer) -> Result<(), PaymentError> {
    match count {
        0 => Err(PaymentError::EmptyCard { path: at.clone(), what }),
        count if count > limit => Err(PaymentError::TooMany { path: at.clone(), what, count, limit }),
        _ => Ok(()),
    }
}

/// Refuses a share of a fee that is none.
pub(in crate::payment) fn share(share: Ratio, at: &Pointer) -> Result<(), PaymentError> {
    if share.is_negative() || share > Ratio::ONE {
        let detail = format!("{share} is not a share of the fee");
        return Err(PaymentError::OutOfRange { path: at.clone(), detail, bounds: "a share from 0 to 1, such as \"1/2\"" });
    }
    Ok(())
}

/// Refuses an amount below zero.
pub(in crate::payment) fn not_negative(amount: Money, at: &Pointer) -> Result<(), PaymentError> {
    if amount < Money::ZERO {
        return Err(PaymentError::NegativeAmount { path: at.clone(), amount: amount.to_string() });
    }
    Ok(())
}
