//! The Shapley value: the mean, over all orders, of what each party adds when it joins.

mod range;
mod sampled;
mod sized;

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::fraction::{Fraction, pence};
use super::game::{Part, Table};

pub(super) use range::{Ranges, ranges};
pub(super) use sampled::{Drawn, drawn};
pub(super) use sized::{Sized, cells, sized, steps};

/// How often each size of group stands before a party in an order: `s! (n - 1 - s)! / n!` for `s` from 0.
fn weights(parties: usize) -> Vec<Fraction> {
    let mut weights = Vec::with_capacity(parties);
    // 1/n for nobody before; each further one turns (s - 1)! (n - s)! into s! (n - 1 - s)!.
    let mut weight = Fraction::new(BigInt::one(), BigInt::from(parties.max(1)));
    for size in 1..=parties {
        weights.push(weight.clone());
        if size < parties {
            weight *= Fraction::new(BigInt::from(size), BigInt::from(parties - size));
        }
    }
    weights
}

/// From every group's worth.
pub(super) fn from_table(table: &Table) -> Vec<Fraction> {
    let parties = table.parties;
    // By party and size: the worth of all groups of that size which it is in. At most 2^20 amounts of at most 10^12.
    let mut inside = vec![vec![0_i64; parties + 1]; parties];
    let mut all = vec![0_i64; parties + 1];
    for (group, worth) in table.worths.iter().enumerate() {
        let size = group.count_ones() as usize;
        if let Some(all) = all.get_mut(size) {
            *all += worth;
        }
        let mut rest = group;
        while rest != 0 {
            if let Some(sum) = inside.get_mut(rest.trailing_zeros() as usize).and_then(|sizes| sizes.get_mut(size)) {
                *sum += worth;
            }
            rest &= rest - 1;
        }
    }
    let weights = weights(parties);
    let value = |inside: &Vec<i64>| {
        let with = inside.iter().skip(1);
        let without = all.iter().zip(inside).map(|(all, inside)| i128::from(*all) - i128::from(*inside));
        let adds = with.zip(without).map(|(with, without)| i128::from(*with) - without);
        adds.zip(&weights).map(|(added, weight)| weight * BigInt::from(added)).sum()
    };
    inside.iter().map(value).collect()
}

/// Where a group needs what its largest member needs: everybody who needs a part of it pays the same for that part (Littlechild and
/// Owen 1973).
pub(super) fn airport(costs: &[i64]) -> Vec<Fraction> {
    let mut rising: Vec<(i64, usize)> = costs.iter().enumerate().map(|(party, cost)| (*cost, party)).collect();
    rising.sort_unstable();
    let mut values = vec![Fraction::zero(); costs.len()];
    let (mut before, mut so_far) = (0, Fraction::zero());
    for (place, (cost, party)) in rising.iter().enumerate() {
        so_far += Fraction::new(BigInt::from(cost - before), BigInt::from(costs.len() - place));
        before = *cost;
        if let Some(value) = values.get_mut(*party) {
            value.clone_from(&so_far);
        }
    }
    values
}

/// Where each part is there for enough of those it needs: all of those are alike, so the part is shared equally between them.
pub(super) fn parts(parts: &[Part], parties: usize) -> Vec<Fraction> {
    let mut values = vec![Fraction::zero(); parties];
    for part in parts {
        let share = pence(part.pence) / BigInt::from(part.members.len().max(1));
        for member in &part.members {
            if let Some(value) = values.get_mut(*member) {
                *value += &share;
            }
        }
    }
    values
}
