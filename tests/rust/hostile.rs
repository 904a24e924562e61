//! Requests made large: the shared vectors with one of their lists, objects or texts grown to so many bytes, or two of their lists together.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

use serde_json::Value;

use crate::tree;

/// Stands for a number that is another one in each copy.
const FRESH: char = '\u{e000}';

/// What copies of a list's first entry are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copies {
    /// All the same.
    Alike,
    /// Each with an id of its own, or another first text where it has no id.
    Named,
    /// Each with other texts throughout.
    Other,
}

/// The ways to copy.
pub const COPIES: [Copies; 3] = [Copies::Alike, Copies::Named, Copies::Other];

/// A place that is grown, and how far.
#[derive(Debug, Clone)]
pub struct Growth {
    /// The JSON pointer of a list or an object.
    pub at: String,
    /// How many entries it gets; as many as fit where this is more.
    pub entries: usize,
    /// What they are like.
    pub copies: Copies,
}

/// A place within a request.
#[derive(Debug, Clone)]
pub struct Place {
    /// The endpoint.
    pub call: String,
    /// The request that has it.
    pub request: Value,
    /// Its JSON pointer.
    pub at: String,
}

/// Every list, object, text and number in the requests of the shared vectors, one for each endpoint and way to it, entries of one list
/// taken together.
///
/// # Panics
/// If a vector cannot be read.
#[must_use]
pub fn places() -> Vec<Place> {
    let mut vectors: Vec<Value> = tree::files("tests/vectors", "json")
        .into_iter()
        .map(|(name, text)| serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}")))
        .filter(|vector: &Value| vector["request"].is_object())
        .collect();
    // Requests that are answered come first: what they hold is read to its end.
    vectors.sort_by_key(|vector| vector.get("error").is_some());
    let mut seen = BTreeSet::new();
    let mut places = Vec::new();
    for vector in &vectors {
        let call = vector["call"].as_str().unwrap_or_default();
        walk(&vector["request"], String::new(), String::new(), &mut |at, shape| {
            if seen.insert(format!("{call} {shape}")) {
                places.push(Place { call: call.to_owned(), request: vector["request"].clone(), at });
            }
        });
    }
    places
}

fn walk(value: &Value, at: String, shape: String, tell: &mut impl FnMut(String, String)) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, format!("{at}/{index}"), format!("{shape}/*"), tell);
            }
        }
        Value::Object(fields) => {
            for (key, item) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                walk(item, format!("{at}/{key}"), format!("{shape}/{key}"), tell);
            }
        }
        _ => {}
    }
    tell(at, shape);
}

/// The request as JSON text of at most about `bytes`, with its lists grown as stated.
#[must_use]
pub fn grown(request: &Value, growths: &[Growth], bytes: usize) -> String {
    let growths = growths.iter().map(|growth| (growth.at.as_str(), growth)).collect();
    let mut text = String::new();
    Writer { growths, bytes }.write(request, "", &mut text);
    text
}

/// Writes a request with grown lists.
struct Writer<'a> {
    growths: BTreeMap<&'a str, &'a Growth>,
    bytes: usize,
}

impl Writer<'_> {
    /// Writes `value`, which stands at `at`, to the end of `text`.
    fn write(&self, value: &Value, at: &str, text: &mut String) {
        let grows = self.growths.get(at);
        match value {
            Value::Array(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index > 0 { "," } else { "" });
                    self.write(item, &format!("{at}/{index}"), text);
                }
                if let (Some(growth), Some(first)) = (grows, items.first()) {
                    let copy = self.copy(growth.copies, first, &format!("{at}/0"));
                    self.repeat(&copy, items.len()..growth.entries, text);
                }
                text.push(']');
            }
            Value::Object(fields) => {
                text.push('{');
                for (index, (key, item)) in fields.iter().enumerate() {
                    text.push_str(if index > 0 { "," } else { "" });
                    text.push_str(&Value::from(key.as_str()).to_string());
                    text.push(':');
                    self.write(item, &below(at, key), text);
                }
                if let (Some(growth), Some((key, first))) = (grows, fields.iter().next()) {
                    // A key of its own for each, which starts as the first does.
                    let name = Value::from(format!("{key}{FRESH}"));
                    let copy = format!("{name}:{}", self.copy(growth.copies, first, &below(at, key)));
                    self.repeat(&copy, fields.len()..growth.entries, text);
                }
                text.push('}');
            }
            value => text.push_str(&value.to_string()),
        }
    }

    /// A copy of `first`, which stands at `at`, with marks where each copy differs.
    fn copy(&self, copies: Copies, first: &Value, at: &str) -> String {
        let mut copied = first.clone();
        match copies {
            Copies::Alike => {}
            Copies::Named if copied.get_mut("id").is_some_and(|id| mark(id, false)) => {}
            Copies::Named => {
                mark(&mut copied, false);
            }
            Copies::Other => {
                mark(&mut copied, true);
            }
        }
        let mut copy = String::new();
        self.write(&copied, at, &mut copy);
        copy
    }

    /// Writes `copy` after a comma for each of `numbers`, which stand in place of its marks, as far as there is room.
    fn repeat(&self, copy: &str, numbers: Range<usize>, text: &mut String) {
        let parts: Vec<&str> = copy.split(FRESH).collect();
        for number in numbers {
            if text.len() + copy.len() + 8 * parts.len() + 2_000 > self.bytes {
                break;
            }
            text.push(',');
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    // Writing to text cannot fail.
                    let _ = write!(text, "{number}");
                }
                text.push_str(part);
            }
        }
    }
}

