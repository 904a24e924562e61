//! What holds of every split, whatever the group.

use coprod_core::workload::{FairnessChange, SplitAnswer, SplitRequest, alternatives, split};
use coprod_tests::dice::Dice;
use coprod_tests::workload::{list, people, tasks};
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

/// A request with days, sessions, an order, burdens, support and what people avoid; nothing where no day is left for a task.
fn dated(seed: u64) -> Option<Value> {
    let mut asked = request(seed);
    let mut dice = Dice::new(seed ^ 0xDA7E);
    asked["from"] = json!("2026-06-01");
    let day = |dice: &mut Dice| format!("2026-06-{:02}", 8 + dice.below(20));
    let ids: Vec<String> =
        asked["tasks"].as_array().unwrap().iter().map(|task| task["id"].as_str().unwrap().to_owned()).collect();
    for (number, task) in asked["tasks"].as_array_mut().unwrap().iter_mut().enumerate() {
        task.as_object_mut().unwrap().remove("due");
        match dice.below(4) {
            0 => task["due"] = json!(day(&mut dice)),
            1 => task["sessions"] = json!([{"date": day(&mut dice)}, {"date": day(&mut dice)}]),
            _ => {}
        }
        if number > 0 && dice.once_in(4) {
            task["after"] = json!([ids[dice.below(number)]]);
        }
        if dice.once_in(3) {
            task["burdens"] = json!(["emotional"]);
        }
        if dice.once_in(4) {
            task["quality_hours"] = json!("1");
        }
    }
    if let Some(first) = asked["tasks"].as_array_mut().unwrap().first_mut() {
        first["burdens"] = json!(["emotional"]);
    }
    let people: Vec<String> =
        asked["people"].as_array().unwrap().iter().map(|person| person["id"].as_str().unwrap().to_owned()).collect();
    for person in asked["people"].as_array_mut().unwrap() {
        if dice.once_in(2) {
            let from = 1 + dice.below(20);
            person["unavailable"] =
                json!([{"from": format!("2026-06-{from:02}"), "to": format!("2026-06-{:02}", from + dice.below(8))}]);
        }
        if dice.once_in(2) {
            person["hours_a_day"] = json!(dice.pick(&["0.5", "1", "2"]));
        }
        if dice.once_in(3) && !ids.is_empty() {
            person["avoids"] = json!([if dice.once_in(2) { "emotional".to_owned() } else { ids[dice.below(ids.len())].clone() }]);
        }
        if dice.once_in(3) {
            person["burdens"] = json!({"emotional": dice.pick(&["3/2", "1/2", "0"])});
        }
        let helper = &people[dice.below(people.len())];
        if dice.once_in(4) && person["id"] != helper.as_str() {
            person["support"] = json!([{"by": helper, "hours": "0.5"}]);
        }
    }
    let read: SplitRequest = serde_json::from_value(asked.clone()).unwrap();
    match split(&read) {
        Ok(_) => Some(asked),
        Err(error) => {
            let error = coprod_core::error::ErrorReport::from(error);
            assert_eq!(error.code, coprod_core::error::ErrorCode::DatesReversed, "{error:?}\n{asked}");
            None
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 50, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_given_what_they_cannot_come_to_or_avoid(seed in any::<u64>()) {
        let Some(asked) = dated(seed) else { return Ok(()) };
        for assignment in &ask(&asked).assignments {
            let task = list(&asked, "tasks").iter().find(|task| task["id"] == assignment.task.as_str()).unwrap();
            for id in &assignment.people {
                let person = list(&asked, "people").iter().find(|person| person["id"] == id.as_str()).unwrap();
                for session in list(task, "sessions") {
                    let day = session["date"].as_str().unwrap();
                    let away = |away: &Value| away["from"].as_str().unwrap() <= day && day <= away["to"].as_str().unwrap();
                    prop_assert!(!list(person, "unavailable").iter().any(away), "{id} is away for {}", assignment.task);
                }
                let marked = |word: &Value| *word == task["id"] || list(task, "burdens").contains(word);
                prop_assert!(!list(person, "avoids").iter().any(marked), "{id} avoids {}", assignment.task);
            }
        }
    }

    #[test]
    fn nothing_is_lost(seed in any::<u64>()) {
        let Some(asked) = dated(seed) else { return Ok(()) };
        let answer = ask(&asked);
        for task in list(&asked, "tasks") {
            let wanted: u64 = list(task, "needs").iter().map(|need| need["count"].as_u64().unwrap_or(1)).sum();
            let given: usize = answer.assignments.iter().filter(|given| task["id"] == given.task.as_str()).map(|given| given.people.len()).sum();
            let missing: u32 = answer.unfilled.iter().filter(|need| task["id"] == need.task.as_str()).map(|need| need.missing).sum();
            prop_assert_eq!(wanted, given as u64 + u64::from(missing), "{}", task);
        }
        let unfilled: Vec<&str> = answer.unfilled.iter().map(|need| need.task.as_str()).collect();
        for bottleneck in &answer.bottlenecks {
            prop_assert!(bottleneck.most < bottleneck.places);
            prop_assert!(!bottleneck.tasks.is_empty() && bottleneck.tasks.iter().all(|task| unfilled.contains(&task.as_str())));
        }
    }

    #[test]
    fn hours_are_those_of_tasks_and_support_and_of_all_sides(seed in any::<u64>()) {
        let Some(asked) = dated(seed) else { return Ok(()) };
        let answer = ask(&asked);
        for load in &answer.people {
            let tasks = load.tasks.iter().map(|held| held.hours.seconds());
            let support = load.support.iter().map(|given| given.hours.seconds());
            prop_assert_eq!(load.hours.seconds(), tasks.chain(support).sum::<i64>());
            let person = list(&asked, "people").iter().find(|person| person["id"] == load.id.as_str()).unwrap();
            if let Some(cap) = person["hard_cap"].as_i64() {
                prop_assert!(load.hours.seconds() <= cap * 3600);
            }
        }
        let all: i64 = answer.people.iter().map(|load| load.hours.seconds()).sum();
        prop_assert_eq!(all, answer.sides.iter().map(|side| side.hours.seconds()).sum::<i64>());
    }

    #[test]
    fn the_order_of_the_people_changes_nothing_with_dates_either(seed in any::<u64>()) {
        let Some(before) = dated(seed) else { return Ok(()) };
        let mut after = before.clone();
        after["people"].as_array_mut().unwrap().reverse();
        let (before, after) = (ask(&before), ask(&after));
        prop_assert_eq!(before.assignments, after.assignments);
        prop_assert_eq!(before.schedule, after.schedule);
        prop_assert_eq!((before.bottlenecks, before.notes), (after.bottlenecks, after.notes));
    }

    #[test]
    fn an_edit_does_what_it_says(seed in any::<u64>()) {
        let Some(mut asked) = dated(seed) else { return Ok(()) };
        let split = ask(&asked);
        asked["assignments"] = serde_json::to_value(&split.assignments).unwrap();
        let look = |request: &Value| alternatives(&serde_json::from_value(request.clone()).unwrap()).unwrap();
        let now = look(&asked);
        prop_assert_eq!(&now.vector, &split.vector);
        prop_assert!(now.breaks.is_empty());
        for choice in &now.choices {
            let Some(option) = choice.options.first().filter(|option| option.effect.breaks.is_empty()) else { continue };
            if choice.from.is_none() {
                continue;
            }
            if split.optimal {
                prop_assert!(option.effect.fairness != FairnessChange::Fairer, "{} is not the fairest", choice.task);
            }
            let mut edit = asked.clone();
            edit["moves"] = json!([{"task": choice.task, "from": choice.from, "to": option.to}]);
            let edited = look(&edit);
            prop_assert_eq!(edited.effect.as_ref(), Some(&option.effect));
        }
    }
}
