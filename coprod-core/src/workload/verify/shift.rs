//! The proof of a fairest split: no small piece of work, passed on from person to person, makes it fairer.
//!
//! Where an hour of a task is an hour for everybody, cut every task into equal pieces. The loads that people can then have form an
//! M-convex set, over which the order of the vectors is that of a separable convex sum; a load is the least of all exactly if no single
//! piece passed from one person to another makes it less (Murota, Discrete Convex Analysis, 2003, theorem 6.26). No split of whole
//! tasks can be less than that. Whether a piece can go from one person to another depends only on the loads: it can if a chain of people
//! leads there, each having a task that the next may have.

use super::crowd::Crowd;
use super::part::Part;
use super::view::View;

/// A piece of work that would make the split fairer if tasks could be cut.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) seconds: u64,
}

/// Who passes on work to whom: the classes of the tasks that each person has, and the people of each class.
struct Chains<'a> {
    view: &'a View<'a>,
    /// For each class, those who have a task of it that is not settled.
    holders: Vec<Vec<usize>>,
    /// For each person, the classes they belong to.
    classes: Vec<Vec<usize>>,
}

impl<'a> Chains<'a> {
    fn new(view: &'a View<'a>) -> Self {
        let mut holders = vec![Vec::new(); view.classes.len()];
        for spot in view.open() {
            if let (Some(list), Some(holder)) = (holders.get_mut(spot.class), spot.holder) {
                list.push(holder);
            }
        }
        for list in &mut holders {
            list.sort_unstable();
            list.dedup();
        }
        let mut classes = vec![Vec::new(); view.workers.len()];
        for (number, class) in
            view.classes.iter().enumerate().filter(|(number, _)| !holders.get(*number).is_none_or(Vec::is_empty))
        {
            for person in class.iter() {
                if let Some(list) = classes.get_mut(person) {
                    list.push(number);
                }
            }
        }
        Self { view, holders, classes }
    }

    /// Calls `found` for everybody who can pass work on to `to`, each person once over all calls.
    fn givers(&self, to: usize, seen: &mut [bool], done: &mut [bool], mut found: impl FnMut(usize)) {
        let mut queue = vec![to];
        while let Some(taker) = queue.pop() {
            for class in self.classes.get(taker).map_or(&[][..], Vec::as_slice) {
                if done.get_mut(*class).is_none_or(|done| std::mem::replace(done, true)) {
                    continue;
                }
                for giver in self.holders.get(*class).map_or(&[][..], Vec::as_slice) {
                    if seen.get_mut(*giver).is_some_and(|seen| !std::mem::replace(seen, true)) {
                        found(*giver);
                        queue.push(*giver);
                    }
                }
            }
        }
    }

    /// Everybody whom work of `from` can reach, `from` among them.
    fn takers(&self, from: usize) -> Crowd {
        let mut held = vec![Vec::new(); self.view.workers.len()];
        for (class, holders) in self.holders.iter().enumerate() {
            for holder in holders {
                if let Some(list) = held.get_mut(*holder) {
                    list.push(class);
                }
            }
        }
        let mut reached: Crowd = std::iter::once(from).collect();
        let mut done = vec![false; self.view.classes.len()];
        let mut queue = vec![from];
        while let Some(giver) = queue.pop() {
            for class in held.get(giver).map_or(&[][..], Vec::as_slice) {
                if done.get_mut(*class).is_none_or(|done| std::mem::replace(done, true)) {
                    continue;
                }
                for taker in self.view.classes.get(*class).into_iter().flat_map(Crowd::iter) {
                    if !reached.has(taker) {
                        reached.insert(taker);
                        queue.push(taker);
                    }
                }
            }
        }
        reached
    }
}

/// A piece that would make the split fairer, if there is one. Only for splits in which an hour is an hour for everybody.
///
/// People are looked at in the order of the part that they would have with one piece more. Whoever can reach the first of them is done
/// with: nobody else offers them a smaller part. So each person and each kind of task is looked at once.
pub(super) fn fairer(view: &View) -> Option<Shift> {
    let piece = view.piece();
    if piece == 0 {
        return None;
    }
    let mut takers: Vec<(Part, Part, usize)> = view
        .workers
        .iter()
        .enumerate()
        // Whoever work costs nothing stands in no vector, or at 0 in it, whatever they take.
        .filter(|(_, worker)| (worker.counts() || worker.rate == 0) && worker.load.saturating_add(piece) <= worker.cap)
        .map(|(person, worker)| (worker.part(worker.load_cost + worker.rate * piece), worker.now(), person))
        .collect();
    // Of those with the same part then, whoever has most now: passing a piece between equals gains only if the giver falls below that.
    takers.sort_by(|one, other| (one.0, other.1, one.2).cmp(&(other.0, one.1, other.2)));
    let chains = Chains::new(view);
    let mut seen = vec![false; view.workers.len()];
    let mut done = vec![false; view.classes.len()];
    let mut best: Option<(Part, Shift)> = None;
    for (after, now, taker) in takers {
        chains.givers(taker, &mut seen, &mut done, |giver| {
            let Some(worker) = view.workers.get(giver).filter(|worker| worker.counts() && giver != taker) else { return };
            let Some(less) = worker.load_cost.checked_sub(worker.rate * piece) else { return };
            let has = worker.now();
            let gains = after < has || after == has && worker.part(less) < now;
            if gains && best.is_none_or(|(most, _)| most < has) {
                best = Some((has, Shift { from: giver, to: taker, seconds: piece }));
            }
        });
    }
    best.map(|(_, shift)| shift)
}

/// Everybody who can be given some of the work of whoever has the largest part: what they have between them, only they can do.
pub(super) fn round_the_largest(view: &View) -> Option<Crowd> {
    let counted = view.workers.iter().enumerate().filter(|(_, worker)| worker.counts());
    let (person, _) = counted.max_by_key(|(person, worker)| (worker.now(), std::cmp::Reverse(*person)))?;
    Some(Chains::new(view).takers(person))
}
