//! What was decided, told in the words of the request.

use super::board::{Board, hours};
use super::solve::{Part, Set, Solved};
use super::words;
use super::{Assignment, HeldTask, TaskDates, UnfilledNeed, WhyHeld, WorkLoad};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Id, Ratio};

pub(super) struct Report<'a> {
    board: &'a Board<'a>,
    /// Who fills each place of the problem.
    holders: &'a [Option<usize>],
    loads: Vec<u64>,
    parts: Vec<Part>,
}

impl<'a> Report<'a> {
    /// Checks that the hours of all people are the hours of all filled places.
    pub(super) fn new(board: &'a Board<'a>, holders: &'a [Option<usize>]) -> Result<Self, WorkloadError> {
        let loads = board.problem.loads(holders);
        let report = Self { board, holders, loads, parts: board.problem.parts(holders) };
        let by_task: u64 = report.filled().map(|(number, person)| report.seconds(number, person)).sum();
        let before: u64 = board.problem.people.iter().map(|person| person.base).sum();
        let twice = report.filled().any(|(number, person)| {
            report.filled().any(|(other, same)| other < number && same == person && report.task(other) == report.task(number))
        });
        if by_task + before != report.loads.iter().sum::<u64>() || holders.len() != board.problem.places.len() || twice {
            return Err(internal("the parts do not make the whole"));
        }
        Ok(report)
    }

    fn filled(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.holders.iter().enumerate().filter_map(|(number, holder)| holder.map(|person| (number, person)))
    }

    /// All seconds of a place that `person` fills, whoever bears them.
    fn seconds(&self, place: usize, person: usize) -> u64 {
        self.board.problem.places.get(place).map_or(0, |place| place.seconds_of(person))
    }

    fn task(&self, place: usize) -> Option<usize> {
        self.board.problem.places.get(place).map(|place| place.task)
    }

    /// Who has each task that somebody has, finished ones left out.
    pub(super) fn assignments(&self) -> Vec<Assignment> {
        self.assignments_of(|_| true)
    }

    /// Who fills those places that `chosen` names.
    pub(super) fn assignments_of(&self, chosen: impl Fn(usize) -> bool) -> Vec<Assignment> {
        let of = |(number, task): (usize, &super::Task)| {
            let places = self.filled().filter(|(place, _)| self.task(*place) == Some(number) && chosen(*place));
            let mut people: Vec<Id> = places.filter_map(|(_, person)| self.board.cast.id(person)).collect();
            people.sort();
            (!people.is_empty()).then(|| Assignment { task: task.id.clone(), people })
        };
        self.board.tasks.iter().enumerate().filter_map(of).collect()
    }

    /// Each person's part, in the order of `people`.
    pub(super) fn people(&self, people: &[Person]) -> Result<Vec<WorkLoad>, WorkloadError> {
        let of = |worker: &Person| {
            let person = self.board.cast.number(&worker.id, Pointer::root)?;
            let measure = self.board.measure(person);
            let seconds = self.loads.get(person).copied().unwrap_or_default();
            let part = self.parts.get(person).copied().unwrap_or(Part { cost: 0, of: 1 });
            let of_capacity = if measure.counts { Some(ratio(part)?) } else { None };
            let tasks = self.held(person);
            let load = WorkLoad {
                id: worker.id.clone(),
                hours: hours(seconds),
                capacity: worker.capacity.unwrap_or_default(),
                of_capacity,
                reason: words::part(worker, self.board.tasks, seconds, of_capacity, &tasks, self.why_nothing(person)),
                tasks,
            };
            Ok(load)
        };
        people.iter().map(of).collect()
    }

