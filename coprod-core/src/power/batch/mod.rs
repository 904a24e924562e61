//! Power in many small groups at once: columns in, columns out.
//!
//! Every group has the same number of members and a rule of the same form: so many of several weighted votes must pass, such as one in
//! each constituency. Weights and bars are each group's own. Eight groups are worked out side by side, coalition by coalition;
//! the figures are those of [`super::measure`]. Groups of different sizes go by [`measure_rows`].

mod check;
mod eight;
mod rows;

pub use rows::{GroupRows, RowsPower, measure_rows};

use self::eight::{LANES, Plan};
use crate::error::PowerError;

/// Groups of a batch have up to this many members.
pub const MOST_MEMBERS_IN_BATCH: usize = 16;

/// A batch may have this many weighted votes and constituencies a group.
pub const MOST_VOTES_IN_BATCH: usize = 8;

/// All weights of one vote are at most this in all: 2^31 - 2, so that a bar beyond it is beyond every sum.
pub const MOST_WEIGHT_IN_BATCH: u64 = (1 << 31) - 2;

/// Groups as columns. Row `r` is one group; what is said of each member stands at `r * members + member`.
#[derive(Debug, Clone, Copy)]
pub struct GroupColumns<'a> {
    /// How many members each group has: 1 to [`MOST_MEMBERS_IN_BATCH`].
    pub members: usize,
    /// The weighted votes: 1 to [`MOST_VOTES_IN_BATCH`].
    pub votes: &'a [VoteColumns<'a>],
    /// How many of the votes must pass: 1 to all.
    pub at_least: usize,
    /// The constituency of each member, by number below [`MOST_VOTES_IN_BATCH`]; empty where there are none.
    pub constituencies: &'a [u8],
}

/// One weighted vote of each group.
#[derive(Debug, Clone, Copy)]
pub struct VoteColumns<'a> {
    /// The weight of each member: 0 is no vote. At most [`MOST_WEIGHT_IN_BATCH`] in all for one group.
    pub weights: &'a [u32],
    /// The weight that passes, of those who say yes: above 0. A bar above all weights is never reached.
    pub bars: &'a [u32],
}

/// The power of the members and constituencies of each group, as columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PowerColumns {
    /// By group: how many coalitions can pass a decision. If none can, nobody has power, and a share of nothing is no share.
    pub winning: Vec<u32>,
    /// By group and member: how many coalitions pass with the member and fail without. Over `2^(members - 1)` it is the absolute Banzhaf
    /// index, over the sum for the group the normalised one.
    pub swings: Vec<u32>,
    /// By group and member: in how many orders of all members the member is the one who makes it pass. Over [`PowerColumns::orders`] it is
    /// the Shapley-Shubik index.
    pub pivots: Vec<u64>,
    /// How many orders of all members there are: the product of 1 to `members`.
    pub orders: u64,
    /// By group and constituency number from 0 to the highest in the batch: whether its members together can pass any decision; empty
    /// without constituencies. A constituency without a member in a group cannot.
    pub decides: Vec<bool>,
    /// The same: whether its members together can stop any decision.
    pub blocks: Vec<bool>,
}

/// Measures power in every group.
///
/// # Errors
/// `out_of_range` beyond the limits above and for columns of other lengths; `count_out_of_range` for `at_least`;
/// `quota_zero` for a bar of 0. The path names the column, and the row where it is
/// one.
pub fn measure_batch(groups: &GroupColumns<'_>) -> Result<PowerColumns, PowerError> {
    let rows = groups.votes.first().map_or(0, |vote| vote.bars.len());
    check::size(groups.members).map_err(|detail| check::out_of_range("members", None, detail))?;
    let sizes = std::iter::repeat_n(groups.members, rows);
    check::columns(sizes, groups.votes, groups.at_least, groups.constituencies)?;
    Ok(measured(groups, sides(groups.constituencies)))
}

/// How many constituencies there are: their highest number, and 0.
fn sides(constituencies: &[u8]) -> usize {
    constituencies.iter().max().map_or(0, |most| usize::from(*most) + 1)
}

/// The power in checked groups with so many constituencies.
fn measured(groups: &GroupColumns<'_>, sides: usize) -> PowerColumns {
    let (members, rows) = (groups.members, groups.votes.first().map_or(0, |vote| vote.bars.len()));
    let plan = Plan::new(members);
    let mut found = PowerColumns {
        winning: Vec::with_capacity(rows),
        swings: Vec::with_capacity(rows * members),
        pivots: Vec::with_capacity(rows * members),
        orders: (1..=members as u64).product(),
        decides: Vec::with_capacity(rows * sides),
        blocks: Vec::with_capacity(rows * sides),
    };
    let mut table = Vec::new();
    for start in (0..rows).step_by(LANES) {
        let count = LANES.min(rows - start);
        plan.fill(groups, start, count, &mut table);
        plan.measure(&table, count, &mut found);
        if sides > 0 {
            for lane in 0..count {
                let own = groups.constituencies.get((start + lane) * members..(start + lane + 1) * members).unwrap_or_default();
                plan.sides(&table, lane, own, sides, &mut found);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
