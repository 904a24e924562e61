//! coprod as a WebAssembly module: the one function that the JavaScript package in `js/` stands on.

use coprod_core::api;
use wasm_bindgen::prelude::wasm_bindgen;

/// Answers a JSON request to the endpoint `name` with JSON.
///
/// # Errors
/// Throws the error report as JSON text.
#[wasm_bindgen]
pub fn call(name: &str, request: &str) -> Result<String, String> {
    api::call(name, request).map_err(|report| api::error_text(&report))
}

/// A request may be this long, in bytes: JavaScript stops writing a longer one.
#[wasm_bindgen]
#[must_use]
pub fn most_bytes() -> usize {
    api::MOST_REQUEST_BYTES
}

/// Lists and objects may be nested this deep: JavaScript stops writing a deeper request.
#[wasm_bindgen]
#[must_use]
pub fn most_depth() -> usize {
    api::MOST_DEPTH
}
