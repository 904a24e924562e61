//! What handing over costs: hours of whoever takes a place, and of whoever gives it and stays.

use super::check::Asked;
use super::places::{Kind, Now};
use super::request::{HandoverCost, HandoverHours};
use crate::error::{Pointer, WorkloadError};
use crate::unit::Hours;
use crate::workload::board::Board;
use crate::workload::solve::{Extra, Place};

/// What handing over places in a task takes.
pub(super) fn cost_of(asked: &Asked, general: Option<HandoverCost>, task: usize) -> HandoverCost {
    asked.handover.get(&task).copied().or(general).unwrap_or_default()
}

/// Adds the costs of handing over each place to those to whom it could go, and counts what is done so far.
pub(super) fn add_costs(board: &mut Board, now: &Now, asked: &Asked, general: Option<HandoverCost>) -> Result<(), WorkloadError> {
    let path = || Pointer::root().key(if general.is_some() { "handover" } else { "now" });
    let mut count = 0_usize;
    let mut places = std::mem::take(&mut board.problem.places);
    for (number, place) in places.iter_mut().enumerate() {
        let had = now.holder(number).filter(|_| matches!(now.kind(number), Some(Kind::Held | Kind::Left)));
        let cost = cost_of(asked, general, place.task);
        let Some(had) = had.filter(|_| cost != HandoverCost::default()) else { continue };
        let giver = Some(had).filter(|had| !board.cast.leavers.has(*had));
        let takers = place.who.iter().filter(|person| *person != had);
        let extras: Vec<Extra> = takers
            .flat_map(|holder| {
                let receives = Some((holder, cost.receiver));
                let gives = giver.map(|giver| (giver, cost.giver));
                [receives, gives].into_iter().flatten().map(move |(bearer, hours)| (holder, bearer, hours))
            })
            .filter(|(_, _, hours)| hours.seconds() > 0)
            .map(|(holder, bearer, hours)| extra(board, holder, bearer, hours))
            .collect();
        count += extras.len();
        board.weights.count(extras.len(), path)?;
        place.extras.extend(extras);
    }
    let mut before: Option<&Place> = None;
    let alike: Vec<bool> = places
        .iter()
        .map(|place| {
            let alike =
                |before: &Place| before.extras == place.extras && before.seconds == place.seconds && before.due == place.due;
            let same = before.is_some_and(alike);
            before = Some(place);
            same
        })
        .collect();
    places.iter_mut().zip(alike).for_each(|(place, alike)| place.twin &= alike);
    board.problem.places = places;
    if count > 0 { within_hours(board, path()) } else { Ok(()) }
}

fn extra(board: &Board, holder: usize, bearer: usize, hours: HandoverHours) -> Extra {
    let (practical, emotional) = (hours.practical.seconds().unsigned_abs(), hours.emotional.seconds().unsigned_abs());
    let weights = &board.weights;
    let cost = weights.further_of_help(bearer, practical) + weights.further_of_word(bearer, emotional);
    Extra { holder, bearer, seconds: practical + emotional, cost, handover: true }
}

/// The sums of hours that an answer gives must be hours themselves.
fn within_hours(board: &Board, path: Pointer) -> Result<(), WorkloadError> {
    let most = |place: &Place| place.who.iter().map(|holder| place.seconds_of(holder)).max().unwrap_or(place.seconds);
    let base: u64 = board.problem.people.iter().map(|person| person.base).sum();
    let most = board.problem.places.iter().map(most).fold(base, u64::saturating_add);
    if Hours::of_seconds(most).is_some() {
        return Ok(());
    }
    let (found, bounds) = ("the hours of all places and of handing them over".to_owned(), "of at most 1000000 hours".to_owned());
    Err(WorkloadError::OutOfRange { path, found, bounds })
}
