//! Where there is too little of somebody: the people on whom empty places depend, and how many places they can fill at most.
//!
//! From an empty place follow who may fill it, what they have, who may have that instead, and so on: these people alone can fill these places. If
//! what all of them have room for is less than these places ask for, some of them stay empty however the work is split. This is the cut that
//! bounds a flow of hours from people to places, counted in whole places.

use std::collections::BTreeSet;

use super::board::hours;
use super::report::Report;
use super::solve::{Place, Set};
use super::{Need, WorkBottleneck};
use crate::group::{Person, listed};
use crate::unit::{Hours, Id};

/// Steps of following, over all bottlenecks; what is not found by then is not said.
const MOST_STEPS: usize = 2_000_000;

/// Bottlenecks that are looked for.
const MOST_FOUND: usize = 20;

/// Names in a sentence.
const MOST_NAMED: usize = 8;

/// The people and the places that depend on one another.
#[derive(Debug, Default)]
struct Tied {
    people: BTreeSet<usize>,
    places: BTreeSet<usize>,
}

/// Every bottleneck that is proved to leave a place empty.
pub(super) fn bottlenecks(report: &Report) -> Vec<WorkBottleneck> {
    let mut steps = MOST_STEPS;
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    let empty: Vec<usize> =
        report.holders.iter().enumerate().filter(|(_, holder)| holder.is_none()).map(|(number, _)| number).collect();
    let mut tries = 0;
    for number in empty.iter().copied() {
        if seen.contains(&number) || tries == MOST_FOUND {
            continue;
        }
        let Some(mut tied) = tied(report, number, &mut steps) else { continue };
        tries += 1;
        let people: Set = tied.people.iter().copied().collect();
        for other in &empty {
            let who = may(report, *other);
            if !who.is_empty() && who.without(&people).is_empty() {
                tied.places.insert(*other);
            }
        }
        seen.extend(tied.places.iter().copied());
        found.extend(told(report, &tied));
    }
    found
}

fn place<'a>(report: &'a Report, number: usize) -> Option<&'a Place> {
    report.board.problem.places.get(number)
}

/// Who may fill a place that is open to more than one person by name, if they had room.
fn may(report: &Report, number: usize) -> Set {
    let seat = place(report, number).and_then(|place| report.board.seats_of(place.task).get(place.seat));
    seat.filter(|seat| seat.named.is_none()).map(|seat| report.board.may(seat)).unwrap_or_default()
}

/// All people and places that the empty place `number` depends on; nothing if nobody may fill it or that takes too many steps.
fn tied(report: &Report, number: usize, steps: &mut usize) -> Option<Tied> {
    let mut tied = Tied { places: BTreeSet::from([number]), ..Tied::default() };
    let mut queue: Vec<usize> = may(report, number).iter().collect();
    if queue.is_empty() {
        return None;
    }
    while let Some(person) = queue.pop() {
        if !tied.people.insert(person) {
            continue;
        }
        for held in report.places_of(person) {
            let settled = report.board.settled.get(*held) == Some(&true);
            if settled || tied.places.contains(held) {
                continue;
            }
            let who = may(report, *held);
            if who.is_empty() {
                continue;
            }
            tied.places.insert(*held);
            for other in who.iter().filter(|other| !tied.people.contains(other)) {
                *steps = steps.checked_sub(1)?;
                queue.push(other);
            }
        }
    }
    Some(tied)
}

