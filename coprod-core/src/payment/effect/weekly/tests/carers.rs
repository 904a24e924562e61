//! A whole week is lost over a limit: Carer's Allowance and Carer Support Payment.

use super::*;

#[test]
fn a_penny_over_the_limit_costs_a_carers_week() {
    let regular = carer(EarningsPattern::Weekly);
    let after = |net| changes(&regular, &[paid(net, "2026-06-15", &["2026-06-10"])]);
    let whole = |after| vec![(Benefit::CarersAllowance, "2026-06-08".to_owned(), 8645, after)];
    assert_eq!(after(20_400), whole(8645));
    assert_eq!(after(20_401), whole(0));
}

#[test]
fn half_of_the_pension_contribution_comes_off_a_carers_earnings() {
    let regular = carer(EarningsPattern::Weekly);
    let with = |net, pension| {
        let payment = Paid { pension, ..paid(net, "2025-06-16", &[]) };
        amounts(&changes(&regular, &[payment]))
    };
    assert_eq!(with(20_000, 2_000), [(8330, 8330)]);
    assert_eq!(with(20_600, 2_000), [(8330, 8330)]);
    assert_eq!(with(20_601, 2_000), [(8330, 0)]);
    // Half a penny is taken off whole.
    assert_eq!(with(20_601, 2_001), [(8330, 8330)]);
}

#[test]
fn care_costs_count_up_to_half_and_other_earnings_add() {
    let with = |other_weekly, care_costs, net| {
        let carer = CarerCase { scottish: false, other_weekly, pattern: EarningsPattern::Weekly, care_costs };
        amounts(&changes(&Case { carer: Some(carer), ..case() }, &[paid(net, "2026-06-15", &[])]))
    };
    assert_eq!(with(10_000, 0, 10_400), [(8645, 8645)]);
    assert_eq!(with(10_000, 0, 10_401), [(8645, 0)]);
    assert_eq!(with(0, 5_000, 25_400), [(8645, 8645)]);
    assert_eq!(with(0, 5_000, 25_401), [(8645, 0)]);
    assert_eq!(with(0, 50_000, 40_800), [(8645, 8645)]);
    assert_eq!(with(0, 50_000, 40_802), [(8645, 0)]);
    assert_eq!(with(20_401, 0, 100), [(0, 0)]);
}

#[test]
fn a_payment_that_is_not_for_a_period_covers_whole_weeks() {
    let once = carer(EarningsPattern::OneOff);
    let lost = |net| changes(&once, &[paid(net, "2026-06-15", &[])]);
    assert_eq!(amounts(&lost(20_400)), [(8645, 8645)]);
    assert_eq!(amounts(&lost(20_401)), [(8645, 0)]);
    assert_eq!(amounts(&lost(40_801)), [(8645, 0)]);
    let two = lost(40_802);
    assert_eq!(amounts(&two), [(8645, 0), (8645, 0)]);
    assert_eq!([two[0].1.as_str(), two[1].1.as_str()], ["2026-06-15", "2026-06-22"]);
    let care = CarerCase { scottish: false, other_weekly: 0, pattern: EarningsPattern::OneOff, care_costs: 1_000 };
    let with_care = Case { carer: Some(care), ..case() };
    assert_eq!(amounts(&changes(&with_care, &[paid(21_400, "2026-06-15", &[])])), [(8645, 8645)]);
    assert_eq!(amounts(&changes(&with_care, &[paid(21_401, "2026-06-15", &[])])), [(8645, 0)]);
}

#[test]
fn a_week_that_two_payments_cover_is_lost_once_at_its_own_rate() {
    let once = carer(EarningsPattern::OneOff);
    let both = [paid(45_000, "2026-03-25", &[]), paid(21_000, "2026-03-30", &[])];
    // The limit of 196.00 holds in both weeks of payment.
    assert_eq!(amounts(&changes(&once, &both)), [(8330, 0), (8330, 0)]);
    let over_april = [paid(45_000, "2026-03-30", &[])];
    assert_eq!(amounts(&changes(&once, &over_april)), [(8330, 0), (8645, 0)]);
}

#[test]
fn weeks_beyond_what_is_known_are_refused_where_the_payment_stands() {
    let once = carer(EarningsPattern::OneOff);
    let late = paid(100_000, "2027-04-01", &[]);
    let at = |number: usize, _| Pointer::root().key("payments").index(number).key("paid_on");
    let error = stock(&once, &[late.case()], &mut Shelf::new(Reach::Known), at).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (crate::error::ErrorCode::BeyondKnownPeriod, "/payments/0/paid_on"));
}

#[test]
fn scotland_counts_its_weeks_from_sunday() {
    let support = CarerCase { scottish: true, other_weekly: 0, pattern: EarningsPattern::Weekly, care_costs: 0 };
    let case = Case { nation: Nation::Scotland, carer: Some(support), ..case() };
    let lost = changes(&case, &[paid(20_401, "2026-06-15", &["2026-06-14"])]);
    assert_eq!(lost, [(Benefit::CarerSupportPayment, "2026-06-14".to_owned(), 8645, 0)]);
    let law = trace(&case, &[paid(20_401, "2026-06-15", &[])]).into_iter().find_map(|step| step.source).unwrap();
    assert!(law.contains("Scotland"), "{law}");
}

#[test]
fn what_is_lost_is_not_kept() {
    let (outcome, steps) = traced(&carer(EarningsPattern::OneOff), &[PayCase { gross: 20_401, ..payment() }]);
    assert_eq!((outcome.benefits, outcome.kept), (-8_645, 20_401 - outcome.tax_withheld - 8_645));
    make_again(&steps);
}
