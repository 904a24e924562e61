//! The yes/no game of a rule: everybody attends, and whoever does not say yes objects.
//!
//! Classical indices belong to this game. Every leaf is then a weighted sum against a bar, every quorum is met or never met, and
//! the whole rule is a table of one bit for each set of members who say yes.

mod count;
mod table;
mod threshold;

pub(crate) use count::Counts;
pub(crate) use table::Table;
pub use table::{MOST_TABLE_STEPS, MOST_VOTERS};

#[cfg(test)]
mod tests;
