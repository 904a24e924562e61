//! A rule checked against a group: members are numbers, shares are exact, shorthands are gone.

use crate::unit::{Id, Ratio};

/// A checked rule together with the group it was checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    pub(super) ids: Vec<Id>,
    pub(super) root: Node,
}

impl Compiled {
    /// A rule from its root over members with these ids: for rules built from other checked rules over the same members.
    #[must_use]
    pub const fn over(ids: Vec<Id>, root: Node) -> Self {
        Self { ids, root }
    }

    /// The ids of the members, by number.
    #[must_use]
    pub fn ids(&self) -> &[Id] {
        &self.ids
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Never: a group has at least one member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The tree.
    #[must_use]
    pub const fn root(&self) -> &Node {
        &self.root
    }
}

/// A node of the checked tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A condition on the members' own votes.
    Leaf(Leaf),
    /// At least `count` of the parts pass: `all` and `any` are the two ends.
    AtLeast {
        /// How many parts must pass, from 1 to their number.
        count: usize,
        /// The parts.
        of: Vec<Node>,
    },
    /// Enough heads first.
    Quorum {
        /// Whether votes cast are counted, rather than members present.
        cast: bool,
        /// The members counted, each once for every head that they count for: more than once where they carry others' votes.
        among: Vec<usize>,
        /// How many heads are enough, at least 1.
        heads: usize,
        /// What decides then.
        then: Box<Node>,
    },
}

/// A condition on the members' own votes. Member lists are sorted and without repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    /// Enough votes say yes.
    Votes {
        /// The voters and the weight of each; every weight is at most 2^53 and their sum is too.
        voters: Vec<(usize, u64)>,
        /// What is enough.
        bar: Bar,
        /// Who has a second vote at a tie.
        casting: Option<usize>,
    },
    /// Nobody among these objects, and somebody is present.
    Consent(Vec<usize>),
    /// Each of these says yes.
    SignOff(Vec<usize>),
}

/// How many votes are enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// A share of a base.
    Share {
        /// What it is a share of.
        of: Base,
        /// The share, from 0 to 1.
        share: Ratio,
        /// Whether the share itself is not enough.
        strict: bool,
    },
    /// So many votes.
    Count(u64),
}

pub use super::grammar::VoteBase as Base;
