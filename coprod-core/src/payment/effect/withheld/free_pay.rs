//! Pay that a tax code leaves free of tax, or adds to pay, up to a pay period.
//!
//! As the tax office's tables have it: codes above 500 are taken apart into five hundreds and a rest from 1 to 500; the share of a period
//! is rounded up to the penny for each part, and then multiplied.

use crate::parameters::CitedRule;
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};

const REST: Rule =
    Rule::of(CitedRule::TaxTables, "paye.code_rest", "the tax code's pounds a year that are left after whole five thousands");
const REST_EACH: Rule = Rule::of(CitedRule::TaxTables, "paye.code_rest_each", "the share of one pay period");
const WHOLE: Rule = Rule::of(CitedRule::TaxTables, "paye.code_five_thousand", "five thousand pounds a year");
const WHOLE_EACH: Rule = Rule::of(CitedRule::TaxTables, "paye.code_five_thousand_each", "the share of one pay period");
const WHOLES: Rule =
    Rule::of(CitedRule::TaxTables, "paye.code_five_thousands.count", "how many whole five thousands the tax code says");
const WHOLES_EACH: Rule =
    Rule::of(CitedRule::TaxTables, "paye.code_five_thousands_each", "the share of one pay period of all five thousands");
const EACH: Rule = Rule::of(CitedRule::TaxTables, "paye.code_each", "what the tax code says for one pay period");
const PERIODS: Rule = Rule::plain("paye.period.count", "pay periods of the tax year so far");
const TO_DATE: Rule = Rule::of(CitedRule::TaxTables, "paye.code_to_date", "what the tax code says up to this pay period");

/// The five hundreds of a code: pounds.
const FIVE_THOUSAND: i64 = 5_000;

/// The share of `number` periods, of which a year has `of`, of `pounds` a year: ten times a code's number and nine.
pub(super) fn to_date<L: Ledger>(ledger: &mut L, pounds: i64, number: i64, of: i64) -> Amount {
    // A rest is the 19 pounds of code 1 to the 5,009 pounds of code 500.
    let wholes = (pounds - 19).max(0) / FIVE_THOUSAND;
    let rest = ledger.given(&REST, (pounds - wholes * FIVE_THOUSAND) * 100);
    let mut each = ledger.fraction(&REST_EACH, rest, 1, of, Whole::Up);
    if wholes > 0 {
        let whole = ledger.given(&WHOLE, FIVE_THOUSAND * 100);
        let whole_each = ledger.fraction(&WHOLE_EACH, whole, 1, of, Whole::Up);
        let wholes = ledger.given(&WHOLES, wholes);
        let wholes_each = ledger.times(&WHOLES_EACH, whole_each, wholes);
        each = ledger.sum(&EACH, &[each, wholes_each]);
    }
    let periods = ledger.given(&PERIODS, number);
    ledger.times(&TO_DATE, each, periods)
}
