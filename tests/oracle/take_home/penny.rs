//! Exact amounts of pence, and each way in which the law makes them whole.

use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

/// Pence, exactly.
pub type Pence = BigRational;

/// So many whole pence.
pub fn whole(pence: i64) -> Pence {
    BigRational::from_integer(pence.into())
}

/// A fraction.
pub fn part(numer: i64, denom: i64) -> BigRational {
    BigRational::new(numer.into(), denom.into())
}

/// What is left of `from` without `taken`: nothing, where that is more.
pub fn left(from: &Pence, taken: &Pence) -> Pence {
    (from - taken).max(BigRational::zero())
}

/// Any part of a penny is dropped.
pub fn down(exact: &Pence) -> Pence {
    exact.floor()
}

/// Any part of a penny becomes a penny.
pub fn up(exact: &Pence) -> Pence {
    exact.ceil()
}

/// Half a penny or more becomes a penny, less is dropped.
pub fn half_up(exact: &Pence) -> Pence {
    (exact + part(1, 2)).floor()
}

/// More than half a penny becomes a penny, half a penny or less is dropped.
pub fn half_down(exact: &Pence) -> Pence {
    (exact - part(1, 2)).ceil()
}

/// Pence and part of a pound are dropped.
pub fn pounds(exact: &Pence) -> Pence {
    (exact / whole(100)).floor() * whole(100)
}

/// Any part of a pound becomes a pound.
pub fn pounds_up(exact: &Pence) -> Pence {
    (exact / whole(100)).ceil() * whole(100)
}

/// The number, which is whole.
pub fn number(exact: &Pence) -> i64 {
    assert!(exact.is_integer(), "{exact} is no whole penny");
    exact.to_integer().to_i64().unwrap()
}

#[test]
fn each_way_of_rounding_is_its_own() {
    let rounded = |way: fn(&Pence) -> Pence| [part(24, 10), part(25, 10), part(26, 10)].map(|exact| number(&way(&exact)));
    assert_eq!(rounded(down), [2, 2, 2]);
    assert_eq!(rounded(up), [3, 3, 3]);
    assert_eq!(rounded(half_up), [2, 3, 3]);
    assert_eq!(rounded(half_down), [2, 2, 3]);
    assert_eq!((number(&pounds(&part(19_999, 100))), number(&pounds_up(&part(10_001, 100)))), (100, 200));
}
