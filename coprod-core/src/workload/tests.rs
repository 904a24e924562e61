//! Splits and hand-overs in the small.

use serde_json::{Value, json};

use super::replan::replan_within;
use super::split::split_within;
use super::*;
use crate::error::ErrorReport;

fn ask(request: Value) -> SplitAnswer {
    split(&serde_json::from_value(request).unwrap()).unwrap()
}

fn who(answer: &SplitAnswer, task: &str) -> Vec<String> {
    let found = answer.assignments.iter().find(|assignment| assignment.task.as_str() == task);
    found.map_or_else(Vec::new, |assignment| assignment.people.iter().map(ToString::to_string).collect())
}

fn vector(answer: &SplitAnswer) -> Vec<String> {
    answer.vector.iter().map(ToString::to_string).collect()
}

#[test]
fn preference_decides_between_equals_only() {
    let people = |wish: &str| json!([{"id": "ana", "capacity": 4}, {"id": "bo", "capacity": 4, "prefers": [wish]}]);
    let tasks = json!([{"id": "x", "hours": 2}, {"id": "y", "hours": 2}, {"id": "z", "hours": 4}]);
    assert_eq!(who(&ask(json!({"people": people("z"), "tasks": tasks})), "z"), ["bo"]);
    let answer = ask(json!({"people": people("x"), "tasks": tasks}));
    assert_eq!((who(&answer, "x"), who(&answer, "z")), (vec!["bo".to_owned()], vec!["ana".to_owned()]));
    // Both wishes would be met by an uneven split.
    let greedy = json!([{"id": "ana", "capacity": 4}, {"id": "bo", "capacity": 4, "prefers": ["x", "z"]}]);
    assert_eq!(vector(&ask(json!({"people": greedy, "tasks": tasks}))), ["1", "1"]);
}

#[test]
fn a_first_choice_outweighs_every_second_one() {
    let people = json!([{"id": "ana", "capacity": 4, "prefers": ["x", "y"]}, {"id": "bo", "capacity": 4, "prefers": ["z", "y"]}]);
    let tasks = json!([{"id": "x", "hours": 1}, {"id": "y", "hours": 1}, {"id": "z", "hours": 1}, {"id": "v", "hours": 1}]);
    let answer = ask(json!({"people": people, "tasks": tasks}));
    assert_eq!((who(&answer, "x"), who(&answer, "z")), (vec!["ana".to_owned()], vec!["bo".to_owned()]));
    assert!(answer.preferences_settled);
}

#[test]
fn hard_caps_leave_the_later_task_empty() {
    let people = json!([{"id": "ana", "capacity": 4, "hard_cap": 5}]);
    let tasks = |hours: [u32; 3]| -> Vec<Value> {
        hours.iter().enumerate().map(|(number, hours)| json!({"id": format!("t{number}"), "hours": hours})).collect()
    };
    let answer = ask(json!({"people": people, "tasks": tasks([3, 3, 2])}));
    assert_eq!(answer.unfilled.iter().map(|need| need.task.as_str()).collect::<Vec<_>>(), ["t1"]);
    // As many as possible comes before the order of the tasks.
    let answer = ask(json!({"people": people, "tasks": tasks([5, 3, 2])}));
    assert_eq!(answer.unfilled.iter().map(|need| need.task.as_str()).collect::<Vec<_>>(), ["t0"]);
    assert!(answer.optimal);
}

#[test]
fn without_hours_to_give_only_what_costs_nothing() {
    let answer =
        ask(json!({"people": [{"id": "ana", "capacity": 0}], "tasks": [{"id": "a", "hours": 1}, {"id": "b", "hours": 0}]}));
    assert_eq!(who(&answer, "b"), ["ana"]);
    assert_eq!(answer.unfilled[0].reason, "nobody who is still free has agreed to give hours");
    assert_eq!((answer.vector.len(), answer.bound), (0, None));
}

