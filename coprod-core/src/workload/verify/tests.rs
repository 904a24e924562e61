use super::{ClaimedSplit, GuaranteeState, SplitGuaranteeName, SplitProblemKind, VerifyAnswer, VerifyRequest, verify};
use crate::workload::SplitRequest;

fn check(request: &str, answer: &str) -> VerifyAnswer {
    let request: SplitRequest = serde_json::from_str(request).unwrap();
    let answer: ClaimedSplit = serde_json::from_str(answer).unwrap();
    verify(&VerifyRequest { request, answer }).unwrap()
}

fn state(answer: &VerifyAnswer, name: SplitGuaranteeName) -> GuaranteeState {
    answer.certificate.guarantees.iter().find(|guarantee| guarantee.name == name).unwrap().state
}

const TENSION: &str = r#"{"people": [{"id": "a", "capacity": 3}, {"id": "b", "capacity": 8}],
    "tasks": [{"id": "x", "hours": 3}, {"id": "y", "hours": 3}, {"id": "z", "hours": 1}]}"#;

#[test]
fn the_fairest_split_can_leave_envy() {
    let answer =
        r#"{"assignments": [{"task": "x", "people": ["b"]}, {"task": "y", "people": ["b"]}, {"task": "z", "people": ["a"]}]}"#;
    let answer = check(TENSION, answer);
    assert!(answer.sound);
    // Tasks that could be cut would give 7/11 to each: the shift test alone does not show that whole ones cannot do better.
    assert_eq!(state(&answer, SplitGuaranteeName::Leximin), GuaranteeState::NotShown);
    assert_eq!(state(&answer, SplitGuaranteeName::Wef1), GuaranteeState::Fails);
    assert_eq!(answer.certificate.envy[0].id.as_str(), "b");
    assert_eq!(answer.certificate.envy[0].has.to_string(), "3/8");
    assert_eq!(answer.certificate.envy[0].others.to_string(), "1/3");
}

#[test]
fn a_task_to_pass_on_shows_that_a_split_is_not_the_fairest() {
    let answer =
        r#"{"assignments": [{"task": "x", "people": ["a"]}, {"task": "y", "people": ["a"]}, {"task": "z", "people": ["a"]}]}"#;
    let answer = check(TENSION, answer);
    assert_eq!(state(&answer, SplitGuaranteeName::LeastLargest), GuaranteeState::Fails);
    assert_eq!(state(&answer, SplitGuaranteeName::WithinAgreed), GuaranteeState::Fails);
}

#[test]
fn work_that_only_some_can_do_bounds_their_part() {
    let request = r#"{"people": [{"id": "a", "capacity": 2, "skills": ["design"]}, {"id": "b", "capacity": 2, "skills": ["design"]},
        {"id": "c", "capacity": 100}],
        "tasks": [{"id": "x", "hours": 1, "needs": [{"skill": "design"}]}, {"id": "y", "hours": 1, "needs": [{"skill": "design"}]},
        {"id": "z", "hours": 1, "needs": [{"skill": "design"}]}]}"#;
    let answer =
        r#"{"assignments": [{"task": "x", "people": ["a"]}, {"task": "y", "people": ["b"]}, {"task": "z", "people": ["a"]}]}"#;
    let answer = check(request, answer);
    let bound = answer.certificate.bound.as_ref().unwrap();
    // Three hours for two people in whole hours: one of them has two.
    assert_eq!((bound.ratio.to_string().as_str(), bound.people.len()), ("1", 2));
    assert_eq!(state(&answer, SplitGuaranteeName::Leximin), GuaranteeState::Holds);
    assert_eq!(answer.certificate.gap.unwrap().to_string(), "0");
}

#[test]
fn what_is_wrong_with_an_answer_is_listed_with_its_place() {
    let request = r#"{"people": [{"id": "a", "capacity": 3, "hard_cap": 3}, {"id": "b", "capacity": 8, "avoids": ["x"]}],
        "tasks": [{"id": "x", "hours": 3}, {"id": "y", "hours": 3}], "keep": [{"task": "y", "people": ["a"]}]}"#;
    let answer = r#"{"assignments": [{"task": "x", "people": ["b"]}, {"task": "y", "people": ["b"]}, {"task": "w", "people": []}],
        "people": [{"id": "b", "hours": "5"}], "vector": ["1"], "bound": "2"}"#;
    let answer = check(request, answer);
    assert!(!answer.sound);
    let found: Vec<(SplitProblemKind, &str)> =
        answer.problems.iter().map(|problem| (problem.kind, problem.path.as_str())).collect();
    assert_eq!(
        found,
        [
            (SplitProblemKind::Unknown, "/answer/assignments/2/task"),
            (SplitProblemKind::NotTheirs, "/answer/assignments/0/people/0"),
            (SplitProblemKind::NotKept, "/answer/assignments/1/people"),
            (SplitProblemKind::WrongClaim, "/answer/people/0/hours"),
            (SplitProblemKind::WrongClaim, "/answer/vector"),
            (SplitProblemKind::WrongClaim, "/answer/bound"),
        ]
    );
}

/// Only who sits in the place that asks for writing is helped: an answer tells by the help who that is.
#[test]
fn help_tells_who_fills_which_place() {
    let request = r#"{"people": [{"id": "a", "capacity": 8, "skills": ["writing"], "support": [{"by": "c", "hours": 1, "skill": "writing"}]},
        {"id": "b", "capacity": 8, "skills": ["writing"]}, {"id": "c", "capacity": 8}],
        "tasks": [{"id": "x", "hours": 2, "needs": [{"skill": "writing"}, {}]}], "keep": [{"task": "x", "people": ["a", "b"]}]}"#;
    let asked: SplitRequest = serde_json::from_str(request).unwrap();
    let answer = serde_json::to_string(&crate::workload::split(&asked).unwrap()).unwrap();
    let checked = check(request, &answer);
    assert!(checked.sound, "{answer}\n{:?}", checked.problems);
    let hours = |people: &str| {
        let answer = format!(r#"{{"assignments": [{{"task": "x", "people": ["a", "b"]}}]{people}}}"#);
        check(request, &answer).people[2].hours.to_string()
    };
    assert_eq!(hours(""), "1");
    assert_eq!(hours(r#", "people": [{"id": "c", "hours": "0"}]"#), "0");
    assert_eq!(hours(r#", "people": [{"id": "c", "support": [{"task": "x", "person": "a"}]}]"#), "1");
    // Nobody can help b: it is worked out as if nothing were said.
    assert_eq!(hours(r#", "people": [{"id": "c", "support": [{"task": "x", "person": "b"}]}]"#), "1");
}
