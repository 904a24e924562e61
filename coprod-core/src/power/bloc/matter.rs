//! Whether any vote of a bloc can make a difference when everybody attends and says yes or objects.

use super::super::roles::{Role, classes};
use super::super::rule::State;
use super::set;
use super::tries::Question;
use crate::error::PowerError;

impl Question<'_> {
    /// Whether a change of one member's vote, among these, ever changes the outcome.
    pub(super) fn can_matter(&mut self, bloc: &[usize]) -> Result<bool, PowerError> {
        if let Some(table) = self.table {
            return Ok(table.turned_by_any(table.set(bloc)));
        }
        let mut voters: Vec<usize> =
            bloc.iter().copied().filter(|member| self.roles.get(*member).is_some_and(Role::has_a_vote)).collect();
        // One of each kind is enough.
        let kinds = classes(voters.iter().copied(), |member| self.roles.get(member).map(Role::when_all_vote));
        voters = kinds.iter().filter_map(|kind| kind.first().copied()).collect();
        for voter in &voters {
            if self.turns_the_vote(*voter)? {
                return Ok(true);
            }
        }
        if voters.is_empty() { Ok(false) } else { self.ever_turns_it(&voters) }
    }

    /// A quick look: adds the others one by one, from the front and from the back, until this vote would make it pass.
    fn turns_the_vote(&mut self, voter: usize) -> Result<bool, PowerError> {
        let len = self.roles.len();
        for backwards in [false, true] {
            let mut states = vec![State::Object; len];
            set(&mut states, &[voter], State::Yes);
            for step in 0..=len {
                if self.work.passes(&states)? {
                    set(&mut states, &[voter], State::Object);
                    if !self.work.passes(&states)? {
                        return Ok(true);
                    }
                    break;
                }
                let next = if backwards { len.wrapping_sub(step + 1) } else { step };
                set(&mut states, &[next], State::Yes);
            }
        }
        Ok(false)
    }

    /// The proof: tries how many of each kind say yes, for all kinds in the group.
    fn ever_turns_it(&mut self, voters: &[usize]) -> Result<bool, PowerError> {
        let everybody = (0..self.roles.len()).filter(|member| self.roles.get(*member).is_some_and(Role::has_a_vote));
        let kinds = classes(everybody, |member| self.roles.get(member).map(Role::when_all_vote));
        let cells = kinds.iter().map(|kind| u64::try_from(kind.len()).unwrap_or(u64::from(u32::MAX)) + 1);
        let cells = cells.fold(1, u64::saturating_mul);
        self.work.can_afford(cells.saturating_mul(2 * u64::try_from(voters.len()).unwrap_or(u64::MAX)))?;
        let asked: Vec<bool> = kinds.iter().map(|kind| kind.iter().any(|member| voters.contains(member))).collect();
        let mut counts = vec![0_usize; kinds.len()];
        let mut states = vec![State::Object; self.roles.len()];
        loop {
            if !self.work.passes(&states)? {
                for ((kind, count), asked) in kinds.iter().zip(&counts).zip(&asked) {
                    let Some(next) = kind.get(*count).filter(|_| *asked) else { continue };
                    set(&mut states, &[*next], State::Yes);
                    let turned = self.work.passes(&states)?;
                    set(&mut states, &[*next], State::Object);
                    if turned {
                        return Ok(true);
                    }
                }
            }
            // The next cell: counts run like the digits of a number.
            let mut moved = false;
            for (kind, count) in kinds.iter().zip(&mut counts) {
                if let Some(next) = kind.get(*count) {
                    set(&mut states, &[*next], State::Yes);
                    *count += 1;
                    moved = true;
                    break;
                }
                set(&mut states, kind, State::Object);
                *count = 0;
            }
            if !moved {
                return Ok(false);
            }
        }
    }
}
