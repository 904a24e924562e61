//! A rule as weighted sums against bars, joined by "at least so many of these".

use super::super::rule::{Bar, Base, Compiled, Leaf, Node, Tally, enough};

/// A weighted sum that must reach a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Threshold {
    /// The weight of each voter, by position.
    pub(super) weights: Vec<u64>,
    /// The bar; `u64::MAX`, which no sum reaches, where it can never pass.
    pub(super) least: u64,
}

/// A part of the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Gate {
    /// The sum of this number.
    Sum(usize),
    /// So many of these parts.
    AtLeast(usize, Vec<Gate>),
}

/// A rule in this form, for voters whose positions are given by member number.
pub(super) struct Sums<'a> {
    pub(super) positions: &'a [Option<usize>],
    pub(super) voters: usize,
    pub(super) sums: Vec<Threshold>,
}

impl Sums<'_> {
    pub(super) fn of(&mut self, rule: &Compiled) -> Gate {
        self.gate(rule.root())
    }

    fn gate(&mut self, node: &Node) -> Gate {
        match node {
            Node::Leaf(leaf) => {
                let sum = self.leaf(leaf);
                self.sums.push(sum);
                Gate::Sum(self.sums.len() - 1)
            }
            Node::AtLeast { count, of } => Gate::AtLeast(*count, of.iter().map(|node| self.gate(node)).collect()),
            Node::Quorum { among, heads, then, .. } => {
                // Everybody is there and votes, so that only a quorum larger than the group could be missed.
                let least = if among.len() >= *heads { 0 } else { u64::MAX };
                self.sums.push(Threshold { weights: vec![0; self.voters], least });
                let met = Gate::Sum(self.sums.len() - 1);
                Gate::AtLeast(2, vec![met, self.gate(then)])
            }
        }
    }

    fn leaf(&self, leaf: &Leaf) -> Threshold {
        match leaf {
            Leaf::SignOff(among) => self.sum(among.iter().map(|member| (*member, 1)), among.len() as u64),
            Leaf::Consent(among) => {
                let least = if among.is_empty() { u64::MAX } else { among.len() as u64 };
                self.sum(among.iter().map(|member| (*member, 1)), least)
            }
            Leaf::Votes { voters, bar, casting } => {
                let total: u64 = voters.iter().map(|(_, weight)| weight).sum();
                let least = least(*bar, total);
                let (Some(holder), Some(tie)) = (casting, Tie::of(*bar, total)) else {
                    return self.sum(voters.iter().copied(), least);
                };
                match (tie.lost, tie.won) {
                    // Only a second vote carries a tie: weights are doubled, and the holder's counts one more.
                    (false, true) => {
                        let doubled = voters.iter().map(|(member, weight)| (*member, 2 * weight + u64::from(member == holder)));
                        self.sum(doubled, total + 1)
                    }
                    (true, _) => self.sum(voters.iter().copied(), least.min(total / 2)),
                    (false, false) => self.sum(voters.iter().copied(), least.max(total / 2 + 1)),
                }
            }
        }
    }

    fn sum(&self, voters: impl Iterator<Item = (usize, u64)>, least: u64) -> Threshold {
        let mut weights = vec![0; self.voters];
        for (member, weight) in voters {
            let position = self.positions.get(member).copied().flatten();
            if let Some(own) = position.and_then(|position| weights.get_mut(position)) {
                *own = weight;
            }
        }
        Threshold { weights, least }
    }
}

/// Whether a tie passes when the second vote is for no, and when it is for yes.
struct Tie {
    lost: bool,
    won: bool,
}

impl Tie {
    /// Nothing where no tie is possible.
    fn of(bar: Bar, total: u64) -> Option<Self> {
        let base = total + u64::from(matches!(bar, Bar::Share { of: Base::Cast, .. }));
        let passes = |yes: u64| enough(bar, Tally { yes, base, casting_used: true });
        (total > 0 && total.is_multiple_of(2)).then(|| Self { lost: passes(total / 2), won: passes(total / 2 + 1) })
    }
}

/// The least yes that passes when everybody votes and no second vote is used.
fn least(bar: Bar, total: u64) -> u64 {
    match bar {
        Bar::Count(count) => count,
        Bar::Share { .. } if total == 0 => u64::MAX,
        Bar::Share { share, strict, .. } => {
            // total <= 2^53 and the share's parts are below 2^63: no overflow. A share is not below zero.
            let (needed, denom) = (i128::from(total) * i128::from(share.numer()), i128::from(share.denom()));
            let whole = if strict { needed / denom + 1 } else { (needed + denom - 1) / denom };
            u64::try_from(whole).unwrap_or(u64::MAX)
        }
    }
}
