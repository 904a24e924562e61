//! Votes that never matter, found by trying all coalitions of rules at random; every certificate is accepted, and no tampered one makes
//! the checker accept what is not true.

use coprod_core::api::call;
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, passes, random_rule};
use serde_json::{Value, json};

/// The outcome for every set of members who say yes while everybody else objects.
fn outcomes(rule: &Value, group: &Group) -> Vec<bool> {
    let size = group.0.len();
    let did = |set: usize| (0..size).map(|i| if set >> i & 1 == 1 { 'y' } else { 'o' }).collect::<Vec<char>>();
    (0..1_usize << size).map(|set| passes(rule, group, &did(set))).collect()
}

fn number(id: &Value) -> usize {
    id.as_str().unwrap()[1..].parse().unwrap()
}

fn matters(wins: &[bool], member: usize) -> bool {
    (0..wins.len()).any(|set| wins[set | 1 << member] != wins[set & !(1 << member)])
}

/// Whether the votes of these, all at once, never make a difference.
fn idle(wins: &[bool], members: &[usize]) -> bool {
    let mask = members.iter().fold(0, |mask, member| mask | 1 << member);
    (0..wins.len()).all(|set| wins[set] == wins[set | mask] && wins[set] == wins[set & !mask])
}

fn check(rule: &Value, group: &Group, certificate: &Value) -> Value {
    ask("power.tokenism_check", &json!({"members": group.members(), "rule": rule, "certificate": certificate}))
}

/// What the answer says of each member, against all coalitions.
fn members(rule: &Value, group: &Group, answer: &Value, wins: &[bool]) {
    for (member, line) in answer["members"].as_array().unwrap().iter().enumerate() {
        let truth = matters(wins, member);
        assert_eq!(line["vote_can_matter"], truth, "m{member}: {rule} for {:?}", group.0);
        if truth {
            let with: Vec<usize> = line["decides_in"].as_array().unwrap().iter().map(number).collect();
            let set = with.iter().fold(0_usize, |set, i| set | 1 << i);
            assert!(with.contains(&member) && wins[set] && !wins[set & !(1 << member)], "{with:?} under {rule}");
            assert!(line["certificate"].is_null() && line["if_some_stay_away"].is_null());
        } else {
            let certificate = &answer["certificates"][line["certificate"].as_u64().unwrap() as usize];
            assert!(certificate["members"].as_array().unwrap().contains(&line["id"]));
        }
    }
    for certificate in answer["certificates"].as_array().unwrap() {
        let found = check(rule, group, certificate);
        assert_eq!(found["holds"], true, "{certificate} under {rule}: {found}");
        let covered: Vec<usize> = certificate["members"].as_array().unwrap().iter().map(number).collect();
        assert!(idle(wins, &covered), "{covered:?} under {rule}");
        // The order in which members are listed does not matter.
        let turned: Value = group.members().as_array().unwrap().iter().rev().cloned().collect();
        if !rule.to_string().contains("each_constituency") {
            let found = ask("power.tokenism_check", &json!({"members": turned, "rule": rule, "certificate": certificate}));
            assert_eq!(found["holds"], true, "{certificate} under {rule}: {found}");
        }
    }
}

/// Members without whom nothing passes, and who decides alone.
fn vetoes(rule: &Value, answer: &Value, wins: &[bool]) {
    let size = wins.len().trailing_zeros() as usize;
    let found: Vec<usize> = answer["vetoes"].as_array().unwrap().iter().map(|veto| number(&veto["member"])).collect();
    let truth: Vec<usize> = (0..size).filter(|i| (0..wins.len()).all(|set| set >> i & 1 == 1 || !wins[set])).collect();
    assert_eq!(found, truth, "{rule}");
    let dictator = (0..size).find(|i| (0..wins.len()).all(|set| wins[set] == (set >> i & 1 == 1)));
    assert_eq!(answer["dictator"], dictator.map_or(Value::Null, |i| json!(format!("m{i}"))), "{rule}");
}

