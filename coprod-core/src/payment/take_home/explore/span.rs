//! The least and the most that a figure was.

use crate::error::PaymentError;
use crate::unit::{Money, MoneyOrRange};

/// The least and the most, in pence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::payment::take_home) struct Span {
    bounds: Option<(i64, i64)>,
}

/// What is kept, now and in the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::payment::take_home) struct KeptSpan {
    pub(in crate::payment::take_home) in_period: Span,
    pub(in crate::payment::take_home) eventual: Span,
}

impl Span {
    pub(in crate::payment::take_home) fn add(&mut self, pence: i64) {
        self.bounds = Some(self.bounds.map_or((pence, pence), |(low, high)| (low.min(pence), high.max(pence))));
    }

    /// How far the two are apart.
    pub(in crate::payment::take_home) fn length(self) -> i64 {
        self.bounds.map_or(0, |(low, high)| high - low)
    }

    pub(in crate::payment::take_home) fn low(self) -> i64 {
        self.bounds.map_or(0, |(low, _)| low)
    }

    pub(in crate::payment::take_home) fn money(self) -> Result<MoneyOrRange, PaymentError> {
        let (low, high) = self.bounds.unwrap_or_default();
        Ok(MoneyOrRange::new(Money::from_pence(low)?, Money::from_pence(high)?))
    }

    /// The same with every amount below zero above it, and the other way round.
    pub(in crate::payment::take_home) fn negative(self) -> Self {
        Self { bounds: self.bounds.map(|(low, high)| (-high, -low)) }
    }
}
