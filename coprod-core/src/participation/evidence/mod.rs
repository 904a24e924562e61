//! What is known of how a decision was made, besides its rule: statements that hold, do not hold or are not known.

mod finding;
mod statement;

pub use statement::{Evidence, Holds, Statement, StatementAbout, StatementQuestion};

pub(super) use finding::Findings;
#[cfg(test)]
use finding::Placed;
pub(super) use statement::statements;

#[cfg(test)]
mod tests;
