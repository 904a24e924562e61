//! Lists how long each figure is known: what goes stale when, what is past already, and what was never confirmed.

use serde::{Deserialize, Serialize};

use super::fact::{Fact, FactConfidence, FactStatus};
use super::series::{Raw, Series, date, packed};
use super::table::ALL;
use crate::error::ParameterError;
use crate::unit::Date;

/// The day for which to say what is stale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaleFactsRequest {
    /// The day, usually today: nothing here knows the date.
    pub as_at: Date,
    /// Only figures that are known for no longer than so many days from that day, those already past among them. Without it every
    /// figure, those that were abolished among them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<u32>,
    /// Only figures whose id starts like this, such as `minimum_wage`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
}

/// What goes stale when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaleFactsAnswer {
    /// The day asked for.
    pub as_at: Date,
    /// One entry for each figure, the one that ends first in front.
    pub facts: Vec<FactCurrency>,
    /// The ids of those that are past: they were known, and need looking up again.
    pub past: Vec<&'static str>,
    /// The ids of those for which no value was found for the day.
    pub unknown: Vec<&'static str>,
    /// The ids of those whose value for the day no source that was seen confirms.
    pub unconfirmed: Vec<&'static str>,
    /// The last day on which everything listed that is known today is still known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Date>,
}

/// How long a figure is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactCurrency {
    /// The id of the figure.
    pub id: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Where it holds, such as `uk` or `scotland`; `cards` for fee schedules.
    pub place: &'static str,
    /// How it stands on the day.
    pub state: CurrencyState,
    /// The last day for which it is known.
    pub known_until: Date,
    /// Days from the day asked for to that day; below zero once it is past.
    pub days_left: i32,
    /// The standing of the value of the day, or of the nearest there is.
    pub status: FactStatus,
    /// How sure that value is.
    pub confidence: FactConfidence,
    /// What else there is to know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'static str>,
}

/// How a figure stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CurrencyState {
    /// Its value is known.
    Known,
    /// No value was found for the day.
    Unknown,
    /// The day is after the last for which it is known: look it up again.
    Past,
    /// It was abolished before the day; nothing is to be looked up.
    Ended,
    /// It began after the day.
    NotYet,
}

/// How long each figure is known, as of a day: what goes stale when, what is past already, and what was never confirmed.
///
/// # Errors
/// None: an unknown prefix gives empty lists.
pub fn stale(request: &StaleFactsRequest) -> Result<StaleFactsAnswer, ParameterError> {
    let prefix = request.prefix.as_deref().unwrap_or_default();
    let soon = |fact: &FactCurrency| {
        request.within_days.is_none_or(|days| fact.state != CurrencyState::Ended && i64::from(fact.days_left) <= i64::from(days))
    };
    let mut facts: Vec<FactCurrency> = ALL
        .iter()
        .filter(|series| series.id.starts_with(prefix))
        .filter_map(|series| currency(series, request.as_at))
        .filter(soon)
        .collect();
    facts.sort_by_key(|fact| (fact.known_until, fact.id));
    let ids = |wanted: &dyn Fn(&FactCurrency) -> bool| facts.iter().filter(|fact| wanted(fact)).map(|fact| fact.id).collect();
    let holds = |fact: &FactCurrency| matches!(fact.state, CurrencyState::Known | CurrencyState::Unknown);
    Ok(StaleFactsAnswer {
        as_at: request.as_at,
        past: ids(&|fact| fact.state == CurrencyState::Past),
        unknown: ids(&|fact| fact.state == CurrencyState::Unknown),
        unconfirmed: ids(&|fact| holds(fact) && fact.status == FactStatus::Unconfirmed),
        next: facts.iter().filter(|fact| holds(fact)).map(|fact| fact.known_until).min(),
        facts,
    })
}

fn currency(series: &'static Series, as_at: Date) -> Option<FactCurrency> {
    let day = packed(as_at);
    let (first, last) = (series.periods.first()?, series.periods.last()?);
    let of_the_day = series.periods.iter().rfind(|period| period.from <= day).unwrap_or(first);
    let fact = Fact::new(series, of_the_day, false)?;
    let known_until = Fact::new(series, last, false)?.until().min(date(series.known_until)?);
    let state = if day < first.from {
        CurrencyState::NotYet
    } else if day > packed(known_until) {
        // A last day of its own within the time that is known is an end, not a gap in what we know.
        if last.until != 0 && day <= series.known_until { CurrencyState::Ended } else { CurrencyState::Past }
    } else if matches!(of_the_day.value, Raw::Unknown(_)) {
        CurrencyState::Unknown
    } else {
        CurrencyState::Known
    };
    Some(FactCurrency {
        id: series.id,
        about: series.about,
        place: series.place,
        state,
        known_until,
        days_left: i32::try_from(known_until.days_since(as_at)).unwrap_or(i32::MAX),
        status: fact.status(),
        confidence: fact.confidence(),
        note: fact.note(),
    })
}
