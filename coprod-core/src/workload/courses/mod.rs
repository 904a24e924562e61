#![doc = include_str!("../courses.md")]

mod answer;
mod days;
mod engine;
mod more;
mod plan;
mod proof;
mod read;
mod report;
mod request;
mod side;
mod target;
mod words;

pub use answer::{
    CourseLack, CourseLackKind, CourseLength, CourseOutcome, CourseProof, CourseProofKind, CourseProofPlace, CourseProofTutor,
    CourseSide, CourseSideCount, CourseTeacher, CourseTutorLoad, CoursesAnswer, CoursesThen, DaysReleased, MoreDays, NewTutor,
    OneMoreDay, SharedPlaces,
};
pub use request::{
    COURSES_WORK_LIMIT, Course, CourseNeed, CourseSession, CourseTutor, CoursesAim, CoursesRequest, HOURS_IN_A_DAY,
    MOST_COURSE_PLACES, MOST_COURSE_WORDS, MOST_COURSES, MOST_LENGTHS, MOST_NEW_TUTORS, MOST_TUTORS,
};
pub use target::{
    AimTold, ComparisonTold, CourseComparison, CourseRate, CourseTarget, MOST_TARGETS, RateAgainst, RatesCompared, StatedAim,
    TargetState, TargetTold, TargetsAnswer, TargetsRequest, targets,
};

use self::days::{learners, one_more_day_each};
use self::plan::{Known, even_out, most, settle};
use self::read::College;
use self::report::Told;
use self::side::Alone;
use self::words::count;
use crate::error::WorkloadError;
use crate::workload::board::hours;

/// The most courses that can run, who teaches them, which side is short, and what more release would buy.
///
/// # Errors
/// `nothing_offered` without courses; `too_many` beyond the limits; `duplicate_id`; `unknown_side`, `unknown_topic`;
/// `release_unknown` for a tutor with neither hours nor days, `contradictory_facts` for one with both; `nobody_needed`;
/// `learners_unknown`; `dates_reversed`; `out_of_range` for hours, days and learners.
pub fn courses(request: &CoursesRequest) -> Result<CoursesAnswer, WorkloadError> {
    let college = College::new(request)?;
    let mut steps = COURSES_WORK_LIMIT;
    let mut alone: Vec<Alone> = (0..college.sides.len()).map(|side| Alone::new(&college, side, &mut steps)).collect();
    let scarcest = alone.iter().min_by_key(|alone| alone.found.at_most);
    // Prices of one course are whole numbers of another scale where learners count.
    let prices = scarcest.filter(|_| request.aim == CoursesAim::Courses).map_or(&[][..], |alone| &alone.found.priced.prices);
    let known = Known { limit: side::limit(&college, &alone, None), prices };
    let mut steps = COURSES_WORK_LIMIT;
    let mut plan = most(&college.puzzle, college.must, &known, &mut steps);
    settle(&college.puzzle, &mut plan, &mut steps);
    even_out(&college.puzzle, &mut plan, &mut (COURSES_WORK_LIMIT / 8));
    alone.iter_mut().for_each(|alone| alone.can_staff(plan.running.count_ones()));
    let mut steps = COURSES_WORK_LIMIT;
    let told = Told::new(&college, &plan);
    let sides = (0..alone.len()).filter_map(|side| side::told(&told, &alone, side, &mut steps)).collect();
    let (short, bottleneck) = side::bottleneck(&college, &plan, &alone);
    let some_lack = plan.running != college.puzzle.all();
    let mut steps = COURSES_WORK_LIMIT;
    let one_more_day = if some_lack { one_more_day_each(&college, &plan, &alone, &mut steps) } else { Vec::new() };
    let mut steps = COURSES_WORK_LIMIT;
    let new_tutors = if some_lack { more::new_tutors(&college, &plan, &alone, &mut steps)? } else { Vec::new() };
    let shared = if some_lack {
        (0..college.sides.len()).filter_map(|side| more::shared(&college, &plan, &alone, side, &mut steps)).collect()
    } else {
        Vec::new()
    };
    let mut steps = COURSES_WORK_LIMIT;
    let lengths = more::by_length(&college, &plan, &mut steps);
    Ok(CoursesAnswer {
        words: told.headline(),
        aim: request.aim,
        offered: count(request.courses.len()),
        run: count(plan.running.count_ones()),
        learners: learners(&college, plan.running),
        at_most: count(plan.at_most),
        proved: plan.proved(),
        order_settled: plan.order_settled,
        courses: told.courses(),
        tutors: told.tutors(),
        sides,
        short: short.iter().filter_map(|side| college.sides.get(*side).cloned()).collect(),
        bottleneck,
        proof: side::proof(&college, &plan, &alone),
        one_more_day,
        new_tutors,
        shared,
        lengths,
        assumes: assumes(&college),
    })
}

/// What the answer takes for granted.
fn assumes(college: &College<'_>) -> Vec<String> {
    let request = college.request;
    let mut said = Vec::new();
    let day = hours(college.puzzle.day).in_words();
    said.push(match request.hours_in_a_day {
        None => format!("a released day is {day}, as the request does not say"),
        Some(_) => format!("a released day is {day}"),
    });
    if request.courses.iter().any(|course| course.needs.is_empty()) {
        said.push(
            "a course without needs of its own needs a pair: one peer tutor and one professional tutor, each for all its hours"
                .to_owned(),
        );
    }
    if college.puzzle.places.iter().any(|place| place.splits) {
        said.push("two who share a place have half of its hours each, and both can come to every session".to_owned());
    }
    said.push("between plans that are equally good, earlier courses of the list go before later ones; who teaches is evened out by moves and exchanges, which is not proved to be the evenest there is".to_owned());
    said
}
