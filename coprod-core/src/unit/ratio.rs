//! An exact ratio in machine words, checked.

use std::fmt;

use num_rational::Ratio as Inner;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

use super::read::{ReadText, text_form};
use crate::error::{Pointer, UnitError};

/// An exact fraction of two 64-bit whole numbers in lowest terms. Text forms read: `"7"`, `"7.5"`, `"2/3"`; a JSON whole number is
/// read too. Written as a whole number or a fraction: `"15/2"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(Inner<i64>);

/// A decimal has at most this many digits before and after its point, so that it fits.
const MOST_DIGITS: usize = 17;

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self(Inner::new_raw(0, 1));
    /// All of it.
    pub const ONE: Self = Self(Inner::new_raw(1, 1));

    /// The fraction `numer / denom`, in lowest terms.
    ///
    /// # Errors
    /// `division_by_zero` if `denom` is 0, `out_of_range` if either part is the least 64-bit number.
    pub fn new(numer: i64, denom: i64) -> Result<Self, UnitError> {
        if denom == 0 {
            return Err(UnitError::DivisionByZero { path: Pointer::root() });
        }
        // i64::MIN has no positive counterpart, and reducing negates.
        if numer == i64::MIN || denom == i64::MIN {
            return Err(too_fine());
        }
        Ok(Self(Inner::new(numer, denom)))
    }

    /// The number above the line.
    #[must_use]
    pub const fn numer(self) -> i64 {
        *self.0.numer()
    }

    /// The number below the line, above zero.
    #[must_use]
    pub const fn denom(self) -> i64 {
        *self.0.denom()
    }

    /// The sum.
    ///
    /// # Errors
    /// `out_of_range` if it does not fit.
    pub fn plus(self, other: Self) -> Result<Self, UnitError> {
        self.0.checked_add(&other.0).map(Self).ok_or_else(too_fine)
    }

    /// The difference.
    ///
    /// # Errors
    /// `out_of_range` if it does not fit.
    pub fn minus(self, other: Self) -> Result<Self, UnitError> {
        self.0.checked_sub(&other.0).map(Self).ok_or_else(too_fine)
    }

    /// The product.
    ///
    /// # Errors
    /// `out_of_range` if it does not fit.
    pub fn times(self, other: Self) -> Result<Self, UnitError> {
        self.0.checked_mul(&other.0).map(Self).ok_or_else(too_fine)
    }

    /// The quotient.
    ///
    /// # Errors
    /// `division_by_zero`; `out_of_range` if it does not fit.
    pub fn divided_by(self, other: Self) -> Result<Self, UnitError> {
        if other.0.is_zero() {
            return Err(UnitError::DivisionByZero { path: Pointer::root() });
        }
        self.0.checked_div(&other.0).map(Self).ok_or_else(too_fine)
    }

    /// Whether the ratio is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// The whole number, if it is one.
    #[must_use]
    pub fn whole(self) -> Option<i64> {
        self.0.is_integer().then(|| self.numer())
    }

    /// The nearest float: for pictures and for reading, never for a decision.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "the method is the labelled way to an approximation")]
    pub fn approximately(self) -> f64 {
        self.numer() as f64 / self.denom() as f64
    }
}

impl From<i32> for Ratio {
    fn from(whole: i32) -> Self {
        Self(Inner::from_integer(i64::from(whole)))
    }
}

fn too_fine() -> UnitError {
    UnitError::OutOfRange {
        path: Pointer::root(),
        found: "an exact fraction".to_owned(),
        bounds: "whose parts fit in 64 bits".to_owned(),
    }
}

impl ReadText for Ratio {
    const EXPECTED: &'static str = "an exact number: text such as \"2/3\" or \"7.5\", or a whole number";

    fn from_text(text: &str) -> Result<Self, UnitError> {
        let wrong = || UnitError::InvalidNumber { path: Pointer::root(), found: text.chars().take(40).collect() };
        let too_long = || UnitError::OutOfRange {
            path: Pointer::root(),
            found: format!("\"{}\"", text.chars().take(40).collect::<String>()),
            bounds: format!("with at most {MOST_DIGITS} digits in a number"),
        };
        let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let whole = |part: &str| match part {
            part if part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) => Err(wrong()),
            part if part.len() > MOST_DIGITS => Err(too_long()),
            part => part.parse::<i64>().map_err(|_| wrong()),
        };
        if let Some((numer, denom)) = rest.split_once('/') {
            return Self::new(sign * whole(numer)?, whole(denom)?);
        }
        let Some((before, after)) = rest.split_once('.') else {
            return Self::new(sign * whole(rest)?, 1);
        };
        whole(before)?;
        whole(after)?;
        let digits = whole(&format!("{before}{after}"))?;
        // No more digits than fit, as has just been checked.
        let places = u32::try_from(after.len()).map_err(|_| wrong())?;
        Self::new(sign * digits, 10_i64.pow(places))
    }

    fn from_whole(whole: i64) -> Option<Result<Self, UnitError>> {
        Some(Self::new(whole, 1))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

text_form!(
    Ratio,
    "Ratio",
    "ratio",
    "An exact number: text such as \"2/3\", \"0.8\" or \"7.5\", or a whole number up to 2^53. Written as \"2/3\" or \"7\".",
    ["string", "integer"]
);
