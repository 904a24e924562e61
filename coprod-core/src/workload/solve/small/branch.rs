//! The proof: branch on the place that the bound cuts up, until nothing better than the best split can be left.

use std::cmp::Ordering;

use super::improve::{Candidate, improve};
use super::relax::{Flow, Relaxation};
use super::{Bits, Extra, Part, Place, Problem, Small, Solved, Spent, Steps, at, filled, put, state};

pub(in crate::workload::solve) struct Found {
    pub(in crate::workload::solve) holders: Vec<usize>,
    pub(in crate::workload::solve) solved: Solved,
}

/// The best way to fill all places of `problem`, which `start` fills within all limits.
pub(in crate::workload::solve) fn best(problem: &Problem, start: Vec<usize>, steps: u64) -> Found {
    let small = Small::new(problem);
    let who = small.who.clone();
    let piece = problem.places.iter().map(|place| place.seconds).fold(0, num_integer::gcd).max(1);
    let filled = filled(&start);
    let mut search =
        Search { small: &small, problem, piece, steps: Steps(steps), best: Candidate::new(&small, start), settling: false };
    let mut flow = Flow::new(problem, &filled);
    let root = search.relax(&who, &mut flow).unwrap_or_default();
    // A short try proves most small problems; what it leaves open gets the long one.
    let mut vector_proved = false;
    for (rounds, steps) in [(1, steps / 8), (5, steps)] {
        let start = search.best.holders.clone();
        search.best = improve(&small, start, root.as_deref(), rounds * problem.places.len());
        search.steps = Steps(steps);
        vector_proved =
            root.as_ref() == Some(&search.best.vector) || search.node(who.clone(), Flow::new(problem, &filled)).is_ok();
        if vector_proved {
            break;
        }
    }
    let flow = Flow::new(problem, &filled);
    let bound = if vector_proved { search.best.vector.first().copied() } else { root.and_then(|root| root.first().copied()) };
    let settled = vector_proved && {
        search.settling = true;
        search.steps = Steps(steps);
        search.node(who, flow).is_ok()
    };
    let Candidate { holders, vector, .. } = search.best;
    // An unfinished root proves nothing but that no part is below zero.
    let bound = bound.or_else(|| vector.first().map(|_| Part { cost: 0, of: 1 }));
    Found { holders, solved: Solved { holders: Vec::new(), vector, filled_proved: false, vector_proved, settled, bound } }
}

struct Search<'a> {
    small: &'a Small<'a>,
    problem: &'a Problem,
    piece: u64,
    steps: Steps,
    best: Candidate,
    /// Whether wishes are looked for among splits that are equally fair.
    settling: bool,
}

