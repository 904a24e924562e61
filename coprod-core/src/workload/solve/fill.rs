//! Which places can be filled at all, when hard caps or the number of hand-overs stand in the way.

use std::cmp::Reverse;

use super::{Place, Problem, Set, Spent, Steps, at, match_more, match_places, put, raise};

/// Steps of this search are small ones.
const SMALL_STEPS: u64 = 4;

/// The places that may not be empty, each with one of the task's present holders: who has what before anything is decided.
fn kept(problem: &Problem) -> Vec<Option<usize>> {
    by_task(problem, |number, task| {
        let sets: Vec<Set> = task.iter().map(|place| if place.may_be_empty { Set::default() } else { place.who }).collect();
        let held: Vec<usize> = problem.held.iter().filter(|(id, _)| *id == number).map(|(_, person)| *person).collect();
        match_places(&sets, &held)
    })
}

/// The places that have somebody when caps are left aside: all that may not be empty, then for each task as many as possible.
pub(super) fn matched(problem: &Problem) -> Vec<Option<usize>> {
    let kept = kept(problem);
    let mut rest = kept.as_slice();
    by_task(problem, |_, task| {
        let sets: Vec<Set> = task.iter().map(|place| place.who).collect();
        let (before, others) = rest.split_at(task.len());
        rest = others;
        match_more(&sets, before.to_vec())
    })
}

/// What `fill` makes of the places of each task in turn.
fn by_task(problem: &Problem, mut fill: impl FnMut(usize, &[Place]) -> Vec<Option<usize>>) -> Vec<Option<usize>> {
    let mut holders = Vec::with_capacity(problem.places.len());
    let mut rest = problem.places.as_slice();
    while let Some(first) = rest.first() {
        let (task, others) = rest.split_at(rest.iter().take_while(|place| place.task == first.task).count());
        holders.extend(fill(first.task, task));
        rest = others;
    }
    holders
}

/// Whether nobody has more than their cap and no more is handed over than allowed.
pub(super) fn keeps_limits(problem: &Problem, holders: &[Option<usize>]) -> bool {
    let loads = problem.loads(holders);
    problem.people.iter().zip(&loads).all(|(person, load)| *load <= person.cap || *load == person.base)
        && problem.handovers_of(holders) <= problem.handovers
}

/// A filling of all `open` places, if a simple attempt finds one: the largest first, each to the person with the least part.
pub(super) fn first_fit(problem: &Problem, matched: &[Option<usize>]) -> Option<Vec<Option<usize>>> {
    if keeps_limits(problem, matched) {
        return Some(matched.to_vec());
    }
    // Present holders keep what they have; the rest is given out round them.
    let keeps = |(place, holder): (&Place, &Option<usize>)| holder.filter(|person| problem.held.contains(&(place.task, *person)));
    let mut holders: Vec<Option<usize>> = problem.places.iter().zip(matched).map(keeps).collect();
    let empty = |place: &usize| at(matched, *place).is_some() && at(&holders, *place).is_none();
    let mut order: Vec<usize> = (0..matched.len()).filter(empty).collect();
    order.sort_by_key(|place| Reverse(problem.places.get(*place).map_or(0, |place| place.seconds)));
    let mut loads = problem.loads(&holders);
    for number in order {
        let place = problem.places.get(number)?;
        let free = free_for(problem, number, &holders, &loads);
        let best = free.iter().min_by_key(|person| problem.part(*person, at(&loads, *person) + place.seconds))?;
        put(&mut holders, number, Some(best));
        raise(&mut loads, best, place.seconds);
    }
    keeps_limits(problem, &holders).then_some(holders)
}

/// Who can still take the place `number`: in its set, not in its task already, and below the cap.
fn free_for(problem: &Problem, number: usize, holders: &[Option<usize>], loads: &[u64]) -> Set {
    let Some(place) = problem.places.get(number) else { return Set::default() };
    let there: Set = problem.places_of(place.task).filter_map(|(other, _)| at(holders, other)).collect();
    let fits = |person: &usize| {
        let load = at(loads, *person) + place.seconds;
        load <= problem.measure(*person).cap || place.seconds == 0
    };
    place.who.without(there).iter().filter(fits).collect()
}

struct Search<'a> {
    problem: &'a Problem,
    /// The places to fill, the largest first, each with the seconds of all after it that must be filled.
    order: Vec<usize>,
    /// Which places may not stay empty.
    required: Vec<bool>,
    holders: Vec<Option<usize>>,
    loads: Vec<u64>,
    steps: Steps,
}

