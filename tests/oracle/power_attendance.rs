//! Power when people come now and then, found by trying everything that everybody can do: yes, no, abstain and absent, with the chance
//! of each as a fraction.

use std::collections::BTreeMap;

use coprod_core::api::call;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Did, Group, passes_by_proxy, random_rule};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};
use serde_json::{Map, Value, json};

type Fraction = BigRational;

/// Whether what follows from one member's acts is like this.
type Like<'a> = dyn Fn(&dyn Fn(Did) -> bool) -> bool + 'a;

const DID: [Did; 4] = ['y', 'o', 'a', 'x'];

fn fraction(text: &str) -> Fraction {
    text.parse().unwrap()
}

fn whole(number: usize) -> Fraction {
    Fraction::from(BigInt::from(number))
}

/// How a group attends, made up at random, and as a request says it.
struct Attending {
    group: Group,
    rule: Value,
    request: Value,
    /// Member by member: present, abstain, remotely.
    chances: Vec<[Fraction; 3]>,
    /// Who casts whose vote.
    ends: Vec<usize>,
    proxies: bool,
}

impl Attending {
    fn random(size: usize, dice: &mut Dice) -> Self {
        let group = Group::random(size, dice);
        let rule = random_rule(&group, 3, dice);
        let some = |dice: &mut Dice| {
            let mut said = Map::new();
            for (key, values) in [
                ("present", ["0", "1/2", "2/3", "0.9", "1"]),
                ("abstain", ["0", "0", "1/10", "1/3", "1"]),
                ("remotely", ["0", "0", "0", "1/4", "1"]),
            ] {
                if dice.once_in(2) {
                    said.insert(key.into(), json!(dice.pick(&values)));
                }
            }
            Value::Object(said)
        };
        let everybody = some(dice);
        let constituencies = if dice.once_in(2) { json!({group.0[0]: some(dice)}) } else { json!({}) };
        let mut members = Map::new();
        let mut delegates = Map::new();
        let mut ends: Vec<usize> = (0..size).collect();
        let handing = dice.once_in(2);
        for member in 0..size {
            if handing && member > 0 && dice.once_in(3) {
                // To somebody earlier, so that there is no circle.
                let to = dice.below(member);
                delegates.insert(format!("m{member}"), json!(format!("m{to}")));
                ends[member] = ends[to];
            } else if dice.once_in(2) {
                members.insert(format!("m{member}"), some(dice));
            }
        }
        let proxies = dice.once_in(2);
        let said = |member: usize, key: &str| {
            if ends[member] != member {
                return "0".to_owned();
            }
            let own = members.get(&format!("m{member}")).and_then(|own| own.get(key));
            let side = constituencies.get(group.0[member]).and_then(|side| side.get(key));
            let usual = json!(if key == "present" { "1" } else { "0" });
            own.or(side).or(everybody.get(key)).unwrap_or(&usual).as_str().unwrap().to_owned()
        };
        let number = |text: String| if text == "0.9" { fraction("9/10") } else { fraction(&text) };
        let chances = (0..size).map(|member| ["present", "abstain", "remotely"].map(|key| number(said(member, key)))).collect();
        let mut attendance = json!({"everybody": everybody, "constituencies": constituencies, "members": members});
        attendance["delegates"] = Value::Object(delegates);
        attendance["proxy_counts_present"] = json!(proxies);
        let request = json!({"members": group.members(), "rule": rule, "attendance": attendance});
        Self { group, rule, request, chances, ends, proxies }
    }

    fn size(&self) -> usize {
        self.group.0.len()
    }

    fn there(&self, did: &[Did]) -> Vec<bool> {
        (0..self.size()).map(|i| did[self.ends[i]] != 'x' && (self.proxies || self.ends[i] == i)).collect()
    }

    fn passes(&self, did: &[Did]) -> bool {
        let cast: Vec<Did> = self.ends.iter().map(|end| did[*end]).collect();
        passes_by_proxy(&self.rule, &self.group, &cast, &self.there(did))
    }

    fn present(&self, member: usize, in_person: bool) -> Fraction {
        let [present, _, remotely] = &self.chances[member];
        if in_person { present * (Fraction::one() - remotely) } else { present.clone() }
    }

