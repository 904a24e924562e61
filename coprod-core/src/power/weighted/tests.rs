//! Within the bound of exact fractions, and of nodes in many more digits.

use num_bigint::{BigInt, BigUint};
use num_traits::{One, ToPrimitive, Zero};

use super::quadrature::{legendre, weights_off};
use super::*;

/// A small generator of numbers that look random.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// For each number of members and each sum below `quota`, how many coalitions of these weights there are.
fn coalitions(weights: &[u64], quota: u64) -> Vec<Vec<BigUint>> {
    let quota = usize::try_from(quota).unwrap();
    let mut all = vec![vec![BigUint::zero(); quota]; weights.len() + 1];
    all[0][0] = BigUint::one();
    for (number, weight) in weights.iter().enumerate() {
        let weight = usize::try_from(*weight).unwrap();
        for size in (0..=number).rev() {
            for sum in (weight..quota).rev() {
                let more = all[size][sum - weight].clone();
                all[size + 1][sum] += more;
            }
        }
    }
    all
}

fn quotient(numer: &BigUint, denom: &BigUint) -> f64 {
    let digits = 70_u32;
    ((numer << digits) / denom).to_f64().unwrap() / 2.0_f64.powi(70)
}

fn factorial(number: usize) -> BigUint {
    (1..=number).map(BigUint::from).product()
}

/// Absolute Banzhaf and Shapley-Shubik, by counting.
fn exact(weights: &[u64], quota: u64) -> Vec<(f64, f64)> {
    let of = |member: usize| {
        let mut others = weights.to_vec();
        let weight = others.remove(member);
        let all = coalitions(&others, quota);
        let window = usize::try_from(quota.saturating_sub(weight)).unwrap()..;
        let sized: Vec<BigUint> = all.iter().map(|sums| sums[window.clone()].iter().sum()).collect();
        let banzhaf = quotient(&sized.iter().sum(), &(BigUint::one() << others.len()));
        let orders = sized.iter().enumerate().map(|(size, count)| count * factorial(size) * factorial(others.len() - size));
        (banzhaf, quotient(&orders.sum(), &factorial(weights.len())))
    };
    (0..weights.len()).map(of).collect()
}

/// The chance that it passes, by counting.
fn passing(weights: &[u64], quota: u64) -> f64 {
    let failing: BigUint = coalitions(weights, quota).iter().flatten().sum();
    quotient(&((BigUint::one() << weights.len()) - failing), &(BigUint::one() << weights.len()))
}

/// Each member as a kind.
fn each(weights: &[u64]) -> Vec<(u64, usize)> {
    weights.iter().map(|weight| (*weight, 1)).collect()
}

fn within(weights: &[u64], quota: u64) -> (f64, f64) {
    let game = Weighted::new(&each(weights), quota).unwrap();
    let (coins, shapley) = (game.coins().unwrap(), game.shapley_shubik().unwrap());
    let passing = passing(weights, quota);
    let off = (coins.pass.0 - passing).abs();
    assert!(off <= coins.pass.1 + 1e-16, "{weights:?} {quota}: {} for {passing}, not {:e}", coins.pass.0, coins.pass.1);
    let coin = coins.swings;
    for (member, (banzhaf, shubik)) in exact(weights, quota).into_iter().enumerate() {
        assert_eq!(game.ever_swings(weights[member]).unwrap(), banzhaf > 0.0, "{weights:?} {quota}: {member}");
        let alone = weights[member] >= quota && weights.iter().sum::<u64>() - weights[member] < quota;
        assert_eq!(game.is_dictator(weights[member]), alone);
        let off = (coin.values[member] - banzhaf).abs();
        assert!(off <= coin.error + 1e-16, "{weights:?} {quota}: Banzhaf of {member} is off by {off:e}, not {:e}", coin.error);
        let off = (shapley.values[member] - shubik).abs();
        assert!(
            off <= shapley.error + 1e-16,
            "{weights:?} {quota}: Shapley of {member} is off by {off:e}, not {:e}",
            shapley.error
        );
    }
    (coin.error, shapley.error)
}

#[test]
fn small_games_of_every_kind_are_within_the_bound() {
    let mut dice = Dice(7);
    for _ in 0..150 {
        let members = 1 + dice.below(9);
        let most = [3, 12, 60][usize::try_from(dice.below(3)).unwrap()];
        let weights: Vec<u64> = (0..members).map(|_| 1 + dice.below(most)).collect();
        let total: u64 = weights.iter().sum();
        let (banzhaf, shapley) = within(&weights, 1 + dice.below(total));
        assert!(banzhaf < 1e-13 && shapley < 1e-13);
    }
}

