//! Tasks and people set out for the search: what is settled, what is open, and who could fill it.

use std::collections::{BTreeMap, BTreeSet};

use super::cast::Cast;
use super::days::Days;
use super::known::{Known, TaskNumbers};
use super::order::Order;
use super::room::{Lack, Limit, Room};
use super::seat::{Seat, seats};
use super::solve::{Measure, Place, Problem, Set, match_places};
use super::weigh::Weights;
use super::{Assignment, Task};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Date, Hours, Id};

/// Who has a task by the request.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    pub(super) people: Vec<usize>,
    /// Which of the assignments says so.
    assignment: Option<usize>,
}

/// What a board is made with beside people and tasks.
#[derive(Debug, Default)]
pub(super) struct BoardAsk<'a> {
    /// The first day on which the work can be done.
    pub(super) from: Option<Date>,
    /// A kind of work beside those of the tasks.
    pub(super) word: Option<&'a Id>,
    /// Whether those who have a task may keep it though they have too few days for it.
    pub(super) keeps_late: bool,
    /// Who need not be there on the day of a session of a task, as (task, person, day): they miss it, or come all the same.
    pub(super) excused: BTreeSet<(usize, usize, Date)>,
    /// Which of these they miss.
    pub(super) missed: BTreeSet<(usize, usize, Date)>,
    /// Tasks that are one session of another, each with that other.
    pub(super) sessions: BTreeMap<usize, usize>,
}

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
    /// The finished tasks of each person, with their seconds.
    finished_of: Vec<Vec<(usize, u64)>>,
    /// Who helped whom beside a finished task, as (task, who was helped, who helped, seconds).
    pub(super) helped: Vec<(usize, usize, usize, u64)>,
    /// Who has each task by the request.
    pub(super) named: Vec<Named>,
    /// The days between which each task can be worked on.
    pub(super) order: Order,
    pub(super) days: Days,
    pub(super) weights: Weights<'a>,
    /// Seconds of all seats with the most that support beside them can come to.
    most_seconds: u64,
    /// Who fills each place now, where that is asked about.
    pub(super) had: Vec<Option<usize>>,
    excused: BTreeSet<(usize, usize, Date)>,
    missed: BTreeSet<(usize, usize, Date)>,
}

impl<'a> Board<'a> {
    /// Checks the tasks and who has them by `assignments`, which stand at `path`, and counts finished work. The problem has no places yet.
    pub(super) fn new(
        cast: Cast<'a>,
        (people, tasks): (&'a [Person], &'a [Task]),
        from: Option<Date>,
        assignments: &[Assignment],
        path: &Pointer,
    ) -> Result<Self, WorkloadError> {
        Self::with(cast, (people, tasks), &BoardAsk { from, ..BoardAsk::default() }, assignments, path)
    }

