//! What more released days would buy: for one tutor, and for a side as a whole.

use super::answer::{CoursesThen, DaysReleased, MoreDays, OneMoreDay};
use super::engine::{Bits, Packing, Puzzle, at, best_for, members, whole};
use super::plan::{Plan, most_from};
use super::read::{College, hours};
use super::request::CoursesAim;
use super::words::{count, many};
use crate::group::listed;

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

/// "course" or "learner".
pub(super) fn unit(college: &College<'_>) -> &'static str {
    match college.request.aim {
        CoursesAim::Courses => "course",
        CoursesAim::Learners => "learner",
    }
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
    let unit = unit(college);
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

/// One more day for one tutor.
pub(super) fn one_more_day(college: &College<'_>, plan: &Plan, tutor: usize, steps: &mut u64) -> Option<OneMoreDay> {
    let mut puzzle = college.puzzle.clone();
    let teacher = puzzle.tutors.get_mut(tutor)?;
    let before = teacher.seconds;
    teacher.seconds = before.saturating_add(puzzle.day);
    let next = if buys_nothing(&college.puzzle, plan, tutor, before, steps) {
        plan.clone()
    } else {
        most_from(&puzzle, college.must, plan, steps)
    };
    let then = then(college, plan, &next);
    let words = format!("one more day ({}) of {} {}", hours(puzzle.day).in_words(), college.name(tutor), gain(college, &then));
    Some(OneMoreDay { tutor: college.tutors.get(tutor)?.id.clone(), then, words })
}

/// Whether the prices of the plan show that a day of this tutor buys nothing.
fn buys_nothing(puzzle: &Puzzle, plan: &Plan, tutor: usize, seconds: u64, steps: &mut u64) -> bool {
    if plan.out != 0 || !plan.proved() || plan.priced.bound == i64::MAX {
        return false;
    }
    let mut best = |seconds: u64| best_for(puzzle, &plan.priced.prices, puzzle.all(), tutor, seconds, steps).value;
    let more = best(seconds.saturating_add(puzzle.day)) - best(seconds);
    whole(plan.priced.bound.saturating_add(more), 1) <= plan.value
}

/// What a side's days buy.
#[derive(Debug)]
pub(super) struct SideDays {
    pub(super) steps: Vec<MoreDays>,
    pub(super) proved: bool,
    pub(super) words: String,
}

/// More days for a side, to whomever of it.
pub(super) fn more_days(college: &College<'_>, plan: &Plan, side: usize, steps: &mut u64) -> SideDays {
    let word = college.side_word(side);
    let unit = unit(college);
    let mut found = SideDays { steps: Vec::new(), proved: plan.proved(), words: String::new() };
    if !college.puzzle.tutors.iter().any(|tutor| tutor.side == side) {
        found.words = format!("there is no {word} tutor who could be released for more days");
        return found;
    }
    let mut plenty = college.puzzle.clone();
    plenty.tutors.iter_mut().filter(|tutor| tutor.side == side).for_each(|tutor| tutor.seconds = PLENTY);
    let ceiling = most_from(&plenty, college.must, plan, &mut share(steps));
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
        let mut left = share(steps);
        let before = left;
        let next = most_from(&puzzle, college.must, &last, &mut left);
        *steps = steps.saturating_sub(before - left);
        found.proved &= next.proved();
        if next.value <= last.value {
            continue;
        }
        let to = released(college, &puzzle, &next, side);
        let then = then(college, plan, &next);
        let names: Vec<String> = to
            .iter()
            .filter_map(|given| {
                let name = college.tutors.iter().find(|tutor| tutor.id == given.tutor)?.label();
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

/// Steps for one question.
fn share(steps: &u64) -> u64 {
    *steps / 8
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
