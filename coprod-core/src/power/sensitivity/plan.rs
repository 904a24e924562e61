//! What there is to try, and whether that takes too long.

use super::super::bloc::say_with;
use super::super::game::{Game, MOST_VOTERS, Table, Wanted, Ways};
use super::super::measure::PowerIndex;
use super::super::roles::roles;
use super::super::rule::{Compiled, Votes};
use super::super::work::MOST_VOTES_LOOKED_AT;
use super::leaves::VotesPart;
use super::{MOST_CHANGES_TRIED, SensitivityPart, SensitivityRequest};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::Roster;
use crate::unit::Id;

/// All changes together may take so long, by estimate: about two seconds.
const MOST_NANOSECONDS: u64 = 1_500_000_000;

/// What one change takes besides counting: for each index of each member, and otherwise.
const INDEX_NANOSECONDS: u64 = 25_000;
const EACH_NANOSECONDS: u64 = 100_000;

/// What it takes to look at one vote in finding what a constituency can do.
const VOTE_NANOSECONDS: u64 = 5;

/// What there is to try.
pub(super) struct Plan<'a> {
    /// The constituencies that one more member can join; one without a name where there are none.
    pub(super) sides: Vec<Option<Id>>,
    /// The sorts of members of whom one can leave.
    pub(super) leavers: &'a [Vec<Id>],
    /// The parts whose bars are moved.
    pub(super) bars: &'a [VotesPart],
    /// The parts with weights, and one member of each sort named there.
    pub(super) weights: Vec<(&'a VotesPart, &'a Id, &'a Votes)>,
}

/// How long it takes to try one change, and to look at one bar on the way to the next that changes something.
struct Cost {
    change: u64,
    look: u64,
}

impl<'a> Plan<'a> {
    /// # Errors
    /// `empty_rule` for an empty list of what to vary.
    pub(super) fn new(
        request: &SensitivityRequest,
        roster: &Roster,
        parts: &'a [VotesPart],
        alike: &'a [Vec<Id>],
    ) -> Result<Self, PowerError> {
        let asked = request.vary.as_deref();
        if asked.is_some_and(<[_]>::is_empty) {
            return Err(PowerError::EmptyRule { path: Pointer::root().key("vary"), what: "this list" });
        }
        let sides = match roster.constituencies() {
            [] => vec![None],
            sides => sides.iter().map(|(id, _)| Some(id.clone())).collect(),
        };
        let weighted = parts.iter().filter(|part| part.votes.weights.is_some());
        let weights = weighted.flat_map(|part| {
            let named = |class: &'a Vec<Id>| {
                class.iter().find(|id| part.votes.weights.as_ref().is_some_and(|weights| weights.contains_key(*id)))
            };
            alike.iter().filter_map(named).map(move |id| (part, id, &part.votes))
        });
        let leavers = if request.members.len() > 1 { alike } else { &[] };
        let whole = Self { sides, leavers, bars: parts, weights: weights.collect() };
        Ok(match asked {
            Some(asked) => whole.only(asked),
            None => whole,
        })
    }

    /// What is left of it where only this is varied.
    fn only(&self, asked: &[SensitivityPart]) -> Self {
        let has = |part| asked.contains(&part);
        Self {
            sides: if has(SensitivityPart::Joins) { self.sides.clone() } else { Vec::new() },
            leavers: if has(SensitivityPart::Leaves) { self.leavers } else { &[] },
            bars: if has(SensitivityPart::Bars) { self.bars } else { &[] },
            weights: if has(SensitivityPart::Weights) { self.weights.clone() } else { Vec::new() },
        }
    }

    fn changes(&self) -> usize {
        self.sides.len() + self.leavers.len() + 2 * self.bars.len() + 2 * self.weights.len()
    }

    fn nanoseconds(&self, cost: &Cost) -> u64 {
        // A search for each end of a bar halves what is left.
        let looks: u64 = self.bars.iter().map(|part| 2 * part.halvings()).sum();
        (self.changes() as u64).saturating_mul(cost.change).saturating_add(looks.saturating_mul(cost.look))
    }

    /// Refuses what would take too long, before any of it is tried.
    ///
    /// # Errors
    /// `too_many`, or `no_exact_answer` with what would be possible.
    pub(super) fn check(&self, rule: &Compiled, roster: &Roster, asked: &[PowerIndex]) -> Result<(), ErrorReport> {
        let path = Pointer::root().key("rule");
        if self.changes() > MOST_CHANGES_TRIED {
            let what = "changes to try: members of different sorts, bars and weights";
            return Err(PowerError::TooMany { path, what, count: self.changes(), limit: MOST_CHANGES_TRIED }.into());
        }
        let game = Game::of(rule);
        let ways = Ways::new(&game, None);
        let blocs: Vec<Vec<usize>> = roster.constituencies().iter().map(|(_, seats)| seats.clone()).collect();
        let said = said(rule, &game, &blocs).map_err(|error| error.with_path(path.clone()))?;
        let cost = |asked: &[PowerIndex]| cost(&ways, &game, &blocs, (rule.len(), said), asked);
        let whole = cost(asked);
        if whole.as_ref().is_some_and(|whole| self.fits(whole)) {
            return Ok(());
        }
        let light = [PowerIndex::Banzhaf];
        let lighter = if asked == light { None } else { cost(&light) };
        let possible = whole
            .and_then(|cost| self.single_parts(&cost))
            .or_else(|| {
                let banzhaf = "ask for the index \"banzhaf\" alone";
                let lighter = lighter?;
                if self.fits(&lighter) { Some(banzhaf.to_owned()) } else { Some(format!("{banzhaf}, and {}", self.single_parts(&lighter)?)) }
            })
            .map_or_else(
                || {
                    "give members who are alike the same weight, use smaller weights, or set single changes side by side with \"power.compare\""
                        .to_owned()
                },
                |words| format!("{words}: that is possible here"),
            );
        Err(PowerError::NoExactAnswer { path, voters: game.voters(), kinds: game.kinds.len(), possible }.into())
    }

    fn fits(&self, cost: &Cost) -> bool {
        self.nanoseconds(cost) <= MOST_NANOSECONDS
    }

    /// The parts that can be varied by themselves at this cost, in words.
    fn single_parts(&self, cost: &Cost) -> Option<String> {
        let parts = [
            (SensitivityPart::Joins, "\"joins\""),
            (SensitivityPart::Leaves, "\"leaves\""),
            (SensitivityPart::Bars, "\"bars\""),
            (SensitivityPart::Weights, "\"weights\""),
        ];
        let alone = |(part, name): &(SensitivityPart, &'static str)| {
            let plan = self.only(&[*part]);
            (plan.changes() > 0 && plan.changes() < self.changes() && plan.fits(cost)).then_some(*name)
        };
        let alone: Vec<&str> = parts.iter().filter_map(alone).collect();
        let names = match alone.split_last()? {
            (only, []) => (*only).to_owned(),
            (last, rest) => format!("{} or {last}", rest.join(", ")),
        };
        Some(format!("ask for {names} alone in \"vary\""))
    }
}

