//! Who has what, set out place by place, whatever limits it keeps or breaks.

use std::collections::BTreeMap;

use super::effect::Change;
use super::{AlternativesRequest, BrokenLimit, BrokenLimitKind, MOST_MOVES};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Date, Hours, Id};
use crate::workload::board::{Board, away_at, hours};
use crate::workload::cast::Cast;
use crate::workload::known::at_most;
use crate::workload::room::{Lack, Limit, Room};
use crate::workload::solve::{Set, match_places};
use crate::workload::{Assignment, Task};

/// Sets out what is asked: a place for each seat, and who fills it.
pub(in crate::workload) fn set_out<'a>(
    (people, tasks): (&'a [Person], &'a [Task]),
    assignments: &[Assignment],
    from: Option<Date>,
) -> Result<(Board<'a>, Vec<Option<usize>>), WorkloadError> {
    let path = Pointer::root().key("assignments");
    let cast = Cast::new(people, None)?;
    let mut board = Board::new(cast, (people, tasks), from, assignments, &path)?;
    let mut holders = Vec::new();
    for (number, task) in tasks.iter().enumerate().filter(|(_, task)| !task.done) {
        let sets: Vec<Set> = board.seats_of(number).iter().map(|seat| board.may(seat)).collect();
        let people = board.named.get(number).map_or_else(Vec::new, |named| named.people.clone());
        if people.len() > sets.len() {
            let path = board.path_of(number, &path);
            return Err(WorkloadError::TooManyAssigned { path, task: task.id.to_string(), places: sets.len() });
        }
        let matched = match_places(&sets, &people);
        let mut seated: Vec<Option<usize>> =
            matched.into_iter().map(|holder| holder.filter(|person| people.contains(person))).collect();
        for person in &people {
            if !seated.contains(&Some(*person)) {
                let able = |place: &usize| board.seats_of(number).get(*place).is_some_and(|seat| seat.able.has(*person));
                let empty = (0..seated.len()).filter(|place| seated.get(*place) == Some(&None));
                let place = empty.min_by_key(|place| !able(place));
                if let Some(slot) = place.and_then(|place| seated.get_mut(place)) {
                    *slot = Some(*person);
                }
            }
        }
        // Everybody who has a place may have it here, so that what it costs them is known.
        let places: Vec<(usize, Set, bool)> = sets.into_iter().enumerate().map(|(seat, who)| (seat, who, false)).collect();
        let costed: Vec<(usize, Set, bool)> = places
            .iter()
            .zip(&seated)
            .map(|((seat, who, settled), holder)| {
                (*seat, holder.map_or_else(|| who.clone(), |person| who.with(person)), *settled)
            })
            .collect();
        board.add_places(number, &costed, &vec![true; costed.len()])?;
        holders.extend(seated);
    }
    Ok((board, holders))
}

/// Everything as it is.
pub(in crate::workload) struct Table<'t> {
    pub(super) board: &'t Board<'t>,
    pub(super) holders: &'t [Option<usize>],
    pub(super) room: Room<'t>,
    by_person: Vec<Vec<usize>>,
}

impl<'t> Table<'t> {
    pub(in crate::workload) fn new(board: &'t Board<'t>, holders: &'t [Option<usize>]) -> Self {
        let mut by_person = vec![Vec::new(); board.problem.people.len()];
        for (place, holder) in holders.iter().enumerate() {
            if let Some(list) = holder.and_then(|person| by_person.get_mut(person)) {
                list.push(place);
            }
        }
        Self { board, holders, room: Room::new(&board.problem, holders), by_person }
    }

    /// What a place comes to if `holder` fills it, able or not, as (who bears it, seconds, further cost).
    pub(in crate::workload) fn borne(&self, place: usize, holder: usize) -> Vec<(usize, u64, u64)> {
        let Some(place) = self.board.problem.places.get(place) else { return Vec::new() };
        let (task, seat) = (self.board.tasks.get(place.task), self.board.seats_of(place.task).get(place.seat));
        let (Some(task), Some(seat)) = (task, seat) else { return Vec::new() };
        let weights = &self.board.weights;
        let support = weights.support(task, seat, holder).into_iter();
        let own = (holder, seat.seconds, weights.further_of(holder, place.task, seat.seconds));
        std::iter::once(own).chain(support.map(|(by, seconds)| (by, seconds, weights.further_of_help(by, seconds)))).collect()
    }

