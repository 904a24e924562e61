//! Score voting: the option with the highest total, or the highest mean, of the scores that voters give it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::power::tally::counted::{Counted, Ties, Total, one_of, with_most};
use crate::power::tally::names::{Names, votes};
use crate::power::tally::number::VoteNumber;
use crate::unit::{Exact, Ratio};

/// What a voter says of an option that they do not rate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Unrated {
    /// The lowest score.
    #[default]
    Lowest,
    /// Nothing: the means of the scores that are given are compared.
    LeftOut,
}

/// How many voters gave an option each score.
pub(in crate::power::tally) type Scores = BTreeMap<Ratio, u64>;

/// The scores added up, and how many voters gave one.
pub(super) fn sum(scores: &Scores) -> (Exact, u64) {
    let parts: Vec<Exact> =
        scores.iter().filter_map(|(score, count)| Some(Exact::from(*score).times(&Exact::new(*count, 1)?))).collect();
    // Cannot overflow: at most the number of votes.
    (Exact::sum(&parts), scores.values().sum())
}

/// What each option has: the total with the lowest score for those who do not rate it.
pub(super) fn totals(scores: &[Scores], least: Ratio, all: u64) -> Vec<Exact> {
    let with_unrated = |scores: &Scores| {
        let (sum, raters) = sum(scores);
        let unrated = Exact::new(all - raters, 1).map(|count| count.times(&least.into()));
        Exact::sum([&sum, &unrated.unwrap_or_else(Exact::zero)])
    };
    scores.iter().map(with_unrated).collect()
}

/// Counts by score.
pub(in crate::power::tally) fn score(
    scores: &[Scores],
    least: Ratio,
    unrated: Unrated,
    all: u64,
    ties: &Ties,
    names: &Names,
) -> Counted {
    let raters: Vec<u64> = scores.iter().map(|scores| scores.values().sum()).collect();
    let (amounts, what): (Vec<Exact>, _) = match unrated {
        Unrated::Lowest => (totals(scores, least, all), "total"),
        Unrated::LeftOut => {
            let mean = |scores| {
                let (sum, raters) = sum(scores);
                Exact::new(raters, 1).and_then(|raters| sum.divided_by(&raters)).unwrap_or_else(|| least.into())
            };
            (scores.iter().map(mean).collect(), "mean")
        }
    };
    let best = with_most(amounts.iter().enumerate());
    let (outcomes, tied) = one_of(&best, ties);
    let most = best.first().and_then(|option| amounts.get(*option)).map(ToString::to_string).unwrap_or_default();
    let because = vec![format!("{}: the highest {what} of scores, {most}", names.list(&best))];
    let words = |raters: &u64| format!("rated by {}", votes(raters));
    let totals = amounts.into_iter().zip(&raters).enumerate().map(|(option, (total, raters))| Total {
        option,
        total: VoteNumber::from(total),
        words: words(raters),
    });
    let totals = totals.collect();
    Counted { outcomes, ties: tied, totals, because, ..Counted::default() }
}
