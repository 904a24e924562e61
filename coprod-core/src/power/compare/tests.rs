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
    assert_eq!(found.changes[2].gain, ["a"].map(|id| serde_json::from_str::<Id>(&format!("\"{id}\"")).unwrap()));
    assert_eq!(found.changes[2].lose.len(), 3);
}

#[test]
fn rules_that_decide_alike_are_known() {
    let found = answer(&format!(
        r#"{{{TEAM},"rules":{{"share":{{"majority":{{}}}},"three":{{"votes":{{"at_least":3}}}}}},"indices":["banzhaf"]}}"#
    ));
    assert_eq!(found.judged_by, PowerIndex::Banzhaf);
    let change = &found.changes[0];
    assert_eq!(change.same_decisions, Some(true));
    assert!(change.gain.is_empty() && change.lose.is_empty());
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
    let gains = found.changes[0].members[1].indices[0].difference.clone().unwrap();
    assert!(gains.exact.is_none() && gains.error > 0.0 && gains.value.abs() > gains.error);
    assert!(!found.changes[0].gain.is_empty() && !found.changes[0].lose.is_empty());
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
