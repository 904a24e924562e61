//! What the workload endpoints answer.

use serde::Serialize;

use super::Assignment;
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
    /// Between which days unfinished tasks can be worked on, where the tasks before or after them leave less than their own dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<TaskDates>,
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
    /// How it was found, in words.
    pub method: String,
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
    /// Hours of all their tasks.
    pub hours: Hours,
    /// Hours that they agreed to give.
    pub capacity: Hours,
    /// Their hours, times their burden factor, over their capacity. Absent if they agreed to give none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_capacity: Option<Ratio>,
    /// Their tasks, in the order of the tasks.
    pub tasks: Vec<HeldTask>,
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

/// Who can take over, with 0, 1, 2 ... voluntary hand-overs between those who stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReplanAnswer {
    /// The person who leaves.
    pub left: Id,
    /// Their unfinished tasks, in the order of the tasks.
    pub tasks: Vec<LeftTask>,
    /// The best plan for each number of hand-overs that gains something over fewer; for a number in between, the plan before it is the
    /// best. The leaver's own tasks are not counted as hand-overs. Every hand-over has a receiver: no plan leaves a place empty that
    /// somebody who stays has now, whatever else that would fill.
    pub frontier: Vec<HandoverPlan>,
    /// Whether it is proved that every plan is the best for its number of hand-overs, and that hand-overs beyond the last plan gain
    /// nothing; hand-overs to nobody are no plans. False if the request asks for fewer hand-overs than would gain something.
    pub complete: bool,
    /// How it was found, in words.
    pub method: String,
}

/// An unfinished task of somebody who leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftTask {
    /// The task.
    pub task: Id,
    /// Hours that whoever takes it over will bear.
    pub hours: Hours,
    /// The day on which it must be finished, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// What its date means, where both dates are known and there is something to heed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<LeftTaskFlag>,
    /// The flag in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What to heed about the date of a task that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LeftTaskFlag {
    /// It is due before the person leaves, who may still finish it.
    DueBeforeLeaving,
    /// It takes more than 8 hours for each day from the leaving to the day on which it is due.
    DueTooSoon,
}

/// A way to go on without the person who left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandoverPlan {
    /// How many tasks go from somebody who stays to somebody else who stays.
    pub handovers: u32,
    /// Who takes over the leaver's tasks; a task that nobody can take is left out.
    pub takes_over: Vec<Assignment>,
    /// The hand-overs between those who stay.
    pub moves: Vec<HandedOver>,
    /// What could not be filled.
    pub unfilled: Vec<UnfilledNeed>,
    /// The ratios of those who stay and agreed to give hours, the largest first.
    pub vector: Vec<Ratio>,
    /// Who has each unfinished task then.
    pub assignments: Vec<Assignment>,
    /// What each of those who stay has then, finished tasks included.
    pub people: Vec<WorkLoad>,
    /// Whom to ask before any of it happens. Without all of these consents there is no such plan.
    pub consents: Vec<WorkConsent>,
    /// Whether it is proved that no plan with so many hand-overs fills more or is fairer.
    pub optimal: bool,
    /// A proved lower bound of the largest ratio for any plan with so many hand-overs that fills these places. Absent if nobody
    /// who stays agreed to give hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Ratio>,
}

/// A task that goes from one person who stays to another who stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandedOver {
    /// The task.
    pub task: Id,
    /// Who gives it up.
    pub from: Id,
    /// Who takes it. Where several people of one task change at once, givers and receivers are paired in the order of their ids.
    pub to: Id,
}

/// Somebody to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkConsent {
    /// Whom to ask.
    pub person: Id,
    /// About which task.
    pub task: Id,
    /// What they are asked to do.
    pub kind: WorkConsentKind,
    /// The question in words.
    pub question: String,
}

/// What a person is asked to consent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WorkConsentKind {
    /// To take a task of the person who leaves.
    TakeOver,
    /// To take a task of somebody who stays.
    Take,
    /// To give up a task.
    GiveUp,
}
