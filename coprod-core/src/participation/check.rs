//! Checks the group and what is named in its decisions before anything is inferred.

use std::collections::BTreeSet;

use super::decision::HowDecided;
use super::request::{LevelRequest, MOST_DECISIONS, MOST_PEOPLE};
use crate::error::{ErrorReport, GroupError, ParticipationError, Pointer};
use crate::group::{Member, Roster, Stage};
use crate::unit::{Date, Id};

/// Everybody, numbered.
///
/// # Errors
/// `empty_group`, `group_too_large`, `duplicate_id`, `no_constituency`, `unknown_constituency`, `unknown_member`, `dates_reversed`.
pub(super) fn check(request: &LevelRequest) -> Result<Roster, ErrorReport> {
    let root = Pointer::root();
    let at = root.key("constituencies");
    if request.constituencies.is_empty() {
        return Err(ParticipationError::EmptyGroup { path: at, what: "constituencies" }.into());
    }
    unique(request.constituencies.iter().map(|constituency| &constituency.id), &at)?;
    let at = root.key("people");
    let members: Vec<Member> =
        request.people.iter().map(|person| Member { id: person.id.clone(), constituency: person.constituency.clone() }).collect();
    let roster = Roster::new(&members, &at, MOST_PEOPLE)?;
    for (index, person) in request.people.iter().enumerate() {
        let here = at.index(index);
        let Some(constituency) = &person.constituency else {
            return Err(ParticipationError::NoConstituency { path: here, id: person.id.to_string() }.into());
        };
        if !request.constituencies.iter().any(|known| known.id == *constituency) {
            let (path, id) = (here.key("constituency"), constituency.to_string());
            return Err(ParticipationError::UnknownConstituency { path, id }.into());
        }
        in_order(person.joined, person.left, &here.key("left"))?;
    }
    let at = root.key("decisions");
    if request.decisions.len() > MOST_DECISIONS {
        let (what, count, limit) = ("decisions", request.decisions.len(), MOST_DECISIONS);
        return Err(ParticipationError::GroupTooLarge { path: at, what, count, limit }.into());
    }
    unique(request.decisions.iter().map(|decision| &decision.id), &at)?;
    for (index, decision) in request.decisions.iter().enumerate() {
        in_order(decision.began, decision.date, &at.index(index).key("date"))?;
        named(&decision.how, &at.index(index).key("how"), &roster)?;
    }
    for stage in Stage::ALL {
        if let Some(how) = request.stages.of(stage) {
            named(how, &root.key("stages").key(stage.to_string()), &roster)?;
        }
    }
    Ok(roster)
}

fn unique<'a>(ids: impl Iterator<Item = &'a Id>, at: &Pointer) -> Result<(), ParticipationError> {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(ParticipationError::DuplicateId { path: at.index(index).key("id"), id: id.to_string() });
        }
    }
    Ok(())
}

fn in_order(first: Option<Date>, second: Option<Date>, at: &Pointer) -> Result<(), GroupError> {
    match first.zip(second) {
        Some((first, second)) if second < first => {
            Err(GroupError::DatesReversed { path: at.clone(), first: first.to_string(), second: second.to_string() })
        }
        _ => Ok(()),
    }
}

/// Everybody who holds a power beside the rule is known.
fn named(how: &HowDecided, at: &Pointer, roster: &Roster) -> Result<(), ParticipationError> {
    let known = |ids: &[Id], at: &Pointer| {
        for (index, id) in ids.iter().enumerate() {
            if roster.number(id.as_str()).is_none() {
                return Err(ParticipationError::UnknownMember { path: at.index(index), id: id.to_string() });
            }
        }
        Ok(())
    };
    known(&how.agenda_held_by, &at.key("agenda_held_by"))?;
    known(&how.can_impose, &at.key("can_impose"))?;
    for (index, sign_off) in how.sign_offs.iter().enumerate() {
        let by = at.key("sign_offs").index(index).key("by");
        if sign_off.by.is_empty() {
            return Err(ParticipationError::EmptyGroup { path: by, what: "members who must authorise it" });
        }
        known(&sign_off.by, &by)?;
    }
    Ok(())
}
