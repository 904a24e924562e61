//! Who fills which place, with everybody's hours kept.

use super::{Bits, Place, Puzzle, Team, at, bit, has, members};

/// Places and those who fill them, within everybody's hours and the days that may be released beyond.
#[derive(Debug, Clone)]
pub(in crate::workload::courses) struct Packing<'a> {
    puzzle: &'a Puzzle,
    /// By place.
    pub(in crate::workload::courses) teams: Vec<Team>,
    /// By tutor, in seconds.
    pub(in crate::workload::courses) load: Vec<u64>,
    /// By tutor, the courses that they teach.
    pub(in crate::workload::courses) held: Vec<Bits>,
    /// By side, the days released beyond.
    over: Vec<u64>,
}

impl<'a> Packing<'a> {
    /// Nobody teaches anything.
    pub(in crate::workload::courses) fn new(puzzle: &'a Puzzle) -> Self {
        Self {
            puzzle,
            teams: vec![Team::Empty; puzzle.places.len()],
            load: vec![0; puzzle.tutors.len()],
            held: vec![0; puzzle.tutors.len()],
            over: vec![0; puzzle.pool.len()],
        }
    }

    /// These teams, as far as they fit.
    pub(in crate::workload::courses) fn of(puzzle: &'a Puzzle, teams: &[Team]) -> Self {
        let mut packing = Self::new(puzzle);
        for (place, team) in teams.iter().enumerate() {
            packing.put(place, *team);
        }
        packing
    }

    /// The courses whose places are all filled.
    pub(in crate::workload::courses) fn running(&self) -> Bits {
        let full = |course: &usize| self.puzzle.places_of(*course).iter().all(|place| at(&self.teams, *place) != Team::Empty);
        (0..self.puzzle.courses.len()).filter(full).map(bit).sum()
    }

    /// Whether a tutor could have so many seconds of a course more.
    pub(in crate::workload::courses) fn fits(&self, tutor: usize, course: usize, seconds: u64) -> bool {
        let held = at(&self.held, tutor);
        !has(held, course) && held & self.puzzle.clash(course) == 0 && self.has_time(tutor, seconds)
    }

    fn has_time(&self, tutor: usize, seconds: u64) -> bool {
        let (side, load) = (at(&self.puzzle.tutors, tutor).side, at(&self.load, tutor));
        let more = self.puzzle.days(tutor, load + seconds) - self.puzzle.days(tutor, load);
        more == 0 || at(&self.over, side) + more <= at(&self.puzzle.pool, side)
    }

    /// Those who could have so many seconds of a place, whoever has least left first.
    pub(super) fn fitting(&self, place: &Place, seconds: u64) -> Vec<usize> {
        let mut who: Vec<usize> = members(place.able).filter(|tutor| self.fits(*tutor, place.course, seconds)).collect();
        who.sort_by_key(|tutor| self.free(*tutor));
        who
    }

    /// Seconds left of a tutor's release and of the days released to them beyond.
    pub(super) fn free(&self, tutor: usize) -> u64 {
        let (teacher, load) = (at(&self.puzzle.tutors, tutor), at(&self.load, tutor));
        let days = self.puzzle.days(tutor, load).saturating_mul(self.puzzle.day);
        teacher.seconds.saturating_add(days).saturating_sub(load)
    }

    /// Seconds of the days that may still be released to the side.
    pub(super) fn pool(&self, side: usize) -> u64 {
        at(&self.puzzle.pool, side).saturating_sub(at(&self.over, side)).saturating_mul(self.puzzle.day)
    }

    fn add(&mut self, tutor: usize, course: usize, seconds: u64) {
        self.set_load(tutor, at(&self.load, tutor) + seconds);
        if let Some(held) = self.held.get_mut(tutor) {
            *held |= bit(course);
        }
    }

    fn remove(&mut self, tutor: usize, course: usize, seconds: u64) {
        self.set_load(tutor, at(&self.load, tutor) - seconds);
        if let Some(held) = self.held.get_mut(tutor) {
            *held &= !bit(course);
        }
    }

    /// Changes a load, and with it the days released to the side beyond.
    fn set_load(&mut self, tutor: usize, seconds: u64) {
        let side = at(&self.puzzle.tutors, tutor).side;
        let Some(load) = self.load.get_mut(tutor) else { return };
        let before = self.puzzle.days(tutor, std::mem::replace(load, seconds));
        if let Some(over) = self.over.get_mut(side) {
            // Those of the load before are among them.
            *over = *over - before + self.puzzle.days(tutor, seconds);
        }
    }

    /// Fills an empty place, if those who fill it have the time.
    pub(in crate::workload::courses) fn put(&mut self, number: usize, team: Team) -> bool {
        let place = self.puzzle.place(number);
        let able = |tutor: usize, seconds: u64| has(place.able, tutor) && self.fits(tutor, place.course, seconds);
        match team {
            Team::Empty => return true,
            Team::One(tutor) if able(tutor, place.seconds) => self.add(tutor, place.course, place.seconds),
            Team::Two(one, other) if place.splits && one != other && able(one, place.half()) => {
                self.add(one, place.course, place.half());
                if !has(place.able, other) || !self.fits(other, place.course, place.half()) {
                    self.remove(one, place.course, place.half());
                    return false;
                }
                self.add(other, place.course, place.half());
            }
            Team::One(_) | Team::Two(..) => return false,
        }
        if let Some(old) = self.teams.get_mut(number) {
            *old = team;
        }
        true
    }

    /// Empties a place, and says who filled it.
    pub(in crate::workload::courses) fn take(&mut self, number: usize) -> Team {
        let place = self.puzzle.place(number);
        let team = self.teams.get_mut(number).map(std::mem::take).unwrap_or_default();
        match team {
            Team::Empty => {}
            Team::One(tutor) => self.remove(tutor, place.course, place.seconds),
            Team::Two(one, other) => {
                self.remove(one, place.course, place.half());
                self.remove(other, place.course, place.half());
            }
        }
        team
    }

    /// Empties all places of a course.
    pub(super) fn drop_course(&mut self, course: usize) {
        for place in self.puzzle.places_of(course) {
            self.take(*place);
        }
    }

    /// Empties all places of courses that do not run whole.
    pub(super) fn drop_partial(&mut self) {
        let running = self.running();
        (0..self.puzzle.courses.len()).filter(|course| !has(running, *course)).for_each(|course| self.drop_course(course));
    }
}
