//! An exact, explained model of co-production: who can decide, which level of participation the evidence supports, who does
//! what, and what each person is offered.
//!
//! Co-production means that people who use a service and people who work in it decide and do things together. Each area is a set
//! of pure functions: a request goes in, validated types are made of it, and an answer with its reasons comes out. Nothing here
//! reads a file, a clock or a source of randomness.
//!
//! [`api`] is the way in for programs that speak JSON; the areas below it are for Rust.
//!
//! The features `participation`, `workload`, `review`, `counting` and `tally`, all on by default, are what a small build can leave out.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(feature = "review"),
    allow(dead_code, unused_imports, reason = "some of what the areas share is for those that are left out")
)]

pub mod api;
pub mod error;
pub mod group;
pub mod parameters;
#[cfg(feature = "participation")]
pub mod participation;
pub mod payment;
#[cfg(any(feature = "counting", feature = "workload"))]
pub mod picture;
pub mod power;
#[cfg(feature = "review")]
pub mod review;
pub mod unit;
#[cfg(feature = "workload")]
pub mod workload;
