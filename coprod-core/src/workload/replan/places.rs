//! A place for everything that somebody has, leaves, misses or can join.

use std::collections::BTreeMap;

use super::after::After;
use super::check::{Asked, Missed};
use super::request::TakenOnBy;
use crate::error::{Pointer, WorkloadError};
use crate::unit::Date;
use crate::workload::board::{Board, Named};
use crate::workload::missed::{parts, stand_in};
use crate::workload::seat::Seat;
use crate::workload::solve::Set;

/// What a place is in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Somebody who stays has it.
    Held,
    /// Somebody leaves it.
    Left,
    /// A task needs more people.
    Join,
    /// Nobody had it, and somebody returns.
    Open,
    /// What somebody would have done in a session, by the number of the missed session.
    Session(usize),
}

/// Who fills each place of the problem now, and what it is.
#[derive(Debug, Default)]
pub(super) struct Now {
    pub(super) holders: Vec<Option<usize>>,
    pub(super) kinds: Vec<Kind>,
    /// Tasks whose session goes ahead without somebody for whom nobody stands in, by the number of the missed session.
    pub(super) without: Vec<usize>,
}

impl Now {
    pub(super) fn holder(&self, place: usize) -> Option<usize> {
        self.holders.get(place).copied().flatten()
    }

    pub(super) fn kind(&self, place: usize) -> Option<Kind> {
        self.kinds.get(place).copied()
    }

    pub(super) fn left(&self, place: usize) -> bool {
        self.kind(place) == Some(Kind::Left)
    }

    /// The people who have places now and stay.
    pub(super) fn staying(&self) -> Vec<Option<usize>> {
        let held = |(holder, kind): (&Option<usize>, &Kind)| holder.filter(|_| *kind == Kind::Held);
        self.holders.iter().zip(&self.kinds).map(held).collect()
    }
}

/// A place to be added: its seat, who may fill it, whether it is settled, who has it, and what it is.
type Added = (usize, Set, bool, Option<usize>, Kind);

/// Those who miss sessions and those who return, by their numbers among the people of the board.
pub(super) struct Numbers {
    pub(super) missing: Vec<usize>,
    pub(super) returned: Set,
}

/// Makes the places.
pub(super) fn set_out(
    board: &mut Board,
    (asked, after, numbers): (&Asked, &After, &Numbers),
    original: usize,
    path: &Pointer,
) -> Result<Now, WorkloadError> {
    let mut now = Now::default();
    let leavers = board.cast.leavers.clone();
    // Where people can change places within a task, those who stay have the earlier ones, however the request lists them.
    board.named.iter_mut().for_each(|named| named.people.sort_by_key(|person| (leavers.has(*person), *person)));
    for (number, _) in after.tasks.iter().enumerate().filter(|(_, task)| !task.done) {
        let session = number.checked_sub(original).and_then(|index| after.sessions.get(index).copied());
        let added = match session.and_then(|index| Some((index, asked.missed.get(index)?))) {
            Some((index, missed)) => taken_on(board, number, (index, missed), numbers),
            None => {
                let sets: Vec<Set> =
                    board.seats_of(number).iter().map(|seat| may_have(board, seat, (number, asked, numbers))).collect();
                let holders = in_order(board, number, board.seat_named(number, &sets, path)?);
                let mut added = of_task(board, number, &holders, (asked, after, numbers));
                added.extend(missed_of(board, number, &holders, (asked, numbers), &mut now));
                added
            }
        };
        let places: Vec<(usize, Set, bool)> =
            added.iter().map(|(seat, who, settled, _, _)| (*seat, who.clone(), *settled)).collect();
        let may_be_empty: Vec<bool> = added.iter().map(|(_, _, _, _, kind)| *kind != Kind::Held).collect();
        board.add_places(number, &places, &may_be_empty)?;
        for (_, _, _, holder, kind) in added {
            now.holders.push(holder);
            now.kinds.push(kind);
            if let (Some(person), Kind::Held) = (holder, kind) {
                board.problem.held.push((number, person));
            }
        }
    }
    Ok(now)
}

/// Within the seats of one need, which are all alike, first those who stay, then those who leave, then what is empty.
fn in_order(board: &Board, number: usize, holders: Vec<Option<usize>>) -> Vec<Option<usize>> {
    let need = |seat: usize| board.seats_of(number).get(seat).map(|seat| (seat.need, seat.named));
    let rank = |holder: &Option<usize>| (holder.is_none(), holder.is_some_and(|person| board.cast.leavers.has(person)), *holder);
    let mut ordered = Vec::with_capacity(holders.len());
    let mut from = 0;
    while from < holders.len() {
        let count = (from..holders.len()).take_while(|seat| need(*seat) == need(from)).count();
        let mut alike: Vec<Option<usize>> = holders.iter().skip(from).take(count).copied().collect();
        alike.sort_by_key(rank);
        ordered.append(&mut alike);
        from += count.max(1);
    }
    ordered
}

/// Those who may have had the seat: whoever leaves needs no hours for that, and whoever misses a session need not be there.
fn may_have(board: &Board, seat: &Seat, (number, asked, numbers): (usize, &Asked, &Numbers)) -> Set {
    let on_day =
        |date: Date| board.tasks.get(number).is_some_and(|task| task.sessions.iter().any(|session| session.date == date));
    let missing = asked.missed.iter().zip(&numbers.missing).filter(|(missed, _)| missed.task == number || on_day(missed.date));
    let missing: Set = missing.map(|(_, person)| *person).collect();
    let excused = if seat.seconds == 0 { missing } else { missing.and(board.cast.with_hours()) };
    // Whoever has agreed to give no hours may have had it before it grew.
    let grown = asked.grown.iter().any(|(grown, _)| *grown == number);
    let named = board.named.get(number).filter(|_| grown).map_or(&[][..], |named| named.people.as_slice());
    let had: Set = named.iter().copied().filter(|person| !seat.unfit.has(*person)).collect();
    let all = board.cast.leavers.or(&excused).or(&had);
    board.may(seat).or(&seat.able.and(&all))
}

