//! What holds for every picture of work: it can be read, stays on its sheet, and says what other answers say.

use std::collections::BTreeMap;

use coprod_core::api::call;
use coprod_core::picture::width;
use coprod_core::unit::Hours;
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::rota::who_has_what;
use proptest::prelude::*;
use roxmltree::Document;
use serde_json::{Value, json};

fn texts(row: &Value) -> Vec<&str> {
    row.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// The texts of a sound picture: whole XML, no text off its sheet or over another, an even table, something said.
fn sound(found: &Value) -> Vec<String> {
    let svg = found["svg"].as_str().unwrap();
    let document = Document::parse(svg).unwrap();
    let root = document.root_element();
    assert!(root.children().any(|node| node.tag_name().name() == "desc" && node.text().is_some()));
    let bottom: u32 = root.attribute("viewBox").unwrap().split(' ').nth(3).unwrap().parse().unwrap();
    let boxes: Vec<(u32, u32, u32, u32, String)> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "text" && node.text().is_some())
        .map(|node| {
            let number = |name: &str| node.attribute(name).unwrap().parse::<u32>().unwrap();
            let (size, text) = (number("font-size"), node.text().unwrap().to_owned());
            let wide = width(&text, size);
            let left = number("x").saturating_sub(if node.attribute("text-anchor").is_some() { wide / 2 } else { 0 });
            (left, number("y") - size, left + wide, number("y"), text)
        })
        .collect();
    for (at, one) in boxes.iter().enumerate() {
        assert!(one.2 <= 480 && one.3 < bottom, "{one:?}");
        for other in &boxes[at + 1..] {
            assert!(one.2 <= other.0 || other.2 <= one.0 || one.3 <= other.1 || other.3 <= one.1, "{one:?} and {other:?}");
        }
    }
    let heads = found["table"]["heads"].as_array().unwrap().len();
    for row in found["table"]["rows"].as_array().unwrap() {
        assert_eq!(texts(row).len(), heads);
        assert!(texts(row).iter().all(|text| !text.is_empty()));
    }
    assert!(found["text"].as_array().unwrap().iter().all(|line| !line.as_str().unwrap().is_empty()));
    boxes.into_iter().map(|(.., text)| text).collect()
}

