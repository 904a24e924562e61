//! Who has room for what, with what everybody has.

use super::solve::{Place, Problem};

/// What stands in the way of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Limit {
    /// The most that the person can be given.
    Cap,
    /// What they can do by this one of the days on which something is due.
    Day(usize),
}

/// How many seconds are lacking, where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lack {
    pub(super) seconds: u64,
    pub(super) who: usize,
    pub(super) limit: Limit,
}

/// Everybody's seconds, in all and by the days on which they are due.
#[derive(Debug, Clone)]
pub(super) struct Room<'a> {
    problem: &'a Problem,
    pub(super) loads: Vec<u64>,
    /// What each person's part costs beyond their seconds.
    pub(super) further: Vec<u64>,
    /// Seconds due on each day, of those whom days limit.
    due: Vec<Vec<u64>>,
}

impl<'a> Room<'a> {
    pub(super) fn new(problem: &'a Problem, holders: &[Option<usize>]) -> Self {
        let mut room = Self {
            problem,
            loads: problem.people.iter().map(|person| person.base).collect(),
            further: problem.people.iter().map(|person| person.base_cost).collect(),
            due: problem.days.iter().map(|days| vec![0; days.len()]).collect(),
        };
        for (place, holder) in problem.places.iter().zip(holders) {
            if let Some(person) = holder {
                room.give(place, *person);
            }
        }
        room
    }

    /// Gives `place` to `holder`.
    pub(super) fn give(&mut self, place: &Place, holder: usize) {
        self.change(place, holder, u64::saturating_add);
    }

    fn change(&mut self, place: &Place, holder: usize, by: impl Fn(u64, u64) -> u64) {
        for (person, seconds, cost) in place.borne(holder) {
            let due = place.due.and_then(|due| self.due.get_mut(person)?.get_mut(due));
            for slot in [self.loads.get_mut(person), due].into_iter().flatten() {
                *slot = by(*slot, seconds);
            }
            if let Some(slot) = self.further.get_mut(person) {
                *slot = by(*slot, cost);
            }
        }
    }

    /// What `person` would lack with `more` seconds due on the day `due`; nothing if they have room for it.
    fn lack(&self, person: usize, more: u64, due: Option<usize>) -> Vec<Lack> {
        let mut lacks = Vec::new();
        let measure = self.problem.people.get(person).copied().unwrap_or_default();
        let load = self.loads.get(person).copied().unwrap_or_default();
        let mut note = |needed: u64, limit: u64, what: Limit| {
            if more > 0 && needed > limit {
                lacks.push(Lack { seconds: needed - limit, who: person, limit: what });
            }
        };
        note(load + more, measure.cap, Limit::Cap);
        let days = self.problem.days.get(person).map_or(&[][..], Vec::as_slice);
        let used = self.due.get(person).map_or(&[][..], Vec::as_slice);
        if let Some(due) = due.filter(|_| more > 0) {
            let mut sum = 0;
            let mut worst: Option<(u64, usize)> = None;
            for (day, (limit, seconds)) in days.iter().zip(used).enumerate() {
                sum += seconds;
                let over = (sum + more).saturating_sub(*limit);
                if day >= due && over > worst.map_or(0, |(over, _)| over) {
                    worst = Some((over, day));
                }
            }
            lacks.extend(worst.map(|(seconds, day)| Lack { seconds, who: person, limit: Limit::Day(day) }));
        }
        lacks
    }

    /// What is lacking for `holder` to have `place` as well: their own room, or that of those who help them.
    pub(super) fn lacks(&self, place: &Place, holder: usize) -> Vec<Lack> {
        if place.extras.is_empty() {
            return self.lack(holder, place.seconds, place.due);
        }
        let mut bearers: Vec<(usize, u64)> = Vec::new();
        for (person, seconds, _) in place.borne(holder) {
            match bearers.iter_mut().find(|(bearer, _)| *bearer == person) {
                Some((_, sum)) => *sum += seconds,
                None => bearers.push((person, seconds)),
            }
        }
        bearers.into_iter().flat_map(|(person, seconds)| self.lack(person, seconds, place.due)).collect()
    }

    /// What `person` would have too much of after some more or fewer seconds, each with the day on which they are due; only where it grows.
    pub(super) fn over_with(&self, person: usize, changes: &[(i128, Option<usize>)]) -> Vec<Lack> {
        let mut over = Vec::new();
        let mut note = |before: u64, change: i128, limit: u64, what: Limit| {
            let after = i128::from(before) + change;
            let seconds = u64::try_from(after - i128::from(limit)).unwrap_or_default();
            if change > 0 && seconds > 0 {
                over.push(Lack { seconds, who: person, limit: what });
            }
        };
        let cap = self.problem.people.get(person).map_or(0, |measure| measure.cap);
        let load = self.loads.get(person).copied().unwrap_or_default();
        note(load, changes.iter().map(|(seconds, _)| seconds).sum(), cap, Limit::Cap);
        let days = self.problem.days.get(person).map_or(&[][..], Vec::as_slice);
        let used = self.due.get(person).map_or(&[][..], Vec::as_slice);
        let mut sum = 0;
        for (day, (limit, seconds)) in days.iter().zip(used).enumerate() {
            sum += seconds;
            let by_then = changes.iter().filter(|(_, due)| due.is_some_and(|due| due <= day));
            note(sum, by_then.map(|(seconds, _)| seconds).sum(), *limit, Limit::Day(day));
        }
        // The worst day stands for all.
        let worst = over
            .iter()
            .filter(|lack| lack.limit != Limit::Cap)
            .max_by_key(|lack| (lack.seconds, std::cmp::Reverse(lack.limit)))
            .copied();
        over.retain(|lack| lack.limit == Limit::Cap);
        over.extend(worst);
        over
    }

    /// Whether `person` has room for so many seconds more, due on the day `due`.
    pub(super) fn has_room(&self, person: usize, seconds: u64, due: Option<usize>) -> bool {
        self.lack(person, seconds, due).is_empty()
    }

    /// Seconds of `person` due on each day on which something is due; none where days do not limit them.
    pub(super) fn used(&self, person: usize) -> Vec<u64> {
        self.due.get(person).cloned().unwrap_or_default()
    }

    /// Seconds that `person` has left by the due day `last`; nothing where days do not limit them.
    pub(super) fn left_by(&self, person: usize, last: usize) -> Option<u64> {
        let limit = self.problem.days.get(person)?.get(last)?;
        let used: u64 = self.due.get(person)?.iter().take(last + 1).sum();
        Some(limit.saturating_sub(used))
    }

    /// What people have too much of, whatever they have it from.
    pub(super) fn over(&self) -> Vec<Lack> {
        let mut over = Vec::new();
        for (person, (measure, load)) in self.problem.people.iter().zip(&self.loads).enumerate() {
            if *load > measure.cap {
                over.push(Lack { seconds: load - measure.cap, who: person, limit: Limit::Cap });
            }
            let days = self.problem.days.get(person).map_or(&[][..], Vec::as_slice);
            let used = self.due.get(person).map_or(&[][..], Vec::as_slice);
            let mut sum = 0;
            let worst = days.iter().zip(used).enumerate().filter_map(|(day, (limit, seconds))| {
                sum += seconds;
                Some((sum.checked_sub(*limit).filter(|over| *over > 0)?, day))
            });
            let worst = worst.max_by_key(|(over, day)| (*over, std::cmp::Reverse(*day)));
            over.extend(worst.map(|(seconds, day)| Lack { seconds, who: person, limit: Limit::Day(day) }));
        }
        over
    }
}