fn sides(group: &Group, answer: &Value, wins: &[bool]) {
    let everybody = wins.len() - 1;
    let set_of = |id: &Value| (0..group.0.len()).filter(|i| *id == group.0[*i]).fold(0, |set, i| set | 1 << i);
    let lines = answer["constituencies"].as_array().unwrap();
    let plain = !["consent", "casting", "quorum"].iter().any(|word| answer.to_string().contains(word));
    for line in lines {
        let own = set_of(&line["id"]);
        let by: Vec<&Value> = lines.iter().map(|line| &line["id"]).filter(|id| **id != line["id"] && wins[set_of(id)]).collect();
        let found: Vec<&Value> = line["outvoted_by"].as_array().unwrap().iter().collect();
        // Where abstaining can do more than objecting, a side can do less than its yes alone.
        assert!(found.iter().all(|id| by.contains(id)));
        assert!(!plain || line["can_block_by_voting"] == !wins[everybody & !own] || line["can_block_by_voting"] == true);
    }
}

fn whole(rule: &Value, group: &Group) -> Value {
    let answer = ask("power.tokenism", &json!({"members": group.members(), "rule": rule}));
    let wins = outcomes(rule, group);
    members(rule, group, &answer, &wins);
    vetoes(rule, &answer, &wins);
    sides(group, &answer, &wins);
    answer
}

#[test]
fn rules_of_every_shape() {
    let (idle, diagrams, by_parts) = many(0..300);
    assert!(idle > 80 && diagrams > 25 && by_parts > 3, "{idle} certificates, {diagrams} diagrams, {by_parts} by parts");
}

#[test]
#[ignore = "takes minutes: run it after a change to the finder"]
fn many_more_rules_of_every_shape() {
    many(100_000..110_000);
}

fn many(seeds: std::ops::Range<u64>) -> (usize, usize, usize) {
    let (mut idle, mut diagrams, mut by_parts) = (0, 0, 0);
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(if seed % 10 == 0 { 9 } else { 6 }), &mut dice);
        let answer = whole(&random_rule(&group, 3, &mut dice), &group);
        for certificate in answer["certificates"].as_array().unwrap() {
            idle += 1;
            diagrams += usize::from(certificate["proof"].get("diagram").is_some());
            by_parts += usize::from(certificate["proof"].get("parts").is_some());
        }
    }
    (idle, diagrams, by_parts)
}

/// One weighted vote, in which some weigh next to nothing.
#[test]
fn one_weighted_vote() {
    let mut by_parts = 0;
    for seed in 40_000..40_200 {
        let mut dice = Dice::new(seed);
        let group = Group::random(2 + dice.below(7), &mut dice);
        let weight = |dice: &mut Dice| dice.pick(&[1_u64, 1, 2, 10, 20, 31, 50]);
        let weights: Vec<u64> = group.0.iter().map(|_| weight(&mut dice)).collect();
        let bar = 1 + dice.below(weights.iter().sum::<u64>() as usize);
        let named: serde_json::Map<String, Value> =
            weights.iter().enumerate().map(|(i, weight)| (format!("m{i}"), json!(weight))).collect();
        let answer = whole(&json!({"votes": {"at_least": bar, "weights": named}}), &group);
        by_parts += answer["certificates"].as_array().unwrap().iter().filter(|one| one["proof"].get("parts").is_some()).count();
    }
    assert!(by_parts > 30, "{by_parts}");
}

/// Something in the certificate is changed: a number, a list, a member, who is asked.
fn tampered(value: &mut Value, group: &Group, dice: &mut Dice) {
    match value {
        Value::Object(fields) => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            if !keys.is_empty() {
                let key = &keys[dice.below(keys.len())];
                if dice.once_in(12) && ["least", "most", "known"].contains(&key.as_str()) {
                    fields.remove(key);
                } else {
                    tampered(fields.get_mut(key).unwrap(), group, dice);
                }
            }
        }
        Value::Array(list) => match dice.below(6) {
            0 if !list.is_empty() => {
                list.remove(dice.below(list.len()));
            }
            1 if !list.is_empty() => {
                let again = list[dice.below(list.len())].clone();
                list.insert(dice.below(list.len()), again);
            }
            2 if list.len() > 1 => {
                let (one, other) = (dice.below(list.len()), dice.below(list.len()));
                list.swap(one, other);
            }
            3 if list.iter().all(Value::is_string) => list.push(json!(format!("m{}", dice.below(group.0.len())))),
            _ if !list.is_empty() => {
                let at = dice.below(list.len());
                tampered(&mut list[at], group, dice);
            }
            _ => {}
        },
        Value::Number(number) => {
            let number = number.as_u64().unwrap();
            *value = json!(match dice.below(4) {
                0 => number + 1,
                1 => number.saturating_sub(1),
                2 => number + dice.below(5) as u64,
                _ => dice.below(8) as u64,
            });
        }
        Value::String(text) => {
            *value = match text.as_str() {
                "passes" => json!("fails"),
                "fails" => json!("passes"),
                _ => json!(format!("m{}", dice.below(group.0.len()))),
            }
        }
        _ => {}
    }
}

