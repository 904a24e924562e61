//! A set of people by number, of any size, cheap to copy.

use std::sync::Arc;

/// Some of the people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::workload) struct Set(Words);

/// One bit for each person. The many words are at least two and the last of them is not 0, so that equal sets are equal words.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Words {
    One(u64),
    Many(Arc<[u64]>),
}

const WORD: usize = 64;

impl Default for Set {
    fn default() -> Self {
        Self(Words::One(0))
    }
}

impl Set {
    fn of(mut words: Vec<u64>) -> Self {
        while words.len() > 1 && words.last() == Some(&0) {
            words.pop();
        }
        match words.as_slice() {
            [] => Self::default(),
            [word] => Self(Words::One(*word)),
            _ => Self(Words::Many(words.into())),
        }
    }

    /// The bits, 64 people to a word.
    pub(in crate::workload) fn words(&self) -> &[u64] {
        match &self.0 {
            Words::One(word) => std::slice::from_ref(word),
            Words::Many(words) => words,
        }
    }

    /// Just this one.
    pub(in crate::workload) fn only(person: usize) -> Self {
        std::iter::once(person).collect()
    }

    pub(in crate::workload) fn has(&self, person: usize) -> bool {
        self.words().get(person / WORD).is_some_and(|word| word & (1 << (person % WORD)) != 0)
    }

    pub(in crate::workload) fn is_empty(&self) -> bool {
        matches!(self.0, Words::One(0))
    }

    pub(in crate::workload) fn with(&self, person: usize) -> Self {
        self.iter().chain(std::iter::once(person)).collect()
    }

    pub(in crate::workload) fn without(&self, other: &Self) -> Self {
        let others = || other.words().iter().chain(std::iter::repeat(&0));
        if self.words().iter().zip(others()).all(|(word, other)| word & other == 0) {
            return self.clone();
        }
        Self::of(self.words().iter().zip(others()).map(|(word, other)| word & !other).collect())
    }

    pub(in crate::workload) fn or(&self, other: &Self) -> Self {
        if other.is_within(self) {
            return self.clone();
        }
        let (more, fewer) = if self.words().len() < other.words().len() { (other, self) } else { (self, other) };
        let others = fewer.words().iter().chain(std::iter::repeat(&0));
        Self::of(more.words().iter().zip(others).map(|(word, other)| word | other).collect())
    }

    pub(in crate::workload) fn and(&self, other: &Self) -> Self {
        if self.is_within(other) {
            return self.clone();
        }
        Self::of(self.words().iter().zip(other.words()).map(|(word, other)| word & other).collect())
    }

    /// Whether `other` has everybody who is in it.
    fn is_within(&self, other: &Self) -> bool {
        let others = other.words().iter().chain(std::iter::repeat(&0));
        self.words().iter().zip(others).all(|(word, other)| word & !other == 0)
    }

    /// The one person in it, if there is exactly one.
    pub(in crate::workload) fn single(&self) -> Option<usize> {
        let mut people = self.iter();
        people.next().filter(|_| people.next().is_none())
    }

    /// The people in order.
    pub(in crate::workload) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words().iter().enumerate().flat_map(|(number, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let next = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(number * WORD + next)
            })
        })
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(people: I) -> Self {
        let mut people = people.into_iter().peekable();
        if people.peek().is_none() {
            return Self::default();
        }
        let mut words = vec![0_u64];
        for person in people {
            let number = person / WORD;
            if number >= words.len() {
                words.resize(number + 1, 0);
            }
            if let Some(word) = words.get_mut(number) {
                *word |= 1 << (person % WORD);
            }
        }
        Self::of(words)
    }
}
