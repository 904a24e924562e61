//! Rules at random, and what a rule means written again from its definition: slow, obvious, and apart from the core.

use serde_json::{Map, Value, json};

use crate::dice::Dice;

/// What a member did: `y`es, `n`o, `o`bject, `a`bstain or absent, `x`.
pub type Did = char;

/// A small group: the constituency of each member; members are called `m0`, `m1` ...
#[derive(Debug, Clone)]
pub struct Group(pub Vec<&'static str>);

impl Group {
    /// So many members at random in up to three constituencies.
    #[must_use]
    pub fn random(size: usize, dice: &mut Dice) -> Self {
        Self((0..size).map(|_| dice.pick(&["lived", "lived", "staff", "staff", "chair"])).collect())
    }

    /// The members as a request lists them.
    #[must_use]
    pub fn members(&self) -> Value {
        self.0.iter().enumerate().map(|(i, side)| json!({"id": format!("m{i}"), "constituency": side})).collect()
    }

    fn who(&self, among: &Value) -> Vec<usize> {
        match among {
            Value::Null => (0..self.0.len()).collect(),
            Value::String(side) => (0..self.0.len()).filter(|i| self.0[*i] == side).collect(),
            list => list.as_array().unwrap().iter().map(|id| number(id.as_str().unwrap())).collect(),
        }
    }

    fn sides(&self) -> Vec<&'static str> {
        let mut sides = self.0.clone();
        sides.sort_unstable();
        sides.dedup();
        sides
    }
}

fn number(id: &str) -> usize {
    id[1..].parse().unwrap()
}

fn ratio(value: &Value) -> (i128, i128) {
    match value {
        Value::String(text) => {
            let (over, under) = text.split_once('/').unwrap_or((text, "1"));
            (over.parse().unwrap(), under.parse().unwrap())
        }
        whole => (i128::from(whole.as_i64().unwrap()), 1),
    }
}

/// Everything that a member can have done.
pub const ALL_DID: [Did; 5] = ['y', 'n', 'o', 'a', 'x'];

/// What a member did, as a request says it.
#[must_use]
pub fn word(did: Did) -> &'static str {
    match did {
        'y' => "yes",
        'n' => "no",
        'o' => "object",
        'a' => "abstain",
        _ => "absent",
    }
}

/// What a member did, from how an answer says it.
///
/// # Panics
/// For a word that is none of them.
#[must_use]
pub fn letter(word: &Value) -> Did {
    ALL_DID.into_iter().find(|did| self::word(*did) == word).unwrap()
}

/// Everything that so many members can have done.
#[must_use]
pub fn everything(size: usize) -> Vec<Vec<Did>> {
    let with_each = |did: &Vec<Did>| ALL_DID.map(|next| [did.as_slice(), &[next]].concat());
    (0..size).fold(vec![Vec::new()], |all, _| all.iter().flat_map(with_each).collect())
}

/// Whether the rule passes when each member did this.
#[must_use]
pub fn passes(rule: &Value, group: &Group, did: &[Did]) -> bool {
    passes_by_proxy(rule, group, did, &did.iter().map(|did| *did != 'x').collect::<Vec<bool>>())
}

