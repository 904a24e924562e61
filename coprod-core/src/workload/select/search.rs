//! The heaviest panel, or a proof that none is heavier than a bound: branching on the counts of kinds, with exact prices at the leaves.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::boxed::{Boxed, Ended};
use super::core;
use super::grid::{Grid, Range};

/// A proof that no choice is worth more than a bound.
#[derive(Debug, Clone)]
pub(super) enum Proof {
    /// Prices of the rows, times a scale: what is left over bounds the worth.
    Prices(Vec<BigInt>, BigInt),
    /// Either a column is at most this much, or more: a proof for each.
    Split { column: usize, at_most: i64, low: Box<Proof>, high: Box<Proof> },
}

/// What came of a search.
#[derive(Debug, Clone)]
pub(super) enum Found {
    /// A choice worth more.
    Better(Vec<i64>),
    /// There is none.
    No(Proof),
    /// The steps ran out.
    Unknown,
}

/// The weights of a search that must be exact, and the worth to beat.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    pub(super) weights: Vec<BigInt>,
    pub(super) beat: BigInt,
}

/// A search on one grid; what one leaves behind speeds up the next.
#[derive(Debug, Clone)]
pub(super) struct Search<'a> {
    grid: &'a Grid,
    boxed: Boxed,
    /// Steps left: pivots of linear programmes.
    pub(super) steps: u64,
    /// Steps that an exact look at a node takes beside its pivots.
    look: u64,
}

/// An exact search looks at no more nodes than this, whatever its steps, so that its proof can be kept.
const MOST_NODES: u64 = 100_000;

/// A node of the search.
enum Node {
    Found(Vec<i64>),
    Closed(Proof),
    Open(usize, f64),
    Stop,
}

impl<'a> Search<'a> {
    pub(super) fn new(grid: &'a Grid, steps: u64) -> Self {
        Self { grid, boxed: Boxed::new(grid), steps, look: (steps / MOST_NODES).max(20) }
    }

    /// Any choice that is worth more than `whole.beat`, or a proof that there is none.
    pub(super) fn exactly(&mut self, whole: &Whole) -> Found {
        let largest = whole.weights.iter().map(Signed::abs).max().unwrap_or_else(BigInt::zero);
        // Floats hold numbers up to 2^1023; larger weights are halved alike.
        let shift = largest.bits().saturating_sub(900);
        let scaled: Vec<f64> = whole.weights.iter().map(|weight| core::float(&(weight >> shift))).collect();
        let top = scaled.iter().fold(0.0_f64, |top, weight| top.max(weight.abs())).max(1.0);
        let weights: Vec<f64> = scaled.iter().map(|weight| weight / top).collect();
        self.boxed.set_weights(&weights);
        let beat = core::float(&(&whole.beat >> shift)) / top;
        self.node(self.grid.ranges(), beat, Some(whole))
    }

    /// A choice worth more than `beat` by these weights, if one is found within so many steps; nothing is proved.
    pub(super) fn roughly(&mut self, weights: &[f64], beat: f64, steps: u64) -> Option<Vec<i64>> {
        self.boxed.set_weights(weights);
        let kept = self.steps.saturating_sub(steps);
        self.steps -= kept;
        let found = self.node(self.grid.ranges(), beat, None);
        self.steps += kept;
        match found {
            Found::Better(counts) => Some(counts),
            Found::No(_) | Found::Unknown => None,
        }
    }

    /// What the worth can be at most by linear programming, times the scale beside it.
    pub(super) fn relaxed(&mut self, weights: &[BigInt]) -> Option<(BigInt, BigInt, Proof)> {
        let top = weights.iter().map(core::float).fold(1.0_f64, |top, weight| top.max(weight.abs()));
        let floats: Vec<f64> = weights.iter().map(|weight| core::float(weight) / top).collect();
        self.boxed.set_weights(&floats);
        // A bound is owed even when the steps have run out.
        let mut steps = 20_000;
        self.boxed.set_ranges(&self.grid.ranges());
        let ended = self.boxed.solve(&mut steps);
        let (prices, scale) = core::prices(self.grid, &self.boxed, weights).filter(|_| ended == Ended::Best)?;
        let bound = self.grid.bound(weights, &scale, &prices, &self.grid.ranges());
        Some((bound, scale.clone(), Proof::Prices(prices, scale)))
    }

    fn node(&mut self, ranges: Vec<Range>, beat: f64, whole: Option<&Whole>) -> Found {
        let (column, value) = match self.look(&ranges, beat, whole) {
            Node::Found(counts) => return Found::Better(counts),
            Node::Closed(proof) => return Found::No(proof),
            Node::Stop => return Found::Unknown,
            Node::Open(column, value) => (column, value),
        };
        let Some((from, to)) = ranges.get(column).copied() else { return Found::Unknown };
        #[allow(clippy::cast_possible_truncation, reason = "a count of people, held within its range")]
        let at_most = (value.floor() as i64).clamp(from, to - 1);
        let mut halves = [None, None];
        let up_first = value - value.floor() > 0.5;
        for high in [up_first, !up_first] {
            let mut part = ranges.clone();
            if let Some(range) = part.get_mut(column) {
                *range = if high { (at_most + 1, to) } else { (from, at_most) };
            }
            match self.node(part, beat, whole) {
                Found::No(proof) => {
                    if let Some(half) = halves.get_mut(usize::from(high)) {
                        *half = Some(Box::new(proof));
                    }
                }
                other => return other,
            }
        }
        match halves {
            [Some(low), Some(high)] => Found::No(Proof::Split { column, at_most, low, high }),
            _ => Found::Unknown,
        }
    }

