//! Random households, near the thresholds of the law more often than not.

use coprod_tests::dice::Dice;

use super::credit::counts_on;
use super::day::{Day, assessment_period, day};
use super::household::{Carer, Esa, Housing, Jobseeker, Maximum, Payment, PensionCredit, Person, UniversalCredit};
use super::law;
use super::penny::number;
use super::weekly::permitted;

const CODES: &[&str] = &[
    "1257L",
    "1257L",
    "BR",
    "0T",
    "D0",
    "D1",
    "NT",
    "1257L M1",
    "1257L X",
    "BR M1",
    "0T M1",
    "K100",
    "K475",
    "K50 M1",
    "C1257L",
    "CBR",
    "S1257L",
    "SBR",
    "SD0",
    "SD1",
    "SD2",
    "S0T",
    "S1257L M1",
    "SK100",
    "1000T",
    "500L",
    "1M",
    "1131M",
    "1383M",
    "1383N",
];

/// A number from `low` to `high`.
fn range(dice: &mut Dice, low: i64, high: i64) -> i64 {
    low + i64::try_from(dice.below(usize::try_from(high - low + 1).unwrap())).unwrap()
}

/// An amount just at, below or above `pence`.
fn near(dice: &mut Dice, pence: i64) -> i64 {
    (pence + [-100, -2, -1, 0, 1, 2, 100][dice.below(7)]).max(0)
}

/// Nothing half the time, else up to `most`.
fn some(dice: &mut Dice, most: i64) -> i64 {
    if dice.once_in(2) { 0 } else { range(dice, 0, most) }
}

/// A person and payments, every circumstance stated.
pub fn household(dice: &mut Dice) -> (Person, Vec<Payment>) {
    // The first days of the time that is known, before the benefits went up.
    let early = dice.once_in(50);
    let around = if early { day(2022, 4, 6).plus(range(dice, 0, 70)) } else { some_day(dice) };
    let nation = dice.pick(&["england", "england", "wales", "scotland", "northern_ireland"]);
    let age = if dice.once_in(8) { dice.pick(&[15, 16, 17, 66, 67, 80]) } else { range(dice, 18, 65) };
    let over_pension_age = age > 66 || (age == 66 && (around < day(2026, 4, 6) || dice.once_in(2)));
    let mut person = Person {
        nation,
        age,
        over_pension_age,
        wages: 0,
        wages_ended: dice.once_in(3),
        other_taxable: 0,
        gross_fees: 0,
        profit: None,
        loans: [false; 5],
        universal_credit: None,
        carer: None,
        esa: None,
        jobseeker: None,
        housing: None,
        pension_credit: None,
    };
    income(dice, &mut person);
    let mut payments = payments(dice, &person, around);
    if !early {
        benefits(dice, &mut person, &mut payments);
    }
    (person, payments)
}

/// A day from the uprating of 2022 on, with room before and after, often about an edge of the year or the month.
fn some_day(dice: &mut Dice) -> Day {
    let year = range(dice, 2022, 2026);
    let first = if year == 2022 { day(2022, 6, 20) } else { day(year, 5, 20) };
    let any = first.plus(range(dice, 0, 270));
    let near = |at: Day, dice: &mut Dice| at.plus(range(dice, -3, 3));
    match dice.below(8) {
        0 if year < 2026 => near(day(year + 1, 4, 6), dice),
        1 if year < 2026 => near(uprating(year + 1), dice),
        2 => near(day(year + 1, 2, 28), dice),
        3 => near(day(year, 12, 31), dice),
        4 if year == 2022 => near(day(year, 7, 6), dice),
        5 if year == 2022 => near(day(year, 11, 6), dice),
        6 if year == 2023 => near(day(2024, 1, 6), dice),
        _ => any,
    }
}

fn income(dice: &mut Dice, person: &mut Person) {
    let steps = [12_570_00, 50_270_00, 100_000_00, 125_140_00, 43_662_00, 14_877_00, 26_561_00, 75_000_00];
    if dice.once_in(2) {
        let step = dice.pick(&steps) - dice.pick(&[0, 100_00, 150_00]);
        person.wages = if dice.once_in(2) { near(dice, step) } else { range(dice, 0, 140_000_00) };
    }
    if dice.once_in(4) {
        person.other_taxable = range(dice, 0, 20_000_00);
    }
    if dice.once_in(4) {
        person.gross_fees = dice.pick(&[1_000_00, 999_99, 850_00, 2_000_00, 300_00, 1_000_01]);
    }
    if dice.once_in(8) && person.age >= 16 {
        let step = dice.pick(&[11_908_00, 12_570_00, 50_270_00, 6_725_00]);
        person.profit = Some(if dice.once_in(2) { near(dice, step) } else { some(dice, 60_000_00) });
    }
    for loan in &mut person.loans {
        *loan = dice.once_in(8);
    }
}

