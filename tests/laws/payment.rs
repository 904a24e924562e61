//! What holds for every quote.

use coprod_core::payment::{FloorOutcome, LinePart, QuoteAnswer, QuoteRequest, quote};
use proptest::prelude::*;
use serde_json::{Value, json};

fn money(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

fn pence(line: coprod_core::unit::Money) -> i64 {
    line.pence()
}

fn asked(request: Value) -> QuoteAnswer {
    let request: QuoteRequest = serde_json::from_value(request).unwrap();
    quote(&request).unwrap_or_else(|error| panic!("{error}"))
}

fn engagement() -> impl Strategy<Value = Value> {
    let expense = prop_oneof![
        (0..20_000_i64, any::<bool>(), any::<bool>())
            .prop_map(|(amount, receipted, direct)| json!({"kind": "taxi", "amount": money(amount), "receipted": receipted, "paid_direct": direct})),
        (0..500_i64, 0..4_u8).prop_map(|(miles, others)| json!({"kind": "car", "miles": miles, "passengers": others})),
        (0..500_i64).prop_map(|tenths| json!({"kind": "bicycle", "miles": format!("{tenths}/10")})),
    ];
    (
        (2023..=2026_i32, 4..=9_u32, 1..=28_u32),
        0..30_000_i64,
        (1..48_i64, 0..40_i64, 0..40_i64),
        proptest::option::of(0..100_u8),
        proptest::option::of(any::<bool>()),
        proptest::collection::vec(expense, 0..6),
    )
        .prop_map(|((year, month, day), fee, (hours, reading, travel), age, london, expenses)| {
            let mut work = json!({
                "date": format!("{year}-{month:02}-{day:02}"), "fee": money(fee), "hours": format!("{hours}/2"),
                "preparation_hours": format!("{reading}/2"), "travel_hours": format!("{travel}/2"), "expenses": expenses
            });
            if let Some(age) = age {
                work["age"] = json!(age);
            }
            if let Some(london) = london {
                work["london"] = json!(london);
            }
            work
        })
}

fn passed(answer: &QuoteAnswer) -> Vec<bool> {
    answer.floors.iter().map(|floor| floor.outcome == FloorOutcome::Passed).collect()
}

fn failed(answer: &QuoteAnswer) -> Vec<bool> {
    answer.floors.iter().map(|floor| floor.outcome == FloorOutcome::Failed).collect()
}

/// Whether everything true in `before` is true in `after`.
fn kept(before: &[bool], after: &[bool]) -> bool {
    before.iter().zip(after).all(|(before, after)| !before || *after)
}

fn with(work: &Value, key: &str, value: Value) -> QuoteAnswer {
    let mut work = work.clone();
    work[key] = value;
    asked(json!({"engagement": work}))
}

proptest! {
    #[test]
    fn the_lines_are_the_sums(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        let sum = |wanted: fn(LinePart) -> bool| {
            answer.lines.iter().filter(|line| wanted(line.part)).map(|line| pence(line.amount)).sum::<i64>()
        };
        prop_assert_eq!(pence(answer.cost), sum(|_| true));
        prop_assert_eq!(pence(answer.total), sum(|part| part != LinePart::PaidDirect));
        prop_assert_eq!(pence(answer.paid_direct), sum(|part| part == LinePart::PaidDirect));
        prop_assert_eq!(pence(answer.total), pence(answer.fee.unwrap()) + pence(answer.expenses));
    }

    #[test]
    fn the_order_of_expenses_changes_no_sum(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        let mut turned: Vec<Value> = work["expenses"].as_array().unwrap().clone();
        turned.reverse();
        let turned = with(&work, "expenses", json!(turned));
        prop_assert_eq!((answer.total, answer.cost, answer.floors), (turned.total, turned.cost, turned.floors));
    }

    #[test]
    fn more_work_for_the_same_fee_never_reaches_a_floor(work in engagement(), more in 1..20_i64) {
        let answer = asked(json!({"engagement": work}));
        let longer = with(&work, "preparation_hours", json!(format!("{}", 20 + more)));
        prop_assert!(kept(&failed(&answer), &failed(&longer)));
        prop_assert!(kept(&passed(&longer), &passed(&answer)));
    }

    #[test]
    fn a_higher_fee_never_falls_below_a_floor(work in engagement(), more in 30_000..60_000_i64) {
        let answer = asked(json!({"engagement": work}));
        let higher = with(&work, "fee", json!(money(more)));
        prop_assert!(kept(&passed(&answer), &passed(&higher)));
        prop_assert!(kept(&failed(&higher), &failed(&answer)));
    }

    #[test]
    fn the_fee_needed_is_enough_and_a_penny_less_is_not(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        for (number, floor) in answer.floors.iter().enumerate() {
            if let Some(needed) = floor.fee_needed {
                let enough = with(&work, "fee", json!(needed.to_string()));
                prop_assert_eq!(enough.floors[number].outcome, FloorOutcome::Passed);
                let less = with(&work, "fee", json!(money(needed.pence() - 1)));
                prop_assert_ne!(less.floors[number].outcome, FloorOutcome::Passed);
            }
        }
    }

    #[test]
    fn an_unknown_age_never_says_more_than_every_age(work in engagement(), age in 16..100_u8) {
        let mut open = work.clone();
        drop(open.as_object_mut().unwrap().remove("age"));
        let open = asked(json!({"engagement": open}));
        let known = with(&work, "age", json!(age));
        for (open, known) in open.floors.iter().zip(&known.floors) {
            let same = open.outcome == known.outcome || known.outcome == FloorOutcome::NotApplicable;
            prop_assert!(open.outcome == FloorOutcome::Unknown || same, "{open:?} {known:?}");
        }
    }

    #[test]
    fn expenses_never_count_as_pay(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        let without = with(&work, "expenses", json!([]));
        prop_assert_eq!(answer.floors, without.floors);
        prop_assert_eq!(answer.per_hour, without.per_hour);
    }

    #[test]
    fn without_permission_no_fee_is_named(work in engagement(), limited in any::<bool>()) {
        let answer = with(&work, "permission_to_work", json!(if limited { "limited" } else { "no" }));
        prop_assert_eq!((answer.fee, answer.per_hour), (None, None));
        prop_assert!(answer.lines.iter().all(|line| matches!(line.part, LinePart::Expense | LinePart::PaidDirect)));
        prop_assert!(answer.floors.iter().all(|floor| floor.outcome == FloorOutcome::NotApplicable && floor.rate.is_none()));
    }
}
