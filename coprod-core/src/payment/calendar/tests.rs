//! Days that are easy to get wrong.

use super::*;
use crate::unit::Date;

fn day(text: &str) -> Date {
    serde_json::from_str(&format!("\"{text}\"")).unwrap()
}

fn period(on: &str, first_day: u8) -> (String, String) {
    let period = AssessmentPeriod::of(day(on), first_day).unwrap();
    (period.first.to_string(), period.last.to_string())
}

#[test]
fn an_assessment_period_starts_where_the_month_has_the_day() {
    let is = |on, first_day, first: &str, last: &str| {
        assert_eq!(period(on, first_day), (first.to_owned(), last.to_owned()), "{on} {first_day}");
    };
    is("2026-06-15", 3, "2026-06-03", "2026-07-02");
    is("2026-06-02", 3, "2026-05-03", "2026-06-02");
    is("2026-02-27", 29, "2026-02-27", "2026-03-28");
    is("2026-02-26", 29, "2026-01-29", "2026-02-26");
    is("2028-02-28", 29, "2028-02-28", "2028-03-28");
    is("2028-02-28", 30, "2028-02-28", "2028-03-29");
    is("2026-02-28", 30, "2026-02-27", "2026-03-29");
    is("2026-02-28", 31, "2026-02-28", "2026-03-30");
    is("2026-04-30", 31, "2026-04-30", "2026-05-30");
    is("2026-05-30", 31, "2026-04-30", "2026-05-30");
    is("2026-12-31", 31, "2026-12-31", "2027-01-30");
    is("2026-01-01", 1, "2026-01-01", "2026-01-31");
}

#[test]
fn periods_follow_each_other_without_a_gap() {
    for first_day in 1..=31 {
        let mut period = AssessmentPeriod::of(day("2023-01-15"), first_day).unwrap();
        for _ in 0..70 {
            let next = period.after().unwrap();
            assert_eq!(next.first, period.last.plus_days(1).unwrap());
            assert_eq!(next.before().unwrap(), period);
            assert_eq!(AssessmentPeriod::of(next.last, first_day).unwrap(), next);
            period = next;
        }
    }
}

#[test]
fn a_day_within_three_of_a_boundary_might_be_in_the_next_period() {
    let near = |on: &str| nearest_boundary(day(on), 3).unwrap();
    assert_eq!([near("2026-06-03"), near("2026-06-05"), near("2026-06-06")], [-1, -1, 0]);
    assert_eq!([near("2026-06-29"), near("2026-06-30"), near("2026-07-02")], [0, 1, 1]);
}

#[test]
fn pay_months_and_weeks_start_on_the_sixth() {
    assert_eq!([pay_month(day("2026-04-06")), pay_month(day("2026-05-05")), pay_month(day("2026-05-06"))], [1, 1, 2]);
    assert_eq!([pay_month(day("2026-04-05")), pay_month(day("2026-12-31")), pay_month(day("2027-01-06"))], [12, 9, 10]);
    assert_eq!(
        [pay_week(day("2026-04-06")).unwrap(), pay_week(day("2026-04-13")).unwrap(), pay_week(day("2027-04-05")).unwrap()],
        [1, 2, 53]
    );
    assert_eq!(TaxYear::of(day("2026-04-05")).first_day().unwrap(), day("2025-04-06"));
}

#[test]
fn weeks_start_on_monday() {
    assert_eq!(benefit_week(day("2026-06-15")).unwrap(), (day("2026-06-15"), day("2026-06-21")));
    assert_eq!(benefit_week(day("2026-06-14")).unwrap().0, day("2026-06-08"));
}