fn below(at: &str, key: &str) -> String {
    format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// Marks the first text as one that differs from copy to copy, or `all`.
fn mark(value: &mut Value, all: bool) -> bool {
    match value {
        Value::String(text) => {
            text.push(FRESH);
            true
        }
        Value::Array(items) if all => items.iter_mut().fold(false, |found, item| mark(item, all) | found),
        Value::Array(items) => items.iter_mut().any(|item| mark(item, all)),
        Value::Object(fields) if all => fields.values_mut().fold(false, |found, item| mark(item, all) | found),
        Value::Object(fields) => fields.values_mut().any(|item| mark(item, all)),
        _ => false,
    }
}

/// The request as JSON text with other JSON text at a place.
#[must_use]
pub fn replaced(request: &Value, at: &str, by: &str) -> String {
    let mut request = request.clone();
    match request.pointer_mut(at) {
        Some(value) => *value = Value::from(FRESH.to_string()),
        None => return request.to_string(),
    }
    request.to_string().replacen(&format!("\"{FRESH}\""), by, 1)
}

/// What is large in one piece, of about so many bytes, to stand in place of `value`: texts for a text, digits for a number, an object for an
/// object.
#[must_use]
pub fn pieces(value: &Value, bytes: usize) -> Vec<String> {
    let bytes = bytes.saturating_sub(2_000);
    let half = bytes / 2 - 8;
    match value {
        Value::String(text) => {
            let lines = if text.is_empty() { 0 } else { bytes / (text.len() + 16) };
            vec![
                format!("\"{}\"", "a".repeat(bytes)),
                format!("\"{}\"", "7".repeat(bytes)),
                format!("\"{}/{}\"", "7".repeat(half), "3".repeat(half)),
                format!("\"{}.{}\"", "7".repeat(half), "3".repeat(half)),
                format!("\"{}\"", "\\u200b".repeat(bytes / 6)),
                Value::from(format!("{text}\n").repeat(lines)).to_string(),
            ]
        }
        Value::Number(_) => vec!["7".repeat(bytes), format!("0.{}", "3".repeat(bytes)), format!("1e{}", "9".repeat(bytes))],
        Value::Object(fields) => {
            let of = fields.values().next().unwrap_or(&Value::Null).to_string();
            let entry = |number: usize| format!("\"k{number}\":{of}");
            let entries: Vec<String> = (0..bytes / (of.len() + 14)).map(entry).collect();
            vec![format!("{{{}}}", entries.join(",")), format!("{{\"{}\":1}}", "k".repeat(bytes))]
        }
        Value::Array(_) => vec![
            format!("[{}null]", "null,".repeat(bytes / 5 - 2)),
            format!("[{}0]", "0,".repeat(bytes / 2 - 2)),
            format!("[{}[]]", "[],".repeat(bytes / 3 - 2)),
            format!("[{}{{}}]", "{},".repeat(bytes / 3 - 2)),
            format!("[{}\"\"]", "\"\",".repeat(bytes / 3 - 2)),
            format!("{}{}", "[".repeat(bytes / 2), "]".repeat(bytes / 2)),
        ],
        _ => Vec::new(),
    }
}
