//! What holds of every split, whatever the group.

use coprod_core::workload::{SplitAnswer, SplitRequest, split};
use coprod_tests::dice::Dice;
use coprod_tests::workload::{people, tasks};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A request of up to 6 people and 9 tasks, as JSON.
fn request(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let count = dice.below(10);
    let everybody = 1 + dice.below(6);
    let people = people(&mut dice, everybody, count);
    json!({"people": people, "tasks": tasks(&mut dice, count)})
}

fn ask(request: &Value) -> SplitAnswer {
    let request: SplitRequest = serde_json::from_value(request.clone()).unwrap();
    split(&request).unwrap()
}

fn missing(answer: &SplitAnswer) -> u32 {
    answer.unfilled.iter().map(|need| need.missing).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_and_their_order_make_no_difference(seed in any::<u64>()) {
        let before = request(seed);
        let mut after = before.clone();
        let people = after["people"].as_array_mut().unwrap();
        people.reverse();
        for person in people.iter_mut() {
            // The order of the ids is turned round too.
            let number: u32 = person["id"].as_str().unwrap()[1..].parse().unwrap();
            person["id"] = json!(format!("q{}", 9 - number));
        }
        let (before, after) = (ask(&before), ask(&after));
        prop_assume!(before.optimal && after.optimal);
        prop_assert_eq!(&before.vector, &after.vector);
        prop_assert_eq!(missing(&before), missing(&after));
    }

    #[test]
    fn the_order_of_the_request_changes_no_assignment(seed in any::<u64>()) {
        let before = request(seed);
        let mut after = before.clone();
        after["people"].as_array_mut().unwrap().reverse();
        prop_assert_eq!(ask(&before).assignments, ask(&after).assignments);
    }

    #[test]
    fn one_more_person_never_worsens_the_worst_ratio(seed in any::<u64>(), capacity in 1_u32..9) {
        let before = request(seed);
        let mut after = before.clone();
        let more = json!({"id": "more", "capacity": capacity, "constituency": "lived", "skills": ["writing", "design"]});
        after["people"].as_array_mut().unwrap().push(more);
        let (before, after) = (ask(&before), ask(&after));
        prop_assume!(before.optimal && after.optimal);
        prop_assert!(missing(&after) <= missing(&before));
        // Where more is filled, somebody may have to bear it.
        prop_assume!(missing(&before) == missing(&after) && !before.vector.is_empty());
        let filled = |answer: &SplitAnswer| answer.unfilled.iter().map(|need| (need.task.clone(), need.need)).collect::<Vec<_>>();
        prop_assume!(filled(&before) == filled(&after));
        prop_assert!(after.vector[0] <= before.vector[0]);
    }

    #[test]
    fn the_parts_sum_to_the_whole(seed in any::<u64>()) {
        let asked = request(seed);
        let answer = ask(&asked);
        let mut seconds = 0;
        for assignment in &answer.assignments {
            let task = asked["tasks"].as_array().unwrap().iter().find(|task| task["id"] == assignment.task.as_str()).unwrap();
            let hours: coprod_core::unit::Hours = serde_json::from_value(task["hours"].clone()).unwrap();
            seconds += hours.seconds() * i64::try_from(assignment.people.len()).unwrap();
        }
        prop_assert_eq!(seconds, answer.people.iter().map(|load| load.hours.seconds()).sum::<i64>());
        for load in &answer.people {
            prop_assert_eq!(load.hours.seconds(), load.tasks.iter().map(|held| held.hours.seconds()).sum::<i64>());
        }
        let bound = answer.bound;
        prop_assert!(answer.vector.first().is_none_or(|worst| bound.is_some_and(|bound| bound <= *worst)));
    }

    #[test]
    fn what_is_settled_stays_and_a_settled_best_is_still_the_best(seed in any::<u64>()) {
        let mut asked = request(seed);
        let answer = ask(&asked);
        asked["keep"] = serde_json::to_value(&answer.assignments).unwrap();
        let again = ask(&asked);
        prop_assert_eq!(answer.assignments, again.assignments);
        prop_assert_eq!(answer.vector, again.vector);
    }

    #[test]
    fn a_seed_changes_no_vector(seed in any::<u64>(), drawn in any::<u32>()) {
        let before = request(seed);
        let mut after = before.clone();
        after["seed"] = json!(drawn);
        let (before, after) = (ask(&before), ask(&after));
        prop_assume!(before.optimal && after.optimal);
        prop_assert_eq!(before.vector, after.vector);
    }
}
