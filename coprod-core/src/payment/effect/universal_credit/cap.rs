//! The benefit cap, after earnings have been taken off.

use super::lost::Lost;
use super::terms::Terms;
use crate::parameters::CitedRule;
use crate::payment::ledger::{Amount, Ledger, Rule};
use crate::payment::person::BenefitCap;
use crate::payment::rates::Figure;

const EXCEPTION: Rule =
    Rule::of(CitedRule::BenefitCapEarnings, "universal_credit.cap_earnings", "net earnings from which the cap does not bind");
const REACHED: Rule = Rule::of(
    CitedRule::BenefitCapEarnings,
    "universal_credit.cap_earnings_reached",
    "the earnings against that: from nothing up, the benefit cap does not bind",
);
const OTHER: Rule = Rule::plain("universal_credit.cap_other", "other benefits that count towards the cap, as stated");
const ALLOWANCES: Rule = Rule::of(
    CitedRule::BenefitCap,
    "universal_credit.cap_allowances",
    "Employment and Support Allowance and Jobseeker's Allowance count too",
);
const ALLOWANCES_LEFT: Rule =
    Rule::of(CitedRule::BenefitCap, "universal_credit.cap_allowances_left", "what is still paid of them").unconfirmed();
const TOTAL: Rule = Rule::of(CitedRule::BenefitCap, "universal_credit.cap_total", "all benefits that count towards the cap");
const LIMIT: Rule = Rule::of(CitedRule::BenefitCap, "universal_credit.cap_limit", "the benefit cap of a month");
const EXCESS: Rule = Rule::of(CitedRule::BenefitCap, "universal_credit.cap_excess", "what is above the cap");
const CHILDCARE: Rule = Rule::plain("universal_credit.cap_childcare", "childcare costs in the award");
const REDUCTION: Rule =
    Rule::of(CitedRule::BenefitCap, "universal_credit.cap_reduction", "what the cap takes off: it leaves childcare costs alone");
const PAID: Rule = Rule::of(CitedRule::BenefitCap, "universal_credit.capped", "what is left of the award under the cap");

/// What is paid of `award`.
#[inline(always)]
pub(super) fn capped<L: Ledger>(terms: &Terms<'_>, award: Amount, earned: Amount, lost: Lost, ledger: &mut L) -> Amount {
    let limits = &terms.rates.cap;
    match terms.uc.cap {
        BenefitCap::Exempt | BenefitCap::GracePeriod => award,
        BenefitCap::SingleOutsideLondon => under(&limits.single_outside_london, terms, award, earned, lost, ledger),
        BenefitCap::SingleLondon => under(&limits.single_london, terms, award, earned, lost, ledger),
        BenefitCap::CoupleOrParentOutsideLondon => {
            under(&limits.couple_or_parent_outside_london, terms, award, earned, lost, ledger)
        }
        BenefitCap::CoupleOrParentLondon => under(&limits.couple_or_parent_london, terms, award, earned, lost, ledger),
    }
}

#[inline(never)]
fn under<L: Ledger>(limit: &Figure, terms: &Terms<'_>, award: Amount, earned: Amount, lost: Lost, ledger: &mut L) -> Amount {
    // The minimum income floor is no part of the earnings that lift the cap.
    let exception = ledger.figure(&EXCEPTION, &terms.rates.cap_earnings_exception);
    if ledger.minus(&REACHED, earned, exception).pence >= 0 {
        return award;
    }
    let other = ledger.given(&OTHER, terms.uc.other_capped);
    let allowances = allowances(terms, lost, ledger);
    let total = ledger.sum(&TOTAL, &[award, other, allowances]);
    let limit = ledger.figure(&LIMIT, limit);
    let excess = ledger.left(&EXCESS, total, limit);
    let childcare = if terms.uc.childcare == 0 { Amount::NONE } else { ledger.given(&CHILDCARE, terms.uc.childcare) };
    let reduction = ledger.left(&REDUCTION, excess, childcare);
    ledger.left(&PAID, award, reduction)
}

fn allowances<L: Ledger>(terms: &Terms<'_>, lost: Lost, ledger: &mut L) -> Amount {
    if terms.unearned.allowances.iter().all(|allowance| allowance.pence == 0) {
        return Amount::NONE;
    }
    let all = ledger.sum(&ALLOWANCES, &terms.unearned.allowances);
    if lost.allowances.pence == 0 { all } else { ledger.left(&ALLOWANCES_LEFT, all, lost.allowances) }
}
