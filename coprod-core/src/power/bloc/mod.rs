//! What some members can do together: decide, block, or make no difference.
//!
//! A bloc can **decide** if the rule passes when all of it is there and says yes, whatever the others do. It can **block by voting**
//! if, with all of it there, it can vote so that the rule fails whatever the others do; **by staying away**, if the rule fails
//! without it whatever the others do.
//!
//! What the others, or the bloc, need try is said in the module `tries`.

mod fewest;
mod matter;
mod places;
mod several;
mod tries;

pub use several::Blocs;

use serde::Serialize;

use super::game::{Game, Table};
use super::roles::{Role, roles};
use super::rule::{Compiled, State};
use super::work::{MOST_VOTES_LOOKED_AT, Work};
use crate::error::{Pointer, PowerError};

/// The say of some members together, under one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "BlocSay"))]
#[allow(clippy::struct_excessive_bools, reason = "the five answers are the definition of a group's say")]
pub struct Say {
    /// If everybody attends and all of these say yes, it passes whatever the others vote.
    pub can_decide_if_all_attend: bool,
    /// The same, and the others cannot stop it by staying away either.
    pub can_decide_whatever: bool,
    /// If everybody attends, these can vote so that it fails whatever the others vote.
    pub can_block_by_voting_if_all_attend: bool,
    /// The same, whether the others attend or not.
    pub can_block_by_voting_whatever: bool,
    /// If all of these stay away, it fails whatever the others do.
    pub can_block_by_staying_away: bool,
    /// The fewest of these who can decide together if everybody attends; null if even all of them cannot.
    pub needs_to_decide: Option<usize>,
    /// The fewest of these who can block by voting together if everybody attends; null if even all of them cannot.
    pub needs_to_block: Option<usize>,
    /// Whether the vote of any of these can ever make a difference when everybody attends and says yes or objects.
    pub votes_can_matter: bool,
}

/// The say of the members with the numbers in `bloc`. An empty bloc has none.
///
/// # Errors
/// `unknown_member` for a number that no member has; `too_much_work` if the answer takes more than [`MOST_VOTES_LOOKED_AT`].
pub fn say(rule: &Compiled, bloc: &[usize]) -> Result<Say, PowerError> {
    let roles = roles(rule);
    let table = Table::of(&Game::of(rule)).ok();
    let mut left = MOST_VOTES_LOOKED_AT;
    say_with(rule, bloc, &roles, table.as_ref(), None, &mut left)
}

/// The same for a rule whose roles, and table if it has one, are known, and perhaps whether the bloc's votes can matter; with so much
/// work `left`, which it uses up.
pub(super) fn say_with(
    rule: &Compiled,
    bloc: &[usize],
    roles: &[Role],
    table: Option<&Table>,
    can_matter: Option<bool>,
    left: &mut u64,
) -> Result<Say, PowerError> {
    let mut question = tries::Question { roles, table, work: Work::new(rule, *left), away: &[] };
    let said = answer(&mut question, rule, bloc, can_matter);
    *left = question.work.left();
    said
}

/// The say of those of a bloc who are not `away`, where these are surely absent and all others come if it is said that all attend. Whether
/// votes of the bloc can matter then is known to the caller.
#[cfg(feature = "counting")]
pub(super) fn say_without(
    rule: &Compiled,
    bloc: &[usize],
    away: &[usize],
    roles: &[Role],
    can_matter: bool,
    left: &mut u64,
) -> Result<Say, PowerError> {
    let mut question = tries::Question { roles, table: None, work: Work::new(rule, *left), away };
    let bloc: Vec<usize> = bloc.iter().copied().filter(|member| !away.contains(member)).collect();
    let said = answer(&mut question, rule, &bloc, Some(can_matter));
    *left = question.work.left();
    said
}

fn answer(
    question: &mut tries::Question<'_>,
    rule: &Compiled,
    bloc: &[usize],
    can_matter: Option<bool>,
) -> Result<Say, PowerError> {
    let inside = membership(rule, bloc)?;
    let (bloc, mut others) = split(&inside);
    others.retain(|other| !question.away.contains(other));
    let decides = question.can_decide(&others, false)?;
    let blocks = question.can_block(&bloc, &others, false)?;
    Ok(Say {
        can_decide_if_all_attend: decides,
        can_decide_whatever: decides && question.can_decide(&others, true)?,
        can_block_by_voting_if_all_attend: blocks,
        can_block_by_voting_whatever: blocks && question.can_block(&bloc, &others, true)?,
        can_block_by_staying_away: question.fails_without(&bloc, &others)?,
        needs_to_decide: if decides { question.fewest_to_decide(&bloc)? } else { None },
        needs_to_block: if blocks { question.fewest_to_block(&bloc)? } else { None },
        votes_can_matter: can_matter.map_or_else(|| question.can_matter(&bloc), Ok)?,
    })
}

fn set(states: &mut [State], members: &[usize], to: State) {
    for member in members {
        if let Some(state) = states.get_mut(*member) {
            *state = to;
        }
    }
}

fn membership(rule: &Compiled, bloc: &[usize]) -> Result<Vec<bool>, PowerError> {
    let mut inside = vec![false; rule.len()];
    for member in bloc {
        match inside.get_mut(*member) {
            Some(known) => *known = true,
            None => return Err(PowerError::UnknownMember { path: Pointer::root(), id: format!("number {member}") }),
        }
    }
    Ok(inside)
}

/// The members inside and those outside.
fn split(inside: &[bool]) -> (Vec<usize>, Vec<usize>) {
    (0..inside.len()).partition(|member| inside.get(*member).copied().unwrap_or(false))
}

#[cfg(test)]
mod tests;
