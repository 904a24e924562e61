//! Small changes whose effect is known.

use super::*;

fn answer(json: &str) -> SensitivityAnswer {
    sensitivity(&serde_json::from_str(json).unwrap()).unwrap()
}

fn refused(json: &str) -> (String, String) {
    let error = sensitivity(&serde_json::from_str(json).unwrap()).unwrap_err();
    (error.code.to_string(), error.path)
}

#[test]
fn a_bar_is_robust_as_far_as_sums_of_weights_leave_gaps() {
    // Sums of 3, 3 and 2: 0, 2, 3, 5, 6, 8. A bar of 4 or 5 takes two, whoever they are.
    let found = answer(r#"{"members":["a","b","c"],"rule":{"votes":{"at_least":4,"weights":{"a":3,"b":3,"c":2}}}}"#);
    let bar = &found.bars[0];
    let votes = bar.votes.clone().unwrap();
    assert_eq!((votes.from, votes.now, votes.to, bar.of.clone()), (4_u8.into(), 4_u8.into(), 5_u8.into(), 8_u8.into()));
    let (up, down) = (bar.up.as_ref().unwrap(), bar.down.as_ref().unwrap());
    assert!(up.what.contains("6 of 8"), "{}", up.what);
    assert!(down.what.contains("3 of 8"), "{}", down.what);
    // At 6 it takes a and b, and c is powerless; at 3 a or b alone, and c is powerless.
    for change in [up, down] {
        let change = change.change.as_ref().unwrap();
        assert!(change.power.lose.iter().any(|id| id.as_str() == "c"), "{:?}", change.words);
        assert_eq!(change.power.members[2].indices[0].to.as_ref().unwrap().exact.as_ref().unwrap().to_string(), "0");
    }
    assert!(bar.words.contains("robust from 4 of 8 votes to 5 of 8 votes"), "{}", bar.words);
    // One vote of weight more for c makes 3 of each, with the same coalitions at 4; one less does not either: 3 + 1 = 4.
    assert_eq!(found.weights.len(), 4);
    assert!(
        found
            .weights
            .iter()
            .filter(|change| change.what.contains("for c"))
            .all(|change| { change.change.as_ref().unwrap().power.gain.is_empty() })
    );
}

#[test]
fn a_second_vote_at_a_tie_leaves_room_of_its_own() {
    let found = answer(r#"{"members":["a","b","c","d"],"rule":{"majority":{"casting_vote":"a"}}}"#);
    let bar = &found.bars[0];
    // More than half of 4 with a second vote: 2 with a, who make 3/5 of 5 at a tie, or 3. Two without a have 2/5, which is not more than 2/5.
    assert_eq!((bar.votes.clone(), range(bar)), (None, "more_than 1/2 [2/5 3/5)".into()));
    assert_eq!(bar.up.as_ref().unwrap().change.as_ref().unwrap().power.lose.len(), 1);
}

/// The range of a bar, with a bracket at ends that are in it.
fn range(bar: &BarSensitivity) -> String {
    let range = serde_json::to_value(&bar.bar).unwrap();
    let end = |key: &str| range[key].as_str().unwrap().to_owned();
    let open = if bar.bar.from_included { "[" } else { "(" };
    let close = if bar.bar.to_included { "]" } else { ")" };
    format!("{} {} {open}{} {}{close}", end("asks"), end("now"), end("from"), end("to"))
}

#[test]
fn the_range_of_a_share_has_every_share_with_the_same_outcome() {
    let of = |rule: &str, members: &str| range(&answer(&format!(r#"{{"members":[{members}],"rule":{rule}}}"#)).bars[0]);
    let five = r#""a","b","c","d","e""#;
    // Three of five: more than 2/5, and more than anything below 3/5; at least 3/5, and at least anything above 2/5.
    assert_eq!(of(r#"{"majority":{}}"#, five), "more_than 1/2 [2/5 3/5)");
    assert_eq!(of(r#"{"votes":{"at_least":"1/2","of":"cast"}}"#, five), "at_least 1/2 (2/5 3/5]");
    assert_eq!(of(r#"{"votes":{"at_least":"3/5","of":"members"}}"#, five), "at_least 3/5 (2/5 3/5]");
    assert_eq!(of(r#"{"votes":{"more_than":"2/5","of":"members"}}"#, five), "more_than 2/5 [2/5 3/5)");
    assert_eq!(of(r#"{"votes":{"at_least":1,"of":"cast"}}"#, five), "at_least 1 (4/5 1]");
    assert_eq!(of(r#"{"votes":{"more_than":0,"of":"cast"}}"#, five), "more_than 0 [0 1/5)");
    // Whole votes, as they are written.
    assert_eq!(of(r#"{"votes":{"more_than":2}}"#, five), "more_than 2 [2 2]");
    // Sums of 3, 3 and 2: more than half of 8 takes 5 or 6.
    let weighted = r#"{"votes":{"more_than":"1/2","of":"cast","weights":{"a":3,"b":3,"c":2}}}"#;
    assert_eq!(of(weighted, r#""a","b","c""#), "more_than 1/2 [3/8 5/8)");
    // A part that decides nothing.
    let idle = r#"{"any":[{"votes":{"more_than":"1/2","of":"cast"}},{"votes":{"at_least":1}}]}"#;
    assert_eq!(of(idle, five), "more_than 1/2 [0 1)");
}

#[test]
fn a_second_vote_among_very_many_is_moved_too() {
    let found = answer(
        r#"{"members":["a","b"],"rule":{"votes":{"more_than":"1/2","of":"cast","weights":{"a":1000000,"b":1000000},"casting_vote":"a"}}}"#,
    );
    assert_eq!(range(&found.bars[0]), "more_than 1/2 [1000000/2000001 1000001/2000001)");
}

#[test]
fn what_becomes_of_a_quorum_is_said_when_somebody_leaves() {
    let found = answer(r#"{"members":["a","b","c"],"rule":{"quorum":{"present_count":2,"then":{"majority":{}}}}}"#);
    assert_eq!(found.leaves[0].treated, ["/quorum: the quorum stays at as many members"]);
}

#[test]
fn what_is_asked_is_varied_alone() {
    let request = r#"{"members":["a","b"],"rule":{"votes":{"at_least":2,"weights":{"a":1,"b":1}}},"vary":["bars"]}"#;
    let found = answer(request);
    assert!(found.joins.is_empty() && found.leaves.is_empty() && found.weights.is_empty());
    assert_eq!(found.bars.len(), 1);
    assert_eq!(refused(&request.replace("\"bars\"", "")), ("empty_rule".into(), "/vary".into()));
}

#[test]
fn what_would_take_too_long_is_refused_with_what_is_possible() {
    let members: Vec<String> = (0..60).map(|i| format!("\"m{i}\"")).collect();
    let weights: Vec<String> = (0..60).map(|i| format!("\"m{i}\":{}", 1_000 * i + i * i + 1)).collect();
    let request = format!(
        r#"{{"members":[{}],"rule":{{"votes":{{"more_than":"1/2","of":"cast","weights":{{{}}}}}}}}}"#,
        members.join(","),
        weights.join(",")
    );
    let error = sensitivity(&serde_json::from_str(&request).unwrap()).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_str()), ("no_exact_answer", "/rule"));
    assert!(error.help.contains("the index \"banzhaf\" alone") || error.help.contains("smaller weights"), "{}", error.help);
}

#[test]
fn one_more_and_one_fewer_are_members_like_the_others() {
    let members = r#"[{"id":"a","constituency":"x"},{"id":"b","constituency":"x"},{"id":"c","constituency":"y"}]"#;
    let found = answer(&format!(r#"{{"members":{members},"rule":{{"veto":{{"by":["c"],"then":{{"majority":{{}}}}}}}}}}"#));
    assert_eq!(found.joins.len(), 2);
    assert_eq!(found.joins[0].what, "with one more member of x");
    assert_eq!(found.joins[0].members.as_ref().unwrap().len(), 4);
    assert_eq!(found.joins[0].treated, ["/veto: newcomer has no veto"]);
    // a and b are alike.
    assert_eq!(found.leaves.len(), 2);
    assert_eq!(found.leaves[0].alike.len(), 1);
    assert!(found.leaves[1].impossible.as_ref().unwrap().contains("asks c and nobody else"));
    let weighted =
        answer(&format!(r#"{{"members":{members},"rule":{{"votes":{{"at_least":3,"weights":{{"a":2,"b":2,"c":1}}}}}}}}"#));
    assert!(weighted.joins[0].treated[0].contains("a weight of 2"), "{:?}", weighted.joins[0].treated);
    assert!(weighted.joins[1].treated[0].contains("a weight of 1"));
}

#[test]
fn what_would_be_too_much_is_refused() {
    let members: Vec<String> = (0..61).map(|i| format!("\"m{i}\"")).collect();
    let majority = format!(r#"{{"members":[{}],"rule":{{"majority":{{}}}}}}"#, members.join(","));
    assert_eq!(refused(&majority), ("group_too_large".into(), "/members".into()));
    let weights: Vec<String> = (0..60).map(|i| format!("\"m{i}\":{}", i + 1)).collect();
    let part = format!(r#"{{"votes":{{"at_least":9,"weights":{{{}}}}}}}"#, weights.join(","));
    let several = format!(r#"{{"members":[{}],"rule":{{"all":[{part},{part}]}}}}"#, members[..60].join(","));
    assert_eq!(refused(&several), ("too_many".into(), "/rule".into()));
}
