//! The fee that an organisation's own rate card gives for an engagement.

use super::price::{Fee, FeeLine, choose, fits, needed, no_step};
use super::{CardActivity, CardRate, CardStatus, PreparationPay, RateCard, cancellation, check, time};
use crate::error::{PaymentError, Pointer};
use crate::payment::{Engagement, LinePart, QuotedCard, RuleSource};
use crate::unit::{Date, Hours, Id, IdMap, Money};

/// The rates that hold on a day.
struct Version<'a> {
    activities: &'a IdMap<CardActivity>,
    status: Option<CardStatus>,
    source: Option<&'a String>,
}

/// The fee by an organisation's own card, which stands at `card_at`.
pub(in crate::payment) fn own(card: &RateCard, card_at: &Pointer, work: &Engagement, at: &Pointer) -> Result<Fee, PaymentError> {
    check::card(card, card_at)?;
    let version = version(card, work.date).ok_or_else(|| not_in_force(card, work.date, at))?;
    let entries: Vec<(&Id, &CardActivity)> = version.activities.iter().collect();
    let (id, activity) = choose(&entries, |(id, _)| id.as_str(), work, at)?;
    let name = activity.name.as_deref().unwrap_or_else(|| id.as_str());
    let quoted = QuotedCard {
        id: card.id.to_string(),
        name: card.name.clone().unwrap_or_else(|| card.id.to_string()),
        activity: id.to_string(),
        published: false,
    };
    let mut fee = activity_fee(name, activity, work, at)?;
    if let Some(cancelled) = &work.cancelled {
        cancellation::apply(&mut fee, cancelled, activity.cancellation.as_ref(), &at.key("cancelled"))?;
    }
    let mut lines = vec![fee];
    let unpaid = beside(activity, work, &mut lines)?;
    if let Some(least) = activity.minimum_fee.filter(|_| work.cancelled.is_none()) {
        let so_far = Money::sum(lines.iter().map(|line| line.amount))?;
        if so_far < least {
            let text = format!("made up to {least}, the least for one engagement");
            lines.push(FeeLine::new(LinePart::MinimumFee, text, least.minus(so_far)?));
        }
    }
    let source = version.source.map(|source| RuleSource { title: source.clone(), reference: None });
    lines.iter_mut().for_each(|line| line.source.clone_from(&source));
    let hourly = matches!(activity.rate, CardRate::Hourly(_));
    Ok(Fee { card: quoted, lines, preparation_unpaid: hourly && unpaid, draft: version.status == Some(CardStatus::Draft) })
}

/// The line for the activity itself.
fn activity_fee(name: &str, activity: &CardActivity, work: &Engagement, at: &Pointer) -> Result<FeeLine, PaymentError> {
    let (text, amount) = match &activity.rate {
        CardRate::Session(amount) => (name.to_owned(), *amount),
        CardRate::Hourly(pay) => {
            let (hours, rate) = (needed(work, at)?, pay.rate);
            let paid = time::hourly(pay, hours)?;
            let as_paid = match pay.minimum_hours {
                _ if paid == hours => String::new(),
                Some(least) if paid == least => format!(", paid as the least of {},", paid.in_words()),
                _ => format!(", paid as {},", paid.in_words()),
            };
            (format!("{name}: {}{as_paid} at {rate} an hour", hours.in_words()), rate.times(paid.ratio())?)
        }
        CardRate::ByLength(tiers) => {
            let hours = needed(work, at)?;
            let tier = tiers.iter().find(|tier| fits(hours, tier.below, tier.up_to)).ok_or_else(|| no_step(hours, at))?;
            let step = tier.name.as_ref().map_or_else(String::new, |step| format!(", {step}"));
            (format!("{name}: {}{step}", hours.in_words()), tier.amount)
        }
    };
    Ok(FeeLine::new(LinePart::Fee, text, amount))
}

/// Adds what is paid for preparing, reading and travelling; says whether preparing or reading is left without pay.
fn beside(activity: &CardActivity, work: &Engagement, lines: &mut Vec<FeeLine>) -> Result<bool, PaymentError> {
    let some = |hours: Option<Hours>| hours.filter(|hours| *hours > Hours::ZERO);
    let (mut preparation, mut reading) = (some(work.preparation_hours), some(work.reading_hours));
    let mut what = "preparation";
    if activity.reading.is_none() && reading.is_some() {
        what = if preparation.is_some() { "preparation and reading" } else { "reading" };
        preparation = Some(work.reading_and_preparation()?);
        reading = None;
    }
    let mut unpaid = false;
    for (part, what, pay, hours) in [
        (LinePart::Preparation, what, &activity.preparation, preparation),
        (LinePart::Reading, "reading", &activity.reading, reading),
    ] {
        let Some(hours) = hours else { continue };
        let (text, amount) = match pay {
            None => {
                unpaid = true;
                continue;
            }
            Some(PreparationPay::Hourly(rate)) => {
                (format!("{what}: {} at {rate} an hour", hours.in_words()), rate.times(hours.ratio())?)
            }
            Some(PreparationPay::Amount(amount)) => (what.to_owned(), *amount),
            Some(PreparationPay::Timed(pay)) => time::beside(what, pay, hours)?,
        };
        lines.push(FeeLine::new(part, text, amount));
    }
    if let Some(hours) = some(work.travel_hours) {
        let made = match (activity.travel_per_hour, &activity.travel) {
            (Some(rate), _) => Some((format!("travelling: {} at {rate} an hour", hours.in_words()), rate.times(hours.ratio())?)),
            (None, Some(pay)) => Some(time::beside("travelling", pay, hours)?),
            (None, None) => None,
        };
        lines.extend(made.map(|(text, amount)| FeeLine::new(LinePart::Travel, text, amount)));
    }
    Ok(unpaid)
}

/// What the card pays on that day.
fn version(card: &RateCard, on: Date) -> Option<Version<'_>> {
    if card.from.is_some_and(|from| on < from) || card.until.is_some_and(|until| on > until) {
        return None;
    }
    if card.versions.is_empty() {
        return Some(Version { activities: &card.activities, status: card.status, source: card.source.as_ref() });
    }
    let version = card.versions.iter().rfind(|version| version.from <= on)?;
    Some(Version {
        activities: &version.activities,
        status: version.status.or(card.status),
        source: version.source.as_ref().or(card.source.as_ref()),
    })
}

fn not_in_force(card: &RateCard, on: Date, at: &Pointer) -> PaymentError {
    let shown = |date: Option<Date>, open: &str| date.map_or_else(|| open.to_owned(), |date| date.to_string());
    let first = card.versions.first().map(|version| version.from);
    PaymentError::CardNotInForce {
        path: at.key("date"),
        id: card.id.to_string(),
        date: on.to_string(),
        from: shown(card.from.max(first), "the beginning"),
        until: shown(card.until, "further notice"),
    }
}
