//! Small groups whose chances can be told by hand.

use super::super::measure::{MeasureRequest, measure};
use super::*;

fn attended(rule: &str, attendance: &str) -> AttendedPower {
    let request = format!(r#"{{"members": ["ana", "bo", "cy"], "rule": {rule}, "attendance": {attendance}}}"#);
    let request: MeasureRequest = serde_json::from_str(&request).unwrap();
    measure(&request).unwrap().attendance.unwrap()
}

fn fraction(value: &IndexValue) -> String {
    value.exact.as_ref().unwrap().to_string()
}

#[test]
fn one_who_comes_half_the_time_has_half_the_influence() {
    // ana alone decides; bo and cy have no vote.
    let answer = attended(r#"{"sign_off": ["ana"]}"#, r#"{"members": {"ana": {"present": "1/2"}}}"#);
    assert_eq!(fraction(&answer.passes), "1/4");
    let ana = &answer.members[0];
    assert_eq!([&ana.swing, &ana.influence, &ana.attend_yes].map(fraction), ["1", "1/2", "1"]);
    assert_eq!(fraction(ana.shapley_shubik.as_ref().unwrap()), "1/2");
    assert_eq!(fraction(answer.unallocated.as_ref().unwrap()), "1/2");
    assert_eq!(fraction(ana.normalised.as_ref().unwrap()), "1");
}

#[test]
fn a_no_can_carry_a_decision_by_being_there() {
    // Two must be there, and more than a third of the votes cast say yes.
    let rule = r#"{"quorum": {"present_count": 2, "then": {"votes": {"more_than": "1/3", "of": "cast"}}}}"#;
    let answer = attended(rule, r#"{"everybody": {"present": "1/2"}}"#);
    // bo's no with one yes, the third away: 2 x 1/4 x 1/2.
    assert_eq!(fraction(&answer.members[1].perverse), "1/4");
    let paradox = &answer.paradoxes[0];
    assert_eq!((paradox.kind, paradox.members.len()), (ParadoxKind::NoCarries, 3));
    assert!(
        paradox.says.starts_with("ana's no can carry it: by staying away, ana would stop it; for example, when "),
        "{}",
        paradox.says
    );
    assert_eq!(fraction(&answer.quorums[0].met), "1/2");
    assert_eq!(answer.quorums[0].says, "at least 2 of the 3 members are there");
}

#[test]
fn who_is_there_remotely_is_there() {
    let answer = attended(r#"{"unanimity": {}}"#, r#"{"members": {"bo": {"remotely": "1/2"}}}"#);
    assert_eq!(fraction(&answer.passes), "1/8");
    let without = answer.if_remote_did_not_count.unwrap();
    assert_eq!(fraction(&without.passes), "1/16");
    assert_eq!([&without.members[1].presence, &without.members[0].influence].map(fraction), ["1/2", "1/8"]);
}
