//! Splits and hand-overs against the best of all, found by trying everything.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::workload::{Oracle, fraction, people, tasks, vector};
use serde_json::{Value, json};

#[test]
fn no_split_is_better() {
    let mut dice = Dice::new(1);
    for round in 0..400 {
        let count = dice.below(7);
        let people = people(&mut dice, 1 + round % 4, count);
        let tasks = tasks(&mut dice, count);
        let request = json!({"people": people, "tasks": tasks});
        let oracle = Oracle::new(&people, &tasks);
        let (best, wishes) = oracle.best(usize::MAX);
        let answer = ask("workload.split", &request);
        assert_eq!(answer["optimal"], true, "{request}");
        assert_eq!(answer["preferences_settled"], true, "{request}");
        assert_eq!(vector(&answer), best.vector, "{request}\n{answer}");
        if let Some(worst) = best.vector.first() {
            assert!(fraction(&answer["bound"]) <= *worst, "{request}\n{answer}");
        }
        let missing: u64 = answer["unfilled"].as_array().unwrap().iter().map(|need| need["missing"].as_u64().unwrap()).sum();
        assert_eq!(usize::try_from(missing).unwrap(), best.empty, "{request}\n{answer}");
        assert_eq!(oracle.worth_of(&answer["assignments"]), Some((best, wishes)), "{request}\n{answer}");
    }
}

#[test]
fn no_handover_plan_is_better() {
    let mut dice = Dice::new(2);
    let mut compared = 0;
    while compared < 200 {
        let count = 1 + dice.below(5);
        let everybody = 2 + dice.below(3);
        // Without preferences, which may name a task that is left out.
        let people = people(&mut dice, everybody, 0);
        let mut tasks = tasks(&mut dice, count);
        // Somebody able for every place, at random; a task for which that fails is left out.
        let mut present = Vec::new();
        tasks.retain(|task| {
            let alone = Oracle::new(&people, std::slice::from_ref(task));
            let seats = alone.tasks_of_places().len();
            let ways: Vec<Value> = (0..20)
                .map(|_| {
                    let mut ids: Vec<Value> = people.iter().map(|person| person["id"].clone()).collect();
                    (1..ids.len()).rev().for_each(|last| ids.swap(last, dice.below(last + 1)));
                    ids.truncate(seats);
                    json!([{"task": task["id"], "people": ids}])
                })
                .collect();
            let way =
                ways.into_iter().find(|way| way[0]["people"].as_array().unwrap().len() == seats && alone.seat(way).is_some());
            present.extend(way.iter().map(|way| way[0].clone()));
            way.is_some()
        });
        let left = people[dice.below(people.len())]["id"].clone();
        if Oracle::new(&people, &tasks).worth_of(&json!(present)).is_none() {
            continue;
        }
        compared += 1;
        compare_frontier(&json!({"people": people, "tasks": tasks, "assignments": present, "change": {"left": left}}));
    }
}

/// Every hand-over has a receiver who did not have the task, and no task is left with fewer people than those who stay in it have now.
fn check_moves(request: &Value, plan: &Value) {
    let people_of = |list: &Value, task: &Value| -> Vec<Value> {
        let found = list.as_array().unwrap().iter().find(|assignment| assignment["task"] == *task);
        found.map_or_else(Vec::new, |assignment| assignment["people"].as_array().unwrap().clone())
    };
    for task in request["tasks"].as_array().unwrap() {
        let mut before = people_of(&request["assignments"], &task["id"]);
        before.retain(|person| *person != request["change"]["left"]);
        let after = people_of(&plan["assignments"], &task["id"]);
        assert!(after.len() >= before.len(), "{request}\n{plan}");
        for moved in plan["moves"].as_array().unwrap().iter().filter(|moved| moved["task"] == task["id"]) {
            assert!(before.contains(&moved["from"]) && !after.contains(&moved["from"]), "{request}\n{plan}");
            assert!(!before.contains(&moved["to"]) && after.contains(&moved["to"]), "{request}\n{plan}");
        }
    }
}

#[test]
fn nobody_hands_over_to_nobody() {
    for name in ["replan_shared_need_kept", "replan_two_needs_kept"] {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("vectors/workload/{name}.json"));
        let vector: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        compare_frontier(&vector["request"]);
    }
    // Shared tasks of few able people, some of them short of hands already.
    let mut dice = Dice::new(3);
    for _ in 0..200 {
        let everybody = 2 + dice.below(3);
        let people: Vec<Value> = (0..everybody)
            .map(|number| {
                let mut person = json!({"id": format!("p{number}"), "capacity": 1 + dice.below(9), "skills": []});
                if dice.once_in(2) {
                    person["skills"] = json!(["writing"]);
                }
                if dice.once_in(2) {
                    person["hard_cap"] = json!(dice.below(9));
                }
                person
            })
            .collect();
        let tasks: Vec<Value> = (0..1 + dice.below(4))
            .map(|number| {
                let needs = match dice.below(4) {
                    0 => json!([{"count": 2}]),
                    1 => json!([{"skill": "writing", "count": 2}]),
                    2 => json!([{"skill": "writing"}, {"count": 2}]),
                    _ => json!([{}]),
                };
                json!({"id": format!("t{number}"), "hours": dice.below(6), "needs": needs})
            })
            .collect();
        // Each person in turn joins where there is room for them.
        let oracle = Oracle::new(&people, &tasks);
        let mut present = Vec::new();
        for task in &tasks {
            let mut with = json!({"task": task["id"], "people": []});
            for person in people.iter().filter(|_| dice.once_in(2)) {
                let mut more = with.clone();
                more["people"].as_array_mut().unwrap().push(person["id"].clone());
                let all: Vec<Value> = present.iter().cloned().chain([more.clone()]).collect();
                if oracle.worth_of(&json!(all)).is_some() {
                    with = more;
                }
            }
            present.push(with);
        }
        let left = people[dice.below(everybody)]["id"].clone();
        compare_frontier(&json!({"people": people, "tasks": tasks, "assignments": present, "change": {"left": left}}));
    }
}

