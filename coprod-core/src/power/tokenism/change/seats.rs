//! The parts of a rule that are votes, as the group wrote them and as they are checked.

use super::edit::leaves;
use super::trial::Trial;
use crate::power::rule::{Bar, Leaf, Node, Rule, Votes};
use crate::unit::Ratio;

/// One part as the group wrote it and as it is checked.
pub(super) struct Seat<'a> {
    pub(super) part: usize,
    pub(super) written: &'a Votes,
    pub(super) voters: &'a [(usize, u64)],
    pub(super) bar: Bar,
    pub(super) casting: bool,
    pub(super) total: u64,
}

impl<'a> Trial<'a, '_> {
    pub(super) fn seats(&self) -> Vec<Seat<'a>> {
        let mut checked = Vec::new();
        collect(self.asked.compiled.root(), &mut checked);
        let seat = |((part, written), leaf): ((usize, &'a Rule), &'a Leaf)| match (written, leaf) {
            (Rule::Votes(written), Leaf::Votes { voters, bar, casting }) => Some(Seat {
                part,
                written,
                voters,
                bar: *bar,
                casting: casting.is_some(),
                total: voters.iter().map(|(_, weight)| weight).sum(),
            }),
            _ => None,
        };
        leaves(self.asked.rule).into_iter().enumerate().zip(checked).filter_map(seat).collect()
    }
}

/// The leaves of a checked rule, in reading order.
pub(super) fn collect<'a>(node: &'a Node, leaves: &mut Vec<&'a Leaf>) {
    match node {
        Node::Leaf(leaf) => leaves.push(leaf),
        Node::AtLeast { of, .. } => of.iter().for_each(|part| collect(part, leaves)),
        Node::Quorum { then, .. } => collect(then, leaves),
    }
}

/// A number of votes as a rule has it.
pub(super) fn whole(number: u64) -> Option<Ratio> {
    Ratio::new(i64::try_from(number).ok()?, 1).ok()
}