/// The places of a task as the request has it.
fn of_task(
    board: &Board,
    number: usize,
    holders: &[Option<usize>],
    (asked, after, numbers): (&Asked, &After, &Numbers),
) -> Vec<Added> {
    let Some(task) = board.tasks.get(number) else { return Vec::new() };
    let leavers = &board.cast.leavers;
    let mut joins: BTreeMap<usize, u32> = BTreeMap::new();
    let mut added = Vec::new();
    for (index, (seat, holder)) in board.seats_of(number).iter().zip(holders).enumerate() {
        let Some(person) = *holder else {
            let need = seat.need.unwrap_or_default();
            let used = joins.entry(need).or_default();
            if *used < after.joins.get(&(number, need)).copied().unwrap_or_default() {
                *used += 1;
                added.push((index, board.may(seat).without(&seat.short), false, None, Kind::Join));
            } else if !asked.returned.is_empty() && seat.named.is_none() {
                let who = board.may(seat).and(&numbers.returned).without(&seat.short);
                if !who.is_empty() {
                    added.push((index, who, false, None, Kind::Open));
                }
            }
            continue;
        };
        let left = leavers.has(person);
        // Where everybody is in a task on their own account, nobody stands in for anybody.
        if left && seat.named.is_some() && task.share.is_empty() {
            continue;
        }
        let who = match seat.named {
            Some(_) if left => board.may_instead(task, seat),
            Some(person) => Set::only(person),
            None if left => board.may(seat).without(&seat.short),
            // Those with too few days too: its date may have to move.
            None => {
                let may = board.may(&Seat { barred: seat.unfit.clone(), ..seat.clone() });
                if seat.seconds == 0 || board.cast.with_hours().has(person) { may.with(person) } else { may }
            }
        };
        added.push((index, who, seat.named.is_some() && !left, Some(person), if left { Kind::Left } else { Kind::Held }));
    }
    added
}

/// What people miss in the sessions of a task for several: their own seats get shorter, and others are added for those who stand in.
fn missed_of(
    board: &mut Board,
    number: usize,
    holders: &[Option<usize>],
    (asked, numbers): (&Asked, &Numbers),
    now: &mut Now,
) -> Vec<Added> {
    let mut added = Vec::new();
    for ((index, missed), person) in asked.missed.iter().enumerate().zip(&numbers.missing) {
        let Some(seat) =
            holders.iter().position(|holder| *holder == Some(*person)).filter(|_| missed.task == number && !missed.alone)
        else {
            continue;
        };
        let seconds = missed.hours.map_or(0, |hours| hours.seconds().unsigned_abs());
        let Some(own) = board.seats.get_mut(number).and_then(|seats| seats.get_mut(seat)) else { continue };
        let seconds = seconds.min(own.seconds);
        own.seconds -= seconds;
        let own = own.clone();
        let Some(task) = board.tasks.get(number) else { continue };
        if own.named.is_some() && task.share.is_empty() {
            now.without.push(index);
            continue;
        }
        if missed.by == TakenOnBy::Group {
            continue;
        }
        let stands = stand_in(board, number, &own, missed.date, seconds);
        // Nobody is in a session twice, and whoever stands in once has not kept the task by that.
        let there: Set = holders.iter().flatten().copied().collect();
        let who = board.may(&stands).without(&there);
        if let Some(seats) = board.seats.get_mut(number) {
            added.push((seats.len(), who, false, None, Kind::Session(index)));
            seats.push(stands);
        }
    }
    added
}

/// The places of a missed session that is a task of its own: one for whoever stands in, or one for each of the group.
fn taken_on(board: &mut Board, number: usize, (index, missed): (usize, &Missed), numbers: &Numbers) -> Vec<Added> {
    let Some(seat) = board.seats_of(number).first().cloned() else { return Vec::new() };
    let kind = Kind::Session(index);
    if missed.by == TakenOnBy::StandIn {
        return vec![(0, board.may(&seat), false, None, kind)];
    }
    let others = |named: &Named| -> Set {
        named.people.iter().copied().filter(|person| numbers.missing.get(index) != Some(person)).collect()
    };
    let able = if missed.alone { seat.able.clone() } else { board.named.get(missed.task).map(others).unwrap_or_default() };
    let whole = Seat { able, ..seat };
    let parts = parts(board, &whole);
    if parts.is_empty() {
        if let Some(slot) = board.seats.get_mut(number) {
            *slot = vec![whole];
        }
        return vec![(0, Set::default(), false, None, kind)];
    }
    let seat_of = |(person, seconds): &(usize, u64)| {
        let (able, short) = (Set::only(*person), Set::default());
        Seat { seconds: *seconds, able, barred: whole.unfit.clone(), short, named: Some(*person), ..whole.clone() }
    };
    if let Some(slot) = board.seats.get_mut(number) {
        *slot = parts.iter().map(seat_of).collect();
    }
    parts.iter().enumerate().map(|(place, (person, _))| (place, Set::only(*person), false, None, kind)).collect()
}
