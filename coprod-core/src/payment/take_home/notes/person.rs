//! Notes on the person: other help, reviews, charges, and what is not worked out for them.

use super::Notes;
use crate::payment::PermissionToWork;
use crate::payment::effect::Benefit;
use crate::payment::person::{EarningsPattern, Nation, PassportedHelp};
use crate::payment::take_home::TakeHomeRequest;
use crate::payment::take_home::answer::TakeHomeWarningCode as Code;
use crate::payment::take_home::explore::{EffectRow, Figures};
use crate::payment::take_home::open::{MANY_NEAR, many_near, missing, told_of_household};
use crate::payment::take_home::sheet::{Sheet, value};
use crate::unit::Known;

impl Notes {
    /// Notes on what is told of the person.
    pub(in crate::payment::take_home) fn person(&mut self, request: &TakeHomeRequest, sheet: &Sheet) {
        let person = &request.person;
        if matches!(person.permission_to_work, None | Some(PermissionToWork::Unknown)) {
            self.warn(
                Code::PermissionUnknown,
                "find out first whether the person may work here: a fee can count as work, and unpermitted work can cost them their \
                 right to stay",
            );
            self.advise("where the person is not free to work here: whether they may be paid at all, from somebody qualified in immigration law");
        }
        if !person.disability_benefits.is_empty() {
            self.warn(
                Code::DisabilityReview,
                "a disability benefit is not reduced by pay, but what the person does can be looked at when it is reviewed: describe the \
                 help and the breaks that the work takes",
            );
        }
        let northern = value(&person.nation) == Some(Nation::NorthernIreland);
        if person.care_charges == Some(true) {
            let whom = if northern { "the Health and Social Care Trust" } else { "the council" };
            let text = format!(
                "earnings are mostly left out of charges for care, but a benefit that changes can change the charge: ask {whom}"
            );
            self.warn(Code::CareCharges, text);
        }
        if person.council_tax_reduction == Some(true) {
            self.warn(Code::CouncilTax, council_tax(value(&person.nation)));
            self.leave_out(if northern {
                "help with rates: ask Land and Property Services, or the Housing Executive where it pays Housing Benefit"
            } else {
                "council tax reduction (in Northern Ireland help with rates): ask your council"
            });
        }
        if person.sick_leave == Some(true) {
            self.warn(
                Code::SickLeave,
                "work during sick leave can end sick pay: ask the employer first, and a doctor where there is doubt",
            );
            self.advise("what the work does to sick pay");
            self.leave_out("sick pay");
        }
        if person.detained == Some(true) {
            self.warn(Code::Detained, "somebody who is detained mostly has no Universal Credit and needs leave to be paid: ask before anything is agreed");
            self.advise("what may be paid to somebody who is detained, and how");
        }
        if value(&person.age).is_some_and(|age| age < 16) {
            self.warn(
                Code::Child,
                "below 16 the law limits work and may ask for a permit, and a parent's benefits are not worked out here",
            );
        }
        self.credit(request, sheet);
        self.other_help(request);
    }

    fn credit(&mut self, request: &TakeHomeRequest, sheet: &Sheet) {
        let person = &request.person;
        if let Some(credit) = &person.universal_credit {
            if missing(&credit.maximum_award) && told_of_household(credit) {
                let household = [
                    (credit.children.is_none(), "no children, because none are told"),
                    (credit.housing_costs.is_none(), "no housing costs in the award, because none are told"),
                    (credit.childcare_costs.is_none(), "no childcare costs in the award, because none are told"),
                ];
                household.into_iter().filter(|(silent, _)| *silent).for_each(|(_, text)| self.assume(text));
            }
            if value(&person.nation) == Some(Nation::Scotland) {
                self.leave_out("the Scottish Child Payment, which depends on the award");
            }
            if missing(&credit.first_day) && many_near(sheet) {
                self.assume(MANY_NEAR);
            }
            if credit.capital.is_none() {
                self.assume("no savings or other capital above 6,000 pounds, because none are told");
            }
            if credit.unearned_income.is_none() {
                self.assume("no other income that Universal Credit takes off, because none is told");
            }
            if credit.other_net_earnings.is_none() && !sheet.wages_go_on() {
                self.assume("no other earnings in the assessment periods, because none are told");
            }
            self.leave_out("deductions from Universal Credit for advances, debts and sanctions");
        }
        if person.other_income.is_none() {
            self.assume("no wages, pensions or other fees in the tax year, because none are told");
        }
    }

