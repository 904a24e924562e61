//! Decisions, and the fewest changes that turn them, found by trying everything that everybody could have done.

use coprod_core::api::call;
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{ALL_DID, Did, Group, everything, letter, passes, passes_by_proxy, random_rule, word};
use serde_json::{Map, Value, json};

fn compare(rule: &Value, group: &Group, did: &[Did], all: &[(Vec<Did>, bool)]) {
    let size = did.len();
    let votes: Map<String, Value> =
        (0..size).filter(|i| did[*i] != 'x').map(|i| (format!("m{i}"), json!(word(did[i])))).collect();
    let request = json!({"members": group.members(), "rule": rule, "votes": votes});
    let answer = ask("power.decide", &request);
    let context = || format!("{request}\n{answer}");
    let passed = passes(rule, group, did);
    assert_eq!(answer["passed"], passed, "{}", context());

    let distance = |other: &[Did]| (0..size).filter(|i| other[*i] != did[*i]).count();
    let nearest = all.iter().filter(|(_, passes)| *passes != passed).map(|(other, _)| distance(other)).min();
    let change = &answer["would_change_if"];
    assert_eq!(change["count"].as_u64().map(|count| count as usize), nearest, "{}", context());
    if let Some(nearest) = nearest {
        assert_eq!(change["exact"], true, "{}", context());
        let mut turned = did.to_vec();
        for change in change["changes"].as_array().unwrap() {
            let member: usize = change["member"].as_str().unwrap()[1..].parse().unwrap();
            assert_eq!(letter(&change["from"]), did[member], "{}", context());
            turned[member] = letter(&change["to"]);
        }
        assert_eq!((passes(rule, group, &turned), distance(&turned)), (!passed, nearest), "{}", context());
    }

    let names = |test: &dyn Fn(usize) -> bool| (0..size).filter(|i| test(*i)).map(|i| json!(format!("m{i}"))).collect::<Value>();
    let pivotal = names(&|i| all.iter().any(|(other, passes)| *passes != passed && distance(other) == 1 && other[i] != did[i]));
    assert_eq!(answer["pivotal"], pivotal, "{}", context());
    let blocked_by = names(&|i| {
        let mut others_yes = vec!['y'; size];
        others_yes[i] = did[i];
        !passed && !passes(rule, group, &others_yes)
    });
    assert_eq!(answer["blocked_by"], blocked_by, "{}", context());
    assert_eq!(answer["assumed_absent"], names(&|i| did[i] == 'x'), "{}", context());
    assert_eq!(answer["parts"][0]["passed"], passed);
    assert_eq!(answer["because"][0], answer["parts"][0]["says"]);
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
            compare(&rule, &group, &did, &all);
        }
    }
}

#[test]
fn decisions_of_up_to_four() {
    for size in 1..=4 {
        rules_of(size, 0..250, 12);
    }
}

#[test]
fn decisions_of_five() {
    rules_of(5, 1_000..1_030, 20);
}

#[test]
#[ignore = "takes minutes: run it after a change to decisions"]
fn decisions_of_five_and_six() {
    rules_of(5, 2_000..3_000, 40);
    rules_of(6, 5_000..5_060, 40);
}

/// Where a vote ends up that is handed on by `to`; nothing if it goes round in a circle.
fn end(to: &[usize], member: usize) -> Option<usize> {
    let mut at = member;
    for _ in 0..=to.len() {
        if to[at] == at {
            return Some(at);
        }
        at = to[at];
    }
    None
}

