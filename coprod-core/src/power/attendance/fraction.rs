//! Chances as parts of a whole that all of them share, put in lowest terms only when they are told, and told as decimals where that
//! would be too long.

use std::rc::Rc;

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::super::measure::IndexValue;
use crate::unit::Exact;

/// Chances are told as exact fractions where what all of them are parts of has so many binary digits at most: about 600 decimal ones.
/// Beyond that they are decimals, each with the most that it may be wrong.
pub const MOST_DIGITS_OF_THE_WHOLE: u64 = 2_048;

/// Both terms of an exact fraction in an answer about attendance have so many binary digits at most, together: about 300 decimal ones.
pub const MOST_DIGITS_OF_A_FRACTION: u64 = 1_024;

/// A fraction, in any terms.
#[derive(Debug, Clone)]
pub(super) struct Fraction {
    part: BigInt,
    /// Above zero.
    whole: Rc<BigUint>,
}

impl Fraction {
    /// So many parts of a whole; none of a whole of zero.
    pub(super) fn of(part: impl Into<BigInt>, whole: &Rc<BigUint>) -> Self {
        if whole.is_zero() { Self::zero() } else { Self { part: part.into(), whole: Rc::clone(whole) } }
    }

    pub(super) fn zero() -> Self {
        Self { part: BigInt::zero(), whole: Rc::new(BigUint::from(1_u8)) }
    }

    /// In lowest terms.
    pub(super) fn exact(&self) -> Exact {
        Exact::new(self.part.clone(), BigInt::from(self.whole.as_ref().clone())).unwrap_or_else(Exact::zero)
    }

    pub(super) const fn part(&self) -> &BigInt {
        &self.part
    }

    /// So many parts of the same whole.
    pub(super) fn like(&self, part: BigInt) -> Self {
        Self { part, whole: Rc::clone(&self.whole) }
    }

    /// What it is of another fraction of the same whole; nothing of none.
    pub(super) fn share_of(&self, all: &Self) -> Option<Self> {
        let whole = Rc::new(all.part.magnitude().clone());
        let part = if all.part.is_negative() { -&self.part } else { self.part.clone() };
        (!all.part.is_zero()).then_some(Self { part, whole })
    }

    /// As it stands in an answer.
    pub(super) fn told(&self) -> IndexValue {
        let all = *self.part.magnitude() == *self.whole;
        if self.part.is_zero() || all || self.whole.bits() <= MOST_DIGITS_OF_THE_WHOLE {
            let exact = match (self.part.is_zero(), all) {
                (true, _) => Exact::zero(),
                (_, true) if self.part.is_positive() => Exact::one(),
                _ => self.exact(),
            };
            if let Some(value) = short(exact) {
                return value;
            }
        }
        // The conversion needs no lowest terms.
        nearest(&BigRational::new_raw(self.part.clone(), BigInt::from(self.whole.as_ref().clone())))
    }
}

/// An exact number as it stands in an answer.
pub(super) fn told(exact: Exact) -> IndexValue {
    short(exact.clone()).unwrap_or_else(|| decimal(exact.approximately()))
}

fn short(exact: Exact) -> Option<IndexValue> {
    (exact.digits() <= MOST_DIGITS_OF_A_FRACTION).then(|| IndexValue::exactly(exact))
}

fn nearest(fraction: &BigRational) -> IndexValue {
    decimal(fraction.to_f64().unwrap_or(f64::NAN))
}

/// The nearest decimal is off by half a unit of its last place at most; next to zero, by the least that is told apart.
fn decimal(value: f64) -> IndexValue {
    IndexValue { exact: None, value, error: (value.abs() * f64::EPSILON).max(f64::MIN_POSITIVE) }
}
