//! Large groups against known answers.