impl Search<'_> {
    /// The least vector when places may be cut up; nothing if the caps allow none.
    fn relax(&mut self, who: &[Bits], flow: &mut Flow) -> Result<Option<Vec<Part>>, Spent> {
        let possible = Relaxation::new(self.problem, who, self.piece).solve(flow, &mut self.steps)?;
        Ok(possible.then(|| flow.vector(self.problem)))
    }

    /// Looks for better splits in which each place is filled by one of `who`.
    fn node(&mut self, mut who: Vec<Bits>, mut flow: Flow) -> Result<(), Spent> {
        self.steps.take()?;
        if !self.narrow(&mut who) {
            return Ok(());
        }
        // The most that wishes could come to here.
        let most = who.iter().enumerate().map(|(number, who)| self.small.most_wished(number, *who)).sum::<u128>();
        if self.settling && most <= self.best.wish {
            return Ok(());
        }
        let Some(bound) = self.relax(&who, &mut flow)? else { return Ok(()) };
        match bound.cmp(&self.best.vector) {
            Ordering::Greater => return Ok(()),
            Ordering::Equal if !self.settling => return Ok(()),
            _ => {}
        }
        let (holders, open) = self.round(&who, &flow);
        let open = match open {
            Some(number) => Some(number),
            None => self.leaf(&who, holders, most, &bound),
        };
        let Some(number) = open else { return Ok(()) };
        for person in self.order(number, at(&who, number), &flow) {
            let mut child = who.clone();
            put(&mut child, number, Bits::only(person));
            self.node(child, flow.clone())?;
        }
        Ok(())
    }

    /// Draws the consequences: nobody twice in a task, twins in order, no more hand-overs than allowed. `false` if nothing is left.
    fn narrow(&self, who: &mut [Bits]) -> bool {
        loop {
            let before = who.to_vec();
            let mut previous: Option<(usize, &Place)> = None;
            for (number, place) in self.problem.places.iter().enumerate() {
                if let Some(person) = at(who, number).single() {
                    for (other, _) in self.problem.places_of(place.task).filter(|(other, _)| *other != number) {
                        let set = at(who, other).without(Bits::only(person));
                        put(who, other, set);
                    }
                }
                if let Some((last, _)) = previous.filter(|_| place.twin) {
                    let (first, second) = (at(who, last), at(who, number));
                    put(who, number, second.and(first.after_first()));
                    put(who, last, first.and(second.before_last()));
                }
                previous = Some((number, place));
            }
            if who.iter().any(|set| set.is_empty()) || !self.keep_holders(who) {
                return false;
            }
            if before == who {
                return true;
            }
        }
    }

    /// With all hand-overs used, those who hold a task keep it.
    fn keep_holders(&self, who: &mut [Bits]) -> bool {
        if self.problem.handovers >= self.problem.held.len() {
            return true;
        }
        let options = |who: &[Bits], task: usize, person: usize| -> Vec<usize> {
            self.problem.places_of(task).map(|(number, _)| number).filter(|number| at(who, *number).has(person)).collect()
        };
        let lost = self.problem.held.iter().filter(|(task, person)| options(who, *task, *person).is_empty()).count();
        if lost < self.problem.handovers {
            return true;
        }
        for (task, person) in &self.problem.held {
            if let [only] = options(who, *task, *person).as_slice() {
                put(who, *only, Bits::only(*person));
            }
        }
        lost == self.problem.handovers
    }

    /// The split that `flow` is, or the place to branch on: the largest one that is cut up, or one whose task has somebody twice.
    fn round(&self, who: &[Bits], flow: &Flow) -> (Vec<usize>, Option<usize>) {
        let people = self.problem.people.len();
        let mut holders = Vec::with_capacity(who.len());
        let mut cut: Option<(u64, usize)> = None;
        let mut twice = None;
        for (number, place) in self.problem.places.iter().enumerate() {
            let bearers: Bits = (0..people).filter(|person| flow.of(number, *person) > 0).collect();
            let before = self.problem.places_of(place.task).map(|(other, _)| other).take_while(|other| *other < number);
            let there: Bits = before.filter_map(|other| holders.get(other).copied()).collect();
            let free = at(who, number).without(there);
            if bearers.len() > 1 && cut.is_none_or(|(seconds, _)| seconds < place.seconds) {
                cut = Some((place.seconds, number));
            }
            // A place of no hours is nobody's in the flow: whoever wishes for it most may have it, present holders first.
            let fond = |person: &usize| {
                (self.problem.held.contains(&(place.task, *person)), self.small.wish(number, *person), people - person)
            };
            let holder = bearers.iter().next().or_else(|| free.iter().max_by_key(fond)).or_else(|| at(who, number).iter().next());
            let holder = holder.unwrap_or_default();
            if there.has(holder) && twice.is_none() {
                let loose = |other: &usize| at(who, *other).len() > 1;
                twice = self.problem.places_of(place.task).map(|(other, _)| other).filter(|other| *other <= number).find(loose);
            }
            holders.push(holder);
        }
        (holders, cut.map(|(_, number)| number).or(twice))
    }

    /// Takes a split that the bound allows, if it is better and within the limits; the place to branch on if there may be better ones.
    fn leaf(&mut self, who: &[Bits], holders: Vec<usize>, most: u128, bound: &[Part]) -> Option<usize> {
        let filled = filled(&holders);
        let found = Candidate::new(self.small, holders);
        let allowed = state::keeps_limits(self.problem, &filled);
        // What the bound leaves out may be less elsewhere.
        let exact = found.vector == bound;
        if allowed && found.compare(&self.best).is_lt() {
            self.best = found;
        }
        if allowed && exact && (!self.settling || most <= self.best.wish) {
            return None;
        }
        let lost = |place: &Place, number: usize| {
            self.problem.held.iter().any(|(task, person)| {
                *task == place.task
                    && at(who, number).has(*person)
                    && !self.problem.places_of(*task).any(|(other, _)| at(&filled, other) == Some(*person))
            })
        };
        let missed = |number: usize| {
            let wished = at(&filled, number).map_or(0, |person| self.small.wish(number, person));
            self.small.most_wished(number, at(who, number)) - wished
        };
        let further = |number: usize, place: &Place| {
            let own = |extra: &Extra| at(&filled, number) == Some(extra.holder);
            place.extras.iter().any(own)
        };
        let loose = self.problem.places.iter().enumerate().filter(|(number, _)| at(who, *number).len() > 1);
        loose
            .max_by_key(|(number, place)| {
                let first = (!allowed && lost(place, *number), further(*number, place));
                (first, missed(*number), place.due.is_some(), std::cmp::Reverse(*number))
            })
            .map(|(number, _)| number)
    }

    /// In which order to try people in a place: present holders, wishes, then who bears most of it.
    fn order(&self, number: usize, who: Bits, flow: &Flow) -> Vec<usize> {
        let Some(place) = self.problem.places.get(number) else { return Vec::new() };
        let mut people: Vec<usize> = who.iter().collect();
        people.sort_by_key(|person| {
            let held = self.problem.held.contains(&(place.task, *person));
            let wish = if self.settling { self.small.wish(number, *person) } else { 0 };
            std::cmp::Reverse((held, wish, flow.of(number, *person)))
        });
        people
    }
}
