//! STAR, score then automatic run-off: of the two options with the highest totals, the one that more voters score higher wins.

use std::collections::BTreeMap;

use super::score::{Scores, totals};
use crate::power::tally::counted::{Counted, Possible, Tie, TieBreak, TieFor, Ties, Total};
use crate::power::tally::names::{Names, votes};
use crate::power::tally::number::VoteNumber;
use crate::power::tally::pairwise::Pairwise;
use crate::unit::{Exact, Ratio};

/// The places in the run-off: every pair that the totals allow, or the one that the lot leaves; and the tie for them.
fn finalists(amounts: &[Exact], ties: &Ties) -> (Vec<(usize, usize)>, Option<Tie>) {
    let mut order: Vec<usize> = (0..amounts.len()).collect();
    order.sort_by(|a, b| amounts.get(*b).cmp(&amounts.get(*a)));
    let [first, second, ..] = order.as_slice() else { return (Vec::new(), None) };
    let as_high = |than: &usize| -> Vec<usize> {
        let mut equal: Vec<usize> = order.iter().copied().filter(|option| amounts.get(*option) == amounts.get(*than)).collect();
        equal.sort_unstable();
        equal
    };
    let (top, next) = (as_high(first), as_high(second));
    let tie =
        |tied: &[usize], broken_by, fell_on| Tie { round: 1, tied_for: TieFor::RunOff, tied: tied.to_vec(), broken_by, fell_on };
    let pairs: Vec<(usize, usize)> = if top.len() > 1 {
        top.iter().enumerate().flat_map(|(at, a)| top.iter().skip(at + 1).map(|b| (*a, *b))).collect()
    } else {
        next.iter().map(|b| (*first, *b)).collect()
    };
    if pairs.len() < 2 {
        return (pairs, None);
    }
    let tied = if top.len() > 1 { &top } else { &next };
    let Some(one) = ties.in_front(tied) else { return (pairs, Some(tie(tied, None, Vec::new()))) };
    if top.len() == 1 {
        return (vec![(*first, one)], Some(tie(tied, Some(TieBreak::Lot), vec![one])));
    }
    let rest: Vec<usize> = top.iter().copied().filter(|option| *option != one).collect();
    let other = ties.in_front(&rest).unwrap_or(one);
    (vec![(one, other)], Some(tie(tied, Some(TieBreak::Lot), vec![one, other])))
}

/// Counts by score then automatic run-off. `pairs` compares options by who scores them higher.
pub(in crate::power::tally) fn star(
    scores: &[Scores],
    pairs: Pairwise,
    least: Ratio,
    all: u64,
    ties: &Ties,
    names: &Names,
) -> Counted {
    let amounts = totals(scores, least, all);
    let (places, place_tie) = finalists(&amounts, ties);
    let mut because = Vec::new();
    let mut tied: Vec<Tie> = place_tie.clone().into_iter().collect();
    let mut found: BTreeMap<Vec<usize>, Vec<Tie>> = BTreeMap::new();
    for (a, b) in &places {
        let (for_a, for_b) = (pairs.over(*a, *b), pairs.over(*b, *a));
        let (name_a, name_b) = (names.of(*a), names.of(*b));
        let mut ways: Vec<Tie> = place_tie.iter().filter(|tie| tie.broken_by.is_none()).cloned().collect();
        ways.iter_mut().for_each(|tie| tie.fell_on = vec![*a, *b]);
        because.push(format!("in the run-off {} put {name_a} above {name_b}, and {for_b} the other way round", votes(for_a)));
        let tie = |broken_by, fell_on| Tie { round: 2, tied_for: TieFor::First, tied: vec![*a, *b], broken_by, fell_on };
        let winners = match (for_a.cmp(&for_b), ties.in_front(&[*a, *b])) {
            (std::cmp::Ordering::Greater, _) => vec![*a],
            (std::cmp::Ordering::Less, _) => vec![*b],
            (_, Some(one)) => {
                tied.push(tie(Some(TieBreak::Lot), vec![one]));
                vec![one]
            }
            _ => {
                tied.push(tie(None, Vec::new()));
                vec![*a, *b]
            }
        };
        let open = winners.len() > 1;
        for winner in winners {
            let more = open.then(|| tie(None, vec![winner]));
            found.entry(vec![winner]).or_insert_with(|| ways.iter().cloned().chain(more).collect());
        }
    }
    if places.is_empty() {
        found.insert(vec![0], Vec::new());
        because.push(format!("{} is the only option", names.of(0)));
    }
    let totals = amounts.into_iter().enumerate().map(|(option, total)| Total {
        option,
        total: VoteNumber::from(total),
        words: String::new(),
    });
    let totals = totals.collect();
    let outcomes = found.into_iter().map(|(chosen, ways)| Possible { chosen, ways }).collect();
    Counted { outcomes, ties: tied, totals, because, pairwise: Some(pairs), ..Counted::default() }
}
