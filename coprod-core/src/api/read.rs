//! Reads a request into its type, within the limits.

use serde::de::DeserializeOwned;

use super::limit;
use crate::error::ErrorReport;
use crate::unit::from_json;

/// The request as its type.
pub(super) fn read<T: DeserializeOwned>(request: &str) -> Result<T, ErrorReport> {
    limit::check(request)?;
    from_json(request)
}
