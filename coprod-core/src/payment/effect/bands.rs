//! The bands of income tax: which part of taxable income is taxed at which rate.

use crate::parameters::CitedRule;
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
    Rule::of(CitedRule::IncomeTax, id, text).unconfirmed()
}

const fn scottish(id: &'static str, text: &'static str) -> Rule {
    Rule::of(CitedRule::ScottishIncomeTax, id, text).unconfirmed()
}

/// The bands of a year.
#[derive(Clone, Copy)]
pub(super) struct Bands<'a> {
    rates: &'a TaxRates,
    scottish: bool,
}

impl<'a> Bands<'a> {
    /// Those of Scotland, or of the rest of the United Kingdom.
    pub(super) const fn of(rates: &'a TaxRates, scottish: bool) -> Self {
        Self { rates, scottish }
    }

    /// All of them, lowest first.
    pub(super) fn all(self) -> impl Iterator<Item = Band<'a>> {
        (0..).map_while(move |number| self.get(number))
    }

    /// The one at the basic rate.
    pub(super) fn basic(self) -> Option<Band<'a>> {
        self.get(usize::from(self.scottish))
    }

    /// The one so many above the first after the basic rate, or the last where there are fewer.
    pub(super) fn above_basic(self, above: u8) -> Option<Band<'a>> {
        self.all().take(usize::from(self.scottish) + 2 + usize::from(above)).last()
    }

    /// The band at place `number`, from 0.
    fn get(self, number: usize) -> Option<Band<'a>> {
        let rates = self.rates;
        let (rule, rate, end) = match (self.scottish, number) {
            (false, 0) => (&BASIC, &rates.basic_rate, Some(&rates.higher_threshold)),
            (false, 1) => (&HIGHER, &rates.higher_rate, Some(&rates.additional_threshold)),
            (false, 2) => (&ADDITIONAL, &rates.additional_rate, None),
            (true, 0) => (&STARTER, &rates.scottish_starter_rate, Some(&rates.scottish_basic_threshold)),
            (true, 1) => (&SCOTTISH_BASIC, &rates.scottish_basic_rate, Some(&rates.scottish_intermediate_threshold)),
            (true, 2) => (&INTERMEDIATE, &rates.scottish_intermediate_rate, Some(&rates.scottish_higher_threshold)),
            (true, 3) => (&SCOTTISH_HIGHER, &rates.scottish_higher_rate, Some(&rates.scottish_fifth_threshold)),
            (true, 4) => (&FIFTH, &rates.scottish_fifth_rate, rates.scottish_sixth_threshold.as_ref()),
            (true, 5) => (&SIXTH, rates.scottish_sixth_rate.as_ref()?, None),
            _ => return None,
        };
        Some(Band { rule, rate, end })
    }
}
