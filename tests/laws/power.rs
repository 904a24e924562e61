//! What holds for every rule.

use coprod_core::error::Pointer;
use coprod_core::group::{Member, Roster};
use coprod_core::power::rule::{Compiled, Rule, Rules, State};
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, passes, random_rule};
use num_rational::BigRational;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A group of up to `most` members and a rule for it.
fn rules(most: usize) -> impl Strategy<Value = (Group, Value, Dice)> {
    (1..=most, any::<u64>()).prop_map(|(size, seed)| {
        let mut dice = Dice::new(seed);
        let group = Group::random(size, &mut dice);
        let rule = random_rule(&group, 3, &mut dice);
        (group, rule, dice)
    })
}

fn compile(rule: &Value, group: &Group) -> Compiled {
    let roster = roster(group);
    let rule: Rule = serde_json::from_value(rule.clone()).unwrap();
    Compiled::new(&rule, &Pointer::root(), &roster, &Rules::default()).unwrap()
}

fn roster(group: &Group) -> Roster {
    let members: Vec<Member> = serde_json::from_value(group.members()).unwrap();
    Roster::new(&members, &Pointer::root(), 100).unwrap()
}

const STATES: [State; 5] = [State::Yes, State::No, State::Object, State::Abstain, State::Absent];

fn letter(state: State) -> char {
    match state {
        State::Yes => 'y',
        State::No => 'n',
        State::Object => 'o',
        State::Abstain => 'a',
        State::Absent => 'x',
    }
}

fn measured(members: &Value, rule: &Value) -> Value {
    ask("power.measure", &json!({"members": members, "rule": rule}))
}

/// The rule with every member id replaced.
fn renamed(value: &Value, name: &dyn Fn(&str) -> String) -> Value {
    let is_member = |text: &str| text.strip_prefix('m').is_some_and(|rest| rest.parse::<usize>().is_ok());
    match value {
        Value::String(text) if is_member(text) => json!(name(text)),
        Value::Array(items) => items.iter().map(|item| renamed(item, name)).collect(),
        Value::Object(fields) => {
            let key = |key: &String| if is_member(key) { name(key) } else { key.clone() };
            Value::Object(fields.iter().map(|(k, value)| (key(k), renamed(value, name))).collect())
        }
        other => other.clone(),
    }
}

