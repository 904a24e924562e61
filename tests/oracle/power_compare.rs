//! Rules side by side, found again by trying all ways to vote of rules at random.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, passes, random_rule};
use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::{Value, json};

fn fraction(over: i64, under: i64) -> BigRational {
    BigRational::new(BigInt::from(over), BigInt::from(under))
}

fn exact(value: &Value) -> BigRational {
    value["exact"].as_str().unwrap().parse().unwrap()
}

/// Whether each set of members passes a decision.
fn wins(rule: &Value, group: &Group) -> Vec<bool> {
    let size = group.0.len();
    let did = |set: usize| (0..size).map(|i| if set >> i & 1 == 1 { 'y' } else { 'o' }).collect::<Vec<char>>();
    (0..1_usize << size).map(|set| passes(rule, group, &did(set))).collect()
}

/// In how many sets neither those inside nor those outside win, and in how many both do.
fn clash(wins: &[bool]) -> (i64, i64) {
    let count = |both: bool| (0..wins.len()).filter(|set| wins[*set] == both && wins[wins.len() - 1 - set] == both).count();
    (count(false) as i64, count(true) as i64)
}

fn check(rules: &[Value], group: &Group) {
    let named: serde_json::Map<String, Value> =
        rules.iter().enumerate().map(|(i, rule)| (format!("r{}", 9 - i), rule.clone())).collect();
    let request = json!({"members": group.members(), "rules": named});
    let answer = ask("power.compare", &request);
    let tables: Vec<Vec<bool>> = rules.iter().map(|rule| wins(rule, group)).collect();
    for (i, (rule, table)) in rules.iter().zip(&tables).enumerate() {
        let found = &answer["rules"][i];
        assert_eq!(found["name"], format!("r{}", 9 - i));
        let alone =
            json!({"members": group.members(), "rule": rule, "indices": ["shapley_shubik", "banzhaf", "banzhaf_absolute"]});
        let alone = ask("power.measure", &alone);
        for key in ["members", "constituencies", "winning"] {
            assert_eq!(found[key], alone[key], "{rule}");
        }
        let all = table.len() as i64;
        let (neither, both) = clash(table);
        let risk = &found["deadlock"];
        assert_eq!(risk["neither"], fraction(neither, all).to_string(), "{rule}");
        assert_eq!(risk["both"], fraction(both, all).to_string(), "{rule}");
        assert_eq!((&risk["proper"], &risk["strong"]), (&json!(both == 0), &json!(neither == 0)));
        sides(risk, found, table, group);
        seats(found);
    }
    for (i, change) in answer["changes"].as_array().unwrap().iter().enumerate() {
        compared(change, &answer, i + 1, &tables);
    }
}

/// The constituencies as players of one mind each.
fn sides(risk: &Value, found: &Value, table: &[bool], group: &Group) {
    let ids: Vec<&str> = found["constituencies"].as_array().unwrap().iter().map(|side| side["id"].as_str().unwrap()).collect();
    if ids.len() < 2 {
        assert_eq!(risk["between_constituencies"], Value::Null);
        return;
    }
    let inside = |chosen: usize, i: usize| chosen >> ids.iter().position(|id| *id == group.0[i]).unwrap() & 1 == 1;
    let union = |chosen: usize| (0..group.0.len()).filter(|i| inside(chosen, *i)).fold(0, |set, i| set | 1 << i);
    let between: Vec<bool> = (0..1_usize << ids.len()).map(|chosen| table[union(chosen)]).collect();
    let (neither, both) = clash(&between);
    let line = &risk["between_constituencies"];
    let ways = between.len() as i64 - 2;
    assert_eq!((&line["ways"], &line["neither"], &line["both"]), (&json!(ways), &json!(neither), &json!(both)));
    assert_eq!(line["risk"], fraction(neither, ways).to_string());
}

fn seats(found: &Value) {
    for (line, side) in found["seats_against_power"].as_array().unwrap().iter().zip(found["constituencies"].as_array().unwrap()) {
        let seats: BigRational = side["share"].as_str().unwrap().parse().unwrap();
        for key in ["if_each_votes_alone", "if_each_constituency_votes_as_one"] {
            let power = exact(&side[key]["shapley_shubik"]);
            assert_eq!(exact(&line[key]), power);
            assert_eq!(exact(&line[format!("more_{key}")]), power - &seats);
        }
    }
}

fn compared(change: &Value, answer: &Value, to: usize, tables: &[Vec<bool>]) {
    let (old, new) = (&answer["rules"][0], &answer["rules"][to]);
    assert_eq!((&change["against"], &change["rule"]), (&old["name"], &new["name"]));
    let only = |one: &[bool], other: &[bool]| one.iter().zip(other).filter(|(one, other)| **one && !**other).count();
    let (now, before) = (only(&tables[to], &tables[0]), only(&tables[0], &tables[to]));
    assert_eq!((&change["passes_only_now"], &change["passes_no_longer"]), (&json!(now), &json!(before)));
    assert_eq!(change["same_decisions"], now + before == 0);
    assert_eq!(exact(&change["chance_to_pass"]), exact(&new["chance_to_pass"]) - exact(&old["chance_to_pass"]));
    for (member, line) in change["members"].as_array().unwrap().iter().enumerate() {
        let (old, new) = (&old["members"][member], &new["members"][member]);
        for index in line["indices"].as_array().unwrap() {
            let name = index["index"].as_str().unwrap();
            assert_eq!((&index["from"], &index["to"]), (&old[name], &new[name]));
            assert_eq!(exact(&index["difference"]), exact(&new[name]) - exact(&old[name]));
        }
        let more = exact(&new["shapley_shubik"]) - exact(&old["shapley_shubik"]);
        let named = |key: &str| change[key].as_array().unwrap().contains(&line["id"]);
        assert_eq!(named("gain"), more > fraction(0, 1));
        assert_eq!(named("lose"), more < fraction(0, 1));
    }
    for (side, line) in change["constituencies"].as_array().unwrap().iter().enumerate() {
        let (old, new) = (&old["constituencies"][side], &new["constituencies"][side]);
        for (key, to) in [("gains", true), ("loses", false)] {
            let turned = [
                "can_decide_if_all_attend",
                "can_decide_whatever",
                "can_block_by_voting_if_all_attend",
                "can_block_by_voting_whatever",
                "can_block_by_staying_away",
                "votes_can_matter",
            ]
            .iter()
            .filter(|name| new[**name] == to && old[**name] != to);
            assert_eq!(line[key], turned.map(|name| json!(name)).collect::<Value>());
        }
    }
}

#[test]
fn rules_at_random_side_by_side() {
    for seed in 0..250 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(8), &mut dice);
        let rules: Vec<Value> = (0..1 + dice.below(4)).map(|_| random_rule(&group, 2, &mut dice)).collect();
        check(&rules, &group);
    }
}
