//! Who else must come so that whether a member comes decides under a quorum.

use super::super::search::Steps;
use crate::power::roles::{classes, roles};
use crate::power::rule::{Compiled, State};

/// So many of these, the first of the list tried first, with whom it passes if all but the rest of them come and say
/// yes; nothing where there are none such. Members who are alike are tried once.
///
/// # Errors
/// Nothing inside where the steps did not suffice to try all.
pub(super) fn company(
    rule: &Compiled,
    of: &[usize],
    count: usize,
    cost: usize,
    steps: &mut Steps,
) -> Result<Option<Vec<usize>>, ()> {
    let mut search = Company { rule, of, cost, steps };
    let listed: Vec<usize> = of.iter().copied().take(count).collect();
    if search.passes(&listed)? {
        return Ok(Some(listed));
    }
    let known = roles(rule);
    let kinds = classes(of.iter().copied(), |member| known.get(member));
    search.every(&kinds, count, &mut Vec::with_capacity(count))
}

struct Company<'a, 'b> {
    rule: &'a Compiled,
    of: &'a [usize],
    cost: usize,
    steps: &'b mut Steps,
}

impl Company<'_, '_> {
    fn passes(&mut self, chosen: &[usize]) -> Result<bool, ()> {
        if !self.steps.spend(self.cost) {
            return Err(());
        }
        let mut states = vec![State::Yes; self.rule.len()];
        for member in self.of.iter().filter(|member| !chosen.contains(member)) {
            if let Some(state) = states.get_mut(*member) {
                *state = State::Absent;
            }
        }
        Ok(self.rule.passes(&states))
    }

    fn every(&mut self, kinds: &[Vec<usize>], more: usize, chosen: &mut Vec<usize>) -> Result<Option<Vec<usize>>, ()> {
        let Some((kind, rest)) = kinds.split_first() else {
            return Ok(if self.passes(chosen)? { Some(chosen.clone()) } else { None });
        };
        let later: usize = rest.iter().map(Vec::len).sum();
        for taken in (more.saturating_sub(later)..=kind.len().min(more)).rev() {
            let before = chosen.len();
            chosen.extend(kind.iter().take(taken));
            let found = self.every(rest, more - taken, chosen)?;
            chosen.truncate(before);
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}
