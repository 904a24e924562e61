//! Take-home: what somebody keeps of their payments, in the period and in the end, with every step, and what to tell whom.

mod answer;
mod cases;
mod check;
mod compose;
mod explore;
mod notes;
mod open;
mod sheet;
mod tell;

use serde::Deserialize;

pub use answer::{
    AdvicePlace, BenefitChange, BenefitName, BenefitPeriod, CashOn, KeptMoney, KeptPerHour, Narrowing, QuestionAnswer,
    TakeHomeAnswer, TakeHomeQuestion, TakeHomeWarning, TakeHomeWarningCode, TellWhom,
};

pub(in crate::payment) use cases::{Cases, OpenQuestion};

use super::{PaidPerson, Payment};
use crate::error::PaymentError;

/// A request may ask about this many payments.
pub const MOST_PAYMENTS: usize = 100;

/// A payment may be for work on this many days.
pub const MOST_WORK_DATES: usize = 100;

/// So many combinations of what is not known are tried at most; fewer for many or very large payments.
pub const MOST_COMBINATIONS: usize = 100_000;

/// A person and the payments to ask about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakeHomeRequest {
    /// Who is paid.
    #[serde(default)]
    pub person: PaidPerson,
    /// What is paid, from 1 to 100 payments.
    pub payments: Vec<Payment>,
    /// Whether the latest known figures are taken to hold on for dates beyond the time for which they are known.
    #[serde(default)]
    pub assume_latest: bool,
}

/// Works out what somebody keeps of their payments.
///
/// # Errors
/// `no_payments`, `too_many`, `negative_amount`, `out_of_range`, `dates_reversed`, `unreadable_tax_code` and what can be wrong with an
/// expense for bad values; `contradictory_facts` for two facts that cannot both be so; `benefit_ended` for a benefit that is no longer
/// paid; `before_first_known` and `beyond_known_period` for dates without figures; `too_many_unknowns` where too much is not known.
pub fn take_home(request: &TakeHomeRequest) -> Result<TakeHomeAnswer, PaymentError> {
    check::request(request)?;
    if check::must_not_be_paid(&request.person) {
        return compose::without_fee(request);
    }
    let sheet = sheet::Sheet::of(request)?;
    let questions = open::questions(request, &sheet)?;
    let found = explore::explore(request, sheet, questions)?;
    compose::answer(request, found)
}

#[cfg(test)]
mod tests;
