//! What a side can do under the effective rule: the facts from which a level is inferred.

use crate::error::{ErrorReport, ParticipationError, Pointer, PowerError};
use crate::group::Side;
use crate::power::MOST_VOTES_LOOKED_AT;
use crate::power::bloc::{Blocs, Say};
use crate::power::rule::{Compiled, Leaf, Node};

/// What the lived side, or one of its constituencies, can do under the effective rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is one question with the answer yes or no")]
pub(super) struct Powers {
    /// It can decide, whatever the others do.
    pub(super) decides: bool,
    /// It can decide if everybody attends.
    pub(super) decides_if_all_attend: bool,
    /// It can block by voting, whatever the others do.
    pub(super) blocks: bool,
    /// It can block by voting if everybody attends, or by staying away.
    pub(super) blocks_somehow: bool,
    /// There are independent third parties, and the host side cannot pass anything without the lived side or them. Only where the
    /// lived side's votes can matter: third parties who hold the host back share power with nobody whose votes never count.
    pub(super) host_needs_others: bool,
    /// The same if everybody attends, or by staying away.
    pub(super) host_needs_others_somehow: bool,
    /// Its votes can matter.
    pub(super) matters: bool,
    /// One of it has a vote that weighs something.
    pub(super) votes: bool,
    /// One of it has a seat whose vote weighs nothing.
    pub(super) seat_only: bool,
    /// All of it are needed to decide or to block, as far as it can.
    pub(super) needs_all: bool,
}

/// The members by side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sides {
    pub(super) lived: Vec<usize>,
    pub(super) host: Vec<usize>,
    pub(super) independent: Vec<usize>,
}

impl Sides {
    /// Counts a member for a side.
    pub(super) fn add(&mut self, member: usize, side: Side) {
        match side {
            Side::Lived => self.lived.push(member),
            Side::Host => self.host.push(member),
            Side::Independent => self.independent.push(member),
        }
    }

    /// With only these as the lived side, and its other members among those it faces.
    pub(super) fn only(&self, lived: &[usize]) -> Self {
        let others = self.lived.iter().filter(|member| !lived.contains(member));
        Self {
            lived: lived.to_vec(),
            host: self.host.iter().chain(others).copied().collect(),
            independent: self.independent.clone(),
        }
    }
}

/// The work that one request may still take: about half a second in all.
#[derive(Debug)]
pub(super) struct Work {
    left: u64,
}

impl Work {
    pub(super) const fn new() -> Self {
        Self { left: MOST_VOTES_LOOKED_AT }
    }

    /// Takes so much off what is left.
    pub(super) fn spend(&mut self, work: usize, path: &Pointer) -> Result<(), ParticipationError> {
        let left = u64::try_from(work).ok().and_then(|work| self.left.checked_sub(work));
        self.left = left.ok_or_else(|| ParticipationError::TooMuchWork { path: path.clone() })?;
        Ok(())
    }
}

/// Asks a rule, which stands at `path` in the request.
pub(super) struct Asker<'a> {
    rule: &'a Compiled,
    path: &'a Pointer,
    blocs: Blocs<'a>,
}

impl<'a> Asker<'a> {
    pub(super) fn new(rule: &'a Compiled, path: &'a Pointer, work: &Work) -> Self {
        Self { rule, path, blocs: Blocs::new(rule, work.left) }
    }

    /// Hands back the work that is left.
    pub(super) fn done(self, work: &mut Work) {
        work.left = self.blocs.left();
    }

    fn say(&mut self, bloc: &[usize]) -> Result<Say, ErrorReport> {
        self.blocs.say(bloc).map_err(|error| placed(error, self.path))
    }

    /// What the lived side can do.
    pub(super) fn powers(&mut self, sides: &Sides) -> Result<Powers, ErrorReport> {
        let lived = self.say(&sides.lived)?;
        let without_host = if sides.independent.is_empty() {
            None
        } else {
            Some(self.say(&[sides.lived.as_slice(), sides.independent.as_slice()].concat())?)
        };
        let all = sides.lived.len();
        let needs_all = all > 0 && [lived.needs_to_decide, lived.needs_to_block].iter().flatten().max() == Some(&all);
        Ok(Powers {
            decides: lived.can_decide_whatever,
            decides_if_all_attend: lived.can_decide_if_all_attend,
            blocks: lived.can_block_by_voting_whatever,
            blocks_somehow: blocks_somehow(&lived),
            host_needs_others: lived.votes_can_matter && without_host.is_some_and(|say| say.can_block_by_voting_whatever),
            host_needs_others_somehow: lived.votes_can_matter && without_host.is_some_and(|say| blocks_somehow(&say)),
            matters: lived.votes_can_matter,
            votes: seats(self.rule.root(), &sides.lived, true),
            seat_only: seats(self.rule.root(), &sides.lived, false),
            needs_all,
        })
    }

    /// Whether both sides have the same five answers, and on how many sides (of the two) a single member can block alone.
    pub(super) fn balance(&mut self, sides: &Sides) -> Result<Balance, ErrorReport> {
        let five = |say: Say| {
            [
                say.can_decide_if_all_attend,
                say.can_decide_whatever,
                say.can_block_by_voting_if_all_attend,
                say.can_block_by_voting_whatever,
                say.can_block_by_staying_away,
            ]
        };
        let same = five(self.say(&sides.lived)?) == five(self.say(&sides.host)?);
        let (lived_veto, host_veto) = (self.any_veto(&sides.lived)?, self.any_veto(&sides.host)?);
        Ok(Balance {
            one_sided_veto: lived_veto != host_veto,
            equal: same && lived_veto == host_veto && !sides.lived.is_empty() && !sides.host.is_empty(),
            lived_votes: seats(self.rule.root(), &sides.lived, true),
            host_votes: seats(self.rule.root(), &sides.host, true),
        })
    }

    /// Whether one of these can block alone.
    fn any_veto(&mut self, members: &[usize]) -> Result<bool, ErrorReport> {
        for member in members {
            if self.blocs.can_block_by_voting(&[*member]).map_err(|error| placed(error, self.path))? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn placed(error: PowerError, path: &Pointer) -> ErrorReport {
    match error {
        PowerError::TooMuchWork { .. } => ParticipationError::TooMuchWork { path: path.clone() }.into(),
        other => other.into(),
    }
}

fn blocks_somehow(say: &Say) -> bool {
    say.can_block_by_voting_whatever || say.can_block_by_voting_if_all_attend || say.can_block_by_staying_away
}

/// How the two sides compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is one question with the answer yes or no")]
pub(super) struct Balance {
    /// Single members can block alone on one side only.
    pub(super) one_sided_veto: bool,
    /// The same five answers for both sides, and no one-sided veto.
    pub(super) equal: bool,
    /// Somebody of the lived side has a vote.
    pub(super) lived_votes: bool,
    /// Somebody of the host side has a vote.
    pub(super) host_votes: bool,
}

/// Whether one of these has a vote that weighs something (or, without `weighs`, one that weighs nothing) in any part of the rule.
fn seats(node: &Node, members: &[usize], weighs: bool) -> bool {
    match node {
        Node::Leaf(Leaf::Votes { voters, .. }) => {
            voters.iter().any(|(member, weight)| (*weight > 0) == weighs && members.contains(member))
        }
        Node::Leaf(Leaf::Consent(among) | Leaf::SignOff(among)) => weighs && among.iter().any(|member| members.contains(member)),
        Node::AtLeast { of, .. } => of.iter().any(|part| seats(part, members, weighs)),
        Node::Quorum { then, .. } => seats(then, members, weighs),
    }
}
