//! Chooses how a game is counted, by its shape, and says which way and why.

#[cfg(feature = "counting")]
use super::beyond::Beyond;
use super::count::Counts;
use super::shape::Game;
use super::table::{MOST_TABLE_STEPS, MOST_VOTERS, Table};
use super::tallies::{Tallies, Wanted};
use crate::error::{Pointer, PowerError};

/// A way to count the coalitions of a game. All of them are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PowerMethod {
    /// Every way in which the members with a vote can say yes or no, 64 at a time: any rule, up to [`MOST_VOTERS`].
    EveryCoalition,
    /// How many of each kind of interchangeable members say yes: any rule, few kinds.
    Kinds,
    /// How many coalitions have each weight: one weighted vote.
    Weights,
    /// Coalitions of one half matched with those of the other: few members of any weight. Not for Deegan-Packel, Holler and Johnston.
    Halves,
    /// A decision diagram: any rule whose diagram is small. Not for Johnston.
    Diagram,
}

impl PowerMethod {
    /// Every way there is.
    pub const ALL: &'static [Self] = &[Self::EveryCoalition, Self::Kinds, Self::Weights, Self::Halves, Self::Diagram];
}

/// A game and the ways to count it. What has to be built to know whether a way is possible is kept.
#[derive(Debug)]
pub(crate) struct Ways<'a> {
    game: &'a Game,
    named: Option<PowerMethod>,
    #[cfg(feature = "counting")]
    beyond: Beyond<'a>,
}

/// What was counted, and how.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub(crate) tallies: Tallies,
    pub(crate) words: String,
}

impl<'a> Ways<'a> {
    /// The ways to count a game: all of them, or the one named.
    pub(crate) fn new(game: &'a Game, named: Option<PowerMethod>) -> Self {
        Self {
            game,
            named,
            #[cfg(feature = "counting")]
            beyond: Beyond::new(game),
        }
    }

    /// Counts the game in the fastest way that its shape allows.
    ///
    /// This is the one place where the way is chosen: a way to approximate belongs here too, after the exact ones.
    ///
    /// # Errors
    /// `no_exact_answer` if no way is fast enough, with what would be possible.
    pub(crate) fn count(&self, wanted: Wanted) -> Result<Counted, PowerError> {
        let way = self.fastest(wanted).ok_or_else(|| self.refused(wanted))?;
        let tallies = self.tally(way, wanted)?.ok_or_else(|| self.refused(wanted))?;
        Ok(Counted { tallies, words: self.words(way) })
    }

    /// The same if that takes roughly so many nanoseconds at most.
    ///
    /// # Errors
    /// As for [`Ways::count`].
    pub(crate) fn count_within(&self, wanted: Wanted, nanoseconds: Option<u64>) -> Result<Counted, PowerError> {
        if self.possible_within(wanted, nanoseconds) { self.count(wanted) } else { Err(self.refused(wanted)) }
    }

    /// Whether the game can be counted in roughly so many nanoseconds.
    pub(crate) fn possible_within(&self, wanted: Wanted, nanoseconds: Option<u64>) -> bool {
        let quick = |way| nanoseconds.is_none_or(|most| self.cost(way, wanted).is_some_and(|cost| cost <= most));
        self.fastest(wanted).is_some_and(quick)
    }

    /// Whether the game can be counted.
    pub(crate) fn possible(&self, wanted: Wanted) -> bool {
        self.fastest(wanted).is_some()
    }

    /// Roughly how many nanoseconds the fastest way takes; nothing where none is possible.
    #[cfg(feature = "counting")]
    pub(crate) fn nanoseconds(&self, wanted: Wanted) -> Option<u64> {
        self.fastest(wanted).and_then(|way| self.cost(way, wanted))
    }

