//! The ways in which some of the members can have acted, taken together where they leave the same questions open, with the chance of
//! each under several suppositions at once.

use std::collections::BTreeMap;

use num_bigint::BigUint;

use super::plan::{Brings, Gate, Plan};

/// The chances of the four things that somebody can do, under each supposition, as parts of a whole of its own.
#[derive(Debug, Clone, Default)]
pub(super) struct Acts {
    /// Supposition by supposition: the parts, and the whole that they are parts of.
    pub(super) parts: Vec<([BigUint; 4], BigUint)>,
}

impl Acts {
    /// Whether somebody can do this under any supposition.
    pub(super) fn possible(&self, act: usize) -> bool {
        self.parts.iter().any(|(parts, _)| parts.get(act).is_some_and(|part| *part != BigUint::ZERO))
    }
}

/// What members who are still to come can bring to each sum: the least and the most.
pub(super) type Reach = Vec<(i128, i128)>;

/// The ways that end in one open question.
#[derive(Debug, Clone)]
pub(super) struct Ways {
    /// Supposition by supposition: their chance.
    pub(super) chances: Vec<BigUint>,
    /// What one of them came to: the others leave the same questions open.
    pub(super) sums: Vec<i128>,
    /// What everybody did in that one.
    pub(super) acts: Vec<u8>,
}

/// All ways in which some members can have acted.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    /// By what they leave open.
    open: BTreeMap<Vec<i128>, Ways>,
    /// Supposition by supposition: the chance that it surely passes.
    passed: Vec<BigUint>,
}

impl Layer {
    /// Nobody has acted yet.
    pub(super) fn start(plan: &Plan, suppositions: usize, reach: &Reach) -> Self {
        let ways = Ways { chances: vec![BigUint::from(1_u8); suppositions], sums: vec![0; plan.sums()], acts: Vec::new() };
        let mut layer = Self { open: BTreeMap::new(), passed: vec![BigUint::ZERO; suppositions] };
        layer.add(plan, reach, ways);
        layer
    }

    /// One more member acts; `reach` is what those can bring who come after.
    pub(super) fn then(&self, plan: &Plan, brings: &[Brings], acts: &Acts, reach: &Reach) -> Self {
        let whole = |(passed, (_, whole)): (&BigUint, &([BigUint; 4], BigUint))| passed * whole;
        let mut next = Self { open: BTreeMap::new(), passed: self.passed.iter().zip(&acts.parts).map(whole).collect() };
        for ways in self.open.values() {
            for act in (0..4).filter(|act| acts.possible(*act)) {
                let part = |(chance, (parts, _)): (&BigUint, &([BigUint; 4], BigUint))| match parts.get(act) {
                    Some(part) if *part != BigUint::ZERO && *chance != BigUint::ZERO => chance * part,
                    _ => BigUint::ZERO,
                };
                let chances: Vec<BigUint> = ways.chances.iter().zip(&acts.parts).map(part).collect();
                if chances.iter().all(|chance| *chance == BigUint::ZERO) {
                    continue;
                }
                let mut done = ways.acts.clone();
                done.push(u8::try_from(act).unwrap_or(u8::MAX));
                next.add(plan, reach, Ways { chances, sums: after(&ways.sums, brings, act), acts: done });
            }
        }
        next
    }

    /// The ways that leave something open.
    pub(super) fn open(&self) -> impl Iterator<Item = &Ways> {
        self.open.values()
    }

    /// The chance, supposition by supposition, that it surely passes.
    pub(super) fn passed(&self) -> &[BigUint] {
        &self.passed
    }

    fn add(&mut self, plan: &Plan, reach: &Reach, ways: Ways) {
        let mut key = Vec::new();
        match residual(&plan.gate, &ways.sums, reach, &mut key) {
            Some(true) => self.passed.iter_mut().zip(&ways.chances).for_each(|(sum, chance)| *sum += chance),
            Some(false) => {}
            None => match self.open.get_mut(&key) {
                None => {
                    self.open.insert(key, ways);
                }
                Some(known) => {
                    // The way that stands for all must be one that can happen under the first supposition, if any can.
                    let likelier = |chances: &[BigUint]| chances.first().is_some_and(|first| *first != BigUint::ZERO);
                    if !likelier(&known.chances) && likelier(&ways.chances) {
                        known.sums = ways.sums;
                        known.acts = ways.acts;
                    }
                    known.chances.iter_mut().zip(&ways.chances).for_each(|(sum, chance)| *sum += chance);
                }
            },
        }
    }
}

/// The sums after somebody did this.
pub(super) fn after(sums: &[i128], brings: &[Brings], act: usize) -> Vec<i128> {
    // No sum comes near 2^127: see the plan.
    sums.iter().zip(brings).map(|(sum, brings)| sum + brings.get(act).copied().unwrap_or(0)).collect()
}

/// Whether the outcome is known whatever those do who come after. If not, writes down all that it still depends on: equal writings
/// have equal outcomes from here on.
fn residual(gate: &Gate, sums: &[i128], reach: &Reach, key: &mut Vec<i128>) -> Option<bool> {
    match gate {
        Gate::Bar(sum, least) => {
            let (now, (low, high)) = (*sums.get(*sum)?, *reach.get(*sum)?);
            if now + low >= *least {
                Some(true)
            } else if now + high < *least {
                Some(false)
            } else {
                key.push(now);
                None
            }
        }
        Gate::AtLeast(count, of) => {
            let (start, mut holding, mut open) = (key.len(), 0, 0);
            for (number, part) in of.iter().enumerate() {
                match residual(part, sums, reach, key) {
                    Some(true) => holding += 1,
                    Some(false) => {}
                    None => {
                        open += 1;
                        key.push(number as i128);
                    }
                }
            }
            if holding >= *count || holding + open < *count {
                key.truncate(start);
                return Some(holding >= *count);
            }
            key.push((*count - holding) as i128);
            key.push(open as i128);
            None
        }
    }
}
