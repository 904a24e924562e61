//! What is known of a value besides the value: its standing, its source and its time.

use serde::{Serialize, Serializer};

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

/// What is known of a value: written in answers as [`UsedFact`].
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    series: &'static Series,
    period: &'static Period,
    from: Date,
    until: Date,
    retrieved: Date,
    assumed: bool,
}

impl Fact {
    pub(super) fn new(series: &'static Series, period: &'static Period, assumed: bool) -> Option<Self> {
        let next = series.periods.iter().map(|other| other.from).find(|from| *from > period.from);
        let until = match (period.until, next) {
            (0, None) => date(series.known_until)?,
            (0, Some(next)) => date(next)?.before()?,
            (until, _) => date(until)?,
        };
        Some(Self { series, period, from: date(period.from)?, until, retrieved: date(period.source.retrieved)?, assumed })
    }

    /// The id of the figure, such as `minimum_wage.under_18`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.series.id
    }

    /// What the figure is, in a sentence.
    #[must_use]
    pub const fn about(self) -> &'static str {
        self.series.about
    }

    /// Its standing.
    #[must_use]
    pub const fn status(self) -> FactStatus {
        self.period.status
    }

    /// How sure it is.
    #[must_use]
    pub const fn confidence(self) -> FactConfidence {
        self.period.confidence
    }

    /// The first day on which it held.
    #[must_use]
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day for which it is known.
    #[must_use]
    pub const fn until(self) -> Date {
        self.until
    }

    /// Where it comes from.
    #[must_use]
    pub const fn source(self) -> FactSource {
        let source = self.period.source;
        FactSource { title: source.title, reference: source.reference, retrieved: self.retrieved, seen_in: source.seen_in }
    }

    /// What else there is to know.
    #[must_use]
    pub const fn note(self) -> Option<&'static str> {
        if self.period.note.is_empty() { None } else { Some(self.period.note) }
    }

    /// Whether the date asked for is beyond `until`, and the value was taken to hold on.
    #[must_use]
    pub const fn assumed(self) -> bool {
        self.assumed
    }
}

impl PartialEq for Fact {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.period, other.period) && self.assumed == other.assumed
    }
}

impl Eq for Fact {}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        UsedFact::from(*self).serialize(to)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Fact {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        UsedFact::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        UsedFact::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        UsedFact::json_schema(generator)
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
        Self {
            id: fact.id(),
            status: fact.status(),
            confidence: fact.confidence(),
            from: fact.from,
            until: fact.until,
            source: fact.source(),
            note: fact.note(),
            assumed_latest: fact.assumed,
        }
    }
}
