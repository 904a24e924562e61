//! The benchmarks are in the files beside this one, one per area.
