//! A better split by exchanges: whoever stands highest passes places to those who stand lowest, again and again.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Who has which task by the request, as (task, person), where hand-overs count; and how many of these have left it.
    holdings: BTreeSet<(usize, usize)>,
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
    let counted = large.problem.handovers < large.problem.held.len();
    let holdings: BTreeSet<(usize, usize)> = large.problem.held.iter().copied().filter(|_| counted).collect();
    let handed = if counted { large.problem.handovers_of(&filled) } else { 0 };
    let size = (people + holders.len()) as u64;
    let tries = TRIES + TRIES_EACH * size;
    let heights: Vec<u64> =
        (0..people).map(|person| large.height(person, at(&state.seconds, person), at(&state.further, person))).collect();
    let order: BTreeSet<(u64, usize)> = heights.iter().copied().zip(0..people).collect();
    let mut exchange = Exchange { large, state, held, heights, order, active: BTreeSet::new(), holdings, handed, tries };
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
        let takers: Vec<(u64, usize)> =
            self.order.iter().take_while(|(height, _)| *height < now).take(MOST_TAKERS).copied().collect();
        for (height, taker) in takers {
            if self.tries == 0 {
                break;
            }
            let list = |person: usize| self.held.get(person).map_or(&[][..], Vec::as_slice);
            let pair = Pair { large: self.large, state: &self.state, giver, taker, gives: list(giver), takes: list(taker) };
            let Some(change) = pair.best(&mut self.tries) else { continue };
            if !self.large.plain {
                if self.try_out(change) {
                    return true;
                }
                continue;
            }
            if best.is_none_or(|best| change < best) {
                best = Some(change);
            }
            // Good enough: both are where they can stay.
            if change.height <= floor.max(now - (now - height) / 3) {
                break;
            }
        }
        best.is_some_and(|change| {
            self.pass_on(change);
            self.note(change);
            true
        })
    }

    /// Makes `change` if it keeps days, caps and hand-overs and, with all that the places cost, leaves the two lower than the giver is
    /// and nobody else as high.
    fn try_out(&mut self, change: Change) -> bool {
        let now = at(&self.heights, change.giver);
        let before = self.handed_in(change);
        let places = [
            Some((change.given, change.giver, change.taker)),
            change.returned.map(|number| (number, change.taker, change.giver)),
        ];
        let moves = || places.iter().flatten().copied();
        moves().for_each(|(number, _, _)| self.state.empty(number));
        let mut fits = true;
        for (number, _, to) in moves() {
            fits = fits && self.state.fits(number, to);
            if fits {
                self.state.fill(number, to);
            }
        }
        let handed = self.handed + self.handed_in(change) - before;
        let fair = |person: usize| {
            let after = self.height(person);
            let own = person == change.giver || person == change.taker;
            after < now || !own && after <= at(&self.heights, person)
        };
        if fits && handed <= self.large.problem.handovers.max(self.handed) && self.touched(change).into_iter().all(fair) {
            self.handed = handed;
            self.note(change);
            return true;
        }
        moves().for_each(|(number, _, _)| self.state.empty(number));
        moves().for_each(|(number, from, _)| self.state.fill(number, from));
        false
    }

    /// How many of those who held the tasks of `change` have left them, as far as it concerns them.
    fn handed_in(&self, change: Change) -> usize {
        let numbers = [Some(change.given), change.returned].into_iter().flatten();
        let tasks: BTreeMap<usize, usize> = numbers.filter_map(|number| Some((self.large.place(number)?.task, number))).collect();
        let own = tasks.into_iter().flat_map(|task| [(task, change.giver), (task, change.taker)]);
        let left = |((task, number), person): &((usize, usize), usize)| {
            self.holdings.contains(&(*task, *person)) && !self.state.is_there(*number, *person)
        };
        own.filter(left).count()
    }

    fn height(&self, person: usize) -> u64 {
        self.large.height(person, at(&self.state.seconds, person), at(&self.state.further, person))
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

    fn pass_on(&mut self, change: Change) {
        // Both are empty in between, so that nobody is ever twice in a task.
        change.returned.into_iter().for_each(|number| self.state.empty(number));
        self.state.fill(change.given, change.taker);
        change.returned.into_iter().for_each(|number| self.state.fill(number, change.giver));
    }

    /// Brings the lists up to date after `change`.
    fn note(&mut self, change: Change) {
        self.relist(change.given, change.giver, change.taker);
        if let Some(number) = change.returned {
            self.relist(number, change.taker, change.giver);
        }
        for person in self.touched(change) {
            let (before, after) = (at(&self.heights, person), self.height(person));
            self.order.remove(&(before, person));
            self.active.remove(&(before, person));
            self.order.insert((after, person));
            self.active.insert((after, person));
            put(&mut self.heights, person, after);
        }
    }

    fn relist(&mut self, number: usize, from: usize, to: usize) {
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
    }
}