/// Whether the rule passes when each member did this, or had it done for them: then their vote counts and their presence does not.
#[must_use]
pub fn passes_by_proxy(rule: &Value, group: &Group, did: &[Did], there: &[bool]) -> bool {
    let passes = |rule: &Value, group: &Group, did: &[Did]| passes_by_proxy(rule, group, did, there);
    let (key, body) = rule.as_object().unwrap().iter().next().unwrap();
    let says_yes = |ids: &Value| group.who(ids).iter().all(|i| did[*i] == 'y');
    let share = |default_of: &str, bar: &str, strict: bool| {
        let mut votes = body.as_object().unwrap().clone();
        votes.insert(if strict { "more_than" } else { "at_least" }.into(), json!(bar));
        votes.entry("of").or_insert(json!(default_of));
        passes(&json!({ "votes": votes }), group, did)
    };
    let all = |rules: &[Value]| rules.iter().all(|rule| passes(rule, group, did));
    match key.as_str() {
        "votes" => enough_votes(body, group, did, there),
        "consent" => {
            let among = group.who(&body["among"]);
            among.iter().any(|i| did[*i] != 'x') && !among.iter().any(|i| did[*i] == 'o')
        }
        "consensus" => share("present", "1", false),
        "sign_off" => says_yes(body),
        "all" => all(body.as_array().unwrap()),
        "any" => body.as_array().unwrap().iter().any(|rule| passes(rule, group, did)),
        "at_least" => {
            let passing = body["of"].as_array().unwrap().iter().filter(|rule| passes(rule, group, did)).count();
            passing as u64 >= body["count"].as_u64().unwrap()
        }
        "quorum" => {
            let among = group.who(&body["among"]);
            let here = among.iter().filter(|i| there[**i]).count() as i128;
            let cast = among.iter().filter(|i| matches!(did[**i], 'y' | 'n' | 'o')).count() as i128;
            let of = among.len() as i128;
            let met = [("present", here), ("cast", cast)].iter().any(|(key, heads)| match body.get(*key) {
                Some(bar) => *heads * ratio(bar).1 >= ratio(bar).0 * of,
                None => body.get(format!("{key}_count")).is_some_and(|count| *heads >= i128::from(count.as_u64().unwrap())),
            });
            met && passes(&body["then"], group, did)
        }
        "majority" => share("cast", "1/2", true),
        "two_thirds" => share("cast", "2/3", false),
        "unanimity" => share("members", "1", false),
        "each_constituency" => group.sides().iter().all(|side| {
            let mut votes = body.as_object().unwrap().clone();
            votes.insert("among".into(), json!(side));
            votes.entry("of").or_insert(json!("cast"));
            if !votes.contains_key("at_least") {
                votes.entry("more_than").or_insert(json!("1/2"));
            }
            passes(&json!({ "votes": votes }), group, did)
        }),
        "veto" => {
            let unless = body.get("unless").is_some_and(|rule| passes(rule, group, did));
            passes(&body["then"], group, did) && (says_yes(&body["by"]) || unless)
        }
        "override" => passes(&body["then"], group, did) || says_yes(&body["by"]),
        "advisory" => passes(&json!({"majority": {"among": body["deciders"]}}), group, did),
        other => panic!("no meaning for {other}"),
    }
}

fn enough_votes(votes: &Value, group: &Group, did: &[Did], there: &[bool]) -> bool {
    let voters: Vec<(usize, i128)> = match votes.get("weights") {
        Some(weights) => {
            let each = weights.as_object().unwrap().iter();
            each.map(|(id, weight)| (number(id), ratio(weight).0)).collect()
        }
        None => group.who(&votes["among"]).into_iter().map(|i| (i, 1)).collect(),
    };
    let weigh = |counts: &dyn Fn(Did) -> bool| -> i128 { voters.iter().filter(|(i, _)| counts(did[*i])).map(|(_, w)| w).sum() };
    let (mut yes, mut no) = (weigh(&|d| d == 'y'), weigh(&|d| d == 'n' || d == 'o'));
    if let Some(holder) = votes.get("casting_vote")
        && yes == no
        && yes > 0
    {
        let holder = number(holder.as_str().unwrap());
        match did[holder] {
            'y' if there[holder] => yes += 1,
            'n' | 'o' if there[holder] => no += 1,
            _ => {}
        }
    }
    let (strict, bar) = match votes.get("more_than") {
        Some(bar) => (true, ratio(bar)),
        None => (false, ratio(&votes["at_least"])),
    };
    let base = match votes.get("of").map(|of| of.as_str().unwrap()) {
        None => return if strict { yes > bar.0 } else { yes >= bar.0 },
        Some("cast") => yes + no,
        Some("present") => weigh(&|d| d != 'x'),
        Some("members") => weigh(&|_| true),
        Some("members_less_abstainers") => weigh(&|d| d != 'a'),
        Some(other) => panic!("no base {other}"),
    };
    let (left, right) = (yes * bar.1, bar.0 * base);
    base > 0 && (left > right || (!strict && left == right))
}

