//! Comparisons of two: the strongest paths, and the pairs locked in every order.

use std::collections::{BTreeMap, BTreeSet};

use coprod_core::power::tally::{DefeatStrength, StrengthSettings, TallyMethod};
use coprod_tests::dice::Dice;

use super::{Election, counted, strength, winners};

/// The strongest path by trying every path that visits no option twice.
fn path(strength: &[Vec<u64>], from: usize, to: usize, visited: &mut Vec<usize>) -> u64 {
    let mut best = strength[from][to];
    for through in 0..strength.len() {
        if through != to && !visited.contains(&through) && strength[from][through] > 0 {
            visited.push(through);
            best = best.max(strength[from][through].min(path(strength, through, to, visited)));
            visited.pop();
        }
    }
    best
}

#[test]
fn schulze_by_every_path() {
    let mut dice = Dice::new(2);
    for _ in 0..4_000 {
        let options = 1 + dice.below(5);
        let election = Election::random(options, true, &mut dice);
        for by in [DefeatStrength::WinningVotes, DefeatStrength::Margins] {
            let strength = strength(&election, by);
            let of = |a: usize, b: usize| if a == b { 0 } else { path(&strength, a, b, &mut vec![a]) };
            let best: BTreeSet<usize> = (0..options).filter(|a| (0..options).all(|b| of(*a, b) >= of(b, *a))).collect();
            let found = counted(&election, &TallyMethod::Schulze(StrengthSettings { strength: by }));
            assert_eq!(winners(&found), best);
            for a in 0..options {
                for b in 0..options {
                    assert_eq!(found.paths[a * options + b], of(a, b));
                }
            }
        }
    }
}

/// The winners under every order of the comparisons won that puts the stronger first.
fn lock_all(groups: &[Vec<(usize, usize)>], locked: &[(usize, usize)], options: usize, winners: &mut BTreeSet<usize>) {
    let Some((group, later)) = groups.split_first() else {
        winners.extend((0..options).filter(|own| locked.iter().all(|(_, below)| below != own)));
        return;
    };
    if group.is_empty() {
        return lock_all(later, locked, options, winners);
    }
    for next in 0..group.len() {
        let mut rest = group.clone();
        let (a, b) = rest.remove(next);
        let mut reached = BTreeSet::from([b]);
        while let Some((_, new)) = locked.iter().find(|(x, y)| reached.contains(x) && !reached.contains(y)) {
            reached.insert(*new);
        }
        let mut locked = locked.to_vec();
        if !reached.contains(&a) {
            locked.push((a, b));
        }
        let groups: Vec<Vec<(usize, usize)>> = std::iter::once(rest).chain(later.iter().cloned()).collect();
        lock_all(&groups, &locked, options, winners);
    }
}

#[test]
fn ranked_pairs_by_every_order() {
    let mut dice = Dice::new(3);
    for _ in 0..1_500 {
        let options = 1 + dice.below(4);
        let election = Election::random(options, true, &mut dice);
        for by in [DefeatStrength::WinningVotes, DefeatStrength::Margins] {
            let mut groups: BTreeMap<u64, Vec<(usize, usize)>> = BTreeMap::new();
            for (a, row) in strength(&election, by).iter().enumerate() {
                row.iter()
                    .enumerate()
                    .filter(|(_, won)| **won > 0)
                    .for_each(|(b, won)| groups.entry(*won).or_default().push((a, b)));
            }
            let groups: Vec<Vec<(usize, usize)>> = groups.into_values().rev().collect();
            let mut best = BTreeSet::new();
            lock_all(&groups, &[], options, &mut best);
            let found = counted(&election, &TallyMethod::RankedPairs(StrengthSettings { strength: by }));
            assert_eq!(winners(&found), best, "{:?}", election.ballots);
        }
    }
}
