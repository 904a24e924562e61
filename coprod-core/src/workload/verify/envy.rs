//! Weighted envy-freeness up to one task, by its definition.
//!
//! For everybody: without their largest task, what they have, over what they agreed to give, is no more than what anybody else has over
//! what that one agreed to give, both counted as it would cost the first. Of another's tasks only those count that the first may do.
//! Whoever has nothing envies nobody. Source: Wu, Zhang, Zhou, EC 2023 (arXiv 2301.08090).

use super::part::Part;
use super::view::View;

/// One person against another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) person: usize,
    pub(super) other: usize,
    /// What the person has without their largest task, over their capacity.
    pub(super) without_largest: Part,
    /// What the other has of tasks that the person may do, at the person's cost, over the other's capacity.
    pub(super) others: Part,
}

impl Pair {
    pub(super) fn holds(&self) -> bool {
        self.without_largest <= self.others
    }
}

/// The task that each person would put aside: the one that costs them most, the earliest of several.
pub(super) fn largest(view: &View) -> Vec<Option<usize>> {
    let mut largest: Vec<Option<(u64, usize)>> = vec![None; view.workers.len()];
    for spot in &view.spots {
        let Some(slot) = spot.holder.and_then(|holder| largest.get_mut(holder)) else { continue };
        let cost = spot.holder.map_or(0, |holder| view.cost(spot, holder));
        if slot.is_none_or(|(most, _)| cost > most) {
            *slot = Some((cost, spot.task));
        }
    }
    largest.into_iter().map(|most| most.map(|(_, task)| task)).collect()
}

/// Every person who has something against every other who agreed to give hours.
pub(super) fn pairs<'a>(view: &'a View<'_>) -> impl Iterator<Item = Pair> + 'a {
    let count = view.workers.len();
    // What each holder has, at everybody's cost: row after row by holder.
    let mut has = vec![0_u64; count * count];
    let mut most = vec![0_u64; count];
    for spot in &view.spots {
        let Some(holder) = spot.holder else { continue };
        let Some(row) = has.get_mut(holder * count..(holder + 1) * count) else { continue };
        let own = view.cost(spot, holder);
        if let Some(most) = most.get_mut(holder) {
            *most = own.max(*most);
        }
        for person in view.able(spot).filter(|person| *person != holder) {
            if let Some(sum) = row.get_mut(person) {
                *sum = sum.saturating_add(view.cost(spot, person));
            }
        }
        if let Some(sum) = row.get_mut(holder) {
            *sum = sum.saturating_add(own);
        }
    }
    let busy = move |person: usize| view.workers.get(person).is_some_and(|worker| worker.counts() && worker.spots > 0);
    (0..count).filter(move |person| busy(*person)).flat_map(move |person| {
        let at = |row: usize, column: usize| has.get(row * count + column).copied().unwrap_or_default();
        let own = at(person, person).saturating_sub(most.get(person).copied().unwrap_or_default());
        let pairs: Vec<Pair> = view
            .workers
            .iter()
            .enumerate()
            .filter(|(other, worker)| *other != person && worker.counts())
            .filter_map(|(other, worker)| {
                let without_largest = Part { cost: own, of: view.workers.get(person)?.capacity };
                Some(Pair { person, other, without_largest, others: Part { cost: at(other, person), of: worker.capacity } })
            })
            .collect();
        pairs
    })
}
