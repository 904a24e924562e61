//! Engagements of a project find their card, and say where something is wrong.

use super::*;
use crate::error::{ErrorCode, Pointer};
use crate::parameters::Reach;

fn project(engagement: &str) -> Result<Option<QuoteAnswer>, (ErrorCode, String)> {
    let work: Engagement = serde_json::from_str(engagement).unwrap();
    let own: Vec<RateCard> = serde_json::from_str(
        r#"[{"id": "ours", "until": "2026-12-31", "activities": {"meeting": {"rate": {"session": "60.00"}}}}]"#,
    )
    .unwrap();
    let at = Pointer::root().key("engagements").index(3);
    quote_engagement(&work, &at, &own, &Pointer::root().key("cards"), Reach::Known)
        .map_err(|error| (error.code(), error.path().as_str().to_owned()))
}

#[test]
fn an_engagement_is_paid_by_its_fee_or_by_a_card_of_either_kind() {
    let total = |engagement: &str| project(engagement).unwrap().unwrap().total.to_string();
    assert_eq!(total(r#"{"date": "2026-06-15", "fee": "45.00"}"#), "45.00");
    assert_eq!(total(r#"{"date": "2026-06-15", "card_id": "ours"}"#), "60.00");
    assert_eq!(total(r#"{"date": "2026-06-15", "card_id": "nihr", "activity": "half_day"}"#), "82.50");
}

#[test]
fn an_engagement_without_a_rate_is_unknown_and_not_unpaid() {
    assert_eq!(project(r#"{"date": "2026-06-15", "hours": 2}"#), Ok(None));
}

#[test]
fn an_error_points_into_the_project() {
    let code = |engagement: &str| project(engagement).unwrap_err();
    let both = code(r#"{"date": "2026-06-15", "fee": "45.00", "card_id": "ours"}"#);
    assert_eq!(both, (ErrorCode::TwoRates, "/engagements/3".to_owned()));
    let unknown = code(r#"{"date": "2026-06-15", "card_id": "theirs"}"#);
    assert_eq!(unknown, (ErrorCode::UnknownCard, "/engagements/3/card_id".to_owned()));
    let over = code(r#"{"date": "2027-01-15", "card_id": "ours"}"#);
    assert_eq!(over, (ErrorCode::CardNotInForce, "/engagements/3/date".to_owned()));
}

fn quoted(engagement: &str) -> Result<QuoteAnswer, (ErrorCode, String, String)> {
    let request: QuoteRequest = serde_json::from_str(&format!(r#"{{"engagement": {engagement}}}"#)).unwrap();
    quote(&request).map_err(|error| (error.code(), error.path().as_str().to_owned(), error.to_string()))
}

#[test]
fn no_time_is_not_time_that_is_not_stated() {
    let reasons = |engagement: &str| {
        let floors = quoted(engagement).unwrap().floors;
        floors.into_iter().map(|floor| (floor.outcome, floor.reason)).collect::<Vec<_>>()
    };
    let all = |why: &str| vec![(FloorOutcome::Unknown, why.to_owned()); 3];
    assert_eq!(reasons(r#"{"date": "2026-06-15", "fee": "20.00", "hours": "0"}"#), all("no time is stated as work"));
    assert_eq!(reasons(r#"{"date": "2026-06-15", "fee": "20.00"}"#), all("the hours are not stated"));
}

#[test]
fn what_is_too_large_together_points_to_the_engagement() {
    for engagement in [
        r#"{"date": "2026-06-15", "fee": "9999999999.99", "hours": "1/3600"}"#,
        r#"{"date": "2026-06-15", "fee": "9999999999.99", "expenses": [{"kind": "train", "amount": "9999999999.99"}]}"#,
    ] {
        let (code, path, message) = quoted(engagement).unwrap_err();
        assert_eq!((code, path.as_str()), (ErrorCode::OutOfRange, "/engagement"));
        assert!(message.contains("pay by the hour") && !message.contains("pence"), "{message}");
    }
    let week =
        quoted(r#"{"date": "2026-06-15", "fee": "1.00", "hours": 1, "preparation_hours": 1000000, "travel_hours": 1000000}"#);
    assert_eq!(week.unwrap_err().1, "/engagement/preparation_hours");
}

#[test]
fn a_rate_is_checked_where_no_fee_may_be_offered() {
    let refused = |rate: &str| {
        let (code, path, _) = quoted(&format!(r#"{{"date": "2026-06-15", "permission_to_work": "no", {rate}}}"#)).unwrap_err();
        (code, path)
    };
    assert_eq!(refused(r#""card_id": "nope""#), (ErrorCode::UnknownCard, "/engagement/card_id".to_owned()));
    assert_eq!(refused(r#""fee": "-1.00""#), (ErrorCode::NegativeAmount, "/engagement/fee".to_owned()));
}
