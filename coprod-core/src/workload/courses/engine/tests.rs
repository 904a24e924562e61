//! The search against every choice of courses and teams.

use super::*;

/// Numbers that look random.
struct Dice(u64);

impl Dice {
    fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

fn puzzle(dice: &mut Dice, most_courses: u64, most_tutors: u64) -> Puzzle {
    let (courses, tutors) = (1 + dice.below(most_courses), 2 + dice.below(most_tutors - 1));
    let mut puzzle = Puzzle { day: 4, pool: vec![0, 0], ..Puzzle::default() };
    puzzle.tutors = (0..tutors).map(|number| Teacher { side: (number % 2) as usize, seconds: dice.below(13) }).collect();
    if dice.below(4) == 0 {
        puzzle.pool[0] = 1 + dice.below(2);
    }
    let weighted = dice.below(3) == 0;
    for course in 0..courses as usize {
        let mut wanted = Wanted { worth: if weighted { 1 + dice.below(9) as i64 } else { 1 }, ..Wanted::default() };
        let seconds = 1 + dice.below(7);
        for side in 0..2 {
            let count = if dice.below(6) == 0 { 2 } else { 1 };
            let splits = dice.below(5) == 0;
            let able =
                (0..tutors as usize).filter(|tutor| puzzle.tutors[*tutor].side == side && dice.below(4) != 0).map(bit).sum();
            for _ in 0..count {
                wanted.places.push(puzzle.places.len());
                puzzle.places.push(Place { course, side, seconds, able, splits });
            }
        }
        puzzle.courses.push(wanted);
    }
    if dice.below(3) == 0 {
        for course in 1..courses as usize {
            let other = dice.below(course as u64) as usize;
            puzzle.courses[course].clash |= bit(other);
            puzzle.courses[other].clash |= bit(course);
        }
    }
    puzzle
}

/// Whether all of `places` can be filled, by trying everybody.
fn possible(puzzle: &Puzzle, packing: &mut Packing<'_>, places: &[usize]) -> bool {
    let Some((first, rest)) = places.split_first() else { return true };
    let mut ways: Vec<Team> = (0..puzzle.tutors.len()).map(Team::One).collect();
    for one in 0..puzzle.tutors.len() {
        ways.extend((0..one).map(|other| Team::Two(one, other)));
    }
    ways.into_iter().any(|team| {
        packing.put(*first, team) && {
            let found = possible(puzzle, packing, rest);
            packing.take(*first);
            found
        }
    })
}

fn most(puzzle: &Puzzle) -> i64 {
    (0..1_u128 << puzzle.courses.len())
        .filter(|set| {
            let places: Vec<usize> = members(*set).flat_map(|course| puzzle.places_of(course).to_vec()).collect();
            possible(puzzle, &mut Packing::new(puzzle), &places)
        })
        .map(|set| puzzle.worth(set))
        .max()
        .unwrap()
}

fn agree(from: u64, to: u64, courses: u64, tutors: u64) {
    for seed in from..to {
        let mut dice = Dice(seed);
        let puzzle = puzzle(&mut dice, courses, tutors);
        let mut steps = 20_000_000;
        let found = solve(&Asked::most(&puzzle), &mut steps);
        assert_eq!((found.value, found.at_most), (most(&puzzle), found.value), "seed {seed}: {puzzle:?}");
        let packing = Packing::of(&puzzle, found.teams.as_ref().unwrap());
        assert_eq!(puzzle.worth(packing.running()), found.value);
        assert!(whole(found.priced.bound, 1) >= found.value, "seed {seed}: {puzzle:?}");
    }
}

#[test]
fn the_most_is_what_trying_everything_finds() {
    agree(0, 300, 5, 5);
}

/// `cargo test --release -p coprod-core --lib at_length -- --ignored`
#[test]
#[ignore = "takes minutes"]
fn the_most_is_what_trying_everything_finds_at_length() {
    agree(1_000, 40_000, 6, 6);
}

/// A college too large for trying everything.
fn large(seed: u64, courses: usize, tutors: usize) -> Puzzle {
    let mut dice = Dice(seed);
    let mut puzzle = Puzzle { day: 15, pool: vec![0, 0], ..Puzzle::default() };
    puzzle.tutors = (0..tutors).map(|number| Teacher { side: number % 2, seconds: 8 + 4 * dice.below(6) }).collect();
    for course in 0..courses {
        let seconds = [4, 6, 8, 12, 16, 24][dice.below(6) as usize];
        let mut wanted = Wanted { worth: if seed >= 4 { 8 + dice.below(12) as i64 } else { 1 }, ..Wanted::default() };
        for side in 0..2 {
            let able = (0..tutors).filter(|tutor| tutor % 2 == side && dice.below(3) == 0).map(bit).sum();
            wanted.places.push(puzzle.places.len());
            puzzle.places.push(Place { course, side, seconds, able, splits: false });
        }
        puzzle.courses.push(wanted);
    }
    puzzle
}

#[test]
fn what_is_found_in_large_colleges_can_run_and_is_within_its_bounds() {
    for (courses, tutors) in [(10, 8), (20, 16), (40, 30)] {
        for seed in 0..8 {
            let puzzle = large(seed, courses, tutors);
            // Some of these searches end before they prove anything.
            let found = solve(&Asked::most(&puzzle), &mut 200_000);
            let packing = Packing::of(&puzzle, found.teams.as_ref().unwrap());
            assert_eq!(puzzle.worth(packing.running()), found.value, "seed {seed}: {puzzle:?}");
            assert!(found.value <= found.at_most && found.value <= whole(found.priced.bound, 1), "seed {seed}: {found:?}");
        }
    }
}
