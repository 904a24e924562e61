//! Whether a set of courses can be staffed: every place filled within everybody's hours. Exact, side by side and part by part.

use std::collections::HashSet;

use super::packing::Packing;
use super::{Bits, Puzzle, Team, at, bit, has, members};

/// What came of it.
#[derive(Debug, Clone)]
pub(super) enum Packed {
    /// So.
    Yes(Vec<Team>),
    /// In no way.
    No,
    /// Not known: there was no time left.
    Unknown,
}

/// States in which nothing fits, remembered at most.
const MOST_REMEMBERED: usize = 200_000;

/// A tutor up to those who are alike: the first of these, the seconds taken, and the courses that bars them from.
type Like = (usize, u64, Bits);

/// The open places, and what the tutors have.
type State = (Vec<usize>, Vec<Like>);

struct Pack<'a, 's> {
    puzzle: &'a Puzzle,
    packing: Packing<'a>,
    /// The places still to be filled, by number.
    open: Vec<usize>,
    tutors: Bits,
    /// By tutor: the first tutor who is like them in all that matters here.
    like: Vec<usize>,
    dead: HashSet<State>,
    steps: &'s mut u64,
}

/// Staffs exactly these courses.
pub(super) fn pack(puzzle: &Puzzle, courses: Bits, steps: &mut u64) -> Packed {
    let places: Vec<usize> = members(courses).flat_map(|course| puzzle.places_of(course).iter().copied()).collect();
    let sides = puzzle.pool.len();
    let mut teams = vec![Team::Empty; puzzle.places.len()];
    for side in 0..sides {
        let theirs: Vec<usize> = places.iter().copied().filter(|place| puzzle.place(*place).side == side).collect();
        // Days released to a side tie all its tutors together.
        let parts = if at(&puzzle.pool, side) > 0 { vec![theirs] } else { parts(puzzle, theirs) };
        for open in parts {
            let tutors = open.iter().fold(0, |all, place| all | puzzle.place(*place).able);
            let like = like(puzzle, &open, tutors);
            let mut part = Pack { puzzle, packing: Packing::new(puzzle), open, tutors, like, dead: HashSet::new(), steps };
            match part.fill() {
                Some(true) => {}
                Some(false) => return Packed::No,
                None => return Packed::Unknown,
            }
            for (team, found) in teams.iter_mut().zip(&part.packing.teams) {
                if *found != Team::Empty {
                    *team = *found;
                }
            }
        }
    }
    Packed::Yes(teams)
}

/// The places in parts that share no tutor.
fn parts(puzzle: &Puzzle, places: Vec<usize>) -> Vec<Vec<usize>> {
    let mut parts: Vec<(Bits, Bits, Vec<usize>)> = Vec::new();
    for number in places {
        let place = puzzle.place(number);
        let mut joined = (place.able, bit(place.course), vec![number]);
        // Two places of one course are no one's together, so they are looked at together.
        parts.retain_mut(|part| {
            let apart = part.0 & joined.0 == 0 && part.1 & joined.1 == 0;
            if !apart {
                joined.0 |= part.0;
                joined.1 |= part.1;
                joined.2.append(&mut part.2);
            }
            apart
        });
        parts.push(joined);
    }
    parts.into_iter().map(|part| part.2).collect()
}

fn like(puzzle: &Puzzle, open: &[usize], tutors: Bits) -> Vec<usize> {
    let column = |tutor: usize| open.iter().map(|place| has(puzzle.place(*place).able, tutor)).collect::<Vec<bool>>();
    let columns: Vec<(usize, u64, Vec<bool>)> =
        members(tutors).map(|tutor| (tutor, at(&puzzle.tutors, tutor).seconds, column(tutor))).collect();
    (0..puzzle.tutors.len())
        .map(|tutor| {
            let own = columns.iter().find(|entry| entry.0 == tutor);
            let first = own.and_then(|own| columns.iter().find(|entry| entry.1 == own.1 && entry.2 == own.2));
            first.map_or(tutor, |first| first.0)
        })
        .collect()
}

