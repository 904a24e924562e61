//! Each alarm fires where it should and is silent elsewhere; certificates hold and wrong ones do not; limits are kept.

use serde_json::{Value, json};

use super::*;
use crate::error::ErrorCode;
use crate::power::measure::IndexValue;
use crate::unit::Exact;

fn request(json: &Value) -> TokenismRequest {
    serde_json::from_str(&json.to_string()).unwrap()
}

fn found(members: Value, rule: Value) -> TokenismAnswer {
    tokenism(&request(&json!({"members": members, "rule": rule}))).unwrap()
}

fn codes(answer: &TokenismAnswer) -> Vec<TokenismCode> {
    answer.alarms.iter().map(|alarm| alarm.code).collect()
}

fn sided(lived: usize, staff: usize) -> Value {
    let of = |side: &'static str, size: usize| (0..size).map(move |i| json!({"id": format!("{side}{i}"), "constituency": side}));
    of("lived", lived).chain(of("staff", staff)).collect()
}

fn checked(members: &Value, rule: &Value, certificate: &Value) -> Result<TokenismCheckAnswer, ErrorReport> {
    let request = json!({"members": members, "rule": rule, "certificate": certificate});
    tokenism_check(&serde_json::from_str(&request.to_string()).unwrap())
}

#[test]
fn equals_raise_no_alarm() {
    assert!(codes(&found(json!(["a", "b", "c"]), json!({"majority": {}}))).is_empty());
    assert!(
        codes(&found(sided(2, 2), json!({"each_constituency": {}}))).iter().all(|code| *code == TokenismCode::UndeclaredVeto)
    );
    assert!(codes(&found(sided(3, 3), json!({"each_constituency": {}}))).is_empty());
}

#[test]
fn one_who_decides_is_named() {
    let answer = found(json!(["a", "b", "c"]), json!({"votes": {"at_least": 3, "weights": {"a": 3, "b": 1, "c": 1}}}));
    assert_eq!(codes(&answer), [TokenismCode::OneMemberDecides, TokenismCode::VoteNeverMatters]);
    assert_eq!(answer.dictator.unwrap().as_str(), "a");
    // With two needed nobody does.
    let answer = found(json!(["a", "b", "c"]), json!({"votes": {"at_least": 4, "weights": {"a": 3, "b": 1, "c": 1}}}));
    assert_eq!((codes(&answer), answer.dictator), (vec![TokenismCode::UndeclaredVeto], None));
}

#[test]
fn a_sign_off_is_an_alarm_until_it_is_declared() {
    let mut asked = json!({"members": sided(3, 1), "rule": {"veto": {"by": ["staff0"], "then": {"majority": {}}}}});
    let answer = tokenism(&request(&asked)).unwrap();
    assert!(codes(&answer).contains(&TokenismCode::UndeclaredSignOff));
    assert_eq!((answer.vetoes[0].made_by, answer.vetoes[0].part), (VetoMaker::SignOff, Some(1)));
    asked["declared_vetoes"] = json!(["staff0", "lived0"]);
    let answer = tokenism(&request(&asked)).unwrap();
    assert!(!codes(&answer).contains(&TokenismCode::UndeclaredSignOff));
    assert!(answer.vetoes[0].declared);
    assert_eq!(answer.declared_without_veto.iter().map(Id::as_str).collect::<Vec<_>>(), ["lived0"]);
}

#[test]
fn vetoes_say_what_makes_them() {
    let made =
        |rule: Value| -> Vec<VetoMaker> { found(json!(["a", "b"]), rule).vetoes.iter().map(|veto| veto.made_by).collect() };
    assert_eq!(made(json!({"unanimity": {}})), [VetoMaker::Unanimity; 2]);
    assert_eq!(made(json!({"consent": {}})), [VetoMaker::Consent; 2]);
    assert_eq!(made(json!({"majority": {"casting_vote": "b"}})), [VetoMaker::CastingVote]);
    assert_eq!(made(json!({"votes": {"at_least": 3, "weights": {"a": 3, "b": 2}}})), [VetoMaker::Votes]);
    assert_eq!(made(json!({"any": [{"sign_off": ["a"]}, {"sign_off": ["a", "b"]}]})), [VetoMaker::SeveralParts]);
    assert_eq!(made(json!({"any": [{"sign_off": ["a"]}, {"sign_off": ["b"]}]})), []);
}

