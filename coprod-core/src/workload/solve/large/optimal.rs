//! Whether a split is the best of all even if places could be cut in pieces: then no split is better.

use std::cmp::Reverse;

use super::flow::{Flow, Marks, Reach};
use super::{Large, at};
use crate::workload::solve::part::compare_pairs;

/// Whether no piece, passed on along places from person to person, makes the vector of `holders` less. The seconds that people can have
/// form an M-convex set, over which that is proof. Source: Murota, Discrete Convex Analysis (2003), theorem 6.26.
pub(super) fn is_optimal(large: &Large, holders: &[usize]) -> bool {
    if large.problem.places.iter().any(|place| !place.extras.is_empty()) {
        return false;
    }
    let people = large.problem.people.len();
    let flow = Flow::new(large, holders);
    let part = |person: usize, seconds: u64| {
        let measure = large.problem.measure(person);
        measure.part(seconds, measure.base_cost)
    };
    // Those who can take a piece; a giver looks only at those with whom it gains.
    let takes = |person: usize| at(&flow.loads, person) + large.piece <= large.problem.measure(person).cap;
    let takers: Vec<usize> = (0..people).filter(|person| takes(*person)).collect();
    let mut givers: Vec<usize> = (0..people).collect();
    givers.sort_by_key(|person| (Reverse(part(*person, at(&flow.loads, *person))), *person));
    givers.iter().all(|giver| {
        let gives = at(&flow.loads, *giver);
        let Some(less) = gives.checked_sub(large.piece).filter(|less| *less >= large.problem.measure(*giver).base) else {
            return true;
        };
        let mut wanted = Marks::none(people);
        let mut any = false;
        for taker in takers.iter().filter(|taker| *taker != giver) {
            let has = at(&flow.loads, *taker);
            let new = (part(*giver, less), part(*taker, has + large.piece));
            let old = (part(*giver, gives), part(*taker, has));
            if compare_pairs(new, old).is_lt() {
                wanted.set(*taker, true);
                any = true;
            }
        }
        !any || matches!(flow.reach(*giver, &wanted), Reach::Closed(_))
    })
}
