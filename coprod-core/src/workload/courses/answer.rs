//! What the endpoint on courses answers.

use serde::{Deserialize, Serialize};

use super::request::CoursesAim;
use crate::unit::{Hours, Id, Ratio};

/// Somebody who teaches a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseTeacher {
    /// The tutor.
    pub tutor: Id,
    /// Their side.
    pub side: Id,
    /// Their hours for the course.
    pub hours: Hours,
}

/// A place of a course that does not run, and why nobody fills it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseLack {
    /// The side that the place is for.
    pub side: Id,
    /// What is lacking.
    pub lack: CourseLackKind,
    /// The hours of the place.
    pub hours: Hours,
    /// Who of those who could teach it has most hours left, if anybody could.
    pub nearest: Option<Id>,
    /// The hours that they have left.
    pub left: Option<Hours>,
    /// The same in words.
    pub words: String,
}

/// What is lacking for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CourseLackKind {
    /// Nobody of the side can teach it, whatever their hours.
    NobodyAble,
    /// Whoever can has too few hours, even with nothing else to do.
    TooLong,
    /// Whoever can has too few hours left.
    NoHoursLeft,
    /// Whoever has the hours teaches another course at the same time.
    SameTime,
    /// Nothing: somebody could fill it, and another place is lacking.
    Nothing,
}

/// What becomes of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseOutcome {
    /// The course.
    pub id: Id,
    /// Whether it runs.
    pub runs: bool,
    /// Who teaches it; empty if it does not run.
    pub team: Vec<CourseTeacher>,
    /// For a course that does not run, its places one by one, as things stand when all others run as planned.
    pub lacks: Vec<CourseLack>,
    /// The same in words.
    pub words: String,
}

/// What a tutor gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseTutorLoad {
    /// The tutor.
    pub id: Id,
    /// Their side.
    pub side: Id,
    /// The hours that they can give.
    pub released: Hours,
    /// The hours that the plan asks of them.
    pub used: Hours,
    /// The hours left.
    pub left: Hours,
    /// The part of their hours that is used; null for nobody's hours.
    pub of_released: Option<Ratio>,
    /// The courses that they teach.
    pub courses: Vec<Id>,
    /// The same in words.
    pub words: String,
}

/// How a bound is proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CourseProofKind {
    /// All courses run: nothing to prove.
    AllRun,
    /// The courses that take a side least, one more than run, take more hours than all its tutors have together.
    Hours,
    /// Each tutor's hours hold at most so many of these courses.
    Counting,
    /// Each place has points, each tutor's hours hold at most so many points, and a course needs so many.
    Points,
    /// The cap of one side.
    Side,
    /// By going through all that was left after bounds by points.
    Search,
    /// Not proved.
    NotProved,
}

/// What a place counts in a proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseProofPlace {
    /// The course.
    pub course: Id,
    /// The side that the place is for.
    pub side: Id,
    /// The points of whoever fills the place; of two who share it, half each.
    pub points: String,
}

/// What a tutor's hours hold in a proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseProofTutor {
    /// The tutor.
    pub tutor: Id,
    /// The most points of places that they can fill within their hours.
    pub most: String,
}

/// Why no more is possible, so that anybody can check it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseProof {
    /// How it is proved.
    pub kind: CourseProofKind,
    /// No more than this.
    pub at_most: u32,
    /// The side whose cap it is, if it is one side's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Id>,
    /// Points that are worth one course (or one learner). 1 where places are counted one by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_for_one: Option<u32>,
    /// What each place counts; places that count nothing are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<CourseProofPlace>,
    /// What each tutor's hours hold; tutors whose hours hold nothing of these are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tutors: Vec<CourseProofTutor>,
    /// Points that courses are worth beyond those of their places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<String>,
    /// The same in words.
    pub words: String,
}

/// Days released to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DaysReleased {
    /// The tutor.
    pub tutor: Id,
    /// How many more days.
    pub days: u32,
}

/// What could run if something were different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoursesThen {
    /// The courses that could run then.
    pub courses: u32,
    /// The learners whom they would reach, if that is known of all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learners: Option<u32>,
    /// How much more that is of what there is to be most of: courses, or learners.
    pub gained: u32,
    /// Whether it is proved that no more is possible then.
    pub proved: bool,
}

/// What one more released day buys, for one tutor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OneMoreDay {
    /// The tutor.
    pub tutor: Id,
    /// What could run then.
    pub then: CoursesThen,
    /// The same in words.
    pub words: String,
}

/// What more released days buy, for a side as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MoreDays {
    /// How many more days in all, the fewest for this.
    pub days: u32,
    /// To whom, in a plan that reaches it.
    pub to: Vec<DaysReleased>,
    /// What could run then.
    pub then: CoursesThen,
    /// The same in words.
    pub words: String,
}

