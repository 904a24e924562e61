//! Which places can be filled at all, when hard caps, days or the number of hand-overs stand in the way.

use std::cmp::Reverse;

use super::matched::Matched;
use super::state::{State, keeps_limits};
use super::{Place, Problem, Spent, Steps, at, put};

/// Steps of this search are small ones.
const SMALL_STEPS: u64 = 4;

/// A filling of all `open` places, if a simple attempt finds one: the largest first, each to the person with the least part.
pub(super) fn first_fit(problem: &Problem, matched: &[Option<usize>]) -> Option<Vec<Option<usize>>> {
    if keeps_limits(problem, matched) {
        return Some(matched.to_vec());
    }
    // Present holders keep what they have; the rest is given out round them.
    let keeps = |(place, holder): (&Place, &Option<usize>)| holder.filter(|person| problem.held.contains(&(place.task, *person)));
    let holders: Vec<Option<usize>> = problem.places.iter().zip(matched).map(keeps).collect();
    let empty = |place: &usize| at(matched, *place).is_some() && at(&holders, *place).is_none();
    let mut order: Vec<usize> = (0..matched.len()).filter(empty).collect();
    order.sort_by_key(|place| Reverse(problem.places.get(*place).map_or(0, |place| place.seconds)));
    let mut state = State::new(problem, &holders);
    for number in order {
        let best = free_for(problem, number, &state).min_by_key(|person| state.part_with(*person, number))?;
        state.fill(number, best);
    }
    keeps_limits(problem, &state.holders).then_some(state.holders)
}

/// Who can still take the place `number`: in its set, not in its task already, and with room for it.
fn free_for<'a>(problem: &'a Problem, number: usize, state: &'a State) -> impl Iterator<Item = usize> + 'a {
    let place = problem.places.get(number);
    let who = place.into_iter().flat_map(|place| place.who.iter());
    who.filter(move |person| !state.is_there(number, *person) && state.fits(number, *person))
}

struct Search<'a> {
    problem: &'a Problem,
    state: State<'a>,
    /// The places to fill, the largest first, each with the seconds of all after it that must be filled.
    order: Vec<usize>,
    /// Which places may not stay empty.
    required: Vec<bool>,
    steps: Steps,
}

impl Search<'_> {
    /// Fills the places from `depth` on, leaving at most `empty` of them empty.
    fn run(&mut self, depth: usize, empty: usize) -> Result<bool, Spent> {
        self.steps.take()?;
        let Some(number) = self.order.get(depth).copied() else {
            return Ok(keeps_limits(self.problem, &self.state.holders));
        };
        if !self.has_room(depth, empty) {
            return Ok(false);
        }
        let Some(place) = self.problem.places.get(number) else { return Ok(false) };
        let task = place.task;
        let mut people: Vec<usize> = free_for(self.problem, number, &self.state).collect();
        people.sort_by_key(|person| {
            let held = self.problem.held.contains(&(task, *person));
            (!held, self.state.part_with(*person, number))
        });
        for person in people {
            self.state.fill(number, person);
            if !self.gave_up_too_much(depth) && self.run(depth + 1, empty)? {
                return Ok(true);
            }
            self.state.empty(number);
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
        let rooms = self.problem.people.iter().zip(&self.state.seconds).map(|(person, load)| person.cap.saturating_sub(*load));
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
                at(&self.state.holders, number) == Some(*person) || place.who.has(*person) && open.contains(&number)
            };
            !self.problem.places_of(*task).any(holds)
        };
        self.problem.held.iter().filter(lost).count() > self.problem.handovers
    }
}

/// Whether there is any filling of all places that may not be empty; nothing if the steps do not tell.
pub(super) fn possible(problem: &Problem, steps: u64) -> Option<bool> {
    let mut order: Vec<usize> = (0..problem.places.len()).collect();
    // What must be filled comes first: then nothing else need be.
    order.sort_by_key(|number| problem.places.get(*number).map(|place| (place.may_be_empty, Reverse(place.seconds))));
    let required: Vec<bool> = problem.places.iter().map(|place| !place.may_be_empty).collect();
    let (empty, steps) = (order.len(), Steps(steps.saturating_mul(SMALL_STEPS)));
    let mut search = Search { problem, state: State::new(problem, &[]), order, required, steps };
    search.run(0, empty).ok()
}

/// The most places that can be filled, no more than `matched` has, and, among fillings of so many, the one that fills the earlier places: who
/// fills them, and whether that is proved. If the search is too long, `known` is what is left, or a simple attempt.
pub(super) fn most_filled(
    problem: &Problem,
    Matched { kept, most: matched }: &Matched,
    known: Option<&[Option<usize>]>,
    steps: u64,
) -> (Vec<Option<usize>>, bool) {
    // Which seats of a task can be filled depends on who still has room: all that anybody may fill are looked at.
    let open = |number: usize| problem.places.get(number).is_some_and(|place| !place.who.is_empty());
    let mut order: Vec<usize> = (0..matched.len()).filter(|number| open(*number)).collect();
    let most = matched.iter().flatten().count();
    order.sort_by_key(|place| Reverse(problem.places.get(*place).map_or(0, |place| place.seconds)));
    let required: Vec<bool> = problem.places.iter().map(|place| !place.may_be_empty).collect();
    let mut left = Steps(steps.saturating_mul(SMALL_STEPS));
    let mut proved = true;
    let mut fill = |empty: usize, required: &[bool]| {
        let state = State::new(problem, &[]);
        let mut search = Search { problem, state, order: order.clone(), required: required.to_vec(), steps: left };
        let found = search.run(0, empty);
        left = search.steps;
        match found {
            Ok(true) => Ok(Some(search.state.holders)),
            Ok(false) => Ok(None),
            Err(Spent) => Err(Spent),
        }
    };
    let mut best = None;
    let mut least = 0;
    for empty in order.len() - most..=order.len() {
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
        return (known.map_or_else(|| fill_greedily(problem, kept, matched), <[_]>::to_vec), false);
    };
    let mut required = required;
    for number in 0..matched.len() {
        if !open(number) || at(&required, number) {
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
fn fill_greedily(problem: &Problem, kept: &[Option<usize>], matched: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut state = State::new(problem, kept);
    for number in 0..matched.len() {
        if at(&state.holders, number).is_some() || at(matched, number).is_none() {
            continue;
        }
        if let Some(best) = free_for(problem, number, &state).min_by_key(|person| state.part_with(*person, number)) {
            state.fill(number, best);
        }
    }
    state.holders
}
