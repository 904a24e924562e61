//! Hand-overs: who takes over the tasks of somebody who leaves, and what it would gain to pass on tasks of those who stay.

use super::board::{Board, hours};
use super::cast::Cast;
use super::report::{Report, ratio};
use super::solve::{Part, Set, Solved, solve};
use super::words::in_hours;
use super::{
    Assignment, HANDOVER_WORK_LIMIT, HandedOver, HandoverPlan, LeftTask, LeftTaskFlag, MOST_HANDOVERS, ReplanAnswer,
    ReplanRequest, Task, WorkConsent, WorkConsentKind,
};
use crate::error::{Pointer, WorkloadError};
use crate::group::Person;
use crate::unit::{Date, Id};

/// The most hours of one task that fit in a day, for the warning that a date is too soon.
const HOURS_A_DAY: i64 = 8;

/// The best ways to go on without somebody, by the number of tasks that those who stay would hand over.
///
/// Only the leaver's unfinished tasks need new people; what else nobody does now stays as it is. Nobody is given more than their hard
/// cap. Finished tasks count for those who did them. A place that somebody who stays has now is never left empty: it stays theirs, or
/// somebody else takes it.
///
/// # Errors
/// A [`WorkloadError`] as for [`super::split()`], for present assignments that break a hard cap or a need, and for more hand-overs asked
/// for than [`MOST_HANDOVERS`].
pub fn replan(request: &ReplanRequest) -> Result<ReplanAnswer, WorkloadError> {
    replan_within(request, HANDOVER_WORK_LIMIT)
}

/// The frontier with at most `steps` steps of search for each number of hand-overs.
pub(super) fn replan_within(request: &ReplanRequest, steps: u64) -> Result<ReplanAnswer, WorkloadError> {
    let left = &request.change.left;
    let asked = request.most_handovers.map_or(MOST_HANDOVERS, |most| usize::try_from(most).unwrap_or(usize::MAX));
    if asked > MOST_HANDOVERS {
        return Err(WorkloadError::OutOfRange {
            path: Pointer::root().key("most_handovers"),
            found: format!("a frontier of {asked} hand-overs"),
            bounds: format!("from 0 to {MOST_HANDOVERS}"),
        });
    }
    if !request.people.iter().any(|worker| worker.id == *left) {
        let path = Pointer::root().key("change").key("left");
        return Err(WorkloadError::UnknownMember { path, id: left.to_string() });
    }
    // A hand-over looks at sessions and hard caps, and not at how much of a day is left to whom: how far each task is done is not known.
    let people: Vec<Person> = request.people.iter().map(|worker| Person { hours_a_day: None, ..worker.clone() }).collect();
    let cast = Cast::new(&people, None, Some(left))?;
    let path = Pointer::root().key("assignments");
    let mut board = Board::new(cast, (&people, &request.tasks), None, &request.assignments, &path)?;
    let now = set_out(&mut board, request, &path)?;
    let stay: Vec<Person> = request.people.iter().filter(|worker| worker.id != *left).cloned().collect();

    // What hand-overs without limit would reach: no frontier goes further.
    let most = board.problem.held.len();
    board.problem.handovers = most;
    let furthest = solve(&board.problem, None, steps);
    let mut frontier = Vec::new();
    let mut last: Option<Solved> = None;
    let mut complete = false;
    for handovers in 0..=most.min(asked) {
        board.problem.handovers = handovers;
        let solved = solve(&board.problem, last.as_ref().map(|last| last.holders.as_slice()), steps);
        if last.as_ref().is_none_or(|last| compare(&solved, last).is_lt()) {
            frontier.push(plan(&board, &now, &solved, &stay)?);
            last = Some(solved);
        }
        let reached = last.as_ref().is_some_and(|last| compare(last, &furthest).is_le());
        complete = reached && furthest.filled_proved && furthest.vector_proved || handovers == most;
        if reached || handovers == most {
            break;
        }
    }
    complete &= frontier.iter().all(|plan| plan.optimal);
    let tasks = left_tasks(&board, &now, request.change.from);
    let method = if complete {
        "exact: branch and bound for each number of hand-overs"
    } else {
        "branch and bound for each number of hand-overs, the best found within the limit of steps"
    };
    Ok(ReplanAnswer { left: left.clone(), tasks, frontier, complete, method: method.to_owned() })
}

