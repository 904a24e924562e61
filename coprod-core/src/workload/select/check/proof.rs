//! A proof that no panel weighs more than a bound, followed step by step.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::super::answer::{CountPrice, PanelProofStep};
use super::counts::Counts;
use super::{Fault, fault, ratio};
use crate::error::Pointer;

/// Follows the proof; whether each part of a split is shown, down to the last.
pub(super) fn check(
    counts: &Counts,
    weights: &[BigRational],
    most: &BigRational,
    ranges: &[(i64, i64)],
    steps: &[PanelProofStep],
    path: &Pointer,
) -> Result<(), Fault> {
    let fine = weights.iter().fold(BigInt::from(1), |fine, weight| common(fine, weight.denom()));
    // The parts still to be shown, the next one last.
    let mut waiting = vec![ranges.to_vec()];
    for (number, step) in steps.iter().enumerate() {
        let path = path.index(number);
        let Some(part) = waiting.pop() else { return fault(path, "a step too many") };
        let Some(split) = &step.split else {
            bounded(counts, (weights, &fine), most, &part, &step.prices, &path)?;
            continue;
        };
        let kind = counts.kind_of(&split.like);
        let at_most = i64::from(split.at_most);
        let (mut low, mut high) = (part.clone(), part);
        match kind.and_then(|kind| Some((low.get_mut(kind)?, high.get_mut(kind)?))) {
            Some((low, high)) => {
                low.1 = low.1.min(at_most);
                high.0 = high.0.max(at_most + 1);
            }
            None => return fault(path.key("split"), "nobody of this name can be chosen"),
        }
        waiting.push(high);
        waiting.push(low);
    }
    if waiting.is_empty() { Ok(()) } else { fault(path.clone(), "a part of the proof is missing") }
}

/// The least common multiple. One that is there already is found by a division, which is quick.
pub(super) fn common(multiple: BigInt, of: &BigInt) -> BigInt {
    let rest = &multiple % of;
    if rest.is_zero() { multiple } else { multiple * (of / of.gcd(&rest)) }
}

/// Whether these prices show the bound: a kind is worth what its weight leaves over the prices of what it adds, and a count the better
/// end of its range.
fn bounded(
    counts: &Counts,
    (weights, fine): (&[BigRational], &BigInt),
    most: &BigRational,
    part: &[(i64, i64)],
    prices: &[CountPrice],
    path: &Pointer,
) -> Result<(), Fault> {
    if part.iter().any(|(from, to)| from > to) {
        return Ok(());
    }
    let priced: Vec<(usize, BigRational)> = prices
        .iter()
        .enumerate()
        .map(|(number, price)| match counts.place_of(&price.count) {
            Some(place) => Ok((place, ratio(&price.price))),
            None => fault(path.key("prices").index(number).key("count"), "there is no such count"),
        })
        .collect::<Result<_, _>>()?;
    let scale = priced.iter().fold(fine.clone(), |scale, (_, price)| common(scale, price.denom()));
    let mut own = vec![BigInt::zero(); counts.ranges.len()];
    for (place, price) in priced {
        if let Some(own) = own.get_mut(place) {
            *own += price.numer() * (&scale / price.denom());
        }
    }
    let better = |value: BigInt, (from, to): (i64, i64)| if value.is_negative() { value * from } else { value * to };
    let mut bound = BigInt::zero();
    for ((kind, weight), range) in counts.kinds.iter().zip(weights).zip(part) {
        let mut left = weight.numer() * (&scale / weight.denom());
        for (price, add) in own.iter().zip(&kind.adds).filter(|(price, add)| **add != 0 && !price.is_zero()) {
            left -= price * add;
        }
        bound += better(left, *range);
    }
    for (price, range) in own.into_iter().zip(&counts.ranges) {
        bound += better(price, *range);
    }
    // What panels weigh is a multiple of the weights' common fraction.
    let whole = (bound * fine).div_floor(&scale);
    if BigRational::new(whole, fine.clone()) <= *most { Ok(()) } else { fault(path.clone(), "the prices do not show the bound") }
}
