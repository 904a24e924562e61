//! What holds for the pictures of every group and rule.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, random_rule};
use proptest::prelude::*;
use roxmltree::Document;
use serde_json::{Value, json};

/// The picture is whole and of bounded size, its table is even, and its text names whoever must be named.
fn holds(found: &Value, names: &[String], most: usize) {
    let svg = found["svg"].as_str().unwrap();
    let document = Document::parse(svg).unwrap();
    assert!(document.root_element().descendants().any(|node| node.tag_name().name() == "desc" && node.text().is_some()));
    assert!(svg.len() < most, "{} bytes", svg.len());
    let text: String = found["text"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    for name in names {
        assert!(text.contains(name), "{name} is not in: {text}");
    }
    let heads = found["table"]["heads"].as_array().unwrap().len();
    assert!(found["table"]["rows"].as_array().unwrap().iter().all(|row| row.as_array().unwrap().len() == heads));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_picture_is_whole_and_names_every_constituency(size in 1..=12_usize, seed: u64) {
        let mut dice = Dice::new(seed);
        let group = Group::random(size, &mut dice);
        let rule = random_rule(&group, 3, &mut dice);
        let other = random_rule(&group, 3, &mut dice);
        let members = group.members();
        let mut names: Vec<String> =
            members.as_array().unwrap().iter().filter_map(|member| member["constituency"].as_str()).map(str::to_owned).collect();
        names.sort();
        names.dedup();
        let one = ask("power.picture", &json!({"members": members, "rule": rule}));
        holds(&one, &names, 40_000);
        prop_assert_eq!(&one, &ask("power.picture", &json!({"members": members, "rule": rule, "index": "shapley_shubik"})));
        let both = ask("power.compare_picture", &json!({"members": members, "rules": {"one": rule, "other": other}}));
        names.extend(["one".to_owned(), "other".to_owned()]);
        holds(&both, &names, 80_000);
    }

    #[test]
    fn names_of_any_letters_are_drawn_safely(names in prop::collection::btree_set("[^\\s\\p{C}]{1,64}", 2..6)) {
        let sides: Vec<String> = names.iter().cloned().collect();
        let members: Vec<Value> = sides.iter().map(|name| json!({"id": name, "constituency": name})).collect();
        let request = json!({"members": members, "rule": {"majority": {}}});
        holds(&ask("power.picture", &request), &sides, 40_000);
    }

    #[test]
    fn a_share_in_the_picture_is_the_one_measured(size in 1..=8_usize, seed: u64) {
        let mut dice = Dice::new(seed);
        let group = Group::random(size, &mut dice);
        let rule = random_rule(&group, 2, &mut dice);
        let request = json!({"members": group.members(), "rule": rule});
        let (measured, drawn) = (ask("power.measure", &request), ask("power.picture", &request));
        let rows = drawn["table"]["rows"].as_array().unwrap();
        for (line, row) in measured["constituencies"].as_array().unwrap().iter().zip(rows) {
            prop_assert_eq!(&line["id"], &row[0]);
            let exact = line["if_each_votes_alone"]["shapley_shubik"]["exact"].as_str().unwrap();
            let told = row[3].as_str().unwrap();
            let whole = told == "0 %" && exact == "0" || told == "100 %" && exact == "1";
            prop_assert!(whole || told.starts_with(&format!("{exact} (")) || told.starts_with("about "), "{} {}", exact, told);
        }
    }
}