    /// Why `person` has nothing, if so.
    fn why_nothing(&self, person: usize) -> &'static str {
        let places = &self.board.problem.places;
        match () {
            () if places.is_empty() => "there is nothing to do",
            () if places.iter().any(|place| place.who.has(person)) => "the work is most even so",
            () => "no task is one that they can take",
        }
    }

    fn held(&self, person: usize) -> Vec<HeldTask> {
        let mut tasks: Vec<(usize, u64, WhyHeld)> = self
            .board
            .finished
            .iter()
            .filter(|(_, who, _)| *who == person)
            .map(|(task, _, seconds)| (*task, *seconds, WhyHeld::Settled))
            .collect();
        for (number, _) in self.filled().filter(|(_, holder)| *holder == person) {
            let Some(place) = self.board.problem.places.get(number) else { continue };
            let named = self.board.seats_of(place.task).get(place.seat).is_some_and(|seat| seat.named == Some(person));
            let why = match () {
                () if named => WhyHeld::Named,
                () if self.board.settled.get(number) == Some(&true) => WhyHeld::Settled,
                () if self.board.problem.held.contains(&(place.task, person)) => WhyHeld::AlreadyTheirs,
                () if place.who == Set::only(person) => WhyHeld::OnlyOneAble,
                () if place.rank(person).is_some() => WhyHeld::Preferred,
                () => WhyHeld::KeepsItEven,
            };
            tasks.push((place.task, place.seconds, why));
        }
        tasks.sort_by_key(|(task, _, _)| *task);
        let of = |(task, seconds, why): (usize, u64, WhyHeld)| {
            Some(HeldTask { task: self.board.tasks.get(task)?.id.clone(), hours: hours(seconds), why })
        };
        tasks.into_iter().filter_map(of).collect()
    }

    /// The parts of all who count, the largest first.
    pub(super) fn vector(&self, solved: &Solved) -> Result<Vec<Ratio>, WorkloadError> {
        if solved.vector != self.board.problem.vector(self.holders) {
            return Err(internal("the vector is not that of the split"));
        }
        solved.vector.iter().map(|part| ratio(*part)).collect()
    }

    /// Between which days unfinished tasks can be worked on, where the tasks before or after them leave less than their own dates.
    pub(super) fn dates(&self) -> Vec<TaskDates> {
        let order = &self.board.order;
        let spans = self.board.tasks.iter().zip(&order.spans).filter(|(task, _)| !task.done);
        let narrowed = spans.filter(|(task, span)| {
            let last = task.due.or_else(|| task.session_days().map(|(_, last)| last));
            span.earliest != task.from.max(order.from) || span.latest != last
        });
        narrowed.map(|(task, span)| TaskDates { task: task.id.clone(), earliest: span.earliest, latest: span.latest }).collect()
    }

    /// What nobody fills, need by need.
    pub(super) fn unfilled(&self) -> Vec<UnfilledNeed> {
        let mut unfilled: Vec<UnfilledNeed> = Vec::new();
        for (place, _) in self.board.problem.places.iter().zip(self.holders).filter(|(_, holder)| holder.is_none()) {
            let Some(task) = self.board.tasks.get(place.task) else { continue };
            let Some(seat) = self.board.seats_of(place.task).get(place.seat) else { continue };
            let need = seat.need.and_then(|need| u32::try_from(need).ok());
            if let Some(last) =
                unfilled.last_mut().filter(|last| last.task == task.id && last.need == need && seat.named.is_none())
            {
                last.missing += 1;
                continue;
            }
            let there: Set =
                self.filled().filter(|(other, _)| self.task(*other) == Some(place.task)).map(|(_, person)| person).collect();
            let why = words::Unfilled { board: self.board, task, seat, there, loads: &self.loads };
            let (reason, smallest_change) = why.tell();
            unfilled.push(UnfilledNeed { task: task.id.clone(), need, missing: 1, reason, smallest_change });
        }
        unfilled
    }
}

/// A part as an exact ratio.
pub(super) fn ratio(part: Part) -> Result<Ratio, WorkloadError> {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    Ratio::new(whole(part.cost), whole(part.of)).map_err(|_| internal("a part does not fit"))
}

fn internal(what: &str) -> WorkloadError {
    WorkloadError::Internal { path: Pointer::root(), what: what.to_owned() }
}
