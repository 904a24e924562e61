//! The people to choose from, checked and put together by kind, and the counts that a panel must keep.

use std::collections::BTreeMap;

use super::grid::{Column, Grid};
use super::request::{MOST_FEATURES, MOST_QUOTAS, MOST_VOLUNTEERS, SelectRequest};
use crate::error::{Pointer, WorkloadError};
use crate::unit::Id;

/// Which count a row of the grid is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    Size,
    Quota(Id, Id),
    Household(Id),
}

/// Those who are alike: they change the same counts by as much.
#[derive(Debug, Clone)]
pub(super) struct Kind {
    /// Each one person, or people who come only together; by their numbers in the request.
    pub(super) units: Vec<Vec<usize>>,
}

/// Everybody, by kind.
#[derive(Debug, Clone)]
pub(super) struct Pool<'a> {
    pub(super) request: &'a SelectRequest,
    pub(super) kinds: Vec<Kind>,
    pub(super) rows: Vec<Row>,
    pub(super) grid: Grid,
    /// Whether each person is on the panel already.
    pub(super) chosen: Vec<bool>,
    /// Whether each person is left out, by name or with somebody else.
    pub(super) left_out: Vec<bool>,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl<'a> Pool<'a> {
    /// Checks the request and puts people together by kind.
    ///
    /// # Errors
    /// See [`super::select`].
    pub(super) fn new(request: &'a SelectRequest) -> Result<Self, WorkloadError> {
        limits(request)?;
        let numbers = people(request)?;
        let mut pool = Self {
            request,
            kinds: Vec::new(),
            rows: vec![Row::Size],
            grid: Grid::default(),
            chosen: marked(&request.chosen, &numbers, "chosen")?,
            left_out: marked(&request.left_out, &numbers, "left_out")?,
        };
        pool.check_marks()?;
        pool.gather();
        Ok(pool)
    }

    /// Those who come only together are chosen or left out together, and nobody is both.
    fn check_marks(&mut self) -> Result<(), WorkloadError> {
        let path = |key: &'static str| Pointer::root().key(key);
        let people = self.request.people.iter();
        for ((person, chosen), left_out) in people.zip(&self.chosen).zip(&self.left_out) {
            if *chosen && *left_out {
                let words = format!("\"{}\" is on the panel already and left out", person.id);
                return Err(WorkloadError::ContradictoryFacts { path: path("left_out"), words });
            }
        }
        for (marks, key) in [(&self.chosen, "chosen"), (&self.left_out, "left_out")] {
            let mut seen: BTreeMap<&Id, (bool, &Id)> = BTreeMap::new();
            for (person, marked) in self.request.people.iter().zip(marks) {
                let Some(group) = &person.together else { continue };
                let (first, id) = *seen.entry(group).or_insert((*marked, &person.id));
                if first != *marked {
                    let words =
                        format!("\"{id}\" and \"{}\" come only together, and \"{key}\" names only one of them", person.id);
                    return Err(WorkloadError::ContradictoryFacts { path: path(key), words });
                }
            }
        }
        if self.request.chosen.len() > self.request.size as usize {
            return Err(WorkloadError::OutOfRange {
                path: path("size"),
                found: format!("a panel of {}", self.request.size),
                bounds: format!("of at least {}, as so many are on the panel already", self.request.chosen.len()),
            });
        }
        Ok(())
    }

    fn gather(&mut self) {
        let size = i64::from(self.request.size);
        let mut ranges = vec![(size, size)];
        for (feature, values) in self.request.quotas.iter() {
            for (value, quota) in values.iter() {
                self.rows.push(Row::Quota(feature.clone(), value.clone()));
                ranges.push((i64::from(quota.at_least), quota.at_most.map_or(size, i64::from)));
            }
        }
        let limit = i64::from(self.request.household_limit.unwrap_or(1));
        let mut households: BTreeMap<&Id, i64> = BTreeMap::new();
        for person in &self.request.people {
            if let Some(household) = &person.household {
                *households.entry(household).or_default() += 1;
            }
        }
        for (household, members) in households {
            if members > limit {
                self.rows.push(Row::Household(household.clone()));
                ranges.push((0, limit));
            }
        }
        let mut units: BTreeMap<(usize, Option<&Id>), Vec<usize>> = BTreeMap::new();
        for (number, person) in self.request.people.iter().enumerate() {
            // People who come alone have a key of their own, those who come together that of their group.
            let alone = person.together.as_ref().map_or(number + 1, |_| 0);
            units.entry((alone, person.together.as_ref())).or_default().push(number);
        }
        // In the order of the ids, so that the order of the request changes nothing.
        let id = |number: &usize| self.request.people.get(*number).map(|person| &person.id);
        let mut units: Vec<Vec<usize>> = units.into_values().collect();
        units.iter_mut().for_each(|unit| unit.sort_by_key(id));
        units.sort_by_key(|unit| unit.first().and_then(id));
        let mut kinds: BTreeMap<Vec<(usize, i64)>, Kind> = BTreeMap::new();
        for unit in units {
            let adds = self.adds(&unit);
            let is = |marks: &[bool]| unit.iter().any(|number| marks.get(*number) == Some(&true));
            if is(&self.chosen) {
                for (row, add) in adds {
                    if let Some((from, to)) = ranges.get_mut(row) {
                        *from -= add;
                        *to -= add;
                    }
                }
            } else if !is(&self.left_out) {
                kinds.entry(adds).or_insert_with(|| Kind { units: Vec::new() }).units.push(unit);
            }
        }
        // In the order of their first people.
        let mut kinds: Vec<(Vec<(usize, i64)>, Kind)> = kinds.into_iter().collect();
        kinds.sort_by_key(|(_, kind)| kind.units.first().and_then(|unit| unit.first()).and_then(id));
        self.grid.rows = ranges;
        for (adds, kind) in kinds {
            self.grid.columns.push(Column { adds, from: 0, to: count(kind.units.len()) });
            self.kinds.push(kind);
        }
    }

    /// What a unit adds to which counts.
    fn adds(&self, unit: &[usize]) -> Vec<(usize, i64)> {
        let people: Vec<_> = unit.iter().filter_map(|number| self.request.people.get(*number)).collect();
        let rows = self.rows.iter().enumerate().map(|(number, row)| {
            let counted = people.iter().filter(|person| match row {
                Row::Size => true,
                Row::Quota(feature, value) => person.features.get(feature) == Some(value),
                Row::Household(household) => person.household.as_ref() == Some(household),
            });
            (number, count(counted.count()))
        });
        rows.filter(|(_, add)| *add != 0).collect()
    }

    /// How many there are of each kind.
    pub(super) fn sizes(&self) -> Vec<i64> {
        self.kinds.iter().map(|kind| count(kind.units.len())).collect()
    }

    /// Leaves out these kinds.
    pub(super) fn without(&self, kinds: &[usize]) -> Self {
        let mut rest = self.clone();
        let mut number = 0..self.kinds.len();
        rest.kinds.retain(|_| number.next().is_some_and(|number| !kinds.contains(&number)));
        let mut number = 0..self.kinds.len();
        rest.grid.columns.retain(|_| number.next().is_some_and(|number| !kinds.contains(&number)));
        rest
    }

    /// The person of this number.
    pub(super) fn id(&self, number: usize) -> Option<Id> {
        self.request.people.get(number).map(|person| person.id.clone())
    }
}

