//! Options: what is kept of an offer if it is taken up in full, in part, or otherwise.

mod answer;
mod variants;
mod work_out;

use serde::Deserialize;

pub use answer::{OptionBenefit, OptionKind, OptionsAnswer, PaymentOption};

use super::{PaidPerson, Payment};
use crate::error::PaymentError;
use crate::unit::{Date, Hours, Known, Money};

/// Of each kind, a request may name so many further options.
pub const MOST_OTHER_OPTIONS: usize = 20;

/// A person and an offer, and what else might be agreed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OptionsRequest {
    /// Who is paid.
    #[serde(default)]
    pub person: PaidPerson,
    /// What is offered.
    pub offer: Payment,
    /// Other days on which the work might be done and paid, at most 20.
    #[serde(default)]
    pub other_work_dates: Vec<OtherWorkDates>,
    /// More or fewer hours that might be worked, at most 20.
    #[serde(default)]
    pub other_hours: Vec<OtherWorkHours>,
    /// Parts of the fee to be taken, the rest declined; at most 20.
    #[serde(default)]
    pub parts: Vec<Money>,
    /// Whether the latest known figures are taken to hold on for dates beyond the time for which they are known.
    #[serde(default)]
    pub assume_latest: bool,
}

/// Other days of the work.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OtherWorkDates {
    /// The days of the work.
    pub work_dates: Vec<Date>,
    /// The day on which the money arrives then.
    pub paid_on: Date,
    /// The day on which the tax office receives the payroll's report; with a payroll the day of payment where it is not stated.
    #[serde(default)]
    pub reported_on: Option<Known<Date>>,
}

/// Other hours of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OtherWorkHours {
    /// The hours of the work.
    pub hours: Hours,
    /// The fee for them; at the offer's rate by the hour where it is not stated.
    #[serde(default)]
    pub fee: Option<Money>,
}

/// Works out the options, in the order asked for: an order is no advice.
///
/// # Errors
/// What [`super::take_home`] refuses; `too_many` for more than 20 further options of a kind; `out_of_range` for a part above the fee;
/// `hours_needed` where a fee by the hour is wanted and the offer's hours are not known; `do_not_pay_before_advice` for a person who may
/// not work, or only in part.
pub fn options(request: &OptionsRequest) -> Result<OptionsAnswer, PaymentError> {
    let variants = variants::variants(request)?;
    work_out::work_out(request, variants)
}
