//! What somebody has of what they agreed to give, compared exactly.

use std::cmp::Ordering;

/// A fraction, not reduced, `of` above 0. Both parts stay below 2^53, so that cross products fit in 128 bits.
#[derive(Debug, Clone, Copy, Eq)]
pub(in crate::workload) struct Part {
    pub(in crate::workload) cost: u64,
    pub(in crate::workload) of: u64,
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
        self.cmp(other) == Ordering::Equal
    }
}

/// How a person's seconds of work become their part: seconds x `cost` / `of`, where `of` is the capacity in seconds times the
/// denominator of the burden, and `cost` its numerator.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::workload) struct Measure {
    pub(in crate::workload) cost: u64,
    pub(in crate::workload) of: u64,
    /// The most seconds, or `u64::MAX`.
    pub(in crate::workload) cap: u64,
    /// Seconds that the person has whatever is decided.
    pub(in crate::workload) base: u64,
    /// Cost beyond that of these seconds, in the units of `cost` x seconds.
    pub(in crate::workload) base_cost: u64,
    /// Whether the person agreed to give hours and so stands in the vector.
    pub(in crate::workload) counts: bool,
}

impl Measure {
    /// The part of somebody with `seconds` of work and `further` cost beyond that of these seconds.
    pub(in crate::workload) const fn part(&self, seconds: u64, further: u64) -> Part {
        Part { cost: self.cost * seconds + further, of: if self.of == 0 { 1 } else { self.of } }
    }
}

/// Whether two people are better off with the parts `new` than with `old`: the larger of the two first, then the smaller. What others
/// have does not matter to this order.
pub(super) fn compare_pairs(new: (Part, Part), old: (Part, Part)) -> Ordering {
    let sort = |(a, b): (Part, Part)| if a < b { (b, a) } else { (a, b) };
    sort(new).cmp(&sort(old))
}
