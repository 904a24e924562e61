//! The award of one assessment period for what is earned in it.

use super::cap::capped;
use super::lost::Lost;
use super::terms::Terms;
use crate::parameters::CitedRule;
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};

const FLOOR: Rule = Rule::plain("universal_credit.floor", "the minimum income floor, as stated");
const COUNTED: Rule = Rule::of(
    CitedRule::UniversalCreditMinimumIncomeFloor,
    "universal_credit.earnings_or_floor",
    "the earnings, or the minimum income floor where that is higher",
);
const OVER: Rule =
    Rule::of(CitedRule::UniversalCreditDeduction, "universal_credit.over_allowance", "earnings above the work allowance");
/// The reading that the tapered part is an amount of its own, rounded before it is deducted.
const TAPER: Rule = Rule::of(
    CitedRule::UniversalCreditDeduction,
    "universal_credit.taper",
    "what the earnings take off, rounded before it is deducted",
)
.unconfirmed();
const INCOME: Rule = Rule::of(
    CitedRule::UniversalCreditUnearnedIncome,
    "universal_credit.unearned_left",
    "income that is taken off in full, without benefits that are not paid for weeks that start in the period",
)
.unconfirmed();
const DEDUCTED: Rule = Rule::of(CitedRule::UniversalCreditAward, "universal_credit.deducted", "all that is taken off");
const AWARD: Rule = Rule::of(CitedRule::UniversalCreditAward, "universal_credit.award", "what is left of the award");
const NO_AWARD: Rule =
    Rule::of(CitedRule::UniversalCreditCapital, "universal_credit.no_award", "nothing, because there is too much capital");

/// An award.
#[derive(Debug, Clone, Copy)]
pub(super) struct Award {
    /// What is paid.
    pub(super) paid: Amount,
    /// What there would be without the benefit cap: none ends the award.
    pub(super) uncapped: Amount,
    /// Income that was taken off in full.
    pub(super) unearned: Amount,
}

/// The award where `earned` is earned, surplus earnings with it, and some weeks of other benefits are `lost`.
// A call would pass all of it through memory, twice for each row of a batch.
#[inline(always)]
pub(super) fn award<L: Ledger>(terms: &Terms<'_>, earned: Amount, lost: Lost, ledger: &mut L) -> Award {
    if terms.too_much {
        let none = ledger.sum(&NO_AWARD, &[]);
        return Award { paid: none, uncapped: none, unearned: none };
    }
    let counted = if terms.uc.floor > 0 {
        let floor = ledger.given(&FLOOR, terms.uc.floor);
        ledger.greatest(&COUNTED, earned, floor)
    } else {
        earned
    };
    let over = ledger.left(&OVER, counted, terms.allowance);
    let deduction = ledger.part(&TAPER, over, &terms.rates.taper, Whole::HalfUp);
    let all = terms.unearned.all;
    let unearned = if lost.all.pence == 0 { all } else { ledger.left(&INCOME, all, lost.all) };
    let deducted = ledger.sum(&DEDUCTED, &[deduction, unearned]);
    let uncapped = ledger.left(&AWARD, terms.maximum, deducted);
    let paid = capped(terms, uncapped, earned, lost, ledger);
    Award { paid, uncapped, unearned }
}
