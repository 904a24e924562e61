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
        "/document/identifier",
        "/document/sources",
        "/document/votes/1/voter/name",
        "/document/votes/1/option",
        "/document/votes/2/pair_id",
        "/document/votes/2/option",
        "/document/votes/3/option",
        "/document/votes/4",
        "/document/counts/1",
        "/document/votes",
        "/document/start_date",
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

fn refused(json: &str) -> (String, String) {
    let error = crate::unit::from_json(json).and_then(|request| popolo_read(&request)).unwrap_err();
    (error.code.as_str().to_owned(), error.path)
}

fn said(answer: &PopoloReadAnswer) -> Vec<(&str, &str)> {
    answer.notes.iter().map(|note| (note.path.as_str(), note.says.as_str())).collect()
}

#[test]
fn a_count_of_a_group_is_compared_with_the_votes_of_that_group() {
    let votes = r#"[{"voter_id":"a","option":"yes","group":{"id":"g","name":"Green side"}},
        {"voter_id":"b","option":"yes","group":{"id":"h"}},{"voter_id":"c","option":"no","group_id":"g"}]"#;
    let with = |counts: &str| read(&format!(r#"{{"document":{{"counts":{counts},"votes":{votes}}}}}"#));
    let right = r#"[{"option":"yes","value":1,"group_id":"g"},{"option":"yes","value":1,"group":{"id":"g"}},
        {"option":"yes","value":1,"group":{"name":" Green side "}},{"option":"no","value":1,"group":"g"},
        {"option":"no","value":0,"group_id":"h"},{"option":"yes","value":2},{"option":"no","value":0,"group":{"id":"elsewhere"}}]"#;
    assert_eq!(said(&with(right)).len(), 1, "{:?}", said(&with(right)));
    let wrong =
        with(r#"[{"option":"yes","value":2,"group_id":"g"},{"option":"no","value":1,"group":{"id":"h","colour":"red"}}]"#);
    assert_eq!(
        said(&wrong)[1..],
        [
            ("/document/counts/0", "2 are stated for \"yes\" within \"g\", and the votes come to 1"),
            ("/document/counts/1/group/colour", "not taken over: there is no place for it"),
            ("/document/counts/1", "1 are stated for \"no\" within \"h\", and the votes come to 0"),
        ]
    );
    let plain = r#""votes":[{"voter_id":"a","option":"yes"},{"voter_id":"b","option":"no"}]"#;
    let counts = r#""counts":[{"option":"yes","value":1,"group_id":"lived"},{"option":"no","value":0,"group_id":"lived"}]"#;
    let alone = read(&format!(r#"{{"document":{{{counts},{plain}}}}}"#));
    assert_eq!(said(&alone)[0], ("/document/counts/0", "not compared: no vote says to which group it belongs"));
    let members = r#""members":[{"id":"a","constituency":"lived"},{"id":"b","constituency":"staff"}]"#;
    assert_eq!(said(&read(&format!(r#"{{"document":{{{counts},{plain}}},{members}}}"#))), []);
}

#[test]
fn an_option_is_counted_by_what_it_means() {
    let with = |counts: &str| {
        read(&format!(
            r#"{{"document":{{"counts":{counts},"votes":[{{"voter_id":"a","option":"Aye"}},{{"voter_id":"b","option":"for"}},
                {{"voter_id":"c","option":"absent"}},{{"voter_id":"d","option":"absent"}},{{"voter_id":"e","option":"not voting"}}]}},
                "options":[{{"option":"aye","means":"yes"}},{{"option":"for","means":"yes"}},{{"option":"not voting","means":"absent"}}]}}"#
        ))
    };
    for right in [
        r#"[{"option":"yes","value":2}]"#,
        r#"[{"option":"aye","value":1},{"option":"for","value":1}]"#,
        r#"[{"option":"AYE","value":2.0}]"#,
        r#"[{"option":"absent","value":2},{"option":"not voting","value":1}]"#,
        r#"[{"option":"absent","value":3}]"#,
    ] {
        assert_eq!(said(&with(right)), [], "{right}");
    }
    for wrong in [r#"[{"option":"yes","value":3}]"#, r#"[{"option":"aye","value":2},{"option":"for","value":1}]"#] {
        assert_eq!(said(&with(wrong))[0].0, "/document/counts/0", "{wrong}");
    }
}

#[test]
fn numbers_are_read_as_popolo_allows_them() {
    let with = |weights: [&str; 3]| {
        let [a, b, c] = weights;
        read(&format!(
            r#"{{"document":{{"votes":[{{"voter_id":"a","option":"yes","weight":{a}}},{{"voter_id":"b","option":"no","weight":{b}}},
                {{"voter_id":"c","option":"no","weight":{c}}}]}}}}"#
        ))
    };
    let weights = |answer: &PopoloReadAnswer| answer.weights.values().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert_eq!(weights(&with(["1.0", "1", "null"])), "");
    assert_eq!(weights(&with(["2.0", "\"3\"", "10e-1"])), "2 3 1");
    let halves = with(["0.5", "1", "1.5"]);
    assert_eq!(weights(&halves), "1 2 3");
    let says = "weights are multiplied by 2, so that they are whole: a bar that is a number of votes must be multiplied as well";
    assert_eq!(said(&halves), [("/document/votes", says)]);
    assert_eq!(weights(&with(["0.25", "\"0.1\"", "0"])), "5 2 0");
    let below = with(["-1", "2", "1"]);
    assert_eq!((weights(&below), notes(&below)), (String::new(), vec!["/document/votes/0/weight", "/document/votes"]));
    let counts = r#"{"document":{"counts":[{"option":"yes","value":1.5},{"option":"yes","value":2.0},{"option":"yes","value":-2}],
        "votes":[{"voter_id":"a","option":"yes","weight":0.5},{"voter_id":"b","option":"yes"}]}}"#;
    assert_eq!(
        said(&read(counts))[0],
        ("/document/counts/2", "-2 are stated for \"yes\", and the votes come to 2, which weigh 1.5")
    );
    for weight in ["1e999999999", "1e-51", "\"x\"", "\"1.\"", "\"\"", "\"--1\"", "\"1e\""] {
        let request = format!(r#"{{"document":{{"votes":[{{"voter_id":"a","option":"yes","weight":{weight}}}]}}}}"#);
        assert_eq!(refused(&request), ("invalid_number".to_owned(), "/document/votes/0/weight".to_owned()), "{weight}");
    }
    let number = |text: &str| serde_json::from_str::<PopoloNumber>(text).unwrap();
    for (text, written) in
        [("5e-3", "\"0.005\""), ("-0.50", "\"-0.5\""), ("1e3", "1000"), ("\"9007199254740993\"", "\"9007199254740993\"")]
    {
        assert_eq!(serde_json::to_string(&number(text)).unwrap(), written);
        assert_eq!(number(written), number(text));
    }
}

