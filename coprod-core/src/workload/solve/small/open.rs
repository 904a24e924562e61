//! Who can still fill which place, where nothing but room counts: each person can have so many seconds.

use super::limits::most_attainable;
use super::sums::Sums;
use super::{Bits, Places, Small, at, put};

/// What is still open.
#[derive(Clone)]
pub(super) struct Open {
    /// Who can fill each place.
    pub(super) who: Vec<Bits>,
    /// The most seconds that each person can come to with whole places.
    pub(super) ceilings: Vec<u64>,
    people: Vec<Share>,
    /// The places that just one person can fill, counted for them.
    decided: Places,
}

/// What is open for one person.
#[derive(Clone, Copy, Default)]
struct Share {
    /// The most seconds.
    most: u64,
    /// Seconds that they have for certain.
    certain: u64,
    /// The places that they can fill, and others too.
    may: Places,
}

impl Share {
    const fn room(&self) -> u64 {
        self.most.saturating_sub(self.certain)
    }
}

/// What is to be looked at again.
#[derive(Default)]
struct Changed {
    /// Places that fewer people can fill than before.
    places: Places,
    /// People with less room than before.
    fuller: Bits,
    /// People whose ceilings may be others.
    people: Bits,
}

impl Open {
    /// All places, where people can have as much as their caps allow; nothing if that cannot be.
    pub(super) fn new(small: &Small) -> Option<Self> {
        let caps = small.caps();
        let share =
            |(person, most): (usize, &u64)| Share { most: *most, certain: small.base(person), may: at(&small.may, person) };
        let people = caps.iter().enumerate().map(share).collect();
        let mut open = Self { who: small.who.clone(), ceilings: caps, people, decided: Places::default() };
        let all = (0..small.people()).collect();
        let changed = Changed { places: Places::first(small.who.len()), fuller: all, people: all };
        open.settle(small, changed).then_some(open)
    }

    /// The most seconds of each person.
    pub(super) fn most(&self) -> Vec<u64> {
        self.people.iter().map(|share| share.most).collect()
    }

    /// The same where each of `people` has at most what `most` says; nothing if that cannot be.
    pub(super) fn within(&self, small: &Small, people: &[usize], most: impl Fn(usize) -> Option<u64>) -> Option<Self> {
        let mut open = self.clone();
        let mut fuller = Bits::default();
        for person in people {
            let (share, most) = (open.people.get_mut(*person)?, most(*person)?);
            if share.certain > most {
                return None;
            }
            if most < share.most {
                share.most = most;
                fuller = fuller.with(*person);
            }
        }
        open.settle(small, Changed { places: Places::default(), fuller, people: fuller }).then_some(open)
    }

    /// Whether `person` can have so many seconds as far as their most and what they have for certain tell.
    pub(super) fn allows(&self, person: usize, seconds: u64) -> bool {
        let share = at(&self.people, person);
        (share.certain..=share.most).contains(&seconds)
    }

    /// Gives the place `number` to `person`; whether that can be.
    #[must_use]
    pub(super) fn give(&mut self, small: &Small, number: usize, person: usize) -> bool {
        let mut changed = Changed::default();
        self.leave(number, Bits::only(person), &mut changed);
        self.settle(small, changed)
    }

    /// Gives and takes what each person must and cannot have to come to at least `least`; whether that changes anything, and nothing if
    /// somebody cannot come to it.
    pub(super) fn bring_to(&mut self, small: &Small, least: &[u64]) -> Option<bool> {
        let mut changed = Changed::default();
        for person in 0..small.people() {
            let Share { certain, may, .. } = at(&self.people, person);
            let need = at(least, person).saturating_sub(certain).div_ceil(small.piece);
            let room = at(&self.ceilings, person).saturating_sub(certain) / small.piece;
            if need > room {
                return None;
            }
            let pieces = |number: usize| small.seconds(number) / small.piece;
            // Where need and room are further apart than any place is long, hardly a place is bound to be theirs or not.
            let loose = may.iter().all(|number| pieces(number) <= room - need);
            let Some(none) = Sums::new(room).filter(|_| need > 0 && !loose) else { continue };
            for number in may.iter() {
                let mut others = none;
                may.without_one(number).iter().for_each(|other| others.add(pieces(other)));
                let own = pieces(number);
                let with = own <= room && others.any_within(need.saturating_sub(own), room - own);
                match (with, others.any_within(need, room)) {
                    (true, true) => {}
                    (true, false) => self.leave(number, Bits::only(person), &mut changed),
                    (false, true) => self.leave(number, at(&self.who, number).without(Bits::only(person)), &mut changed),
                    (false, false) => return None,
                }
            }
        }
        let any = !changed.places.is_empty();
        self.settle(small, changed).then_some(any)
    }

    /// Leaves the place `number` to `who` only.
    fn leave(&mut self, number: usize, who: Bits, changed: &mut Changed) {
        let before = at(&self.who, number);
        let gone = before.without(who);
        if gone.is_empty() {
            return;
        }
        gone.iter().for_each(|person| self.forget(person, number));
        put(&mut self.who, number, before.and(who));
        changed.places.insert(number);
        changed.people = changed.people.or(gone);
    }

    fn forget(&mut self, person: usize, number: usize) {
        if let Some(share) = self.people.get_mut(person) {
            share.may.remove(number);
        }
    }

    /// Draws all consequences of what has changed; whether that leaves anything.
    fn settle(&mut self, small: &Small, mut changed: Changed) -> bool {
        loop {
            while let Some(number) = changed.places.take_first() {
                if !self.look_at_place(small, number, &mut changed) {
                    return false;
                }
            }
            let Some(person) = changed.fuller.iter().next() else { break };
            changed.fuller = changed.fuller.without(Bits::only(person));
            let share = at(&self.people, person);
            for number in share.may.iter().filter(|number| small.seconds(*number) > share.room()) {
                self.leave(number, at(&self.who, number).without(Bits::only(person)), &mut changed);
            }
        }
        for person in changed.people.iter() {
            let share = at(&self.people, person);
            let ceiling = share.certain + most_attainable(small, share.may.iter(), share.room());
            put(&mut self.ceilings, person, ceiling);
        }
        true
    }

    /// Draws the consequences of who can fill the place `number`; whether anybody can.
    fn look_at_place(&mut self, small: &Small, number: usize, changed: &mut Changed) -> bool {
        let who = at(&self.who, number);
        let Some(place) = small.places().get(number).filter(|_| !who.is_empty()) else { return false };
        if let Some(person) = who.single().filter(|_| !self.decided.has(number)) {
            let Some(share) = self.people.get_mut(person).filter(|share| place.seconds <= share.room()) else { return false };
            share.certain += place.seconds;
            share.may.remove(number);
            self.decided.insert(number);
            changed.fuller = changed.fuller.with(person);
            changed.people = changed.people.with(person);
            if at(&small.shared, number) {
                for (other, _) in small.problem.places_of(place.task).filter(|(other, _)| *other != number) {
                    self.leave(other, at(&self.who, other).without(who), changed);
                }
            }
        }
        // Twins go to people in order.
        if let Some(before) = number.checked_sub(1).filter(|_| place.twin) {
            self.leave(before, at(&self.who, before).and(who.before_last()), changed);
        }
        if small.places().get(number + 1).is_some_and(|next| next.twin) {
            self.leave(number + 1, at(&self.who, number + 1).and(who.after_first()), changed);
        }
        true
    }
}
