//! All weighted votes of a few members, each once: different weights often make the same game.
//!
//! Weights up to 9 give every weighted game of six members, and up to 5, 3, 2 and 1 of five, four, three and two: their numbers, up to
//! order and without games in which a motion and its opposite can both pass, are checked in the tests against those of threshold functions
//! (Muroga, Tsuboi and Baugh 1970). A game that lets both pass has the same Shapley-Shubik and Banzhaf indices as its
//! dual, in which they never do.

use std::collections::BTreeSet;

use super::super::measure::PowerIndex;
use super::super::rule::{Rule, Votes};
use super::answer::DesignGap;
use super::search::{Candidate, Found, kept, ordered};
use super::target::Goal;
use super::{DesignMeasure, space};
use crate::group::Roster;
use crate::unit::Exact;

/// Every weighted game is looked at for up to this many members.
pub const MOST_MEMBERS_BY_GAMES: usize = 6;

/// The largest weight that any game of up to six members needs.
const ENOUGH: u32 = 9;

/// A weighted game of members from heavy to light.
pub(super) struct WeightedGame {
    pub(super) weights: Vec<u32>,
    pub(super) bar: u32,
    /// Which sets of members win, bit by bit.
    pub(super) wins: u64,
}

/// The games of so many members, up to six, with weights up to `most`, each with the weights of the lowest sum.
pub(super) fn all(members: usize, most: u32) -> Vec<WeightedGame> {
    let mut vectors: Vec<Vec<u32>> = vec![Vec::new()];
    for _ in 0..members {
        let longer = |weights: Vec<u32>| {
            let top = weights.last().copied().unwrap_or(most.min(ENOUGH));
            (0..=top).map(move |next| weights.iter().copied().chain([next]).collect::<Vec<u32>>())
        };
        vectors = vectors.into_iter().flat_map(longer).collect();
    }
    vectors.sort_by_key(|weights| (weights.iter().sum::<u32>(), weights.clone()));
    let mut known = BTreeSet::new();
    let mut games = Vec::new();
    for weights in vectors {
        let sums: Vec<u32> = (0..1_u64 << members).map(|set| of_set(&weights, set)).collect();
        let total: u32 = weights.iter().sum();
        let bars: BTreeSet<u32> = sums.iter().copied().filter(|sum| 2 * sum > total).collect();
        for bar in bars {
            let wins = sums.iter().enumerate().filter(|(_, sum)| **sum >= bar).fold(0_u64, |wins, (set, _)| wins | 1 << set);
            if known.insert(wins) {
                games.push(WeightedGame { weights: weights.clone(), bar, wins });
            }
        }
    }
    games
}

fn of_set(weights: &[u32], set: u64) -> u32 {
    weights.iter().enumerate().filter(|(member, _)| set >> member & 1 == 1).map(|(_, weight)| weight).sum()
}

impl WeightedGame {
    /// The index of each member, from heavy to light. Nobody alone has none: a bar above half is reached by all and not by nobody.
    fn shares(&self, index: PowerIndex) -> Vec<Exact> {
        let members = self.weights.len();
        let orders = |size: u32| -> u64 {
            let product = |most: u64| (1..=most).product::<u64>();
            let size = u64::from(size);
            match index {
                PowerIndex::ShapleyShubik => product(size.saturating_sub(1)) * product((members as u64).saturating_sub(size)),
                _ => 1,
            }
        };
        let own = |member: usize| -> u64 {
            let turned = (0..1_u64 << members).filter(|set| {
                set >> member & 1 == 1 && self.wins >> set & 1 == 1 && self.wins >> (set & !(1 << member)) & 1 == 0
            });
            turned.map(|set| orders(set.count_ones())).sum()
        };
        let counts: Vec<u64> = (0..members).map(own).collect();
        let all: u64 = counts.iter().sum();
        counts.iter().map(|count| Exact::new(*count, all).unwrap_or_else(Exact::zero)).collect()
    }
}

/// A game with its shares, and the gap where the heavier have the higher targets: no other order has a smaller one, by either measure.
struct Ordered {
    least: DesignGap,
    game: WeightedGame,
    shares: Vec<Exact>,
}