/// A vote with votes handed over: everybody's votes as they were cast for them.
fn compare_handed_over(group: &Group, dice: &mut Dice) {
    let size = group.0.len();
    let rule = random_rule(group, 3, dice);
    let to: Vec<usize> = (0..size).map(|i| if dice.once_in(2) { dice.below(size) } else { i }).collect();
    let own: Vec<Did> = (0..size).map(|_| dice.pick(&ALL_DID)).collect();
    let proxies = dice.once_in(2);
    let delegates: Map<String, Value> =
        (0..size).filter(|i| to[*i] != *i).map(|i| (format!("m{i}"), json!(format!("m{}", to[i])))).collect();
    let ask = |own: &[Did]| {
        let voting = (0..size).filter(|i| to[*i] == *i);
        let votes: Map<String, Value> = voting.map(|i| (format!("m{i}"), json!(word(own[i])))).collect();
        let members = group.members();
        let request =
            json!({"members": members, "rule": rule, "votes": votes, "delegates": delegates, "proxy_counts_present": proxies});
        call("power.decide", &request.to_string())
    };
    let Some(ends) = (0..size).map(|i| end(&to, i)).collect::<Option<Vec<usize>>>() else {
        return assert_eq!(ask(&own).unwrap_err().code.as_str(), "cyclic_delegation");
    };
    let means = |own: &[Did]| {
        let did: Vec<Did> = ends.iter().map(|end| own[*end]).collect();
        let there: Vec<bool> = (0..size).map(|i| did[i] != 'x' && (proxies || to[i] == i)).collect();
        passes_by_proxy(&rule, group, &did, &there)
    };
    let answer: Value = serde_json::from_str(&ask(&own).unwrap()).unwrap();
    let passed = means(&own);
    assert_eq!(answer["passed"], passed, "{rule} {to:?} {own:?}");
    for line in answer["carried_votes"].as_array().unwrap() {
        let number = |id: &Value| id.as_str().unwrap()[1..].parse::<usize>().unwrap();
        let (member, carrier) = (number(&line["member"]), number(&line["carried_by"]));
        assert_eq!((ends[member], own[carrier] == 'x'), (carrier, line["lost"] == true));
    }
    // What is told is told of the rule as it was asked: each part passes if its number is reached.
    let parts = answer["parts"].as_array().unwrap();
    assert_eq!(parts[0]["passed"], passed, "{rule} {to:?} {own:?}");
    for part in parts {
        let bar = &part["bar"];
        let reached = bar["enough"].as_u64().is_some_and(|enough| bar["reached"].as_u64().unwrap() >= enough);
        assert_eq!(part["passed"], reached, "{rule} {to:?} {own:?} {part}");
        assert_eq!(reached, bar["missing"] == 0, "{part}");
    }
    if rule.get("votes").is_some() && rule["votes"].get("weights").is_none() && rule["votes"]["among"].is_null() {
        let yes = ends.iter().filter(|end| own[**end] == 'y').count();
        assert_eq!(parts[0]["bar"]["reached"], json!(yes), "{rule} {to:?} {own:?}");
        assert!(!parts[0]["says"].as_str().unwrap().starts_with("among "), "{answer}");
    }
    // Nobody blocks what nobody could pass.
    let all_yes = vec!['y'; size];
    let possible = means(&all_yes);
    let blocked_by = (0..size).filter(|i| {
        let mut others_yes = all_yes.clone();
        others_yes[*i] = own[*i];
        !passed && possible && to[*i] == *i && !means(&others_yes)
    });
    assert_eq!(answer["blocked_by"], blocked_by.map(|i| json!(format!("m{i}"))).collect::<Value>(), "{rule} {to:?} {own:?}");
    let told = answer["because"].as_array().unwrap().iter().any(|line| line.as_str().unwrap().contains("cannot be passed"));
    assert_eq!(told, !possible, "{answer}");
    // The fewest changes, among those who cast votes.
    let alone = |did: &[Did]| (0..size).all(|i| to[i] == i || did[i] == own[i]);
    let distance = |did: &[Did]| (0..size).filter(|i| did[*i] != own[*i]).count();
    let others = everything(size).into_iter().filter(|did| alone(did) && means(did) != passed);
    let nearest = others.map(|did| distance(&did)).min();
    assert_eq!(answer["would_change_if"]["count"].as_u64().map(|count| count as usize), nearest, "{rule} {to:?} {own:?}");
}

#[test]
fn votes_handed_over() {
    for seed in 0..300 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(4), &mut dice);
        compare_handed_over(&group, &mut dice);
    }
}

#[test]
#[ignore = "takes minutes: run it after a change to handing over votes"]
fn votes_handed_over_many_more() {
    for seed in 1_000..21_000 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(5), &mut dice);
        compare_handed_over(&group, &mut dice);
    }
}
