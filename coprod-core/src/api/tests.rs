//! How requests are refused.

use super::limit;
use crate::error::ErrorCode;

#[test]
fn depth_counts_brackets_outside_text() {
    assert!(limit::check("{\"a\": \"[[[\\\"[[\"}").is_ok());
    let deep = format!("{}{}", "[".repeat(101), "]".repeat(101));
    assert_eq!(limit::check(&deep).unwrap_err().code, ErrorCode::TooDeep);
}

#[test]
fn a_long_request_is_refused_unread() {
    let long = " ".repeat(super::MOST_REQUEST_BYTES + 1);
    assert_eq!(limit::check(&long).unwrap_err().code, ErrorCode::RequestTooLarge);
}
