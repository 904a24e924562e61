//! Chooses how a game is counted, by its shape, and says which way and why.

use serde::{Deserialize, Serialize};

use super::count::Counts;
use super::kinds;
use super::shape::Game;
use super::table::{MOST_TABLE_STEPS, MOST_VOTERS, Table};
use super::tallies::{Tallies, Wanted};
use crate::error::{Pointer, PowerError};

/// A way to count the coalitions of a game. All of them are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum PowerMethod {
    /// Every way in which the members with a vote can say yes or no, 64 at a time.
    EveryCoalition,
    /// How many of each kind of interchangeable members say yes.
    Kinds,
}

impl PowerMethod {
    /// Every way there is.
    pub const ALL: &'static [Self] = &[Self::EveryCoalition, Self::Kinds];

    /// Roughly how many nanoseconds it takes; nothing where the game has another shape or is too large for it.
    fn cost(self, game: &Game, wanted: Wanted) -> Option<u64> {
        match self {
            Self::EveryCoalition => {
                let steps = Table::steps(game);
                (game.voters() <= MOST_VOTERS && steps <= MOST_TABLE_STEPS).then(|| {
                    let words = steps / game.bars().max(1) as u64;
                    6 * steps + words * (12 * game.voters() as u64 + 20) + 1_000
                })
            }
            Self::Kinds => kinds::cost(game).map(|cost| if wanted == Wanted::default() { cost / 2 } else { cost }),
        }
    }

    fn tally(self, game: &Game, wanted: Wanted) -> Result<Tallies, PowerError> {
        match self {
            Self::EveryCoalition => {
                let table = Table::of(game)?;
                Ok(Counts::of(&table).tallies(&table, game))
            }
            Self::Kinds => Ok(kinds::tally(game, wanted)),
        }
    }

    /// What it did, for a reader.
    fn words(self, game: &Game) -> String {
        let voters = game.voters();
        match self {
            Self::EveryCoalition => format!(
                "every way in which the members with a vote can say yes or no was looked at: {} for {voters} of them",
                1_u64 << voters.min(63)
            ),
            Self::Kinds => format!(
                "members who are alike were counted and not tried one by one: {voters} with a vote are of {} kinds, and so many of \
                 each can say yes in {} ways",
                game.kinds.len(),
                game.cells()
            ),
        }
    }
}

/// What was counted, and how.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub(crate) tallies: Tallies,
    pub(crate) words: String,
}

/// Counts a game in the fastest way that its shape allows, or in the way named.
///
/// This is the one place where the way is chosen: a way to approximate belongs here too, after the exact ones.
///
/// # Errors
/// `no_exact_answer` if no way is fast enough, with what would be possible.
pub(crate) fn count(game: &Game, wanted: Wanted, named: Option<PowerMethod>) -> Result<Counted, PowerError> {
    let ways = PowerMethod::ALL.iter().copied().filter(|way| named.is_none_or(|named| named == *way));
    let costs = ways.filter_map(|way| way.cost(game, wanted).map(|cost| (cost, way)));
    let Some((_, way)) = costs.min() else { return Err(refused(game, wanted)) };
    Ok(Counted { tallies: way.tally(game, wanted)?, words: way.words(game) })
}

/// Whether a game can be counted, in the way named or in any.
pub(crate) fn possible(game: &Game, wanted: Wanted, named: Option<PowerMethod>) -> bool {
    let mut ways = PowerMethod::ALL.iter().filter(|way| named.is_none_or(|named| named == **way));
    ways.any(|way| way.cost(game, wanted).is_some())
}

fn refused(game: &Game, wanted: Wanted) -> PowerError {
    let less = [
        (Wanted { critical: false, ..wanted }, "leave out \"johnston\""),
        (Wanted { by_size: true, ..Wanted::default() }, "ask for \"shapley_shubik\", \"banzhaf\" and the Coleman indices alone"),
        (Wanted::default(), "ask for \"banzhaf\" and the Coleman indices alone"),
    ];
    let possible = less.iter().find(|(less, _)| *less != wanted && possible(game, *less, None)).map(|(_, words)| *words);
    PowerError::NoExactAnswer {
        path: Pointer::root(),
        voters: game.voters(),
        kinds: game.kinds.len(),
        possible: possible.map_or_else(
            || {
                format!(
                    "ask about at most {MOST_VOTERS} members who have a vote, or give members who are alike the same weight: they \
                     are counted together"
                )
            },
            |words| format!("{words}: that is possible here"),
        ),
    }
}
