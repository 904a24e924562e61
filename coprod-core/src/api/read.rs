//! Reads a request into its type, within the limits.

use serde::de::DeserializeOwned;

use super::limit;
use crate::error::ErrorReport;
use crate::unit::from_json;

/// The request as its type, if it has `most` bytes at most.
pub(super) fn read<T: DeserializeOwned>(request: &str, most: usize) -> Result<T, ErrorReport> {
    limit::check(request, most)?;
    from_json(request)
}
