//! Every way in which so many members can be away, members who are alike taken together.

use num_bigint::BigUint;
use num_integer::binomial;

use super::super::roles::{Role, classes};
use super::AwayMembers;
use crate::group::Roster;
use crate::unit::Count;

/// Kinds of members who may be away: of one constituency, and with the same part in the rule.
pub(super) struct Ways {
    kinds: Vec<Vec<usize>>,
    count: usize,
}

impl Ways {
    pub(super) fn of(roster: &Roster, roles: &[Role], among: &[usize], count: usize) -> Self {
        let side = |member: usize| roster.constituencies().iter().position(|(_, seats)| seats.binary_search(&member).is_ok());
        Self { kinds: classes(among.iter().copied(), |member| (roles.get(member), side(member))), count }
    }

    pub(super) fn kinds(&self) -> usize {
        self.kinds.len()
    }

    /// How many of each kind are away, way by way; nothing where there are more than `most` ways.
    pub(super) fn patterns(&self, most: usize) -> Option<Vec<Vec<usize>>> {
        let mut found = vec![(Vec::new(), self.count)];
        for (number, kind) in self.kinds.iter().enumerate() {
            let room: usize = self.kinds.iter().skip(number + 1).map(Vec::len).sum();
            let mut next = Vec::new();
            for (taken, left) in found {
                for own in (left.saturating_sub(room)..=kind.len().min(left)).rev() {
                    let pattern: Vec<usize> = taken.iter().copied().chain([own]).collect();
                    next.push((pattern, left - own));
                }
                // Every beginning can be completed, so that there are no fewer ways than beginnings.
                if next.len() > most {
                    return None;
                }
            }
            found = next;
        }
        Some(found.into_iter().map(|(pattern, _)| pattern).collect())
    }

    /// The first so many members of each kind.
    pub(super) fn away(&self, pattern: &[usize]) -> Vec<usize> {
        self.kinds.iter().zip(pattern).flat_map(|(kind, count)| kind.iter().take(*count)).copied().collect()
    }

    /// In how many ways that can be.
    pub(super) fn number(&self, pattern: &[usize]) -> Count {
        let each = self.kinds.iter().zip(pattern);
        let ways: BigUint = each.map(|(kind, count)| binomial(BigUint::from(kind.len()), BigUint::from(*count))).product();
        Count::from(ways)
    }

    /// The same by name.
    pub(super) fn named(&self, roster: &Roster, pattern: &[usize]) -> Vec<AwayMembers> {
        let each = self.kinds.iter().zip(pattern).filter(|(_, count)| **count > 0);
        let ids = |kind: &Vec<usize>| kind.iter().filter_map(|member| roster.ids().get(*member)).cloned().collect();
        each.map(|(kind, count)| AwayMembers { count: *count, of: ids(kind) }).collect()
    }
}
