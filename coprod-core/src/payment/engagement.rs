//! One piece of work that a person is asked to do, as a coordinator writes it down.

use serde::{Deserialize, Serialize};

use super::Expense;
use crate::unit::{Date, Hours, Id, Money, Ratio};

/// One piece of work on one day: what it is, how long it takes and what is offered for it. What is not stated is unknown, never
/// zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Engagement {
    /// A short name, to refer to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Id>,
    /// The day of the work.
    pub date: Date,
    /// What is done. With a rate card: one of its activities; it may be left out where the card has only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Hours of the meeting or task itself, at most 24.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Hours of reading and preparing for it. With `hours` and `travel_hours` at most 168, a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preparation_hours: Option<Hours>,
    /// Hours of travelling there and back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_hours: Option<Hours>,
    /// The fee offered, before tax, where it does not come from a rate card: `"0.00"` for work that is not paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Money>,
    /// The rate card that it is paid by, where no `fee` is stated: the id of a published card, or of one of the organisation's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_id: Option<Id>,
    /// What the person is paid back, or what is paid for them; at most 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expenses: Vec<Expense>,
    /// The person's age at the start of the pay period, in whole years up to 120.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
    /// Whether the work is done in London.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub london: Option<bool>,
    /// The first day of the pay period, on which the minimum wage is looked up; the day of the work where it is not stated. At most
    /// 31 days before the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_period_start: Option<Date>,
    /// Miles by car or van already repaid to the person in this tax year, from 6 April: beyond 10,000 the rate is lower. None if not
    /// stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub car_miles_this_year: Option<Ratio>,
    /// Whether the person may work in the United Kingdom. Not asked if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission_to_work: Option<PermissionToWork>,
}

/// Whether somebody may work in the United Kingdom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PermissionToWork {
    /// They may.
    Yes,
    /// They may not.
    No,
    /// Only some work, or only so many hours, as with many visas.
    Limited,
    /// It has not been looked into.
    Unknown,
}
