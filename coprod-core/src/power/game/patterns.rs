//! Minimal winning coalitions as patterns: so many of each kind.

use num_bigint::BigUint;

use super::diagram::{Diagram, Family};
use super::shape::Game;
use super::table::{MOST_TABLE_STEPS, MOST_VOTERS, Table};

/// A table of so few steps is quicker than any diagram.
const FEW_TABLE_STEPS: u64 = 1 << 18;

/// Coalitions that differ only in which members of each kind they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// How many of each kind of the game.
    pub(crate) counts: Vec<usize>,
    /// How many coalitions these are.
    pub(crate) coalitions: BigUint,
}

/// The patterns of a game, as far as they were listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Patterns {
    /// The first of them.
    pub(crate) listed: Vec<Pattern>,
    /// How many patterns there are.
    pub(crate) patterns: BigUint,
    /// How many coalitions there are.
    pub(crate) coalitions: BigUint,
}

impl Patterns {
    /// The minimal winning coalitions of a game, up to so many patterns listed. Nothing if it is too large for a table and for a
    /// diagram.
    pub(crate) fn minimal(game: &Game, most: usize) -> Option<Self> {
        let steps = Table::steps(game);
        let by_table = game.voters() <= MOST_VOTERS && steps <= MOST_TABLE_STEPS;
        if by_table && steps <= FEW_TABLE_STEPS {
            return Self::by_table(game, most);
        }
        let family = Diagram::of(game).as_ref().and_then(Family::minimal);
        match family {
            Some(family) => Some(family.patterns(most)),
            None if by_table => Self::by_table(game, most),
            None => None,
        }
    }

    /// By the table of all coalitions.
    pub(super) fn by_table(game: &Game, most: usize) -> Option<Self> {
        let table = Table::of(game).ok()?;
        // By kind: the places of its members in the table, in order.
        let place = |member: &usize| table.voters().iter().position(|voter| voter == member);
        let mut kinds: Vec<Vec<usize>> = game.kinds.iter().map(|kind| kind.iter().filter_map(place).collect()).collect();
        kinds.iter_mut().for_each(|places| places.sort_unstable());
        let mut found = Self::default();
        let (mut patterns, mut coalitions) = (0_u64, 0_u64);
        for number in 0..table.words().len() {
            let mut minimal = table.minimal(number);
            coalitions += u64::from(minimal.count_ones());
            while minimal != 0 {
                let set = number * 64 + minimal.trailing_zeros() as usize;
                minimal &= minimal - 1;
                // One coalition of each pattern stands for all: the one with the first members of each kind.
                let inside = |place: &&usize| set >> **place & 1 == 1;
                if kinds.iter().any(|places| places.iter().skip_while(inside).any(|place| inside(&place))) {
                    continue;
                }
                patterns += 1;
                if found.listed.len() < most {
                    found
                        .listed
                        .push(Pattern::of(game, kinds.iter().map(|places| places.iter().filter(inside).count()).collect()));
                }
            }
        }
        Some(Self { patterns: patterns.into(), coalitions: coalitions.into(), ..found })
    }
}

impl Pattern {
    /// So many of each kind.
    pub(super) fn of(game: &Game, counts: Vec<usize>) -> Self {
        let coalitions = game.kinds.iter().zip(&counts).map(|(kind, count)| ways(kind.len(), *count)).product();
        Self { counts, coalitions }
    }
}

/// The ways to choose so many.
pub(super) fn ways(of: usize, choose: usize) -> BigUint {
    let choose = choose.min(of - choose.min(of));
    (0..choose).fold(BigUint::from(1_u8), |ways, chosen| ways * (of - chosen) / (chosen + 1))
}
