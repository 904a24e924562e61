//! What somebody keeps, what is asked, and what is refused.

use serde_json::{Value, json};

use super::take_home;
use crate::unit::{from_json, to_json};

fn ask(request: &Value) -> Value {
    let request = from_json(&request.to_string()).unwrap_or_else(|error| panic!("{error:?}"));
    let answer = take_home(&request).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&to_json(&answer).unwrap()).unwrap()
}

fn refused(request: &Value) -> (String, String, String) {
    let error = take_home(&from_json(&request.to_string()).unwrap()).unwrap_err();
    (error.code().to_string(), error.path().to_string(), error.to_string())
}

/// The person and payment of the documentation.
fn example() -> Value {
    json!({
        "person": {
            "nation": "england", "age": 40, "permission_to_work": "yes",
            "universal_credit": {
                "first_day": 3, "maximum_award": "1354.70", "work_allowance": "with_housing", "other_net_earnings": "277.00",
                "benefit_cap": "exempt"
            },
            "disability_benefits": ["pip"]
        },
        "payments": [{
            "id": "june", "fee": "150.00", "how_paid": "paye", "tax_code": "1257L", "same_employer": false,
            "work_dates": ["2026-06-10"], "paid_on": "2026-06-15", "reported_on": "2026-06-15", "hours": "6",
            "body": "nhs", "consulted_as": "service_user", "expenses": [{"kind": "car", "miles": "60"}]
        }]
    })
}

fn changed(at: &str, value: Value) -> Value {
    let mut request = example();
    let (parent, key) = at.rsplit_once('/').unwrap();
    request.pointer_mut(parent).unwrap()[key] = value;
    request
}

#[test]
fn somebody_below_the_work_allowance_keeps_all_of_it() {
    let answer = ask(&example());
    assert_eq!(answer["kept"], json!({"in_period": "150.00", "eventual": "150.00"}));
    assert_eq!(answer["questions"], json!([]));
    assert_eq!(answer["expenses"], "33.00");
}

#[test]
fn what_is_not_known_makes_a_range_and_a_question() {
    let answer = ask(&changed("/person/universal_credit/other_net_earnings", json!("unknown")));
    assert_eq!(answer["kept"]["eventual"], json!({"low": "67.50", "high": "150.00"}));
    assert_eq!(answer["questions"][0]["path"], "/person/universal_credit/other_net_earnings");
    assert!(answer["trace_highest"].as_array().is_some_and(|steps| !steps.is_empty()));
}

#[test]
fn without_permission_to_work_no_fee_is_named() {
    let answer = ask(&changed("/person/permission_to_work", json!("no")));
    assert_eq!((&answer["fee"], &answer["kept"]), (&Value::Null, &Value::Null));
    assert_eq!(answer["warnings"][0]["code"], "do_not_pay_before_advice");
    assert!(!answer.to_string().contains("150.00"));
}

#[test]
fn bad_input_is_refused_with_its_place() {
    let is = |at: &str, value: Value, code: &str, path: &str| {
        let (found, place, message) = refused(&changed(at, value));
        assert_eq!((found.as_str(), place.as_str()), (code, path), "{message}");
    };
    is("/payments/0/fee", json!("-1.00"), "negative_amount", "/payments/0/fee");
    is("/payments/0/fee", json!("20000000.00"), "out_of_range", "/payments/0/fee");
    is("/payments/0/hours", json!("200"), "out_of_range", "/payments/0/hours");
    is("/payments/0/paid_on", json!("1900-01-01"), "before_first_known", "/payments/0/paid_on");
    is("/payments/0/paid_on", json!("2100-01-01"), "out_of_range", "/payments/0/work_dates/0");
    is("/payments/0/reported_on", json!("2026-06-09"), "dates_reversed", "/payments/0/reported_on");
    is("/payments/0/tax_code", json!("grey"), "unreadable_tax_code", "/payments/0/tax_code");
    is("/payments", json!([]), "no_payments", "/payments");
    is("/person/income_support", json!(true), "contradictory_facts", "/person/income_support");
    is("/person/universal_credit/first_day", json!(32), "out_of_range", "/person/universal_credit/first_day");
}

#[test]
fn two_facts_that_cannot_both_be_so_are_named() {
    let (code, path, message) = refused(&changed("/person/carers_allowance", json!({"hours_of_care": 15})));
    assert_eq!((code.as_str(), path.as_str()), ("contradictory_facts", "/person/carers_allowance/hours_of_care"));
    assert!(message.contains("/person/carers_allowance)"), "{message}");
}

#[test]
fn a_week_of_work_may_cost_a_benefit_in_an_earlier_assessment_period() {
    let mut request = changed(
        "/payments",
        json!([{
            "fee": "2666.83", "how_paid": "gross", "work_dates": ["2023-02-04"], "paid_on": "2023-03-06", "hours": "16",
            "body": "company", "consulted_as": "worker"
        }]),
    );
    request["person"]["employment_and_support_allowance"] = json!({
        "kind": "new_style", "group": "work_related_activity", "weekly_amount": "140.96", "other_weekly_earnings": "0.00",
        "other_weekly_hours": "0", "supervised": false
    });
    let answer = ask(&request);
    let periods: Vec<_> = answer["benefits"].as_array().unwrap().iter().map(|change| &change["period"]["from"]).collect();
    assert_eq!(periods, ["2023-01-30", "2023-01-03", "2023-03-03"]);
}

