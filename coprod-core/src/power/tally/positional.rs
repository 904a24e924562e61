//! Methods that look at places only: plurality and Borda.

use serde::{Deserialize, Serialize};

use super::counted::{Counted, Ties, Total, one_of, with_most};
use super::names::{Names, plural, votes};
use super::number::VoteNumber;
use super::ranked::RankedBallots;
use crate::error::{Pointer, TallyError};

/// What an option that a ballot does not name gets under Borda.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BordaUnranked {
    /// No points.
    #[default]
    Zero,
    /// The average of the points of the places that are left.
    Average,
}

/// The options whose total is highest, with the totals.
pub(super) fn highest(
    totals: Vec<Total>,
    amounts: impl IntoIterator<Item = u128>,
    unit: &str,
    ties: &Ties,
    names: &Names,
) -> Counted {
    let best = with_most(amounts.into_iter().enumerate());
    let (outcomes, tied) = one_of(&best, ties);
    let most = best.first().and_then(|option| totals.get(*option)).map(|total| plural(&total.total, unit)).unwrap_or_default();
    let because = match best.as_slice() {
        [one] => format!("{} has the most: {most}", names.of(*one)),
        _ => format!("{} have the most, {most} each", names.list(&best)),
    };
    Counted { outcomes, ties: tied, totals, because: vec![because], ..Counted::default() }
}

/// The option that most ballots name first wins.
pub(super) fn plurality(ballots: &RankedBallots, ties: &Ties, names: &Names) -> Result<Counted, TallyError> {
    let mut firsts = vec![0_u64; ballots.options()];
    for (number, ballot) in ballots.ballots().enumerate() {
        let mut first = ballot.first();
        let (one, second) = (first.next(), first.next());
        if second.is_some() {
            let path = Pointer::root().key("ballots").index(number).key("ranking");
            return Err(TallyError::EqualRanks { path, method: "plurality".to_owned() });
        }
        one.and_then(|one| firsts.get_mut(one)).into_iter().for_each(|votes| *votes += ballot.count);
    }
    let total = |(option, votes): (usize, &u64)| Total { option, total: VoteNumber::from(*votes), words: String::new() };
    let totals = firsts.iter().enumerate().map(total).collect();
    let mut counted = highest(totals, firsts.iter().map(|votes| u128::from(*votes)), "vote", ties, names);
    let (most, all) = (firsts.iter().max().copied().unwrap_or(0), ballots.votes());
    if most <= all - most {
        counted.because.push(format!("that is not more than half of the {}", votes(all)));
    }
    Ok(counted)
}

/// Points by place: with n options the first place gets n - 1, the next one less. Options that share places get the average of them.
/// The points of each option, in halves.
pub(super) fn borda_halves(ballots: &RankedBallots, unranked: BordaUnranked) -> Vec<u128> {
    let options = ballots.options();
    let mut halves = vec![0_u128; options];
    for ballot in ballots.ballots() {
        let count = u128::from(ballot.count);
        // Places from `above` up to `above + shared` average to options - 1 - above - (shared - 1) / 2 points.
        let average = |above: usize, shared: usize| (2 * (options - above)).saturating_sub(shared + 1) as u128;
        let ranks: Vec<(usize, u16)> = ballot.ranks().collect();
        let mut above = 0;
        for place in ranks.chunk_by(|a, b| a.1 == b.1) {
            for (option, _) in place {
                // At most 2^53 votes of 400 halves each.
                halves.get_mut(*option).into_iter().for_each(|sum| *sum += count * average(above, place.len()));
            }
            above += place.len();
        }
        if unranked == BordaUnranked::Average && above < options {
            let points = count * average(above, options - above);
            let mut named = vec![false; options];
            ranks.iter().for_each(|(option, _)| named.get_mut(*option).into_iter().for_each(|named| *named = true));
            halves.iter_mut().zip(named).filter(|(_, named)| !named).for_each(|(sum, _)| *sum += points);
        }
    }
    halves
}

/// The option with the most points by place wins.
pub(super) fn borda(ballots: &RankedBallots, unranked: BordaUnranked, ties: &Ties, names: &Names) -> Counted {
    let halves = borda_halves(ballots, unranked);
    // At most 2^53 votes of 400 halves each.
    let points = |halves: u128| VoteNumber::decimal(i128::try_from(halves * 5).unwrap_or(i128::MAX), 1);
    let total = |(option, halves): (usize, &u128)| Total { option, total: points(*halves), words: String::new() };
    let totals = halves.iter().enumerate().map(total).collect();
    highest(totals, halves.iter().copied(), "point", ties, names)
}
