//! The engine of all questions about absences: tasks set out with somebody away, what stays with whom, what is lost, and the best way to fill it.
//!
//! Whoever is there keeps their places in the tasks that they have, unless they cannot do one without help from the person who is away. What that
//! person has in the tasks that they are away for is lost, and open to all others who meet its conditions. The search is that of a split.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Date, Id};
use crate::workload::board::{Board, BoardAsk};
use crate::workload::cast::Cast;
use crate::workload::seat::Seat;
use crate::workload::solve::{Set, Solved, match_places, solve};
use crate::workload::{Assignment, Need, Task};

/// People and tasks, and who has what.
#[derive(Debug, Clone, Copy)]
pub(in crate::workload) struct Setting<'a> {
    pub(in crate::workload) people: &'a [Person],
    pub(in crate::workload) tasks: &'a [Task],
    pub(in crate::workload) from: Option<Date>,
    pub(in crate::workload) seed: Option<u32>,
    pub(in crate::workload) assignments: &'a [Assignment],
    /// Where the assignments stand in the request.
    pub(in crate::workload) path: &'a Pointer,
    /// By the number of a task without needs that is done together: who does it, where that is not everybody.
    pub(in crate::workload) joint: &'a BTreeMap<usize, Joint>,
    /// Sessions that are tasks of their own, by their numbers, if there are any.
    pub(in crate::workload) sessions: Option<&'a BTreeMap<usize, Session>>,
}

/// One session of a task as a task of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::workload) struct Session {
    /// The task.
    pub(in crate::workload) of: usize,
    /// The only people who come into question for it.
    pub(in crate::workload) only: Set,
}

/// Who does a task together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::workload) struct Joint {
    pub(in crate::workload) people: BTreeSet<Id>,
    /// What must be there among them.
    pub(in crate::workload) needs: Vec<Need>,
}

impl Joint {
    /// A seat for each of them, at a need that they meet if they meet one.
    fn seats(&self, board: &Board, (number, task): (usize, &Task)) -> Result<Vec<Seat>, WorkloadError> {
        let seats = board.seats_of(number);
        let mut people: Vec<usize> = Vec::new();
        for id in &self.people {
            people.push(board.cast.number(id, || Pointer::root().key("people"))?);
        }
        people.sort_unstable();
        let gives = board.cast.with_hours();
        let seat = |person: usize| {
            if task.needs.is_empty() {
                return seats.iter().find(|seat| seat.named == Some(person)).cloned();
            }
            let able = seats.iter().find(|seat| seat.able.has(person));
            let seat = able.or_else(|| seats.first())?;
            let need = able.and_then(|seat| seat.need);
            let mut seat = Seat { need, able: Set::only(person), named: Some(person), ..seat.clone() };
            seat.unsupported = board.weights.unsupported(task, &seat, gives);
            seat.barred = seat.barred.or(&seat.unsupported);
            Some(seat)
        };
        Ok(people.into_iter().filter_map(seat).collect())
    }

    /// How many of its needs nobody of `there` meets, each person standing for one of them; without needs, whether nobody is there.
    pub(in crate::workload) fn missing(&self, cast: &Cast, there: &Set) -> usize {
        if self.needs.is_empty() {
            return usize::from(there.is_empty());
        }
        let seats = |need: &Need| std::iter::repeat_n(cast.able(need).and(there), need.count as usize);
        let sets: Vec<Set> = self.needs.iter().flat_map(seats).collect();
        match_places(&sets, &[]).iter().filter(|holder| holder.is_none()).count()
    }
}

/// Who has each seat of each unfinished task.
pub(in crate::workload) type Seated = Vec<Vec<Option<usize>>>;

/// Somebody away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::workload) struct Gone {
    pub(in crate::workload) person: usize,
    /// The tasks that they can neither do nor help with.
    pub(in crate::workload) tasks: BTreeSet<usize>,
    /// Whether they are away for the whole time, so that no ratio of theirs counts.
    pub(in crate::workload) altogether: bool,
}

impl Gone {
    /// Away for the whole time.
    pub(in crate::workload) fn altogether(person: usize, tasks: &[Task]) -> Self {
        let open = tasks.iter().enumerate().filter(|(_, task)| !task.done);
        Self { person, tasks: open.map(|(number, _)| number).collect(), altogether: true }
    }

    /// Whether `holder` loses `seat` of the task `number`: it is the absent person's own, or cannot be done without their help.
    pub(super) fn loses(&self, board: &Board, number: usize, seat: &Seat, holder: usize) -> bool {
        self.tasks.contains(&number) && (holder == self.person || helps(board, number, seat, holder, self.person))
    }

