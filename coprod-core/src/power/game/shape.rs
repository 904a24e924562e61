//! A rule as weighted sums against bars, joined by "at least so many of these", over kinds of interchangeable voters.

use std::collections::BTreeMap;

use super::super::roles::kinds_by_member;
use super::super::rule::{Compiled, Leaf, Node};
use super::threshold::{Threshold, threshold};

/// The yes/no game of a rule, in its simplest form: parts that always or never pass are gone, equal sums are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Game {
    /// The numbers of the voters, kind by kind: the voters of a kind weigh the same in every sum.
    pub(crate) kinds: Vec<Vec<usize>>,
    /// Sum by sum, the weight of one voter of each kind. A sum is at most 2^55 in all.
    pub(crate) sums: Vec<Vec<u64>>,
    /// When it passes.
    pub(crate) gate: Gate,
    /// How many members there are besides, whose vote no part that counts asks.
    pub(crate) silent: usize,
}

/// When a game, or a part of it, passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Gate {
    /// Whatever the votes.
    Always,
    /// Whatever the votes, not.
    Never,
    /// When the sum of this number reaches the bar, which is above zero and at most the sum of all weights.
    Bar {
        /// The number of the sum.
        sum: usize,
        /// The bar.
        least: u64,
    },
    /// When so many of these parts pass: at least 1 and at most all, of two or more, none of which always or never passes.
    AtLeast(usize, Vec<Gate>),
}

impl Game {
    /// The game of a rule in which everybody attends and says yes or objects.
    pub(crate) fn of(rule: &Compiled) -> Self {
        let mut builder = Builder { members: rule.len(), sums: Vec::new(), numbers: BTreeMap::new() };
        let gate = builder.gate(rule.root());
        Self::over(rule.len(), &builder.sums, gate)
    }

    /// The game over members who weigh so much in each sum.
    fn over(members: usize, sums: &[Vec<u64>], gate: Gate) -> Self {
        let mut used = vec![None; sums.len()];
        let gate = gate.renumbered(&mut used, &mut 0);
        let mut kept: Vec<&[u64]> = vec![&[]; used.iter().flatten().count()];
        for (number, weights) in used.iter().zip(sums) {
            if let Some(own) = number.and_then(|number| kept.get_mut(number)) {
                *own = weights;
            }
        }
        let mut numbers: BTreeMap<Vec<u64>, usize> = BTreeMap::new();
        let mut kinds: Vec<Vec<usize>> = Vec::new();
        let mut silent = 0;
        for member in 0..members {
            let weights: Vec<u64> = kept.iter().map(|weights| weights.get(member).copied().unwrap_or(0)).collect();
            if weights.iter().all(|weight| *weight == 0) {
                silent += 1;
                continue;
            }
            let next = kinds.len();
            let number = *numbers.entry(weights).or_insert(next);
            match kinds.get_mut(number) {
                Some(kind) => kind.push(member),
                None => kinds.push(vec![member]),
            }
        }
        let of_kind = |weights: &[u64]| {
            kinds.iter().filter_map(|kind| kind.first()).map(|member| weights.get(*member).copied().unwrap_or(0)).collect()
        };
        let sums = kept.into_iter().map(of_kind).collect();
        Self { kinds, sums, gate, silent }
    }

    /// The game in which each of these blocs says yes or no as one voter, in place of its members: voter `i` is bloc `i`. Members in
    /// no bloc are left out, as if they said no.
    pub(crate) fn between(&self, blocs: &[Vec<usize>]) -> Self {
        let last = self.kinds.iter().flatten().max().map_or(0, |last| last + 1);
        let kind_of = self.kind_of(last);
        let of_bloc = |weights: &Vec<u64>, bloc: &Vec<usize>| -> u64 {
            // A part of the sum of all weights.
            let kinds = bloc.iter().filter_map(|member| kind_of.get(*member).copied().flatten());
            kinds.filter_map(|kind| weights.get(kind)).sum()
        };
        let sums: Vec<Vec<u64>> =
            self.sums.iter().map(|weights| blocs.iter().map(|bloc| of_bloc(weights, bloc)).collect()).collect();
        Self::over(blocs.len(), &sums, self.gate.clone())
    }

    /// The kind of each of so many members; nothing for a member who is no voter.
    pub(crate) fn kind_of(&self, members: usize) -> Vec<Option<usize>> {
        kinds_by_member(&self.kinds, members)
    }

    /// The game in which those win whose opponents cannot win in this one.
    pub(crate) fn dual(&self) -> Self {
        let totals: Vec<u64> = (0..self.sums.len()).map(|sum| self.total(sum)).collect();
        Self { gate: self.gate.dual(&totals), ..self.clone() }
    }

    /// The game in which those win who win in this one, and whose opponents would not.
    #[cfg(feature = "counting")]
    pub(crate) fn undisputed(&self) -> Self {
        let dual = self.dual().gate;
        Self { gate: Gate::at_least(2, vec![self.gate.clone(), dual]), ..self.clone() }
    }

    /// All weights of this sum added up.
    pub(crate) fn total(&self, sum: usize) -> u64 {
        let weights = self.sums.get(sum).map(Vec::as_slice).unwrap_or_default();
        weights.iter().zip(&self.kinds).map(|(weight, kind)| weight * kind.len() as u64).sum()
    }

    /// The numbers of those of so many members who are no voters.
    pub(crate) fn silent_members(&self, members: usize) -> Vec<usize> {
        let mut silent = vec![true; members];
        for member in self.kinds.iter().flatten() {
            if let Some(own) = silent.get_mut(*member) {
                *own = false;
            }
        }
        (0..members).zip(silent).filter(|(_, silent)| *silent).map(|(member, _)| member).collect()
    }

