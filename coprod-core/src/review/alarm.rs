//! What in a project goes against its claim or against its people. Each alarm states a fact and points at it; none says why anybody
//! did anything.

use serde::Serialize;

/// Something to put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Alarm {
    /// The stable name of this kind of alarm.
    pub code: AlarmCode,
    /// How much it weighs.
    pub severity: Severity,
    /// The fact.
    pub statement: String,
    /// Where in the project it shows: JSON pointers.
    pub evidence: Vec<String>,
    /// What could be done.
    pub remedy: String,
}

/// How much an alarm weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// It contradicts the claim, or takes from somebody what is due to them.
    Serious,
    /// It may do so, or will if nothing changes.
    Warning,
    /// Worth knowing.
    Note,
}

/// The kinds of alarm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AlarmCode {
    /// A sign-off that nobody declared before the work began stops decisions.
    UndeclaredSignOff,
    /// A side can be outvoted by the other alone.
    CanBeOutvoted,
    /// Somebody's vote can never make a difference.
    VoteNeverMatters,
    /// A key decision was taken before the first person with lived experience joined.
    LateEntry,
    /// Pay for a piece of work is below the legal minimum for workers.
    BelowMinimumWage,
    /// Pay for a piece of work is below the real Living Wage.
    BelowLivingWage,
    /// A person with lived experience is paid less for an hour than a member of staff.
    PayGap,
    /// What somebody is offered, or staff are paid, is not known.
    PayUnknown,
    /// Somebody is, or can be, worse off for what they are paid than without it.
    WorseOffForPay,
    /// Somebody has more work than they agreed to give.
    MoreThanAgreed,
    /// A task has nobody who can do it.
    TaskUnfilled,
    /// A suggestion was refused for a limit that had not been declared.
    RefusedOnUndeclaredLimit,
    /// Suggestions of one side are refused more often.
    RefusedMoreOften,
    /// Taking part costs one side more unpaid time for each session.
    BurdenGap,
}

impl AlarmCode {
    /// What it is about, as a list of steps starts.
    #[must_use]
    pub const fn topic(self) -> &'static str {
        match self {
            Self::UndeclaredSignOff => "sign-offs",
            Self::CanBeOutvoted | Self::VoteNeverMatters | Self::LateEntry => "decisions",
            Self::BelowMinimumWage | Self::BelowLivingWage | Self::PayGap | Self::PayUnknown | Self::WorseOffForPay => "pay",
            Self::MoreThanAgreed | Self::TaskUnfilled => "work",
            Self::RefusedOnUndeclaredLimit | Self::RefusedMoreOften => "suggestions",
            Self::BurdenGap => "taking part",
        }
    }
}
