//! Finds every fee at which something changes: halves a stretch until both its ends are the same, or are one penny apart.

/// What tells two fees apart.
pub(super) trait Mark: Clone {
    /// Whether nothing changes between two fees with these marks.
    fn same(&self, other: &Self) -> bool;
}

/// A stretch of fees, in pence, in which nothing changes.
#[derive(Debug, Clone)]
pub(in crate::payment) struct Stretch<M> {
    pub(in crate::payment) from: i64,
    pub(in crate::payment) until: i64,
    /// The mark of its fees.
    pub(in crate::payment) mark: M,
}

/// So many fees are looked at before any halving, evenly spread: what goes and comes back between two of them with the very same
/// lines would not be seen.
const FIRST_LOOKS: i64 = 64;

/// Why a search ended early.
#[derive(Debug)]
pub(super) enum Stop<E> {
    /// There are more stretches than the limit.
    TooMany,
    /// A fee could not be looked at.
    Failed(E),
}

/// The stretches from fee `from` to fee `until`, at most `most`.
pub(super) fn stretches<M: Mark, E>(
    from: i64,
    until: i64,
    most: usize,
    mut look: impl FnMut(i64) -> Result<M, E>,
) -> Result<Vec<Stretch<M>>, Stop<E>> {
    let mut found: Vec<Stretch<M>> = Vec::new();
    let mut left = (from, look(from).map_err(Stop::Failed)?);
    let step = ((until - from) / FIRST_LOOKS).max(1);
    let mut start = from;
    // The ends still to be reached, the nearest last.
    let mut ends: Vec<(i64, M)> = Vec::new();
    let mut next = from;
    loop {
        let Some((right, mark)) = ends.pop() else {
            if next >= until {
                break;
            }
            next = (next + step).min(until);
            ends.push((next, look(next).map_err(Stop::Failed)?));
            continue;
        };
        if left.1.same(&mark) {
            left = (right, mark);
        } else if right - left.0 == 1 {
            if found.len() + 1 >= most {
                return Err(Stop::TooMany);
            }
            found.push(Stretch { from: start, until: left.0, mark: left.1 });
            start = right;
            left = (right, mark);
        } else {
            let middle = left.0 + (right - left.0) / 2;
            ends.push((right, mark));
            ends.push((middle, look(middle).map_err(Stop::Failed)?));
        }
    }
    found.push(Stretch { from: start, until, mark: left.1 });
    Ok(found)
}

#[cfg(test)]
mod tests;