    fn other_help(&mut self, request: &TakeHomeRequest) {
        let person = &request.person;
        for help in &person.passported_help {
            match help {
                PassportedHelp::LegalAid => self.leave_out("legal aid: ask the solicitor"),
                PassportedHelp::SocialTariff => self.leave_out("social tariffs: ask the provider"),
                PassportedHelp::Other => self.leave_out("other help that depends on a benefit: ask who gives it"),
                PassportedHelp::HealthCosts
                | PassportedHelp::FreeSchoolMeals
                | PassportedHelp::HealthyStart
                | PassportedHelp::WarmHome => {}
            }
        }
        self.leave_out("the Marriage Allowance, and the charge on high incomes for Child Benefit");
        if person.pension_credit.is_some() {
            self.leave_out("the savings credit of Pension Credit");
            self.leave_out(
                "that the Department may count a payment over several weeks of Pension Credit, each with its disregard",
            );
        }
        if person.carer_support_payment.is_some() {
            self.leave_out(
                "the Scottish Carer Supplement and the payment for a further person cared for: they are lost for the same weeks as Carer \
                 Support Payment, and are not in the figures",
            );
        }
        if person.carers_allowance.is_some() && value(&person.nation) == Some(Nation::Scotland) {
            let text = "Carer Support Payment has taken the place of Carer's Allowance in Scotland: check which of them is paid";
            self.warn(Code::Unconfirmed, text);
        }
        if let Some(benefit) = &person.housing_benefit {
            if benefit.room.is_none() && benefit.passported != Some(Known::Is(true)) {
                self.assume("no room in Housing Benefit before earnings count beyond the disregard, because none is told");
            }
            self.leave_out("the further disregard of Housing Benefit for those who work enough hours, and the one for specified accommodation");
            self.leave_out("that the council may count a payment over several weeks of Housing Benefit, each with its disregard");
        }
        if person.carers_allowance.is_some() || person.carer_support_payment.is_some() {
            self.leave_out("what happens to other people's benefits where care for the same person ends");
        }
        if person.carers_allowance.is_some() {
            // Regulation 8(1) of 1976.
            self.leave_out("that Carer's Allowance is lost for the week after the one whose earnings are above the limit");
        }
        if person.jobseekers_allowance.is_some() {
            // Regulation 54(2) of 2013.
            self.leave_out(
                "a payment for a month, or for no period, which the office may count over several weeks of Jobseeker's Allowance",
            );
        }
        if person.employment_and_support_allowance.is_some() {
            self.leave_out("whether the work is looked at when capability for work is assessed again");
        }
    }

    /// Notes on what the payments change.
    pub(in crate::payment::take_home) fn changes(&mut self, sheet: &Sheet, figures: &Figures, rows: &[EffectRow]) {
        let lost = |benefit: Benefit| {
            rows.iter().any(|row| row.benefit == benefit && !row.later && row.change.low() < 0 && row.after.low() == 0)
        };
        let cliffs = [
            (
                Benefit::CarersAllowance,
                "Carer's Allowance is lost for each whole week in which earnings are above the limit, by however little",
            ),
            (
                Benefit::CarerSupportPayment,
                "Carer Support Payment is lost for each whole week in which earnings are above the limit, by however little",
            ),
            (
                Benefit::NewStyleEsa,
                "work beyond the limits of permitted work can end the award of Employment and Support Allowance, not only its payment for a week",
            ),
            (
                Benefit::LegacyEsa,
                "work beyond the limits of permitted work can end the award of Employment and Support Allowance, which nobody can claim again",
            ),
            (
                Benefit::NewStyleJsa,
                "Jobseeker's Allowance falls to nil in a week: 16 hours of work or more end the entitlement, and earnings can leave nothing of it",
            ),
        ];
        for (benefit, text) in cliffs {
            if lost(benefit) {
                self.warn(Code::Cliff, text);
                self.advise(text);
            }
        }
        if lost(Benefit::UniversalCredit) {
            self.warn(
                Code::Cliff,
                "Universal Credit falls to nil in a period: the award can end, so that it has to be claimed again, and what depends on it, \
                 such as Housing Benefit paid in full, council tax reduction and other help, can stop with it",
            );
            self.assume("Universal Credit is claimed again at once after a period in which it falls to nil");
            if sheet.person.housing_benefit.is_some() {
                let text = "Housing Benefit is paid in full only while there is an award of Universal Credit: it is worked out by income for a \
                            time without one";
                self.warn(Code::Cliff, text);
                self.advise(text);
            }
        }
        if figures.settled.low() < 0 {
            let then = if sheet.person.universal_credit.is_some() {
                ", and Universal Credit counts the repayment when it arrives"
            } else {
                ""
            };
            let text = format!("more tax is withheld than is due in the end: it is paid back later{then}");
            self.warn(Code::TaxLater, text);
        } else if figures.settled.negative().low() < 0 {
            self.warn(Code::TaxLater, "tax or contributions on the payments are due later: put the money aside");
        }
        let irregular = [&sheet.person.carers_allowance, &sheet.person.carer_support_payment]
            .into_iter()
            .flatten()
            .any(|carer| value(&carer.pattern) == Some(EarningsPattern::Irregular));
        if irregular {
            self.advise("how the carers' office averages earnings that vary");
        }
        self.passported(sheet, rows);
    }
}

/// Whose rules on council tax, or on rates, hold where the person lives.
const fn council_tax(nation: Option<Nation>) -> &'static str {
    match nation {
        Some(Nation::England) => {
            "for people of working age every council has its own scheme: ask your council what the payment does to the reduction of council \
             tax"
        }
        Some(Nation::Scotland) => {
            "one scheme for all of Scotland says what the payment does to the reduction of council tax: ask your council, which works it out"
        }
        Some(Nation::Wales) => {
            "one scheme for all of Wales says what the payment does to the reduction of council tax: ask your council, which works it out"
        }
        Some(Nation::NorthernIreland) => {
            "help with rates can fall when earnings or a benefit change: ask Land and Property Services, or the Housing Executive where it \
             pays Housing Benefit"
        }
        None => "schemes differ from place to place: ask your council what the payment does to the reduction of council tax",
    }
}
