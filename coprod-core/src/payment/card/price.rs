//! The fee that a rate card gives for an engagement.

use super::published::whole_hours;
use super::{CardActivity, CardRate, PreparationPay, RateCard};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{ActivityRow, CARDS, CardRow, Dated, Fact, RateRow, Reach};
use crate::payment::{Engagement, LinePart, QuotedCard};
use crate::unit::{Hours, Money};

/// The parts of a fee.
pub(in crate::payment) struct Fee {
    pub(in crate::payment) card: QuotedCard,
    pub(in crate::payment) lines: Vec<FeeLine>,
    /// Whether preparation was done and is not paid on top of an hourly rate.
    pub(in crate::payment) preparation_unpaid: bool,
}

pub(in crate::payment) struct FeeLine {
    pub(in crate::payment) part: LinePart,
    pub(in crate::payment) text: String,
    pub(in crate::payment) amount: Money,
    pub(in crate::payment) fact: Option<Fact>,
}

impl FeeLine {
    fn new(part: LinePart, text: String, amount: Money, fact: Option<Fact>) -> Self {
        Self { part, text, amount, fact }
    }
}

/// The published card with this id; `card_at` is where it is named.
fn find(id: &str, card_at: &Pointer) -> Result<&'static CardRow, PaymentError> {
    CARDS.iter().find(|card| card.id == id).ok_or_else(|| PaymentError::UnknownCard {
        path: card_at.clone(),
        id: id.to_owned(),
        known: CARDS.iter().map(|card| card.id).collect::<Vec<_>>().join(", "),
    })
}

/// Refuses the name of a card that is not published.
pub(in crate::payment) fn must_be_published(id: &str, card_at: &Pointer) -> Result<(), PaymentError> {
    find(id, card_at).map(|_| ())
}

/// The fee by a published card; `card_at` is where the card is named, `at` where the engagement stands.
pub(in crate::payment) fn published(
    id: &str,
    card_at: &Pointer,
    work: &Engagement,
    at: &Pointer,
    reach: Reach,
) -> Result<Fee, PaymentError> {
    let card = find(id, card_at)?;
    let activity = choose(card.activities, |activity| activity.id, work, at)?;
    let quoted = QuotedCard { id: id.to_owned(), name: card.name.to_owned(), activity: activity.id.to_owned(), published: true };
    let price =
        |key: &crate::parameters::Key<Money>| Ok::<Dated<Money>, PaymentError>(key.at(work.date, reach, &at.key("date"))?);
    let line = |text, amount, fact| vec![FeeLine::new(LinePart::Fee, text, amount, Some(fact))];
    let ActivityRow { name, .. } = activity;
    let (lines, hourly) = match &activity.rate {
        RateRow::Session(key) => {
            let Dated { value, fact } = price(key)?;
            (line((*name).to_owned(), value, fact), false)
        }
        RateRow::Hourly(key) => {
            let Dated { value, fact } = price(key)?;
            let hours = needed(work, at)?;
            (line(format!("{name}: {hours} hours at {value} an hour"), value.times(hours.ratio())?, fact), true)
        }
        RateRow::ByLength(tiers) => {
            let hours = needed(work, at)?;
            let mut chosen = None;
            for tier in *tiers {
                if fits(hours, whole_hours(tier.below)?, whole_hours(tier.up_to)?) {
                    chosen = Some(tier);
                    break;
                }
            }
            let tier = chosen.ok_or_else(|| no_step(hours, at))?;
            let Dated { value, fact } = price(&tier.amount)?;
            (line(tier.amount.about().trim_end_matches('.').to_owned(), value, fact), false)
        }
    };
    Ok(Fee { card: quoted, lines, preparation_unpaid: hourly && work.preparation_hours.is_some_and(|hours| hours > Hours::ZERO) })
}

/// The fee by an organisation's own card, which stands at `card_at`.
pub(in crate::payment) fn own(card: &RateCard, card_at: &Pointer, work: &Engagement, at: &Pointer) -> Result<Fee, PaymentError> {
    check_own(card, card_at)?;
    let shown = |date: Option<crate::unit::Date>, open: &str| date.map_or_else(|| open.to_owned(), |date| date.to_string());
    if card.from.is_some_and(|from| work.date < from) || card.until.is_some_and(|until| work.date > until) {
        return Err(PaymentError::CardNotInForce {
            path: at.key("date"),
            id: card.id.to_string(),
            date: work.date.to_string(),
            from: shown(card.from, "the beginning"),
            until: shown(card.until, "further notice"),
        });
    }
    let entries: Vec<(&crate::unit::Id, &CardActivity)> = card.activities.iter().collect();
    let (id, activity) = choose(&entries, |(id, _)| id.as_str(), work, at)?;
    let name = activity.name.as_deref().unwrap_or_else(|| id.as_str());
    let quoted = QuotedCard {
        id: card.id.to_string(),
        name: card.name.clone().unwrap_or_else(|| card.id.to_string()),
        activity: id.to_string(),
        published: false,
    };
    let mut lines = Vec::new();
    let mut push = |part, text, amount| lines.push(FeeLine::new(part, text, amount, None));
    match &activity.rate {
        CardRate::Session(amount) => push(LinePart::Fee, name.to_owned(), *amount),
        CardRate::Hourly(hourly) => {
            let (hours, rate) = (needed(work, at)?, hourly.rate);
            let paid = hourly.minimum_hours.map_or(hours, |least| hours.max(least));
            let text = if paid > hours {
                format!("{name}: {hours} hours, paid as the least of {paid} hours, at {rate} an hour")
            } else {
                format!("{name}: {hours} hours at {rate} an hour")
            };
            push(LinePart::Fee, text, rate.times(paid.ratio())?);
        }
        CardRate::ByLength(tiers) => {
            let hours = needed(work, at)?;
            let tier = tiers.iter().find(|tier| fits(hours, tier.below, tier.up_to)).ok_or_else(|| no_step(hours, at))?;
            let step = tier.name.as_ref().map_or_else(String::new, |step| format!(", {step}"));
            push(LinePart::Fee, format!("{name}: {hours} hours{step}"), tier.amount);
        }
    }
    let preparation = work.preparation_hours.filter(|hours| *hours > Hours::ZERO);
    match (&activity.preparation, preparation) {
        (Some(PreparationPay::Hourly(rate)), Some(hours)) => {
            push(LinePart::Preparation, format!("preparation: {hours} hours at {rate} an hour"), rate.times(hours.ratio())?);
        }
        (Some(PreparationPay::Amount(amount)), Some(_)) => push(LinePart::Preparation, "preparation".to_owned(), *amount),
        _ => {}
    }
    if let (Some(rate), Some(hours)) = (activity.travel_per_hour, work.travel_hours.filter(|hours| *hours > Hours::ZERO)) {
        push(LinePart::Travel, format!("travelling: {hours} hours at {rate} an hour"), rate.times(hours.ratio())?);
    }
    let hourly = matches!(activity.rate, CardRate::Hourly(_));
    Ok(Fee { card: quoted, lines, preparation_unpaid: hourly && preparation.is_some() && activity.preparation.is_none() })
}

