//! Money: whole pence, checked.

use std::fmt;

use super::read::{ReadText, text_form};
use super::{Hours, Ratio};
use crate::error::{Pointer, UnitError};

/// An amount of pounds sterling in whole pence, between minus and plus ten thousand million pounds. Text form `"150.00"`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount, in pence.
    pub const MOST_PENCE: i64 = 1_000_000_000_000;

    /// An amount of whole pence.
    ///
    /// # Errors
    /// `out_of_range` beyond [`Money::MOST_PENCE`] either way.
    pub fn from_pence(pence: i64) -> Result<Self, UnitError> {
        if pence.abs_diff(0) <= Self::MOST_PENCE.unsigned_abs() { Ok(Self(pence)) } else { Err(Self::too_much(pence)) }
    }

    /// So many whole pounds.
    #[must_use]
    pub const fn from_whole_pounds(pounds: u32) -> Self {
        // At most 429,496,729,500 pence, below the largest amount.
        Self(pounds as i64 * 100)
    }

    /// The amount in whole pence.
    #[must_use]
    pub const fn pence(self) -> i64 {
        self.0
    }

    /// The sum.
    ///
    /// # Errors
    /// `out_of_range` if the sum is.
    pub fn plus(self, other: Self) -> Result<Self, UnitError> {
        // Two amounts in bounds cannot overflow.
        Self::from_pence(self.0 + other.0)
    }

    /// The difference, which may be below zero.
    ///
    /// # Errors
    /// `out_of_range` if the difference is.
    pub fn minus(self, other: Self) -> Result<Self, UnitError> {
        Self::from_pence(self.0 - other.0)
    }

    /// The sum of many amounts.
    ///
    /// # Errors
    /// `out_of_range` if a partial sum is.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, UnitError> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// This amount times `ratio`, to the nearest penny, exactly half a penny away from zero.
    ///
    /// # Errors
    /// `out_of_range` if the product is.
    pub fn times(self, ratio: Ratio) -> Result<Self, UnitError> {
        let product = i128::from(self.0) * i128::from(ratio.numer());
        let of = i128::from(ratio.denom());
        let nearest = (2 * product.abs() + of) / (2 * of) * product.signum();
        i64::try_from(nearest).map_err(|_| Self::too_much(nearest)).and_then(Self::from_pence)
    }

    /// This amount an hour, in pounds, exact and unrounded.
    ///
    /// # Errors
    /// `division_by_zero` for no time; `out_of_range` for a quotient that is not exact in 64 bits.
    pub fn per_hour(self, time: Hours) -> Result<Ratio, UnitError> {
        Ratio::new(self.0, 100)?.divided_by(time.ratio())
    }

    /// Splits the amount by `weights` (not below zero, not all zero) so that the parts sum to it exactly: largest remainder, equal
    /// remainders in the order given.
    ///
    /// # Errors
    /// `division_by_zero` if every weight is zero, `out_of_range` for a weight below zero.
    pub fn split(self, weights: &[u64]) -> Result<Vec<Self>, UnitError> {
        let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        if total == 0 {
            return Err(UnitError::DivisionByZero { path: Pointer::root() });
        }
        let whole = u128::from(self.0.unsigned_abs());
        let mut parts: Vec<(i64, u128)> = weights
            .iter()
            .map(|weight| {
                let share = whole * u128::from(*weight);
                // A part is no larger than the whole, which is an i64.
                (i64::try_from(share / total).unwrap_or(i64::MAX), share % total)
            })
            .collect();
        let given: i64 = parts.iter().map(|(part, _)| part).sum();
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|index| std::cmp::Reverse(parts.get(*index).map_or(0, |part| part.1)));
        let left = self.0.unsigned_abs().saturating_sub(given.unsigned_abs());
        for index in order.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
            if let Some(part) = parts.get_mut(index) {
                part.0 += 1;
            }
        }
        Ok(parts.into_iter().map(|(part, _)| Self(part * self.0.signum())).collect())
    }

    fn too_much(pence: impl fmt::Display) -> UnitError {
        UnitError::OutOfRange {
            path: Pointer::root(),
            found: format!("{pence} pence"),
            bounds: "of at most ten thousand million pounds".to_owned(),
        }
    }
}

impl ReadText for Money {
    const EXPECTED: &'static str = "money as text, such as \"150.00\"";

    fn from_text(text: &str) -> Result<Self, UnitError> {
        let wrong = || UnitError::InvalidMoney {
            path: Pointer::root(),
            found: format!("\"{}\"", text.chars().take(40).collect::<String>()),
        };
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (pounds, pence) = digits.split_once('.').unwrap_or((digits, "00"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(pounds) || !all_digits(pence) || pounds.len() > 15 || pence.len() != 2 {
            return Err(wrong());
        }
        let value: i64 = format!("{pounds}{pence}").parse().map_err(|_| wrong())?;
        Self::from_pence(sign * value)
    }

    fn refuse_number(found: String) -> UnitError {
        UnitError::InvalidMoney { path: Pointer::root(), found: format!("the number {found}") }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, pence) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        write!(f, "{sign}{}.{:02}", pence / 100, pence % 100)
    }
}

text_form!(Money, "Money", "money", "Pounds sterling with exactly two decimals, as text: \"150.00\".", "string");
