//! The inference table, case by case.

use serde_json::{Value, json};

use super::*;
use crate::error::ErrorReport;

const STANDS: [(&str, &str); 3] =
    [("no_power_outside_rule", "yes"), ("rule_change_needs_lived", "yes"), ("deadlock_changes_nothing", "yes")];

fn evidence(items: &[(&str, &str)]) -> Value {
    items.iter().map(|(statement, holds)| json!({"statement": statement, "holds": holds})).collect()
}

/// People with lived experience `l0`..., staff `s0`..., third parties `t0`... and how design is decided.
fn request(lived: usize, staff: usize, third: usize, how: Value) -> Value {
    let people = |letter: &'static str, count: usize, constituency: &'static str| {
        (0..count).map(move |number| json!({"id": format!("{letter}{number}"), "constituency": constituency}))
    };
    let people: Vec<Value> =
        people("l", lived, "lived").chain(people("s", staff, "staff")).chain(people("t", third, "third")).collect();
    json!({
        "constituencies": [
            {"id": "lived", "expertise": "experience"},
            {"id": "staff", "expertise": "profession"},
            {"id": "third", "expertise": "third_party", "side": "independent"}
        ],
        "people": people,
        "stages": {"design": how},
        "frameworks": ["arnstein"]
    })
}

fn answer(request: &Value) -> Result<LevelAnswer, ErrorReport> {
    level(&serde_json::from_value(request.clone()).unwrap())
}

fn design(request: &Value) -> StageLevel {
    answer(request).unwrap().stages.into_iter().find(|stage| stage.stage == crate::group::Stage::Design).unwrap()
}

fn standing(how: Value, more: &[(&str, &str)]) -> Value {
    let mut how = how;
    how["evidence"] = evidence(&[&STANDS[..], more].concat());
    how
}

const NO_CONTROL: (&str, &str) = ("lived_control_resources", "no");

fn range(lived: usize, staff: usize, rule: Value) -> (u8, u8) {
    let stage = design(&request(lived, staff, 0, standing(json!({"rule": rule}), &[NO_CONTROL])));
    (stage.low, stage.high)
}

#[test]
fn a_rule_that_stands_proves_its_level() {
    assert_eq!(range(5, 4, json!({"majority": {}})), (5, 5));
    assert_eq!(range(4, 5, json!({"majority": {}})), (3, 3));
    assert_eq!(range(4, 4, json!({"majority": {}})), (4, 4));
    assert_eq!(range(4, 4, json!({"majority": {"casting_vote": "s0"}})), (3, 3));
    assert_eq!(range(3, 2, json!({"majority": {}})), (5, 5));
    assert_eq!(range(3, 2, json!({"two_thirds": {}})), (4, 4));
    assert_eq!(range(1, 8, json!({"consensus": {}})), (4, 4));
    assert_eq!(range(2, 6, json!({"each_constituency": {}})), (4, 4));
    assert_eq!(range(2, 6, json!({"any": [{"majority": {"among": "lived"}}, {"majority": {"among": "staff"}}]})), (3, 5));
    // Those who advise have a seat, and so are told.
    assert_eq!(range(2, 3, json!({"advisory": {"deciders": "staff"}})), (1, 3));
}

#[test]
fn a_quorum_leaves_a_range() {
    // Staff can stop the lived majority by staying away, and only so.
    let quorum = json!({"quorum": {"present": "1", "then": {"majority": {}}}});
    assert_eq!(range(5, 4, quorum), (4, 5));
}

#[test]
fn control_of_everything_is_the_last_level() {
    let rule = json!({"rule": {"majority": {}}});
    let level = |more: &[(&str, &str)]| {
        let stage = design(&request(5, 4, 0, standing(rule.clone(), more)));
        (stage.low, stage.high)
    };
    assert_eq!(level(&[]), (5, 6));
    let all = [("lived_control_rules", "yes"), ("lived_control_agenda", "yes"), ("lived_control_resources", "yes")];
    assert_eq!(level(&all), (6, 6));
    assert_eq!(level(&all[..2]), (5, 6));
}

