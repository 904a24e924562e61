#![doc = include_str!("popolo.md")]

mod counts;
mod document;
mod event;
mod number;
mod read;
mod requirement;
mod voters;
mod weights;
mod within;
mod write;

pub use document::{PopoloCount, PopoloDocument, PopoloGroupResult, PopoloMotion, PopoloNamed, PopoloVote, PopoloVoteEvent};
pub use number::{MOST_POPOLO_DIGITS, PopoloNumber};
pub use read::{PopoloOption, PopoloReadAnswer, PopoloReadRequest, popolo_read};
pub use voters::MOST_POPOLO_NOTES;
pub use write::{PopoloWriteAnswer, PopoloWriteRequest, popolo_write};

use serde::Serialize;

/// Something that was not taken over, or was taken for something, or does not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PopoloNote {
    /// A JSON pointer into the request.
    pub path: String,
    /// What became of it, in plain words.
    pub says: String,
}

/// An option or a result without white space around it and without capital letters.
fn word(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests;
