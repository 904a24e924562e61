//! Methods under which voters rate each option by itself.

mod criteria;
mod judgement;
mod score;
mod star;

pub(super) use criteria::{CriterionRatings, criteria};
pub(super) use judgement::judgement;
pub use score::Unrated;
pub(super) use score::{Scores, score};
pub(super) use star::star;
