//! What is compared, and the limits of the work.

use serde::{Deserialize, Serialize};

use crate::group::Person;
use crate::unit::{Date, Hours, Id, IdMap};
use crate::workload::{Assignment, Need, Task, WorkKind};

/// So many ways to organise the work can be compared.
pub const MOST_WAYS: usize = 8;

/// So many kinds of coordination can be told.
pub const MOST_COORDINATION: usize = 16;

/// The searches of a request times the people and places of its tasks may be this many. Each way takes one search, one more for each person, and up to
/// two more.
pub const MOST_COMPARE_WORK: usize = 100_000;

/// All searches of a request together take at most about this many steps of each kind, each search at most a fiftieth of it.
pub const COMPARE_WORK_LIMIT: u64 = 4_000_000;

/// A piece of work in several parts, and the ways in which a group could organise it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WaysRequest {
    /// The people, as for a split.
    pub people: Vec<Person>,
    /// The tasks, as for a split. The parts are the unfinished ordinary ones whose `part_of` is the `whole`; whatever else there is to do stays as it is
    /// in each way.
    pub tasks: Vec<Task>,
    /// What is settled already, as for a split.
    #[serde(default)]
    pub keep: Vec<Assignment>,
    /// The first day on which the work can be done, as for a split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// As for a split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    /// The word that the parts name in `part_of`.
    pub whole: Id,
    /// The ways to compare, 2 to 8. Where empty: `together` and `own_sections`, and `mixed` if some of the parts say `"mode": "together"` and others do not.
    #[serde(default)]
    pub options: Vec<WorkWay>,
    /// What it costs to work in these ways, as the group reckons it; at most 16 kinds. Nothing is counted that is not told here.
    #[serde(default)]
    pub coordination: Vec<CoordinationCost>,
}

/// A way to organise the parts: those named are done together, each of the others is owned from start to finish by whoever has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkWay {
    /// A short name: `together`, `own_sections`, `mixed`, or any other.
    pub id: Id,
    /// The name for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The ids of the parts that are done together. May be left out for `together` (all), `own_sections` (none) and `mixed` (those whose `mode` says so).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together: Option<Vec<Id>>,
    /// The ids of those who do these parts together, each bearing all hours; everybody who can have a place of the part where empty.
    #[serde(default)]
    pub people: Vec<Id>,
    /// Hours that a part done together takes each of these people, by part; the task's own where absent.
    #[serde(default)]
    pub hours: IdMap<Hours>,
    /// The ids of tasks that nobody has to do in this way, such as editing parts by several hands into one text. What comes after them then comes after what
    /// they came after.
    #[serde(default)]
    pub without: Vec<Id>,
}

/// Work that there is only because of how other work is organised: agreeing, meeting, editing for flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoordinationCost {
    /// A short name. The work for one part has this id, a colon and the id of the part.
    pub id: Id,
    /// The name for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What kind of work it is.
    #[serde(default = "other_hidden")]
    pub work: WorkKind,
    /// Hours each time. Absent if nobody knows: then it is asked, and not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The most hours each time, where `hours` is the least: the answer is then a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub or_up_to: Option<Hours>,
    /// What it comes once for.
    pub each: CoordinationEach,
    /// Who can do it, where it is done by one person; anybody where empty.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// The ids of the ways that it is needed in; all where empty.
    #[serde(default)]
    pub options: Vec<Id>,
}

const fn other_hidden() -> WorkKind {
    WorkKind::OtherHidden
}

/// What a cost of coordination comes once for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CoordinationEach {
    /// Each person who does a part together with others, for each such part: agreeing on it.
    PersonAndPartTogether,
    /// Each part done together, by one person: facilitating.
    PartTogether,
    /// Each part with an owner, by one person: reading it, bringing it into line.
    PartOwned,
    /// Each person who has agreed to give hours: a meeting of everybody.
    Person,
    /// The whole, by one person: editing for flow.
    Once,
}
