//! Counts few voters of any weight by meeting in the middle: the coalitions of one half are matched with those of the other.
//!
//! One sum, the *heavy* one, may take any values. The others, with the size of the coalition, must take few: half-coalitions that agree
//! on them form a group, sorted by the heavy sum. For two groups the rule is then a bar on the heavy sum, and one walk up one group
//! and down the other matches all of their coalitions (Horowitz and Sahni, 1974, for subset sums).

use num_bigint::BigUint;

use super::shape::{Game, Gate};
use super::tallies::{Tallies, Wanted};

/// So many voters at most: a half has 2^18 coalitions.
const MOST_VOTERS: usize = 36;

/// So many steps of walking may be made, of all voters each: about half a second.
const MOST_STEPS: u64 = 1 << 26;

/// So many groups a half may have.
const MOST_GROUPS: usize = 1 << 14;

/// One half of the voters.
struct Half {
    /// By voter: the kind.
    kinds: Vec<usize>,
    /// By voter: how far one more yes moves the number of the group. The size counts once, each sum that has values of its own after it.
    steps: Vec<usize>,
    /// How many groups there may be.
    groups: usize,
}

impl Half {
    fn of(game: &Game, kinds: &[usize], heavy: usize) -> Option<Self> {
        let mut half = Self { kinds: kinds.to_vec(), steps: vec![1; kinds.len()], groups: kinds.len() + 1 };
        for (_, weights) in game.sums.iter().enumerate().filter(|(sum, _)| *sum != heavy) {
            let own: Vec<u64> = kinds.iter().map(|kind| weights.get(*kind).copied().unwrap_or(0)).collect();
            // A sum that counts heads is the size once more.
            if own.iter().all(|weight| *weight == 1) {
                continue;
            }
            let values = usize::try_from(own.iter().sum::<u64>()).ok().filter(|most| *most < MOST_GROUPS)? + 1;
            // Both are below 2^14 and the weights too: no overflow.
            for (step, weight) in half.steps.iter_mut().zip(&own) {
                *step += half.groups * usize::try_from(*weight).unwrap_or(0);
            }
            half.groups *= values;
            if half.groups > MOST_GROUPS {
                return None;
            }
        }
        Some(half)
    }

    fn coalitions(&self) -> u64 {
        1 << self.kinds.len()
    }
}

/// The way to split the game: the heavy sum and the halves.
fn split(game: &Game) -> Option<(usize, Half, Half)> {
    let count = game.voters();
    if !(2..=MOST_VOTERS).contains(&count) {
        return None;
    }
    let voters: Vec<usize> = game.kinds.iter().enumerate().flat_map(|(kind, members)| vec![kind; members.len()]).collect();
    // The heavy sum is the one that may take the most values.
    let heavy = (0..game.sums.len()).max_by_key(|sum| game.total(*sum))?;
    let (low, high) = voters.split_at(count / 2);
    Some((heavy, Half::of(game, low, heavy)?, Half::of(game, high, heavy)?))
}

fn steps(low: &Half, high: &Half) -> u64 {
    low.groups as u64 * high.coalitions() + high.groups as u64 * low.coalitions()
}

/// Roughly how many nanoseconds it takes; nothing where the game has another shape or is too large.
pub(super) fn cost(game: &Game, wanted: Wanted) -> Option<u64> {
    if wanted.minimal || wanted.critical {
        return None;
    }
    let (_, low, high) = split(game)?;
    let steps = steps(&low, &high);
    (steps <= MOST_STEPS).then(|| steps * (4 + game.voters() as u64 / 4) + 60 * high.coalitions() + 2_000)
}

/// Half-coalitions of one size that agree on all sums but the heavy one.
struct Group {
    size: usize,
    sums: Vec<u64>,
    /// The heavy sums from small to large.
    heavy: Vec<u64>,
    /// Entry `i * voters + v`: in how many from number `i` on voter `v` of the half is.
    with: Vec<u32>,
}

/// Counts by meeting in the middle; nothing if the game is too large.
pub(super) fn tally(game: &Game, wanted: Wanted) -> Option<Tallies> {
    let (heavy, low, high) = split(game)?;
    let count = game.voters();
    let (lower, upper) = (groups(game, &low, heavy), groups(game, &high, heavy));
    // By size: winning coalitions, and by voter and size those with the voter.
    let mut winning = vec![0_u64; count + 1];
    let mut with = vec![vec![0_u64; count]; count + 1];
    let mut sums = vec![0_u64; game.sums.len()];
    for one in &lower {
        for other in &upper {
            sums.iter_mut().zip(one.sums.iter().zip(&other.sums)).for_each(|(sum, (one, other))| *sum = one + other);
            let Some(bar) = bar(&game.gate, &sums, heavy) else { continue };
            let size = one.size + other.size;
            let Some((all, with)) = winning.get_mut(size).zip(with.get_mut(size)) else { continue };
            let (below, above) = with.split_at_mut(low.kinds.len());
            *all += matched(one, other, bar, above);
            matched(other, one, bar, below);
        }
    }
    // One member of a kind speaks for all.
    let first = |kind: usize| low.kinds.iter().chain(&high.kinds).position(|voter| *voter == kind);
    let own = |kind: usize, size: usize| {
        let of_size = first(kind).and_then(|voter| with.get(size).and_then(|with| with.get(voter)));
        of_size.copied().unwrap_or(0)
    };
    let of_size = |size: usize| winning.get(size).copied().unwrap_or(0);
    // Those that win with the member, less those that win without: one smaller.
    let swings = |kind: usize, size: usize| {
        let without = size.checked_sub(1).map_or(0, |smaller| of_size(smaller) - own(kind, smaller));
        BigUint::from(own(kind, size).saturating_sub(without))
    };
    let by_size: Vec<Vec<BigUint>> =
        (0..game.kinds.len()).map(|kind| (0..=count).map(|size| swings(kind, size)).collect()).collect();
    Some(Tallies {
        sizes: game.kinds.iter().map(Vec::len).collect(),
        winning: winning.iter().copied().map(BigUint::from).sum(),
        heads: Some(winning.iter().enumerate().map(|(size, count)| BigUint::from(*count) * size).sum()),
        swings: by_size.iter().map(|list| list.iter().sum()).collect(),
        by_size: wanted.by_size.then_some(by_size),
        ..Tallies::default()
    })
}

