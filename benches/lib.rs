//! What the benchmarks in the files beside this one work on, and how they are timed.

#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "small random numbers")]

pub mod households;
pub mod processor_time;
