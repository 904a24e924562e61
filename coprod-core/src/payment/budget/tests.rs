//! Sections, employer costs and the table.

use super::*;
use crate::unit::from_json;

fn budgeted(engagements: &str, costs: &str, payroll: Known<bool>) -> Result<BudgetAnswer, PaymentError> {
    let engagements: Vec<Engagement> = from_json(engagements).unwrap();
    let other_costs: Vec<BudgetCost> = from_json(costs).unwrap();
    let at = |key| Pointer::root().key(key);
    let parts = BudgetParts {
        engagements: &engagements,
        engagements_at: &at("engagements"),
        cards: &[],
        cards_at: &at("cards"),
        other_costs: &other_costs,
        other_costs_at: &at("other_costs"),
        payroll,
        reach: Reach::Known,
    };
    budget(&parts)
}

const WORK: &str = r#"[
    {"person": "ana", "date": "2026-06-10", "fee": "300.00", "expenses": [{"kind": "train", "amount": "12.40", "receipted": true}]},
    {"person": "ana", "date": "2026-06-20", "fee": "217.00", "expenses": [{"kind": "interpreter", "amount": "80.00", "paid_direct": true}]},
    {"person": "ben", "date": "2026-06-20", "fee": "400.00"},
    {"date": "2026-06-20", "hours": 2}
]"#;

#[test]
fn each_section_is_the_sum_of_its_lines() {
    let costs = r#"[{"section": "activities", "text": "=room, with a ramp", "quantity": 3, "unit_cost": "40.00"}]"#;
    let answer = budgeted(WORK, costs, Known::Is(true)).unwrap();
    let sections: Vec<_> = answer.sections.iter().map(|section| (section.section.words(), section.total.to_string())).collect();
    // 517.00 in one payroll month is 100.00 above the threshold of 417, at 15 %.
    let expected = [
        ("fees", "917.00"),
        ("expenses", "12.40"),
        ("paid for people", "80.00"),
        ("employer costs", "15.00"),
        ("activities", "120.00"),
    ];
    assert_eq!(sections, expected.map(|(name, total)| (name, total.to_owned())));
    assert_eq!(answer.total.to_string(), "1144.40");
    assert_eq!(answer.unknown.len(), 1);
    assert!(answer.csv.contains("activities,,\"'=room, with a ramp: 3 at 40.00\",120.00,120.00\r\n"), "{}", answer.csv);
    assert!(answer.csv.ends_with("total,,,1144.40,1144.40\r\n"));
}

#[test]
fn an_employers_cost_is_a_range_until_the_payroll_is_known() {
    let total = |payroll| budgeted(WORK, "[]", payroll).unwrap().total.to_string();
    assert_eq!(total(Known::Is(false)), "1009.40");
    assert_eq!(total(Known::Unknown), "between 1009.40 and 1024.40");
}

#[test]
fn a_wrong_cost_is_pointed_at() {
    let refused = |cost: &str| {
        let error = budgeted("[]", &format!("[{cost}]"), Known::Unknown).unwrap_err();
        (error.code().as_str(), error.path().to_string())
    };
    let negative = r#"{"section": "other", "text": "x", "unit_cost": "-1.00"}"#;
    assert_eq!(refused(negative), ("negative_amount", "/other_costs/0/unit_cost".to_owned()));
    let fewer = r#"{"section": "other", "text": "x", "quantity": -1, "unit_cost": "1.00"}"#;
    assert_eq!(refused(fewer), ("out_of_range", "/other_costs/0/quantity".to_owned()));
    let huge = r#"{"section": "other", "text": "x", "quantity": 10000000000, "unit_cost": "9999999.00"}"#;
    assert_eq!(refused(huge), ("out_of_range", "/other_costs/0".to_owned()));
}
