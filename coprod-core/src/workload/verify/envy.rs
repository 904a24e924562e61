//! Weighted envy-freeness up to one task, by its definition.
//!
//! For everybody: without their largest task, what they have, over what they agreed to give, is no more than what anybody else has over
//! what that one agreed to give, both counted as it would cost the first. Of another's tasks only those count that the first may do.
//! Whoever has nothing envies nobody. Source: Wu, Zhang, Zhou, EC 2023 (arXiv 2301.08090).

use super::part::Part;
use super::view::{Spot, View};

/// One person against another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) person: usize,
    /// The task that the person would put aside: the one that costs them most.
    pub(super) task: usize,
    /// What the person has without that task, over their capacity.
    pub(super) without_largest: Part,
    pub(super) other: usize,
    /// What the other has of tasks that the person may do, at the person's cost, over the other's capacity.
    pub(super) others: Part,
}

impl Pair {
    pub(super) fn holds(&self) -> bool {
        self.without_largest <= self.others
    }
}

/// What somebody who has something would keep without the task that costs them most.
#[derive(Debug, Clone, Copy)]
struct Kept {
    /// The task put aside, the earliest of several.
    task: usize,
    part: Part,
}

/// For everybody who has something, whoever else has least by their measure; the earliest of several.
pub(super) fn worst(view: &View) -> Vec<Pair> {
    let spots = view.by_holder();
    let kept: Vec<Option<Kept>> = spots.iter().enumerate().map(|(person, spots)| kept(view, person, spots)).collect();
    let mut least: Vec<Option<(Part, usize)>> = vec![None; kept.len()];
    let mut costs = vec![0_u64; kept.len()];
    // One after the other, so that no more than what one of them has is kept at everybody's cost.
    for ((other, worker), spots) in view.workers.iter().enumerate().zip(&spots).filter(|((_, worker), _)| worker.counts()) {
        costs.fill(0);
        spots.iter().for_each(|spot| add(view, spot, &mut costs));
        for (person, (least, cost)) in least.iter_mut().zip(&costs).enumerate() {
            let part = Part { cost: *cost, of: worker.capacity };
            if person != other && least.is_none_or(|(known, _)| part < known) {
                *least = Some((part, other));
            }
        }
    }
    let pairs = kept.into_iter().zip(least).enumerate().map(|(person, (kept, least))| {
        let (Kept { task, part }, (others, other)) = (kept?, least?);
        Some(Pair { person, task, without_largest: part, other, others })
    });
    pairs.flatten().collect()
}

fn kept(view: &View, person: usize, spots: &[&Spot]) -> Option<Kept> {
    let worker = view.workers.get(person).filter(|worker| worker.counts())?;
    let (mut all, mut most) = (0_u64, None);
    for spot in spots {
        let cost = view.cost(spot, person);
        all = all.saturating_add(cost);
        if most.is_none_or(|(known, _)| cost > known) {
            most = Some((cost, spot.task));
        }
    }
    let (cost, task) = most?;
    Some(Kept { task, part: Part { cost: all.saturating_sub(cost), of: worker.capacity } })
}

/// Adds what a task costs each of those who may do it.
fn add(view: &View, spot: &Spot, costs: &mut [u64]) {
    let rates = view.rates.of(spot.kind);
    for person in view.able(spot) {
        if let (Some(sum), Some(rate)) = (costs.get_mut(person), rates.get(person)) {
            *sum = sum.saturating_add(rate.saturating_mul(spot.seconds));
        }
    }
}
