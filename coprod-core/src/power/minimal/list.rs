//! Coalitions as patterns and one by one.

use serde::Serialize;

use super::super::game::{Game, Pattern, Patterns};
use crate::unit::{Count, Id};

/// The coalitions listed one by one have so many members in all at most.
const MOST_NAMES: usize = 200_000;

/// Coalitions of one sort: counted, as patterns, and one by one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoalitionList {
    /// How many coalitions there are.
    pub count: Count,
    /// How many patterns there are.
    pub pattern_count: Count,
    /// The patterns, up to the limit.
    pub patterns: Vec<CoalitionPattern>,
    /// The coalitions one by one, up to the limit.
    pub coalitions: Vec<Vec<Id>>,
    /// Whether every coalition is listed.
    pub all_listed: bool,
}

/// Coalitions that differ only in which of the members who are alike they hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoalitionPattern {
    /// How many of each of the `kinds`, in their order.
    pub take: Vec<usize>,
    /// How many coalitions these are.
    pub coalitions: Count,
}

/// What the coalitions of these patterns leave out.
pub(super) fn left_out(game: &Game, patterns: Patterns) -> Patterns {
    let rest = |pattern: Pattern| {
        let counts = game.kinds.iter().zip(&pattern.counts).map(|(kind, count)| kind.len().saturating_sub(*count)).collect();
        Pattern { counts, ..pattern }
    };
    Patterns { listed: patterns.listed.into_iter().map(rest).collect(), ..patterns }
}

/// The list of these patterns. `always` are in every coalition.
pub(super) fn listed(
    game: &Game,
    patterns: &Patterns,
    most: usize,
    always: &[usize],
    named: &impl Fn(&[usize]) -> Vec<Id>,
) -> CoalitionList {
    let mut coalitions: Vec<Vec<Id>> = Vec::new();
    let mut names = 0;
    'all: for pattern in &patterns.listed {
        let mut choice = Choice::first(game, &pattern.counts);
        loop {
            let mut members: Vec<usize> = choice.members(game).chain(always.iter().copied()).collect();
            names += members.len();
            if coalitions.len() >= most || names > MOST_NAMES {
                break 'all;
            }
            members.sort_unstable();
            coalitions.push(named(&members));
            if !choice.next(game) {
                break;
            }
        }
    }
    let count = Count::from(patterns.coalitions.clone());
    CoalitionList {
        all_listed: count == Count::from(coalitions.len()),
        count,
        pattern_count: Count::from(patterns.patterns.clone()),
        patterns: patterns
            .listed
            .iter()
            .map(|pattern| CoalitionPattern { take: pattern.counts.clone(), coalitions: Count::from(pattern.coalitions.clone()) })
            .collect(),
        coalitions,
    }
}

/// By kind: the places of the members chosen, in order.
struct Choice(Vec<Vec<usize>>);

impl Choice {
    fn first(game: &Game, counts: &[usize]) -> Self {
        Self(game.kinds.iter().zip(counts).map(|(_, count)| (0..*count).collect()).collect())
    }

    fn members<'a>(&'a self, game: &'a Game) -> impl Iterator<Item = usize> + 'a {
        let of_kind =
            |(kind, places): (&'a Vec<usize>, &'a Vec<usize>)| places.iter().filter_map(|place| kind.get(*place).copied());
        game.kinds.iter().zip(&self.0).flat_map(of_kind)
    }

    /// The next choice; whether there is one.
    fn next(&mut self, game: &Game) -> bool {
        for (places, kind) in self.0.iter_mut().zip(&game.kinds) {
            let taken = places.len();
            // The last place that can move on takes those after it along.
            let free = places.iter().enumerate().rev().find(|(at, place)| **place + (taken - at) < kind.len());
            if let Some((at, place)) = free.map(|(at, place)| (at, *place)) {
                for (step, own) in places.iter_mut().skip(at).enumerate() {
                    *own = place + 1 + step;
                }
                return true;
            }
            for (at, own) in places.iter_mut().enumerate() {
                *own = at;
            }
        }
        false
    }
}
