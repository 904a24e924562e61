//! What an award of one assessment period is made of, whatever is earned in it.

use super::income::{Unearned, unearned};
use super::maximum::maximum;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::{Case, UniversalCreditCase};
use crate::payment::ledger::{Amount, Ledger, Rule};
use crate::payment::person::WorkAllowance;
use crate::payment::rates::UniversalCreditRates;
use crate::unit::Date;

const ALLOWANCE: Rule = Rule::of(
    CitedRule::UniversalCreditDeduction,
    "universal_credit.work_allowance",
    "the work allowance: earnings up to it take nothing off the award",
);
const OTHER: Rule = Rule::plain("universal_credit.other_earnings", "other net earnings of the household in the period");
const CAPITAL: Rule = Rule::plain("universal_credit.capital_held", "savings and other capital");
const LIMIT: Rule = Rule::of(CitedRule::UniversalCreditCapital, "universal_credit.capital_limit", "the limit of capital");
const OVER: Rule =
    Rule::of(CitedRule::UniversalCreditCapital, "universal_credit.capital_over", "capital above the limit: there is no award");

/// What does not depend on the payments in one assessment period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms<'a> {
    pub(super) uc: &'a UniversalCreditCase,
    pub(super) rates: &'a UniversalCreditRates,
    pub(super) maximum: Amount,
    pub(super) allowance: Amount,
    /// Earnings without the payments.
    pub(super) other: Amount,
    pub(super) unearned: Unearned,
    /// Whether there is too much capital for an award.
    pub(super) too_much: bool,
}

impl<'a> Terms<'a> {
    /// The terms of the period that starts on `on`, under the rates of that day.
    ///
    /// # Errors
    /// `parameter_unknown` for an element or allowance that is not known on that day.
    // A call would pass all of it through memory, twice for each row of a batch.
    #[inline(always)]
    pub(super) fn of<L: Ledger>(
        case: &Case,
        uc: &'a UniversalCreditCase,
        rates: &'a UniversalCreditRates,
        on: Date,
        ledger: &mut L,
    ) -> Result<Self, PaymentError> {
        let maximum = maximum(&uc.maximum, rates, on, ledger)?;
        let allowance = match uc.work_allowance {
            WorkAllowance::None => Amount::NONE,
            WorkAllowance::WithHousing => ledger.figure(&ALLOWANCE, &rates.work_allowance_with_housing),
            WorkAllowance::WithoutHousing => ledger.figure(&ALLOWANCE, &rates.work_allowance_without_housing),
        };
        let too_much = uc.capital > rates.capital_limit.pence;
        if too_much {
            let capital = ledger.given(&CAPITAL, uc.capital);
            let limit = ledger.figure(&LIMIT, &rates.capital_limit);
            ledger.left(&OVER, capital, limit);
        }
        let unearned = if too_much { Unearned::NOTHING } else { unearned(case, uc, rates, on, ledger)? };
        let other = ledger.given(&OTHER, uc.other_earnings);
        Ok(Self { uc, rates, maximum, allowance, other, unearned, too_much })
    }
}
