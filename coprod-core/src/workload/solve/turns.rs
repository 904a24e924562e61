//! Taking turns so that nobody envies anybody by more than one task: the reversed weighted picking sequence.
//!
//! First the turns: each goes to whoever has had the fewest so far for what they agreed to give. Then the turns are taken from the last to
//! the first, and at each the person takes whichever open place costs them least. Where everybody may do everything, the split is
//! weighted envy-free up to one task. Source: Wu, Zhang, Zhou, EC 2023 (arXiv 2301.08090); taken forward, the same turns fail.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::state::{State, keeps_limits};
use super::{Part, Problem, Set, at, match_places};

/// Who fills each place when people, who agreed to give `hours`, take turns; nothing if what is settled is beyond the limits already.
/// A place stays empty where whoever may fill it has no room.
pub(in crate::workload) fn take_turns(problem: &Problem, hours: &[u64]) -> Option<Vec<Option<usize>>> {
    let settled: Vec<Option<usize>> =
        problem.places.iter().map(|place| place.who.single().filter(|_| !place.may_be_empty)).collect();
    if !keeps_limits(problem, &settled) {
        return None;
    }
    let mut table = Table::new(problem, &settled);
    let open = settled.iter().filter(|holder| holder.is_none()).count();
    for person in turns(problem, hours, open).into_iter().rev() {
        if let Some(number) = table.cheapest(person) {
            table.state.fill(number, person);
        }
    }
    // Turns of people who could take nothing more: what is left goes to whoever then has the least.
    for number in 0..problem.places.len() {
        if at(&table.state.holders, number).is_none() {
            let free = problem.places.get(number).into_iter().flat_map(|place| place.who.iter());
            let free = free.filter(|person| table.can_take(number, *person));
            if let Some(person) = free.min_by_key(|person| (table.state.part_with(*person, number), *person)) {
                table.state.fill(number, person);
            }
        }
    }
    Some(table.state.holders)
}

/// Whose turn is when: each goes to whoever has had the fewest for what they agreed to give, of several the earliest.
fn turns(problem: &Problem, hours: &[u64], places: usize) -> Vec<usize> {
    let gives = problem.people.iter().zip(hours).enumerate().filter(|(_, (person, _))| person.counts);
    let mut queue: BinaryHeap<Reverse<(Part, usize)>> =
        gives.map(|(person, (_, hours))| Reverse((Part { cost: 0, of: *hours }, person))).collect();
    let mut turns = Vec::with_capacity(places);
    while turns.len() < places {
        let Some(Reverse((had, person))) = queue.pop() else { break };
        turns.push(person);
        queue.push(Reverse((Part { cost: had.cost + 1, ..had }, person)));
    }
    turns
}

/// What is on the table, and what each person would take first.
struct Table<'a> {
    problem: &'a Problem,
    state: State<'a>,
    /// The places, those of the fewest hours first.
    shortest: Vec<usize>,
    /// The places as they please a person, where that is another order.
    own: Vec<Option<Vec<usize>>>,
    /// How far each person has come in their order: what they passed over is never theirs to take again.
    next: Vec<usize>,
}

impl<'a> Table<'a> {
    fn new(problem: &'a Problem, settled: &[Option<usize>]) -> Self {
        let mut shortest: Vec<usize> = (0..problem.places.len()).collect();
        let seconds = |number: usize| problem.places.get(number).map_or(0, |place| place.seconds);
        shortest.sort_by_key(|number| seconds(*number));
        let mut choosy = vec![false; problem.people.len()];
        for place in &problem.places {
            let costs = place.extras.iter().filter(|extra| extra.bearer == extra.holder).map(|extra| extra.holder);
            for person in place.wishes.iter().map(|(person, _)| *person).chain(costs) {
                super::put(&mut choosy, person, true);
            }
        }
        let state = State::new(problem, settled);
        let order = |person: usize| {
            let key = |number: &usize| {
                let place = problem.places.get(*number);
                let cost = place.map(|place| own_cost(problem, place, person));
                (cost, place.and_then(|place| place.rank(person)).unwrap_or(usize::MAX), *number)
            };
            let mut order = shortest.clone();
            order.sort_by_key(key);
            order
        };
        let own = choosy.iter().enumerate().map(|(person, choosy)| choosy.then(|| order(person))).collect();
        Self { problem, state, shortest, own, next: vec![0; problem.people.len()] }
    }

    /// The open place that costs `person` least.
    fn cheapest(&mut self, person: usize) -> Option<usize> {
        loop {
            let order = self.own.get(person).and_then(Option::as_ref).unwrap_or(&self.shortest);
            let number = order.get(at(&self.next, person)).copied()?;
            if let Some(next) = self.next.get_mut(person) {
                *next += 1;
            }
            if self.can_take(number, person) {
                return Some(number);
            }
        }
    }

    /// Whether the place is open, `person` may fill it and has room, and as many of its task can be filled afterwards as before.
    fn can_take(&self, number: usize, person: usize) -> bool {
        let Some(place) = self.problem.places.get(number) else { return false };
        if at(&self.state.holders, number).is_some() || !place.who.has(person) || !self.state.fits(number, person) {
            return false;
        }
        let task: Vec<usize> = self.problem.places_of(place.task).map(|(number, _)| number).collect();
        if task.len() == 1 {
            return true;
        }
        if task.iter().any(|other| at(&self.state.holders, *other) == Some(person)) {
            return false;
        }
        let sets = |taken: Option<usize>| -> Vec<Set> {
            let holder = |other: usize| if Some(other) == taken { Some(person) } else { at(&self.state.holders, other) };
            let set = |other: &usize| {
                holder(*other)
                    .map_or_else(|| self.problem.places.get(*other).map(|place| place.who.clone()).unwrap_or_default(), Set::only)
            };
            task.iter().map(set).collect()
        };
        let filled = |sets: &[Set]| match_places(sets, &[]).iter().flatten().count();
        filled(&sets(Some(number))) == filled(&sets(None))
    }
}

/// What a place costs `person` in the units of their part.
fn own_cost(problem: &Problem, place: &super::Place, person: usize) -> u64 {
    let borne = place.borne(person).filter(|(bearer, _, _)| *bearer == person);
    borne.map(|(_, seconds, further)| problem.measure(person).part(seconds, further).cost).sum()
}