/// The bottleneck in numbers and words, if what the people have room for is less than the places ask for.
fn told(report: &Report, tied: &Tied) -> Option<WorkBottleneck> {
    let places: Vec<&Place> = tied.places.iter().filter_map(|number| place(report, *number)).collect();
    let (mut most, mut room) = (0_usize, 0_u64);
    for person in &tied.people {
        let theirs = room_of(report, tied, &places, *person);
        room = room.saturating_add(theirs);
        let open =
            tied.places.iter().filter(|number| may(report, **number).has(*person)).filter_map(|number| place(report, *number));
        most += fitting(open, theirs, true);
    }
    let most = most.min(fitting(places.iter().copied(), room, false));
    if most >= places.len() {
        return None;
    }
    let asked: u64 = places.iter().map(|place| place.seconds).sum();
    let empty: Vec<&Place> = tied
        .places
        .iter()
        .filter(|number| report.holders.get(**number) == Some(&None))
        .filter_map(|number| place(report, *number))
        .collect();
    let mut tasks: Vec<Id> =
        empty.iter().filter_map(|place| report.board.tasks.get(place.task)).map(|task| task.id.clone()).collect();
    tasks.dedup();
    let mut people: Vec<&Person> = tied.people.iter().filter_map(|person| report.board.cast.worker(*person)).collect();
    people.sort_by_key(|worker| &worker.id);
    let mut names: Vec<String> = people.iter().take(MOST_NAMED).map(|worker| worker.label().to_owned()).collect();
    if people.len() > MOST_NAMED {
        names.push(format!("{} more", people.len() - MOST_NAMED));
    }
    let count = places.len();
    let left = count - most;
    let why = if room < asked {
        format!("they have room for {}, and these ask for {}", in_words(room), in_words(asked))
    } else {
        "nobody fills two places of one task, and no place is cut in two".to_owned()
    };
    let words = format!(
        "only {} can fill {count} places{}, and at most {most} of them: {why}; {left} must stay empty",
        listed(&names),
        common(report, &places),
    );
    Some(WorkBottleneck {
        tasks,
        people: people.into_iter().map(|worker| worker.id.clone()).collect(),
        places: u32::try_from(count).unwrap_or(u32::MAX),
        most: u32::try_from(most).unwrap_or(u32::MAX),
        room: hours(room),
        asked: hours(asked),
        words,
    })
}

fn in_words(seconds: u64) -> String {
    let hours: Hours = hours(seconds);
    hours.in_words()
}

/// Seconds that `person` can give to the places at most, beside what else they have.
fn room_of(report: &Report, tied: &Tied, places: &[&Place], person: usize) -> u64 {
    let theirs = report.places_of(person).iter().filter(|held| tied.places.contains(held));
    let held: u64 = theirs.filter_map(|held| place(report, *held)).map(|place| place.seconds).sum();
    // Help that they give may go with a place that moves: so it bounds nothing.
    let held = held + report.help_of(person);
    let measure = report.board.measure(person);
    let others = report.seconds(person).saturating_sub(held);
    let cap = measure.cap.saturating_sub(others);
    let last = places.iter().map(|place| place.due).collect::<Option<Vec<usize>>>().and_then(|due| due.into_iter().max());
    let days = last.and_then(|last| report.room.left_by(person, last)).map(|left| left.saturating_add(held));
    // Nobody has room for more than all of it.
    let all = places.iter().map(|place| place.seconds).sum();
    cap.min(days.unwrap_or(u64::MAX)).min(all)
}

/// How many of the places fit in so many seconds, the smallest first; with `once` at most one of each task.
fn fitting<'a>(places: impl Iterator<Item = &'a Place>, seconds: u64, once: bool) -> usize {
    let mut sizes: Vec<(u64, usize)> = places.map(|place| (place.seconds, place.task)).collect();
    sizes.sort_unstable();
    let mut tasks = BTreeSet::new();
    let (mut left, mut count) = (seconds, 0);
    for (size, task) in sizes {
        if once && !tasks.insert(task) {
            continue;
        }
        match left.checked_sub(size) {
            Some(rest) => left = rest,
            None => break,
        }
        count += 1;
    }
    count
}

/// What all of the places ask for, if they ask for the same.
fn common(report: &Report, places: &[&Place]) -> String {
    let needs: Option<Vec<&Need>> = places
        .iter()
        .map(|place| {
            let seat = report.board.seats_of(place.task).get(place.seat)?;
            report.board.tasks.get(place.task)?.needs.get(seat.need?)
        })
        .collect();
    let Some(needs) = needs else { return String::new() };
    let first = needs.first().map(|need| conditions(need)).unwrap_or_default();
    let asked = first.into_iter().enumerate().filter_map(|(kind, (name, id))| Some((kind, name, id?)));
    let of = |need: &Need, kind: usize| conditions(need).get(kind).and_then(|(_, id)| id.map(ToString::to_string));
    let mut same = asked.filter(|(kind, _, id)| needs.iter().all(|need| of(need, *kind) == Some(id.to_string())));
    same.next().map_or_else(String::new, |(_, name, id)| format!(" for the {name} \"{id}\""))
}

/// What a need asks for, by its name.
fn conditions(need: &Need) -> [(&'static str, Option<&Id>); 4] {
    [
        ("role", need.role.as_ref()),
        ("skill", need.skill.as_ref()),
        ("constituency", need.constituency.as_ref()),
        ("experience", need.experience.as_ref()),
    ]
}
