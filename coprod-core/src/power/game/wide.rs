//! Whole numbers of a fixed length, for counts that outgrow a machine word. They wrap: where the true result fits, sums,
//! differences and products end up right whatever they passed through.

use num_bigint::BigUint;

/// A number of `L` words of 64 bits, the lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wide<const L: usize>([u64; L]);

impl<const L: usize> Wide<L> {
    pub(super) const ZERO: Self = Self([0; L]);

    pub(super) fn of(small: u64) -> Self {
        let mut words = [0; L];
        if let Some(lowest) = words.first_mut() {
            *lowest = small;
        }
        Self(words)
    }

    pub(super) fn add(&mut self, other: &Self) {
        let mut carry = false;
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            let (sum, first) = own.overflowing_add(*other);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            *own = sum;
            carry = first || second;
        }
    }

    pub(super) fn sub(&mut self, other: &Self) {
        let mut borrow = false;
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            let (rest, first) = own.overflowing_sub(*other);
            let (rest, second) = rest.overflowing_sub(u64::from(borrow));
            *own = rest;
            borrow = first || second;
        }
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        let mut product = Self::ZERO;
        for (place, own) in self.0.iter().enumerate().filter(|(_, own)| **own != 0) {
            let mut carry = 0_u128;
            for (to, other) in product.0.iter_mut().skip(place).zip(&other.0) {
                // (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1: it fits.
                let sum = u128::from(*own) * u128::from(*other) + u128::from(*to) + carry;
                *to = low(sum);
                carry = sum >> 64;
            }
        }
        product
    }

    pub(super) fn times_small(&self, small: u64) -> Self {
        let mut product = *self;
        let mut carry = 0_u128;
        for word in &mut product.0 {
            let sum = u128::from(*word) * u128::from(small) + carry;
            *word = low(sum);
            carry = sum >> 64;
        }
        product
    }

    /// The lowest words of a number.
    pub(super) fn cut(number: &BigUint) -> Self {
        let mut words = [0; L];
        for (word, digit) in words.iter_mut().zip(number.iter_u64_digits()) {
            *word = digit;
        }
        Self(words)
    }

    pub(super) fn big(&self) -> BigUint {
        let bytes: Vec<u8> = self.0.iter().flat_map(|word| word.to_le_bytes()).collect();
        BigUint::from_bytes_le(&bytes)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the low half is what is asked for")]
const fn low(double: u128) -> u64 {
    double as u64
}

/// The number of ways to choose 0, 1 ... of so many.
pub(super) fn choices<const L: usize>(of: usize) -> Vec<Wide<L>> {
    let mut ways = BigUint::from(1_u8);
    let mut all = Vec::with_capacity(of + 1);
    for chosen in 0..=of {
        all.push(Wide::cut(&ways));
        ways = ways * (of - chosen) / (chosen + 1);
    }
    all
}

/// Calls a function that is generic over the length of its numbers with one that holds counts of coalitions of so many voters, up
/// to 1000, each taken up to `voters` times.
#[cfg(not(target_family = "wasm"))]
macro_rules! with_length {
    ($voters:expr, $function:ident ( $($argument:expr),* $(,)? )) => {
        match $crate::power::game::wide::length($voters) {
            1 => $function::<1>($($argument),*),
            2 => $function::<2>($($argument),*),
            3..=4 => $function::<4>($($argument),*),
            5..=9 => $function::<9>($($argument),*),
            _ => $function::<16>($($argument),*),
        }
    };
}

/// The same with fewer lengths: in a browser the weight of the module counts more.
#[cfg(target_family = "wasm")]
macro_rules! with_length {
    ($voters:expr, $function:ident ( $($argument:expr),* $(,)? )) => {
        match $crate::power::game::wide::length($voters) {
            ..=2 => $function::<2>($($argument),*),
            _ => $function::<16>($($argument),*),
        }
    };
}

pub(super) use with_length;

/// How many words a number needs that counts coalitions of so many voters, each up to `voters` times.
pub(super) fn length(voters: usize) -> usize {
    let bits = voters + voters.checked_ilog2().map_or(0, |bits| bits as usize) + 2;
    bits.div_ceil(64)
}
