//! What the workload endpoints answer.

use serde::Serialize;

use super::{Assignment, SplitCertificate, WorkKind};
use crate::unit::{Date, Hours, Id, Ratio};

/// Who does what, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SplitAnswer {
    /// Who has each task, in the order of the tasks; a task that nobody has is left out.
    pub assignments: Vec<Assignment>,
    /// Each person's part, in the order of the people.
    pub people: Vec<WorkLoad>,
    /// What could not be filled, with the reason and the smallest change that would fill it.
    pub unfilled: Vec<UnfilledNeed>,
    /// Where there is too little of somebody, so that places stay empty however the work is split: as far as that is proved, at most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bottlenecks: Vec<WorkBottleneck>,
    /// Between which days unfinished tasks can be worked on, where the tasks before or after them leave less than their own dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<TaskDates>,
    /// When the work can be done. Absent where nobody says how many hours they can do on a day, or nothing has a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<WorkSchedule>,
    /// The hours by constituency, in the order of their ids, those who belong to none last; empty if nobody belongs to one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<WorkSide>,
    /// What a group does well to look at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<WorkNote>,
    /// The ratios of all who agreed to give hours, the largest first. No other split that fills the same places has a smaller first
    /// ratio, nor an equal first and a smaller second one, and so on, if `optimal` is true.
    pub vector: Vec<Ratio>,
    /// Whether it is proved that no split fills more or earlier places, and that none that fills these is fairer. If false, this is the best found.
    pub optimal: bool,
    /// Whether it is proved that no equally fair split gives people more of what they prefer: more first choices, then more second ones,
    /// and so on.
    pub preferences_settled: bool,
    /// A proved lower bound: no split that fills these places has a smaller largest ratio. Absent if nobody agreed to give hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Ratio>,
    /// If not proved to be the best: the people whose own work makes the bound what it is. With any smaller largest ratio, what only they
    /// can do is more than all of them can take. Empty where no such group is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bound_by: Vec<Id>,
    /// How it was found, in words.
    pub method: String,
    /// Which guarantees hold, and what shows it; `workload.verify` checks it.
    pub certificate: SplitCertificate,
}

/// When the work can be done, shown day by day for those who say how many hours they can do on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkSchedule {
    /// Whether everybody can do all that they have in time. If false, no such order of work was found.
    pub found: bool,
    /// When each task with a date would be worked on, the soonest due first.
    pub tasks: Vec<ScheduledTask>,
    /// What was not found time for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<LateTask>,
}

/// When a task would be worked on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScheduledTask {
    /// The task.
    pub task: Id,
    /// The first day.
    pub begins: Date,
    /// The last day.
    pub ends: Date,
}

/// Work that was not found time for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LateTask {
    /// The task.
    pub task: Id,
    /// Who has it, or helps with it.
    pub person: Id,
    /// Hours that are left over.
    pub hours: Hours,
    /// The same in words.
    pub words: String,
}

/// The hours of the people of one constituency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkSide {
    /// The constituency; absent for people who belong to none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constituency: Option<Id>,
    /// How many people.
    pub people: u32,
    /// Hours of all their tasks, and of the support that they give.
    pub hours: Hours,
    /// Hours that they agreed to give.
    pub capacity: Hours,
    /// Their hours over their capacity, burdens not counted. Absent if they agreed to give none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_capacity: Option<Ratio>,
    /// Their hours over everybody's. Absent if nobody has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_all_hours: Option<Ratio>,
    /// Hours of work that is easily overlooked, by its kind; support that people need is `supporting`.
    pub hidden: Vec<HiddenHours>,
}

/// Hours of one kind of work that is easily overlooked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HiddenHours {
    /// The kind.
    pub work: WorkKind,
    /// How many hours.
    pub hours: Hours,
}

/// Support that somebody gives beside a task of somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportGiven {
    /// The task.
    pub task: Id,
    /// Who has the task and is helped.
    pub person: Id,
    /// Hours of help.
    pub hours: Hours,
}

