//! Benefits that fall as earnings rise: Jobseeker's Allowance, Housing Benefit, Pension Credit.

use super::*;

pub(super) fn jobseeker(age: u8, kind: JobseekersKind) -> Case {
    let jobseeker = JobseekerCase { kind, weekly: None, other_weekly: 0, other_seconds: 0 };
    Case { jobseeker: Some(jobseeker), age, ..case() }
}

#[test]
fn jobseekers_allowance_falls_pound_for_pound_when_the_money_comes() {
    let case = jobseeker(25, JobseekersKind::NewStyle);
    let on = |net| amounts(&changes(&case, &[paid(net, "2026-06-15", &["2026-06-15"])]));
    assert_eq!(on(3_000), [(9_555, 7_055)]);
    assert_eq!(on(500), [(9_555, 9_555)]);
    assert_eq!(on(50_000), [(9_555, 0)]);
    let later = changes(&case, &[paid(3_000, "2026-06-22", &["2026-06-10"])]);
    assert_eq!(amounts(&later), [(9_555, 9_555), (9_555, 7_055)]);
    let long = Paid { hours: 16, ..paid(3_000, "2026-06-22", &["2026-06-10"]) };
    assert_eq!(amounts(&changes(&case, &[long])), [(9_555, 0), (9_555, 7_055)]);
    assert_eq!(changes(&jobseeker(24, JobseekersKind::NewStyle), &[paid(0, "2026-06-15", &[])])[0].2, 7_565);
    assert_eq!(changes(&jobseeker(25, JobseekersKind::IncomeBased), &[paid(0, "2026-06-15", &[])]), []);
}

#[test]
fn housing_benefit_falls_by_a_part_of_what_is_above_the_disregard() {
    let with = |change: fn(&mut HousingCase), net| {
        let mut housing = HousingCase {
            weekly: 10_000,
            passported: false,
            household: HousingBenefitHousehold::Single,
            permitted_work: false,
            other_weekly: 0,
            room: 0,
        };
        change(&mut housing);
        let case = Case { housing: Some(housing), ..case() };
        let changes = changes(&case, &[paid(net, "2026-06-15", &["2026-06-10"])]);
        assert_eq!(changes[0].1, "2026-06-15");
        amounts(&changes)
    };
    assert_eq!(with(|_| (), 10_500), [(10_000, 10_000 - 6_500)]);
    assert_eq!(with(|_| (), 510), [(10_000, 10_000 - 7)]);
    assert_eq!(with(|_| (), 99_999), [(10_000, 0)]);
    assert_eq!(with(|housing| housing.passported = true, 99_999), [(10_000, 10_000)]);
    assert_eq!(with(|housing| housing.permitted_work = true, 20_350), [(10_000, 10_000)]);
    assert_eq!(with(|housing| housing.permitted_work = true, 20_450), [(10_000, 10_000 - 65)]);
    assert_eq!(with(|housing| housing.room = 3_000, 3_600), [(10_000, 10_000 - 65)]);
    assert_eq!(with(|housing| housing.other_weekly = 500, 100), [(10_000, 10_000 - 65)]);
    assert_eq!(with(|housing| housing.other_weekly = 900, 100), [(10_000, 10_000 - 65)]);
    // Each reduction is rounded: 3.25 and 3.90 become 3 and 4.
    assert_eq!(with(|housing| housing.other_weekly = 505, 1), [(10_000, 10_000 - 1)]);
    assert_eq!(with(|housing| housing.household = HousingBenefitHousehold::LoneParent, 2_600), [(10_000, 10_000 - 65)]);
}

#[test]
fn pension_credit_falls_pound_for_pound_above_the_disregard() {
    let with = |couple, higher_disregard, other_weekly, net| {
        let credit = PensionCreditCase { weekly: 5_000, couple, higher_disregard, other_weekly };
        let case = Case { pension_credit: Some(credit), age: 70, ..case() };
        amounts(&changes(&case, &[paid(net, "2026-06-15", &[])]))
    };
    assert_eq!(with(false, false, 0, 1_500), [(5_000, 4_000)]);
    assert_eq!(with(true, false, 0, 1_500), [(5_000, 4_500)]);
    assert_eq!(with(true, true, 0, 2_001), [(5_000, 4_999)]);
    assert_eq!(with(false, false, 300, 300), [(5_000, 4_900)]);
    assert_eq!(with(false, false, 0, 9_999), [(5_000, 0)]);
}
