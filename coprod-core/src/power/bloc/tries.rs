//! What has to be tried to know the worst, or the best, that some members can do.
//!
//! To harm a rule, objecting does the most, with these exceptions: where a quorum counts votes cast, abstaining can do more; where
//! any quorum counts, staying away can; and where a second vote at a tie is measured against anything but the votes cast, an
//! opponent can do more by breaking the tie. To help a rule, saying yes does the most, but for that same second vote, where a yes
//! can break the tie. (All this is shown in the laws, by trying everything.) Only members whom an exception concerns have more
//! than one state tried, and interchangeable ones are counted.

use super::super::game::Table;
use super::super::roles::{Role, classes};
use super::super::rule::State;
use super::super::work::Work;
use super::set;
use crate::error::PowerError;

/// A question about one rule, and the work that it may still take.
pub(super) struct Question<'a> {
    pub(super) roles: &'a [Role],
    /// The outcomes when everybody attends and says yes or objects, where the group is small enough for a table.
    pub(super) table: Option<&'a Table>,
    pub(super) work: Work<'a>,
    /// Members who are surely absent, whatever anybody does: of no bloc, and none of the others.
    pub(super) away: &'a [usize],
}

/// Interchangeable members, and the states to try for them.
struct Try {
    members: Vec<usize>,
    states: Vec<State>,
}

impl Question<'_> {
    /// Whether the rule passes when all but `others` say yes and the others do their worst; with `absence` they may stay away.
    pub(super) fn can_decide(&mut self, others: &[usize], absence: bool) -> Result<bool, PowerError> {
        let harm = self.harm(others, absence);
        let mut states = self.all_yes();
        // A quick look first: all of them object, abstain or stay away alike.
        for choice in 0..3 {
            for part in &harm {
                set(&mut states, &part.members, part.states.get(choice).or(part.states.last()).copied().unwrap_or(State::Object));
            }
            if !self.work.passes(&states)? {
                return Ok(false);
            }
        }
        self.afford(&harm, &[])?;
        let fails = self.any(&harm, &mut states, &mut |question, states| Ok(!question.work.passes(states)?))?;
        Ok(!fails)
    }

    /// Whether the bloc, present, can vote so that the rule fails even if the others do their best; with `absence` that may be to
    /// stay away.
    pub(super) fn can_block(&mut self, bloc: &[usize], others: &[usize], absence: bool) -> Result<bool, PowerError> {
        let harm = self.harm(bloc, false);
        let help = self.help(others, absence);
        self.afford(&harm, &help)?;
        let mut states = self.all_yes();
        self.any(&harm, &mut states, &mut |question, states| {
            Ok(!question.any(&help, states, &mut |question, states| question.work.passes(states))?)
        })
    }

    /// Whether the rule fails without the bloc even if the others do their best.
    pub(super) fn fails_without(&mut self, bloc: &[usize], others: &[usize]) -> Result<bool, PowerError> {
        let help = self.help(others, true);
        self.afford(&help, &[])?;
        let mut states = self.all_yes();
        set(&mut states, bloc, State::Absent);
        let passes = self.any(&help, &mut states, &mut |question, states| question.work.passes(states))?;
        Ok(!passes)
    }

    /// All who come say yes.
    fn all_yes(&self) -> Vec<State> {
        let mut states = vec![State::Yes; self.roles.len()];
        set(&mut states, self.away, State::Absent);
        states
    }

    fn harm(&self, members: &[usize], absence: bool) -> Vec<Try> {
        self.tries(members, State::Object, |role| (role.harms_by_abstaining, absence && role.harms_by_absence))
    }

    fn help(&self, members: &[usize], absence: bool) -> Vec<Try> {
        self.tries(members, State::Yes, |role| (role.helps_by_abstaining, absence && role.helps_by_absence))
    }

    fn tries(&self, members: &[usize], usual: State, also: impl Fn(&Role) -> (bool, bool)) -> Vec<Try> {
        let also = |member: &usize| self.roles.get(*member).map_or((false, false), &also);
        let (usually, choosers): (Vec<usize>, Vec<usize>) = members.iter().partition(|member| also(member) == (false, false));
        let mut tries = vec![Try { members: usually, states: vec![usual] }];
        for class in classes(choosers, |member| self.roles.get(member)) {
            let (abstain, absent) = class.first().map_or((false, false), also);
            let mut states = vec![usual];
            states.extend(abstain.then_some(State::Abstain));
            states.extend(absent.then_some(State::Absent));
            tries.push(Try { members: class, states });
        }
        tries
    }

    fn afford(&self, outer: &[Try], inner: &[Try]) -> Result<(), PowerError> {
        let ways = outer.iter().chain(inner).map(Try::ways).fold(1, u64::saturating_mul);
        self.work.can_afford(ways)
    }

    /// Whether `found` holds for any of the ways to share out the states.
    fn any(&mut self, tries: &[Try], states: &mut [State], found: &mut Found<'_, Self>) -> Result<bool, PowerError> {
        match tries.split_first() {
            None => found(self, states),
            Some((first, rest)) => self.share(&first.members, &first.states, rest, states, found),
        }
    }

    fn share(
        &mut self,
        members: &[usize],
        options: &[State],
        rest: &[Try],
        states: &mut [State],
        found: &mut Found<'_, Self>,
    ) -> Result<bool, PowerError> {
        let Some((option, others)) = options.split_last() else { return self.any(rest, states, found) };
        let least = if others.is_empty() { members.len() } else { 0 };
        for count in least..=members.len() {
            let (these, left) = members.split_at(count);
            set(states, these, *option);
            if self.share(left, others, rest, states, found)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

type Found<'f, Q> = dyn FnMut(&mut Q, &mut [State]) -> Result<bool, PowerError> + 'f;

impl Try {
    /// In how many ways so many interchangeable members can share out what they may do.
    fn ways(&self) -> u64 {
        let members = u64::try_from(self.members.len()).unwrap_or(u64::from(u32::MAX));
        match self.states.len() {
            0 | 1 => 1,
            2 => members + 1,
            _ => (members + 1).saturating_mul(members + 2) / 2,
        }
    }
}
