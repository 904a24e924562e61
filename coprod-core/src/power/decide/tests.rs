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

#[cfg(feature = "counting")]
fn bar(json: &str, part: usize) -> (String, Option<u64>, u64) {
    let answer = decided(json);
    let bar = answer.parts[part].bar.clone();
    let small = |count: &crate::unit::Count| u64::try_from(count.number()).unwrap();
    (bar.says.clone(), bar.enough.as_ref().map(small), small(&bar.missing))
}

#[cfg(feature = "counting")]
#[test]
fn two_thirds_of_six_is_four() {
    let members = r#""members":["a","b","c","d","e","f"],"rule":{"two_thirds":{}}"#;
    let three = bar(&format!(r#"{{{members},"votes":{{"a":"yes","b":"yes","c":"yes","d":"no","e":"no","f":"object"}}}}"#), 0);
    assert_eq!(three, ("at least 4 of the 6 votes cast must be yes; 3 are, 1 missing".into(), Some(4), 1));
    let nobody = bar(&format!(r#"{{{members},"votes":{{}}}}"#), 0);
    assert_eq!(nobody, ("no votes were cast, and no number is enough of none".into(), None, 1));
}

#[cfg(feature = "counting")]
#[test]
fn bars_say_what_weights_second_votes_quorums_and_objections_come_to() {
    let weighed = r#"{"members":["a","b","c"],"votes":{"a":"yes","b":"no"},
        "rule":{"votes":{"more_than":"1/2","of":"members","weights":{"a":3,"b":2,"c":2}}}}"#;
    assert_eq!(bar(weighed, 0), ("by weight, at least 4 of the 7 members must be yes; 3 are, 1 missing".into(), Some(4), 1));
    let tie = |chair: &str| {
        format!(
            r#"{{"members":["a","b","c","d"],"rule":{{"majority":{{"casting_vote":"d"}}}},
            "votes":{{"a":"yes","b":"{chair}","c":"no","d":"{chair}"}}}}"#
        )
    };
    let second = |json: &str| decided(json).parts[0].bar.second_vote.clone().unwrap();
    assert_eq!((second(&tie("yes")).used, second(&tie("yes")).passes_a_tie), (false, Some(true)));
    assert_eq!((second(&tie("no")).used, second(&tie("no")).passes_a_tie), (false, Some(false)));
    let used = tie("yes").replace(r#""b":"yes""#, r#""b":"no""#);
    let (says, enough, missing) = bar(&used, 0);
    assert_eq!((enough, missing), (Some(2), 0));
    assert_eq!(
        says,
        "at least 2 of the 4 votes cast must be yes; 2 are, exactly enough; at this tie the second vote of d says yes; \
         if d said no, 3 would be enough"
    );
    let quorum = r#"{"members":["a","b","c"],"rule":{"quorum":{"present":"2/3","then":{"consent":{}}}},"votes":{"a":"object"}}"#;
    assert_eq!(bar(quorum, 1).0, "at least 2 of 3 members must be present; 1 is, 1 missing");
    assert_eq!(bar(quorum, 2), ("nobody of the 1 present may object, and 1 does".into(), Some(1), 1));
}

#[cfg(feature = "counting")]
#[test]
fn boundaries_are_told_before_anybody_votes() {
    let explained = |json: &str| crate::power::explain_rule(&serde_json::from_str(json).unwrap());
    let table = |json: &str| -> Vec<String> {
        let parts = explained(json).unwrap().boundaries;
        let line = |row: &BoundaryRow| format!("{} of {}", row.enough, row.of);
        parts[0].rows.iter().map(line).collect()
    };
    let six = r#""members":["a","b","c","d","e","f"],"boundaries":true"#;
    let two_thirds = table(&format!(r#"{{{six},"rule":{{"two_thirds":{{}}}}}}"#));
    assert_eq!(two_thirds, ["1 of 1", "2 of 2", "2 of 3", "3 of 4", "4 of 5", "4 of 6"]);
    let second = explained(&format!(r#"{{{six},"rule":{{"majority":{{"casting_vote":"f"}}}}}}"#)).unwrap();
    let halves: Vec<bool> = second.boundaries[0].rows.iter().map(|row| row.with_second_vote.is_some()).collect();
    assert_eq!(halves, [false, true, false, true, false, true]);
    let rows = |rule: &str| -> Vec<[Option<crate::unit::Count>; 2]> {
        let parts = explained(&format!(r#"{{{six},"rule":{{"votes":{rule}}}}}"#)).unwrap().boundaries;
        parts[0].rows.iter().map(|row| [row.with_second_vote.clone(), row.against_second_vote.clone()]).collect()
    };
    let count = |number: u32| Some(crate::unit::Count::from(number));
    assert_eq!(
        rows(r#"{"at_least":"1/2","of":"cast","casting_vote":"f"}"#),
        [[None, None], [None, count(2)], [None, None], [None, count(3)], [None, None], [None, count(4)]]
    );
    assert_eq!(rows(r#"{"at_least":3,"casting_vote":"f"}"#), [[count(2), None]]);
    assert_eq!(rows(r#"{"at_least":5,"casting_vote":"f"}"#), [[None, None]]);
    let members: Vec<String> = (0..1000).map(|i| format!("\"m{i}\"")).collect();
    let rule = vec![r#"{"majority":{}}"#; 21].join(",");
    let long = format!(r#"{{"members":[{}],"rule":{{"all":[{rule}]}},"boundaries":true}}"#, members.join(","));
    let refused = explained(&long).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.path.as_str()), ("too_much_work", "/boundaries"));
}

#[cfg(feature = "counting")]
#[test]
fn a_tie_is_stuck_and_a_minority_is_rejected() {
    let four = |votes: &str| {
        decided(&format!(
            r#"{{"members":[{{"id":"a","constituency":"lived"}},{{"id":"b","constituency":"lived"}},
            {{"id":"c","constituency":"staff"}},{{"id":"d","constituency":"staff"}}],"rule":{{"majority":{{}}}},"votes":{votes}}}"#
        ))
    };
    let tie = four(r#"{"a":"yes","b":"yes","c":"no","d":"no"}"#);
    let deadlock = tie.deadlock.clone().unwrap();
    assert_eq!(deadlock.kind, DeadlockKind::Stuck);
    assert_eq!(
        (deadlock.stand_in_the_way.count, deadlock.stand_in_the_way.set_count),
        (2, Some(crate::unit::Count::from(1_u32)))
    );
    let can = |who: WhoChanges, side: &str| {
        let side = (!side.is_empty()).then_some(side);
        let way = tie.ways.iter().find(|way| way.who == who && way.constituency.as_ref().map(Id::as_str) == side);
        way.map(|way| (way.possible, way.count))
    };
    assert_eq!(can(WhoChanges::SaidNo, ""), Some((Some(true), Some(1))));
    assert_eq!(can(WhoChanges::Constituency, "lived"), Some((Some(false), None)));
    assert_eq!(can(WhoChanges::Constituency, "staff"), Some((Some(true), Some(1))));
    assert_eq!(can(WhoChanges::TookNoSide, ""), None);
    let staff = tie.ways.iter().find(|way| way.constituency.as_ref().is_some_and(|id| id.as_str() == "staff")).unwrap();
    assert_eq!(staff.sentence, "the constituency staff could make it pass: if any 1 of c and d said yes");
    let minority = four(r#"{"a":"yes","b":"no","c":"no","d":"no"}"#);
    assert_eq!(minority.deadlock.unwrap().kind, DeadlockKind::Rejected);
}

#[cfg(feature = "counting")]
#[test]
fn branches_say_whether_they_are_open_and_what_they_need() {
    let answer = decided(
        r#"{"members":["a","b","c","eve"],"votes":{"a":"yes","b":"yes","c":"no","eve":"no"},
            "rule":{"veto":{"by":["eve"],"then":{"votes":{"at_least":2}},"unless":{"votes":{"at_least":3}}}}}"#,
    );
    let deadlock = answer.deadlock.unwrap();
    let branches: Vec<(usize, Option<bool>, bool)> =
        deadlock.branches.iter().map(|branch| (branch.part, branch.open, branch.then_passes)).collect();
    assert_eq!(branches, [(3, Some(false), true), (4, Some(false), true)]);
    assert_eq!(
        deadlock.branches[1].sentence,
        "this part is closed unless somebody changes their mind: it would pass if any 1 of c and eve said yes, and then the whole would pass"
    );
    let quorum = decided(
        r#"{"members":["a","b","c","d"],"rule":{"quorum":{"present":"3/4","then":{"majority":{}}}},"votes":{"a":"yes","b":"yes"}}"#,
    );
    let branch = quorum.deadlock.unwrap().branches.remove(0);
    assert_eq!((branch.part, branch.kind, branch.open), (1, BranchKind::Quorum, Some(true)));
    assert_eq!(branch.sentence, "the quorum would be met if 1 more came, and then the whole would pass");
}

#[test]
fn a_missed_quorum_asks_those_first_who_carry_most() {
    let answer = decided(
        r#"{"members":["a","b","c"],"rule":{"quorum":{"cast_count":2,"then":{"majority":{}}}},"votes":{},"delegates":{"c":"b"}}"#,
    );
    let branch = answer.deadlock.unwrap().branches.remove(0);
    let who: Vec<&str> = branch.changes.iter().map(|change| change.member.as_str()).collect();
    assert_eq!((who, branch.at_least), (vec!["b"], 1));
}

#[test]
fn nobody_stands_in_the_way_of_what_cannot_pass() {
    let answer = decided(
        r#"{"members":["a","b"],"rule":{"quorum":{"present_count":2,"then":{"majority":{}}}},"votes":{},"delegates":{"a":"b"}}"#,
    );
    let stand = answer.deadlock.unwrap().stand_in_the_way;
    assert_eq!((stand.count, stand.at_least, stand.sets.len(), stand.set_count), (0, 0, 0, Some(0_u32.into())));
}

#[cfg(feature = "counting")]
#[test]
fn bars_reckon_with_the_holder_of_a_second_vote_as_they_voted() {
    let two = |holder: &str| {
        format!(
            r#"{{"members":["a","b"],"rule":{{"votes":{{"at_least":"1/2","of":"cast","casting_vote":"{holder}"}}}},
            "votes":{{"a":"no","b":"yes"}}}}"#
        )
    };
    let (against, with) = (decided(&two("a")), decided(&two("b")));
    assert_eq!((against.passed, with.passed), (false, true));
    let numbers = |answer: &DecideAnswer| {
        let bar = &answer.parts[0].bar;
        (bar.of.clone(), bar.enough.clone(), bar.reached.clone(), bar.missing.clone())
    };
    let count = |number: u32| crate::unit::Count::from(number);
    assert_eq!(numbers(&against), (count(2), Some(count(2)), count(1), count(1)));
    assert_eq!(numbers(&with), (count(2), Some(count(1)), count(1), count(0)));
    // One yes more makes a tie, and the second vote then makes three.
    let three = decided(
        r#"{"members":["a","b","c","d","e"],"rule":{"votes":{"at_least":3,"casting_vote":"a"}},
            "votes":{"a":"yes","b":"no","c":"no","d":"no"}}"#,
    );
    assert_eq!(numbers(&three), (count(5), Some(count(2)), count(1), count(1)));
    assert_eq!(three.would_change_if.unwrap().count, 1);
    let second = three.parts[0].bar.second_vote.clone().unwrap();
    assert_eq!((second.enough_if_yes, second.enough_if_no), (Some(count(2)), Some(count(3))));
}

#[test]
fn a_share_of_one_is_all() {
    let answer = decided(r#"{"members":["a","b","c"],"rule":{"unanimity":{}},"votes":{"a":"yes","b":"yes","c":"no"}}"#);
    assert_eq!(answer.because, ["2 yes of 3 members is not all"]);
    #[cfg(feature = "counting")]
    assert_eq!(answer.parts[0].bar.says, "all 3 members must be yes; 2 are, 1 missing");
    let one = decided(r#"{"members":["a","b","c"],"rule":{"votes":{"at_least":1}},"votes":{"a":"no"}}"#);
    assert_eq!(one.because, ["0 yes, and 1 is needed"]);
}

#[cfg(feature = "counting")]
const CARERS: &str = r#""members":[{"id":"a","constituency":"carers"},{"id":"b","constituency":"staff"},
    {"id":"c","constituency":"carers"},{"id":"d","constituency":"staff"},{"id":"e","constituency":"carers"}]"#;

#[cfg(feature = "counting")]
#[test]
fn votes_handed_over_are_told_under_the_rule_that_was_asked() {
    let told = |rule: &str, votes: &str| {
        decided(&format!(r#"{{{CARERS},"rule":{rule},"votes":{votes},"delegates":{{"c":"b","e":"b"}}}}"#)).because
    };
    let yes = r#"{"a":"no","b":"yes","d":"no"}"#;
    assert_eq!(
        told(r#"{"majority":{"among":"carers"}}"#, yes),
        ["in the constituency carers, 2 yes of 3 votes cast (b said yes for c and e) is more than 1/2"]
    );
    assert_eq!(told(r#"{"sign_off":["c","d"]}"#, yes), ["c and d must say yes, and d said no"]);
    assert_eq!(told(r#"{"sign_off":["c"]}"#, yes), ["c said yes, as needed (b said yes for c)"]);
    let objected = r#"{"b":"object","d":"yes"}"#;
    assert_eq!(told(r#"{"sign_off":["c","d"]}"#, objected), ["c and d must say yes, and b objected for c"]);
    assert_eq!(
        told(r#"{"consent":{"among":"carers"}}"#, objected),
        ["in the constituency carers, 2 of the 2 present or carried objected: c and e (b objected for c and e)"]
    );
    assert_eq!(told(r#"{"sign_off":["c"]}"#, "{}"), ["c must say yes, and b, who casts the vote of c, was absent"]);
    let quorum = r#"{"quorum":{"present_count":1,"among":"carers","then":{"unanimity":{"of":"present"}}}}"#;
    assert_eq!(
        told(quorum, r#"{"a":"yes","b":"yes"}"#)[1..],
        [
            "in the constituency carers, 1 of 3 members is present (c and e, whose votes are carried, do not count as present), \
             and the quorum is 1",
            "4 yes of 4 present or carried (b said yes for c and e) is all"
        ]
    );
    let tie = r#"{"majority":{"among":["a","c"],"casting_vote":"c"}}"#;
    assert_eq!(
        told(tie, yes),
        [
            "among a and c, 1 yes of 2 votes cast (a tie, and c handed over the vote, which leaves no second one; b said yes for c) \
          is not more than 1/2"
        ]
    );
}

#[cfg(feature = "counting")]
#[test]
fn nobody_blocks_what_cannot_be_passed() {
    let answer = decided(
        r#"{"members":["a","b"],"rule":{"quorum":{"present_count":2,"then":{"majority":{}}}},"votes":{"b":"yes"},
            "delegates":{"a":"b"}}"#,
    );
    assert!(answer.blocked_by.is_empty() && answer.would_change_if.is_none());
    assert!(answer.because.last().unwrap().starts_with("it cannot be passed like this"));
    assert!(answer.deadlock.unwrap().sentence.contains("nothing can pass"));
}
