//! Gaps, unknowns and the pattern of saving on people.

use super::*;
use crate::unit::from_json;

fn compared(request: &str) -> Result<ParityAnswer, PaymentError> {
    parity(&from_json(request).unwrap())
}

fn alarms(request: &str) -> Vec<ParityAlarmCode> {
    compared(request).unwrap().alarms.into_iter().map(|alarm| alarm.code).collect()
}

fn work(users: &str, staff: &str) -> String {
    format!(
        r#"{{"engagements": [
            {{"side": "users", "like": "Workshop", "engagement": {{"date": "2026-06-10", "hours": 3, {users}}}}},
            {{"side": "staff", "like": "workshop ", "engagement": {{"date": "2026-06-10", "hours": 3, "preparation_hours": 1}}, {staff}}}
        ]}}"#
    )
}

#[test]
fn pay_is_compared_by_the_hour_with_preparation() {
    let answer = compared(&work(r#""preparation_hours": 1, "fee": "60.00""#, r#""hourly_pay": "15.00""#)).unwrap();
    assert_eq!(answer.like.len(), 1);
    assert_eq!(answer.like[0].finding, ParityFinding::NoLess);
    assert_eq!(answer.work[1].gross.unwrap().to_string(), "60.00");
    let less =
        compared(&work(r#""preparation_hours": 2, "fee": "60.00", "age": 40, "london": false"#, r#""hourly_pay": "15.00""#))
            .unwrap();
    assert_eq!(less.like[0].finding, ParityFinding::Less);
    assert_eq!(less.alarms[0].code, ParityAlarmCode::PayGap);
    assert_eq!(less.below_floor.len(), 2, "12.00 an hour reaches neither the minimum wage nor the real Living Wage");
}

#[test]
fn work_without_pay_and_hours_without_pay_are_told_apart() {
    assert_eq!(alarms(&work(r#""fee": "0.00""#, r#""hourly_pay": "15.00""#)), [ParityAlarmCode::UnpaidWork]);
    let unpaid = r#"{"engagements": [
        {"side": "users", "engagement": {"date": "2026-06-10", "hours": 2, "fee": "60.00"}, "unpaid_hours": "1.5", "kept": "27.00"},
        {"side": "staff", "engagement": {"date": "2026-06-10", "hours": 2, "fee": "40.00"}}
    ]}"#;
    assert_eq!(alarms(unpaid), [ParityAlarmCode::UnpaidHours]);
    let rate = &compared(unpaid).unwrap().work[0];
    assert_eq!(rate.kept_per_hour.as_ref().unwrap().rounded.to_string(), "13.50");
    assert_eq!(rate.per_hour_of_all.as_ref().unwrap().exact.to_string(), "120/7");
}

#[test]
fn what_is_not_known_is_asked_and_never_nothing() {
    let answer = compared(&work(r#""preparation_hours": 1"#, r#""hourly_pay": "15.00""#)).unwrap();
    assert_eq!(answer.like[0].finding, ParityFinding::Unknown);
    assert_eq!((answer.questions.len(), answer.alarms.len()), (1, 0));
}

fn periods(after: &str) -> String {
    let before = r#""from": "2025-04-01", "until": "2026-03-31", "total_pay": "10000.00", "staff_hours": 400, "users_pay": "1000.00", "users_hours": 50"#;
    format!(r#"{{"engagements": [], "periods": [{{{before}}}, {{"from": "2026-04-01", "until": "2027-03-31", {after}}}]}}"#)
}

#[test]
fn saving_on_people_shows_in_two_periods() {
    let saved = r#""total_pay": "9000.00", "staff_hours": 350, "users_pay": "1000.00", "users_hours": 80"#;
    assert_eq!(alarms(&periods(saved)), [ParityAlarmCode::CostSavingPattern]);
    let fell = r#""total_pay": "9900.00", "staff_hours": 400, "users_pay": "1000.00", "users_hours": 80"#;
    assert_eq!(alarms(&periods(fell)), [ParityAlarmCode::BudgetFallsAsHoursRise]);
    let rose = r#""total_pay": "10500.00", "staff_hours": 350, "users_pay": "2000.00", "users_hours": 80"#;
    assert!(alarms(&periods(rose)).is_empty());
}

#[test]
fn bad_input_is_pointed_at() {
    let refused = |request: &str| {
        let error = compared(request).unwrap_err();
        (error.code().as_str(), error.path().to_string())
    };
    let negative = work(r#""fee": "10.00""#, r#""hourly_pay": "-1.00""#);
    assert_eq!(refused(&negative), ("negative_amount", "/engagements/1/hourly_pay".to_owned()));
    let two = work(r#""fee": "10.00""#, r#""hourly_pay": "1.00", "unpaid_hours": 200"#);
    assert_eq!(refused(&two), ("out_of_range", "/engagements/1/unpaid_hours".to_owned()));
    let more = r#""total_pay": "1.00", "staff_hours": 350, "users_pay": "2000.00", "users_hours": 80"#;
    assert_eq!(refused(&periods(more)), ("out_of_range", "/periods/1/users_pay".to_owned()));
    let overlap = periods(more).replace("2026-04-01", "2026-03-01");
    assert_eq!(refused(&overlap), ("dates_reversed", "/periods/1/from".to_owned()));
}
