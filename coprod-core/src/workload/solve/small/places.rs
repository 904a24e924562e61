//! A set of places by number.

/// Some of the places 0 to 255, 64 to a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Places([u64; 4]);

impl Places {
    /// The first so many.
    pub(super) fn first(count: usize) -> Self {
        let mut places = Self::default();
        (0..count).for_each(|place| places.insert(place));
        places
    }

    pub(super) fn insert(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    pub(super) fn remove(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word &= !(1 << (place % 64));
        }
    }

    pub(super) fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word & 1 << (place % 64) != 0)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(super) fn without_one(mut self, place: usize) -> Self {
        self.remove(place);
        self
    }

    /// Takes the first one out.
    pub(super) fn take_first(&mut self) -> Option<usize> {
        let first = self.iter().next()?;
        self.remove(first);
        Some(first)
    }

    pub(super) fn or(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word |= other);
        self
    }

    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word &= other);
        self
    }

    pub(super) fn without(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word &= !other);
        self
    }

    /// The places in order.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(number, word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let next = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(number * 64 + next)
            })
        })
    }
}
