//! Who can really decide, block, or never matter, under the rule that the group uses.

mod explanation;
pub mod rule;

pub use explanation::{ExplainAnswer, ExplainRequest, MOST_MEMBERS_EXPLAINED, explain_rule};
