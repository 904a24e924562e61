//! Which people can fill which places of one task, each at most one.

use std::collections::HashMap;

use super::{Set, at, put};

/// Fills as many places as possible, in each place one of the people of its set and nobody twice; those named `first` get a place before
/// others, then earlier places are filled before later ones. Returns who fills each place.
///
/// Augmenting paths never take a place from somebody without giving another, so that what is matched stays matched.
pub(in crate::workload) fn match_places(places: &[Set], first: &[usize]) -> Vec<Option<usize>> {
    let mut holders = vec![None; places.len()];
    // Places from which no way led to an empty one: since then none does, whoever else is seated.
    let mut closed = vec![false; places.len()];
    for person in first {
        let mut seen = closed.clone();
        if !seat(places, *person, &mut holders, &mut seen) {
            closed = seen;
        }
    }
    match_more(places, holders)
}

/// Fills as many more places as possible, earlier ones first; what is filled already stays filled and nobody loses their place, though
/// they may come to fill another one.
pub(super) fn match_more(places: &[Set], holders: Vec<Option<usize>>) -> Vec<Option<usize>> {
    let held = holders.iter().enumerate().filter_map(|(place, holder)| Some(((*holder)?, place))).collect();
    let free = places.iter().fold(Set::default(), |all, who| all.or(who)).without(&holders.iter().flatten().copied().collect());
    let mut seating = Seating { places, holders, held, free: Bits::from(&free) };
    // People from whom no way led to somebody free: since then none does.
    let mut closed = Bits::default();
    for place in 0..places.len() {
        if at(&seating.holders, place).is_none() {
            let mut seen = closed.clone();
            if !seating.occupy(place, &mut seen) {
                closed = seen;
            }
        }
    }
    seating.holders
}

/// Finds `person` a place, moving others to other places if need be.
fn seat(places: &[Set], person: usize, holders: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    let open = |place: usize, seen: &[bool]| !at(seen, place) && places.get(place).is_some_and(|who| who.has(person));
    if let Some(place) = (0..places.len()).find(|place| at(holders, *place).is_none() && open(*place, seen)) {
        put(holders, place, Some(person));
        return true;
    }
    for place in 0..places.len() {
        if !open(place, seen) {
            continue;
        }
        put(seen, place, true);
        let Some(other) = at(holders, place) else { continue };
        if seat(places, other, holders, seen) {
            put(holders, place, Some(person));
            return true;
        }
    }
    false
}

/// Who fills what while places are filled.
struct Seating<'a> {
    places: &'a [Set],
    holders: Vec<Option<usize>>,
    /// The place of each person who has one.
    held: HashMap<usize, usize>,
    /// Those who have none.
    free: Bits,
}

impl Seating<'_> {
    /// Finds somebody for `place`, moving others to other places if need be; nobody loses a place.
    fn occupy(&mut self, place: usize, seen: &mut Bits) -> bool {
        let Some(who) = self.places.get(place) else { return false };
        if let Some(person) = self.free.first_in(who) {
            self.free.remove(person);
            self.give(place, person);
            return true;
        }
        while let Some(person) = seen.first_outside(who) {
            seen.insert(person);
            let Some(other) = self.held.get(&person).copied() else { continue };
            if self.occupy(other, seen) {
                self.give(place, person);
                return true;
            }
        }
        false
    }

    fn give(&mut self, place: usize, person: usize) {
        put(&mut self.holders, place, Some(person));
        self.held.insert(person, place);
    }
}

/// People as bits that change, 64 to a word.
#[derive(Debug, Clone, Default)]
struct Bits(Vec<u64>);

impl From<&Set> for Bits {
    fn from(set: &Set) -> Self {
        Self(set.words().to_vec())
    }
}

impl Bits {
    fn insert(&mut self, person: usize) {
        let word = person / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.change(person, |word, bit| word | bit);
    }

    fn remove(&mut self, person: usize) {
        self.change(person, |word, bit| word & !bit);
    }

    fn change(&mut self, person: usize, how: impl Fn(u64, u64) -> u64) {
        if let Some(word) = self.0.get_mut(person / 64) {
            *word = how(*word, 1 << (person % 64));
        }
    }

    /// The first of `who` that is in it.
    fn first_in(&self, who: &Set) -> Option<usize> {
        first(who.words().iter().zip(&self.0).map(|(who, own)| who & own))
    }

    /// The first of `who` that is not in it.
    fn first_outside(&self, who: &Set) -> Option<usize> {
        let own = self.0.iter().chain(std::iter::repeat(&0));
        first(who.words().iter().zip(own).map(|(who, own)| who & !own))
    }
}

/// The first person in these words.
fn first(words: impl Iterator<Item = u64>) -> Option<usize> {
    words.enumerate().find(|(_, word)| *word != 0).map(|(number, word)| number * 64 + word.trailing_zeros() as usize)
}
