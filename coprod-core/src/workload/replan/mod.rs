//! Hand-overs: who goes on with what when somebody leaves or returns, a task grows or a session is missed, and what it would gain to pass
//! on tasks of those who stay.
//!
//! [`replan()`] sets out everything that somebody has ([`ReplanRequest`]) with the change in it, and looks for the best plan in which 0, 1, 2 ... tasks
//! leave somebody who stays. Only what the change opens needs new people; what else nobody does now stays as it is.

mod after;
mod answer;
mod check;
mod consent;
mod cost;
mod dates;
mod late;
mod moves;
mod places;
mod plan;
mod request;
mod search;
mod support;

pub use answer::{
    DateToMove, DateToMoveWhy, HandedOver, HandoverPlan, HandoverWork, LeaverHandover, LeftTask, LeftTaskFlag, ReplanAnswer,
    SessionTakenOn, UnmetSupport, WorkConsent, WorkConsentKind,
};
pub use request::{
    GrownTask, HandoverCost, HandoverHours, LeavingPerson, MOST_CHANGES, MissedSession, ReplanRequest, ReturnedPerson, TakenOnBy,
    TaskNow, WorkChange,
};

use std::collections::BTreeSet;

use after::After;
use check::check;
use cost::add_costs;
use places::{Numbers, set_out};
use plan::{Teller, part_of};
use request::EMOTIONAL;
use search::{Best, Finder};

use super::HANDOVER_WORK_LIMIT;
use super::board::{Board, BoardAsk};
use super::cast::Cast;
use super::solve::Set;
use crate::error::{Pointer, WorkloadError};
use crate::unit::Id;

/// The best ways to go on after a change, by the number of tasks that those who stay would hand over.
///
/// Only what the change opens needs new people; what else nobody does now stays as it is, but may go to those who return. Nobody is given more
/// than their hard cap, or more than they have days for. Finished tasks and what is done so far count for those who did them. A place that
/// somebody who stays has now is never left empty: it stays theirs, or somebody else takes it; but for a grown task for which there is no room.
/// Dates that cannot be kept are told, with the days to which they would have to move.
///
/// ```
/// use coprod_core::workload::{ReplanRequest, replan};
///
/// let request: ReplanRequest = serde_json::from_str(r#"{
///     "people": [{"id": "ana", "capacity": 10}, {"id": "bo", "capacity": 10, "burdens": {"emotional": "2"}}],
///     "tasks": [{"id": "visits", "hours": 6}, {"id": "report", "hours": 4}, {"id": "letters", "hours": 3}],
///     "assignments": [{"task": "visits", "people": ["ana"]}, {"task": "report", "people": ["ana"]}, {"task": "letters", "people": ["bo"]}],
///     "change": {"grown": [{"task": "visits", "hours": 9}]},
///     "now": [{"task": "visits", "done_hours": 2}],
///     "handover": {"giver": {"practical": 1}, "receiver": {"practical": "0.5", "emotional": "0.25"}}
/// }"#)?;
/// let answer = replan(&request)?;
/// let [stay, pass_on] = answer.frontier.as_slice() else { panic!("two plans") };
/// // Ana has 2 + 7 + 4 hours of 10; with the report handed over, 2 + 7 + 1.
/// assert_eq!((stay.vector[0].to_string(), stay.handovers), ("13/10".to_owned(), 0));
/// assert_eq!((pass_on.vector[0].to_string(), pass_on.handovers), ("1".to_owned(), 1));
/// // Bo has 3 + 4 hours, half an hour of being shown, and a quarter of an hour that counts twice: 8 of 10.
/// assert_eq!(pass_on.vector[1].to_string(), "4/5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A [`WorkloadError`] as for [`super::split()`]; for present assignments that break a hard cap or a need; for a change that is none, is of what is not
/// there or is finished, or contradicts itself; for more hours done than a task has; and for more hand-overs asked for than
/// [`super::MOST_HANDOVERS`].
pub fn replan(request: &ReplanRequest) -> Result<ReplanAnswer, WorkloadError> {
    replan_within(request, HANDOVER_WORK_LIMIT)
}

