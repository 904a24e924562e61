//! What else would change what can run: one more tutor, courses shared by two, other lengths.

use super::answer::{CourseLength, CourseSideCount, NewTutor, SharedPlaces};
use super::days::{gain, then};
use super::engine::{Asked, Bits, Packing, Puzzle, Teacher, Team, at, bit, has, members, solve, with_part};
use super::plan::{Plan, most_from};
use super::read::{College, able, needs, released};
use super::request::{CourseTutor, MOST_LENGTHS};
use super::side::{Alone, limit};
use super::words::{count, many};
use crate::error::{Pointer, WorkloadError};
use crate::group::listed;
use crate::unit::Hours;
use crate::workload::board::hours;

/// One question has one of so many parts of the steps that are left.
const PARTS: u64 = 6;

/// The tutors of the request who could come, each by themselves; or, if it names none, one for each side.
pub(super) fn new_tutors(
    college: &College<'_>,
    plan: &Plan,
    alone: &[Alone],
    steps: &mut u64,
) -> Result<Vec<NewTutor>, WorkloadError> {
    let path = Pointer::root().key("new_tutors");
    let mut all = Vec::new();
    for (number, tutor) in college.request.new_tutors.iter().enumerate() {
        let seconds = released(tutor, college.puzzle.day, &path.index(number))?;
        let side = college.side(&tutor.side).unwrap_or(usize::MAX);
        all.push(with_part(steps, PARTS, |steps| with(college, plan, alone, Some(tutor), Teacher { side, seconds }, steps)));
    }
    if all.is_empty() {
        for side in 0..college.sides.len() {
            let mut theirs: Vec<u64> =
                college.puzzle.tutors.iter().filter(|tutor| tutor.side == side).map(|tutor| tutor.seconds).collect();
            theirs.sort_unstable();
            // Of an even number the lower one of the two in the middle.
            if let Some(seconds) = theirs.get(theirs.len().saturating_sub(1) / 2) {
                all.push(with_part(steps, PARTS, |steps| {
                    with(college, plan, alone, None, Teacher { side, seconds: *seconds }, steps)
                }));
            }
        }
    }
    Ok(all.into_iter().flatten().collect())
}

/// What one more tutor would buy; somebody who can teach everything if none is given.
fn with(
    college: &College<'_>,
    plan: &Plan,
    alone: &[Alone],
    tutor: Option<&CourseTutor>,
    teacher: Teacher,
    steps: &mut u64,
) -> Option<NewTutor> {
    let mut puzzle = college.puzzle.clone();
    let number = puzzle.tutors.len();
    puzzle.tutors.push(teacher);
    for (place, need) in puzzle.places.iter_mut().zip(&college.needs) {
        let course = college.request.courses.get(place.course)?;
        let needs = needs(course);
        let can = tutor.is_none_or(|tutor| needs.get(*need).is_some_and(|need| able(tutor, course, need)));
        if place.side == teacher.side && can {
            place.able |= bit(number);
        }
    }
    let next = most_from(&puzzle, college.must, plan, limit(college, alone, Some(teacher.side)), steps);
    let then = then(college, plan, &next);
    let held = at(&Packing::of(&puzzle, &next.teams).held, number) & next.running;
    let word = college.side_word(teacher.side);
    let released = hours(teacher.seconds);
    let who = tutor.map_or_else(
        || format!("one more {word} tutor who can teach every course, with {}", released.in_words()),
        |tutor| format!("{}, {word}, with {}", tutor.label(), released.in_words()),
    );
    let words = format!("{who}, {}", gain(college, &then));
    Some(NewTutor {
        tutor: tutor.map(|tutor| tutor.id.clone()),
        side: college.sides.get(teacher.side)?.clone(),
        hours: released,
        teaches: college.ids(members(held)),
        then,
        words,
    })
}

