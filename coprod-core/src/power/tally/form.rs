//! Ballots in the form that a method counts, with options as numbers.

use std::collections::BTreeMap;

use super::ballot::Ballot;
use super::check::Options;
use super::method::{CriteriaSettings, TallyMethod};
use super::ranked::RankedBallots;
use super::rated::{CriterionRatings, Scores};
use crate::error::{Pointer, TallyError, visible};
use crate::unit::{Exact, Id, IdMap, Ratio};

/// Ballots in the form that a method counts.
pub(super) enum Form {
    Ranked(RankedBallots),
    /// How many approve of each option.
    Approvals(Vec<u64>),
    /// How many give each option each score; and the same as orders, higher scores first.
    Scored(Vec<Scores>, RankedBallots),
    /// How many give each option each grade, best first.
    Graded(Vec<Vec<u64>>),
    Rated(Vec<CriterionRatings>),
}

/// How many put each option first, those that share it in equal parts: by option and by how many share.
pub(super) type Firsts = BTreeMap<usize, BTreeMap<usize, u64>>;

/// The ballots of all, or of some, of the voters.
pub(super) struct Encoded {
    pub(super) form: Form,
    pub(super) firsts: Firsts,
    pub(super) votes: u64,
}

/// The ballots, by their number in the request, with how many voters cast each.
pub(super) type Cast<'a> = [(usize, &'a Ballot, u64)];

struct At(Pointer);

impl At {
    fn ballot(number: usize, field: &str) -> Self {
        Self(Pointer::root().key("ballots").index(number).key(field))
    }
}

fn unfit(number: usize, needs: &str) -> TallyError {
    TallyError::BallotUnfit { path: Pointer::root().key("ballots").index(number), needs: format!("\"{needs}\"") }
}

fn first_of(firsts: &mut Firsts, best: &[usize], count: u64) {
    for option in best {
        *firsts.entry(*option).or_default().entry(best.len()).or_default() += count;
    }
}

/// How many put each option first, as a number.
pub(super) fn first_votes(firsts: &Firsts, option: usize) -> Exact {
    let shared = firsts.get(&option);
    let parts: Vec<Exact> = shared.into_iter().flatten().filter_map(|(share, count)| Exact::new(*count, *share as u64)).collect();
    Exact::sum(&parts)
}

/// Puts ballots into the form that the method counts.
///
/// # Errors
/// For a ballot that does not have that form, or holds what cannot be: an unknown option, one twice, a score out of range.
pub(super) fn encode(cast: &Cast<'_>, method: &TallyMethod, options: &Options<'_>) -> Result<Encoded, TallyError> {
    let mut firsts = Firsts::new();
    let form = match method {
        TallyMethod::Approval(_) => Form::Approvals(approvals(cast, options, &mut firsts)?),
        TallyMethod::Score(set) => scores(cast, options, (set.least, set.most), &mut firsts)?,
        TallyMethod::Star(set) => scores(cast, options, (set.least, set.most), &mut firsts)?,
        TallyMethod::MajorityJudgement(set) => Form::Graded(grades(cast, options, &set.grades, &mut firsts)?),
        TallyMethod::Criteria(set) => Form::Rated(ratings(cast, options, set)?),
        _ => Form::Ranked(rankings(cast, options, &mut firsts)?),
    };
    // Checked to fit.
    let votes = cast.iter().map(|(.., count)| count).sum();
    Ok(Encoded { form, firsts, votes })
}

fn rankings(cast: &Cast<'_>, options: &Options<'_>, firsts: &mut Firsts) -> Result<RankedBallots, TallyError> {
    let mut ranked = RankedBallots::new(options.len())?;
    for (number, ballot, count) in cast {
        let ranking = ballot.ranking.as_ref().ok_or_else(|| unfit(*number, "ranking"))?;
        let mut seen = vec![false; options.len()];
        let mut places: Vec<Vec<u16>> = Vec::with_capacity(ranking.len());
        for (at, place) in ranking.iter().enumerate() {
            let mut shared = Vec::with_capacity(1);
            for id in place.options() {
                let path = || At::ballot(*number, "ranking").0.index(at);
                let option = options.number(id, path)?;
                if seen.get_mut(option).is_some_and(|seen| std::mem::replace(seen, true)) {
                    return Err(TallyError::DuplicateId { path: path(), id: id.to_string() });
                }
                // Below the most options.
                shared.push(u16::try_from(option).unwrap_or(u16::MAX));
            }
            places.push(shared);
        }
        if let Some(best) = places.iter().find(|place| !place.is_empty()) {
            first_of(firsts, &best.iter().map(|option| usize::from(*option)).collect::<Vec<_>>(), *count);
        }
        ranked.push_shared(*count, places.iter().map(Vec::as_slice))?;
    }
    Ok(ranked)
}