#[test]
fn what_the_checker_accepts_is_true() {
    let (mut refused, mut accepted) = (0, 0);
    for seed in 10_000..10_150 {
        let mut dice = Dice::new(seed);
        let group = Group::random(2 + dice.below(6), &mut dice);
        let rule = random_rule(&group, 3, &mut dice);
        let wins = outcomes(&rule, &group);
        let answer = ask("power.tokenism", &json!({"members": group.members(), "rule": rule}));
        for certificate in answer["certificates"].as_array().unwrap() {
            for _ in 0..20 {
                let mut changed = certificate.clone();
                for _ in 0..1 + dice.below(3) {
                    tampered(&mut changed, &group, &mut dice);
                }
                let request = json!({"members": group.members(), "rule": rule, "certificate": changed});
                let Ok(found) = call("power.tokenism_check", &request.to_string()) else { continue };
                let found: Value = serde_json::from_str(&found).unwrap();
                if found["holds"] == true {
                    accepted += 1;
                    let covered: Vec<usize> = changed["members"].as_array().unwrap().iter().map(number).collect();
                    assert!(idle(&wins, &covered), "{changed} under {rule} for {:?}", group.0);
                } else {
                    refused += 1;
                    assert!(found["failed"]["at"].as_str().unwrap().starts_with("/certificate"));
                }
            }
        }
    }
    assert!(refused > 300 && accepted > 30, "{refused} refused, {accepted} accepted");
}

#[test]
fn a_certificate_for_one_rule_proves_nothing_of_another() {
    let mut refused = 0;
    for seed in 20_000..20_200 {
        let mut dice = Dice::new(seed);
        let group = Group::random(2 + dice.below(5), &mut dice);
        let (rule, other) = (random_rule(&group, 2, &mut dice), random_rule(&group, 2, &mut dice));
        let wins = outcomes(&other, &group);
        let answer = ask("power.tokenism", &json!({"members": group.members(), "rule": rule}));
        for certificate in answer["certificates"].as_array().unwrap() {
            if check(&other, &group, certificate)["holds"] == true {
                let covered: Vec<usize> = certificate["members"].as_array().unwrap().iter().map(number).collect();
                assert!(idle(&wins, &covered), "{certificate} under {other} for {:?}", group.0);
            } else {
                refused += 1;
            }
        }
    }
    assert!(refused > 50, "{refused}");
}

/// Everything that everybody can do, of a small group.
#[test]
fn what_is_said_of_staying_away_holds() {
    let (mut never, mut can) = (0, 0);
    for seed in 30_000..30_250 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(4), &mut dice);
        let rule = random_rule(&group, 2, &mut dice);
        let answer = ask("power.tokenism", &json!({"members": group.members(), "rule": rule}));
        let size = group.0.len();
        let states = ['y', 'n', 'o', 'a', 'x'];
        let did = |mut number: usize| -> Vec<char> {
            (0..size)
                .map(|_| {
                    let state = states[number % 5];
                    number /= 5;
                    state
                })
                .collect()
        };
        for (member, line) in answer["members"].as_array().unwrap().iter().enumerate() {
            let Some(said) = line["if_some_stay_away"].as_object() else { continue };
            let step = 5_usize.pow(member as u32);
            let ever = (0..5_usize.pow(size as u32)).filter(|all| (all / step).is_multiple_of(5)).any(|all| {
                let first = passes(&rule, &group, &did(all));
                (1..5).any(|own| passes(&rule, &group, &did(all + own * step)) != first)
            });
            assert_eq!(said["can_matter"], ever, "m{member}: {rule} for {:?}", group.0);
            if ever {
                can += 1;
                let word = |state: &Value| match state.as_str().unwrap() {
                    "yes" => 'y',
                    "no" => 'n',
                    "object" => 'o',
                    "abstain" => 'a',
                    _ => 'x',
                };
                let mut case: Vec<char> =
                    (0..size).map(|i| said["example"]["others"].get(format!("m{i}")).map_or('y', word)).collect();
                case[member] = word(&said["example"]["passes_with"]);
                assert!(passes(&rule, &group, &case), "{rule}");
                case[member] = word(&said["example"]["fails_with"]);
                assert!(!passes(&rule, &group, &case), "{rule}");
            } else {
                never += 1;
            }
        }
    }
    assert!(never > 20 && can > 20, "{never} never, {can} can");
}

