use serde_json::{Value, json};

use super::*;
use crate::error::ErrorCode;

fn ask(request: Value) -> Result<CalendarAnswer, ErrorReport> {
    calendar(&serde_json::from_value(request).unwrap())
}

/// Ana and Bo, a session on 15 June, a draft due on the 30th.
fn brochure() -> Value {
    json!({
        "people": [{"id": "ana", "name": "Ana", "capacity": 10, "support": [{"by": "dee", "task": "notes", "hours": "1/3"}]},
                   {"id": "bo", "capacity": 10}, {"id": "dee", "capacity": 2}],
        "tasks": [{"id": "notes", "title": "Notes", "hours": 2, "sessions": [{"date": "2026-06-15", "hours": "1.5"}]},
                  {"id": "draft", "hours": 6, "due": "2026-06-30", "mode": "together", "share": {"ana": "1/2", "bo": "1/2"}}],
        "assignments": [{"task": "notes", "people": ["ana"]}, {"task": "draft", "people": ["ana", "bo"]}],
        "calendar": "brochure", "made_on": "2026-06-01"
    })
}

/// The values of a property, as they are written.
fn values<'a>(ics: &'a str, key: &str) -> Vec<&'a str> {
    ics.lines().filter_map(|line| line.strip_prefix(key)?.strip_prefix(':')).collect()
}

#[test]
fn a_task_is_in_the_calendars_of_those_who_have_it_and_of_their_helpers() {
    let answer = ask(brochure()).unwrap();
    let group = answer.group.unwrap();
    assert_eq!(values(&group.ics, "SUMMARY"), ["Notes (Ana)", "Due: draft (Ana and bo)"]);
    assert_eq!(group.entries, 2);
    let summaries: Vec<Vec<&str>> = answer.people.iter().map(|person| values(&person.calendar.ics, "SUMMARY")).collect();
    assert_eq!(summaries, [vec!["Notes", "Due: draft"], vec!["Due: draft"], vec!["Help Ana with Notes"]]);
    assert!(
        values(&answer.people[0].calendar.ics, "DESCRIPTION")[0]
            .contains("1.5 hours on this day.\\n2 hours in all.\\nHelped by dee.")
    );
    let rows: Vec<&str> = answer.rota.lines().collect();
    assert_eq!(
        rows,
        [
            "person,name,constituency,task,title,part,date,start,hours,helps",
            "ana,Ana,,notes,Notes,session,2026-06-15,,1.5,",
            "ana,Ana,,notes,Notes,work,,,0.5,",
            "ana,Ana,,draft,draft,work,2026-06-30,,3,",
            "bo,bo,,draft,draft,work,2026-06-30,,3,",
            "dee,dee,,notes,Notes,session,2026-06-15,,,ana",
            "dee,dee,,notes,Notes,work,,,0.3333,ana",
        ]
    );
    assert_eq!(answer.rows, 6);
}

#[test]
fn what_is_handed_over_is_cancelled_for_one_and_new_for_the_other() {
    let mut request = brochure();
    request["tasks"][1] = json!({"id": "draft", "hours": 6, "due": "2026-06-30"});
    request["assignments"][1]["people"] = json!(["ana"]);
    let first = ask(request.clone()).unwrap();
    let of = |answer: &CalendarAnswer, id: &str| {
        answer.people.iter().find(|person| person.id.as_str() == id).cloned().unwrap().calendar
    };
    request["before"] = json!({"assignments": request["assignments"]});
    request["revision"] = json!(1);
    request["assignments"][1]["people"] = json!(["bo"]);
    let then = ask(request.clone()).unwrap();
    let (before, after) = (of(&first, "ana"), of(&then, "ana"));
    assert_eq!((after.entries, after.cancelled), (1, 1));
    assert_eq!(values(&after.ics, "STATUS"), ["CONFIRMED", "CANCELLED"]);
    assert_eq!(values(&after.ics, "SEQUENCE"), ["1", "1"]);
    assert_eq!(values(&after.ics, "UID"), values(&before.ics, "UID"));
    assert_eq!((of(&then, "bo").entries, of(&then, "bo").cancelled), (1, 0));
    // The group still has it, under the same name.
    let (before, after) = (first.group.unwrap(), then.group.unwrap());
    assert_eq!(after.cancelled, 0);
    assert_eq!(values(&after.ics, "UID"), values(&before.ics, "UID"));
    // What is finished meanwhile is not called off, and what a session less is.
    request["tasks"][1]["done"] = json!(true);
    request["assignments"] = json!([]);
    let last = ask(request).unwrap();
    assert_eq!(values(&of(&last, "ana").ics, "SUMMARY"), ["Notes"]);
    assert_eq!(of(&last, "ana").cancelled, 1);
}

