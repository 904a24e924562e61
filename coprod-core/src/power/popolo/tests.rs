//! Documents that can be told by hand.

use super::*;
use crate::power::rule::State;

fn read(json: &str) -> PopoloReadAnswer {
    popolo_read(&serde_json::from_str(json).unwrap()).unwrap()
}

fn notes(answer: &PopoloReadAnswer) -> Vec<&str> {
    answer.notes.iter().map(|note| note.path.as_str()).collect()
}

#[test]
fn what_is_not_taken_over_is_named() {
    let answer = read(
        r#"{"document":{"identifier":"42","motion":{"text":"proceed"},"start_date":"2013-01-01T12:30Z","result":"pass","sources":[1.5],
            "counts":[{"option":"yes","value":"2"},{"option":"no","value":3}],
            "votes":[{"voter_id":"ana","option":"yes","weight":2},{"voter":{"name":"Bo Li"},"option":"Not voting"},
                     {"voter_id":"cy","option":"paired","pair_id":"dee"},{"voter_id":"dee","option":"teller"},{"option":"yes"}]},
            "rule":{"majority":{"of":"members"}}}"#,
    );
    assert_eq!(answer.title.as_deref(), Some("proceed"));
    assert_eq!(answer.members[1].id.as_str(), "Bo_Li");
    assert_eq!((answer.votes.get("cy"), answer.votes.get("dee")), (Some(&State::Abstain), None));
    assert_eq!((answer.weights.len(), answer.passed), (4, None));
    assert_eq!(answer.question, None);
    let expected = [
        "/document/sources",
        "/document/votes/1/voter_id",
        "/document/votes/1/option",
        "/document/votes/2/pair_id",
        "/document/votes/2/option",
        "/document/votes/3/option",
        "/document/votes/4",
        "/document/counts/1",
        "/document/votes",
        "/document",
    ];
    assert_eq!(notes(&answer), expected);
}

#[test]
fn a_caller_can_say_what_options_mean_and_which_event_is_meant() {
    let event = |option: &str| format!(r#"{{"votes":[{{"voter_id":"ana","option":"{option}"}}]}}"#);
    let both = format!(r#""document":{{"text":"t","vote_events":[{},{}]}}"#, event("no"), event("content"));
    let unclear = popolo_read(&serde_json::from_str(&format!("{{{both}}}")).unwrap()).unwrap_err();
    assert_eq!((unclear.code.as_str(), unclear.path.as_str()), ("out_of_range", "/document/vote_events"));
    let answer = read(&format!(r#"{{{both},"event":1,"options":[{{"option":"Content","means":"yes"}}]}}"#));
    assert_eq!((answer.votes.get("ana"), answer.notes.len()), (Some(&State::Yes), 0));
    let twice = r#"{"document":{"votes":[{"voter_id":"a","option":"no"},{"voter_id":"a","option":"no"}]}}"#;
    let error = popolo_read(&serde_json::from_str(twice).unwrap()).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_str()), ("duplicate_id", "/document/votes/1/voter_id"));
}

#[test]
fn constituencies_have_results_where_the_rule_asks_them() {
    let written = |rule: &str| {
        let json = format!(
            r#"{{"question":{{"members":[{{"id":"a","constituency":"lived"}},{{"id":"b","constituency":"staff"}}],"rule":{rule},
                "votes":{{"a":"yes","b":"object"}}}}}}"#
        );
        let document = popolo_write(&serde_json::from_str(&json).unwrap()).unwrap().document;
        let event = document.vote_events.unwrap().remove(0);
        event.group_results.unwrap().into_iter().map(|group| group.result.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(written(r#"{"each_constituency":{}}"#), ["pass", "fail"]);
    assert_eq!(written(r#"{"majority":{}}"#), ["more yes than no", "more no than yes"]);
}

#[test]
fn nothing_is_decided_without_all_votes() {
    let long = "x".repeat(65);
    let with = |lost: &str| {
        read(&format!(
            r#"{{"document":{{"result":"fail","votes":[{{"voter_id":"ana","option":"yes"}},{lost}]}},"rule":{{"majority":{{}}}}}}"#
        ))
    };
    assert_eq!(with(r#"{"voter_id":"bo","option":"no"}"#).passed, Some(false));
    let url = format!(r#"{{"voter_id":"{long}","option":"no"}}"#);
    for lost in [url.as_str(), r#"{"option":"no"}"#, r#"{"voter_id":"bo","option":"nay"}"#, r#"{"voter_id":"bo"}"#] {
        let answer = with(lost);
        assert_eq!((answer.passed, &answer.question), (None, &None), "{lost}");
        assert_eq!(
            answer.notes.last().unwrap().says,
            "1 vote was not taken over, so nothing is decided: without all votes it could end otherwise"
        );
    }
    assert!(with(&url).notes[0].says.ends_with("longer than 64 characters"));
}

#[test]
fn counts_are_compared_within_groups_and_by_weight() {
    let answer = read(
        r#"{"document":{"counts":[{"option":"Yes","value":2},{"option":"yes","value":3},{"option":"yes","group_id":"g","value":2},
            {"option":"yes","group_id":"h","value":2},{"option":"no","value":0},{"option":"no","value":1}],
            "votes":[{"voter_id":"a","option":"yes","group_id":"g","weight":2},{"voter_id":"b","option":"YES","party_id":"h"}]}}"#,
    );
    assert_eq!(notes(&answer), ["/document/counts/3", "/document/counts/5"]);
}

#[test]
fn a_record_that_would_not_be_read_is_not_written() {
    let request = r#"{"members":["a","b"],"rule":{"majority":{}},"votes":{"a":"yes","b":"yes"}}"#;
    let record = crate::power::record::record(&serde_json::from_str(request).unwrap()).unwrap();
    let write =
        |record| popolo_write(&PopoloWriteRequest { record: Some(record), question: None, id: None, organization_id: None });
    assert!(write(record.clone()).is_ok());
    let mut later = record.clone();
    later.coprod_record = 2;
    assert_eq!(write(later).unwrap_err().path, "/record/coprod_record");
    let mut changed = record;
    changed.title = Some("another".to_owned());
    assert_eq!(write(changed).unwrap_err().path, "/record/checksum");
}
