//! What holds of every comparison of ways to work and of every absence, whatever the group.

use coprod_core::workload::{ResilienceRequest, SplitRequest, WayMeasure, WaysRequest, compare, resilience, split};
use coprod_tests::dice::Dice;
use coprod_tests::workload::{people, tasks};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Up to 5 people and 6 tasks, two of them parts of one whole.
fn request(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let count = 2 + dice.below(5);
    let everybody = 2 + dice.below(4);
    let people = people(&mut dice, everybody, count);
    let mut tasks = tasks(&mut dice, count);
    tasks[0]["part_of"] = json!("w");
    tasks[1]["part_of"] = json!("w");
    json!({"people": people, "tasks": tasks})
}

fn asked(request: &Value, agreeing: i64) -> WaysRequest {
    let mut request = request.clone();
    request["whole"] = json!("w");
    request["coordination"] = json!([{"id": "agreeing", "hours": agreeing, "each": "person_and_part_together"}]);
    serde_json::from_value(request).unwrap()
}

fn absences(request: &Value) -> ResilienceRequest {
    let plain: SplitRequest = serde_json::from_value(request.clone()).unwrap();
    let assignments = split(&plain).unwrap().assignments;
    let mut request = request.clone();
    request["assignments"] = serde_json::to_value(assignments).unwrap();
    serde_json::from_value(request).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn owned_sections_are_a_split(seed in any::<u64>()) {
        let request = request(seed);
        let answer = compare(&asked(&request, 0)).unwrap();
        let plain: SplitRequest = serde_json::from_value(request).unwrap();
        let found = split(&plain).unwrap();
        prop_assert_eq!(&answer.options[1].figures.vector, &found.vector);
        let missing: u32 = found.unfilled.iter().map(|need| need.missing).sum();
        prop_assert_eq!(answer.options[1].figures.unfilled, missing);
    }

    #[test]
    fn agreeing_costs_nothing_where_nothing_is_done_together(seed in any::<u64>()) {
        let request = request(seed);
        let (none, some) = (compare(&asked(&request, 0)).unwrap(), compare(&asked(&request, 2)).unwrap());
        prop_assert_eq!(&none.options[1].figures, &some.options[1].figures);
        prop_assert!(none.options[0].figures.coordination_hours <= some.options[0].figures.coordination_hours);
        let caps = request["people"].as_array().unwrap().iter().any(|person| person.get("hard_cap").is_some());
        if !caps {
            prop_assert!(none.options[0].figures.vector <= some.options[0].figures.vector);
        }
    }

    #[test]
    fn hours_are_those_of_the_people_and_differences_are_mutual(seed in any::<u64>()) {
        let answer = compare(&asked(&request(seed), 1)).unwrap();
        for way in &answer.options {
            let all: i64 = way.people.iter().map(|load| load.hours.seconds()).sum();
            prop_assert_eq!(all, way.figures.hours.seconds());
            let coordination: i64 = way.people.iter().map(|load| load.coordination_hours.seconds()).sum();
            prop_assert_eq!(coordination, way.figures.coordination_hours.seconds());
        }
        let (one, other) = (&answer.options[0].against[0], &answer.options[1].against[0]);
        prop_assert_eq!(one.more.len(), other.less.len());
        prop_assert_eq!(one.less.len(), other.more.len());
        let fewest = answer.options.iter().map(|way| way.figures.hours).min().unwrap();
        let told = answer.least.iter().find(|least| least.measure == WayMeasure::Hours).unwrap();
        let first: Vec<_> = answer.options.iter().filter(|way| way.figures.hours == fewest).map(|way| way.id.clone()).collect();
        prop_assert_eq!(&told.options, &first);
    }

    #[test]
    fn the_order_of_the_people_changes_no_absence(seed in any::<u64>()) {
        let request = absences(&request(seed));
        let mut other = request.clone();
        other.people.reverse();
        let (answer, mut turned) = (resilience(&request).unwrap(), resilience(&other).unwrap());
        turned.absences.reverse();
        prop_assert_eq!(answer.absences, turned.absences);
        prop_assert_eq!(answer.single_points, turned.single_points);
    }

    #[test]
    fn whoever_has_nothing_is_not_missed_and_one_who_is_needed_is(seed in any::<u64>()) {
        let request = absences(&request(seed));
        let answer = resilience(&request).unwrap();
        for absence in &answer.absences {
            let has = request.assignments.iter().any(|assignment| assignment.people.contains(&absence.person));
            prop_assert_eq!(has, !absence.tasks.is_empty());
            if !has {
                prop_assert!(absence.breaks.is_empty());
            }
            let alone = answer.single_points.iter().any(|point| point.person == absence.person && point.has_it);
            if alone {
                prop_assert!(absence.take_over.undone > 0);
            }
            let again = absence.again.as_ref().unwrap();
            if absence.take_over.optimal && again.optimal {
                prop_assert!(again.undone <= absence.take_over.undone);
            }
            for assignment in &absence.take_over.takes_over {
                prop_assert!(!assignment.people.contains(&absence.person));
            }
        }
    }
}
