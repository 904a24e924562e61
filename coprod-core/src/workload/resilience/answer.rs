//! What absences would do.

use serde::Serialize;

use crate::unit::{Date, Hours, Id, Ratio};
use crate::workload::{Assignment, LateTask, LoadChange, SupportGiven, UnfilledNeed};

/// What each single absence would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResilienceAnswer {
    /// How things stand with everybody there.
    pub now: WorkNow,
    /// One absence after the other: in the order of the people, of each the long one first and then one for each session.
    pub absences: Vec<AbsenceEffect>,
    /// Tasks for which nobody can be missed, in the order of the tasks.
    pub single_points: Vec<SinglePoint>,
    /// How many days each unfinished task has to spare, in the order of the tasks; those without both dates are left out.
    pub slack: Vec<TaskSlack>,
    /// What there is to know in sentences.
    pub words: Vec<String>,
    /// What the answer supposes.
    pub assumes: Vec<String>,
    /// Whether it is proved of every plan in this answer that no other leaves less undone, nor is fairer with as much done.
    pub complete: bool,
    /// How it was found, in words.
    pub method: String,
}

/// How things stand with everybody there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkNow {
    /// Places that nobody fills, of unfinished tasks.
    pub unfilled: u32,
    /// The ratios of all who agreed to give hours, the largest first.
    pub vector: Vec<Ratio>,
    /// What is found no time for. Only where somebody says how many hours they can do on a day.
    pub late: Vec<LateTask>,
    /// Those who have more hours than they agreed to give.
    pub above_agreed: Vec<Id>,
}

/// What one absence would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AbsenceEffect {
    /// Who is away.
    pub person: Id,
    /// The first day; absent for the whole time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day; absent if they do not come back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Whether it is just the sessions of that day that they miss; the rest of their tasks stays theirs.
    pub sessions_only: bool,
    /// What they could not do, in the order of the tasks.
    pub tasks: Vec<TaskAtRisk>,
    /// The hours of all of these, which fall to others.
    pub hours: Hours,
    /// Help of theirs that others would be without.
    pub support_lost: Vec<SupportGiven>,
    /// Sessions that they were to run: those of facilitating tasks.
    pub chairs: Vec<ChairedSession>,
    /// Sessions at which everybody meets, and they would be missed: nobody stands in.
    pub missed_together: Vec<Id>,
    /// The best if all others keep what they have and just this is taken over. Everything here is told against how things stand now.
    pub take_over: WorkWithout,
    /// The best if everything unfinished is split anew among the others; only where they are away for the whole time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again: Option<WorkWithout>,
    /// What the absence breaks if all others keep what they have; nothing if this is empty.
    pub breaks: Vec<AbsenceBreak>,
    /// All of this in a sentence or two.
    pub words: String,
}

/// Something that an absence breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AbsenceBreak {
    /// A need stays unfilled.
    Unfilled,
    /// One stays unfilled though somebody is able: they would have more than they must be given.
    HardCap,
    /// Something is not in time: nobody who is able has days for it, or no order of work was found in which it is done by then.
    Deadline,
    /// Somebody has more hours than they agreed to give, and does not have so now.
    AboveAgreed,
    /// Somebody is without the help that they need at a session.
    Support,
}

/// A task, or help beside one, that somebody who is away could not do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskAtRisk {
    /// The task.
    pub task: Id,
    /// Whose place it is, if it is not theirs: somebody who cannot do it without their help.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place_of: Option<Id>,
    /// Hours that fall to whoever takes it over. For a session whose hours are not told, none.
    pub hours: Hours,
    /// The day by which it must be finished, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<Date>,
    /// Days to spare from the first on which somebody else can finish it to the last; absent where either is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slack_days: Option<u32>,
    /// Everybody else who meets its conditions, has agreed to give hours and can come: the one with the smallest ratio then first, those whose
    /// limits leave no room last.
    pub could: Vec<TakeOverChoice>,
}

/// Somebody who could take over a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakeOverChoice {
    /// The person.
    pub person: Id,
    /// Their ratio if they took just this beside what they have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_capacity: Option<Ratio>,
    /// The limit that it would break, the strictest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<AboveLimit>,
}

/// A limit that somebody's part would be above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AboveLimit {
    /// The hours that they agreed to give: a fact to talk about, and no bar.
    Agreed,
    /// What they, or whoever helps them with it, can do by a day.
    Days,
    /// The most that they, or whoever helps them with it, must be given.
    HardCap,
}

/// A session that somebody was to run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChairedSession {
    /// The task.
    pub task: Id,
    /// The day.
    pub date: Date,
    /// Who runs it then, if all others keep what they have; absent if nobody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<Id>,
}

/// How the work goes on without somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkWithout {
    /// Who takes over what the absent person could not do; when all is split anew, who has each unfinished task.
    pub takes_over: Vec<Assignment>,
    /// Places that stay empty and are filled now.
    pub undone: u32,
    /// Hours of these places.
    pub undone_hours: Hours,
    /// What stays unfilled, with the reason and the smallest change; when all is split anew, what nobody fills now is listed too.
    pub unfilled: Vec<UnfilledNeed>,
    /// What is found no time for, and is now.
    pub late: Vec<LateTask>,
    /// The ratios of those who remain and agreed to give hours, the largest first.
    pub vector: Vec<Ratio>,
    /// Everybody else whose hours change, in the order of the ids.
    pub people: Vec<LoadChange>,
    /// Those who have more hours than they agreed to give, and do not have so now.
    pub above_agreed: Vec<Id>,
    /// Whether it is proved that nothing leaves less undone, nor is fairer with as much done.
    pub optimal: bool,
}

/// A task that cannot be filled as it is without one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SinglePoint {
    /// The task.
    pub task: Id,
    /// The person without whom fewer of its places can be filled, whatever else anybody has.
    pub person: Id,
    /// Whether they have it now.
    pub has_it: bool,
    /// The same in words.
    pub words: String,
}

/// The days that a task has to spare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskSlack {
    /// The task.
    pub task: Id,
    /// The soonest day on which it can be finished. For those who say how many hours they can do on a day, as a schedule has it; for others
    /// the first day on which it can be worked on.
    pub finish: Date,
    /// The last day on which it must be finished.
    pub latest: Date,
    /// The days between the two.
    pub days: u32,
}
