//! Sets of places in a list, 64 to a word: quick to compare for long lists.

/// Some of the places of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Places(Vec<u64>);

impl Places {
    /// The first so many.
    pub(super) fn first(count: usize) -> Self {
        let mut places = Self(vec![u64::MAX; count / 64]);
        if !count.is_multiple_of(64) {
            places.0.push((1 << (count % 64)) - 1);
        }
        places
    }

    /// One more.
    pub(super) fn put(&mut self, place: usize) {
        if self.0.len() <= place / 64 {
            self.0.resize(place / 64 + 1, 0);
        }
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The lowest of them.
    pub(super) fn lowest(&self) -> Option<usize> {
        let (at, word) = self.0.iter().enumerate().find(|(_, word)| **word != 0)?;
        Some(64 * at + word.trailing_zeros() as usize)
    }

    /// Those from this one on.
    pub(super) fn from(&self, place: usize) -> Self {
        self.without(&Self::first(place))
    }

    /// Those that are not among the others.
    pub(super) fn without(&self, others: &Self) -> Self {
        let others = others.0.iter().copied().chain(std::iter::repeat(0));
        Self(self.0.iter().zip(others).map(|(own, other)| own & !other).collect())
    }

    /// The work of looking at all.
    pub(super) const fn words(&self) -> u64 {
        self.0.len() as u64
    }
}
