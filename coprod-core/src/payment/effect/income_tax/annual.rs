//! Income tax of a year on income of any amount.

use crate::parameters::CitedRule;
use crate::payment::effect::bands::Bands;
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};
use crate::payment::rates::TaxRates;

const ALLOWANCE: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.personal_allowance", "the personal allowance");
const TAPER: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.taper_start", "income above which the personal allowance shrinks");
const OVER: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.over_taper_start", "income above it");
const SHRINKS: Rule =
    Rule::of(CitedRule::IncomeTax, "income_tax.allowance_lost", "half of it in whole pounds, by which the allowance shrinks");
const SHRUNK: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.allowance_left", "what is left of the personal allowance");
const TAXABLE: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.taxable", "income above the personal allowance");
const END: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.band_end", "where the band ends");
const UP_TO: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.up_to_band_end", "income up to there");
const IN_BAND: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.in_band", "income in the band");
const TAX: Rule = Rule::of(CitedRule::IncomeTax, "income_tax.tax", "tax of the year");

/// The tax on `income`.
pub(super) fn tax<L: Ledger>(income: Amount, scottish: bool, rates: &TaxRates, ledger: &mut L) -> Amount {
    let allowance = allowance(income, rates, ledger);
    let taxable = ledger.left(&TAXABLE, income, allowance);
    let (mut tax, mut start) = (Amount::NONE, Amount::NONE);
    for band in Bands::of(rates, scottish).all() {
        if taxable.pence <= start.pence {
            break;
        }
        let over = band.end.filter(|end| taxable.pence > end.pence);
        let end = over.map(|end| ledger.figure(&END, end));
        let up_to = end.map_or(taxable, |end| ledger.least(&UP_TO, taxable, end));
        let in_band = if start.pence > 0 { ledger.minus(&IN_BAND, up_to, start) } else { up_to };
        let of_band = ledger.part(band.rule, in_band, band.rate, Whole::Down);
        tax = if start.pence > 0 { ledger.sum(&TAX, &[tax, of_band]) } else { of_band };
        start = up_to;
    }
    tax
}

/// The allowance goes down by half of what income is above the start; the rest is made whole pounds upwards, so that what is lost is
/// whole pounds downwards.
fn allowance<L: Ledger>(income: Amount, rates: &TaxRates, ledger: &mut L) -> Amount {
    let allowance = ledger.figure(&ALLOWANCE, &rates.personal_allowance);
    if income.pence <= rates.allowance_taper_start.pence {
        return allowance;
    }
    let start = ledger.figure(&TAPER, &rates.allowance_taper_start);
    let over = ledger.minus(&OVER, income, start);
    let lost = ledger.fraction(&SHRINKS, over, 1, 2, Whole::DownToPound);
    ledger.left(&SHRUNK, allowance, lost)
}