    /// Takes them out of all seats of these tasks, and with them those who need their help there.
    fn mark(&self, board: &mut Board) {
        if self.altogether {
            board.cast.leavers = Set::only(self.person);
            if let Some(measure) = board.problem.people.get_mut(self.person) {
                measure.counts = false;
            }
        }
        let away = Set::only(self.person);
        for number in self.tasks.iter().copied() {
            // Anybody can come to have the part of somebody who shares a task.
            let shared = board.tasks.get(number).is_some_and(|task| !task.share.is_empty());
            let everybody = board.cast.everybody();
            let helped = |seat: &Seat| {
                let able = if shared { &everybody } else { &seat.able };
                able.iter().filter(|able| helps(board, number, seat, *able, self.person)).collect()
            };
            let helped: Vec<Set> = board.seats_of(number).iter().map(helped).collect();
            for (seat, helped) in board.seats.get_mut(number).into_iter().flatten().zip(&helped) {
                seat.short = seat.short.or(&away);
                seat.unsupported = seat.unsupported.or(helped);
                seat.barred = seat.barred.or(&away).or(helped);
            }
        }
    }
}

/// Whether `holder` needs help from `by` in `seat` of the task `number`.
fn helps(board: &Board, number: usize, seat: &Seat, holder: usize, by: usize) -> bool {
    let Some(task) = board.tasks.get(number) else { return false };
    board.weights.support(task, seat, holder).iter().any(|(helper, seconds)| *helper == by && *seconds > 0)
}

/// What was decided, with what was there before.
pub(in crate::workload) struct Then<'a> {
    pub(in crate::workload) board: Board<'a>,
    pub(in crate::workload) solved: Solved,
    /// Who had each place.
    pub(in crate::workload) was: Vec<Option<usize>>,
}

impl<'a> Setting<'a> {
    /// The board without places.
    pub(in crate::workload) fn board(&self) -> Result<Board<'a>, WorkloadError> {
        let cast = Cast::new(self.people, self.seed)?;
        let sessions = || self.sessions.into_iter().flatten();
        let origins = sessions().map(|(number, session)| (*number, session.of)).collect();
        let ask = BoardAsk { from: self.from, sessions: origins, ..BoardAsk::default() };
        let mut board = Board::with(cast, (self.people, self.tasks), &ask, self.assignments, self.path)?;
        for (number, joint) in self.joint {
            let Some(task) = self.tasks.get(*number) else { continue };
            let seats = joint.seats(&board, (*number, task))?;
            if let Some(slot) = board.seats.get_mut(*number) {
                *slot = seats;
            }
        }
        for (number, session) in sessions() {
            for seat in board.seats.get_mut(*number).into_iter().flatten() {
                seat.able = session.only.clone();
            }
        }
        Ok(board)
    }

    /// Who has each seat by the assignments; nobody has one of a finished task.
    pub(in crate::workload) fn seated(&self, board: &Board) -> Result<Seated, WorkloadError> {
        let of = |(number, task): (usize, &Task)| {
            let sets: Vec<Set> = board.seats_of(number).iter().map(|seat| board.may(seat)).collect();
            if task.done { Ok(vec![None; sets.len()]) } else { board.seat_named(number, &sets, self.path) }
        };
        self.tasks.iter().enumerate().map(of).collect()
    }

    /// The best with `gone` away, where all others keep the seats that they have by `seated`. Seats that nobody has are filled as well if
    /// `open` says so, and stay out of account if not.
    pub(in crate::workload) fn best(
        &self,
        seated: &Seated,
        gone: Option<&Gone>,
        open: bool,
        steps: u64,
    ) -> Result<Then<'a>, WorkloadError> {
        let mut board = self.board()?;
        if let Some(gone) = gone {
            gone.mark(&mut board);
        }
        let mut was = Vec::new();
        let mut known = Vec::new();
        for (number, task) in self.tasks.iter().enumerate().filter(|(_, task)| !task.done) {
            let holders = seated.get(number).map_or(&[][..], Vec::as_slice);
            let laid = lay_out(&board, (number, task), holders, gone, open);
            if laid.iter().any(|place| place.held) {
                board.problem.handovers = 0;
            }
            board.problem.held.extend(laid.iter().filter(|place| place.held).filter_map(|place| Some((number, place.was?))));
            was.extend(laid.iter().map(|place| place.was));
            known.extend(laid.iter().map(|place| place.was.filter(|_| place.settled || place.held)));
            let seats: Vec<(usize, Set, bool)> =
                laid.iter().map(|place| (place.seat, place.who.clone(), place.settled)).collect();
            let may_be_empty: Vec<bool> = laid.iter().map(|place| !place.settled && !place.held).collect();
            board.add_places(number, &seats, &may_be_empty)?;
        }
        let settled: Vec<Option<usize>> = board
            .problem
            .places
            .iter()
            .zip(&board.settled)
            .map(|(place, settled)| place.who.single().filter(|_| *settled))
            .collect();
        board.check_limits(&settled, self.path)?;
        board.drop_those_without_room(&settled);
        let known = known.as_slice();
        let solved = solve(&board.problem, (!open).then_some(known), steps);
        Ok(Then { board, solved, was })
    }
}

