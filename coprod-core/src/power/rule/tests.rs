//! Rules are read, checked, written out and evaluated as the grammar says.

use super::*;
use crate::error::{ErrorCode, Pointer};
use crate::group::{Member, Roster};
use crate::unit::IdMap;

fn group() -> Roster {
    let members: Vec<Member> = serde_json::from_str(
        r#"[{"id":"ana","constituency":"lived"},{"id":"bo","constituency":"lived"},{"id":"cy","constituency":"lived"},
            {"id":"dee","constituency":"staff"},{"id":"eve","constituency":"staff"}]"#,
    )
    .unwrap();
    Roster::new(&members, &Pointer::root(), 25).unwrap()
}

fn compile(json: &str) -> Result<Compiled, (ErrorCode, String)> {
    compile_with(json, "{}")
}

fn compile_with(json: &str, rules: &str) -> Result<Compiled, (ErrorCode, String)> {
    let rule: Rule = serde_json::from_str(json).unwrap();
    let rules: Rules = serde_json::from_str(rules).unwrap();
    Compiled::new(&rule, &Pointer::root().key("rule"), &group(), &rules).map_err(|error| (error.code(), error.path().to_string()))
}

fn passes(json: &str, votes: [State; 5]) -> bool {
    compile(json).unwrap().passes(&votes)
}

use State::{Absent as X, Abstain as A, No as N, Object as O, Yes as Y};

