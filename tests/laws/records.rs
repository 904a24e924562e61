//! What holds of every record, and of every vote written in the form of Popolo.

use coprod_core::api::call;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, random_rule};
use serde_json::{Map, Value, json};

const DID: [&str; 5] = ["yes", "no", "object", "abstain", "absent"];

fn ask(name: &str, request: &Value) -> Value {
    serde_json::from_str(&call(name, &request.to_string()).unwrap_or_else(|error| panic!("{error}\n{request}"))).unwrap()
}

fn question(seed: u64) -> (Value, Dice) {
    let mut dice = Dice::new(seed);
    let size = 1 + dice.below(6);
    let group = Group::random(size, &mut dice);
    let votes: Map<String, Value> = (0..size).map(|i| (format!("m{i}"), json!(dice.pick(&DID)))).collect();
    let rule = random_rule(&group, 2, &mut dice);
    let question = json!({
        "title": "a \"title\"\u{e9}\n", "date": "2026-06-15", "members": group.members(), "rule": rule, "votes": votes,
        "statements": [{"member": "m0", "kind": "dissent", "text": "I would have \u{1f600} waited"}]
    });
    (question, dice)
}

/// The same value with every object's keys the other way round.
fn shuffled(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(shuffled).collect(),
        Value::Object(fields) => Value::Object(fields.iter().rev().map(|(key, value)| (key.clone(), shuffled(value))).collect()),
        other => other.clone(),
    }
}

/// The places of all votes and all numbers, words and names in the rule.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| places(item, format!("{at}/{i}"), found)),
        Value::Object(fields) => fields.iter().for_each(|(key, item)| places(item, format!("{at}/{key}"), found)),
        _ => found.push(at),
    }
}

#[test]
fn a_record_agrees_however_it_was_stored() {
    for seed in 0..120 {
        let (question, _) = question(seed);
        let record = ask("power.record", &question);
        assert_eq!(record, ask("power.record", &question));
        let checked = ask("power.record_check", &json!({"record": shuffled(&record)}));
        assert_eq!((&checked["agrees"], &checked["checksum_now"]), (&json!(true), &record["checksum"]), "{record}");
        let objected = question["votes"].as_object().unwrap().iter().filter(|(_, vote)| *vote == "object");
        for (member, _) in objected {
            let said = |said: &Value| said["member"] == **member && said["kind"] == "objection";
            assert!(record["statements"].as_array().unwrap().iter().any(said), "{record}");
        }
    }
}

#[test]
fn a_changed_vote_rule_or_statement_is_found() {
    for seed in 0..60 {
        let (question, mut dice) = question(seed);
        let record = ask("power.record", &question);
        let mut all = Vec::new();
        for part in ["/question/votes", "/question/rule", "/statements", "/answer", "/title", "/date"] {
            places(record.pointer(part).unwrap(), part.to_owned(), &mut all);
        }
        for place in all {
            let mut changed = record.clone();
            let value = changed.pointer_mut(&place).unwrap();
            *value = match &*value {
                Value::String(word) if DID.contains(&word.as_str()) => {
                    json!(dice.pick(&DID.into_iter().filter(|did| did != word).collect::<Vec<_>>()))
                }
                Value::String(word) => match word.split_once('/') {
                    Some(_) => json!(if word == "3/4" { "4/5" } else { "3/4" }),
                    None => json!(format!("{word}x")),
                },
                Value::Number(number) => json!(number.as_u64().unwrap() + 1),
                other => panic!("{other} in a record"),
            };
            // It is refused, or it does not agree.
            let request = json!({ "record": changed });
            if let Ok(answer) = call("power.record_check", &request.to_string()) {
                let answer: Value = serde_json::from_str(&answer).unwrap();
                assert_eq!((&answer["agrees"], &answer["checksum_agrees"]), (&json!(false), &json!(false)), "{place}\n{record}");
            }
        }
    }
}

#[test]
fn a_record_written_with_another_outcome_is_found_by_deciding_again() {
    for seed in 0..60 {
        let (question, _) = question(seed);
        let mut record = ask("power.record", &question);
        let other = if record["answer"]["outcome"] == "passed" { "stuck" } else { "passed" };
        record["answer"]["outcome"] = json!(other);
        let first = ask("power.record_check", &json!({"record": record}));
        record["checksum"] = first["checksum_now"].clone();
        let second = ask("power.record_check", &json!({"record": record}));
        assert_eq!((&second["checksum_agrees"], &second["outcome_agrees"]), (&json!(true), &json!(false)));
        assert_eq!(second["differences"][0]["path"], "/record/answer/outcome");
    }
}

#[test]
fn what_is_written_as_popolo_is_read_the_same() {
    for seed in 0..120 {
        let (question, _) = question(seed);
        let record = ask("power.record", &question);
        let written = ask("power.popolo_write", &json!({"question": question}));
        assert_eq!(written["document"], ask("power.popolo_write", &json!({"record": record}))["document"]);
        let read = ask("power.popolo_read", &json!({"document": written["document"], "rule": question["rule"]}));
        for key in ["members", "votes", "title", "date"] {
            assert_eq!(read[key], question[key], "{key}\n{written}");
        }
        let passed = record["answer"]["outcome"] == "passed";
        assert_eq!((&read["passed"], &read["stated_result"]), (&json!(passed), &json!(if passed { "pass" } else { "fail" })));
        let odd = |note: &Value| !note["path"].as_str().unwrap().starts_with("/document/vote_events/0/group_results");
        let odd: Vec<&Value> = read["notes"].as_array().unwrap().iter().filter(|note| odd(note)).collect();
        assert!(odd.len() <= 2 && odd.iter().all(|note| note["says"].as_str().unwrap().contains("rule")), "{odd:?}");
    }
}
