//! Lets all members act, one after another; and all but one, for each kind of member, so that what the last one makes of it is seen.

use num_bigint::BigUint;

use super::layer::{Acts, Layer, Reach, after};
use super::plan::{Brings, Plan};

/// Members who bring the same and act with the same chances.
#[derive(Debug, Clone)]
pub(super) struct Kind {
    /// Their numbers.
    pub(super) members: Vec<usize>,
    /// What each of them does, under each supposition.
    pub(super) acts: Acts,
}

/// What became of all ways in which the others can act, by what follows for each of the four things that the last one can do.
#[derive(Debug, Clone)]
pub(super) struct Lasts {
    /// By outcomes, as a set of bits (bit `act` for passing when the last one does `act`): supposition by supposition, the chance.
    pub(super) chances: Vec<Vec<BigUint>>,
    /// By outcomes: what the others did in one of these ways, possible under the first supposition.
    pub(super) witnesses: Vec<Option<Vec<(usize, u8)>>>,
}

impl Lasts {
    /// The chance of all ways whose outcomes are like this.
    pub(super) fn of(&self, supposition: usize, like: impl Fn(&[bool; 4]) -> bool) -> BigUint {
        let list = self.chances.iter().enumerate().filter(|(bits, _)| like(&outcomes(*bits)));
        list.filter_map(|(_, chances)| chances.get(supposition)).sum()
    }

    /// What the others did in a way whose outcomes are like this, and which can happen.
    pub(super) fn witness(&self, like: impl Fn(&[bool; 4]) -> bool) -> Option<&[(usize, u8)]> {
        let list = self.witnesses.iter().enumerate().filter(|(bits, _)| like(&outcomes(*bits)));
        list.filter_map(|(_, witness)| witness.as_deref()).next()
    }
}

const fn outcomes(bits: usize) -> [bool; 4] {
    [bits & 1 != 0, bits & 2 != 0, bits & 4 != 0, bits & 8 != 0]
}

/// A plan and the kinds of members who act under it.
pub(super) struct Walk<'a> {
    pub(super) plan: &'a Plan,
    /// The plan's members are one of each of these.
    pub(super) kinds: &'a [Kind],
    pub(super) suppositions: usize,
}

/// A layer, who has acted to make it, in order, and how many of each kind are left.
#[derive(Clone)]
struct Stage {
    layer: Layer,
    acted: Vec<usize>,
    left: Vec<usize>,
}