#[test]
fn another_form_of_due_days_cancels_the_entries_of_the_former() {
    for (former, form) in [("events", "to_dos"), ("to_dos", "events")] {
        let mut request = brochure();
        request["due_days"] = json!(former);
        let first = ask(request.clone()).unwrap();
        request["before"] = json!({"assignments": request["assignments"], "due_days": former});
        request["revision"] = json!(1);
        assert_eq!(ask(request.clone()).unwrap().group.unwrap().cancelled, 0);
        request["due_days"] = json!(form);
        let later = |request: &Value| {
            let then = ask(request.clone()).unwrap();
            let people = then.people.iter().map(|person| (person.calendar.entries, person.calendar.cancelled));
            let gone = |ics: &str| -> Vec<String> {
                let entries = ics.split("BEGIN:").filter(|entry| entry.contains("STATUS:CANCELLED"));
                entries.flat_map(|entry| values(entry, "UID")).map(str::to_owned).collect()
            };
            let people: Vec<_> = people.collect();
            let group = then.group.unwrap();
            (gone(&group.ics), (group.entries, group.cancelled), people)
        };
        let (gone, group, people) = later(&request);
        assert_eq!((group, people), ((2, 1), vec![(2, 1), (1, 1), (1, 0)]));
        // The session is first in the calendar, the due day second.
        assert_eq!(gone, values(&first.group.as_ref().unwrap().ics, "UID")[1..]);
        // What is finished meanwhile is not called off, and has no entry in two forms either.
        request["tasks"][1]["done"] = json!(true);
        assert_eq!(later(&request).0, gone);
        request["assignments"] = json!([]);
        assert_eq!(later(&request).1, (0, 1));
        // Without word of the former form, it is taken to have been the same.
        request["before"].as_object_mut().unwrap().remove("due_days");
        assert_eq!(later(&request).1, (0, 1));
    }
}

#[test]
fn whoever_was_able_before_need_not_be_now() {
    let mut request = brochure();
    request["before"] = json!({
        "tasks": [{"id": "old", "hours": 1, "due": "2020-01-01", "mode": "together"}],
        "assignments": [{"task": "old", "people": ["ana", "bo", "dee"]}]
    });
    request["revision"] = json!(7);
    request["from"] = json!("2026-06-01");
    request["people"][0]["avoids"] = json!(["draft"]);
    request["people"][1] = json!({"id": "bo", "capacity": 0, "hours_a_day": 2, "prefers": ["draft"]});
    request["tasks"][1] = json!({"id": "draft", "hours": 6, "due": "2026-06-30"});
    request["assignments"][1]["people"] = json!(["dee"]);
    let answer = ask(request).unwrap();
    assert_eq!(answer.people.iter().map(|person| person.calendar.cancelled).collect::<Vec<_>>(), [1, 1, 1]);
    // More hours than dee agreed to give break no limit.
    assert!(answer.breaks.is_empty());
}

