//! Requests as long as they may be (1 MiB, and 8 MiB for splits and their checks): each endpoint refuses by its own counts, before work, what it cannot answer soon. No test here looks at
//! the time; those that are ignored print what took longest, for an eye on it:
//! `cargo test --release -p coprod-tests --test laws_large_requests -- --ignored --nocapture`.

use std::time::Instant;

use coprod_core::api::{ENDPOINTS, Endpoint, MOST_REQUEST_BYTES, call, most_request_bytes};
use coprod_tests::hostile::{COPIES, Copies, Growth, Place, grown, pieces, places, replaced};
use serde_json::{Value, json};

/// What came of a request: the code of its error or `answered`, the bytes that came back, and the seconds that it took.
fn send(name: &str, request: &str) -> (String, usize, f64) {
    let start = Instant::now();
    let (code, bytes) = match call(name, request) {
        Ok(answer) => ("answered".to_owned(), answer.len()),
        Err(error) => (error.code.as_str().to_owned(), error.message.len() + error.help.len() + error.path.len()),
    };
    (code, bytes, start.elapsed().as_secs_f64())
}

/// Sends requests and keeps what they came to.
#[derive(Default)]
struct Tried {
    lines: Vec<(f64, String)>,
}

impl Tried {
    fn send(&mut self, name: &str, what: impl FnOnce() -> String, request: &str) {
        assert!(request.len() <= most_request_bytes(name), "{name} {}: {} bytes", what(), request.len());
        let (code, bytes, seconds) = send(name, request);
        let line = format!("{name} {}: {code}, {} bytes in, {bytes} out", what(), request.len());
        assert_ne!(code, "internal", "{line}");
        // Errors are for people to read; answers are no more than some times as long as the longest question.
        let most = if code == "answered" { 16 * MOST_REQUEST_BYTES } else { 8_000 };
        assert!(bytes <= most, "{line}");
        self.lines.push((seconds, line));
    }

    fn print(mut self, count: usize) {
        println!("{} requests", self.lines.len());
        self.lines.sort_by(|one, other| other.0.total_cmp(&one.0));
        self.lines.iter().take(count).for_each(|(seconds, line)| println!("{seconds:6.2} s {line}"));
    }
}

fn value(place: &Place) -> &Value {
    place.request.pointer(&place.at).unwrap()
}

fn grows(place: &Place) -> bool {
    value(place).is_array() || value(place).is_object()
}

#[test]
fn what_is_longer_or_deeper_than_it_may_be_is_refused_everywhere() {
    for Endpoint { name, .. } in ENDPOINTS {
        assert_eq!(send(name, &" ".repeat(most_request_bytes(name) + 1)).0, "request_too_large", "{name}");
    }
    for Endpoint { name, .. } in ENDPOINTS.iter().step_by(8) {
        assert_eq!(send(name, &"[".repeat(most_request_bytes(name))).0, "too_deep", "{name}");
    }
}

/// Every second of them; the longer run below has them all.
#[test]
fn long_lists_and_objects_are_answered_or_refused() {
    let mut tried = Tried::default();
    for place in places().iter().filter(|place| grows(place)).step_by(2) {
        let growth = Growth { at: place.at.clone(), entries: usize::MAX, copies: Copies::Named };
        tried.send(&place.call, || place.at.clone(), &grown(&place.request, &[growth], 3_000));
    }
    tried.print(10);
}

#[test]
#[ignore = "thousands of requests as long as can be"]
fn whatever_is_as_long_as_can_be_is_answered_or_refused() {
    let mut tried = Tried::default();
    for place in &places() {
        for copies in COPIES.into_iter().filter(|_| grows(place)) {
            let growth = Growth { at: place.at.clone(), entries: usize::MAX, copies };
            let request = grown(&place.request, &[growth], most_request_bytes(&place.call));
            tried.send(&place.call, || format!("{} {copies:?}", place.at), &request);
        }
        let left = most_request_bytes(&place.call) - place.request.to_string().len();
        for (number, piece) in pieces(value(place), left).iter().enumerate() {
            tried.send(&place.call, || format!("{} piece {number}", place.at), &replaced(&place.request, &place.at, piece));
        }
    }
    tried.print(40);
}

