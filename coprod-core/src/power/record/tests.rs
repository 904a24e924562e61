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
