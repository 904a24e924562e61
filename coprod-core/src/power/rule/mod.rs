//! The rule by which a group decides: a tree as written, and the same tree checked and numbered.
//!
//! [`Rule`] is what people write; [`Compiled`] is what is evaluated. Shorthands such as `majority` exist only in the former.

mod compile;
mod compiled;
mod evaluate;
mod expand;
mod explain;
mod grammar;
mod who;

pub use compile::{MOST_RULE_DEPTH, MOST_RULE_NAMES, MOST_RULE_PARTS};
pub use compiled::{Bar, Base, Compiled, Leaf, Node};
pub use evaluate::{State, Tally, enough, heads_counted, tally};
#[cfg(feature = "counting")]
pub use evaluate::{least_enough, least_enough_with, tie_passes};
pub use explain::explain;
pub use grammar::*;
#[cfg(feature = "counting")]
pub(super) use who::who;

#[cfg(test)]
mod tests;
