//! The integral from 0 to 1 of a polynomial, exactly, from its values at equal steps (the closed formulas of Newton and Cotes).

use num_bigint::BigInt;
use num_integer::{Integer, binomial};
use num_traits::{One, Zero};

/// How often each of so many values counts, as whole parts of one whole.
pub(super) struct Weights {
    pub(super) parts: Vec<BigInt>,
    pub(super) whole: BigInt,
}

/// For values at 0, 1/`last`, 2/`last` ... 1. Exact for polynomials up to the degree `last`, which is above zero.
pub(super) fn weights(last: usize) -> Weights {
    // The product of all (x - point), the coefficient of the highest power last.
    let mut product = vec![BigInt::one()];
    for point in 0..=last {
        let mut next = vec![BigInt::zero(); product.len() + 1];
        for (power, coefficient) in product.iter().enumerate() {
            add(&mut next, power + 1, coefficient.clone());
            add(&mut next, power, -(coefficient * point));
        }
        product = next;
    }
    // Every number from 1 to `last + 1` divides it.
    let common = (1..=last + 1).fold(BigInt::one(), |common, number| common.lcm(&BigInt::from(number)));
    let shares: Vec<BigInt> = (1..=last + 1).map(|number| &common / number).collect();
    let weight = |point: usize| {
        // Divided by (x - point), from the highest power down; integrated over x from 0 to `last`, and divided by `last`, as x runs that
        // much faster: the part of a power is its coefficient times `last^power / (power + 1)`.
        let (mut carried, mut integral) = (BigInt::zero(), BigInt::zero());
        let mut quotient = Vec::with_capacity(last + 1);
        for power in (0..=last).rev() {
            carried = product.get(power + 1).cloned().unwrap_or_default() + carried * point;
            quotient.push(carried.clone());
        }
        for (coefficient, share) in quotient.iter().zip(shares.iter().rev()) {
            integral = integral * last + coefficient * share;
        }
        // Divided by the product of all other (point - other), which is point! (last - point)! with a sign.
        let counted = integral * binomial(BigInt::from(last), BigInt::from(point));
        if (last - point).is_multiple_of(2) { counted } else { -counted }
    };
    let factorial = (1..=last).map(BigInt::from).product::<BigInt>();
    Weights { parts: (0..=last).map(weight).collect(), whole: common * factorial }
}

fn add(list: &mut [BigInt], at: usize, amount: BigInt) {
    if let Some(own) = list.get_mut(at) {
        *own += amount;
    }
}
