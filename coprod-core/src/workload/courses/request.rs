//! What the endpoint on courses is asked, and the limits of its work.

use serde::{Deserialize, Serialize};

use crate::group::DaysAway;
use crate::unit::{Date, Hours, Id, Ratio};

/// A college may have this many courses.
pub const MOST_COURSES: usize = 120;

/// A college may have this many tutors.
pub const MOST_TUTORS: usize = 120;

/// All courses together may need this many tutors, somebody counted once per course.
pub const MOST_COURSE_PLACES: usize = 360;

/// So many new tutors, each by themselves, may be asked about.
pub const MOST_NEW_TUTORS: usize = 8;

/// So many lengths of courses may be asked about; of the courses' own lengths the longest so many are looked at.
pub const MOST_LENGTHS: usize = 12;

/// A course may have this many sessions, needs or topics, and a tutor this many topics or days away.
pub const MOST_COURSE_WORDS: usize = 200;

/// The search for the plan takes at most this many steps, and so does each of five groups of further questions (each side by itself, its days, each
/// tutor's day, further tutors, lengths), so that every request ends. What is not proved by then is said in the answer, with the most that is still possible.
pub const COURSES_WORK_LIMIT: u64 = 8_000_000;

/// Hours in a released day, where the request does not say.
pub const HOURS_IN_A_DAY: &str = "7.5";

/// Which courses can run?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoursesRequest {
    /// Who can teach, at most 120.
    pub tutors: Vec<CourseTutor>,
    /// The courses that could be offered, at most 120, the most important first: between plans that are equal otherwise, earlier ones go
    /// before later ones.
    pub courses: Vec<Course>,
    /// What there is to be most of: `courses` if absent.
    #[serde(default)]
    pub aim: CoursesAim,
    /// Hours in one released day, above 0 and at most 24; 7.5 if absent, and the answer says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_in_a_day: Option<Hours>,
    /// Tutors who could come, at most 8: what each of them alone would buy. Without any, the answer says for each side what one more tutor would buy who
    /// can teach every course and has as many hours as the middle one of the side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new_tutors: Vec<CourseTutor>,
    /// Lengths of courses to look at, in hours for each tutor, at most 12; those of the courses if absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lengths: Vec<Hours>,
}

/// Somebody who can teach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseTutor {
    /// The short name.
    pub id: Id,
    /// The name for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Which side of the pair: `peer` (expert by experience), `professional` (expert by profession), or another word that needs use.
    pub side: Id,
    /// Hours for all courses of the period: those that an employer released a professional for, those that a peer agreed to give. Nobody is
    /// planned for more. Give these or `days`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The same in days of `hours_in_a_day`: `3`, `"1/2"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Ratio>,
    /// What they can teach: the words that courses ask for as `topics`. At most 200.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Courses (by id) or topics that they must not be given. It needs no reason. At most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoids: Vec<Id>,
    /// When they are away. They are given no course with a session then. At most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<DaysAway>,
}

impl CourseTutor {
    /// The name for people to read.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }
}

/// A course that could run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Course {
    /// The short name.
    pub id: Id,
    /// The name for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Hours that it takes each of its tutors, above 0. With `preparation_hours`, those in front of learners.
    pub hours: Hours,
    /// Hours on top for each tutor: preparing it together, debriefing. None if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preparation_hours: Option<Hours>,
    /// What each of its tutors must be able to teach. At most 200.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Who is needed. Without needs, the pair: one tutor of the side `peer` and one of the side `professional`.
    #[serde(default)]
    pub needs: Vec<CourseNeed>,
    /// When it meets. Nobody teaches it who is away then, or teaches another course at that time. At most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<CourseSession>,
    /// How many learners it reaches, 1 to 100,000. Every course needs it if the aim is `learners`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learners: Option<u32>,
    /// Whether it goes before all that need not run.
    #[serde(default)]
    pub must_run: bool,
}

impl Course {
    /// The name for people to read.
    #[must_use]
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or(self.id.as_str())
    }
}

/// Tutors of one side that a course needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseNeed {
    /// Which side.
    pub side: Id,
    /// How many; 1 if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// What they must be able to teach beside the course's own topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Id>,
    /// Hours that it takes each of them in all, where that is not the course's `hours` and `preparation_hours`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Whether two may share each of these places, half of its hours each.
    #[serde(default)]
    pub may_split: bool,
}

/// A time at which a course meets.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseSession {
    /// The day.
    pub date: Date,
    /// Which part of the day, in any word: `morning`. Sessions on one day are at the same time unless both say different parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Id>,
}

/// What there is to be most of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CoursesAim {
    /// Courses that run.
    #[default]
    Courses,
    /// Learners that the courses that run reach together.
    Learners,
}
