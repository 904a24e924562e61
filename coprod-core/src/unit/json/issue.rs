//! What stands in the way of reading a request: where, why in plain words without Rust type names, and what to do.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use crate::error::{ErrorCode, ErrorReport, InputIssue, Pointer};

/// What is wrong with a value, and the way to it, innermost step first.
#[derive(Debug)]
pub(super) struct ReadError(Box<(InputIssue, Vec<Step>)>);

/// A key longer than this is cut in pointers.
const MOST_KEY_BYTES: usize = 1_000;

#[derive(Debug)]
enum Step {
    Index(usize),
    Key(String),
}

impl ReadError {
    fn new(code: ErrorCode, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self(Box::new((InputIssue::new(code, message, help), Vec::new())))
    }

    /// Whether this is about the value itself and not about something in it.
    pub(super) fn is_here(&self) -> bool {
        self.0.1.is_empty()
    }

    #[cold]
    #[inline(never)]
    pub(super) fn at_index(mut self, index: usize) -> Self {
        self.0.1.push(Step::Index(index));
        self
    }

    #[cold]
    #[inline(never)]
    pub(super) fn at_key(mut self, key: &str) -> Self {
        // Nobody can read a pointer through a key of a million letters.
        self.0.1.push(Step::Key(if key.len() > MOST_KEY_BYTES { short(key) } else { key.to_owned() }));
        self
    }

    pub(super) fn report(self) -> ErrorReport {
        let (issue, steps) = *self.0;
        let path = steps.iter().rev().fold(Pointer::root(), |at, step| match step {
            Step::Index(index) => at.index(*index),
            Step::Key(key) => at.key(key),
        });
        ErrorReport::new(issue.code, &path, issue.message, issue.help)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.0.message)
    }
}

impl std::error::Error for ReadError {}

impl Error for ReadError {
    #[cold]
    #[inline(never)]
    fn custom<T: fmt::Display>(message: T) -> Self {
        let text = message.to_string();
        match InputIssue::find(&text) {
            Some(issue) => Self(Box::new((issue, Vec::new()))),
            None => Self::new(ErrorCode::WrongType, text, "give a value of the kind that the documentation states"),
        }
    }

    #[cold]
    #[inline(never)]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(
            ErrorCode::WrongType,
            format!("here is {}", plain_found(found)),
            format!("give {}", plain_expected(&expected.to_string())),
        )
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    #[cold]
    #[inline(never)]
    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        let help = format!("give {}", plain_expected(&expected.to_string()));
        Self::new(ErrorCode::WrongType, format!("here is a list of {length}"), help)
    }

    #[cold]
    #[inline(never)]
    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self(Box::new((unknown_word(word, known), Vec::new())))
    }

    #[cold]
    #[inline(never)]
    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        let help = match known {
            [] => "leave it out: no fields are known here".to_owned(),
            known => format!("leave it out or use one of the known fields: {}", listed(known)),
        };
        Self::new(ErrorCode::UnknownField, format!("the field \"{}\" is not known here", short(field)), help)
    }

    #[cold]
    #[inline(never)]
    fn missing_field(field: &'static str) -> Self {
        Self::new(ErrorCode::MissingField, format!("the field \"{field}\" is missing"), format!("add \"{field}\""))
    }

    #[cold]
    #[inline(never)]
    fn duplicate_field(field: &'static str) -> Self {
        Self::new(ErrorCode::DuplicateKey, format!("the key \"{field}\" stands twice"), "keep one of the two")
    }
}

/// A request's own text, cut to what a message can hold.
pub(crate) fn short(text: &str) -> String {
    let cut: String = text.chars().take(60).collect();
    if cut.len() < text.len() { format!("{cut}...") } else { cut }
}

/// What to say of a word that is none of those `known`.
pub(crate) fn unknown_word(word: &str, known: &[&str]) -> InputIssue {
    let message = format!("\"{}\" is not one of the words allowed here", short(word));
    InputIssue::new(ErrorCode::UnknownValue, message, format!("use one of: {}", listed(known)))
}

fn listed(known: &[&str]) -> String {
    known.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

fn plain_found(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(value) => format!("the value {value}"),
        Unexpected::Unsigned(value) => format!("the whole number {value}"),
        Unexpected::Signed(value) => format!("the whole number {value}"),
        Unexpected::Bytes(text) => format!("the fractional number {}", short(&String::from_utf8_lossy(text))),
        Unexpected::Str(text) => format!("the text \"{}\"", short(text)),
        Unexpected::Unit | Unexpected::Option => "null".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "an object".to_owned(),
        _ => "a value of another kind".to_owned(),
    }
}

fn plain_expected(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    match first {
        "struct" | "map" => "an object".to_owned(),
        "sequence" => "a list".to_owned(),
        "a" if words.starts_with("a sequence") => "a list".to_owned(),
        "a" if words.starts_with("a map") => "an object".to_owned(),
        "a" if words.starts_with("a string") => "text".to_owned(),
        "a" if words.starts_with("a boolean") => "true or false".to_owned(),
        "u8" => "a whole number from 0 to 255".to_owned(),
        "u16" => "a whole number from 0 to 65535".to_owned(),
        "u32" => "a whole number from 0 to 4294967295".to_owned(),
        "u64" | "usize" => "a whole number that is not below zero".to_owned(),
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number".to_owned(),
        "enum" | "variant" => "one of the words allowed here".to_owned(),
        "string" => "text".to_owned(),
        "tuple" | "tuple struct" | "fewer" => "a list of the stated length".to_owned(),
        _ => words.to_owned(),
    }
}
