//! The places of each task: how many, at what cost, for whom.

use std::collections::BTreeSet;

use super::cast::Cast;
use super::solve::{Set, match_places};
use super::{MOST_PLACES, MOST_TASKS, Need, Task, TaskMode};
use crate::error::{Pointer, WorkloadError};
use crate::unit::{Hours, Id, Ratio};

/// A place in a task for one person.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    /// Which need of the task it belongs to.
    pub(super) need: Option<usize>,
    /// Seconds of work for whoever fills it.
    pub(super) seconds: u64,
    /// Those who meet its conditions.
    pub(super) able: Set,
    /// The one person it is for, where the task names its people: a sharer, or each of everybody.
    pub(super) named: Option<usize>,
}

/// The seats of every task, finished ones too, in the order of the tasks, which stand at `/tasks`.
pub(super) fn seats(cast: &Cast, tasks: &[Task]) -> Result<Vec<Vec<Seat>>, WorkloadError> {
    let root = Pointer::root().key("tasks");
    if tasks.len() > MOST_TASKS {
        return Err(WorkloadError::TooManyTasks { path: root, count: tasks.len(), limit: MOST_TASKS });
    }
    let mut ids: BTreeSet<&Id> = BTreeSet::new();
    let mut all = Vec::with_capacity(tasks.len());
    let (mut places, mut seconds) = (0_u64, 0_u64);
    for (number, task) in tasks.iter().enumerate() {
        let path = root.index(number);
        if !ids.insert(&task.id) {
            return Err(WorkloadError::DuplicateId { path: path.key("id"), id: task.id.to_string() });
        }
        for (index, need) in task.needs.iter().enumerate() {
            if need.count == 0 {
                return Err(WorkloadError::NobodyNeeded { path: path.key("needs").index(index).key("count") });
            }
            places += u64::from(need.count);
        }
        if places > MOST_PLACES as u64 {
            return Err(WorkloadError::TooManyPlaces { path: root, limit: MOST_PLACES });
        }
        let seats = if task.share.is_empty() { by_needs(cast, task) } else { by_share(cast, task, &path)? };
        seconds += seats.iter().map(|seat| seat.seconds).sum::<u64>();
        all.push(seats);
    }
    if all.iter().map(Vec::len).sum::<usize>() > MOST_PLACES {
        return Err(WorkloadError::TooManyPlaces { path: root, limit: MOST_PLACES });
    }
    // The sums of hours that an answer gives must be hours themselves.
    let hours = i64::try_from(seconds).ok().and_then(|seconds| Hours::from_seconds(seconds).ok());
    if hours.is_none() {
        return Err(WorkloadError::OutOfRange {
            path: root,
            found: "the hours of all places together".to_owned(),
            bounds: "of at most 1000000 hours".to_owned(),
        });
    }
    Ok(all)
}

fn by_needs(cast: &Cast, task: &Task) -> Vec<Seat> {
    let seconds = task.hours.seconds().unsigned_abs();
    let seat = |need: Option<usize>, able: Set| Seat { need, seconds, able, named: None };
    if !task.needs.is_empty() {
        let of = |(index, need): (usize, &Need)| {
            let able = cast.able(need);
            (0..need.count).map(move |_| seat(Some(index), able.clone()))
        };
        return task.needs.iter().enumerate().flat_map(of).collect();
    }
    match task.mode {
        TaskMode::One => vec![seat(None, cast.everybody())],
        // Everybody who may bear it: whoever gives no hours is not asked for any.
        TaskMode::Together => {
            let people = if seconds == 0 { cast.everybody() } else { cast.with_hours() };
            let people = if let Some(leaver) = cast.leaver { people.with(leaver) } else { people };
            people.iter().map(|person| Seat { named: Some(person), ..seat(None, Set::only(person)) }).collect()
        }
    }
}

fn by_share(cast: &Cast, task: &Task, path: &Pointer) -> Result<Vec<Seat>, WorkloadError> {
    let here = path.key("share");
    if task.mode != TaskMode::Together {
        return Err(WorkloadError::ShareNotTogether { path: here });
    }
    let mut sum = Ratio::ZERO;
    let mut sharers: Vec<(usize, u64)> = Vec::new();
    for (id, share) in task.share.iter() {
        let at = || here.key(id.as_str());
        let person = cast.number(id, at)?;
        let wrong = |sum: Ratio| WorkloadError::SharesNotWhole { path: here.clone(), sum: sum.to_string() };
        if share.is_negative() || *share == Ratio::ZERO {
            return Err(wrong(*share));
        }
        sum = sum.plus(*share).map_err(|_| wrong(sum))?;
        let seconds = task.hours.ratio().times(*share).and_then(Hours::try_from);
        let seconds = seconds.map_err(|_| WorkloadError::ShareTooFine { path: at(), id: id.to_string() })?;
        sharers.push((person, seconds.seconds().unsigned_abs()));
    }
    if sum != Ratio::ONE {
        return Err(WorkloadError::SharesNotWhole { path: here, sum: sum.to_string() });
    }
    let named = |need: Option<usize>, (person, seconds): (usize, u64)| Seat {
        need,
        seconds,
        able: Set::only(person),
        named: Some(person),
    };
    if task.needs.is_empty() {
        return Ok(sharers.into_iter().map(|sharer| named(None, sharer)).collect());
    }
    let all: Set = sharers.iter().map(|(person, _)| *person).collect();
    let asked: Vec<(usize, Set)> =
        by_needs(cast, task).iter().filter_map(|seat| Some((seat.need?, seat.able.and(&all)))).collect();
    let sets: Vec<Set> = asked.iter().map(|(_, able)| able.clone()).collect();
    let holders = match_places(&sets, &[]);
    let pairs = asked.iter().zip(&holders).filter_map(|((need, _), holder)| {
        sharers.iter().find(|(person, _)| Some(*person) == *holder).map(|sharer| named(Some(*need), *sharer))
    });
    let seats: Vec<Seat> = pairs.collect();
    if seats.len() != sharers.len() || asked.len() != sharers.len() {
        return Err(WorkloadError::SharersUnfit { path: here });
    }
    Ok(seats)
}
