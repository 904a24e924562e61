//! Exact solutions of large systems of equations: the inverse modulo a prime, digits of the solution one by one, and the fractions
//! that they belong to (Dixon 1982). Every solution is put into its equations before it is used.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// Prime numbers to try one after the other.
const PRIMES: [u64; 3] = [2_147_483_647, 2_147_483_629, 2_147_483_587];

/// A row of equations: which unknowns with which factor.
pub(super) type Line = Vec<(usize, i64)>;

/// The unknowns as numerators over one denominator, which is above zero.
pub(super) type Solution = (Vec<BigInt>, BigInt);

/// Solves one equation per unknown; nothing if there is no single solution, or it is not found.
pub(super) fn solve(lines: &[Line], right: &[BigInt]) -> Option<Solution> {
    if lines.is_empty() {
        return Some((Vec::new(), BigInt::one()));
    }
    PRIMES.iter().find_map(|prime| {
        let inverse = invert(lines, *prime)?;
        lift(lines, right, &inverse, *prime)
    })
}

fn invert(lines: &[Line], prime: u64) -> Option<Vec<Vec<u64>>> {
    let size = lines.len();
    let mut table = vec![vec![0_u64; 2 * size]; size];
    for (number, (row, line)) in table.iter_mut().zip(lines).enumerate() {
        for (unknown, factor) in line {
            let cell = row.get_mut(*unknown)?;
            *cell = (*cell + reduce(*factor, prime)?) % prime;
        }
        *row.get_mut(size + number)? = 1;
    }
    for step in 0..size {
        let found = (step..size).find(|row| table.get(*row).and_then(|row| row.get(step)).is_some_and(|cell| *cell != 0))?;
        table.swap(step, found);
        let mut chosen = std::mem::take(table.get_mut(step)?);
        let turned = power(*chosen.get(step)?, prime - 2, prime);
        chosen.iter_mut().filter(|cell| **cell != 0).for_each(|cell| *cell = *cell * turned % prime);
        // Only what is not zero is carried to the other rows.
        let carried: Vec<(usize, u64)> = chosen.iter().copied().enumerate().skip(step).filter(|(_, cell)| *cell != 0).collect();
        for row in table.iter_mut().filter(|row| !row.is_empty()) {
            let factor = *row.get(step)?;
            if factor != 0 {
                let factor = prime - factor;
                for (place, cell) in &carried {
                    let target = row.get_mut(*place)?;
                    *target = (*target + factor * cell) % prime;
                }
            }
        }
        *table.get_mut(step)? = chosen;
    }
    Some(table.into_iter().map(|row| row.into_iter().skip(size).collect()).collect())
}

fn reduce(number: i64, prime: u64) -> Option<u64> {
    u64::try_from(number.rem_euclid(i64::try_from(prime).ok()?)).ok()
}

fn power(base: u64, mut exponent: u64, prime: u64) -> u64 {
    let (mut base, mut result) = (base % prime, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % prime;
        }
        base = base * base % prime;
        exponent >>= 1;
    }
    result
}

fn lift(lines: &[Line], right: &[BigInt], inverse: &[Vec<u64>], prime: u64) -> Option<Solution> {
    let big = BigInt::from(prime);
    // Hadamard's bound: no determinant has more bits than the lengths of the rows together.
    let length = |line: &Line| line.iter().map(|(_, factor)| factor.unsigned_abs().pow(2)).sum::<u64>().max(1);
    let bits: u64 = lines.iter().map(|line| u64::from(64 - length(line).leading_zeros()).div_ceil(2)).sum();
    let wide = right.iter().map(BigInt::bits).max().unwrap_or(0);
    let most = (2 * bits + wide + 64) / 30 + 2;
    let mut rest = right.to_vec();
    let mut digits: Vec<Vec<u64>> = Vec::new();
    let mut next_try = 4;
    for step in 1..=most {
        let small: Vec<u64> = rest.iter().map(|value| value.mod_floor(&big).to_u64()).collect::<Option<_>>()?;
        let digit: Vec<u64> = inverse
            .iter()
            .map(|row| {
                row.iter()
                    .zip(&small)
                    .filter(|(_, value)| **value != 0)
                    .fold(0, |sum, (cell, value)| (sum + cell * value) % prime)
            })
            .collect();
        for (value, line) in rest.iter_mut().zip(lines) {
            let mut sum = 0_i128;
            for (unknown, factor) in line {
                sum += i128::from(*factor) * i128::from(*digit.get(*unknown)?);
            }
            *value = (&*value - BigInt::from(sum)) / &big;
        }
        digits.push(digit);
        // Small solutions show themselves early; a wrong guess does not keep the equations.
        if step == next_try || step == most {
            next_try += next_try / 2;
            if let Some(found) = recover(&digits, &big).filter(|found| keeps(lines, right, found)) {
                return Some(found);
            }
        }
    }
    None
}

/// The fractions with one denominator whose digits these are.
fn recover(digits: &[Vec<u64>], prime: &BigInt) -> Option<Solution> {
    let modulus = (0..digits.len()).fold(BigInt::one(), |product, _| product * prime);
    let size = digits.first()?.len();
    let mut values = vec![BigInt::zero(); size];
    for digit in digits.iter().rev() {
        for (value, digit) in values.iter_mut().zip(digit) {
            *value = &*value * prime + *digit;
        }
    }
    let half = &modulus >> 1_u32;
    let centred = |value: BigInt| {
        let value = value.mod_floor(&modulus);
        if value > half { value - &modulus } else { value }
    };
    // Numerators may have as many bits as half the digits, denominators the same.
    let limit = BigInt::one() << (modulus.bits() / 2).saturating_sub(2);
    let mut below = BigInt::one();
    let mut tops: Vec<BigInt> = Vec::with_capacity(size);
    for value in values {
        let top = centred(value * &below);
        if top.abs() <= limit {
            tops.push(top);
            continue;
        }
        let (top, more) = fraction(&top, &modulus, &limit)?;
        tops.iter_mut().for_each(|top| *top = &*top * &more);
        tops.push(top);
        below *= more;
        if below > limit {
            return None;
        }
    }
    Some((tops, below))
}

/// The fraction with small parts that is `value` modulo `modulus`.
fn fraction(value: &BigInt, modulus: &BigInt, limit: &BigInt) -> Option<(BigInt, BigInt)> {
    let (mut before, mut now) = (modulus.clone(), value.mod_floor(modulus));
    let (mut below_before, mut below) = (BigInt::zero(), BigInt::one());
    while now > *limit {
        let (times, rest) = before.div_rem(&now);
        before = now;
        now = rest;
        let next = &below_before - &times * &below;
        below_before = below;
        below = next;
    }
    if below.is_zero() || below.abs() > *limit {
        return None;
    }
    Some(if below.is_negative() { (-now, -below) } else { (now, below) })
}

fn keeps(lines: &[Line], right: &[BigInt], (tops, below): &Solution) -> bool {
    below.is_positive()
        && lines.iter().zip(right).all(|(line, right)| {
            let sum: BigInt = line.iter().filter_map(|(unknown, factor)| tops.get(*unknown).map(|top| top * factor)).sum();
            sum == right * below
        })
}
