//! The integral from 0 to 1 of a polynomial, exactly, from its values at equal steps (the closed formulas of Newton and Cotes).

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::super::super::unit::Exact;

/// For values at 0, 1/`last`, 2/`last` ... 1: how often each counts. Exact for polynomials up to the degree `last`, which is above zero.
pub(super) fn weights(last: usize) -> Vec<Exact> {
    let big = |number: usize| BigInt::from(number);
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
    let factorial = |of: usize| (1..=of).map(BigInt::from).product::<BigInt>();
    let weight = |point: usize| {
        // Divided by (x - point), from the highest power down.
        let mut quotient = vec![BigInt::zero(); last + 1];
        let mut carried = BigInt::zero();
        for power in (0..=last).rev() {
            carried = product.get(power + 1).cloned().unwrap_or_default() + carried * point;
            if let Some(own) = quotient.get_mut(power) {
                *own = carried.clone();
            }
        }
        // Integrated over x from 0 to `last`, and divided by `last`, as x runs that much faster.
        let integral: Vec<Exact> = quotient
            .iter()
            .enumerate()
            .filter_map(|(power, coefficient)| Exact::new(coefficient * big(last).pow(u32::try_from(power).ok()?), power + 1))
            .collect();
        let sign = if (last - point).is_multiple_of(2) { 1 } else { -1 };
        Exact::sum(&integral).divided_by(&Exact::new(factorial(point) * factorial(last - point) * sign, 1)?)
    };
    (0..=last).filter_map(weight).collect()
}

fn add(list: &mut [BigInt], at: usize, amount: BigInt) {
    if let Some(own) = list.get_mut(at) {
        *own += amount;
    }
}