impl Search<'_> {
    /// Fills the places from `depth` on, leaving at most `empty` of them empty.
    fn run(&mut self, depth: usize, empty: usize) -> Result<bool, Spent> {
        self.steps.take()?;
        let Some(number) = self.order.get(depth).copied() else {
            return Ok(keeps_limits(self.problem, &self.holders));
        };
        if !self.has_room(depth, empty) {
            return Ok(false);
        }
        let Some(place) = self.problem.places.get(number) else { return Ok(false) };
        let (task, seconds) = (place.task, place.seconds);
        let mut people: Vec<usize> = free_for(self.problem, number, &self.holders, &self.loads).iter().collect();
        people.sort_by_key(|person| {
            let held = self.problem.held.contains(&(task, *person));
            (!held, self.problem.part(*person, at(&self.loads, *person) + seconds))
        });
        for person in people {
            put(&mut self.holders, number, Some(person));
            raise(&mut self.loads, person, seconds);
            if !self.gave_up_too_much(depth) && self.run(depth + 1, empty)? {
                return Ok(true);
            }
            put(&mut self.holders, number, None);
            let before = at(&self.loads, person) - seconds;
            put(&mut self.loads, person, before);
        }
        match empty.checked_sub(1) {
            Some(left) if !at(&self.required, number) => self.run(depth + 1, left),
            _ => Ok(false),
        }
    }

    /// Whether the room that all people have together could take what is left, when the `empty` largest places stay empty.
    fn has_room(&self, depth: usize, empty: usize) -> bool {
        let seconds = |number: &usize| self.problem.places.get(*number).map_or(0, |place| place.seconds);
        let left = self.order.iter().skip(depth);
        let needed: u64 = left.skip(empty).map(seconds).sum();
        let rooms = self.problem.people.iter().zip(&self.loads).map(|(person, load)| person.cap.saturating_sub(*load));
        rooms.fold(0, u64::saturating_add) >= needed
    }

    /// Whether more tasks than allowed have left their holders for good, as far as decided.
    fn gave_up_too_much(&self, depth: usize) -> bool {
        if self.problem.handovers >= self.problem.held.len() {
            return false;
        }
        let open = self.order.get(depth + 1..).unwrap_or_default();
        let lost = |(task, person): &&(usize, usize)| {
            let holds = |(number, place): (usize, &Place)| {
                at(&self.holders, number) == Some(*person) || place.who.has(*person) && open.contains(&number)
            };
            !self.problem.places_of(*task).any(holds)
        };
        self.problem.held.iter().filter(lost).count() > self.problem.handovers
    }
}

/// The most places of those `matched` that can be filled and, among fillings of so many, the one that fills the earlier places: who
/// fills them, and whether that is proved. If the search is too long, `known` is what is left, or a simple attempt.
pub(super) fn most_filled(
    problem: &Problem,
    matched: &[Option<usize>],
    known: Option<&[Option<usize>]>,
    steps: u64,
) -> (Vec<Option<usize>>, bool) {
    let mut order: Vec<usize> = (0..matched.len()).filter(|place| at(matched, *place).is_some()).collect();
    order.sort_by_key(|place| Reverse(problem.places.get(*place).map_or(0, |place| place.seconds)));
    let required: Vec<bool> = problem.places.iter().map(|place| !place.may_be_empty).collect();
    let mut left = Steps(steps.saturating_mul(SMALL_STEPS));
    let mut proved = true;
    let mut fill = |empty: usize, required: &[bool]| {
        let holders = vec![None; matched.len()];
        let loads = problem.loads(&holders);
        let mut search = Search { problem, order: order.clone(), required: required.to_vec(), holders, loads, steps: left };
        let found = search.run(0, empty);
        left = search.steps;
        match found {
            Ok(true) => Ok(Some(search.holders)),
            Ok(false) => Ok(None),
            Err(Spent) => Err(Spent),
        }
    };
    let mut best = None;
    let mut least = 0;
    for empty in 0..=order.len() {
        match fill(empty, &required) {
            Ok(None) => {}
            Ok(Some(holders)) => {
                best = Some(holders);
                least = empty;
                break;
            }
            Err(Spent) => {
                proved = false;
                break;
            }
        }
    }
    let Some(mut best) = best else {
        return (known.map_or_else(|| fill_greedily(problem, matched), <[_]>::to_vec), false);
    };
    let mut required = required;
    for number in 0..matched.len() {
        if at(matched, number).is_none() || at(&required, number) {
            continue;
        }
        put(&mut required, number, true);
        if at(&best, number).is_some() {
            continue;
        }
        match fill(least, &required) {
            Ok(Some(holders)) => best = holders,
            Ok(None) => put(&mut required, number, false),
            Err(Spent) => {
                put(&mut required, number, false);
                proved = false;
            }
        }
    }
    (best, proved)
}

/// What is held stays; the rest in the order of the places, each to whoever is free: what is left when the search is too long.
fn fill_greedily(problem: &Problem, matched: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut holders = kept(problem);
    let mut loads = problem.loads(&holders);
    for number in 0..matched.len() {
        let Some(place) = problem.places.get(number) else { continue };
        if at(&holders, number).is_some() || at(matched, number).is_none() {
            continue;
        }
        let free = free_for(problem, number, &holders, &loads);
        if let Some(best) = free.iter().min_by_key(|person| problem.part(*person, at(&loads, *person) + place.seconds)) {
            put(&mut holders, number, Some(best));
            raise(&mut loads, best, place.seconds);
        }
    }
    holders
}
