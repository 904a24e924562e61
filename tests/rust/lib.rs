//! What the test suites share: the checks of the house and of the shared vectors, random input with a seed, asking an endpoint, and an evaluator of
//! rules written again from their definitions.

pub mod ask;
pub mod dice;
pub mod hostile;
pub mod layers;
pub mod page;
pub mod participation;
pub mod power;
pub mod rota;
pub mod tree;
pub mod vector;
pub mod workload;

/// The README, whose Rust examples run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub mod readme {}
