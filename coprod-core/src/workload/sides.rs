//! The hours of each constituency.

use std::collections::BTreeMap;

use super::board::hours;
use super::report::Report;
use super::{HiddenHours, WorkKind, WorkSide};
use crate::error::WorkloadError;
use crate::group::Person;
use crate::unit::{Hours, Id, Ratio};

/// One constituency's sums, in seconds.
#[derive(Debug, Default)]
struct Sums {
    people: u32,
    seconds: u64,
    capacity: u64,
    hidden: BTreeMap<WorkKind, u64>,
}

/// The hours of each constituency in the order of the ids, those who belong to none last; nothing if nobody belongs to one.
pub(super) fn sides(report: &Report, people: &[Person]) -> Result<Vec<WorkSide>, WorkloadError> {
    if people.iter().all(|worker| worker.constituency.is_none()) {
        return Ok(Vec::new());
    }
    let mut sums: BTreeMap<(bool, Option<&Id>), Sums> = BTreeMap::new();
    let mut all = 0;
    for (person, worker) in report.board.cast.iter() {
        let side = sums.entry((worker.constituency.is_none(), worker.constituency.as_ref())).or_default();
        side.people += 1;
        side.seconds += report.seconds(person);
        side.capacity += worker.capacity.map_or(0, |hours| hours.seconds().unsigned_abs());
        all += report.seconds(person);
        for (work, seconds) in report.hidden(person) {
            *side.hidden.entry(work).or_default() += seconds;
        }
    }
    let of = |((_, constituency), sums): ((bool, Option<&Id>), Sums)| {
        Ok(WorkSide {
            constituency: constituency.cloned(),
            people: sums.people,
            hours: hours(sums.seconds),
            capacity: capacity(sums.capacity)?,
            of_capacity: over(sums.seconds, sums.capacity)?,
            of_all_hours: over(sums.seconds, all)?,
            hidden: sums.hidden.into_iter().map(|(work, seconds)| HiddenHours { work, hours: hours(seconds) }).collect(),
        })
    };
    sums.into_iter().map(of).collect()
}

/// Capacities are not bounded by the hours of the tasks.
fn capacity(seconds: u64) -> Result<Hours, WorkloadError> {
    Hours::of_seconds(seconds).ok_or_else(|| WorkloadError::OutOfRange {
        path: crate::error::Pointer::root().key("people"),
        found: "the capacities of one constituency together".to_owned(),
        bounds: "of at most 1000000 hours".to_owned(),
    })
}

fn over(seconds: u64, of: u64) -> Result<Option<Ratio>, WorkloadError> {
    if of == 0 {
        return Ok(None);
    }
    super::report::ratio(super::solve::Part { cost: seconds, of }).map(Some)
}
