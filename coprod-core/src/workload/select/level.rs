//! Chances made as equal as they can be: the smallest chance raised as far as it goes, then the next, each step proved exactly.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::lift::{self, Line};
use super::master::{Master, Part, Raised, float};
use super::search::{Found, Proof, Search, Whole};
use crate::unit::Draw;

/// One step of raising: why the chances that it settles cannot be larger.
#[derive(Debug, Clone)]
pub(super) struct Stage {
    /// What one of each kind weighs.
    pub(super) weights: Vec<BigInt>,
    /// What no panel weighs more than.
    pub(super) most: BigInt,
    /// The kinds that this stage settles.
    pub(super) held: Vec<usize>,
    /// Why no panel weighs more; nothing if that is a bound by linear programming only.
    pub(super) proof: Proof,
}

/// Panels with chances, and what is proved of them.
#[derive(Debug, Clone)]
pub(super) struct Fair {
    /// The panels: how many of each kind; and the chance of each, above zero.
    pub(super) panels: Vec<(Vec<i64>, BigRational)>,
    /// The chance of each kind's people.
    pub(super) chances: Vec<BigRational>,
    /// The steps, in their order.
    pub(super) stages: Vec<Stage>,
    /// Whether the steps of search sufficed.
    pub(super) finished: bool,
}

/// What is asked for.
pub(super) struct Wanted<'a> {
    /// How many of each kind there are to choose from; none is zero.
    pub(super) sizes: &'a [i64],
    /// Whether to go on after the smallest chance.
    pub(super) all: bool,
    /// Steps of search.
    pub(super) steps: u64,
}

/// Works out the chances, starting from these panels, in which every kind is found.
pub(super) fn fair(wanted: &Wanted<'_>, known: Vec<Vec<i64>>, search: &mut Search<'_>) -> Option<Fair> {
    // Ties between kinds are broken a little in floating point; the exact answer knows nothing of it. Without the jitter where that fails.
    let first = run(wanted, known.clone(), search, 1e-7);
    if first.as_ref().is_some_and(|first| first.is_settled(wanted) || !first.finished) {
        return first;
    }
    let second = run(wanted, known, search, 0.0);
    if second.as_ref().is_some_and(|second| second.is_settled(wanted)) { second } else { first.or(second) }
}

fn run(wanted: &Wanted<'_>, known: Vec<Vec<i64>>, search: &mut Search<'_>, jitter: f64) -> Option<Fair> {
    let mut draw = Draw::new(1);
    let jitters: Vec<f64> = wanted.sizes.iter().map(|size| jitter * float(*size) * (1.0 + little(&mut draw))).collect();
    let mut known = known.into_iter();
    let mut master = Master::new(wanted.sizes, &known.next()?, &jitters, wanted.steps);
    for panel in known {
        master.add(&panel);
    }
    let mut raising = Raising { wanted, search, master, levels: vec![None; wanted.sizes.len()], stages: Vec::new() };
    let mut finished = true;
    while raising.master.is_open() {
        if !raising.stage()? {
            finished = false;
            break;
        }
        if !wanted.all {
            break;
        }
    }
    raising.answer(finished)
}

/// From 0 to below 1.
#[allow(clippy::cast_precision_loss, reason = "the jitter needs no more")]
fn little(draw: &mut Draw) -> f64 {
    draw.below(1 << 20) as f64 / 1_048_576.0
}

struct Raising<'a, 's, 'g> {
    wanted: &'a Wanted<'a>,
    search: &'s mut Search<'g>,
    master: Master,
    /// The chances settled so far.
    levels: Vec<Option<BigRational>>,
    stages: Vec<Stage>,
}

