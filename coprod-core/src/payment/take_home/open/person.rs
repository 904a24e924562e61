//! Questions about the person and their income.

use super::{Open, Sum, is, missing};
use crate::payment::person::{Nation, OtherIncome};
use crate::payment::take_home::open::points;
use crate::payment::take_home::sheet::{self, Sheet, pence, unknown, value};
use crate::unit::Date;

/// An age band: an age that stands for it, whether it is over State Pension age, and its words.
type Band = (u8, bool, &'static str);

const BANDS: [Band; 4] = [
    (15, false, "below 16"),
    (20, false, "16 to 24"),
    (40, false, "25 or older, below State Pension age"),
    (80, true, "State Pension age or older"),
];

/// No personal allowance since 2022 was lower than 12,570 pounds.
const SURELY_UNTAXED: i64 = 1_257_000;

/// No weekly limit of contributions since 2022 was lower than 190 pounds.
const SURELY_NO_INSURANCE: i64 = 19_000;

impl Open<'_> {
    pub(super) fn nation_and_age(&mut self) {
        let person = &self.request.person;
        if missing(&person.nation) && person.carer_support_payment.is_none() {
            let nations = [
                (Nation::England, "England or Wales"),
                (Nation::Scotland, "Scotland"),
                (Nation::NorthernIreland, "Northern Ireland"),
            ];
            // The last awards of Carer's Allowance in Scotland were moved to Carer Support Payment by 9 October 2025.
            let first = self.sheet.pays.first().map(|pay| pay.payment.paid_on);
            let left = first.zip(Date::new(2025, 10, 9).ok()).is_some_and(|(first, moved)| first >= moved);
            let nations = nations
                .into_iter()
                .filter(|(nation, _)| *nation != Nation::Scotland || person.carers_allowance.is_none() || !left);
            self.ask(
                Some(self.person.key("nation")),
                "where does the person live?",
                nations.map(|(nation, words)| (nation, words.to_owned())),
                |sheet, nation| sheet.person.nation = is(*nation),
            );
            let taxed = self.taxed();
            if let Some(question) = self.list.last_mut() {
                (question.always, question.tried) = (true, taxed);
            }
        }
        let told = value(&person.over_pension_age);
        if !self.age_matters() {
            return;
        }
        if missing(&person.age) {
            let bands: Vec<Band> = BANDS.into_iter().filter(|band| self.fits(*band)).collect();
            if let [(age, ..)] = bands.as_slice() {
                let age = *age;
                self.settle_age(age);
                return;
            }
            self.ask(
                Some(self.person.key("age")),
                "how old is the person on the day of payment?",
                bands.into_iter().map(|(age, over, words)| ((age, over), words.to_owned())),
                |sheet, (age, over)| (sheet.person.age, sheet.person.over_pension_age) = (is(*age), is(*over)),
            );
        } else if told.is_none()
            && let Some(first) = self.sheet.pays.first()
            && sheet::over_pension_age(person, first.payment.paid_on).is_none()
        {
            let path = self.person.key("over_pension_age");
            self.yes_or_no(path, "has the person reached State Pension age?", |sheet, over| {
                sheet.person.over_pension_age = is(over);
            });
        }
    }

    /// Whether there may be income tax in the end, whose bands are other ones in Scotland.
    fn taxed(&self) -> bool {
        let person = &self.request.person;
        let benefits = person.carers_allowance.is_some()
            || person.carer_support_payment.is_some()
            || person.employment_and_support_allowance.is_some()
            || person.jobseekers_allowance.is_some();
        let income = person.other_income.as_ref().is_some_and(|income| {
            [&income.wages, &income.other_taxable, &income.other_gross_fees, &income.self_employed_profit]
                .into_iter()
                .any(|amount| unknown(amount) || pence(amount) > 0)
        });
        self.any_fee || benefits || income || self.sheet.gross() > SURELY_UNTAXED
    }

    /// Whether anything may depend on the age: contributions, an award by the household, an allowance by age.
    fn age_matters(&self) -> bool {
        let person = &self.request.person;
        let by_age = person.employment_and_support_allowance.is_some() || person.jobseekers_allowance.is_some();
        let household = person
            .universal_credit
            .as_ref()
            .is_some_and(|credit| missing(&credit.maximum_award) && super::credit::told_of_household(credit));
        let business = person.other_income.as_ref().is_some_and(|income| income.self_employed_profit.is_some());
        let more_pay = self.sheet.wages_go_on()
            || self.request.payments.iter().any(|payment| {
                let amount = &payment.other_pay_this_period;
                unknown(amount) || pence(amount) > 0
            });
        self.any_fee || by_age || household || business || more_pay || self.sheet.gross() > SURELY_NO_INSURANCE
    }

    /// Whether somebody of these ages can have what the person has.
    fn fits(&self, (age, over, _): Band) -> bool {
        let person = &self.request.person;
        let adult = person.receives_benefits();
        let working_age = person.employment_and_support_allowance.is_some() || person.jobseekers_allowance.is_some();
        let told = value(&person.over_pension_age);
        (age >= 16 || !adult)
            && !(over && working_age)
            && (over || person.pension_credit.is_none())
            && told.is_none_or(|told| told == over)
    }

    /// Only one band is left: its age is as good as told.
    fn settle_age(&mut self, age: u8) {
        let over = age > 66;
        self.ask(Some(self.person.key("age")), "how old is the person?", [((), String::new())], move |sheet, ()| {
            (sheet.person.age, sheet.person.over_pension_age) = (is(age), is(over));
        });
    }

    pub(super) fn income(&mut self) {
        let Some(income) = &self.request.person.other_income else { return };
        let at = self.person.key("other_income");
        let points = points::of_a_year(self.sheet);
        let amounts: [Sum<OtherIncome>; 4] = [
            ("wages", unknown(&income.wages), "what are the wages of the tax year?", |income, amount| income.wages = is(amount)),
            (
                "other_taxable",
                unknown(&income.other_taxable),
                "what is the other taxable income of the tax year?",
                |income, amount| income.other_taxable = is(amount),
            ),
            (
                "other_gross_fees",
                unknown(&income.other_gross_fees),
                "how much of other fees was paid gross in the tax year?",
                |income, amount| income.other_gross_fees = is(amount),
            ),
            (
                "self_employed_profit",
                unknown(&income.self_employed_profit),
                "what is the profit from business in the tax year?",
                |income, amount| income.self_employed_profit = is(amount),
            ),
        ];
        for (field, asked, text, fill) in amounts {
            if asked {
                self.ask_money(at.key(field), text, points.iter().copied(), move |sheet: &mut Sheet, amount| {
                    if let Some(income) = &mut sheet.person.other_income {
                        fill(income, amount);
                    }
                });
            }
        }
    }
}