#[test]
fn a_side_that_can_be_outvoted_is_named() {
    let answer = found(sided(2, 3), json!({"majority": {}}));
    assert_eq!(codes(&answer), [TokenismCode::CanBeOutvoted]);
    assert_eq!(answer.alarms[0].evidence, ["/members/0", "/members/1"]);
    assert_eq!(answer.constituencies[0].outvoted_by[0].as_str(), "staff");
    // Three sides of two: each can be outvoted by the others together alone, which is another alarm.
    let members: Value = (0..6).map(|i| json!({"id": format!("m{i}"), "constituency": (["a", "b", "c"][i / 2])})).collect();
    assert_eq!(codes(&found(members.clone(), json!({"majority": {}}))), [TokenismCode::CanNeverBlock; 3]);
    assert!(
        codes(&found(members, json!({"two_thirds": {"of": "members"}}))).iter().all(|code| *code == TokenismCode::CanNeverBlock)
    );
    assert!(codes(&found(sided(3, 3), json!({"majority": {}}))).is_empty());
}

#[test]
fn who_blocks_only_by_staying_away_is_named() {
    let rule = json!({"quorum": {"present_count": 4, "then": {"majority": {"of": "members"}}}});
    let answer = found(sided(2, 3), rule);
    assert_eq!(codes(&answer), [TokenismCode::CanBeOutvoted, TokenismCode::CanBlockByStayingAway]);
    assert_eq!(answer.constituencies[0].fewest_to_block_by_staying_away, Some(2));
    assert_eq!(answer.constituencies[1].fewest_to_block_by_staying_away, Some(2));
    let rule = json!({"quorum": {"present_count": 3, "then": {"majority": {}}}});
    let answer = found(json!(["a", "b", "c"]), rule);
    assert_eq!(codes(&answer), [TokenismCode::CanBlockByStayingAway]);
    assert_eq!(answer.alarms[0].evidence.len(), 3);
}

#[test]
fn less_power_than_seats_is_a_note() {
    let answer = found(sided(5, 4), json!({"each_constituency": {"of": "members"}}));
    assert_eq!(codes(&answer), [TokenismCode::LessPowerThanSeats]);
    assert_eq!(
        answer.constituencies[0].statement,
        "lived has 5 of 9 seats (5/9), 5/14 of the power if each member votes alone and 1/2 if each side votes as one; it can block by \
         voting, and by staying away"
    );
}

#[test]
fn a_vote_that_never_matters_may_still_count_as_present() {
    // Luxembourg's vote never matters; with a quorum of heads it matters whether Luxembourg comes.
    let weights = json!({"fr": 4, "de": 4, "it": 4, "be": 2, "nl": 2, "lu": 1});
    let members = json!(["fr", "de", "it", "be", "nl", "lu"]);
    let plain = json!({"votes": {"at_least": 12, "weights": weights}});
    let of = |answer: &TokenismAnswer| answer.members[5].if_some_stay_away.clone().unwrap().can_matter;
    let answer = found(members.clone(), plain.clone());
    assert_eq!((answer.members[5].vote_can_matter, of(&answer)), (Some(false), Some(false)));
    let answer = found(members.clone(), json!({"quorum": {"present_count": 4, "then": plain}}));
    assert_eq!((answer.members[5].vote_can_matter, of(&answer)), (Some(false), Some(true)));
    // Of the votes cast a bar can be met by anybody who is alone.
    let answer = found(members, json!({"votes": {"more_than": "12/17", "of": "cast", "weights": weights}}));
    assert_eq!(answer.members[5].if_some_stay_away.is_none(), answer.members[5].vote_can_matter == Some(true));
}

