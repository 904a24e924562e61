//! Who could have turned a decision, who stands in the way, and which branches are open, found by trying everything.

use std::collections::BTreeSet;

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{ALL_DID, Did, Group, everything, letter, passes, random_rule, word};
use serde_json::{Map, Value, json};

fn number(id: &Value) -> usize {
    id.as_str().unwrap()[1..].parse().unwrap()
}

/// All the sets of a pattern: of each choice, every way to take so many.
fn sets_of(pattern: &Value) -> Vec<BTreeSet<usize>> {
    let mut sets = vec![BTreeSet::new()];
    for choice in pattern["choices"].as_array().unwrap() {
        let members: Vec<usize> = choice["members"].as_array().unwrap().iter().map(number).collect();
        let choose = choice["choose"].as_u64().unwrap() as u32;
        let ways = (0..1_u32 << members.len()).filter(|bits| bits.count_ones() == choose);
        let ways: Vec<BTreeSet<usize>> =
            ways.map(|bits| (0..members.len()).filter(|at| bits >> at & 1 == 1).map(|at| members[at]).collect()).collect();
        sets = sets.iter().flat_map(|set| ways.iter().map(move |way| set | way)).collect();
    }
    assert_eq!(sets.len() as u64, pattern["sets"].as_u64().unwrap());
    sets
}

/// The votes after one set of a pattern: the first of each choice change.
fn after(pattern: &Value, did: &[Did]) -> Vec<Did> {
    let mut after = did.to_vec();
    for choice in pattern["choices"].as_array().unwrap() {
        let mut members = choice["members"].as_array().unwrap().iter().map(number);
        for to in choice["to"].as_array().unwrap() {
            for member in members.by_ref().take(to["count"].as_u64().unwrap() as usize) {
                assert_eq!(letter(&choice["from"]), did[member]);
                after[member] = letter(&to["state"]);
            }
        }
    }
    after
}

fn listed(sets: &Value) -> Vec<BTreeSet<usize>> {
    sets.as_array().unwrap().iter().flat_map(sets_of).collect()
}

struct Case<'a> {
    rule: &'a Value,
    group: &'a Group,
    did: &'a [Did],
    passed: bool,
}

/// The smallest sets of these members whose change, and nobody else's, gives `wanted`, in all the ways in `all`.
fn smallest(did: &[Did], may: &[usize], wanted: bool, all: &[(Vec<Did>, bool)]) -> BTreeSet<BTreeSet<usize>> {
    let changed = |other: &[Did]| -> BTreeSet<usize> { (0..did.len()).filter(|i| other[*i] != did[*i]).collect() };
    let turned = all.iter().filter(|(_, passes)| *passes == wanted).map(|(other, _)| changed(other));
    let sets: BTreeSet<BTreeSet<usize>> = turned.filter(|set| set.iter().all(|i| may.contains(i))).collect();
    let least = sets.iter().map(BTreeSet::len).min();
    sets.into_iter().filter(|set| Some(set.len()) == least).collect()
}

fn check_way(case: &Case<'_>, way: &Value, all: &[(Vec<Did>, bool)], context: &dyn Fn() -> String) {
    let Case { rule, group, did, passed } = case;
    let may: Vec<usize> = (0..did.len())
        .filter(|i| match way["who"].as_str().unwrap() {
            "everybody" => true,
            "said_yes" => did[*i] == 'y',
            "said_no" => "no".contains(did[*i]),
            "took_no_side" => "ax".contains(did[*i]),
            "constituency" => way["constituency"] == group.0[*i],
            other => panic!("nobody is {other}"),
        })
        .collect();
    let expected = smallest(did, &may, !passed, all);
    assert_eq!(way["possible"], !expected.is_empty(), "{way}\n{}", context());
    let Some(first) = expected.first() else {
        assert_eq!(way["sets"], json!([]), "{way}");
        return;
    };
    assert_eq!((&way["count"], &way["at_least"]), (&json!(first.len()), &json!(first.len())), "{way}\n{}", context());
    let found = listed(&way["sets"]);
    let distinct: BTreeSet<BTreeSet<usize>> = found.iter().cloned().collect();
    assert_eq!(found.len(), distinct.len(), "{way}");
    if way["set_count"].is_null() {
        assert!(distinct.is_subset(&expected), "{way}\n{}", context());
    } else {
        assert_eq!((way["set_count"].as_u64().unwrap() as usize, &distinct), (expected.len(), &expected), "{way}\n{}", context());
    }
    for pattern in way["sets"].as_array().unwrap() {
        assert_eq!(passes(rule, group, &after(pattern, did)), !passed, "{way}\n{}", context());
    }
}