fn compare_frontier(request: &Value) {
    let (people, tasks) = (request["people"].as_array().unwrap(), request["tasks"].as_array().unwrap());
    let leaver = people.iter().position(|person| person["id"] == request["change"]["left"]).unwrap();
    let answer = ask("workload.replan", request);
    assert_eq!(answer["complete"], true, "{request}");
    let frontier = answer["frontier"].as_array().unwrap();
    for plan in frontier {
        assert_eq!(plan["handovers"].as_u64().unwrap(), plan["moves"].as_array().unwrap().len() as u64, "{request}\n{answer}");
        check_moves(request, plan);
    }
    // Where two people can change places within a task, either may be the one that the leaver leaves.
    let ways = Oracle::new(people, tasks).seat(&request["assignments"]).unwrap();
    let wrong = |seated: &Vec<Option<usize>>| {
        let mut oracle = Oracle::new(people, tasks);
        oracle.remove(leaver);
        // What nobody does now stays as it is; what somebody does who stays is never left.
        let closed: Vec<usize> = (0..seated.len()).filter(|place| seated[*place].is_none()).collect();
        closed.iter().for_each(|place| oracle.close(*place));
        oracle.must = seated.iter().map(|holder| holder.is_some_and(|holder| holder != leaver)).collect();
        let places = oracle.tasks_of_places().into_iter().zip(seated.iter().copied());
        oracle.held = places.filter_map(|(task, holder)| Some((task, holder?))).filter(|(_, holder)| *holder != leaver).collect();
        (0..=oracle.held.len()).find_map(|handovers| {
            let (best, _) = oracle.best(handovers);
            let plan = frontier.iter().rev().find(|plan| plan["handovers"].as_u64().unwrap() <= handovers as u64).unwrap();
            let missing: u64 = plan["unfilled"].as_array().unwrap().iter().map(|need| need["missing"].as_u64().unwrap()).sum();
            let same = vector(plan) == best.vector && usize::try_from(missing).unwrap() == best.empty;
            (!same).then(|| format!("{handovers} hand-overs: {best:?}"))
        })
    };
    let wrongs: Vec<String> = ways.iter().map_while(wrong).collect();
    assert!(wrongs.len() < ways.len(), "{wrongs:?}\n{request}\n{answer}");
}

/// A group of random hours and capacities. Each task asks for one of at most 100 skills, which `from` to `to` of 100 people have.
fn group(dice: &mut Dice, people: usize, tasks: usize, (from, to): (usize, usize), minutes: usize) -> Value {
    let kinds = tasks.min(100);
    let mut skills: Vec<Vec<String>> = vec![Vec::new(); people];
    for kind in 0..kinds {
        let share = from + dice.below(to - from + 1);
        let able: Vec<usize> = (0..people).filter(|_| dice.below(100) < share).collect();
        let able = if able.is_empty() { vec![dice.below(people)] } else { able };
        able.into_iter().for_each(|person| skills[person].push(format!("s{kind}")));
    }
    let list: Vec<Value> = (0..tasks)
        .map(|task| {
            // Minutes are a divisor of an hour in twentieths, so that hours have at most two decimals.
            let hundredths = minutes * (1 + dice.below(720 / minutes)) * 100 / 60;
            let hours = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            json!({"id": format!("t{task}"), "hours": hours, "needs": [{"skill": format!("s{}", task % kinds)}]})
        })
        .collect();
    let workers: Vec<Value> = skills
        .iter()
        .enumerate()
        .map(|(number, skills)| json!({"id": format!("p{number}"), "capacity": 10 + dice.below(30), "skills": skills}))
        .collect();
    json!({"people": workers, "tasks": list})
}

#[test]
fn large_groups_come_near_their_bound() {
    let mut dice = Dice::new(4);
    let request = group(&mut dice, 70, 300, (20, 30), 3);
    let answer = ask("workload.split", &request);
    let (first, bound) = (vector(&answer)[0], fraction(&answer["bound"]));
    assert!(answer["unfilled"].as_array().unwrap().is_empty() && bound <= first);
    assert!(first.0 * bound.1 * 100 <= bound.0 * first.1 * 102, "{first:?} {bound:?}");
    assert!(answer["optimal"] == true || answer.get("bound_by").is_some());
}

/// As `no_split_is_better`, for many more groups, some with settled assignments.
#[test]
#[ignore = "takes minutes in a debug build"]
fn no_split_of_many_is_better() {
    let mut dice = Dice::new(6);
    for round in 0..10_000 {
        let count = dice.below(7);
        let people = people(&mut dice, 1 + round % 4, count);
        let tasks = tasks(&mut dice, count);
        let mut request = json!({"people": people, "tasks": tasks});
        let oracle = Oracle::new(&people, &tasks);
        let (best, wishes) = oracle.best(usize::MAX);
        let answer = ask("workload.split", &request);
        assert_eq!(answer["optimal"], true, "{request}");
        assert_eq!(vector(&answer), best.vector, "{request}\n{answer}");
        assert_eq!(oracle.worth_of(&answer["assignments"]), Some((best.clone(), wishes)), "{request}\n{answer}");
        // With one of these settled, nothing changes.
        if let Some(kept) = answer["assignments"].as_array().unwrap().first() {
            request["keep"] = json!([kept]);
            assert_eq!(vector(&ask("workload.split", &request)), best.vector, "{request}\n{answer}");
        }
    }
}
