//! Checks a request, and turns it into places and those who can fill them.

use std::collections::{BTreeMap, BTreeSet};

use super::engine::{Bits, Place, Puzzle, Teacher, Wanted, bit};
use super::request::{
    Course, CourseNeed, CourseSession, CourseTutor, CoursesAim, CoursesRequest, HOURS_IN_A_DAY, MOST_COURSE_PLACES,
    MOST_COURSE_WORDS, MOST_COURSES, MOST_LENGTHS, MOST_NEW_TUTORS, MOST_TUTORS,
};
use crate::error::{Pointer, UnitError, WorkloadError};
use crate::unit::{Date, Hours, Id, Ratio};
use crate::workload::board::hours;
use crate::workload::known::{at_most, once, short_enough};
use crate::workload::{MOST_NAME_LETTERS, MOST_TITLE_LETTERS};

/// The two sides of a pair.
const PAIR: [&str; 2] = ["peer", "professional"];

/// The most hours that anybody can be released for, and that a course can take: all together then stay below a million.
const MOST_SECONDS: i64 = 2_500 * 3600;

/// A request that has been checked.
#[derive(Debug, Clone)]
pub(super) struct College<'a> {
    pub(super) request: &'a CoursesRequest,
    /// The sides, in the order of their names.
    pub(super) sides: Vec<Id>,
    /// The tutors in the order of their ids.
    pub(super) tutors: Vec<&'a CourseTutor>,
    pub(super) puzzle: Puzzle,
    /// The courses that must run.
    pub(super) must: Bits,
    /// By place: what its need asks for beside the side, by the number of the need in the course.
    pub(super) needs: Vec<usize>,
}

/// The needs of a course, the pair where it has none.
pub(super) fn needs(course: &Course) -> Vec<CourseNeed> {
    if !course.needs.is_empty() {
        return course.needs.clone();
    }
    let pair = PAIR.iter().filter_map(|side| side.parse().ok());
    pair.map(|side| CourseNeed { side, count: None, topics: Vec::new(), hours: None, may_split: false }).collect()
}

fn out_of_range<T>(path: Pointer, found: impl ToString, bounds: &str) -> Result<T, WorkloadError> {
    Err(WorkloadError::OutOfRange { path, found: found.to_string(), bounds: bounds.to_owned() })
}

/// Refuses two courses, or two tutors, of one id.
fn each_once<'a>(ids: impl Iterator<Item = &'a Id>, path: &Pointer) -> Result<(), WorkloadError> {
    let mut seen = BTreeSet::new();
    for (number, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(WorkloadError::DuplicateId { path: path.index(number).key("id"), id: id.to_string() });
        }
    }
    Ok(())
}

/// The seconds of hours above zero.
fn above_zero(path: Pointer, hours: Hours) -> Result<u64, WorkloadError> {
    if hours == Hours::ZERO || hours.seconds() > MOST_SECONDS {
        return out_of_range(path, hours.in_words(), "above 0 and up to 2500 hours");
    }
    Ok(hours.seconds().unsigned_abs())
}

/// Seconds in a released day.
pub(super) fn day(request: &CoursesRequest) -> Result<u64, WorkloadError> {
    let path = Pointer::root().key("hours_in_a_day");
    let usual = || HOURS_IN_A_DAY.parse().map_err(|error: UnitError| error.to_string());
    let hours = request.hours_in_a_day.map_or_else(usual, Ok);
    let hours = hours.map_err(|what| WorkloadError::Internal { path: path.clone(), what })?;
    if hours == Hours::ZERO || hours.seconds() > 24 * 3600 {
        return out_of_range(path, hours.in_words(), "above 0 and up to 24 hours");
    }
    Ok(hours.seconds().unsigned_abs())
}

