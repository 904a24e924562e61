//! Parts as whole numbers: quick to compare, nearly exact.

use super::super::Measure;

/// Heights are parts times 2^40, rounded down.
pub(super) const UNIT_BITS: u32 = 40;

/// Turns costs into heights by one multiplication.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Height {
    /// 2^(63 + `bits`) / of, between 2^63 and 2^64.
    rate: u64,
    bits: u32,
}

impl Height {
    pub(super) fn new(measure: &Measure) -> Self {
        let of = measure.of.max(1);
        let bits = of.ilog2();
        // Below 2^(63 + bits) / 2^bits = 2^63 at the least, and at most 2^63 for a power of two.
        let rate = (1_u128 << (63 + bits)).div_ceil(u128::from(of));
        Self { rate: u64::try_from(rate).unwrap_or(u64::MAX), bits }
    }

    /// The height of a cost, which is below 2^53.
    pub(super) fn of(self, cost: u64) -> u64 {
        let wide = (u128::from(cost) * u128::from(self.rate)) >> (63 - UNIT_BITS + self.bits);
        u64::try_from(wide).unwrap_or(u64::MAX)
    }
}