/// The frontier with at most `steps` steps of search for each number of hand-overs.
pub(super) fn replan_within(request: &ReplanRequest, steps: u64) -> Result<ReplanAnswer, WorkloadError> {
    let asked = check(request)?;
    let after = After::new(request, &asked)?;
    let ids: BTreeSet<&Id> = asked.leavers.iter().map(|(id, _)| *id).collect();
    let cast = Cast::leaving(&after.people, None, &ids)?;
    let path = Pointer::root().key("assignments");
    let number = |index: usize| {
        let id = request.people.get(index).map(|worker| &worker.id);
        id.map(|id| cast.number(id, || Pointer::root().key("people").index(index))).transpose()
    };
    let mut missing = Vec::new();
    for missed in &asked.missed {
        missing.extend(number(missed.person)?);
    }
    let mut returned = Vec::new();
    for (person, _) in &asked.returned {
        returned.extend(number(*person)?);
    }
    let numbers = Numbers { missing, returned: returned.into_iter().collect() };
    let missed = || asked.missed.iter().zip(&numbers.missing).map(|(missed, person)| (missed.task, *person, missed.date));
    let origin = |(place, index): (usize, &usize)| Some((request.tasks.len() + place, asked.missed.get(*index)?.task));
    // Whoever misses one session of a day comes to the others that they have then.
    let excused = asked.missed.iter().zip(&numbers.missing).flat_map(|(missed, person)| {
        let tasks = request.tasks.iter().enumerate();
        let on_day = tasks.filter(|(_, task)| task.sessions.iter().any(|session| session.date == missed.date));
        on_day.map(|(task, _)| (task, *person, missed.date)).collect::<Vec<_>>()
    });
    let emotional = EMOTIONAL.parse::<Id>().ok();
    let costs = asked.handover.values().chain(&request.handover);
    let weighed = costs.flat_map(|cost| [cost.giver, cost.receiver]).any(|hours| hours.emotional.seconds() > 0);
    let ask = BoardAsk {
        from: asked.first,
        word: emotional.as_ref().filter(|_| weighed),
        keeps_late: true,
        excused: excused.collect(),
        missed: missed().collect(),
        sessions: after.sessions.iter().enumerate().filter_map(origin).collect(),
    };
    let mut board = Board::with(cast, (&after.people, &after.tasks), &ask, &request.assignments, &path)?;
    let now = set_out(&mut board, (&asked, &after, &numbers), request.tasks.len(), &path)?;
    board.had = now.holders.clone();
    for (task, done) in asked.done.iter().filter(|(_, done)| **done > 0) {
        let people = board.named.get(*task).map_or_else(Vec::new, |named| named.people.clone());
        for person in people {
            let whole = request.tasks.get(*task);
            let share = whole.and_then(|whole| whole.share.get(board.cast.worker(person)?.id.as_str()));
            board.count_done(person, *task, part_of(*done, share.copied()));
        }
    }
    add_costs(&mut board, &now, &asked, request.handover)?;
    let grown: Set = asked.grown.iter().map(|(task, _)| *task).collect();

    let finder = Finder::new(&board, &now, &grown, steps, &path)?;
    let most = board.problem.held.len();
    let (frontier, complete) = search(&finder, most, asked.most);
    let teller = Teller { request, asked: &asked, after: &after, now: &now };
    let tasks = teller.left_tasks(&board);
    let mut plans = Vec::with_capacity(frontier.len());
    for best in frontier {
        board.problem.clone_from(&best.problem);
        plans.push(teller.plan(&board, &best)?);
    }
    let method = if complete {
        "exact: branch and bound for each number of hand-overs"
    } else {
        "branch and bound for each number of hand-overs, the best found within the limit of steps"
    };
    let mut left = asked.leavers.iter().map(|(id, _)| (*id).clone());
    Ok(ReplanAnswer {
        left: left.next(),
        left_too: left.collect(),
        tasks,
        frontier: plans,
        complete,
        assumes: teller.assumes(&board),
        method: method.to_owned(),
    })
}

/// The plans that gain something over fewer hand-overs, and whether all of it is proved.
fn search(finder: &Finder, most: usize, asked: usize) -> (Vec<Best>, bool) {
    // What hand-overs without limit would reach: no frontier goes further.
    let furthest = finder.best(most, None);
    let mut frontier: Vec<Best> = Vec::new();
    let mut complete = false;
    for handovers in 0..=most.min(asked) {
        let best = finder.best(handovers, frontier.last());
        if frontier.last().is_none_or(|last| best.compare(last).is_lt()) {
            frontier.push(best);
        }
        let reached = frontier.last().is_some_and(|last| last.compare(&furthest).is_le());
        complete = reached && furthest.proved() || handovers == most;
        if reached || handovers == most {
            break;
        }
    }
    let complete = complete && frontier.iter().all(Best::proved);
    (frontier, complete)
}
