//! The members of a group, checked and numbered.

use std::collections::BTreeMap;

use super::Member;
use crate::error::{GroupError, Pointer};
use crate::unit::Id;

/// Members in the order given, each with a number from 0, and the constituencies they name in order of first appearance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    ids: Vec<Id>,
    numbers: BTreeMap<Id, usize>,
    constituencies: Vec<(Id, Vec<usize>)>,
}

impl Roster {
    /// Checks `members`, which stand at `path` in the request.
    ///
    /// # Errors
    /// `empty_group`, `group_too_large` beyond `limit`, `duplicate_id`, and `no_constituency` if some but not all have one.
    pub fn new(members: &[Member], path: &Pointer, limit: usize) -> Result<Self, GroupError> {
        if members.is_empty() {
            return Err(GroupError::EmptyGroup { path: path.clone(), what: "members" });
        }
        if members.len() > limit {
            return Err(GroupError::GroupTooLarge { path: path.clone(), what: "members", count: members.len(), limit });
        }
        let mut numbers = BTreeMap::new();
        let mut constituencies: Vec<(Id, Vec<usize>)> = Vec::new();
        let mut places: BTreeMap<&Id, usize> = BTreeMap::new();
        let grouped = members.iter().any(|member| member.constituency.is_some());
        for (number, member) in members.iter().enumerate() {
            let at = path.index(number);
            if numbers.insert(member.id.clone(), number).is_some() {
                return Err(GroupError::DuplicateId { path: at.key("id"), id: member.id.to_string() });
            }
            match &member.constituency {
                Some(id) => {
                    let next = constituencies.len();
                    match constituencies.get_mut(*places.entry(id).or_insert(next)) {
                        Some((_, seats)) => seats.push(number),
                        None => constituencies.push((id.clone(), vec![number])),
                    }
                }
                None if grouped => return Err(GroupError::NoConstituency { path: at, id: member.id.to_string() }),
                None => {}
            }
        }
        Ok(Self { ids: members.iter().map(|member| member.id.clone()).collect(), numbers, constituencies })
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Never: a roster has at least one member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The ids in the order given.
    #[must_use]
    pub fn ids(&self) -> &[Id] {
        &self.ids
    }

    /// The number of the member `id`.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// The constituencies and the numbers of their members.
    #[must_use]
    pub fn constituencies(&self) -> &[(Id, Vec<usize>)] {
        &self.constituencies
    }

    /// The numbers of the members of the constituency `id`.
    #[must_use]
    pub fn constituency(&self, id: &str) -> Option<&[usize]> {
        self.constituencies.iter().find(|(known, _)| known.as_str() == id).map(|(_, seats)| seats.as_slice())
    }
}