/// Matches each coalition of `one` with those of `other` that make the heavy sum reach the bar together with it: how many pairs there
/// are, and in how many each voter of `other` is.
fn matched(one: &Group, other: &Group, bar: u64, with: &mut [u64]) -> u64 {
    let voters = with.len();
    let mut pairs = 0;
    let mut from = other.heavy.len();
    for heavy in &one.heavy {
        // The heavier this one, the lighter the other may be.
        while from > 0 && other.heavy.get(from - 1).is_some_and(|own| heavy + own >= bar) {
            from -= 1;
        }
        pairs += (other.heavy.len() - from) as u64;
        let counts = other.with.get(from * voters..(from + 1) * voters).unwrap_or_default();
        with.iter_mut().zip(counts).for_each(|(sum, count)| *sum = sum.wrapping_add(u64::from(*count)));
    }
    pairs
}

/// The coalitions of a half in their groups.
fn groups(game: &Game, half: &Half, heavy: usize) -> Vec<Group> {
    let voters = half.kinds.len();
    let weight = |sum: &Vec<u64>, kind: usize| sum.get(kind).copied().unwrap_or(0);
    let no_sum = Vec::new();
    let heavy_sum = game.sums.get(heavy).unwrap_or(&no_sum);
    let weights: Vec<(u64, usize)> =
        half.kinds.iter().zip(&half.steps).map(|(kind, step)| (weight(heavy_sum, *kind), *step)).collect();
    let mut found: Vec<Vec<(u64, u32)>> = vec![Vec::new(); half.groups];
    // In the order of the Gray code one voter comes or goes at a time.
    let (mut sum, mut group, mut set) = (0_u64, 0_usize, 0_u32);
    for number in 0..1_u32 << voters {
        if number > 0
            && let Some((weight, step)) = weights.get(number.trailing_zeros() as usize)
        {
            set ^= 1 << number.trailing_zeros();
            if set >> number.trailing_zeros() & 1 == 1 {
                (sum, group) = (sum + weight, group + step);
            } else {
                (sum, group) = (sum - weight, group - step);
            }
        }
        if let Some(own) = found.get_mut(group) {
            own.push((sum, set));
        }
    }
    let grouped = |mut members: Vec<(u64, u32)>| {
        members.sort_unstable();
        let mut with = vec![0_u32; (members.len() + 1) * voters];
        let mut counts = vec![0_u32; voters];
        for (at, (_, set)) in members.iter().enumerate().rev() {
            counts.iter_mut().enumerate().for_each(|(voter, count)| *count += set >> voter & 1);
            if let Some(to) = with.get_mut(at * voters..(at + 1) * voters) {
                to.copy_from_slice(&counts);
            }
        }
        // All agree on the size and on the sums but the heavy one.
        let first = members.first().map_or(0, |(_, set)| *set);
        let inside = || half.kinds.iter().enumerate().filter(|(voter, _)| first >> voter & 1 == 1);
        let sums = game.sums.iter().map(|sum| inside().map(|(_, kind)| weight(sum, *kind)).sum()).collect();
        Group { size: first.count_ones() as usize, sums, heavy: members.into_iter().map(|(heavy, _)| heavy).collect(), with }
    };
    found.into_iter().filter(|members| !members.is_empty()).map(grouped).collect()
}

/// The least heavy sum that makes it pass beside the other sums; nothing if none does.
fn bar(gate: &Gate, sums: &[u64], heavy: usize) -> Option<u64> {
    match gate {
        Gate::Always => Some(0),
        Gate::Never => None,
        Gate::Bar { sum, least } if *sum == heavy => Some(*least),
        Gate::Bar { sum, least } => sums.get(*sum).is_some_and(|own| own >= least).then_some(0),
        Gate::AtLeast(1, of) => of.iter().filter_map(|part| bar(part, sums, heavy)).min(),
        Gate::AtLeast(count, of) => {
            let mut bars: Vec<u64> = of.iter().filter_map(|part| bar(part, sums, heavy)).collect();
            bars.sort_unstable();
            count.checked_sub(1).and_then(|last| bars.get(last)).copied()
        }
    }
}
