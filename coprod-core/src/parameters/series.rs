//! The rows of the constant tables.

use serde::Serialize;

use super::fact::{FactConfidence, FactStatus};
use super::key::Key;
use crate::unit::{Date, Money};

/// One figure over time.
#[derive(Debug)]
pub struct Series {
    pub(super) id: &'static str,
    pub(super) about: &'static str,
    pub(super) place: &'static str,
    pub(super) unit: Unit,
    /// As the number 20270405, like all dates of the tables.
    pub(super) known_until: u32,
    pub(super) periods: &'static [Period],
}

impl Series {
    /// The id, such as `minimum_wage.under_18`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// How many values it has had.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.periods.len()
    }

    /// Never: a series has at least one value.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.periods.is_empty()
    }
}

/// A value and the time for which it holds.
#[derive(Debug)]
pub(super) struct Period {
    pub(super) from: u32,
    /// The last day, or 0 where the next period or `known_until` ends it.
    pub(super) until: u32,
    pub(super) value: Raw,
    pub(super) status: FactStatus,
    pub(super) confidence: FactConfidence,
    pub(super) source: &'static Source,
    pub(super) note: &'static str,
}

/// A value as the tables hold it; money in pence.
#[derive(Debug)]
pub(super) enum Raw {
    Money(i64),
    Fraction(i64, i64),
    Whole(u32),
    Text(&'static str),
    Names(&'static [&'static str]),
    Amounts(&'static [(&'static str, i64)]),
    Rounding(Rounding),
    /// No value is known; it may be one of these.
    Unknown(&'static [i64]),
}

#[derive(Debug)]
pub(super) struct Source {
    pub(super) title: &'static str,
    pub(super) reference: &'static str,
    pub(super) retrieved: u32,
    pub(super) seen_in: Option<&'static str>,
}

/// What a figure is counted in. `gbp` is pounds sterling, `aud` Australian dollars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FactUnit"))]
pub enum Unit {
    /// Pounds.
    Gbp,
    /// Pounds an hour.
    GbpPerHour,
    /// Pounds for a meeting, day or task.
    GbpPerSession,
    /// Pounds a week.
    GbpPerWeek,
    /// Pounds a month or assessment period.
    GbpPerMonth,
    /// Pounds a tax year.
    GbpPerYear,
    /// Pounds a mile.
    GbpPerMile,
    /// Australian dollars an hour.
    AudPerHour,
    /// A part of one.
    Fraction,
    /// Hours a week.
    HoursPerWeek,
    /// Years of age.
    Years,
    /// A rule in words.
    Rule,
    /// A way of rounding.
    Rounding,
    /// Names.
    List,
}

/// Amounts by name, such as student loan thresholds by plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amounts(pub(super) &'static [(&'static str, i64)]);

impl Amounts {
    /// The amount called `name`.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Money> {
        self.0.iter().find(|(known, _)| *known == name).and_then(|(_, pence)| Money::from_pence(*pence).ok())
    }

    /// All names with their amounts.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, Money)> {
        self.0.iter().filter_map(|(name, pence)| Some((*name, Money::from_pence(*pence).ok()?)))
    }
}

/// An amount in hundredths of another currency than the pound; never part of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign {
    /// The amount in cents.
    pub cents: i64,
}

/// A rule of rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RoundingRule"))]
pub struct Rounding {
    /// The rule in words.
    pub text: &'static str,
    /// The result is a whole multiple of so many pence.
    pub to_pence: u32,
    /// Which multiple.
    pub way: RoundingWay,
}

/// Which multiple an amount is rounded to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RoundingWay {
    /// The nearest; the half upwards.
    HalfUp,
    /// The nearest; the half downwards.
    HalfDown,
    /// The next one up.
    Up,
    /// The next one down.
    Down,
}

/// A published rate card.
#[derive(Debug)]
pub(crate) struct CardRow {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) activities: &'static [ActivityRow],
}

/// One thing that a card pays for.
#[derive(Debug)]
pub(crate) struct ActivityRow {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) rate: RateRow,
}

/// How a card pays for it.
#[derive(Debug)]
pub(crate) enum RateRow {
    Hourly(Key<Money>),
    Session(Key<Money>),
    ByLength(&'static [TierRow]),
}

/// An amount for sessions of some length, in whole hours.
#[derive(Debug)]
pub(crate) struct TierRow {
    pub(crate) below: Option<u32>,
    pub(crate) up_to: Option<u32>,
    pub(crate) amount: Key<Money>,
}

/// The date that the tables write as 20270405. The build has checked that it exists.
pub(super) fn date(day: u32) -> Option<Date> {
    let part = |number: u32| u8::try_from(number % 100).ok();
    Date::new(i32::try_from(day / 10_000).ok()?, part(day / 100)?, part(day)?).ok()
}

/// A date as the tables write it.
pub(super) fn packed(date: Date) -> u32 {
    date.year().unsigned_abs() * 10_000 + u32::from(date.month()) * 100 + u32::from(date.day())
}
