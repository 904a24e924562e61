//! Lists the figures with their sources.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fact::{Fact, FactConfidence, FactSource, FactStatus};
use super::series::{Amounts, Period, Raw, Rounding, Series, Unit, packed};
use super::table::ALL;
use crate::error::ParameterError;
use crate::unit::{Date, Money, Ratio};

/// Which figures to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParametersRequest {
    /// Only the values that hold on this date; without it every value there has been. A figure that is not known on the date is
    /// left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_at: Option<Date>,
    /// Only figures whose id starts like this, such as `minimum_wage`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
}

/// The figures asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParametersAnswer {
    /// One entry for each value of each figure, oldest first.
    pub facts: Vec<ListedFact>,
}

/// One value of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListedFact {
    /// The id of the figure.
    pub id: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Where it holds, such as `uk` or `scotland`; `cards` for fee schedules.
    pub place: &'static str,
    /// The value; null where none is known, or none was in force.
    pub value: Option<FactValue>,
    /// Where no value is known, what it may be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Money>,
    /// What it is counted in.
    pub unit: Unit,
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
}

/// The value of a figure, under the kind of value that it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FactValue {
    /// An amount; in pounds unless the unit says otherwise.
    Money(Money),
    /// A part of one.
    Fraction(Ratio),
    /// A whole number.
    Whole(u32),
    /// A rule in words.
    Text(&'static str),
    /// Names.
    Names(Vec<&'static str>),
    /// Amounts by name.
    Amounts(BTreeMap<&'static str, Money>),
    /// A way of rounding.
    Rounding(Rounding),
}

/// The figures with their sources: laws, policies and published rate cards, with the time for which each is known.
///
/// # Errors
/// None: an unknown prefix gives an empty list.
pub fn list(request: &ParametersRequest) -> Result<ParametersAnswer, ParameterError> {
    let prefix = request.prefix.as_deref().unwrap_or_default();
    let facts = ALL
        .iter()
        .filter(|series| series.id.starts_with(prefix))
        .flat_map(|series| series.periods.iter().map(move |period| (*series, period)))
        .filter_map(|(series, period)| listed(series, period))
        .filter(|fact| request.as_at.is_none_or(|on| (packed(fact.from)..=packed(fact.until)).contains(&packed(on))))
        .collect();
    Ok(ParametersAnswer { facts })
}

fn listed(series: &'static Series, period: &'static Period) -> Option<ListedFact> {
    let fact = Fact::new(series, period, false)?;
    let money = |pence: &i64| Money::from_pence(*pence).ok();
    let (value, candidates) = match &period.value {
        Raw::Money(pence) => (Some(FactValue::Money(money(pence)?)), Vec::new()),
        Raw::Fraction(numer, denom) => (Some(FactValue::Fraction(Ratio::new(*numer, *denom).ok()?)), Vec::new()),
        Raw::Whole(whole) => (Some(FactValue::Whole(*whole)), Vec::new()),
        Raw::Text(text) => (Some(FactValue::Text(text)), Vec::new()),
        Raw::Names(names) => (Some(FactValue::Names(names.to_vec())), Vec::new()),
        Raw::Amounts(amounts) => (Some(FactValue::Amounts(Amounts(amounts).iter().collect())), Vec::new()),
        Raw::Rounding(rounding) => (Some(FactValue::Rounding(*rounding)), Vec::new()),
        Raw::Unknown(candidates) => (None, candidates.iter().filter_map(money).collect()),
    };
    Some(ListedFact {
        id: series.id,
        about: series.about,
        place: series.place,
        value,
        candidates,
        unit: series.unit,
        status: fact.status(),
        confidence: fact.confidence(),
        from: fact.from(),
        until: fact.until(),
        source: fact.source(),
        note: fact.note(),
    })
}