    /// The same with all that there is to say.
    pub(super) fn with(
        cast: Cast<'a>,
        (people, tasks): (&'a [Person], &'a [Task]),
        ask: &BoardAsk,
        assignments: &[Assignment],
        path: &Pointer,
    ) -> Result<Self, WorkloadError> {
        let mut seats = seats(&cast, tasks)?;
        let known = Known::new(people, tasks);
        known.check(people)?;
        let named = named(&cast, &known.tasks, assignments, path)?;
        let order = Order::new(tasks, &known.tasks, ask.from)?;
        let mut measures = cast.measures().to_vec();
        let mut weights = Weights::new(&cast, people, tasks, &mut measures, ask.word)?;
        let on_session: Vec<Date> = ask.missed.iter().map(|(_, _, day)| *day).collect();
        let mut days = Days::new(&cast, tasks, &order, &on_session)?;
        for (session, of) in &ask.sessions {
            let (Some(session), Some(of), Some(seats)) = (tasks.get(*session), tasks.get(*of), seats.get_mut(*session)) else {
                continue;
            };
            weights.session_of(&session.id, &of.id);
            let avoiding = cast.avoiding(&of.id);
            seats.iter_mut().for_each(|seat| seat.barred = seat.barred.or(&avoiding));
        }
        let gives = cast.with_hours();
        // Whoever has a task keeps the help of somebody who leaves, or its want: that is told.
        let gave = gives.or(&cast.leavers);
        for ((number, task), seats) in tasks.iter().enumerate().zip(&mut seats).filter(|((_, task), _)| !task.done) {
            for seat in seats {
                seat.short = days.too_short(task, order.span(number), seat.seconds);
                seat.unsupported = weights.unsupported(task, seat, gives);
                let theirs: Set = named.get(number).iter().flat_map(|named| &named.people).copied().collect();
                let keep = weights.unsupported(task, seat, &gave);
                seat.unsupported = seat.unsupported.without(&theirs.without(&keep));
                seat.unfit = seat.barred.or(&seat.unsupported);
                let short = if ask.keeps_late { seat.short.without(&theirs) } else { seat.short.clone() };
                seat.barred = seat.unfit.or(&short);
            }
        }
        let most_seconds = seats.iter().flatten().map(|seat| seat.seconds).sum();
        let limits = days.limits(measures.len());
        let problem = Problem { people: measures, handovers: usize::MAX, days: limits, ..Problem::default() };
        let (settled, finished, helped) = (Vec::new(), Vec::new(), Vec::new());
        let finished_of = vec![Vec::new(); cast.measures().len()];
        let mut board = Self {
            cast,
            tasks,
            seats,
            problem,
            settled,
            finished,
            finished_of,
            helped,
            named,
            order,
            days,
            weights,
            most_seconds,
            had: Vec::new(),
            excused: ask.excused.clone(),
            missed: ask.missed.clone(),
        };
        for (number, task) in tasks.iter().enumerate().filter(|(_, task)| task.done) {
            for person in board.named.get(number).cloned().unwrap_or_default().people {
                let share = board.seats_of(number).iter().find(|seat| seat.named == Some(person)).map(|seat| seat.seconds);
                let seconds = share.unwrap_or_else(|| task.seconds());
                board.finished.push((number, person, seconds));
                board.count_done(person, number, seconds);
                // Whoever helped them has worked too.
                let seat = board.seats_of(number).iter().find(|seat| seat.able.has(person));
                let helped = seat.map(|seat| board.weights.support(task, seat, person)).unwrap_or_default();
                for (by, seconds) in helped {
                    board.helped.push((number, person, by, seconds));
                    let further = board.weights.further_of_help(by, seconds);
                    board.add_base(by, seconds, further);
                }
            }
        }
        board.check_finished()?;
        Ok(board)
    }

    pub(super) fn seats_of(&self, task: usize) -> &[Seat] {
        self.seats.get(task).map_or(&[], Vec::as_slice)
    }

    /// Whether the request says who has the task `number`.
    pub(super) fn is_named(&self, number: usize) -> bool {
        self.named.get(number).is_some_and(|named| !named.people.is_empty())
    }

    pub(super) fn measure(&self, person: usize) -> Measure {
        self.problem.people.get(person).copied().unwrap_or_default()
    }

