//! Several periods: dates, lost weeks, surplus earnings, and the settlement of tax.

use super::*;

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
    when_settled(&case, &shelf(), tax, &mut Silent, &mut space).unwrap();
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

#[test]
fn a_surplus_lapses_six_months_after_the_award_ended() {
    let paid = |months: &[u8], counted| {
        let days: Vec<String> = months.iter().map(|month| format!("2026-{month:02}-15")).collect();
        let payments: Vec<(&str, i64)> = days.iter().map(|day| (day.as_str(), counted)).collect();
        periods(&with(uc(424_90)), &payments, &[]).len()
    };
    assert_eq!(paid(&[3], 50_000_00), 6);
    assert_eq!(paid(&[3, 4], 50_000_00), 6, "it lapses by when the award ended");
    assert_eq!(paid(&[3, 4, 5, 6, 7, 8, 9], 50_000_00), 7);
    assert_eq!(paid(&[3, 10], 50_000_00), 12, "in September there is an award again, and in October it ends anew");
}

#[test]
fn only_an_award_that_ended_with_a_surplus_carries_one() {
    let case = with(uc(424_90));
    // 800.00 ends the award, and is below 3,272.55: by regulation 54A(1)(c) the 3,372.55 of the month after make no surplus.
    let found = periods(&case, &[("2026-06-15", 800_00), ("2026-07-15", 3372_55), ("2026-08-15", 100_00)], &[]);
    assert_eq!(found, [of("2026-06-03", 424_90, 0), of("2026-07-03", 424_90, 0), of("2026-08-03", 424_90, 369_90)]);
    // 3,372.55 ends it with a surplus of 100.00; 900.00 and that leave none in July, and 3,300.00 in August leave 27.45 again.
    let paid = [("2026-06-15", 3372_55), ("2026-07-15", 900_00), ("2026-08-15", 3300_00), ("2026-09-15", 100_00)];
    let last = periods(&case, &paid, &[]).pop();
    // (100.00 + 27.45) x 55 % = 70.10.
    assert_eq!(last, Some(of("2026-09-03", 424_90, 354_80)));
}
