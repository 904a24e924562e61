//! One form for each JSON value: keys in order, no white space (RFC 8785, the JSON Canonicalization Scheme, for values without fractions).

use super::tree::{self, Tree};
use super::write::Writer;

/// Compact JSON text in its one form. At the places in `within` (the empty key is the whole), members that are null, false or empty are
/// left out, and so is the member `without` of the whole.
pub(crate) fn canonical(text: &str, without: &str, within: &[&str]) -> Option<String> {
    let mut tree = tree::parse(text).ok()?;
    if let Tree::Object(fields) = &mut tree {
        fields.retain(|(key, _)| key != without);
        for (key, value) in fields.iter_mut() {
            if let Tree::Object(fields) = value
                && within.contains(&key.as_str())
            {
                fields.retain(|(_, value)| says_something(value));
            }
        }
        if within.contains(&"") {
            fields.retain(|(_, value)| says_something(value));
        }
    }
    let mut to = Writer::default();
    write(&tree, &mut to);
    Some(to.text)
}

fn says_something(value: &Tree) -> bool {
    match value {
        Tree::Null | Tree::Truth(false) => false,
        Tree::List(items) => !items.is_empty(),
        Tree::Object(fields) => !fields.is_empty(),
        _ => true,
    }
}

/// It calls itself for each value within another; what was read is nested no deeper than requests may be.
fn write(tree: &Tree, to: &mut Writer) {
    match tree {
        Tree::Null => to.text.push_str("null"),
        Tree::Truth(value) => to.text.push_str(if *value { "true" } else { "false" }),
        Tree::Whole(value) => to.text.push_str(&value.to_string()),
        Tree::Large(value) => to.text.push_str(&value.to_string()),
        Tree::Fraction(text) => to.text.push_str(text),
        Tree::Text(text) => to.quoted(text),
        Tree::List(items) => {
            to.text.push('[');
            for item in items {
                to.item();
                write(item, to);
            }
            to.text.push(']');
        }
        Tree::Object(fields) => {
            let mut sorted: Vec<&(String, Tree)> = fields.iter().collect();
            sorted.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
            to.text.push('{');
            for (key, value) in sorted {
                to.key(key);
                write(value, to);
            }
            to.text.push('}');
        }
    }
}
