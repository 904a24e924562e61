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
fn whoever_is_asked_nothing_is_no_part_of_a_case() {
    // cy has no vote, and no quorum counts cy.
    let rule = r#"{"quorum": {"present_count": 2, "among": ["ana", "bo"],
                   "then": {"votes": {"more_than": "1/3", "of": "cast", "among": ["ana", "bo"]}}}}"#;
    let answer = attended(rule, r#"{"everybody": {"present": "1/2"}}"#);
    assert_eq!(answer.quorums[0].says, "all of ana and bo are there");
    for paradox in &answer.paradoxes {
        assert!(paradox.passes_with.iter().all(|(id, _)| id.as_str() != "cy"), "{}", paradox.says);
        assert!(!paradox.says.contains("cy"), "{}", paradox.says);
    }
    assert!(!answer.paradoxes.is_empty());
    let alone = r#"{"quorum": {"present_count": 1, "among": ["bo"], "then": {"sign_off": ["ana"]}}}"#;
    assert_eq!(attended(alone, "{}").quorums[0].says, "bo is there");
}

#[test]
fn of_somebody_who_hands_over_nothing_else_can_be_said() {
    for chance in ["present", "abstain", "remotely"] {
        let text = format!(
            r#"{{"members": ["ana", "bo"], "rule": {{"majority": {{}}}},
                "attendance": {{"members": {{"ana": {{"{chance}": "1/3"}}}}, "delegates": {{"ana": "bo"}}}}}}"#
        );
        let request: MeasureRequest = serde_json::from_str(&text).unwrap();
        let error = measure(&request).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_str()), ("vote_handed_over", "/attendance/members/ana"));
    }
}

#[test]
fn fractions_too_long_to_read_are_decimals_with_their_error() {
    // Everybody must sign: it passes with the chance of all presences and coins multiplied.
    let said = |count: u64| {
        let ids: Vec<String> = (0..count).map(|member| format!("\"m{member}\"")).collect();
        let chances: Vec<String> =
            ids.iter().zip(9_001..).map(|(id, part)| format!("{id}: {{\"present\": \"{part}/10007\"}}")).collect();
        let (ids, chances) = (ids.join(","), chances.join(","));
        let text = format!(
            r#"{{"members": [{ids}], "rule": {{"sign_off": [{ids}]}}, "indices": [], "attendance": {{"members": {{{chances}}}}}}}"#
        );
        let request: MeasureRequest = serde_json::from_str(&text).unwrap();
        measure(&request).unwrap().attendance.unwrap()
    };
    let few = said(20);
    assert!(few.passes.exact.is_some() && few.members.iter().all(|line| line.swing.exact.is_some()));
    let many = said(150);
    let passes = (9_001_u32..9_151).map(|part| f64::from(part) / 20_014.0).product::<f64>();
    assert!(many.passes.exact.is_none() && many.passes.error > 0.0);
    assert!((many.passes.value - passes).abs() < passes * 1e-12, "{} {passes}", many.passes.value);
    assert_eq!(fraction(&many.members[3].presence), "9004/10007");
    assert_eq!(fraction(&many.members[3].perverse), "0");
    assert!(many.members[3].normalised.as_ref().unwrap().value > 1.0 / 151.0);
}

#[test]
fn who_is_there_remotely_is_there() {
    let answer = attended(r#"{"unanimity": {}}"#, r#"{"members": {"bo": {"remotely": "1/2"}}}"#);
    assert_eq!(fraction(&answer.passes), "1/8");
    let without = answer.if_remote_did_not_count.unwrap();
    assert_eq!(fraction(&without.passes), "1/16");
    assert_eq!([&without.members[1].presence, &without.members[0].influence].map(fraction), ["1/2", "1/8"]);
}
