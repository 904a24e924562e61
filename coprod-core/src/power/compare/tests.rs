//! Rules side by side, against what can be counted by hand.

use super::*;

fn answer(json: &str) -> CompareAnswer {
    compare(&serde_json::from_str(json).unwrap()).unwrap()
}

fn refused(json: &str) -> (String, String) {
    let error = compare(&serde_json::from_str(json).unwrap()).unwrap_err();
    (error.code.to_string(), error.path)
}

const TEAM: &str = r#""members":[{"id":"a","constituency":"x"},{"id":"b","constituency":"x"},{"id":"c","constituency":"y"},{"id":"d","constituency":"y"}]"#;

#[test]
fn rules_stay_in_the_order_of_the_request() {
    let found = answer(&format!(
        r#"{{{TEAM},"rules":{{"z":{{"majority":{{}}}},"a":{{"unanimity":{{}}}},"m":{{"use":"h"}}}},"helpers":{{"h":{{"each_constituency":{{}}}}}}}}"#
    ));
    let names: Vec<&str> = found.rules.iter().map(|rule| rule.name.as_str()).collect();
    assert_eq!(names, ["z", "a", "m"]);
    assert_eq!(found.changes.iter().map(|change| change.rule.as_str()).collect::<Vec<_>>(), ["a", "m"]);
}

#[test]
fn deadlock_is_counted_by_hand() {
    // Majority of four: 3 or 4 of 16 patterns pass (5), as many opposites; 2 against 2 is stuck: 6 of 16.
    let found = answer(&format!(
        r#"{{{TEAM},"rules":{{"half":{{"majority":{{}}}},"one":{{"votes":{{"at_least":1}}}},"two":{{"votes":{{"at_least":2}}}},"ab":{{"sign_off":["a"]}}}}}}"#
    ));
    let risk = |rule: usize| found.rules[rule].deadlock.clone().unwrap();
    assert_eq!((risk(0).neither.to_string(), risk(0).proper, risk(0).strong), ("3/8".into(), true, false));
    let sides = risk(0).between_constituencies.unwrap();
    assert_eq!((sides.ways, sides.neither, sides.risk), (2_u8.into(), 2_u8.into(), Exact::one()));
    // One yes of four is enough: both pass unless all are of one mind.
    assert_eq!((risk(1).both.to_string(), risk(1).proper, risk(1).strong), ("7/8".into(), false, true));
    // Two of four: both at two against two.
    assert_eq!((risk(2).both.to_string(), risk(2).neither.to_string()), ("3/8".into(), "0".into()));
    // One member alone: never both, never neither.
    assert!(risk(3).proper && risk(3).strong);
    let change = &found.changes[0];
    assert_eq!((change.passes_only_now.clone(), change.passes_no_longer.clone()), (Some(10_u8.into()), Some(0_u8.into())));
    assert_eq!(found.changes[2].power.gain, ["a"].map(|id| serde_json::from_str::<Id>(&format!("\"{id}\"")).unwrap()));
    assert_eq!(found.changes[2].power.lose.len(), 3);
}

#[test]
fn rules_that_decide_alike_are_known() {
    let found = answer(&format!(
        r#"{{{TEAM},"rules":{{"share":{{"majority":{{}}}},"three":{{"votes":{{"at_least":3}}}}}},"indices":["banzhaf"]}}"#
    ));
    assert_eq!(found.judged_by, PowerIndex::Banzhaf);
    let change = &found.changes[0];
    assert_eq!(change.same_decisions, Some(true));
    assert!(change.power.gain.is_empty() && change.power.lose.is_empty());
    assert!(change.words[0].contains("decide alike"), "{}", change.words[0]);
}

#[test]
fn decimals_differ_only_beyond_their_error() {
    let members: Vec<String> = (0..40).map(|i| format!("\"m{i}\"")).collect();
    let weights: Vec<String> = (0..40).map(|i| format!("\"m{i}\":{}", i * 37 % 29 + 1)).collect();
    let found = answer(&format!(
        r#"{{"members":[{}],"numbers":"decimals","rules":{{"heads":{{"majority":{{}}}},"weight":{{"votes":{{"more_than":"1/2","of":"cast","weights":{{{}}}}}}}}}}}"#,
        members.join(","),
        weights.join(",")
    ));
    assert!(found.rules[0].deadlock.is_none() && found.rules[0].left_out.is_empty());
    let gains = found.changes[0].power.members[1].indices[0].difference.clone().unwrap();
    assert!(gains.exact.is_none() && gains.error > 0.0 && gains.value.abs() > gains.error);
    assert!(!found.changes[0].power.gain.is_empty() && !found.changes[0].power.lose.is_empty());
}

