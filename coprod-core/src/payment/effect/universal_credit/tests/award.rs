//! One award: its elements, what is taken off, and the cap.

use super::*;

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
    assert_eq!(of(Case { carer: Some(CarerCase { scottish: true, ..carer }), ..base }), 850_00 - 374_62);
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
fn what_is_kept_of_a_fee() {
    let kept = |uc| outcome(&with(uc), &[payment()]).kept;
    assert_eq!(kept(uc(424_90)), 67_50);
    let work_allowance = WorkAllowance::WithoutHousing;
    assert_eq!(kept(UniversalCreditCase { work_allowance, ..uc(854_70) }), 150_00);
    assert_eq!(kept(UniversalCreditCase { work_allowance, other_earnings: 600_00, ..uc(642_16) }), 128_00);
}
