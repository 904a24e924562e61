//! The search for the most courses that can run: whole places, whole tutors, exact hours.
//!
//! A course runs when every place of it is filled. Which courses run is searched; whether a set of courses can be staffed is a packing of
//! places into tutors' hours (`pack`), side by side; and prices of places bound what any choice can reach (`price`).

mod grow;
mod pack;
mod packing;
mod price;
mod sack;
mod search;

#[cfg(test)]
mod tests;

pub(super) use self::packing::Packing;
pub(super) use self::price::{Priced, SCALE, whole};
pub(super) use self::sack::best_for;
pub(super) use self::search::{Asked, Found, solve};

/// A set of up to 128 courses or tutors.
pub(super) type Bits = u128;

/// The set of one.
pub(super) const fn bit(number: usize) -> Bits {
    if number < 128 { 1 << number } else { 0 }
}

/// Whether `number` is in the set.
pub(super) const fn has(set: Bits, number: usize) -> bool {
    set & bit(number) != 0
}

/// The members of a set, the smallest first.
pub(super) fn members(mut set: Bits) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = set.trailing_zeros() as usize;
        (set != 0).then(|| {
            set &= set - 1;
            next
        })
    })
}

/// What stands at `place`; nothing, zero or empty beyond the end.
pub(super) fn at<T: Copy + Default>(list: &[T], place: usize) -> T {
    list.get(place).copied().unwrap_or_default()
}

/// Asks with one of so many parts of the steps, so that enough are left for other questions.
pub(super) fn with_part<T>(steps: &mut u64, parts: u64, ask: impl FnOnce(&mut u64) -> T) -> T {
    let part = *steps / parts;
    let mut left = part;
    let found = ask(&mut left);
    *steps -= part - left;
    found
}

/// A course that could run.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    /// What it counts for when it runs.
    pub(super) worth: i64,
    /// Its places, by number.
    pub(super) places: Vec<usize>,
    /// Courses that nobody can teach beside it, as both have a session at the same time.
    pub(super) clash: Bits,
}

/// Somebody needed for a course.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) course: usize,
    pub(super) side: usize,
    pub(super) seconds: u64,
    /// Who can fill it, their hours aside.
    pub(super) able: Bits,
    /// Whether two may share it, half of the hours each.
    pub(super) splits: bool,
}

impl Place {
    /// How many halves fill it, for a place that may be split; else 1.
    pub(super) const fn units(&self) -> i64 {
        if self.splits { 2 } else { 1 }
    }

    /// The seconds of one of two who share it, a half of a second counted as a whole one.
    pub(super) const fn half(&self) -> u64 {
        self.seconds.div_ceil(2)
    }
}

/// Somebody who can teach.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Teacher {
    pub(super) side: usize,
    pub(super) seconds: u64,
}

/// Courses, places and tutors.
#[derive(Debug, Clone, Default)]
pub(super) struct Puzzle {
    pub(super) courses: Vec<Wanted>,
    pub(super) places: Vec<Place>,
    pub(super) tutors: Vec<Teacher>,
    /// The seconds of one more released day.
    pub(super) day: u64,
    /// By side, how many more days may be released in all, each to anybody of the side.
    pub(super) pool: Vec<u64>,
}

impl Puzzle {
    /// All courses.
    pub(super) fn all(&self) -> Bits {
        (0..self.courses.len()).map(bit).sum()
    }

    /// What these courses count for together.
    pub(super) fn worth(&self, courses: Bits) -> i64 {
        members(courses).filter_map(|course| self.courses.get(course)).map(|course| course.worth).sum()
    }

    /// The numbers of the places of a course.
    pub(super) fn places_of(&self, course: usize) -> &[usize] {
        self.courses.get(course).map_or(&[], |course| &course.places)
    }

    /// The place of this number.
    pub(super) fn place(&self, number: usize) -> Place {
        at(&self.places, number)
    }

    /// The seconds that the places of a course ask for together.
    pub(super) fn seconds_of(&self, course: usize) -> u64 {
        self.places_of(course).iter().map(|place| self.place(*place).seconds).sum()
    }

    /// What the places of a course cost where a unit of each has its price.
    pub(super) fn cost_of(&self, course: usize, prices: &[i64]) -> i64 {
        self.places_of(course).iter().map(|place| at(prices, *place) * self.place(*place).units()).sum()
    }

    /// The courses with a place that nobody can fill, whatever they are released for.
    pub(super) fn impossible(&self) -> Bits {
        let nobody = |course: &Wanted| course.places.iter().any(|place| self.place(*place).able == 0);
        self.courses.iter().enumerate().filter(|(_, course)| nobody(course)).fold(0, |all, (course, _)| all | bit(course))
    }

    /// Courses that the tutor of `course` cannot teach beside it.
    pub(super) fn clash(&self, course: usize) -> Bits {
        self.courses.get(course).map_or(0, |course| course.clash)
    }

    /// The days that somebody with `load` seconds needs beyond their release.
    pub(super) fn days(&self, tutor: usize, load: u64) -> u64 {
        let over = load.saturating_sub(at(&self.tutors, tutor).seconds);
        if over == 0 { 0 } else { over.div_ceil(self.day.max(1)) }
    }

    /// The same where each course counts for 1.
    pub(super) fn each_for_one(&self) -> Self {
        let mut counted = self.clone();
        counted.courses.iter_mut().for_each(|course| course.worth = 1);
        counted
    }

    /// The same courses where only one side's places have to be filled.
    pub(super) fn side_alone(&self, side: usize) -> Self {
        let mut alone = self.clone();
        for course in &mut alone.courses {
            course.places.retain(|place| self.place(*place).side == side);
        }
        alone
    }
}

/// Who fills a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Team {
    /// Nobody.
    #[default]
    Empty,
    /// One tutor.
    One(usize),
    /// Two, half of the hours each.
    Two(usize, usize),
}
