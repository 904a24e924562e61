//! What holds of every frontier of hand-overs, whatever changes.

use coprod_core::workload::{ReplanAnswer, ReplanRequest, SplitRequest, replan, split};
use coprod_tests::dice::Dice;
use coprod_tests::workload::{people, tasks};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A split of up to 5 people and 6 tasks, as it stands, with no change yet.
fn present(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let count = 1 + dice.below(6);
    let everybody = 2 + dice.below(4);
    let people = people(&mut dice, everybody, count);
    let tasks = tasks(&mut dice, count);
    let asked: SplitRequest = serde_json::from_value(json!({"people": people, "tasks": tasks})).unwrap();
    let assignments = split(&asked).unwrap().assignments;
    json!({"people": people, "tasks": tasks, "assignments": assignments, "from": "2026-06-01"})
}

fn ask(request: &Value) -> ReplanAnswer {
    let request: ReplanRequest = serde_json::from_value(request.clone()).unwrap();
    replan(&request).unwrap()
}

fn with(request: &Value, key: &str, value: Value) -> Value {
    let mut request = request.clone();
    request[key] = value;
    request
}

/// Somebody leaves, a task grows, or somebody returns.
fn changed(seed: u64) -> Value {
    let mut dice = Dice::new(seed ^ 0x55);
    let request = present(seed);
    let person = request["people"].as_array().unwrap()[dice.below(request["people"].as_array().unwrap().len())]["id"].clone();
    let task = request["tasks"].as_array().unwrap()[dice.below(request["tasks"].as_array().unwrap().len())]["id"].clone();
    let change = match dice.below(3) {
        0 => json!({"left": person, "from": "2026-06-03"}),
        1 => json!({"grown": [{"task": task, "hours": 6 + dice.below(3)}]}),
        _ => json!({"returned": [{"person": person}]}),
    };
    with(&request, "change", change)
}

fn costs(seed: u64) -> Value {
    let mut dice = Dice::new(seed ^ 0xaa);
    let mut part = || json!({"practical": dice.pick(&["0", "0.5", "1"]), "emotional": dice.pick(&["0", "0.5"])});
    json!({"giver": part(), "receiver": part()})
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_request_makes_no_difference(seed in any::<u64>()) {
        let before = with(&changed(seed), "handover", costs(seed));
        let mut after = before.clone();
        after["people"].as_array_mut().unwrap().reverse();
        after["assignments"].as_array_mut().unwrap().reverse();
        let (before, after) = (ask(&before), ask(&after));
        for (one, other) in before.frontier.iter().zip(&after.frontier) {
            prop_assert_eq!(&one.vector, &other.vector);
            prop_assert_eq!(&one.assignments, &other.assignments);
        }
        prop_assert_eq!(before.frontier.len(), after.frontier.len());
    }

    #[test]
    fn more_handovers_are_listed_only_if_they_gain(seed in any::<u64>()) {
        let answer = ask(&with(&changed(seed), "handover", costs(seed)));
        let missing = |plan: &coprod_core::workload::HandoverPlan| plan.unfilled.iter().map(|need| need.missing).sum::<u32>();
        prop_assert_eq!(answer.frontier.first().map(|plan| plan.handovers), Some(0));
        for pair in answer.frontier.windows(2) {
            prop_assert!(pair[0].handovers < pair[1].handovers);
            prop_assert!(missing(&pair[1]) < missing(&pair[0]) || missing(&pair[1]) == missing(&pair[0]));
            prop_assert!(missing(&pair[1]) < missing(&pair[0]) || pair[1].vector <= pair[0].vector || pair[0].unfilled != pair[1].unfilled);
        }
        for plan in &answer.frontier {
            prop_assert_eq!(plan.handovers as usize, plan.moves.len());
        }
    }

    #[test]
    fn without_handovers_those_who_stay_keep_what_they_have(seed in any::<u64>()) {
        let request = changed(seed);
        let answer = ask(&request);
        let first = &answer.frontier[0];
        prop_assume!(first.unfilled.is_empty());
        for assignment in request["assignments"].as_array().unwrap() {
            let after = first.assignments.iter().find(|after| assignment["task"] == after.task.as_str());
            for person in assignment["people"].as_array().unwrap().iter().filter(|person| **person != request["change"]["left"]) {
                prop_assert!(after.is_some_and(|after| after.people.iter().any(|other| *person == other.as_str())), "{request}");
            }
        }
    }

    #[test]
    fn costs_of_handing_over_never_make_it_fairer(seed in any::<u64>()) {
        let request = changed(seed);
        let (free, costly) = (ask(&request), ask(&with(&request, "handover", costs(seed))));
        prop_assume!(free.complete && costly.complete);
        for plan in &costly.frontier {
            let same = free.frontier.iter().rev().find(|other| other.handovers <= plan.handovers).unwrap();
            if plan.unfilled == same.unfilled && plan.dates_to_move.len() == same.dates_to_move.len() {
                prop_assert!(same.vector <= plan.vector, "{request}");
            }
        }
        let nothing = json!({"giver": {"practical": 0}, "receiver": {"emotional": 0}});
        prop_assert_eq!(&ask(&with(&request, "handover", nothing)).frontier, &free.frontier);
    }

    #[test]
    fn how_far_tasks_are_changes_nothing_while_nobody_hands_over(seed in any::<u64>()) {
        let mut request = present(seed);
        let people = request["people"].as_array().unwrap().len();
        request["change"] = json!({"returned": [{"person": format!("p{}", people - 1)}]});
        request["most_handovers"] = json!(0);
        let half: Vec<Value> = request["tasks"].as_array().unwrap().iter()
            .map(|task| json!({"task": task["id"], "done_hours": if task["hours"] == "0" { "0" } else { "0.5" }}))
            .collect();
        let (begun, not) = (ask(&with(&request, "now", json!(half))), ask(&request));
        prop_assume!(not.frontier[0].joins.is_empty() && begun.frontier[0].joins.is_empty());
        prop_assert_eq!(&begun.frontier[0].vector, &not.frontier[0].vector, "{}", request);
    }

    #[test]
    fn somebody_who_has_nothing_leaves_nothing(seed in any::<u64>()) {
        let mut request = present(seed);
        request["people"].as_array_mut().unwrap().push(json!({"id": "idle"}));
        request["change"] = json!({"left": "idle"});
        request["most_handovers"] = json!(0);
        let answer = ask(&request);
        prop_assert!(answer.tasks.is_empty() && answer.frontier[0].consents.is_empty());
        prop_assert_eq!(serde_json::to_value(&answer.frontier[0].assignments).unwrap(), request["assignments"].clone());
    }
}
