//! The ways of counting beyond the table of all coalitions, behind one form.

use std::cell::OnceCell;

use super::choose::PowerMethod;
use super::diagram::{Diagram, Family};
use super::shape::Game;
use super::tallies::{Tallies, Wanted};
use super::{halves, kinds, weights};

/// A game to be counted without a table. What has to be built to know whether a way is possible is kept.
#[derive(Debug)]
pub(super) struct Beyond<'a> {
    game: &'a Game,
    diagram: OnceCell<Option<Diagram>>,
    family: OnceCell<Option<Family>>,
}

impl<'a> Beyond<'a> {
    pub(super) fn new(game: &'a Game) -> Self {
        Self { game, diagram: OnceCell::new(), family: OnceCell::new() }
    }

    /// Roughly how many nanoseconds a way takes; nothing where the game has another shape or is too large for it.
    pub(super) fn cost(&self, way: PowerMethod, wanted: Wanted) -> Option<u64> {
        match way {
            PowerMethod::Kinds => kinds::cost(self.game),
            PowerMethod::Weights => weights::cost(self.game, wanted),
            PowerMethod::Halves => halves::cost(self.game, wanted),
            PowerMethod::Diagram if !wanted.critical => {
                let counting = self.diagram()?.cost(wanted.by_size)?;
                let minimal = if wanted.minimal { self.family()?.cost()? } else { 0 };
                Some(counting + minimal)
            }
            _ => None,
        }
    }

    fn diagram(&self) -> Option<&Diagram> {
        self.diagram.get_or_init(|| Diagram::of(self.game)).as_ref()
    }

    fn family(&self) -> Option<&Family> {
        self.family.get_or_init(|| self.diagram().and_then(Family::minimal)).as_ref()
    }

    pub(super) fn tally(&self, way: PowerMethod, wanted: Wanted) -> Option<Tallies> {
        match way {
            PowerMethod::Kinds => Some(kinds::tally(self.game, wanted)),
            PowerMethod::Weights => weights::tally(self.game, wanted),
            PowerMethod::Halves => halves::tally(self.game, wanted),
            PowerMethod::Diagram => self.diagram().map(|diagram| Tallies {
                minimal: if wanted.minimal { self.family().map(Family::counts) } else { None },
                ..diagram.tally(wanted.by_size)
            }),
            PowerMethod::EveryCoalition => None,
        }
    }

    /// What was done and why, for a reader.
    pub(super) fn words(&self, way: PowerMethod) -> String {
        let (voters, kinds) = (self.game.voters(), self.game.kinds.len());
        match way {
            PowerMethod::EveryCoalition => String::new(),
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
}
