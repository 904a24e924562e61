//! What is said of work beyond the limits, and that nothing is said of work within them.

use serde_json::{Value, json};

use crate::payment::take_home::{TakeHomeRequest, TakeHomeWarningCode, take_home};

/// The warning of somebody with the allowance who works on `days`, for `fee` and so many hours in all.
fn warning(days: &[&str], fee: &str, hours: &str, esa: &Value) -> Option<String> {
    let request = json!({
        "person": {"nation": "england", "age": 40, "permission_to_work": "yes", "employment_and_support_allowance": esa},
        "payments": [{
            "fee": fee, "how_paid": "paye", "tax_code": "1257L", "same_employer": false, "work_dates": days,
            "paid_on": "2026-07-15", "reported_on": "2026-07-15", "hours": hours
        }]
    });
    let request: TakeHomeRequest = serde_json::from_value(request).unwrap();
    let answer = take_home(&request).unwrap();
    let told = answer.warnings.into_iter().filter(|warning| warning.text.contains("more work than is permitted"));
    let told: Vec<_> = told.collect();
    assert!(told.len() < 2 && told.iter().all(|warning| warning.code == TakeHomeWarningCode::Cliff));
    told.into_iter().next().map(|warning| warning.text)
}

fn alone() -> Value {
    json!({
        "kind": "new_style", "group": "support", "other_weekly_earnings": "0.00", "other_weekly_hours": "0", "supervised": false
    })
}

#[test]
fn it_is_said_by_how_much_which_limit_is_exceeded_and_when() {
    assert_eq!(
        warning(&["2026-06-10"], "330.00", "7.5", &alone()).unwrap(),
        "more work than is permitted: in the week from 8 June 2026 earnings of 330.00 are 126.50 above the higher limit, 203.50"
    );
    assert_eq!(
        warning(&["2026-06-10", "2026-06-11", "2026-06-17"], "90.00", "24", &alone()).unwrap(),
        "more work than is permitted: in the week from 8 June 2026 earnings of 60.00 are 40.00 above the limit that holds where there \
         are too many hours for the higher one, 20.00"
    );
    let supervised = json!({
        "kind": "new_style", "group": "support", "other_weekly_earnings": "100.00", "other_weekly_hours": "30", "supervised": true
    });
    assert_eq!(
        warning(&["2026-06-10"], "103.51", "5", &supervised).unwrap(),
        "more work than is permitted: in the week from 8 June 2026 earnings of 203.51 are 0.01 above the limit for supervised work, 203.50"
    );
}

#[test]
fn nothing_is_said_of_permitted_work_nor_of_weeks_that_were_over_before() {
    assert_eq!(warning(&["2026-06-10"], "203.50", "7.5", &alone()), None);
    // Above the limit of March and not above that of July, when it is paid.
    let over = json!({
        "kind": "new_style", "group": "support", "other_weekly_earnings": "200.00", "other_weekly_hours": "10", "supervised": false
    });
    assert_eq!(warning(&["2026-03-10"], "20.00", "2", &over), None);
}

#[test]
fn many_weeks_are_counted_and_a_range_says_which_case_it_is() {
    let mondays = ["2026-05-04", "2026-05-11", "2026-05-18", "2026-05-25", "2026-06-01", "2026-06-08", "2026-06-15"];
    let all = warning(&mondays, "7000.00", "7", &alone()).unwrap();
    assert!(all.ends_with("; and 2 more weeks") && all.matches("in the week from").count() == 5, "{all}");
    let six = warning(&mondays[..6], "6000.00", "6", &alone()).unwrap();
    assert!(six.ends_with("; and one more week"), "{six}");
    let unknown = json!({
        "kind": "new_style", "group": "support", "other_weekly_earnings": "unknown", "other_weekly_hours": "0", "supervised": false
    });
    let perhaps = warning(&["2026-06-10"], "150.00", "7.5", &unknown).unwrap();
    assert!(perhaps.starts_with("on the answers with which least is kept: more work than is permitted: "), "{perhaps}");
}
