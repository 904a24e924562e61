//! How much may be said of a person who takes tasks.

/// A person's ranked preferences may be this many.
pub const MOST_PREFERENCES: usize = 15;

/// The numerator and the denominator of a burden factor may be this large.
pub const MOST_BURDEN: i64 = 1_000_000;