/// One side of the pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseSide {
    /// The side.
    pub side: Id,
    /// How many tutors it has.
    pub tutors: u32,
    /// Their hours together.
    pub released: Hours,
    /// The hours that all courses together ask of the side.
    pub asked: Hours,
    /// By how many hours that is more than there are; 0 if it is not.
    pub hours_short: Hours,
    /// The hours that the plan uses.
    pub used: Hours,
    /// How many courses could run if only this side were scarce, found.
    pub alone: u32,
    /// The same, proved: no more than this.
    pub alone_at_most: u32,
    /// How many of all courses it cannot staff, whatever the other sides do.
    pub short_by: u32,
    /// Why no more than `alone_at_most`.
    pub proof: CourseProof,
    /// The longest course that one of its tutors could teach with nothing else to do.
    pub longest: Hours,
    /// The longest course that one of its tutors could still teach beside the plan.
    pub longest_left: Hours,
    /// What more released days buy: every number of days that buys more than fewer do, the fewest first, up to 10 days.
    pub more_days: Vec<MoreDays>,
    /// Whether it is proved that fewer days buy no more.
    pub more_days_proved: bool,
    /// The same in words.
    pub words: String,
}

/// What one more tutor would buy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewTutor {
    /// Who, if the request says; null for somebody who can teach every course and has as many hours as the middle one of the side.
    pub tutor: Option<Id>,
    /// Their side.
    pub side: Id,
    /// Their hours.
    pub hours: Hours,
    /// The courses that they teach then, in a plan that reaches it.
    pub teaches: Vec<Id>,
    /// What could run then.
    pub then: CoursesThen,
    /// The same in words.
    pub words: String,
}

/// What it would buy if two tutors of a side could share a place, half of its hours each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedPlaces {
    /// The side.
    pub side: Id,
    /// The courses that two share then, in a plan that reaches it.
    pub shared: Vec<Id>,
    /// What could run then.
    pub then: CoursesThen,
    /// The same in words.
    pub words: String,
}

/// How many courses a side could staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseSideCount {
    /// The side.
    pub side: Id,
    /// How many.
    pub courses: u32,
}

/// How many courses can run, by how long they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseLength {
    /// The hours for each tutor, preparation included.
    pub hours: Hours,
    /// How many courses of this length there are.
    pub offered: u32,
    /// How many of them run in the plan.
    pub run: u32,
    /// How many of them could run if no others did.
    pub alone: u32,
    /// How many of all courses could run if each took everybody these hours.
    pub if_all: u32,
    /// The same for each side, if only it were scarce.
    pub sides: Vec<CourseSideCount>,
    /// Whether it is proved that no number here could be greater.
    pub proved: bool,
    /// The same in words.
    pub words: String,
}

/// The most courses that can run, and what would change that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoursesAnswer {
    /// The answer in a sentence.
    pub words: String,
    /// What there is to be most of.
    pub aim: CoursesAim,
    /// How many courses could be offered.
    pub offered: u32,
    /// How many run.
    pub run: u32,
    /// How many learners those reach, if that is known of all of them.
    pub learners: Option<u32>,
    /// What there is to be most of (courses, or learners) cannot be more than this.
    pub at_most: u32,
    /// Whether no plan is better.
    pub proved: bool,
    /// Whether it is proved that no plan as good runs an earlier course instead of a later one.
    pub order_settled: bool,
    /// What becomes of each course, in the order of the request.
    pub courses: Vec<CourseOutcome>,
    /// What each tutor gives, in the order of the request.
    pub tutors: Vec<CourseTutorLoad>,
    /// Each side by itself, in the order of their names.
    pub sides: Vec<CourseSide>,
    /// The sides each of which alone keeps the number of courses down to what runs; none where all run, or where no side alone does.
    pub short: Vec<Id>,
    /// What keeps the number down, in a sentence.
    pub bottleneck: String,
    /// Why no more can run.
    pub proof: CourseProof,
    /// What one more released day would buy, for each tutor, in the order of the request; none where all courses run.
    pub one_more_day: Vec<OneMoreDay>,
    /// What one more tutor would buy; none where all courses run.
    pub new_tutors: Vec<NewTutor>,
    /// What it would buy if two tutors of a side could share a place; only for sides where some cannot, and none where all courses run.
    pub shared: Vec<SharedPlaces>,
    /// How many courses can run, by how long they are, the shortest first.
    pub lengths: Vec<CourseLength>,
    /// What the answer takes for granted.
    pub assumes: Vec<String>,
}
