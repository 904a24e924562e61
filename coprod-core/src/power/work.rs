//! Counts the work of a search, so that none runs without bound.

use super::rule::{Compiled, Leaf, Node, State};
use crate::error::{Pointer, PowerError};

/// A search may look at this many votes (one voter in one part of the rule, once): about half a second.
pub const MOST_VOTES_LOOKED_AT: u64 = 100_000_000;

/// What is left of the work that one question may take.
#[derive(Debug)]
pub(crate) struct Work<'a> {
    rule: &'a Compiled,
    each: u64,
    left: u64,
}

impl<'a> Work<'a> {
    /// For searches under this rule that look at so many votes at most.
    pub(crate) fn new(rule: &'a Compiled, most: u64) -> Self {
        Self { rule, each: size(rule.root()), left: most }
    }

    /// Whether the rule passes, at the cost of looking at every vote.
    ///
    /// # Errors
    /// `too_much_work` when no work is left.
    pub(crate) fn passes(&mut self, states: &[State]) -> Result<bool, PowerError> {
        self.spend(self.each)?;
        Ok(self.rule.passes(states))
    }

    /// What looking at every vote once costs.
    pub(crate) const fn each(&self) -> u64 {
        self.each
    }

    /// What is left.
    pub(crate) const fn left(&self) -> u64 {
        self.left
    }

    /// Takes so much off what is left.
    ///
    /// # Errors
    /// `too_much_work` when it is not there.
    pub(crate) fn spend(&mut self, work: u64) -> Result<(), PowerError> {
        self.left = self.left.checked_sub(work).ok_or_else(too_much)?;
        Ok(())
    }

    /// Refuses a search of so many states of the group before it starts.
    ///
    /// # Errors
    /// `too_much_work` when what is left is not enough.
    pub(crate) fn can_afford(&self, states: u64) -> Result<(), PowerError> {
        if states.saturating_mul(self.each) > self.left { Err(too_much()) } else { Ok(()) }
    }
}

fn too_much() -> PowerError {
    PowerError::TooMuchWork { path: Pointer::root() }
}

fn size(node: &Node) -> u64 {
    let of_list = |list: usize| 1 + u64::try_from(list).unwrap_or(u64::MAX / 4);
    match node {
        Node::Leaf(Leaf::Votes { voters, .. }) => of_list(voters.len()),
        Node::Leaf(Leaf::Consent(among) | Leaf::SignOff(among)) => of_list(among.len()),
        Node::AtLeast { of, .. } => 1 + of.iter().map(size).sum::<u64>(),
        Node::Quorum { among, then, .. } => of_list(among.len()) + size(then),
    }
}
