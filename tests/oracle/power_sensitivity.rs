//! Small changes of rules at random, made again by hand and measured.

use coprod_core::api::call;
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, passes, random_rule};
use num_rational::BigRational;
use serde_json::{Map, Value, json};

fn exact(value: &Value) -> Option<BigRational> {
    value["exact"].as_str().map(|text| text.parse().unwrap())
}

const USUAL: [&str; 3] = ["shapley_shubik", "banzhaf", "banzhaf_absolute"];

/// The change against what is, when these members have this rule.
fn check(change: &Value, now: &Value, members: &Value, rule: &Value) {
    let then = ask("power.measure", &json!({"members": members, "rule": rule, "indices": USUAL}));
    assert_eq!(change["chance_to_pass"], then["coleman_act"]);
    let find = |list: &Value, id: &Value| {
        let lines = list.as_array().unwrap();
        lines.iter().find(|line| line["id"] == *id).cloned().unwrap_or(Value::Null)
    };
    for line in change["members"].as_array().unwrap() {
        let (old, new) = (find(&now["members"], &line["id"]), find(&then["members"], &line["id"]));
        for (index, name) in line["indices"].as_array().unwrap().iter().zip(USUAL) {
            assert_eq!((&index["from"], &index["to"]), (&old[name], &new[name]));
            let difference = exact(&new[name]).zip(exact(&old[name])).map(|(new, old)| new - old);
            assert_eq!(exact(&index["difference"]), difference);
        }
    }
    for line in change["constituencies"].as_array().unwrap() {
        let (old, new) = (find(&now["constituencies"], &line["id"]), find(&then["constituencies"], &line["id"]));
        for name in [
            "can_decide_if_all_attend",
            "can_decide_whatever",
            "can_block_by_voting_if_all_attend",
            "can_block_by_voting_whatever",
            "can_block_by_staying_away",
        ] {
            let has = |key: &str| line[key].as_array().unwrap().contains(&json!(name));
            assert_eq!(has("gains"), old[name] == false && new[name] == true);
            assert_eq!(has("loses"), old[name] == true && new[name] == false);
        }
    }
}

/// The rule with the newcomer where the others of the side all weigh the same.
fn joined(rule: &Value, side: &str, peers: &[String]) -> Value {
    match rule {
        Value::Object(fields) => {
            let mut fields: Map<String, Value> =
                fields.iter().map(|(key, value)| (key.clone(), joined(value, side, peers))).collect();
            if let Some(Value::Object(weights)) = fields.get("weights").cloned() {
                let own: Vec<Option<&Value>> = peers.iter().map(|peer| weights.get(peer)).collect();
                let alike = own[0].is_some() && own.iter().all(|weight| *weight == own[0]);
                let weight = if alike { own[0].unwrap().clone() } else { json!(0) };
                let asked = match fields.get("among") {
                    None => alike,
                    Some(Value::String(among)) => among == side,
                    _ => false,
                };
                if asked {
                    fields["weights"]["newcomer"] = weight;
                }
            }
            Value::Object(fields)
        }
        Value::Array(parts) => parts.iter().map(|part| joined(part, side, peers)).collect(),
        other => other.clone(),
    }
}

/// The rule without somebody.
fn left(rule: &Value, id: &str) -> Value {
    match rule {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(key, value)| *key != id && !(*key == "casting_vote" && *value == id));
            Value::Object(kept.map(|(key, value)| (key.clone(), left(value, id))).collect())
        }
        Value::Array(parts) => parts.iter().filter(|part| *part != id).map(|part| left(part, id)).collect(),
        other => other.clone(),
    }
}

fn wins(rule: &Value, group: &Group) -> Vec<bool> {
    let size = group.0.len();
    let did = |set: usize| (0..size).map(|i| if set >> i & 1 == 1 { 'y' } else { 'o' }).collect::<Vec<char>>();
    (0..1_usize << size).map(|set| passes(rule, group, &did(set))).collect()
}

