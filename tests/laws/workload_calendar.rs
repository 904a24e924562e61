//! What holds for every calendar and rota: another's parsers read back what was written, whatever tasks and people are called.

use std::collections::{BTreeMap, BTreeSet};

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::rota::{nasty, who_has_what};
use icalendar::{Calendar, CalendarComponent, Component};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A request for calendars.
fn request(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let mut request = who_has_what(&mut dice);
    let more = json!({
        "calendar": "brochure.example.org", "title": nasty(&mut dice), "made_on": "2026-06-01",
        "due_days": dice.pick(&["events", "to_dos"]),
        "clock": dice.pick(&["local", "utc", "europe_london"]),
        "calendars": dice.pick(&["group_and_people", "people", "group"]),
    });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    request
}

/// The title as it is read back: line ends are new lines.
fn read_back(title: &str) -> String {
    title.replace("\r\n", "\n")
}

fn title(task: &Value) -> String {
    read_back(task["title"].as_str().unwrap_or_else(|| task["id"].as_str().unwrap()))
}

/// The parts of a calendar, by the other library, with what stands for a new line turned into one.
fn parts(ics: &str) -> Vec<(String, String, String, String)> {
    assert!(ics.split("\r\n").all(|line| line.len() <= 75));
    assert!(ics.ends_with("END:VCALENDAR\r\n"));
    assert!(!ics.replace("\r\n", "").contains(['\r', '\n']));
    let calendar: Calendar = ics.parse().unwrap();
    let read = |part: &dyn Fn(&str) -> Option<String>, kind: &str| {
        let day = part("DTSTART").or_else(|| part("DUE")).unwrap_or_default();
        (kind.to_owned(), part("UID").unwrap(), part("SUMMARY").unwrap(), day)
    };
    let parts = calendar.components.iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(read(&|key| event.property_value(key).map(str::to_owned), "event")),
        CalendarComponent::Todo(todo) => Some(read(&|key| todo.property_value(key).map(str::to_owned), "to_do")),
        _ => None,
    });
    parts.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_calendar_is_read_back_by_another_library(seed in any::<u64>()) {
        let request = request(seed);
        let found = ask("workload.calendar", &request);
        prop_assert_eq!(&found, &ask("workload.calendar", &request));
        let titles: BTreeMap<String, &Value> =
            request["tasks"].as_array().unwrap().iter().map(|task| (task["id"].as_str().unwrap().to_owned(), task)).collect();
        let to_dos = request["due_days"] == "to_dos";
        let mut all = BTreeSet::new();
        for person in found["people"].as_array().unwrap() {
            let parts = parts(person["calendar"]["ics"].as_str().unwrap());
            prop_assert_eq!(parts.len() as u64, person["calendar"]["entries"].as_u64().unwrap());
            for (_, uid, _, _) in &parts {
                prop_assert!(all.insert(uid.clone()), "{} twice", uid);
            }
            // Each of their tasks, as many times as it has sessions, and once more if it is due.
            let mut expected: Vec<String> = Vec::new();
            for assignment in request["assignments"].as_array().unwrap() {
                if !assignment["people"].as_array().unwrap().contains(&person["id"]) {
                    continue;
                }
                let task = titles[assignment["task"].as_str().unwrap()];
                let sessions = task["sessions"].as_array().unwrap().len();
                expected.extend(vec![title(task); sessions]);
                let due = !task["due"].is_null();
                if due || to_dos && sessions == 0 {
                    expected.push(if to_dos { title(task) } else { format!("Due: {}", title(task)) });
                }
            }
            let mut summaries: Vec<String> =
                parts.iter().map(|(_, _, summary, _)| summary.clone()).filter(|summary| !summary.starts_with("Help ") && !summary.starts_with("Due: Help ")).collect();
            summaries.sort();
            expected.sort();
            prop_assert_eq!(summaries, expected);
            let days: Vec<&String> = parts.iter().map(|(_, _, _, day)| day).filter(|day| !day.is_empty()).collect();
            prop_assert!(days.windows(2).all(|pair| pair[0][..8] <= pair[1][..8]), "{:?}", days);
        }
        if let Some(group) = found["group"].as_object() {
            let parts = parts(group["ics"].as_str().unwrap());
            prop_assert_eq!(parts.len() as u64, group["entries"].as_u64().unwrap());
            prop_assert!(parts.iter().all(|(_, uid, _, _)| all.insert(uid.clone())));
        }
    }

    #[test]
    fn a_rota_is_read_back_by_another_library_and_its_hours_are_those_checked(seed in any::<u64>()) {
        let request = request(seed);
        let found = ask("workload.calendar", &request);
        let mut reader = csv::Reader::from_reader(found["rota"].as_str().unwrap().as_bytes());
        prop_assert_eq!(reader.headers().unwrap().len(), 10);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(rows.len() as u64, found["rows"].as_u64().unwrap());
        let mut seconds: BTreeMap<String, i64> = BTreeMap::new();
        for row in &rows {
            let cell = |at: usize| row[at].strip_prefix('\'').unwrap_or(&row[at]);
            for text in row {
                prop_assert!(!text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", text);
            }
            let task = request["tasks"].as_array().unwrap().iter().find(|task| task["id"] == cell(3)).unwrap();
            prop_assert_eq!(cell(4).trim_start_matches('\''), task["title"].as_str().unwrap_or(cell(3)).trim_start_matches('\''));
            let hours: f64 = if row[8].is_empty() { 0.0 } else { row[8].parse().unwrap() };
            // Four places tell every second apart.
            #[allow(clippy::cast_possible_truncation, reason = "hours of a few tasks")]
            let whole = (hours * 3600.0).round() as i64;
            *seconds.entry(cell(0).to_owned()).or_default() += whole;
        }
        let split = json!({"people": request["people"], "tasks": request["tasks"]});
        let checked = ask("workload.verify", &json!({"request": split, "answer": {"assignments": request["assignments"]}}));
        for person in checked["people"].as_array().unwrap() {
            let hours: coprod_core::unit::Hours = person["hours"].as_str().unwrap().parse().unwrap();
            let found = seconds.get(person["id"].as_str().unwrap()).copied().unwrap_or_default();
            prop_assert_eq!(found, hours.seconds(), "{}", person["id"]);
        }
    }

    #[test]
    fn nothing_changes_by_the_order_of_a_request(seed in any::<u64>()) {
        let mut request = request(seed);
        let uids = |found: &Value| -> BTreeSet<String> {
            let people = found["people"].as_array().unwrap().iter().map(|person| &person["calendar"]);
            let group = found["group"].as_object().is_some().then(|| &found["group"]);
            people.chain(group).flat_map(|calendar| parts(calendar["ics"].as_str().unwrap())).map(|(_, uid, summary, _)| uid + &summary.chars().take(4).collect::<String>()).collect()
        };
        let before = uids(&ask("workload.calendar", &request));
        for key in ["people", "tasks", "assignments"] {
            request[key].as_array_mut().unwrap().reverse();
        }
        for task in request["tasks"].as_array_mut().unwrap() {
            task["sessions"].as_array_mut().unwrap().reverse();
        }
        prop_assert_eq!(before, uids(&ask("workload.calendar", &request)));
    }

    #[test]
    fn a_calendar_sent_again_cancels_what_is_gone_and_nothing_else(seed in any::<u64>()) {
        let mut request = request(seed);
        let uids = |found: &Value, status: bool| -> BTreeSet<String> {
            let mut uids = BTreeSet::new();
            for person in found["people"].as_array().unwrap() {
                let calendar: Calendar = person["calendar"]["ics"].as_str().unwrap().parse().unwrap();
                for part in &calendar.components {
                    let (uid, cancelled) = match part {
                        CalendarComponent::Event(part) => (part.get_uid(), part.property_value("STATUS") == Some("CANCELLED")),
                        CalendarComponent::Todo(part) => (part.get_uid(), part.property_value("STATUS") == Some("CANCELLED")),
                        _ => continue,
                    };
                    if cancelled == status {
                        uids.insert(uid.unwrap().to_owned());
                    }
                }
            }
            uids
        };
        request["calendars"] = json!("people");
        let first = ask("workload.calendar", &request);
        request["before"] = json!({"assignments": request["assignments"], "tasks": request["tasks"]});
        request["revision"] = json!(3);
        let mut dice = Dice::new(seed);
        let keep: Vec<Value> = request["assignments"].as_array().unwrap().iter().filter(|_| dice.once_in(2)).cloned().collect();
        request["assignments"] = json!(keep);
        let second = ask("workload.calendar", &request);
        let before = uids(&first, false);
        prop_assert!(uids(&first, true).is_empty());
        let (now, gone) = (uids(&second, false), uids(&second, true));
        prop_assert!(now.is_disjoint(&gone));
        prop_assert_eq!(before, now.union(&gone).cloned().collect::<BTreeSet<String>>());
    }
}
