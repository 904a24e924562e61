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
