//! The yes/no game of a rule: everybody attends, and whoever does not say yes objects.
//!
//! Classical indices belong to this game. Every leaf is then a weighted sum against a bar, every quorum is met or never met, and
//! the whole rule joins bars by "at least so many of these": with weights of zero and more, one more yes never harms. Which way of
//! counting suits which shape is decided in `choose`.

#[cfg(feature = "counting")]
mod beyond;
mod choose;
mod count;
#[cfg(feature = "counting")]
mod diagram;
#[cfg(feature = "counting")]
mod halves;
#[cfg(feature = "counting")]
mod kinds;
#[cfg(feature = "counting")]
mod patterns;
mod shape;
mod table;
mod tallies;
mod threshold;
#[cfg(feature = "counting")]
mod weights;
#[cfg(feature = "counting")]
mod wide;

pub use choose::PowerMethod;
pub(crate) use choose::Ways;
#[cfg(test)]
pub(crate) use count::Counts;
#[cfg(feature = "counting")]
pub(crate) use kinds::swings_in_union;
#[cfg(feature = "counting")]
pub(crate) use patterns::{Pattern, Patterns};
pub(crate) use shape::{Game, Gate};
pub(crate) use table::Table;
pub use table::{MOST_TABLE_STEPS, MOST_VOTERS};
pub(crate) use tallies::{Tallies, Wanted};

#[cfg(test)]
mod tests;