#[test]
#[ignore = "tens of thousands of requests as long as can be"]
fn two_long_lists_together_are_answered_or_refused() {
    let mut tried = Tried::default();
    let places = places();
    for place in places.iter().filter(|place| grows(place) && !place.at.is_empty()) {
        let others = places.iter().filter(|other| other.call == place.call && other.at != place.at && !other.at.is_empty());
        for other in
            others.filter(|other| place.request.pointer(&other.at).is_some_and(|value| value.is_array() || value.is_object()))
        {
            for (entries, first, second) in [(100, Copies::Named, Copies::Named), (1_000, Copies::Named, Copies::Alike)] {
                let one = Growth { at: place.at.clone(), entries, copies: first };
                let two = Growth { at: other.at.clone(), entries: usize::MAX, copies: second };
                let what = || format!("{} {entries} {first:?} with {} {second:?}", place.at, other.at);
                tried.send(&place.call, what, &grown(&place.request, &[one, two], most_request_bytes(&place.call)));
            }
        }
    }
    tried.print(60);
}

/// What each of these asks for is bounded by a count of its own: without it, it would take minutes or more memory than there is.
#[test]
fn what_would_take_long_is_refused_by_its_own_count() {
    let many = |count: usize, one: &dyn Fn(usize) -> Value| Value::from((0..count).map(one).collect::<Vec<_>>());
    let person = |number: usize| json!({"id": format!("p{number}"), "capacity": 9});
    let members = |count: usize| many(count, &|number| json!({"id": format!("m{number}"), "constituency": format!("c{number}")}));
    let digits = |count: usize| format!("{}/{}", "7".repeat(count), "3".repeat(count));
    let refused = |name: &str, request: &Value, code: &str, path: &str| {
        let error = call(name, &request.to_string()).expect_err(name);
        assert_eq!((error.code.as_str(), error.path.as_str()), (code, path), "{name}: {error}");
    };

    // Rules that are long only once they are written out.
    let parts = |part: &Value| json!({"all": vec![part; 1_900]});
    for part in [json!({"advisory": {"deciders": "c7"}}), json!({"each_constituency": {}}), json!({"use": "all"})] {
        let request = json!({"members": members(900), "rule": parts(&part), "rules": {"all": {"sign_off": many(900, &|number| json!(format!("m{number}")))}}});
        let error = call("power.explain", &request.to_string()).unwrap_err();
        assert_eq!(error.code.as_str(), "rule_too_large", "{part}: {error}");
    }
    // Ballots that name ever more options in one line.
    let options: Vec<String> = (0..100_000).map(|option| format!("o{option}")).collect();
    let file = json!({"format": "abif", "text": format!("1:{}", options.join(">"))});
    refused("power.ballots_read", &file, "too_many", "/text");
    // What is said of a stage is looked at for each of its decisions.
    let stage = |key: &str, entries: Value| {
        let mut how = json!({"rule": {"majority": {}}});
        how[key] = entries;
        let decisions = many(200, &|number| json!({"id": format!("d{number}"), "stage": "design"}));
        json!({"constituencies": [{"id": "lived", "expertise": "experience"}], "people": [{"id": "ana", "constituency": "lived"}],
               "stages": {"design": how}, "decisions": decisions})
    };
    for (key, entry) in [
        ("evidence", json!({"statement": "told", "holds": "yes"})),
        ("agenda_held_by", json!("ana")),
        ("can_impose", json!("ana")),
        ("sign_offs", json!({"by": ["ana"]})),
        ("declared_limits", json!("law")),
    ] {
        refused(
            "participation.level",
            &stage(key, many(20_000, &|_| entry.clone())),
            "group_too_large",
            &format!("/stages/design/{key}"),
        );
    }
    // Names, said in many places of an answer.
    let long = "n".repeat(2_000);
    let named = json!({"people": [{"id": "ana", "name": long, "capacity": 9}], "tasks": []});
    refused("workload.split", &named, "invalid_text", "/people/0/name");
    let titled = json!({"people": [person(0)], "tasks": [{"id": "t", "title": long, "hours": 1}]});
    refused("workload.split", &titled, "invalid_text", "/tasks/0/title");
    let mut level = stage("declared_limits", json!([long]));
    refused("participation.level", &level, "invalid_text", "/stages/design/declared_limits/0");
    level["constituencies"][0]["name"] = json!(long);
    refused("participation.level", &level, "invalid_text", "/constituencies/0/name");
    refused("review", &json!({"project": {"title": long, "people": [{"id": "ana"}]}}), "invalid_text", "/project/title");
    // Words, looked for once for each task.
    let words = many(50_000, &|word| json!(format!("s{word}")));
    let mut able = person(0);
    able["skills"] = words;
    refused("workload.split", &json!({"people": [able], "tasks": []}), "too_many", "/people/0/skills");
    // Claims, checked one by one.
    let asked = json!({"people": [person(0)], "tasks": [{"id": "t", "hours": 1}]});
    let claims = [
        ("people", many(50_000, &|number| json!({"id": format!("p{number}")})), "/answer/people"),
        ("vector", many(50_000, &|_| json!("1/2")), "/answer/vector"),
        ("certificate", json!({"tight": many(50_000, &|_| json!("p0"))}), "/answer/certificate/tight"),
        ("assignments", json!([{"task": "t", "people": many(60_000, &|_| json!("p0"))}]), "/answer/assignments"),
        ("assignments", many(30_000, &|_| json!({"task": "t", "people": []})), "/answer/assignments"),
    ];
    for (key, claimed, path) in claims {
        let mut answer = json!({"assignments": []});
        answer[key] = claimed;
        refused("workload.verify", &json!({"request": asked, "answer": answer}), "too_many", path);
    }
    // Each session of each person.
    let sessions = many(366, &|day| json!({"date": format!("2026-{:02}-{:02}", day / 31 + 1, day % 28 + 1)}));
    let ids = many(60, &|number| json!(format!("p{number}")));
    let meeting = |id: &str| json!({"id": id, "hours": 1, "needs": [{"count": 60}], "sessions": sessions});
    let rota = json!({"people": many(60, &person), "tasks": [meeting("a"), meeting("b")],
                      "assignments": [{"task": "a", "people": ids}, {"task": "b", "people": ids}]});
    refused("workload.picture", &json!({"of": {"rota": rota}}), "too_many", "/of/rota/tasks");
    // Numbers of a million digits, and certificates with more of everything than a selection has.
    let asked = json!({"people": [{"id": "ana"}, {"id": "bo"}], "size": 1});
    let answer: Value = serde_json::from_str(&call("workload.select", &asked.to_string()).unwrap()).unwrap();
    let wrong = |pointer: &str, value: Value, code: &str, path: &str| {
        let mut answer = answer.clone();
        *answer.pointer_mut(pointer).unwrap() = value;
        refused("workload.select_check", &json!({"request": asked, "answer": answer}), code, path);
    };
    wrong("/panels/0/chance/exact", json!(digits(400_000)), "invalid_number", "/answer/panels/0/chance/exact");
    for (key, one, path) in [
        ("certificate", answer["certificate"][0].clone(), "/answer/certificate"),
        ("relaxations", json!({"steps": 1, "changes": [], "panel": ["ana"]}), "/answer/relaxations"),
        ("nowhere", json!({"people": ["ana"], "proof": []}), "/answer/nowhere"),
    ] {
        wrong(&format!("/{key}"), many(4_000, &|_| one.clone()), "too_many", path);
    }
    let long = many(250, &|number| {
        let mut panel = answer["panels"][0].clone();
        panel["chance"]["exact"] = json!(format!("1/{}", "9".repeat(3_000 + number)));
        panel
    });
    wrong("/panels", long, "out_of_range", "/answer/certificate");
}
