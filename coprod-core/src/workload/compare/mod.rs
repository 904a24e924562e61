//! What if: a piece of work done together, in owned sections or mixed, with what each way costs and means for whom.

mod answer;
mod figures;
mod request;
mod tell;
mod way;

pub use answer::{DropOut, LeastOf, WayAnswer, WayChange, WayFigures, WayLoad, WayMeasure, WaysAnswer};
pub use request::{
    COMPARE_WORK_LIMIT, CoordinationCost, CoordinationEach, MOST_COMPARE_WORK, MOST_COORDINATION, MOST_WAYS, WaysRequest, WorkWay,
};

use std::cmp::Ordering;
use std::collections::BTreeMap;

use figures::{Borne, Split, Stage};
use way::{Figure, Tasks, Way};

use super::LoadChange;
use super::board::{Board, hours};
use super::report::ratio;
use super::resilience::Setting;
use crate::error::{Pointer, WorkloadError};
use crate::unit::Id;

/// What a way is worked out from: with the least and the most of coordination, and without quality hours.
struct Sets {
    least: Tasks,
    most: Option<Tasks>,
    plain: Option<Tasks>,
}

/// Compares ways to organise a piece of work: each is split as fairly as it can be, by the search of a split.
///
/// Nothing is invented: coordination counts as far as its hours are told. A part done together takes each of those who do it all its hours; if one of
/// them drops out, the others go on, as long as what it asks for is met among them.
///
/// # Errors
/// A [`WorkloadError`] as for [`super::split()`]; for parts, people and ways that are unknown or named twice, ways that differ in nothing, ranges upside
/// down, and for more than [`MOST_COMPARE_WORK`], before any search.
///
/// # Examples
/// ```
/// use coprod_core::workload::{WaysRequest, compare};
///
/// let request: WaysRequest = serde_json::from_str(
///     r#"{"whole": "leaflet",
///         "people": [{"id": "ana", "capacity": 10}, {"id": "bo", "capacity": 10}],
///         "tasks": [{"id": "front", "part_of": "leaflet", "hours": 3}, {"id": "back", "part_of": "leaflet", "hours": 3}],
///         "coordination": [{"id": "agreeing", "hours": 1, "each": "person_and_part_together"}]}"#,
/// )?;
/// let answer = compare(&request)?;
/// // Together, both do both and agree on both: 2 x (3 + 3 + 1 + 1) hours.
/// assert_eq!(answer.options[0].figures.hours.to_string(), "16");
/// assert_eq!(answer.options[1].figures.hours.to_string(), "6");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(request: &WaysRequest) -> Result<WaysAnswer, WorkloadError> {
    let path = Pointer::root().key("keep");
    let joint = BTreeMap::new();
    let parts = way::parts(request)?;
    let as_told = Setting {
        people: &request.people,
        tasks: &request.tasks,
        from: request.from,
        seed: request.seed,
        assignments: &request.keep,
        path: &path,
        joint: &joint,
        sessions: None,
    };
    let board = as_told.board()?;
    let ways = way::ways(request, &parts, &board)?;
    let sets = ways.iter().map(|way| sets(request, way)).collect::<Result<Vec<_>, _>>()?;
    let stages = sets.iter().map(|set| Stage::new(request, &set.least, &path)).collect::<Result<Vec<_>, _>>()?;
    let (mut searches, mut work) = (0_usize, 0_usize);
    for (set, stage) in sets.iter().zip(&stages) {
        let count = 1 + usize::from(set.most.is_some()) + usize::from(set.plain.is_some()) + request.people.len();
        searches += count;
        work = work.saturating_add(stage.size().saturating_mul(count));
    }
    if work > MOST_COMPARE_WORK {
        return Err(WorkloadError::TooMany {
            path: Pointer::root().key("people"),
            what: "searches times people and places (compare fewer ways, or the parts of a smaller group)",
            count: work,
            limit: MOST_COMPARE_WORK,
        });
    }
    let steps = COMPARE_WORK_LIMIT / u64::try_from(searches).unwrap_or(u64::MAX).max(50);
    let mut found = Vec::with_capacity(ways.len());
    let mut borne: Vec<Borne> = Vec::with_capacity(ways.len());
    for ((way, set), own) in ways.iter().zip(&sets).zip(&stages) {
        let split = own.split(steps)?;
        let mut proved = split.then.optimal();
        let mut other = |set: &Option<Tasks>| -> Result<Option<WayFigures>, WorkloadError> {
            let Some(set) = set else { return Ok(None) };
            let stage = Stage::new(request, set, &path)?;
            let split = stage.split(steps)?;
            proved &= split.then.optimal();
            split.figures().map(Some)
        };
        let (at_most, without_quality) = (other(&set.most)?, other(&set.plain)?);
        let (drop_outs, all) = split.drop_outs(steps)?;
        borne.push(split.borne.clone());
        found.push(answer_of(request, way, &split, (at_most, without_quality), drop_outs, proved && all)?);
    }
    for (index, way) in found.iter_mut().enumerate() {
        for (place, other) in ways.iter().enumerate().filter(|(place, _)| *place != index) {
            let (Some(here), Some(there)) = (borne.get(index), borne.get(place)) else { continue };
            way.against.push(against(request, &board, &other.asked.id, there, here)?);
        }
    }
    tell::answer(request, &ways, found)
}

