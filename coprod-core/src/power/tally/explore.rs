//! Follows every way in which ties can go, so that none is broken silently.

use std::collections::{BTreeMap, BTreeSet};

use super::counted::{Counted, Possible, Round, Tie};
use crate::error::{Pointer, TallyError};

/// Ties are followed through so many different states of a count at most.
pub const MOST_TIE_STATES: usize = 20_000;

/// A count may look at so many places of ballots in all.
pub const MOST_PREFERENCES_LOOKED_AT: u64 = 2_000_000_000;

/// What is left of the work that one count may take.
#[derive(Debug)]
pub(super) struct Work {
    left: u64,
}

impl Work {
    /// For the count itself.
    pub(super) const fn new() -> Self {
        Self { left: MOST_PREFERENCES_LOOKED_AT }
    }

    /// For what else is said beside the count: a tenth as much.
    pub(super) const fn beside() -> Self {
        Self { left: MOST_PREFERENCES_LOOKED_AT / 10 }
    }

    pub(super) fn spend(&mut self, looks: u64) -> Result<(), TallyError> {
        let error =
            || TallyError::TooMuchWork { path: Pointer::root().key("ballots"), limit: MOST_PREFERENCES_LOOKED_AT.to_string() };
        self.left = self.left.checked_sub(looks).ok_or_else(error)?;
        Ok(())
    }
}

/// Why a count stops.
pub(super) enum Halt {
    /// It is done, and these options are chosen, in their order.
    Done(Vec<usize>),
    /// A tie that no rule breaks.
    Tie(Tie),
}

/// A count that can go on in several ways.
pub(super) trait Count: Clone {
    /// What all that follows depends on.
    type Key: Ord;

    /// Counts on until the end or a tie that no rule breaks.
    fn run(&mut self, work: &mut Work) -> Result<Halt, TallyError>;

    /// Lets the tie at which it stopped fall on one of its options.
    fn fall_on(&mut self, option: usize, work: &mut Work) -> Result<(), TallyError>;

    /// What all that follows depends on, at a tie.
    fn key(&self) -> Self::Key;

    /// How many places of ballots a copy takes over.
    fn size(&self) -> u64;

    /// Where it notes what happens.
    fn log(&mut self) -> &mut Log;
}

/// What happened in a count.
#[derive(Debug, Clone, Default)]
pub(super) struct Log {
    pub(super) rounds: Vec<Round>,
    pub(super) ties: Vec<Tie>,
    /// Nobody will read it.
    pub(super) silent: bool,
    /// A tie could have gone another way.
    pub(super) one_of_several: bool,
}

impl Log {
    pub(super) fn round(&mut self, round: impl FnOnce() -> Round) {
        if !self.silent {
            self.rounds.push(Round { one_of_several: self.one_of_several, ..round() });
        }
    }

    pub(super) fn tie(&mut self, tie: Tie) {
        if !self.silent {
            self.ties.push(tie);
        }
    }
}

/// Follows a count through every way in which its ties can go. Shown is the way in which each tie falls on the first option listed.
pub(super) fn explore<C: Count>(start: C, work: &mut Work) -> Result<Counted, TallyError> {
    let mut outcomes: BTreeMap<Vec<usize>, Vec<Tie>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut shown = None;
    let mut waiting: Vec<(C, Vec<Tie>)> = vec![(start, Vec::new())];
    while let Some((mut count, mut ways)) = waiting.pop() {
        loop {
            match count.run(work)? {
                Halt::Done(chosen) => {
                    outcomes.entry(chosen).or_insert(ways);
                    break;
                }
                Halt::Tie(tie) => {
                    let (Some(first), true) = (tie.tied.first().copied(), seen.insert(count.key())) else { break };
                    if seen.len() > MOST_TIE_STATES {
                        return Err(TallyError::TooManyTies { path: Pointer::root().key("ballots"), limit: MOST_TIE_STATES });
                    }
                    let way = |option| Tie { fell_on: vec![option], ..tie.clone() };
                    for option in tie.tied.iter().skip(1).rev() {
                        work.spend(count.size())?;
                        let mut other = count.clone();
                        *other.log() = Log { silent: true, ..Log::default() };
                        other.fall_on(*option, work)?;
                        let ways: Vec<Tie> = ways.iter().cloned().chain([way(*option)]).collect();
                        waiting.push((other, ways));
                    }
                    count.log().tie(way(first));
                    count.log().one_of_several = true;
                    count.fall_on(first, work)?;
                    ways.push(way(first));
                }
            }
        }
        if shown.is_none() {
            shown = Some(std::mem::take(count.log()));
        }
    }
    let outcomes = outcomes.into_iter().map(|(chosen, ways)| Possible { chosen, ways }).collect();
    let Log { rounds, ties, .. } = shown.unwrap_or_default();
    Ok(Counted { outcomes, rounds, ties, ..Counted::default() })
}
