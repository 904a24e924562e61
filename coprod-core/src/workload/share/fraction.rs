//! Exact fractions of a penny, and how they are said.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive};

use crate::error::{Pointer, ShareError};
use crate::unit::{Exact, Id, Money};

/// An exact amount in pence, which need not be whole.
pub(super) type Fraction = BigRational;

/// So many pence.
pub(super) fn pence(whole: impl Into<BigInt>) -> Fraction {
    Fraction::from_integer(whole.into())
}

/// The amount in pounds.
pub(super) fn in_pounds(amount: &Fraction) -> Exact {
    // The denominator is a hundredfold of one above zero.
    Exact::new(amount.numer().clone(), amount.denom() * BigInt::from(100)).unwrap_or_else(Exact::zero)
}

/// A plain fraction.
pub(super) fn plain(value: &Fraction) -> Exact {
    Exact::new(value.numer().clone(), value.denom().clone()).unwrap_or_else(Exact::zero)
}

/// `£66.67`, or `about £66.67` for what is not whole pence.
pub(super) fn said(amount: &Fraction) -> String {
    let about = if amount.is_integer() { "" } else { "about " };
    let sign = if amount.is_negative() { "-" } else { "" };
    let half = Fraction::new(BigInt::one(), BigInt::from(2));
    let nearest = (amount.abs() + half).floor().to_integer();
    let (pounds, rest): (BigInt, BigInt) = (&nearest / 100, &nearest % 100);
    format!("{about}{sign}£{pounds}.{:0>2}", rest.to_string())
}

/// `66.67`, as money is written in a request; of any size.
pub(super) fn pounds_and_pence(amount: u64) -> String {
    format!("{}.{:02}", amount / 100, amount % 100)
}

/// `£66.67`.
pub(super) fn money_said(amount: Money) -> String {
    said(&pence(amount.pence()))
}

/// Shares in whole pence that sum to `whole` exactly: each rounded down, and a penny more for those with the largest remainders; of equal
/// remainders, those first whose ids come first.
///
/// # Errors
/// `internal` if the shares do not sum to `whole`.
pub(super) fn in_pence(shares: &[Fraction], ids: &[&Id], whole: Money) -> Result<Vec<Money>, ShareError> {
    let wrong = |what: &str| ShareError::Internal { path: Pointer::root(), what: what.to_owned() };
    if shares.iter().sum::<Fraction>() != pence(whole.pence()) {
        return Err(wrong("shares do not sum to the amount"));
    }
    let down: Option<Vec<i64>> = shares.iter().map(|share| share.floor().to_integer().to_i64()).collect();
    let mut down = down.ok_or_else(|| wrong("a share is beyond all money"))?;
    let given: i128 = down.iter().map(|share| i128::from(*share)).sum();
    let left = usize::try_from(i128::from(whole.pence()) - given).map_err(|_| wrong("pence are left over"))?;
    let mut order: Vec<(Fraction, &Id, usize)> =
        shares.iter().zip(ids).enumerate().map(|(place, (share, id))| (-(share - share.floor()), *id, place)).collect();
    order.sort();
    for (_, _, place) in order.into_iter().take(left) {
        if let Some(share) = down.get_mut(place) {
            *share += 1;
        }
    }
    down.into_iter().map(|share| Money::from_pence(share).map_err(|error| wrong(&error.to_string()))).collect()
}