/// What it takes to find what the constituencies can do, found by finding it for the rule as it is.
fn said(rule: &Compiled, game: &Game, blocs: &[Vec<usize>]) -> Result<u64, PowerError> {
    if blocs.is_empty() {
        return Ok(0);
    }
    let (roles, mut left) = (roles(rule), MOST_VOTES_LOOKED_AT);
    let table = if game.voters() <= MOST_VOTERS { Table::of(game).ok() } else { None };
    for bloc in blocs {
        say_with(rule, bloc, &roles, table.as_ref(), Some(true), &mut left)?;
    }
    Ok(VOTE_NANOSECONDS * (MOST_VOTES_LOOKED_AT - left))
}

/// What measuring counts: where there are constituencies, their sums need sizes, and can be had where sizes can.
fn wanted(asked: &[PowerIndex], sided: bool) -> Wanted {
    let wanted = PowerIndex::wanted(asked);
    Wanted { by_size: wanted.by_size || sided, ..wanted }
}

/// What the changes of a rule take, as the rule itself does; nothing where it cannot be counted.
fn cost(ways: &Ways<'_>, game: &Game, blocs: &[Vec<usize>], (members, said): (usize, u64), asked: &[PowerIndex]) -> Option<Cost> {
    let sided = !blocs.is_empty();
    let counting = ways.nanoseconds(wanted(asked, sided)).or_else(|| ways.nanoseconds(PowerIndex::wanted(asked)))?;
    let sides = if sided {
        let between = game.between(blocs);
        // A table is made once more for what the constituencies can do.
        let table = if game.voters() <= MOST_VOTERS { counting } else { 0 };
        let by_size = Wanted { by_size: true, ..Wanted::default() };
        Ways::new(&between, None).nanoseconds(by_size).unwrap_or(counting).saturating_add(table).saturating_add(said)
    } else {
        0
    };
    let besides = EACH_NANOSECONDS + INDEX_NANOSECONDS * (members * asked.len()) as u64;
    let look = ways.nanoseconds(Wanted::default()).unwrap_or(counting);
    Some(Cost { change: counting.saturating_add(sides).saturating_add(besides), look: look.saturating_add(EACH_NANOSECONDS / 2) })
}
