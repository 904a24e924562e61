//! Known answers, dates that are easy to get wrong, and laws of an award.
#![allow(clippy::inconsistent_digit_grouping, reason = "the pence stand apart from the pounds")]

use super::*;
use crate::payment::effect::fixture::{case, day, payment, shelf};
use crate::payment::effect::{
    Benefit, BenefitEffect, CarerCase, Case, EsaCase, HouseholdCase, JobseekerCase, MaximumAward, NetPay, PayCase, TaxDue,
    UniversalCreditCase, Workspace,
};
use crate::payment::ledger::{Amount, Ledger, Record, Rule, Silent, TraceOperation, TraceStep};
use crate::payment::person::{
    BenefitCap, EarningsPattern, EsaGroup, EsaKind, JobseekersKind, Nation, Tenancy, WorkAllowance, WorkCapability,
};

static TOLD: Rule = Rule::plain("test.told", "told by a test");

/// An award of a single person without a work allowance, in periods from the third of a month.
fn uc(maximum: i64) -> UniversalCreditCase {
    UniversalCreditCase {
        first_day: 3,
        maximum: MaximumAward::Stated(maximum),
        work_allowance: WorkAllowance::None,
        other_earnings: 0,
        unearned: 0,
        capital: 0,
        cap: BenefitCap::Exempt,
        other_capped: 0,
        childcare: 0,
        floor: 0,
        surplus: 0,
        surplus_threshold: 2500_00,
    }
}

fn household() -> HouseholdCase {
    HouseholdCase {
        couple: false,
        one_is_25: true,
        child_elements: 0,
        eldest_born_before_2017: false,
        capability: WorkCapability::Full,
        carer_element: false,
        housing_costs: 0,
        childcare_costs: 0,
        tenancy: Tenancy::None,
    }
}

fn with(uc: UniversalCreditCase) -> Case {
    Case { universal_credit: Some(uc), ..case() }
}

fn money<L: Ledger>(ledger: &mut L, pence: i64) -> Amount {
    ledger.given(&TOLD, pence)
}

fn net<L: Ledger>(ledger: &mut L, counted: i64, tax: i64) -> NetPay {
    let none = Amount::NONE;
    let (gross, tax, counted) = (money(ledger, counted + tax), money(ledger, tax), money(ledger, counted));
    NetPay { gross, tax, insurance: none, student_loan: none, pension: none, counted }
}

fn week(benefit: Benefit, from: &str, before: i64, after: i64) -> BenefitEffect {
    let from = day(from);
    let (before, after) = (money(&mut Silent, before), money(&mut Silent, after));
    BenefitEffect { benefit, from, until: from.plus_days(6).unwrap(), before, after, later: false }
}

fn space(case: &Case, counted: &[(&str, i64)], weeks: &[BenefitEffect]) -> Workspace {
    let payments: Vec<PayCase<'_>> = counted.iter().map(|(on, _)| PayCase { counts_on: day(on), ..payment() }).collect();
    let mut space = Workspace::default();
    space.nets.extend(counted.iter().map(|(_, counted)| net(&mut Silent, *counted, 0)));
    space.effects.extend(weeks);
    in_period(case, &payments, &shelf(), &mut Silent, &mut space).unwrap();
    space
}

/// The first day, the award without and the award with: of each period.
fn periods(case: &Case, counted: &[(&str, i64)], weeks: &[BenefitEffect]) -> Vec<(String, i64, i64)> {
    let space = space(case, counted, weeks);
    let own = space.effects.iter().filter(|effect| effect.benefit == Benefit::UniversalCredit);
    own.map(|effect| (effect.from.to_string(), effect.before.pence, effect.after.pence)).collect()
}

