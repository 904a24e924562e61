//! The vote event that is meant within a document, and where in the request each thing is that it says.

use super::document::{PopoloCount, PopoloDocument, PopoloGroupResult, PopoloMotion, PopoloVote};
use super::read::PopoloReadRequest;
use crate::error::{ErrorReport, GroupError, Pointer, PowerError};

/// Something that a document says, and where.
pub(super) type Said<'a> = (Pointer, &'a str);

/// A vote event, with what its motion says of it.
pub(super) struct Event<'a> {
    pub(super) counts: &'a [PopoloCount],
    pub(super) counts_at: Pointer,
    pub(super) group_results: &'a [PopoloGroupResult],
    pub(super) groups_at: Pointer,
    pub(super) votes: &'a [PopoloVote],
    pub(super) votes_at: Pointer,
    /// The results stated, the event's own first.
    pub(super) results: Vec<Said<'a>>,
    /// The motion in words.
    pub(super) texts: Vec<Said<'a>>,
    /// The event's own day first, then those on which the motion was proposed.
    pub(super) days: Vec<Said<'a>>,
    /// Where a requirement in words is.
    pub(super) requirements: Vec<Pointer>,
    /// What there is no place for.
    pub(super) past: Vec<Pointer>,
}

/// The vote event that is meant.
///
/// # Errors
/// `out_of_range` if it is not clear which one, `empty_group` for one without votes.
pub(super) fn event(request: &PopoloReadRequest) -> Result<Event<'_>, ErrorReport> {
    let document = &request.document;
    let at = Pointer::root().key("document");
    let own = document.votes.as_ref().is_some_and(|votes| !votes.is_empty());
    let found = match document.vote_events.as_deref() {
        None => alone(request, document, &at)?,
        // An event can say that it has none within it.
        Some([]) if own => alone(request, document, &at)?,
        Some(events) => within(request, events.len(), &at)?,
    };
    if found.votes.is_empty() {
        return Err(GroupError::EmptyGroup { path: found.votes_at, what: "votes" }.into());
    }
    Ok(found)
}

/// A document that is one vote event.
fn alone<'a>(request: &PopoloReadRequest, document: &'a PopoloDocument, at: &Pointer) -> Result<Event<'a>, PowerError> {
    if let Some(which) = request.event.filter(|which| *which > 0) {
        let detail =
            format!("there is no vote event {which}: the document has no list of \"vote_events\", and is one vote event itself");
        return Err(PowerError::OutOfRange { path: Pointer::root().key("event"), detail });
    }
    let mut event = Event {
        counts: document.counts.as_deref().unwrap_or_default(),
        counts_at: at.key("counts"),
        group_results: document.group_results.as_deref().unwrap_or_default(),
        groups_at: at.key("group_results"),
        votes: document.votes.as_deref().unwrap_or_default(),
        votes_at: if document.votes.is_some() { at.key("votes") } else { at.clone() },
        results: Vec::new(),
        texts: Vec::new(),
        days: Vec::new(),
        requirements: Vec::new(),
        past: Vec::new(),
    };
    say(&mut event.days, at, "start_date", document.start_date.as_deref());
    of_document(&mut event, document, at);
    event.unused(at, &[("end_date", document.end_date.is_some())]);
    if let Some(motion) = &document.motion {
        of_motion(&mut event, motion, &at.key("motion"));
    }
    Ok(event)
}

/// One of a motion's vote events.
fn within<'a>(request: &'a PopoloReadRequest, count: usize, at: &Pointer) -> Result<Event<'a>, PowerError> {
    let document = &request.document;
    let which = match (request.event, count) {
        (Some(event), _) => usize::try_from(event).unwrap_or(usize::MAX),
        (None, 1) => 0,
        (None, count) => {
            let detail = if count == 0 {
                "the list is empty: there is no vote event, and the document has no votes of its own".to_owned()
            } else {
                format!("there are {count} vote events, and \"event\" does not say which, from 0")
            };
            return Err(PowerError::OutOfRange { path: at.key("vote_events"), detail });
        }
    };
    let Some(found) = document.vote_events.as_ref().and_then(|events| events.get(which)) else {
        let detail = format!("there is no vote event {which}: there are {count}, counted from 0");
        return Err(PowerError::OutOfRange { path: Pointer::root().key("event"), detail });
    };
    let here = at.key("vote_events").index(which);
    let mut event = Event {
        counts: found.counts.as_deref().unwrap_or_default(),
        counts_at: here.key("counts"),
        group_results: found.group_results.as_deref().unwrap_or_default(),
        groups_at: here.key("group_results"),
        votes: found.votes.as_deref().unwrap_or_default(),
        votes_at: if found.votes.is_some() { here.key("votes") } else { here.clone() },
        results: Vec::new(),
        texts: Vec::new(),
        days: Vec::new(),
        requirements: Vec::new(),
        past: Vec::new(),
    };
    say(&mut event.results, &here, "result", found.result.as_deref());
    say(&mut event.days, &here, "start_date", found.start_date.as_deref());
    of_document(&mut event, document, at);
    // A motion has these in its vote events.
    let astray = [
        ("motion", document.motion.is_some()),
        ("start_date", document.start_date.is_some()),
        ("end_date", document.end_date.is_some()),
        ("counts", document.counts.is_some()),
        ("group_results", document.group_results.is_some()),
        ("votes", document.votes.is_some()),
    ];
    event.unused(at, &astray);
    let unused = [
        ("id", found.id.is_some()),
        ("identifier", found.identifier.is_some()),
        ("organization_id", found.organization_id.is_some()),
        ("end_date", found.end_date.is_some()),
    ];
    event.unused(&here, &unused);
    event.past.extend(found.other.iter().map(|key| here.key(key)));
    if let Some(motion) = &found.motion {
        of_motion(&mut event, motion, &here.key("motion"));
    }
    Ok(event)
}

/// What stands in the document itself, whichever of the two it is.
fn of_document<'a>(event: &mut Event<'a>, document: &'a PopoloDocument, at: &Pointer) {
    say(&mut event.results, at, "result", document.result.as_deref());
    say(&mut event.texts, at, "text", document.text.as_deref());
    say(&mut event.days, at, "date", document.date.as_deref());
    event.requirements.extend(document.requirement.as_ref().map(|_| at.key("requirement")));
    let unused = [
        ("id", document.id.is_some()),
        ("organization_id", document.organization_id.is_some()),
        ("identifier", document.identifier.is_some()),
    ];
    event.unused(at, &unused);
    event.past.extend(document.other.iter().map(|key| at.key(key)));
}

fn of_motion<'a>(event: &mut Event<'a>, motion: &'a PopoloMotion, at: &Pointer) {
    if motion.plain {
        event.past.push(at.clone());
        return;
    }
    say(&mut event.results, at, "result", motion.result.as_deref());
    say(&mut event.texts, at, "text", motion.text.as_deref());
    say(&mut event.days, at, "date", motion.date.as_deref());
    event.requirements.extend(motion.requirement.as_ref().map(|_| at.key("requirement")));
    event.unused(at, &[("id", motion.id.is_some())]);
    event.past.extend(motion.other.iter().map(|key| at.key(key)));
}

fn say<'a>(said: &mut Vec<Said<'a>>, at: &Pointer, key: &str, text: Option<&'a str>) {
    said.extend(text.map(|text| (at.key(key), text)));
}

impl Event<'_> {
    fn unused(&mut self, at: &Pointer, given: &[(&str, bool)]) {
        self.past.extend(given.iter().filter(|(_, given)| *given).map(|(key, _)| at.key(key)));
    }
}
