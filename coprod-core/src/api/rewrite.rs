//! Turns what serde says into what a person can use: a code, plain words and help, and no Rust type names.

use serde_json::error::Category;

use crate::error::{ErrorCode, ErrorReport, InputIssue, Pointer};

/// The report of a serde error found at `path`.
pub(super) fn report(error: &serde_json::Error, path: &Pointer) -> ErrorReport {
    let text = error.to_string();
    if let Some(issue) = InputIssue::find(&text) {
        return ErrorReport::new(issue.code, path, issue.message, issue.help);
    }
    if error.classify() != Category::Data {
        return ErrorReport::new(
            ErrorCode::InvalidJson,
            &Pointer::root(),
            format!("the request is not JSON: {}", text.to_lowercase()),
            "mend the text at the line and column given",
        );
    }
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(before, _)| before);
    data_error(text, path)
}

fn data_error(text: &str, path: &Pointer) -> ErrorReport {
    let quoted = || text.split('`').nth(1).unwrap_or_default();
    let listed = || text.split_once(", expected").map_or("", |(_, rest)| rest).replace(" one of", "").replace('`', "\"");
    if text.starts_with("unknown field") {
        let help = match listed().trim() {
            "" | "there are no fields" => "leave it out: no fields are known here".to_owned(),
            known => format!("leave it out or use one of the known fields: {known}"),
        };
        // The path of an unknown field ends with the field itself.
        return ErrorReport::new(ErrorCode::UnknownField, path, format!("the field \"{}\" is not known here", quoted()), help);
    }
    if text.starts_with("missing field") {
        let help = format!("add \"{}\"", quoted());
        return ErrorReport::new(ErrorCode::MissingField, path, format!("the field \"{}\" is missing", quoted()), help);
    }
    if text.starts_with("duplicate field") {
        return ErrorReport::new(
            ErrorCode::DuplicateKey,
            path,
            format!("the key \"{}\" stands twice", quoted()),
            "keep one of the two",
        );
    }
    if text.starts_with("unknown variant") {
        let help = format!("use one of: {}", listed().trim());
        return ErrorReport::new(
            ErrorCode::UnknownValue,
            path,
            format!("\"{}\" is not one of the words allowed here", quoted()),
            help,
        );
    }
    let (found, expected) = text.split_once(", expected ").unwrap_or((text, "another value"));
    let found = found.strip_prefix("invalid type: ").or_else(|| found.strip_prefix("invalid value: ")).unwrap_or(found);
    let (code, found) = match found.strip_prefix("floating point ") {
        Some(float) => (ErrorCode::WrongType, format!("the fractional number {}", float.replace('`', ""))),
        None => (ErrorCode::WrongType, plain_found(found)),
    };
    ErrorReport::new(code, path, format!("here is {found}"), format!("give {}", plain_expected(expected)))
}

fn plain_found(found: &str) -> String {
    let (kind, rest) = found.split_once(' ').unwrap_or((found, ""));
    let rest = rest.replace('`', "");
    match kind {
        "string" => format!("the text {rest}"),
        "integer" => format!("the whole number {rest}"),
        "boolean" => format!("the value {rest}"),
        "null" => "null".to_owned(),
        "map" => "an object".to_owned(),
        "sequence" => "a list".to_owned(),
        "length" => format!("a list of {rest}"),
        _ => "a value of another kind".to_owned(),
    }
}

fn plain_expected(expected: &str) -> String {
    let words = expected.trim();
    let first = words.split(' ').next().unwrap_or_default();
    match first {
        "struct" | "map" => "an object".to_owned(),
        "sequence" => "a list".to_owned(),
        "a" if words.starts_with("a sequence") => "a list".to_owned(),
        "a" if words.starts_with("a map") => "an object".to_owned(),
        "a" if words.starts_with("a string") => "text".to_owned(),
        "a" if words.starts_with("a boolean") => "true or false".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number that is not below zero".to_owned(),
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number".to_owned(),
        "enum" | "variant" => "one of the words allowed here".to_owned(),
        "string" => "text".to_owned(),
        "tuple" | "tuple struct" | "fewer" => "a list of the stated length".to_owned(),
        _ => words.to_owned(),
    }
}
