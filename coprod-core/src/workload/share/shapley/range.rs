//! What the Shapley value can be where some groups' worth is not stated, but something may be taken for granted.

use num_bigint::BigInt;

use super::super::fraction::Fraction;
use super::super::game::Table;
use super::super::request::UnknownWorth;

/// The least and the most that each party's value can be.
pub(in super::super) type Ranges = Vec<(Fraction, Fraction)>;

/// The ranges; or a group for which what is stated cannot be so. `known` has every group that is needed: all, and under `superadditive`
/// each party by itself; costs are negative then.
///
/// Under `monotone` the ends can be reached. A party has most in the game in which groups without it have the least and groups with it the most
/// that is possible; and least in the one in which groups without it have the most, and groups with it no more than those without it or than
/// they must: both are monotone themselves. Under `superadditive` the ends may be wider than what can be.
pub(in super::super) fn ranges(known: &[Option<i64>], parties: usize, taking: UnknownWorth) -> Result<Ranges, usize> {
    let low = match taking {
        UnknownWorth::Monotone => least_monotone(known),
        UnknownWorth::Superadditive => least_superadditive(known),
    };
    let high = match taking {
        UnknownWorth::Monotone => most_monotone(known),
        UnknownWorth::Superadditive => most_superadditive(known, &low),
    };
    let of = |worths: &[i64], group: usize| worths.get(group).copied().unwrap_or(0);
    let wrong = |group: &usize| {
        known.get(*group).copied().flatten().is_some_and(|stated| of(&low, *group) > stated || of(&high, *group) < stated)
            || of(&low, *group) > of(&high, *group)
    };
    if let Some(group) = (0..known.len()).find(wrong) {
        return Err(group);
    }
    let value = |party: usize, worth: &dyn Fn(usize) -> i64| {
        let worths: Vec<i64> = (0..known.len()).map(worth).collect();
        super::from_table(&Table { parties, worths })
            .into_iter()
            .nth(party)
            .unwrap_or_else(|| Fraction::from_integer(BigInt::ZERO))
    };
    let ends = |party: usize| {
        let own = 1_usize << party;
        // What a party adds at least, whatever group it joins.
        let adds = match taking {
            UnknownWorth::Monotone => 0,
            UnknownWorth::Superadditive => of(&low, own),
        };
        let least = value(party, &|group| match group & own {
            0 => of(&high, group),
            _ => of(&low, group).max(of(&high, group & !own).saturating_add(adds)),
        });
        let most = value(party, &|group| of(if group & own == 0 { &low } else { &high }, group));
        (least, most)
    };
    Ok((0..parties).map(ends).collect())
}

/// The worth of each group's smallest members' groups, at least.
fn least_monotone(known: &[Option<i64>]) -> Vec<i64> {
    let mut least: Vec<i64> = Vec::with_capacity(known.len());
    for (group, stated) in known.iter().enumerate() {
        let within = members(group).filter_map(|bit| least.get(group & !bit).copied()).max();
        // What is stated goes in as well, so that a contradiction shows in the groups above.
        least.push(stated.iter().copied().chain(within).max().unwrap_or(0));
    }
    least
}

fn most_monotone(known: &[Option<i64>]) -> Vec<i64> {
    let all = known.len().saturating_sub(1);
    let mut most = vec![i64::MAX; known.len()];
    for (group, stated) in known.iter().enumerate().rev() {
        let around = members(all & !group).filter_map(|bit| most.get(group | bit).copied()).min();
        if let Some(slot) = most.get_mut(group) {
            *slot = stated.iter().copied().chain(around).min().unwrap_or(i64::MAX);
        }
    }
    most
}

/// The best that a group's parts have together.
fn least_superadditive(known: &[Option<i64>]) -> Vec<i64> {
    let mut least: Vec<i64> = Vec::with_capacity(known.len());
    for (group, stated) in known.iter().enumerate() {
        let of = |part: usize| least.get(part).copied().unwrap_or(0);
        let apart = parts_of(group).map(|part| of(part).saturating_add(of(group & !part))).max();
        least.push(stated.iter().copied().chain(apart).max().unwrap_or(0));
    }
    least
}

/// What a stated group leaves when the rest of it has its least.
fn most_superadditive(known: &[Option<i64>], least: &[i64]) -> Vec<i64> {
    let all = known.len().saturating_sub(1);
    let most = |(group, stated): (usize, &Option<i64>)| {
        let others = all & !group;
        let left = |rest: usize| {
            let together = known.get(group | rest).copied().flatten()?;
            Some(together.saturating_sub(least.get(rest).copied().unwrap_or(0)))
        };
        let of_larger = parts_of(others).chain(Some(others)).filter_map(left).min();
        stated.iter().copied().chain(of_larger).min().unwrap_or(i64::MAX)
    };
    known.iter().enumerate().map(most).collect()
}

fn members(group: usize) -> impl Iterator<Item = usize> {
    (0..usize::BITS).map(|place| 1_usize << place).filter(move |bit| group & bit != 0)
}

/// The groups strictly within a group, nobody left out.
fn parts_of(group: usize) -> impl Iterator<Item = usize> {
    let next = move |part: &usize| Some((part.wrapping_sub(1)) & group).filter(|next| *next != 0);
    std::iter::successors(Some(group), next).skip(1)
}
