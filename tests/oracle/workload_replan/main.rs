//! Hand-overs after any change against the best of all, found by trying everything: with costs, caps, days and dates that must move.

mod best;
mod case;
mod plan;

use case::Case;
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::workload::{Fraction, fraction, vector};
use plan::Plan;
use serde_json::Value;

fn compare(case: &Case) -> bool {
    let Some(plan) = Plan::new(case) else { return false };
    let request = case.request();
    let answer = ask("workload.replan", &request);
    let best = plan.best();
    let frontier = answer["frontier"].as_array().unwrap();
    assert_eq!(answer["complete"], true, "{request}\n{answer}");
    for (handovers, best) in best.iter().enumerate().take(9) {
        let best = best.as_ref().unwrap_or_else(|| panic!("{handovers}: nothing\n{request}\n{answer}"));
        let found = frontier.iter().rev().find(|plan| plan["handovers"].as_u64().unwrap() <= handovers as u64);
        let found = found.unwrap_or_else(|| panic!("{handovers}: {best:?}\n{request}\n{answer}"));
        assert_eq!(vector(found), best.4, "{handovers}\n{request}\n{answer}");
        let missing: u64 = found["unfilled"].as_array().unwrap().iter().map(|need| need["missing"].as_u64().unwrap()).sum();
        assert_eq!(missing, best.2 as u64, "{handovers}\n{request}\n{answer}");
        let moved = found["dates_to_move"]
            .as_array()
            .map_or(0, |dates| dates.iter().filter(|date| date["why"] == "too_few_days").count());
        assert_eq!(moved, best.1, "{handovers}\n{request}\n{answer}");
        check(case, found, &request, &answer);
    }
    true
}

/// Every hand-over has a giver and a receiver who are asked, and nobody is above their cap.
fn check(case: &Case, plan: &Value, request: &Value, answer: &Value) {
    assert_eq!(plan["handovers"].as_u64().unwrap(), plan["moves"].as_array().unwrap().len() as u64, "{request}\n{answer}");
    let asked = |person: &Value, task: &Value, kind: &str| {
        plan["consents"]
            .as_array()
            .unwrap()
            .iter()
            .any(|consent| consent["person"] == *person && consent["task"] == *task && consent["kind"] == kind)
    };
    for moved in plan["moves"].as_array().unwrap() {
        assert!(
            asked(&moved["from"], &moved["task"], "give_up") && asked(&moved["to"], &moved["task"], "take"),
            "{request}\n{answer}"
        );
    }
    for stand in plan["stand_ins"].as_array().into_iter().flatten() {
        assert!(asked(&stand["instead_of"], &stand["task"], "let_stand_in"), "{request}\n{answer}");
    }
    let number = |id: &Value| id.as_str().unwrap()[1..].parse::<usize>().unwrap();
    let alone = |held: &Value| {
        let people = held["people"].as_array().unwrap().iter();
        let helper = |person: &Value| case.help(number(&held["task"]), number(person));
        people.filter(|person| helper(person).is_some_and(|(by, _)| case.left.contains(&by))).count()
    };
    let unmet = plan["unmet_support"].as_array().map_or(0, Vec::len);
    assert_eq!(unmet, plan["assignments"].as_array().unwrap().iter().map(alone).sum::<usize>(), "{request}\n{answer}");
    for load in plan["people"].as_array().unwrap() {
        let person: usize = load["id"].as_str().unwrap()[1..].parse().unwrap();
        if let Some(cap) = case.workers[person].cap {
            assert!(fraction(&load["hours"]) <= Fraction(cap, 4) || load["handover_hours"].is_null(), "{request}\n{answer}");
        }
    }
}

fn run(seed: u64, wanted: usize) {
    let mut dice = Dice::new(seed);
    let (mut compared, mut relaxed) = (0, 0);
    while compared < wanted {
        let mut case = Case::new(&mut dice);
        case.deal(&mut dice);
        if !case.change(&mut dice) {
            continue;
        }
        // Of more places than these too much would have to be tried.
        if case.works.iter().map(|work| work.count).sum::<usize>() > 6 {
            continue;
        }
        if compare(&case) {
            compared += 1;
            relaxed += usize::from(Plan::new(&case).is_some_and(|plan| !plan.liftable.is_empty() || !plan.droppable.is_empty()));
        }
    }
    assert!(relaxed * 20 > wanted, "{relaxed} of {wanted} have something that must give way");
}

#[test]
fn no_plan_is_better_after_any_change() {
    run(1, 400);
}

/// `cargo test --release -p coprod-tests --test oracle_workload_replan -- --ignored`
#[test]
#[ignore = "takes minutes in a debug build"]
fn no_plan_of_many_is_better() {
    run(2, 10_000);
}
