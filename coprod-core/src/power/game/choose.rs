//! Chooses how a game is counted, by its shape, and says which way and why.

use std::cell::OnceCell;

use super::count::Counts;
use super::diagram::{Diagram, Family};
use super::shape::Game;
use super::table::{MOST_TABLE_STEPS, MOST_VOTERS, Table};
use super::tallies::{Tallies, Wanted};
use super::{halves, kinds, weights};
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
    diagram: OnceCell<Option<Diagram>>,
    family: OnceCell<Option<Family>>,
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
        Self { game, named, diagram: OnceCell::new(), family: OnceCell::new() }
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

    /// Whether the game can be counted.
    pub(crate) fn possible(&self, wanted: Wanted) -> bool {
        self.fastest(wanted).is_some()
    }

    fn fastest(&self, wanted: Wanted) -> Option<PowerMethod> {
        let ways = PowerMethod::ALL.iter().copied().filter(|way| self.named.is_none_or(|named| named == *way));
        // A diagram has to be built before it is known how large it is: only where nothing else will do.
        let quick = ways.clone().filter(|way| *way != PowerMethod::Diagram);
        let known = quick.filter_map(|way| self.cost(way, wanted).map(|cost| (cost, way))).min().map(|(_, way)| way);
        known.or_else(|| ways.into_iter().find(|way| *way == PowerMethod::Diagram && self.cost(*way, wanted).is_some()))
    }

    /// Roughly how many nanoseconds a way takes; nothing where the game has another shape or is too large for it.
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
            PowerMethod::Kinds => kinds::cost(game),
            PowerMethod::Weights => weights::cost(game, wanted),
            PowerMethod::Halves => halves::cost(game, wanted),
            PowerMethod::Diagram if wanted.critical => None,
            PowerMethod::Diagram => {
                let counting = self.diagram()?.cost(wanted.by_size)?;
                let minimal = if wanted.minimal { self.family()?.cost()? } else { 0 };
                Some(counting + minimal)
            }
        }
    }

    fn diagram(&self) -> Option<&Diagram> {
        self.diagram.get_or_init(|| Diagram::of(self.game)).as_ref()
    }

    fn family(&self) -> Option<&Family> {
        self.family.get_or_init(|| self.diagram().and_then(Family::minimal)).as_ref()
    }

    fn tally(&self, way: PowerMethod, wanted: Wanted) -> Result<Option<Tallies>, PowerError> {
        Ok(match way {
            PowerMethod::EveryCoalition => {
                let table = Table::of(self.game)?;
                Some(Counts::of(&table).tallies(&table, self.game))
            }
            PowerMethod::Kinds => Some(kinds::tally(self.game, wanted)),
            PowerMethod::Weights => weights::tally(self.game, wanted),
            PowerMethod::Halves => halves::tally(self.game, wanted),
            PowerMethod::Diagram => self.diagram().map(|diagram| Tallies {
                minimal: if wanted.minimal { self.family().map(Family::counts) } else { None },
                ..diagram.tally(wanted.by_size)
            }),
        })
    }

    /// What was done and why, for a reader.
    fn words(&self, way: PowerMethod) -> String {
        let (voters, kinds) = (self.game.voters(), self.game.kinds.len());
        match way {
            PowerMethod::EveryCoalition => format!(
                "every way in which the members with a vote can say yes or no was looked at: {} for {voters} of them",
                1_u64 << voters.min(63)
            ),
            PowerMethod::Kinds => format!(
                "members who are alike were counted and not tried one by one: {voters} with a vote are of {kinds} kinds, and so many \
                 of each can say yes in {} ways",
                self.game.cells()
            ),
            PowerMethod::Weights => format!(
                "coalitions were counted by their weight, as this is one weighted vote with a bar at {} (after the weights were divided \
                 by what they have in common)",
                weights::bar(self.game)
            ),
            PowerMethod::Halves => format!(
                "the coalitions of one half of the {voters} members with a vote were matched with those of the other half, as they are few \
                 and their weights are large"
            ),
            PowerMethod::Diagram => format!(
                "what comes to the same after the votes of some members was followed up once, in a decision diagram of {} points for \
                 {voters} members with a vote of {kinds} kinds",
                self.diagram().map_or(0, Diagram::len)
            ),
        }
    }

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
                         smaller weights: exact answers need few members, few kinds or low bars"
                    )
                },
                |words| format!("{words}: that is possible here"),
            ),
        }
    }
}
