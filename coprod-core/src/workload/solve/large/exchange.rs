//! A better split by exchanges: whoever stands highest passes places to those who stand lowest, again and again.

use std::collections::BTreeSet;

use super::super::state::State;
use super::pair::{Change, Pair};
use super::{Large, Part, at, put};

/// Exchanges that are looked at, for each place and each person.
const TRIES_EACH: u64 = 600;

/// Exchanges that are looked at in any case.
const TRIES: u64 = 2_000_000;

/// With how many of those who stand lowest somebody tries to exchange.
const MOST_TAKERS: usize = 48;

struct Exchange<'a> {
    large: &'a Large<'a>,
    state: State<'a>,
    /// The places of each person with their seconds, the shortest first.
    held: Vec<Vec<(u64, usize)>>,
    heights: Vec<u64>,
    /// Everybody by height.
    order: BTreeSet<(u64, usize)>,
    /// Those for whom an exchange may yet be found.
    active: BTreeSet<(u64, usize)>,
    /// Tasks that have left those who held them.
    handed: usize,
    tries: u64,
}

/// A split at least as good as `holders`; nobody who counts need come below `goal`.
pub(super) fn improve(large: &Large, holders: Vec<usize>, goal: Part) -> Vec<usize> {
    let filled: Vec<Option<usize>> = holders.iter().map(|person| Some(*person)).collect();
    let people = large.problem.people.len();
    let mut held: Vec<Vec<(u64, usize)>> = vec![Vec::new(); people];
    for (number, person) in holders.iter().enumerate() {
        if let Some(held) = held.get_mut(*person) {
            held.push((large.seconds(number), number));
        }
    }
    held.iter_mut().for_each(|held| held.sort_unstable());
    let state = State::new(large.problem, &filled);
    let handed = if large.plain { 0 } else { large.problem.handovers_of(&filled) };
    let size = (people + holders.len()) as u64;
    let tries = TRIES + TRIES_EACH * size;
    let heights: Vec<u64> =
        (0..people).map(|person| large.height(person, at(&state.seconds, person), at(&state.further, person))).collect();
    let order: BTreeSet<(u64, usize)> = heights.iter().copied().zip(0..people).collect();
    let mut exchange = Exchange { large, state, held, heights, order, active: BTreeSet::new(), handed, tries };
    // First those above what is proved to be needed, then everybody.
    let least = u128::from(goal.cost) << super::height::UNIT_BITS;
    let least = u64::try_from(least / u128::from(goal.of)).unwrap_or(u64::MAX);
    for floor in [least, 0] {
        exchange.settle(floor);
    }
    exchange.state.holders.iter().zip(holders).map(|(now, before)| now.unwrap_or(before)).collect()
}

impl Exchange<'_> {
    /// Exchanges until nobody above `floor` gains, or all tries are used.
    fn settle(&mut self, floor: u64) {
        let mut changed = true;
        while changed && self.tries > 0 {
            changed = false;
            self.active = self.order.clone();
            while let Some((height, giver)) = self.active.pop_last() {
                if height <= floor || self.tries == 0 {
                    break;
                }
                changed |= self.lower(giver, floor);
            }
        }
    }

    /// Lets `giver` pass something to somebody lower; whether that was possible.
    fn lower(&mut self, giver: usize, floor: u64) -> bool {
        let now = at(&self.heights, giver);
        let mut best: Option<Change> = None;
        let mut looked = 0;
        let mut tries = self.tries;
        for (height, taker) in &self.order {
            if *height >= now || looked == MOST_TAKERS || tries == 0 {
                break;
            }
            let list = |person: usize| self.held.get(person).map_or(&[][..], Vec::as_slice);
            let pair =
                Pair { large: self.large, state: &self.state, giver, taker: *taker, gives: list(giver), takes: list(*taker) };
            let Some(change) = pair.best(&mut tries) else {
                looked += 1;
                continue;
            };
            looked += 1;
            if self.large.plain {
                if best.is_none_or(|best| change < best) {
                    best = Some(change);
                }
                // Good enough: both are where they can stay.
                if change.height <= floor.max(now - (now - height) / 3) {
                    break;
                }
            } else if self.clone_allows(change) {
                best = Some(change);
                break;
            }
        }
        self.tries = tries;
        let Some(change) = best else { return false };
        self.make(change);
        true
    }

    /// Whether `change` keeps days, caps and hand-overs and leaves nobody as high as the giver is, with all that the places cost.
    fn clone_allows(&self, change: Change) -> bool {
        let now = at(&self.heights, change.giver);
        let mut state = self.state.clone();
        let moves = [Some((change.given, change.taker)), change.returned.map(|number| (number, change.giver))];
        moves.iter().flatten().for_each(|(number, _)| state.empty(*number));
        for (number, person) in moves.iter().flatten() {
            if !state.fits(*number, *person) {
                return false;
            }
            state.fill(*number, *person);
        }
        let touched = self.touched(change);
        let height = |person: &usize| self.large.height(*person, at(&state.seconds, *person), at(&state.further, *person));
        let problem = self.large.problem;
        touched.iter().all(|person| height(person) < now || height(person) <= at(&self.heights, *person))
            && (problem.handovers >= problem.held.len()
                || problem.handovers_of(&state.holders) <= problem.handovers.max(self.handed))
    }

    /// Everybody whose hours or costs `change` changes.
    fn touched(&self, change: Change) -> BTreeSet<usize> {
        let mut touched = BTreeSet::from([change.giver, change.taker]);
        for place in [Some(change.given), change.returned].into_iter().flatten().filter_map(|number| self.large.place(number)) {
            for person in [change.giver, change.taker] {
                touched.extend(place.borne(person).map(|(bearer, _, _)| bearer));
            }
        }
        touched
    }

    fn make(&mut self, change: Change) {
        let touched = self.touched(change);
        self.pass(change.given, change.giver, change.taker);
        if let Some(number) = change.returned {
            self.pass(number, change.taker, change.giver);
        }
        for person in touched {
            let before = at(&self.heights, person);
            let after = self.large.height(person, at(&self.state.seconds, person), at(&self.state.further, person));
            self.order.remove(&(before, person));
            self.active.remove(&(before, person));
            self.order.insert((after, person));
            self.active.insert((after, person));
            put(&mut self.heights, person, after);
        }
    }

    fn pass(&mut self, number: usize, from: usize, to: usize) {
        let entry = (self.large.seconds(number), number);
        if let Some(held) = self.held.get_mut(from)
            && let Ok(index) = held.binary_search(&entry)
        {
            held.remove(index);
        }
        if let Some(held) = self.held.get_mut(to)
            && let Err(index) = held.binary_search(&entry)
        {
            held.insert(index, entry);
        }
        self.state.fill(number, to);
    }
}
