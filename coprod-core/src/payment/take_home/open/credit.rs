//! Questions about Universal Credit.

use super::first_day::counts_on;
use super::{Open, is, missing, points};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{
    Reach, UNIVERSAL_CREDIT_SURPLUS_EARNINGS_THRESHOLD,
    UNIVERSAL_CREDIT_WORK_RELATED_ACTIVITY_ELEMENT_NEW_CLAIMANTS as NEW_ELEMENT,
};
use crate::payment::calendar::{AssessmentPeriod, nearest_boundary};
use crate::payment::person::{BenefitCap, UniversalCredit, WorkAllowance, WorkCapability};
use crate::payment::take_home::sheet::{self, Sheet, pence, unknown, value};
use crate::payment::{HowPaid, PaidPerson};
use crate::unit::{Known, Money};

/// What a sum of money about the award is called, whether it is to be asked for, the largest to try, and where it goes.
type Amount = (&'static str, bool, i64, &'static str, fn(&mut UniversalCredit, Money));

impl Open<'_> {
    pub(super) fn credit(&mut self) -> Result<(), PaymentError> {
        let Some(credit) = self.request.person.universal_credit.clone() else { return Ok(()) };
        let at = self.person.key("universal_credit");
        if missing(&credit.first_day) {
            self.first_day(&credit, at.key("first_day"))?;
        }
        self.reports(&credit)?;
        self.earnings(&credit, &at);
        let household = told_of_household(&credit);
        if missing(&credit.maximum_award) && !household {
            self.ask_money(
                at.key("maximum_award"),
                "what does the statement show as the award before deductions?",
                points::of_award(self.sheet),
                |sheet, amount| fill(sheet, |credit| credit.maximum_award = is(amount)),
            );
        } else if missing(&credit.maximum_award) {
            self.household(&credit, &at);
        }
        self.allowance_and_cap(&credit, &at);
        self.surplus(&credit, &at);
        Ok(())
    }

    /// Which period a payment near a boundary counts in.
    fn reports(&mut self, credit: &UniversalCredit) -> Result<(), PaymentError> {
        for (place, pay) in self.sheet.pays.iter().enumerate() {
            let paye = pay.how() != Some(HowPaid::Gross) && pay.how() != Some(HowPaid::Voucher);
            let reported = &pay.payment.reported_on;
            let shifts: Vec<i8> = if paye && unknown(reported) {
                vec![-1, 0, 1]
            } else if let Some(first_day) = value(&credit.first_day) {
                let on = value(reported).filter(|_| paye).unwrap_or(pay.payment.paid_on);
                match nearest_boundary(on, first_day)? {
                    0 => continue,
                    shift => vec![0, shift],
                }
            } else {
                continue;
            };
            let path = unknown(reported).then(|| pay.at().key("reported_on"));
            let words = |shift: i8| match shift {
                ..0 => "the period before",
                0 => "the period that the date is in",
                1.. => "the period after",
            };
            let answers: Vec<_> = shifts.into_iter().map(|shift| (shift, words(shift).to_owned())).collect();
            let text =
                "in which assessment period will the office count the payment? A report or payment near the end of one can slip";
            self.ask(path, text, answers, move |sheet, shift| {
                if let Some(pay) = sheet.pays.get_mut(place) {
                    pay.shift = *shift;
                }
            });
        }
        Ok(())
    }

    fn earnings(&mut self, credit: &UniversalCredit, at: &Pointer) {
        // Wages that go on count in some way: nothing said of them is not known, and not none.
        let silent = credit.other_net_earnings.is_none() && self.sheet.wages_go_on();
        let amounts: [Amount; 7] = [
            (
                "other_net_earnings",
                silent || unknown(&credit.other_net_earnings),
                0,
                "what are the net earnings of an assessment period without these payments?",
                |credit, amount| credit.other_net_earnings = is(amount),
            ),
            (
                "partner_net_earnings",
                unknown(&credit.partner_net_earnings),
                0,
                "what are the partner's net earnings of an assessment period?",
                |credit, amount| credit.partner_net_earnings = is(amount),
            ),
            (
                "unearned_income",
                unknown(&credit.unearned_income),
                150_000,
                "what other income does the statement take off?",
                |credit, amount| credit.unearned_income = is(amount),
            ),
            (
                "capital",
                unknown(&credit.capital),
                1_800_000,
                "what are the savings and other capital of the household?",
                |credit, amount| credit.capital = is(amount),
            ),
            (
                "minimum_income_floor",
                unknown(&credit.minimum_income_floor),
                200_000,
                "what minimum income floor does the statement show?",
                |credit, amount| credit.minimum_income_floor = is(amount),
            ),
            (
                "surplus_brought_forward",
                unknown(&credit.surplus_brought_forward),
                500_000,
                "what surplus earnings are brought forward?",
                |credit, amount| credit.surplus_brought_forward = is(amount),
            ),
            (
                "other_capped_benefits",
                unknown(&credit.other_capped_benefits),
                150_000,
                "what do Child Benefit and other benefits under the cap come to in a month?",
                |credit, amount| credit.other_capped_benefits = is(amount),
            ),
        ];
        self.amounts(amounts, at);
    }

    fn amounts<const N: usize>(&mut self, amounts: [Amount; N], at: &Pointer) {
        for (field, asked, most, text, set) in amounts {
            if asked {
                let points = match most {
                    0 => points::of_earnings(self.sheet),
                    most => points::up_to(self.sheet, most, &[600_000, 1_600_000].map(|kink| if most > kink { kink } else { 0 })),
                };
                self.ask_money(at.key(field), text, points, move |sheet, amount| fill(sheet, |credit| set(credit, amount)));
            }
        }
    }

    fn household(&mut self, credit: &UniversalCredit, at: &Pointer) {
        if missing(&credit.couple) && credit.partner_age.is_none() {
            self.yes_or_no(at.key("couple"), "is the claim that of a couple?", |sheet, couple| {
                fill(sheet, |credit| credit.couple = is(couple));
            });
        }
        if missing(&credit.partner_age) && value(&credit.couple) != Some(false) {
            let ages = [(20, "below 25".to_owned()), (40, "25 or older".to_owned())];
            self.ask(Some(at.key("partner_age")), "how old is the partner?", ages, |sheet, age| {
                fill(sheet, |credit| credit.partner_age = is(*age));
            });
        }
        if unknown(&credit.children) {
            let numbers = (0..=3_u8).map(|number| (number, number.to_string()));
            self.ask(Some(at.key("children")), "how many children are there?", numbers, |sheet, children| {
                fill(sheet, |credit| credit.children = is(*children));
            });
        }
        if unknown(&credit.child_elements) {
            let numbers = (0..=3_u8).map(|number| (number, number.to_string()));
            self.ask(Some(at.key("child_elements")), "how many child elements are there?", numbers, |sheet, elements| {
                fill(sheet, |credit| credit.child_elements = is(*elements));
            });
        }
        let children = value(&credit.children) != Some(0) && credit.children.is_some();
        if missing(&credit.eldest_born_before_2017) && children {
            let text = "was the eldest child born before 6 April 2017?";
            self.yes_or_no(at.key("eldest_born_before_2017"), text, |sheet, before| {
                fill(sheet, |credit| credit.eldest_born_before_2017 = is(before));
            });
        }
        if missing(&credit.work_capability) {
            use WorkCapability::{Full, Limited, LimitedForActivity, LimitedForActivityNew, LimitedWithElement};
            let all = [
                (Full, "not limited"),
                (Limited, "limited, without an element"),
                (LimitedWithElement, "limited, with the element from before 2017"),
                (LimitedForActivity, "limited for work-related activity, protected rate"),
                (LimitedForActivityNew, "limited for work-related activity, new rate"),
            ];
            let no_allowance = value(&credit.work_allowance) == Some(WorkAllowance::None);
            let new = self.has_new_element(credit).unwrap_or(false);
            let fitting = all.into_iter().filter(|(capability, _)| {
                (*capability == Full || !no_allowance) && (*capability != LimitedForActivityNew || new)
            });
            self.ask(
                Some(at.key("work_capability")),
                "is capability for work limited?",
                fitting.map(|(capability, words)| (capability, words.to_owned())),
                |sheet, capability| fill(sheet, |credit| credit.work_capability = is(*capability)),
            );
        }
        if unknown(&credit.carer_element) {
            self.yes_or_no(at.key("carer_element"), "is there a carer element?", |sheet, carer| {
                fill(sheet, |credit| credit.carer_element = is(carer));
            });
        }
        let amounts: [Amount; 2] = [
            (
                "housing_costs",
                unknown(&credit.housing_costs),
                250_000,
                "what housing costs does the award include?",
                |credit, amount| credit.housing_costs = is(amount),
            ),
            (
                "childcare_costs",
                unknown(&credit.childcare_costs),
                200_000,
                "what childcare costs does the award include?",
                |credit, amount| credit.childcare_costs = is(amount),
            ),
        ];
        self.amounts(amounts, at);
    }

    /// Whether there was the element for new claims, from April 2026 on, in every period that the payments reach.
    fn has_new_element(&self, credit: &UniversalCredit) -> Result<bool, PaymentError> {
        let alone = other_weekly(&self.request.person) == 0;
        for pay in &self.sheet.pays {
            // A week of another benefit that is lost can lie in an earlier period.
            let day = if alone {
                counts_on(pay)
            } else {
                pay.days.first().map_or_else(|| counts_on(pay), |day| counts_on(pay).min(*day))
            };
            let first = match value(&credit.first_day) {
                Some(first_day) => {
                    let period = AssessmentPeriod::of(day, first_day)?;
                    let slips = unknown(&pay.payment.reported_on) || nearest_boundary(day, first_day)? < 0;
                    if slips { period.before()?.first } else { period.first }
                }
                None => day.plus_days(-33)?,
            };
            if NEW_ELEMENT.at(first, Reach::AssumeLatest, &Pointer::root()).is_err() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn allowance_and_cap(&mut self, credit: &UniversalCredit, at: &Pointer) {
        let allowances = sheet::work_allowances(credit);
        if allowances.len() > 1 {
            let words = |allowance| match allowance {
                WorkAllowance::None => "none",
                WorkAllowance::WithHousing => "the lower one, with housing costs",
                WorkAllowance::WithoutHousing => "the higher one, without housing costs",
            };
            self.ask(
                Some(at.key("work_allowance")),
                "which work allowance does the award have?",
                allowances.iter().map(|allowance| (*allowance, words(*allowance).to_owned())),
                |sheet, allowance| fill(sheet, |credit| credit.work_allowance = is(*allowance)),
            );
        }
        let caps = sheet::caps(&self.request.person, credit);
        if caps.len() > 1 {
            let words = |cap| match cap {
                BenefitCap::Exempt => "it does not",
                BenefitCap::GracePeriod => "not for now, in the grace period",
                BenefitCap::SingleOutsideLondon => "yes, for a single person outside London",
                BenefitCap::SingleLondon => "yes, for a single person in London",
                BenefitCap::CoupleOrParentOutsideLondon => "yes, for a couple or parent outside London",
                BenefitCap::CoupleOrParentLondon => "yes, for a couple or parent in London",
            };
            self.ask(
                Some(at.key("benefit_cap")),
                "does the benefit cap apply?",
                caps.iter().map(|cap| (*cap, words(*cap).to_owned())),
                |sheet, cap| fill(sheet, |credit| credit.benefit_cap = is(*cap)),
            );
        }
    }

    /// The threshold for surplus earnings, where the law's is not known and earnings may be so high.
    fn surplus(&mut self, credit: &UniversalCredit, at: &Pointer) {
        if value(&credit.surplus_threshold).is_some() {
            return;
        }
        let Some(on) = self.sheet.pays.first().map(|pay| pay.payment.paid_on) else { return };
        let law = UNIVERSAL_CREDIT_SURPLUS_EARNINGS_THRESHOLD.at(on, Reach::AssumeLatest, &Pointer::root());
        let thresholds: Vec<(Money, String)> = match law {
            Ok(known) if !unknown(&credit.surplus_threshold) => vec![(known.value, known.value.to_string())],
            _ if self.earns_little(credit) => return,
            _ => [30_000, 250_000]
                .into_iter()
                .filter_map(|pence| Money::from_pence(pence).ok())
                .map(|amount| (amount, amount.to_string()))
                .collect(),
        };
        let text = "above what amount are surplus earnings carried forward? The law's figure was not seen";
        self.ask(Some(at.key("surplus_threshold")), text, thresholds, |sheet, threshold| {
            sheet.surplus_threshold = threshold.pence();
        });
    }

    /// Whether all earnings together are no higher than the award could ever be used up by, and 300 pounds.
    pub(super) fn earns_little(&self, credit: &UniversalCredit) -> bool {
        let known = !unknown(&credit.other_net_earnings)
            && !unknown(&credit.partner_net_earnings)
            && !unknown(&credit.unearned_income)
            && !unknown(&credit.surplus_brought_forward)
            && !unknown(&credit.capital)
            && (credit.other_net_earnings.is_some() || !self.sheet.wages_go_on())
            && credit.capital.is_none();
        let earnings = pence(&credit.other_net_earnings)
            + pence(&credit.partner_net_earnings)
            + pence(&credit.surplus_brought_forward)
            + pence(&credit.minimum_income_floor)
            + self.sheet.gross();
        let weekly = other_weekly(&self.request.person);
        value(&credit.maximum_award).is_some_and(|award| {
            !self.any_fee && known && earnings <= award.pence() - pence(&credit.unearned_income) - weekly + 30_000
        })
    }
}

/// What benefits by the week can come to in a month, at most.
pub(super) fn other_weekly(person: &PaidPerson) -> i64 {
    let count = i64::from(person.carers_allowance.is_some())
        + i64::from(person.carer_support_payment.is_some())
        + i64::from(person.employment_and_support_allowance.is_some())
        + i64::from(person.jobseekers_allowance.is_some());
    count * 80_000
}

/// Whether enough of the household is told to work the award out.
pub(in crate::payment::take_home) fn told_of_household(credit: &UniversalCredit) -> bool {
    let told = |told: bool, unknown: bool| told && !unknown;
    told(credit.couple.is_some(), unknown(&credit.couple))
        || told(credit.children.is_some(), unknown(&credit.children))
        || told(credit.housing_costs.is_some(), unknown(&credit.housing_costs))
        || matches!(credit.partner_age, Some(Known::Is(_)))
}

pub(super) fn fill(sheet: &mut Sheet, set: impl FnOnce(&mut UniversalCredit)) {
    if let Some(credit) = &mut sheet.person.universal_credit {
        set(credit);
    }
}
