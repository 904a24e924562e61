//! What was decided, told in the words of the request.

use std::collections::BTreeMap;

use super::board::{Board, hours};
use super::room::Room;
use super::solve::{Part, Set, Solved};
use super::words;
use super::{Assignment, HeldTask, SupportGiven, TaskDates, UnfilledNeed, WhyHeld, WorkKind, WorkLoad};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Id, Ratio};

/// A task that a person has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) task: usize,
    pub(super) seconds: u64,
    pub(super) why: WhyHeld,
}

/// The work of handing a task over, or of being handed it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Handing {
    pub(super) task: usize,
    /// To whom it goes, or from whom it comes.
    pub(super) other: Option<usize>,
    pub(super) gives: bool,
    pub(super) seconds: u64,
}

fn push<T>(lists: &mut [Vec<T>], index: usize, value: T) {
    if let Some(list) = lists.get_mut(index) {
        list.push(value);
    }
}

pub(super) struct Report<'a> {
    pub(super) board: &'a Board<'a>,
    /// Who fills each place of the problem.
    pub(super) holders: &'a [Option<usize>],
    pub(super) room: Room<'a>,
    parts: Vec<Part>,
    /// The places that each person fills.
    by_person: Vec<Vec<usize>>,
    /// The people in each task.
    pub(super) by_task: Vec<Vec<usize>>,
    /// What each person hands over or is handed.
    handing: Vec<Vec<Handing>>,
    /// Whom each person helps, as (task, who is helped, seconds).
    help: Vec<Vec<(usize, usize, u64)>>,
}

impl<'a> Report<'a> {
    /// Checks that the hours of all people are the hours of all filled places.
    pub(super) fn new(board: &'a Board<'a>, holders: &'a [Option<usize>]) -> Result<Self, WorkloadError> {
        let people = board.problem.people.len();
        let mut report = Self {
            board,
            holders,
            room: Room::new(&board.problem, holders),
            parts: board.problem.parts(holders),
            by_person: vec![Vec::new(); people],
            by_task: vec![Vec::new(); board.tasks.len()],
            help: vec![Vec::new(); people],
            handing: vec![Vec::new(); people],
        };
        let mut by_task = 0;
        let mut twice = false;
        for (task, person, by, seconds) in &board.helped {
            push(&mut report.help, *by, (*task, *person, *seconds));
        }
        for (number, (place, holder)) in board.problem.places.iter().zip(holders).enumerate() {
            let Some(person) = *holder else { continue };
            by_task += place.seconds_of(person);
            // Places stand in the order of their tasks.
            let last = report.by_person.get(person).and_then(|places| places.last());
            twice |= last.and_then(|last| board.problem.places.get(*last)).is_some_and(|last| last.task == place.task);
            push(&mut report.by_person, person, number);
            push(&mut report.by_task, place.task, person);
            for extra in place.extras.iter().filter(|extra| extra.holder == person && extra.seconds > 0) {
                if extra.handover {
                    let other = board.had.get(number).copied().flatten().filter(|other| *other != extra.bearer);
                    let gives = extra.bearer != person;
                    push(
                        &mut report.handing,
                        extra.bearer,
                        Handing { task: place.task, other: other.or(Some(person)), gives, seconds: extra.seconds },
                    );
                } else if extra.bearer != person {
                    push(&mut report.help, extra.bearer, (place.task, person, extra.seconds));
                }
            }
        }
        let before: u64 = board.problem.people.iter().map(|person| person.base).sum();
        if by_task + before != report.room.loads.iter().sum::<u64>() || holders.len() != board.problem.places.len() || twice {
            return Err(internal("the parts do not make the whole"));
        }
        Ok(report)
    }

    /// Who has each task that somebody has, finished ones left out.
    pub(super) fn assignments(&self) -> Vec<Assignment> {
        let of = |(task, people): (&super::Task, &Vec<usize>)| {
            let mut people: Vec<Id> = people.iter().filter_map(|person| self.board.cast.id(*person)).collect();
            people.sort();
            (!people.is_empty()).then(|| Assignment { task: task.id.clone(), people })
        };
        self.board.tasks.iter().zip(&self.by_task).filter_map(of).collect()
    }

