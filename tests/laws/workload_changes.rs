//! The smallest change that an answer names for an empty place fills one more: it is made, and the work is split again.

use std::collections::BTreeMap;

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::workload::{Fraction, fraction, list, people, tasks};
use serde_json::{Value, json};

/// `2.5 hours` as a number.
fn hours(words: &str) -> Fraction {
    fraction(&json!(words.split_once(' ').unwrap().0))
}

fn number(list: &Value, id: &str) -> usize {
    list.as_array().unwrap().iter().position(|item| item["id"] == id).unwrap()
}

/// The request with `change` made, and of which kind that is; nothing for changes of dates, which are not made here.
fn made(request: &Value, unfilled: &Value, change: &str) -> Option<(&'static str, Value)> {
    let mut changed = request.clone();
    if let Some(rest) = change.strip_prefix("the task no longer asks for the ") {
        let task = number(&request["tasks"], unfilled["task"].as_str().unwrap());
        let needs = changed["tasks"][task]["needs"].as_array_mut().unwrap();
        let need = &mut needs[usize::try_from(unfilled["need"].as_u64().unwrap()).unwrap()];
        // Of one of those needed, where it is several.
        let mut one = need.clone();
        one.as_object_mut().unwrap().remove(rest.split_once(' ').unwrap().0);
        match need.get("count").and_then(Value::as_u64).filter(|count| *count > 1) {
            Some(count) => {
                need["count"] = json!(count - 1);
                one["count"] = json!(1);
                needs.push(one);
            }
            None => *need = one,
        }
        return Some(("asks for less", changed));
    }
    if let Some(rest) = change.strip_prefix("one more person") {
        let (asked, gives) = rest.split_once(" joins who can give ").unwrap();
        let mut person = json!({"id": "new", "capacity": gives.split_once(' ').unwrap().0});
        if hours(gives) == Fraction(0, 1) {
            person["capacity"] = json!("1");
        }
        let word = |kind: &str| asked.split_once(&format!("the {kind} \""))?.1.split_once('"').map(|(word, _)| word);
        if let Some(skill) = word("skill") {
            person["skills"] = json!([skill]);
        }
        if let Some(constituency) = word("constituency") {
            person["constituency"] = json!(constituency);
        }
        changed["people"].as_array_mut().unwrap().push(person);
        return Some(("joins", changed));
    }
    let mut kind = None;
    for part in change.split(" and ") {
        if let Some(id) = part.strip_suffix(" agrees to give hours") {
            changed["people"][number(&request["people"], id)]["capacity"] = json!("8");
            kind = Some("agrees");
        } else if let Some((id, more)) = part.strip_suffix(" more").and_then(|part| part.split_once(" can be given ")) {
            let person = &mut changed["people"][number(&request["people"], id)];
            let (cap, more) = (fraction(&person["hard_cap"]), hours(more));
            person["hard_cap"] = json!(format!("{}/{}", cap.0 * more.1 + more.0 * cap.1, cap.1 * more.1));
            kind = kind.or(Some("is given more"));
        } else {
            return None;
        }
    }
    Some((kind?, changed))
}

fn missing(answer: &Value) -> u64 {
    list(answer, "unfilled").iter().map(|need| need["missing"].as_u64().unwrap()).sum()
}

#[test]
fn the_smallest_change_fills_a_place() {
    let mut dice = Dice::new(11);
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..400 {
        let (everybody, count) = (1 + dice.below(4), 1 + dice.below(6));
        let mut people = people(&mut dice, everybody, 0);
        for (number, person) in people.iter_mut().enumerate() {
            let helper = dice.below(everybody);
            if helper != number && dice.once_in(4) {
                person["support"] = json!([{"by": format!("p{helper}"), "hours": dice.pick(&["0.5", "1"])}]);
                if dice.once_in(2) {
                    person["support"][0]["skill"] = json!("writing");
                }
            }
        }
        let mut tasks = tasks(&mut dice, count);
        // Two, so that the skill is still known where one no longer asks for it.
        for (id, hours) in [("letter", "1"), ("poster", "2")] {
            tasks.push(json!({"id": id, "hours": hours, "needs": [{"skill": "writing"}]}));
        }
        let request = json!({"people": people, "tasks": tasks});
        let answer = ask("workload.split", &request);
        for unfilled in list(&answer, "unfilled") {
            for change in unfilled["smallest_change"].as_str().unwrap().split(", or ") {
                let Some((kind, changed)) = made(&request, unfilled, change) else { continue };
                let after = ask("workload.split", &changed);
                assert!(missing(&after) < missing(&answer), "{change}: {unfilled}\n{request}\n{answer}\n{after}");
                *seen.entry(kind).or_default() += 1;
            }
        }
    }
    assert!(seen.len() == 4 && seen.values().all(|count| *count > 20), "{seen:?}");
}
