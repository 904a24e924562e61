//! The limits of the benefit cap, found by name once.

use super::bundle::{Figure, Held, Validity};
use crate::error::{ParameterError, Pointer};
use crate::parameters::{Amounts, Key, Reach};
use crate::unit::Date;

/// What the benefits of a household may come to in a month.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct CapLimits {
    pub(in crate::payment) single_outside_london: Figure,
    pub(in crate::payment) single_london: Figure,
    pub(in crate::payment) couple_or_parent_outside_london: Figure,
    pub(in crate::payment) couple_or_parent_london: Figure,
}

impl Held<Amounts> for CapLimits {
    fn held(key: Key<Amounts>, on: Date, reach: Reach, at: &Pointer) -> Result<(Self, Validity), ParameterError> {
        let found = key.at(on, reach, at)?;
        let unknown = || ParameterError::ParameterUnknown { path: at.clone(), id: found.fact.id(), date: on.to_string() };
        let of = |name| {
            let amount = found.value.get(name).ok_or_else(unknown)?;
            Ok(Figure { pence: amount.pence(), fact: Some(found.fact) })
        };
        let limits = Self {
            single_outside_london: of("single_outside_london")?,
            single_london: of("single_london")?,
            couple_or_parent_outside_london: of("couple_or_parent_outside_london")?,
            couple_or_parent_london: of("couple_or_parent_london")?,
        };
        Ok((limits, Validity::of(&found.fact)))
    }
    fn span(key: Key<Amounts>) -> Option<(Date, Date)> {
        key.span()
    }
}