#[test]
fn a_motion_or_a_voter_can_be_an_id_alone() {
    let answer = read(
        r#"{"document":{"motion":"https://example.org/motions/1","votes":[{"voter":"a","option":"yes","group":"g"},
            {"voter":{"id":"b","name":"Bo","image":"x"},"option":"no","party":{"id":"h"}},{"voter":{"id":"c","name":"Cy"},"option":"no","group_id":"g"}]}}"#,
    );
    let none = "not taken over: there is no place for it";
    let both = format!("{none}, here and in 1 other vote");
    assert_eq!(
        said(&answer),
        [("/document/motion", none), ("/document/votes/1/voter/name", &both), ("/document/votes/1/voter/image", none)]
    );
    assert_eq!((answer.votes.len(), answer.members[1].constituency.as_ref().unwrap().as_str()), (3, "h"));
    let twice = r#"{"document":{"votes":[{"voter":"a","option":"no"},{"voter":{"id":"a"},"option":"no"}]}}"#;
    assert_eq!(refused(twice), ("duplicate_id".to_owned(), "/document/votes/1/voter/id".to_owned()));
    let doubled = r#"{"document":{"votes":[{"voter_id":"a","voter_id":"b","option":"no"}]}}"#;
    assert_eq!(refused(doubled), ("duplicate_key".to_owned(), "/document/votes/0".to_owned()));
}