    /// The chance that a member does this.
    fn chance(&self, member: usize, did: Did, in_person: bool) -> Fraction {
        let (present, abstain) = (self.present(member, in_person), &self.chances[member][1]);
        match did {
            'x' => Fraction::one() - present,
            'a' => present * abstain,
            _ => present * (Fraction::one() - abstain) / whole(2),
        }
    }
}

/// Everything that so many members can do, of what is listed.
fn everything(size: usize, what: &[Did]) -> Vec<Vec<Did>> {
    (0..size).fold(vec![Vec::new()], |all, _| {
        all.iter().flat_map(|did| what.iter().map(|next| [did.as_slice(), &[*next]].concat())).collect()
    })
}

fn with(did: &[Did], member: usize, instead: Did) -> Vec<Did> {
    let mut did = did.to_vec();
    did[member] = instead;
    did
}

/// The Shapley-Shubik indices among those who are there, by all orders.
fn pivots(attending: &Attending, there: &[usize], turned: &mut [Fraction], chance: &Fraction) -> bool {
    let size = attending.size();
    let nobody = |yes: &[usize]| -> Vec<Did> {
        (0..size)
            .map(|i| {
                if yes.contains(&i) {
                    'y'
                } else if there.contains(&i) {
                    'o'
                } else {
                    'x'
                }
            })
            .collect()
    };
    let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in there {
        orders = orders
            .iter()
            .flat_map(|order| there.iter().filter(|i| !order.contains(i)).map(|i| [order.as_slice(), &[*i]].concat()))
            .collect();
    }
    let mut any = false;
    for order in &orders {
        let first =
            (0..order.len()).find(|at| attending.passes(&nobody(&order[..=*at])) && !attending.passes(&nobody(&order[..*at])));
        if let Some(at) = first {
            any = true;
            turned[order[at]] += chance / whole(orders.len());
        }
    }
    any
}

fn compare(attending: &Attending) {
    let text = attending.request.to_string();
    let answer: Value =
        serde_json::from_str(&call("power.measure", &text).unwrap_or_else(|error| panic!("{error} {text}"))).unwrap();
    let answer = &answer["attendance"];
    let context = || format!("{text}\n{answer}");
    let size = attending.size();
    let all = everything(size, &DID);
    let outcome: BTreeMap<&[Did], bool> = all.iter().map(|did| (did.as_slice(), attending.passes(did))).collect();
    let passes = |did: &[Did]| outcome[did];
    let weight = |did: &[Did], but: Option<usize>, in_person: bool| -> Fraction {
        (0..size).filter(|i| Some(*i) != but).map(|i| attending.chance(i, did[i], in_person)).product()
    };
    let says = |value: &Value, expected: &Fraction| assert_eq!(value["exact"], expected.to_string(), "{}", context());
    let passing =
        |in_person: bool| -> Fraction { all.iter().filter(|did| passes(did)).map(|did| weight(did, None, in_person)).sum() };
    says(&answer["passes"], &passing(false));

    // Each member, by what follows for others' acts.
    let likely = |member: usize, in_person: bool, test: &Like<'_>| -> Fraction {
        let others = all.iter().filter(|did| did[member] == 'x');
        others
            .filter(|did| test(&|instead| passes(&with(did, member, instead))))
            .map(|did| weight(did, Some(member), in_person))
            .sum()
    };
    let swing = |i: usize, in_person: bool| likely(i, in_person, &|does| does('y')) - likely(i, in_person, &|does| does('o'));
    let influences: Vec<Fraction> = (0..size).map(|i| attending.present(i, false) * swing(i, false)).collect();
    let all_influence: Fraction = influences.iter().sum();
    let mut indices = vec![Fraction::zero(); size];
    let mut unallocated = Fraction::zero();
    for set in 0..1_usize << size {
        let there: Vec<usize> = (0..size).filter(|i| set >> i & 1 == 1).collect();
        let chance: Fraction = (0..size)
            .map(|i| {
                let present = attending.present(i, false);
                if there.contains(&i) { present } else { Fraction::one() - present }
            })
            .product();
        if !chance.is_zero() && !pivots(attending, &there, &mut indices, &chance) {
            unallocated += chance;
        }
    }
    says(&answer["unallocated"], &unallocated);
    for i in 0..size {
        let line = &answer["members"][i];
        says(&line["presence"], &attending.present(i, false));
        says(&line["swing"], &swing(i, false));
        says(&line["influence"], &influences[i]);
        if all_influence.is_zero() {
            assert!(line["normalised"].is_null());
        } else {
            says(&line["normalised"], &(&influences[i] / &all_influence));
        }
        says(&line["shapley_shubik"], &indices[i]);
        if attending.ends[i] != i {
            continue;
        }
        let one = |does: &dyn Fn(Did) -> bool, yes: Did, no: Did| does(yes) && !does(no);
        says(&line["attend_yes"], &likely(i, false, &|does| one(does, 'y', 'x')));
        says(&line["perverse"], &likely(i, false, &|does| one(does, 'o', 'x')));
        says(&line["backfires"], &likely(i, false, &|does| one(does, 'x', 'y')));
        says(&line["helps"], &likely(i, false, &|does| one(does, 'a', 'o') || one(does, 'y', 'a')));
        says(&line["hurts"], &likely(i, false, &|does| one(does, 'o', 'a') || one(does, 'a', 'y')));
        for (kind, better, worse) in [
            ("no_carries", 'o', 'x'),
            ("no_carries_over_abstaining", 'o', 'a'),
            ("yes_stops", 'a', 'y'),
            ("coming_stops", 'x', 'y'),
        ] {
            let chance = likely(i, false, &|does| one(does, better, worse));
            let id = json!(format!("m{i}"));
            let listed = answer["paradoxes"].as_array().unwrap().iter();
            let found = listed.filter(|case| case["kind"] == kind).find(|case| case["members"].as_array().unwrap().contains(&id));
            assert_eq!(found.is_some(), !chance.is_zero(), "{kind} {}", context());
            if let Some(case) = found {
                says(&case["chance"], &chance);
                if case["members"][0] == id {
                    case_holds(attending, case, i, better, worse);
                }
            }
        }
    }
    remote(attending, answer, &passing, &swing);
    quorums(attending, answer);
    sides(attending, answer, &influences, &outcome);
}

