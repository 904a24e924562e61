//! More courses by hand: a course is added where its places fit, others moving aside if need be, or takes the place of another one.

use super::packing::Packing;
use super::{Bits, Puzzle, Team, at, bit, has, members};

/// How many may move aside in a row for one place.
const DEEPEST: u32 = 3;

/// Adds a course if that needs only a few moves; changes nothing if not.
pub(super) fn add(packing: &mut Packing<'_>, puzzle: &Puzzle, course: usize, steps: &mut u64) -> bool {
    let before = packing.clone();
    *steps = steps.saturating_sub((puzzle.places.len() + puzzle.tutors.len()) as u64 / 8);
    for number in puzzle.places_of(course) {
        if at(&packing.teams, *number) == Team::Empty && !fill(packing, puzzle, *number, DEEPEST, steps) {
            *packing = before;
            return false;
        }
    }
    true
}

/// Fills one place, moving others aside.
fn fill(packing: &mut Packing<'_>, puzzle: &Puzzle, number: usize, depth: u32, steps: &mut u64) -> bool {
    if *steps == 0 {
        return false;
    }
    *steps = steps.saturating_sub(1);
    let place = puzzle.place(number);
    *steps = steps.saturating_sub(u64::from(place.able.count_ones()));
    if let Some(tutor) = packing.fitting(&place, place.seconds).first() {
        return packing.put(number, Team::One(*tutor));
    }
    if place.splits {
        let halves = packing.fitting(&place, place.half());
        for (index, one) in halves.iter().enumerate() {
            for other in halves.iter().skip(index + 1) {
                if packing.put(number, Team::Two(*one, *other)) {
                    return true;
                }
            }
        }
    }
    if depth == 0 {
        return false;
    }
    for tutor in members(place.able) {
        *steps = steps.saturating_sub(u64::from(at(&packing.held, tutor).count_ones()));
        for other in moved_aside(packing, puzzle, tutor) {
            let team = packing.take(other);
            *steps = steps.saturating_sub(1);
            if packing.put(number, Team::One(tutor)) {
                if fill(packing, puzzle, other, depth - 1, steps) {
                    return true;
                }
                packing.take(number);
            }
            packing.put(other, team);
        }
    }
    false
}

/// The places that a tutor fills alone.
fn moved_aside(packing: &Packing<'_>, puzzle: &Puzzle, tutor: usize) -> Vec<usize> {
    let theirs = members(at(&packing.held, tutor)).flat_map(|course| puzzle.places_of(course).iter().copied());
    theirs.filter(|number| at(&packing.teams, *number) == Team::One(tutor)).collect()
}

/// Adds courses in this order, then lets pairs of others take the place of one, as long as that gains.
pub(super) fn improve(packing: &mut Packing<'_>, puzzle: &Puzzle, must: Bits, order: &[usize], steps: &mut u64) {
    let add_all = |packing: &mut Packing<'_>, steps: &mut u64, without: Bits| {
        let running = packing.running() | without;
        order.iter().filter(|course| !has(running, **course)).for_each(|course| {
            add(packing, puzzle, *course, steps);
        });
    };
    add_all(packing, steps, 0);
    let mut gained = true;
    while gained && *steps > 0 {
        gained = false;
        for course in members(packing.running() & !must) {
            if puzzle.places_of(course).is_empty() {
                continue;
            }
            let before = packing.clone();
            *steps = steps.saturating_sub((puzzle.places.len() + puzzle.courses.len()) as u64 / 2);
            packing.drop_course(course);
            add_all(packing, steps, bit(course));
            add(packing, puzzle, course, steps);
            if puzzle.worth(packing.running()) > puzzle.worth(before.running()) {
                gained = true;
            } else {
                *packing = before;
            }
            if *steps == 0 {
                break;
            }
        }
    }
}
