//! The fewest changed votes that turn a decision.
//!
//! A quick search finds a set of changes that turns it and from which none can be left out; a bound says how few could do at best.
//! Where the two meet, that is the answer. Otherwise every smaller set is tried, with interchangeable members counted and changes
//! that others outdo left out, until the stated work is used up; then the answer says so.

mod bound;
mod change;
#[cfg(feature = "counting")]
mod reach;
mod search;
#[cfg(feature = "counting")]
mod sets;

use serde::Serialize;

pub(super) use self::change::{Changes, Direction};
#[cfg(feature = "counting")]
pub(super) use self::reach::{Reach, Task};
#[cfg(feature = "counting")]
pub(super) use self::search::gentler;
#[cfg(feature = "counting")]
pub(super) use self::sets::Pattern;
use super::super::roles::Role;
use super::super::rule::{Compiled, State};
use super::super::work::Work;
use super::words;
use crate::error::ErrorReport;
use crate::group::{Roster, listed};
use crate::unit::Id;

/// The search for the fewest changes may look at this many votes (one voter in one part of the rule, once).
pub const MOST_VOTES_TRIED: u64 = 20_000_000;

/// A vote that would have to be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VoteChange {
    /// Whose vote.
    pub member: Id,
    /// What the member did.
    pub from: State,
    /// What it would have to be.
    pub to: State,
}

/// A smallest set of changed votes that turns a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SmallestChange {
    /// The votes to change. There may be other sets of the same size.
    pub changes: Vec<VoteChange>,
    /// How many they are.
    pub count: usize,
    /// No fewer changes than this could turn it: the same as `count` if `exact`.
    pub at_least: usize,
    /// Whether it is proved that no fewer would do.
    pub exact: bool,
    /// The same as a plain sentence.
    pub sentence: String,
}

/// A decision that is to be turned.
pub(super) struct Turn<'a> {
    rule: &'a Compiled,
    roles: &'a [Role],
    states: &'a [State],
    direction: Direction,
    changes: Changes,
}

impl<'a> Turn<'a> {
    pub(super) fn of(rule: &'a Compiled, roles: &'a [Role], states: &'a [State]) -> Self {
        let direction = if rule.passes(states) { Direction::ToFail } else { Direction::ToPass };
        Self { rule, roles, states, direction, changes: Changes::of(roles, states, direction) }
    }

    /// The smallest set of changes; nothing if none turns the decision.
    ///
    /// # Errors
    /// `internal` if fewer changes turn it than the bound says could.
    pub(super) fn smallest(&self, roster: &Roster) -> Result<Option<SmallestChange>, ErrorReport> {
        let Self { rule, roles, states, direction, changes } = self;
        let direction = *direction;
        let mut work = Work::new(rule, MOST_VOTES_TRIED);
        let Some(found) = search::quick(rule, changes, states, direction) else { return Ok(None) };
        let least = bound::least(rule, roles, states, direction).max(1);
        if least > found.len() {
            return Err(ErrorReport::internal("a decision takes no fewer changes to turn than its bound says"));
        }
        let (mut found, at_least) = search::thorough(&mut work, changes, states, direction, found, least);
        search::gentler(rule, &mut found, states, direction);
        found.sort_unstable();
        let name = |member: usize| roster.ids().get(member).cloned();
        let from = |member: usize| states.get(member).copied().unwrap_or(State::Absent);
        let list =
            found.iter().filter_map(|(member, to)| Some(VoteChange { member: name(*member)?, from: from(*member), to: *to }));
        Ok(Some(SmallestChange {
            changes: list.collect(),
            count: found.len(),
            at_least,
            exact: at_least == found.len(),
            sentence: sentence(roster, &found, direction, at_least),
        }))
    }

    /// The members who could turn the decision by their own vote alone.
    pub(super) fn pivotal(&self) -> Vec<usize> {
        let states = self.states;
        let mut tried = states.to_vec();
        let mut turned: Vec<usize> = Vec::new();
        for (kind, to) in self.changes.singles() {
            let Some(first) = kind.first() else { continue };
            change::set(&mut tried, &[(*first, to)]);
            if self.direction.reached(self.rule.passes(&tried)) {
                turned.extend(kind);
            }
            change::set(&mut tried, &[(*first, states.get(*first).copied().unwrap_or(State::Absent))]);
        }
        turned.sort_unstable();
        turned.dedup();
        turned
    }
}

fn sentence(roster: &Roster, found: &[(usize, State)], direction: Direction, at_least: usize) -> String {
    let outcome = match direction {
        Direction::ToPass => "pass",
        Direction::ToFail => "fail",
    };
    let phrase = |to: State, words: &str| {
        let members: Vec<usize> = found.iter().filter(|(_, state)| *state == to).map(|(member, _)| *member).collect();
        (!members.is_empty()).then(|| format!("{} {words}", words::names(roster, &members)))
    };
    let phrases: Vec<String> = [
        phrase(State::Yes, "said yes"),
        phrase(State::No, "said no"),
        phrase(State::Object, "objected"),
        phrase(State::Abstain, "abstained"),
        phrase(State::Absent, "stayed away"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut sentence = format!("it would {outcome} if {}", listed(&phrases));
    if at_least < found.len() {
        sentence.push_str(&format!("; whether fewer changes would do is not known, but no fewer than {at_least} could"));
    }
    sentence
}
