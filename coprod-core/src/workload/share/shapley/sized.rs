//! The Shapley value where a group's worth follows from the sum of its members' sizes, for more parties than there are groups to look at.
//!
//! For each different size, the groups of the others are counted by their number and the sum of their sizes, as far as the sum can still
//! matter.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::Zero;

use super::super::fraction::Fraction;
use super::super::game::Form;

/// A worth that follows from a sum of sizes.
#[derive(Debug)]
pub(in super::super) struct Sized {
    sizes: Vec<u64>,
    /// From here on the worth is the same.
    pub(in super::super) end: u64,
    worth: Worth,
}

#[derive(Debug)]
enum Worth {
    /// So many pence for one of size, but no more than this.
    Capped { unit: i64, most: i64 },
    /// What the last step that is reached says.
    Steps(Vec<(u64, i64)>),
}

impl Sized {
    /// The game by sizes, if it is one. That a group has what the others' claims leave has the same value as that it takes what it
    /// claims: what one party adds in an order is what it adds to the others in the opposite order.
    pub(in super::super) fn of(form: &Form) -> Option<Self> {
        match form {
            Form::Bankruptcy { claims, estate } => Some(Self::capped(claims, *estate)),
            Form::Steps { sizes, steps } => {
                let unit = sizes.iter().fold(0, |unit: u64, size| unit.gcd(size)).max(1);
                let steps: Vec<(u64, i64)> =
                    steps.iter().map(|(from, amount)| (Integer::div_ceil(from, &unit), *amount)).collect();
                let end = steps.last().map_or(0, |(from, _)| *from);
                Some(Self { sizes: sizes.iter().map(|size| size / unit).collect(), end, worth: Worth::Steps(steps) })
            }
            _ => None,
        }
    }

    /// Everybody takes what they claim while there is something left of the amount.
    pub(in super::super) fn capped(claims: &[i64], amount: i64) -> Self {
        let unit = claims.iter().fold(0, |unit: i64, claim| unit.gcd(claim)).max(1);
        // Neither claims nor the amount are below zero.
        let sizes = claims.iter().map(|claim| (claim / unit).unsigned_abs()).collect();
        Self { sizes, end: Integer::div_ceil(&amount, &unit).unsigned_abs(), worth: Worth::Capped { unit, most: amount } }
    }

    pub(in super::super) fn sizes(&self) -> &[u64] {
        &self.sizes
    }

    /// The worth of a group whose sizes sum to this.
    pub(in super::super) fn worth(&self, sum: u64) -> i64 {
        match &self.worth {
            Worth::Capped { unit, most } => i64::try_from(sum).map_or(*most, |sum| sum.saturating_mul(*unit).min(*most)),
            Worth::Steps(steps) => {
                let reached = steps.partition_point(|(from, _)| *from <= sum);
                reached.checked_sub(1).and_then(|last| steps.get(last)).map_or(0, |(_, amount)| *amount)
            }
        }
    }

    /// The most that one party can add.
    pub(in super::super) fn most_added(&self, party: usize) -> i64 {
        let size = self.sizes.get(party).copied().unwrap_or(0);
        match &self.worth {
            _ if size == 0 => 0,
            Worth::Capped { .. } => self.worth(size),
            Worth::Steps(_) => self.worth(self.end),
        }
    }
}

/// How much is held at once.
pub(in super::super) fn cells(game: &Sized) -> u64 {
    game.end.saturating_mul(game.sizes.len() as u64)
}

/// How much is looked at.
pub(in super::super) fn steps(game: &Sized) -> u64 {
    let mut different = game.sizes.clone();
    different.sort_unstable();
    different.dedup();
    cells(game).saturating_mul(1 + different.len() as u64)
}

/// The value of at most 64 parties; the caller has looked at [`cells`] and [`steps`].
pub(in super::super) fn sized(game: &Sized) -> Vec<Fraction> {
    let parties = game.sizes.len();
    let Ok(end) = usize::try_from(game.end) else { return vec![Fraction::zero(); parties] };
    let counts = counted(&game.sizes, end);
    let worths: Vec<i64> = (0..=game.end).map(|sum| game.worth(sum)).collect();
    let weights = super::weights(parties);
    let mut values: BTreeMap<u64, Fraction> = BTreeMap::new();
    for size in &game.sizes {
        values.entry(*size).or_insert_with(|| {
            let mut others = counts.clone();
            take_out(&mut others, *size);
            let step = usize::try_from(*size).unwrap_or(usize::MAX);
            let last = worths.last().copied().unwrap_or(0);
            let added = |counts: &Vec<u64>| -> i128 {
                let after = worths.iter().skip(step).chain(std::iter::repeat(&last));
                // At most 2^63 groups of one number, each of at most 10^12 pence: below 2^104.
                let one = |((count, before), after): ((&u64, &i64), &i64)| i128::from(*count) * i128::from(after - before);
                counts.iter().zip(&worths).zip(after).map(one).sum()
            };
            others.iter().zip(&weights).map(|(counts, weight)| weight * BigInt::from(added(counts))).sum()
        });
    }
    game.sizes.iter().filter_map(|size| values.get(size).cloned()).collect()
}

/// By number of members and sum of sizes below `end`: how many groups. At most `binomial(64, 32)`, which fits.
fn counted(sizes: &[u64], end: usize) -> Vec<Vec<u64>> {
    let mut counts = vec![vec![0_u64; end]; sizes.len() + 1];
    if let Some(nobody) = counts.first_mut().and_then(|sums| sums.first_mut()) {
        *nobody = 1;
    }
    for size in sizes {
        let step = usize::try_from(*size).unwrap_or(usize::MAX);
        for number in (1..counts.len()).rev() {
            let (fewer, more) = counts.split_at_mut(number);
            let (Some(fewer), Some(more)) = (fewer.last(), more.first_mut()) else { continue };
            more.iter_mut().skip(step).zip(fewer).for_each(|(more, fewer)| *more += fewer);
        }
    }
    counts
}

/// Takes one party out again: the groups without it are all groups less those that it joined.
fn take_out(counts: &mut Vec<Vec<u64>>, size: u64) {
    let step = usize::try_from(size).unwrap_or(usize::MAX);
    for number in 1..counts.len() {
        let (fewer, more) = counts.split_at_mut(number);
        let (Some(fewer), Some(more)) = (fewer.last(), more.first_mut()) else { continue };
        // Every group with the party is a group, so nothing goes below zero.
        more.iter_mut().skip(step).zip(fewer).for_each(|(more, fewer)| *more -= fewer);
    }
    counts.pop();
}
