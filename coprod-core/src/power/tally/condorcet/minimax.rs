//! Minimax, also known as Simpson-Kramer: the option whose worst comparison is least bad.

use super::beats_all;
use crate::power::tally::counted::{Counted, Ties, Total, one_of, with_most};
use crate::power::tally::names::Names;
use crate::power::tally::number::VoteNumber;
use crate::power::tally::pairwise::{DefeatStrength, Pairwise};

/// The worst comparison of an option: by margins the largest margin against it, below zero if it beats all others; by winning votes
/// the votes of the largest majority against it, 0 if there is none. Nothing for a single option.
fn worst(pairs: &Pairwise, own: usize, by: DefeatStrength) -> Option<(i128, usize)> {
    let against = |other: usize| {
        let strength = match by {
            DefeatStrength::Margins => i128::from(pairs.over(other, own)) - i128::from(pairs.over(own, other)),
            DefeatStrength::WinningVotes => pairs.strength(other, own, by).into(),
        };
        (strength, other)
    };
    // Of equal ones the first is named.
    (0..pairs.options())
        .filter(|other| *other != own)
        .map(against)
        .reduce(|worst, next| if next.0 > worst.0 { next } else { worst })
}

/// Counts by minimax.
pub(in crate::power::tally) fn minimax(pairs: Pairwise, by: DefeatStrength, ties: &Ties, names: &Names) -> Counted {
    let worst: Vec<Option<(i128, usize)>> = (0..pairs.options()).map(|own| worst(&pairs, own, by)).collect();
    let bad = |worst: &Option<(i128, usize)>| worst.map_or(0, |(strength, _)| strength);
    let best = with_most(worst.iter().map(|worst| -bad(worst)).enumerate());
    let (outcomes, tied) = one_of(&best, ties);
    let least = best.first().and_then(|option| worst.get(*option)).map_or(0, bad);
    let words = |worst: &Option<(i128, usize)>| match worst {
        Some((strength, other)) if *strength > 0 => format!("worst against {}", names.of(*other)),
        _ => "beaten by none".to_owned(),
    };
    let totals = worst.iter().enumerate().map(|(option, worst)| Total {
        option,
        total: VoteNumber::decimal(bad(worst), 0),
        words: words(worst),
    });
    let because = vec![format!("{}: the least bad worst comparison, {least}", names.list(&best)), beats_all(&pairs, names)];
    Counted { outcomes, ties: tied, totals: totals.collect(), because, pairwise: Some(pairs), ..Counted::default() }
}
