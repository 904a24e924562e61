//! What the writer writes is what a JSON library writes and reads.

use std::collections::BTreeMap;

use serde::Serialize;

use super::to_json;

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Plain,
    One(u8),
    Two(i8, char),
    Named { word: &'static str, none: Option<u8> },
}

#[derive(Serialize)]
struct Everything {
    text: String,
    truth: [bool; 2],
    whole: (i64, u64, i8),
    fraction: Vec<f64>,
    nothing: Option<()>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<u8>,
    kinds: Vec<Kind>,
    empty: Vec<u8>,
    map: BTreeMap<&'static str, Vec<u8>>,
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Serialize)]
struct Inner {
    open: &'static str,
    last: BTreeMap<String, u8>,
}

#[test]
fn it_writes_what_serde_json_writes() {
    let all = Everything {
        text: (0..=0x2100).filter_map(char::from_u32).collect(),
        truth: [true, false],
        whole: (i64::MIN, u64::MAX, -1),
        fraction: vec![0.1, 1.0, -1e300, 5e-324, f64::NAN],
        nothing: None,
        left_out: None,
        kinds: vec![Kind::Plain, Kind::One(1), Kind::Two(-2, '"'), Kind::Named { word: "{", none: None }],
        empty: Vec::new(),
        map: BTreeMap::from([("[", vec![1, 2]), ("{", Vec::new()), ("\"", vec![3])]),
        inner: Inner { open: "[", last: BTreeMap::new() },
    };
    assert_eq!(to_json(&all).unwrap(), serde_json::to_string(&all).unwrap());
    for text in ["", "[", "{", "\u{1f}\u{7f}\u{10ffff}"] {
        assert_eq!(to_json(text).unwrap(), serde_json::to_string(text).unwrap());
    }
}
