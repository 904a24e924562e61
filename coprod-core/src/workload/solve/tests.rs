//! The search against known answers.