/// The rule without second votes at a tie that are measured against anything but the votes cast.
fn without_loose_ties(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_loose_ties).collect(),
        Value::Object(fields) => {
            let mut fields: Map<String, Value> = fields.iter().map(|(k, value)| (k.clone(), without_loose_ties(value))).collect();
            if fields.get("of").is_none_or(|of| of.is_string()) && fields.get("of") != Some(&json!("cast")) {
                fields.remove("casting_vote");
            }
            Value::Object(fields)
        }
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_rule_means_what_the_definitions_say((group, rule, mut dice) in rules(7)) {
        let compiled = compile(&rule, &group);
        for _ in 0..40 {
            let states: Vec<State> = group.0.iter().map(|_| dice.pick(&STATES)).collect();
            let did: Vec<char> = states.iter().copied().map(letter).collect();
            prop_assert_eq!(compiled.passes(&states), passes(&rule, &group, &did));
        }
    }

    #[test]
    fn a_rule_written_out_is_the_same_rule((group, rule, _) in rules(7)) {
        let read: Rule = serde_json::from_value(rule.clone()).unwrap();
        let expanded = read.expanded(&roster(&group), &Rules::default()).unwrap();
        let again: Value = serde_json::to_value(&expanded).unwrap();
        prop_assert_eq!(compile(&again, &group), compile(&rule, &group));
        let explained = ask("power.explain", &json!({"members": group.members(), "rule": rule}));
        prop_assert_eq!(&explained["expanded"], &again);
    }

    #[test]
    fn a_better_vote_never_harms((group, rule, mut dice) in rules(7)) {
        // From worse to better with presence fixed. A second vote at a tie breaks this where its base is not the votes cast: an
        // opponent who abstains breaks the tie.
        let compiled = compile(&without_loose_ties(&rule), &group);
        let ladder = [State::Object, State::No, State::Abstain, State::Yes];
        let counts_votes = rule.to_string().contains("\"cast\":") || rule.to_string().contains("cast_count");
        for _ in 0..40 {
            let mut states: Vec<State> = group.0.iter().map(|_| dice.pick(&STATES)).collect();
            let member = dice.below(states.len());
            let mut before = false;
            for (step, state) in ladder.into_iter().enumerate() {
                // Where a quorum counts votes cast, abstaining is apart.
                if step == 2 && counts_votes {
                    continue;
                }
                states[member] = state;
                let now = compiled.passes(&states);
                prop_assert!(now || !before, "{} for {:?}", rule, states);
                before = now;
            }
        }
    }

    #[test]
    fn yes_never_harms_those_who_are_there((group, rule, mut dice) in rules(7)) {
        let compiled = compile(&rule, &group);
        for _ in 0..40 {
            let mut states: Vec<State> = group.0.iter().map(|_| dice.pick(&STATES[..3])).collect();
            let member = dice.below(states.len());
            states[member] = State::Object;
            let before = compiled.passes(&states);
            states[member] = State::Yes;
            prop_assert!(compiled.passes(&states) || !before);
        }
    }

    #[test]
    fn names_and_order_do_not_matter((group, rule, mut dice) in rules(6)) {
        let size = group.0.len();
        let mut order: Vec<usize> = (0..size).collect();
        for last in (1..size).rev() {
            order.swap(last, dice.below(last + 1));
        }
        let name = |id: &str| format!("z{}", (id[1..].parse::<usize>().unwrap() * 7 + 3) % 11);
        let members = group.members();
        let moved: Value = order.iter().map(|at| renamed(&members[*at], &name)).collect();
        let (plain, other) = (measured(&members, &rule), measured(&moved, &renamed(&rule, &name)));
        for (position, at) in order.iter().enumerate() {
            let mut expected = plain["members"][*at].clone();
            expected["id"] = json!(name(expected["id"].as_str().unwrap()));
            prop_assert_eq!(&other["members"][position], &expected);
        }
        for key in ["winning", "minimal_winning", "coleman_act"] {
            prop_assert_eq!(&other[key], &plain[key]);
        }
    }

    #[test]
    fn shares_of_power_sum_to_the_whole((group, rule, _) in rules(8)) {
        let answer = measured(&group.members(), &rule);
        for index in ["banzhaf", "shapley_shubik", "deegan_packel", "holler", "johnston"] {
            let parts = answer["members"].as_array().unwrap().iter();
            let sum: BigRational = parts.map(|member| member[index]["exact"].as_str().unwrap().parse::<BigRational>().unwrap()).sum();
            prop_assert_eq!(sum.to_string(), "1");
        }
    }

    #[test]
    fn a_powerless_member_changes_nothing((group, rule, _) in rules(6)) {
        // Written out for the members who were there before, so that the newcomer has a seat and no vote.
        let read: Rule = serde_json::from_value(rule.clone()).unwrap();
        let mut expanded = serde_json::to_value(read.expanded(&roster(&group), &Rules::default()).unwrap()).unwrap();
        name_everybody(&mut expanded, &group);
        let (before, mut members) = (measured(&group.members(), &expanded), group.members());
        members.as_array_mut().unwrap().push(json!({"id": "new", "constituency": "visitor"}));
        let after = measured(&members, &expanded);
        for (old, new) in before["members"].as_array().unwrap().iter().zip(after["members"].as_array().unwrap()) {
            let (mut old, mut new) = (old.clone(), new.clone());
            prop_assert_eq!(old["swings"].as_u64().map(|swings| 2 * swings), new["swings"].as_u64());
            old["swings"].take();
            new["swings"].take();
            prop_assert_eq!(old, new);
        }
        let newcomer = after["members"].as_array().unwrap().last().unwrap();
        prop_assert_eq!((&newcomer["dummy"], &newcomer["swings"]), (&json!(true), &json!(0)));
        prop_assert_eq!(after["coleman_act"].clone(), before["coleman_act"].clone());
        for (old, new) in before["constituencies"].as_array().unwrap().iter().zip(after["constituencies"].as_array().unwrap()) {
            for key in ["needs_to_decide", "needs_to_block", "can_decide_whatever", "if_each_constituency_votes_as_one"] {
                prop_assert_eq!(&old[key], &new[key]);
            }
        }
    }

    #[test]
    fn one_side_blocks_if_and_only_if_the_rest_cannot_decide((group, rule, _) in rules(7)) {
        let compiled = compile(&rule, &group);
        let lived: Vec<usize> = (0..group.0.len()).filter(|member| group.0[*member] == "lived").collect();
        let rest: Vec<usize> = (0..group.0.len()).filter(|member| group.0[*member] != "lived").collect();
        let say = |bloc: &[usize]| coprod_core::power::bloc::say(&compiled, bloc).unwrap();
        let (lived, rest) = (say(&lived), say(&rest));
        let loose = without_loose_ties(&rule) != rule;
        if !loose {
            prop_assert_eq!(lived.can_block_by_voting_if_all_attend, !rest.can_decide_if_all_attend);
            prop_assert_eq!(lived.can_block_by_voting_if_all_attend, lived.can_block_by_voting_whatever);
            prop_assert_eq!(rest.can_block_by_voting_if_all_attend, !lived.can_decide_if_all_attend);
        }
        prop_assert!(!lived.can_decide_whatever || lived.can_decide_if_all_attend);
        prop_assert!(!lived.can_decide_if_all_attend || lived.votes_can_matter);
    }
}

/// Where a part asks everybody, it asks the members of this group by name.
fn name_everybody(rule: &mut Value, group: &Group) {
    let everybody: Value = (0..group.0.len()).map(|member| json!(format!("m{member}"))).collect();
    let (key, body) = rule.as_object_mut().unwrap().iter_mut().next().unwrap();
    match key.as_str() {
        "votes" | "consent" | "consensus" if body.get("weights").is_none() => {
            body.as_object_mut().unwrap().entry("among").or_insert(everybody);
        }
        "all" | "any" => body.as_array_mut().unwrap().iter_mut().for_each(|part| name_everybody(part, group)),
        "at_least" => body["of"].as_array_mut().unwrap().iter_mut().for_each(|part| name_everybody(part, group)),
        "quorum" => {
            body.as_object_mut().unwrap().entry("among").or_insert(everybody);
            name_everybody(&mut body["then"], group);
        }
        _ => {}
    }
}
