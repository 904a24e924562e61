//! Groups of different sizes: those of one size are measured together, and all come back in their order.

use super::{GroupColumns, MOST_MEMBERS_IN_BATCH, VoteColumns, check, measured, sides};
use crate::error::PowerError;

/// Groups of different sizes as columns: what is said of members stands group after group, member after member.
#[derive(Debug, Clone, Copy)]
pub struct GroupRows<'a> {
    /// How many members each group has: 1 to [`MOST_MEMBERS_IN_BATCH`].
    pub sizes: &'a [usize],
    /// The weighted votes of each group, with a bar for each group and a weight for each member.
    pub votes: &'a [VoteColumns<'a>],
    /// How many of the votes must pass: 1 to all.
    pub at_least: usize,
    /// The constituency of each member, by number below [`super::MOST_VOTES_IN_BATCH`]; empty where there are none.
    pub constituencies: &'a [u8],
}

/// The power of the members and constituencies of each group, as columns in the order of the groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowsPower {
    /// By group: how many coalitions can pass a decision.
    pub winning: Vec<u32>,
    /// By member: how many coalitions pass with the member and fail without.
    pub swings: Vec<u32>,
    /// By member: in how many orders of the group the member is the one who makes it pass.
    pub pivots: Vec<u64>,
    /// By group: how many orders of its members there are.
    pub orders: Vec<u64>,
    /// How many constituencies there are in all.
    pub sides: usize,
    /// By group and constituency: whether its members together can pass any decision; a constituency without a member cannot.
    pub decides: Vec<bool>,
    /// The same: whether its members together can stop any decision.
    pub blocks: Vec<bool>,
}

/// Measures power in every group.
///
/// # Errors
/// As for [`super::measure_batch`]; a size out of range is at `/sizes`.
pub fn measure_rows(groups: &GroupRows<'_>) -> Result<RowsPower, PowerError> {
    for (row, size) in groups.sizes.iter().enumerate() {
        check::size(*size).map_err(|detail| check::out_of_range("sizes", Some(row), detail))?;
    }
    check::columns(groups.sizes.iter().copied(), groups.votes, groups.at_least, groups.constituencies)?;
    let sides = sides(groups.constituencies);
    let members = groups.sizes.iter().sum();
    let mut found = RowsPower {
        winning: vec![0; groups.sizes.len()],
        swings: vec![0; members],
        pivots: vec![0; members],
        orders: vec![0; groups.sizes.len()],
        sides,
        decides: vec![false; groups.sizes.len() * sides],
        blocks: vec![false; groups.sizes.len() * sides],
    };
    for size in 1..=MOST_MEMBERS_IN_BATCH {
        let alike = Alike::of(groups, size);
        if !alike.rows.is_empty() {
            alike.measure(groups, sides, &mut found);
        }
    }
    Ok(found)
}

/// The groups of one size.
struct Alike {
    size: usize,
    /// Each group's number, and where its first member stands.
    rows: Vec<(usize, usize)>,
}

impl Alike {
    fn of(groups: &GroupRows<'_>, size: usize) -> Self {
        let starts = groups.sizes.iter().scan(0, |start, size| {
            let own = *start;
            *start += size;
            Some(own)
        });
        let rows = groups.sizes.iter().zip(starts).enumerate();
        Self { size, rows: rows.filter(|(_, (own, _))| **own == size).map(|(row, (_, start))| (row, start)).collect() }
    }

    fn measure(&self, groups: &GroupRows<'_>, sides: usize, found: &mut RowsPower) {
        let votes: Vec<(Vec<u32>, Vec<u32>)> = groups
            .votes
            .iter()
            .map(|vote| {
                (self.of_members(vote.weights), self.rows.iter().filter_map(|(row, _)| vote.bars.get(*row)).copied().collect())
            })
            .collect();
        let votes: Vec<VoteColumns<'_>> = votes.iter().map(|(weights, bars)| VoteColumns { weights, bars }).collect();
        let constituencies = self.of_members(groups.constituencies);
        let columns =
            GroupColumns { members: self.size, votes: &votes, at_least: groups.at_least, constituencies: &constituencies };
        let own = measured(&columns, sides);
        let put = |(place, (row, start)): (usize, &(usize, usize))| {
            copy(&own.winning, place, &mut found.winning, *row, 1);
            copy(&own.swings, place * self.size, &mut found.swings, *start, self.size);
            copy(&own.pivots, place * self.size, &mut found.pivots, *start, self.size);
            copy(&[own.orders], 0, &mut found.orders, *row, 1);
            copy(&own.decides, place * sides, &mut found.decides, row * sides, sides);
            copy(&own.blocks, place * sides, &mut found.blocks, row * sides, sides);
        };
        self.rows.iter().enumerate().for_each(put);
    }

    /// What is said of the members of these groups.
    fn of_members<T: Copy>(&self, all: &[T]) -> Vec<T> {
        self.rows.iter().filter_map(|(_, start)| all.get(*start..start + self.size)).flatten().copied().collect()
    }
}

fn copy<T: Copy>(from: &[T], at: usize, to: &mut [T], place: usize, length: usize) {
    if let (Some(from), Some(to)) = (from.get(at..at + length), to.get_mut(place..place + length)) {
        to.copy_from_slice(from);
    }
}
