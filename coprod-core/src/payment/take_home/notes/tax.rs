//! Notes on tax: codes that are another nation's, and pensions that nobody told of.

use super::Notes;
use crate::payment::HowPaid;
use crate::payment::effect::{TaxCode, TaxCodeKind};
use crate::payment::person::Nation;
use crate::payment::take_home::answer::TakeHomeWarningCode as Code;
use crate::payment::take_home::sheet::{Sheet, over_pension_age, value};

impl Notes {
    /// Notes on what is told of tax.
    pub(in crate::payment::take_home) fn tax(&mut self, sheet: &Sheet) {
        let person = &sheet.person;
        let last = sheet.pays.last().map(|pay| pay.payment.paid_on);
        let pensioner = last.and_then(|on| over_pension_age(person, on)) == Some(true);
        if pensioner && person.other_income.as_ref().is_none_or(|income| income.other_taxable.is_none()) {
            self.warn(
                Code::TaxLater,
                "tax is worked out as if there were no State Pension and no other pension, because none is told: with them more tax can be \
                 due on the payments",
            );
        }
        let Some(nation) = value(&person.nation) else { return };
        for pay in sheet.pays.iter().filter(|pay| pay.how() == Some(HowPaid::Paye)) {
            let Some(told) = pay.payment.tax_code.as_ref().and_then(|code| code.known()) else { continue };
            let Some(code) = TaxCode::read(told) else { continue };
            if code.scottish != (nation == Nation::Scotland) && code.kind != TaxCodeKind::NoTax {
                let text = if nation == Nation::Scotland {
                    format!(
                        "the tax code {told} has no S, which the codes of people who live in Scotland start with: ask the tax office"
                    )
                } else {
                    format!("the tax code {told} starts with S, for people who live in Scotland: ask the tax office")
                };
                self.warn(Code::TaxLater, text);
            }
        }
    }
}
