//! Votes handed over, by hand.

use super::*;
use crate::error::ErrorCode;
use crate::group::Member;
use crate::power::rule::{Rule, Rules, State};

fn roster() -> Roster {
    let members: Vec<Member> = serde_json::from_str(r#"["ana", "bo", "cy", "dee"]"#).unwrap();
    Roster::new(&members, &Pointer::root(), 10).unwrap()
}

fn delegations(delegates: &str) -> Result<Delegations, PowerError> {
    Delegations::new(&serde_json::from_str(delegates).unwrap(), &roster(), &Pointer::root().key("delegates"))
}

/// Whether it passes with ana and dee there, saying this.
fn passes(rule: &str, delegates: &str, proxies: bool, says: [State; 2]) -> bool {
    let rule: Rule = serde_json::from_str(rule).unwrap();
    let rule = Compiled::new(&rule, &Pointer::root(), &roster(), &Rules::default()).unwrap();
    let rule = delegations(delegates).unwrap().applied(&rule, proxies);
    rule.passes(&[says[0], State::Absent, State::Absent, says[1]])
}

const CHAIN: &str = r#"{"bo": "cy", "cy": "ana"}"#;

#[test]
fn a_vote_handed_on_ends_where_it_is_cast() {
    let delegations = delegations(CHAIN).unwrap();
    assert_eq!((delegations.carrier(1), delegations.carrier(2), delegations.carrier(0)), (Some(0), Some(0), None));
    let lines = delegations.lines(&roster(), |_| false);
    assert_eq!(lines[0].says, "ana votes for bo by way of cy");
    assert_eq!((lines[1].through.len(), lines[1].lost), (0, false));
    let lost = delegations.lines(&roster(), |member| member == 0);
    assert!(lost.iter().all(|line| line.lost));
    assert_eq!(lost[1].says, "the vote of cy went to ana, who is absent, so that cy counts as absent too");
}

#[test]
fn a_circle_is_named() {
    let error = delegations(r#"{"ana": "bo", "bo": "cy", "cy": "bo"}"#).unwrap_err();
    assert_eq!((error.code(), error.path().to_string()), (ErrorCode::CyclicDelegation, "/delegates/bo".to_owned()));
    assert_eq!(error.to_string(), "votes are handed over in a circle: bo -> cy -> bo");
    assert_eq!(delegations(r#"{"ana": "ana"}"#).unwrap_err().to_string(), "votes are handed over in a circle: ana -> ana");
    assert_eq!(delegations(r#"{"ana": "zoe"}"#).unwrap_err().code(), ErrorCode::UnknownMember);
}

#[test]
fn carried_votes_count_as_votes() {
    let yes_no = [State::Yes, State::Object];
    assert!(passes(r#"{"two_thirds":{"of":"members"}}"#, CHAIN, false, yes_no));
    assert!(!passes(r#"{"two_thirds":{"of":"members"}}"#, "{}", false, yes_no));
    assert!(!passes(r#"{"consensus":{}}"#, CHAIN, false, yes_no));
    assert!(passes(r#"{"sign_off":["bo"]}"#, CHAIN, false, yes_no));
    assert!(!passes(r#"{"consent":{"among":["bo","dee"]}}"#, CHAIN, false, [State::Object, State::Yes]));
    assert!(passes(r#"{"quorum":{"cast_count":4,"then":{"majority":{}}}}"#, CHAIN, false, yes_no));
    assert!(!passes(r#"{"majority":{}}"#, CHAIN, false, [State::Absent, State::Object]));
}

#[test]
fn carried_votes_are_no_presence_unless_the_rule_says_so() {
    let quorum = r#"{"quorum":{"present_count":3,"then":{"majority":{}}}}"#;
    let yes_no = [State::Yes, State::Object];
    assert!(!passes(quorum, CHAIN, false, yes_no));
    assert!(passes(quorum, CHAIN, true, yes_no));
    let second = r#"{"majority":{"among":["bo","dee"],"casting_vote":"bo"}}"#;
    assert!(!passes(second, CHAIN, false, yes_no));
    assert!(passes(second, CHAIN, true, yes_no));
}
