use serde_json::{Value, json};

use super::super::rule::{Bar, Compiled, Leaf, Node};
use super::*;
use crate::error::Pointer;
use crate::picture::Picture;

fn drawn(request: Value) -> Picture {
    picture(&serde_json::from_value(request).unwrap()).unwrap()
}

fn compared(request: Value) -> Picture {
    compare_picture(&serde_json::from_value(request).unwrap()).unwrap()
}

fn share(numer: u32, denom: u32) -> Share {
    Share::exactly(Exact::new(numer, denom).unwrap())
}

#[test]
fn shares_are_told_without_making_something_nothing() {
    for (numer, denom, percent, told) in [
        (0, 1, "0 %", "0 %"),
        (1, 1, "100 %", "100 %"),
        (1, 4, "25 %", "1/4 (25 %)"),
        (1, 8, "12.5 %", "1/8 (12.5 %)"),
        (5, 14, "35.7 %", "5/14 (35.7 %)"),
        (1, 100_000, "under 0.1 %", "1/100000 (under 0.1 %)"),
        (99_999, 100_000, "over 99.9 %", "99999/100000 (over 99.9 %)"),
        (249_999, 1_000_000, "25.0 %", "about 25.0 %"),
    ] {
        assert_eq!((share(numer, denom).percent().as_str(), share(numer, denom).told().as_str()), (percent, told));
    }
    let decimal = Share::of(&crate::power::IndexValue { exact: None, value: 0.25, error: 1e-12 });
    assert_eq!((decimal.percent().as_str(), decimal.told().as_str()), ("25.0 %", "about 25.0 %"));
    assert_eq!(decimal.on(&Exact::new(1, 2).unwrap()), 500);
}

#[test]
fn a_rule_that_nothing_can_pass_shows_the_seats_and_says_so() {
    let members: Vec<crate::group::Member> =
        serde_json::from_value(json!([{"id": "a", "constituency": "x"}, {"id": "b", "constituency": "y"}])).unwrap();
    let roster = Roster::new(&members, &Pointer::root(), 10).unwrap();
    for (count, words) in [(9, "never passes"), (0, "always passes")] {
        let leaf = Leaf::Votes { voters: vec![(0, 1), (1, 1)], bar: Bar::Count(count), casting: None };
        let rule = Compiled::over(roster.ids().to_vec(), Node::Leaf(leaf));
        let found = Found::of(&rule, &roster, ShareIndex::Banzhaf, 1).unwrap();
        assert!(found.without.as_ref().unwrap().contains(words));
        assert!(found.sentences().iter().any(|said| said.starts_with("x: 1 of 2 seats, 1/2 (50 %). Together they can")));
        let panel = sides_panel(String::new(), &found, 9);
        assert!(panel.rows.iter().all(|row| row.marks.len() == 1));
        assert_eq!(legend(&[&found], false).len(), 1);
    }
}

#[test]
fn members_who_are_alike_share_a_line_in_a_large_group() {
    let members: Vec<String> = (0..40).map(|number| format!("m{number}")).collect();
    let weights: serde_json::Map<String, Value> =
        members.iter().enumerate().map(|(number, id)| (id.clone(), json!(if number < 3 { 5 } else { 1 }))).collect();
    let found = drawn(json!({"members": members, "rule": {"votes": {"more_than": "1/2", "of": "members", "weights": weights}}}));
    assert_eq!(found.table.rows.len(), 2);
    assert_eq!(found.table.rows[0][0], "3 like m0, each");
    assert!(found.svg.contains(">37 like m3<"), "{}", found.svg);
}

#[test]
fn what_is_not_drawn_is_said() {
    let members: Vec<Value> = (0..50).map(|n| json!({"id": format!("m{n}"), "constituency": format!("c{n}")})).collect();
    let found = drawn(json!({"members": members, "rule": {"majority": {}}}));
    let said = found.text.join(" ");
    assert!(said.contains("Drawn are the first 24 of 50 constituencies; the table has all of them."));
    assert!(found.svg.contains(">c23<") && !found.svg.contains(">c24<"));
    assert!(said.contains("c49: 1 of 50 seats"));
    assert_eq!(found.table.rows.len(), 100);
    assert!(found.svg.len() < 60_000);
}

#[test]
fn the_text_says_what_five_and_four_have() {
    let seat = |(id, constituency): (&str, &str)| json!({"id": id, "constituency": constituency});
    let lived = ["a", "b", "c", "d", "e"].map(|id| seat((id, "lived")));
    let staff = ["p", "q", "r", "s"].map(|id| seat((id, "staff")));
    let members: Vec<Value> = lived.into_iter().chain(staff).collect();
    let found = drawn(json!({"members": members, "rule": {"each_constituency": {}}}));
    assert_eq!(found.text[1], "It passes in 5/32 (15.6 %) of all ways to vote.");
    assert_eq!(
        found.text[2],
        "lived: 5 of 9 seats, 5/9 (55.6 %); 5/14 (35.7 %) of the power if each member votes alone; 1/2 (50 %) of the power if each \
         constituency votes as one. Together they can block but cannot decide when everybody attends."
    );
    let banzhaf = drawn(json!({"members": members, "rule": {"each_constituency": {}}, "index": "banzhaf"}));
    assert!(banzhaf.text[2].contains("25/57 (43.9 %) of the power if each member votes alone"));
    let both = compared(
        json!({"members": members, "rules": {"same": {"use": "each"}, "each": {"each_constituency": {}}}, "helpers": {"each": {"each_constituency": {}}}}),
    );
    let rows: Vec<&[String]> = both.table.rows.iter().map(|row| &row[1..]).collect();
    assert_eq!(rows[..2], rows[2..]);
    assert_eq!(rows[0], &found.table.rows[0][..]);
}

#[test]
fn members_panels_of_a_comparison_have_one_scale() {
    let found = compared(json!({
        "members": ["ana", "bo", "cy"],
        "rules": {"together": {"majority": {}}, "ana_alone": {"sign_off": ["ana"]}}
    }));
    assert_eq!(found.svg.matches(">100 %</text>").count(), 3, "one for each scale and one for ana");
    assert_eq!(found.table.heads.len(), found.table.rows[0].len());
}