#[test]
fn a_rule_that_may_not_stand_proves_less() {
    let level = |items: &[(&str, &str)]| {
        let stage = design(&request(5, 4, 0, json!({"rule": {"majority": {}}, "evidence": evidence(items)})));
        (stage.low, stage.high, stage.by_rule.unwrap())
    };
    let by_rule = LevelRange { low: 5, high: 6 };
    assert_eq!(level(&[]), (2, 6, by_rule));
    let change = |holds| [STANDS[0], STANDS[2], ("rule_change_needs_lived", holds)];
    assert_eq!(level(&change("unknown")), (3, 6, by_rule));
    assert_eq!(level(&change("no")), (3, 3, by_rule));
    let outside = |holds| [STANDS[1], STANDS[2], ("no_power_outside_rule", holds)];
    assert_eq!(level(&outside("unknown")), (2, 6, by_rule));
    assert_eq!(level(&outside("no")), (2, 3, by_rule));
    let deadlock = |holds| [STANDS[0], STANDS[1], ("deadlock_changes_nothing", holds)];
    assert_eq!(level(&deadlock("no")), (2, 3, by_rule));
}

#[test]
fn one_declared_sign_off_shares_the_power() {
    let how = |lived_before: &str, agreed: &str| json!({"rule": {"majority": {}}, "sign_offs": [{"by": ["s0"], "declared_before_work": lived_before, "agreed_by_lived": agreed}]});
    let level = |how: Value, lived: usize| design(&request(lived, 4, 0, standing(how, &[])));
    let declared = level(how("yes", "yes"), 5);
    assert_eq!((declared.low, declared.high), (4, 4));
    let decision = &declared.decisions[0];
    assert!(decision.codes.contains(&LevelCode::OneSidedVeto) && decision.equal_influence == Holds::No);
    assert_eq!((level(how("yes", "yes"), 4).low, level(how("yes", "yes"), 4).high), (4, 4));
    let late = level(how("no", "no"), 5);
    assert_eq!((late.low, late.high, late.by_rule), (3, 3, Some(LevelRange { low: 4, high: 4 })));
    assert!(late.decisions[0].codes.contains(&LevelCode::LateSignOff));
    let unknown = level(how("unknown", "unknown"), 5);
    assert_eq!((unknown.low, unknown.high), (3, 4));
    assert!(unknown.narrows_most.unwrap().question.contains("s0"));
}

#[test]
fn a_power_to_impose_leaves_at_most_involvement() {
    let impose = |by: &str| {
        let sign_off = json!([{"by": ["s0"], "declared_before_work": "yes"}]);
        let how = json!({"rule": {"majority": {}}, "sign_offs": sign_off, "can_impose": [by]});
        let stage = design(&request(5, 4, 0, standing(how, &[])));
        (stage.low, stage.high)
    };
    assert_eq!(impose("s0"), (2, 3), "the same person: the votes never matter, and having them is being asked");
    assert_eq!(impose("s1"), (3, 3));
}

#[test]
fn seeking_consent_with_the_host_as_fallback_is_not_shared_power() {
    let how = json!({"rule": {"consent": {}}, "fallback": {"majority": {"among": "staff"}}});
    let stage = design(&request(3, 3, 0, standing(how.clone(), &[])));
    assert_eq!((stage.low, stage.high), (2, 3));
    let stage = design(&request(3, 3, 0, standing(json!({"rule": {"consent": {}}}), &[])));
    assert_eq!((stage.low, stage.high), (4, 4));
}

#[test]
fn holders_of_the_agenda_can_stop_what_they_do_not_bring_up() {
    let how = json!({"rule": {"majority": {}}, "agenda_held_by": ["s0", "s1"]});
    let stage = design(&request(5, 4, 0, standing(how, &[])));
    assert_eq!((stage.low, stage.high), (4, 4));
}

#[test]
fn without_a_rule_evidence_sets_the_low_end() {
    let level = |how: Value| {
        let stage = design(&request(3, 3, 0, how));
        (stage.low, stage.high, stage.by_rule)
    };
    assert_eq!(level(json!({})), (0, 6, None));
    assert_eq!(level(json!({"evidence": evidence(&[("asked_before", "yes")])})), (2, 6, None));
    let host = |items: &[(&str, &str)]| level(json!({"host_decides": true, "evidence": evidence(items)}));
    assert_eq!(host(&[("told", "yes"), ("reply_owed", "no")]), (1, 2, Some(LevelRange { low: 1, high: 2 })));
    assert_eq!(host(&[("reply_owed", "yes")]).0, 3);
}

#[test]
fn a_seat_without_a_vote_is_being_told() {
    let weights = json!({"rule": {"votes": {"more_than": 1, "weights": {"l0": 0, "s0": 1, "s1": 1, "s2": 1}}}});
    let stage = design(&request(1, 3, 0, standing(weights, &[("reply_owed", "no")])));
    assert_eq!((stage.low, stage.high), (1, 2));
}

