//! The plan: what must run, then the most that can, then earlier courses before later ones.

use super::engine::{Asked, Bits, Found, Packing, Priced, Puzzle, Team, at, bit, has, members, solve, with_part};

/// What is known before a search.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// Nothing is worth more.
    pub(super) limit: i64,
    /// Prices to begin with.
    pub(super) prices: &'a [i64],
}

/// A choice of courses and who teaches them.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) teams: Vec<Team>,
    pub(super) running: Bits,
    /// Courses that run in any case.
    pub(super) must: Bits,
    /// Those that must run and cannot.
    pub(super) out: Bits,
    pub(super) value: i64,
    /// Nothing is worth more, once as many as possible of those that must run do.
    pub(super) at_most: i64,
    /// Whether as many of those that must run do as can, and the earlier ones of them.
    pub(super) must_settled: bool,
    /// Whether no plan as good runs earlier courses instead of later ones.
    pub(super) order_settled: bool,
    pub(super) priced: Priced,
}

impl Plan {
    /// Whether no plan is better.
    pub(super) const fn proved(&self) -> bool {
        self.must_settled && self.at_most <= self.value
    }
}

/// The most that can run, of those that must first.
pub(super) fn most(puzzle: &Puzzle, must_run: Bits, known: &Known<'_>, steps: &mut u64) -> Plan {
    begun(puzzle, must_run, None, known, steps)
}

/// The same, beginning with another plan; nothing is worth more than `limit`.
pub(super) fn most_from(puzzle: &Puzzle, must_run: Bits, from: &Plan, limit: i64, steps: &mut u64) -> Plan {
    begun(puzzle, must_run, Some(&from.teams), &Known { limit, prices: &from.priced.prices }, steps)
}

fn begun(puzzle: &Puzzle, must_run: Bits, start: Option<&[Team]>, known: &Known<'_>, steps: &mut u64) -> Plan {
    let (must, out, first, must_settled) = musts(puzzle, must_run, start, steps);
    let start = first.as_deref().or(start);
    let found = solve(&Asked { must, out, start, prices: known.prices, enough: known.limit, ..Asked::most(puzzle) }, steps);
    let Found { teams, value, at_most, priced } = found;
    // Where it is not known who could teach those that must run, they were found before.
    let teams = teams.or(first).unwrap_or_else(|| vec![Team::Empty; puzzle.places.len()]);
    let running = Packing::of(puzzle, &teams).running();
    Plan {
        teams,
        running,
        must,
        out,
        value: value.max(0),
        at_most: at_most.min(known.limit).max(0),
        must_settled,
        order_settled: true,
        priced,
    }
}

/// Those that must run and can, those that cannot, teams for them, and whether that is proved.
fn musts(puzzle: &Puzzle, must_run: Bits, start: Option<&[Team]>, steps: &mut u64) -> (Bits, Bits, Option<Vec<Team>>, bool) {
    if must_run == 0 {
        return (0, 0, None, true);
    }
    let counted = puzzle.each_for_one();
    let others = puzzle.all() & !must_run;
    let found = solve(&Asked { out: others, start, ..Asked::most(&counted) }, steps);
    let teams = found.teams.clone().unwrap_or_else(|| vec![Team::Empty; puzzle.places.len()]);
    let running = Packing::of(puzzle, &teams).running() & must_run;
    let proved = found.proved();
    let mut plan = Plan {
        teams,
        running,
        must: 0,
        out: others,
        value: found.value,
        at_most: found.at_most,
        must_settled: true,
        order_settled: true,
        priced: found.priced,
    };
    settle(&counted, &mut plan, steps);
    (plan.running, must_run & !plan.running, Some(plan.teams), proved && plan.order_settled)
}

