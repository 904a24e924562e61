//! Lists of expenses, split by how they count.

use super::*;
use crate::error::{PaymentError, Pointer};
use crate::parameters::Reach;
use crate::unit::{Date, Hours};

fn split_of(expenses: &str, miles_before: i32) -> Result<ExpenseSplit, PaymentError> {
    let expenses: Vec<Expense> = serde_json::from_str(expenses).unwrap();
    split(&ExpensesOf {
        expenses: &expenses,
        at: Pointer::root().key("expenses"),
        date: Date::new(2026, 6, 15).unwrap(),
        date_at: Pointer::root().key("date"),
        car_miles_before: Ratio::from(miles_before),
        away: Some(Hours::from_seconds(6 * 3600).unwrap()),
        reach: Reach::Known,
    })
}

#[test]
fn every_penny_is_in_exactly_one_part() {
    let split = split_of(
        r#"[{"kind": "train", "amount": "12.40", "receipted": true}, {"kind": "childcare", "amount": "30.00", "receipted": true},
            {"kind": "van", "miles": 100, "per_mile": "0.60", "passengers": 1}, {"kind": "bus", "amount": "3.00"},
            {"kind": "meal", "amount": "8.00", "round_sum": true}, {"kind": "interpreter", "amount": "90.00", "paid_direct": true}]"#,
        0,
    )
    .unwrap();
    let shown =
        [split.tax_free().unwrap(), split.care, split.taxable_mileage, split.unproved, split.round_sum, split.paid_direct]
            .map(|amount| amount.to_string());
    // 12.40 + 30.00 + 55.00 for the miles + 5.00 for the passenger; 0.05 a mile above the approved rate.
    assert_eq!(shown, ["102.40", "30.00", "5.00", "3.00", "8.00", "90.00"]);
    let whole = Money::sum(split.lines.iter().map(|line| line.amount)).unwrap();
    assert_eq!(whole.to_string(), "208.40");
    assert_eq!(split.car_miles, Ratio::from(100));
    let meal = split.lines.iter().find(|line| line.is_round_sum).unwrap();
    assert_eq!(meal.above_limit.map(|above| above.to_string()).as_deref(), Some("3.00"));
}

#[test]
fn miles_by_car_and_van_are_counted_together() {
    let split =
        split_of(r#"[{"kind": "car", "miles": 50}, {"kind": "bicycle", "miles": 10}, {"kind": "van", "miles": 100}]"#, 9_900)
            .unwrap();
    assert_eq!(split.mileage.to_string(), "69.50", "50 at 55p, 10 at 20p, 50 at 55p and 50 at 25p");
    assert_eq!(split.car_miles, Ratio::from(10_050));
}

#[test]
fn round_sums_for_meals_share_one_limit() {
    let meals =
        r#"[{"kind": "meal", "amount": "3.00", "round_sum": true}, {"kind": "meal", "amount": "4.00", "round_sum": true}]"#;
    let limits = split_of(meals, 0).unwrap().lines.into_iter().map(|line| (line.tax_free_limit, line.above_limit));
    let pence = |amount: Option<Money>| amount.map(Money::pence);
    let shown: Vec<_> = limits.map(|(limit, above)| (pence(limit), pence(above))).collect();
    assert_eq!(shown, [(Some(500), Some(0)), (Some(200), Some(200))]);
}

#[test]
fn a_round_sum_is_neither_proved_nor_paid_to_others() {
    let path = |fields: &str| {
        let error = split_of(&format!(r#"[{{"kind": "car", "round_sum": true, {fields}}}]"#), 0).err().unwrap();
        (error.code(), error.path().to_string())
    };
    let refused = (crate::error::ErrorCode::ContradictoryFacts, "/expenses/0/round_sum".to_owned());
    assert_eq!(path(r#""amount": "1.00", "receipted": true"#), refused);
    assert_eq!(path(r#""amount": "1.00", "paid_direct": true"#), refused);
    assert_eq!(path(r#""miles": 10"#), refused);
}
