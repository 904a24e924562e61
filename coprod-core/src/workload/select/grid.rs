//! The integer programme behind a panel: how many people of each kind, with each count of people within its range.

use num_bigint::BigInt;
use num_traits::Zero;

/// One whole number to be chosen.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// What one more of it adds to which count.
    pub(super) adds: Vec<(usize, i64)>,
    /// The least it may be.
    pub(super) from: i64,
    /// The most it may be.
    pub(super) to: i64,
}

/// Whole numbers, and the sums of them that must stay within ranges.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    pub(super) columns: Vec<Column>,
    /// The least and the most of each sum.
    pub(super) rows: Vec<(i64, i64)>,
}

/// The range of one column at a node of a search.
pub(super) type Range = (i64, i64);

impl Grid {
    /// The ranges of all columns.
    pub(super) fn ranges(&self) -> Vec<Range> {
        self.columns.iter().map(|column| (column.from, column.to)).collect()
    }

    /// Whether these numbers keep every range.
    pub(super) fn allows(&self, counts: &[i64]) -> bool {
        let mut sums = vec![0_i64; self.rows.len()];
        for (column, count) in self.columns.iter().zip(counts) {
            if *count < column.from || *count > column.to {
                return false;
            }
            for (row, add) in &column.adds {
                if let Some(sum) = sums.get_mut(*row) {
                    *sum += add * count;
                }
            }
        }
        counts.len() == self.columns.len() && sums.iter().zip(&self.rows).all(|(sum, (from, to))| from <= sum && sum <= to)
    }

    /// What `scale` times the weight of any choice within `ranges` can be at most, as these prices of the rows show: a column is worth
    /// what its weight leaves over the prices of what it adds, a row the better end of its range. Valid for any prices.
    pub(super) fn bound(&self, weights: &[BigInt], scale: &BigInt, prices: &[BigInt], ranges: &[Range]) -> BigInt {
        let better = |value: BigInt, (from, to): Range| if value < BigInt::zero() { value * from } else { value * to };
        let mut most = BigInt::zero();
        for ((column, weight), range) in self.columns.iter().zip(weights).zip(ranges) {
            let mut left = weight * scale;
            for (row, add) in &column.adds {
                if let Some(price) = prices.get(*row).filter(|price| !price.is_zero()) {
                    left -= price * add;
                }
            }
            most += better(left, *range);
        }
        for (price, range) in prices.iter().zip(&self.rows) {
            if !price.is_zero() {
                most += better(price.clone(), *range);
            }
        }
        most
    }
}