fn payments(dice: &mut Dice, person: &Person, around: Day) -> Vec<Payment> {
    let count = [1, 1, 1, 2, 3][dice.below(5)];
    let mut employers = [("one", dice.once_in(3), false), ("two", dice.once_in(3), false)];
    employers[1].2 = dice.once_in(2);
    let wages = person.wages;
    let year = around.tax_year();
    let mut payments: Vec<Payment> = (0..count)
        .map(|number| {
            let mut paid_on = around.plus(if number == 0 { 0 } else { range(dice, 0, 45) });
            if paid_on > day(2027, 2, 20) {
                paid_on = day(2027, 2, 20);
            }
            let (employer, weekly, same) = dice.pick(&employers);
            let paye = dice.once_in(2);
            let fee = fee(dice);
            let (mut other_pay, mut to_date) = (0, 0);
            if paye && same && wages > 0 && paid_on.tax_year() == year {
                let periods = if weekly { 52 } else { 12 };
                other_pay = wages / periods;
                let fallen = if weekly { paid_on.tax_week() } else { paid_on.tax_month() };
                to_date = (wages / periods) * fallen.min(periods);
                if dice.once_in(3) {
                    let limit = number_limit(weekly, paid_on);
                    other_pay = near(dice, (limit - fee).max(0)).min(wages);
                    to_date = to_date.max(other_pay);
                }
            }
            let reported_on = if dice.once_in(3) { paid_on.plus(range(dice, 0, 12)) } else { paid_on };
            let mut work_dates: Vec<Day> = (0..dice.below(5)).map(|_| paid_on.plus(-range(dice, 0, 30))).collect();
            work_dates.sort();
            work_dates.dedup();
            let seconds = dice.pick(&[0, 1800, 3600, 7 * 3600, 27_000, 57_599, 57_600, 57_601, 3600 * 30]);
            let days = i64::try_from(work_dates.len()).unwrap();
            let code = if year < 2024 && dice.once_in(30) { "SD2" } else { dice.pick(CODES) };
            Payment {
                fee,
                round_sum: if dice.once_in(6) { range(dice, 0, 50_00) } else { 0 },
                miles: if dice.once_in(8) { (range(dice, 1, 99), dice.pick(&[25, 45, 46, 55, 60])) } else { (0, 0) },
                receipted: if dice.once_in(6) { range(dice, 0, 50_00) } else { 0 },
                paye,
                code: if weekly { weekly_code(code) } else { code },
                employer,
                weekly,
                other_pay,
                pay_to_date: to_date,
                pension: if paye && dice.once_in(4) { fee / 20 } else { 0 },
                work_dates,
                paid_on,
                reported_on,
                seconds: if days > 0 { seconds.min(days * 24 * 3600) } else { seconds },
            }
        })
        .collect();
    payments.sort_by_key(|payment| payment.paid_on);
    payments
}

