//! Absences whose outcome can be told by hand.

use super::*;
use crate::error::ErrorCode;
use serde_json::{Value, json};

fn asked(rule: Value, away: Value) -> Result<AbsencesAnswer, ErrorReport> {
    let member = |(id, side): (&str, &str)| json!({"id": id, "constituency": side});
    let members: Vec<Value> =
        [("ana", "lived"), ("bo", "lived"), ("cy", "lived"), ("eve", "staff"), ("finn", "staff")].map(member).to_vec();
    absences(&serde_json::from_value(json!({"members": members, "rule": rule, "away": away})).unwrap())
}

#[test]
fn a_majority_of_those_who_come_goes_over_to_the_others() {
    let answer = asked(json!({"majority": {}}), json!({"count": 2, "among": "lived"})).unwrap();
    assert_eq!((answer.ways.len(), &answer.of), (1, &Count::from(3_u32)));
    let (before, after) = (&answer.nobody_away.constituencies, &answer.ways[0].constituencies);
    assert!(before[0].say.can_decide_if_all_attend && !before[1].say.can_block_by_voting_if_all_attend);
    assert!(!after[0].say.can_block_by_voting_if_all_attend && after[1].say.can_decide_if_all_attend);
    assert_eq!((after[0].present, after[1].say.needs_to_decide), (1, Some(2)));
    // Two of the three who come, so 4 of their 8 ways to vote.
    assert_eq!(answer.ways[0].passes.exact, Exact::new(1, 2));
    assert!(answer.says.contains(&"lived can decide if everybody comes, and still in 0 of 3 ways to be away".to_owned()));
}

#[test]
fn of_all_members_the_bar_stays_where_it_was() {
    let answer = asked(json!({"majority": {"of": "members"}}), json!({"count": 2, "among": "lived"})).unwrap();
    // All three who come must say yes.
    assert_eq!(answer.ways[0].passes.exact, Exact::new(1, 8));
    assert!(answer.ways[0].constituencies.iter().all(|side| side.say.can_block_by_voting_if_all_attend));
    assert!(answer.ways[0].members.iter().filter(|member| !member.away).all(|member| member.influence.exact == Exact::new(1, 4)));
}

#[test]
fn ways_of_different_kinds_are_told_apart_and_averaged() {
    let answer = asked(json!({"sign_off": ["ana", "eve"]}), json!({"count": 1})).unwrap();
    let seen: Vec<(String, String)> =
        answer.ways.iter().map(|way| (way.ways.to_string(), way.passes.exact.as_ref().unwrap().to_string())).collect();
    assert_eq!(
        seen,
        [("1", "0"), ("2", "1/4"), ("1", "0"), ("1", "1/4")].map(|(ways, passes)| (ways.to_owned(), passes.to_owned()))
    );
    assert_eq!((answer.worst, answer.best, answer.typical.exact.clone()), (0, 1, Exact::new(3, 20)));
    assert_eq!((answer.nothing_passes.to_string(), answer.of.to_string()), ("2".to_owned(), "5".to_owned()));
}

#[test]
fn what_is_out_of_range_is_refused() {
    let refused = |away: Value| {
        let error = asked(json!({"majority": {}}), away).unwrap_err();
        (error.code, error.path)
    };
    assert_eq!(refused(json!({"count": 0})), (ErrorCode::OutOfRange, "/away/count".to_owned()));
    assert_eq!(refused(json!({"count": 5})), (ErrorCode::OutOfRange, "/away/count".to_owned()));
    assert_eq!(refused(json!({"count": 4, "among": "lived"})), (ErrorCode::OutOfRange, "/away/count".to_owned()));
    assert_eq!(refused(json!({"count": 1, "among": "nobody"})), (ErrorCode::UnknownConstituency, "/away/among".to_owned()));
    assert_eq!(refused(json!({"count": 1, "among": ["zoe"]})), (ErrorCode::UnknownMember, "/away/among/0".to_owned()));
    let weights: serde_json::Map<String, Value> = (0..30).map(|number| (format!("m{number}"), json!(number + 1))).collect();
    let members: Vec<Value> = (0..30).map(|number| json!(format!("m{number}"))).collect();
    let request = json!({"members": members, "rule": {"votes": {"at_least": 200, "weights": weights}}, "away": {"count": 3}});
    let error = absences(&serde_json::from_value(request).unwrap()).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::OutOfRange, "/away/count"));
}
