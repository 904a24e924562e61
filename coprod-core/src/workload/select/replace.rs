//! Replacements for those who drop out: the rest of the panel stays, and the chances are worked out again among those who remain.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{SelectAnswer, SelectRequest, select};
use crate::error::{ErrorReport, Pointer, WorkloadError};
use crate::unit::Id;

/// Who drops out of which panel?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReplaceRequest {
    /// What the panel was chosen by. Its `draw` decides the replacement too: a seed with the round written behind it.
    pub request: SelectRequest,
    /// Who was on the panel.
    pub panel: Vec<Id>,
    /// Who of them drops out; those who come only together with them drop out as well.
    pub dropped: Vec<Id>,
    /// Which round of replacements this is: 1 if absent. The seed of round 2 is the seed followed by `/2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<u32>,
}

/// Who stays, and the chances of those who could come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReplaceAnswer {
    /// Who stays on the panel.
    pub kept: Vec<Id>,
    /// Who drops out, by name or together with somebody named.
    pub dropped: Vec<Id>,
    /// The seed of this round; null where there is none.
    pub seed: Option<String>,
    /// Who comes in, where a panel was drawn.
    pub replacements: Vec<Id>,
    /// The selection that this is, to be asked and checked like any other: those who stay are `chosen`, those who drop out `left_out`.
    pub request: SelectRequest,
    /// The chances, panels and draw; where nobody can replace them under the quotas, the smallest changes that would help.
    pub answer: SelectAnswer,
}

/// Finds replacements for those who drop out of a panel.
///
/// # Errors
/// `unknown_member` for somebody who is not on the panel or not among the people, `duplicate_id`, and all that [`super::select`] refuses.
pub fn select_replace(request: &ReplaceRequest) -> Result<ReplaceAnswer, ErrorReport> {
    let path = Pointer::root();
    let ask = &request.request;
    let people: BTreeSet<&Id> = ask.people.iter().map(|person| &person.id).collect();
    let panel = unique(&request.panel, &people, &path.key("panel"))?;
    let named = unique(&request.dropped, &panel, &path.key("dropped"))?;
    let groups: BTreeSet<&Id> =
        ask.people.iter().filter(|person| named.contains(&person.id)).filter_map(|person| person.together.as_ref()).collect();
    let drops = |id: &Id| {
        let with = |person: &super::Volunteer| person.together.as_ref().is_some_and(|group| groups.contains(group));
        named.contains(id) || ask.people.iter().any(|person| person.id == *id && with(person))
    };
    let dropped: Vec<Id> = request.panel.iter().filter(|id| drops(id)).cloned().collect();
    let kept: Vec<Id> = request.panel.iter().filter(|id| !drops(id)).cloned().collect();
    let mut next = ask.clone();
    next.chosen.clone_from(&kept);
    next.left_out.retain(|id| !dropped.contains(id));
    next.left_out.extend(dropped.iter().cloned());
    let round = request.round.unwrap_or(1);
    if let Some(draw) = &mut next.draw {
        // A number that was drawn is used up: the next one is drawn anew.
        draw.seed = draw.seed.take().map(|seed| format!("{seed}/{round}"));
    }
    let answer = select(&next).map_err(|error| ErrorReport { path: format!("/request{}", error.path), ..error })?;
    let drawn = answer.draw.as_ref().map(|draw| draw.panel.as_slice()).unwrap_or_default();
    Ok(ReplaceAnswer {
        replacements: drawn.iter().filter(|id| !kept.contains(id)).cloned().collect(),
        kept,
        dropped,
        seed: next.draw.as_ref().and_then(|draw| draw.seed.clone()),
        request: next,
        answer,
    })
}

fn unique<'a>(ids: &'a [Id], among: &BTreeSet<&Id>, path: &Pointer) -> Result<BTreeSet<&'a Id>, WorkloadError> {
    let mut seen = BTreeSet::new();
    for (number, id) in ids.iter().enumerate() {
        if !among.contains(id) {
            return Err(WorkloadError::UnknownMember { path: path.index(number), id: id.to_string() });
        }
        if !seen.insert(id) {
            return Err(WorkloadError::DuplicateId { path: path.index(number), id: id.to_string() });
        }
    }
    Ok(seen)
}
