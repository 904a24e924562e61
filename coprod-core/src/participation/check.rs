//! Checks the group and what is named in its decisions before anything is inferred.

use std::collections::BTreeSet;

use super::decision::HowDecided;
use super::request::{
    LevelRequest, MOST_DECISIONS, MOST_EVIDENCE, MOST_HOW_ENTRIES, MOST_HOW_LETTERS, MOST_KINDS_OF_PEOPLE, MOST_PEOPLE,
};
use crate::error::{ErrorReport, GroupError, ParticipationError, Pointer};
use crate::group::{MOST_NAME_LETTERS, MOST_TITLE_LETTERS, Member, Roster, Stage, letters_beyond};
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
    at_most("constituencies", request.constituencies.len(), MOST_KINDS_OF_PEOPLE, &at)?;
    at_most("definitions", request.definitions.len(), MOST_KINDS_OF_PEOPLE, &root.key("definitions"))?;
    at_most("frameworks", request.frameworks.len(), MOST_KINDS_OF_PEOPLE, &root.key("frameworks"))?;
    unique(request.constituencies.iter().map(|constituency| &constituency.id), &at)?;
    for (index, constituency) in request.constituencies.iter().enumerate() {
        short("name", constituency.name.as_deref(), MOST_NAME_LETTERS, || at.index(index).key("name"))?;
    }
    let at = root.key("people");
    let members: Vec<Member> =
        request.people.iter().map(|person| Member { id: person.id.clone(), constituency: person.constituency.clone() }).collect();
    let roster = Roster::new(&members, &at, MOST_PEOPLE)?;
    for (index, person) in request.people.iter().enumerate() {
        let here = at.index(index);
        short("name", person.name.as_deref(), MOST_NAME_LETTERS, || here.key("name"))?;
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
    at_most("decisions", request.decisions.len(), MOST_DECISIONS, &at)?;
    unique(request.decisions.iter().map(|decision| &decision.id), &at)?;
    for (index, decision) in request.decisions.iter().enumerate() {
        short("title", decision.title.as_deref(), MOST_TITLE_LETTERS, || at.index(index).key("title"))?;
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

fn at_most(what: &'static str, count: usize, limit: usize, at: &Pointer) -> Result<(), ParticipationError> {
    if count > limit { Err(ParticipationError::GroupTooLarge { path: at.clone(), what, count, limit }) } else { Ok(()) }
}

fn short(what: &'static str, text: Option<&str>, limit: usize, at: impl FnOnce() -> Pointer) -> Result<(), ParticipationError> {
    match letters_beyond(text, limit) {
        Some(count) => Err(ParticipationError::InvalidText { path: at(), what, count, limit }),
        None => Ok(()),
    }
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
        at_most("members named here", ids.len(), MOST_HOW_ENTRIES, at)?;
        for (index, id) in ids.iter().enumerate() {
            if roster.number(id.as_str()).is_none() {
                return Err(ParticipationError::UnknownMember { path: at.index(index), id: id.to_string() });
            }
        }
        Ok(())
    };
    at_most("pieces of evidence", how.evidence.len(), MOST_EVIDENCE, &at.key("evidence"))?;
    at_most("declared limits", how.declared_limits.len(), MOST_HOW_ENTRIES, &at.key("declared_limits"))?;
    for (index, limit) in how.declared_limits.iter().enumerate() {
        short("limit", Some(limit), MOST_HOW_LETTERS, || at.key("declared_limits").index(index))?;
    }
    at_most("sign-offs", how.sign_offs.len(), MOST_HOW_ENTRIES, &at.key("sign_offs"))?;
    known(&how.agenda_held_by, &at.key("agenda_held_by"))?;
    known(&how.can_impose, &at.key("can_impose"))?;
    for (index, sign_off) in how.sign_offs.iter().enumerate() {
        let here = at.key("sign_offs").index(index);
        short("text", sign_off.what.as_deref(), MOST_HOW_LETTERS, || here.key("what"))?;
        short("text", sign_off.limited_to.as_deref(), MOST_HOW_LETTERS, || here.key("limited_to"))?;
        let by = here.key("by");
        if sign_off.by.is_empty() {
            return Err(ParticipationError::EmptyGroup { path: by, what: "members who must authorise it" });
        }
        known(&sign_off.by, &by)?;
    }
    Ok(())
}