fn weekly_code(code: &'static str) -> &'static str {
    match code {
        "1257L M1" => "1257L W1",
        "BR M1" => "BR W1",
        "0T M1" => "0T W1",
        "K50 M1" => "K50 W1",
        "S1257L M1" => "S1257L W1",
        other => other,
    }
}

fn number_limit(weekly: bool, at: Day) -> i64 {
    number(&law::amount(if weekly { law::PRIMARY_WEEKLY } else { law::PRIMARY_MONTHLY }, at))
}

fn fee(dice: &mut Dice) -> i64 {
    match dice.below(10) {
        0..=3 => dice.pick(&[150_00, 75_00, 165_00, 12_50, 300_00, 25_00]),
        4 => range(dice, 0, 100),
        5 => range(dice, 1_000_00, 9_000_00),
        _ => range(dice, 1, 600_00),
    }
}

/// Wages that go on are earned in every week and month too.
fn least(person: &Person) -> i64 {
    i64::from(person.wages > 0 && !person.wages_ended)
}

/// What other amount brings the first payment just to a limit.
fn up_to(dice: &mut Dice, limit: i64, payments: &[Payment], least: i64) -> i64 {
    let other = if dice.once_in(2) { near(dice, (limit - payments[0].gross()).max(0)) } else { some(dice, limit) };
    other.max(least)
}

fn benefits(dice: &mut Dice, person: &mut Person, payments: &mut [Payment]) {
    let at = payments[0].paid_on;
    let start = day(2022, 4, 11);
    let figures = law::on(law::AWARDS, at.max(start));
    if dice.once_in(2) && !person.over_pension_age && person.age >= 18 {
        let allowance = figures.work_allowances[dice.below(2)];
        let credit = credit(dice, person, payments, allowance);
        person.universal_credit = Some(credit);
    }
    let least = least(person);
    let carers_limit = law::on(law::CARERS_LIMIT, at);
    let older = at >= day(2024, 11, 20);
    if dice.once_in(4) && person.age >= 16 && (person.nation != "scotland" || older) {
        let scottish = person.nation == "scotland";
        let (one_off, costs) = (dice.once_in(2), if dice.once_in(3) { range(dice, 0, 80_00) } else { 0 });
        let other = if one_off { some(dice, carers_limit).max(least) } else { up_to(dice, carers_limit, payments, least) };
        // Above the limit nobody is paid it.
        let other = other.min(carers_limit);
        person.carer = Some(Carer { scottish, other, one_off, care_costs: costs });
    }
    let limit = number(&permitted(at));
    let working_age = person.age >= 18 && !person.over_pension_age;
    match dice.below(4) {
        0 if working_age => {
            let kind = if person.universal_credit.is_some() {
                "new_style"
            } else {
                dice.pick(&["new_style", "legacy_contributory", "legacy_income_related"])
            };
            let groups: &[_] = match capability(person) {
                Some("full") => &["assessment"],
                Some("limited" | "limited_with_element") => &["assessment", "work_related_activity"],
                _ => &["assessment", "work_related_activity", "support"],
            };
            let group = dice.pick(groups);
            let stated = kind != "new_style" || dice.once_in(2) || group == "work_related_activity";
            let weekly = stated.then(|| range(dice, 40_00, 160_00));
            let most = if dice.once_in(3) { 20_00 } else { limit };
            let other = up_to(dice, most, payments, least).min(limit);
            let seconds = if other == 0 { 0 } else { dice.pick(&[3600, 3600, 15 * 3600]) };
            person.esa = Some(Esa { kind, group, weekly, other, seconds, supervised: dice.once_in(4) });
        }
        1 if working_age => {
            let weekly = dice.once_in(2).then(|| range(dice, 40_00, 100_00));
            let other = if dice.once_in(2) { least } else { dice.pick(&[4_99, 5_00, 5_01, 30_00]) };
            person.jobseeker = Some(Jobseeker { weekly, other, seconds: if other == 0 { 0 } else { 3600 } });
        }
        _ => {}
    }
    if dice.once_in(5) && person.universal_credit.is_none() && person.age >= 16 {
        let other = up_to(dice, 20_00, payments, least);
        person.housing = Some(Housing {
            weekly: range(dice, 1, 200_00),
            passported: dice.once_in(4) || person.esa.as_ref().is_some_and(|esa| esa.kind == "legacy_income_related"),
            household: dice.pick(&["single", "couple", "lone_parent", "special"]),
            permitted: person.esa.is_some() && dice.once_in(2),
            other,
            room: some(dice, 60_00),
        });
    }
    if person.over_pension_age && dice.once_in(2) {
        let other = up_to(dice, 20_00, payments, least);
        person.pension_credit =
            Some(PensionCredit { weekly: range(dice, 1, 220_00), couple: dice.once_in(3), higher: dice.once_in(3), other });
    }
    cap(person);
}

/// The benefit cap that a household can have, in place of one that it cannot.
fn cap(person: &mut Person) {
    let outside = person.carer.is_some() || person.esa.as_ref().is_some_and(|esa| esa.group == "support");
    let Some(credit) = &mut person.universal_credit else { return };
    let (outside, family) = match &credit.maximum {
        Maximum::Household { couple, children, capability, carer, .. } => {
            (outside || *carer || capability.starts_with("limited_for_activity"), Some(*couple || *children > 0))
        }
        Maximum::Stated(_) => (outside, None),
    };
    credit.cap = match (credit.cap, family) {
        (cap @ ("exempt" | "grace_period"), _) => cap,
        _ if outside => "exempt",
        ("single_outside_london", Some(true)) => "couple_or_parent_outside_london",
        ("single_london", Some(true)) => "couple_or_parent_london",
        ("couple_or_parent_outside_london", Some(false)) => "single_outside_london",
        ("couple_or_parent_london", Some(false)) => "single_london",
        (cap, _) => cap,
    };
}

/// Limited capability for work, where Universal Credit follows from the household.
fn capability(person: &Person) -> Option<&'static str> {
    match &person.universal_credit.as_ref()?.maximum {
        Maximum::Household { capability, .. } => Some(capability),
        Maximum::Stated(_) => None,
    }
}

