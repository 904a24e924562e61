//! Looks up the value of a figure on a date.

use std::fmt;
use std::marker::PhantomData;

use super::fact::{Dated, Fact};
use super::series::{Amounts, Foreign, Period, Raw, Rounding, Series, date, packed};
use crate::error::{ParameterError, Pointer};
use crate::unit::{Date, Money, Ratio};

/// How far a look-up may go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// Only as far as the figure is known.
    #[default]
    Known,
    /// Beyond that too: the latest value is taken to hold on, and the [`Fact`] says so.
    AssumeLatest,
}

impl Reach {
    /// The reach that a request asks for with `assume_latest`.
    #[must_use]
    pub const fn assume_latest(yes: bool) -> Self {
        if yes { Self::AssumeLatest } else { Self::Known }
    }
}

/// A figure whose value is a `T`.
pub struct Key<T> {
    series: &'static Series,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.series.id)
    }
}

impl<T> Key<T> {
    pub(super) const fn new(series: &'static Series) -> Self {
        Self { series, value: PhantomData }
    }

    /// The figure over time.
    #[must_use]
    pub const fn series(self) -> &'static Series {
        self.series
    }

    /// What the figure is, in a sentence.
    #[must_use]
    pub const fn about(self) -> &'static str {
        self.series.about
    }
}

#[allow(private_bounds, reason = "the forms that a table row takes are not for others to add to")]
impl<T: FromRaw> Key<T> {
    /// The value on `on`, a date that stands at `path` in the request.
    ///
    /// # Errors
    /// `before_first_known` for a date before the first value; `beyond_known_period` for a date after the last known day, unless
    /// `reach` is [`Reach::AssumeLatest`]; `parameter_unknown` where no value could be found for that time.
    pub fn at(self, on: Date, reach: Reach, path: &Pointer) -> Result<Dated<T>, ParameterError> {
        let series = self.series;
        let (period, assumed) = find(series, on, reach, path)?;
        let unknown = || ParameterError::ParameterUnknown { path: path.clone(), id: series.id, date: on.to_string() };
        let value = T::from_raw(&period.value).ok_or_else(unknown)?;
        Ok(Dated { value, fact: Fact::new(series, period, assumed).ok_or_else(unknown)? })
    }

    /// The first and the last day on which a value is known.
    pub(crate) fn span(self) -> Option<(Date, Date)> {
        let mut known = self.history().map(|dated| dated.fact);
        let first = known.next()?;
        Some((first.from(), known.last().unwrap_or(first).until()))
    }

    /// Every value there has been with its first day, oldest first; a time without a known value is left out.
    pub(crate) fn history(self) -> impl Iterator<Item = Dated<T>> {
        let series = self.series;
        series
            .periods
            .iter()
            .filter_map(|period| Some(Dated { value: T::from_raw(&period.value)?, fact: Fact::new(series, period, false)? }))
    }
}

fn find(series: &'static Series, on: Date, reach: Reach, path: &Pointer) -> Result<(&'static Period, bool), ParameterError> {
    let day = packed(on);
    let before = |first: u32| ParameterError::BeforeFirstKnown {
        path: path.clone(),
        id: series.id,
        date: on.to_string(),
        first: shown(first),
    };
    let first = series.periods.first().map_or(0, |period| period.from);
    let period = series.periods.iter().rfind(|period| period.from <= day).ok_or_else(|| before(first))?;
    let last = if period.until == 0 { series.known_until } else { period.until.min(series.known_until) };
    if day <= last {
        return Ok((period, false));
    }
    match reach {
        Reach::AssumeLatest => Ok((period, true)),
        Reach::Known => {
            Err(ParameterError::BeyondKnownPeriod { path: path.clone(), id: series.id, date: on.to_string(), last: shown(last) })
        }
    }
}

fn shown(day: u32) -> String {
    date(day).map_or_else(String::new, |date| date.to_string())
}

/// Reads a value out of a table row.
trait FromRaw: Sized {
    fn from_raw(raw: &Raw) -> Option<Self>;
}

macro_rules! from_raw {
    ($($type:ty: $pattern:pat => $value:expr;)*) => {
        $(impl FromRaw for $type {
            fn from_raw(raw: &Raw) -> Option<Self> {
                match raw { $pattern => $value, _ => None }
            }
        })*
    };
}

from_raw! {
    Money: Raw::Money(pence) => Self::from_pence(*pence).ok();
    Ratio: Raw::Fraction(numer, denom) => Self::new(*numer, *denom).ok();
    u32: Raw::Whole(whole) => Some(*whole);
    &'static str: Raw::Text(text) => Some(text);
    &'static [&'static str]: Raw::Names(names) => Some(names);
    Amounts: Raw::Amounts(amounts) => Some(Self(amounts));
    Rounding: Raw::Rounding(rounding) => Some(*rounding);
    Foreign: Raw::Money(cents) => Some(Self { cents: *cents });
}
