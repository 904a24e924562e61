//! A set of people by number, of any size.

/// Some of the people 0, 1, 2 ...
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Crowd {
    words: Vec<u64>,
}

impl Crowd {
    pub(super) fn insert(&mut self, person: usize) {
        let (word, bit) = (person / 64, person % 64);
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        if let Some(word) = self.words.get_mut(word) {
            *word |= 1 << bit;
        }
    }

    pub(super) fn has(&self, person: usize) -> bool {
        self.words.get(person / 64).is_some_and(|word| word >> (person % 64) & 1 == 1)
    }

    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.words.iter().enumerate().all(|(index, word)| word & !other.words.get(index).copied().unwrap_or_default() == 0)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(index * 64 + bit)
            })
        })
    }
}

impl FromIterator<usize> for Crowd {
    fn from_iter<I: IntoIterator<Item = usize>>(people: I) -> Self {
        let mut crowd = Self::default();
        people.into_iter().for_each(|person| crowd.insert(person));
        crowd
    }
}
