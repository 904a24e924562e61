//! What is asked about absences, and the limits of its work.

use serde::{Deserialize, Serialize};

use crate::group::Person;
use crate::unit::{Date, Id};
use crate::workload::{Assignment, Task};

/// The absences of a request times the people and places of its tasks may be this many.
pub const MOST_ABSENCE_WORK: usize = 100_000;

/// All searches of a request together take at most about this many steps of each kind, each search at most a fiftieth of it.
pub const ABSENCE_WORK_LIMIT: u64 = 4_000_000;

/// Somebody may be away for this many days.
pub const MOST_DAYS_AWAY: u32 = 3_660;

/// Who has what, and who could be away?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResilienceRequest {
    /// The people, as for a split.
    pub people: Vec<Person>,
    /// The tasks, as for a split.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Who has what now: the `assignments` of a split, or your own. What nobody has stays so.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// The first day on which the work can be done, as for a split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// When each person in turn is away. Absent for the whole time: as if they had not been there at all, but for what is finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away: Option<AwayFrom>,
    /// Look at each session as well: what if just that one is missed by each of those who should be there?
    #[serde(default)]
    pub sessions: bool,
    /// The ids of the people to look at, each in turn; everybody where empty.
    #[serde(default)]
    pub only: Vec<Id>,
}

/// From which day somebody is away, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AwayFrom {
    /// The first day.
    pub from: Date,
    /// How many days, that one counted: 1 to 3,660. For good where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}
