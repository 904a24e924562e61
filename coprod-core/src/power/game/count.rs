//! What a table holds, counted: who is critical where, by size of the coalition.

use num_bigint::BigUint;

use super::shape::Game;
use super::table::{LOW, Table, WITH};
use super::tallies::{Criticals, Minimals, Tallies};

/// Which of the 64 sets of a word have each size from 0 to 6.
const SIZED: [u64; 7] = [
    0x0000_0000_0000_0001,
    0x0000_0001_0001_0116,
    0x0001_0116_0116_1668,
    0x0116_1668_1668_6880,
    0x1668_6880_6880_8000,
    0x6880_8000_8000_0000,
    0x8000_0000_0000_0000,
];

/// Counts of coalitions. The lists by voter follow the positions of the table; within one, entry `k` is for size `k`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Winning coalitions.
    pub(crate) winning: u64,
    /// By size: winning coalitions.
    pub(crate) winning_by_size: Vec<u64>,
    /// By voter and size: winning coalitions with the voter.
    pub(crate) winning_with: Vec<Vec<u64>>,
    /// By voter: winning coalitions that fail without the voter.
    pub(crate) swings: Vec<u64>,
    /// By voter and number of critical members: the same.
    pub(crate) critical: Vec<Vec<u64>>,
    /// Winning coalitions with at least one critical member.
    pub(crate) vulnerable: u64,
    /// Minimal winning coalitions.
    pub(crate) minimal: u64,
    /// By voter and size: minimal winning coalitions with the voter.
    pub(crate) minimal_with: Vec<Vec<u64>>,
}

impl Counts {
    /// The same by the kinds of the game that the table is of.
    pub(crate) fn tallies(&self, table: &Table, game: &Game) -> Tallies {
        let voters = table.voters();
        let positions: Vec<usize> = game
            .kinds
            .iter()
            .filter_map(|kind| kind.first().and_then(|first| voters.iter().position(|voter| voter == first)))
            .collect();
        let big = |list: &[u64]| -> Vec<BigUint> { list.iter().copied().map(BigUint::from).collect() };
        let by_kind = |lists: &[Vec<u64>]| -> Vec<Vec<BigUint>> {
            positions.iter().filter_map(|position| lists.get(*position)).map(|list| big(list)).collect()
        };
        let heads = self.winning_by_size.iter().enumerate().map(|(size, count)| BigUint::from(*count) * size).sum();
        let swings: Vec<u64> = positions.iter().filter_map(|position| self.swings.get(*position)).copied().collect();
        Tallies {
            sizes: game.kinds.iter().map(Vec::len).collect(),
            winning: self.winning.into(),
            heads: Some(heads),
            swings: big(&swings),
            by_size: Some(by_kind(&self.swings_by_size())),
            critical: Some(Criticals { vulnerable: self.vulnerable.into(), with: by_kind(&self.critical) }),
            minimal: Some(Minimals { count: self.minimal.into(), with: by_kind(&self.minimal_with) }),
        }
    }

    /// By voter and size with the voter: coalitions that win with the voter and lose without. Counted from the winning coalitions
    /// alone, so that it can be compared with the critical members found one by one.
    fn swings_by_size(&self) -> Vec<Vec<u64>> {
        let of_voter = |with: &Vec<u64>| {
            let sizes = with.iter().enumerate().map(|(size, count)| {
                // Winning coalitions one smaller and without the voter win with the voter too: the difference is not below zero.
                let smaller = size.checked_sub(1);
                let all = smaller.and_then(|size| self.winning_by_size.get(size)).copied().unwrap_or(0);
                let own = smaller.and_then(|size| with.get(size)).copied().unwrap_or(0);
                count.saturating_sub(all.saturating_sub(own))
            });
            sizes.collect()
        };
        self.winning_with.iter().map(of_voter).collect()
    }

    pub(crate) fn of(table: &Table) -> Self {
        let voters = table.voters().len();
        let by_size = vec![vec![0; voters + 1]; voters];
        let mut counts = Self {
            winning_by_size: vec![0; voters + 1],
            winning_with: by_size.clone(),
            swings: vec![0; voters],
            critical: by_size.clone(),
            minimal_with: by_size,
            ..Self::default()
        };
        let mut critical: Vec<(usize, u64)> = Vec::with_capacity(voters);
        for (number, word) in table.words().iter().copied().enumerate().filter(|(_, word)| *word != 0) {
            counts.winning += u64::from(word.count_ones());
            by_sizes(number, word, voters, &mut counts.winning_with, Some(&mut counts.winning_by_size));
            let mut minimal = word;
            critical.clear();
            for (position, with) in WITH.iter().enumerate().take(voters) {
                let turned = table.turned(number, position);
                minimal &= turned | !with;
                critical.push((position, turned));
            }
            for bit in Ones(number) {
                let turned = table.turned(number, bit + LOW);
                minimal &= turned;
                critical.push((bit + LOW, turned));
            }
            critical.retain(|(_, turned)| *turned != 0);
            counts.count_critical(&critical);
            if minimal != 0 {
                counts.minimal += u64::from(minimal.count_ones());
                by_sizes(number, minimal, voters, &mut counts.minimal_with, None);
            }
        }
        counts
    }

    /// Sorts the sets of one word by how many of their members are critical.
    fn count_critical(&mut self, critical: &[(usize, u64)]) {
        // Plane b holds bit b of each set's number of critical members: at most 27, so five planes.
        let mut planes = [0_u64; 5];
        let mut any = 0;
        for (position, turned) in critical {
            any |= turned;
            if let Some(swings) = self.swings.get_mut(*position) {
                *swings += u64::from(turned.count_ones());
            }
            let mut carry = *turned;
            for plane in &mut planes {
                let both = *plane & carry;
                *plane ^= carry;
                carry = both;
            }
        }
        self.vulnerable += u64::from(any.count_ones());
        for count in 1..=critical.len() {
            let bits = planes.iter().enumerate();
            let sets = bits.fold(any, |sets, (bit, plane)| sets & if count >> bit & 1 == 1 { *plane } else { !*plane });
            if sets == 0 {
                continue;
            }
            for (position, turned) in critical {
                add(&mut self.critical, *position, count, (turned & sets).count_ones());
            }
        }
    }
}

/// Adds the sets of one word, by size, to the counts of their members and of all.
fn by_sizes(number: usize, word: u64, voters: usize, with: &mut [Vec<u64>], mut all: Option<&mut Vec<u64>>) {
    let heavy = number.count_ones() as usize;
    for (light, sized) in SIZED.iter().enumerate() {
        let sets = word & sized;
        if sets == 0 {
            continue;
        }
        let size = heavy + light;
        let count = sets.count_ones();
        if let Some(entry) = all.as_mut().and_then(|all| all.get_mut(size)) {
            *entry += u64::from(count);
        }
        for bit in Ones(number) {
            add(with, bit + LOW, size, count);
        }
        for (position, own) in WITH.iter().enumerate().take(voters) {
            add(with, position, size, (sets & own).count_ones());
        }
    }
}

fn add(to: &mut [Vec<u64>], voter: usize, size: usize, count: u32) {
    if let Some(entry) = to.get_mut(voter).and_then(|sizes| sizes.get_mut(size)) {
        *entry += u64::from(count);
    }
}

/// The places of the ones of a number, from the lowest.
struct Ones(usize);

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let place = self.0.trailing_zeros() as usize;
        let rest = self.0.checked_sub(1)?;
        self.0 &= rest;
        Some(place)
    }
}
