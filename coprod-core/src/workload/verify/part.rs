//! What somebody has of what they agreed to give, as an exact fraction.

use std::cmp::Ordering;

use crate::unit::Ratio;

/// A fraction, not reduced; both numbers stay below 2^63, so that cross products fit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) cost: u64,
    pub(super) of: u64,
}

impl Part {
    /// The fraction in lowest terms, if it fits.
    pub(super) fn ratio(self) -> Option<Ratio> {
        Ratio::new(i64::try_from(self.cost).ok()?, i64::try_from(self.of).ok()?).ok()
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> Ordering {
        (u128::from(self.cost) * u128::from(other.of)).cmp(&(u128::from(other.cost) * u128::from(self.of)))
    }
}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Part {}