fn check_own(card: &RateCard, at: &Pointer) -> Result<(), PaymentError> {
    if CARDS.iter().any(|published| published.id == card.id.as_str()) {
        return Err(PaymentError::CardIdTaken { path: at.key("id"), id: card.id.to_string() });
    }
    if let (Some(from), Some(until)) = (card.from, card.until)
        && until < from
    {
        return Err(PaymentError::DatesReversed { path: at.key("until"), first: from.to_string(), second: until.to_string() });
    }
    let activities = at.key("activities");
    entries(card.activities.len(), "activities", &activities)?;
    for (id, activity) in card.activities.iter() {
        let at = activities.key(id.as_str());
        let rate = at.key("rate");
        match &activity.rate {
            CardRate::Session(amount) => not_negative(*amount, &rate.key("session"))?,
            CardRate::Hourly(hourly) => not_negative(hourly.rate, &rate.key("hourly").key("rate"))?,
            CardRate::ByLength(tiers) => {
                let at = rate.key("by_length");
                entries(tiers.len(), "steps", &at)?;
                let mut longest = Hours::ZERO;
                let mut open = false;
                for (number, tier) in tiers.iter().enumerate() {
                    let at = at.index(number);
                    not_negative(tier.amount, &at.key("amount"))?;
                    let limit = match (tier.below, tier.up_to) {
                        (Some(_), Some(_)) => return Err(PaymentError::StepUnclear { path: at }),
                        (limit, other) => limit.or(other),
                    };
                    if open || limit.is_some_and(|limit| limit <= longest) {
                        return Err(PaymentError::StepsUnordered { path: at });
                    }
                    open = limit.is_none();
                    longest = limit.unwrap_or(longest);
                }
            }
        }
        match &activity.preparation {
            Some(PreparationPay::Hourly(rate)) => not_negative(*rate, &at.key("preparation").key("hourly"))?,
            Some(PreparationPay::Amount(amount)) => not_negative(*amount, &at.key("preparation").key("amount"))?,
            None => {}
        }
        if let Some(rate) = activity.travel_per_hour {
            not_negative(rate, &at.key("travel_per_hour"))?;
        }
    }
    Ok(())
}

fn entries(count: usize, what: &'static str, at: &Pointer) -> Result<(), PaymentError> {
    let limit = crate::payment::MOST_CARD_ENTRIES;
    match count {
        0 => Err(PaymentError::EmptyCard { path: at.clone(), what }),
        count if count > limit => Err(PaymentError::TooMany { path: at.clone(), what, count, limit }),
        _ => Ok(()),
    }
}

/// Refuses an amount below zero.
pub(in crate::payment) fn not_negative(amount: Money, at: &Pointer) -> Result<(), PaymentError> {
    if amount < Money::ZERO {
        return Err(PaymentError::NegativeAmount { path: at.clone(), amount: amount.to_string() });
    }
    Ok(())
}

/// The activity that the engagement names, or the only one.
fn choose<'a, T>(all: &'a [T], id: impl Fn(&T) -> &str, work: &Engagement, at: &Pointer) -> Result<&'a T, PaymentError> {
    let known = || all.iter().take(20).map(|activity| id(activity).to_owned()).collect::<Vec<_>>().join(", ");
    let path = at.key("activity");
    match (&work.activity, all) {
        (None, [only]) => Ok(only),
        (None, _) => Err(PaymentError::ActivityNeeded { path, known: known() }),
        (Some(name), _) => all
            .iter()
            .find(|activity| id(activity) == name.as_str())
            .ok_or_else(|| PaymentError::UnknownActivity { path, activity: name.chars().take(40).collect(), known: known() }),
    }
}

fn fits(hours: Hours, below: Option<Hours>, up_to: Option<Hours>) -> bool {
    below.is_none_or(|limit| hours < limit) && up_to.is_none_or(|limit| hours <= limit)
}

fn needed(work: &Engagement, at: &Pointer) -> Result<Hours, PaymentError> {
    work.hours.ok_or_else(|| PaymentError::HoursNeeded { path: at.key("hours") })
}

fn no_step(hours: Hours, at: &Pointer) -> PaymentError {
    PaymentError::NoStep { path: at.key("hours"), hours: hours.to_string() }
}