/// Lets earlier courses go before later ones wherever the plan stays as good.
pub(super) fn settle(puzzle: &Puzzle, plan: &mut Plan, steps: &mut u64) {
    if plan.at_most > plan.value {
        plan.order_settled = false;
        return;
    }
    let (mut must, mut out) = (plan.must, plan.out);
    for course in 0..puzzle.courses.len() {
        if has(must | out, course) {
            continue;
        }
        if !has(plan.running, course) {
            let asked = Asked {
                puzzle,
                must: must | bit(course),
                out,
                above: plan.value - 1,
                enough: plan.value,
                start: Some(&plan.teams),
                prices: &plan.priced.prices,
            };
            let found = with_part(steps, 8, |steps| solve(&asked, steps));
            match found.teams {
                Some(teams) => {
                    plan.running = Packing::of(puzzle, &teams).running();
                    plan.teams = teams;
                }
                None => plan.order_settled &= found.proved(),
            }
        }
        if has(plan.running, course) {
            must |= bit(course);
        } else {
            out |= bit(course);
        }
    }
}

/// Evens out what part of their release tutors give, without changing which courses run: one place at a time goes to somebody else, or two
/// change hands.
pub(super) fn even_out(puzzle: &Puzzle, plan: &mut Plan, steps: &mut u64) {
    let mut packing = Packing::of(puzzle, &plan.teams);
    let places: Vec<usize> = members(plan.running).flat_map(|course| puzzle.places_of(course).iter().copied()).collect();
    let mut changed = true;
    while changed && *steps > 0 {
        changed = false;
        for number in &places {
            changed |= pass_on(puzzle, &mut packing, *number, steps);
        }
        for (index, number) in places.iter().enumerate() {
            for other in places.iter().skip(index + 1) {
                changed |= swap(puzzle, &mut packing, *number, *other, steps);
            }
        }
    }
    plan.teams = packing.teams;
}

/// Whether the loads after are more even than before, for the two tutors whom a change touches.
fn fairer(puzzle: &Puzzle, pair: [usize; 2], before: [u64; 2], after: [u64; 2]) -> bool {
    let cap = |which: usize| u128::from(pair.get(which).map_or(1, |tutor| at(&puzzle.tutors, *tutor).seconds.max(1)));
    let sorted = |loads: [u64; 2]| {
        // Over a common denominator.
        let [one, other] = [u128::from(loads[0]) * cap(1), u128::from(loads[1]) * cap(0)];
        [one.max(other), one.min(other)]
    };
    sorted(after) < sorted(before)
}

fn loads(packing: &Packing<'_>, pair: [usize; 2]) -> [u64; 2] {
    pair.map(|tutor| at(&packing.load, tutor))
}

fn pass_on(puzzle: &Puzzle, packing: &mut Packing<'_>, number: usize, steps: &mut u64) -> bool {
    let Team::One(now) = at(&packing.teams, number) else { return false };
    for tutor in members(puzzle.place(number).able).filter(|tutor| *tutor != now) {
        *steps = steps.saturating_sub(1);
        let before = loads(packing, [now, tutor]);
        packing.take(number);
        if packing.put(number, Team::One(tutor)) && fairer(puzzle, [now, tutor], before, loads(packing, [now, tutor])) {
            return true;
        }
        packing.take(number);
        packing.put(number, Team::One(now));
    }
    false
}

fn swap(puzzle: &Puzzle, packing: &mut Packing<'_>, number: usize, other: usize, steps: &mut u64) -> bool {
    let (one, two) = (at(&packing.teams, number), at(&packing.teams, other));
    let (Team::One(first), Team::One(second)) = (one, two) else { return false };
    let able = has(puzzle.place(number).able, second) && has(puzzle.place(other).able, first);
    if first == second || !able {
        return false;
    }
    *steps = steps.saturating_sub(1);
    let pair = [first, second];
    let before = loads(packing, pair);
    packing.take(number);
    packing.take(other);
    if packing.put(number, two) && packing.put(other, one) && fairer(puzzle, pair, before, loads(packing, pair)) {
        return true;
    }
    packing.take(number);
    packing.take(other);
    packing.put(number, one);
    packing.put(other, two);
    false
}
