//! Exact prices of the rows for a base that floating point has found: small systems of equations in whole numbers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::boxed::Boxed;
use super::grid::Grid;

/// Solves `matrix` times x = `right` without fractions: x times the scale, and the scale, which is above zero. Nothing if there is no one
/// solution, or a number on the way does not fit.
pub(super) fn solve(mut matrix: Vec<Vec<i128>>, mut right: Vec<BigInt>) -> Option<(Vec<BigInt>, BigInt)> {
    let size = matrix.len();
    let mut before = 1_i128;
    for step in 0..size {
        let found = (step..size).find(|row| matrix.get(*row).and_then(|row| row.get(step)).is_some_and(|cell| *cell != 0))?;
        matrix.swap(step, found);
        right.swap(step, found);
        let (done, rest) = matrix.split_at_mut(step + 1);
        let (right_done, right_rest) = right.split_at_mut(step + 1);
        let (chosen, right_chosen) = (done.last()?, right_done.last()?);
        let pivot = *chosen.get(step)?;
        for (row, right) in rest.iter_mut().zip(right_rest) {
            let factor = *row.get(step)?;
            for (cell, above) in row.iter_mut().zip(chosen).skip(step) {
                *cell = cell.checked_mul(pivot)?.checked_sub(factor.checked_mul(*above)?)? / before;
            }
            *right = (&*right * pivot - right_chosen * factor) / before;
        }
        before = pivot;
    }
    // The last pivot is the determinant.
    let scale = BigInt::from(before);
    let mut solution = vec![BigInt::zero(); size];
    for step in (0..size).rev() {
        let row = matrix.get(step)?;
        let mut value = right.get(step)? * &scale;
        for (cell, known) in row.iter().zip(&solution).skip(step + 1) {
            if *cell != 0 {
                value -= known * cell;
            }
        }
        *solution.get_mut(step)? = value / *row.get(step)?;
    }
    if scale.is_negative() {
        solution.iter_mut().for_each(|value| *value = -&*value);
        return Some((solution, -scale));
    }
    Some((solution, scale))
}

/// The prices of all rows that make the columns of the core worth exactly `right`, in the order of the core's columns.
fn priced(grid: &Grid, (columns, rows): &(Vec<usize>, Vec<usize>), right: Vec<BigInt>) -> Option<(Vec<BigInt>, BigInt)> {
    if columns.len() != rows.len() {
        return None;
    }
    let mut place = vec![None; grid.rows.len()];
    for (number, row) in rows.iter().enumerate() {
        *place.get_mut(*row)? = Some(number);
    }
    let mut matrix = vec![vec![0_i128; rows.len()]; columns.len()];
    for (line, column) in matrix.iter_mut().zip(columns) {
        for (row, add) in &grid.columns.get(*column)?.adds {
            if let Some(cell) = place.get(*row).copied().flatten().and_then(|place| line.get_mut(place)) {
                *cell += i128::from(*add);
            }
        }
    }
    let (solved, scale) = solve(matrix, right)?;
    let mut prices = vec![BigInt::zero(); grid.rows.len()];
    for (row, price) in rows.iter().zip(solved) {
        *prices.get_mut(*row)? = price;
    }
    Some((prices, scale))
}

/// The prices of the rows, times the scale, at which the columns in the base are worth exactly their weight.
pub(super) fn prices(grid: &Grid, boxed: &Boxed, weights: &[BigInt]) -> Option<(Vec<BigInt>, BigInt)> {
    let core = boxed.core();
    let right = core.0.iter().map(|column| weights.get(*column).cloned()).collect::<Option<Vec<_>>>()?;
    priced(grid, &core, right)
}

/// Prices that show that nothing is allowed: those of this row of the table, both ways round.
pub(super) fn refusals(grid: &Grid, boxed: &Boxed, row: usize) -> Option<[Vec<BigInt>; 2]> {
    let core = boxed.core();
    let basic = boxed.basic_of(row)?;
    let right: Vec<BigInt> = match basic {
        Ok(chosen) => core.0.iter().map(|column| BigInt::from(u8::from(*column == chosen))).collect(),
        Err(sum) => {
            let adds_to_sum = |column: &usize| -> i64 {
                let adds = grid.columns.get(*column).map(|column| column.adds.as_slice()).unwrap_or_default();
                adds.iter().filter(|(row, _)| *row == sum).map(|(_, add)| add).sum()
            };
            core.0.iter().map(|column| BigInt::from(adds_to_sum(column))).collect()
        }
    };
    let (mut prices, scale) = priced(grid, &core, right)?;
    if let Err(sum) = basic {
        *prices.get_mut(sum)? = -scale;
    }
    let divisor = prices.iter().fold(BigInt::zero(), |sum, price| sum.gcd(price));
    if divisor > BigInt::one() {
        prices.iter_mut().for_each(|price| *price = &*price / &divisor);
    }
    let other = prices.iter().map(|price| -price).collect();
    Some([prices, other])
}

/// The nearest float, infinite if there is none.
pub(super) fn float(number: &BigInt) -> f64 {
    number.to_f64().unwrap_or(f64::INFINITY)
}
