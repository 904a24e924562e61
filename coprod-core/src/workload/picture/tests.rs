use roxmltree::{Document, Node};
use serde_json::{Value, json};

use super::*;
use crate::error::ErrorCode;
use crate::picture::width;

fn draw(of: Value) -> Result<Picture, ErrorReport> {
    picture(&serde_json::from_value(json!({"of": of})).unwrap())
}

fn words(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

fn number(node: Node<'_, '_>, name: &str) -> u32 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// That the picture is XML, that its texts stay on the sheet and clear of each other, and that no line runs through one.
fn sound(found: &Picture) {
    let document = Document::parse(&found.svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert!(root.children().any(|node| node.tag_name().name() == "title" && node.text() == Some(&found.table.caption)));
    let bottom: u32 = root.attribute("viewBox").unwrap().split(' ').nth(3).unwrap().parse().unwrap();
    let boxes: Vec<(u32, u32, u32, u32, &str)> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "text" && node.text().is_some())
        .map(|text| {
            let (size, wide) = (number(text, "font-size"), width(text.text().unwrap(), number(text, "font-size")));
            let left = number(text, "x").saturating_sub(if text.attribute("text-anchor").is_some() { wide / 2 } else { 0 });
            assert!(size >= 15);
            (left, number(text, "y") - size, left + wide, number(text, "y"), text.text().unwrap())
        })
        .collect();
    for (at, one) in boxes.iter().enumerate() {
        assert!(one.2 <= 480 && one.3 < bottom, "{one:?}");
        for other in &boxes[at + 1..] {
            let apart = one.2 <= other.0 || other.2 <= one.0 || one.3 <= other.1 || other.3 <= one.1;
            assert!(apart, "{one:?} and {other:?}");
        }
    }
    for row in &found.table.rows {
        assert_eq!(row.len(), found.table.heads.len());
        assert!(row.iter().all(|cell| !cell.is_empty()));
    }
}

/// Five people, of whom Bo is above his hard cap and bears more than the hours say.
fn group() -> Value {
    json!({
        "people": [
            {"id": "ana", "name": "Ana", "constituency": "lived", "capacity": 12, "hard_cap": 14, "support": [{"by": "dee", "task": "notes", "hours": "0.5"}]},
            {"id": "bo", "name": "Bo Ŵyn", "constituency": "lived", "capacity": 8, "hard_cap": 9, "burden": "3/2"},
            {"id": "cy", "name": "Cy whose name goes on and on and on", "constituency": "lived", "capacity": 6},
            {"id": "dee", "name": "Dee, tutor", "constituency": "staff", "capacity": 10, "hard_cap": 100},
            {"id": "eve", "capacity": 0}
        ],
        "tasks": [
            {"id": "meet", "title": "Meeting", "hours": 4, "mode": "together", "sessions": [{"date": "2026-06-15", "start": "10:30", "hours": 2}, {"date": "2026-06-29"}]},
            {"id": "notes", "title": "Notes", "hours": 3, "work": "notes", "sessions": [{"date": "2026-06-15"}], "due": "2026-06-20"},
            {"id": "draft", "hours": 6, "due": "2026-06-30"},
            {"id": "print", "hours": 1, "after": ["draft"], "due": "2026-07-25"},
            {"id": "post", "hours": 1}
        ],
        "assignments": [
            {"task": "meet", "people": ["ana", "bo", "cy", "dee"]}, {"task": "notes", "people": ["ana"]},
            {"task": "draft", "people": ["bo"]}, {"task": "post", "people": ["dee"]}
        ]
    })
}

#[test]
fn hours_stand_beside_their_bars() {
    let found = draw(json!({"hours": group()})).unwrap();
    sound(&found);
    let words = words(&found.svg);
    let told = ["Bo Ŵyn (lived)", "10 of 8 h, 187.5 %", "at most 9", "3 hidden, at most 14", "0 of 0 h", "5.5 of 10 h, 55 %"];
    for told in told {
        assert!(words.iter().any(|word| word == told), "{told}: {words:?}");
    }
    let rows: Vec<[&str; 3]> = found.table.rows.iter().map(|row| [row[0].as_str(), row[2].as_str(), row[3].as_str()]).collect();
    assert_eq!(
        rows,
        [
            ["lived", "21", "3"],
            ["staff", "5.5", "0.5"],
            ["No constituency", "0", "0"],
            ["Ana", "7", "3"],
            ["Bo Ŵyn", "10", "0"],
            ["Cy whose name goes on and on and on", "4", "0"],
            ["Dee, tutor", "5.5", "0.5"],
            ["eve", "0", "0"],
        ]
    );
    assert!(found.text.iter().any(|line| line.contains("Bo Ŵyn is 1 hour above the most they can be given")));
    assert!(found.text.iter().any(|line| line.contains("burdens")));
    // A cap far beyond the scale is told and not drawn.
    assert_eq!(found.svg.matches("stroke-width=\"3\"").count(), 1 + 2);
}

#[test]
fn a_thousand_people_are_cut_with_a_count() {
    let people: Vec<Value> = (0..1000)
        .map(
            |number| json!({"id": format!("p{number}"), "capacity": 1 + number % 7, "constituency": format!("c{}", number % 40)}),
        )
        .collect();
    let tasks: Vec<Value> =
        (0..900).map(|number| json!({"id": format!("t{number}"), "hours": 1 + number % 3, "due": "2026-06-15"})).collect();
    let assignments: Vec<Value> =
        (0..900).map(|number| json!({"task": format!("t{number}"), "people": [format!("p{}", number * 7 % 1000)]})).collect();
    let of = json!({"people": people, "tasks": tasks, "assignments": assignments});
    let hours = draw(json!({"hours": of})).unwrap();
    sound(&hours);
    assert!(hours.svg.len() < 40_000, "{}", hours.svg.len());
    assert!(hours.text.iter().any(|line| line.ends_with("and 976 more are in the table.")), "{:?}", hours.text);
    assert!(hours.text.iter().any(|line| line.ends_with("and 28 more are in the table.")));
    assert_eq!(hours.table.rows.len(), 1040);
    // The fullest are drawn.
    assert_eq!(words(&hours.svg).iter().filter(|word| word.ends_with(", 300 %")).count(), 24);
    let rota = draw(json!({"rota": of})).unwrap();
    sound(&rota);
    assert!(rota.svg.len() < 60_000, "{}", rota.svg.len());
    assert!(rota.text.iter().any(|line| line.contains("and 840 more are not; the table has them")), "{:?}", rota.text);
    assert!(rota.text.iter().any(|line| line == "And 876 more people."));
    assert_eq!(rota.table.rows.len(), 900);
}

#[test]
fn a_rota_counts_what_falls_on_a_day_or_in_a_week() {
    let found = draw(json!({"rota": group()})).unwrap();
    sound(&found);
    let texts = words(&found.svg);
    for told in ["Week from 15 June 2026", "Week from 29 June 2026", "No day is set for post.", "Short of somebody: print."] {
        assert!(texts.iter().any(|word| word == told), "{told}: {texts:?}");
    }
    assert_eq!(found.table.rows[0], ["Ana", "15 June 2026", "-", "session", "Notes", "-"]);
    assert_eq!(found.table.rows[2], ["Ana", "15 June 2026", "10:30", "session", "Meeting", "2"]);
    assert_eq!(found.table.rows.last().unwrap(), &["Bo Ŵyn", "30 June 2026", "-", "due", "draft", "6"]);
    let mut weeks = group();
    weeks["by"] = json!("weeks");
    let found = draw(json!({"rota": weeks})).unwrap();
    sound(&found);
    assert!(words(&found.svg).contains(&"Weeks from 15 June 2026".to_owned()));
    // Two things of Ana's in the first week, and what is due in it.
    assert!(found.svg.contains(">2</text>"));
}

#[test]
fn a_rota_of_a_year_goes_by_weeks_and_stays_small() {
    let sessions: Vec<Value> =
        (0..360).map(|day| json!({"date": format!("2026-{:02}-{:02}", day / 28 % 12 + 1, day % 28 + 1)})).collect();
    let people: Vec<Value> = (0..30).map(|number| json!({"id": format!("p{number}"), "capacity": 9})).collect();
    let ids: Vec<String> = (0..30).map(|number| format!("p{number}")).collect();
    let mut of = json!({
        "people": people, "tasks": [{"id": "all", "hours": 1, "mode": "together", "sessions": sessions}],
        "assignments": [{"task": "all", "people": ids}]
    });
    let found = draw(json!({"rota": of})).unwrap();
    sound(&found);
    assert_eq!(found.table.caption, "Rota by weeks");
    assert_eq!(found.table.rows.len(), MOST_ROTA_ROWS);
    assert!(found.text.iter().any(|line| line.contains("8800 more are in the rota of workload.calendar")), "{:?}", found.text);
    of["by"] = json!("days");
    sound(&draw(json!({"rota": of})).unwrap());
}

#[test]
fn hand_overs_are_drawn_for_each_number_that_gains_something() {
    let mut people: Vec<Value> = ["Ana", "Bo", "Cy", "Dee"].iter().map(|name| json!({"id": name, "capacity": 4})).collect();
    people[3]["capacity"] = json!(6);
    let tasks: Vec<Value> = (0..8)
        .map(|number| json!({"id": format!("t{number}"), "title": format!("Task {number}"), "hours": 1 + number % 3}))
        .collect();
    let assignments: Vec<Value> = ["Ana", "Bo", "Bo", "Bo", "Bo", "Cy", "Ana", "Bo"]
        .iter()
        .enumerate()
        .map(|(number, name)| json!({"task": format!("t{number}"), "people": [name]}))
        .collect();
    let asked = json!({"people": people, "tasks": tasks, "assignments": assignments, "change": {"left": "Ana"}});
    let found = draw(json!({"frontier": asked})).unwrap();
    sound(&found);
    let answer = replan_of(&asked);
    assert!(answer.frontier.len() > 2);
    assert_eq!(found.table.rows.len(), answer.frontier.len());
    let texts = words(&found.svg);
    for (plan, row) in answer.frontier.iter().zip(&found.table.rows) {
        let name = if plan.handovers == 1 { "1 hand-over".to_owned() } else { format!("{} hand-overs", plan.handovers) };
        assert_eq!(row[0], name);
        assert!(texts.contains(&name));
        assert!(texts.contains(&told::percent(plan.vector[0])));
        for moved in &plan.moves {
            assert!(row[6].contains(&format!("{} hands Task {} to {}", moved.from, &moved.task.as_str()[1..], moved.to)));
        }
    }
}

fn replan_of(asked: &Value) -> crate::workload::ReplanAnswer {
    crate::workload::replan(&serde_json::from_value(asked.clone()).unwrap()).unwrap()
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let refused = |of: Value| {
        let error = draw(of).unwrap_err();
        (error.code, error.path)
    };
    let mut bad = group();
    bad["assignments"][0]["people"] = json!(["zoe"]);
    for key in ["hours", "rota"] {
        assert_eq!(refused(json!({key: bad})), (ErrorCode::UnknownMember, format!("/of/{key}/assignments/0/people/0")));
    }
    bad["change"] = json!({"left": "ana"});
    assert_eq!(refused(json!({"frontier": bad})), (ErrorCode::UnknownMember, "/of/frontier/assignments/0/people/0".to_owned()));
    let mut bad = group();
    bad["tasks"][1]["title"] = json!("a\u{1b}b");
    for key in ["hours", "rota"] {
        assert_eq!(refused(json!({key: bad})), (ErrorCode::InvalidText, format!("/of/{key}/tasks/1/title")));
    }
}

#[test]
fn parts_are_told_and_scales_are_round() {
    let ratio = |text: &str| text.parse::<crate::unit::Ratio>().unwrap();
    let percent = |text: &str| told::percent(ratio(text));
    assert_eq!(
        [percent("0"), percent("1/3"), percent("3/4"), percent("1/9999"), percent("15/8")],
        ["0 %", "33.3 %", "75 %", "under 0.1 %", "187.5 %"]
    );
    assert_eq!(
        [told::told(ratio("3/4")), told::told(ratio("2")), told::told(ratio("1000000/1000001"))],
        ["3/4 (75 %)", "200 %", "about 100.0 %"]
    );
    let ends: Vec<u64> = [0, 1, 3, 7, 10, 11, 41, 999, 1_000_001].iter().map(|most| told::round_up(*most)).collect();
    assert_eq!(ends, [1, 1, 4, 8, 10, 20, 50, 1000, 2_000_000]);
    assert_eq!(told::round_up(u64::MAX), u64::MAX);
}

#[test]
fn nobody_with_anything_is_drawn_too() {
    let of = json!({"people": [{"id": "ana", "capacity": 0}]});
    sound(&draw(json!({"hours": of})).unwrap());
    let rota = draw(json!({"rota": of})).unwrap();
    sound(&rota);
    assert_eq!(rota.text[0], "1 person, and nothing that falls on a day.");
    let gone = json!({"people": [{"id": "ana"}], "tasks": [{"id": "t", "hours": 1}], "assignments": [{"task": "t", "people": ["ana"]}], "change": {"left": "ana"}});
    let found = draw(json!({"frontier": gone})).unwrap();
    sound(&found);
    assert!(found.text.iter().any(|line| line.contains("1 place is empty")));
}
