//! Minimal winning and maximal losing coalitions, found by trying all coalitions; and ways of counting against each other beyond that.

use std::collections::BTreeSet;

use coprod_core::power::{MeasureAnswer, MeasureRequest, PowerIndex, PowerMethod, measure_by};
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, passes, random_rule};
use serde_json::{Map, Value, json};

fn answer(request: &Value) -> Value {
    ask("power.minimal_coalitions", request)
}

fn ids(set: usize, size: usize) -> Vec<String> {
    (0..size).filter(|i| set >> i & 1 == 1).map(|i| format!("m{i}")).collect()
}

fn compare(rule: &Value, group: &Group, most: usize) {
    let size = group.0.len();
    let did = |set: usize| (0..size).map(|i| if set >> i & 1 == 1 { 'y' } else { 'o' }).collect::<Vec<char>>();
    let wins: Vec<bool> = (0..1_usize << size).map(|set| passes(rule, group, &did(set))).collect();
    let inside = |set: usize| (0..size).filter(move |i| set >> i & 1 == 1);
    let outside = |set: usize| (0..size).filter(move |i| set >> i & 1 == 0);
    let minimal = (0..wins.len()).filter(|set| wins[*set] && inside(*set).all(|i| !wins[set & !(1 << i)]));
    let maximal = (0..wins.len()).filter(|set| !wins[*set] && outside(*set).all(|i| wins[set | 1 << i]));
    let found = answer(&json!({"members": group.members(), "rule": rule, "most": most}));
    let kinds: Vec<usize> = found["kinds"].as_array().unwrap().iter().map(|kind| kind.as_array().unwrap().len()).collect();
    let silent = found["without_a_vote"].as_array().unwrap().len();
    assert_eq!(kinds.iter().sum::<usize>() + silent, size);
    for (key, expected) in [("minimal_winning", minimal.collect::<Vec<_>>()), ("maximal_losing", maximal.collect())] {
        let list = &found[key];
        let expected: BTreeSet<Vec<String>> = expected.into_iter().map(|set| ids(set, size)).collect();
        let listed: Vec<Vec<String>> = serde_json::from_value(list["coalitions"].clone()).unwrap();
        let listed: Vec<Vec<String>> = listed
            .into_iter()
            .map(|mut ids| {
                ids.sort();
                ids
            })
            .collect();
        let expected: BTreeSet<Vec<String>> = expected
            .into_iter()
            .map(|mut ids| {
                ids.sort();
                ids
            })
            .collect();
        let different: BTreeSet<Vec<String>> = listed.iter().cloned().collect();
        assert_eq!(different.len(), listed.len(), "{rule}");
        assert_eq!(list["count"], expected.len(), "{key} {rule} {:?}", group.0);
        assert_eq!(list["all_listed"], listed.len() == expected.len(), "{rule}");
        assert!(different.is_subset(&expected), "{rule}");
        assert_eq!(listed.len(), expected.len().min(most), "{rule}");
        let patterns = list["patterns"].as_array().unwrap();
        assert_eq!(patterns.len() as u64, list["pattern_count"].as_u64().unwrap().min(most as u64));
        if list["pattern_count"].as_u64().unwrap() <= most as u64 {
            let sum: u64 = patterns.iter().map(|pattern| pattern["coalitions"].as_u64().unwrap()).sum();
            assert_eq!(sum as usize, expected.len(), "{rule}");
        }
    }
}

#[test]
fn minimal_and_maximal_coalitions_of_rules_of_every_shape() {
    for seed in 0..200 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(9), &mut dice);
        let rule = random_rule(&group, 3, &mut dice);
        compare(&rule, &group, dice.pick(&[3, 10_000]));
    }
}

/// Weighted votes joined, for more members than all coalitions can be tried of.
fn large(size: usize, dice: &mut Dice) -> Value {
    let most = dice.pick(&[2, 3, 6, 30]);
    let weights = |dice: &mut Dice| {
        let each = (0..size).map(|i| (format!("m{i}"), json!(1 + dice.below(most))));
        each.collect::<Map<String, Value>>()
    };
    let vote = |dice: &mut Dice| json!({"votes": {"at_least": dice.pick(&["1/2", "2/3", "3/4"]), "of": "members", "weights": weights(dice)}});
    let heads = json!({"votes": {"more_than": dice.pick(&["1/2", "3/5"]), "of": "members"}});
    match dice.below(4) {
        0 => vote(dice),
        1 => json!({"all": [vote(dice), heads]}),
        2 => json!({"any": [{"all": [vote(dice), heads]}, {"votes": {"at_least": size - 2}}]}),
        _ => json!({"all": [{"each_constituency": {}}, vote(dice)]}),
    }
}

fn measured(request: &Value, method: PowerMethod) -> Option<MeasureAnswer> {
    let request: MeasureRequest = serde_json::from_value(request.clone()).unwrap();
    measure_by(&request, Some(method)).ok()
}

#[test]
fn ways_of_counting_agree_beyond_what_can_be_tried() {
    agree(0..12, &[17, 20, 26]);
}

#[test]
#[ignore = "takes long: run it in a release build after a change to counting"]
fn ways_of_counting_agree_in_large_groups() {
    agree(1_000..1_300, &[18, 24, 30, 36, 50, 70, 130, 260]);
}

fn agree(seeds: std::ops::Range<u64>, sizes: &[usize]) {
    let (mut pairs, seeds_tried) = (0, seeds.end - seeds.start);
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let size = dice.pick(sizes);
        let group = Group::random(size, &mut dice);
        let rule = large(size, &mut dice);
        let indices = match dice.below(3) {
            0 => vec![PowerIndex::Banzhaf],
            1 => vec![PowerIndex::Banzhaf, PowerIndex::ShapleyShubik],
            _ => vec![PowerIndex::ShapleyShubik, PowerIndex::Holler, PowerIndex::DeeganPackel],
        };
        let members: Value = (0..size).map(|i| json!(format!("m{i}"))).collect();
        let members = if rule.to_string().contains("each_constituency") { group.members() } else { members };
        let request = json!({"members": members, "rule": rule, "indices": indices});
        let slow = |method: &PowerMethod| *method == PowerMethod::EveryCoalition && size > 18;
        let ways = PowerMethod::ALL.iter().filter(|method| !slow(method));
        let answers: Vec<MeasureAnswer> = ways.filter_map(|method| measured(&request, *method)).collect();
        pairs += answers.len().saturating_sub(1);
        for pair in answers.windows(2) {
            assert_eq!(pair[0].members, pair[1].members, "{rule}");
            assert_eq!((&pair[0].winning, &pair[0].minimal_winning), (&pair[1].winning, &pair[1].minimal_winning), "{rule}");
        }
    }
    assert!(pairs as u64 * 2 > seeds_tried, "only {pairs} pairs of ways were compared");
}
