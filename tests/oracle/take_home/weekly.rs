//! Benefits by the week: carers' benefits, Employment and Support Allowance, Jobseeker's Allowance, Housing Benefit, Pension Credit.
//!
//! Sources: Social Security (Invalid Care Allowance) Regulations 1976 regulation 8, with the Computation of Earnings Regulations 1996;
//! Carer's Assistance (Carer Support Payment) (Scotland) Regulations 2023; Employment and Support Allowance Regulations 2008 regulations
//! 40 to 46 and 2013 regulations 37 to 41; Jobseeker's Allowance Regulations 2013 regulations 42 and 50 to 59; Housing Benefit Regulations
//! 2006 regulation 71 and Schedule 4; State Pension Credit Regulations 2002 Schedule 6.

use std::collections::BTreeMap;

use num_traits::Zero;

use super::day::Day;
use super::household::{Payment, Person};
use super::law;
use super::penny::{Pence, down, half_up, left, part, up, whole};
use super::withheld::Net;

/// One benefit in one period, without the payments and with them.
#[derive(Debug, Clone)]
pub struct Effect {
    pub benefit: &'static str,
    pub from: Day,
    pub until: Day,
    pub before: Pence,
    pub after: Pence,
    pub later: bool,
}

impl Effect {
    fn week(benefit: &'static str, from: Day, before: Pence, after: Pence) -> Self {
        Self { benefit, from, until: from.plus(6), before, after, later: false }
    }

    pub fn lost(&self) -> Pence {
        &self.before - &self.after
    }
}

type Start = fn(Day) -> Day;

/// Amounts (already whole pence) spread over the days of work, what does not divide on the first; by week.
fn by_week_of_work(payments: &[Payment], amounts: &[Pence], start: Start) -> BTreeMap<Day, Pence> {
    let mut weeks = BTreeMap::new();
    for (payment, amount) in payments.iter().zip(amounts) {
        let days = if payment.work_dates.is_empty() { vec![payment.paid_on] } else { payment.work_dates.clone() };
        let each = down(&(amount / whole(i64::try_from(days.len()).unwrap())));
        for (number, day) in days.iter().enumerate() {
            let rest = amount - &each * whole(i64::try_from(days.len()).unwrap());
            *weeks.entry(start(*day)).or_insert_with(Pence::zero) += if number == 0 { &each + rest } else { each.clone() };
        }
    }
    weeks
}

fn by_week_of_payment(payments: &[Payment], amounts: &[Pence], start: Start) -> BTreeMap<Day, Pence> {
    let mut weeks = BTreeMap::new();
    for (payment, amount) in payments.iter().zip(amounts) {
        *weeks.entry(start(payment.paid_on)).or_insert_with(Pence::zero) += amount;
    }
    weeks
}

/// Every weekly benefit in every week that the payments reach.
pub fn weekly(person: &Person, payments: &[Payment], nets: &[Net]) -> Vec<Effect> {
    // Only half of what goes into a pension is taken off: regulations 10(4)(b) of 1996, 96(3)(b) of 2008, 59 of 2013, 36(3) of 2006.
    let counted: Vec<Pence> = nets.iter().map(|net| &net.counted + &net.pension - up(&(&net.pension / whole(2)))).collect();
    let seconds: Vec<Pence> = payments.iter().map(|payment| whole(payment.seconds)).collect();
    let mut effects = Vec::new();
    carer(person, payments, &counted, &mut effects);
    let worked = by_week_of_work(payments, &counted, Day::monday);
    let hours = by_week_of_work(payments, &seconds, Day::monday);
    let paid = by_week_of_payment(payments, &counted, Day::monday);
    let all_weeks: Vec<Day> = {
        let mut weeks: Vec<Day> = worked.keys().chain(paid.keys()).copied().collect();
        weeks.sort();
        weeks.dedup();
        weeks
    };
    let of = |weeks: &BTreeMap<Day, Pence>, week: &Day| weeks.get(week).cloned().unwrap_or_default();

    if let Some(esa) = &person.esa {
        let benefit = if esa.kind == "new_style" { "new_style_esa" } else { "legacy_esa" };
        for week in worked.keys() {
            let rate = esa_rate(person, *week);
            let payable = |earnings: Pence, seconds: Pence| {
                let hours_are_few = seconds < whole(16 * 3600) || esa.supervised;
                if earnings <= whole(20_00) || (earnings <= permitted(*week) && hours_are_few) {
                    rate.clone()
                } else {
                    Pence::zero()
                }
            };
            let before = payable(whole(esa.other), whole(esa.seconds));
            let after = payable(whole(esa.other) + of(&worked, week), whole(esa.seconds) + of(&hours, week));
            effects.push(Effect::week(benefit, *week, before, after));
        }
    }
    if let Some(jobseeker) = &person.jobseeker {
        for week in &all_weeks {
            let rate = jobseeker_rate(person, *week);
            let payable = |earnings: Pence, seconds: Pence| {
                if seconds >= whole(16 * 3600) { Pence::zero() } else { left(&rate, &left(&earnings, &whole(5_00))) }
            };
            let before = payable(whole(jobseeker.other), whole(jobseeker.seconds));
            let after = payable(whole(jobseeker.other) + of(&paid, week), whole(jobseeker.seconds) + of(&hours, week));
            effects.push(Effect::week("new_style_jsa", *week, before, after));
        }
    }
    if let Some(housing) = &person.housing {
        for week in paid.keys() {
            let disregard = whole(match housing.household {
                "single" => 5_00,
                "couple" => 10_00,
                "lone_parent" => 25_00,
                _ => 20_00,
            });
            let disregard = if housing.permitted { disregard.max(permitted(*week)) } else { disregard };
            let taken = |earnings: Pence| half_up(&(left(&left(&earnings, &disregard), &whole(housing.room)) * part(65, 100)));
            let before = whole(housing.weekly);
            let more = taken(whole(housing.other) + of(&paid, week)) - taken(whole(housing.other));
            let after = if housing.passported { before.clone() } else { left(&before, &more) };
            effects.push(Effect::week("housing_benefit", *week, before, after));
        }
    }
    if let Some(credit) = &person.pension_credit {
        for week in paid.keys() {
            let disregard = whole(if credit.higher {
                20_00
            } else if credit.couple {
                10_00
            } else {
                5_00
            });
            let counted = |earnings: Pence| left(&earnings, &disregard);
            let more = counted(whole(credit.other) + of(&paid, week)) - counted(whole(credit.other));
            effects.push(Effect::week("pension_credit", *week, whole(credit.weekly), left(&whole(credit.weekly), &more)));
        }
    }
    effects
}

