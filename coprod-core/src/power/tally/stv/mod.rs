//! The single transferable vote: several options are chosen, so that each large enough part of the voters has its own.

mod meek;
mod scottish;
mod tree;

pub(super) use meek::meek;
pub(super) use scottish::scottish;

/// What has become of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Continuing,
    Chosen,
    Out,
}
