//! What to offer: rate cards, and quotes with the real pay by the hour and the wage floors.

pub mod batch;
pub mod break_even;
pub mod budget;
mod calendar;
mod card;
pub mod curve;
mod effect;
mod engagement;
mod expense;
mod ledger;
mod letter;
pub mod options;
pub mod parity;
#[allow(clippy::module_inception, reason = "one payment is what this area is about")]
mod payment;
mod person;
pub mod plan;
mod quote;
mod rates;
mod take_home;

pub use card::{
    CancellationStep, CardActivity, CardCancellation, CardHourly, CardRate, CardStatus, CardTier, CardTime, CardVersion,
    CardsAnswer, CardsRequest, PartHours, PreparationPay, PublishedActivity, PublishedCard, PublishedRate, RateCard, cards,
};
pub use engagement::{CalledOff, CalledOffBy, Engagement, PermissionToWork};
pub use expense::{Expense, ExpenseKind, ExpenseTreatment, RuleSource};
pub use ledger::{TraceOperation, TraceRounding, TraceStep, TraceUnit};
pub use letter::{BenefitLetter, LetterAnswer, LetterBlank, LetterForm, LetterPart, letter};
pub use payment::{Body, ConsultedAs, HowPaid, PayPeriod, Payment};
pub use person::{
    BenefitCap, CarerBenefit, DisabilityBenefit, EarningsPattern, EmploymentSupport, EsaGroup, EsaKind, HousingBenefit,
    HousingBenefitHousehold, JobseekersAllowance, JobseekersKind, Nation, OtherIncome, PaidPerson, PassportedHelp, PensionCredit,
    StudentLoan, Tenancy, UniversalCredit, WorkAllowance, WorkCapability,
};
pub use quote::{
    CheckStatus, FloorName, FloorOutcome, HourlyPay, LineBasis, LinePart, QuoteAnswer, QuoteExpenses, QuoteLine, QuoteQuestion,
    QuoteRequest, QuoteWarning, QuoteWarningCode, QuotedCard, StatusAnswer, StatusFact, WageFloor, WorkArrangement, quote,
    quote_engagement,
};

pub use take_home::{
    AdvicePlace, BenefitChange, BenefitName, BenefitPeriod, CashOn, KeptMoney, KeptPerHour, MOST_COMBINATIONS, MOST_PAYMENTS,
    MOST_WORK_DATES, Narrowing, QuestionAnswer, TakeHomeAnswer, TakeHomeQuestion, TakeHomeRequest, TakeHomeWarning,
    TakeHomeWarningCode, TellWhom, take_home,
};

use crate::unit::Money;

#[doc = include_str!("walk_through.md")]
pub mod walk_through {}

#[doc = include_str!("card/format.md")]
pub mod card_format {
    /// A rate card that uses every part of the format, as JSON.
    pub const EXAMPLE: &str = include_str!("card/example.json");
}

/// An engagement may claim this many expenses.
pub const MOST_EXPENSES: usize = 100;

/// A rate card may have this many activities, and a rate this many steps.
pub const MOST_CARD_ENTRIES: usize = 200;

/// No amount of a request may be larger: ten million pounds.
pub const MOST_MONEY: Money = Money::from_whole_pounds(10_000_000);

/// A rate card may have this many versions.
pub const MOST_CARD_VERSIONS: usize = 50;

#[cfg(test)]
mod tests;
