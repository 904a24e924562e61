//! What a hand-over is asked about: who has what, how far it is, and what changes.

use serde::{Deserialize, Serialize};

use crate::group::Person;
use crate::unit::{Date, Hours, Id};
use crate::workload::{Assignment, Task};

/// A change may be of this many things in all.
pub const MOST_CHANGES: usize = 100;

/// The burden by which emotional hours of a hand-over are weighed.
pub(super) const EMOTIONAL: &str = "emotional";

/// Who has what, and what changes?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReplanRequest {
    /// The people, those who leave or return among them; each who stays with a capacity.
    pub people: Vec<Person>,
    /// The tasks as they were agreed, finished ones too.
    pub tasks: Vec<Task>,
    /// Who has what now: the `assignments` of a split, or your own.
    pub assignments: Vec<Assignment>,
    /// What changes: one thing or several at once.
    pub change: WorkChange,
    /// The first day of the new plan: days before it are past. Where absent, the day on which the first of those who leave is no longer there; without
    /// either, days are not counted, and the answer says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// How far tasks are, and what handing them over takes, where that is known. A task that is not named is taken as not begun.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub now: Vec<TaskNow>,
    /// What handing over any one task takes, where `now` says nothing else of it. Nothing where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover: Option<HandoverCost>,
    /// The most hand-overs to look at, 0 to 8; 8 if absent. With 0 the answer has only the plan that asks nobody to hand anything over.
    /// Each number of hand-overs is a search of its own, so fewer of them answer sooner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_handovers: Option<u32>,
}

/// What changes: `{"left": "ana"}`, or any of the lists. At least one thing, at most 100; no two that contradict each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkChange {
    /// The id of the person who leaves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Id>,
    /// The first day on which the person in `left` is no longer there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Others who leave as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leavers: Vec<LeavingPerson>,
    /// Tasks that turn out to be more work, or to need more people (or fewer hours than thought).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grown: Vec<GrownTask>,
    /// Sessions that somebody cannot come to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missed: Vec<MissedSession>,
    /// People who come back or join, and can take work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<ReturnedPerson>,
}

/// Somebody who leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeavingPerson {
    /// Who.
    pub person: Id,
    /// The first day on which they are no longer there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
}

/// A task whose size changes. Whoever has it is asked whether they do the rest of it, or hands it over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GrownTask {
    /// The task, not finished.
    pub task: Id,
    /// Its `hours` from now on, those done so far among them. As they were where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// How many people its need asks for from now on, no fewer than before. As it was where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Which of its needs `count` is about, from 0; the first where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<u32>,
}

/// A session that somebody who has the task cannot come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MissedSession {
    /// Who cannot come. They are away on that day, from other sessions of new tasks too.
    pub person: Id,
    /// The task, which they have.
    pub task: Id,
    /// The day of the session.
    pub date: Date,
    /// The hours that somebody else takes on; those of the session where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Who takes it on.
    #[serde(default)]
    pub taken_on_by: TakenOnBy,
}

/// Who takes on what somebody would have done in a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TakenOnBy {
    /// One person who comes instead, and could have the task.
    #[default]
    StandIn,
    /// All who can come and could have the task, in equal parts: those who are in it already, or everybody where nobody else is.
    Group,
}

/// Somebody who comes back or joins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReturnedPerson {
    /// Who: one of the people, with a capacity. They can take tasks of those who leave, by hand-overs, and those that nobody has.
    pub person: Id,
    /// The first day on which they are there; the first day of the plan where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
}

/// How far a task is, and what handing it over takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskNow {
    /// The task, not finished.
    pub task: Id,
    /// Hours done so far by each person who has it, those for quality among them; of all together where the task's hours are shared. They stay with those who did them; whoever takes
    /// the task over bears the rest. None where absent.
    #[serde(default)]
    pub done_hours: Hours,
    /// What handing over this task takes; as the request says for all where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover: Option<HandoverCost>,
}

/// What handing over a place in a task takes. The hours count for caps, days and fairness as work does, and must be done before the
/// task is due. What was done in a missed session, and places that nobody had, are handed over by nobody and cost nothing here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandoverCost {
    /// Whoever gives it: somebody who stays bears these hours; for somebody who leaves the answer says whether they have the time.
    #[serde(default)]
    pub giver: HandoverHours,
    /// Whoever takes it.
    #[serde(default)]
    pub receiver: HandoverHours,
}

/// Hours of one side of a hand-over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandoverHours {
    /// Explaining, files, contacts: an hour costs what an hour of plain work costs the person.
    #[serde(default)]
    pub practical: Hours,
    /// Saying goodbye, holding worries, winning trust: each hour weighed by the person's factor for the burden `emotional` too.
    #[serde(default)]
    pub emotional: Hours,
}

impl HandoverHours {
    /// All seconds.
    pub(super) fn seconds(self) -> u64 {
        self.practical.seconds().unsigned_abs() + self.emotional.seconds().unsigned_abs()
    }
}
