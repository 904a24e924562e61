//! Why no more can run: counts that anybody can check.

use super::answer::{CourseProof, CourseProofKind, CourseProofPlace, CourseProofTutor};
use super::engine::{Bits, Priced, Puzzle, SCALE, at, best_for, bit, has, members};
use super::read::College;
use super::request::CoursesAim;
use super::words::{count, courses_in_words, unit};
use crate::unit::Id;
use crate::workload::board::hours;

/// Points for one course are tried up to this many, so that a proof has small numbers if there is one.
const MOST_POINTS: i64 = 24;

/// Courses named in a proof by counting.
const MOST_NAMED: usize = 8;

/// Steps for the checks of one proof.
const STEPS: u64 = 400_000;

/// What is to be proved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim<'a> {
    pub(super) puzzle: &'a Puzzle,
    pub(super) must: Bits,
    pub(super) out: Bits,
    pub(super) priced: &'a Priced,
    pub(super) value: i64,
    pub(super) at_most: i64,
    /// What is counted.
    pub(super) aim: CoursesAim,
    /// The side, where only one is scarce.
    pub(super) side: Option<usize>,
}

/// Points given to places, and what they come to.
struct Weighed {
    one: i64,
    points: Vec<i64>,
    most: Vec<i64>,
    beyond: i64,
}

impl Weighed {
    fn total(&self) -> i64 {
        self.beyond + self.most.iter().sum::<i64>()
    }

    /// No more than so many.
    fn at_most(&self) -> i64 {
        self.total().div_euclid(self.one)
    }
}

fn weigh(claim: &Claim<'_>, points: Vec<i64>, one: i64, steps: &mut u64) -> Weighed {
    let puzzle = claim.puzzle;
    let courses = puzzle.all() & !claim.out;
    let mut beyond = 0;
    for number in members(courses) {
        let gain = puzzle.courses.get(number).map_or(0, |course| course.worth) * one - puzzle.cost_of(number, &points);
        beyond += if has(claim.must, number) { gain } else { gain.max(0) };
    }
    let most = (0..puzzle.tutors.len())
        .map(|tutor| best_for(puzzle, &points, courses, tutor, at(&puzzle.tutors, tutor).seconds, steps).value)
        .collect();
    Weighed { one, points, most, beyond }
}

/// A proof that is told in words alone.
pub(super) fn plain(kind: CourseProofKind, at_most: i64, words: String) -> CourseProof {
    CourseProof {
        kind,
        at_most: count(at_most),
        side: None,
        points_for_one: None,
        places: Vec::new(),
        tutors: Vec::new(),
        beyond: None,
        words,
    }
}

/// The simplest proof there is.
pub(super) fn prove(college: &College<'_>, claim: &Claim<'_>) -> CourseProof {
    let all = claim.puzzle.worth(claim.puzzle.all() & !claim.out);
    if claim.value >= all && claim.out == 0 {
        return plain(CourseProofKind::AllRun, claim.value, "every course can run, so there is nothing to prove".to_owned());
    }
    if claim.value < claim.at_most {
        let words = format!(
            "not proved: the search ended before it was settled whether more than {} can be reached, and no more than {} can",
            claim.value, claim.at_most
        );
        return plain(CourseProofKind::NotProved, claim.at_most, words);
    }
    let mut steps = STEPS;
    by_hours(college, claim).or_else(|| by_points(college, claim, &mut steps)).unwrap_or_else(|| {
        let words = "no short count shows it; the search went through every choice of courses that bounds by points left open, and found \
                     none that comes to more"
            .to_owned();
        plain(CourseProofKind::Search, claim.value, words)
    })
}

/// One side's hours, all put together, against the courses that take it least.
fn by_hours(college: &College<'_>, claim: &Claim<'_>) -> Option<CourseProof> {
    let side = claim.side.filter(|_| claim.must == 0 && claim.out == 0)?;
    let puzzle = claim.puzzle;
    let mut asked: Vec<u64> = (0..puzzle.courses.len()).map(|course| puzzle.seconds_of(course)).collect();
    asked.sort_unstable();
    let first = usize::try_from(claim.value).ok()? + 1;
    let least: u64 = asked.iter().take(first).sum();
    let released: u64 = puzzle.tutors.iter().filter(|tutor| tutor.side == side).map(|tutor| tutor.seconds).sum();
    if asked.len() < first || least <= released {
        return None;
    }
    let word = college.side_word(side);
    let words = format!(
        "the {first} courses that ask least of the {word} side ask for {} together, and its tutors have {} in all",
        hours(least).in_words(),
        hours(released).in_words()
    );
    Some(CourseProof { side: college.sides.get(side).cloned(), ..plain(CourseProofKind::Hours, claim.value, words) })
}