fn limits(request: &SelectRequest) -> Result<(), WorkloadError> {
    let root = Pointer::root();
    if request.people.is_empty() {
        return Err(WorkloadError::EmptyGroup { path: root.key("people") });
    }
    let out = |path: Pointer, found: String, bounds: String| Err(WorkloadError::OutOfRange { path, found, bounds });
    let (people, features) = (request.people.len(), request.quotas.len());
    if people > MOST_VOLUNTEERS {
        return out(
            root.key("people"),
            format!("a list of {people} people"),
            format!("of at most {MOST_VOLUNTEERS}; draw lots among them first, or choose area by area"),
        );
    }
    if request.size == 0 || request.size as usize > people {
        return out(
            root.key("size"),
            format!("a panel of {}", request.size),
            format!("from 1 to {people}, the number of people"),
        );
    }
    if features > MOST_FEATURES {
        return out(root.key("quotas"), format!("{features} features"), format!("of at most {MOST_FEATURES} features"));
    }
    let values: usize = request.quotas.values().map(|values| values.len()).sum();
    if values > MOST_QUOTAS {
        return out(root.key("quotas"), format!("{values} quotas"), format!("of at most {MOST_QUOTAS} values in all"));
    }
    if request.household_limit == Some(0) {
        return out(root.key("household_limit"), "0 people of a household".to_owned(), "of at least 1".to_owned());
    }
    for (feature, values) in request.quotas.iter() {
        for (value, quota) in values.iter() {
            let path = root.key("quotas").key(feature.as_str()).key(value.as_str());
            if let Some(most) = quota.at_most.filter(|most| *most < quota.at_least) {
                return Err(WorkloadError::QuotaReversed { path, least: quota.at_least, most });
            }
            if quota.at_least > request.size {
                let bounds = format!("of at most {}, the size of the panel", request.size);
                return out(path.key("at_least"), quota.at_least.to_string(), bounds);
            }
        }
    }
    Ok(())
}

/// The number of each person, by id.
fn people(request: &SelectRequest) -> Result<BTreeMap<&Id, usize>, WorkloadError> {
    let mut numbers = BTreeMap::new();
    for (number, person) in request.people.iter().enumerate() {
        let path = Pointer::root().key("people").index(number);
        if numbers.insert(&person.id, number).is_some() {
            return Err(WorkloadError::DuplicateId { path: path.key("id"), id: person.id.to_string() });
        }
        for (feature, values) in request.quotas.iter() {
            let features = path.key("features");
            let Some(value) = person.features.get(feature) else {
                return Err(WorkloadError::FeatureUnknown {
                    path: features,
                    id: person.id.to_string(),
                    feature: feature.to_string(),
                });
            };
            if !values.contains_key(value) {
                return Err(WorkloadError::NoQuota {
                    path: features.key(feature.as_str()),
                    feature: feature.to_string(),
                    value: value.to_string(),
                });
            }
        }
    }
    Ok(numbers)
}

fn marked(ids: &[Id], numbers: &BTreeMap<&Id, usize>, key: &str) -> Result<Vec<bool>, WorkloadError> {
    let mut marks = vec![false; numbers.len()];
    for (number, id) in ids.iter().enumerate() {
        let path = || Pointer::root().key(key).index(number);
        let mark = numbers.get(id).and_then(|number| marks.get_mut(*number));
        let Some(mark) = mark else { return Err(WorkloadError::UnknownMember { path: path(), id: id.to_string() }) };
        if std::mem::replace(mark, true) {
            return Err(WorkloadError::DuplicateId { path: path(), id: id.to_string() });
        }
    }
    Ok(marks)
}