#[test]
fn larger_games_are_within_the_bound() {
    let mut dice = Dice(11);
    for (members, most) in [(20, 9), (24, 20), (30, 3), (14, 120)] {
        let weights: Vec<u64> = (0..members).map(|_| 1 + dice.below(most)).collect();
        let total: u64 = weights.iter().sum();
        for quota in [total / 2 + 1, total - total / 5, 1, total] {
            within(&weights, quota);
        }
    }
    // One whose weight is more than all others' together, beside many light ones.
    let mut weights = vec![1; 20];
    weights.push(30);
    within(&weights, 27);
}

#[test]
fn a_thousand_members_keep_the_promise() {
    let mut dice = Dice(3);
    let weights: Vec<u64> = (0..1000).map(|_| 1 + dice.below(30)).collect();
    let total: u64 = weights.iter().sum();
    let game = Weighted::new(&each(&weights), total / 2 + 1).unwrap();
    let banzhaf = game.coins().unwrap().swings;
    let shapley = game.shapley_shubik().unwrap();
    assert!(banzhaf.error < 1e-12, "{:e}", banzhaf.error);
    assert!(shapley.error < 1e-12, "{:e}", shapley.error);
    let sum: f64 = shapley.values.iter().sum();
    assert!((sum - 1.0).abs() < 1000.0 * shapley.error, "{sum}");
    // More weight, at least as much power: equal weights have the same.
    let mut ranked: Vec<(u64, f64, f64)> =
        weights.iter().zip(&banzhaf.values).zip(&shapley.values).map(|((weight, one), other)| (*weight, *one, *other)).collect();
    ranked.sort_by_key(|(weight, ..)| *weight);
    for two in ranked.windows(2) {
        assert!(two[1].1 >= two[0].1 - 2.0 * banzhaf.error && two[1].2 >= two[0].2 - 2.0 * shapley.error);
    }
}

#[test]
fn what_always_or_never_passes_is_no_game_and_too_much_is_refused() {
    let of = |weights: &[u64], quota| Weighted::new(&each(weights), quota);
    assert!(of(&[1, 2], 0).is_none() && of(&[1, 2], 4).is_none() && of(&[0, 2], 1).is_none());
    assert!(of(&[u64::MAX, 1], 4).is_none());
    let vast = of(&[1 << 40, 1 << 41, 3], 1 << 41).unwrap();
    assert_eq!(vast.coins(), Err(TooLarge::Points));
    assert_eq!(vast.ever_swings(3), Err(TooLarge::Points));
    let long = Weighted::new(&[(60_000, 2_000)], 60_000_000).unwrap();
    assert_eq!(long.shapley_shubik(), Err(TooLarge::Steps), "refused before any of it is done");
}

#[test]
fn kinds_are_the_same_as_their_members() {
    let (kinds, alone) = ([(3, 4), (5, 2), (1, 1)], [3, 3, 3, 3, 5, 5, 1]);
    let (one, other) = (Weighted::new(&kinds, 12).unwrap(), Weighted::new(&each(&alone), 12).unwrap());
    let (one, other) = (one.shapley_shubik().unwrap(), other.shapley_shubik().unwrap());
    assert_eq!(one.values, [other.values[0], other.values[4], other.values[6]]);
}

/// The Legendre polynomial of this degree, and the one before it, at `x`, all in parts of 2^200.
fn polynomial(degree: i64, x: &BigInt) -> (BigInt, BigInt) {
    let one = BigInt::one() << 200;
    let (mut before, mut value) = (BigInt::zero(), one);
    for number in 0..degree {
        let next: BigInt = (((x * &value) >> 200) * (2 * number + 1) - &before * number) / (number + 1);
        (before, value) = (value, next);
    }
    (value, before)
}

