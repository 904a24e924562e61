//! Two people divide anew what both may have.

use super::improve::{Candidate, allowed};
use super::pair::{Pair, each_mask};
use super::{Places, Small, at, filled, put};

/// Up to so many places, every division is looked at where each is to be looked at as a whole split.
const MOST_DIVIDED_WHOLE: usize = 6;

/// Places kept in view for one pair.
const MOST_IN_VIEW: usize = 60;

/// A split in which people divide anew what they have.
pub(super) struct Divided {
    pub(super) holders: Vec<usize>,
    loads: Vec<u64>,
    /// The places that each person has.
    held: Vec<Places>,
}

impl Divided {
    pub(super) fn new(small: &Small, holders: Vec<usize>) -> Self {
        let mut held = vec![Places::default(); small.people()];
        for (number, holder) in holders.iter().enumerate() {
            if let Some(places) = held.get_mut(*holder) {
                places.insert(number);
            }
        }
        Self { loads: small.problem.loads(&filled(&holders)), holders, held }
    }

    /// What two people can divide: places that either has, both may have, and in whose task not both are.
    fn common(&self, small: &Small, one: usize, other: usize) -> Vec<usize> {
        let of = |list: &[Places], person: usize| at(list, person);
        let both = of(&small.may, one).and(of(&small.may, other));
        let apart = |number: &usize| {
            let task = small.places().get(*number).map_or(0, |place| place.task);
            let holds =
                |person: usize| small.problem.places_of(task).any(|(number, _)| self.holders.get(number) == Some(&person));
            !(at(&small.shared, *number) && holds(one) && holds(other))
        };
        of(&self.held, one).or(of(&self.held, other)).and(both).iter().filter(apart).take(MOST_IN_VIEW).collect()
    }

    /// Divides anew between two people; whether that is better.
    pub(super) fn divide(&mut self, small: &Small, one: usize, other: usize) -> bool {
        let places = self.common(small, one, other);
        if places.is_empty() {
            return false;
        }
        let now = places
            .iter()
            .enumerate()
            .filter(|(_, number)| self.holders.get(**number) == Some(&one))
            .fold(0_u64, |mask, (bit, _)| mask | 1 << bit);
        let limited = |person: usize| small.problem.days.get(person).is_some_and(|days| !days.is_empty());
        let pair = Pair::new(small, &self.holders, &self.loads, &places, (one, other), now);
        let best = if limited(one) || limited(other) || small.counts_handovers() || small.has_extras() {
            by_the_whole(small, &self.holders, &pair, now)
        } else {
            pair.best(now)
        };
        if best == now {
            return false;
        }
        let first = pair.first(best);
        let rest = pair.both - first;
        assign(&mut self.holders, &places, best, one, other);
        put(&mut self.loads, one, first);
        put(&mut self.loads, other, rest);
        for number in places {
            let (to, from) = if self.holders.get(number) == Some(&one) { (one, other) } else { (other, one) };
            if let Some(places) = self.held.get_mut(to) {
                places.insert(number);
            }
            if let Some(places) = self.held.get_mut(from) {
                places.remove(number);
            }
        }
        true
    }
}

/// Where a place costs some people more than others or other limits count, only the whole tells.
fn by_the_whole(small: &Small, holders: &[usize], pair: &Pair, now: u64) -> u64 {
    let mut best = Candidate::new(small, holders.to_vec());
    let mut chosen = now;
    each_mask(pair.places.len(), MOST_DIVIDED_WHOLE, now, |mask| {
        let mut tried = holders.to_vec();
        assign(&mut tried, pair.places, mask, pair.one, pair.other);
        let next = Candidate::new(small, tried);
        if next.compare(&best).is_lt() && allowed(small, &next.holders) {
            (chosen, best) = (mask, next);
        }
    });
    chosen
}

fn assign(holders: &mut [usize], places: &[usize], mask: u64, one: usize, other: usize) {
    for (bit, number) in places.iter().enumerate() {
        put(holders, *number, if mask & 1 << bit != 0 { one } else { other });
    }
}
