//! An exact ratio of any size, for counts that outgrow machine words.

use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::Ratio;
use super::read::{ReadText, text_form};
use crate::error::{Pointer, UnitError};

/// An exact fraction of whole numbers of any size, in lowest terms. Text form `"5/57"`, or `"1"` for a whole number; read from text with at most
/// 4000 digits above and below the line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

impl Exact {
    /// Nothing.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// All of it.
    #[must_use]
    pub fn one() -> Self {
        Self(BigRational::one())
    }

    /// The fraction `numer / denom`; nothing for a denominator of zero.
    pub fn new(numer: impl Into<BigInt>, denom: impl Into<BigInt>) -> Option<Self> {
        let denom = denom.into();
        (!denom.is_zero()).then(|| Self(BigRational::new(numer.into(), denom)))
    }

    /// The number above the line, and the one below it, which is above zero.
    #[must_use]
    pub fn parts(&self) -> (BigInt, BigInt) {
        (self.0.numer().clone(), self.0.denom().clone())
    }

    /// The sum of many.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        // Two by two, so that few of the additions are of long numbers.
        let mut sums: Vec<BigRational> = parts.into_iter().map(|part| part.0.clone()).collect();
        while sums.len() > 1 {
            sums = sums.chunks(2).map(|two| two.iter().sum()).collect();
        }
        Self(sums.pop().unwrap_or_else(BigRational::zero))
    }

    /// The quotient; nothing for a divisor of zero.
    #[must_use]
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        (!other.0.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// The product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }

    /// The difference.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// How many binary digits its two terms have together.
    #[must_use]
    pub fn digits(&self) -> u64 {
        self.0.numer().bits() + self.0.denom().bits()
    }

    /// Whole thousandths, rounded down, between 0 and 1000: for the length of a bar.
    #[must_use]
    pub fn thousandths(&self) -> u32 {
        let whole = (&self.0 * BigInt::from(1000)).to_integer();
        whole.clamp(BigInt::zero(), BigInt::from(1000)).to_u32().unwrap_or(0)
    }

    /// The nearest float: for pictures and for reading, never for a decision.
    #[must_use]
    pub fn approximately(&self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }
}

impl From<Ratio> for Exact {
    fn from(small: Ratio) -> Self {
        Self(BigRational::new(small.numer().into(), small.denom().into()))
    }
}

/// A part that is read has so many digits at most: longer ones would take long to bring to lowest terms.
const MOST_DIGITS: usize = 4000;

impl ReadText for Exact {
    const EXPECTED: &'static str = "an exact number as text, such as \"5/57\"";

    fn from_text(text: &str) -> Result<Self, UnitError> {
        let wrong = || UnitError::InvalidNumber { path: Pointer::root(), found: text.chars().take(40).collect() };
        let (numer, denom) = text.split_once('/').unwrap_or((text, "1"));
        let whole =
            |part: &str| if part.len() > MOST_DIGITS { Err(wrong()) } else { part.parse::<BigInt>().map_err(|_| wrong()) };
        Self::new(whole(numer)?, whole(denom)?).ok_or_else(wrong)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

text_form!(
    Exact,
    "Exact",
    "ratio",
    "An exact fraction in lowest terms, as text: \"5/57\", or \"1\" for a whole number.",
    "string"
);
