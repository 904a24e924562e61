//! Which courses run: branch and bound over courses, with the bound by prices and exact packings.

use super::grow::{add, improve};
use super::pack::{Packed, pack};
use super::packing::Packing;
use super::price::{Priced, SCALE, Wish, by_gain, lower, whole};
use super::{Bits, Puzzle, Team, at, bit, has, members, with_part};

/// Rounds of better prices before the search, and at each branch of it.
const ROOT_ROUNDS: u32 = 300;
const NODE_ROUNDS: u32 = 24;

/// Sets of courses that cannot be staffed, remembered at most.
const MOST_BARRED: usize = 2_000;

/// A first choice by hand, and one packing, have one of so many parts of the steps that are left.
const FIRST_PARTS: u64 = 8;
const PACK_PARTS: u64 = 8;

/// What is looked for.
#[derive(Debug, Clone)]
pub(in crate::workload::courses) struct Asked<'a> {
    pub(in crate::workload::courses) puzzle: &'a Puzzle,
    /// Courses that run in any case.
    pub(in crate::workload::courses) must: Bits,
    /// Courses that do not run.
    pub(in crate::workload::courses) out: Bits,
    /// Only what is worth more than this is looked for.
    pub(in crate::workload::courses) above: i64,
    /// What is worth this much is enough.
    pub(in crate::workload::courses) enough: i64,
    /// Teams to begin with, as far as they fit.
    pub(in crate::workload::courses) start: Option<&'a [Team]>,
    /// Prices to begin with.
    pub(in crate::workload::courses) prices: &'a [i64],
}

impl<'a> Asked<'a> {
    /// The most that these courses can come to.
    pub(in crate::workload::courses) fn most(puzzle: &'a Puzzle) -> Self {
        Self { puzzle, must: 0, out: 0, above: -1, enough: i64::MAX, start: None, prices: &[] }
    }
}

/// What was found.
#[derive(Debug, Clone)]
pub(in crate::workload::courses) struct Found {
    /// Teams that are worth more than asked, if some were found.
    pub(in crate::workload::courses) teams: Option<Vec<Team>>,
    /// What they are worth; what was asked to be surpassed where there are none.
    pub(in crate::workload::courses) value: i64,
    /// Nothing is worth more.
    pub(in crate::workload::courses) at_most: i64,
    /// Prices before any branching, and what they prove.
    pub(in crate::workload::courses) priced: Priced,
}

impl Found {
    /// Whether nothing is worth more than what was found.
    pub(in crate::workload::courses) const fn proved(&self) -> bool {
        self.at_most <= self.value
    }
}

struct Node {
    must: Bits,
    out: Bits,
    prices: Vec<i64>,
    bound: i64,
    /// Teams of all that must run; nothing where it is not known whether there are any.
    teams: Option<Vec<Team>>,
}

struct Search<'a, 's> {
    asked: &'a Asked<'a>,
    grain: i64,
    teams: Option<Vec<Team>>,
    value: i64,
    barred: Vec<Bits>,
    steps: &'s mut u64,
}

/// The greatest whole number that divides what every course counts for.
fn grain(puzzle: &Puzzle) -> i64 {
    let divisor = |mut one: i64, mut other: i64| {
        while other != 0 {
            (one, other) = (other, one % other);
        }
        one
    };
    puzzle.courses.iter().fold(0, |all, course| divisor(course.worth, all)).max(1)
}

/// Looks for what is worth most.
pub(in crate::workload::courses) fn solve(asked: &Asked<'_>, steps: &mut u64) -> Found {
    let puzzle = asked.puzzle;
    let mut search = Search { asked, grain: grain(puzzle), teams: None, value: asked.above, barred: Vec::new(), steps };
    let impossible = puzzle.impossible();
    let out = asked.out | impossible;
    let mut priced = Priced { prices: asked.prices.to_vec(), bound: i64::MAX, wanting: Vec::new() };
    if asked.must & impossible != 0 {
        return Found { teams: None, value: asked.above, at_most: asked.above, priced };
    }
    search.first(out, asked.start, &[]);
    for round in 0..3 {
        let wish = Wish { must: asked.must, out, goal: search.goal(), rounds: ROOT_ROUNDS / 3 };
        let next = lower(puzzle, &wish, &priced.prices, search.steps);
        if round == 0 || next.bound < priced.bound {
            priced = next;
        }
        if search.settled(priced.bound) {
            break;
        }
        search.first(out, None, &priced.prices);
        if search.settled(priced.bound) {
            break;
        }
    }
    let mut at_most = search.value;
    if !search.settled(priced.bound) {
        let teams = if asked.must == 0 { Some(vec![Team::Empty; puzzle.places.len()]) } else { search.staffed(asked.must, None) };
        if teams.is_some() || !search.barred.contains(&asked.must) {
            let root = Node { must: asked.must, out, prices: priced.prices.clone(), bound: priced.bound, teams };
            at_most = search.branch(root);
        }
    } else if search.value >= asked.enough {
        at_most = whole(priced.bound, search.grain);
    }
    let at_most = at_most.max(search.value);
    Found { teams: search.teams, value: search.value, at_most, priced }
}

