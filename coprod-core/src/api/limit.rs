//! What a request may not exceed, checked before anything is read from it.

use crate::error::{ErrorCode, ErrorReport, Pointer};

/// No request may be longer than this, in bytes.
pub const MOST_REQUEST_BYTES: usize = 8 << 20;

/// Most requests may be this long.
const USUAL_REQUEST_BYTES: usize = 1 << 20;

/// A request to the endpoint `name` may be this long: a split of 20,000 tasks among 1,000 people, and its answer to be checked, as long as any.
#[must_use]
pub fn most_request_bytes(name: &str) -> usize {
    match name {
        "workload.split" | "workload.verify" => MOST_REQUEST_BYTES,
        _ => USUAL_REQUEST_BYTES,
    }
}

/// Lists and objects may be nested this deep.
pub const MOST_DEPTH: usize = 100;

/// Refuses a request that is longer than `most` bytes or nested too deep.
pub(super) fn check(request: &str, most: usize) -> Result<(), ErrorReport> {
    if request.len() > most {
        return Err(ErrorReport::new(
            ErrorCode::RequestTooLarge,
            &Pointer::root(),
            format!("the request is longer than {most} bytes"),
            "send a smaller request, or several",
        ));
    }
    if depth(request) > MOST_DEPTH {
        return Err(ErrorReport::new(
            ErrorCode::TooDeep,
            &Pointer::root(),
            format!("lists and objects are nested more than {MOST_DEPTH} deep"),
            "a rule that people can follow is far flatter: name its parts and use the names",
        ));
    }
    Ok(())
}

/// The deepest nesting of brackets outside text.
fn depth(request: &str) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in request.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
