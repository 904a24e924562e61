//! Notes on what one benefit that changes does to another, which the figures leave as it is.

use super::Notes;
use crate::payment::TraceStep;
use crate::payment::effect::Benefit;
use crate::payment::take_home::answer::TakeHomeWarningCode as Code;
use crate::payment::take_home::explore::EffectRow;
use crate::payment::take_home::sheet::{Sheet, value};
use crate::payment::{EsaKind, PaidPerson};
use crate::unit::Known;

/// Benefits that Housing Benefit and Pension Credit count as income.
const COUNTED: [Benefit; 6] = [
    Benefit::CarersAllowance,
    Benefit::CarerSupportPayment,
    Benefit::NewStyleEsa,
    Benefit::LegacyEsa,
    Benefit::NewStyleJsa,
    Benefit::PensionCredit,
];

impl Notes {
    /// Notes on benefits that hang together; `trace` is that of the lowest case.
    pub(in crate::payment::take_home) fn together(&mut self, sheet: &Sheet, rows: &[EffectRow], trace: &[TraceStep]) {
        let person = &sheet.person;
        let falls = |benefit: Benefit| rows.iter().any(|row| row.benefit == benefit && !row.later && row.change.low() < 0);
        let to_nil = |benefit: Benefit| {
            rows.iter().any(|row| row.benefit == benefit && !row.later && row.change.low() < 0 && row.after.low() == 0)
        };
        if let Some(housing) = &person.housing_benefit {
            let passports = [
                (Benefit::PensionCredit, "Pension Credit"),
                (Benefit::LegacyEsa, "income-related Employment and Support Allowance"),
            ];
            for (benefit, name) in passports {
                let by_income = benefit != Benefit::LegacyEsa || income_related(person);
                if value(&housing.passported) != Some(false) && by_income && to_nil(benefit) {
                    let text = format!(
                        "Housing Benefit is paid in full only while there is {name}: it is worked out by income for a time without it"
                    );
                    self.warn(Code::Cliff, text.as_str());
                    self.advise(text);
                    self.leave_out(format!("what Housing Benefit pays for a time without {name}"));
                }
            }
            if value(&housing.passported) != Some(true) && COUNTED.into_iter().any(falls) {
                self.leave_out("that Housing Benefit falls by less where another benefit that counts as income for it falls");
            }
        }
        if person.pension_credit.is_some() && COUNTED.into_iter().filter(|benefit| *benefit != Benefit::PensionCredit).any(falls)
        {
            self.leave_out("that Pension Credit falls by less where another benefit that counts as income for it falls");
        }
        self.overlap(person);
        if trace.iter().any(|step| step.rule == "universal_credit.surplus" && step.with_payments && step.value != "0.00") {
            self.warn(
                Code::Cliff,
                "earnings so far above the point at which Universal Credit ends count again, as surplus earnings, in the next periods for \
                 which it is claimed within six months",
            );
        }
    }

    /// Benefits of which a person is mostly paid only the higher.
    fn overlap(&mut self, person: &PaidPerson) {
        let carer = match (&person.carers_allowance, &person.carer_support_payment) {
            (Some(_), _) => "Carer's Allowance",
            (_, Some(_)) => "Carer Support Payment",
            _ => return,
        };
        let other = if person.jobseekers_allowance.is_some() {
            "Jobseeker's Allowance"
        } else if person.employment_and_support_allowance.is_some() && !income_related(person) {
            "Employment and Support Allowance"
        } else {
            return;
        };
        let text = format!(
            "{carer} and {other} overlap, and mostly only the higher one is paid: check which of them is paid, and how much"
        );
        self.warn(Code::Unconfirmed, text);
    }
}

fn income_related(person: &PaidPerson) -> bool {
    let support = person.employment_and_support_allowance.as_ref();
    support.is_some_and(|benefit| benefit.kind == Known::Is(EsaKind::LegacyIncomeRelated))
}
