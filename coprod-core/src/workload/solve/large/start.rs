//! A first filling: the longest places first, each to whoever stands lowest with it.

use std::cmp::Reverse;

use super::super::Problem;
use super::super::matched::Matched;
use super::super::state::{State, keeps_limits};
use super::{Large, at};

/// Ways that are tried to make room for places that are left over.
const MOST_TRIES: usize = 2_000_000;

/// A filling of the places that can be filled when caps and days are left aside, as many as are found room for, and whether that is
/// all of them. `known` is a filling within all limits, if there is one.
pub(in crate::workload::solve) fn fill(
    problem: &Problem,
    Matched { kept, most }: &Matched,
    known: Option<&[Option<usize>]>,
) -> (Vec<Option<usize>>, bool) {
    let large = Large::new(problem);
    let empty = |holders: &[Option<usize>]| holders.iter().filter(|holder| holder.is_none()).count();
    let mut order: Vec<usize> =
        (0..most.len()).filter(|number| at(most, *number).is_some() && at(kept, *number).is_none()).collect();
    order.sort_by_key(|number| Reverse(large.seconds(*number)));
    let mut state = State::new(problem, kept);
    let mut left = give_out(&large, &mut state, &order);
    if !left.is_empty() {
        // With the shortest first, more of them find room.
        let mut shortest = order;
        shortest.sort_by_key(|number| large.seconds(*number));
        let mut other = State::new(problem, kept);
        let other_left = give_out(&large, &mut other, &shortest);
        if other_left.len() < left.len() {
            (state, left) = (other, other_left);
        }
    }
    if !left.is_empty() {
        // Other seats of the same tasks may still be filled.
        let rest: Vec<usize> = (0..most.len()).filter(|number| at(&state.holders, *number).is_none()).collect();
        left = give_out(&large, &mut state, &rest);
    }
    make_room(&large, &mut state, &left);
    let found = Some(state.holders).filter(|holders| keeps_limits(problem, holders));
    let candidates = [found, known.map(<[_]>::to_vec), Some(kept.clone()), Some(most.clone())];
    // Where only the matching across the seats of each task fills them all, it is taken if it keeps the limits.
    let allowed = candidates.into_iter().flatten().filter(|holders| keeps_limits(problem, holders));
    let best = allowed.min_by_key(|holders| empty(holders)).unwrap_or_else(|| kept.clone());
    let proved = best.iter().zip(most).all(|(holder, most)| holder.is_some() == most.is_some());
    (best, proved)
}

/// Fills places in this order as far as there is room; those that are left.
fn give_out(large: &Large, state: &mut State, order: &[usize]) -> Vec<usize> {
    let mut left = Vec::new();
    for number in order.iter().copied() {
        let Some(place) = large.place(number) else { continue };
        let free = place.who.iter().filter(|person| can_take(large, state, number, *person));
        match free.min_by_key(|person| (height_with(large, state, number, *person), *person)) {
            Some(person) => state.fill(number, person),
            None => left.push(number),
        }
    }
    left
}

/// Whether `person` may take the empty place `number`: room for it, and no other place of its task.
pub(super) fn can_take(large: &Large, state: &State, number: usize, person: usize) -> bool {
    let Some(place) = large.place(number) else { return false };
    let apart = !at(&large.shared, number) || !state.is_there(number, person);
    let room = if large.plain {
        place.seconds == 0 || at(&state.seconds, person) + place.seconds <= large.problem.measure(person).cap
    } else {
        state.fits(number, person)
    };
    apart && room
}

fn height_with(large: &Large, state: &State, number: usize, person: usize) -> u64 {
    let Some(place) = large.place(number) else { return u64::MAX };
    let (mut seconds, mut further) = (at(&state.seconds, person), at(&state.further, person));
    if place.extras.is_empty() {
        return large.height(person, seconds + place.seconds, further);
    }
    for (_, more, cost) in place.borne(person).filter(|(bearer, _, _)| *bearer == person) {
        seconds += more;
        further += cost;
    }
    large.height(person, seconds, further)
}

/// Moves other places away where that lets one of `left` be filled.
fn make_room(large: &Large, state: &mut State, left: &[usize]) {
    let mut tries = MOST_TRIES;
    if left.is_empty() {
        return;
    }
    let mut held: Vec<Vec<usize>> = vec![Vec::new(); large.problem.people.len()];
    for (number, holder) in state.holders.iter().enumerate() {
        if let Some(held) = holder.and_then(|person| held.get_mut(person)) {
            held.push(number);
        }
    }
    for number in left.iter().copied() {
        let Some(place) = large.place(number) else { continue };
        'place: for person in place.who.iter() {
            for other in held.get(person).cloned().unwrap_or_default() {
                let Some(theirs) = large.place(other).filter(|theirs| theirs.may_be_empty) else { continue };
                state.empty(other);
                if can_take(large, state, number, person) {
                    state.fill(number, person);
                    for taker in theirs.who.iter().filter(|taker| *taker != person) {
                        tries -= 1;
                        if can_take(large, state, other, taker) {
                            state.fill(other, taker);
                            move_between(&mut held, other, person, taker);
                            if let Some(held) = held.get_mut(person) {
                                held.push(number);
                            }
                            break 'place;
                        }
                        if tries == 0 {
                            break;
                        }
                    }
                    state.empty(number);
                }
                state.fill(other, person);
                tries = tries.saturating_sub(1);
                if tries == 0 {
                    return;
                }
            }
        }
    }
}

fn move_between(held: &mut [Vec<usize>], number: usize, from: usize, to: usize) {
    if let Some(held) = held.get_mut(from) {
        held.retain(|other| *other != number);
    }
    if let Some(held) = held.get_mut(to) {
        held.push(number);
    }
}
