//! Tasks and people set out for the search: what is settled, what is open, and who could fill it.

use std::collections::BTreeMap;

use super::cast::Cast;
use super::known::Known;
use super::order::Order;
use super::seat::{Seat, seats};
use super::solve::{Measure, Place, Problem, Set, match_places};
use super::{Assignment, Task};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Date, Hours, Id};

/// A request set out. Seats and places are the same things: a place is what the search sees of a seat.
pub(super) struct Board<'a> {
    pub(super) cast: Cast<'a>,
    pub(super) tasks: &'a [Task],
    /// The seats of each task.
    pub(super) seats: Vec<Vec<Seat>>,
    pub(super) problem: Problem,
    /// For each place of the problem, whether it was settled before.
    pub(super) settled: Vec<bool>,
    /// Who did which finished task, as (task, person, seconds).
    pub(super) finished: Vec<(usize, usize, u64)>,
    /// Who has each task by the request, as numbers.
    pub(super) named: Vec<Vec<usize>>,
    /// The days between which each task can be worked on.
    pub(super) order: Order,
}

impl<'a> Board<'a> {
    /// Checks the tasks and who has them by `assignments`, which stand at `path`, and counts finished work. The problem has no places yet.
    pub(super) fn new(
        cast: Cast<'a>,
        tasks: &'a [Task],
        known: &Known,
        from: Option<Date>,
        assignments: &[Assignment],
        path: &Pointer,
    ) -> Result<Self, WorkloadError> {
        let seats = seats(&cast, tasks)?;
        let named = named(&cast, &known.tasks, assignments, path)?;
        let order = Order::new(tasks, &known.tasks, from)?;
        let people = cast.measures().to_vec();
        let problem = Problem { people, handovers: usize::MAX, ..Problem::default() };
        let mut board = Self { cast, tasks, seats, problem, settled: Vec::new(), finished: Vec::new(), named, order };
        for (number, task) in tasks.iter().enumerate().filter(|(_, task)| task.done) {
            for person in board.named.get(number).cloned().unwrap_or_default() {
                let share = board.seats_of(number).iter().find(|seat| seat.named == Some(person)).map(|seat| seat.seconds);
                let seconds = share.unwrap_or_else(|| task.seconds());
                board.finished.push((number, person, seconds));
                if board.cast.leaver != Some(person) {
                    board.add_base(person, seconds);
                }
            }
        }
        board.check_finished()?;
        Ok(board)
    }

    pub(super) fn seats_of(&self, task: usize) -> &[Seat] {
        self.seats.get(task).map_or(&[], Vec::as_slice)
    }

    pub(super) fn measure(&self, person: usize) -> Measure {
        self.problem.people.get(person).copied().unwrap_or_default()
    }

    fn add_base(&mut self, person: usize, seconds: u64) {
        if let Some(measure) = self.problem.people.get_mut(person) {
            measure.base += seconds;
        }
    }

    /// Those who may fill `seat`: able, and with hours to give unless it costs none.
    pub(super) fn may(&self, seat: &Seat) -> Set {
        let leaver = self.cast.leaver.map(Set::only).unwrap_or_default();
        let able = seat.able.without(&seat.barred).without(&leaver);
        if seat.seconds == 0 { able } else { able.and(&self.cast.with_hours()) }
    }

    /// Those who meet the conditions of `seat` of `task`, whoever it was named for.
    pub(super) fn able_in(&self, task: &Task, seat: &Seat) -> Set {
        let need = seat.need.and_then(|need| task.needs.get(need));
        need.map_or_else(|| self.cast.everybody(), |need| self.cast.able(need))
    }

    /// Refuses people who are away on the day of a session of their task, or avoid it.
    fn check_barred(&self, number: usize, people: &[usize], path: &Pointer) -> Result<(), WorkloadError> {
        let Some(task) = self.tasks.get(number) else { return Ok(()) };
        for worker in
            people.iter().filter(|person| self.cast.leaver != Some(**person)).filter_map(|person| self.cast.worker(*person))
        {
            let (id, task_id) = (worker.id.to_string(), task.id.to_string());
            if let Some(day) = away_at(worker, task) {
                return Err(WorkloadError::AwayThen { path: path.clone(), id, task: task_id, day: day.in_words() });
            }
            if let Some(word) = [&task.id].into_iter().chain(&task.burdens).find(|word| worker.avoids.contains(word)) {
                return Err(WorkloadError::Avoided { path: path.clone(), id, task: task_id, word: word.to_string() });
            }
        }
        Ok(())
    }

    /// Why a person cannot have the task `number`: they avoid a skill for which they could, or no place is theirs to fill.
    fn unfit(&self, number: usize, person: usize, path: &Pointer) -> WorkloadError {
        let (id, task) = (self.cast.id(person), self.tasks.get(number));
        let id = id.map_or_else(String::new, |id| id.to_string());
        let able = self.seats_of(number).iter().filter(|seat| seat.able.has(person));
        let mut skills = able.filter_map(|seat| task?.needs.get(seat.need?)?.skill.as_ref());
        let avoids = self.cast.worker(person).map_or(&[][..], |worker| worker.avoids.as_slice());
        let avoided = skills.find(|skill| avoids.contains(skill)).map(ToString::to_string);
        let (path, task) = (path.clone(), task.map_or_else(String::new, |task| task.id.to_string()));
        match avoided {
            Some(word) => WorkloadError::Avoided { path, id, task, word },
            None => WorkloadError::NotEligible { path, id, task },
        }
    }

