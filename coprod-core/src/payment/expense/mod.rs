//! Expenses: what a person is paid back, or what is paid for them, and how each of it counts.

mod check;
mod mileage;
mod rule;
mod split;

use serde::{Deserialize, Serialize};

pub(super) use check::{expense as checked, miles as checked_miles};
pub use rule::RuleSource;
pub(super) use rule::Writing;
pub(super) use split::{ExpenseLine, ExpenseSplit, ExpensesOf, split};

use crate::unit::{Money, Ratio};

/// Something that the person is paid back, or that the organisation pays for directly. With `amount`, or with `miles` for one's own
/// vehicle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expense {
    /// What it was for.
    pub kind: ExpenseKind,
    /// What it cost or, for a round sum, what is paid; not below zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Miles by one's own car, van, motorcycle or bicycle, up to 100,000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub miles: Option<Ratio>,
    /// What the organisation pays for a mile; the approved rate where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_mile: Option<Money>,
    /// How many others travelled to the same work in the car or van.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passengers: Option<u8>,
    /// Whether there is a receipt, or a record of the journey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipted: Option<bool>,
    /// Whether the organisation books and pays it, so that the person never spends the money.
    #[serde(default)]
    pub paid_direct: bool,
    /// Whether it is a round sum that is paid whatever was spent, such as "10.00 for lunch". It can count as income.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub round_sum: bool,
}

/// What an expense is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ExpenseKind {
    /// One's own car, by the mile.
    Car,
    /// One's own van, by the mile: the same rates as a car, and miles by both are counted together.
    Van,
    /// One's own motorcycle, by the mile.
    Motorcycle,
    /// One's own bicycle, by the mile.
    Bicycle,
    /// A train.
    Train,
    /// A bus, tram or underground train.
    Bus,
    /// Public transport of any or several kinds.
    PublicTransport,
    /// A taxi.
    Taxi,
    /// Parking.
    Parking,
    /// Care for a child.
    Childcare,
    /// Care for an adult while the carer is away.
    ReplacementCare,
    /// The person's own assistant or supporter.
    PersonalAssistant,
    /// An interpreter, a note-taker or another communicator.
    Interpreter,
    /// Other costs of access.
    Access,
    /// Food and drink.
    Meal,
    /// A place to stay.
    Accommodation,
    /// Food, drink and a place to stay, together.
    Subsistence,
    /// Telephone, mobile data and internet access.
    PhoneAndInternet,
    /// Equipment, such as a headset or the loan of a tablet.
    Equipment,
    /// Paper, printing, postage.
    Materials,
    /// Something else.
    Other,
}

impl ExpenseKind {
    /// Whether it is one's own vehicle, repaid by the mile.
    #[must_use]
    pub const fn is_own_vehicle(self) -> bool {
        matches!(self, Self::Car | Self::Van | Self::Motorcycle | Self::Bicycle)
    }

    /// Whether it is a car or a van, whose miles are counted together.
    #[must_use]
    pub const fn is_car_or_van(self) -> bool {
        matches!(self, Self::Car | Self::Van)
    }

    /// Whether it pays for care that the person would otherwise give.
    #[must_use]
    pub const fn is_care(self) -> bool {
        matches!(self, Self::Childcare | Self::ReplacementCare)
    }

    /// The words for people to read.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Car => "car",
            Self::Van => "van",
            Self::Motorcycle => "motorcycle",
            Self::Bicycle => "bicycle",
            Self::Train => "train",
            Self::Bus => "bus, tram or underground",
            Self::PublicTransport => "public transport",
            Self::Taxi => "taxi",
            Self::Parking => "parking",
            Self::Childcare => "childcare",
            Self::ReplacementCare => "replacement care",
            Self::PersonalAssistant => "personal assistant",
            Self::Interpreter => "interpreter",
            Self::Access => "access costs",
            Self::Meal => "meal",
            Self::Accommodation => "accommodation",
            Self::Subsistence => "subsistence",
            Self::PhoneAndInternet => "telephone, data and internet",
            Self::Equipment => "equipment",
            Self::Materials => "materials",
            Self::Other => "other expense",
        }
    }
}

/// How an expense counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ExpenseTreatment {
    /// What was spent is paid back: it is not income.
    Repaid,
    /// Miles at no more than the approved rate: free of tax.
    WithinApprovedRate,
    /// Miles above the approved rate: the part above it is taxable.
    PartlyTaxable,
    /// It may count as income: nothing shows that it was spent, or it is paid whatever was spent.
    MaybeIncome,
    /// The person never receives the money.
    NotReceived,
}

#[cfg(test)]
mod tests;
