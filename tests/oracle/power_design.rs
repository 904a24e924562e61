//! The nearest rules, found again by trying every vector of weights and every bar.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde_json::{Map, Value, json};

type Fraction = BigRational;

fn fraction(over: u64, under: u64) -> Fraction {
    Fraction::new(BigInt::from(over), BigInt::from(under))
}

/// Each member's share of pivots, or of swings, by all coalitions; nothing if it never or always passes.
fn power(passes: &dyn Fn(u32) -> bool, size: u32, shapley: bool) -> Option<Vec<Fraction>> {
    let ways = |n: u32| (1..=u64::from(n)).product::<u64>();
    let own = |member: u32| -> u64 {
        let turned = (0..1_u32 << size).filter(|set| set >> member & 1 == 1 && passes(*set) && !passes(set & !(1 << member)));
        turned.map(|set| if shapley { ways(set.count_ones() - 1) * ways(size - set.count_ones()) } else { 1 }).sum()
    };
    let counts: Vec<u64> = (0..size).map(own).collect();
    let all: u64 = counts.iter().sum();
    (all > 0).then(|| counts.iter().map(|count| fraction(*count, all)).collect())
}

fn weighted(weights: &[u32], bar: u32) -> impl Fn(u32) -> bool + '_ {
    move |set| (0..weights.len()).filter(|i| set >> i & 1 == 1).map(|i| weights[i]).sum::<u32>() >= bar
}

fn gap(shares: &[Fraction], target: &[Fraction], largest: bool) -> Fraction {
    let gaps = shares.iter().zip(target).map(|(own, target)| (own - target).abs());
    if largest { gaps.fold(Fraction::zero(), std::cmp::max) } else { gaps.sum() }
}

/// The least gap over all vectors of weights up to `most` and all bars, if those with the same target weigh the same.
fn least(target: &[Fraction], most: u32, shapley: bool, largest: bool) -> Fraction {
    let size = target.len() as u32;
    let vectors =
        (0..(most + 1).pow(size)).map(|number| (0..size).map(|i| number / (most + 1).pow(i) % (most + 1)).collect::<Vec<u32>>());
    let fair = |weights: &Vec<u32>| (0..target.len()).all(|i| (0..i).all(|j| target[i] != target[j] || weights[i] == weights[j]));
    let gaps = vectors.filter(fair).flat_map(|weights| {
        let all: u32 = weights.iter().sum();
        (1..=all)
            .filter_map(|bar| power(&weighted(&weights, bar), size, shapley))
            .map(|shares| gap(&shares, target, largest))
            .collect::<Vec<_>>()
    });
    gaps.min().unwrap()
}

/// The gaps of all different shares over all vectors of weights up to `most` and all bars above half, from the nearest: by the one measure,
/// then by the other.
fn gaps(target: &[Fraction], most: u32, shapley: bool, largest: bool) -> Vec<(Fraction, Fraction)> {
    let size = target.len() as u32;
    let mut found: Vec<((Fraction, Fraction), Vec<Fraction>)> = Vec::new();
    for number in 0..(most + 1).pow(size) {
        let weights: Vec<u32> = (0..size).map(|i| number / (most + 1).pow(i) % (most + 1)).collect();
        if (0..target.len()).any(|i| (0..i).any(|j| target[i] == target[j] && weights[i] != weights[j])) {
            continue;
        }
        let all: u32 = weights.iter().sum();
        for bar in all / 2 + 1..=all {
            let shares = power(&weighted(&weights, bar), size, shapley).unwrap();
            found.push(((gap(&shares, target, largest), gap(&shares, target, !largest)), shares));
        }
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(gaps, _)| gaps).collect()
}

fn target(size: usize, dice: &mut Dice) -> Vec<Fraction> {
    let parts: Vec<u64> = (0..size).map(|at| dice.below(7) as u64 + u64::from(at == 0)).collect();
    parts.iter().map(|part| fraction(*part, parts.iter().sum())).collect()
}

fn named(shares: &[Fraction]) -> Value {
    Value::Object(shares.iter().enumerate().map(|(i, share)| (format!("m{i}"), json!(share.to_string()))).collect::<Map<_, _>>())
}

fn members(size: usize) -> Value {
    (0..size).map(|i| json!(format!("m{i}"))).collect()
}

