//! What is known of a value besides the value: its standing, its source and its time.

use serde::Serialize;

use super::series::{Period, Series, date};
use crate::unit::Date;

/// A value and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    /// The value.
    pub value: T,
    /// Its standing, source and time.
    pub fact: Fact,
}

/// The standing of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FactStatus {
    /// It is law.
    Law,
    /// An organisation's policy, or a published recommendation.
    Policy,
    /// Announced; the law or policy itself was not seen.
    Announced,
    /// Worked out from other facts by a known rule.
    Derived,
    /// No source that was seen says so: check it before relying on it.
    Unconfirmed,
}

/// How sure a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FactConfidence {
    /// A source was seen.
    High,
    /// Likely; parts were not checked.
    Medium,
    /// A guess between candidates.
    Low,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactSource {
    /// The law, policy or publication.
    pub title: &'static str,
    /// Its address.
    pub reference: &'static str,
    /// When it was looked at.
    pub retrieved: Date,
    /// Where the value was read, if somewhere else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen_in: Option<&'static str>,
}

/// What is known of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// The id of the figure, such as `minimum_wage.under_18`.
    pub id: &'static str,
    /// What the figure is, in a sentence.
    pub about: &'static str,
    /// Its standing.
    pub status: FactStatus,
    /// How sure it is.
    pub confidence: FactConfidence,
    /// The first day on which it held.
    pub from: Date,
    /// The last day for which it is known.
    pub until: Date,
    /// Where it comes from.
    pub source: FactSource,
    /// What else there is to know.
    pub note: Option<&'static str>,
    /// Whether the date asked for is beyond `until`, and the value was taken to hold on.
    pub assumed: bool,
}

impl Fact {
    pub(super) fn new(series: &Series, period: &Period, assumed: bool) -> Option<Self> {
        let next = series.periods.iter().map(|other| other.from).find(|from| *from > period.from);
        let until = match (period.until, next) {
            (0, None) => date(series.known_until)?,
            (0, Some(next)) => date(next)?.before()?,
            (until, _) => date(until)?,
        };
        let source = period.source;
        Some(Self {
            id: series.id,
            about: series.about,
            status: period.status,
            confidence: period.confidence,
            from: date(period.from)?,
            until,
            source: FactSource {
                title: source.title,
                reference: source.reference,
                retrieved: date(source.retrieved)?,
                seen_in: source.seen_in,
            },
            note: Some(period.note).filter(|note| !note.is_empty()),
            assumed,
        })
    }
}

/// A figure that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UsedFact {
    /// The id of the figure, as `payment.parameters` lists it.
    pub id: &'static str,
    /// Its standing.
    pub status: FactStatus,
    /// How sure it is.
    pub confidence: FactConfidence,
    /// The first day on which it held.
    pub from: Date,
    /// The last day for which it is known.
    pub until: Date,
    /// Where it comes from.
    pub source: FactSource,
    /// What else there is to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'static str>,
    /// Whether the date is beyond `until`, and the value was taken to hold on because the request asked for that.
    pub assumed_latest: bool,
}

impl From<Fact> for UsedFact {
    fn from(fact: Fact) -> Self {
        let Fact { id, status, confidence, from, until, source, note, assumed, .. } = fact;
        Self { id, status, confidence, from, until, source, note, assumed_latest: assumed }
    }
}