    fn fastest(&self, wanted: Wanted) -> Option<PowerMethod> {
        let ways = PowerMethod::ALL.iter().copied().filter(|way| self.named.is_none_or(|named| named == *way));
        // A diagram has to be built before it is known how large it is: only where nothing else will do.
        let quick = ways.clone().filter(|way| *way != PowerMethod::Diagram);
        let known = quick.filter_map(|way| self.cost(way, wanted).map(|cost| (cost, way))).min().map(|(_, way)| way);
        known.or_else(|| ways.into_iter().find(|way| *way == PowerMethod::Diagram && self.cost(*way, wanted).is_some()))
    }

    /// Roughly how many nanoseconds a way takes; nothing where the game has another shape or is too large for it.
    #[cfg_attr(not(feature = "counting"), expect(unused_variables, reason = "the table counts everything in any case"))]
    fn cost(&self, way: PowerMethod, wanted: Wanted) -> Option<u64> {
        let game = self.game;
        match way {
            PowerMethod::EveryCoalition => {
                let steps = Table::steps(game);
                (game.voters() <= MOST_VOTERS && steps <= MOST_TABLE_STEPS).then(|| {
                    let words = steps / game.bars().max(1) as u64;
                    6 * steps + words * (12 * game.voters() as u64 + 20) + 1_000
                })
            }
            #[cfg(feature = "counting")]
            beyond => self.beyond.cost(beyond, wanted),
            #[cfg(not(feature = "counting"))]
            _ => None,
        }
    }

    #[cfg_attr(not(feature = "counting"), expect(unused_variables, reason = "the table counts everything in any case"))]
    fn tally(&self, way: PowerMethod, wanted: Wanted) -> Result<Option<Tallies>, PowerError> {
        Ok(match way {
            PowerMethod::EveryCoalition => {
                let table = Table::of(self.game)?;
                Some(Counts::of(&table).tallies(&table, self.game))
            }
            #[cfg(feature = "counting")]
            beyond => self.beyond.tally(beyond, wanted),
            #[cfg(not(feature = "counting"))]
            _ => None,
        })
    }

    /// What was done and why, for a reader.
    fn words(&self, way: PowerMethod) -> String {
        let voters = self.game.voters();
        match way {
            PowerMethod::EveryCoalition => format!(
                "every way in which the members with a vote can say yes or no was looked at: {} for {voters} of them",
                1_u64 << voters.min(63)
            ),
            #[cfg(feature = "counting")]
            beyond => self.beyond.words(beyond),
            #[cfg(not(feature = "counting"))]
            _ => String::new(),
        }
    }

    #[cfg(not(feature = "counting"))]
    fn refused(&self, _: Wanted) -> PowerError {
        PowerError::NoExactAnswer {
            path: Pointer::root(),
            voters: self.game.voters(),
            kinds: self.game.kinds.len(),
            possible: format!("ask about at most {MOST_VOTERS} members who have a vote, or use the whole library"),
        }
    }

    #[cfg(feature = "counting")]
    fn refused(&self, wanted: Wanted) -> PowerError {
        let less = [
            (Wanted { critical: false, ..wanted }, "leave out \"johnston\""),
            (
                Wanted { by_size: true, ..Wanted::default() },
                "ask for \"shapley_shubik\", \"banzhaf\", \"banzhaf_absolute\" and the Coleman indices alone",
            ),
            (Wanted::default(), "ask for \"banzhaf\", \"banzhaf_absolute\" and the Coleman indices alone"),
        ];
        let possible = less.iter().find(|(less, _)| *less != wanted && self.possible(*less)).map(|(_, words)| *words);
        PowerError::NoExactAnswer {
            path: Pointer::root(),
            voters: self.game.voters(),
            kinds: self.game.kinds.len(),
            possible: possible.map_or_else(
                || {
                    format!(
                        "ask about at most {MOST_VOTERS} members who have a vote, give members who are alike the same weight, or use \
                         smaller weights: exact answers need few members, few kinds or low bars; \"power.sample\" estimates power in any group"
                    )
                },
                |words| format!("{words}: that is possible here"),
            ),
        }
    }
}
