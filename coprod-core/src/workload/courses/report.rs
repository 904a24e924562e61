//! The plan told: courses, tutors, what a course lacks.

use super::answer::{CourseLack, CourseLackKind, CourseOutcome, CourseTeacher, CourseTutorLoad};
use super::engine::{Packing, Place, Team, at, has, members};
use super::plan::Plan;
use super::read::{College, needs, unable};
use super::words::{count, many, unit};
use crate::group::listed;
use crate::unit::{Id, Ratio};
use crate::workload::board::hours;

/// The plan, with the hours that it uses.
#[derive(Debug)]
pub(super) struct Told<'a> {
    pub(super) college: &'a College<'a>,
    pub(super) plan: &'a Plan,
    pub(super) packing: Packing<'a>,
}

impl<'a> Told<'a> {
    pub(super) fn new(college: &'a College<'a>, plan: &'a Plan) -> Self {
        Self { college, plan, packing: Packing::of(&college.puzzle, &plan.teams) }
    }

    /// What becomes of each course.
    pub(super) fn courses(&self) -> Vec<CourseOutcome> {
        self.college.request.courses.iter().enumerate().map(|(number, course)| self.outcome(number, &course.id)).collect()
    }

    fn outcome(&self, number: usize, id: &Id) -> CourseOutcome {
        let title = self.college.title(number);
        if has(self.plan.running, number) {
            let team = self.team(number);
            let names: Vec<String> = team
                .iter()
                .map(|teacher| {
                    let name = self.college.number_of(&teacher.tutor).map_or("", |tutor| self.college.name(tutor));
                    format!("{name} ({}, {})", teacher.side, teacher.hours.in_words())
                })
                .collect();
            let words = format!("{title} runs with {}", listed(&names));
            return CourseOutcome { id: id.clone(), runs: true, team, lacks: Vec::new(), words };
        }
        let mut lacks: Vec<CourseLack> = Vec::new();
        let mut before = None;
        for place in self.college.puzzle.places_of(number) {
            // Places of one need lack the same.
            let need = at(&self.college.needs, *place);
            if before != Some(need) {
                lacks.extend(self.lack(self.college.puzzle.place(*place), need));
            }
            before = Some(need);
        }
        let lacking: Vec<&str> =
            lacks.iter().filter(|lack| lack.lack != CourseLackKind::Nothing).map(|lack| lack.words.as_str()).collect();
        let words = if lacking.is_empty() {
            format!(
                "{title} does not run: each of its places could be filled by somebody, but not all of them beside the courses that run"
            )
        } else {
            format!("{title} does not run: {}", lacking.join("; "))
        };
        CourseOutcome { id: id.clone(), runs: false, team: Vec::new(), lacks, words }
    }

    fn team(&self, course: usize) -> Vec<CourseTeacher> {
        let mut team = Vec::new();
        for number in self.college.puzzle.places_of(course) {
            let place = self.college.puzzle.place(*number);
            let who = match at(&self.packing.teams, *number) {
                Team::Empty => Vec::new(),
                Team::One(tutor) => vec![(tutor, place.seconds)],
                Team::Two(one, other) => vec![(one, place.half()), (other, place.half())],
            };
            for (tutor, seconds) in who {
                if let (Some(tutor), Some(side)) = (self.college.tutors.get(tutor), self.college.sides.get(place.side)) {
                    team.push(CourseTeacher { tutor: tutor.id.clone(), side: side.clone(), hours: hours(seconds) });
                }
            }
        }
        team
    }

    /// Seconds that somebody has left.
    pub(super) fn left(&self, tutor: usize) -> u64 {
        at(&self.college.puzzle.tutors, tutor).seconds.saturating_sub(at(&self.packing.load, tutor))
    }

