//! What some changes would do to whom.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::table::Table;
use super::{BrokenLimit, FairnessChange, LoadChange, WorkEffect};
use crate::error::WorkloadError;
use crate::group::listed;
use crate::workload::board::hours;
use crate::workload::report::ratio;
use crate::workload::room::Lack;
use crate::workload::solve::Part;

/// A place that changes hands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub(super) place: usize,
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
}

/// One person's seconds and further cost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Load {
    seconds: u64,
    further: u64,
}

/// What changes would come to.
pub(super) struct Outcome {
    changes: Vec<Change>,
    /// Everybody affected: before and after.
    people: BTreeMap<usize, (Load, Load)>,
    lacks: Vec<Lack>,
}

impl Outcome {
    pub(super) fn new(table: &Table, changes: Vec<Change>) -> Self {
        let problem = &table.board.problem;
        let mut affected: BTreeMap<usize, Vec<(i128, i128, Option<usize>)>> = BTreeMap::new();
        for change in &changes {
            let Some(place) = problem.places.get(change.place) else { continue };
            for (holder, sign) in [(change.from, -1), (change.to, 1)] {
                let Some(holder) = holder else { continue };
                for (person, seconds, further) in table.borne(change.place, holder) {
                    let more = (sign * i128::from(seconds), sign * i128::from(further), place.due);
                    affected.entry(person).or_default().push(more);
                }
            }
        }
        let mut people = BTreeMap::new();
        let mut lacks = Vec::new();
        for (person, changes) in affected {
            let before = Load {
                seconds: table.room.loads.get(person).copied().unwrap_or_default(),
                further: table.room.further.get(person).copied().unwrap_or_default(),
            };
            let sum = |start: u64, of: fn(&(i128, i128, Option<usize>)) -> i128| {
                u64::try_from(i128::from(start) + changes.iter().map(of).sum::<i128>()).unwrap_or_default()
            };
            let after = Load { seconds: sum(before.seconds, |change| change.0), further: sum(before.further, |change| change.1) };
            let by_due: Vec<(i128, Option<usize>)> = changes.iter().map(|change| (change.0, change.2)).collect();
            lacks.extend(table.room.over_with(person, &by_due));
            people.insert(person, (before, after));
        }
        Self { changes, people, lacks }
    }

    /// The better first: what breaks nothing, then what is fairer, then what touches fewer people.
    pub(super) fn compare(&self, other: &Self, table: &Table) -> Ordering {
        let broken = self.lacks.is_empty().cmp(&other.lacks.is_empty()).reverse();
        let everybody: Vec<usize> = self.people.keys().chain(other.people.keys()).copied().collect();
        let fair = || self.parts(&everybody, table, true).cmp(&other.parts(&everybody, table, true));
        broken.then_with(fair).then_with(|| self.people.len().cmp(&other.people.len()))
    }

    /// The parts of those of `people` who agreed to give hours, the largest first. Who comes twice counts twice.
    fn parts(&self, people: &[usize], table: &Table, after: bool) -> Vec<Part> {
        let mut people = people.to_vec();
        people.sort_unstable();
        people.dedup();
        let mut parts: Vec<Part> = people
            .iter()
            .filter_map(|person| {
                let measure = table.board.problem.people.get(*person).filter(|measure| measure.counts)?;
                let now = Load {
                    seconds: table.room.loads.get(*person).copied().unwrap_or_default(),
                    further: table.room.further.get(*person).copied().unwrap_or_default(),
                };
                let load = self.people.get(person).filter(|_| after).map_or(now, |(_, after)| *after);
                Some(measure.part(load.seconds, load.further))
            })
            .collect();
        parts.sort_by_key(|part| Reverse(*part));
        parts
    }

    /// The outcome told.
    pub(super) fn effect(&self, table: &Table) -> Result<WorkEffect, WorkloadError> {
        let everybody: Vec<usize> = self.people.keys().copied().collect();
        let fairness = match self.parts(&everybody, table, true).cmp(&self.parts(&everybody, table, false)) {
            Ordering::Less => FairnessChange::Fairer,
            Ordering::Equal => FairnessChange::AsFair,
            Ordering::Greater => FairnessChange::LessFair,
        };
        let mut people = Vec::new();
        let mut said = Vec::new();
        for (person, (before, after)) in self.people.iter().filter(|(_, (before, after))| before != after) {
            let (Some(worker), Some(measure)) = (table.board.cast.worker(*person), table.board.problem.people.get(*person))
            else {
                continue;
            };
            let part = |load: &Load| measure.counts.then(|| ratio(measure.part(load.seconds, load.further))).transpose();
            let (old, new) = (part(before)?, part(after)?);
            if let (Some(old), Some(new)) = (old, new) {
                said.push(format!("{} {}from {old} to {new}", worker.label(), if said.is_empty() { "goes " } else { "" }));
            }
            people.push(LoadChange {
                id: worker.id.clone(),
                hours_before: hours(before.seconds),
                hours_after: hours(after.seconds),
                before: old,
                after: new,
            });
        }
        people.sort_by(|one, other| one.id.cmp(&other.id));
        let taken = self.changes.iter().filter_map(|change| table.unfit(change.place, change.to?));
        let breaks: Vec<BrokenLimit> = taken.chain(self.lacks.iter().filter_map(|lack| table.broken(*lack))).collect();
        let judged = match fairness {
            FairnessChange::Fairer => "fairer than now",
            FairnessChange::AsFair => "as fair as now",
            FairnessChange::LessFair => "less fair than now",
        };
        let changed = match said.as_slice() {
            [] => "nobody's part changes".to_owned(),
            [_] => format!("{} of what they agreed", listed(&said)),
            _ => format!("{} of what each agreed", listed(&said)),
        };
        let broken: Vec<&str> = breaks.iter().map(|broken| broken.words.as_str()).collect();
        let but = if broken.is_empty() { String::new() } else { format!("; but {}", listed(&broken)) };
        Ok(WorkEffect { fairness, people, breaks, words: format!("{changed}: {judged}{but}") })
    }
}