#[test]
fn sessions_start_by_the_clock_that_is_named() {
    let times = |clock: &str, date: &str| {
        let mut request = brochure();
        request["clock"] = json!(clock);
        request["tasks"][0]["sessions"][0] = json!({"date": date, "start": "23:30", "hours": "1.5"});
        ask(request).map(|answer| answer.group.unwrap().ics)
    };
    let local = times("local", "2026-06-15").unwrap();
    assert!(local.contains("DTSTART:20260615T233000\r\nDTEND:20260616T010000\r\n"), "{local}");
    assert!(times("utc", "2026-06-15").unwrap().contains("DTSTART:20260615T233000Z\r\nDTEND:20260616T010000Z\r\n"));
    let london = times("europe_london", "2026-06-15").unwrap();
    assert!(london.contains("DTSTART;TZID=Europe/London:20260615T233000\r\n"));
    assert_eq!(london.matches("BEGIN:VTIMEZONE").count(), 1);
    let error = times("europe_london", "2002-03-30").unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::OutOfRange, "/tasks/0/sessions/0/date"));
    assert!(times("europe_london", "2002-03-31").is_ok());
    assert!(times("local", "2199-12-31").is_err());
}

#[test]
fn text_is_escaped_and_lines_are_short() {
    let mut request = brochure();
    let title = format!("a, b; c\\n\nd \"{}\" Llŷn 🎉", "ŵ".repeat(120));
    request["tasks"][0]["title"] = json!(title);
    let ics = ask(request).unwrap().group.unwrap().ics;
    assert!(ics.split("\r\n").all(|line| line.len() <= 75), "{ics}");
    assert!(!ics.replace("\r\n", "").contains(['\r', '\n']));
    let unfolded = ics.replace("\r\n ", "");
    assert!(unfolded.contains(&format!("SUMMARY:a\\, b\\; c\\\\n\\nd \"{}\" Llŷn 🎉 (Ana)\r\n", "ŵ".repeat(120))), "{unfolded}");
    // What is as long as a line, or one longer.
    for length in [66, 67, 68] {
        let line = format!("SUMMARY:{}\r\n", "x".repeat(length));
        let folded = text::folded(&line);
        assert_eq!(folded.contains("\r\n "), length == 68);
        assert_eq!(folded.replace("\r\n ", ""), line);
    }
}

#[test]
fn to_dos_have_tasks_without_a_day_too() {
    let mut request = brochure();
    request["tasks"].as_array_mut().unwrap().push(json!({"id": "post", "hours": 1, "done": true}));
    request["assignments"].as_array_mut().unwrap().push(json!({"task": "post", "people": ["bo"]}));
    let events = ask(request.clone()).unwrap();
    assert_eq!(events.without_a_day, ["post".parse().unwrap()]);
    assert!(!events.group.unwrap().ics.contains("post"));
    request["due_days"] = json!("to_dos");
    let ics = ask(request).unwrap().group.unwrap().ics;
    assert_eq!(ics.matches("BEGIN:VTODO").count(), 2);
    assert!(ics.contains("DUE;VALUE=DATE:20260630\r\n"));
    assert_eq!(values(&ics, "STATUS"), ["CONFIRMED", "NEEDS-ACTION", "COMPLETED"]);
}

#[test]
fn an_earlier_day_by_which_others_wait_is_the_one_that_counts() {
    let request = json!({
        "people": [{"id": "ana", "capacity": 9}],
        "tasks": [{"id": "draft", "hours": 2, "due": "2026-06-30"},
                  {"id": "print", "hours": 1, "after": ["draft"], "sessions": [{"date": "2026-06-10"}]}],
        "assignments": [{"task": "draft", "people": ["ana"]}],
        "calendar": "x", "made_on": "2026-06-01"
    });
    let answer = ask(request).unwrap();
    let ics = answer.group.unwrap().ics.replace("\r\n ", "");
    assert!(ics.contains("DTSTART;VALUE=DATE:20260609"), "{ics}");
    assert!(
        ics.contains("others wait for it; its own date is 30 June 2026")
            || ics.contains("others wait for it\\; its own date is 30 June 2026")
    );
    assert_eq!(answer.open, [OpenTask { task: "print".parse().unwrap(), missing: 1 }]);
}

