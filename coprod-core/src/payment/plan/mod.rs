//! Plan: what is kept if work on several days is paid at once, or in several payments that follow the work.

mod answer;
mod divide;
mod try_all;
mod words;

use serde::Deserialize;

pub use answer::{PaymentPlan, PlanAnswer, PlanReason, PlannedPayment};

use super::{Body, ConsultedAs, HowPaid, PaidPerson, PayPeriod};
use crate::error::PaymentError;
use crate::unit::{Date, Hours, Id, Known, Money};

/// Work on so many days is planned at most: every way of paying for them is tried.
pub const MOST_PLAN_DAYS: usize = 12;

/// Money comes at most so many days after the work.
pub const MOST_PAY_AFTER_DAYS: u16 = 366;

/// A person, and an offer for work on several days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanRequest {
    /// Who is paid.
    #[serde(default)]
    pub person: PaidPerson,
    /// What is offered.
    pub offer: PlanOffer,
    /// Whether the latest known figures are taken to hold on for dates beyond the time for which they are known.
    #[serde(default)]
    pub assume_latest: bool,
}

/// An offer for work on one or more days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanOffer {
    /// The whole fee before tax.
    pub fee: Money,
    /// The work, at most 12 days.
    pub work: Vec<PlanWork>,
    /// How many days after the last day of work that it is for a payment arrives, at most 366; on that day where nothing is said.
    #[serde(default)]
    pub pay_after_days: Option<u16>,
    /// How it is paid.
    #[serde(default)]
    pub how_paid: Option<Known<HowPaid>>,
    /// The tax code that a payroll uses.
    #[serde(default)]
    pub tax_code: Option<Known<String>>,
    /// Whether the payer also employs the person.
    #[serde(default)]
    pub same_employer: Option<Known<bool>>,
    /// The payer.
    #[serde(default)]
    pub employer: Option<Id>,
    /// The payroll's period; a month where it is not stated.
    #[serde(default)]
    pub pay_period: Option<PayPeriod>,
    /// Other pay from the same payer in a pay period before tax.
    #[serde(default)]
    pub other_pay_this_period: Option<Known<Money>>,
    /// Pay from the same payer in this tax year before these payments.
    #[serde(default)]
    pub pay_to_date: Option<Known<Money>>,
    /// What kind of body consults the person.
    #[serde(default)]
    pub body: Option<Known<Body>>,
    /// As what the person is consulted.
    #[serde(default)]
    pub consulted_as: Option<Known<ConsultedAs>>,
}

/// One day of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanWork {
    /// The day.
    pub date: Date,
    /// The fee for it; its part of the whole fee by hours, or the same for each such day, where it is not stated.
    #[serde(default)]
    pub fee: Option<Money>,
    /// The hours of that day.
    #[serde(default)]
    pub hours: Option<Hours>,
}

/// Tries every way of paying for consecutive days of the work together, after the last of them.
///
/// # Errors
/// What [`super::take_home`] refuses; `no_payments` for no day of work; `too_many` for more than 12 days; `out_of_range` for money that
/// comes too late; `contradictory_facts` for fees of the days that do not make up the whole fee; `do_not_pay_before_advice` for a person
/// who may not work, or only in part; `too_many_unknowns` where too much is not known.
pub fn plan(request: &PlanRequest) -> Result<PlanAnswer, PaymentError> {
    let days = divide::days(&request.offer)?;
    let tried = try_all::try_all(request, &days)?;
    words::answer(request, &days, tried)
}

#[cfg(test)]
mod tests;
