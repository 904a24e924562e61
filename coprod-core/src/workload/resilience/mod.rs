//! Absences: what would each single one break, who could take over, and how many days there are to spare?

mod answer;
mod base;
mod effect;
mod lost;
mod request;
mod scene;
mod tell;

pub use answer::{
    AboveLimit, AbsenceBreak, AbsenceEffect, ChairedSession, ResilienceAnswer, SinglePoint, TakeOverChoice, TaskAtRisk,
    TaskSlack, WorkNow, WorkWithout,
};
pub use request::{ABSENCE_WORK_LIMIT, AwayFrom, MOST_ABSENCE_WORK, MOST_DAYS_AWAY, ResilienceRequest};
pub(super) use scene::{Gone, Joint, Seated, Setting, Then};

use std::collections::{BTreeMap, BTreeSet};

use base::Base;
use effect::Effect;
use lost::{Days, StandIns};
use tell::When;

use super::Task;
use super::known::once;
use crate::error::{Pointer, WorkloadError};
use crate::unit::{Date, Id};

/// What each single absence would do to a split, its own or another's.
///
/// Each is worked out for itself, with the search of a split: first with everybody else keeping what they have, then, if somebody is away for the
/// whole time, with everything unfinished split anew among the others. [`super::replan()`] has what is in between.
///
/// # Errors
/// A [`WorkloadError`] as for [`super::split()`], for assignments that break a limit or a need, for people who are unknown or named twice, for
/// days away that are out of range, and for more than [`MOST_ABSENCE_WORK`], before any search.
///
/// # Examples
/// ```
/// use coprod_core::workload::{AbsenceBreak, ResilienceRequest, resilience};
///
/// let request: ResilienceRequest = serde_json::from_str(
///     r#"{"people": [{"id": "ana", "capacity": 8, "skills": ["writing"]}, {"id": "bo", "capacity": 4}],
///         "tasks": [{"id": "text", "hours": 3, "needs": [{"skill": "writing"}]}, {"id": "tea", "hours": 1}],
///         "assignments": [{"task": "text", "people": ["ana"]}, {"task": "tea", "people": ["bo"]}]}"#,
/// )?;
/// let answer = resilience(&request)?;
/// assert_eq!(answer.absences[0].breaks, [AbsenceBreak::Unfilled]); // nobody but Ana writes
/// assert!(answer.absences[1].breaks.is_empty()); // Ana can make the tea
/// assert_eq!(answer.single_points[0].words, "only ana can do text");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn resilience(request: &ResilienceRequest) -> Result<ResilienceAnswer, WorkloadError> {
    let path = Pointer::root().key("assignments");
    let joint = BTreeMap::new();
    let setting = Setting {
        people: &request.people,
        tasks: &request.tasks,
        from: request.from,
        seed: None,
        assignments: &request.assignments,
        path: &path,
        joint: &joint,
        sessions: None,
    };
    let days = days(request)?;
    let board = setting.board()?;
    let seated = setting.seated(&board)?;
    let people = asked(request, &setting, &board)?;
    let all: Vec<(usize, Option<Date>)> = people
        .iter()
        .flat_map(|person| {
            let sessions = if request.sessions { sessions(&setting, &board, &seated, *person) } else { BTreeSet::new() };
            std::iter::once(None).chain(sessions.into_iter().map(Some)).map(|session| (*person, session))
        })
        .collect();
    let size = board.seats.iter().map(Vec::len).sum::<usize>() + request.people.len();
    if all.len().saturating_mul(size) > MOST_ABSENCE_WORK {
        return Err(WorkloadError::TooMany {
            path: Pointer::root().key(if request.only.is_empty() { "people" } else { "only" }),
            what: "absences to look at for people and tasks as many as here (name fewer people in \"only\", or ask for no sessions)",
            count: all.len(),
            limit: MOST_ABSENCE_WORK / size.max(1),
        });
    }
    let searches = u64::try_from(all.len()).unwrap_or(u64::MAX).saturating_mul(2).max(50);
    let steps = ABSENCE_WORK_LIMIT / searches;
    let base = Base::new(setting)?;
    let mut absences = Vec::with_capacity(all.len());
    for (person, session) in all {
        absences.push(match (session, days) {
            (Some(day), _) => one_day(&base, person, day, steps)?,
            (None, Some(days)) => some_days(&base, person, days, steps)?,
            (None, None) => whole_time(&base, person, steps)?,
        });
    }
    tell::answer(&base, request, absences)
}

