//! Each side by itself: how many courses it could staff, by how much it is short, and what its days buy.

use super::answer::{CourseProof, CourseProofKind, CourseSide};
use super::days::more_days;
use super::engine::{Asked, Found, Puzzle, at, has, members, solve, with_part};
use super::plan::Plan;
use super::proof::{Claim, plain, prove};
use super::read::College;
use super::report::Told;
use super::request::CoursesAim;
use super::words::{count, many};
use crate::group::listed;
use crate::workload::board::hours;

/// A side by itself.
#[derive(Debug)]
pub(super) struct Alone {
    pub(super) puzzle: Puzzle,
    pub(super) found: Found,
}

/// Nothing is worth more than this, by what each side alone allows; `except` one side, which may get more.
pub(super) fn limit(college: &College<'_>, alone: &[Alone], except: Option<usize>) -> i64 {
    if college.request.aim != CoursesAim::Courses {
        return i64::MAX;
    }
    let others = alone.iter().enumerate().filter(|(side, _)| Some(*side) != except);
    others.map(|(_, alone)| alone.found.at_most).min().unwrap_or(i64::MAX)
}

impl Alone {
    /// The most courses that the side could staff if nothing else were scarce.
    pub(super) fn new(college: &College<'_>, side: usize, steps: &mut u64) -> Self {
        let puzzle = college.puzzle.side_alone(side).each_for_one();
        let found = with_part(steps, 4, |steps| solve(&Asked::most(&puzzle), steps));
        Self { puzzle, found }
    }

    /// So many courses run in a plan, so the side can staff them.
    pub(super) fn can_staff(&mut self, courses: u32) {
        self.found.value = self.found.value.max(i64::from(courses));
    }

    /// How many courses at most, proved.
    pub(super) fn at_most(&self) -> u32 {
        count(self.found.at_most)
    }

    fn proof(&self, college: &College<'_>, side: usize) -> CourseProof {
        let claim = Claim {
            puzzle: &self.puzzle,
            must: 0,
            out: 0,
            priced: &self.found.priced,
            value: self.found.value,
            at_most: self.found.at_most,
            aim: CoursesAim::Courses,
            side: Some(side),
        };
        prove(college, &claim)
    }
}

/// The side told.
pub(super) fn told(told: &Told<'_>, all: &[Alone], side: usize, steps: &mut u64) -> Option<CourseSide> {
    let alone = all.get(side)?;
    let college = told.college;
    let puzzle = &college.puzzle;
    let theirs = || puzzle.tutors.iter().enumerate().filter(|(_, tutor)| tutor.side == side);
    let released: u64 = theirs().map(|(_, tutor)| tutor.seconds).sum();
    let used: u64 = theirs().map(|(number, _)| at(&told.packing.load, number)).sum();
    let asked: u64 = puzzle.places.iter().filter(|place| place.side == side).map(|place| place.seconds).sum();
    let short = asked.saturating_sub(released);
    let all_run = told.plan.running == puzzle.all();
    let days = if all_run { None } else { Some(more_days(college, told.plan, all, side, steps)) };
    let offered = count(puzzle.courses.len());
    let cap = count(alone.found.value);
    let word = college.side_word(side);
    let proof = alone.proof(college, side);
    let mut words = if alone.at_most() >= offered && cap >= offered {
        format!("the {word} side could staff all {}", many(offered, "course"))
    } else if cap == alone.at_most() {
        format!("{word} release caps courses at {cap}: {}", proof.words)
    } else {
        format!("{word} release suffices for {cap} courses and for no more than {}", alone.at_most())
    };
    if short > 0 {
        words.push_str(&format!(
            "; all courses together ask the side for {}, {} more than it has",
            hours(asked).in_words(),
            hours(short).in_words()
        ));
    }
    let (more_days, more_days_proved) = match days {
        None => (Vec::new(), true),
        Some(days) => {
            words.push_str(&format!("; {}", days.words));
            (days.steps, days.proved)
        }
    };
    Some(CourseSide {
        side: college.sides.get(side)?.clone(),
        tutors: count(theirs().count()),
        released: hours(released),
        asked: hours(asked),
        hours_short: hours(short),
        used: hours(used),
        alone: cap,
        alone_at_most: alone.at_most(),
        longest: hours(theirs().map(|(_, tutor)| tutor.seconds).max().unwrap_or(0)),
        longest_left: hours(theirs().map(|(number, _)| told.left(number)).max().unwrap_or(0)),
        short_by: offered.saturating_sub(alone.at_most()),
        proof,
        more_days,
        more_days_proved,
        words,
    })
}

/// The sides each of which alone keeps the number down to what runs, and that in a sentence.
pub(super) fn bottleneck(college: &College<'_>, plan: &Plan, alone: &[Alone]) -> (Vec<usize>, String) {
    let run = plan.running.count_ones();
    if plan.running == college.puzzle.all() {
        return (Vec::new(), "nothing: every course has its tutors".to_owned());
    }
    let short: Vec<usize> = alone.iter().enumerate().filter(|(_, alone)| alone.at_most() <= run).map(|(side, _)| side).collect();
    let names: Vec<&str> = short.iter().map(|side| college.side_word(*side)).collect();
    let suffices = suffices(college, alone, &short);
    let beside = || if suffices.is_empty() { String::new() } else { format!("; {}", listed(&suffices)) };
    let words = match names.as_slice() {
        [] => {
            let why = if plan.must != 0 || plan.out != 0 {
                "with the courses that must run going first, "
            } else if college.request.aim == CoursesAim::Learners {
                "as what counts is learners, "
            } else {
                "no side alone: "
            };
            format!("{why}{}, but not for the same courses: {run} run", listed(&suffices))
        }
        [one] => format!("{one} release caps courses at {run}{}", beside()),
        _ => format!("{} release each cap courses at {run}{}", listed(&names), beside()),
    };
    (short, words)
}

/// What the sides that are not short would suffice for.
fn suffices(college: &College<'_>, alone: &[Alone], short: &[usize]) -> Vec<String> {
    let others = alone.iter().enumerate().filter(|(side, _)| !short.contains(side));
    let each = others.map(|(side, alone)| format!("{} release would suffice for {}", college.side_word(side), alone.found.value));
    each.collect()
}

/// Why no more can run: one side's proof where it suffices.
pub(super) fn proof(college: &College<'_>, plan: &Plan, alone: &[Alone]) -> CourseProof {
    let run = plan.running.count_ones();
    if college.request.aim == CoursesAim::Courses
        && plan.running != college.puzzle.all()
        && let Some((side, _)) = alone.iter().enumerate().find(|(_, alone)| alone.at_most() <= run)
    {
        let words = format!("the {} side alone allows no more than {run}: its own proof shows it", college.side_word(side));
        return CourseProof { side: college.sides.get(side).cloned(), ..plain(CourseProofKind::Side, i64::from(run), words) };
    }
    let claim = Claim {
        puzzle: &college.puzzle,
        must: plan.must,
        out: plan.out,
        priced: &plan.priced,
        value: plan.value,
        at_most: plan.at_most,
        aim: college.request.aim,
        side: None,
    };
    let mut proof = prove(college, &claim);
    if plan.out != 0 {
        let left: Vec<&str> =
            members(college.must).filter(|course| has(plan.out, *course)).map(|course| college.title(course)).collect();
        let settled = if plan.must_settled { "cannot run beside the others that must" } else { "do not run in this plan" };
        proof.words = format!("{} {settled}; of the rest: {}", listed(&left), proof.words);
    }
    proof
}
