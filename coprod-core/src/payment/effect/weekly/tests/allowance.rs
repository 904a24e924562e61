//! Permitted work beside Employment and Support Allowance.

use super::*;

pub(super) fn esa(supervised: bool, other_hours: i64) -> Case {
    let esa = EsaCase {
        kind: EsaKind::NewStyle,
        group: EsaGroup::Support,
        weekly: None,
        other_weekly: 0,
        other_seconds: other_hours * HOUR,
        supervised,
    };
    Case { esa: Some(esa), ..case() }
}

#[test]
fn work_is_permitted_up_to_the_limit_and_below_sixteen_hours() {
    let with = |net, hours, supervised| {
        let payment = Paid { hours, ..paid(net, "2025-06-16", &["2025-06-16"]) };
        amounts(&changes(&esa(supervised, 0), &[payment]))
    };
    let rate = 9_205 + 4_850;
    assert_eq!(with(19_550, 15, false), [(rate, rate)]);
    assert_eq!(with(19_551, 15, false), [(rate, 0)]);
    assert_eq!(with(19_550, 16, false), [(rate, 0)]);
    assert_eq!(with(19_550, 40, true), [(rate, rate)]);
    assert_eq!(with(19_551, 40, true), [(rate, 0)]);
    assert_eq!(with(2_000, 40, false), [(rate, rate)]);
    assert_eq!(with(2_001, 40, false), [(rate, 0)]);
}

#[test]
fn the_week_of_the_work_counts_and_not_that_of_the_money() {
    let case = esa(false, 0);
    let two = [Paid { hours: 7, ..paid(33_000, "2026-07-31", &["2026-06-10", "2026-06-17"]) }];
    let rate = 9_555 + 5_035;
    let weeks = changes(&case, &two);
    assert_eq!(amounts(&weeks), [(rate, rate), (rate, rate)]);
    assert_eq!([weeks[0].1.as_str(), weeks[1].1.as_str()], ["2026-06-08", "2026-06-15"]);
    let one = [Paid { hours: 7, ..paid(33_000, "2026-07-31", &["2026-06-10", "2026-06-11"]) }];
    assert_eq!(amounts(&changes(&case, &one)), [(rate, 0)]);
}

#[test]
fn the_pence_and_seconds_that_are_left_count_on_the_first_day() {
    let cases = |net, seconds| {
        let payment = paid(net, "2026-06-30", &["2026-06-17", "2026-06-10", "2026-06-24"]);
        let steps = trace_of(&esa(false, 0), &[PayCase { seconds, ..payment.case() }], std::slice::from_ref(&payment));
        let with = |rule| {
            let value = |step: &TraceStep| step.value.replace('.', "").parse().unwrap();
            steps.iter().filter(|step| step.rule == rule && step.with_payments).map(value).collect::<Vec<i64>>()
        };
        let lower = steps.iter().filter(|step| step.rule == "esa.lower_limit" && step.with_payments).count();
        (with("esa.over"), with("esa.seconds.count"), lower)
    };
    assert_eq!(cases(61_052, 10), (vec![2, 0, 0], vec![4, 3, 3], 0));
    assert_eq!(cases(300, 3 * 16 * HOUR), (vec![0; 3], vec![16 * HOUR; 3], 3));
}

#[test]
fn a_basic_allowance_follows_from_group_age_and_kind() {
    let rate = |kind, group, age| {
        let esa = EsaCase { kind, group, weekly: None, other_weekly: 0, other_seconds: 0, supervised: false };
        let done = changes(&Case { esa: Some(esa), age, ..case() }, &[paid(0, "2026-06-15", &[])]);
        (done[0].0, done[0].2)
    };
    assert_eq!(rate(EsaKind::NewStyle, EsaGroup::Assessment, 24), (Benefit::NewStyleEsa, 7_565));
    assert_eq!(rate(EsaKind::NewStyle, EsaGroup::WorkRelatedActivity, 24), (Benefit::NewStyleEsa, 9_555));
    assert_eq!(rate(EsaKind::LegacyIncomeRelated, EsaGroup::Assessment, 24), (Benefit::LegacyEsa, 7_752));
    assert_eq!(rate(EsaKind::LegacyIncomeRelated, EsaGroup::Support, 40), (Benefit::LegacyEsa, 9_775 + 5_035));
}