    /// Each person's part, in the order of `people`.
    pub(super) fn people(&self, people: &[Person]) -> Result<Vec<WorkLoad>, WorkloadError> {
        let of = |worker: &Person| {
            let person = self.board.cast.number(&worker.id, Pointer::root)?;
            let measure = self.board.measure(person);
            let seconds = self.seconds(person);
            let part = self.parts.get(person).copied().unwrap_or(Part { cost: 0, of: 1 });
            let of_capacity = if measure.counts { Some(ratio(part)?) } else { None };
            let held = self.held(person);
            let support = self.help.get(person).map_or(&[][..], Vec::as_slice);
            let handing = self.handing.get(person).map_or(&[][..], Vec::as_slice);
            let handed: u64 = handing.iter().map(|handing| handing.seconds).sum();
            let said = words::Part { board: self.board, worker, seconds, of_capacity, held: &held, support, handing };
            let hidden: u64 = self.hidden(person).values().sum();
            let load = WorkLoad {
                id: worker.id.clone(),
                hours: hours(seconds),
                capacity: worker.capacity.unwrap_or_default(),
                of_capacity,
                hidden_hours: (hidden > 0).then(|| hours(hidden)),
                handover_hours: (handed > 0).then(|| hours(handed)),
                reason: said.tell(self.why_nothing(person)),
                support: support.iter().filter_map(|help| self.support(*help)).collect(),
                tasks: held.iter().filter_map(|held| self.held_task(*held)).collect(),
            };
            Ok(load)
        };
        people.iter().map(of).collect()
    }

    /// The places that a person fills.
    pub(super) fn places_of(&self, person: usize) -> &[usize] {
        self.by_person.get(person).map_or(&[], Vec::as_slice)
    }

    /// Seconds of help that a person gives.
    pub(super) fn help_of(&self, person: usize) -> u64 {
        self.help.get(person).into_iter().flatten().map(|(_, _, seconds)| seconds).sum()
    }

    pub(super) fn seconds(&self, person: usize) -> u64 {
        self.room.loads.get(person).copied().unwrap_or_default()
    }

    /// Seconds of work that is easily overlooked, by its kind.
    pub(super) fn hidden(&self, person: usize) -> BTreeMap<WorkKind, u64> {
        let mut hidden = BTreeMap::new();
        let finished = self.board.finished_by(person);
        let places = self.by_person.get(person).into_iter().flatten().filter_map(|place| self.board.problem.places.get(*place));
        for (task, seconds) in finished.chain(places.map(|place| (place.task, place.seconds))) {
            if let Some(task) = self.board.tasks.get(task).filter(|task| !task.work.is_ordinary() && seconds > 0) {
                *hidden.entry(task.work).or_default() += seconds;
            }
        }
        let help: u64 = self.help.get(person).into_iter().flatten().map(|(_, _, seconds)| seconds).sum();
        if help > 0 {
            *hidden.entry(WorkKind::Supporting).or_default() += help;
        }
        hidden
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

    fn support(&self, (task, person, seconds): (usize, usize, u64)) -> Option<SupportGiven> {
        let (task, person) = (self.board.tasks.get(task)?.id.clone(), self.board.cast.id(person)?);
        Some(SupportGiven { task, person, hours: hours(seconds) })
    }

    fn held_task(&self, held: Held) -> Option<HeldTask> {
        let task = self.board.tasks.get(held.task)?.id.clone();
        Some(HeldTask { task, hours: hours(held.seconds), why: held.why })
    }

    fn held(&self, person: usize) -> Vec<Held> {
        let finished = self.board.finished_by(person);
        let mut tasks: Vec<Held> = finished
            .map(|(task, seconds)| {
                let done = self.board.tasks.get(task).is_some_and(|task| task.done);
                Held { task, seconds, why: if done { WhyHeld::Settled } else { WhyHeld::DoneSoFar } }
            })
            .collect();
        for number in self.by_person.get(person).into_iter().flatten().copied() {
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
            tasks.push(Held { task: place.task, seconds: place.seconds, why });
        }
        tasks.sort_by_key(|held| held.task);
        tasks
    }

    /// The ids of `people`, in order.
    pub(super) fn ids(&self, people: &[usize]) -> Vec<Id> {
        let mut ids: Vec<Id> = people.iter().filter_map(|person| self.board.cast.id(*person)).collect();
        ids.sort();
        ids
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
            let there: Set = self.by_task.get(place.task).into_iter().flatten().copied().collect();
            let why = words::Unfilled { board: self.board, task, seat, place, there, room: &self.room };
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