/// What it would do if two tutors of a side could share each place.
pub(super) fn shared(college: &College<'_>, plan: &Plan, alone: &[Alone], side: usize, steps: &mut u64) -> Option<SharedPlaces> {
    let mut puzzle = college.puzzle.clone();
    let theirs = || college.puzzle.places.iter().filter(|place| place.side == side);
    if theirs().all(|place| place.splits) {
        return None;
    }
    puzzle.places.iter_mut().filter(|place| place.side == side).for_each(|place| place.splits = true);
    // Prices are of halves now.
    let mut from = plan.clone();
    for (price, (before, after)) in from.priced.prices.iter_mut().zip(college.puzzle.places.iter().zip(&puzzle.places)) {
        *price = *price * before.units() / after.units();
    }
    let next = with_part(steps, PARTS, |steps| most_from(&puzzle, college.must, &from, limit(college, alone, Some(side)), steps));
    let then = then(college, plan, &next);
    let two = |place: &usize| matches!(at(&next.teams, *place), Team::Two(..)) && puzzle.place(*place).side == side;
    let which: Vec<usize> = members(next.running).filter(|course| puzzle.places_of(*course).iter().any(two)).collect();
    let titles: Vec<&str> = which.iter().map(|course| college.title(*course)).collect();
    let how = if then.gained == 0 { String::new() } else { format!(", with {} shared by two", listed(&titles)) };
    let word = college.side_word(side);
    let words = format!("letting two {word} tutors share a course, half of its hours each, {}{how}", gain(college, &then));
    Some(SharedPlaces { side: college.sides.get(side)?.clone(), shared: college.ids(which), then, words })
}

/// The lengths to look at: those asked for, or those of the courses.
fn lengths(college: &College<'_>) -> Vec<u64> {
    let seconds = |hours: &Hours| hours.seconds().unsigned_abs();
    let mut all: Vec<u64> = college.request.lengths.iter().map(seconds).collect();
    if all.is_empty() {
        all = (0..college.puzzle.courses.len()).map(|course| length(college, course)).collect();
    }
    all.sort_unstable();
    all.dedup();
    // The longest ones are those that are hard to staff.
    all.split_off(all.len().saturating_sub(MOST_LENGTHS))
}

/// The hours of a course for each of its tutors, in seconds.
fn length(college: &College<'_>, course: usize) -> u64 {
    let course = college.request.courses.get(course);
    let all = course.map(|course| [Some(course.hours), course.preparation_hours]).unwrap_or_default();
    all.iter().flatten().map(|hours| hours.seconds().unsigned_abs()).sum()
}

/// How many courses can run, by how long they are.
pub(super) fn by_length(college: &College<'_>, plan: &Plan, steps: &mut u64) -> Vec<CourseLength> {
    lengths(college).into_iter().map(|seconds| of_length(college, plan, seconds, steps)).collect()
}

fn of_length(college: &College<'_>, plan: &Plan, seconds: u64, steps: &mut u64) -> CourseLength {
    let of = (0..college.puzzle.courses.len()).filter(|course| length(college, *course) == seconds);
    let these: Bits = of.map(bit).sum();
    let single = college.puzzle.each_for_one();
    let mut proved = true;
    let mut most = |puzzle: &Puzzle, out, steps: &mut u64| {
        let found = with_part(steps, PARTS, |steps| solve(&Asked { out, ..Asked::most(puzzle) }, steps));
        proved &= found.proved();
        count(found.value)
    };
    let offered = these.count_ones();
    let alone = if offered == 0 { 0 } else { most(&single, college.puzzle.all() & !these, steps) };
    let mut all = single;
    all.places.iter_mut().for_each(|place| place.seconds = seconds);
    let if_all = most(&all, 0, steps);
    let sides: Vec<CourseSideCount> = (0..college.sides.len())
        .filter_map(|side| {
            let courses = most(&all.side_alone(side), 0, steps);
            Some(CourseSideCount { side: college.sides.get(side)?.clone(), courses })
        })
        .collect();
    let run = members(plan.running).filter(|course| has(these, *course)).count();
    let own = match offered {
        0 => String::new(),
        _ => format!(
            "{} of {}, {run} in the plan and {alone} if only they ran; ",
            many(offered, "course"),
            hours(seconds).in_words()
        ),
    };
    let each: Vec<String> = sides.iter().map(|side| format!("{} {}", side.side, side.courses)).collect();
    let sure = if proved { "" } else { " (as far as was searched)" };
    let words = format!(
        "{own}if every course took {}, {if_all} of {} could run ({}){sure}",
        hours(seconds).in_words(),
        college.puzzle.courses.len(),
        each.join(", ")
    );
    CourseLength { hours: hours(seconds), offered, run: count(run), alone, if_all, sides, proved, words }
}