#[test]
fn vetoes_are_told_as_what_needs_whom() {
    let found = answer(&format!(
        r#"{{{TEAM},"rules":{{"all":{{"sign_off":["a","b","c"]}},"half":{{"majority":{{}}}},"one":{{"sign_off":["a"]}}}}}}"#
    ));
    assert!(
        found.rules[0].words.contains(&"nothing passes unless a, b and c all say yes".to_owned()),
        "{:?}",
        found.rules[0].words
    );
    let lost = "a, b and c each lose their veto: a decision no longer needs all of them to say yes";
    assert!(found.changes[0].words.contains(&lost.to_owned()), "{:?}", found.changes[0].words);
    let lost = "b and c each lose their veto: a decision no longer needs all of them to say yes";
    assert!(found.changes[1].words.contains(&lost.to_owned()), "{:?}", found.changes[1].words);
}

#[test]
fn small_changes_can_be_seen() {
    let exactly = |over: u64, under: u64| IndexValue::exactly(Exact::new(over, under).unwrap());
    let two = |from: &IndexValue, to: &IndexValue| {
        let (from, to) = words::two(from, to);
        format!("{from}, {to}")
    };
    assert_eq!(two(&exactly(1, 4), &exactly(1, 2)), "1/4, 1/2");
    assert_eq!(two(&exactly(1, 4), &exactly(1, 4)), "1/4, 1/4");
    let long = exactly(250_000_001, 1_000_000_000_000);
    assert_eq!(two(&exactly(1, 4_000), &long), "1/4000, about 0.000250000001");
    let decimal = |value: f64| IndexValue { exact: None, value, error: 1e-15 };
    assert_eq!(two(&decimal(0.123_446), &decimal(0.123_444)), "about 0.12345, about 0.12344");
    assert_eq!(two(&decimal(0.5), &decimal(0.6)), "about 0.5000, about 0.6000");
    let near = two(&decimal(0.5), &decimal(0.500_000_000_000_01));
    assert_eq!(near, "about 0.5000, about 0.5000 (not the same, but nearer than these decimals can show)");
}

#[test]
fn what_is_the_same_is_said_once() {
    let found = answer(&format!(r#"{{{TEAM},"rules":{{"ab":{{"sign_off":["a","b"]}},"cd":{{"sign_off":["c","d"]}}}}}}"#));
    let words = &found.changes[0].words;
    assert!(words.contains(&"the chance to pass is 1/4 under both".to_owned()), "{words:?}");
    let none = compare(&serde_json::from_str(&format!(r#"{{{TEAM},"rules":{{}}}}"#)).unwrap()).unwrap_err();
    assert_eq!(none.message, "this map of rules by name is empty");
}

#[test]
fn what_cannot_be_compared_is_refused_with_its_place() {
    assert_eq!(refused(&format!(r#"{{{TEAM},"rules":{{}}}}"#)), ("empty_rule".into(), "/rules".into()));
    let many: Vec<String> = (0..13).map(|i| format!(r#""r{i}":{{"majority":{{}}}}"#)).collect();
    assert_eq!(refused(&format!(r#"{{{TEAM},"rules":{{{}}}}}"#, many.join(","))), ("too_many".into(), "/rules".into()));
    let path = refused(&format!(r#"{{{TEAM},"rules":{{"r":{{"majority":{{}}}},"s/t":{{"sign_off":["zed"]}}}}}}"#));
    assert_eq!(path, ("unknown_member".into(), "/rules/s~1t/sign_off/0".into()));
    let helper = refused(&format!(r#"{{{TEAM},"rules":{{"r":{{"use":"h"}}}},"helpers":{{"h":{{"sign_off":["zed"]}}}}}}"#));
    assert_eq!(helper, ("unknown_member".into(), "/helpers/h/sign_off/0".into()));
    assert_eq!(refused(&format!(r#"{{{TEAM},"rules":{{"r":{{"use":"r"}}}}}}"#)), ("unknown_rule".into(), "/rules/r/use".into()));
    let none = refused(&format!(r#"{{{TEAM},"rules":{{"r":{{"majority":{{}}}}}},"indices":[]}}"#));
    assert_eq!(none, ("empty_rule".into(), "/indices".into()));
}
