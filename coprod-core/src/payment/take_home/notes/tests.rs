//! What is said beside the figures, where the person lives.

use serde_json::{Value, json};

use crate::payment::take_home::{TakeHomeAnswer, TakeHomeRequest, take_home};

fn answer(nation: &str, person: &Value, payment: &Value) -> TakeHomeAnswer {
    let mut all = json!({"nation": nation, "age": 40, "permission_to_work": "yes"});
    let mut paid = json!({"fee": "150.00", "how_paid": "paye", "tax_code": "1257L", "same_employer": false,
        "work_dates": ["2026-06-10"], "paid_on": "2026-06-15", "reported_on": "2026-06-15", "hours": "6"});
    for (into, changes) in [(&mut all, person), (&mut paid, payment)] {
        for (key, value) in changes.as_object().unwrap() {
            into[key] = value.clone();
        }
    }
    let request: TakeHomeRequest = serde_json::from_value(json!({"person": all, "payments": [paid]})).unwrap();
    take_home(&request).unwrap()
}

fn warned(answer: &TakeHomeAnswer, words: &str) -> bool {
    answer.warnings.iter().any(|warning| warning.text.contains(words))
}

fn left_out(answer: &TakeHomeAnswer, words: &str) -> bool {
    answer.not_modelled.iter().any(|text| text.contains(words))
}

#[test]
fn help_with_council_tax_or_rates_is_that_of_the_nation() {
    let helped = json!({"council_tax_reduction": true, "care_charges": true});
    let at = |nation| answer(nation, &helped, &json!({}));
    assert!(warned(&at("england"), "every council has its own scheme"));
    assert!(warned(&at("scotland"), "one scheme for all of Scotland") && warned(&at("wales"), "one scheme for all of Wales"));
    let northern = at("northern_ireland");
    assert!(warned(&northern, "Land and Property Services") && warned(&northern, "Health and Social Care Trust"));
    assert!(!warned(&northern, "council") && !left_out(&northern, "council"));
    assert!(northern.tell.iter().all(|tell| !tell.whom.contains("council")), "{:?}", northern.tell);
}

#[test]
fn housing_benefit_paid_in_full_is_in_question_where_the_benefit_behind_it_is_lost() {
    let housing = json!({"weekly_amount": "100.00", "passported": true});
    let esa = json!({"kind": "legacy_income_related", "group": "support", "other_weekly_earnings": "0.00", "supervised": false});
    let person = json!({"housing_benefit": housing, "employment_and_support_allowance": esa});
    let lost = answer("england", &person, &json!({"fee": "250.00"}));
    assert!(warned(&lost, "Housing Benefit is paid in full only while there is income-related"));
    assert!(left_out(&lost, "what Housing Benefit pays for a time without"));
    assert!(!warned(&answer("england", &person, &json!({"fee": "20.00"})), "Housing Benefit is paid in full only"));
    let credit = json!({"weekly_amount": "50.00", "couple": false, "higher_disregard": false, "other_weekly_earnings": "0.00"});
    let person = json!({"age": 70, "housing_benefit": housing, "pension_credit": credit});
    assert!(warned(
        &answer("england", &person, &json!({})),
        "Housing Benefit is paid in full only while there is Pension Credit"
    ));
    let mut by_income = person.clone();
    by_income["housing_benefit"] = json!({"weekly_amount": "100.00", "passported": false, "household": "single"});
    assert!(left_out(&answer("england", &by_income, &json!({})), "that Housing Benefit falls by less"));
}

#[test]
fn a_surplus_is_named_and_that_the_award_has_to_be_claimed_again() {
    let credit = json!({"first_day": 3, "maximum_award": "424.90", "work_allowance": "none", "benefit_cap": "exempt",
        "other_net_earnings": "0.00", "surplus_threshold": "2500.00"});
    let large = answer("england", &json!({"universal_credit": credit}), &json!({"fee": "4000.00"}));
    assert!(warned(&large, "as surplus earnings") && warned(&large, "has to be claimed again"));
    assert!(large.assumes.iter().any(|text| text.contains("claimed again at once")));
    let later = large.benefits.iter().find(|change| change.later).unwrap();
    assert!(later.tell.what.contains("tax that is paid back") && later.tell.by_date.is_none());
    let nil = answer("england", &json!({"universal_credit": credit}), &json!({"fee": "900.00"}));
    assert!(!warned(&nil, "as surplus earnings") && warned(&nil, "has to be claimed again"));
}

#[test]
fn a_code_of_another_nation_and_a_pension_not_told_of_are_named() {
    let code = |nation, code: &str| warned(&answer(nation, &json!({}), &json!({"tax_code": code})), "ask the tax office");
    assert!(code("england", "S1257L") && code("scotland", "1257L"));
    assert!(!code("england", "1257L") && !code("wales", "C1257L") && !code("scotland", "SBR") && !code("scotland", "NT"));
    let pension = |person: Value| warned(&answer("england", &person, &json!({"tax_code": "BR"})), "no State Pension");
    assert!(pension(json!({"age": 70})));
    assert!(!pension(json!({})) && !pension(json!({"age": 70, "other_income": {"other_taxable": "12000.00"}})));
}

#[test]
fn repaid_expenses_of_others_than_service_users_are_to_be_checked() {
    let person = json!({"universal_credit": {"first_day": 3, "maximum_award": "424.90", "work_allowance": "none", "benefit_cap": "exempt"}});
    let asked = |body: &str, role: &str| {
        let expenses = json!([{"kind": "public_transport", "amount": "20.00", "receipted": true}]);
        let payment = json!({"body": body, "consulted_as": role, "expenses": expenses});
        warned(&answer("england", &person, &payment), "check which holds")
    };
    assert!(asked("company", "service_user") && asked("nhs", "public") && asked("unknown", "unknown"));
    assert!(!asked("nhs", "service_user") && !asked("research", "carer"));
}

#[test]
fn benefits_that_overlap_are_named() {
    let esa = json!({"kind": "new_style", "group": "support", "other_weekly_earnings": "0.00", "supervised": false});
    let carer = json!({"pattern": "weekly", "other_net_weekly_earnings": "0.00"});
    let both = answer("england", &json!({"carers_allowance": carer, "employment_and_support_allowance": esa}), &json!({}));
    assert!(warned(&both, "overlap"));
    assert!(!warned(&answer("england", &json!({"carers_allowance": carer}), &json!({})), "overlap"));
}

#[test]
fn many_payments_near_one_edge_are_taken_to_slip_one_by_one_or_all() {
    let credit =
        json!({"maximum_award": "424.90", "work_allowance": "none", "benefit_cap": "exempt", "other_net_earnings": "0.00"});
    let said = |count: u8| {
        let paid = |day: u8| json!({"fee": "20.00", "how_paid": "gross", "paid_on": format!("2026-06-{day:02}"), "hours": "1"});
        let payments: Vec<Value> = (0..count).map(|number| paid(10 + number / 2)).collect();
        let person = json!({"nation": "england", "age": 40, "permission_to_work": "yes", "universal_credit": credit});
        let request: TakeHomeRequest = serde_json::from_value(json!({"person": person, "payments": payments})).unwrap();
        take_home(&request).unwrap().assumes.iter().any(|text| text.contains("near the edge of an assessment period"))
    };
    assert!(said(14) && !said(6));
}
