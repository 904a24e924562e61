//! Whole tasks: one that somebody could take, or pass on, so that more is filled or the split is fairer.

use super::part::Part;
use super::view::{Spot, View};
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

/// A task that, passed on whole, makes the split fairer: of those who have most first.
pub(super) fn fairer(view: &View) -> Option<Move> {
    if view.spots.len().saturating_mul(view.workers.len()) > MOST_COMPARED {
        return None;
    }
    let largest = view.vector().first().copied()?;
    let alone = view.workers.iter().filter(|worker| worker.counts() && worker.now() == largest).count() == 1;
    let mut best: Option<(Part, Move)> = None;
    for spot in view.open() {
        let Some((from, giver)) = spot.holder.and_then(|from| Some((from, view.workers.get(from)?))) else { continue };
        if !giver.counts() || needs_help(view, from) || best.is_some_and(|(most, _)| most >= giver.now()) {
            continue;
        }
        let less = giver.part(giver.load_cost.saturating_sub(view.cost(spot, from)));
        let taker = view.able(spot).find(|to| {
            let Some(taker) = view.workers.get(*to).filter(|taker| taker.counts()) else { return false };
            let more = taker.part(taker.load_cost.saturating_add(view.cost(spot, *to)));
            let (old, new) = (ordered(giver.now(), taker.now()), ordered(less, more));
            *to != from && new < old && can_take(view, spot, *to)
        });
        if let Some(to) = taker {
            let lowers_the_largest = alone && giver.now() == largest;
            best = Some((giver.now(), Move { task: spot.task, from, to, lowers_the_largest }));
        }
    }
    best.map(|(_, step)| step)
}

fn ordered(one: Part, other: Part) -> (Part, Part) {
    if one < other { (other, one) } else { (one, other) }
}
