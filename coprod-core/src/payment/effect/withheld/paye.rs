//! Tax that a payroll withholds from one payment: what the pay with it is taxed more than the pay without it.
//!
//! As the tax office's table routines have it: taxable pay is made whole pounds; a band's end is its share up to the pay period, as whole
//! pounds upwards; shares are cut to hundredths of a penny, and the part of a penny of the tax is dropped. The tax on several bands is
//! written as the tax at the highest of their rates without what the lower rates save, which needs only one rounding.

use super::earlier::{Earlier, period, periods};
use super::free_pay;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::bands::{Band, Bands};
use crate::payment::effect::{PayCase, TaxCodeKind};
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};
use crate::payment::rates::{Rate, TaxRates};

const NO_TAX: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.no_tax", "the tax code says that no tax is withheld");
const TO_DATE: Rule = Rule::plain("paye.pay_to_date", "pay from this payer in the tax year before this payment");
const OTHER: Rule = Rule::plain("paye.other_pay", "other pay from this payer in the pay period");
const BEFORE: Rule = Rule::plain("paye.pay_before", "pay from this payer that is taxed together, without this payment");
const WITH: Rule = Rule::plain("paye.pay_with", "the same, with this payment");
const FREE: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.above_free_pay", "pay above what the tax code leaves free");
const ADDED: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.with_additional_pay", "pay, and what the tax code adds to it");
const POUNDS: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.taxable_pay", "taxable pay in whole pounds");
const FLAT: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.flat_rate", "tax at the one rate of the tax code");
const RATE: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.rate", "tax at the highest rate that the pay reaches");
const END: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.band_end", "where a band ends, for a year");
const IN_BAND: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.in_band", "how wide that band is");
const BAND_TAX: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.band_tax", "a year's tax on all of that band");
const LOWER_TAX: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.lower_bands_tax", "a year's tax on the lower bands");
const AT_RATE: Rule = Rule::of(
    CitedRule::PayAsYouEarn,
    "paye.lower_bands_at_rate",
    "the tax on the lower bands, were they taxed at the highest rate too",
);
const SAVING: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.saving", "what the lower rates save in a year");
const SAVING_TO_DATE: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.saving_to_date", "what they save up to this pay period");
const CUT: Rule = Rule::of(
    CitedRule::TaxTables,
    "paye.tables_cut",
    "what the tables lose, which cut a period's shares to hundredths of a penny",
);
const SAVING_BY_TABLES: Rule = Rule::of(CitedRule::TaxTables, "paye.saving_by_tables", "what the lower rates save by the tables");
const TAX: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.tax", "tax up to this pay period");
const WITHHELD: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.withheld", "tax withheld because of this payment");
const LIMIT: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.half_of_pay", "half of the payment, the most that may be withheld");
const LIMITED: Rule = Rule::of(CitedRule::PayAsYouEarn, "paye.limited", "tax withheld, at most half of the payment");

/// Which part of the year is taxed together: the first `number` of `of` pay periods.
#[derive(Debug, Clone, Copy)]
struct Share {
    number: i64,
    of: i64,
}

impl Share {
    /// What the lower rates save up to the pay period by the tables, which cut the share of a year's `end` of the lower bands, and of the
    /// year's tax on them, `lower`, to hundredths of a penny; the next whole penny up.
    const fn saving_by_tables(self, end: i64, lower: i64, rate: &Rate) -> i64 {
        let (end, lower) = (end * 100 * self.number / self.of, lower * 100 * self.number / self.of);
        Whole::Up.of(end * rate.numer - lower * rate.denom, rate.denom * 100)
    }
}

