//! How much anybody can still take in a split that is better than the best one known.

use std::cmp::{Ordering, Reverse};

use super::sums::Sums;
use super::{Bits, Part, Small, at};

/// What is decided for each person while places are open.
pub(super) struct Decided {
    /// Seconds of work, those of what places cost beyond their own among them.
    pub(super) seconds: Vec<u64>,
    /// Of these, the seconds that are no place's own.
    pub(super) beside: Vec<u64>,
    /// Cost beyond that of the seconds.
    pub(super) further: Vec<u64>,
    /// Seconds due by each day, where days limit a person.
    by_day: Vec<Vec<u64>>,
}

impl Decided {
    /// What the places that just one person may fill come to.
    pub(super) fn new(small: &Small, who: &[Bits]) -> Self {
        let people = &small.problem.people;
        let mut decided = Self {
            seconds: people.iter().map(|person| person.base).collect(),
            beside: vec![0; people.len()],
            further: people.iter().map(|person| person.base_cost).collect(),
            by_day: small.problem.days.iter().map(|days| vec![0; days.len()]).collect(),
        };
        for (place, who) in small.places().iter().zip(who) {
            let Some(holder) = who.single() else { continue };
            for (number, (person, seconds, cost)) in place.borne(holder).enumerate() {
                super::raise(&mut decided.seconds, person, seconds);
                super::raise(&mut decided.further, person, cost);
                if number > 0 {
                    super::raise(&mut decided.beside, person, seconds);
                }
                if let (Some(due), Some(days)) = (place.due, decided.by_day.get_mut(person)) {
                    days.iter_mut().skip(due).for_each(|used| *used += seconds);
                }
            }
        }
        decided
    }

    /// What each person bears beyond the seconds of places and what they bear whatever is decided, as (seconds, cost).
    pub(super) fn extras(&self, small: &Small) -> Vec<(u64, u64)> {
        let bases = small.problem.people.iter().map(|person| person.base_cost);
        self.beside.iter().zip(self.further.iter().zip(bases)).map(|(seconds, (all, base))| (*seconds, all - base)).collect()
    }

    pub(super) fn part(&self, small: &Small, person: usize) -> Part {
        small.problem.measure(person).part(at(&self.seconds, person), at(&self.further, person))
    }

    /// Whether the place `number` can go to `person` too, with nobody above `limits`.
    pub(super) fn fits(&self, small: &Small, limits: &Limits, number: usize, person: usize) -> bool {
        let Some(place) = small.places().get(number) else { return false };
        if place.extras.is_empty() && self.by_day.is_empty() {
            return place.seconds == 0 || at(&self.seconds, person) + place.seconds <= limits.seconds(person);
        }
        place.borne(person).all(|(bearer, _, _)| {
            let theirs = place.borne(person).filter(|(other, _, _)| *other == bearer);
            let (seconds, cost) = theirs.fold((0, 0), |sum, (_, seconds, cost)| (sum.0 + seconds, sum.1 + cost));
            let (all, further) = (at(&self.seconds, bearer) + seconds, at(&self.further, bearer) + cost);
            let measure = small.problem.measure(bearer);
            let days = small.problem.days.get(bearer).into_iter().flatten().zip(self.by_day.get(bearer).into_iter().flatten());
            let fair = !measure.counts || limits.part(bearer).is_none_or(|most| measure.part(all, further) <= most);
            let timely = seconds == 0 || days.skip(place.due.unwrap_or(usize::MAX)).all(|(most, used)| used + seconds <= *most);
            (seconds == 0 || all <= limits.seconds(bearer)) && fair && timely
        })
    }
}

/// Which splits are looked for.
pub(super) struct Aim<'a> {
    /// The most seconds of each person.
    pub(super) most: &'a [u64],
    /// The vector must be less than this one.
    pub(super) below: Option<&'a [Part]>,
    /// Or it may be the same.
    pub(super) equal: bool,
}

/// The most of each person.
pub(super) struct Limits {
    seconds: Vec<u64>,
    parts: Vec<Option<Part>>,
}

impl Limits {
    /// What `aim` leaves to each person; nothing if what is decided is above it.
    ///
    /// As far as the largest parts decided are those of the vector to be passed, nobody who has one of them can take more; nobody else can
    /// pass its next part.
    pub(super) fn new(small: &Small, decided: &Decided, aim: &Aim) -> Option<Self> {
        let people = &small.problem.people;
        let mut limits = Self { seconds: aim.most.to_vec(), parts: vec![None; people.len()] };
        if let Some(best) = aim.below {
            let mut parts: Vec<(Reverse<Part>, usize)> = (0..people.len())
                .filter(|person| small.problem.measure(*person).counts)
                .map(|person| (Reverse(decided.part(small, person)), person))
                .collect();
            parts.sort_unstable();
            let mut next = None;
            for ((Reverse(part), person), best) in parts.iter().zip(best) {
                match next {
                    Some(_) => {}
                    None => match part.cmp(best) {
                        Ordering::Greater => return None,
                        Ordering::Equal => {}
                        Ordering::Less => next = Some(*best),
                    },
                }
                limits.set(small, decided, *person, next.unwrap_or(*part));
            }
            if next.is_none() && !aim.equal {
                return None;
            }
        }
        let within = (0..people.len()).all(|person| {
            at(&decided.seconds, person) <= limits.seconds(person) || at(&decided.seconds, person) == small.base(person)
        });
        let timely = small
            .problem
            .days
            .iter()
            .zip(&decided.by_day)
            .all(|(most, used)| most.iter().zip(used).all(|(most, used)| used <= most));
        (within && timely).then_some(limits)
    }

    fn set(&mut self, small: &Small, decided: &Decided, person: usize, most: Part) {
        let measure = small.problem.measure(person);
        super::put(&mut self.parts, person, Some(most));
        let whole = u128::from(most.cost) * u128::from(measure.of.max(1)) / u128::from(most.of);
        let left = whole.saturating_sub(u128::from(at(&decided.further, person)));
        if let Some(seconds) = left.checked_div(u128::from(measure.cost)) {
            let seconds = u64::try_from(seconds).unwrap_or(u64::MAX).min(self.seconds(person));
            super::put(&mut self.seconds, person, seconds);
        }
    }

    pub(super) fn seconds(&self, person: usize) -> u64 {
        at(&self.seconds, person)
    }

    fn part(&self, person: usize) -> Option<Part> {
        at(&self.parts, person)
    }
}

/// The most that the seconds of places in `loose` can come to without passing `room`, where that can be told quickly.
pub(super) fn most_attainable(small: &Small, loose: impl Iterator<Item = usize>, room: u64) -> u64 {
    let pieces = room / small.piece;
    let Some(mut sums) = Sums::new(pieces) else { return room };
    loose.for_each(|number| sums.add(small.seconds(number) / small.piece));
    sums.greatest(pieces) * small.piece
}
