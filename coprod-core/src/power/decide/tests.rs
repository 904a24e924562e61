//! Decisions that can be told by hand.

use super::*;

fn decided(json: &str) -> DecideAnswer {
    decide(&serde_json::from_str(json).unwrap()).unwrap()
}

fn ids(list: &[Id]) -> Vec<&str> {
    list.iter().map(Id::as_str).collect()
}

#[test]
fn a_majority_says_its_numbers_and_what_would_turn_it() {
    let answer =
        decided(r#"{"members":["a","b","c","d","e"],"rule":{"majority":{}},"votes":{"a":"yes","b":"yes","c":"yes","d":"no"}}"#);
    assert!(answer.passed);
    assert_eq!(answer.because, ["3 yes of 4 votes cast is more than 1/2"]);
    assert_eq!((ids(&answer.assumed_absent), ids(&answer.pivotal)), (vec!["e"], vec!["a", "b", "c"]));
    let change = answer.would_change_if.unwrap();
    assert_eq!((change.sentence.as_str(), change.exact), ("it would fail if a said no", true));
}

#[test]
fn a_withheld_sign_off_blocks() {
    let answer = decided(
        r#"{"members":["a","b","c","eve"],"rule":{"veto":{"by":["eve"],"then":{"majority":{}}}},
            "votes":{"a":"yes","b":"yes","c":"yes","eve":"abstain"}}"#,
    );
    assert!(!answer.passed);
    assert_eq!(answer.because, ["all 2 parts must pass, and 1 does", "eve must say yes, and eve abstained"]);
    assert_eq!((ids(&answer.blocked_by), ids(&answer.pivotal)), (vec!["eve"], vec!["eve"]));
    assert_eq!(answer.would_change_if.unwrap().sentence, "it would pass if eve said yes");
}

#[test]
fn leaving_can_turn_a_decision_with_a_quorum() {
    let answer = decided(
        r#"{"members":["a","b","c","d"],"rule":{"quorum":{"present":"1/2","then":{"majority":{}}}},"votes":{"a":"yes","b":"yes"}}"#,
    );
    assert_eq!(answer.because.len(), 3);
    let change = answer.would_change_if.unwrap();
    assert_eq!((change.count, change.exact), (1, true));
}

#[test]
fn large_groups_are_answered_exactly_where_the_bound_is_met() {
    let members: Vec<String> = (0..1000).map(|i| format!(r#"{{"id":"m{i}","constituency":"c{}"}}"#, i % 2)).collect();
    let votes: Vec<String> = (0..1000).map(|i| format!(r#""m{i}":"{}""#, ["yes", "no", "abstain", "no"][i % 4])).collect();
    let request = format!(
        r#"{{"members":[{}],"rule":{{"each_constituency":{{"of":"members"}}}},"votes":{{{}}}}}"#,
        members.join(","),
        votes.join(",")
    );
    let change = decided(&request).would_change_if.unwrap();
    // c0 has 250 yes of 500 and needs one more; c1 has none and needs 251.
    assert_eq!((change.count, change.at_least, change.exact), (252, 252, true));
}

#[test]
fn a_search_that_is_too_long_says_so() {
    let weight = |i: usize| format!(r#""m{i}":{}"#, 1000 + i * i);
    let back = |i: usize| format!(r#""m{i}":{}"#, 9000 - i * i - i);
    let list = |f: &dyn Fn(usize) -> String| (0..60).map(f).collect::<Vec<_>>().join(",");
    let request = format!(
        r#"{{"members":[{}],"votes":{{}},"rule":{{"all":[
            {{"votes":{{"at_least":"1/2","of":"members","weights":{{{}}}}}}},
            {{"votes":{{"at_least":"1/2","of":"members","weights":{{{}}}}}}}]}}}}"#,
        list(&|i| format!("\"m{i}\"")),
        list(&weight),
        list(&back)
    );
    let change = decided(&request).would_change_if.unwrap();
    assert!(!change.exact && change.at_least < change.count && change.sentence.contains("no fewer than"), "{change:?}");
}

#[test]
fn a_rule_that_is_too_long_for_the_group_is_refused_before_work() {
    let members: Vec<String> = (0..1000).map(|i| format!("\"m{i}\"")).collect();
    let refused = |parts: usize, part: &str| {
        let rule = vec![part; parts].join(",");
        let request = format!(r#"{{"members":[{}],"rule":{{"any":[{rule}]}},"votes":{{}}}}"#, members.join(","));
        decide(&serde_json::from_str(&request).unwrap()).err().map(|error| error.code.as_str())
    };
    let second = r#"{"votes":{"more_than":"1/2","of":"present","casting_vote":"m0"}}"#;
    assert_eq!(refused(14, r#"{"majority":{}}"#), None);
    assert_eq!(refused(15, r#"{"majority":{}}"#), Some("too_much_work"));
    assert_eq!(refused(1990, second), Some("too_much_work"));
}