fn approvals(cast: &Cast<'_>, options: &Options<'_>, firsts: &mut Firsts) -> Result<Vec<u64>, TallyError> {
    let mut sums = vec![0_u64; options.len()];
    for (number, ballot, count) in cast {
        let approves = ballot.approves.as_ref().ok_or_else(|| unfit(*number, "approves"))?;
        let mut seen = vec![false; options.len()];
        for (at, id) in approves.iter().enumerate() {
            let path = || At::ballot(*number, "approves").0.index(at);
            let option = options.number(id, path)?;
            if seen.get_mut(option).is_some_and(|seen| std::mem::replace(seen, true)) {
                return Err(TallyError::DuplicateId { path: path(), id: id.to_string() });
            }
            sums.get_mut(option).into_iter().for_each(|sum| *sum += count);
            first_of(firsts, &[option], *count);
        }
    }
    Ok(sums)
}

fn in_range(value: Ratio, (least, most): (Ratio, Ratio), path: impl FnOnce() -> Pointer) -> Result<(), TallyError> {
    if least <= value && value <= most {
        return Ok(());
    }
    let hint = format!("give a number from {least} to {most}");
    Err(TallyError::OutOfRange { path: path(), detail: format!("{value} is not from {least} to {most}"), hint })
}

fn scores(cast: &Cast<'_>, options: &Options<'_>, range: (Ratio, Ratio), firsts: &mut Firsts) -> Result<Form, TallyError> {
    let mut sums = vec![Scores::new(); options.len()];
    let mut ranked = RankedBallots::new(options.len())?;
    for (number, ballot, count) in cast {
        let scores = ballot.scores.as_ref().ok_or_else(|| unfit(*number, "scores"))?;
        let mut order: BTreeMap<std::cmp::Reverse<Ratio>, Vec<u16>> = BTreeMap::new();
        for (id, score) in scores.iter() {
            let path = || At::ballot(*number, "scores").0.key(id.as_str());
            let option = options.number(id, path)?;
            in_range(*score, range, path)?;
            sums.get_mut(option).into_iter().for_each(|own| *own.entry(*score).or_default() += count);
            order.entry(std::cmp::Reverse(*score)).or_default().push(u16::try_from(option).unwrap_or(u16::MAX));
        }
        if let Some(best) = order.values().next() {
            first_of(firsts, &best.iter().map(|option| usize::from(*option)).collect::<Vec<_>>(), *count);
        }
        // No score is the lowest one.
        order.remove(&std::cmp::Reverse(range.0));
        ranked.push_shared(*count, order.values().map(Vec::as_slice))?;
    }
    Ok(Form::Scored(sums, ranked))
}

fn grades(cast: &Cast<'_>, options: &Options<'_>, words: &[String], firsts: &mut Firsts) -> Result<Vec<Vec<u64>>, TallyError> {
    let mut sums = vec![vec![0_u64; words.len()]; options.len()];
    for (number, ballot, count) in cast {
        let grades = ballot.grades.as_ref().ok_or_else(|| unfit(*number, "grades"))?;
        let mut given = vec![words.len() - 1; options.len()];
        for (id, grade) in grades.iter() {
            let path = || At::ballot(*number, "grades").0.key(id.as_str());
            let option = options.number(id, path)?;
            let at = words.iter().position(|word| word == grade);
            let at = at.ok_or_else(|| TallyError::UnknownGrade {
                path: path(),
                grade: visible(&grade.chars().take(40).collect::<String>()),
            })?;
            given.get_mut(option).into_iter().for_each(|given| *given = at);
        }
        for (sums, grade) in sums.iter_mut().zip(&given) {
            sums.get_mut(*grade).into_iter().for_each(|sum| *sum += count);
        }
        let best = grades.keys().filter_map(|id| options.number(id, Pointer::root).ok());
        let top = given.iter().min().copied();
        let best: Vec<usize> = best.filter(|option| given.get(*option).copied() == top).collect();
        first_of(firsts, &best, *count);
    }
    Ok(sums)
}

fn ratings(cast: &Cast<'_>, options: &Options<'_>, set: &CriteriaSettings) -> Result<Vec<CriterionRatings>, TallyError> {
    let mut by: Vec<CriterionRatings> = set
        .criteria
        .iter()
        .map(|criterion| CriterionRatings {
            name: criterion.id.to_string(),
            weight: criterion.weight,
            ratings: vec![Scores::new(); options.len()],
        })
        .collect();
    for (number, ballot, count) in cast {
        let ratings: &IdMap<IdMap<Ratio>> = ballot.ratings.as_ref().ok_or_else(|| unfit(*number, "ratings"))?;
        for (id, own) in ratings.iter() {
            let path = || At::ballot(*number, "ratings").0.key(id.as_str());
            let option = options.number(id, path)?;
            for (criterion, rating) in own.iter() {
                let path = || path().key(criterion.as_str());
                let known = |known: &&mut CriterionRatings| known.name == criterion.as_str();
                let unknown = |id: &Id| {
                    let detail = format!("\"{id}\" is not one of the criteria");
                    TallyError::OutOfRange { path: path(), detail, hint: "use the id of a listed criterion".to_owned() }
                };
                in_range(*rating, (set.least, set.most), path)?;
                let by = by.iter_mut().find(known).ok_or_else(|| unknown(criterion))?;
                by.ratings.get_mut(option).into_iter().for_each(|own| *own.entry(*rating).or_default() += count);
            }
        }
    }
    Ok(by)
}