/// The case of a paradox can happen, and is one.
fn case_holds(attending: &Attending, case: &Value, member: usize, better: Did, worse: Did) {
    let letter = |word: &Value| match word.as_str().unwrap() {
        "yes" => 'y',
        "no" => 'n',
        "object" => 'o',
        "abstain" => 'a',
        _ => 'x',
    };
    let instead = letter(&case["fails_if_instead"]);
    let alike = |one: Did| if one == 'n' { 'o' } else { one };
    // Whoever is not named can do anything.
    for unnamed in ['x', 'y', 'o', 'a'] {
        let named = |i: usize| case["passes_with"].get(format!("m{i}"));
        let can = |i: &usize| unnamed == 'x' || attending.ends[*i] == *i;
        let did: Vec<Did> = (0..attending.size()).map(|i| named(i).map_or(if can(&i) { unnamed } else { 'x' }, letter)).collect();
        assert_eq!((alike(did[member]), instead), (better, worse), "{case}");
        assert!(attending.passes(&did) && !attending.passes(&with(&did, member, instead)), "{case}");
    }
}

fn remote(attending: &Attending, answer: &Value, passing: &dyn Fn(bool) -> Fraction, swing: &dyn Fn(usize, bool) -> Fraction) {
    let answer = &answer["if_remote_did_not_count"];
    let anybody = attending.chances.iter().any(|[present, _, remotely]| !present.is_zero() && !remotely.is_zero());
    assert_eq!(answer.is_null(), !anybody);
    if anybody {
        assert_eq!(answer["passes"]["exact"], passing(true).to_string());
        for i in 0..attending.size() {
            let present = attending.present(i, true);
            assert_eq!(answer["members"][i]["influence"]["exact"], (&present * swing(i, true)).to_string());
            assert_eq!(answer["members"][i]["presence"]["exact"], present.to_string());
        }
    }
}

/// The quorums of a rule, in order.
fn collect(rule: &Value, found: &mut Vec<Value>) {
    let (key, body) = rule.as_object().unwrap().iter().next().unwrap();
    match key.as_str() {
        "all" | "any" => body.as_array().unwrap().iter().for_each(|part| collect(part, found)),
        "at_least" => body["of"].as_array().unwrap().iter().for_each(|part| collect(part, found)),
        "quorum" => {
            found.push(body.clone());
            collect(&body["then"], found);
        }
        "veto" => {
            collect(&body["then"], found);
            if let Some(unless) = body.get("unless") {
                collect(unless, found);
            }
        }
        "override" => collect(&body["then"], found),
        _ => {}
    }
}