/// A rule at random for this group, of any shape, with parts up to `depth` deep.
#[must_use]
pub fn random_rule(group: &Group, depth: usize, dice: &mut Dice) -> Value {
    if depth == 0 || dice.once_in(3) {
        return random_leaf(group, dice);
    }
    let parts = |dice: &mut Dice| -> Vec<Value> { (0..2 + dice.below(2)).map(|_| random_rule(group, depth - 1, dice)).collect() };
    match dice.below(7) {
        0 | 1 => json!({"all": parts(dice)}),
        2 => json!({"any": parts(dice)}),
        3 => {
            let of = parts(dice);
            json!({"at_least": {"count": 1 + dice.below(of.len()), "of": of}})
        }
        4 => {
            let mut veto = json!({"by": ids(group, dice), "then": random_rule(group, depth - 1, dice)});
            if dice.once_in(2) {
                veto["unless"] = random_rule(group, depth - 1, dice);
            }
            json!({ "veto": veto })
        }
        5 => json!({"override": {"by": ids(group, dice), "then": random_rule(group, depth - 1, dice)}}),
        _ => {
            let mut quorum = Map::new();
            let among = among(group, dice);
            let size = group.who(&among).len();
            match dice.below(4) {
                0 => quorum.insert("present".into(), json!(dice.pick(&["1/2", "2/3", "3/4", "1"]))),
                1 => quorum.insert("cast".into(), json!(dice.pick(&["1/2", "2/3", "3/4", "1"]))),
                2 => quorum.insert("present_count".into(), json!(1 + dice.below(size))),
                _ => quorum.insert("cast_count".into(), json!(1 + dice.below(size))),
            };
            if !among.is_null() {
                quorum.insert("among".into(), among);
            }
            quorum.insert("then".into(), random_rule(group, depth - 1, dice));
            json!({ "quorum": quorum })
        }
    }
}

fn ids(group: &Group, dice: &mut Dice) -> Value {
    let first = dice.below(group.0.len());
    let mut chosen: Vec<usize> = (0..group.0.len()).filter(|i| *i == first || dice.once_in(3)).collect();
    let by = dice.below(chosen.len());
    chosen.rotate_left(by);
    chosen.iter().map(|i| json!(format!("m{i}"))).collect()
}

fn among(group: &Group, dice: &mut Dice) -> Value {
    match dice.below(3) {
        0 => json!(dice.pick(&group.0)),
        1 => ids(group, dice),
        _ => Value::Null,
    }
}

fn random_leaf(group: &Group, dice: &mut Dice) -> Value {
    let mut body = Map::new();
    let who = among(group, dice);
    if !who.is_null() {
        body.insert("among".into(), who.clone());
    }
    let bases = ["cast", "cast", "present", "members", "members_less_abstainers"];
    match dice.below(9) {
        0 => json!({ "consent": body }),
        1 => {
            if dice.once_in(2) {
                body.insert("of".into(), json!(dice.pick(&bases)));
            }
            json!({ "consensus": body })
        }
        2 => json!({"sign_off": ids(group, dice)}),
        3 => {
            if dice.once_in(2) {
                body.insert("of".into(), json!(dice.pick(&bases)));
            }
            let word = dice.pick(&["majority", "two_thirds", "unanimity"]);
            json!({ word: body })
        }
        4 => match dice.below(3) {
            0 => json!({"each_constituency": {}}),
            1 => json!({"each_constituency": {"at_least": "2/3", "of": dice.pick(&bases)}}),
            _ => json!({"advisory": {"deciders": group.0[0]}}),
        },
        _ => random_votes(group, &who, body, &bases, dice),
    }
}

fn random_votes(group: &Group, who: &Value, mut body: Map<String, Value>, bases: &[&str], dice: &mut Dice) -> Value {
    let voters = group.who(who);
    let mut weights: Vec<usize> = vec![1; voters.len()];
    if dice.once_in(2) {
        weights = voters.iter().map(|_| dice.pick(&[0, 1, 1, 2, 3, 5, 9])).collect();
        let some = dice.below(voters.len());
        weights[some] += 1;
        let each = voters.iter().zip(&weights).map(|(i, weight)| (format!("m{i}"), json!(weight)));
        body.insert("weights".into(), Value::Object(each.collect()));
    }
    let total: usize = weights.iter().sum();
    if dice.once_in(2) {
        let bar = 1 + dice.below(total);
        if dice.once_in(2) {
            body.insert("more_than".into(), json!(bar - 1));
            if bar == 1 {
                body.insert("more_than".into(), json!(0));
            }
        } else {
            body.insert("at_least".into(), json!(bar));
        }
    } else {
        body.insert("of".into(), json!(dice.pick(bases)));
        if dice.once_in(2) {
            body.insert("more_than".into(), json!(dice.pick(&["0", "1/3", "1/2", "2/3", "4/5"])));
        } else {
            body.insert("at_least".into(), json!(dice.pick(&["1/3", "1/2", "2/3", "3/4", "1"])));
        }
    }
    let heavy: Vec<usize> = (0..voters.len()).filter(|at| weights[*at] > 0).collect();
    if dice.once_in(3) {
        body.insert("casting_vote".into(), json!(format!("m{}", voters[dice.pick(&heavy)])));
    }
    json!({ "votes": body })
}