#[test]
fn each_base_counts_what_it_says() {
    let of = |base: &str| format!(r#"{{"votes":{{"more_than":"1/2","of":"{base}"}}}}"#);
    assert!(passes(&of("cast"), [Y, A, A, X, X]));
    assert!(!passes(&of("present"), [Y, A, A, X, X]));
    assert!(passes(&of("present"), [Y, Y, A, X, X]));
    assert!(!passes(&of("members"), [Y, Y, A, X, X]));
    assert!(passes(&of("members_less_abstainers"), [Y, Y, A, A, X]));
    assert!(!passes(&of("members_less_abstainers"), [Y, Y, A, X, X]));
    assert!(!passes(&of("cast"), [A, A, A, A, A]));
}

#[test]
fn two_thirds_of_six_is_four_exactly() {
    let rule = r#"{"votes":{"at_least":"2/3","of":"cast","weights":{"ana":4,"bo":2}}}"#;
    assert!(passes(rule, [Y, N, X, X, X]));
    assert!(!passes(rule, [N, Y, X, X, X]));
}

#[test]
fn a_casting_vote_counts_only_at_a_tie_above_zero() {
    let rule = r#"{"votes":{"more_than":"1/2","of":"cast","casting_vote":"eve"}}"#;
    assert!(passes(rule, [Y, N, A, A, Y]) && !passes(rule, [Y, N, A, A, N]));
    assert!(passes(rule, [Y, N, N, Y, Y]) && passes(rule, [Y, N, X, X, Y]));
    assert!(!passes(rule, [Y, X, N, X, X]) && !passes(rule, [A, A, A, A, A]));
    assert!(passes(rule, [X, X, N, X, Y]) && !passes(rule, [X, X, Y, X, N]));
    assert!(!passes(rule, [Y, N, X, X, A]), "an abstaining holder has no second vote");
}

#[test]
fn consent_needs_somebody_and_no_objection() {
    let rule = r#"{"consent":{}}"#;
    assert!(passes(rule, [Y, N, A, X, X]));
    assert!(!passes(rule, [Y, Y, O, Y, Y]));
    assert!(!passes(rule, [X, X, X, X, X]));
    assert!(passes(r#"{"consensus":{}}"#, [Y, Y, X, X, X]) && !passes(r#"{"consensus":{}}"#, [Y, A, X, X, X]));
    assert!(passes(r#"{"consensus":{"of":"cast"}}"#, [Y, A, X, X, X]));
}

#[test]
fn a_quorum_counts_heads() {
    let rule = r#"{"quorum":{"present":"1/2","among":"lived","then":{"majority":{}}}}"#;
    assert!(passes(rule, [Y, A, X, X, X]) && !passes(rule, [Y, X, X, Y, Y]));
    let cast = r#"{"quorum":{"cast_count":3,"then":{"majority":{}}}}"#;
    assert!(passes(cast, [Y, Y, N, A, A]) && !passes(cast, [Y, Y, A, A, A]));
}

#[test]
fn what_is_wrong_is_pointed_at() {
    let wrong = |json: &str| compile(json).unwrap_err();
    assert_eq!(wrong(r#"{"all":[{"sign_off":["zed"]}]}"#), (ErrorCode::UnknownMember, "/rule/all/0/sign_off/0".into()));
    assert_eq!(wrong(r#"{"votes":{"at_least":6}}"#), (ErrorCode::QuotaOverTotal, "/rule/votes/at_least".into()));
    assert_eq!(wrong(r#"{"votes":{"more_than":5}}"#).0, ErrorCode::QuotaOverTotal);
    assert_eq!(wrong(r#"{"votes":{"more_than":"1","of":"cast"}}"#).0, ErrorCode::QuotaOverTotal);
    assert_eq!(wrong(r#"{"votes":{"at_least":"1/2"}}"#).0, ErrorCode::BarNeedsBase);
    assert_eq!(wrong(r#"{"votes":{"of":"cast"}}"#).0, ErrorCode::BarUnclear);
    let negative = wrong(r#"{"votes":{"at_least":1,"weights":{"ana":-1}}}"#);
    assert_eq!(negative, (ErrorCode::NegativeWeight, "/rule/votes/weights/ana".into()));
    assert_eq!(wrong(r#"{"votes":{"at_least":1,"weights":{"ana":"1/2"}}}"#).0, ErrorCode::WeightNotWhole);
    assert_eq!(wrong(r#"{"votes":{"at_least":1,"weights":{"ana":0}}}"#).0, ErrorCode::NoVotes);
    assert_eq!(wrong(r#"{"majority":{"among":"nobody"}}"#), (ErrorCode::UnknownConstituency, "/rule/majority/among".into()));
    assert_eq!(wrong(r#"{"majority":{"among":["ana","ana"]}}"#).0, ErrorCode::DuplicateId);
    assert_eq!(wrong(r#"{"any":[]}"#).0, ErrorCode::EmptyRule);
    assert_eq!(wrong(r#"{"at_least":{"count":2,"of":[{"majority":{}}]}}"#).0, ErrorCode::CountOutOfRange);
    assert_eq!(wrong(r#"{"quorum":{"then":{"majority":{}}}}"#).0, ErrorCode::QuorumUnclear);
    assert_eq!(wrong(r#"{"use":"x"}"#).0, ErrorCode::UnknownRule);
}

#[test]
fn cyclic_and_exploding_rules_are_refused() {
    let cyclic = compile_with(r#"{"use":"a"}"#, r#"{"a":{"all":[{"use":"b"}]},"b":{"use":"a"}}"#).unwrap_err();
    assert_eq!(cyclic, (ErrorCode::CyclicRule, "/rules/b/use".into()));
    let twice: Vec<String> =
        (0..40).map(|i| format!(r#""r{i}":{{"all":[{{"use":"r{}"}},{{"use":"r{}"}}]}}"#, i + 1, i + 1)).collect();
    let bomb = format!(r#"{{{},"r40":{{"majority":{{}}}}}}"#, twice.join(","));
    assert_eq!(compile_with(r#"{"use":"r0"}"#, &bomb).unwrap_err().0, ErrorCode::RuleTooLarge);
    let chain: Vec<String> = (0..200).map(|i| format!(r#""r{i}":{{"use":"r{}"}}"#, i + 1)).collect();
    let long = format!(r#"{{{},"r200":{{"majority":{{}}}}}}"#, chain.join(","));
    assert_eq!(compile_with(r#"{"use":"r0"}"#, &long).unwrap_err().0, ErrorCode::TooDeep);
}

#[test]
fn a_rule_written_out_is_the_same_rule() {
    let shorthands = [
        r#"{"majority":{"casting_vote":"ana"}}"#,
        r#"{"two_thirds":{"of":"members","among":"lived"}}"#,
        r#"{"unanimity":{}}"#,
        r#"{"consensus":{"among":["ana","eve"]}}"#,
        r#"{"each_constituency":{}}"#,
        r#"{"each_constituency":{"at_least":"2/3","of":"present"}}"#,
        r#"{"veto":{"by":["eve"],"then":{"majority":{}},"unless":{"consensus":{"among":["ana","bo","cy","dee"]}}}}"#,
        r#"{"veto":{"by":["eve"],"then":{"majority":{}}}}"#,
        r#"{"override":{"by":["eve"],"then":{"quorum":{"present":"1/2","then":{"two_thirds":{}}}}}}"#,
        r#"{"advisory":{"deciders":"staff"}}"#,
    ];
    for json in shorthands {
        let rule: Rule = serde_json::from_str(json).unwrap();
        let none = IdMap::default();
        let expanded = rule.expanded(&group(), &none).unwrap();
        let at = Pointer::root();
        assert_eq!(Compiled::new(&expanded, &at, &group(), &none), Compiled::new(&rule, &at, &group(), &none), "{json}");
        assert!(!explain(&rule).is_empty() && !explain(&expanded).is_empty());
    }
}

#[test]
fn unions_say_which_keys_there_are() {
    let error = serde_json::from_str::<Rule>(r#"{"majorty":{}}"#).unwrap_err().to_string();
    assert!(error.contains("not_one_key") && error.contains("\"majority\""), "{error}");
}

#[test]
fn a_number_in_place_of_a_share_is_told_where_numbers_go() {
    let said = |json: &str| {
        let rule: Rule = serde_json::from_str(json).unwrap();
        let error = Compiled::new(&rule, &Pointer::root(), &group(), &Rules::default()).unwrap_err();
        (error.to_string(), error.help())
    };
    let (message, help) = said(r#"{"quorum":{"present":2,"then":{"majority":{}}}}"#);
    assert_eq!(message, "a share of 2 is asked for, and a share is at most 1, so this could never pass");
    assert!(help.contains("\"present_count\""), "{help}");
    assert!(said(r#"{"quorum":{"cast":2,"then":{"majority":{}}}}"#).1.contains("\"cast_count\""));
    assert!(said(r#"{"votes":{"at_least":3,"of":"cast"}}"#).1.contains("leave out \"of\""));
    let (message, help) = said(r#"{"votes":{"more_than":1,"of":"cast"}}"#);
    assert!(message.contains("more than 1") && help.contains("leave out \"of\""), "{message}");
    assert_eq!(said(r#"{"each_constituency":{"at_least":2}}"#).1, "give a share between 0 and 1, such as \"1/2\"");
    let (message, _) = said(r#"{"votes":{"at_least":6}}"#);
    assert_eq!(message, "6 are asked for, and there are only 5, so this could never pass");
}

#[test]
fn those_who_advise_have_a_seat_without_a_vote() {
    let written_out = r#"{"votes":{"more_than":"1/2","of":"cast","weights":{"ana":0,"bo":0,"cy":0,"dee":1,"eve":1}}}"#;
    for deciders in [r#""staff""#, r#"["eve","dee"]"#] {
        let short = format!(r#"{{"advisory":{{"deciders":{deciders}}}}}"#);
        assert_eq!(compile(&short), compile(written_out));
        let rule: Rule = serde_json::from_str(&short).unwrap();
        let expanded = rule.expanded(&group(), &Rules::default()).unwrap();
        assert_eq!(expanded, serde_json::from_str::<Rule>(written_out).unwrap());
        assert!(explain(&rule).iter().all(|line| line.starts_with("only ") && line.ends_with("everybody else advises")));
    }
    let stranger = compile(r#"{"advisory":{"deciders":["dee","zed"]}}"#).unwrap_err();
    assert_eq!(stranger, (ErrorCode::UnknownMember, "/rule/advisory/deciders/1".into()));
}

#[test]
fn a_share_of_one_is_all_and_a_count_of_one_is_a_count() {
    let said = |rule: &str| explain(&serde_json::from_str(rule).unwrap()).remove(0);
    assert_eq!(said(r#"{"unanimity":{}}"#), "yes is all of the members among everybody");
    assert_eq!(said(r#"{"votes":{"at_least":"1","of":"cast"}}"#), "yes is all of the votes cast among everybody");
    assert_eq!(said(r#"{"votes":{"at_least":1}}"#), "at least 1 vote among everybody says yes");
    assert_eq!(
        said(r#"{"votes":{"at_least":1,"weights":{"ana":1,"bo":2}}}"#),
        "at least 1 vote by weight among ana (1), bo (2) says yes"
    );
    assert_eq!(said(r#"{"votes":{"at_least":2,"weights":{"ana":2}}}"#), "at least 2 votes by weight among ana (2) say yes");
    assert_eq!(said(r#"{"each_constituency":{"at_least":1}}"#), "in each constituency separately, yes is all of the votes cast");
    let quorum = |how: &str| said(&format!(r#"{{"quorum":{{{how},"then":{{"majority":{{}}}}}}}}"#));
    assert_eq!(quorum(r#""present":"1""#), "with everybody present:");
    assert_eq!(quorum(r#""present_count":1"#), "with at least 1 member present:");
    assert_eq!(quorum(r#""cast":1,"among":"lived""#), "with all of the constituency lived voting:");
    assert_eq!(quorum(r#""cast_count":2,"among":"lived""#), "with at least 2 members of the constituency lived voting:");
    assert_eq!(quorum(r#""present":"1/2""#), "with at least 1/2 of everybody present:");
}
