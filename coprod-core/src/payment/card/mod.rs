//! Rate cards: what an organisation pays for which activity. An organisation's own card comes with the request; published ones are
//! data, kept apart from law.

mod cancellation;
mod check;
mod own;
mod price;
mod published;
mod time;

use serde::{Deserialize, Serialize};

use crate::unit::{Date, Hours, Id, IdMap, Money, Ratio, one_key};

pub(super) use cancellation::apply as apply_cancellation;
pub(super) use check::{not_negative, share};
pub(super) use own::own;
pub(super) use price::{Fee, FeeLine, must_be_published, published};
pub use published::{CardsAnswer, CardsRequest, PublishedActivity, PublishedCard, PublishedRate, cards};

/// An organisation's own rate card: what it pays for which activity, from when, and who has agreed it. Give either `activities`, for a
/// card that has had one set of rates, or `versions`, for rates that change from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateCard {
    /// The short name by which an engagement refers to it; not that of a published card.
    pub id: Id,
    /// The name for people to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is agreed; taken as agreed, if not stated. Every quote by a draft says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<CardStatus>,
    /// Where it is written down, such as "payment policy, version 3, of 4 March 2026": every line of a quote repeats it. At most 300
    /// letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The first day on which it holds; always, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day on which it holds; until further notice, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What it pays for, by the name that an engagement's `activity` gives; from 1 to 200.
    #[serde(default, skip_serializing_if = "IdMap::is_empty")]
    pub activities: IdMap<CardActivity>,
    /// In place of `activities`: the rates from each of several days on, oldest first; at most 50. A version holds until the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<CardVersion>,
}

/// Whether a card is agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CardStatus {
    /// Those who may decide it have agreed it.
    Agreed,
    /// It is proposed: a quote by it is a trial.
    Draft,
}

/// The rates of a card from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardVersion {
    /// The first day on which they hold.
    pub from: Date,
    /// Whether they are agreed; as the card, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<CardStatus>,
    /// Where they are written down; as the card, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What is paid for, whole: an activity that is left out is not paid for any more. From 1 to 200.
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
    /// How reading for it is paid; as preparation and together with it, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<PreparationPay>,
    /// What an hour of travelling is paid; nothing, if neither this nor `travel` is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_per_hour: Option<Money>,
    /// How travelling is paid, where more than the rate has to be said; in place of `travel_per_hour`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel: Option<CardTime>,
    /// The least that is paid for one engagement, with preparation, reading and travelling. Not for work that was called off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_fee: Option<Money>,
    /// What is paid for work that was called off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancellation: Option<CardCancellation>,
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
    /// How part hours are paid; exactly, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_hours: Option<PartHours>,
}

/// How part hours are paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PartHours {
    /// As they are.
    Exact,
    /// Up to the next quarter of an hour.
    QuarterHour,
    /// Up to the next half hour.
    HalfHour,
    /// Up to the next full hour.
    FullHour,
}

/// Pay for time beside the activity itself: preparing, reading or travelling. What is paid is what goes beyond `after`, rounded up by
/// `part_hours`, and no more than `most_hours`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardTime {
    /// Pounds for an hour.
    pub rate: Money,
    /// How part hours are paid; exactly, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_hours: Option<PartHours>,
    /// The time that is not paid, such as the first hour of a journey; none, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Hours>,
    /// The most hours that are paid; all, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_hours: Option<Hours>,
}

/// What is paid for work that was called off: the first step that the notice fits is paid, and nothing where none fits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardCancellation {
    /// Where the organisation calls it off; the shortest notice first, at most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_organisation: Vec<CancellationStep>,
    /// Where the person does; the shortest notice first, at most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_person: Vec<CancellationStep>,
}

/// One step of what is paid for work that was called off. With one of `less_than_days` and `less_than_hours`; the last step may have
/// neither and then fits any notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CancellationStep {
    /// For notice of fewer days than this; a day is 24 hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less_than_days: Option<u16>,
    /// For notice of fewer hours than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less_than_hours: Option<Hours>,
    /// The share of the fee that is paid, from 0 to 1. Preparing, reading and travelling already done are paid in full.
    pub share: Ratio,
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

/// How preparing, or reading, is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PreparationPay {
    /// Pounds for an hour of it.
    Hourly(Money),
    /// One amount, where there is any.
    Amount(Money),
    /// By the hour, with more to say than the rate.
    Timed(CardTime),
}

one_key!(PreparationPay, "pay for preparation", { "hourly" => Hourly, "amount" => Amount, "timed" => Timed });
