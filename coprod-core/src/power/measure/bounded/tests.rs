//! Groups that are too large for exact fractions, beside the same power worked out exactly.

use serde_json::{Map, Value, json};

use super::super::{MeasureRequest, PowerIndex, PowerNumbers, measure};
use super::*;
use crate::error::Pointer;
use crate::power::rule::Rules;

/// A third of the members are one side, and the first may be without a vote.
fn request(weights: &[u64], quota: u64) -> MeasureRequest {
    let side = |number: usize| if number.is_multiple_of(3) { "lived_experience" } else { "professional" };
    let members: Vec<Value> =
        (0..weights.len()).map(|number| json!({"id": format!("m{number}"), "constituency": side(number)})).collect();
    let weights: Map<String, Value> =
        weights.iter().enumerate().map(|(number, weight)| (format!("m{number}"), json!(weight))).collect();
    let rule = json!({"votes": {"at_least": quota, "weights": weights}});
    serde_json::from_value(json!({"members": members, "rule": rule})).unwrap()
}

fn bounded(request: &MeasureRequest, indices: Option<&[PowerIndex]>) -> Option<MeasureAnswer> {
    let roster = Roster::new(&request.members, &Pointer::root(), 1000).unwrap();
    let rule = Compiled::new(&request.rule, &Pointer::root(), &roster, &Rules::default()).unwrap();
    answered(&rule, &roster, &Game::of(&rule), Asked { indices, ..Asked::default() }).unwrap()
}

fn near(found: Option<&IndexValue>, exact: Option<&IndexValue>, what: &str) {
    match (found, exact) {
        (Some(found), Some(exact)) => {
            let off = (found.value - exact.value).abs();
            assert!(found.exact.is_none() && off <= found.error + 1e-16, "{what}: {off:e} is more than {:e}", found.error);
            assert!(found.error < 1e-10, "{what}");
        }
        (None, None) => {}
        other => panic!("{what}: {other:?}"),
    }
}

#[test]
fn every_number_is_within_its_error_of_the_exact_one() {
    for (weights, quota) in [
        (vec![3, 2, 2, 1, 1, 1, 0, 5, 4, 9, 1], 15),
        (vec![10, 1, 1, 1], 10),
        (vec![6, 6, 6, 1], 12),
        (vec![7, 30, 2], 5),
        (vec![100, 70, 50, 49, 30, 12, 12, 12, 5, 3, 3, 2, 1, 1, 1], 176),
    ] {
        let request = request(&weights, quota);
        let (exact, found) = (measure(&request).unwrap(), bounded(&request, None).unwrap());
        assert_eq!((exact.method.as_str(), found.method.as_str()), ("exact", "bounded"));
        near(found.coleman_act.as_ref(), exact.coleman_act.as_ref(), "act");
        for (found, exact) in found.members.iter().zip(&exact.members) {
            let what = format!("{weights:?} {quota} {}", found.id);
            near(found.banzhaf.as_ref(), exact.banzhaf.as_ref(), &what);
            near(found.banzhaf_absolute.as_ref(), exact.banzhaf_absolute.as_ref(), &what);
            near(found.shapley_shubik.as_ref(), exact.shapley_shubik.as_ref(), &what);
            near(found.coleman_prevent.as_ref(), exact.coleman_prevent.as_ref(), &what);
            near(found.coleman_initiate.as_ref(), exact.coleman_initiate.as_ref(), &what);
            assert_eq!((found.dummy, found.veto, found.dictator), (exact.dummy, exact.veto, exact.dictator), "{what}");
            assert_eq!((&found.constituency, &found.swings, &found.holler), (&exact.constituency, &None, &None));
        }
        for (found, exact) in found.constituencies.iter().zip(&exact.constituencies) {
            let sums = |line: &crate::power::ConstituencyPower| line.if_each_votes_alone.clone().unwrap();
            near(Some(&sums(found).banzhaf), Some(&sums(exact).banzhaf), "side");
            near(Some(&sums(found).shapley_shubik), Some(&sums(exact).shapley_shubik), "side");
            assert_eq!(
                (found.say, &found.if_each_constituency_votes_as_one),
                (exact.say, &exact.if_each_constituency_votes_as_one)
            );
        }
    }
}

#[test]
fn indices_that_need_coalitions_are_not_answered_by_chances() {
    let request = request(&[3, 2, 1], 4);
    assert!(bounded(&request, Some(&[PowerIndex::Holler])).is_none());
    let shapley = bounded(&request, Some(&[PowerIndex::ShapleyShubik])).unwrap();
    assert!(shapley.left_out.is_empty() && shapley.members[0].banzhaf.is_none() && shapley.members[0].shapley_shubik.is_some());
    let all = bounded(&request, None).unwrap();
    assert_eq!(all.left_out, [PowerIndex::DeeganPackel, PowerIndex::Holler, PowerIndex::Johnston]);
}

#[test]
fn decimals_are_answered_where_they_are_asked_for() {
    let mut request = request(&[3, 2, 1], 4);
    request.numbers = PowerNumbers::Decimals;
    assert_eq!(measure(&request).unwrap().method, "bounded");
    request.indices = Some(vec![PowerIndex::Johnston]);
    assert_eq!(measure(&request).unwrap().method, "exact", "chances do not give it");
}

#[test]
fn a_large_group_is_measured_and_says_how_well() {
    let weights: Vec<u64> = (0..1000).map(|number| 1 + number * number % 53).collect();
    let total: u64 = weights.iter().sum();
    let mut request = request(&weights, total / 2 + 1);
    request.members.iter_mut().for_each(|member| member.constituency = None);
    let answer = measure(&request).unwrap();
    assert_eq!(answer.method, "bounded");
    let shares: f64 = answer.members.iter().map(|member| member.shapley_shubik.as_ref().unwrap().value).sum();
    assert!((shares - 1.0).abs() < 1e-9);
    assert!(answer.members.iter().all(|member| member.shapley_shubik.as_ref().unwrap().error < 1e-12 && !member.dummy));
}
