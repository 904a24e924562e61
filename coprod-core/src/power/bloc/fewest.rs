//! The fewest members of a bloc who suffice.

use super::super::game::Table;
use super::super::roles::{Role, classes};
use super::split;
use super::tries::Question;
use crate::error::PowerError;

/// Interchangeable members, and which earlier classes must be used up before any of them is worth taking.
struct Class {
    members: Vec<usize>,
    after: Vec<usize>,
}

impl Question<'_> {
    /// The fewest of these who can decide together if everybody attends.
    pub(super) fn fewest_to_decide(&mut self, bloc: &[usize]) -> Result<Option<usize>, PowerError> {
        if let Some(table) = self.table.filter(|_| self.objecting_harms_most()) {
            let bits = bits(table, self.roles.len());
            return self.fewest(bloc, |_, chosen| Ok(table.passes(union(&bits, chosen))));
        }
        self.fewest(bloc, |question, chosen| {
            let (_, others) = question.sides(chosen);
            question.can_decide(&others, false)
        })
    }

    /// The fewest of these who can block by voting together if everybody attends.
    pub(super) fn fewest_to_block(&mut self, bloc: &[usize]) -> Result<Option<usize>, PowerError> {
        if let Some(table) = self.table.filter(|_| self.objecting_harms_most()) {
            let bits = bits(table, self.roles.len());
            return self.fewest(bloc, |_, chosen| Ok(!table.passes(table.everybody() & !union(&bits, chosen))));
        }
        self.fewest(bloc, |question, chosen| {
            let (bloc, others) = question.sides(chosen);
            question.can_block(&bloc, &others, false)
        })
    }

    /// Whether everybody who attends harms the rule most by objecting, so that the yes/no game says it all.
    fn objecting_harms_most(&self) -> bool {
        !self.roles.iter().any(|role| role.harms_by_abstaining)
    }

    /// These, and all others who come.
    fn sides(&self, chosen: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let (bloc, mut others) = split(&self.inside(chosen));
        others.retain(|other| !self.away.contains(other));
        (bloc, others)
    }

    fn inside(&self, chosen: &[usize]) -> Vec<bool> {
        let mut inside = vec![false; self.roles.len()];
        for member in chosen {
            if let Some(known) = inside.get_mut(*member) {
                *known = true;
            }
        }
        inside
    }

    fn fewest(
        &mut self,
        bloc: &[usize],
        enough: impl Fn(&mut Self, &[usize]) -> Result<bool, PowerError>,
    ) -> Result<Option<usize>, PowerError> {
        let classes = self.ordered(bloc)?;
        for size in 0..=bloc.len() {
            if self.any_of(size, 0, &classes, &mut Vec::new(), &mut Vec::new(), &enough)? {
                return Ok(Some(size));
            }
        }
        Ok(None)
    }

    /// The classes of a bloc, so that whoever does all that another does comes first. Where abstaining can do more harm than
    /// objecting, nobody is taken to do all that another does.
    fn ordered(&mut self, bloc: &[usize]) -> Result<Vec<Class>, PowerError> {
        let comparable = self.objecting_harms_most();
        let mut members = if comparable {
            classes(bloc.iter().copied(), |member| self.roles.get(member).map(Role::when_all_vote))
        } else {
            classes(bloc.iter().copied(), |member| self.roles.get(member))
        };
        let role = |class: &[usize]| class.first().and_then(|first| self.roles.get(*first));
        members.sort_by_key(|class| std::cmp::Reverse(role(class).map(Role::total_weight)));
        let length: usize = members.iter().filter_map(|class| role(class)).map(Role::len).sum();
        self.work.spend(u64::try_from(members.len().saturating_mul(length)).unwrap_or(u64::MAX))?;
        let outdoes = |one: &[usize], other: &[usize]| role(one).zip(role(other)).is_some_and(|(one, other)| one.outdoes(other));
        let mut ordered: Vec<Class> = Vec::with_capacity(members.len());
        for class in members {
            let after = if comparable {
                ordered.iter().enumerate().filter(|(_, earlier)| outdoes(&earlier.members, &class)).map(|(at, _)| at).collect()
            } else {
                Vec::new()
            };
            ordered.push(Class { members: class, after });
        }
        Ok(ordered)
    }

    /// Whether so many more members, from class `from` on, can be added to `chosen` so that it is enough.
    fn any_of(
        &mut self,
        more: usize,
        from: usize,
        classes: &[Class],
        full: &mut Vec<bool>,
        chosen: &mut Vec<usize>,
        enough: &impl Fn(&mut Self, &[usize]) -> Result<bool, PowerError>,
    ) -> Result<bool, PowerError> {
        if more == 0 {
            return enough(self, chosen);
        }
        self.work.spend(1)?;
        let Some((class, rest)) = classes.get(from..).and_then(<[Class]>::split_first) else { return Ok(false) };
        let later: usize = rest.iter().map(|class| class.members.len()).sum();
        let open = class.after.iter().all(|earlier| full.get(*earlier).copied().unwrap_or(false));
        let most = if open { class.members.len().min(more) } else { 0 };
        let least = more.saturating_sub(later);
        for taken in (least..=most).rev() {
            let before = chosen.len();
            chosen.extend(class.members.iter().take(taken));
            full.push(taken == class.members.len());
            let found = self.any_of(more - taken, from + 1, classes, full, chosen, enough)?;
            full.pop();
            chosen.truncate(before);
            if found {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Each member's bit in the table's sets; none for members without a vote.
fn bits(table: &Table, members: usize) -> Vec<usize> {
    (0..members).map(|member| table.set(&[member])).collect()
}

fn union(bits: &[usize], chosen: &[usize]) -> usize {
    chosen.iter().filter_map(|member| bits.get(*member)).fold(0, |set, bit| set | bit)
}
