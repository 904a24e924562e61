//! What is written and read is what a JSON library writes and reads.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::to_json;
use super::tree::{Tree, parse};

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

/// As a JSON library reads it.
impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Tree;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Tree, E> {
                Ok(Tree::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
                Ok(Tree::Truth(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
                Ok(Tree::Whole(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
                Ok(i64::try_from(value).map_or(Tree::Large(value), Tree::Whole))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
                Ok(Tree::Fraction(value.to_string()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
                Ok(Tree::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = from.next_element()? {
                    items.push(item);
                }
                Ok(Tree::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = from.next_entry()? {
                    fields.push(field);
                }
                Ok(Tree::Object(fields))
            }
        }

        from.deserialize_any(Any)
    }
}

/// Fractions by their value.
fn plain(tree: Tree) -> Tree {
    match tree {
        Tree::Fraction(text) => Tree::Fraction(text.parse::<f64>().unwrap().to_string()),
        Tree::List(items) => Tree::List(items.into_iter().map(plain).collect()),
        Tree::Object(fields) => Tree::Object(fields.into_iter().map(|(key, value)| (key, plain(value))).collect()),
        other => other,
    }
}

fn same(text: &str) {
    match (parse(text), serde_json::from_str::<Tree>(text)) {
        (Ok(tree), Ok(other)) => assert_eq!(plain(tree), plain(other), "{text}"),
        (Err(_), Err(_)) => {}
        // A number too large for a float is no fault of the text: whoever wants a number refuses it.
        (Ok(_), Err(error)) => assert!(error.to_string().contains("number out of range"), "{text}: {error}"),
        (Err(broken), Ok(_)) => panic!("{text}: {}", broken.place(text)),
    }
}

#[test]
fn it_reads_what_serde_json_reads_whatever_is_changed_in_the_text() {
    let texts = [
        r#" {"a": [1, -2.50, 3e2, 4E-1, 0, -0, 0.0], "a": {"b": null}, "": [true, false, {}], "c": []} "#,
        r#"["\u00e9\ud83d\ude00\n\/\"\\", "\ud83dx", "é😀", 9223372036854775807, 9223372036854775808, 18446744073709551616]"#,
        "[\"\\ud83d\\u0041\", \"\\udE00\"]",
        "\t[1e999, -1e-999, 1.5e+3 ,\r\n\"\u{7f}\u{1f}\"]",
        r#""\ud83d\ude00\uD83D\uDE00""#,
    ];
    let inserts = [
        "\"", "\\", "0", "1", "-", "+", ".", "e", ",", ":", "[", "]", "{", "}", " ", "\u{1}", "\u{b}", "u", "é", "t", "null",
        "\\u12", "//",
    ];
    for text in texts {
        same(text);
        for (at, letter) in text.char_indices() {
            let (before, after) = (text.get(..at).unwrap(), text.get(at + letter.len_utf8()..).unwrap());
            same(before);
            same(&format!("{before}{after}"));
            for insert in inserts {
                same(&format!("{before}{insert}{after}"));
                same(&format!("{before}{insert}{letter}{after}"));
            }
        }
    }
}
