//! Pay by the hour, and the wage floors beside it.

use serde::Serialize;

use crate::parameters::Fact;
use crate::unit::{Hours, Money, Ratio};

/// Pay by the hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HourlyPay {
    /// The hours counted.
    pub hours: Hours,
    /// Pounds for an hour, exactly.
    pub exact: Ratio,
    /// Pounds for an hour, to the nearest penny; for reading, not for comparing.
    pub rounded: Money,
}

/// One wage floor, and whether the pay reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WageFloor {
    /// Which floor.
    pub floor: FloorName,
    /// Its name on that date and for that age.
    pub name: String,
    /// Whether the pay reaches it.
    pub outcome: FloorOutcome,
    /// Why, in words.
    pub reason: String,
    /// The pay compared: pounds for an hour of work, preparation included, exactly and unrounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<Ratio>,
    /// Pounds for an hour that the floor asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Money>,
    /// The least fee that would reach the floor, where the pay does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee_needed: Option<Money>,
    /// The standing and source of the rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<Fact>,
}

/// A wage floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FloorName {
    /// The National Minimum Wage, which from some age is called the National Living Wage.
    MinimumWage,
    /// The voluntary rate of the Living Wage Foundation outside London.
    RealLivingWageUk,
    /// The voluntary rate of the Living Wage Foundation in London.
    RealLivingWageLondon,
}

/// Whether pay reaches a floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FloorOutcome {
    /// It does.
    Passed,
    /// It does not.
    Failed,
    /// The floor is not for this person or place.
    NotApplicable,
    /// Something is not known: see `questions`.
    Unknown,
}
