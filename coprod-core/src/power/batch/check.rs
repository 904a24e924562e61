//! Checks columns of groups before any work.

use super::{MOST_MEMBERS_IN_BATCH, MOST_VOTES_IN_BATCH, MOST_WEIGHT_IN_BATCH, VoteColumns};
use crate::error::{Pointer, PowerError};

/// A refusal of a column, or of one of its entries.
pub(super) fn out_of_range(column: &str, entry: Option<usize>, detail: String) -> PowerError {
    let path = Pointer::root().key(column);
    PowerError::OutOfRange { path: entry.map_or(path.clone(), |entry| path.index(entry)), detail }
}

/// What is wrong with a size of a group.
pub(super) fn size(members: usize) -> Result<(), String> {
    if (1..=MOST_MEMBERS_IN_BATCH).contains(&members) {
        return Ok(());
    }
    Err(format!("a group of {members} is outside 1 to {MOST_MEMBERS_IN_BATCH} members"))
}

/// The columns of groups of these sizes, in which groups stand one after the other.
pub(super) fn columns(
    sizes: impl Iterator<Item = usize> + Clone,
    votes: &[VoteColumns<'_>],
    at_least: usize,
    constituencies: &[u8],
) -> Result<(), PowerError> {
    let (rows, members) = sizes.clone().fold((0, 0_usize), |(rows, members), size| (rows + 1, members.saturating_add(size)));
    if votes.is_empty() || votes.len() > MOST_VOTES_IN_BATCH {
        let detail = format!("there are {} votes, and 1 to {MOST_VOTES_IN_BATCH} may be", votes.len());
        return Err(out_of_range("votes", None, detail));
    }
    if !(1..=votes.len()).contains(&at_least) {
        let path = Pointer::root().key("at_least");
        return Err(PowerError::CountOutOfRange { path, count: at_least, parts: votes.len() });
    }
    for (number, vote) in votes.iter().enumerate() {
        one_vote(vote, &Pointer::root().key("votes").index(number), sizes.clone(), (rows, members))?;
    }
    if !constituencies.is_empty() && constituencies.len() != members {
        return Err(out_of_range("constituencies", None, of_other_length(constituencies.len(), members)));
    }
    match constituencies.iter().position(|side| usize::from(*side) >= MOST_VOTES_IN_BATCH) {
        None => Ok(()),
        Some(at) => {
            let detail = format!("constituencies are numbered from 0 to {}", MOST_VOTES_IN_BATCH - 1);
            Err(out_of_range("constituencies", Some(at), detail))
        }
    }
}

fn one_vote(
    vote: &VoteColumns<'_>,
    at: &Pointer,
    sizes: impl Iterator<Item = usize>,
    (rows, members): (usize, usize),
) -> Result<(), PowerError> {
    let refused = |path: Pointer, detail: String| Err(PowerError::OutOfRange { path, detail });
    if vote.bars.len() != rows {
        return refused(at.key("bars"), of_other_length(vote.bars.len(), rows));
    }
    if vote.weights.len() != members {
        return refused(at.key("weights"), of_other_length(vote.weights.len(), members));
    }
    let mut start = 0;
    for (row, (size, bar)) in sizes.zip(vote.bars).enumerate() {
        if *bar == 0 {
            return Err(PowerError::QuotaZero { path: at.key("bars").index(row) });
        }
        let weights = vote.weights.get(start..start + size).unwrap_or_default();
        if weights.iter().map(|weight| u64::from(*weight)).sum::<u64>() > MOST_WEIGHT_IN_BATCH {
            let detail = format!("the weights of one group add up to more than {MOST_WEIGHT_IN_BATCH}");
            return refused(at.key("weights").index(start), detail);
        }
        start += size;
    }
    Ok(())
}

fn of_other_length(found: usize, expected: usize) -> String {
    format!("the column has {found} entries, and there are to be {expected}")
}
