//! The families of changes to a rule.

use serde::Serialize;

/// A family of changes to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TokenismFamily {
    /// The member gets more votes in a part in which the member has a seat.
    MoreVotes,
    /// The member joins the voters of a part: with as few votes as will do, or among those who may object.
    Joins,
    /// The bar of a part is lowered.
    BarLowered,
    /// The bar of a part is raised.
    BarRaised,
    /// A majority of the member's constituency must agree as well.
    ConstituencyVote,
    /// The member must agree as well: a veto.
    MustAgree,
    /// At least half of the member's constituency must be there. This gives weight to the member's presence, not to the vote.
    ConstituencyQuorum,
}

impl TokenismFamily {
    /// Every family there is.
    pub const ALL: &'static [Self] = &[
        Self::MoreVotes,
        Self::Joins,
        Self::BarLowered,
        Self::BarRaised,
        Self::ConstituencyVote,
        Self::MustAgree,
        Self::ConstituencyQuorum,
    ];

    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::MoreVotes => "more votes",
            Self::Joins => "joining the voters of a part",
            Self::BarLowered => "a lower bar",
            Self::BarRaised => "a higher bar",
            Self::ConstituencyVote => "a majority of the constituency as well",
            Self::MustAgree => "the member's agreement as well",
            Self::ConstituencyQuorum => "a quorum of the constituency",
        }
    }
}
