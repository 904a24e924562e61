//! What would be enough, compared with trying every way to vote: the stated number is enough, and one less is not.

use coprod_core::api::call;
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
    let explained: Value = serde_json::from_str(&call("power.explain", &explained.to_string()).unwrap()).unwrap();
    let rows = explained["boundaries"][0]["rows"].as_array().unwrap();
    for did in all {
        let (yes, base) = (leaf.weigh(did, "y"), leaf.base(did));
        let row = rows.iter().find(|row| row["of"] == base);
        let passes = passes(rule, group, did);
        match row {
            None => assert!(base == 0 && !passes, "{rule} {did:?}"),
            Some(row) if !leaf.second(did) => assert_eq!(passes, yes >= row["enough"].as_u64().unwrap(), "{rule} {did:?}"),
            Some(row) if did[leaf.holder.unwrap()] == 'y' && leaf.base.as_deref() == Some("cast") => {
                let least = row.get("with_second_vote").unwrap_or(&row["enough"]).as_u64().unwrap();
                assert_eq!(passes, yes >= least, "{rule} {did:?}");
            }
            Some(_) => {}
        }
    }
    for _ in 0..3 {
        let did = all[dice.below(all.len())].clone();
        let votes: serde_json::Map<String, Value> =
            did.iter().enumerate().map(|(i, did)| (format!("m{i}"), json!(word(*did)))).collect();
        let request = json!({"members": group.members(), "rule": rule, "votes": votes});
        let answer: Value = serde_json::from_str(&call("power.decide", &request.to_string()).unwrap()).unwrap();
        let bar = &answer["parts"][0]["bar"];
        let context = || format!("{request}\n{bar}");
        let number = |key: &str| bar[key].as_u64().unwrap();
        let used = leaf.second(&did);
        assert_eq!(bar["second_vote"]["used"] == true, used, "{}", context());
        assert_eq!(
            number("reached"),
            leaf.weigh(&did, "y") + u64::from(used && did[leaf.holder.unwrap()] == 'y'),
            "{}",
            context()
        );
        let Some(enough) = bar["enough"].as_u64() else {
            assert!(leaf.base(&did) == 0 && answer["passed"] == false, "{}", context());
            continue;
        };
        let reached = number("reached");
        assert_eq!(number("missing"), enough.saturating_sub(reached), "{}", context());
        assert_eq!(number("to_spare"), reached.saturating_sub(enough), "{}", context());
        assert_eq!(answer["passed"], reached >= enough, "{}", context());
        // The same people there and voting, in every other way.
        let same = |other: &&Vec<Did>| {
            let kind = |did: Did| if "yno".contains(did) { 'v' } else { did };
            did.iter().zip(other.iter()).all(|(did, other)| kind(*did) == kind(*other))
                && leaf.holder.is_none_or(|holder| (did[holder] == 'y') == (other[holder] == 'y'))
        };
        for other in all.iter().filter(same) {
            if leaf.second(other) {
                assert_eq!(bar["second_vote"]["passes_a_tie"], passes(rule, group, other), "{} {other:?}", context());
            } else if !used {
                assert_eq!(passes(rule, group, other), leaf.weigh(other, "y") >= enough, "{} {other:?}", context());
            }
        }
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
