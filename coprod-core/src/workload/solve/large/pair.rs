//! What one person could pass to another: a place, or a longer place for a shorter one.

use super::super::state::State;
use super::{Large, at};

/// Places looked at on each side of the length that would make two people even.
const NEAR: usize = 5;

/// A change between two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Change {
    /// The greater of the two heights after it.
    pub(super) height: u64,
    pub(super) giver: usize,
    pub(super) taker: usize,
    /// The place that the giver passes on.
    pub(super) given: usize,
    /// What the giver has in return.
    pub(super) returned: Option<usize>,
}

/// Two people as they are now.
pub(super) struct Pair<'a> {
    pub(super) large: &'a Large<'a>,
    pub(super) state: &'a State<'a>,
    pub(super) giver: usize,
    pub(super) taker: usize,
    /// The places of each, the shortest first.
    pub(super) gives: &'a [(u64, usize)],
    pub(super) takes: &'a [(u64, usize)],
}

impl Pair<'_> {
    fn height(&self, person: usize, more: u64, less: u64) -> u64 {
        let seconds = at(&self.state.seconds, person) + more - less;
        self.large.height(person, seconds, at(&self.state.further, person))
    }

    /// The seconds that would make the two even.
    fn even(&self) -> u64 {
        let (high, low) = (self.height(self.giver, 0, 0), self.height(self.taker, 0, 0));
        // How much an hour weighs for each.
        let weight = |person: usize, now: u64| self.height(person, 3600, 0).saturating_sub(now);
        let both = weight(self.giver, high).saturating_add(weight(self.taker, low));
        let even = u128::from(high.saturating_sub(low)) * 3600 / u128::from(both.max(1));
        u64::try_from(even).unwrap_or(u64::MAX)
    }

    /// The change after which the higher of the two stands lowest, if lower than now. `tries` counts down what is looked at.
    pub(super) fn best(&self, tries: &mut u64) -> Option<Change> {
        let even = self.even();
        let now = self.height(self.giver, 0, 0);
        let mut best: Option<Change> = None;
        for (seconds, given) in self.gives.iter().copied().filter(|(seconds, _)| *seconds > 0) {
            if !self.large.has(given, self.taker) {
                continue;
            }
            let mut consider = |returned: Option<(u64, usize)>| -> bool {
                *tries = tries.saturating_sub(1);
                let back = returned.map_or(0, |(back, _)| back);
                let returned = returned.map(|(_, number)| number);
                if returned.is_some_and(|number| !self.large.has(number, self.giver)) || !self.apart(given, returned) {
                    return false;
                }
                let taken = at(&self.state.seconds, self.taker) + seconds - back;
                if taken > self.large.problem.measure(self.taker).cap {
                    return false;
                }
                let height = self.height(self.giver, back, seconds).max(self.height(self.taker, seconds, back));
                let change = Change { height, giver: self.giver, taker: self.taker, given, returned };
                if height < now && best.is_none_or(|best| change < best) {
                    best = Some(change);
                }
                true
            };
            consider(None);
            // The nearer what comes back is to this, the more even the two are.
            let wanted = seconds.saturating_sub(even);
            let from = self.takes.partition_point(|(back, _)| *back < wanted);
            let longer = self.takes.iter().skip(from).take_while(|(back, _)| *back < seconds).take(NEAR);
            for back in longer {
                if consider(Some(*back)) {
                    break;
                }
            }
            for back in self.takes.iter().take(from).rev().take(NEAR) {
                if consider(Some(*back)) {
                    break;
                }
            }
        }
        best
    }

    /// Whether nobody comes to be twice in a task.
    fn apart(&self, given: usize, returned: Option<usize>) -> bool {
        let task = |number: usize| self.large.place(number).map(|place| place.task);
        let has = |number: usize, person: usize| at(&self.state.holders, number) == Some(person);
        // Nobody is twice in a task: what is passed on is the only place there of whoever passes it.
        let twice = |number: usize, person: usize, but: Option<usize>| {
            at(&self.large.shared, number)
                && self.state.is_there(number, person)
                && !but.is_some_and(|but| task(but) == task(number) && has(but, person))
        };
        !twice(given, self.taker, returned) && returned.is_none_or(|number| !twice(number, self.giver, Some(given)))
    }
}
