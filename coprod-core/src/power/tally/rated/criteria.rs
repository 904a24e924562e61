//! Rating against criteria that the group has agreed, with weights that it has set: each option's mean rating by each criterion, and
//! the weighted mean of these.

use super::score::{Scores, sum};
use crate::error::{Pointer, TallyError};
use crate::power::tally::counted::{Counted, Ties, Total, one_of, with_most};
use crate::power::tally::names::Names;
use crate::power::tally::number::VoteNumber;
use crate::unit::{Exact, Ratio};

/// One criterion: its name, its weight, and how many voters gave each option each rating by it.
pub(in crate::power::tally) struct CriterionRatings {
    pub(in crate::power::tally) name: String,
    pub(in crate::power::tally) weight: Ratio,
    pub(in crate::power::tally) ratings: Vec<Scores>,
}

/// Counts by agreed criteria.
pub(in crate::power::tally) fn criteria(
    options: usize,
    by: &[CriterionRatings],
    ties: &Ties,
    names: &Names,
) -> Result<Counted, TallyError> {
    let weights: Vec<Exact> = by.iter().map(|criterion| criterion.weight.into()).collect();
    let all = Exact::sum(&weights);
    let mut amounts = Vec::new();
    let mut totals = Vec::new();
    for option in 0..options {
        let (mut parts, mut words) = (Vec::new(), Vec::new());
        for (criterion, weight) in by.iter().zip(&weights) {
            let (sum, raters) = criterion.ratings.get(option).map_or_else(|| (Exact::zero(), 0), sum);
            let mean = Exact::new(raters, 1).and_then(|raters| sum.divided_by(&raters)).ok_or_else(|| TallyError::NotRated {
                path: Pointer::root().key("ballots"),
                option: names.of(option).to_owned(),
                criterion: criterion.name.clone(),
            })?;
            words.push(format!("{} {mean} from {raters}", criterion.name));
            parts.push(mean.times(weight));
        }
        let total = Exact::sum(&parts).divided_by(&all).unwrap_or_else(Exact::zero);
        totals.push(Total { option, total: VoteNumber::from(total.clone()), words: words.join(", ") });
        amounts.push(total);
    }
    let best = with_most(amounts.iter().enumerate());
    let (outcomes, tied) = one_of(&best, ties);
    let most = best.first().and_then(|option| amounts.get(*option)).map(ToString::to_string).unwrap_or_default();
    let because = vec![format!("{}: the highest weighted mean over the criteria, {most}", names.list(&best))];
    Ok(Counted { outcomes, ties: tied, totals, because, ..Counted::default() })
}