/// Something about the split that a group does well to look at. A fact, not a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkNote {
    /// What it is.
    pub code: WorkNoteCode,
    /// The tasks that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Id>,
    /// The people whom it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Id>,
    /// The fact in words.
    pub words: String,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WorkNoteCode {
    /// Parts of one whole have several owners, and no task is to make them read as one.
    NoEditing,
    /// People meet, and no task is to run the meetings.
    NoFacilitating,
    /// Nobody of one constituency has anything, though they agreed to give hours.
    SideIdle,
    /// All work that is easily overlooked is with one of several constituencies.
    HiddenOnOneSide,
    /// A task waits for one that nobody has.
    WaitsForNobody,
    /// No schedule was found in which everything is in time.
    NoSchedule,
    /// Somebody names a burden that no task is marked with.
    BurdenUnused,
}

/// Between which days a task can be worked on. Work is counted by whole days: a task that comes `after` others begins on the day after they
/// are finished, and takes at least a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskDates {
    /// The task.
    pub task: Id,
    /// The first day: the latest of its own, the first day of the period, and the day after the earliest on which all tasks before it can be
    /// finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Date>,
    /// The day by which it must be finished: the earliest of its own `due` (or last session) and the day before the latest on which a
    /// task after it can begin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<Date>,
}

/// What one person has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkLoad {
    /// The person.
    pub id: Id,
    /// Hours of all their tasks, and of the support that they give.
    pub hours: Hours,
    /// Of these, hours of work that is easily overlooked: of tasks that are not ordinary, and of support. Absent if there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden_hours: Option<Hours>,
    /// Of these, hours of handing tasks over and of being handed them. Absent if there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover_hours: Option<Hours>,
    /// Hours that they agreed to give.
    pub capacity: Hours,
    /// Their hours, each times their burden factors, over their capacity. Absent if they agreed to give none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_capacity: Option<Ratio>,
    /// Their tasks, in the order of the tasks.
    pub tasks: Vec<HeldTask>,
    /// Support that they give to others beside their tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<SupportGiven>,
    /// All of this in a sentence.
    pub reason: String,
}

/// One task of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeldTask {
    /// The task.
    pub task: Id,
    /// Hours of it that this person bears.
    pub hours: Hours,
    /// Why this person has it.
    pub why: WhyHeld,
}

/// Why a person has a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WhyHeld {
    /// It was settled before, or is finished.
    Settled,
    /// What they have done of it so far.
    DoneSoFar,
    /// The task names them: as one who shares it, or as one of everybody.
    Named,
    /// They have it already, and keep it.
    AlreadyTheirs,
    /// Nobody else could take this place.
    OnlyOneAble,
    /// They prefer it.
    Preferred,
    /// It keeps the work even for what each agreed to give.
    KeepsItEven,
}

/// Places of a task that nobody fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnfilledNeed {
    /// The task.
    pub task: Id,
    /// Which of its needs, from 0; absent for a task without needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<u32>,
    /// How many people are missing.
    pub missing: u32,
    /// Why.
    pub reason: String,
    /// The smallest change that would fill one of them with everything else as it is; alternatives are joined by "or".
    pub smallest_change: String,
}

/// People on whom empty places depend, and how many places they can fill at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkBottleneck {
    /// The tasks that stay short of somebody for it.
    pub tasks: Vec<Id>,
    /// The only people who can fill these places, in the order of the ids.
    pub people: Vec<Id>,
    /// How many places only they can fill, filled ones too.
    pub places: u32,
    /// How many of these they can fill at most, however the work is split.
    pub most: u32,
    /// Hours that they have room for beside what else they have: below their hard caps and in their days.
    pub room: Hours,
    /// Hours that these places ask for.
    pub asked: Hours,
    /// All of this in words.
    pub words: String,
}