    fn look(&mut self, ranges: &[Range], beat: f64, whole: Option<&Whole>) -> Node {
        if self.steps == 0 {
            return Node::Stop;
        }
        self.steps -= 1;
        if whole.is_some() {
            self.steps = self.steps.saturating_sub(self.look);
        }
        self.boxed.set_ranges(ranges);
        let ended = self.boxed.solve(&mut self.steps);
        let worth = self.boxed.worth();
        let near = 1e-7 * (1.0 + beat.abs().min(1e9));
        let closed = match (ended, whole) {
            (Ended::Unfinished, _) => return Node::Stop,
            (Ended::Nothing(_), None) => Some(Proof::Prices(Vec::new(), BigInt::one())),
            (Ended::Nothing(row), Some(whole)) => self.refused(row, ranges, whole),
            (Ended::Best, None) => (worth <= beat + near * 1e-2).then(|| Proof::Prices(Vec::new(), BigInt::one())),
            (Ended::Best, Some(whole)) if worth <= beat + near => self.bounded(ranges, whole),
            (Ended::Best, Some(_)) => None,
        };
        if let Some(proof) = closed {
            return Node::Closed(proof);
        }
        self.open(ranges, whole, ended == Ended::Best)
    }

    /// The choice if it is whole and better, otherwise where to branch.
    fn open(&self, ranges: &[Range], whole: Option<&Whole>, best: bool) -> Node {
        let values = self.boxed.values();
        let off = |value: f64| (value - value.round()).abs();
        let split = values.iter().enumerate().filter(|(_, value)| off(**value) > 1e-6).max_by(|one, other| {
            // Of equally broken ones the first.
            off(*one.1).total_cmp(&off(*other.1)).then(other.0.cmp(&one.0))
        });
        if best && let Some((column, value)) = split {
            return Node::Open(column, *value);
        }
        #[allow(clippy::cast_possible_truncation, reason = "counts of people")]
        let counts: Vec<i64> = values.iter().map(|value| value.round() as i64).collect();
        let worth = |whole: &Whole| whole.weights.iter().zip(&counts).map(|(weight, count)| weight * count).sum::<BigInt>();
        if best && self.grid.allows(&counts) && whole.is_none_or(|whole| worth(whole) > whole.beat) {
            return Node::Found(counts);
        }
        // Floating point did not settle it: any column that can still be split is.
        let wide = ranges.iter().enumerate().find(|(_, (from, to))| from < to);
        match wide {
            #[allow(clippy::cast_precision_loss, reason = "counts of people")]
            Some((column, (from, to))) => Node::Open(column, (from + (to - from) / 2) as f64),
            None => self.single(ranges, whole),
        }
    }

    /// A node with nothing left to choose.
    fn single(&self, ranges: &[Range], whole: Option<&Whole>) -> Node {
        let counts: Vec<i64> = ranges.iter().map(|(from, _)| *from).collect();
        let Some(whole) = whole else { return Node::Stop };
        let zeros = vec![BigInt::zero(); self.grid.rows.len()];
        let worth = self.grid.bound(&whole.weights, &BigInt::one(), &zeros, ranges);
        if worth <= whole.beat {
            return Node::Closed(Proof::Prices(zeros, BigInt::one()));
        }
        if self.grid.allows(&counts) {
            return Node::Found(counts);
        }
        // One row is missed: a price on it alone shows that.
        for (number, (from, to)) in self.grid.rows.iter().enumerate() {
            let adds = |adds: &[(usize, i64)]| adds.iter().filter(|(row, _)| *row == number).map(|(_, add)| add).sum::<i64>();
            let sum: i64 = self.grid.columns.iter().zip(&counts).map(|(column, count)| adds(&column.adds) * count).sum();
            if sum >= *from && sum <= *to {
                continue;
            }
            let mut prices = zeros.clone();
            if let Some(price) = prices.get_mut(number) {
                *price = BigInt::from(if sum > *to { 1 } else { -1 });
            }
            if let Some(proof) = self.refusing(prices, ranges, whole) {
                return Node::Closed(proof);
            }
        }
        Node::Stop
    }

    fn bounded(&self, ranges: &[Range], whole: &Whole) -> Option<Proof> {
        let (prices, scale) = core::prices(self.grid, &self.boxed, &whole.weights)?;
        let bound = self.grid.bound(&whole.weights, &scale, &prices, ranges);
        // Worth is a whole number, so that a bound below the next one suffices.
        (bound.div_floor(&scale) <= whole.beat).then_some(Proof::Prices(prices, scale))
    }

    fn refused(&self, row: usize, ranges: &[Range], whole: &Whole) -> Option<Proof> {
        let [one, other] = core::refusals(self.grid, &self.boxed, row)?;
        self.refusing(one, ranges, whole).or_else(|| self.refusing(other, ranges, whole))
    }

    /// Prices that show that nothing is allowed, made so large that they bound any worth by what is to be beaten.
    fn refusing(&self, prices: Vec<BigInt>, ranges: &[Range], whole: &Whole) -> Option<Proof> {
        let none = vec![BigInt::zero(); self.grid.columns.len()];
        let margin = self.grid.bound(&none, &BigInt::one(), &prices, ranges);
        if !margin.is_negative() {
            return None;
        }
        let zeros = vec![BigInt::zero(); prices.len()];
        let most = self.grid.bound(&whole.weights, &BigInt::one(), &zeros, ranges) - &whole.beat;
        let times = most.div_ceil(&-margin).max(BigInt::one());
        Some(Proof::Prices(prices.into_iter().map(|price| price * &times).collect(), BigInt::one()))
    }
}
