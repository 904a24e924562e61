//! What the check of a split says, against definitions applied by trying everything; and turns, which leave no envy of more than one task.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::workload::{Fraction, Oracle, fraction, people, tasks, vector};
use serde_json::{Value, json};

fn state<'a>(certificate: &'a Value, name: &str) -> &'a str {
    let guarantees = certificate["guarantees"].as_array().unwrap();
    let found = guarantees.iter().find(|guarantee| guarantee["name"] == name);
    found.unwrap_or_else(|| panic!("{certificate}"))["state"].as_str().unwrap()
}

/// Somebody for every place that somebody may fill, at random; the hard caps are taken away where they stand in the way.
fn random_split(dice: &mut Dice, people: &mut [Value], tasks: &[Value]) -> Option<Value> {
    let mut assignments = Vec::new();
    for task in tasks {
        let alone = Oracle::new(people, std::slice::from_ref(task));
        let places = alone.tasks_of_places().len();
        let found = (0..40).find_map(|_| {
            let mut ids: Vec<Value> = people.iter().map(|person| person["id"].clone()).collect();
            (1..ids.len()).rev().for_each(|last| ids.swap(last, dice.below(last + 1)));
            ids.truncate(dice.below(places + 1).max(usize::from(!dice.once_in(4))));
            let assignment = json!({"task": task["id"], "people": ids});
            alone.seat(&json!([assignment])).map(|_| assignment)
        });
        assignments.push(found?);
    }
    let split = json!(assignments);
    if Oracle::new(people, tasks).worth_of(&split).is_none() {
        for person in people.iter_mut() {
            person.as_object_mut().unwrap().remove("hard_cap");
        }
    }
    Some(split)
}

/// Envy of more than one task, by its definition, among people who may all do everything they meet the needs of; `None` if somebody is
/// in a task of several places, where what each may do depends on the place.
fn envious(people: &[Value], tasks: &[Value], split: &Value) -> Option<Vec<String>> {
    let holder = |task: &Value| -> Option<Value> {
        let found = split.as_array().unwrap().iter().find(|assignment| assignment["task"] == task["id"])?;
        found["people"].get(0).cloned()
    };
    if tasks.iter().any(|task| {
        task["needs"].as_array().is_some_and(|needs| needs.len() > 1 || needs.iter().any(|need| need.get("count").is_some()))
    }) {
        return None;
    }
    let tenths = |value: &Value| {
        let hours = fraction(value);
        hours.0 * 10 / hours.1
    };
    let burden = |person: &Value| person.get("burden").map_or(Fraction(1, 1), fraction);
    let may = |person: &Value, task: &Value| {
        let need = task["needs"].get(0).cloned().unwrap_or(json!({}));
        let skill = need.get("skill").is_none_or(|skill| person["skills"].as_array().is_some_and(|all| all.contains(skill)));
        let side = need.get("constituency").is_none_or(|side| person.get("constituency") == Some(side));
        let gives = tenths(&person["capacity"]) > 0 || tenths(&task["hours"]) == 0 || burden(person).0 == 0;
        skill && side && gives
    };
    // What `one` has of what `by` may do, and its largest piece, at the cost of `by`.
    let has = |one: &Value, by: &Value| -> (i128, i128, usize) {
        let own: Vec<i128> = tasks
            .iter()
            .filter(|task| holder(task).as_ref() == Some(&one["id"]) && (one["id"] == by["id"] || may(by, task)))
            .map(|task| tenths(&task["hours"]) * i128::from(burden(by).0 > 0))
            .collect();
        (own.iter().sum(), own.iter().copied().max().unwrap_or(0), own.len())
    };
    let capacity = |person: &Value| tenths(&person["capacity"]);
    let mut found = Vec::new();
    for one in people.iter().filter(|person| capacity(person) > 0) {
        let (sum, largest, count) = has(one, one);
        let envies = people.iter().filter(|other| other["id"] != one["id"] && capacity(other) > 0).any(|other| {
            let (others, _, _) = has(other, one);
            (sum - largest) * capacity(other) > others * capacity(one)
        });
        if count > 0 && envies {
            found.push(one["id"].as_str().unwrap().to_owned());
        }
    }
    Some(found)
}

