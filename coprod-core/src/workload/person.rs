//! How much may be said of a person who takes tasks.

/// Somebody may have this many roles, skills or words of experience.
pub const MOST_OWN_WORDS: usize = 1_000;

/// A person's ranked preferences may be this many.
pub const MOST_PREFERENCES: usize = 15;

/// The numerator and the denominator of a burden factor may be this large.
pub const MOST_BURDEN: i64 = 1_000_000;

/// A person may name so many factors for burdens, and so many things to avoid.
pub const MOST_WORDS: usize = 32;

/// A person may be away so many times.
pub const MOST_AWAY: usize = 366;

/// A person may need so many kinds of support.
pub const MOST_SUPPORT: usize = 32;

/// Burdens by kind of work and support make a task cost somebody in particular more than its hours: so many times in one request.
pub const MOST_FURTHER_COSTS: usize = 200_000;
