//! Changes of a bar.

use std::collections::BTreeSet;

use super::edit::with_leaf;
use super::seats::{Seat, whole};
use super::trial::{Change, Outcome, Trial, Tried};
use crate::power::rule::{Bar, Rule, Votes};
use crate::unit::Ratio;

/// Where a bar cannot be moved from one total to the next because there are too many, it is moved vote by vote up to so far. So far are
/// votes added one by one where there is a casting vote.
pub const MOST_STEPS_OF_A_BAR: u64 = 100;

/// Bars are moved from one total to the next where the voters can reach so many at most.
const MOST_TOTALS: usize = 1_000;

impl Trial<'_, '_> {
    /// Another bar in one part, as near as can be to the one that there is.
    pub(super) fn bars(&mut self, lower: bool, told: &mut bool) -> Option<Change> {
        let mut best: Option<(u64, usize, u64, u64, Rule, Tried)> = None;
        let asked = self.asked;
        for seat in self.seats() {
            let Some(bar) = needed(seat.bar, seat.total) else { continue };
            let bars = nearest(&seat, bar, lower);
            let Seat { part, written, total, .. } = seat;
            for to in bars {
                let amount = to.abs_diff(bar);
                if best.as_ref().is_some_and(|(least, ..)| *least <= amount) {
                    break;
                }
                let Some(changed) = with_bar(written, to, total) else { continue };
                let rule = with_leaf(asked.rule, part, &Rule::Votes(changed));
                match self.attempt(&rule) {
                    Outcome::Matters(tried) => best = Some((amount, part, bar, to, rule, tried)),
                    Outcome::Never => continue,
                    Outcome::Unknown => *told = false,
                }
                break;
            }
        }
        best.map(|(amount, part, from, to, rule, tried)| {
            let verb = if lower { "lower" } else { "raise" };
            let statement = format!("{verb} the bar of part {part} from {from} to {to} votes, as counted when all vote");
            Change::by(rule, tried, statement).in_part(part).of_votes(amount)
        })
    }
}

/// How many votes are needed when all vote; nothing for a bar out of reach.
fn needed(bar: Bar, total: u64) -> Option<u64> {
    match bar {
        Bar::Count(count) => Some(count),
        Bar::Share { share, strict, .. } => {
            // Votes are at most 2^53 and the terms of a share below 2^63.
            let (over, under) = (i128::from(total) * i128::from(share.numer()), i128::from(share.denom()));
            let least = if strict { over / under + 1 } else { (over + under - 1) / under };
            u64::try_from(least).ok()
        }
    }
}

/// The part with a bar at so many votes of all.
fn with_bar(written: &Votes, to: u64, total: u64) -> Option<Votes> {
    let at_least = match written.of {
        None => whole(to)?,
        Some(_) => Ratio::new(i64::try_from(to).ok()?, i64::try_from(total).ok()?).ok()?,
    };
    Some(Votes { more_than: None, at_least: Some(at_least), ..written.clone() })
}

/// The bars below or above this one at which anything can change, the nearest first: the totals that the voters can reach, or one more
/// than these; every bar where there is a casting vote or there are too many totals, up to [`MOST_STEPS_OF_A_BAR`].
fn nearest(seat: &Seat<'_>, bar: u64, lower: bool) -> Vec<u64> {
    let near = || -> Vec<u64> {
        let step = |by: u64| if lower { bar.checked_sub(by) } else { bar.checked_add(by) };
        (1..=MOST_STEPS_OF_A_BAR).filter_map(step).filter(|to| *to > 0 && *to <= seat.total).collect()
    };
    if seat.casting {
        return near();
    }
    let mut totals = BTreeSet::from([0]);
    for (_, weight) in seat.voters.iter().filter(|(_, weight)| *weight > 0) {
        let more: Vec<u64> = totals.iter().map(|total| total + weight).collect();
        totals.extend(more);
        if totals.len() > MOST_TOTALS {
            return near();
        }
    }
    if lower {
        totals.into_iter().filter(|total| *total > 0 && *total < bar).rev().collect()
    } else {
        totals.into_iter().filter(|total| *total >= bar && *total < seat.total).map(|total| total + 1).collect()
    }
}