fn check_random_splits(rounds: u64, seed: u64) {
    let mut dice = Dice::new(seed);
    let (mut shown, mut refuted, mut compared) = (0, 0, 0);
    for _ in 0..rounds {
        let count = 1 + dice.below(6);
        let everybody = 1 + dice.below(4);
        let mut people = people(&mut dice, everybody, 0);
        let tasks = tasks(&mut dice, count);
        let Some(split) = random_split(&mut dice, &mut people, &tasks) else { continue };
        let oracle = Oracle::new(&people, &tasks);
        let request = json!({"people": people, "tasks": tasks});
        let answer = ask("workload.verify", &json!({"request": request, "answer": {"assignments": split}}));
        let said = || format!("{request}\n{split}\n{answer}");
        let Some((worth, _)) = oracle.worth_of(&split) else {
            assert_eq!(answer["sound"], false, "{}", said());
            continue;
        };
        compared += 1;
        assert_eq!(answer["sound"], true, "{}", said());
        assert_eq!(vector(&answer), worth.vector, "{}", said());
        let certificate = &answer["certificate"];
        if let Some(envious) = envious(&people, &tasks, &split) {
            assert_eq!(state(certificate, "wef1") == "holds", envious.is_empty(), "{}", said());
            let told = certificate["envy"].as_array().unwrap().iter().filter(|witness| witness["envies"] == true);
            assert_eq!(told.map(|witness| witness["id"].as_str().unwrap()).collect::<Vec<_>>(), envious, "{}", said());
        }
        // The least vector of all that fill the same places, for every way in which the people can sit in them.
        let best: Vec<Vec<Fraction>> = oracle
            .seat(&split)
            .unwrap()
            .iter()
            .map(|way| {
                let mut same = Oracle::new(&people, &tasks);
                for (place, holder) in way.iter().enumerate() {
                    same.must[place] = holder.is_some();
                    if holder.is_none() {
                        same.close(place);
                    }
                }
                same.best(usize::MAX).0.vector
            })
            .collect();
        match state(certificate, "leximin") {
            "holds" => {
                shown += 1;
                assert!(best.contains(&worth.vector), "{}", said());
            }
            "fails" => {
                refuted += 1;
                assert!(best.iter().any(|best| *best < worth.vector), "{}", said());
            }
            _ => {}
        }
        let largest = best.iter().filter_map(|best| best.first()).max();
        match (state(certificate, "least_largest"), worth.vector.first()) {
            ("holds", Some(own)) => assert!(best.iter().any(|best| best.first() == Some(own)), "{}", said()),
            ("fails", own) => assert!(best.iter().any(|best| best.first() < own), "{}", said()),
            _ => {}
        }
        if let (Some(bound), Some(largest)) = (certificate.get("bound"), largest) {
            assert!(fraction(&bound["ratio"]) <= *largest, "{}", said());
        }
        // Whoever could simply take an empty place shows that more can be filled.
        let most = oracle.best(usize::MAX).0.empty;
        match state(certificate, "filled") {
            "holds" if worth.empty == 0 => assert_eq!(most, 0),
            "fails" => assert!(most < worth.empty, "{}", said()),
            _ => {}
        }
    }
    assert!(shown > rounds / 50 && refuted > rounds / 50, "{shown} shown and {refuted} refuted of {compared}");
}

#[test]
fn what_is_said_of_a_split_is_so() {
    check_random_splits(150, 1);
}

#[test]
#[ignore = "takes minutes"]
fn what_is_said_of_many_splits_is_so() {
    check_random_splits(10_000, 2);
}

#[test]
fn what_a_split_says_of_itself_is_found_again() {
    let mut dice = Dice::new(3);
    for _ in 0..60 {
        let count = 1 + dice.below(7);
        let everybody = 1 + dice.below(5);
        let people = people(&mut dice, everybody, count);
        let mut request = json!({"people": people, "tasks": tasks(&mut dice, count)});
        if dice.once_in(3) {
            request["aim"] = json!("wef1");
        }
        let answer = ask("workload.split", &request);
        let checked = ask("workload.verify", &json!({"request": request, "answer": answer}));
        assert_eq!(checked["sound"], true, "{request}\n{answer}\n{checked}");
        // A changed number is found.
        let mut wrong = answer.clone();
        if let Some(hours) = wrong["people"].as_array_mut().unwrap().iter_mut().find(|person| person["hours"] != "0") {
            hours["hours"] = json!("0");
            let checked = ask("workload.verify", &json!({"request": request, "answer": wrong}));
            assert_eq!(checked["sound"], false, "{request}\n{wrong}\n{checked}");
            assert_eq!(checked["problems"][0]["kind"], "wrong_claim", "{checked}");
        }
    }
}

/// People of any capacity who may all do everything.
fn free_for_all(dice: &mut Dice) -> Value {
    let everybody = 1 + dice.below(6);
    let people: Vec<Value> =
        (0..everybody).map(|number| json!({"id": format!("p{number}"), "capacity": 1 + dice.below(20)})).collect();
    let tasks: Vec<Value> =
        (0..dice.below(14)).map(|number| json!({"id": format!("t{number}"), "hours": 1 + dice.below(15)})).collect();
    json!({"people": people, "tasks": tasks, "aim": "wef1"})
}

fn check_turns(rounds: u64, seed: u64) {
    let mut dice = Dice::new(seed);
    for _ in 0..rounds {
        let request = free_for_all(&mut dice);
        let answer = ask("workload.split", &request);
        let (people, tasks) = (request["people"].as_array().unwrap(), request["tasks"].as_array().unwrap());
        assert_eq!(answer["assignments"].as_array().unwrap().len(), tasks.len(), "{request}\n{answer}");
        assert_eq!(envious(people, tasks, &answer["assignments"]).unwrap(), Vec::<String>::new(), "{request}\n{answer}");
        assert_eq!(state(&answer["certificate"], "wef1"), "holds", "{request}\n{answer}");
    }
}

#[test]
fn turns_leave_no_envy_of_more_than_one_task() {
    check_turns(400, 4);
}

#[test]
#[ignore = "takes minutes"]
fn turns_leave_no_envy_in_a_hundred_thousand_groups() {
    check_turns(100_000, 5);
}
