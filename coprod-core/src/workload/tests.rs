//! Splits and hand-overs in the small.