fn sets(request: &WaysRequest, way: &Way) -> Result<Sets, WorkloadError> {
    let least = way.tasks(request, Figure::Least, true)?;
    let ranges = way.costs.iter().any(|cost| way.comes_for(cost) && cost.or_up_to.is_some() && cost.or_up_to != cost.hours);
    let quality = least.tasks.iter().any(|task| !task.done && task.quality_hours.is_some_and(|hours| hours.seconds() > 0));
    Ok(Sets {
        most: ranges.then(|| way.tasks(request, Figure::Most, true)).transpose()?,
        plain: quality.then(|| way.tasks(request, Figure::Least, false)).transpose()?,
        least,
    })
}

fn answer_of(
    request: &WaysRequest,
    way: &Way,
    split: &Split,
    (at_most, without_quality): (Option<WayFigures>, Option<WayFigures>),
    drop_outs: Vec<DropOut>,
    optimal: bool,
) -> Result<WayAnswer, WorkloadError> {
    let worst = drop_outs.iter().max_by(|one, other| {
        let key = |out: &DropOut| (out.undone_hours, out.largest_ratio, out.hours);
        key(one).cmp(&key(other)).then_with(|| other.person.cmp(&one.person))
    });
    Ok(WayAnswer {
        id: way.asked.id.clone(),
        together: way.parts(request, true),
        owned: way.parts(request, false),
        figures: split.figures()?,
        at_most,
        without_quality,
        people: split.people(way)?,
        assignments: split.assignments()?,
        unfilled: split.unfilled()?,
        late: split.late(),
        worst_drop_out: worst.map(|out| out.person.clone()),
        drop_outs,
        against: Vec::new(),
        not_counted: way.not_counted().into_iter().map(|cost| cost.id.clone()).collect(),
        optimal,
        words: Vec::new(),
    })
}

/// Who has more and who has less `here` than `there`.
fn against(request: &WaysRequest, board: &Board, option: &Id, there: &Borne, here: &Borne) -> Result<WayChange, WorkloadError> {
    let mut change = WayChange { option: option.clone(), more: Vec::new(), less: Vec::new() };
    for worker in &request.people {
        let person = board.cast.number(&worker.id, || Pointer::root().key("people"))?;
        let counts = board.measure(person).counts;
        let (Some(before), Some(after)) = (there.of(person), here.of(person)) else { continue };
        let ratio = |part| counts.then(|| ratio(part)).transpose();
        let told = LoadChange {
            id: worker.id.clone(),
            hours_before: hours(before.0),
            hours_after: hours(after.0),
            before: ratio(before.1)?,
            after: ratio(after.1)?,
        };
        match after.cmp(&before) {
            Ordering::Greater => change.more.push(told),
            Ordering::Less => change.less.push(told),
            Ordering::Equal => {}
        }
    }
    Ok(change)
}
