//! What the test suites share.

pub mod layers;
pub mod tree;
