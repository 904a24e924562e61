//! Random coalitions and orders, and what is seen in them.

use super::super::game::{Game, Gate};
use crate::unit::Draw;

/// What was seen in all samples.
#[derive(Debug)]
pub(super) struct Seen {
    /// How many coalitions passed.
    pub(super) passed: u64,
    /// By kind: how often one of its members was critical, in all coalitions together.
    pub(super) swings: Vec<u64>,
    /// By kind: in how many orders one of its members made it pass.
    pub(super) pivots: Vec<u64>,
    /// By member: in how many orders the member made it pass.
    pub(super) pivots_of_members: Vec<u64>,
}

/// How many steps one sample takes.
pub(super) fn steps(game: &Game) -> u64 {
    let (voters, sums, bars) = (game.voters() as u64, game.sums.len() as u64, game.bars() as u64);
    (voters + game.kinds.len() as u64) * (2 * sums + bars + 4) + 1
}

impl Seen {
    pub(super) fn of(game: &Game, samples: u32, seed: u64) -> Self {
        let last = game.kinds.iter().flatten().max().map_or(0, |last| last + 1);
        let none = vec![0; game.kinds.len()];
        let mut seen = Self { passed: 0, swings: none.clone(), pivots: none, pivots_of_members: vec![0; last] };
        let mut draw = Draw::new(seed);
        let mut order: Vec<(usize, usize)> =
            game.kinds.iter().enumerate().flat_map(|(kind, members)| members.iter().map(move |member| (kind, *member))).collect();
        for _ in 0..samples {
            seen.toss(game, &mut draw);
            seen.line_up(game, &mut draw, &mut order);
        }
        seen
    }

    /// Everybody tosses a coin.
    fn toss(&mut self, game: &Game, draw: &mut Draw) {
        let yes: Vec<u64> = game.kinds.iter().map(|kind| heads(draw, kind.len())).collect();
        let mut sums: Vec<u64> =
            game.sums.iter().map(|weights| weights.iter().zip(&yes).map(|(weight, count)| weight * count).sum()).collect();
        let passes = game.gate.opens(&sums);
        self.passed += u64::from(passes);
        for (kind, ((count, members), swings)) in yes.iter().zip(&game.kinds).zip(&mut self.swings).enumerate() {
            // Where it passes, those who say yes may be critical, and where it fails those who do not.
            let turning = if passes { *count } else { members.len() as u64 - count };
            if turning == 0 {
                continue;
            }
            change(game, &mut sums, kind, passes);
            *swings += if game.gate.opens(&sums) == passes { 0 } else { turning };
            change(game, &mut sums, kind, !passes);
        }
    }

    /// Everybody says yes, one after the other.
    fn line_up(&mut self, game: &Game, draw: &mut Draw, order: &mut [(usize, usize)]) {
        let mut sums = vec![0_u64; game.sums.len()];
        for place in 0..order.len() {
            order.swap(place, place + draw.below(order.len() - place));
            let Some((kind, member)) = order.get(place).copied() else { return };
            change(game, &mut sums, kind, false);
            if game.gate.opens(&sums) {
                for (counts, at) in [(&mut self.pivots, kind), (&mut self.pivots_of_members, member)] {
                    if let Some(count) = counts.get_mut(at) {
                        *count += u64::from(place > 0 || !game.gate.opens(&[]));
                    }
                }
                return;
            }
        }
    }

    /// Whether nothing passes without a member of this kind.
    pub(super) fn is_veto(&self, game: &Game, kind: usize) -> bool {
        let mut sums: Vec<u64> = (0..game.sums.len()).map(|sum| game.total(sum)).collect();
        let passes = game.gate.opens(&sums);
        change(game, &mut sums, kind, true);
        passes && !game.gate.opens(&sums)
    }

    /// Whether a member of this kind alone decides.
    pub(super) fn is_dictator(&self, game: &Game, kind: usize) -> bool {
        let mut sums = vec![0; game.sums.len()];
        change(game, &mut sums, kind, false);
        self.is_veto(game, kind) && game.gate.opens(&sums)
    }
}

/// One member of the kind more says yes, or one fewer.
fn change(game: &Game, sums: &mut [u64], kind: usize, fewer: bool) {
    for (sum, weights) in sums.iter_mut().zip(&game.sums) {
        let weight = weights.get(kind).copied().unwrap_or(0);
        // A sum is at most 2^55, and nobody takes back a yes that was not said.
        *sum = if fewer { sum.saturating_sub(weight) } else { *sum + weight };
    }
}

/// How many of so many coins show heads.
fn heads(draw: &mut Draw, coins: usize) -> u64 {
    let words = (0..coins / 64).map(|_| u64::from(draw.bits().count_ones())).sum::<u64>();
    let rest = coins % 64;
    words + if rest == 0 { 0 } else { u64::from((draw.bits() >> (64 - rest)).count_ones()) }
}

impl Gate {
    /// Whether it passes with these sums; sums that are not there are 0.
    fn opens(&self, sums: &[u64]) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Bar { sum, least } => sums.get(*sum).is_some_and(|sum| sum >= least),
            Self::AtLeast(count, of) => of.iter().filter(|part| part.opens(sums)).take(*count).count() == *count,
        }
    }
}
