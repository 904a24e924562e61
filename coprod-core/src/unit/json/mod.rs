//! Reads a type from JSON text, or says where and why it cannot. All types go one plain way, in place of `serde_json`'s own: it is
//! stricter, knows where it stands, and makes the browser build much smaller. And writes a value as JSON text.

#[cfg(feature = "counting")]
mod canonical;
mod issue;
mod take;
mod tree;
mod write;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{ErrorCode, ErrorReport, Pointer};
use tree::Tree;

#[cfg(feature = "counting")]
pub(crate) use canonical::canonical;
pub(crate) use issue::short;
pub(super) use issue::unknown_word;

/// The value that `text` holds.
///
/// # Errors
/// `invalid_json`, or what is wrong with the value, with a pointer to it.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, ErrorReport> {
    T::deserialize(&parse(text)?).map_err(issue::ReadError::report)
}

fn parse(text: &str) -> Result<Tree, ErrorReport> {
    tree::parse(text).map_err(|broken| {
        ErrorReport::new(
            ErrorCode::InvalidJson,
            &Pointer::root(),
            format!("the request is not JSON: {}", broken.place(text)),
            "mend the text at the line and column given",
        )
    })
}

/// `value` as compact JSON text.
///
/// # Errors
/// A value that cannot be written: none that this library makes.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String, write::WriteError> {
    let mut to = write::Writer::default();
    value.serialize(&mut to)?;
    Ok(to.text)
}

#[cfg(test)]
mod tests;
