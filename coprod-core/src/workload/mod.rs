//! Who does what: splits of tasks that are fair for what each person has agreed to give, and hand-overs when somebody leaves.
//!
//! A person's *ratio* is the cost of their tasks over the hours they agreed to give. [`split()`] first fills as many places as it can,
//! then makes the largest ratio as small as possible, then the second largest, and so on; preferences decide between splits that
//! are equal in that. [`alternatives()`] ranks who else could have a task, and says what a change by hand would do. [`replan()`] says who goes on
//! with what when somebody leaves or returns, a task grows or a session is missed, and what voluntary hand-overs would gain. [`resilience()`] says what each single absence would break, and
//! [`compare()`] what it means to do a piece of work together, in owned sections or mixed. The page [`brochure`] shows them.
//! [`mod@calendar`] writes calendars and a rota of who has what, [`mod@picture`] draws it.
//!
//! # What counts
//! - *Hours* of a task are its `hours` and its `quality_hours`. An hour costs a person 1, times their `burden`, times their factor for each of the
//!   task's `burdens`. Support beside a task costs the helper the helper's own `burden`, and counts for the helper's limits.
//! - *Nobody is given* a task that they avoid, that asks for a skill that they avoid or is marked with a word that they avoid; one with a session on a day on which
//!   they are away; one for which they need help from somebody who has agreed to give no hours.
//! - *Days.* A task that comes `after` others is worked on from the day after they are finished, and takes at least a day. So it must be
//!   finished by the earliest of its own `due` (or last session) and of the day before the latest on which a task after it can begin; a task before it
//!   pushes its first day back in the same way. No day left is an error; a circle too.
//! - *Hours a day.* For each person who says how many hours they can do on a day, and each day on which something must be finished, the hours of
//!   their tasks that must be finished by then fit in the days from the first one of the period on which they are not away. No person is considered for a task that alone does
//!   not fit between its own first and last day. These conditions are necessary and not always enough: so the answer has a `schedule` that was
//!   worked out day by day, and says what it found no time for.

mod alternatives;
mod answer;
mod board;
mod bottleneck;
pub mod calendar;
mod cast;
mod compare;
pub mod courses;
mod days;
mod known;
mod missed;
mod notes;
mod order;
mod person;
pub mod picture;
mod replan;
mod report;
mod request;
mod resilience;
mod room;
mod rota;
mod schedule;
mod seat;
pub mod select;
pub mod share;
mod sides;
mod solve;
mod split;
mod task;
mod verify;
mod weigh;
mod words;

#[cfg(test)]
mod tests;

pub use alternatives::{
    AlternativesAnswer, AlternativesRequest, BrokenLimit, BrokenLimitKind, FairnessChange, LoadChange, MOST_COMPARED, MOST_MOVES,
    WorkChoice, WorkEffect, WorkMove, WorkOption, alternatives,
};
pub use answer::{
    HeldTask, HiddenHours, LateTask, ScheduledTask, SplitAnswer, SupportGiven, TaskDates, UnfilledNeed, WhyHeld, WorkBottleneck,
    WorkLoad, WorkNote, WorkNoteCode, WorkSchedule, WorkSide,
};
pub use calendar::{
    CalendarAnswer, CalendarBefore, CalendarClock, CalendarRequest, CalendarsWanted, DueDayForm, MOST_CALENDAR_ENTRIES,
    MOST_REVISIONS, OpenTask, PersonCalendar, WorkCalendar, calendar,
};
pub use compare::{
    COMPARE_WORK_LIMIT, CoordinationCost, CoordinationEach, DropOut, LeastOf, MOST_COMPARE_WORK, MOST_COORDINATION, MOST_WAYS,
    WayAnswer, WayChange, WayFigures, WayLoad, WayMeasure, WaysAnswer, WaysRequest, WorkWay, compare,
};
pub use person::{MOST_AWAY, MOST_BURDEN, MOST_FURTHER_COSTS, MOST_OWN_WORDS, MOST_PREFERENCES, MOST_SUPPORT, MOST_WORDS};
pub use picture::{
    MOST_PANELS_DRAWN, MOST_ROTA_LINES_DRAWN, MOST_ROTA_ROWS, MOST_WORK_SIDES_DRAWN, MOST_WORKERS_DRAWN, RotaColumn, RotaShown,
    WorkPictureOf, WorkPictureRequest, WorkShown, picture,
};
pub use replan::{
    DateToMove, DateToMoveWhy, GrownTask, HandedOver, HandoverCost, HandoverHours, HandoverPlan, HandoverWork, LeaverHandover,
    LeavingPerson, LeftTask, LeftTaskFlag, MOST_CHANGES, MissedSession, ReplanAnswer, ReplanRequest, ReturnedPerson,
    SessionTakenOn, TakenOnBy, TaskNow, UnmetSupport, WorkChange, WorkConsent, WorkConsentKind, replan,
};
pub use request::{
    HANDOVER_WORK_LIMIT, MOST_DAYS, MOST_DUE_DAYS, MOST_HANDOVERS, MOST_PEOPLE, MOST_PLACES, MOST_TASKS, SplitAim, SplitRequest,
    WORK_LIMIT,
};
pub use resilience::{
    ABSENCE_WORK_LIMIT, AboveLimit, AbsenceBreak, AbsenceEffect, AwayFrom, ChairedSession, MOST_ABSENCE_WORK, MOST_DAYS_AWAY,
    ResilienceAnswer, ResilienceRequest, SinglePoint, TakeOverChoice, TaskAtRisk, TaskSlack, WorkNow, WorkWithout, resilience,
};
pub use rota::{MOST_NAME_LETTERS, MOST_TITLE_LETTERS};
pub use split::split;
pub use task::{Assignment, MOST_BURDENS, MOST_SESSIONS, Need, Task, TaskMode, WorkKind, WorkSession};
pub use verify::{
    CheckedLoad, ClaimedCertificate, ClaimedLoad, ClaimedSplit, ClaimedSupport, EnvyWitness, FairerShift, GuaranteeState,
    MOST_ENVY_TOLD, SplitBound, SplitCertificate, SplitGuarantee, SplitGuaranteeName, SplitProblem, SplitProblemKind,
    VerifyAnswer, VerifyRequest, verify,
};

#[doc = include_str!("brochure.md")]
pub mod brochure {}
