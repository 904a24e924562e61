//! Weights as whole numbers: fractions of a vote become whole without changing what any of them is of another.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;

use super::number::{PopoloNumber, tens};
use crate::unit::Count;

/// The weights, multiplied by the least number that makes all of them whole, and that number; nothing if all of them are 1.
/// A vote without a weight weighs 1.
pub(super) fn whole_weights<'a>(weights: impl Iterator<Item = Option<&'a PopoloNumber>>) -> Option<(Vec<Count>, BigUint)> {
    let one = PopoloNumber::from(1);
    let weights: Vec<&PopoloNumber> = weights.map(|weight| weight.unwrap_or(&one)).collect();
    if weights.iter().all(|weight| **weight == one) {
        return None;
    }
    let places = weights.iter().map(|weight| weight.places()).max().unwrap_or(0);
    let units: Vec<BigInt> = weights.iter().filter_map(|weight| weight.in_units(places)).collect();
    let whole = tens(places);
    let common = units.iter().fold(whole.clone(), |common, units| common.gcd(units));
    let parts = |number: &BigInt| (number / &common).magnitude().clone();
    Some((units.iter().map(|units| Count::from(parts(units))).collect(), parts(&whole)))
}