impl Search<'_, '_> {
    /// The bound, in units of [`SCALE`], at which nothing better is left.
    const fn goal(&self) -> i64 {
        (self.value + self.grain) * SCALE - 1
    }

    fn settled(&self, bound: i64) -> bool {
        self.value >= self.asked.enough || whole(bound, self.grain) <= self.value
    }

    fn keep(&mut self, packing: &Packing<'_>) {
        let running = packing.running();
        let value = self.asked.puzzle.worth(running);
        if running & self.asked.must == self.asked.must && running & self.asked.out == 0 && value > self.value {
            (self.value, self.teams) = (value, Some(packing.teams.clone()));
        }
    }

    /// A first choice by hand, in the order of gains at these prices.
    fn first(&mut self, out: Bits, start: Option<&[Team]>, prices: &[i64]) {
        let puzzle = self.asked.puzzle;
        let mut packing = Packing::of(puzzle, start.unwrap_or_default());
        members(out).for_each(|course| packing.drop_course(course));
        packing.drop_partial();
        let mut order = by_gain(puzzle, prices, self.asked.must, out);
        if prices.is_empty() {
            // The least hours for what it counts first.
            let hours = |course: usize| {
                let worth = puzzle.courses.get(course).map_or(1, |course| course.worth).max(1);
                u128::from(puzzle.seconds_of(course)) * 1_000 / u128::from(worth.unsigned_abs())
            };
            order.sort_by_key(|course| (self.asked.must & bit(*course) == 0, hours(*course), *course));
        }
        with_part(self.steps, FIRST_PARTS, |steps| improve(&mut packing, puzzle, self.asked.must, &order, steps));
        packing.drop_partial();
        self.keep(&packing);
    }

    /// Teams for exactly these courses; nothing if there are none, which is remembered, or none were found in time.
    fn staffed(&mut self, must: Bits, before: Option<&[Team]>) -> Option<Vec<Team>> {
        let puzzle = self.asked.puzzle;
        if self.barred.iter().any(|barred| barred & must == *barred) {
            return None;
        }
        let mut packing = Packing::of(puzzle, before.unwrap_or_default());
        let missing = must & !packing.running();
        if members(missing).all(|course| add(&mut packing, puzzle, course, self.steps)) {
            return Some(packing.teams);
        }
        match with_part(self.steps, PACK_PARTS, |steps| pack(puzzle, must, steps)) {
            Packed::Yes(teams) => Some(teams),
            Packed::No => {
                if self.barred.len() < MOST_BARRED {
                    self.barred.push(must);
                }
                None
            }
            Packed::Unknown => None,
        }
    }

    /// Goes through all that is left, and says what nothing is worth more than.
    fn branch(&mut self, root: Node) -> i64 {
        let puzzle = self.asked.puzzle;
        let mut at_most = i64::MIN;
        let mut stack = vec![root];
        while let Some(mut node) = stack.pop() {
            if self.value >= self.asked.enough || *self.steps == 0 {
                at_most = at_most.max(whole(node.bound, self.grain));
                continue;
            }
            if self.settled(node.bound) {
                continue;
            }
            let wish = Wish { must: node.must, out: node.out, goal: self.goal(), rounds: NODE_ROUNDS };
            let priced = lower(puzzle, &wish, &node.prices, self.steps);
            node.bound = node.bound.min(priced.bound);
            if self.settled(node.bound) {
                continue;
            }
            if let Some(teams) = &node.teams {
                let mut packing = Packing::of(puzzle, teams);
                for course in by_gain(puzzle, &priced.prices, node.must, node.out) {
                    if !has(node.must, course) {
                        add(&mut packing, puzzle, course, self.steps);
                    }
                }
                packing.drop_partial();
                self.keep(&packing);
            }
            let open = puzzle.all() & !node.must & !node.out;
            let next = members(open).max_by_key(|course| (at(&priced.wanting, *course), usize::MAX - *course));
            let Some(course) = next else {
                // All is decided: what can be staffed has been kept.
                if node.teams.is_none() {
                    at_most = at_most.max(puzzle.worth(node.must));
                }
                continue;
            };
            let without = Node { out: node.out | bit(course), prices: priced.prices.clone(), teams: node.teams.clone(), ..node };
            let must = node.must | bit(course);
            let teams = self.staffed(must, without.teams.as_deref());
            let possible = teams.is_some() || !self.barred.iter().any(|barred| barred & must == *barred);
            stack.push(without);
            if possible {
                stack.push(Node { must, out: node.out, prices: priced.prices, bound: node.bound, teams });
            }
        }
        at_most
    }
}