/// The days away that are asked about.
fn days(request: &ResilienceRequest) -> Result<Option<Days>, WorkloadError> {
    let Some(away) = request.away else { return Ok(None) };
    let path = || Pointer::root().key("away");
    let Some(count) = away.days else { return Ok(Some(Days { first: away.from, last: None })) };
    let out = || WorkloadError::OutOfRange {
        path: path().key("days"),
        found: format!("an absence of {count} days"),
        bounds: format!("from 1 to {MOST_DAYS_AWAY}, within the calendar"),
    };
    if count == 0 || count > MOST_DAYS_AWAY {
        return Err(out());
    }
    let more = i32::try_from(count - 1).map_err(|_| out())?;
    let last = away.from.plus_days(more).map_err(|_| out())?;
    Ok(Some(Days { first: away.from, last: Some(last) }))
}

/// Whom the request asks about, in the order of the people.
fn asked(request: &ResilienceRequest, setting: &Setting, board: &super::board::Board) -> Result<Vec<usize>, WorkloadError> {
    let path = || Pointer::root().key("only");
    once(&request.only, path)?;
    for (index, id) in request.only.iter().enumerate() {
        board.cast.number(id, || path().index(index))?;
    }
    let people = setting.people.iter().filter(|worker| request.only.is_empty() || request.only.contains(&worker.id));
    people.map(|worker| board.cast.number(&worker.id, path)).collect()
}

/// The days on which `person` should be at a session, for their own tasks or to help with another's.
fn sessions(setting: &Setting, board: &super::board::Board, seated: &Seated, person: usize) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    for (number, task) in setting.tasks.iter().enumerate().filter(|(_, task)| !task.done) {
        let holders = seated.get(number).map_or(&[][..], Vec::as_slice);
        let gone = Gone { person, tasks: BTreeSet::from([number]), altogether: false };
        let theirs = |(seat, holder): (_, &Option<usize>)| holder.is_some_and(|holder| gone.loses(board, number, seat, holder));
        if board.seats_of(number).iter().zip(holders).any(theirs) {
            days.extend(task.sessions.iter().map(|session| session.date));
        }
    }
    days
}

fn whole_time(base: &Base, person: usize, steps: u64) -> Result<AbsenceEffect, WorkloadError> {
    let gone = Gone::altogether(person, base.setting.tasks);
    let then = base.setting.best(&base.seated, Some(&gone), false, steps)?;
    let effect = Effect::new(base, &then, &gone, &[]);
    let nobody: Seated = base.seated.iter().map(|holders| vec![None; holders.len()]).collect();
    let anew = base.setting.best(&nobody, Some(&gone), true, steps)?;
    let again = Effect::new(base, &anew, &gone, &[]).without(true)?;
    let when = When { from: None, to: None, session: false, missed: Vec::new(), helping: gone.tasks.clone() };
    tell::absence(&effect, when, Some(again))
}

fn some_days(base: &Base, person: usize, days: Days, steps: u64) -> Result<AbsenceEffect, WorkloadError> {
    let people = days.people(base.setting.people, person, &base.board.cast);
    let less = Setting { people: &people, ..base.setting }.board()?;
    let tasks = days.lost(&base.board, &less, &base.seated, person);
    let found = days.tasks(base.setting.tasks, &tasks);
    let setting = Setting { people: &people, tasks: &found, ..base.setting };
    let gone = Gone { person, tasks, altogether: false };
    let then = setting.best(&base.seated, Some(&gone), false, steps)?;
    let effect = Effect::new(base, &then, &gone, &[]);
    let when = When { from: Some(days.first), to: days.last, session: false, missed: Vec::new(), helping: gone.tasks.clone() };
    tell::absence(&effect, when, None)
}

fn one_day(base: &Base, person: usize, day: Date, steps: u64) -> Result<AbsenceEffect, WorkloadError> {
    let stand_ins = StandIns::new(&base.setting, &base.board, &base.seated, person, day);
    let sessions = stand_ins.sessions(&base.setting, &base.board, &base.seated);
    let setting = Setting { tasks: &stand_ins.tasks, sessions: Some(&sessions), ..base.setting };
    let mut seated = base.seated.clone();
    seated.extend(stand_ins.of.iter().map(|_| vec![Some(person)]));
    let count = base.setting.tasks.len();
    let gone = Gone { person, tasks: (count..stand_ins.tasks.len()).collect(), altogether: false };
    let then = setting.best(&seated, Some(&gone), false, steps)?;
    let effect = Effect::new(base, &then, &gone, &stand_ins.of);
    let missed: Vec<Id> = stand_ins.together.iter().filter_map(|task| base.task(*task)).map(|task| task.id.clone()).collect();
    let meets = |task: &Task| !task.done && task.sessions.iter().any(|session| session.date == day);
    let tasks = base.setting.tasks.iter().enumerate();
    let helping = tasks.filter(|(_, task)| meets(task)).map(|(number, _)| number).collect();
    let when = When { from: Some(day), to: Some(day), session: true, missed, helping };
    tell::absence(&effect, when, None)
}
