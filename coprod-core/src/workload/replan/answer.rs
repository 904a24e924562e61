//! What a hand-over answers.

use serde::Serialize;

use crate::unit::{Date, Hours, Id, Ratio};
use crate::workload::{Assignment, UnfilledNeed, WorkLoad, WorkSchedule};

/// Who can take over, with 0, 1, 2 ... voluntary hand-overs between those who stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReplanAnswer {
    /// The person who leaves; the first of the request where several do, and absent where nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Id>,
    /// Others who leave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_too: Vec<Id>,
    /// The unfinished tasks of those who leave, in the order of the tasks.
    pub tasks: Vec<LeftTask>,
    /// The best plan for each number of hand-overs that gains something over fewer; for a number in between, the plan before it is the
    /// best. Tasks of those who leave and sessions that somebody misses are not counted as hand-overs. Every hand-over has a receiver: no
    /// plan leaves a place empty that somebody who stays has now, whatever else that would fill, but for a grown task for which there is no
    /// room below their hard cap. Better is, in this order: fewer grown tasks without anybody, fewer dates of those who stay that must move, more places
    /// filled, earlier ones filled, the fairer vector.
    pub frontier: Vec<HandoverPlan>,
    /// Whether it is proved that every plan is the best for its number of hand-overs, and that hand-overs beyond the last plan gain
    /// nothing; hand-overs to nobody are no plans. False if the request asks for fewer hand-overs than would gain something.
    pub complete: bool,
    /// What was taken as so because the request does not say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumes: Vec<String>,
    /// How it was found, in words.
    pub method: String,
}

/// An unfinished task of somebody who leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftTask {
    /// The task.
    pub task: Id,
    /// Who leaves it, where several people leave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_by: Option<Id>,
    /// Hours that whoever takes it over will bear, those of the hand-over apart.
    pub hours: Hours,
    /// The day on which it must be finished, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// What its date means, where both dates are known and there is something to heed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<LeftTaskFlag>,
    /// The flag in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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

/// A way to go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandoverPlan {
    /// How many tasks go from somebody who stays to somebody else who stays.
    pub handovers: u32,
    /// Who takes over the tasks of those who leave; a task that nobody can take is left out.
    pub takes_over: Vec<Assignment>,
    /// The hand-overs between those who stay.
    pub moves: Vec<HandedOver>,
    /// Who joins tasks that need more people, or that nobody had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joins: Vec<Assignment>,
    /// Who takes on what somebody would have done in a session that they miss.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stand_ins: Vec<SessionTakenOn>,
    /// The work of each hand-over, where it takes any: between those who stay, and from those who leave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handing_over: Vec<HandoverWork>,
    /// What those who leave have to hand over, and whether they have the time before they leave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before_leaving: Vec<LeaverHandover>,
    /// What could not be filled.
    pub unfilled: Vec<UnfilledNeed>,
    /// Support that somebody who leaves gave and nobody gives now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmet_support: Vec<UnmetSupport>,
    /// Dates that cannot be kept by this plan, and to what they would have to move.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates_to_move: Vec<DateToMove>,
    /// The ratios of those who stay and agreed to give hours, the largest first.
    pub vector: Vec<Ratio>,
    /// Who has each unfinished task then; those who only stand in for somebody in one session are not among them.
    pub assignments: Vec<Assignment>,
    /// What each of those who stay has then, finished tasks and what is done so far included.
    pub people: Vec<WorkLoad>,
    /// When the work can be done. Absent where nobody says how many hours they can do on a day, or nothing has a date, or no first day is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<WorkSchedule>,
    /// Whom to ask before any of it happens. Without all of these consents there is no such plan.
    pub consents: Vec<WorkConsent>,
    /// Whether it is proved that no plan with so many hand-overs fills more or is fairer.
    pub optimal: bool,
    /// A proved lower bound of the largest ratio for any plan with so many hand-overs that fills these places. Absent if nobody
    /// who stays agreed to give hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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

/// A session in which somebody is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionTakenOn {
    /// The task.
    pub task: Id,
    /// The day of the session.
    pub date: Date,
    /// Who cannot come.
    pub instead_of: Id,
    /// Who takes it on, in the order of the ids.
    pub people: Vec<Id>,
    /// Hours that they take on in all.
    pub hours: Hours,
}

/// The work of handing over one place in a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandoverWork {
    /// The task.
    pub task: Id,
    /// Who gives the place.
    pub from: Id,
    /// Who takes it.
    pub to: Id,
    /// Hours of whoever gives it; for somebody who leaves they are in nobody's ratio.
    pub giver_hours: Hours,
    /// Hours of whoever takes it.
    pub receiver_hours: Hours,
}

/// What somebody who leaves has to hand over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeaverHandover {
    /// Who leaves.
    pub person: Id,
    /// Hours that handing over takes them.
    pub hours: Hours,
    /// The last day on which they are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Hours that they have from the first day of the plan to that day, where they say how many they can do on a day. Their own tasks are not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Hours>,
    /// Whether that is enough; unknown where dates are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_time: Option<bool>,
    /// All of this in words.
    pub words: String,
}

/// Support beside a task that somebody gave who leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnmetSupport {
    /// The task.
    pub task: Id,
    /// Who has the task and needs support.
    pub person: Id,
    /// Who gave it and leaves.
    pub by: Id,
    /// Hours of it.
    pub hours: Hours,
    /// Who has room for it instead, the least loaded first; at most 5. Whether they are the right person is for those two to say.
    pub could_be_given_by: Vec<Id>,
    /// All of this in words.
    pub reason: String,
}

/// A date that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateToMove {
    /// The task.
    pub task: Id,
    /// The date as it stands: the day on which the task is due, or of a session.
    pub date: Date,
    /// Why it cannot be kept.
    pub why: DateToMoveWhy,
    /// The earliest day that would do, with everything else as it is in this plan; absent where none is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Who would do it by then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Id>,
    /// All of this in words.
    pub words: String,
}

/// Why a date cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DateToMoveWhy {
    /// It is past on the first day of the plan.
    Past,
    /// The tasks before it cannot be finished in time.
    Order,
    /// Whoever has it has too few days, and so has everybody to whom it could go with so many hand-overs.
    TooFewDays,
    /// Nobody is given it, as nobody has the time by then.
    Unfilled,
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
    /// To take a task of a person who leaves.
    TakeOver,
    /// To take a task of somebody who stays.
    Take,
    /// To give up a task.
    GiveUp,
    /// To go on with a task that is more work than it was.
    DoMore,
    /// To join a task that needs more people, or that nobody had.
    Join,
    /// To take on what somebody would have done in a session, alone or with others.
    StandIn,
    /// To let others take on what they would have done in a session.
    LetStandIn,
}
