//! Whole tasks: one that somebody could take, or pass on, so that more is filled or the split is fairer.

use std::cmp::Reverse;

use super::crowd::Crowd;
use super::part::Part;
use super::view::{Spot, View, Worker};
use crate::workload::Task;

/// Looking for a task to pass on compares at most this many people and tasks; beyond, none is looked for.
const MOST_COMPARED: usize = 20_000_000;

/// A whole task that, passed on, makes a split fairer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    task: usize,
    from: usize,
    to: usize,
    pub(super) lowers_the_largest: bool,
}

impl Move {
    pub(super) fn in_words(self, view: &View) -> String {
        let name = |person: usize| view.request.people.get(person).map_or("somebody", crate::group::Person::label);
        let task = view.request.tasks.get(self.task).map_or("a task", Task::label);
        format!("it would be fairer if {} had {task} in place of {}", name(self.to), name(self.from))
    }
}

/// Whether `person` is in the task of `spot`.
fn is_there(view: &View, task: usize, person: usize) -> bool {
    let first = view.spots.partition_point(|spot| spot.task < task);
    view.spots.iter().skip(first).take_while(|spot| spot.task == task).any(|spot| spot.holder == Some(person))
}

fn needs_help(view: &View, person: usize) -> bool {
    view.request.people.get(person).is_none_or(|person| !person.support.is_empty())
}

fn limited_by_days(view: &View, person: usize) -> bool {
    view.request.people.get(person).is_none_or(|person| person.hours_a_day.is_some())
}

/// Whether `person` could surely take on `spot`: they may, are not in the task, have room, need nobody's help and have no limit by days.
fn can_take(view: &View, spot: &Spot, person: usize) -> bool {
    let room = view.workers.get(person).is_some_and(|worker| worker.load.saturating_add(spot.seconds) <= worker.cap);
    room && !needs_help(view, person) && !limited_by_days(view, person) && !is_there(view, spot.task, person)
}

/// An empty place, and somebody who could simply take it.
pub(super) fn could_fill<'a>(view: &'a View) -> Option<(&'a Spot, usize)> {
    let empty = view.spots.iter().filter(|spot| spot.holder.is_none());
    empty.into_iter().find_map(|spot| view.able(spot).find(|person| can_take(view, spot, *person)).map(|person| (spot, person)))
}

/// A task that, passed on whole, makes the split fairer: of those who have most first, then the earliest.
pub(super) fn fairer(view: &View) -> Option<Move> {
    if view.spots.len().saturating_mul(view.workers.len()) > MOST_COMPARED {
        return None;
    }
    let spots = view.by_holder();
    let mut givers: Vec<(Part, usize)> = counted(view).filter(|(_, from)| !needs_help(view, *from)).collect();
    givers.sort_by_key(|(has, from)| (Reverse(*has), *from));
    let mut best: Option<(Part, Move)> = None;
    for (has, from) in givers {
        if best.is_some_and(|(most, _)| most > has) {
            break;
        }
        let theirs = spots.get(from).into_iter().flatten().filter(|spot| !spot.settled);
        let before = best.map(|(_, step)| step.task);
        let Some((task, to, more)) = first_to_pass(view, from, theirs.copied()) else { continue };
        if before.is_none_or(|before| task < before) {
            best = Some((has, Move { task, from, to, lowers_the_largest: more < has }));
        }
    }
    let largest = view.vector().first().copied()?;
    let alone = counted(view).filter(|(has, _)| *has == largest).count() == 1;
    best.map(|(has, step)| Move { lowers_the_largest: step.lowers_the_largest && alone && has == largest, ..step })
}

/// All who agreed to give hours, with what they have of it.
fn counted(view: &View) -> impl Iterator<Item = (Part, usize)> {
    let counted = view.workers.iter().enumerate().filter(|(_, worker)| worker.counts());
    counted.map(|(person, worker)| (worker.now(), person))
}

/// The first of `spots`, which `from` has, that somebody else could have so that the split became fairer, who, and what they would have.
fn first_to_pass<'a>(view: &View, from: usize, spots: impl Iterator<Item = &'a Spot> + Clone) -> Option<(usize, usize, Part)> {
    let giver = view.workers.get(from)?;
    let shortest = spots.clone().map(|spot| spot.seconds).min()?;
    // Whoever would have more than the giver has, even with the shortest at their least cost, makes nothing fairer.
    let gains = |worker: &Worker| worker.part(worker.load_cost.saturating_add(worker.rate.saturating_mul(shortest)));
    let takers = counted(view).map(|(_, person)| person).filter(|person| *person != from);
    let takers: Crowd =
        takers.filter(|to| view.workers.get(*to).is_some_and(|taker| taker.rate == 0 || gains(taker) <= giver.now())).collect();
    spots.into_iter().find_map(|spot| {
        let less = giver.part(giver.load_cost.saturating_sub(view.cost(spot, from)));
        takers.iter().find_map(|to| {
            let taker = view.workers.get(to)?;
            let more = taker.part(taker.load_cost.saturating_add(view.cost(spot, to)));
            let (old, new) = (ordered(giver.now(), taker.now()), ordered(less, more));
            (new < old && view.may(spot, to) && can_take(view, spot, to)).then_some((spot.task, to, more))
        })
    })
}

fn ordered(one: Part, other: Part) -> (Part, Part) {
    if one < other { (other, one) } else { (one, other) }
}
