//! Reads a request into its type, or says where and why it cannot.

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use super::{limit, rewrite};
use crate::error::{ErrorReport, Pointer};

/// The request as its type.
pub(super) fn read<T: DeserializeOwned>(request: &str) -> Result<T, ErrorReport> {
    limit::check(request)?;
    let mut source = serde_json::Deserializer::from_str(request);
    let value = serde_path_to_error::deserialize(&mut source).map_err(|error| {
        let path = pointer(error.path());
        rewrite::report(error.inner(), &path)
    })?;
    source.end().map_err(|error| rewrite::report(&error, &Pointer::root()))?;
    Ok(value)
}

fn pointer(path: &serde_path_to_error::Path) -> Pointer {
    path.iter().fold(Pointer::root(), |at, segment| match segment {
        Segment::Seq { index } => at.index(*index),
        Segment::Map { key } => at.key(key),
        Segment::Enum { variant } => at.key(variant),
        Segment::Unknown => at,
    })
}
