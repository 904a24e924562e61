//! The check of a split: by code of its own, which shares nothing with the search.
//!
//! It reads the request and the answer afresh, works out who may do what and what each person has, and then shows which guarantees hold,
//! without searching for a better split: each step takes about as long as it takes to read what it is about.

mod able;
mod answer;
mod bound;
mod certify;
mod claim;
mod crowd;
mod envy;
mod limits;
mod part;
mod rate;
mod read;
mod seat;
mod shift;
mod view;
mod whole;

#[cfg(test)]
mod tests;

pub use answer::{
    CheckedLoad, EnvyWitness, FairerShift, GuaranteeState, SplitBound, SplitCertificate, SplitGuarantee, SplitGuaranteeName,
    SplitProblem, SplitProblemKind, VerifyAnswer,
};
pub use certify::MOST_ENVY_TOLD;
pub use claim::{ClaimedCertificate, ClaimedLoad, ClaimedSplit, ClaimedSupport, VerifyRequest};

use std::collections::{BTreeMap, BTreeSet};

use self::crowd::Crowd;
use self::read::Problems;
use self::view::View;
use super::board::hours;
use super::known::at_most;
use super::{MOST_FURTHER_COSTS, MOST_PEOPLE, MOST_PLACES, MOST_TASKS, SplitRequest};
use crate::error::{ErrorCode, ErrorReport, Pointer, WorkloadError};
use crate::unit::{Id, Ratio};

/// Checks a split, from wherever it comes: what each person has, whether that is within all limits, whether what the answer claims is so,
/// and which guarantees hold.
///
/// # Errors
/// As `workload.split` for what it would refuse too, with paths below `/request`; `too_many` for an answer with more people, assignments or people
/// of all assignments together than any split has. What else is wrong with the answer is no error: it is listed.
pub fn verify(asked: &VerifyRequest) -> Result<VerifyAnswer, ErrorReport> {
    super::split::check(&asked.request).map_err(|error| {
        let report = ErrorReport::from(error);
        ErrorReport { path: format!("/request{}", report.path), ..report }
    })?;
    if asked.answer.assignments.is_none() {
        let path = Pointer::root().key("answer").key("assignments");
        let help = "give the assignments of a split: [{\"task\": ..., \"people\": [...]}]";
        return Err(ErrorReport::new(ErrorCode::MissingField, &path, "the assignments are missing", help));
    }
    sizes(&asked.answer)?;
    let (view, mut problems) = read::read(&asked.request, &asked.answer)?;
    limits::check(&view, &mut problems)?;
    let certificate = certify::certify(&view, tight_of(&view, &asked.answer), SearchProof::default(), &problems);
    let people: Vec<CheckedLoad> = view.workers.iter().zip(&asked.request.people).map(load).collect();
    let vector: Vec<Ratio> = view.vector().into_iter().filter_map(part::Part::ratio).collect();
    claims(&asked.answer, &people, &vector, &mut problems);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(VerifyAnswer {
        sound: problems.is_empty(),
        problems,
        people,
        vector,
        places: count(view.spots.len()),
        filled: count(view.spots.iter().filter(|spot| spot.holder.is_some()).count()),
        certificate,
    })
}

/// Refuses answers longer than any to a request that is not refused.
fn sizes(answer: &ClaimedSplit) -> Result<(), WorkloadError> {
    let root = Pointer::root().key("answer");
    let assignments = answer.assignments.as_deref().unwrap_or_default();
    at_most("assignments", assignments.len(), MOST_TASKS, || root.key("assignments"))?;
    let named = assignments.iter().map(|assignment| assignment.people.len()).sum();
    at_most("people of all assignments", named, MOST_PLACES + MOST_TASKS, || root.key("assignments"))?;
    at_most("people", answer.people.as_ref().map_or(0, Vec::len), MOST_PEOPLE, || root.key("people"))?;
    let supports = answer.people.iter().flatten().filter_map(|load| load.support.as_ref()).map(Vec::len).sum();
    at_most("supports of all people", supports, MOST_FURTHER_COSTS, || root.key("people"))?;
    at_most("ratios", answer.vector.as_ref().map_or(0, Vec::len), MOST_PEOPLE, || root.key("vector"))?;
    let tight = answer.certificate.as_ref().and_then(|certificate| certificate.tight.as_ref());
    at_most("people", tight.map_or(0, Vec::len), MOST_PEOPLE, || root.key("certificate").key("tight"))
}

