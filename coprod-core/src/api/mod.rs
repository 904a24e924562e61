//! The way in for programs that speak JSON: one table of endpoints, [`call`] and the schemas.

mod endpoint;
mod limit;
mod read;
mod table;

pub use endpoint::Endpoint;
pub use limit::{MOST_DEPTH, MOST_REQUEST_BYTES, most_request_bytes};
pub use table::{ENDPOINTS, call, error_text};

#[cfg(feature = "schema")]
pub use endpoint::schema;

#[cfg(test)]
mod tests;
