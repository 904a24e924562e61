//! Wishes that can be granted without changing anybody's hours: places of the same length change hands.

use super::{Large, at, put};
use crate::workload::MOST_PREFERENCES;

/// Exchanges that are looked at.
const MOST_TRIES: usize = 3_000_000;

/// Exchanges places of equal length and day where that lets more of what people prefer come true, first choices first.
pub(super) fn grant(large: &Large, holders: &mut [usize]) {
    if !large.problem.places.iter().any(|place| !place.wishes.is_empty()) || large.problem.handovers < large.problem.held.len() {
        return;
    }
    let mut held: Vec<Vec<usize>> = vec![Vec::new(); large.problem.people.len()];
    for (number, person) in holders.iter().enumerate() {
        if let Some(held) = held.get_mut(*person) {
            held.push(number);
        }
    }
    let mut wanted: Vec<(usize, usize, usize)> = Vec::new();
    for (number, place) in large.problem.places.iter().enumerate().filter(|(_, place)| place.extras.is_empty()) {
        wanted.extend(
            place.wishes.iter().filter(|(person, _)| place.who.has(*person)).map(|(person, rank)| (*rank, number, *person)),
        );
    }
    wanted.sort_unstable();
    let mut tries = MOST_TRIES;
    for (_, number, person) in wanted {
        let holder = at(holders, number);
        let Some(place) = large.place(number).filter(|_| holder != person) else { continue };
        let rank =
            |number: usize, person: usize| large.place(number).and_then(|place| place.rank(person)).unwrap_or(MOST_PREFERENCES);
        let mut best: Option<(usize, usize, usize)> = None;
        for other in held.get(person).into_iter().flatten().copied() {
            tries = tries.saturating_sub(1);
            let Some(theirs) = large.place(other) else { continue };
            let same = theirs.seconds == place.seconds && theirs.due == place.due && theirs.extras.is_empty();
            if !same || !theirs.who.has(holder) || at(&large.shared, other) || at(&large.shared, number) {
                continue;
            }
            let sorted = |one: usize, two: usize| (one.min(two), one.max(two));
            let before = sorted(rank(number, holder), rank(other, person));
            let after = sorted(rank(number, person), rank(other, holder));
            if after < before && best.is_none_or(|(first, second, _)| after < (first, second)) {
                best = Some((after.0, after.1, other));
            }
        }
        if let Some((_, _, other)) = best {
            put(holders, number, person);
            put(holders, other, holder);
            for (list, from, to) in [(person, other, number), (holder, number, other)] {
                if let Some(entry) = held.get_mut(list).and_then(|held| held.iter_mut().find(|entry| **entry == from)) {
                    *entry = to;
                }
            }
        }
        if tries == 0 {
            return;
        }
    }
}
