//! An exact, explained model of co-production: who can decide, which level of participation the evidence supports, who does
//! what, and what each person is offered.
//!
//! Co-production means that people who use a service and people who work in it decide and do things together. Each area is a set
//! of pure functions: a request goes in, validated types are made of it, and an answer with its reasons comes out. Nothing here
//! reads a file, a clock or a source of randomness.
//!
//! [`api`] is the way in for programs that speak JSON; the areas below it are for Rust.
#![forbid(unsafe_code)]

pub mod api;
pub mod error;
pub mod group;
pub mod parameters;
pub mod participation;
pub mod payment;
pub mod power;
pub mod review;
pub mod unit;
pub mod workload;