#[test]
fn results_that_do_not_agree_are_noted_where_they_stand() {
    let with = |document: &str, event: &str| {
        read(&format!(
            r#"{{"document":{{{document}"vote_events":[{{{event}"votes":[{{"voter_id":"a","option":"yes"}}]}}]}},"rule":{{"majority":{{}}}}}}"#
        ))
    };
    let under = "the document says otherwise: under the rule given it passes";
    let other = "\"pass\" is stated here, and \"fail\" where the result is taken from";
    let answer = with(r#""result":"pass","#, r#""result":"fail","#);
    assert_eq!(said(&answer), [("/document/vote_events/0/result", under), ("/document/result", other)]);
    assert_eq!(answer.stated_result.as_deref(), Some("fail"));
    assert_eq!(said(&with(r#""result":"fail","#, "")), [("/document/result", under)]);
    let motion = with("", r#""motion":{"result":"Fail","requirement":"most"},"#);
    let words = "the requirement is words, and is not taken over as a rule";
    let at = "/document/vote_events/0/motion";
    assert_eq!(said(&motion), [(&*format!("{at}/result"), under), (&format!("{at}/requirement"), words)]);
    let ayes = with("", r#""result":"The ayes have it","#);
    assert!(ayes.notes[0].says.ends_with("is neither \"pass\" nor \"fail\", and is not compared"));
}

#[test]
fn refusals_point_into_the_request() {
    let votes: Vec<String> = (0..1001).map(|i| format!(r#"{{"voter_id":"m{i}","option":"yes"}}"#)).collect();
    let votes = votes.join(",");
    for (document, path) in [
        (format!(r#"{{"votes":[{votes}]}}"#), "/document/votes"),
        (format!(r#"{{"vote_events":[{{"votes":[{votes}]}}]}}"#), "/document/vote_events/0/votes"),
    ] {
        let request = format!(r#"{{"document":{document},"rule":{{"majority":{{}}}}}}"#);
        assert_eq!(refused(&request), ("group_too_large".to_owned(), path.to_owned()));
    }
    let one = r#""votes":[{"voter_id":"a","option":"yes"}]"#;
    for (request, code, path) in [
        (format!(r#"{{"document":{{{one}}},"event":5}}"#), "out_of_range", "/event"),
        (format!(r#"{{"document":{{"vote_events":[{{{one}}}]}},"event":1}}"#), "out_of_range", "/event"),
        (r#"{"document":{"vote_events":[]}}"#.to_owned(), "out_of_range", "/document/vote_events"),
        (r#"{"document":{}}"#.to_owned(), "empty_group", "/document"),
        (r#"{"document":{"votes":[]}}"#.to_owned(), "empty_group", "/document/votes"),
        (r#"{"document":{"vote_events":[{}]}}"#.to_owned(), "empty_group", "/document/vote_events/0"),
        (format!(r#"{{"document":{{{one}}},"members":[{{"id":"a"}},{{"id":"a"}}]}}"#), "duplicate_id", "/members/1/id"),
        (format!(r#"{{"document":{{{one}}},"rule":{{"sign_off":["z"]}}}}"#), "unknown_member", "/rule/sign_off/0"),
        (
            format!(r#"{{"document":{{{one}}},"options":[{{"option":"x","means":"yes"}},{{"option":"X ","means":"no"}}]}}"#),
            "duplicate_id",
            "/options/1/option",
        ),
        (format!(r#"{{"document":{{{one},"result":5}}}}"#), "wrong_type", "/document/result"),
    ] {
        assert_eq!(refused(&request), (code.to_owned(), path.to_owned()), "{request}");
    }
    assert_eq!(read(&format!(r#"{{"document":{{{one},"vote_events":[]}},"event":0}}"#)).votes.len(), 1);
}

#[test]
fn what_a_motion_says_beside_its_vote_event_is_named() {
    let answer = read(
        r#"{"document":{"id":"m","text":"one","date":"2026-06-01","votes":[],"counts":[],"vote_events":[{"id":"e","end_date":"2026-06-03",
            "start_date":"2026-06-02","motion":{"id":"m","text":"two","date":"2026-06-02"},"votes":[{"voter_id":"a","option":"yes"}]}]}}"#,
    );
    let expected = [
        "/document/id",
        "/document/counts",
        "/document/votes",
        "/document/vote_events/0/id",
        "/document/vote_events/0/end_date",
        "/document/vote_events/0/motion/id",
        "/document/date",
        "/document/vote_events/0/motion/text",
    ];
    assert_eq!(notes(&answer), expected);
    assert_eq!((answer.title.as_deref(), answer.date.unwrap().to_string()), (Some("one"), "2026-06-02".to_owned()));
}

#[test]
fn the_requirement_keeps_what_is_part_of_what() {
    let says = |rule: &str, rules: &str| {
        super::requirement::requirement(&serde_json::from_str(rule).unwrap(), &serde_json::from_str(rules).unwrap())
    };
    let (a, b, c) = (r#"{"sign_off":["a"]}"#, r#"{"sign_off":["b"]}"#, r#"{"sign_off":["c"]}"#);
    assert_eq!(says(a, "{}"), "a must say yes");
    assert_eq!(
        says(&format!(r#"{{"all":[{{"any":[{a},{b}]}},{c}]}}"#), "{}"),
        "all of these hold: (any one of these holds: (a must say yes), (b must say yes)), (c must say yes)"
    );
    assert_eq!(
        says(&format!(r#"{{"all":[{{"any":[{a},{b},{c}]}}]}}"#), "{}"),
        "all of these hold: (any one of these holds: (a must say yes), (b must say yes), (c must say yes))"
    );
    assert_eq!(
        says(&format!(r#"{{"any":[{{"veto":{{"by":["a"],"then":{b},"unless":{c}}}}},{a}]}}"#), "{}"),
        "any one of these holds: (a can stop this: (b must say yes), unless this holds as well: (c must say yes)), (a must say yes)"
    );
    assert_eq!(
        says(&format!(r#"{{"any":[{{"use":"x"}},{a}]}}"#), &format!(r#"{{"x":{{"all":[{{"use":"y"}},{b}]}},"y":{c},"z":{a}}}"#)),
        "any one of these holds: (the rule called x), (a must say yes); the rule called x is: (all of these hold: (the rule called y), \
         (b must say yes)); the rule called y is: (c must say yes)"
    );
}

#[test]
fn a_group_without_its_own_quorum_does_not_pass() {
    let results = |rule: &str| {
        let json = format!(
            r#"{{"question":{{"members":[{{"id":"a","constituency":"lived"}},{{"id":"b","constituency":"lived"}},{{"id":"c","constituency":"staff"}}],
                "rule":{rule},"votes":{{"a":"yes","c":"yes"}}}}}}"#
        );
        let document = popolo_write(&serde_json::from_str(&json).unwrap()).unwrap().document;
        let event = document.vote_events.unwrap().remove(0);
        event.group_results.unwrap().into_iter().map(|group| group.result.unwrap()).collect::<Vec<_>>()
    };
    let quorum = |among: &str, then: &str| format!(r#"{{"quorum":{{"present":"1","among":"{among}","then":{then}}}}}"#);
    let lived = r#"{"majority":{"among":"lived"}}"#;
    assert_eq!(results(lived), ["pass", "more yes than no"]);
    assert_eq!(results(&quorum("lived", lived)), ["fail", "more yes than no"]);
    assert_eq!(results(&quorum("staff", lived)), ["pass", "more yes than no"]);
    assert_eq!(results(&quorum("lived", r#"{"each_constituency":{}}"#)), ["fail", "pass"]);
    assert_eq!(results(&quorum("lived", r#"{"majority":{}}"#)), ["more yes than no, without its quorum", "more yes than no"]);
}

#[test]
fn votes_handed_over_are_written_as_they_were_cast_and_read_again() {
    let question = r#"{"members":["a","b","c","d"],"rule":{"majority":{"of":"members"}},"votes":{"c":"yes","d":"no"},"delegates":{"a":"b","b":"c"}}"#;
    let written = popolo_write(&serde_json::from_str(&format!(r#"{{"question":{question}}}"#)).unwrap()).unwrap();
    let event = &written.document.vote_events.as_ref().unwrap()[0];
    assert_eq!(event.votes.as_ref().unwrap()[0].option.as_deref(), Some("yes"));
    assert_eq!(event.counts.as_ref().unwrap()[0].value, Some(PopoloNumber::from(3)));
    let document = serde_json::to_string(&written.document).unwrap();
    let again = read(&format!(r#"{{"document":{document},"rule":{{"majority":{{"of":"members"}}}}}}"#));
    assert_eq!((again.votes.len(), again.delegates.len(), again.passed), (2, 2, Some(true)));
    let votes = r#"[{"voter_id":"a","option":"yes","proxy_id":"b"},{"voter_id":"b","option":"no","proxy_id":"c"},{"voter_id":"c","option":"no"},
        {"voter_id":"d","option":"no","proxy_id":"e"},{"voter_id":"e","option":"no","proxy_id":"d"},{"voter_id":"f","option":"no","proxy_id":"d"}]"#;
    let odd = read(&format!(r#"{{"document":{{"votes":{votes}}},"rule":{{"majority":{{}}}}}}"#));
    let handed: Vec<String> = odd.delegates.iter().map(|(from, to)| format!("{from}{to}")).collect();
    assert_eq!((handed.join(" "), odd.votes.len(), odd.passed), ("bc fd".to_owned(), 4, Some(false)));
    assert_eq!(notes(&odd), ["/document/votes/0/proxy_id", "/document/votes/3/proxy_id", "/document/votes/4/proxy_id"]);
}