#[test]
fn what_a_vote_settles_is_assumed_and_not_asked() {
    let decision = |more: &[(&str, &str)]| {
        let how = json!({"rule": {"majority": {}}, "evidence": evidence(&[&STANDS[1..], more].concat())});
        design(&request(5, 4, 0, how)).decisions.remove(0)
    };
    let by_seat = "having a vote counts as being asked before the decision, and a seat without a vote as being told, unless evidence says no";
    let assumed = decision(&[]);
    assert_eq!(assumed.low, 2);
    assert!(assumed.assumes.iter().any(|line| line == by_seat));
    let asked = assumed.narrows_most.unwrap().statement;
    assert!(!matches!(asked, Some(evidence::Statement::Told | evidence::Statement::AskedBefore)));
    let denied = decision(&[("asked_before", "no")]);
    assert_eq!(denied.low, 1);
}

#[test]
fn independent_third_parties_count_for_nobody() {
    let stage = design(&request(3, 3, 2, standing(json!({"rule": {"majority": {}}}), &[])));
    assert_eq!((stage.low, stage.high), (4, 4));
    assert_eq!(stage.decisions[0].codes, [LevelCode::OutvotedOnlyWithThirdParties]);
    let mut open = request(3, 3, 2, standing(json!({"rule": {"majority": {}}}), &[NO_CONTROL]));
    open["constituencies"][2].as_object_mut().unwrap().remove("side");
    let stage = design(&open);
    assert_eq!((stage.low, stage.high), (3, 5));
    let question = stage.narrows_most.unwrap();
    assert_eq!((question.if_yes, question.if_no), (Some(LevelRange { low: 5, high: 5 }), Some(LevelRange { low: 3, high: 3 })));
}

#[test]
fn membership_is_as_at_the_decision() {
    let mut late = request(5, 4, 0, standing(json!({"rule": {"majority": {}}}), &[]));
    for person in late["people"].as_array_mut().unwrap().iter_mut().take(5) {
        person["joined"] = json!("2026-03-01");
    }
    late["decisions"] = json!([
        {"id": "brief", "stage": "design", "date": "2026-02-28"},
        {"id": "cover", "stage": "design", "date": "2026-03-01"}
    ]);
    let stage = design(&late);
    let ranges: Vec<(u8, u8)> = stage.decisions.iter().map(|decision| (decision.low, decision.high)).collect();
    assert_eq!(ranges, [(0, 3), (5, 6)]);
    assert_eq!((stage.low, stage.high), (0, 3));
    assert!(stage.decisions[0].codes.contains(&LevelCode::NoLivedMember));
    late["stages"]["design"]["rule"] = json!({"majority": {"among": "lived"}});
    let stage = design(&late);
    let brief = &stage.decisions[0];
    assert_eq!((brief.low, brief.high, brief.by_rule), (0, 6, None));
    assert!(brief.codes.contains(&LevelCode::RuleNeverPasses));
    late["decisions"][0]["minor_by_agreement"] = json!(true);
    assert_eq!(design(&late).low, 5);
}

#[test]
fn a_definition_asks_for_every_stage() {
    let how = standing(json!({"rule": {"each_constituency": {}}}), &[]);
    let verdicts = |stages: Value, name: &str| {
        let mut asked = request(3, 3, 0, json!({}));
        asked["stages"] = stages;
        asked["definitions"] = json!([name]);
        answer(&asked).unwrap().definitions[0].verdict
    };
    let two = json!({"design": how, "deliver": how});
    assert_eq!(verdicts(two.clone(), "ladder_of_co_production"), Verdict::Supported);
    assert_eq!(verdicts(two.clone(), "fulfilling_lives"), Verdict::Open);
    assert_eq!(verdicts(two.clone(), "strict_equality"), Verdict::Supported);
    assert_eq!(verdicts(json!({"commission": how, "design": how, "deliver": how}), "fulfilling_lives"), Verdict::Supported);
    let hosts = json!({"commission": {"host_decides": true}, "design": how, "deliver": how});
    assert_eq!(verdicts(hosts.clone(), "fulfilling_lives"), Verdict::Contradicted);
    assert_eq!(verdicts(hosts.clone(), "nihr"), Verdict::Contradicted);
    assert_eq!(verdicts(hosts, "ladder_of_co_production"), Verdict::Supported);
    let led = json!({"design": standing(json!({"rule": {"majority": {}}, "evidence": []}), &[])});
    let mut lived_led = request(5, 4, 0, json!({}));
    lived_led["stages"] = led;
    lived_led["definitions"] = json!(["co_production", "strict_equality"]);
    let verdicts: Vec<Verdict> = answer(&lived_led).unwrap().definitions.iter().map(|each| each.verdict).collect();
    assert_eq!(verdicts, [Verdict::Supported, Verdict::Contradicted]);
    let alone = request(4, 0, 0, standing(json!({"rule": {"majority": {}}}), &[]));
    assert_eq!(answer(&alone).unwrap().definitions[0].verdict, Verdict::Contradicted, "one side alone never co-produces");
}

