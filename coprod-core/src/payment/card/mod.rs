//! Rate cards: what an organisation pays for which activity. An organisation's own card comes with the request; published ones are
//! data, kept apart from law.

mod price;
mod published;

use serde::{Deserialize, Serialize};

use crate::unit::{Date, Hours, Id, IdMap, Money, one_key};

pub(super) use price::{Fee, must_be_published, not_negative, own, published};
pub use published::{CardsAnswer, CardsRequest, PublishedActivity, PublishedCard, PublishedRate, cards};

/// An organisation's own rate card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateCard {
    /// The short name by which an engagement refers to it; not that of a published card.
    pub id: Id,
    /// The name for people to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The first day on which it holds; always, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day on which it holds; until further notice, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What it pays for, by the name that an engagement's `activity` gives; from 1 to 200.
    pub activities: IdMap<CardActivity>,
}

/// What a card pays for one activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardActivity {
    /// The name for people to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How the activity itself is paid.
    pub rate: CardRate,
    /// How preparing for it is paid; not on top, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preparation: Option<PreparationPay>,
    /// What an hour of travelling is paid; nothing, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_per_hour: Option<Money>,
}

/// How an activity is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CardRate {
    /// By the hour.
    Hourly(CardHourly),
    /// One amount for a session or task, whatever its length.
    Session(Money),
    /// An amount by length, such as half a day and a full day: the first step that the hours fit is paid.
    ByLength(Vec<CardTier>),
}

one_key!(CardRate, "a rate", { "hourly" => Hourly, "session" => Session, "by_length" => ByLength });

/// Pay by the hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardHourly {
    /// Pounds for an hour.
    pub rate: Money,
    /// The least number of hours that is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_hours: Option<Hours>,
}

/// One step of a rate by length: for sessions `below` so many hours, or `up_to` and with so many; the last step may have neither.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardTier {
    /// For sessions shorter than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Hours>,
    /// For sessions no longer than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Hours>,
    /// What such a session is paid.
    pub amount: Money,
    /// The name of the step, such as "half a day".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// How preparation is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PreparationPay {
    /// Pounds for an hour of it.
    Hourly(Money),
    /// One amount, where there is any.
    Amount(Money),
}

one_key!(PreparationPay, "pay for preparation", { "hourly" => Hourly, "amount" => Amount });