#[test]
fn what_cannot_be_written_is_refused() {
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut request = brochure();
        change(&mut request);
        let error = ask(request).unwrap_err();
        (error.code, error.path)
    };
    let at = |code: ErrorCode, path: &str| (code, path.to_owned());
    for letter in ["\u{0}", "\u{7}", "\r", "\u{7f}", "\u{85}", "\u{202e}", "\u{2028}"] {
        let title = format!("a{letter}b");
        assert_eq!(refused(&|request| request["tasks"][0]["title"] = json!(title)), at(ErrorCode::InvalidText, "/tasks/0/title"));
        assert_eq!(refused(&|request| request["people"][1]["name"] = json!(title)), at(ErrorCode::InvalidText, "/people/1/name"));
        assert_eq!(refused(&|request| request["title"] = json!(title)), at(ErrorCode::InvalidText, "/title"));
    }
    assert_eq!(
        refused(&|request| request["people"][1]["name"] = json!("x".repeat(101))),
        at(ErrorCode::InvalidText, "/people/1/name")
    );
    assert_eq!(refused(&|request| request["only"] = json!(["eve"])), at(ErrorCode::UnknownMember, "/only/0"));
    assert_eq!(refused(&|request| request["only"] = json!(["bo", "bo"])), at(ErrorCode::DuplicateId, "/only/1"));
    assert_eq!(
        refused(&|request| request["assignments"][0]["people"] = json!(["eve"])),
        at(ErrorCode::UnknownMember, "/assignments/0/people/0")
    );
    assert_eq!(refused(&|request| request["before"] = json!({"assignments": []})), at(ErrorCode::OutOfRange, "/revision"));
    assert_eq!(refused(&|request| request["revision"] = json!(2_147_483_648_u32)), at(ErrorCode::OutOfRange, "/revision"));
    let before = |task: &str| json!({"assignments": [{"task": task, "people": ["ana"]}]});
    assert_eq!(
        refused(&|request| (request["before"], request["revision"]) = (before("eh"), json!(1))),
        at(ErrorCode::UnknownTask, "/before/assignments/0/task")
    );
    let start = |hours: Value| {
        move |request: &mut Value| {
            request["tasks"][0]["sessions"][0] = json!({"date": "2026-06-15", "start": "09:00", "hours": hours})
        }
    };
    assert_eq!(refused(&start(json!(0))), at(ErrorCode::OutOfRange, "/tasks/0/sessions/0/hours"));
    assert_eq!(refused(&start(Value::Null)), at(ErrorCode::OutOfRange, "/tasks/0/sessions/0/hours"));
    let people: Vec<Value> = (0..1000).map(|number| json!({"id": format!("p{number}"), "capacity": 1})).collect();
    let sessions: Vec<Value> = (0..40).map(|number| json!({"date": format!("2026-06-{:02}", number % 28 + 1)})).collect();
    let ids: Vec<&Value> = people.iter().map(|person| &person["id"]).collect();
    let request = json!({
        "people": people, "tasks": [{"id": "all", "hours": 1, "mode": "together", "sessions": sessions}],
        "assignments": [{"task": "all", "people": ids}], "calendar": "x", "made_on": "2026-06-01"
    });
    assert_eq!(ask(request).unwrap_err().code, ErrorCode::TooMany);
}

#[test]
fn names_of_entries_are_uuids_of_version_8_and_all_different() {
    let answer = ask(brochure()).unwrap();
    let all = answer.people.iter().map(|person| &person.calendar).chain(&answer.group);
    let uids: Vec<String> = all.flat_map(|calendar| values(&calendar.ics, "UID")).map(str::to_owned).collect();
    let different: BTreeSet<&String> = uids.iter().collect();
    assert_eq!(different.len(), uids.len());
    for uid in uids {
        assert_eq!(uid.len(), 36);
        assert!(uid.as_bytes()[14] == b'8' && b"89ab".contains(&uid.as_bytes()[19]), "{uid}");
    }
}

#[test]
fn only_those_asked_for_are_answered() {
    let mut request = brochure();
    request["only"] = json!(["bo"]);
    request["calendars"] = json!("people");
    let answer = ask(request).unwrap();
    assert!(answer.group.is_none());
    assert_eq!((answer.people.len(), answer.rows), (1, 1));
}
