//! What holds for every group, however it attends.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, random_rule};
use num_rational::BigRational;
use num_traits::{One, Zero};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn groups(most: usize) -> impl Strategy<Value = (Group, Value, Dice)> {
    (1..=most, any::<u64>()).prop_map(|(size, seed)| {
        let mut dice = Dice::new(seed);
        let group = Group::random(size, &mut dice);
        let rule = random_rule(&group, 2, &mut dice);
        (group, rule, dice)
    })
}

fn measured(group: &Group, rule: &Value, attendance: &Value) -> Value {
    let request = json!({"members": group.members(), "rule": rule, "attendance": attendance});
    ask("power.measure", &request)
}

fn fraction(value: &Value) -> BigRational {
    value["exact"].as_str().unwrap().parse().unwrap()
}

/// Chances at random for each member, some of them certain.
fn chances(group: &Group, dice: &mut Dice) -> Map<String, Value> {
    let one =
        |dice: &mut Dice| json!({"present": dice.pick(&["0", "1/3", "0.95", "1"]), "abstain": dice.pick(&["0", "0", "1/8"])});
    (0..group.0.len()).map(|i| (format!("m{i}"), one(dice))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn where_all_come_and_none_abstains_it_is_the_classical_game((group, rule, _) in groups(8)) {
        let answer = measured(&group, &rule, &json!({}));
        let attended = &answer["attendance"];
        prop_assert!(fraction(&attended["unallocated"]).is_zero());
        prop_assert_eq!(&attended["passes"], &answer["coleman_act"]);
        for (classical, here) in answer["members"].as_array().unwrap().iter().zip(attended["members"].as_array().unwrap()) {
            prop_assert_eq!(&here["swing"], &classical["banzhaf_absolute"]);
            prop_assert_eq!(&here["influence"], &classical["banzhaf_absolute"]);
            prop_assert_eq!(&here["normalised"], &classical["banzhaf"]);
            prop_assert_eq!(&here["shapley_shubik"], &classical["shapley_shubik"]);
        }
        for (classical, here) in
            answer["constituencies"].as_array().unwrap().iter().zip(attended["constituencies"].as_array().unwrap())
        {
            let certain = |value: &Value| if value == true { "1" } else { "0" };
            prop_assert_eq!(&here["can_decide"]["exact"], certain(&classical["can_decide_if_all_attend"]));
            prop_assert_eq!(&here["can_block"]["exact"], certain(&classical["can_block_by_voting_if_all_attend"]));
        }
    }

    #[test]
    fn chances_are_chances_and_parts_make_a_whole((group, rule, mut dice) in groups(7)) {
        let members = chances(&group, &mut dice);
        let answer = measured(&group, &rule, &json!({"members": members}));
        let attended = &answer["attendance"];
        let (zero, one) = (BigRational::zero(), BigRational::one());
        let is_chance = |value: &Value| fraction(value) >= zero && fraction(value) <= one;
        prop_assert!(is_chance(&attended["passes"]) && is_chance(&attended["unallocated"]));
        let mut shapley = fraction(&attended["unallocated"]);
        let mut normalised = BigRational::zero();
        for line in attended["members"].as_array().unwrap() {
            for key in [
                "presence", "swing", "influence", "shapley_shubik", "attend_yes", "perverse", "backfires", "helps", "hurts",
            ] {
                prop_assert!(is_chance(&line[key]), "{} {}", key, line);
            }
            prop_assert_eq!(fraction(&line["helps"]) - fraction(&line["hurts"]), fraction(&line["swing"]));
            prop_assert!(fraction(&line["influence"]) <= fraction(&line["presence"]));
            shapley += fraction(&line["shapley_shubik"]);
            if !line["normalised"].is_null() {
                normalised += fraction(&line["normalised"]);
            }
            if members[line["id"].as_str().unwrap()]["present"] == "0" {
                prop_assert!(fraction(&line["influence"]).is_zero() && fraction(&line["shapley_shubik"]).is_zero());
            }
        }
        prop_assert_eq!(shapley, one.clone());
        prop_assert!(normalised.is_zero() || normalised == one);
        for quorum in attended["quorums"].as_array().unwrap() {
            prop_assert!(is_chance(&quorum["met"]));
        }
    }

    #[test]
    fn one_side_blocks_when_the_other_cannot_decide((size, lived) in (2_usize..=6, 1_usize..=5), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let group = Group((0..size).map(|i| if i < lived.min(size - 1) { "lived" } else { "staff" }).collect());
        let rule = random_rule(&group, 2, &mut dice);
        // With a second vote at a tie, abstaining can be the better help: then one side may neither decide nor the other block.
        prop_assume!(!rule.to_string().contains("casting_vote"));
        let answer = measured(&group, &rule, &json!({"members": chances(&group, &mut dice)}));
        let lines = answer["attendance"]["constituencies"].as_array().unwrap();
        for (own, other) in [(0, 1), (1, 0)] {
            let both = fraction(&lines[own]["can_block"]) + fraction(&lines[other]["can_decide"]);
            prop_assert_eq!(both, BigRational::one());
        }
    }

    #[test]
    fn the_order_of_members_changes_nothing((group, rule, mut dice) in groups(6)) {
        let members = chances(&group, &mut dice);
        let attendance = json!({"members": members});
        let forwards = measured(&group, &rule, &attendance);
        let mut list = group.members();
        list.as_array_mut().unwrap().reverse();
        let request = json!({"members": list, "rule": rule, "attendance": attendance});
        let backwards = ask("power.measure", &request);
        let (forwards, backwards) = (&forwards["attendance"], &backwards["attendance"]);
        prop_assert_eq!(&forwards["passes"], &backwards["passes"]);
        let (ones, others) = (forwards["members"].as_array().unwrap(), backwards["members"].as_array().unwrap());
        for (one, other) in ones.iter().zip(others.iter().rev()) {
            prop_assert_eq!(one, other);
        }
    }
}