impl Raising<'_, '_, '_> {
    /// Raises the smallest chance that is not settled; false if the steps ran out.
    fn stage(&mut self) -> Option<bool> {
        let mut beaten: Option<BigInt> = None;
        loop {
            if !self.generate() {
                return self.give_up().map(|()| false);
            }
            let Some((weights, most)) = self.exact_prices() else { return self.give_up().map(|()| false) };
            let clipped: Vec<BigInt> = weights.iter().map(|weight| weight.max(&BigInt::zero()).clone()).collect();
            let beat = beaten.take().map_or_else(|| most.clone(), |beaten| beaten.max(most.clone()));
            match self.search.exactly(&Whole { weights: clipped.clone(), beat: beat.clone() }) {
                Found::Better(counts) => {
                    if self.master.add(&counts).is_none() {
                        beaten = Some(worth(&clipped, &counts));
                    }
                }
                Found::Unknown => return self.give_up().map(|()| false),
                Found::No(proof) => {
                    self.settle(&weights, &most);
                    let held: Vec<usize> = positive(&clipped).filter(|kind| self.master.is_active(*kind)).collect();
                    self.stages.push(Stage { weights: clipped, most: beat, held: held.clone(), proof });
                    self.master.hold(&held);
                    return Some(!held.is_empty());
                }
            }
        }
    }

    /// Adds panels until floating point finds none that raises the smallest chance; false if the steps ran out.
    fn generate(&mut self) -> bool {
        loop {
            if self.master.raise() == Raised::Unfinished {
                return false;
            }
            let (mut weights, mut needed) = self.master.prices();
            let top = weights.iter().fold(0.0_f64, |top, weight| top.max(*weight));
            if top <= 0.0 {
                return true;
            }
            weights.iter_mut().for_each(|weight| *weight = (*weight / top).max(0.0));
            needed /= top;
            if self.search.steps == 0 {
                return false;
            }
            match self.search.roughly(&weights, needed, 4_000) {
                Some(counts) if self.master.add(&counts).is_some() => {}
                _ => return true,
            }
        }
    }

    /// The prices of the present base in whole numbers: the weight of each kind, and what a panel of the base weighs.
    fn exact_prices(&mut self) -> Option<(Vec<BigInt>, BigInt)> {
        let tight = self.tight();
        // Solving is as much work as so many pivots.
        self.master.steps = self.master.steps.saturating_sub(tight.len() as u64);
        let mut place = vec![None; self.wanted.sizes.len()];
        for (number, kind) in tight.iter().enumerate() {
            *place.get_mut(*kind)? = Some(number);
        }
        let mut lines: Vec<Line> = Vec::new();
        for part in &self.master.base {
            if let Part::Panel(number) = part {
                let panel = self.master.panels.get(*number)?;
                let counts = panel.iter().filter_map(|(kind, count)| Some((place.get(*kind).copied()??, *count)));
                lines.push(counts.chain(std::iter::once((tight.len(), -1))).collect());
            }
        }
        let active = tight.iter().enumerate().filter(|(_, kind)| self.master.is_active(**kind));
        lines.push(active.filter_map(|(number, kind)| Some((number, *self.wanted.sizes.get(*kind)?))).collect());
        let mut right = vec![BigInt::zero(); lines.len()];
        *right.last_mut()? = BigInt::one();
        if lines.len() != tight.len() + 1 {
            return None;
        }
        let (solved, _) = lift::solve(&lines, &right)?;
        let divisor = solved.iter().fold(BigInt::zero(), |sum, value| sum.gcd(value)).max(BigInt::one());
        let most = solved.last()? / &divisor;
        let mut weights = vec![BigInt::zero(); self.wanted.sizes.len()];
        for (kind, value) in tight.iter().zip(&solved) {
            *weights.get_mut(*kind)? = value / &divisor;
        }
        Some((weights, most))
    }

    /// The kinds that have no more than they must.
    fn tight(&self) -> Vec<usize> {
        let mut loose = vec![false; self.wanted.sizes.len()];
        for part in &self.master.base {
            if let Part::Above(kind) = part
                && let Some(is) = loose.get_mut(*kind)
            {
                *is = true;
            }
        }
        (0..loose.len()).filter(|kind| loose.get(*kind) == Some(&false)).collect()
    }

    /// Settles the chances that these weights hold down.
    fn settle(&mut self, weights: &[BigInt], most: &BigInt) {
        let mut rest = BigRational::from(most.clone());
        let mut share = BigInt::zero();
        for (((weight, size), level), kind) in weights.iter().zip(self.wanted.sizes).zip(&self.levels).zip(0..) {
            match level {
                Some(level) => rest -= level * (weight * size),
                None if self.master.is_active(kind) => share += weight * size,
                None => {}
            }
        }
        if share.is_positive() {
            let level = rest / share;
            for (kind, (weight, place)) in weights.iter().zip(&mut self.levels).enumerate() {
                if weight.is_positive() && self.master.is_active(kind) {
                    *place = Some(level.clone());
                }
            }
        }
    }

    /// A bound for the stage at which the steps ran out.
    fn give_up(&mut self) -> Option<()> {
        let (floats, _) = self.master.prices();
        let top = floats.iter().fold(0.0_f64, |top, weight| top.max(*weight));
        #[allow(clippy::cast_possible_truncation, reason = "between 0 and 2^24")]
        let whole = |weight: &f64| BigInt::from((weight.max(0.0) / top * 16_777_216.0) as i64);
        let mut weights: Vec<BigInt> = if top > 0.0 {
            floats.iter().map(whole).collect()
        } else {
            (0..floats.len()).map(|kind| BigInt::from(u8::from(self.master.is_active(kind)))).collect()
        };
        if !positive(&weights).any(|kind| self.master.is_active(kind)) {
            weights = (0..floats.len()).map(|kind| BigInt::from(u8::from(self.master.is_active(kind)))).collect();
        }
        let stage = match self.search.relaxed(&weights) {
            Some((bound, scale, proof)) => Stage { weights, most: bound.div_floor(&scale), held: Vec::new(), proof },
            // No chance is above 1.
            None => {
                let weights =
                    (0..floats.len()).map(|kind| BigInt::from(u8::from(self.master.is_active(kind)))).collect::<Vec<_>>();
                let most = weights.iter().zip(self.wanted.sizes).map(|(weight, size)| weight * size).sum();
                Stage { weights, most, held: Vec::new(), proof: Proof::Prices(Vec::new(), BigInt::one()) }
            }
        };
        self.stages.push(stage);
        Some(())
    }

    /// The chances of the present base, exactly.
    fn answer(self, finished: bool) -> Option<Fair> {
        let tight = self.tight();
        let kinds = self.wanted.sizes.len();
        let numbers: Vec<usize> = self
            .master
            .base
            .iter()
            .filter_map(|part| if let Part::Panel(number) = part { Some(*number) } else { None })
            .collect();
        let raise = self.master.base.contains(&Part::Raise);
        let mut place = vec![None; kinds];
        for (number, kind) in tight.iter().enumerate() {
            *place.get_mut(*kind)? = Some(number);
        }
        // One equation per tight kind, and that all chances sum to 1; one unknown per panel, and the level of those not settled.
        let mut lines: Vec<Line> = vec![Vec::new(); tight.len() + 1];
        for (unknown, number) in numbers.iter().enumerate() {
            for (kind, count) in self.master.panels.get(*number)? {
                if let Some(number) = place.get(*kind).copied().flatten() {
                    lines.get_mut(number)?.push((unknown, *count));
                }
            }
            lines.last_mut()?.push((unknown, 1));
        }
        let below = self.levels.iter().flatten().fold(BigInt::one(), |below, level| below.lcm(level.denom()));
        let mut right = Vec::new();
        for (line, kind) in lines.iter_mut().zip(&tight) {
            let size = *self.wanted.sizes.get(*kind)?;
            match self.levels.get(*kind)? {
                Some(level) => right.push((level * &below * BigInt::from(size)).to_integer()),
                None if raise => {
                    line.push((numbers.len(), -size));
                    right.push(BigInt::zero());
                }
                // Not raised yet: the level of the stage before.
                None => {
                    right.push(self.floor().map_or_else(BigInt::zero, |level| (level * &below * BigInt::from(size)).to_integer()))
                }
            }
        }
        right.push(below);
        let square = lines.len() == numbers.len() + usize::from(raise);
        let solved = if square { lift::solve(&lines, &right) } else { None };
        // In proportion to what they sum to, which is the denominator where no chance is below zero.
        let shares: Vec<BigInt> = solved.map_or_else(|| vec![BigInt::one(); numbers.len()], |(tops, _)| tops);
        let mut panels: Vec<(Vec<i64>, BigInt)> = Vec::new();
        for (number, share) in numbers.iter().zip(shares) {
            if share.is_positive() {
                let mut counts = vec![0_i64; kinds];
                for (kind, count) in self.master.panels.get(*number)? {
                    *counts.get_mut(*kind)? = *count;
                }
                panels.push((counts, share));
            }
        }
        let total: BigInt = panels.iter().map(|(_, share)| share).sum();
        if !total.is_positive() {
            return None;
        }
        panels.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| other.0.cmp(&one.0)));
        let chances = (0..kinds).zip(self.wanted.sizes).map(|(kind, size)| chance(&panels, &total, kind, *size)).collect();
        let panels = panels.into_iter().map(|(counts, share)| (counts, BigRational::new(share, total.clone()))).collect();
        Some(Fair { panels, chances, stages: self.stages, finished })
    }

    /// The highest level settled so far.
    fn floor(&self) -> Option<&BigRational> {
        self.levels.iter().flatten().max()
    }
}

