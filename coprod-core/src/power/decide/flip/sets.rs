//! Every smallest set of changes, as patterns over interchangeable members.

use num_bigint::BigUint;
use num_integer::binomial;

use super::super::super::rule::State;
use super::super::super::work::Work;
use super::change::{Changes, Direction, set};
use super::search::later;

/// Sets that differ only in which of the interchangeable members change.
pub(in super::super) struct Pattern {
    /// The kinds of which some change: which, and how many do what.
    pub(in super::super) choices: Vec<(usize, Vec<(State, usize)>)>,
    /// How many sets these are.
    pub(in super::super) sets: BigUint,
}

/// The patterns of the sets of `size` changes that turn the decision, up to `most` of them, and whether these are all.
pub(in super::super) fn list(
    work: &mut Work<'_>,
    changes: &Changes,
    states: &[State],
    direction: Direction,
    size: usize,
    most: usize,
) -> (Vec<Pattern>, bool) {
    let mut list = List {
        work,
        changes,
        later: later(changes),
        direction,
        states,
        tried: states.to_vec(),
        most,
        counts: Vec::new(),
        how: Vec::new(),
        patterns: Vec::new(),
    };
    let all = list.counts(size, 0).is_ok();
    (list.patterns, all)
}

/// No work is left, or enough is listed.
struct Stop;

struct List<'a, 'w> {
    work: &'a mut Work<'w>,
    changes: &'a Changes,
    later: Vec<usize>,
    direction: Direction,
    states: &'a [State],
    tried: Vec<State>,
    most: usize,
    /// How many of each kind so far change.
    counts: Vec<usize>,
    /// Of the kinds of which some change: how many do what.
    how: Vec<(usize, State, usize)>,
    patterns: Vec<Pattern>,
}

impl List<'_, '_> {
    /// Goes through the ways to take so many more from kind `from` on.
    fn counts(&mut self, more: usize, from: usize) -> Result<(), Stop> {
        if more == 0 {
            return if self.turns(0)? { self.push() } else { Ok(()) };
        }
        let changes = self.changes;
        let (Some(kind), Some(later)) = (changes.kinds.get(from), self.later.get(from).copied()) else { return Ok(()) };
        self.work.spend(1).map_err(|_| Stop)?;
        for taken in (more.saturating_sub(later)..=kind.members.len().min(more)).rev() {
            self.counts.push(taken);
            self.counts(more - taken, from + 1)?;
            self.counts.pop();
        }
        Ok(())
    }

    fn push(&mut self) -> Result<(), Stop> {
        if self.patterns.len() == self.most {
            return Err(Stop);
        }
        let mut choices: Vec<(usize, Vec<(State, usize)>)> = Vec::new();
        for (kind, state, count) in self.how.drain(..) {
            match choices.last_mut() {
                Some((last, to)) if *last == kind => to.push((state, count)),
                _ => choices.push((kind, vec![(state, count)])),
            }
        }
        let ways =
            |(kind, count): (&super::change::Kind, &usize)| binomial(BigUint::from(kind.members.len()), BigUint::from(*count));
        let sets = self.changes.kinds.iter().zip(&self.counts).map(ways).product();
        self.patterns.push(Pattern { choices, sets });
        Ok(())
    }

    /// Whether some way to change so many of each kind turns the decision; it stays in `how`.
    fn turns(&mut self, from: usize) -> Result<bool, Stop> {
        let next = self.counts.iter().enumerate().skip(from).find(|(_, count)| **count > 0);
        let Some((at, count)) = next.map(|(at, count)| (at, *count)) else {
            let passes = self.work.passes(&self.tried).map_err(|_| Stop)?;
            return Ok(self.direction.reached(passes));
        };
        let changes = self.changes;
        let Some(kind) = changes.kinds.get(at) else { return Ok(false) };
        self.share(at, kind.members.get(..count).unwrap_or_default(), &kind.to)
    }

    /// The same with these members of kind `at` changing, in some way, to these states.
    fn share(&mut self, at: usize, members: &[usize], to: &[State]) -> Result<bool, Stop> {
        if members.is_empty() {
            return self.turns(at + 1);
        }
        let Some((state, others)) = to.split_first() else { return Ok(false) };
        let least = if others.is_empty() { members.len() } else { 0 };
        for count in (least..=members.len()).rev() {
            self.work.spend(1 + count as u64).map_err(|_| Stop)?;
            let (these, left) = members.split_at(count);
            let changed: Vec<(usize, State)> = these.iter().map(|member| (*member, *state)).collect();
            set(&mut self.tried, &changed);
            let before = self.how.len();
            if count > 0 {
                self.how.push((at, *state, count));
            }
            let turned = self.share(at, left, others);
            let back = |member: &usize| (*member, self.states.get(*member).copied().unwrap_or(State::Absent));
            let undone: Vec<(usize, State)> = these.iter().map(back).collect();
            set(&mut self.tried, &undone);
            if turned? {
                return Ok(true);
            }
            self.how.truncate(before);
        }
        Ok(false)
    }
}