    /// Which of `sets`, the places of the task `number`, its people by the request fill; they all must.
    pub(super) fn seat_named(&self, number: usize, sets: &[Set], path: &Pointer) -> Result<Vec<Option<usize>>, WorkloadError> {
        let people = self.named.get(number).map_or(&[][..], Vec::as_slice);
        self.check_barred(number, people, path)?;
        if people.len() > sets.len() {
            let task = self.tasks.get(number).map_or_else(String::new, |task| task.id.to_string());
            return Err(WorkloadError::TooManyAssigned { path: path.clone(), task, places: sets.len() });
        }
        let holders = match_places(sets, people);
        match people.iter().enumerate().find(|(_, person)| !holders.contains(&Some(**person))) {
            Some((_, person)) => Err(self.unfit(number, *person, path)),
            None => Ok(holders.into_iter().map(|holder| holder.filter(|person| people.contains(person))).collect()),
        }
    }

    /// Adds a place for each seat of the task `number` in `seats`, given with who may fill it and whether that is settled.
    pub(super) fn add_places(&mut self, number: usize, seats: &[(usize, Set, bool)], may_be_empty: &[bool]) {
        let mut before: Option<(Option<usize>, Set, bool)> = None;
        for ((index, who, settled), may_be_empty) in seats.iter().zip(may_be_empty) {
            let (Some(seat), Some(task)) = (self.seats_of(number).get(*index).cloned(), self.tasks.get(number)) else { continue };
            let now = Some((seat.need, who.clone(), *may_be_empty));
            let twin = before == now && !settled && seat.named.is_none();
            before = now.filter(|_| !settled && seat.named.is_none());
            let skill = seat.need.and_then(|need| task.needs.get(need)).and_then(|need| need.skill.as_ref());
            let wishes = self.cast.wishes(&task.id, skill);
            self.problem.places.push(Place {
                task: number,
                seat: *index,
                seconds: seat.seconds,
                who: who.clone(),
                wishes,
                may_be_empty: *may_be_empty,
                twin,
                ..Place::default()
            });
            self.settled.push(*settled);
        }
    }

    /// Refuses more seconds than a person's hard cap, `loads` being everybody's.
    pub(super) fn check_caps(&self, loads: &[u64], path: &Pointer) -> Result<(), WorkloadError> {
        for ((person, worker), load) in self.cast.iter().zip(loads) {
            let cap = self.measure(person).cap;
            if *load > cap && self.cast.leaver != Some(person) {
                return Err(WorkloadError::OverHardCap {
                    path: path.clone(),
                    id: worker.id.to_string(),
                    hours: hours(*load).to_string(),
                    cap: hours(cap).to_string(),
                });
            }
        }
        Ok(())
    }

    /// Takes out of the open places those whose hard cap leaves no room for them.
    pub(super) fn drop_those_without_room(&mut self, loads: &[u64]) {
        let room: Vec<u64> =
            self.problem.people.iter().zip(loads).map(|(person, load)| person.cap.saturating_sub(*load)).collect();
        for (place, settled) in self.problem.places.iter_mut().zip(&self.settled) {
            if !settled {
                let fits = |person: &usize| place.seconds == 0 || room.get(*person).is_some_and(|room| *room >= place.seconds);
                place.who = place.who.iter().filter(fits).collect();
            }
        }
    }

    fn check_finished(&self) -> Result<(), WorkloadError> {
        let seconds: u64 = self.finished.iter().map(|(_, _, seconds)| seconds).sum();
        if Hours::from_seconds(i64::try_from(seconds).unwrap_or(i64::MAX)).is_err() {
            return Err(WorkloadError::OutOfRange {
                path: Pointer::root().key("tasks"),
                found: "the hours of all finished tasks together".to_owned(),
                bounds: "of at most 1000000 hours".to_owned(),
            });
        }
        Ok(())
    }
}

/// The day of the first session of `task` on which `worker` is away.
pub(super) fn away_at(worker: &Person, task: &Task) -> Option<Date> {
    let away = |day: &Date| worker.unavailable.iter().any(|away| away.has(*day));
    task.sessions.iter().map(|session| session.date).filter(away).min()
}

/// The people of each task by `assignments`, as numbers.
fn named(
    cast: &Cast,
    tasks: &BTreeMap<&Id, usize>,
    assignments: &[Assignment],
    path: &Pointer,
) -> Result<Vec<Vec<usize>>, WorkloadError> {
    let mut named: Vec<Option<Vec<usize>>> = vec![None; tasks.len()];
    for (index, assignment) in assignments.iter().enumerate() {
        let here = path.index(index);
        let Some(slot) = tasks.get(&assignment.task).and_then(|task| named.get_mut(*task)) else {
            return Err(WorkloadError::UnknownTask { path: here.key("task"), id: assignment.task.to_string() });
        };
        if slot.is_some() {
            return Err(WorkloadError::DuplicateId { path: here.key("task"), id: assignment.task.to_string() });
        }
        *slot = Some(cast.numbers_of(assignment, &here)?);
    }
    Ok(named.into_iter().map(Option::unwrap_or_default).collect())
}

/// Where the assignment of `task` stands.
pub(super) fn path_of(assignments: &[Assignment], task: &Id, path: &Pointer) -> Pointer {
    let index = assignments.iter().position(|assignment| assignment.task == *task);
    index.map_or_else(|| path.clone(), |index| path.index(index).key("people"))
}

/// Seconds as hours. All sums of seconds are checked to be within bounds before the search.
pub(super) fn hours(seconds: u64) -> Hours {
    i64::try_from(seconds).ok().and_then(|seconds| Hours::from_seconds(seconds).ok()).unwrap_or_default()
}
