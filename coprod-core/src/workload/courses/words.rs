//! Words that several parts of the answer share.

use super::engine::{Bits, members};
use super::read::College;
use super::request::CoursesAim;
use crate::group::listed_briefly;

/// A count; it always fits.
pub(super) fn count<N: TryInto<u32>>(number: N) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

/// "1 course", "3 courses".
pub(super) fn many(number: u32, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// What there is to be most of: "course" or "learner".
pub(super) const fn unit(aim: CoursesAim) -> &'static str {
    match aim {
        CoursesAim::Courses => "course",
        CoursesAim::Learners => "learner",
    }
}

/// These courses by name, or how many they are.
pub(super) fn courses_in_words(college: &College<'_>, courses: Bits) -> String {
    let titles: Vec<&str> = members(courses).map(|course| college.title(course)).collect();
    if titles.len() > 8 && titles.len() == college.request.courses.len() {
        return format!("all {} courses", titles.len());
    }
    match titles.as_slice() {
        [one] => format!("the course {one}"),
        _ => format!("the courses {}", listed_briefly(&titles)),
    }
}
