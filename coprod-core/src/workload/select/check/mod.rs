//! Whether an answer of [`super::select`] holds: everything is counted again from the request, by code that shares nothing with what
//! made the answer. No search: the certificate's proofs are followed step by step.

mod counts;
mod draw;
mod proof;
mod size;

pub use size::{MOST_CHECK_PANELS, MOST_CHECK_STEPS, MOST_CHECK_WORK};

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use serde::{Deserialize, Serialize};

use self::counts::Counts;
use super::{SelectAim, SelectAnswer, SelectRequest};
use crate::error::{ErrorReport, Pointer};
use crate::unit::{Exact, Id};

/// A selection and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelectCheckRequest {
    /// What was asked.
    pub request: SelectRequest,
    /// What was answered.
    pub answer: SelectAnswer,
}

/// What an answer is shown to guarantee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SelectGuarantee {
    /// All chances are as equal as they can be, from the smallest on.
    Leximin,
    /// The smallest chance is as large as it can be.
    Maximin,
    /// The chances are as stated; that they are the best is not shown.
    ChancesOnly,
    /// No panel keeps the quotas.
    NoPanel,
    /// None: something does not hold, or nothing was shown.
    None,
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelectFault {
    /// A JSON pointer into the request of the check.
    pub path: String,
    /// What does not hold.
    pub what: String,
}

/// Whether an answer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelectCheckAnswer {
    /// Whether all that was checked holds.
    pub holds: bool,
    /// What is shown to be guaranteed, if so.
    pub guarantee: SelectGuarantee,
    /// What does not hold, the first of each part.
    pub faults: Vec<SelectFault>,
    /// What was checked, and what was not.
    pub checked: Vec<String>,
}

/// What is wrong at a place in the answer.
type Fault = (Pointer, String);

fn fault<T>(path: Pointer, what: impl Into<String>) -> Result<T, Fault> {
    Err((path, what.into()))
}

fn ratio(exact: &Exact) -> BigRational {
    let (numer, denom) = exact.parts();
    BigRational::new(numer, denom)
}

/// Checks an answer of [`super::select`].
///
/// # Errors
/// What [`super::select`] refuses in the request, below `/request`; `out_of_range` for an answer with more than [`MOST_CHECK_STEPS`] steps
/// of proof, or that takes more than [`MOST_CHECK_WORK`] to check; `too_many` for more kinds or stages than volunteers can be, and for more than
/// [`MOST_CHECK_PANELS`] panels. An answer that does not hold is no error.
pub fn select_check(request: &SelectCheckRequest) -> Result<SelectCheckAnswer, ErrorReport> {
    let (ask, answer) = (&request.request, &request.answer);
    super::pool::Pool::new(ask).and_then(|_| super::lottery::check(ask)).map_err(|error| {
        let path = format!("/request{}", error.path().as_str());
        ErrorReport { path, ..error.into() }
    })?;
    size::check(ask, answer)?;
    let counts = Counts::new(ask);
    let mut checked = Vec::new();
    let mut faults = Vec::new();
    let guarantee = guarantee(ask, answer, &counts, &mut checked).unwrap_or_else(|(path, what)| {
        faults.push(SelectFault { path: path.as_str().to_owned(), what });
        SelectGuarantee::None
    });
    if answer.feasible == Some(true)
        && let Some(drawn) = &answer.draw
    {
        match draw::check(ask, answer, drawn, &counts) {
            Ok(()) => checked.push("the lots, their rounding, the number drawn and the panel drawn".to_owned()),
            Err((path, what)) => faults.push(SelectFault { path: path.as_str().to_owned(), what }),
        }
    }
    checked.push("not checked: that relaxations are the smallest ones, the rounding of decimals, the funnel, and what the answer says in words".to_owned());
    let holds = faults.is_empty();
    Ok(SelectCheckAnswer { holds, guarantee: if holds { guarantee } else { SelectGuarantee::None }, faults, checked })
}