fn carer(person: &Person, payments: &[Payment], nets: &[Pence], effects: &mut Vec<Effect>) {
    let Some(carer) = &person.carer else { return };
    let (benefit, limits, rates, start): (_, _, _, Start) = if carer.scottish {
        ("carer_support_payment", law::CARER_SUPPORT_LIMIT, law::CARER_SUPPORT_RATE, Day::sunday)
    } else {
        ("carers_allowance", law::CARERS_LIMIT, law::CARERS_RATE, Day::monday)
    };
    let (care, other) = (whole(carer.care_costs), whole(carer.other));
    let mut weeks: BTreeMap<Day, bool> = BTreeMap::new();
    if carer.one_off {
        for (payment, net) in payments.iter().zip(nets) {
            let mut week = start(payment.paid_on);
            let each = law::amount(limits, week) + whole(1) + care.clone().min(half(net));
            let mut left_of_it = net.clone();
            while left_of_it >= each {
                left_of_it -= &each;
                weeks.insert(week, true);
                week = week.plus(7);
            }
            weeks.entry(start(payment.paid_on)).or_insert(false);
        }
    } else {
        for (week, earned) in by_week_of_work(payments, nets, start) {
            let net = &other + &earned - care.clone().min(half(&earned));
            weeks.insert(week, net > law::amount(limits, week));
        }
    }
    for (week, over) in weeks {
        let rate = law::amount(rates, week);
        let before = if other > law::amount(limits, week) { Pence::zero() } else { rate };
        let after = if over { Pence::zero() } else { before.clone() };
        effects.push(Effect::week(benefit, week, before, after));
    }
}

/// A part of a penny counts as a penny where that helps: regulation 5 of 1996.
fn half(pence: &Pence) -> Pence {
    up(&(pence / whole(2)))
}

/// The higher limit of permitted work: 16 hours at the living wage, the next 50p up.
pub fn permitted(week: Day) -> Pence {
    up(&(law::amount(law::LIVING_WAGE, week) * whole(16) / whole(50))) * whole(50)
}

/// What is paid a week of Employment and Support Allowance.
pub fn esa_rate(person: &Person, week: Day) -> Pence {
    let esa = person.esa.as_ref().unwrap();
    if let Some(weekly) = esa.weekly {
        return whole(weekly);
    }
    let [younger, older] = law::on(law::ALLOWANCES, week);
    match esa.group {
        "assessment" if person.age < 25 => whole(younger),
        "support" => whole(older) + law::amount(law::SUPPORT, week),
        _ => whole(older),
    }
}

/// What is paid a week of Jobseeker's Allowance without earnings.
pub fn jobseeker_rate(person: &Person, week: Day) -> Pence {
    let jobseeker = person.jobseeker.as_ref().unwrap();
    let [younger, older] = law::on(law::ALLOWANCES, week);
    whole(jobseeker.weekly.unwrap_or(if person.age < 25 { younger } else { older }))
}

/// What is paid a week of a carer's benefit.
pub fn carer_rate(person: &Person, week: Day) -> Pence {
    if person.carer.as_ref().unwrap().scottish {
        law::amount(law::CARER_SUPPORT_RATE, week)
    } else {
        law::amount(law::CARERS_RATE, week)
    }
}