    /// How many voters there are.
    pub(crate) fn voters(&self) -> usize {
        self.kinds.iter().map(Vec::len).sum()
    }

    /// How many bars there are.
    pub(crate) fn bars(&self) -> usize {
        self.gate.bars()
    }

    /// In how many ways the voters of each kind can say yes, if only their numbers count.
    pub(crate) fn cells(&self) -> u64 {
        self.kinds.iter().map(|kind| kind.len() as u64 + 1).fold(1, u64::saturating_mul)
    }
}

impl Gate {
    /// So many of these parts, simplified.
    pub(crate) fn at_least(count: usize, parts: Vec<Self>) -> Self {
        let always = parts.iter().filter(|part| **part == Self::Always).count();
        let mut of: Vec<Self> = parts.into_iter().filter(|part| !matches!(part, Self::Always | Self::Never)).collect();
        let Some(count) = count.checked_sub(always).filter(|count| *count > 0) else { return Self::Always };
        if count > of.len() {
            return Self::Never;
        }
        if count == 1 || count == of.len() {
            of = joined(of, count == 1);
            // Joining leaves fewer parts, or more: one of them is enough, or all are needed, as before.
            let count = if count == 1 { 1 } else { of.len() };
            return match of.pop() {
                Some(only) if of.is_empty() => only,
                last => Self::AtLeast(count, of.into_iter().chain(last).collect()),
            };
        }
        Self::AtLeast(count, of)
    }

    fn bars(&self) -> usize {
        match self {
            Self::Always | Self::Never => 0,
            Self::Bar { .. } => 1,
            Self::AtLeast(_, of) => of.iter().map(Self::bars).sum(),
        }
    }

    fn dual(&self, totals: &[u64]) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Bar { sum, least } => {
                // The bar is at most the total.
                let total = totals.get(*sum).copied().unwrap_or(*least);
                Self::Bar { sum: *sum, least: total.saturating_sub(*least) + 1 }
            }
            Self::AtLeast(count, of) => {
                Self::AtLeast(of.len().saturating_sub(*count) + 1, of.iter().map(|part| part.dual(totals)).collect())
            }
        }
    }

    /// The same with the sums that it uses numbered anew, in the order of their use.
    fn renumbered(self, numbers: &mut [Option<usize>], next: &mut usize) -> Self {
        match self {
            Self::Bar { sum, least } => {
                let Some(number) = numbers.get_mut(sum) else { return Self::Never };
                let sum = *number.get_or_insert_with(|| {
                    *next += 1;
                    *next - 1
                });
                Self::Bar { sum, least }
            }
            Self::AtLeast(count, of) => Self::AtLeast(count, of.into_iter().map(|part| part.renumbered(numbers, next)).collect()),
            constant => constant,
        }
    }
}

/// Parts of which one is enough, or all are needed, without parts of the same sort inside them, and with one bar a sum.
fn joined(parts: Vec<Gate>, any: bool) -> Vec<Gate> {
    let mut bars: Vec<(usize, u64)> = Vec::new();
    let mut rest: Vec<Gate> = Vec::new();
    let mut todo = parts;
    todo.reverse();
    while let Some(part) = todo.pop() {
        match part {
            Gate::Bar { sum, least } => match bars.iter_mut().find(|(known, _)| *known == sum) {
                // Of the bars of one sum the lowest is enough, or the highest needed.
                Some((_, known)) => *known = if any { least.min(*known) } else { least.max(*known) },
                None => bars.push((sum, least)),
            },
            Gate::AtLeast(count, of) if (any && count == 1) || (!any && count == of.len()) => todo.extend(of.into_iter().rev()),
            other if rest.contains(&other) => {}
            other => rest.push(other),
        }
    }
    bars.into_iter().map(|(sum, least)| Gate::Bar { sum, least }).chain(rest).collect()
}

struct Builder {
    members: usize,
    sums: Vec<Vec<u64>>,
    numbers: BTreeMap<Vec<u64>, usize>,
}

impl Builder {
    fn gate(&mut self, node: &Node) -> Gate {
        match node {
            Node::Leaf(leaf) => self.bar(leaf),
            Node::AtLeast { count, of } => Gate::at_least(*count, of.iter().map(|node| self.gate(node)).collect()),
            // Everybody is there and votes, so that only a quorum larger than the group could be missed.
            Node::Quorum { among, heads, then, .. } if among.len() >= *heads => self.gate(then),
            Node::Quorum { .. } => Gate::Never,
        }
    }

    fn bar(&mut self, leaf: &Leaf) -> Gate {
        let Threshold { weights, least } = threshold(leaf);
        // Dividing all weights by what they have in common changes nothing, and equal sums are recognised.
        let common = weights.iter().fold(0, |common, (_, weight)| num_integer::gcd(common, *weight)).max(1);
        let total: u64 = weights.iter().map(|(_, weight)| weight).sum();
        if least == 0 {
            return Gate::Always;
        }
        if least > total {
            return Gate::Never;
        }
        let mut dense = vec![0; self.members];
        for (member, weight) in weights {
            if let Some(own) = dense.get_mut(member) {
                *own = weight / common;
            }
        }
        let next = self.sums.len();
        let sum = *self.numbers.entry(dense).or_insert_with_key(|dense| {
            self.sums.push(dense.clone());
            next
        });
        Gate::Bar { sum, least: least.div_ceil(common) }
    }
}
