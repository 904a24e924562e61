//! Facts that cannot both be so, each named by its place.

use serde_json::{Value, json};

use crate::payment::take_home::{TakeHomeRequest, take_home};

/// The code and the place of the refusal of somebody who is told of so and is 40 where no age is told.
fn refused(person: &Value, payments: &Value) -> Option<(String, String)> {
    let mut all = json!({"nation": "england", "age": 40, "permission_to_work": "yes"});
    for (key, value) in person.as_object().unwrap() {
        all[key] = value.clone();
    }
    let request: TakeHomeRequest = serde_json::from_value(json!({"person": all, "payments": payments})).unwrap();
    let error = crate::error::ErrorReport::from(take_home(&request).err()?);
    Some((error.code.as_str().to_owned(), error.path.to_string()))
}

fn payment() -> Value {
    json!([{"id": "june", "fee": "60.00", "how_paid": "paye", "tax_code": "1257L", "same_employer": false,
        "work_dates": ["2026-06-10"], "paid_on": "2026-06-15", "reported_on": "2026-06-15", "hours": "6"}])
}

fn contradicts(person: &Value, place: &str) {
    let expected = Some(("contradictory_facts".to_owned(), place.to_owned()));
    assert_eq!(refused(person, &payment()), expected, "{person}");
}

fn holds(person: &Value) {
    assert_eq!(refused(person, &payment()), None, "{person}");
}

/// An award of a single person without children, told as a household.
fn credit(changes: &Value) -> Value {
    let mut credit = json!({
        "first_day": 3, "couple": false, "children": 0, "work_capability": "full", "housing_costs": "0.00", "tenancy": "none",
        "benefit_cap": "exempt", "other_net_earnings": "0.00"
    });
    for (key, value) in changes.as_object().unwrap() {
        credit[key] = value.clone();
    }
    json!({"universal_credit": credit})
}

#[test]
fn earnings_above_a_limit_stand_beside_no_carer_benefit_nor_esa() {
    for (benefit, nation) in [("carers_allowance", "england"), ("carer_support_payment", "scotland")] {
        let carer = |other: &str| json!({"nation": nation, benefit: {"pattern": "weekly", "other_net_weekly_earnings": other}});
        contradicts(&carer("204.01"), &format!("/person/{benefit}/other_net_weekly_earnings"));
        holds(&carer("204.00"));
    }
    let esa = |other: &str| json!({"employment_and_support_allowance": {"kind": "new_style", "group": "support", "other_weekly_earnings": other}});
    contradicts(&esa("203.51"), "/person/employment_and_support_allowance/other_weekly_earnings");
    holds(&esa("203.50"));
}

#[test]
fn no_earnings_by_the_week_stand_beside_wages_that_go_on() {
    let beside = |benefit: &str, told: Value, age: u8| json!({"age": age, "other_income": {"wages": "20000.00"}, benefit: told});
    let told = json!({"kind": "new_style", "other_weekly_earnings": "0.00"});
    contradicts(&beside("jobseekers_allowance", told, 40), "/person/jobseekers_allowance/other_weekly_earnings");
    let told = json!({"weekly_amount": "50.00", "other_weekly_earnings": "0.00"});
    contradicts(&beside("housing_benefit", told.clone(), 40), "/person/housing_benefit/other_weekly_earnings");
    contradicts(&beside("pension_credit", told, 70), "/person/pension_credit/other_weekly_earnings");
}

#[test]
fn jobseekers_work_fewer_than_16_hours_and_have_no_other_allowance() {
    let hours = |hours: &str| json!({"jobseekers_allowance": {"kind": "new_style", "other_weekly_hours": hours}});
    contradicts(&hours("16"), "/person/jobseekers_allowance/other_weekly_hours");
    holds(&hours("15.5"));
    let both = json!({"jobseekers_allowance": {"kind": "new_style"}, "employment_and_support_allowance": {"kind": "new_style"}});
    contradicts(&both, "/person/employment_and_support_allowance");
}

#[test]
fn a_household_is_one_household() {
    let cases = [
        (json!({"partner_net_earnings": "500.00"}), "partner_net_earnings"),
        (json!({"partner_age": 40}), "partner_age"),
        (json!({"children": 1, "child_elements": 2}), "child_elements"),
        (json!({"eldest_born_before_2017": true}), "eldest_born_before_2017"),
        (json!({"tenancy": "temporary", "housing_costs": "400.00"}), "tenancy"),
        (json!({"tenancy": "exempt_supported", "housing_costs": "400.00"}), "tenancy"),
        (json!({"tenancy": "none", "housing_costs": "400.00"}), "tenancy"),
        (json!({"tenancy": "social", "housing_costs": "600.00", "maximum_award": "424.90"}), "maximum_award"),
        (
            json!({"children": 1, "tenancy": "social", "housing_costs": "600.00", "work_allowance": "without_housing"}),
            "work_allowance",
        ),
        (json!({"children": 1, "work_allowance": "with_housing"}), "work_allowance"),
        (json!({"work_allowance": "without_housing"}), "work_allowance"),
        (json!({"couple": true, "partner_age": 40, "benefit_cap": "single_london"}), "benefit_cap"),
        (json!({"children": 2, "benefit_cap": "single_outside_london"}), "benefit_cap"),
        (json!({"benefit_cap": "couple_or_parent_london"}), "benefit_cap"),
        (json!({"carer_element": true, "benefit_cap": "single_london"}), "benefit_cap"),
        (json!({"work_capability": "limited_for_activity", "benefit_cap": "single_london"}), "benefit_cap"),
    ];
    for (changes, field) in cases {
        contradicts(&credit(&changes), &format!("/person/universal_credit/{field}"));
    }
    holds(&credit(&json!({"couple": true, "partner_age": 40, "work_allowance": "without_housing"})));
    holds(&credit(&json!({"tenancy": "social", "housing_costs": "600.00", "benefit_cap": "single_london"})));
    let mut disabled = credit(&json!({"benefit_cap": "single_london"}));
    disabled["disability_benefits"] = json!(["pip"]);
    contradicts(&disabled, "/person/universal_credit/benefit_cap");
    let mut old = credit(&json!({}));
    old["age"] = json!(70);
    contradicts(&old, "/person/universal_credit");
    old["universal_credit"]["couple"] = json!(true);
    holds(&old);
}

#[test]
fn hours_fit_into_days_and_weeks_and_ids_are_used_once() {
    let mut day = payment();
    day[0]["hours"] = json!("24.5");
    assert_eq!(refused(&json!({}), &day), Some(("out_of_range".to_owned(), "/payments/0/hours".to_owned())));
    let care = json!({"carers_allowance": {"hours_of_care": "169"}});
    let place = "/person/carers_allowance/hours_of_care".to_owned();
    assert_eq!(refused(&care, &payment()), Some(("out_of_range".to_owned(), place)));
    let mut twice = payment();
    let again = twice[0].clone();
    twice.as_array_mut().unwrap().push(again);
    assert_eq!(refused(&json!({}), &twice), Some(("duplicate_id".to_owned(), "/payments/1/id".to_owned())));
}