/// What is said to be achieved is what the rule gives, and the gaps are what that leaves.
fn honest(found: &Value, members: &Value, index: &str) {
    for rule in [&found["best"]].into_iter().chain(found["runners_up"].as_array().unwrap()) {
        let measured = ask("power.measure", &json!({"members": members, "rule": rule["rule"], "indices": [index]}));
        let shares = rule["shares"].as_array().unwrap();
        let number = |value: &Value| value.as_str().unwrap().parse::<Fraction>().unwrap();
        for line in shares {
            let of_side = measured["constituencies"].as_array().unwrap().iter().find(|side| side["id"] == line["id"]);
            let of_member = measured["members"].as_array().unwrap().iter().find(|member| member["id"] == line["id"]);
            let own = match of_side {
                Some(side) => &side["if_each_votes_alone"][index]["exact"],
                None => &of_member.unwrap()[index]["exact"],
            };
            assert_eq!(line["achieved"], *own, "{rule}");
            assert_eq!(number(&line["more"]), number(own) - number(&line["target"]));
        }
        let own: Vec<Fraction> = shares.iter().map(|line| number(&line["achieved"])).collect();
        let aim: Vec<Fraction> = shares.iter().map(|line| number(&line["target"])).collect();
        assert_eq!(number(&rule["gap"]["largest"]), gap(&own, &aim, true));
        assert_eq!(number(&rule["gap"]["sum"]), gap(&own, &aim, false));
        let proper = ask("power.compare", &json!({"members": members, "rules": {"it": rule["rule"]}}));
        assert_eq!(proper["rules"][0]["deadlock"]["proper"], true);
    }
}

#[test]
fn weights_for_small_groups_are_the_nearest() {
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        let size = 1 + dice.below(4);
        let (aim, shapley, largest) = (target(size, &mut dice), dice.once_in(2), dice.once_in(2));
        let index = if shapley { "shapley_shubik" } else { "banzhaf" };
        let by = if largest { "largest" } else { "sum" };
        let most = 1 + dice.below(4) as u32;
        let request = json!({"members": members(size), "target": {"members": named(&aim)}, "family": {"weights": {"most": most}},
            "index": index, "nearest_by": by});
        let found = ask("power.design", &request);
        honest(&found, &members(size), index);
        assert_eq!(found["claim"], "optimal_in_the_family");
        assert_eq!(found["best"]["gap"][by], least(&aim, most, shapley, largest).to_string(), "{request}");
        let other = if largest { "sum" } else { "largest" };
        let near: Vec<(String, String)> =
            gaps(&aim, most, shapley, largest).iter().take(4).map(|(one, two)| (one.to_string(), two.to_string())).collect();
        let answered: Vec<(String, String)> = [&found["best"]]
            .into_iter()
            .chain(found["runners_up"].as_array().unwrap())
            .map(|rule| (rule["gap"][by].as_str().unwrap().to_owned(), rule["gap"][other].as_str().unwrap().to_owned()))
            .collect();
        assert_eq!(answered, near, "{request}");
    }
}

#[test]
fn weights_for_five_are_the_nearest() {
    for seed in 0..1 {
        let mut dice = Dice::new(seed);
        let aim = target(5, &mut dice);
        let request = json!({"members": members(5), "target": {"members": named(&aim)}, "family": {"weights": {"most": 4}}});
        let found = ask("power.design", &request);
        assert_eq!(found["best"]["gap"]["largest"], least(&aim, 4, true, true).to_string(), "{request}");
    }
}

#[test]
fn the_power_of_a_weighted_vote_is_met_exactly() {
    for seed in 0..50 {
        let mut dice = Dice::new(seed);
        let size = 1 + dice.below(6);
        let weights: Vec<u32> = (0..size).map(|at| dice.below(9) as u32 + u32::from(at == 0)).collect();
        let all: u32 = weights.iter().sum();
        let bar = 1 + dice.below(all as usize) as u32;
        let (shapley, index) = if dice.once_in(2) { (true, "shapley_shubik") } else { (false, "banzhaf") };
        let own = power(&weighted(&weights, bar), size as u32, shapley).unwrap();
        let request =
            json!({"members": members(size), "target": {"members": named(&own)}, "family": {"weights": {}}, "index": index});
        let found = ask("power.design", &request);
        assert_eq!(found["best"]["gap"], json!({"largest": "0", "sum": "0"}), "{weights:?} {bar}");
        assert_eq!(found["claim"], "optimal_in_the_family");
    }
}

