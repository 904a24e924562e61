//! What holds of every record, and of every vote written in the form of Popolo.

use coprod_core::api::call;
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, random_rule};
use serde_json::{Map, Value, json};

const DID: [&str; 5] = ["yes", "no", "object", "abstain", "absent"];

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

/// The question with some votes handed over, never in a circle.
fn handed_over(mut question: Value, dice: &mut Dice) -> Value {
    let size = question["members"].as_array().unwrap().len();
    let mut delegates = Map::new();
    for from in 0..size {
        if from + 1 < size && dice.once_in(3) {
            question["votes"].as_object_mut().unwrap().remove(&format!("m{from}"));
            delegates.insert(format!("m{from}"), json!(format!("m{}", from + 1 + dice.below(size - from - 1))));
        }
    }
    question["proxy_counts_present"] = json!(dice.once_in(2));
    question["delegates"] = Value::Object(delegates);
    question
}

#[test]
fn what_is_written_as_popolo_is_read_the_same() {
    for seed in 0..160 {
        let (question, mut dice) = question(seed);
        let question = if seed % 2 == 0 { question } else { handed_over(question, &mut dice) };
        let record = ask("power.record", &question);
        let written = ask("power.popolo_write", &json!({"question": question}));
        assert_eq!(written["document"], ask("power.popolo_write", &json!({"record": record}))["document"]);
        let proxies = question.get("proxy_counts_present").cloned().unwrap_or(json!(false));
        let request = json!({"document": written["document"], "rule": question["rule"], "proxy_counts_present": proxies});
        let read = ask("power.popolo_read", &request);
        for key in ["members", "votes", "title", "date"] {
            assert_eq!(read[key], question[key], "{key}\n{written}");
        }
        let none = json!({});
        let handed = |value: &Value| value.get("delegates").unwrap_or(&none).clone();
        assert_eq!(handed(&read), handed(&question), "{written}");
        let passed = record["answer"]["outcome"] == "passed";
        assert_eq!((&read["passed"], &read["stated_result"]), (&json!(passed), &json!(if passed { "pass" } else { "fail" })));
        let odd = |note: &Value| !note["path"].as_str().unwrap().starts_with("/document/vote_events/0/group_results");
        let odd: Vec<&Value> = read["notes"].as_array().unwrap().iter().filter(|note| odd(note)).collect();
        assert!(odd.len() <= 2 && odd.iter().all(|note| note["says"].as_str().unwrap().contains("rule")), "{odd:?}");
        // A part within another is in its brackets.
        let requirement = written["document"]["requirement"].as_str().unwrap();
        let depths = requirement.chars().scan(0, |depth, letter| {
            *depth += i32::from(letter == '(') - i32::from(letter == ')');
            Some(*depth)
        });
        assert!(depths.clone().all(|depth| depth >= 0) && depths.last() == Some(0), "{requirement}");
        for group in written["document"]["vote_events"][0]["group_results"].as_array().into_iter().flatten() {
            assert!(!group["result"].as_str().unwrap().is_empty());
        }
    }
}

/// What somebody could write in place of anything else.
fn anything(dice: &mut Dice) -> Value {
    let long = "x".repeat(70);
    let values = [
        json!(null),
        json!(0),
        json!(5),
        json!(-1),
        json!(0.5),
        json!(1.0),
        json!(1e300),
        json!(true),
        json!(""),
        json!(" "),
        json!("yes"),
        json!("m0"),
        json!("m1"),
        json!("pass"),
        json!("aye"),
        json!("2026-02-30"),
        json!("-0.25"),
        json!("1e9"),
        json!(long),
        json!([]),
        json!({}),
        json!([{}]),
        json!({"id": "m1"}),
        json!({"name": "m 1", "a/b~": 1}),
        json!([null]),
        json!("\u{202e}"),
    ];
    values[dice.below(values.len())].clone()
}

const KEYS: [&str; 26] = [
    "id",
    "text",
    "date",
    "result",
    "vote_events",
    "motion",
    "start_date",
    "end_date",
    "counts",
    "group_results",
    "votes",
    "voter_id",
    "voter",
    "option",
    "group_id",
    "group",
    "party_id",
    "party",
    "role",
    "weight",
    "pair_id",
    "proxy_id",
    "value",
    "name",
    "a/b~c",
    "event",
];

/// Changes one thing somewhere within.
fn change(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::Array(items) if !items.is_empty() && !dice.once_in(8) => {
            let at = dice.below(items.len());
            match dice.below(8) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                _ => change(&mut items[at], dice),
            }
        }
        Value::Object(fields) if !fields.is_empty() && !dice.once_in(8) => {
            let key = fields.keys().nth(dice.below(fields.len())).unwrap().clone();
            match dice.below(8) {
                0 => drop(fields.remove(&key)),
                1 => drop(fields.insert(dice.pick(&KEYS).to_string(), anything(dice))),
                2 => {
                    let moved = fields.remove(&key).unwrap();
                    fields.insert(dice.pick(&KEYS).to_string(), moved);
                }
                _ => change(&mut fields[&key], dice),
            }
        }
        other => *other = anything(dice),
    }
}

/// Neither panics nor speaks of a place that is not there.
fn holds_together(name: &str, request: &Value) -> bool {
    let is_there = |path: &str| assert!(request.pointer(path).is_some(), "{name} speaks of {path}\n{request}");
    match call(name, &request.to_string()) {
        Ok(answer) => {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            answer["notes"].as_array().into_iter().flatten().filter_map(|note| note["path"].as_str()).for_each(is_there);
            true
        }
        Err(error) => {
            is_there(&error.path);
            assert_ne!(error.code.as_str(), "internal", "{error}\n{request}");
            false
        }
    }
}

#[test]
fn whatever_is_in_a_document_or_record_is_read_or_refused_in_its_place() {
    let mut read = [0, 0];
    for seed in 0..1200 {
        let (question, mut dice) = question(seed % 97);
        let question = handed_over(question, &mut dice);
        let mut dice = Dice::new(1_000_000 + seed);
        let written = ask("power.popolo_write", &json!({"question": question, "id": "x"}));
        let mut document =
            if dice.once_in(2) { written["document"].clone() } else { written["document"]["vote_events"][0].clone() };
        for _ in 0..=dice.below(4) {
            change(&mut document, &mut dice);
        }
        let mut request = json!({"document": document});
        let members = question["members"].as_array().unwrap().iter();
        let members: Vec<Value> =
            members.map(|member| if member.is_string() { json!({"id": member}) } else { member.clone() }).collect();
        let more = [
            ("rule", question["rule"].clone()),
            ("members", json!(members)),
            ("event", json!(dice.below(2))),
            ("options", json!([{"option": "aye", "means": "yes"}, {"option": "no", "means": "object"}])),
        ];
        for (key, value) in more {
            if dice.once_in(2) {
                request[key] = value;
            }
        }
        read[usize::from(holds_together("power.popolo_read", &request))] += 1;
        if seed % 4 == 0 {
            let mut record = ask("power.record", &question);
            change(&mut record, &mut dice);
            holds_together("power.record_check", &json!({"record": record}));
            holds_together("power.popolo_write", &json!({"record": record}));
        }
    }
    assert!(read.iter().all(|count| *count > 100), "{read:?}");
}
