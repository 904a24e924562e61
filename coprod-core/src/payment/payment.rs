//! One payment to a person for involvement, as the organisation makes it.

use serde::{Deserialize, Serialize};

use super::Expense;
use crate::unit::{Date, Hours, Id, Known, Money, Ratio};

/// One payment: what is paid, how and when, and what for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Payment {
    /// A short name, to refer to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The fee before tax, from 0.00 up; what is declined is not part of it.
    pub fee: Money,
    /// How it is paid: what the rules take from it, and when, depends on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how_paid: Option<Known<HowPaid>>,
    /// The tax code that a payroll uses, such as `"1257L"`, `"BR"`, `"0T M1"` or `"S1257L"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_code: Option<Known<String>>,
    /// Whether the payer also employs the person, so that the wages of that job are on the same payroll.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_employer: Option<Known<bool>>,
    /// The payer: payments of one payer share the limits of National Insurance. Payments that name none are of one payer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<Id>,
    /// The payroll's period; a month where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_period: Option<PayPeriod>,
    /// Other pay from the same payer in that pay period before tax, without the other payments of this request, which are counted by
    /// themselves; where the payer also employs the person and nothing is stated, the period's part of the year's wages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_pay_this_period: Option<Known<Money>>,
    /// Pay from the same payer in this tax year before this payment, without earlier payments of this request, which are counted by
    /// themselves; where the payer also employs the person and nothing is stated, the part of the year's wages that has fallen due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_to_date: Option<Known<Money>>,
    /// What the person pays into a pension from this fee before tax; none where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pension_contribution: Option<Money>,
    /// The days of the work, at most 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work_dates: Vec<Date>,
    /// The day on which the money arrives.
    pub paid_on: Date,
    /// The day on which the tax office receives the payroll's report; with a payroll the day of payment where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<Known<Date>>,
    /// Hours of work in all, preparation not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Known<Hours>>,
    /// Hours of preparing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preparation_hours: Option<Hours>,
    /// Hours of travelling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_hours: Option<Hours>,
    /// What kind of body consults the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Known<Body>>,
    /// As what the person is consulted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consulted_as: Option<Known<ConsultedAs>>,
    /// What was offered on top of the fee and declined, or asked to be given to a charity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<Money>,
    /// What the person is paid back, or what is paid for them; at most 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expenses: Vec<Expense>,
    /// Miles by car or van that the same payer has already repaid to the person in this tax year, from 6 April, before this payment:
    /// beyond 10,000 the rate is lower. Where it is not stated, those of the earlier payments asked about together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub car_miles_this_year: Option<Ratio>,
}

/// How a fee is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum HowPaid {
    /// Through a payroll: tax and National Insurance are withheld, and the tax office is told.
    Paye,
    /// In full, to somebody who sees to their tax themselves.
    Gross,
    /// As a voucher or gift card.
    Voucher,
}

/// The period of a payroll.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PayPeriod {
    /// A week.
    Week,
    /// A month.
    #[default]
    Month,
}

/// The kind of body that consults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Body {
    /// A body of the health service.
    Nhs,
    /// A council, or another body with a duty to provide social care.
    Council,
    /// A landlord of social housing, or a body with a duty to provide it.
    SocialHousing,
    /// A university or another body that does research into such services or monitors them.
    Research,
    /// A government department or another public body.
    OtherPublic,
    /// A charity or community group.
    Charity,
    /// A company.
    Company,
}

/// As what somebody is consulted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ConsultedAs {
    /// Somebody who uses the service, has used it or may need it.
    ServiceUser,
    /// Somebody who cares for such a person.
    Carer,
    /// A member of the public without a part in the service.
    Public,
    /// Somebody who does a job or a piece of work for the body.
    Worker,
}