/// The chance of one of so many of a kind, for panels with these shares of a total.
fn chance(panels: &[(Vec<i64>, BigInt)], total: &BigInt, kind: usize, size: i64) -> BigRational {
    let parts =
        panels.iter().filter_map(|(counts, share)| counts.get(kind).filter(|count| **count != 0).map(|count| share * count));
    BigRational::new(parts.sum(), total * size)
}

fn positive(weights: &[BigInt]) -> impl Iterator<Item = usize> {
    weights.iter().enumerate().filter(|(_, weight)| weight.is_positive()).map(|(kind, _)| kind)
}

pub(super) fn worth(weights: &[BigInt], counts: &[i64]) -> BigInt {
    weights.iter().zip(counts).map(|(weight, count)| weight * count).sum()
}

impl Fair {
    /// What is still to be gained at most at each stage: the bound on the smallest chance not settled before, less that chance.
    pub(super) fn gaps(&self, sizes: &[i64]) -> Vec<BigRational> {
        let mut settled = vec![false; sizes.len()];
        let mut gaps = Vec::new();
        for stage in &self.stages {
            let mut rest = BigRational::from(stage.most.clone());
            let mut share = BigInt::zero();
            let mut least: Option<&BigRational> = None;
            for (((weight, size), chance), settled) in stage.weights.iter().zip(sizes).zip(&self.chances).zip(&settled) {
                if *settled {
                    rest -= chance * (weight * size);
                } else {
                    share += weight * size;
                    least = Some(least.map_or(chance, |least| least.min(chance)));
                }
            }
            for kind in &stage.held {
                if let Some(settled) = settled.get_mut(*kind) {
                    *settled = true;
                }
            }
            gaps.push(match least {
                Some(least) if share.is_positive() => rest / share - least,
                _ => BigRational::zero(),
            });
        }
        gaps
    }

    /// Whether every step reached what it is proved not to go beyond.
    fn is_settled(&self, wanted: &Wanted<'_>) -> bool {
        self.finished && self.gaps(wanted.sizes).iter().all(BigRational::is_zero)
    }
}