/// Every bar the part could have, tried one by one; of shares, every one that differs and those just inside and outside the ends.
fn bar(found: &Value, line: &Value, rule: &Value, group: &Group) {
    let table = wins(rule, group);
    let part = line["part"].as_str().unwrap();
    let written = found["expanded"].pointer(part).unwrap();
    let asks = line["bar"]["asks"].as_str().unwrap();
    assert!(!written[asks].is_null() && written[asks] == line["bar"]["now"], "{line}");
    // Nothing where the bar is none: a share of nothing at least, of more than all, or no whole number.
    let same = |bar: &BigRational| -> Option<bool> {
        let mut changed = found["expanded"].clone();
        changed.pointer_mut(part).unwrap()[asks] = json!(bar.to_string());
        let valid = call("power.explain", &json!({"members": group.members(), "rule": changed}).to_string()).is_ok();
        valid.then(|| wins(&changed, group) == table)
    };
    let number = |key: &str| -> BigRational { line["bar"][key].as_str().unwrap().parse().unwrap() };
    let (from, to) = (number("from"), number("to"));
    let holds = |key: &str| line["bar"][key].as_bool().unwrap();
    let inside = |bar: &BigRational| {
        (*bar > from || (*bar == from && holds("from_included"))) && (*bar < to || (*bar == to && holds("to_included")))
    };
    assert!(inside(&number("now")), "{line}");
    let of = line["of"].as_u64().unwrap();
    let fraction = |over: u64, under: u64| BigRational::new(over.into(), under.into());
    let mut bars: Vec<BigRational> = if written.get("of").is_none() {
        (0..=of).map(|votes| fraction(votes, 1)).collect()
    } else {
        // Each share of all votes, of one more, as at a tie, and of other numbers.
        [of, of + 1, 12, 7].into_iter().flat_map(|all| (0..=all).map(move |votes| fraction(votes, all))).collect()
    };
    if written.get("of").is_some() {
        let little = fraction(1, 1_000_003);
        bars.extend([&from, &to].into_iter().flat_map(|end| [end - &little, end.clone(), end + &little]));
    }
    for bar in bars.into_iter().filter(|bar| *bar >= fraction(0, 1)) {
        match same(&bar) {
            Some(same) => assert_eq!(same, inside(&bar), "{bar} in {line}"),
            None => assert!(!inside(&bar), "{bar} in {line}"),
        }
    }
    for next in ["up", "down"] {
        if !line[next].is_null() {
            assert_ne!(wins(&line[next]["rule"], group), table, "{line}");
        }
    }
}

#[test]
fn changes_made_by_hand() {
    let mut tried = 0;
    for seed in 0..120 {
        let mut dice = Dice::new(seed);
        let group = Group::random(2 + dice.below(5), &mut dice);
        let (members, rule) = (group.members(), random_rule(&group, 2, &mut dice));
        let found = ask("power.sensitivity", &json!({"members": members, "rule": rule}));
        let now = ask("power.measure", &json!({"members": members, "rule": rule, "indices": USUAL}));
        for join in found["joins"].as_array().unwrap() {
            if join["impossible"].is_null() {
                let mut members = members.clone();
                let side = join["members"].as_array().unwrap().last().unwrap()["constituency"].as_str().unwrap();
                members.as_array_mut().unwrap().push(json!({"id": "newcomer", "constituency": side}));
                let peers: Vec<String> = (0..group.0.len()).filter(|i| group.0[*i] == side).map(|i| format!("m{i}")).collect();
                check(&join["change"], &now, &members, &joined(&rule, side, &peers));
                tried += 1;
            }
        }
        for leave in found["leaves"].as_array().unwrap() {
            let id = leave["what"].as_str().unwrap().strip_prefix("without ").unwrap();
            for own in leave["alike"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).chain([id]) {
                let kept: Value = members.as_array().unwrap().iter().filter(|member| member["id"] != own).cloned().collect();
                let request = json!({"members": kept, "rule": left(&rule, own)});
                let possible = call("power.explain", &request.to_string()).is_ok();
                assert_eq!(possible, leave["impossible"].is_null(), "without {own}: {rule}");
                if possible && own == id {
                    check(&leave["change"], &now, &kept, &left(&rule, own));
                } else if possible {
                    let then = ask("power.measure", &request);
                    assert_eq!(then["coleman_act"], leave["change"]["chance_to_pass"]);
                }
                tried += 1;
            }
        }
        for line in found["bars"].as_array().unwrap() {
            bar(&found, line, &rule, &group);
            for next in ["up", "down"].iter().filter(|next| !line[**next].is_null()) {
                check(&line[*next]["change"], &now, &members, &line[*next]["rule"]);
            }
            tried += 1;
        }
        for line in found["weights"].as_array().unwrap().iter().filter(|line| line["impossible"].is_null()) {
            check(&line["change"], &now, &members, &line["rule"]);
            let moved = |rule: &Value| rule.to_string().len().abs_diff(found["expanded"].to_string().len());
            assert!(line["rule"] != found["expanded"] && moved(&line["rule"]) <= 1);
            tried += 1;
        }
    }
    assert!(tried > 600, "{tried}");
}