/// Points for places: the fewest for a course that suffice.
fn by_points(college: &College<'_>, claim: &Claim<'_>, steps: &mut u64) -> Option<CourseProof> {
    let prices = &claim.priced.prices;
    let mut bars: Vec<i64> = prices.iter().copied().filter(|price| *price > 0).collect();
    bars.sort_unstable();
    bars.dedup();
    // A few bars, from the highest to the lowest; then finer and finer points.
    let some_bars = (0..8).rev().filter_map(|part| bars.get(bars.len() * part / 8).copied());
    let by_bar = [i64::MAX]
        .into_iter()
        .chain(some_bars)
        .map(|bar| (1, prices.iter().map(|price| i64::from(*price >= bar)).collect::<Vec<i64>>()));
    let rounded = |one: i64| (one, prices.iter().map(|price| (price * one + SCALE / 2).div_euclid(SCALE)).collect::<Vec<i64>>());
    for (one, mut points) in by_bar.chain((1..=MOST_POINTS).chain([SCALE]).map(rounded)) {
        nobody_able(claim.puzzle, &mut points, one);
        let weighed = weigh(claim, points, one, steps);
        if *steps == 0 {
            return None;
        }
        if weighed.at_most() <= claim.value {
            return Some(told(college, claim, &fewer(claim, weighed, steps)));
        }
    }
    None
}

/// The same proof with points for fewer courses, as far as it stands without the others.
fn fewer(claim: &Claim<'_>, mut weighed: Weighed, steps: &mut u64) -> Weighed {
    for course in &claim.puzzle.courses {
        let mut points = weighed.points.clone();
        let mut some = false;
        for place in &course.places {
            if let Some(points) = points.get_mut(*place) {
                some |= std::mem::take(points) > 0;
            }
        }
        if some && *steps > 0 {
            let without = weigh(claim, points, weighed.one, steps);
            if *steps > 0 && without.at_most() <= claim.value {
                weighed = without;
            }
        }
    }
    weighed
}

/// A place that nobody can fill may have as many points as its course is worth: nobody gets them.
fn nobody_able(puzzle: &Puzzle, points: &mut [i64], one: i64) {
    for course in &puzzle.courses {
        let nobody = course.places.iter().find(|place| puzzle.place(**place).able == 0);
        if let Some(points) = nobody.and_then(|place| points.get_mut(*place)) {
            *points = (*points).max(course.worth * one);
        }
    }
}

fn told(college: &College<'_>, claim: &Claim<'_>, weighed: &Weighed) -> CourseProof {
    let puzzle = claim.puzzle;
    let id = |course: usize| college.request.courses.get(course).map(|course| course.id.clone());
    let side = |side: usize| college.sides.get(side).cloned();
    let mut places = Vec::new();
    let mut counted: Bits = 0;
    for course in members(puzzle.all() & !claim.out) {
        for number in puzzle.places_of(course) {
            let (place, points) = (puzzle.place(*number), at(&weighed.points, *number));
            if points > 0
                && let (Some(course), Some(side)) = (id(course), side(place.side))
            {
                places.push(CourseProofPlace { course, side, points: (points * place.units()).to_string() });
            }
        }
        counted |= if puzzle.places_of(course).iter().any(|place| at(&weighed.points, *place) > 0) { bit(course) } else { 0 };
    }
    let tutors: Vec<(usize, i64)> = weighed.most.iter().copied().enumerate().filter(|(_, most)| *most > 0).collect();
    let named = |tutor: &(usize, i64)| Some((college.tutors.get(tutor.0)?.id.clone(), tutor.1));
    let most = |(tutor, most): (Id, i64)| CourseProofTutor { tutor, most: most.to_string() };
    let single = weighed.one == 1 && claim.aim == CoursesAim::Courses;
    let (kind, words) = if single {
        (CourseProofKind::Counting, by_counting(college, claim, weighed, counted, &tutors))
    } else {
        let words = format!(
            "if whoever fills a place gets its points, then within their hours all tutors together get at most {} points; with the {} \
             points that courses are worth beyond their places that is {}, and {} {}s need {} points",
            weighed.most.iter().sum::<i64>(),
            weighed.beyond,
            weighed.total(),
            claim.value + 1,
            unit(claim.aim),
            (claim.value + 1) * weighed.one
        );
        (CourseProofKind::Points, words)
    };
    CourseProof {
        side: claim.side.and_then(side),
        points_for_one: Some(count(weighed.one)),
        places,
        tutors: tutors.iter().filter_map(named).map(most).collect(),
        beyond: Some(weighed.beyond.to_string()),
        ..plain(kind, claim.value, words)
    }
}

fn by_counting(college: &College<'_>, claim: &Claim<'_>, weighed: &Weighed, counted: Bits, tutors: &[(usize, i64)]) -> String {
    let parts: Vec<String> =
        tutors.iter().take(MOST_NAMED).map(|(tutor, most)| format!("{} {most}", college.name(*tutor))).collect();
    let sum: i64 = weighed.most.iter().sum();
    let which = courses_in_words(college, counted);
    let have = match (tutors.is_empty(), claim.side) {
        (true, Some(_)) => format!("nobody can teach {which}"),
        (true, None) => format!("{which} each have a place that nobody can fill"),
        (false, side) => {
            let more = if tutors.len() > MOST_NAMED { " and so on" } else { "" };
            let can = if side.is_some() {
                format!("at most {sum} of {which}")
            } else {
                format!("at most {sum} of the places listed, of {which},")
            };
            format!("within everybody's hours {can} can be filled (at most: {}{more})", parts.join(", "))
        }
    };
    match weighed.beyond {
        0 => have,
        beyond => format!("{have}; with the {beyond} others that is {}", weighed.total()),
    }
}
