//! How a fee is divided by the days of the work.

use super::*;
use crate::error::ErrorCode;

fn offer(work: &str) -> PlanOffer {
    serde_json::from_str(&format!(r#"{{"fee": "100.00", "work": [{work}]}}"#)).unwrap()
}

fn fees(work: &str) -> Vec<String> {
    divide::days(&offer(work)).unwrap().iter().map(|day| format!("{} {}", day.date, day.fee)).collect()
}

#[test]
fn the_fee_is_divided_to_the_penny() {
    assert_eq!(
        fees(r#"{"date": "2026-06-03"}, {"date": "2026-06-01"}, {"date": "2026-06-02"}"#),
        ["2026-06-01 33.33", "2026-06-02 33.33", "2026-06-03 33.34"]
    );
    assert_eq!(
        fees(r#"{"date": "2026-06-01", "hours": 1}, {"date": "2026-06-02", "hours": 3}"#),
        ["2026-06-01 25.00", "2026-06-02 75.00"]
    );
    assert_eq!(
        fees(r#"{"date": "2026-06-01", "fee": "70.00"}, {"date": "2026-06-02"}"#),
        ["2026-06-01 70.00", "2026-06-02 30.00"]
    );
    assert_eq!(fees(r#"{"date": "2026-06-01"}, {"date": "2026-06-01"}"#), ["2026-06-01 100.00"]);
}

#[test]
fn fees_that_do_not_make_up_the_whole_are_refused() {
    let code = |work: &str| divide::days(&offer(work)).unwrap_err().code();
    assert_eq!(code(r#"{"date": "2026-06-01", "fee": "70.00"}"#), ErrorCode::ContradictoryFacts);
    assert_eq!(
        code(r#"{"date": "2026-06-01", "fee": "70.00"}, {"date": "2026-06-02", "fee": "31.00"}"#),
        ErrorCode::ContradictoryFacts
    );
    assert_eq!(code(""), ErrorCode::NoPayments);
}
