//! The published rate cards, as data.

use serde::{Deserialize, Serialize};

use crate::error::{ParameterError, PaymentError};
use crate::parameters::{CARDS, Dated, Fact, Key, RateRow};
use crate::unit::{Date, Hours, Money};

/// Which rates of the published cards to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardsRequest {
    /// Only the rates that hold on this date; without it every rate there has been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_at: Option<Date>,
}

/// The published rate cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardsAnswer {
    /// One entry for each card.
    pub cards: Vec<PublishedCard>,
}

/// A published rate card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedCard {
    /// The `card_id` to quote by it.
    pub id: &'static str,
    /// The organisation.
    pub name: &'static str,
    /// What it pays for.
    pub activities: Vec<PublishedActivity>,
}

/// What a published card pays for one activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedActivity {
    /// The `activity` to quote it.
    pub id: &'static str,
    /// What it is.
    pub name: &'static str,
    /// Its rates, oldest first; none where none is known for the date asked for.
    pub rates: Vec<PublishedRate>,
}

/// One rate and the time for which it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedRate {
    /// Pounds.
    pub amount: Money,
    /// Whether it is for an hour; else for the session or task.
    pub per_hour: bool,
    /// Only for sessions shorter than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<Hours>,
    /// Only for sessions no longer than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Hours>,
    /// Its standing and source.
    pub fact: Fact,
}

/// The published rate cards with the standing and source of every rate.
///
/// # Errors
/// None for any request.
pub fn cards(request: &CardsRequest) -> Result<CardsAnswer, PaymentError> {
    let cards = CARDS
        .iter()
        .map(|card| {
            let activities = card
                .activities
                .iter()
                .map(|activity| {
                    Ok(PublishedActivity { id: activity.id, name: activity.name, rates: rates(&activity.rate, request.as_at)? })
                })
                .collect::<Result<_, PaymentError>>()?;
            Ok(PublishedCard { id: card.id, name: card.name, activities })
        })
        .collect::<Result<_, PaymentError>>()?;
    Ok(CardsAnswer { cards })
}

fn rates(row: &RateRow, as_at: Option<Date>) -> Result<Vec<PublishedRate>, PaymentError> {
    let known = |key: &Key<Money>| -> Vec<Dated<Money>> {
        key.history().filter(|rate| as_at.is_none_or(|on| rate.fact.from() <= on && on <= rate.fact.until())).collect()
    };
    let rate = |dated: Dated<Money>, per_hour, below, up_to| PublishedRate {
        amount: dated.value,
        per_hour,
        below,
        up_to,
        fact: dated.fact,
    };
    Ok(match row {
        RateRow::Hourly(key) => known(key).into_iter().map(|dated| rate(dated, true, None, None)).collect(),
        RateRow::Session(key) => known(key).into_iter().map(|dated| rate(dated, false, None, None)).collect(),
        RateRow::ByLength(tiers) => {
            let mut all = Vec::new();
            for tier in *tiers {
                let (below, up_to) = (whole_hours(tier.below)?, whole_hours(tier.up_to)?);
                all.extend(known(&tier.amount).into_iter().map(|dated| rate(dated, false, below, up_to)));
            }
            all
        }
    })
}

/// So many hours of the tables.
pub(super) fn whole_hours(hours: Option<u32>) -> Result<Option<Hours>, PaymentError> {
    Ok(hours.map(|hours| Hours::from_seconds(i64::from(hours) * 3600)).transpose()?)
}

impl From<ParameterError> for PaymentError {
    fn from(error: ParameterError) -> Self {
        match error {
            ParameterError::BeforeFirstKnown { path, id, date, first } => Self::BeforeFirstKnown { path, id, date, first },
            ParameterError::BeyondKnownPeriod { path, id, date, last } => Self::BeyondKnownPeriod { path, id, date, last },
            ParameterError::ParameterUnknown { path, id, date } => Self::ParameterUnknown { path, id, date },
        }
    }
}