impl Walk<'_> {
    /// The chance that it passes, supposition by supposition, as parts of all members' wholes multiplied.
    pub(super) fn passes(&self) -> Vec<BigUint> {
        let left: Vec<usize> = self.kinds.iter().map(|kind| kind.members.len()).collect();
        let mut stage = self.start(left, &[]);
        for kind in 0..self.kinds.len() {
            self.all_act(&mut stage, kind, 0, &[]);
        }
        stage.layer.passed().to_vec()
    }

    /// All members' wholes multiplied, under a supposition.
    pub(super) fn whole(&self, supposition: usize) -> BigUint {
        let whole = |kind: &Kind| {
            let one = kind.acts.parts.get(supposition).map_or_else(BigUint::default, |(_, whole)| whole.clone());
            one.pow(u32::try_from(kind.members.len()).unwrap_or(u32::MAX))
        };
        self.kinds.iter().map(whole).product()
    }

    /// For each kind: what the last of them makes of all that the others can do.
    pub(super) fn lasts(&self) -> Vec<Lasts> {
        let all: Vec<usize> = (0..self.kinds.len()).collect();
        let left: Vec<usize> = self.kinds.iter().map(|kind| kind.members.len()).collect();
        let mut found: Vec<Option<Lasts>> = vec![None; self.kinds.len()];
        if !all.is_empty() {
            self.halves(self.start(left, &all), &all, &mut found);
        }
        found.into_iter().flatten().collect()
    }

    fn start(&self, left: Vec<usize>, last: &[usize]) -> Stage {
        let layer = Layer::start(self.plan, self.suppositions, &self.reach(&left, last));
        Stage { layer, acted: Vec::new(), left }
    }

    /// One of `last` acts last: those of the other half act first, and so on in halves.
    fn halves(&self, stage: Stage, last: &[usize], found: &mut [Option<Lasts>]) {
        if let [only] = last {
            let mut stage = stage;
            self.all_act(&mut stage, *only, 1, last);
            if let Some(own) = found.get_mut(*only) {
                *own = Some(self.last(&stage, *only));
            }
            return;
        }
        let (front, back) = last.split_at(last.len() / 2);
        for (first, then) in [(back, front), (front, back)] {
            let mut stage = stage.clone();
            for kind in first {
                self.all_act(&mut stage, *kind, 0, then);
            }
            self.halves(stage, then, found);
        }
    }

    /// All members of a kind act, but for so many of the first.
    fn all_act(&self, stage: &mut Stage, kind: usize, but: usize, last: &[usize]) {
        let (Some(own), Some(brings)) = (self.kinds.get(kind), self.plan.brings.get(kind)) else { return };
        for member in own.members.iter().skip(but) {
            if let Some(left) = stage.left.get_mut(kind) {
                *left -= 1;
            }
            let reach = self.reach(&stage.left, last);
            stage.layer = stage.layer.then(self.plan, brings, &own.acts, &reach);
            stage.acted.push(*member);
        }
    }

    /// What so many of each kind can still bring, where one of the kinds `last` acts last and can do anything.
    fn reach(&self, left: &[usize], last: &[usize]) -> Reach {
        let mut reach = vec![(0_i128, 0_i128); self.plan.sums()];
        for (number, ((kind, left), brings)) in self.kinds.iter().zip(left).zip(&self.plan.brings).enumerate() {
            let free = usize::from(last.contains(&number)).min(*left);
            for (own, brings) in reach.iter_mut().zip(brings) {
                let (low, high) = span(brings, |act| kind.acts.possible(act));
                let (lowest, highest) = span(brings, |_| true);
                let (bound, free) = ((*left - free) as i128, free as i128);
                *own = (own.0 + low * bound + lowest * free, own.1 + high * bound + highest * free);
            }
        }
        reach
    }

    fn last(&self, stage: &Stage, kind: usize) -> Lasts {
        let mut lasts = Lasts { chances: vec![vec![BigUint::ZERO; self.suppositions]; 16], witnesses: vec![None; 16] };
        if let Some(always) = lasts.chances.last_mut() {
            *always = stage.layer.passed().to_vec();
        }
        let Some(brings) = self.plan.brings.get(kind) else { return lasts };
        for ways in stage.layer.open() {
            let passes = |act: usize| self.plan.passes(&after(&ways.sums, brings, act));
            let bits = (0..4).filter(|act| passes(*act)).fold(0, |bits, act| bits | 1 << act);
            if let Some(sums) = lasts.chances.get_mut(bits) {
                sums.iter_mut().zip(&ways.chances).for_each(|(sum, chance)| *sum += chance);
            }
            let possible = ways.chances.first().is_some_and(|first| *first != BigUint::ZERO);
            if let Some(witness) = lasts.witnesses.get_mut(bits).filter(|witness| possible && witness.is_none()) {
                *witness = Some(stage.acted.iter().copied().zip(ways.acts.iter().copied()).collect());
            }
        }
        lasts
    }
}

/// The least and the most that somebody can bring.
pub(super) fn span(brings: &Brings, possible: impl Fn(usize) -> bool) -> (i128, i128) {
    let amounts = || brings.iter().enumerate().filter(|(act, _)| possible(*act)).map(|(_, amount)| *amount);
    (amounts().min().unwrap_or(0), amounts().max().unwrap_or(0))
}
