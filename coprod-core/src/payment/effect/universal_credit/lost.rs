//! Weeks of other benefits that the payments cost: what is not paid is not taken off Universal Credit either.

use crate::parameters::CitedRule;
use crate::payment::calendar::AssessmentPeriod;
use crate::payment::effect::{Benefit, BenefitEffect};
use crate::payment::ledger::{Amount, Ledger, Rule};

/// The reading that a week counts where it starts; the law apportions by days where payment of a benefit begins or ends.
const WEEK: Rule = Rule::of(
    CitedRule::UniversalCreditUnearnedIncome,
    "universal_credit.week_not_paid",
    "a benefit that is not paid for a week that starts in the period",
)
.unconfirmed();
const WEEKS: Rule =
    Rule::plain("universal_credit.weeks_not_paid", "benefits that are not paid for weeks that start in the period");
const ALLOWANCES: Rule =
    Rule::plain("universal_credit.allowances_not_paid", "Employment and Support Allowance and Jobseeker's Allowance among them");

/// Benefits that are not paid for weeks that start in an assessment period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lost {
    pub(super) all: Amount,
    /// Employment and Support Allowance and Jobseeker's Allowance.
    pub(super) allowances: Amount,
}

impl Lost {
    /// Nothing.
    pub(super) const NOTHING: Self = Self { all: Amount::NONE, allowances: Amount::NONE };
}

/// Whether Universal Credit takes the benefit off in full, and it changed.
pub(super) fn matters(effect: &BenefitEffect) -> bool {
    let taken_off = match effect.benefit {
        Benefit::CarersAllowance | Benefit::CarerSupportPayment => true,
        _ => is_allowance(effect.benefit),
    };
    taken_off && !effect.later && effect.after.pence < effect.before.pence
}

fn is_allowance(benefit: Benefit) -> bool {
    matches!(benefit, Benefit::NewStyleEsa | Benefit::LegacyEsa | Benefit::NewStyleJsa)
}

/// What is lost in the weeks of `effects` that start in `period`.
pub(super) fn lost<L: Ledger>(
    effects: &[BenefitEffect],
    period: AssessmentPeriod,
    parts: &mut Vec<Amount>,
    ledger: &mut L,
) -> Lost {
    let starts = |effect: &&BenefitEffect| matters(effect) && period.first <= effect.from && effect.from <= period.last;
    if !effects.iter().any(|effect| starts(&effect)) {
        return Lost::NOTHING;
    }
    parts.clear();
    // Allowances stand first, so that they can be summed by themselves.
    for effect in effects.iter().filter(starts).filter(|effect| is_allowance(effect.benefit)) {
        parts.push(ledger.minus(&WEEK, effect.before, effect.after));
    }
    let allowances = if parts.is_empty() { Amount::NONE } else { ledger.sum(&ALLOWANCES, parts) };
    for effect in effects.iter().filter(starts).filter(|effect| !is_allowance(effect.benefit)) {
        parts.push(ledger.minus(&WEEK, effect.before, effect.after));
    }
    let all = if parts.is_empty() { Amount::NONE } else { ledger.sum(&WEEKS, parts) };
    Lost { all, allowances }
}
