//! What holds of every selection, whatever the pool.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A pool of people with three features, some in households, and quotas around what the pool is like.
fn pool(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let count = 6 + dice.below(20);
    let size = 3 + dice.below(4);
    let mut quotas = json!({});
    let mut people: Vec<Value> = (0..count).map(|number| json!({"id": format!("p{number:02}"), "features": {}})).collect();
    for (feature, values) in [("role", 3), ("age", 3), ("area", 2)] {
        let mut counts = vec![0; values];
        for person in &mut people {
            let value = dice.below(values).min(dice.below(values + 1));
            counts[value] += 1;
            person["features"][feature] = json!(format!("v{value}"));
        }
        for (value, all) in counts.into_iter().enumerate() {
            let near = all * size / count;
            quotas[feature][format!("v{value}")] =
                json!({"at_least": near.saturating_sub(dice.below(2)), "at_most": near + 1 + dice.below(2)});
        }
    }
    for person in &mut people {
        if dice.once_in(5) {
            person["household"] = json!(format!("h{}", dice.below(3)));
        }
    }
    json!({"people": people, "size": size, "quotas": quotas, "draw": {"seed": format!("lottery {seed}")}})
}

fn select(request: &Value) -> Value {
    ask("workload.select", request)
}

fn check(request: &Value, answer: &Value) -> Value {
    ask("workload.select_check", &json!({"request": request, "answer": answer}))
}

/// Each person's exact chance, by what `name` makes of the id.
fn chances(answer: &Value, name: impl Fn(&str) -> String) -> Vec<(String, Value)> {
    let all = answer["chances"].as_array().unwrap();
    let mut chances: Vec<_> =
        all.iter().map(|chance| (name(chance["id"].as_str().unwrap()), chance["chance"]["exact"].clone())).collect();
    chances.sort_by(|one, other| one.0.cmp(&other.0));
    chances
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_proved_and_passes_its_check(seed in any::<u64>()) {
        let request = pool(seed);
        let answer = select(&request);
        prop_assert_eq!(&answer["proved"], true);
        let check = check(&request, &answer);
        prop_assert_eq!(&check["holds"], true, "{}", check);
        let owed = if answer["feasible"] == true { "leximin" } else { "no_panel" };
        prop_assert_eq!(&check["guarantee"], owed);
    }

    #[test]
    fn the_order_of_the_request_changes_nothing(seed in any::<u64>()) {
        let before = pool(seed);
        let mut after = before.clone();
        after["people"].as_array_mut().unwrap().reverse();
        let (before, after) = (select(&before), select(&after));
        for part in ["kinds", "panels", "certificate", "relaxations"] {
            if part != "relaxations" {
                prop_assert_eq!(&before[part], &after[part]);
            }
        }
        prop_assert_eq!(chances(&before, str::to_owned), chances(&after, str::to_owned));
        let drawn = |answer: &Value| {
            let mut panel: Vec<String> = answer["draw"]["panel"].as_array().into_iter().flatten().map(ToString::to_string).collect();
            panel.sort();
            panel
        };
        prop_assert_eq!(drawn(&before), drawn(&after));
    }

    #[test]
    fn a_name_gives_no_chance(seed in any::<u64>()) {
        let before = pool(seed);
        let mut after = before.clone();
        let turned = |id: &str| format!("q{:02}", 99 - id[1..].parse::<u32>().unwrap());
        for person in after["people"].as_array_mut().unwrap() {
            person["id"] = json!(turned(person["id"].as_str().unwrap()));
        }
        prop_assert_eq!(chances(&select(&before), turned), chances(&select(&after), str::to_owned));
    }

    #[test]
    fn a_changed_answer_fails_its_check(seed in any::<u64>(), which in 0_usize..7) {
        let request = pool(seed);
        let answer = select(&request);
        prop_assume!(answer["feasible"] == true);
        let mut changed = answer.clone();
        let half = json!({"exact": "1/7", "decimal": "0.142857"});
        match which {
            0 => changed["chances"][0]["chance"] = half,
            1 => changed["kinds"][0]["chance"] = half,
            2 => {
                changed["panels"].as_array_mut().unwrap().pop();
            }
            3 => changed["certificate"][0]["most"] = json!("1/1000"),
            4 => changed["certificate"][0]["proof"][0]["prices"] = json!([]),
            5 => {
                changed["draw"]["panel"].as_array_mut().unwrap().pop();
            }
            _ => changed["draw"]["number"] = json!((answer["draw"]["number"].as_u64().unwrap() + 1) % 1024),
        }
        // A split step has no prices; a chance may be what it is changed to.
        prop_assume!(changed != answer);
        let check = check(&request, &changed);
        prop_assert_eq!(&check["holds"], false, "{}", changed);
        prop_assert_eq!(&check["guarantee"], "none");
    }

    #[test]
    fn replacements_keep_the_others(seed in any::<u64>(), who in any::<prop::sample::Index>()) {
        let request = pool(seed);
        let answer = select(&request);
        prop_assume!(answer["feasible"] == true);
        let panel = answer["draw"]["panel"].as_array().unwrap();
        let dropped = who.get(panel);
        let next = ask("workload.select_replace", &json!({"request": request, "panel": panel, "dropped": [dropped]}));
        let checked = check(&next["request"], &next["answer"]);
        prop_assert_eq!(&checked["holds"], true, "{}", checked);
        if next["answer"]["feasible"] == true {
            let after = next["answer"]["draw"]["panel"].as_array().unwrap();
            prop_assert!(!after.contains(dropped));
            prop_assert!(panel.iter().all(|id| id == dropped || after.contains(id)));
            prop_assert_eq!(next["replacements"].as_array().unwrap().len(), 1);
        }
    }
}