/// Seconds that a tutor is released for.
pub(super) fn released(tutor: &CourseTutor, day: u64, path: &Pointer) -> Result<u64, WorkloadError> {
    let most = "from 0 to 2500 hours";
    match (tutor.hours, tutor.days) {
        (Some(hours), None) if hours.seconds() <= MOST_SECONDS => Ok(hours.seconds().unsigned_abs()),
        (Some(hours), None) => out_of_range(path.key("hours"), hours.in_words(), most),
        (None, Some(days)) => {
            let path = path.key("days");
            let of_day = i64::try_from(day).ok().and_then(|day| Ratio::new(day, 1).ok());
            let seconds = of_day.and_then(|day| days.times(day).ok()).filter(|_| !days.is_negative());
            let Some(seconds) = seconds.filter(|seconds| seconds.numer() / seconds.denom() <= MOST_SECONDS) else {
                return out_of_range(path, format!("{days} days"), most);
            };
            // Released days that are no whole seconds are counted down to them.
            Ok((seconds.numer() / seconds.denom()).unsigned_abs())
        }
        (None, None) => Err(WorkloadError::ReleaseUnknown { path: path.clone(), id: tutor.id.to_string() }),
        (Some(_), Some(_)) => Err(WorkloadError::ContradictoryFacts {
            path: path.key("days"),
            words: format!("\"{}\" has both \"hours\" and \"days\"", tutor.id),
        }),
    }
}

/// Whether two sessions are at the same time.
fn meet(one: &CourseSession, other: &CourseSession) -> bool {
    let apart = one.part.is_some() && other.part.is_some() && one.part != other.part;
    one.date == other.date && !apart
}

impl<'a> College<'a> {
    /// Checks the request.
    ///
    /// # Errors
    /// See [`super::courses`].
    pub(super) fn new(request: &'a CoursesRequest) -> Result<Self, WorkloadError> {
        let root = Pointer::root();
        at_most("tutors", request.tutors.len(), MOST_TUTORS, || root.key("tutors"))?;
        at_most("courses", request.courses.len(), MOST_COURSES, || root.key("courses"))?;
        if request.courses.is_empty() {
            return Err(WorkloadError::NothingOffered { path: root.key("courses") });
        }
        each_once(request.tutors.iter().map(|tutor| &tutor.id), &root.key("tutors"))?;
        each_once(request.courses.iter().map(|course| &course.id), &root.key("courses"))?;
        let sides: BTreeSet<Id> =
            request.courses.iter().flat_map(|course| needs(course).into_iter().map(|need| need.side)).collect();
        let mut tutors: Vec<&CourseTutor> = request.tutors.iter().collect();
        tutors.sort_by_key(|tutor| &tutor.id);
        let puzzle = Puzzle { day: day(request)?, pool: vec![0; sides.len()], ..Puzzle::default() };
        let mut college = Self { request, sides: sides.into_iter().collect(), tutors, puzzle, must: 0, needs: Vec::new() };
        for (number, tutor) in request.tutors.iter().enumerate() {
            let path = || root.key("tutors").index(number).key("name");
            short_enough("name", tutor.name.as_deref(), MOST_NAME_LETTERS, path)?;
            college.check_tutor(tutor, &root.key("tutors").index(number))?;
        }
        college.puzzle.tutors = college
            .tutors
            .iter()
            .map(|tutor| {
                let side = college.side(&tutor.side).unwrap_or(usize::MAX);
                Ok(Teacher { side, seconds: released(tutor, college.puzzle.day, &root)? })
            })
            .collect::<Result<_, WorkloadError>>()?;
        college.check_questions()?;
        for (number, course) in request.courses.iter().enumerate() {
            let path = || root.key("courses").index(number).key("title");
            short_enough("title", course.title.as_deref(), MOST_TITLE_LETTERS, path)?;
            college.add(number, course, &root.key("courses").index(number))?;
        }
        college.clashes();
        Ok(college)
    }

    /// The number of a side.
    pub(super) fn side(&self, side: &Id) -> Option<usize> {
        self.sides.iter().position(|other| other == side)
    }

    /// The number of a tutor.
    pub(super) fn number_of(&self, tutor: &Id) -> Option<usize> {
        self.tutors.iter().position(|other| other.id == *tutor)
    }