#[test]
fn an_assessment_period_may_start_just_after_benefits_went_up() {
    let mut request = changed(
        "/payments",
        json!([{
            "fee": "8906.80", "how_paid": "gross", "work_dates": ["2023-01-30"], "paid_on": "2023-02-25", "hours": "16",
            "body": "company", "consulted_as": "worker"
        }]),
    );
    // The surplus reaches into a period from 11 April, the day after.
    request["person"]["universal_credit"]["first_day"] = json!(11);
    request["person"]["universal_credit"]["surplus_threshold"] = json!("300.00");
    let answer = ask(&request);
    let reached = |change: &Value| change["period"]["from"] == "2023-04-11";
    assert!(answer["benefits"].as_array().unwrap().iter().any(reached));
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["warnings"].as_array().unwrap().iter().map(|warning| warning["code"].as_str().unwrap()).collect()
}

#[test]
fn permission_that_nobody_asked_about_is_a_warning_and_a_question() {
    let answer = ask(&changed("/person/permission_to_work", json!("unknown")));
    assert_eq!(answer["questions"][0]["path"], "/person/permission_to_work");
    assert!(codes(&answer).contains(&"permission_unknown"));
}

#[test]
fn a_day_that_nobody_knows_is_tried_as_every_day() {
    let answer = ask(&changed("/person/universal_credit/first_day", json!("unknown")));
    assert_eq!(answer["kept"]["eventual"], "150.00");
    assert_eq!(answer["questions"][0]["answers"][0]["answer"], "any day");
    assert_eq!(answer["benefits"][0]["period"], json!({"from": "2026-05-16", "until": "2026-07-15"}));
    assert_eq!(answer["benefits"][0]["tell"]["by_date"], Value::Null);
    let mut april = changed("/person/universal_credit/first_day", json!("unknown"));
    april["person"]["universal_credit"]["other_net_earnings"] = json!("400.00");
    april["payments"][0]["work_dates"] = json!(["2026-04-08"]);
    april["payments"][0]["paid_on"] = json!("2026-04-10");
    april["payments"][0]["reported_on"] = json!("2026-04-10");
    let answer = ask(&april);
    // A period that started before the uprating has last year's work allowance of 411 pounds.
    assert_eq!(answer["kept"]["eventual"], json!({"low": "73.55", "high": "82.35"}));
    assert_eq!(answer["narrows_most"], json!({"question": 0, "at_most": "0.00"}));
}

#[test]
fn a_voucher_counts_or_does_not_and_is_always_declared() {
    let mut request = changed("/payments/0/how_paid", json!("voucher"));
    request["person"]["universal_credit"]["other_net_earnings"] = json!("500.00");
    let answer = ask(&request);
    assert_eq!(answer["kept"]["in_period"], json!({"low": "67.50", "high": "150.00"}));
    assert_eq!(answer["questions"][0].get("path"), None);
    assert!(codes(&answer).contains(&"voucher"));
}

#[test]
fn a_report_near_a_boundary_is_tried_in_both_periods() {
    let mut request = changed("/payments/0/reported_on", json!("2026-07-01"));
    request["payments"][0]["paid_on"] = json!("2026-07-01");
    let answer = ask(&request);
    assert!(codes(&answer).contains(&"near_boundary"));
    assert_eq!(answer["benefits"][0]["period"], json!({"from": "2026-06-03", "until": "2026-08-02"}));
}

#[test]
fn a_carer_may_count_as_paid_for_a_week_or_once() {
    let mut request = example();
    request["person"] = json!({
        "nation": "wales", "age": 50, "permission_to_work": "yes", "carers_allowance": {"other_net_weekly_earnings": "150.00"}
    });
    let answer = ask(&request);
    // As pay for the week it comes to 300 pounds, over the limit; once and for no period it covers no whole week.
    assert_eq!(answer["kept"]["in_period"], json!({"low": "63.55", "high": "150.00"}));
    assert_eq!(answer["questions"][0]["path"], "/person/carers_allowance/pattern");
    assert!(codes(&answer).contains(&"cliff"));
}

#[test]
fn wages_that_go_on_are_never_taken_as_no_earnings() {
    let mut request = example();
    request["person"]["universal_credit"].as_object_mut().unwrap().remove("other_net_earnings").unwrap();
    request["person"]["other_income"] = json!({"wages": "6000.00"});
    let answer = ask(&request);
    assert_eq!(answer["questions"][0]["path"], "/person/universal_credit/other_net_earnings");
    request["person"]["other_income"]["wages_ended"] = json!(true);
    assert_eq!(ask(&request)["questions"], json!([]));
}
