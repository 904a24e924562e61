//! What would be enough, compared with trying every way to vote: the stated number is enough, and one less is not.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Did, Group, passes, random_rule};
use serde_json::{Value, json};

const DID: [Did; 5] = ['y', 'n', 'o', 'a', 'x'];

fn word(did: Did) -> &'static str {
    match did {
        'y' => "yes",
        'n' => "no",
        'o' => "object",
        'a' => "abstain",
        _ => "absent",
    }
}

fn everything(size: usize) -> Vec<Vec<Did>> {
    (0..size)
        .fold(vec![Vec::new()], |all, _| all.iter().flat_map(|did| DID.map(|next| [did.as_slice(), &[next]].concat())).collect())
}

/// A votes leaf as the definition reads it: who weighs what.
struct Leaf {
    weights: Vec<u64>,
    base: Option<String>,
    holder: Option<usize>,
}

impl Leaf {
    fn read(rule: &Value, group: &Group) -> Option<Self> {
        let (key, body) = rule.as_object()?.iter().next()?;
        let default = match key.as_str() {
            "votes" => None,
            "majority" | "two_thirds" => Some("cast"),
            "unanimity" => Some("members"),
            _ => return None,
        };
        let number = |id: &Value| id.as_str().unwrap()[1..].parse::<usize>().unwrap();
        let asked = |i: usize| match &body["among"] {
            Value::Null => true,
            Value::String(side) => group.0[i] == side,
            list => list.as_array().unwrap().iter().any(|id| number(id) == i),
        };
        let weight = |i: usize| match body.get("weights") {
            Some(weights) => weights[format!("m{i}")].as_u64().unwrap_or(0),
            None => u64::from(asked(i)),
        };
        Some(Self {
            weights: (0..group.0.len()).map(weight).collect(),
            base: body.get("of").and_then(Value::as_str).or(default).map(str::to_owned),
            holder: body.get("casting_vote").map(number),
        })
    }

    fn weigh(&self, did: &[Did], counts: &str) -> u64 {
        did.iter().zip(&self.weights).filter(|(did, _)| counts.contains(**did)).map(|(_, weight)| weight).sum()
    }

    fn base(&self, did: &[Did]) -> u64 {
        self.weigh(
            did,
            match self.base.as_deref() {
                Some("cast") => "yno",
                Some("present") => "ynoa",
                Some("members_less_abstainers") => "ynox",
                _ => "ynoax",
            },
        )
    }

    /// Whether the second vote is used.
    fn second(&self, did: &[Did]) -> bool {
        let (yes, no) = (self.weigh(did, "y"), self.weigh(did, "no"));
        yes == no && yes > 0 && self.holder.is_some_and(|holder| "yno".contains(did[holder]))
    }
}

fn check(rule: &Value, leaf: &Leaf, group: &Group, all: &[Vec<Did>], dice: &mut Dice) {
    let explained = json!({"members": group.members(), "rule": rule, "boundaries": true});
    let explained = ask("power.explain", &explained);
    let rows = explained["boundaries"][0]["rows"].as_array().unwrap();
    let holders = explained["boundaries"][0]["second_vote"].as_str();
    assert_eq!(holders.map(|id| id[1..].parse::<usize>().unwrap()), leaf.holder, "{rule}");
    for did in all {
        let (yes, base) = (leaf.weigh(did, "y"), leaf.base(did));
        let row = rows.iter().find(|row| row["of"] == base);
        let passes = passes(rule, group, did);
        let Some(row) = row else {
            assert!(base == 0 && !passes, "{rule} {did:?}");
            continue;
        };
        // At a tie, the number that the row states for the holder's own vote.
        let key = match leaf.holder {
            Some(holder) if leaf.second(did) && did[holder] == 'y' => "with_second_vote",
            Some(_) if leaf.second(did) => "against_second_vote",
            _ => "enough",
        };
        let needed = row.get(key).unwrap_or(&row["enough"]).as_u64().unwrap();
        assert_eq!(passes, yes >= needed, "{rule} {did:?} {row}");
        // Where a row states a number with or against the second vote, it is one that differs.
        let differs = |key: &str| row.get(key).is_none_or(|number| *number != row["enough"]);
        assert!(differs("with_second_vote") && differs("against_second_vote"), "{rule} {row}");
    }
    // Where every vote weighs one, what a row states of a second vote does happen: so many are enough, and one less is not.
    if leaf.weights.iter().all(|weight| *weight <= 1) {
        for row in rows {
            let happens = |key: &str, side: char, passing: bool, off: u64| {
                let Some(number) = row.get(key).and_then(Value::as_u64) else { return };
                let found = all.iter().find(|did| {
                    let said = leaf.second(did) && did[leaf.holder.unwrap()] == side;
                    said && row["of"] == leaf.base(did) && leaf.weigh(did, "y") + off == number
                });
                assert!(found.is_some_and(|did| passes(rule, group, did) == passing), "{rule} {row}");
            };
            happens("with_second_vote", 'y', true, 0);
            happens("against_second_vote", 'n', false, 1);
        }
    }
    for _ in 0..3 {
        let did = all[dice.below(all.len())].clone();
        let votes: serde_json::Map<String, Value> =
            did.iter().enumerate().map(|(i, did)| (format!("m{i}"), json!(word(*did)))).collect();
        let request = json!({"members": group.members(), "rule": rule, "votes": votes});
        let answer = ask("power.decide", &request);
        let bar = &answer["parts"][0]["bar"];
        let context = || format!("{request}\n{bar}");
        let number = |key: &str| bar[key].as_u64().unwrap();
        let used = leaf.second(&did);
        assert_eq!(bar["second_vote"]["used"] == true, used, "{}", context());
        assert_eq!(number("reached"), leaf.weigh(&did, "y"), "{}", context());
        assert_eq!(number("of"), leaf.base(&did), "{}", context());
        let Some(enough) = bar["enough"].as_u64() else {
            assert!(leaf.base(&did) == 0 && answer["passed"] == false, "{}", context());
            continue;
        };
        let reached = number("reached");
        assert_eq!(number("missing"), enough.saturating_sub(reached), "{}", context());
        assert_eq!(number("to_spare"), reached.saturating_sub(enough), "{}", context());
        assert_eq!(answer["passed"], reached >= enough, "{}", context());
        // The same people there and voting, in every other way: with the holder on the same side, and on the other.
        let kind = |did: Did| if "yno".contains(did) { 'v' } else { did };
        let same = |other: &&Vec<Did>| did.iter().zip(other.iter()).all(|(did, other)| kind(*did) == kind(*other));
        let mut fewest = None;
        for other in all.iter().filter(same) {
            let (passes, yes) = (passes(rule, group, other), leaf.weigh(other, "y"));
            let as_before = leaf.holder.is_none_or(|holder| (did[holder] == 'y') == (other[holder] == 'y'));
            if as_before {
                assert_eq!(passes, yes >= enough, "{} {other:?}", context());
                if passes {
                    fewest = Some(fewest.map_or(yes, |fewest: u64| fewest.min(yes)));
                }
            }
            if let Some(holder) = leaf.holder.filter(|holder| "yno".contains(did[*holder])) {
                let key = if other[holder] == 'y' { "enough_if_yes" } else { "enough_if_no" };
                assert_eq!(passes, yes >= bar["second_vote"][key].as_u64().unwrap(), "{} {other:?}", context());
                if as_before && leaf.second(other) {
                    assert_eq!(bar["second_vote"]["passes_a_tie"], passes, "{} {other:?}", context());
                }
            }
        }
        // Where every vote weighs one, the number stated is the fewest that pass, if they can be cast at all.
        if leaf.weights.iter().all(|weight| *weight <= 1)
            && let Some(fewest) = fewest
        {
            let holders = leaf.holder.is_some_and(|holder| did[holder] == 'y');
            assert_eq!(fewest, enough.max(u64::from(holders)), "{}", context());
        }
    }
}