fn credit(dice: &mut Dice, person: &Person, payments: &mut [Payment], allowance: i64) -> UniversalCredit {
    let first_day = if dice.once_in(3) { range(dice, 28, 31) } else { range(dice, 1, 31) };
    // The new element is in no period that starts before April 2026, and weeks of work may reach back two months.
    let late = payments[0].paid_on >= day(2026, 7, 20);
    let household = dice.once_in(2);
    let (mut work_allowance, mut childcare) = (dice.below(3), 0);
    let maximum = if household {
        let couple = dice.once_in(3);
        let capability = dice.pick(&[
            "full",
            "full",
            "limited",
            "limited_with_element",
            "limited_for_activity",
            if late { "limited_for_activity_new" } else { "limited_for_activity" },
        ]);
        let children = [0, 0, 1, 2][dice.below(4)];
        let (tenancy, housing) = match dice.below(4) {
            0 => ("none", 0),
            1 => (dice.pick(&["temporary", "exempt_supported"]), 0),
            _ => (dice.pick(&["social", "private"]), range(dice, 100_00, 900_00)),
        };
        work_allowance = match (children > 0 || capability != "full", housing > 0 || tenancy == "temporary") {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => 2,
        };
        childcare = if children > 0 { some(dice, 500_00) } else { 0 };
        let carer = dice.once_in(4);
        let born_before_2017 = children > 0 && dice.once_in(2);
        Maximum::Household {
            couple,
            partner_age: range(dice, 18, 60),
            children,
            born_before_2017,
            capability,
            carer,
            housing,
            tenancy,
        }
    } else {
        Maximum::Stated(range(dice, 200_00, 2_400_00))
    };
    // Keep clear of the days near the edge of a period, where the answer is a range; a few stay.
    for payment in payments.iter_mut() {
        while !dice.once_in(20) && edge(payment, first_day) != 0 {
            payment.paid_on = payment.paid_on.plus(1);
            payment.reported_on = payment.reported_on.max(payment.paid_on).plus(1);
        }
    }
    payments.sort_by_key(|payment| payment.paid_on);
    let least = least(person);
    let wages = if least == 0 { 0 } else { range(dice, 50_00, 900_00) };
    let limit = dice.pick(&[allowance, 881_00, 846_00, 793_00]);
    let other_earnings = if dice.once_in(2) { up_to(dice, limit, payments, least) } else { wages };
    UniversalCredit {
        first_day,
        maximum,
        work_allowance,
        other_earnings,
        unearned: if dice.once_in(4) { range(dice, 0, 300_00) } else { 0 },
        capital: if dice.once_in(3) {
            dice.pick(&[6_000_00, 6_000_01, 6_250_00, 6_250_01, 9_999_99, 16_000_00, 16_000_01])
        } else {
            0
        },
        cap: if dice.once_in(2) {
            dice.pick(&["exempt", "grace_period"])
        } else {
            dice.pick(&["single_outside_london", "couple_or_parent_outside_london", "single_london", "couple_or_parent_london"])
        },
        other_capped: some(dice, 200_00),
        childcare,
        floor: if dice.once_in(8) { range(dice, 100_00, 1_200_00) } else { 0 },
        surplus: if dice.once_in(8) { range(dice, 1, 900_00) } else { 0 },
        surplus_threshold: dice.pick(&[2_500_00, 2_500_00, 300_00]),
    }
}

/// The other period that a day within three of an edge might belong to: -1, 1, or 0.
pub fn edge(payment: &Payment, first_day: i64) -> i64 {
    let on = counts_on(payment);
    let (first, last) = assessment_period(on, first_day);
    if on.0 - first.0 < 3 {
        -1
    } else if last.0 - on.0 < 3 {
        1
    } else {
        0
    }
}

/// The Monday on which benefits go up in a year.
fn uprating(year: i64) -> Day {
    let ((year, month, of_month), _) = law::AWARDS[usize::try_from(year - 2022).unwrap()];
    day(year, month, of_month)
}