fn guarantee(
    ask: &SelectRequest,
    answer: &SelectAnswer,
    counts: &Counts,
    checked: &mut Vec<String>,
) -> Result<SelectGuarantee, Fault> {
    let path = Pointer::root().key("answer");
    if answer.feasible == Some(false) {
        let weights = vec![BigRational::zero(); counts.kinds.len()];
        let ranges = counts.ranges(|_| true);
        let bound = -BigRational::one();
        proof::check(counts, &weights, &bound, &ranges, &answer.no_panel, &path.key("no_panel"))?;
        checked.push("no panel keeps the quotas".to_owned());
        relaxations(ask, answer)?;
        checked.push("each relaxation allows the panel beside it".to_owned());
        return Ok(SelectGuarantee::NoPanel);
    }
    if answer.feasible.is_none() {
        return Ok(SelectGuarantee::None);
    }
    let named = kinds(answer, counts)?;
    checked.push("everybody is of one kind, on the panel, or listed as not selectable; those of one kind are alike".to_owned());
    let chances = chances(ask, answer, counts, &named)?;
    checked.push("every panel keeps the size, the quotas and the households; the panels' chances sum to 1 and give everybody the chance stated".to_owned());
    let certain = nowhere(answer, counts, &named)?;
    let reached = stages(answer, counts, &named, &chances)?;
    checked.push("no panel weighs more than each stage of the certificate says, and what follows for the chances".to_owned());
    let all = certain && reached == Reached::All;
    let guarantee = match ask.aim {
        SelectAim::Leximin if all => SelectGuarantee::Leximin,
        _ if certain && reached != Reached::Nothing => SelectGuarantee::Maximin,
        _ => SelectGuarantee::ChancesOnly,
    };
    let owed = if ask.aim == SelectAim::Leximin { SelectGuarantee::Leximin } else { SelectGuarantee::Maximin };
    if answer.proved && guarantee != owed {
        return fault(path.key("proved"), "the answer says that it is proved, and the certificate does not show it");
    }
    Ok(guarantee)
}

/// Which of the request's kinds each kind of the answer is.
fn kinds(answer: &SelectAnswer, counts: &Counts) -> Result<Vec<usize>, Fault> {
    let path = Pointer::root().key("answer").key("kinds");
    let mut named = Vec::new();
    let mut seen = vec![false; counts.kinds.len()];
    for (number, kind) in answer.kinds.iter().enumerate() {
        let path = path.index(number);
        let first = kind.people.first().and_then(|unit| unit.first());
        let Some(own) = first.and_then(|id| counts.kind_of(id)) else { return fault(path, "nobody of this kind can be chosen") };
        let units = counts.kinds.get(own).map(|kind| kind.units.as_slice()).unwrap_or_default();
        if units != kind.people.as_slice() {
            return fault(path, "these are not exactly those who are alike, in the order of their ids");
        }
        if seen.get_mut(own).is_none_or(|seen| std::mem::replace(seen, true)) {
            return fault(path, "a kind stands twice");
        }
        named.push(own);
    }
    let listed: BTreeSet<&Id> = answer.not_selectable.iter().map(|person| &person.id).collect();
    for (kind, seen) in counts.kinds.iter().zip(&seen) {
        let missing = kind.units.iter().flatten().find(|id| !seen && !listed.contains(id));
        if let Some(id) = missing {
            return fault(path, format!("\"{id}\" is of no kind, and not listed as not selectable"));
        }
    }
    Ok(named)
}