/// Tax withheld from `taxable`, the pay of this payment without pension contributions.
pub(super) fn tax<L: Ledger>(
    pay: &PayCase<'_>,
    earlier: Earlier,
    taxable: Amount,
    rates: &TaxRates,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    if pay.code.kind == TaxCodeKind::NoTax {
        return Ok(ledger.given(&NO_TAX, 0));
    }
    let of = periods(pay.pay_period);
    let number = period(pay.pay_period, pay.paid_on)?;
    // A 53rd week has no share of the year left: it is taxed by itself.
    let alone = pay.code.by_period || number > of;
    let share = Share { number: if alone { 1 } else { number }, of };
    let before = if alone {
        so_far(ledger, &OTHER, pay.other_pay, earlier.period_taxable)
    } else {
        so_far(ledger, &TO_DATE, pay.pay_to_date, earlier.year)
    };
    let with = ledger.sum(&WITH, &[before, taxable]);
    let bands = Bands::of(rates, pay.code.scottish);
    let withheld = match pay.code.kind {
        TaxCodeKind::NoTax => Amount::NONE,
        TaxCodeKind::BasicRate => flat(ledger, bands.basic(), before, with),
        TaxCodeKind::HigherRate(above) => flat(ledger, bands.above_basic(above), before, with),
        TaxCodeKind::Allowance(pounds) => {
            let free = match pounds {
                0 => Amount::NONE,
                _ => free_pay::to_date(ledger, i64::from(pounds).abs(), share.number, share.of),
            };
            let mut all = |pay: Amount| {
                let above = if pounds < 0 { ledger.sum(&ADDED, &[pay, free]) } else { ledger.left(&FREE, pay, free) };
                banded(ledger, above, bands, share)
            };
            // Nothing can be withheld where there is no pay, so that a K code's addition is taxed with the first pay.
            let without = if before.pence > 0 { all(before) } else { Amount::NONE };
            let with = all(with);
            ledger.left(&WITHHELD, with, without)
        }
    };
    // Only a K code takes so much, or a high rate of a few pounds.
    if withheld.pence <= taxable.pence / 2 {
        return Ok(withheld);
    }
    let limit = ledger.fraction(&LIMIT, taxable, 1, 2, Whole::Down);
    Ok(ledger.least(&LIMITED, withheld, limit))
}

fn so_far<L: Ledger>(ledger: &mut L, rule: &'static Rule, stated: i64, earlier: Amount) -> Amount {
    let stated = if stated > 0 { ledger.given(rule, stated) } else { Amount::NONE };
    ledger.sum(&BEFORE, &[stated, earlier])
}

fn flat<L: Ledger>(ledger: &mut L, band: Option<Band<'_>>, before: Amount, with: Amount) -> Amount {
    let Some(band) = band else { return Amount::NONE };
    let mut all = |pay: Amount| {
        let pounds = ledger.fraction(&POUNDS, pay, 1, 1, Whole::DownToPound);
        ledger.part(&FLAT, pounds, band.rate, Whole::Down)
    };
    let without = if before.pence > 0 { all(before) } else { Amount::NONE };
    let with = all(with);
    ledger.left(&WITHHELD, with, without)
}

/// The tax on pay above the allowance, up to a pay period.
fn banded<L: Ledger>(ledger: &mut L, above: Amount, bands: Bands<'_>, share: Share) -> Amount {
    let taxable = ledger.fraction(&POUNDS, above, 1, 1, Whole::DownToPound);
    // The share of a band's end as whole pounds, the part of a pound upwards.
    let over = |band: &Band<'_>| {
        band.end.is_some_and(|end| taxable.pence > Whole::Up.of(end.pence * share.number, share.of * 100) * 100)
    };
    let (mut lower, mut end) = (Amount::NONE, Amount::NONE);
    for band in bands.all() {
        if over(&band) {
            let Some(figure) = band.end else { continue };
            let start = end;
            end = ledger.figure(&END, figure);
            let wide = if start.pence > 0 { ledger.minus(&IN_BAND, end, start) } else { end };
            let tax = ledger.part(&BAND_TAX, wide, band.rate, Whole::Down);
            lower = if lower.pence > 0 { ledger.sum(&LOWER_TAX, &[lower, tax]) } else { tax };
            continue;
        }
        let tax = ledger.part(&RATE, taxable, band.rate, Whole::Down);
        if end.pence == 0 {
            return tax;
        }
        let at_rate = ledger.part(&AT_RATE, end, band.rate, Whole::Down);
        let saving = ledger.left(&SAVING, at_rate, lower);
        let saving = ledger.fraction(&SAVING_TO_DATE, saving, share.number, share.of, Whole::Up);
        let cut = share.saving_by_tables(end.pence, lower.pence, band.rate) - saving.pence;
        let saving = if cut == 0 {
            saving
        } else {
            let cut = ledger.given(&CUT, cut);
            ledger.sum(&SAVING_BY_TABLES, &[saving, cut])
        };
        return ledger.left(&TAX, tax, saving);
    }
    Amount::NONE
}
