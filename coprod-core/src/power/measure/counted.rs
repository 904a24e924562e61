//! Each kind's power from counts of coalitions, in exact fractions.

use num_bigint::BigUint;

use super::super::game::Tallies;
use super::PowerIndex;
use super::answer::{IndexValue, KindPower, PowerSums};
use super::constituency::sums;
use super::index::Indices;
use crate::unit::{Count, Exact};

/// Exact counts, and the indices made of them.
pub(super) struct Counted<'a> {
    pub(super) tallies: &'a Tallies,
    pub(super) indices: &'a Indices,
    /// How many members have no vote that counts: each doubles the number of coalitions.
    pub(super) silent: usize,
}

impl Counted<'_> {
    fn swings_of(&self, kind: usize) -> Option<&BigUint> {
        self.tallies.swings.get(kind)
    }
}

impl KindPower for Counted<'_> {
    fn constant(&self) -> bool {
        self.tallies.constant()
    }

    fn swings(&self, kind: Option<usize>) -> Option<Count> {
        let swings = kind.and_then(|kind| self.swings_of(kind)).cloned().unwrap_or_default();
        Some(Count::from(swings << self.silent))
    }

    fn index(&self, index: PowerIndex, kind: Option<usize>) -> Option<IndexValue> {
        let value = kind.and_then(|kind| self.indices.values(index).get(kind)).cloned();
        Some(IndexValue::exactly(value.unwrap_or_else(Exact::zero)))
    }

    fn matters(&self, kind: usize) -> bool {
        self.swings_of(kind).is_some_and(|swings| *swings != BigUint::ZERO)
    }

    fn veto(&self, kind: usize) -> bool {
        // Every winning coalition contains the member and fails without.
        !self.constant() && self.swings_of(kind) == Some(&self.tallies.winning)
    }

    fn dictator(&self, kind: usize) -> bool {
        !self.constant() && self.swings_of(kind) == Some(&(self.tallies.coalitions() >> 1))
    }

    fn together(&self, seated: &[usize]) -> Option<PowerSums> {
        let added = |values: &[Exact]| {
            let each = values.iter().zip(seated).filter_map(|(value, count)| Some(value.times(&Exact::new(*count, 1)?)));
            (!values.is_empty()).then(|| Exact::sum(&each.collect::<Vec<_>>()))
        };
        added(&self.indices.shapley_shubik).zip(added(&self.indices.banzhaf)).map(sums)
    }
}
