//! The consequences of what is decided: who can no longer fill which place.

use super::limits::{Aim, Decided, Limits, most_attainable};
use super::{Bits, Place, Small, at, put};

/// What a node of the search knows.
pub(super) struct Narrowed {
    pub(super) decided: Decided,
    /// The most seconds of each person, what places cost beyond their own left out.
    pub(super) ceilings: Vec<u64>,
}

/// Draws the consequences for `who`: nobody twice in a task, twins in order, no more hand-overs than allowed, nobody above what `aim` allows.
/// Nothing if no split is left.
pub(super) fn narrow(small: &Small, who: &mut [Bits], aim: &Aim) -> Option<Narrowed> {
    loop {
        let before = who.to_vec();
        keep_apart(small, who);
        if who.iter().any(|set| set.is_empty()) || !keep_holders(small, who) {
            return None;
        }
        let decided = Decided::new(small, who);
        let limits = Limits::new(small, &decided, aim)?;
        for number in 0..who.len() {
            let set = at(who, number);
            if set.len() > 1 {
                put(who, number, set.iter().filter(|person| decided.fits(small, &limits, number, *person)).collect());
            }
        }
        if before == who {
            let ceilings = (0..small.people()).map(|person| ceiling(small, who, &decided, &limits, person)).collect();
            return Some(Narrowed { decided, ceilings });
        }
    }
}

/// The most seconds of places that `person` can come to.
fn ceiling(small: &Small, who: &[Bits], decided: &Decided, limits: &Limits, person: usize) -> u64 {
    let now = at(&decided.seconds, person);
    let loose = (0..who.len()).filter(|number| at(who, *number).has(person) && at(who, *number).len() > 1);
    let room = limits.seconds(person).saturating_sub(now);
    now - at(&decided.beside, person) + most_attainable(small, loose, room)
}

fn keep_apart(small: &Small, who: &mut [Bits]) {
    let mut previous: Option<usize> = None;
    for (number, place) in small.places().iter().enumerate() {
        if let Some(person) = at(who, number).single().filter(|_| at(&small.shared, number)) {
            for (other, _) in small.problem.places_of(place.task).filter(|(other, _)| *other != number) {
                let set = at(who, other).without(Bits::only(person));
                put(who, other, set);
            }
        }
        if let Some(last) = previous.filter(|_| place.twin) {
            let (first, second) = (at(who, last), at(who, number));
            put(who, number, second.and(first.after_first()));
            put(who, last, first.and(second.before_last()));
        }
        previous = Some(number);
    }
}

/// With all hand-overs used, those who hold a task keep it.
fn keep_holders(small: &Small, who: &mut [Bits]) -> bool {
    if !small.counts_handovers() {
        return true;
    }
    let problem = small.problem;
    let can_keep = |(number, _): &(usize, &Place), person: usize, who: &[Bits]| at(who, *number).has(person);
    let options = |who: &[Bits], task: usize, person: usize| -> Vec<usize> {
        problem.places_of(task).filter(|place| can_keep(place, person, who)).map(|(number, _)| number).collect()
    };
    let lost = problem.held.iter().filter(|(task, person)| options(who, *task, *person).is_empty()).count();
    if lost < problem.handovers {
        return true;
    }
    for (task, person) in &problem.held {
        if let [only] = options(who, *task, *person).as_slice() {
            put(who, *only, Bits::only(*person));
        }
    }
    lost == problem.handovers
}
