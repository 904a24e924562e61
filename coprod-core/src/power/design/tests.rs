//! Rules designed by hand, and the numbers of weighted games.

use super::*;

fn answer(json: &str) -> DesignAnswer {
    design(&serde_json::from_str(json).unwrap()).unwrap()
}

fn refused(json: &str) -> (String, String) {
    let error = design(&serde_json::from_str(json).unwrap()).unwrap_err();
    (error.code.to_string(), error.path)
}

/// The dual of a game: those win whose opponents do not.
fn dual(wins: u64, members: usize) -> u64 {
    let last = (1_u64 << members) - 1;
    (0..=last).filter(|set| wins >> (last - set) & 1 == 0).fold(0, |dual, set| dual | 1 << set)
}

#[test]
fn every_weighted_game_is_there_once() {
    // Threshold functions up to order and complement of variables, less the two constants: 1, 3, 8, 25, 117, 1111 for 1 to 6 variables.
    // With each game its dual: those that are their own are counted once.
    for (members, all) in [(1, 1), (2, 3), (3, 8), (4, 25), (5, 117), (6, 1_111)] {
        let games = games::all(members, 100);
        let own = games.iter().filter(|game| dual(game.wins, members) == game.wins).count();
        assert_eq!(2 * games.len() - own, all, "of {members}");
        // Larger weights give no more.
        assert!(games.iter().all(|game| game.weights.iter().all(|weight| *weight <= 9)));
    }
    for (members, enough) in [(2, 1), (3, 2), (4, 3), (5, 5), (6, 9)] {
        let count = |most: u32| games::all(members, most).len();
        assert_eq!(count(enough), count(100), "of {members}");
        assert!(enough == 1 || count(enough - 1) < count(enough), "of {members}");
    }
}

#[test]
fn three_members_can_have_only_so_many_shares() {
    // Of three members' weighted votes only 1/3 each, 1/2 and 1/2, 2/3 and 1/6 each, and 1 exist.
    let found = answer(
        r#"{"members":["a","b","c"],"target":{"members":{"a":"1/2","b":"1/4","c":"1/4"}},"family":{"weights":{}},"runners_up":20}"#,
    );
    assert_eq!((found.best.gap.largest.to_string(), found.best.gap.sum.to_string()), ("1/6".into(), "1/3".into()));
    assert_eq!(found.claim, DesignClaim::OptimalInTheFamily);
    let rules: Vec<String> =
        [&found.best].into_iter().chain(&found.runners_up).map(|rule| serde_json::to_string(&rule.rule).unwrap()).collect();
    // Equally near: 1/3 each has gaps of 1/6, 1/12, 1/12, so that the other is 2/3, 1/6, 1/6: the same; the lower weights win.
    assert_eq!(rules[0], r#"{"votes":{"at_least":"2"}}"#);
    assert_eq!(rules[1], r#"{"votes":{"at_least":"3","weights":{"a":"2","b":"1","c":"1"}}}"#);
    // All alone, and nothing for the first, are as far away as one another.
    assert_eq!(rules[2], r#"{"votes":{"at_least":"1","weights":{"a":"1","b":"0","c":"0"}}}"#);
    assert_eq!(rules[3], r#"{"votes":{"at_least":"2","weights":{"a":"0","b":"1","c":"1"}}}"#);
    assert_eq!(rules.len(), 4);
}

#[test]
fn runners_up_in_another_order_than_the_targets_are_there() {
    // Of two members' rules: one alone, the other alone, or both. Aimed at 3/5 and 2/5, the other alone is the last.
    let found = answer(r#"{"members":["a","b"],"target":{"members":{"a":"3/5","b":"2/5"}},"family":{"weights":{}}}"#);
    let achieved: Vec<String> =
        [&found.best].into_iter().chain(&found.runners_up).map(|rule| rule.shares[0].achieved.to_string()).collect();
    assert_eq!(achieved, ["1/2", "1", "0"]);
    assert_eq!(found.tried, 3_u8.into());
    assert!(found.why[1].contains("3 were tried, which are all that differ"), "{:?}", found.why);
    // The nearest alone: the lone members are passed over, and that is said.
    let found =
        answer(r#"{"members":["a","b"],"target":{"members":{"a":"3/5","b":"2/5"}},"family":{"weights":{}},"runners_up":0}"#);
    assert_eq!(found.tried, 1_u8.into());
    assert!(found.why[1].contains("1 were tried; the other 2 that differ cannot"), "{:?}", found.why);
}

#[test]
fn sides_as_equals_by_structure() {
    let group = r#"[{"id":"l1","constituency":"lived"},{"id":"l2","constituency":"lived"},{"id":"s1","constituency":"staff"},{"id":"s2","constituency":"staff"}]"#;
    let found = answer(&format!(
        r#"{{"members":{group},"target":{{"constituencies":{{"lived":"1/2","staff":"1/2"}}}},"family":{{"structure":{{}}}}}}"#
    ));
    assert!(found.best.gap.sum.is_zero());
    let lone = answer(&format!(
        r#"{{"members":{group},"target":{{"constituencies":{{"staff":1}}}},"family":{{"weights":{{"most":1}}}},"index":"banzhaf"}}"#
    ));
    assert!(lone.best.gap.sum.is_zero(), "{:?}", lone.best.words);
    assert_eq!(lone.best.shares[0].id.as_str(), "lived");
}

#[test]
fn what_cannot_be_designed_is_refused_with_its_place() {
    let request = |target: &str, family: &str, more: &str| {
        refused(&format!(r#"{{"members":["a","b"],"target":{target},"family":{family}{more}}}"#))
    };
    let weights = r#"{"weights":{}}"#;
    let half = r#"{"members":{"a":"1/2","b":"1/2"}}"#;
    assert_eq!(request(r#"{"members":{"a":"1/2"}}"#, weights, ""), ("shares_not_whole".into(), "/target/members".into()));
    assert_eq!(
        request(r#"{"members":{"a":"3/2","b":"-1/2"}}"#, weights, ""),
        ("out_of_range".into(), "/target/members/b".into())
    );
    assert_eq!(
        request(r#"{"members":{"a":"1/2","z":"1/2"}}"#, weights, ""),
        ("unknown_member".into(), "/target/members/z".into())
    );
    assert_eq!(
        request(r#"{"constituencies":{"x":1}}"#, weights, ""),
        ("no_constituencies".into(), "/target/constituencies".into())
    );
    assert_eq!(request(half, r#"{"structure":{}}"#, ""), ("no_constituencies".into(), "/family/structure".into()));
    assert_eq!(request(half, r#"{"weights":{"most":101}}"#, ""), ("out_of_range".into(), "/family/weights/most".into()));
    assert_eq!(request(half, r#"{"quota":{"a":101}}"#, ""), ("out_of_range".into(), "/family/quota/a".into()));
    assert_eq!(request(half, r#"{"quota":{"a":1,"z":1}}"#, ""), ("unknown_member".into(), "/family/quota/z".into()));
    assert_eq!(request(half, r#"{"quota":{"a":0}}"#, ""), ("no_votes".into(), "/family/quota".into()));
    assert_eq!(request(half, weights, r#","index":"johnston""#), ("out_of_range".into(), "/index".into()));
    assert_eq!(request(half, weights, r#","runners_up":21"#), ("out_of_range".into(), "/runners_up".into()));
}