/// Where the conditions on votes stand in a rule that is written out, in reading order.
fn leaves(rule: &Value, at: &str, found: &mut Vec<String>) {
    let (key, body) = rule.as_object().unwrap().iter().next().unwrap();
    let list = |parts: &Value, at: &str, found: &mut Vec<String>| {
        for (i, part) in parts.as_array().unwrap().iter().enumerate() {
            leaves(part, &format!("{at}/{i}"), found);
        }
    };
    match key.as_str() {
        "all" | "any" => list(body, &format!("{at}/{key}"), found),
        "at_least" => list(&body["of"], &format!("{at}/at_least/of"), found),
        "quorum" => leaves(&body["then"], &format!("{at}/quorum/then"), found),
        _ => found.push(at.to_owned()),
    }
}

/// The voters of a part and their weights.
fn voters(votes: &Value, group: &Group) -> Vec<(usize, u64)> {
    if let Some(weights) = votes["weights"].as_object() {
        let weight = |value: &Value| value.as_u64().unwrap_or_else(|| value.as_str().unwrap().parse().unwrap());
        return weights.iter().map(|(id, value)| (id[1..].parse().unwrap(), weight(value))).collect();
    }
    let inside = |i: &usize| match &votes["among"] {
        Value::Null => true,
        Value::String(side) => group.0[*i] == side,
        list => list.as_array().unwrap().contains(&json!(format!("m{i}"))),
    };
    (0..group.0.len()).filter(inside).map(|i| (i, 1)).collect()
}

/// The rule with so many votes more for a member in the part at this place; whether the member was one of its voters.
fn with_votes(rule: &Value, at: &str, member: usize, more: u64, group: &Group) -> Option<(Value, bool)> {
    let mut rule = rule.clone();
    let votes = rule.pointer_mut(at).unwrap().get_mut("votes")?;
    let mut all = voters(votes, group);
    let seated = all.iter().any(|(voter, _)| *voter == member);
    if !seated {
        all.push((member, 0));
    }
    let weights =
        all.iter().map(|(voter, weight)| (format!("m{voter}"), json!(weight + if *voter == member { more } else { 0 })));
    votes["weights"] = Value::Object(weights.collect());
    votes.as_object_mut().unwrap().remove("among");
    Some((rule, seated))
}

/// The rule with the bar of the part at this place at so many votes of all; and where it was.
fn with_bar(rule: &Value, at: &str, to: u64, group: &Group) -> Option<(Value, u64)> {
    let mut rule = rule.clone();
    let votes = rule.pointer_mut(at).unwrap().get_mut("votes")?;
    let total: u64 = voters(votes, group).iter().map(|(_, weight)| weight).sum();
    if to == 0 || to > total {
        return None;
    }
    let number = |value: &Value| -> (u64, u64) {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let (over, under) = text.split_once('/').unwrap_or((&text, "1"));
        (over.parse().unwrap(), under.parse().unwrap())
    };
    let share = !votes["of"].is_null();
    let base = if share { total } else { 1 };
    let needed = (0..=total + 1).find(|yes| match votes.get("more_than") {
        Some(bar) => yes * number(bar).1 > number(bar).0 * base,
        None => yes * number(&votes["at_least"]).1 >= number(&votes["at_least"]).0 * base,
    });
    votes.as_object_mut().unwrap().remove("more_than");
    votes["at_least"] = if share { json!(format!("{to}/{total}")) } else { json!(to) };
    // As in the answer, a bar that is always met is not written.
    Some((rule, needed.unwrap()))
}

