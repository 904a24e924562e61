//! The step at 10,000 miles across payments of one request.

use serde_json::{Value, json};

use crate::payment::take_home::take_home;
use crate::unit::from_json;

const ASSUMED: &str = "no miles by car or van that the same payer repaid earlier in the tax year, because none are told: beyond \
    10,000 the rate is lower";

/// What is repaid free of tax, what counts as pay, and whether miles are assumed.
fn repaid(payments: &Value) -> (String, String, bool) {
    let person = json!({"nation": "england", "age": 40, "permission_to_work": "yes"});
    let request = json!({"person": person, "payments": payments});
    let answer = take_home(&from_json(&request.to_string()).unwrap()).unwrap();
    (answer.expenses.to_string(), answer.expenses_as_pay.to_string(), answer.assumes.iter().any(|text| text == ASSUMED))
}

fn drive(on: &str, miles: u32, per_mile: Option<&str>, employer: Option<&str>, before: Option<u32>) -> Value {
    let mut payment = json!({
        "fee": "0.00", "how_paid": "gross", "work_dates": [on], "paid_on": on,
        "expenses": [{"kind": "car", "miles": miles}]
    });
    if let Some(per_mile) = per_mile {
        payment["expenses"][0]["per_mile"] = json!(per_mile);
    }
    if let Some(employer) = employer {
        payment["employer"] = json!(employer);
    }
    if let Some(before) = before {
        payment["car_miles_this_year"] = json!(before);
    }
    payment
}

#[test]
fn later_payments_go_on_from_the_miles_of_earlier_ones_whatever_their_order() {
    let (first, second) = (drive("2025-06-10", 9_900, None, None, None), drive("2025-09-10", 200, None, None, None));
    // 9,900 and 100 at 45p, 100 at 25p.
    let expected = ("4525.00".to_owned(), "0.00".to_owned(), true);
    assert_eq!(repaid(&json!([first, second])), expected);
    assert_eq!(repaid(&json!([second, first])), expected);
    // The date of payment does not count where the day of the work is told.
    let mut late = first;
    late["paid_on"] = json!("2025-12-01");
    assert_eq!(repaid(&json!([late, second])), expected);
}

#[test]
fn a_rate_of_ones_own_is_taxed_above_the_lower_rate_beyond_the_step() {
    let payments = [drive("2025-06-10", 10_000, None, None, None), drive("2025-09-10", 100, Some("0.45"), None, None)];
    assert_eq!(repaid(&json!(payments)), ("4525.00".to_owned(), "20.00".to_owned(), true));
}

#[test]
fn another_tax_year_and_another_payer_start_anew() {
    let year = [drive("2025-04-05", 10_000, None, None, None), drive("2025-04-06", 100, None, None, None)];
    assert_eq!(repaid(&json!(year)).0, "4545.00");
    let payer = [drive("2025-06-10", 10_000, None, Some("a"), None), drive("2025-09-10", 100, None, Some("b"), None)];
    assert_eq!(repaid(&json!(payer)).0, "4545.00");
    let same = [drive("2025-06-10", 10_000, None, Some("a"), None), drive("2025-09-10", 100, None, Some("a"), None)];
    assert_eq!(repaid(&json!(same)).0, "4525.00");
}

#[test]
fn miles_before_the_request_can_be_told() {
    let told = drive("2025-06-10", 100, None, None, Some(9_950));
    assert_eq!(repaid(&json!([told])), ("35.00".to_owned(), "0.00".to_owned(), false));
    // The next payment goes on from there, and a statement of its own comes first.
    let next = drive("2025-07-10", 100, None, None, None);
    assert_eq!(repaid(&json!([told, next])), ("60.00".to_owned(), "0.00".to_owned(), false));
    let none = drive("2025-07-10", 100, None, None, Some(0));
    assert_eq!(repaid(&json!([told, none])), ("80.00".to_owned(), "0.00".to_owned(), false));
    assert!(!repaid(&json!([{"fee": "10.00", "how_paid": "gross", "paid_on": "2025-06-10"}])).2);
    let request = json!({"payments": [drive("2025-06-10", 1, None, None, Some(100_001))]});
    let error = take_home(&from_json(&request.to_string()).unwrap()).unwrap_err();
    assert_eq!(error.path().as_str(), "/payments/0/car_miles_this_year");
}
