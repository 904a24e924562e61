//! Who does what: splits of tasks that are fair for what each person has agreed to give, and hand-overs when somebody leaves.
//!
//! A person's *ratio* is the cost of their tasks over the hours they agreed to give. [`split()`] first fills as many places as it can,
//! then makes the largest ratio as small as possible, then the second largest, and so on; preferences decide between splits that
//! are equal in that. [`replan()`] says who can take over the tasks of somebody who leaves, and what voluntary hand-overs would gain.

mod answer;
mod board;
mod cast;
mod days;
mod known;
mod notes;
mod order;
mod person;
mod replan;
mod report;
mod request;
mod room;
mod schedule;
mod seat;
pub mod share;
mod sides;
mod solve;
mod split;
mod task;
mod weigh;
mod words;

#[cfg(test)]
mod tests;

pub use answer::{
    HandedOver, HandoverPlan, HeldTask, HiddenHours, LateTask, LeftTask, LeftTaskFlag, ReplanAnswer, ScheduledTask, SplitAnswer,
    SupportGiven, TaskDates, UnfilledNeed, WhyHeld, WorkConsent, WorkConsentKind, WorkLoad, WorkNote, WorkNoteCode, WorkSchedule,
    WorkSide,
};
pub use person::{MOST_AWAY, MOST_BURDEN, MOST_FURTHER_COSTS, MOST_PREFERENCES, MOST_SUPPORT, MOST_WORDS};
pub use replan::replan;
pub use request::{
    HANDOVER_WORK_LIMIT, MOST_DAYS, MOST_DUE_DAYS, MOST_HANDOVERS, MOST_PEOPLE, MOST_PLACES, MOST_TASKS, ReplanRequest,
    SplitRequest, WORK_LIMIT, WorkChange,
};
pub use split::split;
pub use task::{Assignment, MOST_BURDENS, MOST_SESSIONS, Need, Task, TaskMode, WorkKind, WorkSession};
