//! Reads a request into its type, or says where and why it cannot.

use serde::de::DeserializeOwned;

use super::limit;
use super::tree::Tree;
use crate::error::{ErrorCode, ErrorReport, Pointer};

/// The request as its type.
pub(super) fn read<T: DeserializeOwned>(request: &str) -> Result<T, ErrorReport> {
    let tree = parse(request)?;
    T::deserialize(&tree).map_err(super::issue::ReadError::report)
}

fn parse(request: &str) -> Result<Tree, ErrorReport> {
    limit::check(request)?;
    serde_json::from_str(request).map_err(|error| {
        ErrorReport::new(
            ErrorCode::InvalidJson,
            &Pointer::root(),
            format!("the request is not JSON: {}", error.to_string().to_lowercase()),
            "mend the text at the line and column given",
        )
    })
}