fn check_deadlock(case: &Case<'_>, answer: &Value, context: &dyn Fn() -> String) {
    let Case { rule, group, did, .. } = case;
    let deadlock = &answer["deadlock"];
    let opposite: Vec<Did> = did
        .iter()
        .map(|did| match did {
            'y' => 'o',
            'n' | 'o' => 'y',
            other => *other,
        })
        .collect();
    let kind = if passes(rule, group, &opposite) { "rejected" } else { "stuck" };
    assert_eq!(deadlock["kind"], kind, "{}", context());

    let standing = |bits: u32| -> Vec<Did> { (0..did.len()).map(|i| if bits >> i & 1 == 1 { did[i] } else { 'y' }).collect() };
    let ways = (0..1_u32 << did.len()).filter(|bits| (0..did.len()).all(|i| bits >> i & 1 == 0 || did[i] != 'y'));
    let blocking: Vec<u32> = ways.filter(|bits| !passes(rule, group, &standing(*bits))).collect();
    let least = blocking.iter().map(|bits| bits.count_ones()).min().unwrap();
    let expected: BTreeSet<BTreeSet<usize>> = blocking
        .iter()
        .filter(|bits| bits.count_ones() == least)
        .map(|bits| (0..did.len()).filter(|i| bits >> i & 1 == 1).collect())
        .collect();
    let stand = &deadlock["stand_in_the_way"];
    assert_eq!((&stand["count"], &stand["at_least"]), (&json!(least), &json!(least)), "{}", context());
    let found = listed(&stand["sets"]);
    let distinct: BTreeSet<BTreeSet<usize>> = found.iter().cloned().collect();
    assert_eq!(found.len(), distinct.len());
    if stand["set_count"].is_null() {
        assert!(distinct.is_subset(&expected), "{}", context());
    } else {
        assert_eq!(distinct, expected, "{}", context());
    }

    for branch in deadlock["branches"].as_array().unwrap() {
        let part = &answer["parts"][branch["part"].as_u64().unwrap() as usize];
        assert_eq!(part["passed"], false, "{branch}\n{}", context());
        let mut turned = did.to_vec();
        for change in branch["changes"].as_array().unwrap() {
            assert_eq!(letter(&change["from"]), did[number(&change["member"])]);
            turned[number(&change["member"])] = letter(&change["to"]);
        }
        assert_eq!(branch["then_passes"], passes(rule, group, &turned), "{branch}\n{}", context());
        let votes: Map<String, Value> = turned.iter().enumerate().map(|(i, did)| (format!("m{i}"), json!(word(*did)))).collect();
        let request = json!({"members": group.members(), "rule": rule, "votes": votes});
        let then = ask("power.decide", &request);
        assert_eq!(then["parts"][branch["part"].as_u64().unwrap() as usize]["passed"], true, "{branch}\n{}", context());
        if branch["open"] == true {
            let silent = |change: &Value| ["abstain", "absent"].contains(&change["from"].as_str().unwrap());
            assert!(branch["changes"].as_array().unwrap().iter().all(silent), "{branch}");
        }
    }
}

/// A rule that is a choice between parts: each part's branch, compared with the part as a rule of its own.
fn check_branches(case: &Case<'_>, answer: &Value, all: &[Vec<Did>], context: &dyn Fn() -> String) {
    let Case { rule, group, did, .. } = case;
    let Some(parts) = rule["any"].as_array() else { return };
    let silent: Vec<usize> = (0..did.len()).filter(|i| "ax".contains(did[*i])).collect();
    let everybody: Vec<usize> = (0..did.len()).collect();
    let branches = answer["deadlock"]["branches"].as_array().unwrap();
    // The parts of the whole stand one deep.
    let lines = answer["parts"].as_array().unwrap();
    let ours: Vec<usize> = (0..lines.len()).filter(|at| lines[*at]["depth"] == 1).collect();
    for (part, line) in parts.iter().zip(ours) {
        let branch = branches.iter().find(|branch| branch["part"] == line).unwrap();
        let outcomes: Vec<(Vec<Did>, bool)> = all.iter().map(|other| (other.clone(), passes(part, group, other))).collect();
        let by_silent = smallest(did, &silent, true, &outcomes);
        assert_eq!(branch["open"], !by_silent.is_empty(), "{branch}\n{}", context());
        let fewest = if by_silent.is_empty() { smallest(did, &everybody, true, &outcomes) } else { by_silent };
        let fewest = fewest.first().unwrap().len();
        assert_eq!(branch["at_least"], fewest, "{branch}\n{}", context());
        assert_eq!(branch["changes"].as_array().unwrap().len(), fewest, "{branch}\n{}", context());
    }
}

fn rules_of(size: usize, seeds: std::ops::Range<u64>, votes: usize) {
    let everything = everything(size);
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let group = Group::random(size, &mut dice);
        let rule = random_rule(&group, 2, &mut dice);
        let all: Vec<(Vec<Did>, bool)> = everything.iter().map(|did| (did.clone(), passes(&rule, &group, did))).collect();
        for _ in 0..votes {
            let did: Vec<Did> = (0..size).map(|_| dice.pick(&ALL_DID)).collect();
            let votes: Map<String, Value> = (0..size).map(|i| (format!("m{i}"), json!(word(did[i])))).collect();
            let request = json!({"members": group.members(), "rule": rule, "votes": votes});
            let answer = ask("power.decide", &request);
            let context = || format!("{request}\n{answer}");
            let case = Case { rule: &rule, group: &group, did: &did, passed: passes(&rule, &group, &did) };
            for way in answer["ways"].as_array().unwrap() {
                check_way(&case, way, &all, &context);
            }
            assert_eq!(answer["deadlock"].is_null(), case.passed, "{}", context());
            if !case.passed {
                check_deadlock(&case, &answer, &context);
                check_branches(&case, &answer, &everything, &context);
            }
        }
    }
}

#[test]
fn failures_of_up_to_four() {
    for size in 1..=3 {
        rules_of(size, 0..120, 6);
    }
    rules_of(4, 3_000..3_030, 6);
}

#[test]
fn failures_of_five() {
    rules_of(5, 1_000..1_004, 5);
}

#[test]
#[ignore = "takes minutes: run it after a change to decisions"]
fn failures_of_five_and_six() {
    rules_of(5, 2_000..2_600, 20);
    rules_of(6, 5_000..5_060, 12);
}
