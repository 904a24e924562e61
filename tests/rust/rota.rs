//! Random groups at work, with dates, and with names that are hard to write.

use serde_json::{Value, json};

use crate::dice::Dice;
use crate::workload::{people, tasks};

/// Titles that break what is not written with care.
const NASTY: [&str; 12] = [
    "a, b; c: d",
    "back\\slash \\n and \\, and \\;",
    "line\nbreak\r\nand another",
    "END:VEVENT\nBEGIN:VEVENT",
    "\"quoted\", 'twice'",
    "=SUM(A1:A9)",
    "@cmd|' /C calc'!A0",
    "Llŷn, Tŷ'r Ŵyll, ŵŷ",
    "🎉👩‍👩‍👧 family",
    "ends in a backslash\\",
    " \ttabs and spaces ",
    "TZID=Europe/London:x^n",
];

/// A title that is hard to write.
pub fn nasty(dice: &mut Dice) -> String {
    let mut title = dice.pick(&NASTY).to_owned();
    while dice.once_in(2) && title.chars().count() < 60 {
        title += dice.pick(&NASTY);
    }
    title
}

/// People, tasks with sessions, due days, help and nasty titles, and who has what by `workload.split`.
pub fn who_has_what(dice: &mut Dice) -> Value {
    let count = 1 + dice.below(8);
    let everybody = 1 + dice.below(6);
    let mut people = people(dice, everybody, count);
    let mut tasks = tasks(dice, count);
    for person in &mut people {
        if dice.once_in(2) {
            person["name"] = json!(nasty(dice).chars().take(100).collect::<String>().trim_end_matches('\r'));
        }
        let by = format!("p{}", dice.below(everybody));
        if dice.once_in(4) && person["id"] != by.as_str() {
            person["support"] = json!([{"by": by, "hours": dice.pick(&["1/3", "0.5", "1/3600"])}]);
        }
    }
    for task in &mut tasks {
        if dice.once_in(2) {
            task["title"] = json!(nasty(dice));
        }
        task["due"] = if dice.once_in(2) { json!(format!("2026-07-{:02}", 1 + dice.below(28))) } else { Value::Null };
        let sessions = (0..dice.below(4)).map(|_| {
            let mut session = json!({"date": format!("2026-06-{:02}", 1 + dice.below(30))});
            if dice.once_in(2) && task["hours"] != "0" {
                session["hours"] = json!(dice.pick(&["1/4", "0.1", "1/3600"]));
                if dice.once_in(2) {
                    session["start"] = json!(format!("{:02}:{:02}", dice.below(24), dice.below(60)));
                }
            }
            session
        });
        task["sessions"] = sessions.collect();
        if dice.once_in(6) {
            task["needs"] = json!([]);
            task["mode"] = json!("together");
        }
    }
    let split = json!({"people": people, "tasks": tasks});
    let answer =
        coprod_core::api::call("workload.split", &split.to_string()).unwrap_or_else(|error| panic!("{error:?}\n{split}"));
    let answer: Value = serde_json::from_str(&answer).unwrap();
    json!({"people": people, "tasks": tasks, "assignments": answer["assignments"]})
}