/// A seat as a place of the search.
struct Place {
    seat: usize,
    who: Set,
    /// Nobody else comes into question.
    settled: bool,
    /// Whoever has it stays in the task, here or in another seat of it.
    held: bool,
    was: Option<usize>,
}

fn lay_out(
    board: &Board,
    (number, task): (usize, &Task),
    holders: &[Option<usize>],
    gone: Option<&Gone>,
    open: bool,
) -> Vec<Place> {
    let seats = board.seats_of(number);
    let gone = gone.filter(|gone| gone.tasks.contains(&number));
    let lost: Vec<bool> = seats
        .iter()
        .zip(holders)
        .map(|(seat, holder)| holder.is_some_and(|holder| gone.is_some_and(|gone| gone.loses(board, number, seat, holder))))
        .collect();
    let moving = lost.contains(&true);
    let stay: Set = holders.iter().zip(&lost).filter(|(_, lost)| !**lost).filter_map(|(holder, _)| *holder).collect();
    let mut places = Vec::new();
    for (index, ((seat, was), lost)) in seats.iter().zip(holders).zip(&lost).enumerate() {
        let theirs = gone.is_some_and(|gone| seat.named == Some(gone.person));
        // Where everybody is in a task on their own account, nobody stands in for anybody.
        if (theirs && task.share.is_empty()) || (was.is_none() && !open) {
            continue;
        }
        let (who, settled, held) = match was.filter(|_| !lost) {
            Some(holder) if !moving || seat.named.is_some() => (Set::only(holder), true, false),
            Some(holder) => (board.may(seat).with(holder).or(&stay_in(board, task, seat, &stay)), false, true),
            // Somebody else takes over the part of one who shares it.
            None if theirs => (board.may_instead(task, seat), false, false),
            None if moving => (board.may(seat).or(&stay_in(board, task, seat, &stay)), false, false),
            None => (board.may(seat), false, false),
        };
        places.push(Place { seat: index, who, settled, held, was: *was });
    }
    places
}

/// Those of `stay`, who have the task already, who can change to `seat` of it: there is no need for them to have the time anew.
fn stay_in(board: &Board, task: &Task, seat: &Seat, stay: &Set) -> Set {
    let avoiding = seat.skill(task).map(|skill| board.cast.avoiding(skill)).unwrap_or_default();
    seat.able.and(stay).without(&seat.unsupported).without(&avoiding)
}

impl Then<'_> {
    /// Empty places and their seconds by task. Of a task done together by some, what nobody of those there meets.
    pub(in crate::workload) fn empty(&self, joint: &BTreeMap<usize, Joint>) -> BTreeMap<usize, (u32, u64)> {
        let mut empty: BTreeMap<usize, (u32, u64)> = BTreeMap::new();
        let places = self.board.problem.places.iter().zip(&self.solved.holders);
        for (place, _) in places.filter(|(place, holder)| holder.is_none() && !joint.contains_key(&place.task)) {
            let sum = empty.entry(place.task).or_default();
            *sum = (sum.0 + 1, sum.1 + place.seconds);
        }
        for (number, joint) in joint {
            let there: Set = self.holders_of(*number).collect();
            let missing = joint.missing(&self.board.cast, &there);
            if missing > 0 {
                let seconds = self.board.tasks.get(*number).map_or(0, Task::seconds);
                let count = u32::try_from(missing).unwrap_or(u32::MAX);
                empty.insert(*number, (count, seconds.saturating_mul(u64::from(count))));
            }
        }
        empty
    }

    /// Who has the task `number`.
    pub(in crate::workload) fn holders_of(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let places = self.board.problem.places.iter().zip(&self.solved.holders);
        places.filter(move |(place, _)| place.task == number).filter_map(|(_, holder)| *holder)
    }

    /// Whether all that was asked is proved.
    pub(in crate::workload) const fn optimal(&self) -> bool {
        self.solved.filled_proved && self.solved.vector_proved
    }
}
