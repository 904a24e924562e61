//! The parts of sharing that the vectors, laws and oracles do not reach from outside.

use num_bigint::BigInt;
use serde_json::{Value, json};

use super::fraction::{Fraction, in_pence, pence, said};
use super::simplex::Program;
use super::*;
use crate::error::{ErrorCode, ErrorReport};

fn asked(request: &Value) -> Result<ShareAnswer, ErrorReport> {
    let request: ShareRequest = serde_json::from_value(request.clone()).map_err(ErrorReport::internal)?;
    share(&request).map_err(ErrorReport::from)
}

fn program(columns: &[&[i64]], costs: &[i64], right: &[i64]) -> Program {
    Program {
        columns: columns.iter().map(|column| column.to_vec()).collect(),
        costs: costs.iter().map(|cost| BigInt::from(*cost)).collect(),
        right: right.to_vec(),
    }
}

#[test]
fn a_program_is_solved_exactly() {
    // Most of 3x + 2y with x + y <= 4, x + 3y <= 6, the slack as columns: x = 4.
    let best = program(&[&[1, 1], &[1, 3], &[1, 0], &[0, 1]], &[-3, -2, 0, 0], &[4, 6]).solved().unwrap();
    assert_eq!((best.cost, best.weights), (pence(-12), vec![(0, pence(4)), (3, pence(2))]));
    // A fraction: 2x + y = 3 and x + 2y = 2.
    let best = program(&[&[2, 1], &[1, 2]], &[1, 1], &[3, 2]).solved().unwrap();
    let third = |parts: i64| Fraction::new(parts.into(), 3.into());
    assert_eq!((best.cost, best.weights), (third(5), vec![(0, third(4)), (1, third(1))]));
}

#[test]
fn a_program_without_an_answer_has_none() {
    assert!(program(&[&[1, 1]], &[1], &[1, 2]).solved().is_none());
    // The cost has no bound.
    assert!(program(&[&[1], &[-1]], &[-1, 0], &[1]).solved().is_none());
    // A row that says the same twice is no hindrance.
    assert_eq!(program(&[&[1, 1], &[1, 1]], &[5, 3], &[2, 2]).solved().unwrap().cost, pence(6));
}

/// Beale's program, in which the simplex method without care goes in a circle.
#[test]
fn a_program_that_invites_a_circle_ends() {
    let columns: &[&[i64]] =
        &[&[25, 25, 0], &[-6000, -4500, 0], &[-4, -1, 1], &[900, 150, 0], &[1, 0, 0], &[0, 1, 0], &[0, 0, 1]];
    let best = program(columns, &[-75, 15_000, -2, 600, 0, 0, 0], &[0, 0, 1]).solved().unwrap();
    assert_eq!(best.cost, pence(-5));
}

#[test]
fn amounts_are_said_to_the_nearest_penny() {
    let of = |parts: i64, whole: i64| said(&Fraction::new(parts.into(), whole.into()));
    assert_eq!(of(5, 1), "£0.05");
    assert_eq!(of(20_000, 3), "about £66.67");
    assert_eq!(of(1, 2), "about £0.01");
    assert_eq!(of(-12_345, 1), "-£123.45");
}

#[test]
fn pence_are_rounded_so_that_they_sum_below_zero_too() {
    let ids: Vec<Id> = ["c", "b", "a"].iter().map(|id| id.parse().unwrap()).collect();
    let ids: Vec<&Id> = ids.iter().collect();
    let third = |parts: i64| Fraction::new(parts.into(), 3.into());
    let rounded = in_pence(&[third(-4), third(5), third(5)], &ids, Money::from_pence(2).unwrap()).unwrap();
    assert_eq!(rounded.into_iter().map(Money::pence).collect::<Vec<_>>(), [-2, 2, 2]);
    assert!(in_pence(&[third(1)], &ids[..1], Money::ZERO).is_err());
}

#[test]
fn missing_groups_are_named_smallest_first_and_counted() {
    let parties: Vec<Value> = (0..6).map(|place| json!({"id": format!("p{place}")})).collect();
    let error = asked(&json!({"parties": parties, "game": {"worth": {"p0": "1.00"}}, "rules": ["shapley"]})).unwrap_err();
    assert_eq!(error.code, ErrorCode::CoalitionsMissing);
    assert!(
        error.message.starts_with("the worth of 62 groups is missing: p1, p2, p3, p4, p5, p0+p1, p0+p2, p1+p2, "),
        "{}",
        error.message
    );
    assert!(error.message.ends_with(", and 42 more"), "{}", error.message);
}

#[test]
fn a_surplus_is_stated() {
    let error = asked(&json!({"amount": "10.00", "parties": [{"id": "a", "claim": "7.50"}], "rules": ["cea"]})).unwrap_err();
    assert_eq!(error.message, "all claims together are 7.50, and 2.50 would be left over");
}

#[test]
fn each_share_says_why() {
    let parties = json!([
        {"id": "ana", "name": "Ana", "claim": "100.00", "weight": "1/2", "hours": 10},
        {"id": "bo", "claim": "200.00", "weight": 2, "hours": 30},
        {"id": "cy", "claim": "300.00", "weight": 0, "hours": 0},
    ]);
    let says = |amount: &str, of: &str, rule: &str| -> Vec<String> {
        let answer = asked(&json!({"amount": amount, "of": of, "parties": parties, "rules": [rule]})).unwrap();
        answer.results.into_iter().next().unwrap().shares.into_iter().map(|share| share.because).collect()
    };
    assert_eq!(says("9.00", "cost", "equal")[0], "Ana pays one of 3 equal parts.");
    assert_eq!(says("9.00", "revenue", "by_weight")[0], "Ana gets 1/5 of the amount: weight 1/2 of 5/2 in all.");
    assert_eq!(says("9.00", "revenue", "by_weight")[2], "cy has weight 0 and gets nothing.");
    assert_eq!(says("9.00", "revenue", "by_hours")[1], "bo gets 3/4 of the amount for 30 hours of 40 worked in all.");
    assert_eq!(says("300.00", "revenue", "by_claim")[0], "Ana gets 1/2 of its claim of £100.00, the same part as everybody.");
    assert_eq!(
        says("400.00", "revenue", "cea")[0],
        "Ana gets all of its claim of £100.00, which is not above the £150.00 that others get."
    );
    assert_eq!(
        says("200.00", "revenue", "cel")[0],
        "Ana gets nothing: its claim of £100.00 is not above the £150.00 that others go without."
    );
    assert_eq!(
        says("200.00", "revenue", "cel")[1],
        "bo gets its claim of £200.00 less £150.00, the same for everybody who claims more than that."
    );
    assert_eq!(
        says("200.00", "revenue", "talmud")[0],
        "Ana gets half of its claim of £100.00: there is at most half of all claims, and equal awards end there."
    );
    assert_eq!(
        says("450.00", "revenue", "talmud")[2],
        "cy gets its claim of £300.00 less £50.00, the same for everybody whose half claim is more: there is more than half of all claims."
    );
    assert_eq!(says("600.00", "cost", "piniles")[0], "Ana pays all of its claim of £100.00, as the amount covers all claims.");
}
