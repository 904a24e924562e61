//! What turning a decision takes if only some members change.

use super::super::super::roles::Role;
use super::super::super::rule::{Compiled, State};
use super::super::super::work::Work;
use super::bound;
use super::change::{Changes, Direction, Kind, set};
use super::search::{self, Found};
use super::sets::{self, Pattern};

/// What it takes.
pub(in super::super) struct Reach {
    /// Whether it can be done; nothing if that is not known.
    pub(in super::super) possible: Option<bool>,
    /// A set of changes from which none can be left out; of the fewest if `exact`.
    pub(in super::super) found: Found,
    /// No fewer changes than this could do.
    pub(in super::super) at_least: usize,
    /// The smallest sets, if it is known how many changes they take.
    pub(in super::super) patterns: Vec<Pattern>,
    /// Whether these are all.
    pub(in super::super) all: bool,
}

/// A decision that is to be turned by some of its members.
pub(in super::super) struct Task<'a> {
    pub(in super::super) rule: &'a Compiled,
    pub(in super::super) roles: &'a [Role],
    pub(in super::super) states: &'a [State],
    pub(in super::super) direction: Direction,
    pub(in super::super) changes: &'a Changes,
    /// A first look, whether the usual changes turn it, may look at this many votes.
    pub(in super::super) first_look: u64,
}

impl Task<'_> {
    /// Finds out within so much work beyond the first look. Half of it is kept for listing up to `most` patterns.
    pub(in super::super) fn reach(&self, work: u64, most: usize) -> Reach {
        let mut searching = Work::new(self.rule, work / 2);
        let none = |possible| Reach { possible, found: Vec::new(), at_least: 0, patterns: Vec::new(), all: possible.is_some() };
        let found = match self.any(&mut searching) {
            Ok(Some(found)) => found,
            Ok(None) => return none(Some(false)),
            Err(Unknown) => return none(None),
        };
        let least = bound::least(self.rule, self.roles, self.states, self.direction).clamp(1, found.len().max(1));
        let (found, at_least) = search::thorough(&mut searching, self.changes, self.states, self.direction, found, least);
        let (mut patterns, mut all) = (Vec::new(), false);
        if at_least == found.len() {
            let mut listing = Work::new(self.rule, work / 2);
            (patterns, all) = sets::list(&mut listing, self.changes, self.states, self.direction, at_least, most);
        }
        Reach { possible: Some(true), found, at_least, patterns, all }
    }

    /// Some set that turns it and from which none can be left out, if there is one.
    fn any(&self, work: &mut Work<'_>) -> Result<Option<Found>, Unknown> {
        let changing: usize = self.changes.kinds.iter().map(|kind| kind.members.len()).sum();
        if work.each().saturating_mul(2 * changing as u64) > self.first_look {
            return Err(Unknown);
        }
        if let Some(found) = search::quick(self.rule, self.changes, self.states, self.direction) {
            return Ok(Some(found));
        }
        if !self.changes.kinds.iter().any(|kind| kind.choice) {
            return Ok(None);
        }
        let mut tried = self.states.to_vec();
        if !self.best(work, &self.changes.kinds, &mut tried)? {
            return Ok(None);
        }
        let mut found: Found = Vec::new();
        for (member, (now, before)) in tried.iter().zip(self.states).enumerate() {
            if now != before {
                found.push((member, *now));
            }
        }
        for change in found.clone() {
            set(&mut tried, &[(change.0, self.states.get(change.0).copied().unwrap_or(State::Absent))]);
            if self.direction.reached(work.passes(&tried).map_err(|_| Unknown)?) {
                found.retain(|kept| *kept != change);
            } else {
                set(&mut tried, &[change]);
            }
        }
        Ok(Some(found))
    }

    /// Whether some way in which these kinds do their utmost turns it; that way stays in `tried`.
    fn best(&self, work: &mut Work<'_>, kinds: &[Kind], tried: &mut Vec<State>) -> Result<bool, Unknown> {
        let Some((kind, rest)) = kinds.split_first() else {
            return Ok(self.direction.reached(work.passes(tried).map_err(|_| Unknown)?));
        };
        let mut options = kind.to.clone();
        // What members do now can be their utmost, where more than one thing can.
        if kind.choice {
            let now = kind.members.first().and_then(|member| self.states.get(*member));
            options.extend(now);
        }
        self.spread(work, &kind.members, &options, rest, tried)
    }

    fn spread(
        &self,
        work: &mut Work<'_>,
        members: &[usize],
        options: &[State],
        rest: &[Kind],
        tried: &mut Vec<State>,
    ) -> Result<bool, Unknown> {
        let Some((option, others)) = options.split_first() else { return self.best(work, rest, tried) };
        let least = if others.is_empty() { members.len() } else { 0 };
        for count in (least..=members.len()).rev() {
            work.spend(1 + count as u64).map_err(|_| Unknown)?;
            let (these, left) = members.split_at(count);
            let changed: Vec<(usize, State)> = these.iter().map(|member| (*member, *option)).collect();
            set(tried, &changed);
            if self.spread(work, left, others, rest, tried)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// No work was left to find out.
struct Unknown;
