//! The oracle itself against published and worked examples.

use super::day::{Day, day};
use super::household::{Carer, Esa, Jobseeker, Maximum, Payment, Person, UniversalCredit};
use super::whole::{Kept, reckon};

fn person() -> Person {
    Person {
        nation: "england",
        age: 40,
        over_pension_age: false,
        wages: 0,
        wages_ended: false,
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
    }
}

fn fee(pence: i64, work: &[Day]) -> Payment {
    let paid_on = day(2026, 6, 15);
    Payment {
        fee: pence,
        round_sum: 0,
        miles: (0, 0),
        receipted: 0,
        paye: false,
        code: "1257L",
        employer: "one",
        weekly: false,
        other_pay: 0,
        pay_to_date: 0,
        pension: 0,
        work_dates: work.to_vec(),
        paid_on,
        reported_on: paid_on,
        seconds: 6 * 3600,
    }
}

fn credit(maximum: i64, work_allowance: usize, other_earnings: i64) -> Person {
    let universal_credit = Some(UniversalCredit {
        first_day: 3,
        maximum: Maximum::Stated(maximum),
        work_allowance,
        other_earnings,
        unearned: 0,
        capital: 0,
        cap: "exempt",
        other_capped: 0,
        childcare: 0,
        floor: 0,
        surplus: 0,
        surplus_threshold: 2_500_00,
    });
    Person { universal_credit, ..person() }
}

fn kept(person: &Person, payment: Payment) -> Kept {
    reckon(person, &[payment], &[0])
}

#[test]
fn universal_credit_as_worked_by_hand() {
    assert_eq!(kept(&credit(424_90, 0, 0), fee(150_00, &[])).in_period, 67_50);
    assert_eq!(kept(&credit(854_70, 2, 0), fee(150_00, &[])).in_period, 150_00);
    assert_eq!(kept(&credit(64_216, 2, 600_00), fee(150_00, &[])).in_period, 128_00);
    assert_eq!(kept(&credit(1_354_70, 1, 277_00), fee(150_00, &[])).in_period, 150_00);
    assert_eq!(kept(&credit(424_90, 0, 700_00), fee(165_00, &[])).in_period, 125_10);
    assert_eq!(kept(&credit(424_90, 0, 0), fee(333_33, &[])).in_period, 150_00);
}

#[test]
fn a_basic_rate_employee_keeps_32_40_of_100() {
    let taxed = Payment { paye: true, code: "BR", other_pay: 2_000_00, ..fee(100_00, &[]) };
    let kept = kept(&credit(3_000_00, 0, 1_700_00), taxed);
    assert_eq!((kept.tax_withheld, kept.insurance, kept.in_period), (20_00, 8_00, 32_40));
}

#[test]
fn tax_and_contributions_as_published() {
    let high = Person { wages: 60_000_00, ..person() };
    let paid = Payment { paye: true, code: "1257L", other_pay: 5_000_00, pay_to_date: 15_000_00, ..fee(300_00, &[]) };
    let answer = kept(&high, paid);
    assert_eq!((answer.tax_withheld, answer.tax_due, answer.insurance, answer.eventual), (120_00, 120_00, 6_00, 174_00));
    for (extra, contributions) in [(100_25, 2_00), (100_26, 2_01)] {
        let paid = Payment { paye: true, other_pay: 4_189_00, code: "NT", ..fee(extra, &[]) };
        assert_eq!(kept(&person(), paid).insurance, contributions);
    }
    let employed = Person { wages: 20_000_00, ..person() };
    assert_eq!(kept(&employed, fee(900_00, &[])).tax_due, 0);
    assert_eq!(kept(&employed, fee(1_500_00, &[])).tax_due, 100_00);
    // An emergency code in the first month: free pay of 1,048.26.
    let first = Payment { paye: true, code: "1257L M1", ..fee(1_148_26, &[]) };
    assert_eq!(kept(&person(), first).tax_withheld, 20_00);
}

#[test]
fn weekly_benefits_as_published() {
    let carer = |other| Person { carer: Some(Carer { scottish: false, other, one_off: false, care_costs: 0 }), ..person() };
    let lost = |person: &Person, payment| {
        let kept = kept(person, payment);
        kept.effects.iter().map(|(_, _, _, before, after, _)| before - after).sum::<i64>()
    };
    assert_eq!(lost(&carer(104_00), fee(100_00, &[])), 0);
    assert_eq!(lost(&carer(104_01), fee(100_00, &[])), 86_45);
    let esa = |other| {
        let esa = Esa { kind: "new_style", group: "support", weekly: None, other, seconds: 0, supervised: false };
        Person { esa: Some(esa), ..person() }
    };
    assert_eq!(lost(&esa(0), fee(203_50, &[])), 0);
    assert_eq!(lost(&esa(0), fee(203_51, &[])), 145_90);
    let two = [day(2026, 6, 10), day(2026, 6, 17)];
    assert_eq!(lost(&esa(0), fee(330_00, &two)), 0);
    assert_eq!(lost(&esa(0), fee(330_00, &two[..1])), 145_90);
    let jobseeker = Person { jobseeker: Some(Jobseeker { weekly: Some(95_55), other: 0, seconds: 0 }), ..person() };
    assert_eq!(kept(&jobseeker, fee(30_00, &[])).in_period, 5_00);
}
