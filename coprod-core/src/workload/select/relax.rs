//! The smallest changes of quotas that make a panel possible, each tried out.

use num_bigint::BigInt;
use num_traits::Zero;

use super::answer::{QuotaChange, QuotaRelaxation};
use super::grid::{Column, Grid};
use super::pool::{Pool, Row};
use super::request::SelectRequest;
use super::search::{Found, Search, Whole};
use crate::error::{ErrorReport, WorkloadError};

/// So many ways are shown at most.
const MOST_WAYS: usize = 5;

/// So many searches for further ways are made at most.
const MOST_SEARCHES: usize = 40;

/// How far a quota's ends can move: a column for each.
struct Slack {
    row: usize,
    column: usize,
    /// Whether the least number goes down, or the greatest up.
    down: bool,
}

/// A way: its steps, the numbers of all columns, and the columns that it was kept from using as much as before.
type Way = (i64, Vec<i64>, Vec<(usize, i64)>);

/// Ways to relax the quotas, those with the fewest steps first; none if quotas alone do not stand in the way, or the steps ran out.
pub(super) fn relaxations(pool: &Pool<'_>, steps: u64) -> Result<Vec<QuotaRelaxation>, ErrorReport> {
    let kinds = pool.grid.columns.len();
    let mut grid = pool.grid.clone();
    let mut slacks = Vec::new();
    for (number, row) in pool.rows.iter().enumerate() {
        let Row::Quota(feature, value) = row else { continue };
        let quota = pool.request.quotas.get(feature).and_then(|values| values.get(value));
        let least = quota.map_or(0, |quota| i64::from(quota.at_least));
        for (down, add, most) in [(true, 1, least), (false, -1, i64::from(pool.request.size))] {
            slacks.push(Slack { row: number, column: grid.columns.len(), down });
            grid.columns.push(Column { adds: vec![(number, add)], from: 0, to: most });
        }
    }
    let mut ways: Vec<(i64, Vec<i64>)> = Vec::new();
    let mut tried: Vec<Vec<(usize, i64)>> = Vec::new();
    let mut waiting: Vec<Way> = Vec::new();
    let mut searches = 0;
    if let Some((total, counts)) = smallest(&grid, kinds, &[], steps) {
        waiting.push((total, counts, Vec::new()));
    }
    while ways.len() < MOST_WAYS && !waiting.is_empty() {
        waiting.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        let Some((total, counts, limits)) = waiting.pop() else { break };
        let wider = |other: &[i64]| slacks.iter().all(|slack| other.get(slack.column) <= counts.get(slack.column));
        if !ways.iter().any(|(_, other)| wider(other)) {
            ways.push((total, counts.clone()));
        }
        for slack in &slacks {
            let used = counts.get(slack.column).copied().unwrap_or(0);
            if used == 0 || searches >= MOST_SEARCHES {
                continue;
            }
            let mut limits = limits.clone();
            limits.retain(|(column, _)| *column != slack.column);
            limits.push((slack.column, used - 1));
            limits.sort_unstable();
            if tried.contains(&limits) {
                continue;
            }
            tried.push(limits.clone());
            searches += 1;
            if let Some((total, counts)) = smallest(&grid, kinds, &limits, steps / 20) {
                waiting.push((total, counts, limits));
            }
        }
    }
    ways.into_iter().map(|(total, counts)| way(pool, &slacks, total, &counts)).collect()
}