#[test]
fn names_and_order_do_not_matter() {
    for seed in 0..16 {
        let mut dice = Dice::new(seed);
        let size = 2 + dice.below(7);
        let aim = target(size, &mut dice);
        let most = if size > 6 { 1 } else { 5 };
        let request = |order: &[usize]| {
            let ids: Value = order.iter().map(|i| json!(format!("m{i}"))).collect();
            let asked = json!({"members": ids, "target": {"members": named(&aim)}, "family": {"weights": {"most": most}}});
            ask("power.design", &asked)
        };
        let mut order: Vec<usize> = (0..size).collect();
        let plain = request(&order);
        order.reverse();
        let by = dice.below(size);
        order.rotate_left(by);
        let moved = request(&order);
        assert_eq!(plain["best"]["gap"], moved["best"]["gap"]);
        assert_eq!(plain["claim"], moved["claim"]);
        if size <= 6 {
            let sorted = |found: &Value| {
                let mut lines: Vec<String> = found["best"]["shares"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|line| format!("{}{}", line["target"], line["achieved"]))
                    .collect();
                lines.sort();
                lines
            };
            assert_eq!(sorted(&plain), sorted(&moved));
        }
    }
}

#[test]
fn bars_alone_are_the_nearest() {
    for seed in 0..30 {
        let mut dice = Dice::new(seed);
        let size = 1 + dice.below(6);
        let weights: Vec<u32> = (0..size).map(|at| dice.below(9) as u32 + u32::from(at == 0)).collect();
        let aim = target(size, &mut dice);
        let given = Value::Object((0..size).map(|i| (format!("m{i}"), json!(weights[i]))).collect::<Map<_, _>>());
        let request = json!({"members": members(size), "target": {"members": named(&aim)}, "family": {"quota": given}});
        let found = ask("power.design", &request);
        honest(&found, &members(size), "shapley_shubik");
        let all: u32 = weights.iter().sum();
        let gaps = (1..=all).map(|bar| gap(&power(&weighted(&weights, bar), size as u32, true).unwrap(), &aim, true));
        assert_eq!(found["best"]["gap"]["largest"], gaps.min().unwrap().to_string());
        assert_eq!(found["claim"], "optimal_in_the_family");
    }
}

#[test]
fn structures_are_the_nearest() {
    for seed in 0..25 {
        let mut dice = Dice::new(seed);
        let (lived, staff) = (1 + dice.below(3) as u32, 1 + dice.below(3) as u32);
        let size = lived + staff;
        let side = |member: u32| if member < lived { "lived" } else { "staff" };
        let group: Value = (0..size).map(|i| json!({"id": format!("m{i}"), "constituency": side(i)})).collect();
        let part = dice.below(7) as u64;
        let aim = [fraction(part, 6), fraction(6 - part.min(6), 6)];
        if part > 6 {
            continue;
        }
        let asked = json!({"members": group, "target": {"constituencies": {"lived": aim[0].to_string(), "staff": aim[1].to_string()}},
            "family": {"structure": {}}});
        let found = ask("power.design", &asked);
        honest(&found, &group, "shapley_shubik");
        let own = (1_u32 << lived) - 1;
        let mut gaps = Vec::new();
        for overall in 0..=size {
            for (one, other) in (0..=lived).flat_map(|one| (0..=staff).map(move |other| (one, other))) {
                let passes = |set: u32| {
                    set.count_ones() >= overall && (set & own).count_ones() >= one && (set & !own).count_ones() >= other
                };
                let everybody = (1_u32 << size) - 1;
                if (0..=everybody).any(|set| passes(set) && passes(everybody & !set)) {
                    continue;
                }
                let shares = power(&passes, size, true).unwrap();
                let side = |from: u32, to: u32| (from..to).map(|i| shares[i as usize].clone()).sum::<Fraction>();
                gaps.push(gap(&[side(0, lived), side(lived, size)], &aim, true));
            }
        }
        assert_eq!(found["best"]["gap"]["largest"], gaps.into_iter().min().unwrap().to_string(), "{asked}");
    }
}

#[test]
fn large_groups_are_searched_and_say_so() {
    let mut dice = Dice::new(5);
    let aim = target(9, &mut dice);
    let request = json!({"members": members(9), "target": {"members": named(&aim)}, "family": {"weights": {"most": 6}}});
    let found = ask("power.design", &request);
    honest(&found, &members(9), "shapley_shubik");
    assert_eq!(found["claim"], "best_found");
    assert_eq!(found, ask("power.design", &request));
    let largest: Fraction = found["best"]["gap"]["largest"].as_str().unwrap().parse().unwrap();
    assert!(largest < fraction(1, 20), "{largest}");
}
