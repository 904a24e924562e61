//! Groups are checked before anything is counted.

use super::*;
use crate::error::{ErrorCode, Pointer};

fn roster(json: &str) -> Result<Roster, ErrorCode> {
    let members: Vec<Member> = serde_json::from_str(json).unwrap();
    Roster::new(&members, &Pointer::root().key("members"), 3).map_err(|error| error.code())
}

#[test]
fn members_are_numbered_in_order() {
    let group = roster("[\"bo\", \"ana\"]").unwrap();
    assert_eq!((group.number("bo"), group.number("ana"), group.number("cy")), (Some(0), Some(1), None));
    assert!(group.constituencies().is_empty());
}

#[test]
fn a_group_is_refused_when_it_is_not_one() {
    assert_eq!(roster("[]"), Err(ErrorCode::EmptyGroup));
    assert_eq!(roster("[\"a\",\"b\",\"c\",\"d\"]"), Err(ErrorCode::GroupTooLarge));
    assert_eq!(roster("[\"a\",\"a\"]"), Err(ErrorCode::DuplicateId));
    assert_eq!(roster("[{\"id\":\"a\",\"constituency\":\"x\"},\"b\"]"), Err(ErrorCode::NoConstituency));
}

#[test]
fn a_side_is_known_from_expertise_or_said() {
    let side = |json: &str| serde_json::from_str::<Constituency>(json).unwrap().known_side();
    assert_eq!(side("{\"id\":\"l\",\"expertise\":\"experience\"}"), Some(Side::Lived));
    assert_eq!(side("{\"id\":\"b\",\"expertise\":\"both\"}"), None);
    assert_eq!(side("{\"id\":\"b\",\"expertise\":\"third_party\",\"side\":\"host\"}"), Some(Side::Host));
}

#[test]
fn long_lists_of_names_are_cut() {
    let names: Vec<String> = (1..=10).map(|number| format!("m{number}")).collect();
    assert_eq!(listed_briefly(&names), "m1, m2, m3, m4, m5, m6, m7 and 3 others");
    assert_eq!(listed_briefly(&names[..8]), "m1, m2, m3, m4, m5, m6, m7 and m8");
    assert_eq!(listed_briefly(&names[..2]), "m1 and m2");
    assert_eq!(listed_briefly(&names[..0]), "nobody");
}
