//! What more released days would buy: for one tutor, and for a side as a whole.

use super::answer::{CoursesThen, DaysReleased, MoreDays, OneMoreDay};
use super::engine::{Bits, Packing, Priced, Puzzle, at, best_for, members, whole, with_part};
use super::plan::{Plan, most_from};
use super::read::College;
use super::request::CoursesAim;
use super::side::{Alone, limit};
use super::words::{count, many, unit};
use crate::group::listed;
use crate::workload::board::hours;

/// More days than this are not looked at for a side.
pub(super) const MOST_MORE_DAYS: u64 = 10;

/// Hours that nobody is short of, in seconds.
const PLENTY: u64 = 1 << 40;

/// The learners of these courses, if they are known of all.
pub(super) fn learners(college: &College<'_>, courses: Bits) -> Option<u32> {
    members(courses)
        .map(|course| college.request.courses.get(course)?.learners)
        .try_fold(0_u32, |all, some| all.checked_add(some?))
}

/// What could run then, against what runs now.
pub(super) fn then(college: &College<'_>, now: &Plan, next: &Plan) -> CoursesThen {
    CoursesThen {
        courses: count(next.running.count_ones()),
        learners: learners(college, next.running),
        gained: count((next.value - now.value).max(0)),
        proved: next.proved() && now.proved(),
    }
}

/// What more could run, in words that end a sentence.
pub(super) fn gain(college: &College<'_>, then: &CoursesThen) -> String {
    let unit = unit(college.request.aim);
    let sure = if then.proved { "" } else { ", as far as was searched" };
    if then.gained == 0 {
        return format!("buys no further {unit}{sure}");
    }
    let total = match college.request.aim {
        CoursesAim::Courses => format!("{} in all", then.courses),
        CoursesAim::Learners => format!("{} in all", many(then.courses, "course")),
    };
    format!("buys {} more ({total}){sure}", many(then.gained, unit))
}

/// One more day for each tutor by themselves, in the order of the request.
pub(super) fn one_more_day_each(college: &College<'_>, plan: &Plan, alone: &[Alone], steps: &mut u64) -> Vec<OneMoreDay> {
    let tutors = college.request.tutors.iter().filter_map(|tutor| college.number_of(&tutor.id));
    tutors.filter_map(|tutor| with_part(steps, 8, |steps| one_more_day(college, plan, alone, tutor, steps))).collect()
}

fn one_more_day(college: &College<'_>, plan: &Plan, alone: &[Alone], tutor: usize, steps: &mut u64) -> Option<OneMoreDay> {
    let mut puzzle = college.puzzle.clone();
    let teacher = puzzle.tutors.get_mut(tutor)?;
    teacher.seconds = teacher.seconds.saturating_add(puzzle.day);
    let side = teacher.side;
    let limit = limit(college, alone, Some(side));
    let same = plan.out == 0
        && plan.proved()
        && (limit <= plan.value
            || buys_nothing(&college.puzzle, &plan.priced, plan.value, tutor, steps)
            || college.request.aim == CoursesAim::Courses
                && alone.get(side).is_some_and(|own| buys_nothing(&own.puzzle, &own.found.priced, plan.value, tutor, steps)));
    let next = if same { plan.clone() } else { most_from(&puzzle, college.must, plan, limit, steps) };
    let then = then(college, plan, &next);
    let words = format!("one more day ({}) of {} {}", hours(puzzle.day).in_words(), college.name(tutor), gain(college, &then));
    Some(OneMoreDay { tutor: college.tutors.get(tutor)?.id.clone(), then, words })
}

/// Whether these prices show that a day of this tutor buys nothing beyond `value`.
fn buys_nothing(puzzle: &Puzzle, priced: &Priced, value: i64, tutor: usize, steps: &mut u64) -> bool {
    if priced.bound == i64::MAX {
        return false;
    }
    let seconds = at(&puzzle.tutors, tutor).seconds;
    // The bound is one of the courses that could run at all: prices of the others mean nothing.
    let courses = puzzle.all() & !puzzle.impossible();
    let mut best = |seconds: u64| best_for(puzzle, &priced.prices, courses, tutor, seconds, steps).value;
    let more = best(seconds.saturating_add(puzzle.day)) - best(seconds);
    whole(priced.bound.saturating_add(more), 1) <= value
}

