//! Which sums some amounts can make.

use super::{at, put};

/// So many words of 64 sums each.
const WORDS: usize = 8;

/// The sums, up to a greatest one, that some of the amounts added can make.
#[derive(Clone, Copy)]
pub(super) struct Sums {
    words: [u64; WORDS],
    used: usize,
}

impl Sums {
    /// The sum of nothing, with room for sums up to `most`; `None` if that is too much to be quick.
    pub(super) fn new(most: u64) -> Option<Self> {
        let used = usize::try_from(most / 64).ok().filter(|last| *last < WORDS)? + 1;
        let mut words = [0; WORDS];
        words[0] = 1;
        Some(Self { words, used })
    }

    /// Every sum also with `amount` more.
    pub(super) fn add(&mut self, amount: u64) {
        let (whole, bits) = (usize::try_from(amount / 64).unwrap_or(WORDS), (amount % 64) as u32);
        for index in (whole..self.used).rev() {
            let low = at(&self.words, index - whole) << bits;
            let carry =
                index.checked_sub(whole + 1).map_or(0, |before| at(&self.words, before).checked_shr(64 - bits).unwrap_or(0));
            let word = at(&self.words, index) | low | carry;
            put(&mut self.words, index, word);
        }
    }

    /// The greatest sum of at most `most`.
    pub(super) fn greatest(&self, most: u64) -> u64 {
        let (last, bit) = ((most / 64) as usize, most % 64);
        for index in (0..self.used.min(last + 1)).rev() {
            let mask = if index == last { u64::MAX >> (63 - bit) } else { u64::MAX };
            let word = at(&self.words, index) & mask;
            if let Some(top) = word.checked_ilog2() {
                return index as u64 * 64 + u64::from(top);
            }
        }
        0
    }

    /// Whether there is a sum of at least `least` and at most `most`.
    pub(super) fn any_within(&self, least: u64, most: u64) -> bool {
        least == 0 || self.greatest(most) >= least
    }
}