/// A rule with a second vote over any base.
fn with_a_second_vote(group: &Group, dice: &mut Dice) -> Value {
    let size = group.0.len();
    let holder = dice.below(size);
    let mut voters: Vec<usize> = (0..size).filter(|i| *i == holder || !dice.once_in(4)).collect();
    voters.sort_unstable();
    let mut body = serde_json::Map::new();
    body.insert("casting_vote".into(), json!(format!("m{holder}")));
    let mut total = voters.len();
    if dice.once_in(2) {
        let weights: Vec<usize> = voters.iter().map(|i| dice.below(4) + usize::from(*i == holder)).collect();
        total = weights.iter().sum();
        let weights = voters.iter().zip(weights).map(|(i, weight)| (format!("m{i}"), json!(weight)));
        body.insert("weights".into(), Value::Object(weights.collect()));
    } else {
        body.insert("among".into(), voters.iter().map(|i| json!(format!("m{i}"))).collect());
    }
    let strict = dice.once_in(2);
    let key = if strict { "more_than" } else { "at_least" };
    match dice.below(5) {
        0 => {
            let bar = 1 + dice.below(total);
            body.insert(key.into(), json!(bar - usize::from(strict)));
        }
        base => {
            let shares = ["1/2", "1/2", "1/3", "2/5", "3/5", "2/3", "3/7", "4/7", "1/4", "3/4", "1/10", "9/10"];
            body.insert(key.into(), json!(dice.pick(&shares)));
            body.insert("of".into(), json!(["cast", "present", "members", "members_less_abstainers"][base - 1]));
        }
    }
    json!({ "votes": body })
}

fn second_votes_of(size: usize, seeds: std::ops::Range<u64>) {
    let all = everything(size);
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let group = Group::random(size, &mut dice);
        let rule = with_a_second_vote(&group, &mut dice);
        check(&rule, &Leaf::read(&rule, &group).unwrap(), &group, &all, &mut dice);
    }
}

fn rules_of(size: usize, seeds: std::ops::Range<u64>) {
    let all = everything(size);
    let mut checked = 0;
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let group = Group::random(size, &mut dice);
        let rule = random_rule(&group, 0, &mut dice);
        let Some(leaf) = Leaf::read(&rule, &group) else { continue };
        check(&rule, &leaf, &group, &all, &mut dice);
        checked += 1;
    }
    assert!(checked > 20);
}

#[test]
fn boundaries_of_up_to_five() {
    for size in 1..=4 {
        rules_of(size, 0..400);
    }
    rules_of(5, 1_000..1_060);
}

#[test]
#[ignore = "takes a minute: run it after a change to boundaries"]
fn boundaries_of_six() {
    rules_of(6, 5_000..5_400);
}

#[test]
fn second_votes_of_up_to_five() {
    for size in 1..=4 {
        second_votes_of(size, 0..150);
    }
    second_votes_of(5, 1_000..1_020);
}

#[test]
#[ignore = "takes minutes: run it after a change to boundaries"]
fn second_votes_of_up_to_four_many_more() {
    for size in 1..=4 {
        second_votes_of(size, 10_000..13_000);
    }
}

#[test]
#[ignore = "takes minutes: run it after a change to boundaries"]
fn second_votes_of_five_and_six() {
    second_votes_of(5, 20_000..21_000);
    second_votes_of(6, 30_000..30_100);
}
