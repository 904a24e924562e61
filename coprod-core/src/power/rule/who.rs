//! Members by number, from how a request names them.

use std::collections::BTreeSet;

use super::grammar::Who;
use crate::error::{Pointer, PowerError};
use crate::group::Roster;
use crate::unit::Id;

/// These members, in order; everybody where nobody is named.
///
/// # Errors
/// `unknown_constituency`; those of [`members`].
pub(in super::super) fn who(roster: &Roster, among: Option<&Who>, path: &Pointer) -> Result<Vec<usize>, PowerError> {
    match among {
        None => Ok((0..roster.len()).collect()),
        Some(Who::Members(ids)) => members(roster, ids, path),
        Some(Who::Constituency(id)) => match roster.constituency(id.as_str()) {
            Some(seats) => Ok(seats.to_vec()),
            None => Err(PowerError::UnknownConstituency { path: path.clone(), id: id.to_string() }),
        },
    }
}

/// The members of these ids, in order.
///
/// # Errors
/// `empty_rule` for none, `duplicate_id`, `unknown_member`.
pub(super) fn members(roster: &Roster, ids: &[Id], path: &Pointer) -> Result<Vec<usize>, PowerError> {
    if ids.is_empty() {
        return Err(PowerError::EmptyRule { path: path.clone(), what: "this list of members" });
    }
    let mut members = BTreeSet::new();
    for (index, id) in ids.iter().enumerate() {
        let at = path.index(index);
        let member = member(roster, id, &at)?;
        if !members.insert(member) {
            return Err(PowerError::DuplicateId { path: at, id: id.to_string() });
        }
    }
    Ok(members.into_iter().collect())
}

/// The member of this id.
///
/// # Errors
/// `unknown_member`.
pub(super) fn member(roster: &Roster, id: &Id, path: &Pointer) -> Result<usize, PowerError> {
    roster.number(id.as_str()).ok_or_else(|| PowerError::UnknownMember { path: path.clone(), id: id.to_string() })
}
