//! Asking an endpoint.

use coprod_core::api::call;
use serde_json::Value;

/// The answer of an endpoint that must have one.
///
/// # Panics
/// With the error and the request, where the request is refused.
#[must_use]
pub fn ask(endpoint: &str, request: &Value) -> Value {
    let answer = call(endpoint, &request.to_string()).unwrap_or_else(|error| panic!("{endpoint}: {error}\n{request}"));
    serde_json::from_str(&answer).unwrap()
}
