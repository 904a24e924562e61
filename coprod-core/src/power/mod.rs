//! Who can really decide, block, or never matter, under the rule that the group uses.

#[cfg(feature = "counting")]
pub mod absences;
#[cfg(feature = "counting")]
pub mod attendance;
pub mod batch;
pub mod bloc;
#[cfg(feature = "counting")]
pub mod compare;
mod decide;
#[cfg(feature = "counting")]
mod delegation;
#[cfg(feature = "counting")]
pub mod design;
mod explanation;
mod game;
mod measure;
#[cfg(feature = "counting")]
mod minimal;
#[cfg(feature = "counting")]
mod picture;
#[cfg(feature = "counting")]
pub mod popolo;
#[cfg(feature = "counting")]
pub mod record;
mod roles;
pub mod rule;
#[cfg(feature = "counting")]
pub mod sample;
#[cfg(feature = "counting")]
pub mod sensitivity;
#[cfg(feature = "tally")]
pub mod tally;
#[cfg(feature = "counting")]
pub mod tokenism;
#[cfg(feature = "counting")]
mod weighted;
mod work;

#[cfg(feature = "counting")]
pub use decide::{
    BoundaryRow, BranchKind, ChangeChoice, ChangePattern, Deadlock, DeadlockKind, MOST_BOUNDARY_ROWS, MOST_BRANCHES,
    MOST_CHANGE_PATTERNS, MOST_VOTES_TRIED_FOR_DEADLOCK, MOST_VOTES_TRIED_FOR_WAYS, OpenBranch, PartBar, PartBoundaries,
    PartCounts, SecondVote, StandChoice, StandInTheWay, StandPattern, StateCount, TurnWay, WhoChanges,
};
pub use decide::{
    DecideAnswer, DecideRequest, LOOKS_PER_MEMBER, MOST_MEMBERS_DECIDING, MOST_VOTES_TRIED, PartOutcome, SmallestChange,
    VoteChange, decide,
};
#[cfg(feature = "counting")]
pub use delegation::CarriedVote;
pub use explanation::{ExplainAnswer, ExplainRequest, MOST_MEMBERS_EXPLAINED, explain_rule};
pub use game::{MOST_TABLE_STEPS, MOST_VOTERS, PowerMethod};
pub use measure::{
    ConstituencyPower, IndexValue, MOST_MEMBERS_MEASURED, MeasureAnswer, MeasureRequest, MemberPower, PowerIndex, PowerNumbers,
    PowerSums, UnionPower, Unions, measure, measure_by, measure_compiled,
};
#[cfg(feature = "counting")]
pub use minimal::{
    CoalitionList, CoalitionPattern, MOST_COALITIONS_LISTED, MinimalCoalitionsAnswer, MinimalCoalitionsRequest,
    minimal_coalitions,
};
#[cfg(feature = "counting")]
pub use picture::{
    ComparePictureRequest, MOST_CONSTITUENCIES_DRAWN, MOST_MEMBERS_DRAWN, PowerPictureRequest, ShareIndex, compare_picture,
    picture,
};
pub use work::MOST_VOTES_LOOKED_AT;

#[cfg(feature = "counting")]
#[doc = include_str!("review_team.md")]
pub mod review_team {}
