//! Finds a smallest set of changes.

use super::super::super::rule::{Compiled, State};
use super::super::super::work::Work;
use super::change::{Changes, Direction, set};

/// A set of changes: the members and what each does instead.
pub(in super::super) type Found = Vec<(usize, State)>;

/// A set that turns the decision and from which none can be left out; nothing if even changing everybody does not.
pub(super) fn quick(rule: &Compiled, changes: &Changes, states: &[State], direction: Direction) -> Option<Found> {
    let usual = changes.kinds.iter().filter(|kind| kind.to.contains(&kind.gate));
    let members = usual.flat_map(|kind| kind.members.iter().map(|member| (*member, kind.gate)));
    let mut tried = states.to_vec();
    let mut found: Found = Vec::new();
    let mut turned = false;
    for change in members {
        set(&mut tried, &[change]);
        found.push(change);
        turned = direction.reached(rule.passes(&tried));
        if turned {
            break;
        }
    }
    if !turned {
        return None;
    }
    for change in found.clone() {
        let before = states.get(change.0).copied().unwrap_or(State::Absent);
        set(&mut tried, &[(change.0, before)]);
        if direction.reached(rule.passes(&tried)) {
            found.retain(|kept| *kept != change);
        } else {
            set(&mut tried, &[change]);
        }
    }
    Some(found)
}

/// A smallest set, or the one found when no work is left, and a number of changes that it is proved to take.
pub(super) fn thorough(
    work: &mut Work<'_>,
    changes: &Changes,
    states: &[State],
    direction: Direction,
    found: Found,
    least: usize,
) -> (Found, usize) {
    let mut search = Search {
        work,
        changes,
        later: later(changes),
        direction,
        tried: states.to_vec(),
        states,
        chosen: Vec::new(),
        full: Vec::new(),
    };
    for size in least..found.len() {
        match search.any_of(size, 0) {
            Ok(true) => return (search.chosen, size),
            Ok(false) => {}
            Err(_) => return (found, size),
        }
    }
    let size = found.len();
    (found, size)
}

/// For each kind, how many members the kinds behind it have.
pub(super) fn later(changes: &Changes) -> Vec<usize> {
    let mut behind = 0;
    let mut later = Vec::with_capacity(changes.kinds.len());
    for kind in changes.kinds.iter().rev() {
        later.push(behind);
        behind += kind.members.len();
    }
    later.reverse();
    later
}

/// Says no in place of an objection where that turns the decision as well.
pub(in super::super) fn gentler(rule: &Compiled, found: &mut Found, states: &[State], direction: Direction) {
    let mut tried = states.to_vec();
    set(&mut tried, found);
    for change in found.iter_mut().filter(|change| change.1 == State::Object && states.get(change.0) != Some(&State::No)) {
        set(&mut tried, &[(change.0, State::No)]);
        if direction.reached(rule.passes(&tried)) {
            change.1 = State::No;
        } else {
            set(&mut tried, &[*change]);
        }
    }
}

struct Search<'a, 'w> {
    work: &'a mut Work<'w>,
    changes: &'a Changes,
    /// For each kind, how many members the kinds behind it have.
    later: Vec<usize>,
    direction: Direction,
    states: &'a [State],
    tried: Vec<State>,
    chosen: Found,
    /// Of the kinds behind, whether all have changed.
    full: Vec<bool>,
}

/// No work is left.
struct Exhausted;

impl Search<'_, '_> {
    /// Whether so many more changes, from kind `from` on, turn the decision. If so they stay chosen.
    fn any_of(&mut self, more: usize, from: usize) -> Result<bool, Exhausted> {
        if more == 0 {
            let passes = self.work.passes(&self.tried).map_err(|_| Exhausted)?;
            return Ok(self.direction.reached(passes));
        }
        let changes = self.changes;
        let (Some(kind), Some(later)) = (changes.kinds.get(from), self.later.get(from).copied()) else { return Ok(false) };
        self.spend(1 + kind.after.len())?;
        let open = kind.after.iter().all(|earlier| self.full.get(*earlier).copied().unwrap_or(false));
        let least = more.saturating_sub(later);
        for taken in (least..=kind.members.len().min(more)).rev() {
            let members = kind.members.get(..taken).unwrap_or_default();
            self.full.push(taken == kind.members.len());
            let found = self.share(members, &kind.to, (!open).then_some(kind.gate), more - taken, from)?;
            self.full.pop();
            if found {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn spend(&mut self, steps: usize) -> Result<(), Exhausted> {
        self.work.spend(steps as u64).map_err(|_| Exhausted)
    }

    /// The same with these members changing, in some way, to these states but for the one that is closed to them.
    fn share(
        &mut self,
        members: &[usize],
        to: &[State],
        closed: Option<State>,
        more: usize,
        from: usize,
    ) -> Result<bool, Exhausted> {
        if members.is_empty() {
            return self.any_of(more, from + 1);
        }
        let Some((state, others)) = to.split_first() else { return Ok(false) };
        let most = if closed != Some(*state) { members.len() } else { 0 };
        for count in (0..=most).rev() {
            self.spend(1 + count)?;
            let (these, left) = members.split_at(count);
            let before = self.chosen.len();
            self.chosen.extend(these.iter().map(|member| (*member, *state)));
            set(&mut self.tried, self.chosen.get(before..).unwrap_or_default());
            if self.share(left, others, closed, more, from)? {
                return Ok(true);
            }
            for member in these {
                let old = self.states.get(*member).copied().unwrap_or(State::Absent);
                set(&mut self.tried, &[(*member, old)]);
            }
            self.chosen.truncate(before);
        }
        Ok(false)
    }
}