/// The chance of each kind of the request, 0 for those not of the answer's.
fn chances(ask: &SelectRequest, answer: &SelectAnswer, counts: &Counts, named: &[usize]) -> Result<Vec<BigRational>, Fault> {
    let path = Pointer::root().key("answer");
    // Over one denominator, so that sums are of whole numbers.
    let below = answer.panels.iter().fold(BigInt::one(), |below, panel| proof::common(below, &panel.chance.exact.parts().1));
    let mut total = BigInt::zero();
    let mut sums = vec![BigInt::zero(); counts.kinds.len()];
    for (number, panel) in answer.panels.iter().enumerate() {
        let path = path.key("panels").index(number);
        let (top, bottom) = panel.chance.exact.parts();
        let chance = top * (&below / bottom);
        if !chance.is_positive() {
            return fault(path.key("chance"), "a panel's chance is not above 0");
        }
        let mut chosen = vec![0_i64; counts.kinds.len()];
        for entry in &panel.of {
            let own = named.get(entry.kind as usize).and_then(|own| chosen.get_mut(*own));
            let Some(place) = own else { return fault(path.key("of"), "there is no kind of this number") };
            *place += i64::from(entry.count);
        }
        if let Some(what) = counts.broken(&chosen) {
            return fault(path.key("of"), what);
        }
        for (sum, chosen) in sums.iter_mut().zip(&chosen) {
            if *chosen != 0 {
                *sum += &chance * *chosen;
            }
        }
        total += chance;
    }
    if total != below {
        return fault(path.key("panels"), "the panels' chances do not sum to 1");
    }
    let each = |(sum, kind): (BigInt, &counts::OwnKind)| BigRational::new(sum, &below * BigInt::from(kind.units.len()));
    let sums: Vec<BigRational> = sums.into_iter().zip(&counts.kinds).map(each).collect();
    for (number, (kind, own)) in answer.kinds.iter().zip(named).enumerate() {
        if sums.get(*own) != Some(&ratio(&kind.chance.exact)) {
            return fault(path.key("kinds").index(number).key("chance"), "the panels give another chance");
        }
    }
    let mut stated: BTreeMap<&Id, &Exact> = BTreeMap::new();
    for person in &answer.chances {
        stated.insert(&person.id, &person.chance.exact);
    }
    let settled: BTreeSet<&Id> = ask.chosen.iter().collect();
    for (number, person) in ask.people.iter().enumerate() {
        let chosen = settled.contains(&person.id);
        let kind = counts.kind_of(&person.id).and_then(|kind| sums.get(kind)).cloned();
        let chance = if chosen { BigRational::one() } else { kind.unwrap_or_else(BigRational::zero) };
        if stated.get(&person.id).map(|exact| ratio(exact)) != Some(chance) {
            return fault(path.key("chances").index(number), format!("the panels give \"{}\" another chance", person.id));
        }
    }
    Ok(sums)
}

/// Whether everybody who is of none of the answer's kinds is shown to be in no panel.
fn nowhere(answer: &SelectAnswer, counts: &Counts, named: &[usize]) -> Result<bool, Fault> {
    let path = Pointer::root().key("answer").key("nowhere");
    let mut shown = vec![false; counts.kinds.len()];
    for (number, kind) in answer.nowhere.iter().enumerate() {
        let path = path.index(number);
        let own = kind.people.first().and_then(|id| counts.kind_of(id));
        let Some(own) = own else { return fault(path, "nobody here could be chosen anyway") };
        let mut weights = vec![BigRational::zero(); counts.kinds.len()];
        if let (Some(weight), Some(shown)) = (weights.get_mut(own), shown.get_mut(own)) {
            *weight = BigRational::one();
            *shown = true;
        }
        proof::check(counts, &weights, &BigRational::zero(), &counts.ranges(|_| true), &kind.proof, &path.key("proof"))?;
    }
    Ok(shown.iter().enumerate().all(|(kind, shown)| *shown || named.contains(&kind)))
}

/// How far the certificate goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reached {
    Nothing,
    Least,
    All,
}

