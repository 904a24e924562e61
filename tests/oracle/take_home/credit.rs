//! Universal Credit, one assessment period after the other.
//!
//! Sources: Universal Credit Regulations 2013, regulations 6, 21, 22, 24 to 34, 54, 54A, 61, 62, 66, 72, 73, 79 to 83.

use std::collections::BTreeMap;

use num_traits::Zero;

use super::day::{Day, assessment_period};
use super::household::{Maximum, Payment, Person, UniversalCredit};
use super::law;
use super::penny::{Pence, half_up, left, part, pounds, up, whole};
use super::weekly::{Effect, carer_rate, esa_rate, jobseeker_rate};
use super::withheld::Net;

/// Surplus earnings count in claims within six months of the end of the old award: in five further periods.
const MOST_CARRIED: usize = 5;

/// One assessment period, all but the earnings.
struct Period {
    maximum: Pence,
    work_allowance: Pence,
    /// Other income taken off, with that from savings.
    unearned: Pence,
    /// Employment and Support Allowance and Jobseeker's Allowance in it, which count towards the benefit cap.
    allowances: Pence,
    first: Day,
}

/// Weekly benefits that are not paid in a period, and the allowances among them.
#[derive(Default, Clone)]
struct Lost {
    all: Pence,
    allowances: Pence,
}

/// The day that decides the assessment period of a payment.
pub fn counts_on(payment: &Payment) -> Day {
    if payment.paye { payment.reported_on } else { payment.paid_on }
}

/// The periods of the payments, moved by `shifts` (one for each payment).
fn period_of(credit: &UniversalCredit, payment: &Payment, shift: i64) -> Day {
    let (first, last) = assessment_period(counts_on(payment), credit.first_day);
    match shift {
        -1 => assessment_period(first.plus(-1), credit.first_day).0,
        1 => last.plus(1),
        _ => first,
    }
}

/// Universal Credit in each assessment period that the payments reach.
pub fn in_periods(person: &Person, payments: &[Payment], nets: &[Net], shifts: &[i64], weekly: &[Effect]) -> Vec<Effect> {
    let Some(credit) = &person.universal_credit else { return Vec::new() };
    let mut counted: BTreeMap<Day, Pence> = BTreeMap::new();
    for ((payment, net), shift) in payments.iter().zip(nets).zip(shifts) {
        *counted.entry(period_of(credit, payment, *shift)).or_default() += &net.counted;
    }
    let mut lost: BTreeMap<Day, Lost> = BTreeMap::new();
    for effect in weekly.iter().filter(|effect| replaces_earnings(effect.benefit) && !effect.lost().is_zero()) {
        let here = lost.entry(assessment_period(effect.from, credit.first_day).0).or_default();
        here.all += effect.lost();
        here.allowances += if effect.benefit.starts_with("carer") { Pence::zero() } else { effect.lost() };
    }
    let first_of_payments = *counted.keys().next().unwrap();
    let start = lost.keys().next().map_or(first_of_payments, |first| first_of_payments.min(*first));
    let last = lost.keys().last().map_or(*counted.keys().last().unwrap(), |last| *counted.keys().last().unwrap().max(last));

    let mut effects = Vec::new();
    let (mut first, mut without, mut with) = (start, Claim::default(), Claim::default());
    // Where other earnings alone make a surplus, there is no award however far one looks.
    let end = last.plus(400);
    while first <= last || (without.surplus != with.surplus && first <= end) {
        if first == first_of_payments {
            without.bring(credit.surplus);
            with.bring(credit.surplus);
        }
        let carried = without.surplus != with.surplus;
        let until = assessment_period(first, credit.first_day).1;
        let period = period(person, credit, first);
        let other = whole(credit.other_earnings);
        let lost_here = lost.get(&first).cloned().unwrap_or_default();
        let before = without.month(credit, &period, &other, &Lost::default());
        let more = counted.get(&first).cloned().unwrap_or_default();
        let after = with.month(credit, &period, &(other + more), &lost_here);
        let told = counted.contains_key(&first) || !lost_here.all.is_zero();
        if told || (carried && before != after) {
            effects.push(Effect { benefit: "universal_credit", from: first, until, before, after, later: false });
        }
        first = until.plus(1);
    }
    effects
}

/// An award over the months: with too much earned it ends, and what was too much counts if it is claimed again within six months.
#[derive(Default)]
struct Claim {
    surplus: Pence,
    /// For how many months in a row there has been no award.
    months: usize,
    /// Whether too much was earned in the month in which the award ended; if not, nothing is carried from any month after it.
    too_much_at_the_end: bool,
}

impl Claim {
    /// Takes over what an award that ended before has left.
    fn bring(&mut self, surplus: i64) {
        self.surplus += whole(surplus);
        self.months = self.months.max(usize::from(surplus > 0));
        self.too_much_at_the_end |= surplus > 0;
    }

    /// The award of one month, and what is carried into the next.
    fn month(&mut self, credit: &UniversalCredit, period: &Period, earned: &Pence, lost: &Lost) -> Pence {
        let earned = earned + &self.surplus;
        let award = award(credit, period, &earned, lost);
        self.months = if award.is_zero() && credit.capital <= 16_000_00 { self.months + 1 } else { 0 };
        let over = surplus(credit, period, &earned, lost);
        match self.months {
            0 => self.too_much_at_the_end = false,
            1 if !self.too_much_at_the_end => self.too_much_at_the_end = !over.is_zero(),
            _ => {}
        }
        let counts = self.months > 0 && self.months <= MOST_CARRIED && self.too_much_at_the_end;
        self.surplus = if counts { over } else { Pence::zero() };
        award
    }
}