/// The amounts of a family that give the member weight, up to `most`.
fn amounts(rule: &Value, group: &Group, member: usize, family: &str, most: u64) -> Vec<u64> {
    let mut places = Vec::new();
    leaves(rule, "", &mut places);
    let gives = |changed: &Value| matters(&outcomes(changed, group), member);
    let mut found = Vec::new();
    for at in places {
        match family {
            "more_votes" | "joins" => {
                for more in 1..=most {
                    if let Some((changed, seated)) = with_votes(rule, &at, member, more, group)
                        && seated == (family == "more_votes")
                        && gives(&changed)
                    {
                        found.push(more);
                        break;
                    }
                }
            }
            _ => {
                for to in 1..=60 {
                    if let Some((changed, bar)) = with_bar(rule, &at, to, group)
                        && (to < bar) == (family == "bar_lowered")
                        && to != bar
                        && to.abs_diff(bar) <= most
                        && gives(&changed)
                    {
                        found.push(to.abs_diff(bar));
                    }
                }
            }
        }
    }
    found
}

#[test]
fn every_change_gives_weight_and_none_that_is_smaller() {
    let mut tried = std::collections::BTreeMap::new();
    for seed in 50_000..50_200 {
        let mut dice = Dice::new(seed);
        let group = Group::random(2 + dice.below(4), &mut dice);
        let rule = random_rule(&group, 2, &mut dice);
        let asked = json!({"members": group.members(), "rule": rule});
        let answer = ask("power.tokenism", &asked);
        let expanded = ask("power.explain", &asked)["expanded"].clone();
        let before = outcomes(&rule, &group);
        for line in answer["changes"].as_array().unwrap() {
            let member = number(&line["given_to"]);
            let mut families: Vec<&str> = vec!["more_votes", "joins", "bar_lowered", "bar_raised"];
            for change in line["changes"].as_array().unwrap() {
                let family = change["family"].as_str().unwrap();
                *tried.entry(family.to_owned()).or_insert(0) += 1;
                families.retain(|other| *other != family);
                let after = outcomes(&change["rule"], &group);
                let with: Vec<usize> = change["decides_in"].as_array().unwrap().iter().map(number).collect();
                if change["gives_a_vote_that_matters"] == true {
                    let set = with.iter().fold(0_usize, |set, i| set | 1 << i);
                    assert!(after[set] && !after[set & !(1 << member)] && with.contains(&member), "{change} of {rule}");
                } else {
                    let mut did: Vec<char> = (0..group.0.len()).map(|i| if with.contains(&i) { 'y' } else { 'x' }).collect();
                    assert!(passes(&change["rule"], &group, &did), "{change} of {rule}");
                    did[member] = 'x';
                    assert!(!passes(&change["rule"], &group, &did), "{change} of {rule}");
                }
                if let Some(amount) = change["amount"].as_u64() {
                    let least = amounts(&expanded, &group, member, family, amount).into_iter().min();
                    assert_eq!(least, Some(amount), "{family} for m{member} of {expanded} for {:?}", group.0);
                }
                effect(change, &before, &after, member);
            }
            for family in families.iter().filter(|family| **family != "joins") {
                let said = line["without"].as_array().unwrap().iter().any(|why| why.as_str().unwrap().contains("nothing"));
                assert!(said, "{line}");
                let missed = amounts(&expanded, &group, member, family, 25);
                assert!(missed.is_empty(), "{family} by {missed:?} for m{member} of {expanded} for {:?}", group.0);
            }
        }
    }
    assert!(tried.len() == 7 && tried.values().all(|count| *count > 3), "{tried:?}");
}

/// Who gains and loses weight and vetoes.
fn effect(change: &Value, before: &[bool], after: &[bool], member: usize) {
    let size = before.len().trailing_zeros() as usize;
    let ids =
        |wanted: &dyn Fn(usize) -> bool| -> Value { (0..size).filter(|i| wanted(*i)).map(|i| json!(format!("m{i}"))).collect() };
    let veto = |wins: &[bool], i: usize| (0..wins.len()).all(|set| set >> i & 1 == 1 || !wins[set]);
    let found = &change["effect"];
    assert_eq!(found["also_given_weight"], ids(&|i| i != member && !matters(before, i) && matters(after, i)), "{change}");
    assert_eq!(found["lose_all_weight"], ids(&|i| matters(before, i) && !matters(after, i)), "{change}");
    assert_eq!(found["new_vetoes"], ids(&|i| !veto(before, i) && veto(after, i)), "{change}");
    assert_eq!(found["lost_vetoes"], ids(&|i| veto(before, i) && !veto(after, i)), "{change}");
}
