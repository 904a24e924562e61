//! Methods that compare options two by two. The option that beats every other one, if there is one, wins under all of them.

mod copeland;
mod minimax;
mod ranked_pairs;
mod schulze;

pub use copeland::CopelandPoints;
pub(super) use copeland::copeland;
pub(super) use minimax::minimax;
pub use ranked_pairs::MOST_LOCKINGS;
pub(super) use ranked_pairs::ranked_pairs;
pub(super) use schulze::schulze;
pub use schulze::{strongest_paths, undefeated};

use super::names::Names;
use super::pairwise::Pairwise;

/// A sentence on the option that beats all others, if there is one.
fn beats_all(pairs: &Pairwise, names: &Names) -> String {
    match pairs.winner() {
        Some(option) => format!("{} beats every other option in a straight comparison", names.of(option)),
        None => "no option beats every other one in a straight comparison".to_owned(),
    }
}
