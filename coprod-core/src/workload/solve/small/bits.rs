//! A set of people by number, in one machine word.

/// Some of the people 0 to 63.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::workload::solve) struct Bits(u64);

impl Bits {
    /// Just this one.
    pub(in crate::workload::solve) const fn only(person: usize) -> Self {
        Self(1 << person)
    }

    pub(in crate::workload::solve) const fn has(self, person: usize) -> bool {
        self.0 & (1 << person) != 0
    }

    pub(in crate::workload::solve) const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    pub(in crate::workload::solve) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(in crate::workload::solve) const fn with(self, person: usize) -> Self {
        Self(self.0 | 1 << person)
    }

    pub(in crate::workload::solve) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(in crate::workload::solve) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(in crate::workload::solve) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The one person in it, if there is exactly one.
    pub(in crate::workload::solve) fn single(self) -> Option<usize> {
        (self.len() == 1).then(|| self.0.trailing_zeros() as usize)
    }

    /// Those who come after the first of it.
    pub(in crate::workload::solve) const fn after_first(self) -> Self {
        // The lowest bit and all below it, without overflow for an empty set.
        Self(!(self.0 ^ self.0.wrapping_sub(1)))
    }

    /// Those who come before the last of it.
    pub(in crate::workload::solve) const fn before_last(self) -> Self {
        match self.0.checked_ilog2() {
            Some(last) => Self((1 << last) - 1),
            None => Self(0),
        }
    }

    /// The people in order.
    pub(in crate::workload::solve) fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(next)
        })
    }
}

impl FromIterator<usize> for Bits {
    fn from_iter<I: IntoIterator<Item = usize>>(people: I) -> Self {
        people.into_iter().fold(Self::default(), Self::with)
    }
}
