//! Votes that members hand over to others: who casts them in the end, and the rule as it reads then.
//!
//! A vote that is handed over can be handed on. Whoever hands a vote over is not there; the one who casts it says the same for all that
//! they carry. If that one is absent, everybody whose vote they carry is absent as well. A carried vote is a vote and no
//! presence: it weighs in every part of the rule that asks for votes, and counts for a quorum of votes cast, but not for a quorum of
//! members present, and it brings no second vote at a tie, unless `proxy_counts_present`.
//!
//! Handing over is written into the rule: the votes of those who hand over become votes of those who cast them. Whatever is
//! worked out under that rule takes the one who casts several votes for one member with several votes.

use serde::Serialize;

use super::rule::{Compiled, Leaf, Node};
use crate::error::{Pointer, PowerError};
use crate::group::{Roster, listed};
use crate::unit::{Id, IdMap};

/// A vote that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CarriedVote {
    /// Whose vote it is.
    pub member: Id,
    /// Who casts it in the end.
    pub carried_by: Id,
    /// Those through whose hands it went, in this order.
    pub through: Vec<Id>,
    /// Whether the one who casts it is certainly absent, so that the vote is lost and the member counts as absent.
    pub lost: bool,
    /// The same as a plain sentence.
    pub says: String,
}

/// Who casts the vote of whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Delegations {
    /// For each member who hands over, whose number comes first: the way of the vote, the one who casts it last.
    ways: Vec<(usize, Vec<usize>)>,
}

impl Delegations {
    /// Follows every vote that is handed over; `delegates` stand at `path` in the request.
    ///
    /// # Errors
    /// `unknown_member`; `cyclic_delegation` for a vote that comes back to where it was.
    pub(crate) fn new(delegates: &IdMap<Id>, roster: &Roster, path: &Pointer) -> Result<Self, PowerError> {
        let number = |id: &Id, at: &Pointer| {
            roster.number(id.as_str()).ok_or_else(|| PowerError::UnknownMember { path: at.clone(), id: id.to_string() })
        };
        let mut next: Vec<Option<usize>> = vec![None; roster.len()];
        for (from, to) in delegates.iter() {
            let at = path.key(from.as_str());
            let (from, to) = (number(from, &at)?, number(to, &at)?);
            if let Some(own) = next.get_mut(from) {
                *own = Some(to);
            }
        }
        let follow = |member: usize| next.get(member).copied().flatten();
        let mut ways = Vec::with_capacity(delegates.len());
        for member in (0..roster.len()).filter(|member| follow(*member).is_some()) {
            let mut way = vec![member];
            while let Some(to) = way.last().and_then(|last| follow(*last)) {
                let before = way.iter().position(|seen| *seen == to);
                way.push(to);
                if let Some(before) = before {
                    let names: Vec<&str> =
                        way.iter().skip(before).filter_map(|member| roster.ids().get(*member)).map(Id::as_str).collect();
                    let at = path.key(names.first().copied().unwrap_or_default());
                    return Err(PowerError::CyclicDelegation { path: at, cycle: names.join(" -> ") });
                }
            }
            way.remove(0);
            ways.push((member, way));
        }
        Ok(Self { ways })
    }

    /// Whether nobody hands over anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    /// Who casts the member's vote; nothing for members who cast their own, if they come.
    pub(crate) fn carrier(&self, member: usize) -> Option<usize> {
        let at = self.ways.binary_search_by_key(&member, |(member, _)| *member).ok()?;
        self.ways.get(at).and_then(|(_, way)| way.last().copied())
    }

    /// The rule with all votes in the hands of those who cast them.
    pub(crate) fn applied(&self, rule: &Compiled, proxy_counts_present: bool) -> Compiled {
        if self.is_empty() {
            return rule.clone();
        }
        Compiled::over(rule.ids().to_vec(), self.node(rule.root(), proxy_counts_present))
    }

    /// What became of each vote handed over, given who is certainly absent.
    pub(crate) fn lines(&self, roster: &Roster, absent: impl Fn(usize) -> bool) -> Vec<CarriedVote> {
        let line = |(member, way): &(usize, Vec<usize>)| {
            let (carrier, through) = way.split_last()?;
            let name = |member: &usize| roster.ids().get(*member).cloned();
            let lost = absent(*carrier);
            let (member, carried_by) = (name(member)?, name(carrier)?);
            let through: Vec<Id> = through.iter().filter_map(name).collect();
            let by_way_of = if through.is_empty() {
                String::new()
            } else {
                format!(" by way of {}", listed(&through.iter().map(Id::as_str).collect::<Vec<_>>()))
            };
            let says = if lost {
                format!(
                    "the vote of {member} went{by_way_of} to {carried_by}, who is absent, so that {member} counts as absent too"
                )
            } else {
                format!("{carried_by} votes for {member}{by_way_of}")
            };
            Some(CarriedVote { member, carried_by, through, lost, says })
        };
        self.ways.iter().filter_map(line).collect()
    }

    fn holder(&self, member: usize) -> usize {
        self.carrier(member).unwrap_or(member)
    }

    fn node(&self, node: &Node, proxies: bool) -> Node {
        match node {
            Node::Leaf(leaf) => Node::Leaf(self.leaf(leaf, proxies)),
            Node::AtLeast { count, of } => {
                Node::AtLeast { count: *count, of: of.iter().map(|node| self.node(node, proxies)).collect() }
            }
            Node::Quorum { cast, among, heads, then } => {
                // A member stands here once for each head they count for.
                let counts = |member: &&usize| *cast || proxies || self.carrier(**member).is_none();
                let mut among: Vec<usize> = among.iter().filter(counts).map(|member| self.holder(*member)).collect();
                among.sort_unstable();
                Node::Quorum { cast: *cast, among, heads: *heads, then: Box::new(self.node(then, proxies)) }
            }
        }
    }

    fn leaf(&self, leaf: &Leaf, proxies: bool) -> Leaf {
        match leaf {
            Leaf::Consent(among) => Leaf::Consent(self.holders(among)),
            Leaf::SignOff(holders) => Leaf::SignOff(self.holders(holders)),
            Leaf::Votes { voters, bar, casting } => {
                let mut held: Vec<(usize, u64)> = Vec::with_capacity(voters.len());
                let mut by_holder: Vec<(usize, u64)> =
                    voters.iter().map(|(member, weight)| (self.holder(*member), *weight)).collect();
                by_holder.sort_unstable();
                for (member, weight) in by_holder {
                    match held.last_mut() {
                        // The sum of all weights is at most 2^53.
                        Some((last, sum)) if *last == member => *sum += weight,
                        _ => held.push((member, weight)),
                    }
                }
                let casting = casting.filter(|member| proxies || self.carrier(*member).is_none());
                Leaf::Votes { voters: held, bar: *bar, casting: casting.map(|member| self.holder(member)) }
            }
        }
    }

    fn holders(&self, members: &[usize]) -> Vec<usize> {
        let mut holders: Vec<usize> = members.iter().map(|member| self.holder(*member)).collect();
        holders.sort_unstable();
        holders.dedup();
        holders
    }
}

#[cfg(test)]
mod tests;