#[test]
fn wrong_certificates_are_refused_at_their_step() {
    let (members, rule) = (json!(["a", "b", "c"]), json!({"votes": {"at_least": 12, "weights": {"a": 10, "b": 10, "c": 1}}}));
    let part = |part: usize, bar: u64, others: Value| json!({"members": ["c"], "proof": {"parts": [{"part": part, "bar": bar, "others": others}]}});
    let failed = |certificate: &Value| checked(&members, &rule, certificate).unwrap().failed.map(|failed| failed.at);
    assert_eq!(failed(&part(0, 12, json!({"totals": [0, 10]}))), None);
    assert_eq!(failed(&part(0, 12, json!({"multiples_of": 10}))), None);
    assert_eq!(failed(&part(0, 12, json!({"multiples_of": 5}))), None);
    let at = |end: &str| Some(format!("/certificate/proof{end}"));
    assert_eq!(failed(&part(1, 12, json!({"totals": [0, 10]}))), at("/parts/0/part"));
    assert_eq!(failed(&part(0, 13, json!({"totals": [0, 10]}))), at("/parts/0/bar"));
    assert_eq!(failed(&part(0, 12, json!({"totals": [0]}))), at("/parts/0/others/totals"));
    assert_eq!(failed(&part(0, 12, json!({"totals": [0, 10, 11]}))), at("/parts/0/others/totals"));
    assert_eq!(failed(&part(0, 12, json!({"multiples_of": 3}))), at("/parts/0/others/multiples_of"));
    assert_eq!(failed(&part(0, 12, json!({"multiples_of": 0}))), at("/parts/0/others/multiples_of"));
    assert_eq!(failed(&json!({"members": ["c"], "proof": {"parts": []}})), at("/parts"));
    assert_eq!(failed(&json!({"members": ["c"], "proof": {"no_vote": {}}})), at("/no_vote"));
    assert_eq!(failed(&json!({"members": [], "proof": {"no_vote": {}}})).as_deref(), Some("/certificate/members"));
    assert_eq!(failed(&json!({"members": ["c"], "proof": {"diagram": {"ask": [], "points": []}}})), at("/diagram/points/0"));
    let asks_c = json!({"members": ["c"], "proof": {"diagram": {"ask": [["c"]], "points": []}}});
    assert_eq!(failed(&asks_c), at("/diagram/ask/0"));
    let unlike = json!({"members": ["c"], "proof": {"diagram": {"ask": [["a"], ["a"]], "points": []}}});
    assert_eq!(failed(&unlike), at("/diagram/ask/1"));
}

#[test]
fn a_certificate_that_takes_too_long_is_refused_before_it_is_followed() {
    let known: Vec<Value> = (0..5_000).map(|_| json!({"part": 0})).collect();
    let next = vec![1; 5_000];
    let points = json!([{"after": 0, "then": {"next": next}}, {"after": 1, "known": known, "then": {"end": "fails"}}]);
    let certificate = json!({"members": ["a"], "proof": {"diagram": {"ask": [["b"]], "points": points}}});
    let error = checked(&json!(["a", "b"]), &json!({"majority": {}}), &certificate).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::TooMuchWork, "/certificate"));
}

#[test]
fn large_groups_are_looked_through() {
    let members: Value = (0..150).map(|i| json!(format!("m{i}"))).collect();
    let answer = found(members.clone(), json!({"majority": {}}));
    assert!(answer.members.iter().all(|line| line.vote_can_matter == Some(true)));
    // Even weights and one odd one.
    let weights: serde_json::Map<String, Value> =
        (0..150).map(|i| (format!("m{i}"), json!(if i == 0 { 1 } else { 2 * (i % 9 + 1) }))).collect();
    let answer = found(members, json!({"votes": {"at_least": 900, "weights": weights}}));
    assert_eq!(answer.members[0].vote_can_matter, Some(false));
    assert!(matches!(answer.certificates[0].proof, TokenismProof::Parts(_)));
    assert!(answer.members.iter().skip(1).all(|line| line.vote_can_matter == Some(true)));
}

#[test]
fn what_takes_too_long_is_said_to() {
    // Large weights without a pattern, and one vote among thousands of millions.
    let weight = |i: u64| 1_000_000_000 + i.wrapping_mul(0x9e37_79b9_7f4a_7c15) % 999_999_937;
    let weights: serde_json::Map<String, Value> =
        (0..100).map(|i| (format!("m{i}"), json!(if i == 0 { 1 } else { weight(i) }))).collect();
    let members: Value = (0..100).map(|i| json!(format!("m{i}"))).collect();
    let part = json!({"votes": {"more_than": "1/2", "of": "members", "weights": weights}});
    let answer = found(members, json!({"all": [part.clone(), {"any": [part, {"sign_off": ["m1", "m2"]}]}]}));
    assert_eq!(answer.members[0].vote_can_matter, None);
    assert!(answer.not_told.iter().any(|line| line.contains("m0")));
}