fn stages(answer: &SelectAnswer, counts: &Counts, named: &[usize], chances: &[BigRational]) -> Result<Reached, Fault> {
    let mut open: Vec<bool> = (0..counts.kinds.len()).map(|kind| named.contains(&kind)).collect();
    // Those in no panel are left out of the proofs.
    let ranges = counts.ranges(|kind| named.contains(&kind));
    let mut reached = if named.is_empty() { Reached::All } else { Reached::Nothing };
    let size = |kind: usize| BigInt::from(counts.kinds.get(kind).map_or(0, |kind| kind.units.len()));
    let at = |list: &[BigRational], kind: usize| list.get(kind).cloned().unwrap_or_else(BigRational::zero);
    for (number, stage) in answer.certificate.iter().enumerate() {
        let path = Pointer::root().key("answer").key("certificate").index(number);
        let mut weights = vec![BigRational::zero(); counts.kinds.len()];
        for entry in &stage.weights {
            let weight = ratio(&entry.weight);
            let place = named.get(entry.kind as usize).and_then(|own| weights.get_mut(*own));
            match place {
                Some(place) if !weight.is_negative() => *place = weight,
                _ => return fault(path.key("weights"), "a weight is below zero, or of no kind"),
            }
        }
        let most = ratio(&stage.most);
        if stage.proof.is_empty() {
            return Ok(reached);
        }
        proof::check(counts, &weights, &most, &ranges, &stage.proof, &path.key("proof"))?;
        let (mut rest, mut share) = (most, BigRational::zero());
        let mut least: Option<BigRational> = None;
        for (kind, (weight, open)) in weights.iter().zip(&open).enumerate() {
            let weighted = weight * size(kind);
            if *open {
                share += weighted;
                let chance = at(chances, kind);
                least = Some(least.map_or(chance.clone(), |least| least.min(chance)));
            } else {
                rest -= weighted * at(chances, kind);
            }
        }
        let Some(least) = least.filter(|_| share.is_positive()) else {
            return fault(path.key("weights"), "no kind that is still open has a weight");
        };
        let bound = rest / share;
        if ratio(&stage.bound.exact) != bound || ratio(&stage.reached.exact) != least {
            return fault(path, "the bound or what is reached does not follow");
        }
        if bound != least {
            return Ok(reached);
        }
        for (open, weight) in open.iter_mut().zip(&weights) {
            *open = *open && !weight.is_positive();
        }
        reached = if open.contains(&true) { Reached::Least } else { Reached::All };
    }
    Ok(reached)
}

/// Each relaxation allows the panel beside it, and its changes sum to its steps.
fn relaxations(ask: &SelectRequest, answer: &SelectAnswer) -> Result<(), Fault> {
    let path = Pointer::root().key("answer").key("relaxations");
    for (number, way) in answer.relaxations.iter().enumerate() {
        let path = path.index(number);
        let mut relaxed = ask.clone();
        let mut steps = 0_u64;
        let mut quotas: BTreeMap<&Id, BTreeMap<&Id, super::PanelQuota>> = BTreeMap::new();
        for (feature, values) in ask.quotas.iter() {
            let mut own: BTreeMap<&Id, super::PanelQuota> = values.iter().map(|(value, quota)| (value, quota.clone())).collect();
            for change in way.changes.iter().filter(|change| change.feature == *feature) {
                let Some(quota) = own.get_mut(&change.value) else { return fault(path, "a change is of no quota") };
                let most = quota.at_most.unwrap_or(ask.size);
                steps += u64::from(quota.at_least.abs_diff(change.at_least)) + u64::from(most.abs_diff(change.at_most));
                *quota = super::PanelQuota { at_least: change.at_least, at_most: Some(change.at_most) };
            }
            quotas.insert(feature, own);
        }
        relaxed.quotas = quotas
            .into_iter()
            .map(|(feature, own)| (feature.clone(), own.into_iter().map(|(value, quota)| (value.clone(), quota)).collect()))
            .collect();
        if steps != u64::from(way.steps) {
            return fault(path.key("steps"), "the changes sum to another number of steps");
        }
        if let Some(what) = Counts::new(&relaxed).broken_by(&relaxed, &way.panel) {
            return fault(path.key("panel"), what);
        }
    }
    Ok(())
}
