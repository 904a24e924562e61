//! The bands of income tax: which part of taxable income is taxed at which rate.

use crate::payment::ledger::Rule;
use crate::payment::rates::{Figure, Rate, TaxRates};

/// A band that starts where the one before it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band<'a> {
    /// What a year's tax in this band is called.
    pub(super) rule: &'static Rule,
    pub(super) rate: &'a Rate,
    /// The taxable income a year at which it ends; the last has no end.
    pub(super) end: Option<&'a Figure>,
}

const BASIC: Rule = year("income_tax.basic_rate", "tax at the basic rate");
const HIGHER: Rule = year("income_tax.higher_rate", "tax at the higher rate");
const ADDITIONAL: Rule = year("income_tax.additional_rate", "tax at the additional rate");
const STARTER: Rule = scottish("income_tax.scottish_starter_rate", "tax at Scotland's starter rate");
const SCOTTISH_BASIC: Rule = scottish("income_tax.scottish_basic_rate", "tax at Scotland's basic rate");
const INTERMEDIATE: Rule = scottish("income_tax.scottish_intermediate_rate", "tax at Scotland's intermediate rate");
const SCOTTISH_HIGHER: Rule = scottish("income_tax.scottish_higher_rate", "tax at Scotland's higher rate");
const FIFTH: Rule =
    scottish("income_tax.scottish_fifth_rate", "tax at Scotland's fifth rate: the advanced rate, before April 2024 the top rate");
const SIXTH: Rule = scottish("income_tax.scottish_sixth_rate", "tax at Scotland's top rate");

/// That the part of a penny is dropped in each band is a reading that no source confirms.
const fn year(id: &'static str, text: &'static str) -> Rule {
    Rule::of("income_tax", id, text).unconfirmed()
}

const fn scottish(id: &'static str, text: &'static str) -> Rule {
    Rule::of("scottish_income_tax", id, text).unconfirmed()
}

/// The bands, lowest first.
pub(super) const fn bands(rates: &TaxRates, scottish: bool) -> [Option<Band<'_>>; 6] {
    const fn band<'a>(rule: &'static Rule, rate: &'a Rate, end: Option<&'a Figure>) -> Option<Band<'a>> {
        Some(Band { rule, rate, end })
    }
    if !scottish {
        return [
            band(&BASIC, &rates.basic_rate, Some(&rates.higher_threshold)),
            band(&HIGHER, &rates.higher_rate, Some(&rates.additional_threshold)),
            band(&ADDITIONAL, &rates.additional_rate, None),
            None,
            None,
            None,
        ];
    }
    [
        band(&STARTER, &rates.scottish_starter_rate, Some(&rates.scottish_basic_threshold)),
        band(&SCOTTISH_BASIC, &rates.scottish_basic_rate, Some(&rates.scottish_intermediate_threshold)),
        band(&INTERMEDIATE, &rates.scottish_intermediate_rate, Some(&rates.scottish_higher_threshold)),
        band(&SCOTTISH_HIGHER, &rates.scottish_higher_rate, Some(&rates.scottish_fifth_threshold)),
        band(&FIFTH, &rates.scottish_fifth_rate, rates.scottish_sixth_threshold.as_ref()),
        match &rates.scottish_sixth_rate {
            Some(rate) => band(&SIXTH, rate, None),
            None => None,
        },
    ]
}