impl Pack<'_, '_> {
    /// Whether the open places can be filled; nothing if there was no time left.
    fn fill(&mut self) -> Option<bool> {
        if self.open.is_empty() {
            return Some(true);
        }
        *self.steps = self.steps.checked_sub(self.open.len() as u64 + u64::from(self.tutors.count_ones()) + 1)?;
        let Some((index, options)) = self.tightest() else { return Some(false) };
        if !self.enough_time() {
            return Some(false);
        }
        let key = self.key();
        if self.dead.contains(&key) {
            return Some(false);
        }
        let number = self.open.swap_remove(index);
        let mut tried: Vec<Vec<Like>> = Vec::new();
        for team in options {
            let seen = self.seen(team);
            if tried.contains(&seen) {
                continue;
            }
            tried.push(seen);
            if !self.packing.put(number, team) {
                continue;
            }
            if self.fill()? {
                return Some(true);
            }
            self.packing.take(number);
        }
        // The last of the list stood at the index before.
        self.open.push(number);
        let last = self.open.len() - 1;
        self.open.swap(index, last);
        if self.dead.len() < MOST_REMEMBERED {
            self.dead.insert(key);
        }
        Some(false)
    }

    /// The open place with the fewest ways to fill it, and these; nothing if one has none.
    fn tightest(&mut self) -> Option<(usize, Vec<Team>)> {
        let mut found: Option<(usize, usize, u64)> = None;
        for (index, number) in self.open.iter().enumerate() {
            let place = self.puzzle.place(*number);
            let fitting =
                |seconds: u64| members(place.able).filter(|tutor| self.packing.fits(*tutor, place.course, seconds)).count();
            let whole = fitting(place.seconds);
            let halves = if place.splits { fitting(place.half()) } else { 0 };
            let ways = whole + halves * halves.saturating_sub(1) / 2;
            if ways == 0 {
                return None;
            }
            let better = found.is_none_or(|(_, least, seconds)| (ways, u64::MAX - place.seconds) < (least, u64::MAX - seconds));
            if better {
                found = Some((index, ways, place.seconds));
            }
        }
        let (index, ..) = found?;
        let place = self.puzzle.place(at(&self.open, index));
        let mut options: Vec<Team> = self.packing.fitting(&place, place.seconds).into_iter().map(Team::One).collect();
        if place.splits {
            let halves = self.packing.fitting(&place, place.half());
            for (at, one) in halves.iter().enumerate() {
                options.extend(halves.iter().skip(at + 1).map(|other| Team::Two(*one, *other)));
            }
        }
        Some((index, options))
    }

    /// Whether the hours left are as many as the open places ask for.
    fn enough_time(&self) -> bool {
        let asked: u64 = self.open.iter().map(|place| self.puzzle.place(*place).seconds).sum();
        let least = self
            .open
            .iter()
            .map(|number| self.puzzle.place(*number))
            .map(|place| if place.splits { place.half() } else { place.seconds });
        let least = least.min().unwrap_or(0);
        let pool = self.open.first().map_or(0, |place| self.packing.pool(self.puzzle.place(*place).side));
        // Half a second of each split place may be counted twice over, which only asks for less here.
        let free: u64 =
            members(self.tutors).map(|tutor| self.packing.free(tutor)).filter(|free| pool > 0 || *free >= least).sum();
        asked <= free.saturating_add(pool)
    }

    /// A tutor as they are now, with all that they teach.
    fn now(&self, tutor: usize) -> Like {
        (at(&self.like, tutor), at(&self.packing.load, tutor), at(&self.packing.held, tutor))
    }

    /// What tells one way to fill a place from another: who, up to those who are alike.
    fn seen(&self, team: Team) -> Vec<Like> {
        let mut seen = match team {
            Team::Empty => Vec::new(),
            Team::One(tutor) => vec![self.now(tutor)],
            Team::Two(tutor, other) => vec![self.now(tutor), self.now(other)],
        };
        self.ease(&mut seen);
        seen
    }

    /// Leaves of what each teaches only what stands in the way of something open.
    fn ease(&self, seen: &mut [Like]) {
        let open: Bits = self.open.iter().fold(0, |all, place| all | bit(self.puzzle.place(*place).course));
        for entry in seen.iter_mut() {
            let barred = members(open).filter(|course| has(entry.2, *course) || entry.2 & self.puzzle.clash(*course) != 0);
            entry.2 = barred.map(bit).sum();
        }
        seen.sort_unstable();
    }

    fn key(&self) -> State {
        let mut open = self.open.clone();
        open.sort_unstable();
        let mut all: Vec<Like> = members(self.tutors).map(|tutor| self.now(tutor)).collect();
        self.ease(&mut all);
        (open, all)
    }
}
