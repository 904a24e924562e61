//! A session that somebody misses: what of a task falls to whoever stands in, as a task of its own or as a seat, and who could come.

use std::collections::BTreeSet;

use super::board::Board;
use super::seat::Seat;
use super::{Need, Task, TaskMode, WorkSession};
use crate::group::Person;
use crate::unit::{Date, Hours, Id, IdMap};

/// Ids for sessions that nothing in a request is called by, so that nobody speaks of one by chance.
pub(super) struct SessionIds<'a> {
    known: BTreeSet<&'a Id>,
    number: usize,
}

impl<'a> SessionIds<'a> {
    pub(super) fn new(people: &'a [Person], tasks: &'a [Task]) -> Self {
        let of_person = |worker: &'a Person| {
            let beside = worker.support.iter().flat_map(|support| support.task.iter().chain(&support.skill));
            worker.skills.iter().chain(&worker.prefers).chain(&worker.avoids).chain(beside)
        };
        let of_task = |task: &'a Task| [&task.id].into_iter().chain(&task.after).chain(&task.burdens);
        let known = people.iter().flat_map(of_person).chain(tasks.iter().flat_map(of_task)).collect();
        Self { known, number: 0 }
    }
}

impl Iterator for SessionIds<'_> {
    type Item = Id;

    fn next(&mut self) -> Option<Id> {
        loop {
            self.number = self.number.checked_add(1)?;
            let id = format!("session-{}", self.number).parse::<Id>().ok()?;
            if !self.known.contains(&id) {
                return Some(id);
            }
        }
    }
}

/// The session of `task` on `date` as a task of its own for one person, with so many hours and this need.
pub(super) fn session_of(task: &Task, date: Date, id: Id, hours: Hours, need: Option<&Need>) -> Task {
    let start = task.sessions.iter().filter(|session| session.date == date).find_map(|session| session.start);
    Task {
        id,
        title: Some(format!("the session of {} on {}", task.label(), date.in_words())),
        hours,
        quality_hours: None,
        work: task.work,
        part_of: None,
        burdens: task.burdens.clone(),
        needs: need.map(|need| Need { count: 1, ..need.clone() }).into_iter().collect(),
        from: None,
        due: None,
        // All that is worked on that day falls to whoever stands in, whatever the parts of a day's sessions are.
        sessions: vec![WorkSession { date, hours: Some(hours).filter(|hours| *hours > Hours::ZERO), start }],
        after: Vec::new(),
        mode: TaskMode::One,
        share: IdMap::default(),
        done: false,
    }
}

/// The seat of whoever stands in for the holder of `seat` at the session of the task `number` on `date`, for so many seconds.
pub(super) fn stand_in(board: &Board, number: usize, seat: &Seat, date: Date, seconds: u64) -> Seat {
    let Some(task) = board.tasks.get(number) else { return seat.clone() };
    let able = board.able_in(task, seat);
    let seat = Seat { seconds, able, named: None, session: Some(date), ..seat.clone() };
    let avoiding = board.cast.avoiding_task(task, seat.skill(task));
    let unsupported = board.weights.unsupported(task, &seat, board.cast.with_hours());
    let unfit = avoiding.or(&board.cast.away_on(date)).or(&unsupported);
    let short = board.days.too_slow(seconds);
    Seat { barred: unfit.or(&short), unfit, short, unsupported, ..seat }
}

/// Those who together take on what `seat`, of a session on one day, asks for, and the seconds of each: equal parts, the first ones a second more.
pub(super) fn parts(board: &Board, seat: &Seat) -> Vec<(usize, u64)> {
    // Whoever has too little time for all of it may have enough for a part.
    let mut group = board.may(&Seat { barred: seat.unfit.clone(), ..seat.clone() });
    loop {
        let count = group.iter().count() as u64;
        let (Some(part), Some(more)) = (seat.seconds.checked_div(count), seat.seconds.checked_rem(count)) else {
            return Vec::new();
        };
        let rest = group.without(&board.days.too_slow(part + u64::from(more > 0)));
        if rest == group {
            return group.iter().zip(0..).map(|(person, place)| (person, part + u64::from(place < more))).collect();
        }
        group = rest;
    }
}
