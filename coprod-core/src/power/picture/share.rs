//! A share of a whole, as a place on a scale and in words.

use super::super::measure::IndexValue;
use crate::unit::Exact;

/// Fractions of up to so many characters are told; longer ones say less than a percentage.
const LONGEST_FRACTION: usize = 12;

/// A share of a whole: exact, or very near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Share {
    value: Exact,
    exact: bool,
}

impl Share {
    pub(super) const fn exactly(value: Exact) -> Self {
        Self { value, exact: true }
    }

    /// An index: where it is known in decimals only, to a thousand-millionth.
    pub(super) fn of(index: &IndexValue) -> Self {
        match &index.exact {
            Some(value) => Self::exactly(value.clone()),
            None => {
                // Between 0 and 1, so that it fits.
                let parts = (index.value.clamp(0.0, 1.0) * 1e9).round() as u32;
                Self { value: Exact::new(parts, 1_000_000_000).unwrap_or_else(Exact::zero), exact: false }
            }
        }
    }

    pub(super) const fn exact(&self) -> &Exact {
        &self.value
    }

    /// In thousandths of a scale that ends at `full`.
    pub(super) fn on(&self, full: &Exact) -> u32 {
        self.value.divided_by(full).map_or(0, |part| part.thousandths())
    }

    /// To a tenth of a percent, and never a nothing that is something, nor all that is less.
    pub(super) fn percent(&self) -> String {
        let half = Exact::new(1, 2000).unwrap_or_else(Exact::zero);
        let tenths = Exact::sum([&self.value, &half]).thousandths();
        let same = self.exact && Exact::new(tenths, 1000).is_some_and(|rounded| rounded == self.value);
        match (tenths, same) {
            (0, false) => "under 0.1 %".to_owned(),
            (1000, false) => "over 99.9 %".to_owned(),
            (tenths, true) if tenths % 10 == 0 => format!("{} %", tenths / 10),
            (tenths, _) => format!("{}.{} %", tenths / 10, tenths % 10),
        }
    }

    /// The fraction with its percentage where it is short, about the percentage otherwise.
    pub(super) fn told(&self) -> String {
        let fraction = self.value.to_string();
        if self.value.is_zero() || self.value == Exact::one() {
            self.percent()
        } else if self.exact && fraction.len() <= LONGEST_FRACTION {
            format!("{fraction} ({})", self.percent())
        } else {
            let percent = self.percent();
            if percent.starts_with(|letter: char| letter.is_ascii_digit()) { format!("about {percent}") } else { percent }
        }
    }
}
