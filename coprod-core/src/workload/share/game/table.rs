//! The worth of every group, one by one.

use super::Form;
use super::read::step;

/// Every group's worth in pence; a group is the place whose bits are its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Table {
    pub(in super::super) parties: usize,
    pub(in super::super) worths: Vec<i64>,
}

impl Table {
    /// What this group has.
    pub(in super::super) fn of(&self, group: usize) -> i64 {
        self.worths.get(group).copied().unwrap_or(0)
    }

    /// The group of all.
    pub(in super::super) fn all(&self) -> usize {
        self.worths.len().saturating_sub(1)
    }

    /// The same with costs for amounts, or back.
    pub(in super::super) fn negated(&self) -> Self {
        Self { parties: self.parties, worths: self.worths.iter().map(|worth| -worth).collect() }
    }
}

/// The table of a game for `parties`, few enough for a machine word; nothing where groups are missing.
pub(in super::super) fn table(form: &Form, parties: usize) -> Option<Table> {
    let worths = match form {
        Form::Table(table) => return Some(table.clone()),
        Form::Partly { .. } => return None,
        Form::Airport(costs) => grown(costs, parties, |rest, cost| rest.max(cost)),
        Form::Bankruptcy { claims, estate } => {
            let mut sums = grown(claims, parties, |rest, claim| rest + claim);
            // What the others claim stands at the complement, which is as far from the end.
            sums.reverse();
            sums.into_iter().map(|others| (estate - others).max(0)).collect()
        }
        Form::Steps { sizes, steps } => {
            grown(sizes, parties, |rest, size| rest + size).into_iter().map(|size| step(steps, size)).collect()
        }
        Form::Parts(parts) => {
            let parts: Vec<(usize, u32, i64)> = parts
                .iter()
                .map(|part| {
                    let members = part.members.iter().fold(0, |mask, member| mask | 1_usize << member);
                    (members, u32::try_from(part.at_least).unwrap_or(u32::MAX), part.pence)
                })
                .collect();
            let worth = |group: usize| {
                parts
                    .iter()
                    .filter(|(members, least, _)| (group & members).count_ones() >= *least)
                    .map(|(_, _, pence)| pence)
                    .sum()
            };
            (0..1_usize << parties).map(worth).collect()
        }
    };
    Some(Table { parties, worths })
}

/// A value for every group, from that of the group without its last member and that member's own.
fn grown<V: Copy + Default>(of: &[V], parties: usize, with: impl Fn(V, V) -> V) -> Vec<V> {
    let mut all = Vec::with_capacity(1 << parties);
    all.push(V::default());
    for own in of {
        let doubled: Vec<V> = all.iter().map(|rest| with(*rest, *own)).collect();
        all.extend(doubled);
    }
    all
}
