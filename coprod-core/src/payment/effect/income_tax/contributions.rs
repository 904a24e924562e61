//! Class 2 and class 4 contributions on profits of a year.

use crate::parameters::CitedRule;
use crate::payment::ledger::{Amount, Ledger, Rule, Subject, Whole};
use crate::payment::rates::InsuranceRates;

const LOWER: Rule =
    Rule::of(CitedRule::Class4Contributions, "class_4.lower_limit", "profit above which class 4 contributions are due");
const UPPER: Rule = Rule::of(CitedRule::Class4Contributions, "class_4.upper_limit", "profit above which the lower rate is due");
const MAIN_PROFIT: Rule =
    Rule::of(CitedRule::Class4Contributions, "class_4.profit_to_upper_limit", "profit up to the upper limit");
const MAIN_BAND: Rule = Rule::of(CitedRule::Class4Contributions, "class_4.main_band", "of it, what is above the lower limit");
const MAIN: Rule = Rule::of(CitedRule::Class4Contributions, "class_4.main", "contributions at the main rate").unconfirmed();
const OVER_BAND: Rule = Rule::of(CitedRule::Class4Contributions, "class_4.additional_band", "profit above the upper limit");
const OVER: Rule =
    Rule::of(CitedRule::Class4Contributions, "class_4.additional", "contributions at the rate above the limit").unconfirmed();
const WEEKLY: Rule = Rule::of(
    CitedRule::Class2Contributions,
    "class_2.weekly",
    "class 2 contributions a week, due where the profit is above the threshold",
);
const THRESHOLD: Rule =
    Rule::of(CitedRule::Class2Contributions, "class_2.threshold", "profit above which class 2 contributions are due");
const WEEKS: Rule = Rule::of(
    CitedRule::Class2Contributions,
    "class_2.weeks.count",
    "weeks of the year, as though the business ran in all of them",
);
const CLASS_2: Rule = Rule::of(CitedRule::Class2Contributions, "class_2.year", "class 2 contributions of the year");
const ALL: Rule = Rule::plain("self_employed.contributions", "contributions of the year on profit");
const DUE: Rule = Rule::plain("self_employed.due", "contributions of the year that are due because of the payments");

/// What more is due on the second profit, which is the one with the payments, than on the first.
pub(super) fn due<L: Ledger>(
    (without, with): (Amount, Amount),
    rates: &InsuranceRates,
    about: impl Fn(bool) -> Subject,
    ledger: &mut L,
) -> Amount {
    ledger.about(about(false));
    let without = of_year(without, rates, ledger);
    ledger.about(about(true));
    let with = of_year(with, rates, ledger);
    ledger.minus(&DUE, with, without)
}

fn of_year<L: Ledger>(profit: Amount, rates: &InsuranceRates, ledger: &mut L) -> Amount {
    let lower = ledger.figure(&LOWER, &rates.class_4_lower_limit);
    let over = profit.pence > rates.class_4_upper_limit.pence;
    let upper = if over { ledger.figure(&UPPER, &rates.class_4_upper_limit) } else { profit };
    let main = if over { ledger.least(&MAIN_PROFIT, profit, upper) } else { profit };
    let main = ledger.left(&MAIN_BAND, main, lower);
    let main = ledger.part(&MAIN, main, &rates.class_4_main_rate, Whole::Down);
    let over = if over {
        let band = ledger.minus(&OVER_BAND, profit, upper);
        ledger.part(&OVER, band, &rates.class_4_additional_rate, Whole::Down)
    } else {
        Amount::NONE
    };
    let class_2 = class_2(profit, rates, ledger);
    ledger.sum(&ALL, &[main, over, class_2])
}

fn class_2<L: Ledger>(profit: Amount, rates: &InsuranceRates, ledger: &mut L) -> Amount {
    if rates.class_2_rate.pence == 0 {
        return Amount::NONE;
    }
    let threshold = ledger.figure(&THRESHOLD, &rates.class_2_threshold);
    if profit.pence <= threshold.pence {
        return Amount::NONE;
    }
    let weekly = ledger.figure(&WEEKLY, &rates.class_2_rate);
    let weeks = ledger.given(&WEEKS, 52);
    ledger.times(&CLASS_2, weekly, weeks)
}
