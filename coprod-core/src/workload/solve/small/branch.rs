//! The proof: branch on the place that the bound cuts up, until nothing better than the best split can be left.

use std::cmp::{Ordering, Reverse};

use super::flow::Flow;
use super::improve::{Candidate, allowed, improve};
use super::levels::by_levels;
use super::limits::Aim;
use super::narrow::{Narrowed, narrow};
use super::open::Open;
use super::relax::Relaxation;
use super::{Bits, Extra, Found, Part, Place, Problem, Small, Solved, Spent, Steps, at, filled, put};
use crate::unit::Draw;

/// One division between two people is made, in all rounds of a try, for each so many steps that the whole search may take.
const STEPS_FOR_DIVISION: u64 = 20;

/// So many people divide anew what they have, in so many steps.
const GROUP: usize = 7;
const GROUP_STEPS: u64 = 600;

/// Of the steps that the whole search may take, one group divides anew for each so many, before the first long try and before the second.
const STEPS_FOR_GROUPS: (u64, u64) = (2_000, 400);

/// The best way to fill all places of `problem`, which `start` fills within all limits.
pub(in crate::workload::solve) fn best(problem: &Problem, start: Vec<usize>, steps: u64) -> Found {
    let small = Small::new(problem);
    let mut search = Search { small: &small, steps: Steps(steps), best: Candidate::new(&small, start), settling: false };
    let (root, tight) = search.root().unwrap_or_default();
    let mut root_flow = Flow::new(&small, &search.best.holders);
    // A short try proves most small problems; what it leaves open gets the long one, from a better split.
    let mut vector_proved = false;
    let ((few, many), places) = (STEPS_FOR_GROUPS, problem.places.len());
    let first = places / if by_levels(&small) { 12 } else { 4 };
    let tries = [(first, 0, steps / 64), (places, steps / few, steps / 16), (2 * places, steps / many, steps)];
    for (rounds, groups, tried) in tries {
        let start = search.best.holders.clone();
        search.best = improve(&small, start, root.as_deref(), rounds, &mut (steps / STEPS_FOR_DIVISION));
        search.regroup(root.as_deref(), groups);
        search.steps = Steps(tried);
        vector_proved = root.as_ref() == Some(&search.best.vector) || search.prove(&mut root_flow).is_ok();
        if vector_proved {
            break;
        }
    }
    let root = root.and_then(|root| root.first().copied());
    let bound = if vector_proved { search.best.vector.first().copied() } else { root };
    // Where the search proved more than the relaxation, no group alone makes it so.
    let tight = if bound == root { tight } else { Vec::new() };
    let settled = vector_proved && (!small.wished || search.settle(&mut root_flow, steps).is_ok());
    let Candidate { holders, vector, .. } = search.best;
    // An unfinished root proves nothing but that no part is below zero.
    let bound = bound.or_else(|| vector.first().map(|_| Part { cost: 0, of: 1 }));
    Found {
        holders,
        solved: Solved {
            holders: Vec::new(),
            vector,
            filled_proved: false,
            vector_proved,
            settled,
            bound,
            tight,
            searched: true,
        },
    }
}

pub(super) struct Search<'a> {
    pub(super) small: &'a Small<'a>,
    pub(super) steps: Steps,
    pub(super) best: Candidate,
    /// Whether wishes are looked for among splits that are equally fair.
    settling: bool,
}