/// What the search for a split has proved.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SearchProof {
    /// That no more places, and no earlier ones, can be filled.
    pub(super) filled: bool,
    /// That no split of the places filled is fairer.
    pub(super) vector: bool,
}

/// The certificate of a split that was found for `request`. `tight` are the people of whom the search knows that they show its bound.
pub(super) fn certificate(
    request: &SplitRequest,
    assignments: &[super::Assignment],
    people: &[super::WorkLoad],
    tight: Vec<Id>,
    proved: SearchProof,
) -> Result<SplitCertificate, WorkloadError> {
    let certificate = Some(ClaimedCertificate { tight: Some(tight), ..ClaimedCertificate::default() });
    let help = |given: &super::SupportGiven| ClaimedSupport {
        task: Some(given.task.clone()),
        person: Some(given.person.clone()),
        ..ClaimedSupport::default()
    };
    let load = |load: &super::WorkLoad| ClaimedLoad {
        id: Some(load.id.clone()),
        support: Some(load.support.iter().map(help).collect()),
        ..ClaimedLoad::default()
    };
    let (assignments, people) = (Some(assignments.to_vec()), Some(people.iter().map(load).collect()));
    let claimed = ClaimedSplit { assignments, people, certificate, ..ClaimedSplit::default() };
    let (view, mut problems) = read::read(request, &claimed)?;
    limits::check(&view, &mut problems)?;
    Ok(certify::certify(&view, tight_of(&view, &claimed), proved, &problems))
}

fn load((worker, person): (&view::Worker, &crate::group::Person)) -> CheckedLoad {
    let of_capacity = Some(worker.now()).filter(|_| worker.counts()).and_then(part::Part::ratio);
    CheckedLoad { id: person.id.clone(), hours: hours(worker.load), of_capacity }
}

/// The people whom the answer's certificate names, as far as they are there.
fn tight_of(view: &View, answer: &ClaimedSplit) -> Option<Crowd> {
    let named =
        answer.certificate.as_ref().and_then(|certificate| certificate.tight.as_ref()).filter(|tight| !tight.is_empty())?;
    let named: BTreeSet<&Id> = named.iter().collect();
    let people = view.request.people.iter().enumerate();
    Some(people.filter(|(_, person)| named.contains(&person.id)).map(|(number, _)| number).collect())
}

/// Adds what the answer claims and is not so.
fn claims(answer: &ClaimedSplit, people: &[CheckedLoad], vector: &[Ratio], problems: &mut Problems) {
    let root = Pointer::root().key("answer");
    let mut wrong = |path: &Pointer, what: String| {
        problems.push(SplitProblem { kind: SplitProblemKind::WrongClaim, path: path.to_string(), what });
    };
    let by_id: BTreeMap<&Id, &CheckedLoad> = people.iter().map(|checked| (&checked.id, checked)).collect();
    for (index, claimed) in answer.people.iter().flatten().enumerate() {
        let path = |key: &str| root.key("people").index(index).key(key);
        let Some(id) = &claimed.id else { continue };
        let Some(checked) = by_id.get(id) else {
            wrong(&path("id"), format!("no person has the id \"{id}\""));
            continue;
        };
        if let Some(hours) = claimed.hours.filter(|hours| *hours != checked.hours) {
            wrong(&path("hours"), format!("\"{id}\" has {}, not {}", checked.hours.in_words(), hours.in_words()));
        }
        if let Some(ratio) = claimed.of_capacity.filter(|ratio| Some(*ratio) != checked.of_capacity) {
            let has = checked
                .of_capacity
                .map_or("agreed to give no hours".to_owned(), |has| format!("has {has} of what they agreed to give"));
            wrong(&path("of_capacity"), format!("\"{id}\" {has}, not {ratio}"));
        }
    }
    if answer.vector.as_deref().is_some_and(|claimed| claimed != vector) {
        wrong(&root.key("vector"), "the ratios are others".to_owned());
    }
    if let (Some(claimed), Some(largest)) = (answer.bound, vector.first())
        && claimed > *largest
    {
        wrong(&root.key("bound"), format!("{claimed} is above the largest ratio, {largest}, and so no bound"));
    }
}
