//! Power as columns for Python.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, ListBuilder, UInt32Builder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch, UInt32Array, UInt64Array};
use arrow_schema::ArrowError;
use coprod_core::power::batch::RowsPower;

/// The nearest floating-point number to a fraction of counts below 2^53; nothing for a part of nothing.
#[allow(clippy::cast_precision_loss, reason = "counts are below 2^53")]
fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// A row for each group, of these sizes.
pub(super) fn written(found: &RowsPower, sizes: &[usize]) -> Result<RecordBatch, ArrowError> {
    let (mut swings, mut pivots) = (ListBuilder::new(UInt32Builder::new()), ListBuilder::new(UInt64Builder::new()));
    let (mut banzhaf, mut shapley) = (ListBuilder::new(Float64Builder::new()), ListBuilder::new(Float64Builder::new()));
    let mut start = 0;
    for (size, orders) in sizes.iter().zip(&found.orders) {
        let own = start..start + size;
        let own_swings = found.swings.get(own.clone()).unwrap_or_default();
        let own_pivots = found.pivots.get(own).unwrap_or_default();
        let all = own_swings.iter().map(|swings| u64::from(*swings)).sum();
        swings.append_value(own_swings.iter().map(|swings| Some(*swings)));
        pivots.append_value(own_pivots.iter().map(|pivots| Some(*pivots)));
        banzhaf.append_value(own_swings.iter().map(|swings| share(u64::from(*swings), all)));
        // Where nobody ever makes it pass, there is no index.
        let orders = if all == 0 { 0 } else { *orders };
        shapley.append_value(own_pivots.iter().map(|pivots| share(*pivots, orders)));
        start += size;
    }
    let flags = |flags: &[bool]| -> ArrayRef {
        let mut lists = ListBuilder::new(BooleanBuilder::new());
        for row in 0..sizes.len() {
            let own = flags.get(row * found.sides..(row + 1) * found.sides).unwrap_or_default();
            lists.append_value(own.iter().map(|flag| Some(*flag)));
        }
        Arc::new(lists.finish())
    };
    RecordBatch::try_from_iter([
        ("winning", Arc::new(UInt32Array::from(found.winning.clone())) as ArrayRef),
        ("swings", Arc::new(swings.finish())),
        ("pivots", Arc::new(pivots.finish())),
        ("orders", Arc::new(UInt64Array::from(found.orders.clone()))),
        ("banzhaf", Arc::new(banzhaf.finish())),
        ("shapley_shubik", Arc::new(shapley.finish())),
        ("can_decide", flags(&found.decides)),
        ("can_block", flags(&found.blocks)),
    ])
}
