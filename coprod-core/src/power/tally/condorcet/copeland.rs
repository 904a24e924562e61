//! Copeland's method: the option that wins most of its comparisons.

use serde::{Deserialize, Serialize};

use super::beats_all;
use crate::power::tally::counted::{Counted, Ties, Total, one_of, with_most};
use crate::power::tally::names::Names;
use crate::power::tally::number::VoteNumber;
use crate::power::tally::pairwise::Pairwise;

/// How comparisons are scored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CopelandPoints {
    /// 1 for a comparison won, 1/2 for a tied one, 0 for one lost.
    #[default]
    Half,
    /// 1 for a comparison won, 0 for a tied one, -1 for one lost.
    Net,
}

/// Counts by Copeland's method.
pub(in crate::power::tally) fn copeland(pairs: Pairwise, points: CopelandPoints, ties: &Ties, names: &Names) -> Counted {
    let score = |own: usize| {
        let (mut won, mut tied, mut lost) = (0_i32, 0_i32, 0_i32);
        for other in (0..pairs.options()).filter(|other| *other != own) {
            match pairs.over(own, other).cmp(&pairs.over(other, own)) {
                std::cmp::Ordering::Greater => won += 1,
                std::cmp::Ordering::Equal => tied += 1,
                std::cmp::Ordering::Less => lost += 1,
            }
        }
        // In halves.
        let halves = match points {
            CopelandPoints::Half => 2 * won + tied,
            CopelandPoints::Net => 2 * (won - lost),
        };
        (halves, format!("{won} won, {tied} tied, {lost} lost"))
    };
    let scores: Vec<(i32, String)> = (0..pairs.options()).map(score).collect();
    let best = with_most(scores.iter().map(|(halves, _)| *halves).enumerate());
    let (outcomes, tied) = one_of(&best, ties);
    let total = |halves: i32| VoteNumber::decimal(i128::from(halves) * 5, 1);
    let most = best.first().and_then(|option| scores.get(*option)).map(|(halves, _)| total(*halves));
    let because = most.map(|most| format!("{}: the highest score from comparisons, {most}", names.list(&best)));
    let totals = scores.into_iter().enumerate().map(|(option, (halves, words))| Total { option, total: total(halves), words });
    Counted {
        outcomes,
        ties: tied,
        totals: totals.collect(),
        because: because.into_iter().chain([beats_all(&pairs, names)]).collect(),
        pairwise: Some(pairs),
        ..Counted::default()
    }
}