/// The fewest steps that make a panel possible within these limits of the columns.
fn smallest(grid: &Grid, kinds: usize, limits: &[(usize, i64)], steps: u64) -> Option<(i64, Vec<i64>)> {
    let mut grid = grid.clone();
    for (column, most) in limits {
        grid.columns.get_mut(*column)?.to = *most;
    }
    let weights: Vec<BigInt> =
        (0..grid.columns.len()).map(|column| if column < kinds { BigInt::zero() } else { BigInt::from(-1) }).collect();
    let mut best: Option<(i64, Vec<i64>)> = None;
    let mut search = Search::new(&grid, steps);
    let mut beat = -grid.columns.iter().skip(kinds).map(|column| column.to).sum::<i64>() - 1;
    loop {
        match search.exactly(&Whole { weights: weights.clone(), beat: BigInt::from(beat) }) {
            Found::Better(counts) => {
                let total: i64 = counts.iter().skip(kinds).sum();
                beat = -total;
                best = Some((total, counts));
            }
            Found::No(_) => return best,
            // Not proved to be the smallest, and so not shown as such.
            Found::Unknown => return None,
        }
    }
}

fn way(pool: &Pool<'_>, slacks: &[Slack], total: i64, counts: &[i64]) -> Result<QuotaRelaxation, ErrorReport> {
    let internal = || ErrorReport::from(super::internal("a relaxation does not hold"));
    let mut request: SelectRequest = pool.request.clone();
    let mut changes = Vec::new();
    for (number, row) in pool.rows.iter().enumerate() {
        let Row::Quota(feature, value) = row else { continue };
        let moved = |down: bool| -> u32 {
            let slack = slacks.iter().find(|slack| slack.row == number && slack.down == down);
            slack.and_then(|slack| counts.get(slack.column)).and_then(|moved| u32::try_from(*moved).ok()).unwrap_or(0)
        };
        let (down, up) = (moved(true), moved(false));
        if down == 0 && up == 0 {
            continue;
        }
        let quota = pool.request.quotas.get(feature).and_then(|values| values.get(value)).ok_or_else(internal)?;
        let most = quota.at_most.unwrap_or(request.size);
        let (new_least, new_most) = (quota.at_least.saturating_sub(down), most.saturating_add(up));
        let mut words = Vec::new();
        if down > 0 {
            words.push(format!("at least {new_least} in place of {}", quota.at_least));
        }
        if up > 0 {
            words.push(format!("at most {new_most} in place of {most}"));
        }
        changes.push(QuotaChange {
            feature: feature.clone(),
            value: value.clone(),
            at_least: new_least,
            at_most: new_most,
            words: format!("{feature} \"{value}\": {}", words.join(", ")),
        });
    }
    request.quotas = relaxed(&request, &changes);
    // Tried out on a pool made afresh from the changed request.
    let again = Pool::new(&request).map_err(|_: WorkloadError| internal())?;
    let panel: Vec<i64> = counts.iter().take(again.grid.columns.len()).copied().collect();
    if !again.grid.allows(&panel) {
        return Err(internal());
    }
    let mut people: Vec<usize> = (0..request.people.len()).filter(|number| pool.chosen.get(*number) == Some(&true)).collect();
    for (kind, count) in again.kinds.iter().zip(&panel) {
        people.extend(kind.units.iter().take(usize::try_from(*count).unwrap_or(0)).flatten());
    }
    people.sort_unstable();
    Ok(QuotaRelaxation {
        steps: u32::try_from(total).map_err(|_| internal())?,
        changes,
        panel: people.into_iter().filter_map(|number| pool.id(number)).collect(),
    })
}

fn relaxed(request: &SelectRequest, changes: &[QuotaChange]) -> crate::unit::IdMap<crate::unit::IdMap<super::PanelQuota>> {
    let changed = |feature: &crate::unit::Id, value: &crate::unit::Id, quota: &super::PanelQuota| {
        let change = changes.iter().find(|change| change.feature == *feature && change.value == *value);
        change.map_or_else(
            || quota.clone(),
            |change| super::PanelQuota { at_least: change.at_least, at_most: Some(change.at_most) },
        )
    };
    let values = |feature: &crate::unit::Id, values: &crate::unit::IdMap<super::PanelQuota>| {
        values.iter().map(|(value, quota)| (value.clone(), changed(feature, value, quota))).collect()
    };
    request.quotas.iter().map(|(feature, all)| (feature.clone(), values(feature, all))).collect()
}