/// The award without and with one payment in June 2026.
fn june(uc: UniversalCreditCase, counted: i64) -> (i64, i64) {
    let found = periods(&with(uc), &[("2026-06-15", counted)], &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    (found[0].1, found[0].2)
}

fn of(from: &str, before: i64, after: i64) -> (String, i64, i64) {
    (from.to_owned(), before, after)
}

#[test]
fn known_answers() {
    assert_eq!(june(uc(424_90), 150_00), (424_90, 342_40));
    let higher = WorkAllowance::WithoutHousing;
    assert_eq!(june(UniversalCreditCase { work_allowance: higher, ..uc(854_70) }, 150_00), (854_70, 854_70));
    let earns = |maximum, work_allowance, other_earnings| UniversalCreditCase { work_allowance, other_earnings, ..uc(maximum) };
    assert_eq!(june(earns(642_16, higher, 600_00), 150_00), (642_16, 620_16));
    assert_eq!(june(earns(1354_70, WorkAllowance::WithHousing, 277_00), 150_00), (1354_70, 1354_70));
    assert_eq!(june(earns(424_90, WorkAllowance::None, 700_00), 165_00), (39_90, 0));
    // 100.00 of pay, 20.00 of tax and 8.00 of contributions: 72.00 counts.
    assert_eq!(june(earns(1354_70, WorkAllowance::WithHousing, 1000_00), 72_00), (1039_55, 999_95));
    assert_eq!(june(uc(424_90), 333_33), (424_90, 424_90 - 183_33));
}

#[test]
fn the_deduction_is_rounded_before_it_is_taken_off() {
    // 55 % of 0.10 is 5.5 pence.
    assert_eq!(june(uc(424_90), 10), (424_90, 424_84));
    assert_eq!(june(UniversalCreditCase { other_earnings: 10, ..uc(424_90) }, 10), (424_84, 424_79));
}

#[test]
fn two_payments_count_together_in_one_period_and_apart_in_two() {
    let household = HouseholdCase {
        capability: WorkCapability::LimitedForActivity,
        housing_costs: 500_00,
        tenancy: Tenancy::Social,
        ..household()
    };
    let case = with(UniversalCreditCase {
        maximum: MaximumAward::Household(household),
        work_allowance: WorkAllowance::WithHousing,
        other_earnings: 277_00,
        ..uc(0)
    });
    let one = periods(&case, &[("2026-06-15", 300_00)], &[]);
    assert_eq!(one, [of("2026-06-03", 1354_70, 1272_20)]);
    let same = periods(&case, &[("2026-06-15", 150_00), ("2026-07-02", 150_00)], &[]);
    assert_eq!(same, one);
    let two = periods(&case, &[("2026-06-15", 150_00), ("2026-07-03", 150_00)], &[]);
    assert_eq!(two, [of("2026-06-03", 1354_70, 1354_70), of("2026-07-03", 1354_70, 1354_70)]);
}

#[test]
fn a_payment_is_moved_by_its_shift() {
    let case = with(uc(424_90));
    let payments = [PayCase { counts_on: day("2026-07-02"), shift: 1, ..payment() }];
    let mut space = Workspace::default();
    space.nets.push(net(&mut Silent, 150_00, 0));
    in_period(&case, &payments, &shelf(), &mut Silent, &mut space).unwrap();
    assert_eq!(space.effects[0].from, day("2026-07-03"));
}

#[test]
fn periods_from_the_last_days_of_a_month() {
    let from = |first_day, on: &str| {
        let found = periods(&with(UniversalCreditCase { first_day, ..uc(424_90) }), &[(on, 100_00)], &[]);
        found[0].0.clone()
    };
    assert_eq!(from(29, "2026-02-27"), "2026-02-27");
    assert_eq!(from(30, "2026-02-28"), "2026-02-27");
    assert_eq!(from(31, "2026-02-28"), "2026-02-28");
    assert_eq!(from(31, "2026-06-29"), "2026-05-31");
    assert_eq!(from(31, "2026-06-30"), "2026-06-30");
    assert_eq!(from(29, "2024-02-28"), "2024-02-28");
}

#[test]
fn new_rates_hold_in_periods_that_start_after_the_uprating() {
    let case = with(UniversalCreditCase {
        maximum: MaximumAward::Household(household()),
        work_allowance: WorkAllowance::WithHousing,
        ..uc(0)
    });
    // Started on 3 April 2026: 400.14, and 411.00 earned without loss.
    assert_eq!(periods(&case, &[("2026-04-20", 511_00)], &[]), [of("2026-04-03", 400_14, 345_14)]);
    assert_eq!(periods(&case, &[("2026-05-20", 527_00)], &[]), [of("2026-05-03", 424_90, 369_90)]);
}

#[test]
fn a_household_adds_its_elements() {
    let maximum = |household| june(UniversalCreditCase { maximum: MaximumAward::Household(household), ..uc(0) }, 0).0;
    assert_eq!(maximum(HouseholdCase { one_is_25: false, ..household() }), 338_58);
    assert_eq!(maximum(HouseholdCase { couple: true, ..household() }), 666_97);
    assert_eq!(maximum(HouseholdCase { couple: true, one_is_25: false, ..household() }), 528_34);
    let parent = HouseholdCase { child_elements: 3, ..household() };
    assert_eq!(maximum(parent), 424_90 + 3 * 303_94);
    assert_eq!(maximum(HouseholdCase { eldest_born_before_2017: true, ..parent }), 424_90 + 351_88 + 2 * 303_94);
    assert_eq!(maximum(HouseholdCase { child_elements: 1, ..parent }), 424_90 + 303_94);
    let able = |capability| HouseholdCase { capability, ..household() };
    assert_eq!(maximum(able(WorkCapability::Limited)), 424_90);
    assert_eq!(maximum(able(WorkCapability::LimitedWithElement)), 424_90 + 158_76);
    assert_eq!(maximum(able(WorkCapability::LimitedForActivityNew)), 424_90 + 217_26);
    let both = HouseholdCase { carer_element: true, ..able(WorkCapability::LimitedForActivity) };
    assert_eq!(maximum(both), 424_90 + 429_80, "one person has the higher of the two");
    assert_eq!(maximum(HouseholdCase { couple: true, ..both }), 666_97 + 429_80 + 209_34);
    let home = |tenancy| HouseholdCase { housing_costs: 500_00, childcare_costs: 200_00, tenancy, ..household() };
    assert_eq!(maximum(home(Tenancy::Private)), 424_90 + 700_00);
    assert_eq!(maximum(home(Tenancy::Temporary)), 424_90 + 200_00, "Housing Benefit pays for it");
    assert_eq!(maximum(home(Tenancy::ExemptSupported)), 424_90 + 200_00);
}

#[test]
fn an_element_that_there_was_not_yet_is_an_error() {
    let household = HouseholdCase { capability: WorkCapability::LimitedForActivityNew, ..household() };
    let case = with(UniversalCreditCase { maximum: MaximumAward::Household(household), ..uc(0) });
    let payments = [PayCase { counts_on: day("2025-06-15"), ..payment() }];
    let mut space = Workspace::default();
    space.nets.push(net(&mut Silent, 150_00, 0));
    assert!(in_period(&case, &payments, &shelf(), &mut Silent, &mut space).is_err());
}

#[test]
fn the_cap_comes_after_the_taper_and_leaves_childcare_alone() {
    let capped = UniversalCreditCase { cap: BenefitCap::SingleOutsideLondon, ..uc(1500_00) };
    assert_eq!(june(capped, 150_00), (1229_42, 1229_42), "what is earned first comes off what the cap took");
    assert_eq!(june(capped, 600_00), (1229_42, 1170_00));
    assert_eq!(june(UniversalCreditCase { cap: BenefitCap::GracePeriod, ..capped }, 150_00), (1500_00, 1417_50));
    let others = UniversalCreditCase { other_capped: 100_00, ..capped };
    assert_eq!(june(others, 0).0, 1129_42);
    assert_eq!(june(UniversalCreditCase { childcare: 250_00, ..others }, 0).0, 1379_42);
    assert_eq!(june(UniversalCreditCase { childcare: 500_00, ..others }, 0).0, 1500_00);
    let amount = |cap| june(UniversalCreditCase { cap, ..uc(3000_00) }, 0).0;
    assert_eq!(amount(BenefitCap::SingleLondon), 1413_92);
    assert_eq!(amount(BenefitCap::CoupleOrParentOutsideLondon), 1835_00);
    assert_eq!(amount(BenefitCap::CoupleOrParentLondon), 2110_25);
}

#[test]
fn enough_earnings_lift_the_cap() {
    let capped = UniversalCreditCase { cap: BenefitCap::SingleOutsideLondon, other_earnings: 800_00, ..uc(2000_00) };
    assert_eq!(june(capped, 80_99), (1229_42, 1229_42));
    assert_eq!(june(capped, 81_00), (1229_42, 1515_45), "881.00 of earnings");
    let floor = UniversalCreditCase { floor: 1500_00, ..capped };
    assert_eq!(june(floor, 0).1, 1175_00, "the floor takes off");
    assert_eq!(june(UniversalCreditCase { floor: 900_00, ..capped }, 0).1, 1229_42, "the floor does not lift the cap");
}

#[test]
fn the_floor_hides_earnings_below_it() {
    let floor = UniversalCreditCase { floor: 300_00, other_earnings: 100_00, ..uc(424_90) };
    assert_eq!(june(floor, 150_00), (259_90, 259_90));
    assert_eq!(june(floor, 250_00), (259_90, 232_40));
}

#[test]
fn capital_counts_as_income_in_steps_and_ends_the_award_above_its_limit() {
    let before = |capital| june(UniversalCreditCase { capital, ..uc(424_90) }, 0).0;
    assert_eq!(before(6000_00), 424_90);
    assert_eq!(before(6000_01), 420_55);
    assert_eq!(before(6250_00), 420_55);
    assert_eq!(before(6250_01), 416_20);
    assert_eq!(before(16_000_00), 424_90 - 40 * 4_35);
    assert_eq!(before(16_000_01), 0);
    let rich = UniversalCreditCase { capital: 20_000_00, other_earnings: 5000_00, ..uc(424_90) };
    assert_eq!(june(rich, 9000_00), (0, 0), "and nothing is carried on");
}

#[test]
fn other_benefits_are_taken_off_in_full() {
    let carer = CarerCase { scottish: false, other_weekly: 0, pattern: EarningsPattern::OneOff, care_costs: 0 };
    let of = |case: Case| periods(&case, &[("2026-06-15", 100_00)], &[])[0].1;
    let base = with(UniversalCreditCase { unearned: 50_00, ..uc(900_00) });
    assert_eq!(of(base), 850_00);
    // 86.45 x 52 / 12 = 374.616...
    assert_eq!(of(Case { carer: Some(carer), ..base }), 850_00 - 374_62);
    let esa =
        |group, weekly| EsaCase { kind: EsaKind::NewStyle, group, weekly, other_weekly: 0, other_seconds: 0, supervised: false };
    let with_esa = |age, group, weekly| of(Case { age, esa: Some(esa(group, weekly)), ..base });
    assert_eq!(with_esa(40, EsaGroup::WorkRelatedActivity, None), 850_00 - 414_05);
    assert_eq!(with_esa(22, EsaGroup::WorkRelatedActivity, None), 850_00 - 414_05);
    assert_eq!(with_esa(22, EsaGroup::Assessment, None), 850_00 - 327_82);
    assert_eq!(with_esa(40, EsaGroup::Support, None), 850_00 - 632_23);
    assert_eq!(with_esa(40, EsaGroup::Support, Some(60_00)), 850_00 - 260_00);
    let jsa = |weekly| JobseekerCase { kind: JobseekersKind::NewStyle, weekly, other_weekly: 0, other_seconds: 0 };
    assert_eq!(of(Case { age: 22, jobseeker: Some(jsa(None)), ..base }), 850_00 - 327_82);
    assert_eq!(of(Case { jobseeker: Some(jsa(Some(12_00))), ..base }), 850_00 - 52_00);
}

#[test]
fn a_carer_gets_back_what_lost_weeks_cost() {
    let carer = CarerCase { scottish: false, other_weekly: 0, pattern: EarningsPattern::OneOff, care_costs: 0 };
    let case = Case { carer: Some(carer), ..with(uc(900_00)) };
    let lost = |from| week(Benefit::CarersAllowance, from, 86_45, 0);
    let kept = week(Benefit::CarersAllowance, "2026-06-22", 86_45, 86_45);
    // 900.00 - 374.62; with 300.00: 900.00 - 165.00 - (374.62 - 86.45).
    assert_eq!(periods(&case, &[("2026-06-15", 300_00)], &[lost("2026-06-15"), kept]), [of("2026-06-03", 525_38, 446_83)]);
    // The second week starts in the next period, in which nothing is paid.
    assert_eq!(
        periods(&case, &[("2026-06-30", 500_00)], &[lost("2026-06-29"), lost("2026-07-06")]),
        [of("2026-06-03", 525_38, 336_83), of("2026-07-03", 525_38, 611_83)]
    );
    // A week before the period of the payment.
    assert_eq!(
        periods(&case, &[("2026-06-03", 0)], &[lost("2026-06-01")]),
        [of("2026-05-03", 525_38, 611_83), of("2026-06-03", 525_38, 525_38)]
    );
    // No more comes back than was taken off.
    let five = ["2026-06-03", "2026-06-08", "2026-06-15", "2026-06-22", "2026-06-29"].map(lost);
    assert_eq!(periods(&case, &[("2026-06-15", 0)], &five), [of("2026-06-03", 525_38, 900_00)]);
}

#[test]
fn housing_benefit_that_changes_is_nothing_to_universal_credit() {
    let lost = week(Benefit::HousingBenefit, "2026-07-06", 50_00, 0);
    assert_eq!(periods(&with(uc(424_90)), &[("2026-06-15", 0)], &[lost]), [of("2026-06-03", 424_90, 424_90)]);
}

#[test]
fn allowances_count_towards_the_cap_while_they_are_paid() {
    let jobseeker =
        Some(JobseekerCase { kind: JobseekersKind::NewStyle, weekly: Some(60_00), other_weekly: 0, other_seconds: 0 });
    let capped = UniversalCreditCase { cap: BenefitCap::SingleOutsideLondon, ..uc(1600_00) };
    let case = Case { jobseeker, ..with(capped) };
    // 260.00 a month: 1,340.00 is left, and 1,229.42 - 260.00 under the cap.
    let lost = week(Benefit::NewStyleJsa, "2026-06-15", 60_00, 5_00);
    assert_eq!(periods(&case, &[("2026-06-15", 0)], &[lost]), [of("2026-06-03", 969_42, 969_42 + 55_00)]);
}

#[test]
fn surplus_earnings_count_again() {
    // The award ends at 772.55 (424.90 / 0.55, rounded); 3,272.55 is the point from which there is a surplus.
    let case = with(uc(424_90));
    assert_eq!(periods(&case, &[("2026-06-15", 3272_55)], &[]), [of("2026-06-03", 424_90, 0)]);
    assert_eq!(periods(&case, &[("2026-06-15", 3372_55)], &[]), [of("2026-06-03", 424_90, 0), of("2026-07-03", 424_90, 369_90)]);
    let long = periods(&case, &[("2026-06-15", 7000_00)], &[]);
    assert_eq!(
        long,
        [of("2026-06-03", 424_90, 0), of("2026-07-03", 424_90, 0), of("2026-08-03", 424_90, 174_70)],
        "454.90 is left after two periods"
    );
    let without_end = periods(&case, &[("2026-06-15", 100_000_00)], &[]);
    assert_eq!(without_end.len(), 6, "it lapses after five claims: {without_end:?}");
}

#[test]
fn the_award_without_the_payments_has_its_own_surplus() {
    let case = with(UniversalCreditCase { surplus: 3372_55, ..uc(424_90) });
    // 3,372.55 was brought forward: without the payment 100.00 goes on, with it 1,100.00.
    assert_eq!(periods(&case, &[("2026-06-15", 1000_00)], &[]), [of("2026-06-03", 0, 0), of("2026-07-03", 369_90, 0)]);
    let threshold = UniversalCreditCase { surplus_threshold: 300_00, ..uc(424_90) };
    assert_eq!(
        periods(&with(threshold), &[("2026-06-15", 1172_55)], &[]),
        [of("2026-06-03", 424_90, 0), of("2026-07-03", 424_90, 369_90)]
    );
}

#[test]
fn a_surplus_meets_the_next_payment() {
    let found = periods(&with(uc(424_90)), &[("2026-06-15", 3372_55), ("2026-07-15", 100_00), ("2026-10-15", 100_00)], &[]);
    assert_eq!(found, [of("2026-06-03", 424_90, 0), of("2026-07-03", 424_90, 314_90), of("2026-10-03", 424_90, 369_90)]);
}

#[test]
fn a_period_without_figures_is_an_error() {
    let payments = [PayCase { counts_on: day("2027-03-15"), ..payment() }];
    let mut space = Workspace::default();
    space.nets.push(net(&mut Silent, 9_000_00, 0));
    assert!(in_period(&with(uc(424_90)), &payments, &shelf(), &mut Silent, &mut space).is_err());
    space.clear();
    space.nets.push(net(&mut Silent, 100_00, 0));
    in_period(&with(uc(424_90)), &payments, &shelf(), &mut Silent, &mut space).unwrap();
    let impossible = with(UniversalCreditCase { first_day: 0, ..uc(424_90) });
    assert!(in_period(&impossible, &payments, &shelf(), &mut Silent, &mut space).is_err());
}

fn when_settled_for(uc: UniversalCreditCase, withheld: i64, due: i64) -> Vec<(String, i64, i64)> {
    let case = with(uc);
    let payments = [payment()];
    let mut space = Workspace::default();
    space.nets.push(net(&mut Silent, 120_00, withheld));
    in_period(&case, &payments, &shelf(), &mut Silent, &mut space).unwrap();
    let tax = TaxDue { tax: money(&mut Silent, due), insurance: Amount::NONE };
    when_settled(&case, &payments, &shelf(), tax, &mut Silent, &mut space).unwrap();
    let later = space.effects.iter().filter(|effect| effect.later);
    later.map(|effect| (effect.from.to_string(), effect.before.pence, effect.after.pence)).collect()
}

#[test]
fn tax_paid_back_counts_and_tax_paid_later_comes_off() {
    assert_eq!(when_settled_for(uc(424_90), 30_00, 0), [of("2026-06-03", 424_90, 408_40)]);
    assert_eq!(when_settled_for(uc(424_90), 30_00, 30_00), []);
    let earns = UniversalCreditCase { other_earnings: 200_00, ..uc(424_90) };
    assert_eq!(when_settled_for(earns, 0, 30_00), [of("2026-06-03", 314_90, 331_40)]);
    assert_eq!(when_settled_for(uc(424_90), 0, 30_00), [of("2026-06-03", 424_90, 424_90)]);
}

#[test]
fn nobody_without_universal_credit_has_an_effect() {
    assert_eq!(periods(&case(), &[("2026-06-15", 150_00)], &[]), []);
    assert_eq!(periods(&with(uc(424_90)), &[], &[]), []);
}

/// Each step by the steps it is made of.
fn value(step: &TraceStep, steps: &[TraceStep]) -> Option<i64> {
    let pence = |step: &TraceStep| step.value.replace('.', "").parse::<i64>().unwrap();
    let of: Vec<i64> = step.of.iter().map(|number| steps.get(*number as usize - 1).map_or(0, pence)).collect();
    match step.operation {
        TraceOperation::Sum => Some(of.iter().sum()),
        TraceOperation::Difference => Some(of[0] - of[1]),
        TraceOperation::Left => Some((of[0] - of[1]).max(0)),
        TraceOperation::Times => Some(of[0] * of[1]),
        TraceOperation::WholeTimes => Some(of[0] / of[1]),
        _ => None,
    }
}

#[test]
fn every_step_follows_from_those_before() {
    let mut record = Record::new(Nation::NorthernIreland);
    let uc = UniversalCreditCase {
        capital: 7000_00,
        cap: BenefitCap::SingleOutsideLondon,
        maximum: MaximumAward::Household(HouseholdCase { child_elements: 2, ..household() }),
        ..uc(0)
    };
    let mut space = Workspace::default();
    space.nets.push(net(&mut record, 5000_00, 0));
    in_period(&with(uc), &[payment()], &shelf(), &mut record, &mut space).unwrap();
    let steps = record.into_steps();
    assert!(steps.len() > 40);
    for step in &steps {
        // Nothing needs no step of its own and has the number 0.
        let whole = TraceStep { of: step.of.iter().copied().filter(|number| *number > 0).collect(), ..step.clone() };
        if whole.of.len() == step.of.len() || step.operation == TraceOperation::Sum {
            let value = value(&whole, &steps);
            assert!(value.is_none_or(|value| value == step.value.replace('.', "").parse::<i64>().unwrap()), "{step:?}");
        }
        assert!(step.of.iter().all(|number| *number < step.step), "{step:?}");
        assert!(step.source.as_ref().is_none_or(|source| source.contains("(Northern Ireland)")), "{step:?}");
    }
}

#[test]
fn a_higher_fee_never_raises_an_award_that_is_not_capped() {
    let ways = [WorkAllowance::None, WorkAllowance::WithHousing, WorkAllowance::WithoutHousing];
    for (number, work_allowance) in ways.into_iter().enumerate() {
        for other_earnings in [0, 410_07, 1200_00] {
            let uc = UniversalCreditCase { work_allowance, other_earnings, capital: 6_100_00 * number as i64, ..uc(642_16) };
            let case = with(uc);
            let mut last = i64::MAX;
            for counted in (0..5000_00).step_by(7_77) {
                let found = periods(&case, &[("2026-06-15", counted)], &[]);
                let all: i64 = found.iter().map(|(_, before, after)| after - before).sum();
                assert!(found.iter().all(|(_, before, after)| 0 <= *after && after <= before), "{found:?}");
                assert!(all <= last, "{counted}");
                last = all;
            }
        }
    }
}

#[test]
fn only_the_earnings_exception_raises_a_capped_award() {
    let case = with(UniversalCreditCase { cap: BenefitCap::SingleLondon, ..uc(2500_00) });
    let mut last = i64::MAX;
    for counted in 0..120_000 {
        let after = periods_after(&case, counted);
        assert!(after <= last || counted == 881_00, "{counted}");
        last = after;
    }
}

fn periods_after(case: &Case, counted: i64) -> i64 {
    thread_local!(static SHELF: crate::payment::rates::Shelf = shelf());
    let mut space = Workspace::default();
    space.nets.push(net(&mut Silent, counted, 0));
    SHELF.with(|shelf| in_period(case, &[payment()], shelf, &mut Silent, &mut space)).unwrap();
    space.effects[0].after.pence
}
