//! Linear programmes whose variables all have two ends, in floating point: the dual simplex method on a table.
//!
//! It only suggests which rows matter and where to look; what it suggests is proved in whole numbers by its users. Each row sum is a
//! variable of its own, held within its range, so every variable has two ends and any table can be started from: a variable outside the
//! base stands at the end that its price prefers.

use super::grid::{Grid, Range};

/// Smaller than this counts as nothing.
const SMALL: f64 = 1e-9;

/// A pivot must be at least this far from nothing.
const PIVOT: f64 = 1e-7;

/// The table is made afresh after so many pivots, so that rounding does not pile up.
const FRESH: u32 = 300;

/// How a linear programme ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// At its best.
    Best,
    /// Nothing is allowed, as the row of this number in the table suggests.
    Nothing(usize),
    /// The steps ran out.
    Unfinished,
}

/// The table.
#[derive(Debug, Clone)]
pub(super) struct Boxed {
    columns: usize,
    /// Sums of coefficients times variables that are all zero; variables are the columns, then the row sums.
    table: Vec<Vec<f64>>,
    basic: Vec<usize>,
    is_basic: Vec<bool>,
    low: Vec<f64>,
    high: Vec<f64>,
    at: Vec<f64>,
    weights: Vec<f64>,
    left: Vec<f64>,
    pivots: u32,
    original: Vec<Vec<f64>>,
}

#[allow(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
const fn float(whole: i64) -> f64 {
    whole as f64
}

fn at(list: &[f64], index: usize) -> f64 {
    list.get(index).copied().unwrap_or(0.0)
}

fn subtract(from: &mut [f64], factor: f64, row: &[f64]) {
    for (target, value) in from.iter_mut().zip(row) {
        *target -= factor * value;
    }
}

impl Boxed {
    /// The table of a grid.
    pub(super) fn new(grid: &Grid) -> Self {
        let (columns, rows) = (grid.columns.len(), grid.rows.len());
        let mut table = vec![vec![0.0; columns + rows]; rows];
        for (number, column) in grid.columns.iter().enumerate() {
            for (row, add) in &column.adds {
                if let Some(cell) = table.get_mut(*row).and_then(|row| row.get_mut(number)) {
                    *cell -= float(*add);
                }
            }
        }
        for (number, row) in table.iter_mut().enumerate() {
            if let Some(cell) = row.get_mut(columns + number) {
                *cell = 1.0;
            }
        }
        let mut boxed = Self {
            columns,
            original: table.clone(),
            table,
            basic: (columns..columns + rows).collect(),
            is_basic: (0..columns + rows).map(|variable| variable >= columns).collect(),
            low: vec![0.0; columns],
            high: vec![0.0; columns],
            at: vec![0.0; columns + rows],
            weights: vec![0.0; columns + rows],
            left: vec![0.0; columns + rows],
            pivots: 0,
        };
        boxed.low.extend(grid.rows.iter().map(|(from, _)| float(*from)));
        boxed.high.extend(grid.rows.iter().map(|(_, to)| float(*to)));
        boxed.set_ranges(&grid.ranges());
        boxed
    }

    /// Takes other weights of the columns.
    pub(super) fn set_weights(&mut self, weights: &[f64]) {
        for (weight, given) in self.weights.iter_mut().zip(weights) {
            *weight = *given;
        }
        self.price();
    }

    /// Takes other ranges of the columns.
    pub(super) fn set_ranges(&mut self, ranges: &[Range]) {
        for ((low, high), (from, to)) in self.low.iter_mut().zip(&mut self.high).zip(ranges) {
            (*low, *high) = (float(*from), float(*to));
        }
    }

    fn price(&mut self) {
        self.left.clone_from(&self.weights);
        for (row, variable) in self.table.iter().zip(&self.basic) {
            let weight = at(&self.weights, *variable);
            if weight != 0.0 {
                subtract(&mut self.left, weight, row);
            }
        }
        for variable in &self.basic {
            if let Some(left) = self.left.get_mut(*variable) {
                *left = 0.0;
            }
        }
    }

    /// Puts every variable outside the base where its price wants it.
    fn stand(&mut self) {
        let ends = self.low.iter().zip(&self.high);
        for (((at, left), (low, high)), basic) in self.at.iter_mut().zip(&self.left).zip(ends).zip(&self.is_basic) {
            if !basic {
                let up = if left.abs() > SMALL { *left > 0.0 } else { (*at - high).abs() < (*at - low).abs() };
                *at = if up { *high } else { *low };
            }
        }
        self.settle();
    }

    /// The values of the base from those outside it.
    fn settle(&mut self) {
        for variable in &self.basic {
            if let Some(value) = self.at.get_mut(*variable) {
                *value = 0.0;
            }
        }
        let values: Vec<f64> =
            self.table.iter().map(|row| -row.iter().zip(&self.at).map(|(part, value)| part * value).sum::<f64>()).collect();
        for (variable, value) in self.basic.iter().zip(values) {
            if let Some(place) = self.at.get_mut(*variable) {
                *place = value;
            }
        }
    }

