//! Which people can fill which places of one task, each at most one.

use std::collections::BTreeSet;

use super::{Set, at, put};

/// Fills as many places as possible, in each place one of the people of its set and nobody twice; those named `first` get a place before
/// others, then earlier places are filled before later ones. Returns who fills each place.
///
/// Augmenting paths never take a place from somebody without giving another, so that what is matched stays matched.
pub(in crate::workload) fn match_places(places: &[Set], first: &[usize]) -> Vec<Option<usize>> {
    let mut holders = vec![None; places.len()];
    for person in first {
        let mut seen = vec![false; places.len()];
        seat(places, *person, &mut holders, &mut seen);
    }
    match_more(places, holders)
}

/// Fills as many more places as possible, earlier ones first; what is filled already stays filled and nobody loses their place, though
/// they may come to fill another one.
pub(super) fn match_more(places: &[Set], mut holders: Vec<Option<usize>>) -> Vec<Option<usize>> {
    for place in 0..places.len() {
        if at(&holders, place).is_none() {
            occupy(places, place, &mut holders, &mut BTreeSet::new());
        }
    }
    holders
}

/// Finds `person` a place, moving others to other places if need be.
fn seat(places: &[Set], person: usize, holders: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    for (place, who) in places.iter().enumerate() {
        if !who.has(person) || at(seen, place) {
            continue;
        }
        put(seen, place, true);
        let free = match at(holders, place) {
            None => true,
            Some(other) => seat(places, other, holders, seen),
        };
        if free {
            put(holders, place, Some(person));
            return true;
        }
    }
    false
}

/// Finds somebody for `place`, moving others to other places if need be; nobody loses a place.
fn occupy(places: &[Set], place: usize, holders: &mut [Option<usize>], seen: &mut BTreeSet<usize>) -> bool {
    let Some(who) = places.get(place) else { return false };
    for person in who.iter() {
        if !seen.insert(person) {
            continue;
        }
        let held = holders.iter().position(|holder| *holder == Some(person));
        let free = match held {
            None => true,
            Some(other) => occupy(places, other, holders, seen),
        };
        if free {
            put(holders, place, Some(person));
            return true;
        }
    }
    false
}