    /// The ids of courses.
    pub(super) fn ids(&self, courses: impl IntoIterator<Item = usize>) -> Vec<Id> {
        courses.into_iter().filter_map(|course| self.request.courses.get(course)).map(|course| course.id.clone()).collect()
    }

    /// The name of a course for people to read.
    pub(super) fn title(&self, course: usize) -> &'a str {
        self.request.courses.get(course).map_or("", Course::label)
    }

    /// The name of a tutor for people to read.
    pub(super) fn name(&self, tutor: usize) -> &'a str {
        self.tutors.get(tutor).map_or("", |tutor| tutor.label())
    }

    /// The word for a side.
    pub(super) fn side_word(&self, side: usize) -> &str {
        self.sides.get(side).map_or("", |side| side.as_str())
    }

    /// New tutors and lengths.
    fn check_questions(&self) -> Result<(), WorkloadError> {
        let (root, request) = (Pointer::root(), self.request);
        at_most("new tutors", request.new_tutors.len(), MOST_NEW_TUTORS, || root.key("new_tutors"))?;
        at_most("lengths", request.lengths.len(), MOST_LENGTHS, || root.key("lengths"))?;
        each_once(request.new_tutors.iter().map(|tutor| &tutor.id), &root.key("new_tutors"))?;
        for (number, tutor) in request.new_tutors.iter().enumerate() {
            let path = root.key("new_tutors").index(number);
            if request.tutors.iter().any(|other| other.id == tutor.id) {
                return Err(WorkloadError::DuplicateId { path: path.key("id"), id: tutor.id.to_string() });
            }
            self.check_tutor(tutor, &path)?;
        }
        for (number, length) in request.lengths.iter().enumerate() {
            above_zero(root.key("lengths").index(number), *length)?;
        }
        Ok(())
    }

    fn check_tutor(&self, tutor: &CourseTutor, path: &Pointer) -> Result<(), WorkloadError> {
        released(tutor, self.puzzle.day, path)?;
        if self.side(&tutor.side).is_none() {
            return Err(WorkloadError::UnknownSide {
                path: path.key("side"),
                side: tutor.side.to_string(),
                sides: self.sides.iter().map(|side| format!("\"{side}\"")).collect::<Vec<_>>().join(", "),
            });
        }
        for (key, list) in [("topics", &tutor.topics), ("avoids", &tutor.avoids)] {
            at_most(key, list.len(), MOST_COURSE_WORDS, || path.key(key))?;
            once(list, || path.key(key))?;
        }
        at_most("days away", tutor.unavailable.len(), MOST_COURSE_WORDS, || path.key("unavailable"))?;
        for (number, away) in tutor.unavailable.iter().enumerate() {
            if away.to.is_some_and(|to| to < away.from) {
                return Err(WorkloadError::DatesReversed {
                    path: path.key("unavailable").index(number),
                    detail: format!("\"{}\" is away until before the day from which they are away", tutor.id),
                });
            }
        }
        let known = |word: &Id| {
            let courses = &self.request.courses;
            courses.iter().any(|course| {
                course.id == *word || course.topics.contains(word) || course.needs.iter().any(|need| need.topics.contains(word))
            }) || self.request.tutors.iter().any(|tutor| tutor.topics.contains(word))
        };
        match tutor.avoids.iter().enumerate().find(|(_, word)| !known(word)) {
            Some((number, word)) => {
                Err(WorkloadError::UnknownTopic { path: path.key("avoids").index(number), id: word.to_string() })
            }
            None => Ok(()),
        }
    }

    fn add(&mut self, number: usize, course: &Course, path: &Pointer) -> Result<(), WorkloadError> {
        let mut seconds = above_zero(path.key("hours"), course.hours)?;
        seconds += course.preparation_hours.map_or(0, |hours| hours.seconds().unsigned_abs());
        above_zero(path.key("preparation_hours"), hours(seconds))?;
        at_most("topics", course.topics.len(), MOST_COURSE_WORDS, || path.key("topics"))?;
        once(&course.topics, || path.key("topics"))?;
        at_most("needs", course.needs.len(), MOST_COURSE_WORDS, || path.key("needs"))?;
        at_most("sessions", course.sessions.len(), MOST_COURSE_WORDS, || path.key("sessions"))?;
        let worth = match (self.request.aim, course.learners) {
            (_, Some(learners)) if !(1..=100_000).contains(&learners) => {
                return out_of_range(path.key("learners"), learners, "from 1 to 100000");
            }
            (CoursesAim::Courses, _) => 1,
            (CoursesAim::Learners, Some(learners)) => i64::from(learners),
            (CoursesAim::Learners, None) => {
                return Err(WorkloadError::LearnersUnknown { path: path.clone(), id: course.id.to_string() });
            }
        };
        let mut wanted = Wanted { worth, ..Wanted::default() };
        for (index, need) in needs(course).iter().enumerate() {
            let path = path.key("needs").index(index);
            let count = need.count.unwrap_or(1) as usize;
            if count == 0 {
                return Err(WorkloadError::NobodyNeeded { path: path.key("count") });
            }
            at_most("topics", need.topics.len(), MOST_COURSE_WORDS, || path.key("topics"))?;
            let seconds = match need.hours {
                Some(hours) => above_zero(path.key("hours"), hours)?,
                None => seconds,
            };
            at_most("places for tutors in all", self.puzzle.places.len().saturating_add(count), MOST_COURSE_PLACES, || {
                path.key("count")
            })?;
            let side = self.side(&need.side).unwrap_or(usize::MAX);
            let able =
                self.tutors.iter().enumerate().filter(|(_, tutor)| able(tutor, course, need)).map(|(tutor, _)| bit(tutor)).sum();
            for _ in 0..count {
                wanted.places.push(self.puzzle.places.len());
                self.puzzle.places.push(Place { course: number, side, seconds, able, splits: need.may_split });
                self.needs.push(index);
            }
        }
        if course.must_run {
            self.must |= bit(number);
        }
        self.puzzle.courses.push(wanted);
        Ok(())
    }

    /// Marks courses that meet at the same time.
    fn clashes(&mut self) {
        let mut by_day: BTreeMap<Date, Vec<(usize, &CourseSession)>> = BTreeMap::new();
        for (number, course) in self.request.courses.iter().enumerate() {
            for session in &course.sessions {
                by_day.entry(session.date).or_default().push((number, session));
            }
        }
        for sessions in by_day.into_values() {
            for (number, session) in &sessions {
                for (other, later) in &sessions {
                    if number != other
                        && meet(session, later)
                        && let Some(course) = self.puzzle.courses.get_mut(*number)
                    {
                        course.clash |= bit(*other);
                    }
                }
            }
        }
    }
}

/// Whether somebody can fill a place of this need, their hours aside.
pub(super) fn able(tutor: &CourseTutor, course: &Course, need: &CourseNeed) -> bool {
    tutor.side == need.side && unable(tutor, course, need).is_none()
}

/// Why somebody of the side cannot fill a place of this need, their hours aside.
pub(super) fn unable(tutor: &CourseTutor, course: &Course, need: &CourseNeed) -> Option<String> {
    let topics = || course.topics.iter().chain(&need.topics);
    if tutor.avoids.contains(&course.id) {
        return Some("must not be given it".to_owned());
    }
    if let Some(topic) = topics().find(|topic| tutor.avoids.contains(topic)) {
        return Some(format!("must not be given \"{topic}\""));
    }
    if let Some(topic) = topics().find(|topic| !tutor.topics.contains(topic)) {
        return Some(format!("does not teach \"{topic}\""));
    }
    let away = |session: &&CourseSession| tutor.unavailable.iter().any(|days| days.has(session.date));
    course.sessions.iter().find(away).map(|session| format!("is away on {}", session.date.in_words()))
}