#[test]
fn the_smallest_changes_are_found_and_say_what_they_do() {
    let weights = json!({"fr": 4, "de": 4, "it": 4, "be": 2, "nl": 2, "lu": 1});
    let answer = found(json!(["fr", "de", "it", "be", "nl", "lu"]), json!({"votes": {"at_least": 12, "weights": weights}}));
    let [line] = answer.changes.as_slice() else { panic!("one kind of member has no weight") };
    assert_eq!(line.given_to.as_str(), "lu");
    let told: Vec<(TokenismFamily, &str)> =
        line.changes.iter().map(|change| (change.family, change.statement.as_str())).collect();
    assert_eq!(
        told,
        [
            (TokenismFamily::MoreVotes, "give lu 1 vote more in part 0"),
            (TokenismFamily::BarLowered, "lower the bar of part 0 from 12 to 11 votes, as counted when all vote"),
            (TokenismFamily::BarRaised, "raise the bar of part 0 from 12 to 13 votes, as counted when all vote"),
            (TokenismFamily::MustAgree, "ask for lu's agreement as well, which is a veto"),
        ]
    );
    let effect = line.changes.last().unwrap().effect.as_ref().unwrap();
    assert_eq!(effect.new_vetoes.iter().map(Id::as_str).collect::<Vec<_>>(), ["lu"]);
    assert_eq!(line.without.len(), 3);
    assert!(found(json!(["a", "b", "c"]), json!({"majority": {}})).changes.is_empty());
}

#[test]
fn a_quorum_gives_weight_to_who_comes_and_not_to_the_vote() {
    let members: Value =
        (0..5).map(|i| json!({"id": format!("m{i}"), "constituency": if i < 3 { "executives" } else { "advisers" }})).collect();
    let answer = found(members, json!({"advisory": {"deciders": "executives"}}));
    let changes = &answer.changes[0].changes;
    assert_eq!(answer.changes[0].members.len(), 2);
    let quorum = changes.last().unwrap();
    assert_eq!((quorum.family, quorum.gives_a_vote_that_matters), (TokenismFamily::ConstituencyQuorum, false));
    assert!(changes.iter().rev().skip(1).all(|change| change.gives_a_vote_that_matters));
    assert!(changes.iter().any(|change| change.family == TokenismFamily::ConstituencyVote));
}

#[test]
fn changes_are_looked_for_on_behalf_of_so_many() {
    // Eleven members with different votes, and a bar that needs the three heaviest and nobody else.
    let weights: serde_json::Map<String, Value> =
        (0..14).map(|i| (format!("m{i}"), json!(if i < 3 { 10_000 } else { 1 << (i - 3) }))).collect();
    let members: Value = (0..14).map(|i| json!(format!("m{i}"))).collect();
    let answer = found(members, json!({"votes": {"at_least": 30_000, "weights": weights}}));
    assert_eq!(answer.changes.len(), MOST_KINDS_CHANGED);
    assert!(
        answer.not_told.iter().any(|line| line.starts_with("changes that would give weight to m11")),
        "{:?}",
        answer.not_told
    );
}

#[test]
fn a_quorum_is_tried_with_those_who_help() {
    let members: Value = ["a", "b", "c"].iter().map(|id| json!({"id": id, "constituency": "l"})).collect();
    let answer = found(members, json!({"sign_off": ["c"]}));
    let changes = &answer.changes.iter().find(|line| line.given_to.as_str() == "a").unwrap().changes;
    assert!(changes.iter().any(|change| change.family == TokenismFamily::ConstituencyQuorum));
}

#[test]
fn a_casting_vote_that_does_not_carry_makes_no_veto_and_empty_seats_no_unanimity() {
    let made =
        |rule: Value| -> Vec<VetoMaker> { found(json!(["a", "b", "c"]), rule).vetoes.iter().map(|veto| veto.made_by).collect() };
    let rule = json!({"votes": {"at_least": 4, "weights": {"a": 1, "b": 1, "c": 2}, "casting_vote": "c"}});
    assert!(!made(rule).contains(&VetoMaker::CastingVote));
    let rule = json!({"votes": {"at_least": 2, "weights": {"a": 2, "b": 0}}});
    assert_eq!(made(rule), [VetoMaker::Votes]);
}

#[test]
fn sides_are_told_in_words() {
    let told = |power: f64, exact: Option<Exact>| sides::in_words(&IndexValue { exact, value: power, error: 0.0 });
    assert_eq!(told(1.0, Some(Exact::one())), "all");
    assert_eq!(told(0.0, Some(Exact::zero())), "none");
    assert_eq!(told(0.5, Exact::new(1, 2)), "1/2");
    assert_eq!(told(0.5, Exact::new(1_000_000_007, 2_000_000_011_u64)), "about 50.0 per cent");
    let answer = found(json!(["a", "b", "c"]), json!({"sign_off": ["c"]}));
    assert!(answer.alarms.iter().any(|alarm| alarm.statement == "the votes of a and b can never make a difference"));
}