#[test]
fn together_is_for_everybody_or_for_those_who_share() {
    let people = json!([{"id": "ana", "capacity": 4}, {"id": "bo", "capacity": 2}, {"id": "cy", "capacity": 0}]);
    let answer = ask(json!({"people": people, "tasks": [{"id": "a", "hours": 2, "mode": "together"}]}));
    assert_eq!(
        (who(&answer, "a"), vector(&answer)),
        (vec!["ana".to_owned(), "bo".to_owned()], vec!["1".to_owned(), "1/2".to_owned()])
    );
    let task = json!({"id": "a", "hours": 2, "mode": "together", "share": {"ana": "3/4", "bo": "1/4"}});
    let answer = ask(json!({"people": people, "tasks": [task]}));
    assert_eq!(vector(&answer), ["3/8", "1/4"]);
}

#[test]
fn what_is_settled_stays_and_a_seed_changes_ties() {
    let people = json!([{"id": "ana", "capacity": 4}, {"id": "bo", "capacity": 4}, {"id": "cy", "capacity": 4}]);
    let tasks = json!([{"id": "a", "hours": 3}]);
    let kept = ask(json!({"people": people, "tasks": tasks, "keep": [{"task": "a", "people": ["cy"]}]}));
    assert_eq!((who(&kept, "a"), kept.people[2].tasks[0].why), (vec!["cy".to_owned()], WhyHeld::Settled));
    let drawn: Vec<_> = (0..12).map(|seed| who(&ask(json!({"people": people, "tasks": tasks, "seed": seed})), "a")).collect();
    assert!(drawn.iter().any(|people| *people != drawn[0]), "a seed never changed a tie");
}

#[test]
fn a_search_cut_short_says_so_and_its_bound_holds() {
    let people: Vec<Value> = (0..5).map(|number| json!({"id": format!("p{number}"), "capacity": 7 + number})).collect();
    let tasks: Vec<Value> =
        (0..13_u32).map(|number| json!({"id": format!("t{number}"), "hours": 3 + (number * 7) % 5})).collect();
    let request: SplitRequest = serde_json::from_value(json!({"people": people, "tasks": tasks})).unwrap();
    let whole = split(&request).unwrap();
    assert!(whole.optimal);
    for steps in [0, 1, 5, 50] {
        let short = split_within(&request, steps).unwrap();
        assert!(short.bound.unwrap() <= whole.vector[0], "{steps}");
        assert!(short.vector >= whole.vector, "{steps}");
        assert!(short.optimal <= (short.vector == whole.vector), "{steps}");
    }
    assert!(!split_within(&request, 0).unwrap().optimal);
}

fn leave(request: Value) -> Result<ReplanAnswer, ErrorReport> {
    let request: ReplanRequest = serde_json::from_value(request).unwrap();
    replan(&request).map_err(ErrorReport::from)
}

#[test]
fn everybody_who_is_asked_is_named() {
    let answer = leave(json!({
        "people": [{"id": "ana", "name": "Ana"}, {"id": "bo", "name": "Bo", "capacity": 4, "hard_cap": 6}, {"id": "cy", "name": "Cy", "capacity": 8}],
        "tasks": [{"id": "a", "hours": 6, "due": "2026-06-03"}, {"id": "b", "hours": 4}, {"id": "c", "hours": 9, "due": "2026-06-02"},
                  {"id": "d", "hours": 5, "done": true}],
        "assignments": [{"task": "a", "people": ["ana"]}, {"task": "b", "people": ["bo"]}, {"task": "c", "people": ["ana"]},
                        {"task": "d", "people": ["ana"]}],
        "change": {"left": "ana", "from": "2026-06-02"}
    }))
    .unwrap();
    assert_eq!(answer.tasks.iter().map(|task| task.flag).collect::<Vec<_>>(), [None, Some(LeftTaskFlag::DueTooSoon)]);
    let [stay, pass] = answer.frontier.as_slice() else { panic!("{answer:#?}") };
    assert_eq!((stay.handovers, stay.vector[0].to_string()), (0, "15/8".to_owned()));
    assert_eq!((pass.handovers, pass.vector[0].to_string()), (1, "13/8".to_owned()));
    let asked: Vec<&str> = pass.consents.iter().map(|consent| consent.question.as_str()).collect();
    assert_eq!(
        asked,
        [
            "would Bo take over a (6 hours) from Ana, who leaves?",
            "would Cy take over c (9 hours) from Ana, who leaves?",
            "would Cy take b (4 hours) from Bo?",
            "would Bo hand over b (4 hours) to Cy?"
        ]
    );
    assert!(answer.complete);
}