    /// The finished tasks of a person, with their seconds.
    pub(super) fn finished_by(&self, person: usize) -> impl Iterator<Item = (usize, u64)> + '_ {
        self.finished_of.get(person).into_iter().flatten().copied()
    }

    /// Counts `seconds` of the task `number` that `person` has done.
    pub(super) fn count_done(&mut self, person: usize, number: usize, seconds: u64) {
        if let Some(list) = self.finished_of.get_mut(person) {
            list.push((number, seconds));
        }
        let further = self.weights.further_of(person, number, seconds);
        self.add_base(person, seconds, further);
    }

    fn add_base(&mut self, person: usize, seconds: u64, further: u64) {
        if let Some(measure) = self.problem.people.get_mut(person).filter(|_| !self.cast.leavers.has(person)) {
            measure.base += seconds;
            measure.base_cost += further;
        }
    }

    /// Those who may fill `seat`: able, and with hours to give unless it costs none.
    pub(super) fn may(&self, seat: &Seat) -> Set {
        let able = seat.able.without(&seat.barred).without(&self.cast.leavers);
        if seat.seconds == 0 { able } else { able.and(self.cast.with_hours()) }
    }

    /// Those who meet the conditions of `seat` of `task`, whoever it was named for.
    pub(super) fn able_in(&self, task: &Task, seat: &Seat) -> Set {
        let need = seat.need.and_then(|need| task.needs.get(need));
        need.map_or_else(|| self.cast.everybody(), |need| self.cast.able(need))
    }

    /// Those who may have `seat` of `task` though it was named for somebody else: they meet what it asks for, and have the help they need.
    pub(super) fn may_instead(&self, task: &Task, seat: &Seat) -> Set {
        let able = Seat { able: self.able_in(task, seat), ..seat.clone() };
        let unsupported = self.weights.unsupported(task, &able, self.cast.with_hours());
        let avoiding = seat.skill(task).map(|skill| self.cast.avoiding(skill)).unwrap_or_default();
        self.may(&able).without(&unsupported).without(&avoiding)
    }

    /// Refuses people who are away on the day of a session of their task, or avoid it.
    fn check_barred(&self, number: usize, people: &[usize], path: &Pointer) -> Result<(), WorkloadError> {
        let Some(task) = self.tasks.get(number) else { return Ok(()) };
        for person in people.iter().filter(|person| !self.cast.leavers.has(**person)) {
            let Some(worker) = self.cast.worker(*person) else { continue };
            let (id, task_id) = (worker.id.to_string(), task.id.to_string());
            if let Some(day) = self.missed_by(number, *person) {
                return Err(WorkloadError::AwayThen { path: path.clone(), id, task: task_id, day: day.in_words() });
            }
            if let Some(word) = [&task.id].into_iter().chain(&task.burdens).find(|word| worker.avoids.contains(word)) {
                return Err(WorkloadError::Avoided { path: path.clone(), id, task: task_id, word: word.to_string() });
            }
        }
        Ok(())
    }

    /// The sessions that `person` comes to in `place`, with the seconds that they work there.
    pub(super) fn sessions_of(&self, place: &Place, person: usize) -> impl Iterator<Item = (Date, u64)> + '_ {
        let (number, seconds) = (place.task, place.seconds);
        let stands_in = self.seats_of(number).get(place.seat).and_then(|seat| seat.session);
        let sessions = self.tasks.get(number).filter(|_| stands_in.is_none()).map_or(&[][..], |task| task.sessions.as_slice());
        let comes = sessions.iter().filter(move |session| !self.missed.contains(&(number, person, session.date)));
        let worked = comes.map(move |session| {
            let hours = session.hours.map_or(0, |hours| hours.seconds().unsigned_abs());
            (session.date, hours.min(seconds))
        });
        stands_in.map(|day| (day, seconds)).into_iter().chain(worked)
    }

    /// Whether `person` comes to the session of the task `number` on a day on which they are away from everything else.
    pub(super) fn comes_all_the_same(&self, number: usize, person: usize, day: Date) -> bool {
        let about = (number, person, day);
        self.excused.contains(&about) && !self.missed.contains(&about)
    }

    /// The first day of a session of the task `number` on which `person` is away, and is not excused.
    pub(super) fn missed_by(&self, number: usize, person: usize) -> Option<Date> {
        let (task, worker) = (self.tasks.get(number)?, self.cast.worker(person)?);
        let away = |day: &Date| worker.unavailable.iter().any(|away| away.has(*day));
        let days = task.sessions.iter().map(|session| session.date);
        days.filter(|day| away(day) && !self.excused.contains(&(number, person, *day))).min()
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

    /// Where the assignment of the task `number` stands, if there is one, in the assignments at `path`.
    pub(super) fn path_of(&self, number: usize, path: &Pointer) -> Pointer {
        let assignment = self.named.get(number).and_then(|named| named.assignment);
        assignment.map_or_else(|| path.clone(), |index| path.index(index).key("people"))
    }

    /// Which of `sets`, the places of the task `number`, its people by the request fill; they all must. The assignments stand at `path`.
    pub(super) fn seat_named(&self, number: usize, sets: &[Set], path: &Pointer) -> Result<Vec<Option<usize>>, WorkloadError> {
        let named = self.named.get(number);
        let people = named.map_or(&[][..], |named| named.people.as_slice());
        let path =
            &named.and_then(|named| named.assignment).map_or_else(|| path.clone(), |index| path.index(index).key("people"));
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
    pub(super) fn add_places(
        &mut self,
        number: usize,
        seats: &[(usize, Set, bool)],
        may_be_empty: &[bool],
    ) -> Result<(), WorkloadError> {
        let mut before: Option<(Option<usize>, Set, bool)> = None;
        for ((index, who, settled), may_be_empty) in seats.iter().zip(may_be_empty) {
            let (Some(seat), Some(task)) = (self.seats_of(number).get(*index).cloned(), self.tasks.get(number)) else { continue };
            let now = Some((seat.need, who.clone(), *may_be_empty));
            let twin = before == now && !settled && seat.named.is_none();
            before = now.filter(|_| !settled && seat.named.is_none());
            let wishes = self.cast.wishes(&task.id, seat.skill(task));
            let extras = self.weights.extras((number, task), &seat, who, &self.cast.leavers)?;
            let place = Place {
                task: number,
                seat: *index,
                seconds: seat.seconds,
                who: who.clone(),
                wishes,
                may_be_empty: *may_be_empty,
                twin,
                due: seat.session.or(self.order.span(number).latest).and_then(|latest| self.days.index(latest)),
                extras,
            };
            let with_help = place.extras.iter().map(|extra| place.seconds_of(extra.holder)).max();
            self.most_seconds += with_help.map_or(0, |seconds| seconds - seat.seconds);
            self.problem.places.push(place);
            self.settled.push(*settled);
        }
        if Hours::of_seconds(self.most_seconds).is_none() {
            return Err(WorkloadError::OutOfRange {
                path: Pointer::root().key("people"),
                found: "the hours of all places and the support beside them".to_owned(),
                bounds: "of at most 1000000 hours".to_owned(),
            });
        }
        Ok(())
    }

    /// Refuses more than a person's hard cap, or than they have days for, by what `holders` have, which stands at `path`.
    pub(super) fn check_limits(&self, holders: &[Option<usize>], path: &Pointer) -> Result<(), WorkloadError> {
        let room = Room::new(&self.problem, holders);
        let over = room.over().into_iter().find(|over| !self.cast.leavers.has(over.who));
        over.map_or(Ok(()), |over| Err(self.limit_error(over, path)))
    }

    /// The error that somebody has too much by what stands at `path`.
    pub(super) fn limit_error(&self, over: Lack, path: &Pointer) -> WorkloadError {
        let id = self.cast.id(over.who).map_or_else(String::new, |id| id.to_string());
        let path = path.clone();
        match over.limit {
            Limit::Cap => {
                let cap = self.measure(over.who).cap;
                let (hours, cap) = (hours(cap + over.seconds).to_string(), hours(cap).to_string());
                WorkloadError::OverHardCap { path, id, hours, cap }
            }
            Limit::Day(day) => {
                let limit = self.problem.days.get(over.who).and_then(|days| days.get(day)).copied().unwrap_or_default();
                let (hours, room) = (hours(limit + over.seconds).to_string(), hours(limit).to_string());
                let day = self.days.due.get(day).map_or_else(String::new, |day| day.in_words());
                WorkloadError::OverDays { path, id, hours, day, room }
            }
        }
    }

    /// Takes out of the open places those whose limits leave no room for them beside what is settled.
    pub(super) fn drop_those_without_room(&mut self, holders: &[Option<usize>]) {
        let limited = self.problem.people.iter().any(|person| person.cap < u64::MAX);
        if !limited && self.problem.days.iter().all(Vec::is_empty) {
            return;
        }
        let room = Room::new(&self.problem, holders);
        let fitting = |(place, settled): (&Place, &bool)| -> Option<Set> {
            (!settled).then(|| place.who.iter().filter(|person| room.lacks(place, *person).is_empty()).collect())
        };
        let sets: Vec<Option<Set>> = self.problem.places.iter().zip(&self.settled).map(fitting).collect();
        for (place, set) in self.problem.places.iter_mut().zip(sets) {
            if let Some(who) = set.filter(|who| *who != place.who) {
                place.who = who;
            }
        }
    }

    fn check_finished(&self) -> Result<(), WorkloadError> {
        let helped = self.helped.iter().map(|(_, _, _, seconds)| seconds);
        let seconds: u64 = self.finished.iter().map(|(_, _, seconds)| seconds).chain(helped).sum();
        if Hours::of_seconds(seconds).is_none() {
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

/// The people of each task by `assignments`, as numbers, and which assignment that is.
fn named(cast: &Cast, tasks: &TaskNumbers, assignments: &[Assignment], path: &Pointer) -> Result<Vec<Named>, WorkloadError> {
    let mut named: Vec<Option<Named>> = vec![None; tasks.len()];
    for (index, assignment) in assignments.iter().enumerate() {
        let here = path.index(index);
        let Some(slot) = tasks.get(&assignment.task).and_then(|task| named.get_mut(*task)) else {
            return Err(WorkloadError::UnknownTask { path: here.key("task"), id: assignment.task.to_string() });
        };
        if slot.is_some() {
            return Err(WorkloadError::DuplicateId { path: here.key("task"), id: assignment.task.to_string() });
        }
        *slot = Some(Named { people: cast.numbers_of(assignment, &here)?, assignment: Some(index) });
    }
    Ok(named.into_iter().map(Option::unwrap_or_default).collect())
}

/// Seconds as hours. All sums of seconds are checked to be within bounds before the search.
pub(super) fn hours(seconds: u64) -> Hours {
    Hours::of_seconds(seconds).unwrap_or_default()
}
