//! How much work a walk takes at most, known before it starts.
//!
//! After some members have acted there are no more open questions than ways to choose what each kind did, and no more than
//! combinations of what each sum has come to where that still matters.

use num_integer::Integer;

use super::plan::Plan;
use super::walk::{Kind, Walk, span};

/// Chances of attendance may take so many steps of work: one to three seconds. A step is about the time to add two numbers of
/// twenty digits.
pub const MOST_ATTENDANCE_STEPS: u64 = 1 << 28;

/// Steps to look up one open question, and what each sum adds to that.
const LOOK_UP: u64 = 24;
const PER_SUM: u64 = 6;

impl Walk<'_> {
    /// The steps that [`Walk::passes`] takes at most; some number above `most` if that is more.
    pub(super) fn cost_of_passes(&self, most: u64) -> u64 {
        let mut cost = Cost::new(self, most);
        let mut stage = cost.start();
        for kind in 0..self.kinds.len() {
            cost.all_act(&mut stage, kind, 0, &[]);
        }
        cost.steps
    }

    /// The same for [`Walk::lasts`].
    pub(super) fn cost_of_lasts(&self, most: u64) -> u64 {
        let mut cost = Cost::new(self, most);
        let all: Vec<usize> = (0..self.kinds.len()).collect();
        let stage = cost.start();
        cost.halves(&stage, &all);
        cost.steps
    }
}

#[derive(Clone)]
struct Stage {
    acted: Vec<u64>,
    /// How many ways there are before the next one acts.
    ways: u64,
    /// Supposition by supposition: the bits of the whole.
    bits: Vec<u64>,
}

struct Cost<'a> {
    walk: &'a Walk<'a>,
    /// Sum by sum: all amounts are whole steps of this.
    steps_of: Vec<i128>,
    /// Sum by sum and kind by kind: the least and the most that one brings; the same of one who can do anything.
    spans: Vec<Vec<[(i128, i128); 2]>>,
    /// Kind by kind: how many different things one can do.
    possible: Vec<u64>,
    most: u64,
    steps: u64,
}

impl<'a> Cost<'a> {
    fn new(walk: &'a Walk<'a>, most: u64) -> Self {
        let Plan { brings, .. } = walk.plan;
        let sums = walk.plan.sums();
        let step = |sum: usize| {
            let own = brings.iter().filter_map(|brings| brings.get(sum));
            own.flatten().fold(0_i128, |step, amount| step.gcd(amount)).max(1)
        };
        let span_of = |(kind, brings): (&Kind, &Vec<_>)| -> Vec<[(i128, i128); 2]> {
            brings.iter().map(|brings| [span(brings, |act| kind.acts.possible(act)), span(brings, |_| true)]).collect()
        };
        Self {
            walk,
            steps_of: (0..sums).map(step).collect(),
            spans: walk.kinds.iter().zip(brings).map(span_of).collect(),
            possible: walk.kinds.iter().map(|kind| (0..4).filter(|act| kind.acts.possible(*act)).count() as u64).collect(),
            most,
            steps: 0,
        }
    }

    fn start(&self) -> Stage {
        Stage { acted: vec![0; self.walk.kinds.len()], ways: 1, bits: vec![1; self.walk.suppositions] }
    }

    fn halves(&mut self, stage: &Stage, last: &[usize]) {
        if self.steps > self.most || last.is_empty() {
            return;
        }
        if let [only] = last {
            self.all_act(&mut stage.clone(), *only, 1, last);
            return;
        }
        let (front, back) = last.split_at(last.len() / 2);
        for (first, then) in [(back, front), (front, back)] {
            let mut stage = stage.clone();
            for kind in first {
                self.all_act(&mut stage, *kind, 0, then);
            }
            self.halves(&stage, then);
        }
    }

    fn all_act(&mut self, stage: &mut Stage, kind: usize, but: usize, last: &[usize]) {
        let Some(own) = self.walk.kinds.get(kind) else { return };
        let sums = self.walk.plan.sums() as u64;
        for _ in own.members.iter().skip(but) {
            if self.steps > self.most {
                return;
            }
            let words = stage.bits.iter().fold(0_u64, |words, bits| words.saturating_add(3 + bits / 64));
            let each = (LOOK_UP + PER_SUM * sums).saturating_add(words);
            let acts = self.possible.get(kind).copied().unwrap_or(4);
            let layer = stage.ways.saturating_mul(acts).saturating_mul(each);
            self.steps = self.steps.saturating_add(layer).saturating_add(sums * self.walk.kinds.len() as u64);
            if let Some(acted) = stage.acted.get_mut(kind) {
                *acted += 1;
            }
            stage.bits.iter_mut().zip(&own.acts.parts).for_each(|(bits, (_, whole))| *bits = bits.saturating_add(whole.bits()));
            stage.ways = self.ways(&stage.acted, last);
        }
    }

    /// How many open questions there can be.
    fn ways(&self, acted: &[u64], last: &[usize]) -> u64 {
        let by_kind = acted.iter().zip(&self.possible).map(|(count, acts)| choices(*count, *acts)).fold(1, u64::saturating_mul);
        if by_kind <= 1 {
            return by_kind;
        }
        let by_sum = (0..self.walk.plan.sums()).map(|sum| self.values(sum, acted, last)).fold(1, u64::saturating_mul);
        by_kind.min(by_sum)
    }

    /// How many different things a sum can say so far.
    fn values(&self, sum: usize, acted: &[u64], last: &[usize]) -> u64 {
        let Some(bars) = self.walk.plan.bars.get(sum) else { return 1 };
        let (Some(lowest), Some(highest)) = (bars.first(), bars.last()) else { return 1 };
        let (mut done, mut open) = ((0_i128, 0_i128), (0_i128, 0_i128));
        for (number, ((kind, spans), acted)) in self.walk.kinds.iter().zip(&self.spans).zip(acted).enumerate() {
            let Some([bound, free]) = spans.get(sum) else { continue };
            let left = (kind.members.len() as u64).saturating_sub(*acted);
            let one = i128::from(u64::from(last.contains(&number)).min(left));
            let (left, acted) = (i128::from(left) - one, i128::from(*acted));
            done = (done.0 + bound.0 * acted, done.1 + bound.1 * acted);
            open = (open.0 + bound.0 * left + free.0 * one, open.1 + bound.1 * left + free.1 * one);
        }
        // Where a bar can still be reached and missed.
        let (low, high) = (done.0.max(lowest - open.1), done.1.min(highest - open.0 - 1));
        let step = self.steps_of.get(sum).copied().unwrap_or(1);
        let open = if high < low { 0 } else { (high - low) / step + 1 };
        u64::try_from(open).unwrap_or(u64::MAX).saturating_add(bars.len() as u64 + 1)
    }
}

/// In how many ways so many alike can share out so many things to do.
pub(super) fn choices(members: u64, acts: u64) -> u64 {
    let pairs = || (members + 1).saturating_mul(members + 2) / 2;
    match acts {
        0 | 1 => 1,
        2 => members + 1,
        3 => pairs(),
        _ => pairs().saturating_mul(members + 3) / 3,
    }
}