/// Universal Credit when tax and contributions are settled: what comes back counts as earnings, what is paid is taken off them.
pub fn when_settled(person: &Person, payments: &[Payment], shifts: &[i64], still_due: &Pence) -> Option<Effect> {
    let credit = person.universal_credit.as_ref()?;
    if still_due.is_zero() {
        return None;
    }
    let first = payments.iter().zip(shifts).map(|(payment, shift)| period_of(credit, payment, *shift)).max().unwrap();
    let period = period(person, credit, first);
    let other = whole(credit.other_earnings);
    let before = award(credit, &period, &other, &Lost::default());
    let after = award(credit, &period, &left(&other, still_due), &Lost::default());
    Some(Effect {
        benefit: "universal_credit",
        from: first,
        until: assessment_period(first, credit.first_day).1,
        before,
        after,
        later: true,
    })
}

/// Whether it is taken off Universal Credit in full, and taxable.
pub fn replaces_earnings(benefit: &str) -> bool {
    ["carers_allowance", "carer_support_payment", "new_style_esa", "new_style_jsa"].contains(&benefit)
}

fn period(person: &Person, credit: &UniversalCredit, first: Day) -> Period {
    let figures = law::on(law::AWARDS, first);
    let maximum = match &credit.maximum {
        Maximum::Stated(pence) => *pence,
        Maximum::Household { couple, partner_age, children, born_before_2017, capability, carer, housing, .. } => {
            let one_is_25 = usize::from(person.age >= 25 || (*couple && *partner_age >= 25));
            let mut sum = if *couple { figures.couples[one_is_25] } else { figures.singles[one_is_25] };
            for child in 0..*children {
                sum += if child == 0 && *born_before_2017 { figures.first_child } else { figures.child };
            }
            let activity = match *capability {
                "limited_for_activity" => figures.activity,
                "limited_for_activity_new" => figures.activity_new,
                _ => 0,
            };
            let limited = if *capability == "limited_with_element" { figures.limited } else { 0 };
            let care = if *carer { figures.carer } else { 0 };
            // One person has one of these elements only: that for activity before that for a carer before the other.
            sum += match *couple {
                false if activity > 0 => activity,
                false if care > 0 => care,
                _ => activity + limited + care,
            };
            sum + housing + credit.childcare
        }
    };
    let work_allowance = match credit.work_allowance {
        0 => 0,
        number => figures.work_allowances[number - 1],
    };
    let monthly = |weekly: Pence| half_up(&(weekly * part(52, 12)));
    let mut unearned = whole(credit.unearned);
    if person.carer.is_some() {
        unearned += monthly(carer_rate(person, first));
    }
    let mut allowances = Pence::zero();
    if person.esa.as_ref().is_some_and(|esa| esa.kind == "new_style") {
        allowances += monthly(esa_rate(person, first));
    }
    if person.jobseeker.is_some() {
        allowances += monthly(jobseeker_rate(person, first));
    }
    unearned += &allowances;
    unearned += up(&(left(&whole(credit.capital), &whole(6_000_00)) / whole(250_00))) * whole(4_35);
    Period { maximum: whole(maximum), work_allowance: whole(work_allowance), unearned, allowances, first }
}

fn award(credit: &UniversalCredit, period: &Period, earned: &Pence, lost: &Lost) -> Pence {
    if credit.capital > 16_000_00 {
        return Pence::zero();
    }
    let earnings = earned.clone().max(whole(credit.floor));
    let deduction = half_up(&(left(&earnings, &period.work_allowance) * part(55, 100)));
    let award = left(&period.maximum, &(deduction + left(&period.unearned, &lost.all)));
    let caps = law::on(law::CAPS, period.first);
    let cap = match credit.cap {
        "single_outside_london" => caps[0],
        "couple_or_parent_outside_london" => caps[1],
        "single_london" => caps[2],
        "couple_or_parent_london" => caps[3],
        _ => return award,
    };
    // Sixteen hours a week at the living wage, by the month, without the pence.
    let enough = pounds(&(law::amount(law::CAP_WAGE, period.first) * whole(16 * 52) / whole(12)));
    if *earned >= enough {
        return award;
    }
    let total = &award + whole(credit.other_capped) + left(&period.allowances, &lost.allowances);
    let over = left(&total, &whole(cap));
    left(&award, &left(&over, &whole(credit.childcare)))
}

/// What is carried into the next period: earnings above those at which the award is nothing, and above the threshold on top.
fn surplus(credit: &UniversalCredit, period: &Period, earned: &Pence, lost: &Lost) -> Pence {
    if credit.capital > 16_000_00 {
        return Pence::zero();
    }
    let to_nothing = left(&period.maximum, &left(&period.unearned, &lost.all));
    let nil = half_up(&(to_nothing * part(100, 55))) + &period.work_allowance;
    left(earned, &(nil + whole(credit.surplus_threshold)))
}
