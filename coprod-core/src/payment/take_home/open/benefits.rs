//! Questions about the benefits that are worked out week by week.

use super::{Open, Sum, is, missing, points};
use crate::payment::HowPaid;
use crate::payment::person::{
    CarerBenefit, EarningsPattern, EmploymentSupport, EsaGroup, EsaKind, HousingBenefit, HousingBenefitHousehold,
    JobseekersAllowance, JobseekersKind, PensionCredit,
};
use crate::payment::take_home::sheet::{self, Sheet, unknown, value};
use crate::unit::{Hours, Known};

/// The largest weekly sum that is tried where one is not known.
const MOST_WEEKLY: i64 = 50_000;

impl Open<'_> {
    pub(super) fn carer(&mut self) {
        let person = &self.request.person;
        let (field, benefit) = match (&person.carers_allowance, &person.carer_support_payment) {
            (Some(benefit), _) => ("carers_allowance", benefit.clone()),
            (_, Some(benefit)) => ("carer_support_payment", benefit.clone()),
            _ => return,
        };
        let at = self.person.key(field);
        let gross = self.sheet.pays.iter().any(|pay| pay.how() == Some(HowPaid::Gross));
        let by_office = value(&benefit.pattern) == Some(EarningsPattern::Irregular) || (gross && benefit.pattern.is_none());
        if by_office || missing(&benefit.pattern) {
            let answers = [
                (EarningsPattern::Weekly, "as pay for the week, or averaged over the weeks of the work".to_owned()),
                (EarningsPattern::OneOff, "as one payment that is not for a period".to_owned()),
            ];
            let path = (!by_office).then(|| at.key("pattern"));
            self.ask(path, "how will the carers' office count the payment?", answers, |sheet, pattern| {
                fill_carer(sheet, |carer| carer.pattern = is(*pattern));
            });
        }
        let silent = benefit.other_net_weekly_earnings.is_none() && self.sheet.wages_go_on();
        if silent || unknown(&benefit.other_net_weekly_earnings) {
            let points = points::up_to(self.sheet, 30_000, &[13_200, 13_900, 15_100, 19_600, 20_400]);
            let text = "what are the net earnings of a week without these payments?";
            self.ask_money(at.key("other_net_weekly_earnings"), text, points, |sheet, amount| {
                fill_carer(sheet, |carer| carer.other_net_weekly_earnings = is(amount));
            });
        }
        if unknown(&benefit.care_costs) {
            let points = points::up_to(self.sheet, MOST_WEEKLY, &[]);
            let text = "what does care cost in a week while the person works?";
            self.ask_money(at.key("care_costs"), text, points, |sheet, amount| {
                fill_carer(sheet, |carer| carer.care_costs = is(amount));
            });
        }
    }

    pub(super) fn weekly_benefits(&mut self) {
        self.support();
        self.jobseeker();
        self.housing();
        self.pension_credit();
    }

    fn support(&mut self) {
        let Some(benefit) = self.request.person.employment_and_support_allowance.clone() else { return };
        let at = self.person.key("employment_and_support_allowance");
        if benefit.kind.is_unknown() {
            let kinds = [
                (EsaKind::NewStyle, "new-style"),
                (EsaKind::LegacyContributory, "from before Universal Credit, by contributions"),
                (EsaKind::LegacyIncomeRelated, "from before Universal Credit, by income"),
            ];
            let with_credit = self.request.person.universal_credit.is_some();
            let kinds = kinds.into_iter().filter(|(kind, _)| *kind != EsaKind::LegacyIncomeRelated || !with_credit);
            self.ask(
                Some(at.key("kind")),
                "which kind of Employment and Support Allowance is it?",
                kinds.map(|(kind, words)| (kind, words.to_owned())),
                |sheet, kind| fill_support(sheet, |support| support.kind = Known::Is(*kind)),
            );
        }
        if missing(&benefit.group) && value(&benefit.weekly_amount).is_none() {
            let groups = [
                (EsaGroup::Assessment, "before the assessment"),
                (EsaGroup::WorkRelatedActivity, "the work-related activity group"),
                (EsaGroup::Support, "the support group"),
            ];
            self.ask(
                Some(at.key("group")),
                "which group is the person in?",
                groups.map(|(group, words)| (group, words.to_owned())),
                |sheet, group| fill_support(sheet, |support| support.group = is(*group)),
            );
        }
        let silent = benefit.other_weekly_earnings.is_none() && self.sheet.wages_go_on();
        if silent || unknown(&benefit.other_weekly_earnings) {
            let points = points::up_to(self.sheet, 25_000, &[2_000, 15_200, 16_700, 18_350, 19_550, 20_350]);
            let text = "what are the other net earnings of a week?";
            self.ask_money(at.key("other_weekly_earnings"), text, points, |sheet, amount| {
                fill_support(sheet, |support| support.other_weekly_earnings = is(amount));
            });
        }
        let hours = self.hours(unknown(&benefit.other_weekly_hours).then(|| at.key("other_weekly_hours")));
        let told = value(&benefit.other_weekly_hours).map_or(0, |hours| hours.seconds());
        let few = self.sheet.pays.iter().filter_map(|pay| pay.time).map(|time| time.seconds()).sum::<i64>() + told < 16 * 3600;
        if missing(&benefit.supervised) && (hours || !few) {
            let text = "is the work supervised, as part of treatment or support?";
            self.yes_or_no(at.key("supervised"), text, |sheet, supervised| {
                fill_support(sheet, |support| support.supervised = is(supervised));
            });
        }
    }

    fn jobseeker(&mut self) {
        let Some(benefit) = self.request.person.jobseekers_allowance.clone() else { return };
        let at = self.person.key("jobseekers_allowance");
        if benefit.kind.is_unknown() {
            let kinds = [(JobseekersKind::NewStyle, "new-style".to_owned())];
            self.ask(Some(at.key("kind")), "which kind of Jobseeker's Allowance is it?", kinds, |sheet, kind| {
                fill_jobseeker(sheet, |benefit| benefit.kind = Known::Is(*kind));
            });
        }
        let silent = benefit.other_weekly_earnings.is_none() && self.sheet.wages_go_on();
        if silent || unknown(&benefit.other_weekly_earnings) {
            let points = points::up_to(self.sheet, 15_000, &[500, 10_055]);
            let text = "what are the other net earnings of a week?";
            self.ask_money(at.key("other_weekly_earnings"), text, points, |sheet, amount| {
                fill_jobseeker(sheet, |benefit| benefit.other_weekly_earnings = is(amount));
            });
        }
        if self.request.person.employment_and_support_allowance.is_none() {
            self.hours(unknown(&benefit.other_weekly_hours).then(|| at.key("other_weekly_hours")));
        }
    }

    /// Asks for the hours of the work, where they are not told for every payment. Whether it asked.
    fn hours(&mut self, other: Option<crate::error::Pointer>) -> bool {
        let Some(first) = self.sheet.pays.iter().find(|pay| pay.time.is_none()) else {
            let Some(path) = other else { return false };
            self.many_hours(path, "are there 16 hours of other work or more in a week?");
            return true;
        };
        let path = first.at().key("hours");
        self.many_hours(path, "are there 16 hours of work or more, all work and preparation counted, in any week of the work?");
        true
    }

    fn many_hours(&mut self, path: crate::error::Pointer, text: &'static str) {
        let person = &self.request.person;
        let support = person.employment_and_support_allowance.as_ref().and_then(|benefit| value(&benefit.other_weekly_hours));
        let jobseeker = person.jobseekers_allowance.as_ref().and_then(|benefit| value(&benefit.other_weekly_hours));
        self.yes_or_no(path, text, move |sheet, many| {
            let most = Hours::from_seconds(if many { 16 * 3600 } else { 0 }).unwrap_or_default();
            fill_support(sheet, |benefit| benefit.other_weekly_hours = is(most.max(support.unwrap_or_default())));
            fill_jobseeker(sheet, |benefit| benefit.other_weekly_hours = is(most.max(jobseeker.unwrap_or_default())));
        });
    }

    fn housing(&mut self) {
        let Some(benefit) = self.request.person.housing_benefit.clone() else { return };
        let at = self.person.key("housing_benefit");
        let passported = value(&benefit.passported).or_else(|| sheet::passports(&self.request.person).then_some(true));
        if passported.is_none() && (unknown(&benefit.passported) || self.request.person.pension_credit.is_some()) {
            let text = "is Housing Benefit paid in full because of another benefit?";
            self.yes_or_no(at.key("passported"), text, |sheet, passported| {
                fill_housing(sheet, |benefit| benefit.passported = is(passported));
            });
        }
        if passported == Some(true) {
            return;
        }
        if missing(&benefit.household) {
            let words = |household| match household {
                HousingBenefitHousehold::Single => "a single person",
                HousingBenefitHousehold::Couple => "a couple",
                HousingBenefitHousehold::LoneParent => "a lone parent",
                HousingBenefitHousehold::Special => "a disabled person, a carer, or somebody in a special occupation",
            };
            let households = sheet::housing_households(&self.request.person);
            self.ask(
                Some(at.key("household")),
                "whom is the weekly disregard of earnings for?",
                households.iter().map(|household| (*household, words(*household).to_owned())),
                |sheet, household| fill_housing(sheet, |benefit| benefit.household = is(*household)),
            );
        }
        let esa = self.request.person.employment_and_support_allowance.is_some();
        if unknown(&benefit.permitted_work_accepted) || (benefit.permitted_work_accepted.is_none() && esa) {
            let text = "has the council accepted the work as permitted work?";
            self.yes_or_no(at.key("permitted_work_accepted"), text, |sheet, accepted| {
                fill_housing(sheet, |benefit| benefit.permitted_work_accepted = is(accepted));
            });
        }
        let silent = benefit.other_weekly_earnings.is_none() && self.sheet.wages_go_on();
        let amounts: [Sum<HousingBenefit>; 3] = [
            ("weekly_amount", benefit.weekly_amount.is_unknown(), "what is paid a week now?", |benefit, amount| {
                benefit.weekly_amount = Known::Is(amount);
            }),
            (
                "other_weekly_earnings",
                silent || unknown(&benefit.other_weekly_earnings),
                "what are the other net earnings of a week?",
                |benefit, amount| benefit.other_weekly_earnings = is(amount),
            ),
            (
                "room",
                unknown(&benefit.room),
                "by how much is the week's other income below what the household needs by law?",
                |benefit, amount| benefit.room = is(amount),
            ),
        ];
        for (field, asked, text, set) in amounts {
            if asked {
                let points = points::up_to(self.sheet, MOST_WEEKLY, &[500, 1_000, 2_000, 2_500]);
                self.ask_money(at.key(field), text, points, move |sheet, amount| {
                    fill_housing(sheet, |benefit| set(benefit, amount));
                });
            }
        }
    }

    fn pension_credit(&mut self) {
        let Some(benefit) = self.request.person.pension_credit.clone() else { return };
        let at = self.person.key("pension_credit");
        if missing(&benefit.couple) {
            self.yes_or_no(at.key("couple"), "is Pension Credit paid for a couple?", |sheet, couple| {
                fill_pension(sheet, |benefit| benefit.couple = is(couple));
            });
        }
        if missing(&benefit.higher_disregard) {
            let text = "does the higher disregard hold, for a disability benefit, a carer or a special occupation?";
            self.yes_or_no(at.key("higher_disregard"), text, |sheet, higher| {
                fill_pension(sheet, |benefit| benefit.higher_disregard = is(higher));
            });
        }
        let silent = benefit.other_weekly_earnings.is_none() && self.sheet.wages_go_on();
        let amounts: [Sum<PensionCredit>; 2] = [
            ("weekly_amount", benefit.weekly_amount.is_unknown(), "what is paid a week now?", |benefit, amount| {
                benefit.weekly_amount = Known::Is(amount);
            }),
            (
                "other_weekly_earnings",
                silent || unknown(&benefit.other_weekly_earnings),
                "what are the other net earnings of a week?",
                |benefit, amount| benefit.other_weekly_earnings = is(amount),
            ),
        ];
        for (field, asked, text, set) in amounts {
            if asked {
                let points = points::up_to(self.sheet, MOST_WEEKLY, &[500, 1_000, 2_000]);
                self.ask_money(at.key(field), text, points, move |sheet, amount| {
                    fill_pension(sheet, |benefit| set(benefit, amount));
                });
            }
        }
    }
}

fn fill_carer(sheet: &mut Sheet, set: impl FnOnce(&mut CarerBenefit)) {
    let person = &mut sheet.person;
    if let Some(carer) = person.carer_support_payment.as_mut().or(person.carers_allowance.as_mut()) {
        set(carer);
    }
}

fn fill_support(sheet: &mut Sheet, set: impl FnOnce(&mut EmploymentSupport)) {
    if let Some(benefit) = &mut sheet.person.employment_and_support_allowance {
        set(benefit);
    }
}

fn fill_jobseeker(sheet: &mut Sheet, set: impl FnOnce(&mut JobseekersAllowance)) {
    if let Some(benefit) = &mut sheet.person.jobseekers_allowance {
        set(benefit);
    }
}

fn fill_housing(sheet: &mut Sheet, set: impl FnOnce(&mut HousingBenefit)) {
    if let Some(benefit) = &mut sheet.person.housing_benefit {
        set(benefit);
    }
}

fn fill_pension(sheet: &mut Sheet, set: impl FnOnce(&mut PensionCredit)) {
    if let Some(benefit) = &mut sheet.person.pension_credit {
        set(benefit);
    }
}
