//! Records are written, read again, and found out when they are changed.

use super::*;

fn request() -> RecordRequest {
    serde_json::from_str(
        r#"{"title":"print it","date":"2026-06-15","members":["ana","bo","cy"],"rule":{"majority":{}},
            "votes":{"ana":"yes","bo":"yes","cy":"object"}}"#,
    )
    .unwrap()
}

#[test]
fn an_objection_is_on_record_without_a_reason_too() {
    let record = record(&request()).unwrap();
    assert_eq!(record.statements.len(), 1);
    assert_eq!((record.statements[0].member.as_str(), record.statements[0].kind), ("cy", StatementKind::Objection));
    assert_eq!(record.answer.outcome, RecordedOutcome::Passed);
}

#[test]
fn a_record_that_was_stored_agrees_and_one_that_was_changed_does_not() {
    let written = record(&request()).unwrap();
    let stored = serde_json::to_string_pretty(&serde_json::to_value(&written).unwrap()).unwrap();
    let read: DecisionRecord = serde_json::from_str(&stored).unwrap();
    assert!(record_check(&RecordCheckRequest { record: read.clone() }).unwrap().agrees);
    for (from, to) in [("\"yes\"", "\"no\""), ("majority", "two_thirds"), ("2026-06-15", "2026-06-16"), ("print it", "print")] {
        let changed: DecisionRecord = serde_json::from_str(&stored.replacen(from, to, 1)).unwrap();
        let answer = record_check(&RecordCheckRequest { record: changed }).unwrap();
        assert!(!answer.agrees && !answer.checksum_agrees, "{from}");
    }
    let mut lost = read.clone();
    lost.statements.clear();
    lost.checksum = checksum(&lost).unwrap();
    let answer = record_check(&RecordCheckRequest { record: lost }).unwrap();
    assert_eq!((answer.agrees, answer.checksum_agrees, answer.differences[0].path.as_str()), (false, true, "/record/statements"));
    let mut outcome = read;
    outcome.answer.outcome = RecordedOutcome::Stuck;
    outcome.checksum = checksum(&outcome).unwrap();
    let answer = record_check(&RecordCheckRequest { record: outcome }).unwrap();
    assert_eq!((answer.checksum_agrees, answer.outcome_agrees, answer.reasons_agree), (true, false, true));
}

#[test]
fn the_one_form_is_as_published_tools_write_it() {
    let text = r#"{"b":[1,{"z":"\u00e9\n","y":null}],"a":{},"q":{"p":false,"o":1},"x":"sum"}"#;
    assert_eq!(canonical(text, "x", &["", "q"]).unwrap(), "{\"b\":[1,{\"y\":null,\"z\":\"é\\n\"}],\"q\":{\"o\":1}}");
}

#[test]
fn objections_that_are_added_count_among_the_statements() {
    let mut request = request();
    let said = RecordStatement { member: request.members[0].id.clone(), kind: StatementKind::Reason, text: None };
    request.statements = vec![said; MOST_STATEMENTS];
    assert_eq!(record(&request).unwrap_err().path, "/statements");
    request.statements.pop();
    let record = record(&request).unwrap();
    assert!(record_check(&RecordCheckRequest { record }).unwrap().agrees);
}

fn read_and_checked(text: &str) -> Result<RecordCheckAnswer, ErrorReport> {
    crate::unit::from_json(text).and_then(|request| record_check(&request))
}

#[test]
fn a_later_format_is_told_before_anything_that_is_new_in_it() {
    let written = serde_json::to_value(record(&request()).unwrap()).unwrap();
    let read = |change: fn(&mut serde_json::Value)| {
        let mut record = written.clone();
        change(&mut record);
        // The other way round the format stands last but for one.
        let fields = record.as_object().unwrap();
        let [plain, turned] = [fields.iter().collect::<Vec<_>>(), fields.iter().rev().collect()].map(|fields| {
            let fields: Vec<String> = fields.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
            let text = format!("{{\"record\":{{{}}}}}", fields.join(","));
            read_and_checked(&text).map_err(|report| (report.code.as_str().to_owned(), report.path, report.message))
        });
        assert_eq!(plain, turned);
        plain.unwrap_err()
    };
    let (code, path, message) = read(|record| {
        record["coprod_record"] = 2.into();
        record["minutes"] = "x".into();
        record["question"]["quorum_at"] = 1.into();
        record["statements"] = serde_json::json!([{"member": "cy", "kind": "song"}]);
    });
    assert_eq!((code.as_str(), path.as_str()), ("out_of_range", "/record/coprod_record"));
    assert_eq!(message, "records of format 2 cannot be read here, and format 1 can");
    let (code, path, _) = read(|record| record["minutes"] = "x".into());
    assert_eq!((code.as_str(), path.as_str()), ("unknown_field", "/record/minutes"));
    let (code, path, _) = read(|record| record["question"]["quorum_at"] = 1.into());
    assert_eq!((code.as_str(), path.as_str()), ("unknown_field", "/record/question/quorum_at"));
    for field in ["coprod_record", "written_by", "question", "answer", "checksum"] {
        let mut record = written.clone();
        record.as_object_mut().unwrap().remove(field);
        let error = read_and_checked(&format!("{{\"record\":{record}}}")).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_str()), ("missing_field", "/record"), "{field}");
    }
}

#[test]
fn an_empty_text_says_nothing() {
    let mut request = request();
    request.title = Some(" ".to_owned());
    let member = request.members[2].id.clone();
    request.statements = vec![RecordStatement { member, kind: StatementKind::Objection, text: Some(String::new()) }];
    let record = record(&request).unwrap();
    assert_eq!((&record.title, record.statements.len(), &record.statements[0].text), (&None, 1, &None));
    let mut titled = record.clone();
    titled.title = Some(String::new());
    assert!(!record_check(&RecordCheckRequest { record: titled }).unwrap().checksum_agrees);
    assert!(record_check(&RecordCheckRequest { record }).unwrap().agrees);
}