/// The order in which one way to go on is better than another: more places, earlier places, then the fairer vector.
fn compare(one: &Solved, other: &Solved) -> std::cmp::Ordering {
    let key = |solved: &Solved| -> (usize, Vec<bool>, Vec<Part>) {
        let empty: Vec<bool> = solved.holders.iter().map(Option::is_none).collect();
        (empty.iter().filter(|empty| **empty).count(), empty, solved.vector.clone())
    };
    key(one).cmp(&key(other))
}

/// Who fills each place of the problem now.
struct Now {
    holders: Vec<Option<usize>>,
    leaver: Option<usize>,
}

impl Now {
    fn left(&self, place: usize) -> bool {
        self.holders.get(place).is_some_and(|holder| holder.is_some() && *holder == self.leaver)
    }
}

/// Makes a place of everything that somebody has now and is not finished.
fn set_out(board: &mut Board, request: &ReplanRequest, path: &Pointer) -> Result<Now, WorkloadError> {
    let leaver = board.cast.leaver;
    let mut now = Now { holders: Vec::new(), leaver };
    // Where people can change places within a task, those who stay have the earlier ones, however the request lists them.
    board.named.iter_mut().for_each(|named| named.people.sort_by_key(|person| (Some(*person) != leaver, *person)));
    for (number, task) in request.tasks.iter().enumerate().filter(|(_, task)| !task.done) {
        let leaves: Set = leaver.into_iter().collect();
        // The leaver needs no hours to have had the task.
        let may = |seat: &super::seat::Seat| board.may(seat);
        let sets: Vec<Set> =
            board.seats_of(number).iter().map(|seat| may(seat).iter().chain(seat.able.and(&leaves).iter()).collect()).collect();
        let holders = board.seat_named(number, &sets, path)?;
        let mut places = Vec::new();
        let mut may_be_empty = Vec::new();
        let mut held = Vec::new();
        for (index, (seat, holder)) in board.seats_of(number).iter().zip(&holders).enumerate() {
            let Some(person) = *holder else { continue };
            let left = Some(person) == leaver;
            // Where everybody is in a task on their own account, nobody stands in for anybody.
            if left && seat.named.is_some() && task.share.is_empty() {
                continue;
            }
            let who = match seat.named {
                Some(_) if left => board.may(&super::seat::Seat { able: board.able_in(task, seat), ..seat.clone() }),
                Some(person) => Set::only(person),
                None => board.may(seat),
            };
            places.push((index, who, seat.named.is_some() && !left));
            may_be_empty.push(left);
            now.holders.push(Some(person));
            if !left {
                held.push((number, person));
            }
        }
        board.problem.held.extend(held);
        board.add_places(number, &places, &may_be_empty)?;
    }
    let stay: Vec<Option<usize>> = now.holders.iter().map(|holder| holder.filter(|person| Some(*person) != leaver)).collect();
    board.check_limits(&stay, path)?;
    Ok(now)
}

fn plan(board: &Board, now: &Now, solved: &Solved, stay: &[Person]) -> Result<HandoverPlan, WorkloadError> {
    let report = Report::new(board, &solved.holders)?;
    let (moves, taken) = changes(board, now, solved);
    let id = |person: usize| board.cast.id(person);
    let takes_over: Vec<Assignment> = board
        .tasks
        .iter()
        .enumerate()
        .filter_map(|(number, task)| {
            let mut people: Vec<Id> =
                taken.iter().filter(|(place, _)| *place == number).filter_map(|(_, person)| id(*person)).collect();
            people.sort();
            (!people.is_empty()).then(|| Assignment { task: task.id.clone(), people })
        })
        .collect();
    let leaver = now.leaver.and_then(|person| board.cast.worker(person)).map_or("somebody", Person::label);
    let mut consents = Vec::new();
    for (number, person) in &taken {
        consents.extend(consent(board, &solved.holders, *number, *person, WorkConsentKind::TakeOver, leaver));
    }
    let mut named = Vec::new();
    for (number, from, to) in &moves {
        let name = |person: usize| board.cast.worker(person).map_or("somebody", Person::label);
        consents.extend(consent(board, &solved.holders, *number, *to, WorkConsentKind::Take, name(*from)));
        consents.extend(consent(board, &now.holders, *number, *from, WorkConsentKind::GiveUp, name(*to)));
        if let (Some(task), Some(from), Some(to)) = (board.tasks.get(*number), id(*from), id(*to)) {
            named.push(HandedOver { task: task.id.clone(), from, to });
        }
    }
    Ok(HandoverPlan {
        handovers: u32::try_from(moves.len()).unwrap_or(u32::MAX),
        takes_over,
        moves: named,
        unfilled: report.unfilled(),
        vector: report.vector(solved)?,
        assignments: report.assignments(),
        people: report.people(stay)?,
        consents,
        optimal: solved.filled_proved && solved.vector_proved,
        bound: solved.bound.map(ratio).transpose()?,
    })
}