/// What a side's days buy.
#[derive(Debug)]
pub(super) struct SideDays {
    pub(super) steps: Vec<MoreDays>,
    pub(super) proved: bool,
    pub(super) words: String,
}

/// More days for a side, to whomever of it.
pub(super) fn more_days(college: &College<'_>, plan: &Plan, alone: &[Alone], side: usize, steps: &mut u64) -> SideDays {
    let word = college.side_word(side);
    let unit = unit(college.request.aim);
    let mut found = SideDays { steps: Vec::new(), proved: plan.proved(), words: String::new() };
    if !college.puzzle.tutors.iter().any(|tutor| tutor.side == side) {
        found.words = format!("there is no {word} tutor who could be released for more days");
        return found;
    }
    let mut plenty = college.puzzle.clone();
    plenty.tutors.iter_mut().filter(|tutor| tutor.side == side).for_each(|tutor| tutor.seconds = PLENTY);
    let limit = limit(college, alone, Some(side));
    let settled = plan.out == 0 && plan.proved() && limit <= plan.value;
    let ceiling = if settled { plan.clone() } else { most_from(&plenty, college.must, plan, limit, &mut (*steps / 8)) };
    if ceiling.proved() && ceiling.value <= plan.value {
        found.words = format!("no number of days that {word} tutors are released for more buys a further {unit}");
        return found;
    }
    let mut last = plan.clone();
    for days in 1..=MOST_MORE_DAYS {
        if last.value >= ceiling.at_most {
            break;
        }
        let mut puzzle = college.puzzle.clone();
        if let Some(pool) = puzzle.pool.get_mut(side) {
            *pool = days;
        }
        let next = with_part(steps, 8, |steps| most_from(&puzzle, college.must, &last, limit, steps));
        found.proved &= next.proved();
        if next.value <= last.value {
            continue;
        }
        let to = released(college, &puzzle, &next, side);
        let then = then(college, plan, &next);
        let names: Vec<String> = to
            .iter()
            .filter_map(|given| {
                let name = college.name(college.number_of(&given.tutor)?);
                Some(if given.days == count(days) { name.to_owned() } else { format!("{name} ({})", given.days) })
            })
            .collect();
        let words = format!(
            "{} more of {} {}",
            many(count(days), "day"),
            listed(&names),
            gain(college, &then).replacen("buys", if days == 1 { "buys" } else { "buy" }, 1)
        );
        found.steps.push(MoreDays { days: count(days), to, then, words });
        last = next;
    }
    found.words = match found.steps.first() {
        None => format!("up to {MOST_MORE_DAYS} more released {word} days buy no further {unit}"),
        Some(first) => {
            let fewer = match first.days {
                1 => String::new(),
                2 => "one more released day buys nothing; ".to_owned(),
                days => format!("up to {} more released days buy nothing; ", days - 1),
            };
            format!("{fewer}{}", first.words)
        }
    };
    if !found.proved {
        found.words.push_str(" (not proved: fewer days might do)");
    }
    found
}

/// To whom days are released in this plan.
fn released(college: &College<'_>, puzzle: &Puzzle, plan: &Plan, side: usize) -> Vec<DaysReleased> {
    let packing = Packing::of(puzzle, &plan.teams);
    let given = (0..puzzle.tutors.len()).filter(|tutor| at(&puzzle.tutors, *tutor).side == side).filter_map(|tutor| {
        let days = count(puzzle.days(tutor, at(&packing.load, tutor)));
        let id = college.tutors.get(tutor)?.id.clone();
        (days > 0).then_some(DaysReleased { tutor: id, days })
    });
    given.collect()
}
