//! What goes with those who leave beside their tasks: support that they gave, and the time that handing over takes them.

use super::plan::Teller;
use super::{HandoverWork, LeaverHandover, UnmetSupport};
use crate::group::{Person, listed};
use crate::unit::{Hours, Id};
use crate::workload::board::{Board, hours};
use crate::workload::days::Away;
use crate::workload::report::Report;

/// So many people are named who could give support.
const MOST_NAMED: usize = 5;

/// Support beside the tasks of this plan that somebody gave who leaves.
pub(super) fn unmet(board: &Board, report: &Report, teller: &Teller) -> Vec<UnmetSupport> {
    let mut all = Vec::new();
    for (place, holder) in board.problem.places.iter().zip(report.holders) {
        let Some(person) = *holder else { continue };
        let (Some(task), Some(seat)) = (board.tasks.get(place.task), board.seats_of(place.task).get(place.seat)) else {
            continue;
        };
        for (by, seconds) in board.weights.support(task, seat, person) {
            if !board.cast.leavers.has(by) || seconds == 0 {
                continue;
            }
            let (Some(worker), Some(helper)) = (board.cast.worker(person), board.cast.worker(by)) else { continue };
            let could = could_help(board, report, person, (seconds, place.due));
            let ids: Vec<Id> = could.iter().filter_map(|person| board.cast.id(*person)).collect();
            let names: Vec<&str> = could.iter().filter_map(|person| board.cast.worker(*person)).map(Person::label).collect();
            let instead = if names.is_empty() {
                "nobody who stays has room for it".to_owned()
            } else {
                format!("{} would have room for it: ask both", or_listed(&names))
            };
            let reason = format!(
                "{} gave {} {} of support beside {} and leaves: {instead}",
                helper.label(),
                worker.label(),
                hours(seconds).in_words(),
                task.label()
            );
            all.push(UnmetSupport {
                task: teller.origin(&task.id),
                person: worker.id.clone(),
                by: helper.id.clone(),
                hours: hours(seconds),
                could_be_given_by: ids,
                reason,
            });
        }
    }
    all
}

fn or_listed(names: &[&str]) -> String {
    match names {
        [first, .., last] => format!("{} or {last}", listed(names.get(..names.len() - 1).unwrap_or(&[first]))),
        _ => listed(names),
    }
}

/// Those who stay and have room for so much more support of `person`, those with the least part with it first.
fn could_help(board: &Board, report: &Report, person: usize, (seconds, due): (u64, Option<usize>)) -> Vec<usize> {
    let able = board.cast.with_hours();
    let free = able.iter().filter(|other| *other != person && report.room.has_room(*other, seconds, due));
    let mut free: Vec<_> = free
        .map(|other| {
            let further =
                report.room.further.get(other).copied().unwrap_or_default() + board.weights.further_of_help(other, seconds);
            (board.measure(other).part(report.seconds(other) + seconds, further), other)
        })
        .collect();
    free.sort();
    free.into_iter().take(MOST_NAMED).map(|(_, other)| other).collect()
}

/// What each of those who leave has to hand over, and whether there is time.
pub(super) fn before_leaving(teller: &Teller, work: &[HandoverWork]) -> Vec<LeaverHandover> {
    let mut all = Vec::new();
    for (leaver, from) in &teller.asked.leavers {
        let Some(worker) = teller.request.people.iter().find(|worker| worker.id == **leaver) else { continue };
        let own = work.iter().filter(|work| work.from == **leaver);
        let needed = Hours::sum(own.map(|work| work.giver_hours)).unwrap_or_default();
        if needed == Hours::ZERO {
            continue;
        }
        let by = from.and_then(crate::unit::Date::before);
        let first = teller.request.from;
        let days = first.zip(by).map(|(first, by)| Away::new(worker).days_there(first.epoch_days(), by.epoch_days()));
        let room = days.zip(worker.hours_a_day).map(|(days, pace)| hours(days * pace.seconds().unsigned_abs()));
        // Without hours a day, a whole day has 24.
        let in_time = days.map(|days| needed <= room.unwrap_or_else(|| hours(days * 24 * 3600)));
        let (name, time) = (worker.label(), needed.in_words());
        let last = by.map_or_else(String::new, |by| format!(" by {}", by.in_words()));
        let words = match (in_time, room, days) {
            (None, _, _) => format!(
                "{name} has {time} to hand over before leaving{last}: whether there is time is not known without the first day of the plan and the day of leaving"
            ),
            (Some(_), _, Some(0)) => {
                format!("{name} is not there any more to hand over what takes {time}: whoever takes the tasks does without")
            }
            (Some(true), Some(room), _) => {
                format!("{name} has {time} to hand over{last}, and {} until then, own tasks not counted", room.in_words())
            }
            (Some(true), None, _) => format!("{name} has {time} to hand over{last}"),
            (Some(false), _, _) => format!(
                "{name} has {time} to hand over{last}, which is more than there is time for: hand over less, or ask them to stay on"
            ),
        };
        all.push(LeaverHandover { person: worker.id.clone(), hours: needed, by, room, in_time, words });
    }
    all
}
