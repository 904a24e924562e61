//! People by kind and the counts of a panel, straight from the request.

use std::collections::{BTreeMap, BTreeSet};

use super::super::SelectRequest;
use super::super::answer::PanelCount;
use crate::unit::Id;

/// People who change every count alike.
pub(super) struct OwnKind {
    /// By id, those who come only together in one list.
    pub(super) units: Vec<Vec<Id>>,
    /// What each adds to each count.
    pub(super) adds: Vec<i64>,
}

/// The counts that a panel must keep, in an order of their own.
pub(super) struct Counts {
    names: Vec<PanelCount>,
    pub(super) ranges: Vec<(i64, i64)>,
    pub(super) kinds: Vec<OwnKind>,
    of: BTreeMap<Id, usize>,
}

impl Counts {
    pub(super) fn new(ask: &SelectRequest) -> Self {
        let nothing = PanelCount { feature: None, value: None, household: None };
        let mut names = vec![nothing.clone()];
        let mut ranges = vec![(i64::from(ask.size), i64::from(ask.size))];
        for (feature, values) in ask.quotas.iter() {
            for (value, quota) in values.iter() {
                names.push(PanelCount { feature: Some(feature.clone()), value: Some(value.clone()), household: None });
                ranges.push((i64::from(quota.at_least), i64::from(quota.at_most.unwrap_or(ask.size))));
            }
        }
        let limit = ask.household_limit.unwrap_or(1);
        let mut homes: BTreeMap<&Id, u32> = BTreeMap::new();
        ask.people.iter().filter_map(|person| person.household.as_ref()).for_each(|home| *homes.entry(home).or_default() += 1);
        for home in homes.into_iter().filter(|(_, members)| *members > limit).map(|(home, _)| home) {
            names.push(PanelCount { household: Some(home.clone()), ..nothing.clone() });
            ranges.push((0, i64::from(limit)));
        }
        let mut counts = Self { names, ranges, kinds: Vec::new(), of: BTreeMap::new() };
        counts.settle(ask);
        counts.gather(ask);
        counts
    }

    /// Takes those who are on the panel already off the ranges.
    fn settle(&mut self, ask: &SelectRequest) {
        let taken = self.sums(ask, &ask.chosen);
        for ((from, to), taken) in self.ranges.iter_mut().zip(taken) {
            *from -= taken;
            *to -= taken;
        }
    }

    fn gather(&mut self, ask: &SelectRequest) {
        let mut done: BTreeSet<&Id> = ask.chosen.iter().chain(&ask.left_out).collect();
        let mut known: BTreeMap<Vec<i64>, usize> = BTreeMap::new();
        let mut people: Vec<&super::super::Volunteer> = ask.people.iter().collect();
        people.sort_by(|one, other| one.id.cmp(&other.id));
        for person in &people {
            if done.contains(&person.id) {
                continue;
            }
            let with = |other: &&&super::super::Volunteer| {
                other.id == person.id || (person.together.is_some() && other.together == person.together)
            };
            let unit: Vec<Id> = people.iter().filter(with).map(|other| other.id.clone()).collect();
            done.extend(people.iter().filter(with).map(|other| &other.id));
            let adds = self.sums(ask, &unit);
            let next = self.kinds.len();
            let number = *known.entry(adds.clone()).or_insert(next);
            self.of.extend(unit.iter().map(|id| (id.clone(), number)));
            match self.kinds.get_mut(number) {
                Some(kind) => kind.units.push(unit),
                None => self.kinds.push(OwnKind { units: vec![unit], adds }),
            }
        }
    }

    /// How many of these people are in each count.
    fn sums(&self, ask: &SelectRequest, people: &[Id]) -> Vec<i64> {
        let mut sums = vec![0; self.names.len()];
        let people: BTreeSet<&Id> = people.iter().collect();
        for person in ask.people.iter().filter(|person| people.contains(&person.id)) {
            for (sum, name) in sums.iter_mut().zip(&self.names) {
                let counted = match (&name.feature, &name.household) {
                    (Some(feature), _) => person.features.get(feature) == name.value.as_ref(),
                    (None, Some(home)) => person.household.as_ref() == Some(home),
                    (None, None) => true,
                };
                *sum += i64::from(counted);
            }
        }
        sums
    }

    /// At least as many counts as there are.
    pub(super) fn most_rows(ask: &SelectRequest) -> usize {
        1 + ask.quotas.values().map(|values| values.len()).sum::<usize>() + ask.people.len() / 2
    }

    /// The kind of a person who could be chosen.
    pub(super) fn kind_of(&self, id: &Id) -> Option<usize> {
        self.of.get(id).copied()
    }

    /// The place of a count by its name.
    pub(super) fn place_of(&self, name: &PanelCount) -> Option<usize> {
        self.names.iter().position(|own| own == name)
    }

    /// From none of each kind to all, for kinds that take part.
    pub(super) fn ranges(&self, takes_part: impl Fn(usize) -> bool) -> Vec<(i64, i64)> {
        let most = |(number, kind): (usize, &OwnKind)| if takes_part(number) { kind.units.len() } else { 0 };
        self.kinds.iter().enumerate().map(|kind| (0, i64::try_from(most(kind)).unwrap_or(0))).collect()
    }

    /// What a choice of so many of each kind breaks, if anything.
    pub(super) fn broken(&self, chosen: &[i64]) -> Option<String> {
        let mut sums = vec![0_i64; self.names.len()];
        for (kind, chosen) in self.kinds.iter().zip(chosen) {
            if *chosen > i64::try_from(kind.units.len()).unwrap_or(0) {
                return Some("more of a kind than there are".to_owned());
            }
            sums.iter_mut().zip(&kind.adds).for_each(|(sum, add)| *sum += add * chosen);
        }
        self.outside(&sums)
    }

    /// What a panel of these people breaks, if anything: those on it already among them.
    pub(super) fn broken_by(&self, ask: &SelectRequest, panel: &[Id]) -> Option<String> {
        let settled: BTreeSet<&Id> = ask.chosen.iter().collect();
        let new: Vec<Id> = panel.iter().filter(|id| !settled.contains(id)).cloned().collect();
        let there: BTreeSet<&Id> = new.iter().collect();
        if new.len() + ask.chosen.len() != panel.len() || new.iter().any(|id| self.kind_of(id).is_none()) {
            return Some("the panel leaves out somebody who is on it already, or has somebody who cannot be chosen".to_owned());
        }
        let apart = self.kinds.iter().flat_map(|kind| &kind.units).find(|unit| {
            let count = unit.iter().filter(|id| there.contains(id)).count();
            count != 0 && count != unit.len()
        });
        if let Some(unit) = apart {
            return unit.first().map(|id| format!("\"{id}\" comes only together with others"));
        }
        self.outside(&self.sums(ask, &new))
    }

    fn outside(&self, sums: &[i64]) -> Option<String> {
        let ranges = sums.iter().zip(&self.ranges).zip(&self.names);
        let mut wrong = ranges.filter(|((sum, (from, to)), _)| *sum < from || *sum > to).map(|(_, name)| name);
        wrong.next().map(|name| match (&name.feature, &name.value, &name.household) {
            (Some(feature), Some(value), _) => format!("the quota of {feature} \"{value}\" is not kept"),
            (_, _, Some(home)) => format!("too many of the household \"{home}\""),
            _ => "the panel has another size".to_owned(),
        })
    }
}