#[test]
fn the_effective_rule_can_be_measured() {
    let how = json!({"rule": {"majority": {}}, "sign_offs": [{"by": ["s0"], "what": "content and design", "declared_before_work": "no"}]});
    let asked: LevelRequest = serde_json::from_value(request(2, 1, 0, how)).unwrap();
    let rules = effective_rules(&asked, crate::group::Stage::Design).unwrap();
    let rule = rules[0].rule.as_ref().unwrap();
    let effective = serde_json::to_value(&rule.effective).unwrap();
    let half = json!({"votes": {"more_than": "1/2", "of": "cast"}});
    assert_eq!(serde_json::to_value(&rule.written).unwrap(), half);
    assert_eq!(effective, json!({"all": [half, {"sign_off": ["s0"]}]}));
    assert_eq!(rule.added[0].words, "s0 must authorise content and design: without that it fails, whatever the group says");
}

#[test]
fn every_stored_framework_can_be_read_and_placed() {
    let all = frameworks(&FrameworksRequest::default()).unwrap();
    assert_eq!(all.frameworks.len(), 28);
    for framework in &all.frameworks {
        assert!(!framework.citation.is_empty() && !framework.levels.is_empty(), "{}", framework.id);
        let ordered = matches!(framework.order, FrameworkOrder::Ladder | FrameworkOrder::Bands);
        for level in &framework.levels {
            assert!(level.power.is_some() || !ordered, "{} {}", framework.id, level.name);
            assert!(level.power.is_none_or(|power| power.low <= power.high && power.high <= TOP_LEVEL));
        }
        assert_eq!(framework.confidence != Confidence::Seen, framework.warning().is_some());
    }
    assert!(all.warnings.iter().any(|warning| warning.starts_with("Degrees of participation")));
}

#[test]
fn power_alone_does_not_name_what_turns_on_more() {
    let mut asked = request(4, 4, 0, standing(json!({"rule": {"majority": {}}}), &[]));
    asked["frameworks"] = json!(["arnstein", "tlap_ncag", "treseder", "scie_principles", "four_pi", "iap2"]);
    let rungs = design(&asked).rungs;
    let rung = |id: &str| rungs.iter().find(|rung| rung.framework == id).unwrap();
    assert_eq!(rung("arnstein").rung.as_deref(), Some("Partnership"));
    assert_eq!(rung("tlap_ncag").rung, None);
    assert_eq!(rung("tlap_ncag").possible, ["Co-design", "Co-production"]);
    for id in ["tlap_ncag", "treseder", "scie_principles", "four_pi"] {
        assert!(rung(id).why.as_deref().unwrap().starts_with("not inferable from power"), "{id}");
    }
    assert!(rung("treseder").warning.is_some());
    asked["frameworks"] = json!(["ladder"]);
    let error = answer(&asked).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_str()), ("unknown_framework", "/frameworks/0"));
}

#[test]
fn the_work_of_one_request_is_bounded() {
    let weights = |people: usize, step: usize| -> Value {
        (0..people)
            .map(|number| (format!("l{number}"), json!(number * step + number * number + 1)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let mut asked = request(60, 0, 0, json!({}));
    for person in asked["people"].as_array_mut().unwrap().iter_mut().skip(30) {
        person["constituency"] = json!("staff");
    }
    let many = (0..MOST_DECISIONS).map(|number| {
        let rule = json!({"quorum": {"cast": "1/2", "then": {"votes": {"more_than": "1/2", "of": "cast", "weights": weights(60, number)}}}});
        json!({"id": format!("d{number}"), "stage": "design", "how": {"rule": rule}})
    });
    asked["decisions"] = many.collect();
    let error = answer(&asked).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_str()), ("too_much_work", "/decisions/0/how/rule"));
    // A large but ordinary project is answered.
    let many = (0..MOST_DECISIONS).map(|number| {
        let rule = json!({"votes": {"at_least": 1 + number % 40, "among": "lived"}});
        json!({"id": format!("d{number}"), "stage": "design", "how": {"rule": rule}})
    });
    asked["decisions"] = many.filter(|decision| decision["how"]["rule"]["votes"]["at_least"].as_u64() <= Some(30)).collect();
    assert_eq!(design(&asked).decisions.len(), 150);
}