fn quorums(attending: &Attending, answer: &Value) {
    let mut quorums = Vec::new();
    collect(&attending.rule, &mut quorums);
    assert_eq!(answer["quorums"].as_array().unwrap().len(), quorums.len());
    for (number, mut quorum) in quorums.into_iter().enumerate() {
        // With a rule inside that asks nothing.
        quorum["then"] = json!({"all": []});
        let rule = json!({ "quorum": quorum });
        let met = |in_person: bool| -> Fraction {
            let all = everything(attending.size(), &DID);
            let met = all.iter().filter(|did| {
                let cast: Vec<Did> = attending.ends.iter().map(|end| did[*end]).collect();
                passes_by_proxy(&rule, &attending.group, &cast, &attending.there(did))
            });
            met.map(|did| (0..did.len()).map(|i| attending.chance(i, did[i], in_person)).product::<Fraction>()).sum()
        };
        assert_eq!(answer["quorums"][number]["met"]["exact"], met(false).to_string(), "{} {answer}", attending.request);
        if !answer["if_remote_did_not_count"].is_null() {
            assert_eq!(answer["if_remote_did_not_count"]["quorums"][number]["exact"], met(true).to_string());
        }
    }
}

/// What those of a constituency who come can do, whatever the others who came do.
fn sides(attending: &Attending, answer: &Value, influences: &[Fraction], outcome: &BTreeMap<&[Did], bool>) {
    let size = attending.size();
    for line in answer["constituencies"].as_array().unwrap() {
        let inside: Vec<bool> = (0..size).map(|i| line["id"] == attending.group.0[i]).collect();
        let own = |of: &dyn Fn(usize) -> Fraction| (0..size).filter(|i| inside[*i]).map(of).sum::<Fraction>().to_string();
        assert_eq!(line["influence"]["exact"], own(&|i| influences[i].clone()));
        assert_eq!(line["expected_presence"]["exact"], own(&|i| attending.present(i, false)));
        let (mut decides, mut blocks) = (Fraction::zero(), Fraction::zero());
        for set in 0..1_usize << size {
            let there = |i: usize| set >> i & 1 == 1;
            let chance: Fraction = (0..size)
                .map(|i| if there(i) { attending.present(i, false) } else { Fraction::one() - attending.present(i, false) })
                .product();
            if chance.is_zero() {
                continue;
            }
            let fits = |did: &[Did], side: bool| (0..size).all(|i| inside[i] != side || (did[i] != 'x') == there(i));
            let all: Vec<&[Did]> = outcome.keys().copied().filter(|did| fits(did, true) && fits(did, false)).collect();
            let ours_yes = |did: &[Did]| (0..size).all(|i| !inside[i] || !there(i) || did[i] == 'y');
            if all.iter().filter(|did| ours_yes(did)).all(|did| outcome[*did]) {
                decides += &chance;
            }
            let ours = |did: &[Did]| (0..size).map(|i| if inside[i] { did[i] } else { '-' }).collect::<String>();
            let mut stopped: BTreeMap<String, bool> = BTreeMap::new();
            for did in &all {
                *stopped.entry(ours(did)).or_insert(true) &= !outcome[*did];
            }
            if stopped.values().any(|stopped| *stopped) {
                blocks += &chance;
            }
        }
        assert_eq!(line["can_decide"]["exact"], decides.to_string(), "{} {line}", attending.request);
        assert_eq!(line["can_block"]["exact"], blocks.to_string(), "{} {line}", attending.request);
    }
}

#[test]
fn chances_of_rules_of_every_shape() {
    for seed in 0..250 {
        let mut dice = Dice::new(seed);
        let size = if seed % 25 == 0 { 5 } else { 1 + dice.below(4) };
        compare(&Attending::random(size, &mut dice));
    }
}

#[test]
#[ignore = "takes minutes: run it after a change to attendance"]
fn chances_of_many_more_rules() {
    for seed in 1_000..16_000 {
        let mut dice = Dice::new(seed);
        let size = if seed % 50 == 0 { 5 } else { 1 + dice.below(4) };
        compare(&Attending::random(size, &mut dice));
    }
}