    pub(super) fn numbers(&self) -> BTreeMap<&'t Id, usize> {
        self.board.tasks.iter().enumerate().map(|(number, task)| (&task.id, number)).collect()
    }

    pub(super) fn holder(&self, place: usize) -> Option<usize> {
        self.holders.get(place).copied().flatten()
    }

    pub(in crate::workload) fn task(&self, place: usize) -> Option<usize> {
        self.board.problem.places.get(place).map(|place| place.task)
    }

    pub(super) fn task_id(&self, place: usize) -> Option<Id> {
        self.board.tasks.get(self.task(place)?).map(|task| task.id.clone())
    }

    pub(super) fn places_of(&self, person: usize) -> &[usize] {
        self.by_person.get(person).map_or(&[], Vec::as_slice)
    }

    /// Whether a place is for whoever is able, and not for one person who is named.
    pub(super) fn is_open(&self, place: usize) -> bool {
        let place = self.board.problem.places.get(place);
        place.and_then(|place| self.board.seats_of(place.task).get(place.seat)).is_some_and(|seat| seat.named.is_none())
    }

    fn may(&self, place: usize) -> Set {
        let place = self.board.problem.places.get(place);
        let seat = place.and_then(|place| self.board.seats_of(place.task).get(place.seat));
        seat.map(|seat| self.board.may(seat)).unwrap_or_default()
    }

    fn has(&self, task: usize, person: usize) -> bool {
        self.places_of(person).iter().any(|place| self.task(*place) == Some(task))
    }

    /// Those who could have `place` instead, and are not in its task.
    pub(super) fn others(&self, place: usize) -> Set {
        let Some(task) = self.task(place) else { return Set::default() };
        self.may(place).iter().filter(|person| !self.has(task, *person)).collect()
    }

    /// Whether `from`, who has `place`, could have `other` in return.
    pub(super) fn may_swap(&self, place: usize, other: usize, from: usize) -> bool {
        let (here, there) = (self.task(place), self.task(other));
        here != there && self.is_open(other) && there.is_some_and(|task| !self.has(task, from)) && self.may(other).has(from)
    }

    /// The moves asked about, as changes of places.
    pub(super) fn moves(
        &self,
        request: &AlternativesRequest,
        numbers: &BTreeMap<&Id, usize>,
    ) -> Result<Vec<Change>, WorkloadError> {
        let path = Pointer::root().key("moves");
        at_most("moves", request.moves.len(), MOST_MOVES, || path.clone())?;
        let mut changes: Vec<Change> = Vec::new();
        for (index, asked) in request.moves.iter().enumerate() {
            let path = |key: &str| path.index(index).key(key);
            let Some(task) = numbers.get(&asked.task).copied() else {
                return Err(WorkloadError::UnknownTask { path: path("task"), id: asked.task.to_string() });
            };
            let number = |id: &Option<Id>, key: &str| id.as_ref().map(|id| self.board.cast.number(id, || path(key))).transpose();
            let (from, to) = (number(&asked.from, "from")?, number(&asked.to, "to")?);
            let holder = |place: usize| {
                let changed = changes.iter().rev().find(|change| change.place == place);
                changed.map_or_else(|| self.holder(place), |change| change.to)
            };
            let places: Vec<usize> =
                (0..self.board.problem.places.len()).filter(|place| self.task(*place) == Some(task)).collect();
            if to.is_some() && places.iter().any(|place| holder(*place) == to) {
                let id = asked.to.as_ref().map_or_else(String::new, ToString::to_string);
                return Err(WorkloadError::DuplicateId { path: path("to"), id });
            }
            let found = places.iter().copied().filter(|place| holder(*place) == from);
            // Of several empty places the one that the person may fill.
            let place = found.min_by_key(|place| from.is_none() && !to.is_some_and(|to| self.may(*place).has(to)));
            let Some(place) = place else {
                let (key, id) = if asked.from.is_some() { ("from", &asked.from) } else { ("task", &asked.to) };
                let id = id.as_ref().map_or_else(|| "nobody".to_owned(), ToString::to_string);
                return Err(WorkloadError::NotTheirs { path: path(key), id, task: asked.task.to_string() });
            };
            changes.push(Change { place, from, to });
        }
        Ok(changes)
    }

    /// All limits that are not kept as things are.
    pub(in crate::workload) fn breaks(&self) -> Vec<BrokenLimit> {
        let held = self.holders.iter().enumerate().filter_map(|(place, holder)| Some((place, (*holder)?)));
        let unfit = held.filter_map(|(place, person)| self.unfit(place, person));
        let over = self.room.over().into_iter().filter_map(|lack| self.broken(lack));
        unfit.chain(over).collect()
    }

    /// Why `person` could not have `place`, whatever else they have.
    pub(super) fn unfit(&self, place: usize, person: usize) -> Option<BrokenLimit> {
        if self.may(place).has(person) {
            return None;
        }
        let place = self.board.problem.places.get(place)?;
        let seat = self.board.seats_of(place.task).get(place.seat)?;
        let (task, worker) = (self.board.tasks.get(place.task)?, self.board.cast.worker(person)?);
        let (name, title) = (worker.label(), task.label());
        let (limit, words) = match () {
            () if !seat.able.has(person) => (BrokenLimitKind::Conditions, format!("{name} does not meet what {title} asks for")),
            () if away_at(worker, task).is_some() => {
                let day = away_at(worker, task).map_or_else(String::new, crate::unit::Date::in_words);
                (BrokenLimitKind::Away, format!("{name} is away on {day}, when {title} has a session"))
            }
            () if seat.short.has(person) => {
                (BrokenLimitKind::TooFewDays, format!("{name} has too few days for {title} before it is due"))
            }
            () if seat.unsupported.has(person) => {
                (BrokenLimitKind::NoSupport, format!("nobody gives the help that {name} needs with {title}"))
            }
            () if seat.barred.has(person) => (BrokenLimitKind::Avoids, format!("{name} must not be given {title}")),
            () => (BrokenLimitKind::NoHours, format!("{name} has agreed to give no hours")),
        };
        Some(BrokenLimit { person: worker.id.clone(), limit, task: Some(task.id.clone()), hours: None, words })
    }

    /// A sum that is too much.
    pub(super) fn broken(&self, lack: Lack) -> Option<BrokenLimit> {
        let worker = self.board.cast.worker(lack.who)?;
        let more: Hours = hours(lack.seconds);
        let (name, said) = (worker.label(), more.in_words());
        let (limit, words) = match lack.limit {
            Limit::Cap => (BrokenLimitKind::HardCap, format!("{name} is {said} above the most they can be given")),
            Limit::Day(day) => {
                let day = self.board.days.due.get(day).map_or_else(String::new, |day| day.in_words());
                (BrokenLimitKind::Days, format!("{name} has {said} more to do by {day} than they have days for"))
            }
        };
        Some(BrokenLimit { person: worker.id.clone(), limit, task: None, hours: Some(more), words })
    }
}