#[test]
fn changing_places_within_a_task_is_no_handover() {
    let request = json!({
        "people": [{"id": "ana", "skills": ["tutor"]}, {"id": "bo", "capacity": 4, "skills": ["tutor"]}, {"id": "cy", "capacity": 4}],
        "tasks": [{"id": "a", "hours": 1, "needs": [{"skill": "tutor"}, {}]}],
        "assignments": [{"task": "a", "people": ["bo", "ana"]}],
        "change": {"left": "ana"}
    });
    let answer = leave(request.clone()).unwrap();
    assert_eq!((answer.frontier[0].handovers, answer.frontier[0].unfilled.len()), (0, 0));
    let mut other = request;
    other["assignments"][0]["people"] = json!(["ana", "bo"]);
    let answer = leave(other).unwrap();
    assert_eq!((answer.frontier[0].handovers, answer.frontier[0].unfilled.len()), (0, 0));
}

#[test]
fn a_frontier_cut_short_is_not_called_complete() {
    let people: Vec<Value> = (0..5).map(|number| json!({"id": format!("p{number}"), "capacity": 5 + 2 * number})).collect();
    let tasks: Vec<Value> = (0..12).map(|number| json!({"id": format!("t{number}"), "hours": 2 + (number * 5) % 7})).collect();
    let present: Vec<Value> =
        (0..12).map(|number| json!({"task": format!("t{number}"), "people": [format!("p{}", number % 5)]})).collect();
    let request = json!({"people": people, "tasks": tasks, "assignments": present, "change": {"left": "p0"}});
    let request: ReplanRequest = serde_json::from_value(request).unwrap();
    let short = replan_within(&request, 3).unwrap();
    assert!(!short.complete);
    let whole = replan(&request).unwrap();
    assert!(whole.complete && whole.frontier.iter().all(|plan| plan.optimal));
    assert!(whole.frontier.windows(2).all(|pair| pair[1].vector < pair[0].vector && pair[1].handovers > pair[0].handovers));
}

#[test]
fn more_tasks_than_a_split_may_have_are_refused() {
    let tasks: Vec<Value> = (0..=MOST_TASKS).map(|number| json!({"id": format!("t{number}"), "hours": 1})).collect();
    let request: SplitRequest =
        serde_json::from_value(json!({"people": [{"id": "ana", "capacity": 1}], "tasks": tasks})).unwrap();
    let report = ErrorReport::from(split(&request).unwrap_err());
    assert_eq!((report.code.as_str(), report.path.to_string().as_str()), ("too_many_tasks", "/tasks"));
}

#[test]
fn a_large_group_has_a_near_best_split_and_the_people_behind_its_bound() {
    let people: Vec<Value> = (0..70)
        .map(|number| json!({"id": format!("p{number}"), "capacity": 5 + number % 7, "skills": if number < 3 { ["rare"] } else { ["any"] }}))
        .collect();
    let tasks: Vec<Value> = (0..300)
        .map(|number| {
            let skill = if number < 30 { "rare" } else { "any" };
            json!({"id": format!("t{number}"), "hours": 1 + number % 5, "needs": [{"skill": skill}]})
        })
        .collect();
    let answer = ask(json!({"people": people, "tasks": tasks}));
    // 90 hours that only three people can do, who agreed to give 18: one hour more or less decides.
    assert_eq!(answer.bound.unwrap().to_string(), "5");
    assert_eq!(answer.vector[0].to_string(), "5");
    assert!(answer.unfilled.is_empty());
    assert!(answer.optimal || !answer.bound_by.is_empty());
}
