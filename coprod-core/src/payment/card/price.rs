//! The fee that a published rate card gives for an engagement.

use super::cancellation;
use super::published::whole_hours;
use crate::error::{PaymentError, Pointer};
use crate::parameters::{ActivityRow, CARDS, CardRow, Dated, Fact, RateRow, Reach};
use crate::payment::{Engagement, LinePart, QuotedCard, RuleSource};
use crate::unit::{Hours, Money};

/// The parts of a fee.
pub(in crate::payment) struct Fee {
    pub(in crate::payment) card: QuotedCard,
    pub(in crate::payment) lines: Vec<FeeLine>,
    /// Whether preparation was done and is not paid on top of an hourly rate.
    pub(in crate::payment) preparation_unpaid: bool,
    /// Whether the card is a draft.
    pub(in crate::payment) draft: bool,
}

pub(in crate::payment) struct FeeLine {
    pub(in crate::payment) part: LinePart,
    pub(in crate::payment) text: String,
    pub(in crate::payment) amount: Money,
    /// The rule, where it is more than that the card says so.
    pub(in crate::payment) rule: Option<&'static str>,
    pub(in crate::payment) source: Option<RuleSource>,
    pub(in crate::payment) fact: Option<Fact>,
}

impl FeeLine {
    pub(in crate::payment) fn new(part: LinePart, text: String, amount: Money) -> Self {
        Self { part, text, amount, rule: None, source: None, fact: None }
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
    let line = |text, amount, fact: Fact| {
        let line = FeeLine::new(LinePart::Fee, text, amount);
        FeeLine { source: Some(fact.into()), fact: Some(fact), ..line }
    };
    let ActivityRow { name, .. } = activity;
    let (mut fee, hourly) = match &activity.rate {
        RateRow::Session(key) => {
            let Dated { value, fact } = price(key)?;
            (line((*name).to_owned(), value, fact), false)
        }
        RateRow::Hourly(key) => {
            let Dated { value, fact } = price(key)?;
            let hours = needed(work, at)?;
            (line(format!("{name}: {} at {value} an hour", hours.in_words()), value.times(hours.ratio())?, fact), true)
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
    if let Some(cancelled) = &work.cancelled {
        cancellation::apply(&mut fee, cancelled, None, &at.key("cancelled"))?;
    }
    let prepared = work.reading_and_preparation()? > Hours::ZERO;
    Ok(Fee { card: quoted, lines: vec![fee], preparation_unpaid: hourly && prepared, draft: false })
}

/// The activity that the engagement names, or the only one.
pub(super) fn choose<'a, T>(
    all: &'a [T],
    id: impl Fn(&T) -> &str,
    work: &Engagement,
    at: &Pointer,
) -> Result<&'a T, PaymentError> {
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

pub(super) fn fits(hours: Hours, below: Option<Hours>, up_to: Option<Hours>) -> bool {
    below.is_none_or(|limit| hours < limit) && up_to.is_none_or(|limit| hours <= limit)
}

pub(super) fn needed(work: &Engagement, at: &Pointer) -> Result<Hours, PaymentError> {
    work.hours.ok_or_else(|| PaymentError::HoursNeeded { path: at.key("hours") })
}

pub(super) fn no_step(hours: Hours, at: &Pointer) -> PaymentError {
    PaymentError::NoStep { path: at.key("hours"), hours: hours.to_string() }
}
