//! Class 1 contributions of an employee, by payer and pay period.

use super::earlier::Earlier;
use crate::parameters::CitedRule;
use crate::payment::PayPeriod;
use crate::payment::effect::{Case, PayCase};
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};
use crate::payment::rates::InsuranceRates;

const TOO_YOUNG: Rule = Rule::of(CitedRule::Class1Contributions, "class_1.under_16", "nobody under 16 pays National Insurance");
const TOO_OLD: Rule =
    Rule::of(CitedRule::Class1Contributions, "class_1.pension_age", "nobody over State Pension age pays National Insurance");
const OTHER: Rule = Rule::plain("class_1.other_pay", "other pay from this payer in the pay period");
const BEFORE: Rule = Rule::plain("class_1.pay_before", "pay from this payer in the pay period, without this payment");
const WITH: Rule = Rule::plain("class_1.pay_with", "pay from this payer in the pay period, with this payment");
const THRESHOLD: Rule = Rule::of(
    CitedRule::Class1Contributions,
    "class_1.primary_threshold",
    "pay in a pay period above which contributions are due",
);
const LIMIT: Rule =
    Rule::of(CitedRule::Class1Contributions, "class_1.upper_limit", "pay in a pay period above which the lower rate is due");
const MAIN_PAY: Rule = Rule::of(CitedRule::Class1Contributions, "class_1.pay_to_upper_limit", "pay up to the upper limit");
const MAIN_BAND: Rule = Rule::of(CitedRule::Class1Contributions, "class_1.main_band", "of it, what is above the threshold");
const MAIN: Rule =
    Rule::of(CitedRule::Class1Contributions, "class_1.main", "contributions at the main rate; exactly half a penny is dropped");
const OVER_BAND: Rule = Rule::of(CitedRule::Class1Contributions, "class_1.additional_band", "pay above the upper limit");
const OVER: Rule = Rule::of(
    CitedRule::Class1Contributions,
    "class_1.additional",
    "contributions at the rate above the limit; exactly half a penny is dropped",
);
const ALL: Rule = Rule::of(CitedRule::Class1Contributions, "class_1.all", "contributions of the pay period");
const WITHHELD: Rule = Rule::of(CitedRule::Class1Contributions, "class_1.withheld", "contributions because of this payment");

/// Contributions because of `gross`.
pub(super) fn contributions<L: Ledger>(
    case: &Case,
    pay: &PayCase<'_>,
    earlier: Earlier,
    gross: Amount,
    rates: &InsuranceRates,
    ledger: &mut L,
) -> Amount {
    if case.age < 16 {
        return ledger.given(&TOO_YOUNG, 0);
    }
    if case.over_pension_age {
        return ledger.given(&TOO_OLD, 0);
    }
    let (threshold, limit) = match pay.pay_period {
        PayPeriod::Month => (&rates.primary_threshold_monthly, &rates.upper_limit_monthly),
        PayPeriod::Week => (&rates.primary_threshold_weekly, &rates.upper_limit_weekly),
    };
    let (threshold, limit) = (ledger.figure(&THRESHOLD, threshold), ledger.figure(&LIMIT, limit));
    let other = if pay.other_pay > 0 { ledger.given(&OTHER, pay.other_pay) } else { Amount::NONE };
    let before = ledger.sum(&BEFORE, &[other, earlier.period]);
    let with = ledger.sum(&WITH, &[before, gross]);
    let mut all = |pay: Amount| {
        let main = if pay.pence > limit.pence { ledger.least(&MAIN_PAY, pay, limit) } else { pay };
        let main = ledger.left(&MAIN_BAND, main, threshold);
        let main = ledger.part(&MAIN, main, &rates.main_rate, Whole::HalfDown);
        if pay.pence <= limit.pence {
            return main;
        }
        let over = ledger.minus(&OVER_BAND, pay, limit);
        let over = ledger.part(&OVER, over, &rates.additional_rate, Whole::HalfDown);
        ledger.sum(&ALL, &[main, over])
    };
    let without = if before.pence > threshold.pence { all(before) } else { Amount::NONE };
    let with = all(with);
    ledger.left(&WITHHELD, with, without)
}