/// Nodes and weights again with sixty digits, from the floating-point nodes on.
#[test]
fn nodes_and_weights_are_as_near_as_the_bound_says() {
    let one = BigInt::one() << 200;
    let exactly = |number: f64| BigInt::from((number * 2.0_f64.powi(60)) as i128) << 140;
    let parts = |number: &BigInt| number.to_f64().unwrap() / 2.0_f64.powi(200);
    for count in [1, 2, 3, 5, 8, 16, 31, 48, 64, 100, 200, 500] {
        let mut off_in_all = 0.0;
        for (x, weight) in legendre(usize::try_from(count).unwrap()) {
            let mut root = exactly(x);
            for _ in 0..4 {
                let (value, before) = polynomial(count, &root);
                let slope: BigInt = (((&root * &value) >> 200) - before) * count * &one / (((&root * &root) >> 200) - &one);
                root -= value * &one / slope;
            }
            let (_, before) = polynomial(count, &root);
            let off = parts(&(&root - exactly(x))).abs();
            // The interval of the nodes is 2 long.
            assert!(off <= 2.0 * 4.0 * UNIT, "node {x} of {count} is off by {off:e}");
            // At a root the slope is count * before / (1 - x^2).
            let rest: BigInt = &one - ((&root * &root) >> 200);
            let slope: BigInt = before * count * &one / &rest;
            let true_weight = 2.0 / (parts(&rest) * parts(&slope) * parts(&slope));
            off_in_all += (weight - true_weight).abs();
        }
        assert!(off_in_all <= 2.0 * weights_off(usize::try_from(count).unwrap()), "weights of {count} are off by {off_in_all:e}");
    }
}

/// Shapley-Shubik of one member of each weight, by counting.
fn exact_of_kinds(kinds: &[(u64, usize)], quota: u64) -> Vec<f64> {
    let weights: Vec<u64> = kinds.iter().flat_map(|(weight, count)| vec![*weight; *count]).collect();
    let of = |(weight, _): &(u64, usize)| {
        let mut others = weights.clone();
        others.remove(others.iter().position(|other| other == weight).unwrap());
        let all = coalitions(&others, quota);
        let window = usize::try_from(quota.saturating_sub(*weight)).unwrap()..;
        let orders = all
            .iter()
            .enumerate()
            .map(|(size, sums)| sums[window.clone()].iter().sum::<BigUint>() * factorial(size) * factorial(others.len() - size));
        quotient(&orders.sum(), &factorial(weights.len()))
    };
    kinds.iter().map(of).collect()
}

#[test]
fn midpoints_are_taken_for_many_members_and_are_within_the_bound() {
    for (kinds, quota) in [
        (vec![(1, 40), (2, 30), (3, 10)], 66),
        (vec![(1, 100), (4, 20)], 91),
        (vec![(1, 60), (2, 20), (9, 4)], 40),
        (vec![(1, 90), (30, 1)], 100),
    ] {
        let game = Weighted::new(&kinds, quota).unwrap();
        let found = game.shapley_shubik().unwrap();
        assert!(found.error < 1e-12, "{kinds:?} {quota}: {:e}", found.error);
        for ((value, exact), kind) in found.values.iter().zip(exact_of_kinds(&kinds, quota)).zip(&kinds) {
            assert!((value - exact).abs() <= found.error, "{kind:?} {quota}: {value} for {exact}, not {:e}", found.error);
        }
    }
}

/// The bound of the midpoint rule itself, where it is large enough to be seen.
#[test]
fn few_midpoints_are_wrong_by_no_more_than_the_bound() {
    let (kinds, quota) = ([(1, 40), (2, 30), (3, 10)], 66);
    let game = Weighted::new(&kinds, quota).unwrap();
    let tail = Tail::of(&game.members, game.quota, game.total);
    let (low, high) = tail.ends(1e-16);
    let exact = exact_of_kinds(&kinds, quota);
    let mut seen = 0;
    for count in 4..24_u32 {
        let bound = midpoint::wrong(count as usize, game.members.len(), (low, high), &tail);
        let step = (high - low) / f64::from(count);
        let mut sums = [0.0; 3];
        for place in 0..count {
            let p = low + step * (f64::from(place) + 0.5);
            let (p, quota) = if p <= 0.5 { (p, game.quota) } else { (1.0 - p, game.dual()) };
            game.swings_of(&Mass::of(&game.members, p, quota - 1), p, step, &mut sums);
        }
        for (sum, exact) in sums.iter().zip(&exact) {
            assert!((sum - exact).abs() <= bound + 1e-13, "{count}: {:e}, not {bound:e}", (sum - exact).abs());
            seen += u32::from((sum - exact).abs() > 1e-12);
        }
    }
    assert!(seen > 10, "few of them are wrong by anything to be seen: {seen}");
}

/// Everything is a number of its own where weights differ by so much that little of it overlaps.
#[test]
fn weights_of_all_sizes_are_within_the_bound() {
    within(&[1, 1, 2, 5, 40, 300, 2_500, 2_501], 2_600);
    within(&[7, 3_000, 3_000, 3_001, 9_000], 9_001);
}