/// A hand-over: the task, who gives it, who takes it.
type Move = (usize, usize, usize);

/// The hand-overs between those who stay, and who is new in the leaver's tasks, as (task, person).
fn changes(board: &Board, now: &Now, solved: &Solved) -> (Vec<Move>, Vec<(usize, usize)>) {
    let leaver: Set = now.leaver.into_iter().collect();
    let mut moves = Vec::new();
    let mut taken = Vec::new();
    for number in 0..board.tasks.len() {
        let places: Vec<usize> =
            board.problem.places.iter().enumerate().filter(|(_, place)| place.task == number).map(|(place, _)| place).collect();
        let of = |holders: &[Option<usize>]| -> Set {
            places.iter().filter_map(|place| holders.get(*place).copied().flatten()).collect()
        };
        let (before, after) = (of(&now.holders), of(&solved.holders));
        // Whoever takes the leaver's place answers to the leaver. All other places stay filled, so as many people are left as give up.
        let fresh = after.without(&before);
        let own = places.iter().find(|place| now.left(**place)).and_then(|place| solved.holders.get(*place).copied().flatten());
        let heir = own.and_then(|own| Some(own).filter(|own| fresh.has(*own)).or_else(|| fresh.iter().next()));
        taken.extend(heir.map(|person| (number, person)));
        let givers = before.without(&after).without(&leaver);
        let takers = fresh.without(&heir.into_iter().collect());
        moves.extend(givers.iter().zip(takers.iter()).map(|(from, to)| (number, from, to)));
    }
    (moves, taken)
}

fn consent(
    board: &Board,
    holders: &[Option<usize>],
    number: usize,
    person: usize,
    kind: WorkConsentKind,
    other: &str,
) -> Option<WorkConsent> {
    let task = board.tasks.get(number)?;
    let worker = board.cast.worker(person)?;
    let seats =
        board.problem.places.iter().zip(holders).filter(|(place, holder)| place.task == number && **holder == Some(person));
    let seconds = seats.map(|(place, _)| place.seconds).next();
    let (name, title, time) = (worker.label(), task.label(), in_hours(seconds.map_or(task.hours, hours)));
    let question = match kind {
        WorkConsentKind::TakeOver => format!("would {name} take over {title} ({time}) from {other}, who leaves?"),
        WorkConsentKind::Take => format!("would {name} take {title} ({time}) from {other}?"),
        WorkConsentKind::GiveUp => format!("would {name} hand over {title} ({time}) to {other}?"),
    };
    Some(WorkConsent { person: worker.id.clone(), task: task.id.clone(), kind, question })
}

/// The leaver's unfinished tasks, with what their dates mean.
fn left_tasks(board: &Board, now: &Now, from: Option<Date>) -> Vec<LeftTask> {
    let places = board.problem.places.iter().enumerate().filter(|(number, _)| now.left(*number));
    places
        .filter_map(|(_, place)| {
            let task = board.tasks.get(place.task)?;
            let hours = hours(place.seconds);
            let (flag, note) = flag(task, hours.seconds(), from).unzip();
            Some(LeftTask { task: task.id.clone(), hours, due: task.due, flag, note })
        })
        .collect()
}

fn flag(task: &Task, seconds: i64, from: Option<Date>) -> Option<(LeftTaskFlag, String)> {
    let (due, from) = (task.due?, from?);
    let days = due.days_since(from);
    if days < 0 {
        let note =
            format!("due on {}, before they leave on {}: ask whether they will finish it", due.in_words(), from.in_words());
        return Some((LeftTaskFlag::DueBeforeLeaving, note));
    }
    // The day of leaving and the day on which it is due both count.
    if seconds > (days + 1) * HOURS_A_DAY * 3600 {
        let days = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        let note = format!("due on {}, {days} after they leave: move the date, or ask more people", due.in_words());
        return Some((LeftTaskFlag::DueTooSoon, note));
    }
    None
}
