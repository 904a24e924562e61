//! A proved bound: how large the largest part must be when every place may be cut in small equal pieces.
//!
//! For any people, what only they can do must fit in the whole pieces below the bound that each of them can take. Starting with
//! everybody, a flow shows that the bound can be kept, or finds people whose own work does not fit: the next to look at. Each round gives
//! a larger bound, so it ends; every bound on the way is true.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::flow::{Flow, Marks, Reach};
use super::height::UNIT_BITS;
use super::{Large, Part, at};

/// Rounds of the search for people whose work does not fit.
const MOST_ROUNDS: usize = 60;

/// Ways along which pieces are passed, for each person and round.
const MOST_WAYS: usize = 200;

/// The bound and the people who make it so.
pub(super) struct Bound {
    pub(super) part: Part,
    pub(super) tight: Vec<usize>,
}

/// The bound, found by way of the split `holders`.
pub(super) fn bound(large: &Large, holders: &[usize]) -> Bound {
    let people = large.problem.people.len();
    let counted = (0..people).filter(|person| large.problem.measure(*person).counts);
    let part = |person: usize| {
        let measure = large.problem.measure(person);
        measure.part(measure.base, measure.base_cost)
    };
    let Some(first) = counted.max_by_key(|person| (part(*person), Reverse(*person))) else {
        return Bound { part: Part { cost: 0, of: 1 }, tight: Vec::new() };
    };
    let mut best = Bound { part: part(first), tight: vec![first] };
    let mut flow = Flow::new(large, holders);
    let mut tight = Marks::none(people);
    (0..people).for_each(|person| tight.set(person, true));
    for _ in 0..MOST_ROUNDS {
        if let Some(part) = least(large, &tight).filter(|part| *part > best.part) {
            best = Bound { part, tight: (0..people).filter(|person| tight.has(*person)).collect() };
        }
        match overfull(large, &mut flow, best.part) {
            Some(next) => tight = next,
            None => break,
        }
    }
    best
}

/// The most whole pieces of `person`, as seconds with what they have whatever is decided, with a part of at most `over` / `under`.
fn ceiling(large: &Large, person: usize, over: u64, under: u64) -> u64 {
    let measure = large.problem.measure(person);
    let most = measure.cap.max(measure.base);
    // Whoever does not count, or bears nothing by it, limits nothing.
    let fair = if measure.cost == 0 || !measure.counts {
        most
    } else {
        let cost = u128::from(over) * u128::from(measure.of) / u128::from(under);
        let cost = u64::try_from(cost).unwrap_or(u64::MAX).saturating_sub(measure.base_cost);
        (cost / measure.cost).min(most)
    };
    let room = fair.saturating_sub(measure.base);
    measure.base + (room - room % large.piece)
}

/// The least part at which the work that only the people of `tight` can do fits among them; nothing if it always does.
fn least(large: &Large, tight: &Marks) -> Option<Part> {
    let people: Vec<usize> = (0..large.problem.people.len()).filter(|person| tight.has(*person)).collect();
    let own = large.problem.places.iter().filter(|place| tight.cover(&place.who));
    let needed: u64 = own.map(|place| place.seconds).sum();
    let fits = |over: u64, under: u64| -> bool {
        let rooms = people.iter().map(|person| ceiling(large, *person, over, under) - large.problem.measure(*person).base);
        rooms.fold(0, u64::saturating_add) >= needed
    };
    // Halves the range of heights down to one step; within it, pieces are added one by one.
    let (mut low, mut high) = (0_u64, 1_u64 << 63);
    if fits(low, 1 << UNIT_BITS) || !fits(high, 1 << UNIT_BITS) {
        return None;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle, 1 << UNIT_BITS) { high = middle } else { low = middle }
    }
    let mut room = 0;
    let mut next = BinaryHeap::new();
    for person in &people {
        let measure = large.problem.measure(*person);
        let now = ceiling(large, *person, low, 1 << UNIT_BITS);
        room += now - measure.base;
        if measure.counts && measure.cost > 0 && measure.cap >= now + large.piece {
            next.push(Reverse((measure.part(now + large.piece, measure.base_cost), *person, now + large.piece)));
        }
    }
    while let Some(Reverse((part, person, now))) = next.pop() {
        room += large.piece;
        if room >= needed {
            return Some(part);
        }
        let measure = large.problem.measure(person);
        if measure.cap >= now + large.piece {
            next.push(Reverse((measure.part(now + large.piece, measure.base_cost), person, now + large.piece)));
        }
    }
    None
}

/// Passes work on until nobody's part is above `most`; those whose own work does not fit, if that fails.
fn overfull(large: &Large, flow: &mut Flow, most: Part) -> Option<Marks> {
    let people = large.problem.people.len();
    let ceilings: Vec<u64> = (0..people).map(|person| ceiling(large, person, most.cost, most.of)).collect();
    let mut roomy = Marks::none(people);
    for person in 0..people {
        roomy.set(person, at(&flow.loads, person) + large.piece <= at(&ceilings, person));
    }
    let mut ways = MOST_WAYS * people;
    for person in 0..people {
        loop {
            let over = at(&flow.loads, person).saturating_sub(at(&ceilings, person));
            if over == 0 {
                break;
            }
            ways = ways.checked_sub(1)?;
            match flow.reach(person, &roomy) {
                Reach::Closed(marks) => return Some(marks),
                Reach::Found(taker, path) => {
                    let room = at(&ceilings, taker) - at(&flow.loads, taker);
                    flow.pass(&path, over.next_multiple_of(large.piece).min(room - room % large.piece));
                    roomy.set(taker, at(&flow.loads, taker) + large.piece <= at(&ceilings, taker));
                }
            }
        }
    }
    None
}
