//! One piece of work that a person is asked to do, as a coordinator writes it down.

use serde::{Deserialize, Serialize};

use super::{Expense, WorkArrangement};
use crate::error::UnitError;
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
    /// Hours of preparing for it, reading included unless `reading_hours` states it apart. With all other hours at most 168, a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preparation_hours: Option<Hours>,
    /// Hours of reading for it, where they are stated apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading_hours: Option<Hours>,
    /// Hours of travelling there and back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_hours: Option<Hours>,
    /// The fee offered, before tax, where it does not come from a rate card: `"0.00"` for work that is not paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Money>,
    /// The rate card that it is paid by, where no `fee` is stated: the id of a published card, or of one of the organisation's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_id: Option<Id>,
    /// That the work was called off. `hours` are then those that were planned, and the hours of preparing, reading and travelling those
    /// that were done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<CalledOff>,
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
    /// How the work is arranged, as far as that is known: what employment status hangs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<WorkArrangement>,
    /// Whether the person may work in the United Kingdom. Not asked if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission_to_work: Option<PermissionToWork>,
}

impl Engagement {
    /// Hours of reading and preparing; what is not stated counts as none.
    ///
    /// # Errors
    /// `out_of_range` above a million hours.
    pub fn reading_and_preparation(&self) -> Result<Hours, UnitError> {
        self.preparation_hours.unwrap_or_default().plus(self.reading_hours.unwrap_or_default())
    }

    /// Hours of activity, reading and preparing. Nothing where the hours of the activity are not stated; of work that was called off, what
    /// was read and prepared.
    ///
    /// # Errors
    /// `out_of_range` above a million hours.
    pub fn working_hours(&self) -> Result<Option<Hours>, UnitError> {
        let beside = self.reading_and_preparation()?;
        if self.cancelled.is_some() {
            return Ok(Some(beside));
        }
        self.hours.map(|hours| hours.plus(beside)).transpose()
    }
}

/// Work that was called off, and with how much notice. With one of `notice_days` and `notice_hours`, where the rate card decides what is
/// paid; or with `share`, where that was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalledOff {
    /// Who called it off; the organisation, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<CalledOffBy>,
    /// How many days before the work; a day is 24 hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_days: Option<u16>,
    /// How many hours before the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_hours: Option<Hours>,
    /// The share of the fee that was agreed for this, from 0 to 1; the rate card's, if not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Ratio>,
}

/// Who calls work off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CalledOffBy {
    /// The organisation.
    Organisation,
    /// The person who was to do it.
    Person,
}

impl CalledOffBy {
    /// The words for people to read.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Organisation => "the organisation",
            Self::Person => "the person",
        }
    }
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