fn hours(text: &str) -> i64 {
    text.parse::<Hours>().unwrap().seconds()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hours_drawn_are_those_that_the_check_counts(seed in any::<u64>()) {
        let of = who_has_what(&mut Dice::new(seed));
        let found = ask("workload.picture", &json!({"of": {"hours": of}}));
        prop_assert_eq!(&found, &ask("workload.picture", &json!({"of": {"hours": of}})));
        let words = sound(&found);
        let split = json!({"people": of["people"], "tasks": of["tasks"]});
        let checked = ask("workload.verify", &json!({"request": split, "answer": {"assignments": of["assignments"]}}));
        let people = checked["people"].as_array().unwrap();
        let rows = found["table"]["rows"].as_array().unwrap();
        let (sides, rows) = rows.split_at(rows.len() - people.len());
        for (row, person) in rows.iter().zip(people) {
            let row = texts(row);
            prop_assert_eq!(row[2], person["hours"].as_str().unwrap());
            // What the table says stands in the picture too.
            let figures = format!("{} of {} h", row[2], row[4]);
            let shown = |word: &String| word.starts_with(&figures) || word.strip_suffix('…').is_some_and(|start| figures.starts_with(start));
            prop_assert!(words.iter().any(shown), "{} in {:?}", figures, words);
            let more: Vec<String> = [(row[3] != "0").then(|| format!("{} hidden", row[3])), (row[6] != "-").then(|| format!("at most {}", row[6]))].into_iter().flatten().collect();
            // Hours that are no round number are long, and a line that is too long for its place ends in "…".
            let more = more.join(", ");
            let shown = |word: &String| *word == more || word.strip_suffix('…').is_some_and(|start| more.starts_with(start));
            prop_assert!(more.is_empty() || words.iter().any(shown), "{:?} in {:?}", more, words);
        }
        let sum = |rows: &[Value], column: usize| rows.iter().map(|row| hours(texts(row)[column])).sum::<i64>();
        prop_assert!(sides.is_empty() || (2..=4).all(|column| sum(sides, column) == sum(rows, column)));
    }

    #[test]
    fn a_rota_drawn_is_the_one_in_the_calendar(seed in any::<u64>(), weeks: bool) {
        let mut of = who_has_what(&mut Dice::new(seed));
        of["by"] = json!(if weeks { "weeks" } else { "days" });
        let found = ask("workload.picture", &json!({"of": {"rota": of}}));
        sound(&found);
        of.as_object_mut().unwrap().extend(json!({"calendar": "x", "made_on": "2026-06-01", "calendars": "people"}).as_object().unwrap().clone());
        of.as_object_mut().unwrap().remove("by");
        let calendar = ask("workload.calendar", &of);
        let entries: u64 = calendar["people"].as_array().unwrap().iter().map(|person| person["calendar"]["entries"].as_u64().unwrap()).sum();
        let rows = found["table"]["rows"].as_array().unwrap();
        prop_assert_eq!(rows.len() as u64, entries);
        // What is counted in the cells is what the table lists, unless something was left out.
        let cut = found["text"].as_array().unwrap().iter().any(|line| line.as_str().unwrap().starts_with("Drawn are"));
        let document = Document::parse(found["svg"].as_str().unwrap()).unwrap();
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for node in document.descendants().filter(|node| node.tag_name().name() == "text") {
            let count = node.prev_sibling_element().filter(|_| node.attribute("font-weight").is_none());
            let kind = match count.map(|mark| mark.tag_name().name()) {
                Some("circle") => "session",
                Some("path") if count.is_some_and(|mark| mark.attribute("fill").is_some()) => "due",
                _ => continue,
            };
            if let Ok(count) = node.text().unwrap_or_default().parse::<u64>() {
                *counts.entry(kind).or_default() += count;
            }
        }
        for kind in ["session", "due"] {
            let listed = rows.iter().filter(|row| texts(row)[3] == kind).count() as u64;
            prop_assert!(cut || counts.get(kind).copied().unwrap_or_default() == listed, "{}: {:?} and {}", kind, counts, listed);
        }
    }

    #[test]
    fn hand_overs_drawn_are_those_of_the_answer(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut of = who_has_what(&mut dice);
        let people = of["people"].as_array().unwrap();
        let left = people[dice.below(people.len())]["id"].clone();
        of["change"] = json!({"left": left});
        let Ok(answered) = call("workload.replan", &of.to_string()) else {
            let drawn = call("workload.picture", &json!({"of": {"frontier": of}}).to_string());
            prop_assert!(drawn.is_err());
            return Ok(());
        };
        let answered: Value = serde_json::from_str(&answered).unwrap();
        let found = ask("workload.picture", &json!({"of": {"frontier": of}}));
        let words = sound(&found).join(" ");
        let rows = found["table"]["rows"].as_array().unwrap();
        let plans = answered["frontier"].as_array().unwrap();
        prop_assert_eq!(rows.len(), plans.len());
        for (row, plan) in rows.iter().zip(plans) {
            let row = texts(row);
            prop_assert!(words.contains(row[0]));
            let handovers = plan["handovers"].as_u64().unwrap();
            prop_assert_eq!(row[0].split(' ').next().unwrap(), handovers.to_string());
            prop_assert_eq!(row[6].matches(" hands ").count() as u64 >= handovers, true, "{}", row[6]);
            let missing: u64 = plan["unfilled"].as_array().unwrap().iter().map(|need| need["missing"].as_u64().unwrap()).sum();
            prop_assert_eq!(row[4], missing.to_string());
        }
    }
}
