//! Rules for claims: how an amount is shared that does not cover all that is claimed of it.
//!
//! All but the random order come from one: equal awards. Equal losses are what equal awards of the shortfall leave of each claim, and the
//! Talmud's and Piniles' rules are equal awards of half claims (Thomson 2003).

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::fraction::{Fraction, pence};

/// Constrained equal awards: each `min(claim, level)`, with the level at which they sum to `amount`, which is at most their sum. The level
/// is nothing where everybody has all they claim.
pub(super) fn equal_awards(claims: &[Fraction], amount: &Fraction) -> (Vec<Fraction>, Option<Fraction>) {
    let mut rising: Vec<&Fraction> = claims.iter().collect();
    rising.sort();
    let mut left = amount.clone();
    let mut sharing = rising.len();
    for claim in rising {
        if claim * BigInt::from(sharing) > left {
            let level = left / BigInt::from(sharing);
            return (claims.iter().map(|claim| claim.min(&level).clone()).collect(), Some(level));
        }
        left -= claim;
        sharing -= 1;
    }
    (claims.to_vec(), None)
}

/// Constrained equal losses: each `max(0, claim - level)`; the level is nothing where nobody has anything.
pub(super) fn equal_losses(claims: &[Fraction], amount: &Fraction) -> (Vec<Fraction>, Option<Fraction>) {
    let (losses, level) = equal_awards(claims, &(sum(claims) - amount));
    (less(claims, &losses), level)
}

/// The rule of the Talmud.
pub(super) fn talmud(claims: &[Fraction], amount: &Fraction) -> Vec<Fraction> {
    let halves = halved(claims);
    let half = sum(&halves);
    if *amount <= half {
        equal_awards(&halves, amount).0
    } else {
        less(claims, &equal_awards(&halves, &(sum(claims) - amount)).0)
    }
}

/// Piniles' rule.
pub(super) fn piniles(claims: &[Fraction], amount: &Fraction) -> Vec<Fraction> {
    let halves = halved(claims);
    let half = sum(&halves);
    if *amount <= half {
        equal_awards(&halves, amount).0
    } else {
        let more = equal_awards(&halves, &(amount - &half)).0;
        halves.iter().zip(&more).map(|(half, more)| half + more).collect()
    }
}

/// In proportion to `parts`, whose sum is above zero.
pub(super) fn proportional(parts: &[Fraction], amount: &Fraction) -> Vec<Fraction> {
    let whole = sum(parts);
    if whole.is_zero() {
        return vec![Fraction::zero(); parts.len()];
    }
    let each = amount / whole;
    parts.iter().map(|part| part * &each).collect()
}

/// The sum.
pub(super) fn sum(parts: &[Fraction]) -> Fraction {
    parts.iter().sum()
}

/// Half of each claim.
pub(super) fn halved(claims: &[Fraction]) -> Vec<Fraction> {
    let half = Fraction::new(BigInt::one(), BigInt::from(2));
    claims.iter().map(|claim| claim * &half).collect()
}

fn less(claims: &[Fraction], losses: &[Fraction]) -> Vec<Fraction> {
    claims.iter().zip(losses).map(|(claim, loss)| claim - loss).collect()
}

/// Claims in pence as fractions.
pub(super) fn fractions(claims: &[i64]) -> Vec<Fraction> {
    claims.iter().map(|claim| pence(*claim)).collect()
}