    fn lack(&self, place: Place, need: usize) -> Option<CourseLack> {
        let college = self.college;
        let side = college.sides.get(place.side)?;
        // Of two who share it, each needs half of the hours.
        let asked = if place.splits { place.half() } else { place.seconds };
        let able = || members(place.able);
        let released = |tutor: &usize| at(&college.puzzle.tutors, *tutor).seconds;
        let clashes = |tutor: &usize| at(&self.packing.held, *tutor) & college.puzzle.clash(place.course) != 0;
        let nearest = able().max_by_key(|tutor| (self.left(*tutor), usize::MAX - *tutor));
        let wants = if place.splits {
            format!("{}, or half of that of each of two", hours(place.seconds).in_words())
        } else {
            hours(place.seconds).in_words()
        };
        // Whether one of these has the time for all of it, or two for half.
        let filled = |who: &dyn Fn(&usize) -> bool, time: &dyn Fn(&usize) -> u64| {
            let who = || able().filter(who);
            who().filter(|tutor| time(tutor) >= asked).count() > usize::from(place.splits)
                || who().any(|tutor| time(&tutor) >= place.seconds)
        };
        let enough = filled(&|_| true, &|tutor| self.left(*tutor));
        let free = filled(&|tutor| !clashes(tutor), &|tutor| self.left(*tutor));
        let long = !filled(&|_| true, &released);
        let name = nearest.map_or("", |tutor| college.name(tutor));
        let left = nearest.map(|tutor| hours(self.left(tutor)));
        let (lack, words) = if place.able == 0 {
            (CourseLackKind::NobodyAble, self.nobody(place, need))
        } else if free {
            (CourseLackKind::Nothing, format!("a {side} tutor could be found"))
        } else if enough {
            (CourseLackKind::SameTime, format!("every {side} tutor who has the hours teaches another course at the same time"))
        } else if long {
            let most = able().max_by_key(|tutor| (released(tutor), usize::MAX - *tutor))?;
            let words = format!(
                "no {side} tutor is released for long enough: it takes {wants}, and {} has {} in all",
                college.name(most),
                hours(released(&most)).in_words()
            );
            (CourseLackKind::TooLong, words)
        } else {
            let left = left.unwrap_or_default();
            let words = format!(
                "no {side} tutor has the hours left: it takes {wants}, and of those who can teach it {name} has most left, {}",
                left.in_words()
            );
            (CourseLackKind::NoHoursLeft, words)
        };
        let nearest = nearest.and_then(|tutor| college.tutors.get(tutor)).map(|tutor| tutor.id.clone());
        Some(CourseLack { side: side.clone(), lack, hours: hours(place.seconds), nearest, left, words })
    }

    /// Why nobody of the side can fill the place, whatever their hours.
    fn nobody(&self, place: Place, need: usize) -> String {
        let side = self.college.side_word(place.side);
        let Some(course) = self.college.request.courses.get(place.course) else { return String::new() };
        let needs = needs(course);
        let Some(need) = needs.get(need) else { return String::new() };
        let theirs: Vec<_> = self.college.tutors.iter().filter(|tutor| tutor.side == need.side).collect();
        let why: Vec<String> = theirs
            .iter()
            .take(4)
            .filter_map(|tutor| Some(format!("{} {}", tutor.label(), unable(tutor, course, need)?)))
            .collect();
        match theirs.len() {
            0 => format!("there is no {side} tutor"),
            more if more > why.len() => format!("no {side} tutor can teach it ({}, and so on)", why.join(", ")),
            _ => format!("no {side} tutor can teach it ({})", why.join(", ")),
        }
    }

    /// What each tutor gives, in the order of the request.
    pub(super) fn tutors(&self) -> Vec<CourseTutorLoad> {
        self.college.request.tutors.iter().filter_map(|tutor| self.load(&tutor.id)).collect()
    }

    fn load(&self, id: &Id) -> Option<CourseTutorLoad> {
        let college = self.college;
        let number = college.number_of(id)?;
        let tutor = college.tutors.get(number)?;
        let (released, used) = (at(&college.puzzle.tutors, number).seconds, at(&self.packing.load, number));
        let part = |seconds: u64| i64::try_from(seconds).ok();
        let courses: Vec<usize> = members(at(&self.packing.held, number) & self.plan.running).collect();
        let titles: Vec<&str> = courses.iter().map(|course| college.title(*course)).collect();
        let teaches = if titles.is_empty() { "teaches nothing".to_owned() } else { format!("teaches {}", listed(&titles)) };
        let words = format!("{} {teaches}: {used} of {} used", tutor.label(), hours(released).in_words(), used = hours(used));
        Some(CourseTutorLoad {
            id: id.clone(),
            side: tutor.side.clone(),
            released: hours(released),
            used: hours(used),
            left: hours(released.saturating_sub(used)),
            of_released: part(used).zip(part(released)).and_then(|(used, released)| Ratio::new(used, released).ok()),
            courses: college.ids(courses),
            words,
        })
    }

    /// The answer in a sentence.
    pub(super) fn headline(&self) -> String {
        let (run, offered) = (self.plan.running.count_ones(), self.college.request.courses.len());
        let offered = many(count(offered), "course");
        match (run as usize == self.college.request.courses.len(), self.plan.proved()) {
            (true, _) => format!("all {offered} can run"),
            (false, true) => format!("{run} of {offered} can run, and no plan does better"),
            (false, false) => format!(
                "{run} of {offered} run in this plan; whether one does better is not settled, and none comes to more than {} {}s",
                self.plan.at_most,
                unit(self.college.request.aim)
            ),
        }
    }
}