    /// Makes the weight as large as it can be. Each pivot takes a step from `steps`.
    pub(super) fn solve(&mut self, steps: &mut u64) -> Ended {
        if self.pivots > FRESH {
            self.refresh();
        }
        self.stand();
        loop {
            let worst = self
                .basic
                .iter()
                .enumerate()
                .map(|(row, variable)| {
                    let value = at(&self.at, *variable);
                    let over = value - at(&self.high, *variable);
                    let under = at(&self.low, *variable) - value;
                    (row, *variable, over, over.max(under))
                })
                .filter(|(.., off)| *off > 1e-7)
                .max_by(|one, other| one.3.total_cmp(&other.3));
            let Some((row, leaving, over, off)) = worst else { return Ended::Best };
            if *steps == 0 {
                return Ended::Unfinished;
            }
            *steps -= 1;
            let Some(entering) = self.entering(row, over > 0.0, off) else { return Ended::Nothing(row) };
            let end = if over > 0.0 { at(&self.high, leaving) } else { at(&self.low, leaving) };
            if let Some(value) = self.at.get_mut(leaving) {
                *value = end;
            }
            self.pivot(row, leaving, entering);
            self.settle();
        }
    }

    /// The variable to come into the base for that of `row`, which is `off` its range; those passed on the way go to their other ends.
    fn entering(&mut self, row: usize, over: bool, off: f64) -> Option<usize> {
        let sign = if over { 1.0 } else { -1.0 };
        let coefficients = self.table.get(row)?;
        let mut able: Vec<(f64, f64, usize)> = Vec::new();
        for (variable, coefficient) in coefficients.iter().enumerate() {
            let pull = sign * coefficient;
            let (low, high) = (at(&self.low, variable), at(&self.high, variable));
            if pull.abs() < PIVOT || self.is_basic.get(variable) != Some(&false) || high - low < 0.5 {
                continue;
            }
            let is_low = at(&self.at, variable) < f64::midpoint(low, high);
            if is_low == (pull > 0.0) {
                able.push((at(&self.left, variable).abs() / pull.abs(), pull.abs(), variable));
            }
        }
        able.sort_by(|one, other| one.0.total_cmp(&other.0).then(other.1.total_cmp(&one.1)).then(one.2.cmp(&other.2)));
        let mut rest = off;
        let mut passed = Vec::new();
        for (_, pull, variable) in able {
            let range = at(&self.high, variable) - at(&self.low, variable);
            if pull * range >= rest - SMALL {
                for variable in passed {
                    let other = at(&self.low, variable) + at(&self.high, variable) - at(&self.at, variable);
                    if let Some(value) = self.at.get_mut(variable) {
                        *value = other;
                    }
                }
                return Some(variable);
            }
            rest -= pull * range;
            passed.push(variable);
        }
        None
    }

    fn pivot(&mut self, row: usize, leaving: usize, entering: usize) {
        let Some(mut chosen) = self.table.get_mut(row).map(std::mem::take) else { return };
        let pivot = at(&chosen, entering);
        chosen.iter_mut().for_each(|cell| *cell /= pivot);
        for other in &mut self.table {
            let factor = at(other, entering);
            if factor != 0.0 {
                subtract(other, factor, &chosen);
            }
        }
        let factor = at(&self.left, entering);
        subtract(&mut self.left, factor, &chosen);
        if let Some(left) = self.left.get_mut(entering) {
            *left = 0.0;
        }
        if let Some(place) = self.table.get_mut(row) {
            *place = chosen;
        }
        if let Some(basic) = self.basic.get_mut(row) {
            *basic = entering;
        }
        for (variable, is) in [(leaving, false), (entering, true)] {
            if let Some(basic) = self.is_basic.get_mut(variable) {
                *basic = is;
            }
        }
        self.pivots += 1;
    }

    /// The same table, worked out again from the beginning.
    fn refresh(&mut self) {
        let wanted: Vec<usize> = self.basic.iter().copied().filter(|variable| *variable < self.columns).collect();
        self.table.clone_from(&self.original);
        self.pivots = 0;
        let rows = self.table.len();
        self.basic = (self.columns..self.columns + rows).collect();
        self.is_basic = (0..self.columns + rows).map(|variable| variable >= self.columns).collect();
        for entering in wanted {
            // The largest pivot among the rows whose own sum is still in the base.
            let row = self
                .table
                .iter()
                .zip(&self.basic)
                .enumerate()
                .filter(|(_, (_, basic))| **basic >= self.columns)
                .map(|(number, (row, basic))| (at(row, entering).abs(), number, *basic))
                .max_by(|one, other| one.0.total_cmp(&other.0));
            if let Some((size, number, leaving)) = row
                && size > PIVOT
            {
                self.pivot(number, leaving, entering);
            }
        }
        self.pivots = 0;
        self.price();
    }

    /// The values of the columns.
    pub(super) fn values(&self) -> &[f64] {
        self.at.get(..self.columns).unwrap_or_default()
    }

    /// What all that is worth.
    pub(super) fn worth(&self) -> f64 {
        self.values().iter().zip(&self.weights).map(|(value, weight)| value * weight).sum()
    }

    /// The columns in the base, and the rows whose sums are outside it: as many of the one as of the other.
    pub(super) fn core(&self) -> (Vec<usize>, Vec<usize>) {
        let columns = self.basic.iter().copied().filter(|variable| *variable < self.columns).collect();
        let rows = (0..self.table.len()).filter(|row| self.is_basic.get(self.columns + row) == Some(&false)).collect();
        (columns, rows)
    }

    /// The variable that is in the base by this row of the table: a column, or the sum of a row.
    pub(super) fn basic_of(&self, row: usize) -> Option<Result<usize, usize>> {
        let variable = *self.basic.get(row)?;
        Some(if variable < self.columns { Ok(variable) } else { Err(variable - self.columns) })
    }
}
