//! The split: who does what.

use super::board::Board;
use super::bottleneck::bottlenecks;
use super::cast::Cast;
use super::notes::notes;
use super::report::Report;
use super::schedule::schedule;
use super::sides::sides;
use super::solve::{Set, Solved, solve, take_turns};
use super::verify::{SearchProof, certificate};
use super::{SplitAim, SplitAnswer, SplitRequest, WORK_LIMIT};
use crate::error::{Pointer, WorkloadError};

/// Splits the tasks among the people: as many places filled as possible, earlier tasks before later ones; then the fairest for what each
/// has agreed to give; then what people prefer; then the order of the people's ids, or of the seed.
///
/// # Errors
/// A [`WorkloadError`] for ids that are unknown or used twice, a capacity that is not known, shares that are not the whole, or settled
/// assignments that break a hard cap or a need. A need that nobody meets is no error: the answer lists it.
pub fn split(request: &SplitRequest) -> Result<SplitAnswer, WorkloadError> {
    split_within(request, WORK_LIMIT)
}

/// Refuses what no split can be made for.
pub(super) fn check(request: &SplitRequest) -> Result<(), WorkloadError> {
    let mut board = empty_board(request)?;
    // A place that is open is refused only for what it costs somebody in particular.
    let all = board.weights.vary();
    let asked = |board: &Board, number: usize| all || board.is_named(number);
    let numbers: Vec<usize> = open_tasks(request).filter(|number| asked(&board, *number)).collect();
    seat_settled(&mut board, numbers.into_iter()).map(|_| ())
}

/// The split with at most `steps` steps of search.
pub(super) fn split_within(request: &SplitRequest, steps: u64) -> Result<SplitAnswer, WorkloadError> {
    let board = set_out(request)?;
    let solved = match request.aim {
        SplitAim::Leximin => solve(&board.problem, None, steps),
        SplitAim::Wef1 => by_turns(&board, steps),
    };
    let report = Report::new(&board, &solved.holders)?;
    let assignments = report.assignments();
    let proved = SearchProof { filled: solved.filled_proved, vector: solved.vector_proved };
    let people = report.people(&request.people)?;
    let certificate = certificate(request, &assignments, &people, report.ids(&solved.tight), proved)?;
    let schedule = schedule(&board, &solved.holders);
    let sides = sides(&report, &request.people)?;
    let notes = notes(&report, &request.people, &sides, schedule.as_ref());
    Ok(SplitAnswer {
        people,
        unfilled: report.unfilled(),
        bottlenecks: bottlenecks(&report),
        dates: report.dates(),
        schedule,
        sides,
        notes,
        vector: report.vector(&solved)?,
        optimal: solved.filled_proved && solved.vector_proved,
        preferences_settled: solved.settled,
        bound: solved.bound.map(super::report::ratio).transpose()?.or(certificate.bound.as_ref().map(|bound| bound.ratio)),
        bound_by: if solved.vector_proved { Vec::new() } else { report.ids(&solved.tight) },
        method: method(&solved, request),
        assignments,
        certificate,
    })
}

/// What people have when they take turns; the fairest split where turns leave a place empty that can be filled.
fn by_turns(board: &Board, steps: u64) -> Solved {
    let hours: Vec<u64> =
        board.cast.iter().map(|(_, worker)| worker.capacity.map_or(0, |hours| hours.seconds().unsigned_abs())).collect();
    let empty = |holders: &[Option<usize>]| holders.iter().filter(|holder| holder.is_none()).count();
    let by_turns = |holders: Vec<Option<usize>>, filled_proved: bool| Solved {
        vector: board.problem.vector(&holders),
        filled_proved,
        vector_proved: false,
        settled: false,
        bound: None,
        tight: Vec::new(),
        searched: false,
        holders,
    };
    match take_turns(&board.problem, &hours) {
        Some(turns) if empty(&turns) == 0 => by_turns(turns, true),
        turns => {
            let most = solve(&board.problem, None, steps);
            match turns.filter(|turns| empty(turns) <= empty(&most.holders)) {
                Some(turns) => by_turns(turns, most.filled_proved),
                None => most,
            }
        }
    }
}

/// The board without places.
fn empty_board(request: &SplitRequest) -> Result<Board<'_>, WorkloadError> {
    let cast = Cast::new(&request.people, request.seed)?;
    Board::new(cast, (&request.people, &request.tasks), request.from, &request.keep, &kept())
}

/// The board with every place that is to be filled.
fn set_out(request: &SplitRequest) -> Result<Board<'_>, WorkloadError> {
    let mut board = empty_board(request)?;
    let settled = seat_settled(&mut board, open_tasks(request))?;
    board.drop_those_without_room(&settled);
    for (place, settled) in board.problem.places.iter_mut().zip(&board.settled) {
        place.may_be_empty = !settled;
    }
    Ok(board)
}

/// Where the settled assignments stand.
fn kept() -> Pointer {
    Pointer::root().key("keep")
}

fn open_tasks(request: &SplitRequest) -> impl Iterator<Item = usize> {
    request.tasks.iter().enumerate().filter(|(_, task)| !task.done).map(|(number, _)| number)
}

/// Adds the places of the tasks `numbers`, and gives who fills each by what is settled.
fn seat_settled(board: &mut Board, numbers: impl Iterator<Item = usize>) -> Result<Vec<Option<usize>>, WorkloadError> {
    let path = kept();
    for number in numbers {
        let sets: Vec<Set> = board.seats_of(number).iter().map(|seat| board.may(seat)).collect();
        let kept = board.seat_named(number, &sets, &path)?;
        let places: Vec<(usize, Set, bool)> = sets
            .iter()
            .zip(&kept)
            .enumerate()
            .map(|(seat, (who, kept))| (seat, kept.map_or_else(|| who.clone(), Set::only), kept.is_some()))
            .collect();
        board.add_places(number, &places, &vec![true; places.len()])?;
    }
    let settled: Vec<Option<usize>> =
        board.problem.places.iter().zip(&board.settled).map(|(place, settled)| place.who.single().filter(|_| *settled)).collect();
    board.check_limits(&settled, &path)?;
    Ok(settled)
}

fn method(solved: &Solved, request: &SplitRequest) -> String {
    if request.tasks.is_empty() {
        return "nothing to split".to_owned();
    }
    if request.aim == SplitAim::Wef1 && !solved.settled && !solved.vector_proved {
        return "by turns, the last first: a reversed weighted picking sequence".to_owned();
    }
    let found = if solved.searched {
        "found by exchanges between two people at a time, then by branch and bound"
    } else {
        "found by exchanges between two people at a time"
    };
    let filled = if solved.filled_proved { "" } else { "; that no more places can be filled is not proved" };
    let fair = match (solved.vector_proved, solved.settled) {
        (true, true) => "exact",
        (true, false) => "exact for fairness; preferences the best found",
        (false, _) if solved.searched => "the best found within the limit of steps, with a proved bound",
        (false, _) => "the best found, with a proved bound",
    };
    format!("{fair}; {found}{filled}")
}
