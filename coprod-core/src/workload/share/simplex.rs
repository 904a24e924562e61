//! Small linear programs, solved exactly: the least cost of weights, none below zero, that meet equations.
//!
//! The revised simplex method in whole numbers: the inverse of the basis is kept with one common denominator, so that every division is
//! exact (Edmonds 1967). The column that promises most enters; after a step that gained nothing the first one does, and the first one leaves
//! (Bland 1977), until something is gained, so that it cannot go in a circle.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::fraction::Fraction;

/// More steps than any program here takes.
const MOST_PIVOTS: usize = 100_000;

/// Minimise the cost of the weights of `columns`, which sum to `right` row by row. Every column has as many entries as `right`, none of
/// which is below zero.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) columns: Vec<Vec<i64>>,
    pub(super) costs: Vec<BigInt>,
    pub(super) right: Vec<i64>,
}

/// The best weights.
#[derive(Debug)]
pub(super) struct Optimum {
    pub(super) cost: Fraction,
    /// The columns with a weight above zero.
    pub(super) weights: Vec<(usize, Fraction)>,
}

/// What stands in the basis: a column, or a row's own stand-in at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Basic {
    Column(usize),
    StandIn,
}

#[derive(Debug)]
struct Basis<'a> {
    of: &'a Program,
    /// The inverse of the basis times `denominator`.
    inverse: Vec<Vec<BigInt>>,
    /// The weights of the basis times `denominator`.
    weights: Vec<BigInt>,
    basic: Vec<Basic>,
    /// Above zero.
    denominator: BigInt,
}

impl Program {
    /// The best weights; nothing where none meet the equations, or where the cost has no bound.
    pub(super) fn solved(&self) -> Option<Optimum> {
        let rows = self.right.len();
        let unit = |row: usize| (0..rows).map(|place| if place == row { BigInt::one() } else { BigInt::zero() }).collect();
        let mut basis = Basis {
            of: self,
            inverse: (0..rows).map(unit).collect(),
            weights: self.right.iter().map(|right| BigInt::from(*right)).collect(),
            basic: vec![Basic::StandIn; rows],
            denominator: BigInt::one(),
        };
        let none = vec![BigInt::zero(); self.columns.len()];
        basis.improve(&none, &BigInt::one())?;
        let unmet = basis.basic.iter().zip(&basis.weights).any(|(basic, weight)| *basic == Basic::StandIn && !weight.is_zero());
        if unmet {
            return None;
        }
        basis.put_columns_in();
        basis.improve(&self.costs, &BigInt::zero())?;
        Some(basis.optimum())
    }
}

impl Basis<'_> {
    /// Steps until no column promises a gain; nothing where there is no end to it.
    fn improve(&mut self, costs: &[BigInt], stand_in: &BigInt) -> Option<()> {
        let mut first = false;
        for _ in 0..MOST_PIVOTS {
            let Some(entering) = self.entering(costs, stand_in, first) else { return Some(()) };
            let column = self.column(entering)?;
            let leaving = self.leaving(&column)?;
            first = self.weights.get(leaving)?.is_zero();
            self.pivot(leaving, entering, &column);
        }
        None
    }

    /// A column that costs less than what it stands for, the most so or the first.
    fn entering(&self, costs: &[BigInt], stand_in: &BigInt, first: bool) -> Option<usize> {
        let rows = self.of.right.len();
        let mut prices = vec![BigInt::zero(); rows];
        for (basic, row) in self.basic.iter().zip(&self.inverse) {
            let cost = match basic {
                Basic::Column(column) => costs.get(*column)?,
                Basic::StandIn => stand_in,
            };
            if !cost.is_zero() {
                prices.iter_mut().zip(row).for_each(|(price, entry)| *price += cost * entry);
            }
        }
        let mut best: Option<(usize, BigInt)> = None;
        for (place, (column, cost)) in self.of.columns.iter().zip(costs).enumerate() {
            let stands_for = dot(&prices, column);
            let gain = cost * &self.denominator - stands_for;
            if gain.is_negative() && best.as_ref().is_none_or(|(_, most)| gain < *most) {
                best = Some((place, gain));
                if first {
                    break;
                }
            }
        }
        best.map(|(place, _)| place)
    }

    /// What a column takes from each weight of the basis, times the denominator.
    fn column(&self, place: usize) -> Option<Vec<BigInt>> {
        let column = self.of.columns.get(place)?;
        Some(self.inverse.iter().map(|row| dot(row, column)).collect())
    }

    /// The row whose weight is used up first; of several, the one of the first column.
    fn leaving(&self, column: &[BigInt]) -> Option<usize> {
        let rows = self.weights.iter().zip(column).zip(&self.basic).enumerate();
        let able = rows.filter(|(_, ((_, takes), _))| takes.is_positive());
        able.min_by(|(_, ((one, takes), own)), (_, ((other, others), name))| {
            (*one * *others).cmp(&(*other * *takes)).then_with(|| own.cmp(name))
        })
        .map(|(row, _)| row)
    }

    fn pivot(&mut self, leaving: usize, entering: usize, column: &[BigInt]) {
        let (Some(pivot), Some(row), Some(weight)) =
            (column.get(leaving), self.inverse.get(leaving).cloned(), self.weights.get(leaving).cloned())
        else {
            return;
        };
        for (place, (takes, (inverse, own))) in column.iter().zip(self.inverse.iter_mut().zip(&mut self.weights)).enumerate() {
            if place == leaving {
                continue;
            }
            for (entry, of_row) in inverse.iter_mut().zip(&row) {
                *entry = (&*entry * pivot - takes * of_row) / &self.denominator;
            }
            *own = (&*own * pivot - takes * &weight) / &self.denominator;
        }
        self.denominator = pivot.clone();
        if let Some(basic) = self.basic.get_mut(leaving) {
            *basic = Basic::Column(entering);
        }
        if self.denominator.is_negative() {
            self.denominator = -std::mem::take(&mut self.denominator);
            for number in self.inverse.iter_mut().flatten().chain(&mut self.weights) {
                *number = -std::mem::take(number);
            }
        }
    }

    /// Replaces stand-ins of weight zero by columns. A row for which there is none says nothing new, and its stand-in stays at zero.
    fn put_columns_in(&mut self) {
        for row in 0..self.basic.len() {
            if self.basic.get(row) != Some(&Basic::StandIn) {
                continue;
            }
            let Some(inverse) = self.inverse.get(row) else { continue };
            let found = self.of.columns.iter().position(|column| !dot(inverse, column).is_zero());
            if let Some(entering) = found
                && let Some(column) = self.column(entering)
            {
                self.pivot(row, entering, &column);
            }
        }
    }

    fn optimum(&self) -> Optimum {
        let mut cost = BigInt::zero();
        let mut weights = Vec::new();
        for (basic, weight) in self.basic.iter().zip(&self.weights) {
            if let Basic::Column(column) = basic
                && weight.is_positive()
            {
                cost += self.of.costs.get(*column).unwrap_or(&BigInt::ZERO) * weight;
                weights.push((*column, Fraction::new(weight.clone(), self.denominator.clone())));
            }
        }
        weights.sort_by_key(|(column, _)| *column);
        Optimum { cost: Fraction::new(cost, self.denominator.clone()), weights }
    }
}

fn dot(row: &[BigInt], column: &[i64]) -> BigInt {
    let mut sum = BigInt::zero();
    for (entry, factor) in row.iter().zip(column) {
        match factor {
            0 => {}
            1 => sum += entry,
            -1 => sum -= entry,
            _ => sum += entry * factor,
        }
    }
    sum
}