/// The nearest games. Each game is as many rules as there are ways to give its weights to the members so that those with the same target
/// weigh the same.
pub(super) fn nearest(goal: &Goal, index: PowerIndex, most: u32, measure: DesignMeasure, keep: usize, roster: &Roster) -> Found {
    let mut order: Vec<usize> = (0..goal.parts.len()).collect();
    let target = |member: usize| goal.parts.get(member).map(|(_, _, share)| share);
    order.sort_by(|one, other| target(*other).cmp(&target(*one)));
    let ordered_gap = |game: WeightedGame| {
        let shares = game.shares(index);
        let mut own = vec![Exact::zero(); order.len()];
        for (member, share) in order.iter().zip(&shares) {
            if let Some(own) = own.get_mut(*member) {
                *own = share.clone();
            }
        }
        Ordered { least: goal.gap(&own), game, shares }
    };
    let mut games: Vec<Ordered> = all(roster.len(), most).into_iter().map(ordered_gap).collect();
    games.sort_by_cached_key(|one| one.least.by(measure));
    let least = games.first().map(|one| one.least.clone());
    let classes = goal.classes();
    let (mut best, mut rules, mut tried): (Vec<Candidate>, u64, u64) = (Vec::new(), 0, 0);
    for Ordered { least, game, shares } in games {
        let ways = assignments(&game.weights, &classes);
        rules += ways.len() as u64;
        let limit = if best.len() == keep { best.last().map(|last| last.gap.by(measure)) } else { None };
        let beyond = |gap: &DesignGap| limit.as_ref().is_some_and(|limit| gap.by(measure) > *limit);
        if beyond(&least) {
            continue;
        }
        tried += ways.len() as u64;
        for way in ways {
            let of_way = |number: &usize| shares.get(*number).cloned().unwrap_or_else(Exact::zero);
            let own: Vec<Exact> = way.iter().map(of_way).collect();
            let gap = goal.gap(&own);
            if beyond(&gap) {
                continue;
            }
            let weights: Vec<u32> = way.iter().map(|number| game.weights.get(*number).copied().unwrap_or(0)).collect();
            let settings = weights.iter().copied().chain([game.bar]).collect();
            let rule = Rule::Votes(Votes { at_least: Some(space::whole(game.bar)), ..space::weighted(roster, &weights) });
            best.push(Candidate { rule, shares: own, gap, settings });
        }
        ordered(&mut best, measure);
        best = kept(best, keep);
    }
    let unequal = least.filter(|gap| best.first().is_none_or(|best| gap.by(measure).0 < best.gap.by(measure).0));
    Found { best, tried, passed_over: rules - tried, complete: true, unequal }
}

/// The ways to give the weights of a game to the members, so that those of one class weigh the same: by member, the number of the weight.
fn assignments(weights: &[u32], classes: &[Vec<usize>]) -> Vec<Vec<usize>> {
    // Each weight once, with the numbers of those who have it.
    let mut equal: Vec<(u32, Vec<usize>)> = Vec::new();
    for (number, weight) in weights.iter().enumerate() {
        match equal.iter_mut().find(|(known, _)| known == weight) {
            Some((_, numbers)) => numbers.push(number),
            None => equal.push((*weight, vec![number])),
        }
    }
    let mut ways = vec![(vec![0; weights.len()], equal)];
    for class in classes {
        let longer = |(given, left): (Vec<usize>, Vec<(u32, Vec<usize>)>)| {
            let open = (0..left.len()).filter(|at| left.get(*at).is_some_and(|(_, numbers)| numbers.len() >= class.len()));
            let with = |at: usize| {
                let (mut given, mut left) = (given.clone(), left.clone());
                for member in class {
                    let number = left.get_mut(at).and_then(|(_, numbers)| numbers.pop());
                    if let (Some(own), Some(number)) = (given.get_mut(*member), number) {
                        *own = number;
                    }
                }
                (given, left)
            };
            open.map(with).collect::<Vec<_>>()
        };
        ways = ways.into_iter().flat_map(longer).collect();
    }
    ways.into_iter().map(|(given, _)| given).collect()
}