impl Search<'_> {
    /// The least vector when all places may be cut up, and the people who bear its first part: all that only they can do makes it so.
    fn root(&mut self) -> Result<(Option<Vec<Part>>, Vec<usize>), Spent> {
        let small = self.small;
        let ceilings = small.caps();
        let relaxation = Relaxation::new(small, &small.who, &ceilings, &[]);
        let mut flow = Flow::new(small, &self.best.holders);
        if !relaxation.solve(&mut flow, &mut self.steps)? {
            return Ok((None, Vec::new()));
        }
        let counted = (0..small.people()).filter(|person| small.problem.measure(*person).counts);
        let top = counted.max_by_key(|person| (small.part(*person, at(&flow.loads, *person)), Reverse(*person)));
        let tight = top.map_or_else(Vec::new, |top| {
            let reached = relaxation.reach(&flow, top);
            (0..small.people()).filter(|person| *person == top || at(&reached, *person).is_some()).collect()
        });
        Ok((Some(flow.vector(small, &[])), tight))
    }

    /// Lets a few people at a time divide anew all that they have, `rounds` times, until the vector is `bound`.
    fn regroup(&mut self, bound: Option<&[Part]>, rounds: u64) {
        let people = self.small.people();
        let mut draw = Draw::new(2);
        for round in 0..rounds {
            if people < 3 || bound.is_some_and(|bound| self.best.vector == bound) {
                return;
            }
            // The first whose part is not that of the bound, and others at random.
            let parts = self.small.problem.parts(&filled(&self.best.holders));
            let mut group = Bits::default();
            let off = bound.and_then(|bound| self.best.vector.iter().zip(bound).find(|(part, bound)| part != bound));
            if let Some((off, _)) = off.filter(|_| round % 2 == 0) {
                group = parts.iter().position(|part| part == off).map(Bits::only).unwrap_or_default();
            }
            while group.len() < people.min(GROUP) {
                group = group.with(draw.below(people));
            }
            let of = |(number, holder): (usize, &usize)| {
                if group.has(*holder) { at(&self.small.who, number).and(group) } else { Bits::only(*holder) }
            };
            let who: Vec<Bits> = self.best.holders.iter().enumerate().map(of).collect();
            let mut flow = Flow::new(self.small, &self.best.holders);
            self.steps = Steps(GROUP_STEPS);
            // A group whose steps are spent has found what it has found.
            let _spent = self.node(who, &self.small.caps(), &mut flow);
        }
    }

    fn settle(&mut self, flow: &mut Flow, steps: u64) -> Result<(), Spent> {
        self.settling = true;
        self.steps = Steps(steps);
        self.node(self.small.who.clone(), &self.small.caps(), flow)
    }

    /// Looks for better splits until there is none.
    fn prove(&mut self, flow: &mut Flow) -> Result<(), Spent> {
        if !by_levels(self.small) {
            return self.node(self.small.who.clone(), &self.small.caps(), flow);
        }
        match Open::new(self.small) {
            Some(open) => self.levels(Bits::default(), &open, flow),
            None => Ok(()),
        }
    }

    /// Looks for better splits in which each place is filled by one of `who`.
    pub(super) fn node(&mut self, mut who: Vec<Bits>, most: &[u64], flow: &mut Flow) -> Result<(), Spent> {
        self.steps.take()?;
        let aim = Aim { most, below: Some(&self.best.vector), equal: self.settling };
        let Some(Narrowed { decided, ceilings }) = narrow(self.small, &mut who, &aim) else {
            return Ok(());
        };
        // The most that wishes could come to here.
        if self.settling && self.most_wished(&who) <= self.best.wish {
            return Ok(());
        }
        let beside: Vec<(u64, u64)> = if self.small.has_extras() { decided.extras(self.small) } else { Vec::new() };
        if !Relaxation::new(self.small, &who, &ceilings, &beside).solve(flow, &mut self.steps)? {
            return Ok(());
        }
        let bound = flow.vector(self.small, &beside);
        match bound.cmp(&self.best.vector) {
            Ordering::Greater => return Ok(()),
            Ordering::Equal if !self.settling => return Ok(()),
            _ => {}
        }
        let (holders, open) = self.round(&who, flow);
        let open = match open {
            Some(number) => Some(number),
            None => self.leaf(&who, holders, &bound),
        };
        let Some(number) = open else { return Ok(()) };
        for person in self.order(number, at(&who, number), flow) {
            let mut child = who.clone();
            put(&mut child, number, Bits::only(person));
            self.node(child, most, flow)?;
        }
        Ok(())
    }

    fn most_wished(&self, who: &[Bits]) -> u128 {
        who.iter().enumerate().map(|(number, who)| self.small.most_wished(number, *who)).sum()
    }

    /// The split that `flow` is, or the place to branch on: the largest one that is cut up, or one whose task has somebody twice.
    pub(super) fn round(&self, who: &[Bits], flow: &Flow) -> (Vec<usize>, Option<usize>) {
        let people = self.small.people();
        let mut holders = Vec::with_capacity(who.len());
        let mut cut: Option<(u64, usize)> = None;
        let mut twice = None;
        for (number, place) in self.small.places().iter().enumerate() {
            let bearers = flow.bearers(number);
            let mut there = Bits::default();
            if at(&self.small.shared, number) {
                let before = self.small.problem.places_of(place.task).map(|(other, _)| other).take_while(|other| *other < number);
                there = before.filter_map(|other| holders.get(other).copied()).collect();
            }
            let free = at(who, number).without(there);
            if bearers.len() > 1 && cut.is_none_or(|(seconds, _)| seconds < place.seconds) {
                cut = Some((place.seconds, number));
            }
            // A place of no hours is nobody's in the flow: whoever wishes for it most may have it, present holders first.
            let fond = |person: &usize| {
                (self.small.problem.held.contains(&(place.task, *person)), self.small.wish(number, *person), people - person)
            };
            let holder = bearers.iter().next().or_else(|| free.iter().max_by_key(fond)).or_else(|| at(who, number).iter().next());
            let holder = holder.unwrap_or_default();
            if there.has(holder) && twice.is_none() {
                let loose = |other: &usize| at(who, *other).len() > 1;
                twice =
                    self.small.problem.places_of(place.task).map(|(other, _)| other).filter(|other| *other <= number).find(loose);
            }
            holders.push(holder);
        }
        (holders, cut.map(|(_, number)| number).or(twice))
    }

    /// Takes a split that the bound allows, if it is better and within the limits; the place to branch on if there may be better ones.
    fn leaf(&mut self, who: &[Bits], holders: Vec<usize>, bound: &[Part]) -> Option<usize> {
        let found = Candidate::new(self.small, holders);
        let filled = filled(&found.holders);
        let allowed = allowed(self.small, &found.holders);
        // What the bound leaves out may be less elsewhere.
        let exact = found.vector == bound;
        if allowed && found.compare(&self.best).is_lt() {
            self.best = found;
        }
        if allowed && exact && (!self.settling || self.most_wished(who) <= self.best.wish) {
            return None;
        }
        let problem = self.small.problem;
        let lost = |place: &Place, number: usize| {
            problem.held.iter().any(|(task, person)| {
                *task == place.task && at(who, number).has(*person) && !problem.has(&filled, *task, *person)
            })
        };
        let missed = |number: usize| {
            let wished = at(&filled, number).map_or(0, |person| self.small.wish(number, person));
            self.small.most_wished(number, at(who, number)) - wished
        };
        let further = |number: usize, place: &Place| {
            let own = |extra: &Extra| at(&filled, number) == Some(extra.holder);
            place.extras.iter().filter(|extra| own(extra)).map(|extra| (extra.seconds, extra.cost)).max()
        };
        let loose = self.small.places().iter().enumerate().filter(|(number, _)| at(who, *number).len() > 1);
        loose
            .max_by_key(|(number, place)| {
                let first = (!allowed && lost(place, *number), !exact && further(*number, place).is_some());
                (first, missed(*number), place.due.is_some(), Reverse(*number))
            })
            .map(|(number, _)| number)
    }

    /// In which order to try people in a place: present holders, wishes, then who bears most of it.
    pub(super) fn order(&self, number: usize, who: Bits, flow: &Flow) -> Vec<usize> {
        let Some(place) = self.small.places().get(number) else { return Vec::new() };
        let mut people: Vec<usize> = who.iter().collect();
        people.sort_by_key(|person| {
            let held = self.small.problem.held.contains(&(place.task, *person));
            let wish = if self.settling { self.small.wish(number, *person) } else { 0 };
            Reverse((held, wish, flow.of(number, *person)))
        });
        people
    }
}
