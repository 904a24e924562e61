//! Who can really decide, block, or never matter, under the rule that the group uses.

pub mod bloc;
mod explanation;
mod roles;
pub mod rule;
mod work;

pub use explanation::{ExplainAnswer, ExplainRequest, MOST_MEMBERS_EXPLAINED, explain_rule};
pub use work::MOST_VOTES_LOOKED_AT;
